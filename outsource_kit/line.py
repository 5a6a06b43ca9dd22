"""The line: a brief in, its kit out. Each step is a function of the step before it.

    load -> plan -> markdown -> html -> pdf -> publish

Text is always made, for it is cheap; a PDF only where the page that it comes from differs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from outsource_kit import templates
from outsource_kit.editions import FORMATS, editions_of, front_page
from outsource_kit.load import load
from outsource_kit.mistakes import KitError, Mistake
from outsource_kit.plan import plan
from outsource_kit.publish import Published, publish

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from outsource_kit.brief import Brief
    from outsource_kit.editions import Edition
    from outsource_kit.publish import File


@dataclass(frozen=True)
class Kit:
    """A kit ready to be published."""

    folder: Path
    """Where it goes."""

    files: tuple[File, ...]
    """What it consists of; PDFs are made only when they are published."""


def make(
    path: Path, out: Path, *, only: Collection[str] = (), formats: Collection[str] = ()
) -> Kit:
    """Return the kit of the brief at `path`, for a folder of its own under `out`.

    `only` and `formats` limit what is wanted; left empty, it is all that the brief asks for.
    Raises `KitError` with everything that is wrong.
    """
    brief = load(path)
    sources = templates.read(path.parent)
    editions = editions_of(plan(brief, sources.documents), sources)
    _know(only, editions)
    chosen = tuple(f for f in FORMATS if f in (formats or brief.publish.formats or FORMATS))
    files = [file for edition in editions for file in edition.files(chosen, only)]
    return Kit(out / _name(path, brief), (front_page(editions, chosen), *files))


def build(kit: Kit, *, force: bool = False) -> Published:
    """Publish `kit`; with `force`, make everything in it again and replace changed files.

    Raises `KitError` with everything that is wrong; then the folder is as it was.
    """
    return publish(kit.folder, kit.files, force=force)


def _name(path: Path, brief: Brief) -> str:
    """Return the name of the kit: its `id`, else that of its folder, else that of its file."""
    if brief.kit.id:
        return brief.kit.id
    return path.resolve().parent.name if path.stem == "brief" else path.stem


def _know(only: Collection[str], editions: Sequence[Edition]) -> None:
    known = {made.document.name: None for edition in editions for made in edition.documents}
    for name in only:
        if name not in known:
            hint = f"this kit has {', '.join(known)}"
            raise KitError(Mistake("--only", 0, 0, "", f"there is no document `{name}`", hint))
