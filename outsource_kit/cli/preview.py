"""`outsource-kit preview`: the kit in a browser, made anew at every save."""

from __future__ import annotations

import socket
from contextlib import suppress
from pathlib import Path

import click

_PORT = 8642


@click.command("preview")
@click.argument("brief", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=_PORT,
    show_default=True,
    help="Where it answers; 0 takes any port that is free.",
)
@click.option("--open/--no-open", "opens", default=True, help="Whether to open a browser.")
def command(brief: Path, port: int, *, opens: bool) -> None:
    """Show the kit of BRIEF in a browser, and show it anew at every save.

    Nothing is written, and nobody but this machine can see it. Ctrl+C ends it.

    \b
    outsource-kit preview kits/personal-assistant/brief.yaml
    outsource-kit preview brief.yaml --port 0 --no-open
    """
    try:
        from outsource_kit.preview import Preview
    except ModuleNotFoundError as error:
        said = f"the preview needs {error.name}: pip install 'outsource-kit[preview]'"
        raise click.ClickException(said) from None
    try:
        bound = socket.create_server(("127.0.0.1", port))
    except OSError as error:
        said = f"port {port} cannot be used ({error.strerror}); name another with --port"
        raise click.UsageError(said) from None
    address = f"http://127.0.0.1:{bound.getsockname()[1]}/"
    click.echo(f"{address} shows {brief}; Ctrl+C ends it")
    if opens:
        click.launch(address)
    with suppress(KeyboardInterrupt):
        Preview(brief).serve(bound)
