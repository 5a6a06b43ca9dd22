"""The text of a new file: a head that says what to do, and its fields, with or without comments."""

from __future__ import annotations

from shlex import quote
from string import Template
from typing import TYPE_CHECKING

from outsource_kit.brief.audience import Section
from outsource_kit.scaffold.spell import Manner, flow, is_empty, line_of, wrapped
from outsource_kit.templates import PRODUCT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from outsource_kit.brief import Brief
    from outsource_kit.brief.identify import TaskLog

_SHORT = {
    "client": ("display_name", "decision_owner"),
    "project": ("title", "what", "role", "why", "deliverables"),
    "engagement": ("workload", "duration"),
    "communication": ("channels", "updates", "level_of_detail"),
    "value_proposition": (),
    "pay": ("mode", "rate", "fixed", "terms"),
}
"""What a brief of some ten lines says: without these there are warnings."""

_RULE = 96
"""Width of the line above a chapter."""


def short_brief(brief: Brief, path: Path, schema: str) -> str:
    """Return a brief of some ten lines, without comments, for those who know the fields."""
    lines = _head("short.txt", path, schema, brief.project.title)
    for name, fields in _SHORT.items():
        section = getattr(brief, name)
        kept = {f: getattr(section, f) for f in fields if getattr(section, f)}
        if name == "project":
            lines += [f"{name}:", *(f"  {field}: {flow(value)}" for field, value in kept.items())]
        elif not fields:
            lines.append(f"{name}: {flow(section[:1])}")
        elif kept:
            said = ", ".join(f"{field}: {flow(value)}" for field, value in kept.items())
            lines.append(f"{name}: {{{said}}}")
    return "\n".join(lines) + "\n"


def brief_text(brief: Brief, path: Path, schema: str, *, full: bool) -> str:
    """Return `brief` with a comment at each field; `full` adds every field that is left out."""
    lines = _head("head.txt", path, schema, brief.project.title)
    lines.append(f"brief_version: {brief.brief_version}")
    lines += _sections(brief, ("kind", "brief_version"), Manner(comments=True, room=full))
    return "\n".join(lines) + "\n"


def log_text(log: TaskLog, path: Path, schema: str) -> str:
    """Return a task log; the first task says what each mark means, and has room for it."""
    lines = _head("tasks.txt", path, schema)
    lines.append(f"kind: {log.kind}")
    lines += _sections(log, ("kind",), Manner(comments=True, room=True))
    return "\n".join(lines) + "\n"


def _head(name: str, path: Path, schema: str, title: str = "") -> list[str]:
    """Return the first lines of a file at `path`; an editor finds its fields in `schema`."""
    template = Template((PRODUCT / "new" / name).read_text(encoding="utf-8"))
    said = {"title": title, "path": quote(path.as_posix()), "schema": schema}
    return template.substitute(said).splitlines()


def _sections(subject: Brief | TaskLog, skip: Sequence[str], manner: Manner) -> Iterator[str]:
    """Yield each section below an empty line, and a chapter of the guide below a ruled line."""
    chapter = ""
    for name in type(subject).model_fields:
        if name in skip or not (lines := list(line_of(subject, name, manner))):
            continue
        value = getattr(subject, name)
        heading = value.heading if isinstance(value, Section) else chapter
        if heading not in (chapter, ""):
            chapter = heading
            yield from ("", f"# --- {heading} ".ljust(_RULE, "-"))
        yield from ("", *lines)
        if isinstance(value, Section) and not manner.room:
            yield from _more(value)


def _more(section: Section) -> Iterator[str]:
    """Yield the names of the fields of `section` that are still empty, as a comment."""
    fields = type(section).model_fields
    if left := [name for name in fields if is_empty(getattr(section, name), fields[name])]:
        yield from wrapped(f"Also: {', '.join(left)}.", "  ")
