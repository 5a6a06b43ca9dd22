"""`outsource-kit build`: the kits of briefs, in folders of their own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from outsource_kit.cli.printing import count, counted, print_mistakes
from outsource_kit.mistakes import KitError, Mistake

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from outsource_kit.line import Kit
    from outsource_kit.mistakes import Severity
    from outsource_kit.publish import Published


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
        from outsource_kit.brief.post import Format

        known = get_args(Format)
        formats = tuple(part.strip().lower() for part in str(value).split(",") if part.strip())
        for name in formats or ("",):
            if name not in known:
                self.fail(f"`{name}` is none of {', '.join(known)}", param, ctx)
        return formats


@click.command("build")
@click.argument("briefs", nargs=-1, required=True, type=click.Path(path_type=Path))
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
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but what is wrong.")
def command(  # noqa: PLR0913 - one a flag
    briefs: Sequence[Path],
    out: Path,
    only: tuple[str, ...],
    formats: tuple[str, ...],
    *,
    force: bool,
    draft: bool,
    quiet: bool,
) -> None:
    """Build the kit of each BRIEF into DIR/<kit>/.

    What an error of the rules concerns is not built: an error in what candidates read stops all
    editions, one in what only you know stops the internal one.

    \b
    outsource-kit build kits/personal-assistant/brief.yaml
    outsource-kit build brief.yaml --only job-post --format html
    """
    from outsource_kit import line
    from outsource_kit.cli.progress import shown
    from outsource_kit.fit import unfit

    kits: dict[Path, line.Kit] = {}
    mistakes: list[Mistake] = []
    overridden: list[Mistake] = []
    for path in briefs:
        try:
            kit = line.make(path, out, only=only, formats=formats, draft=draft)
        except KitError as error:
            mistakes += error.mistakes
            continue
        except LookupError as error:
            raise click.UsageError(str(error.args[0])) from None
        if kit.folder in kits:
            print_mistakes(mistakes)
            message = f"two briefs would both be built into {kit.folder}; give one a `kit.id`"
            raise click.UsageError(message)
        kits[kit.folder] = kit
    made: dict[Path, Published] = {}
    changed: dict[Path, Sequence[str]] = {}
    with shown(len(kits), quiet=quiet) as told:
        for folder, kit in kits.items():
            (overridden if draft else mistakes).extend(kit.errors)
            changed[folder] = line.changed(kit)
            try:
                made[folder] = line.build(kit, force=force, told=told(folder.name))
            except KitError as error:
                mistakes += error.mistakes
    reports = {folder: line.report(kits[folder]) for folder in made}
    mistakes += [m for folder, report in reports.items() for m in unfit(report, str(folder))]
    if not quiet:
        for said in _said(kits, made, changed, reports):
            click.echo(said)
    print_mistakes(overridden)
    if any(mistake.severity == "error" for mistake in mistakes):
        raise KitError(*mistakes)
    print_mistakes(mistakes)


def _said(
    kits: Mapping[Path, Kit],
    made: Mapping[Path, Published],
    changed: Mapping[Path, Sequence[str]],
    reports: Mapping[Path, Mapping[str, Any]],
) -> Iterator[str]:
    """Yield what became of each kit and its editions, and then what to do next."""
    for folder, done in made.items():
        yield _summary(folder, done, changed[folder], kits[folder].counts)
        report, stopped = reports[folder], kits[folder].stopped
        yield from (f"  {_state(each, report)}" for each in report.get("editions", ()))
        yield from (f"  {name}: not built; {count(n, 'error')}" for name, n in stopped.items())
    yield from _next(made)


def _state(edition: Mapping[str, Any], report: Mapping[str, Any]) -> str:
    said = [count(edition["documents"], "document")]
    if edition["sheets"]:
        said.append(count(edition["sheets"], "sheet"))
    if edition["warnings"]:
        said.append(count(edition["warnings"], "warning"))
    state = "fit to be sent" if edition["fit"] else "not fit to be sent"
    if edition["audience"] == "internal":
        state = "for you alone"
    if report["draft"]:
        state = "a draft, not to be sent"
    return f"{edition['audience']}: {', '.join(said)}; {state}"


def _summary(
    folder: Path, done: Published, changed: Sequence[str], counts: Mapping[Severity, int]
) -> str:
    """Return what became of a kit: how many files, which words changed, what was found."""
    parts = [f"{len(done.written)} written", f"{len(done.fresh)} unchanged"]
    if done.removed:
        parts.append(f"{len(done.removed)} removed")
    files = count(len(done.written) + len(done.fresh), "file")
    said = f"{folder}: {files} ({', '.join(parts)})"
    if changed:
        said += f"; changed: {', '.join(changed)}"
    found = counted({name: n for name, n in counts.items() if name != "error"})
    return said + (f"; {', '.join(found)}, see `outsource-kit check`" if found else "")


def _next(made: Mapping[Path, Published]) -> Iterator[str]:
    """Yield what to do next; of several kits, how many there are."""
    if len(made) > 1:
        files = sum(len(done.written) + len(done.fresh) for done in made.values())
        yield f"{count(len(made), 'kit')}, {count(files, 'file')}"
    else:
        yield from (f"next: open {folder / 'index.html'}" for folder in made)
