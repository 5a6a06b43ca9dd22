"""The line: a brief in, its kit out. Each step is a function of the step before it.

    load -> check -> plan -> markdown -> html -> pdf -> publish

Text is always made, for it is cheap; a PDF only where the page that it comes from differs.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from outsource_kit import templates
from outsource_kit.brief import Brief
from outsource_kit.brief.candidates import Candidates
from outsource_kit.check import checked
from outsource_kit.editions import FORMATS, editions_of, front_page
from outsource_kit.fit import FILE as REPORT
from outsource_kit.fit import Report
from outsource_kit.load import dotted
from outsource_kit.mistakes import KitError, Mistake, Severity
from outsource_kit.plan import plan
from outsource_kit.publish import File, Published, Told, publish, published, to_nobody

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path

    from outsource_kit.brief import Audience
    from outsource_kit.brief.post import Format
    from outsource_kit.check import Checked
    from outsource_kit.editions import Edition
    from outsource_kit.load import Subject


@dataclass(frozen=True)
class Kit:
    """A kit ready to be published."""

    folder: Path
    """Where it goes."""

    files: tuple[File, ...]
    """What it consists of; PDFs are made only when they are published."""

    errors: tuple[Mistake, ...] = ()
    """What the rules object to, so that the editions it concerns are not made, or are drafts."""

    stopped: Mapping[str, int] = field(default_factory=dict)
    """The audiences of editions that are not made, each with the number of errors that stop it."""

    counts: Mapping[Severity, int] = field(default_factory=dict)
    """How many findings there are of each severity."""


def make(
    path: Path,
    out: Path,
    *,
    only: Collection[str] = (),
    formats: Collection[str] = (),
    draft: bool = False,
) -> Kit:
    """Return the kit of the brief at `path`, for a folder of its own under `out`.

    `only` and `formats` limit what is wanted; left empty, it is all that the brief asks for. An
    edition that an error concerns is not made, unless it is a `draft`, which says so on every
    page. Raises `KitError` with everything that is wrong where no edition can be made, and
    `LookupError` for a document in `only` that the kit does not have.
    """
    found = checked(path)
    sources = templates.read(path.parent)
    editions = editions_of(
        plan(found.subject, sources.documents), sources, draft=draft, logo=found.logo
    )
    _know(only, editions)
    errors = tuple(mistake for mistake, _ in found.errors)
    stopped = {} if draft else _stopped(found, editions)
    fit = [e for e in editions if e.bundle.audience not in stopped]
    if not fit:
        raise KitError(*errors)
    chosen = tuple(f for f in FORMATS if f in (formats or _wanted(found.subject) or FORMATS))
    files = [f for e in editions for f in e.files(chosen if e in fit else (), only)]
    filled = tuple(dotted(place) for place in found.filled)
    folder = out / _name(path, found.subject)
    report = Report(fit, chosen, published(folder, REPORT), draft)
    front = front_page(editions[-1], report, only, filled, found.ignored)
    told = File(REPORT, report.source, report.text, wanted=not only)
    counts = Counter(mistake.severity for mistake, _ in found.findings)
    return Kit(
        folder, (front, *files, told), errors, {str(a): n for a, n in stopped.items()}, counts
    )


def _stopped(found: Checked, editions: Sequence[Edition]) -> dict[Audience, int]:
    """Return the audiences whose editions hold errors, each with their number."""
    audiences = [edition.bundle.audience for edition in editions]
    concerned = {a: sum(lowest <= a for _, lowest in found.errors) for a in audiences}
    return {audience: count for audience, count in concerned.items() if count}


def build(kit: Kit, *, force: bool = False, told: Told = to_nobody) -> Published:
    """Publish `kit`; with `force`, make everything in it again and replace changed files.

    `told` hears of each file before it is made.

    Raises `KitError` with everything that is wrong; then the folder is as it was.
    """
    return publish(kit.folder, kit.files, force=force, told=told)


def report(kit: Kit) -> Mapping[str, Any]:
    """Return what was found of the editions of `kit` when it was built as a whole, if it was."""
    found: Mapping[str, Any] = json.loads(published(kit.folder, REPORT) or "{}")
    return found


def changed(kit: Kit) -> tuple[str, ...]:
    """Return the documents whose words differ from those of the last build, by name.

    What stands below a document's last rule names its version and does not count. Where nothing
    was built, nothing has changed.
    """
    names: dict[str, None] = {}
    for file in kit.files:
        before = kit.folder / file.path
        if file.path.endswith(".md") and file.wanted and before.is_file():
            old = before.read_text(encoding="utf-8", errors="replace")
            if old.rpartition(_RULE)[0] != file.make().decode().rpartition(_RULE)[0]:
                names[before.stem] = None
    return tuple(names)


_RULE = "\n---\n"


def _wanted(subject: Subject) -> tuple[Format, ...]:
    """Return the formats that a brief asks for."""
    return subject.publish.formats if isinstance(subject, Brief) else ()


def _name(path: Path, subject: Subject) -> str:
    """Return the name of the kit: its `id`, else that of its folder, else that of its file.

    `tasks.yaml` and `candidates.yaml` stand beside a brief, so they are named after both folder
    and file: `acme-tasks`.
    """
    if not isinstance(subject, Candidates) and subject.kit.id:
        return subject.kit.id
    own = path.stem.removesuffix(".example").strip(".")
    folder = path.parent.resolve().name
    if folder and own in ("tasks", "candidates"):
        return f"{folder}-{own}"
    return (folder if own == "brief" else own) or "brief"


def _know(only: Collection[str], editions: Sequence[Edition]) -> None:
    known = [made.name for made in editions[-1].documents]
    for name in only:
        if name not in known:
            message = f"there is no document `{name}`; this kit has {', '.join(known)}"
            raise LookupError(message)
