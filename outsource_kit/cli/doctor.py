"""`outsource-kit doctor`: what this machine has, what it lacks, and the command that mends it."""

from __future__ import annotations

import click


@click.command("doctor")
@click.option("--json", "as_json", is_flag=True, help="Print it as data.")
def command(*, as_json: bool) -> None:
    """Say what this machine has of all that kits need, and how to get what is missing.

    Ends with exit code 1 where PDFs cannot be made.

    \b
    outsource-kit doctor
    outsource-kit doctor --json
    """
    import json
    from dataclasses import asdict

    from outsource_kit.doctor import examine

    signs = examine()
    if as_json:
        click.echo(json.dumps([asdict(sign) for sign in signs], indent=2, ensure_ascii=False))
    else:
        width = max(len(sign.name) for sign in signs)
        for sign in signs:
            state = sign.found or f"missing, for {sign.serves}: {sign.remedy}"
            click.echo(f"{sign.name.ljust(width)}  {state}")
    lacking = [sign.name for sign in signs if sign.needed and not sign.found]
    if lacking and not as_json:
        click.echo(f"\nno PDF can be made without {' and '.join(lacking)}", err=True)
    raise SystemExit(1 if lacking else 0)
