"""The command line: parses, calls, prints; nothing else prints or decides an exit code.

Exit codes: 0 done, 1 the kit is wrong, 2 the command line is wrong.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from outsource_kit import __version__
from outsource_kit.load import load
from outsource_kit.mistakes import KitError, Mistake

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from outsource_kit.publish import Published

_BRIEFS = click.argument("briefs", nargs=-1, required=True, type=click.Path(path_type=Path))

_FORMATS = ("md", "html", "pdf")


class _Formats(click.ParamType[tuple[str, ...]]):
    """A list of formats, separated by commas."""

    name = "formats"

    def convert(
        self,
        value: object,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> tuple[str, ...]:
        """Return the formats that `value` lists; fail on one that does not exist."""
        if isinstance(value, tuple):
            return value
        formats = tuple(part.strip().lower() for part in str(value).split(",") if part.strip())
        for name in formats or ("",):
            if name not in _FORMATS:
                self.fail(f"`{name}` is none of {', '.join(_FORMATS)}", param, ctx)
        return formats


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="outsource-kit")
def main() -> None:
    """Turn a project brief into everything needed to hire a freelancer well."""


@main.command()
@_BRIEFS
@click.option(
    "-o",
    "--output",
    "out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("build"),
    show_default=True,
    help="Folder in which each kit gets a folder of its own.",
)
@click.option("--only", multiple=True, metavar="DOC", help="Make this document only; repeatable.")
@click.option(
    "--format",
    "formats",
    type=_Formats(),
    default=(),
    metavar="LIST",
    help="Make these formats only: md, html, pdf, separated by commas.",
)
@click.option("--force", is_flag=True, help="Make everything again, and replace changed files.")
def build(
    briefs: Sequence[Path],
    out: Path,
    only: tuple[str, ...],
    formats: tuple[str, ...],
    *,
    force: bool,
) -> None:
    r"""Build the kit of each BRIEF into DIR/<kit>/.

    \b
    outsource-kit build kits/personal-assistant/brief.yaml
    outsource-kit build brief.yaml --only job-post --format html
    """
    from outsource_kit import line  # noqa: PLC0415 - `check` needs none of it

    kits: dict[Path, line.Kit] = {}
    mistakes: list[Mistake] = []
    for path in briefs:
        try:
            kit = line.make(path, out, only=only, formats=formats)
        except KitError as error:
            mistakes += error.mistakes
            continue
        if kit.folder in kits:
            message = f"two briefs would both be built into {kit.folder}; give one a `kit.id`"
            raise click.UsageError(message)
        kits[kit.folder] = kit
    for folder, kit in kits.items():
        try:
            click.echo(_summary(folder, line.build(kit, force=force)))
        except KitError as error:
            mistakes += error.mistakes
    _finish(mistakes)


@main.command()
@_BRIEFS
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Text for people, JSON for programs.",
)
def check(briefs: Sequence[Path], form: str) -> None:
    r"""Check each BRIEF without building it.

    \b
    outsource-kit check kits/*/brief.yaml
    """
    mistakes: list[Mistake] = []
    for path in briefs:
        try:
            load(path)
        except KitError as error:
            mistakes += error.mistakes
    if form == "json":
        data = {"version": 1, "mistakes": [mistake.as_data() for mistake in mistakes]}
        click.echo(json.dumps(data, indent=2, ensure_ascii=False))
        raise SystemExit(1 if mistakes else 0)
    if not mistakes:
        click.echo(f"{_count(len(briefs), 'brief')} checked, no mistakes")
    _finish(mistakes)


def _finish(mistakes: Iterable[Mistake]) -> None:
    """Print `mistakes`, if any, and then end with exit code 1."""
    found = list(mistakes)
    if not found:
        return
    for mistake in found:
        click.echo(f"{mistake}\n", err=True)
    click.echo(_count(len(found), "mistake"), err=True)
    raise SystemExit(1)


def _summary(folder: Path, done: Published) -> str:
    parts = [f"{len(done.written)} written", f"{len(done.fresh)} unchanged"]
    if done.removed:
        parts.append(f"{len(done.removed)} removed")
    return f"{folder}: {_count(len(done.written) + len(done.fresh), 'file')} ({', '.join(parts)})"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
