"""The command line: parses, calls, prints; nothing else prints or decides an exit code.

Each command is a module of its name with the function `command`. It is imported when it is called,
and imports the rest of the product inside the function, so that `--help` is quick.

Exit codes: 0 done, 1 the kit is wrong, 2 the command line is wrong.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import Any

import click

from outsource_kit import __version__
from outsource_kit.cli.printing import print_mistakes
from outsource_kit.mistakes import KitError

_COMMANDS = (
    "new",
    "check",
    "preview",
    "build",
    "documents",
    "schema",
    "doctor",
    "migrate",
    "completion",
)
"""The modules of the commands, in the order in which a newcomer meets them."""


class _Commands(click.Group):
    """Commands that are imported when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - as click calls it
        """Return the name of every command, in the order of the help."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return the command called `cmd_name`, or None where there is none."""
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"outsource_kit.cli.{cmd_name}").command
        return command

    def main(self, *words: Any, **more: Any) -> Any:
        """Run the command line; end with a line and exit code 1 where the output takes no more."""
        try:
            return super().main(*words, **more)
        except OSError as error:
            if error.filename is not None:
                raise
            click.echo(f"cannot write the output: {error.strerror}", err=True)
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise SystemExit(1) from None

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; print what is wrong with a kit, and end with exit code 1."""
        try:
            return super().invoke(ctx)
        except KitError as error:
            print_mistakes(error.mistakes)
            raise SystemExit(1) from None


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="outsource-kit")
def main() -> None:
    """Turn a project brief into everything needed to hire a freelancer well."""
