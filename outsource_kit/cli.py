"""The command line: parses, calls, prints; nothing else prints or decides an exit code.

Exit codes: 0 done, 1 the kit is wrong, 2 the command line is wrong.
"""

from __future__ import annotations

from collections import Counter
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from outsource_kit import __version__
from outsource_kit.brief.post import Format
from outsource_kit.check import mistakes_in
from outsource_kit.lint import RULES
from outsource_kit.mistakes import KitError, Mistake, Severity
from outsource_kit.reports import FORMATS, explained

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from outsource_kit.publish import Published

_BRIEFS = click.argument("briefs", nargs=-1, required=True, type=click.Path(path_type=Path))

_MADE = get_args(Format)


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
            if name not in _MADE:
                self.fail(f"`{name}` is none of {', '.join(_MADE)}", param, ctx)
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
    help="Make these formats only: md, html, pdf, txt, separated by commas.",
)
@click.option("--force", is_flag=True, help="Make everything again, and replace changed files.")
@click.option(
    "--draft", is_flag=True, help="Build in spite of errors; every page says it is a draft."
)
def build(  # noqa: PLR0913 - one a flag
    briefs: Sequence[Path],
    out: Path,
    only: tuple[str, ...],
    formats: tuple[str, ...],
    *,
    force: bool,
    draft: bool,
) -> None:
    """Build the kit of each BRIEF into DIR/<kit>/.

    What an error of the rules concerns is not built: an error in what candidates read stops all
    editions, one in what only you know stops the internal one.

    \b
    outsource-kit build kits/personal-assistant/brief.yaml
    outsource-kit build brief.yaml --only job-post --format html
    """  # noqa: D301 - `\b` keeps the lines of an example apart
    from outsource_kit import line  # noqa: PLC0415 - `check` needs none of it

    kits: dict[Path, line.Kit] = {}
    mistakes: list[Mistake] = []
    for path in briefs:
        try:
            kit = line.make(path, out, only=only, formats=formats, draft=draft)
        except KitError as error:
            mistakes += error.mistakes
            continue
        except LookupError as error:
            raise click.UsageError(str(error.args[0])) from None
        if kit.folder in kits:
            _print(mistakes)
            message = f"two briefs would both be built into {kit.folder}; give one a `kit.id`"
            raise click.UsageError(message)
        kits[kit.folder] = kit
    for folder, kit in kits.items():
        mistakes += kit.errors
        try:
            click.echo(_summary(folder, line.build(kit, force=force), kit.counts))
        except KitError as error:
            mistakes += error.mistakes
    _print(mistakes)
    raise SystemExit(1 if mistakes else 0)


@main.command()
@click.argument("briefs", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", *FORMATS]),
    default="text",
    show_default=True,
    help="Text for people, JSON or SARIF for programs, annotations for GitHub.",
)
@click.option("--strict", is_flag=True, help="End with exit code 1 for warnings too.")
@click.option("--explain", metavar="RULE", help="Print why a rule exists, with examples.")
def check(briefs: Sequence[Path], form: str, explain: str | None, *, strict: bool) -> None:
    """Check each BRIEF without building it.

    \b
    outsource-kit check kits/*/brief.yaml
    outsource-kit check brief.yaml --strict --format github
    outsource-kit check --explain PAY-07
    """  # noqa: D301
    if explain:
        click.echo(_explained(explain), nl=False)
        return
    if not briefs:
        raise click.UsageError("name at least one brief")
    mistakes = [mistake for path in briefs for mistake in mistakes_in(path)]
    if form != "text":
        if said := FORMATS[form](mistakes, RULES):
            click.echo(said)
    elif mistakes:
        _print(mistakes)
    else:
        click.echo(f"{_count(len(briefs), 'brief')} checked, no mistakes")
    stops = {"error", "warning"} if strict else {"error"}
    raise SystemExit(1 if stops & {mistake.severity for mistake in mistakes} else 0)


def _explained(name: str) -> str:
    if name.upper() not in RULES:
        close = get_close_matches(name.upper(), RULES, n=3)
        hint = f"; did you mean {' or '.join(close)}?" if close else ""
        raise click.UsageError(f"there is no rule `{name}`{hint}")
    return explained(RULES[name.upper()])


def _print(mistakes: Sequence[Mistake]) -> None:
    """Print each of `mistakes`, if any, and how many there are of each severity."""
    for mistake in mistakes:
        click.echo(f"{mistake}\n", err=True)
    if mistakes:
        counts = Counter(mistake.severity for mistake in mistakes)
        click.echo(", ".join(_counts(counts)), err=True)


def _counts(counts: Mapping[Severity, int]) -> list[str]:
    words: dict[Severity, str] = {"error": "mistake", "warning": "warning", "info": "hint"}
    return [_count(counts[name], word) for name, word in words.items() if counts.get(name)]


def _summary(folder: Path, done: Published, counts: Mapping[Severity, int]) -> str:
    parts = [f"{len(done.written)} written", f"{len(done.fresh)} unchanged"]
    if done.removed:
        parts.append(f"{len(done.removed)} removed")
    files = _count(len(done.written) + len(done.fresh), "file")
    said = f"{folder}: {files} ({', '.join(parts)})"
    found = _counts({name: n for name, n in counts.items() if name != "error"})
    return said + (f"; {', '.join(found)}, see `outsource-kit check`" if found else "")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
