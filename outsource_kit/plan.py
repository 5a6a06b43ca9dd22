"""Decide who gets what: one bundle of facts and documents for each audience.

In: a subject (a brief, a task log, candidates), and the documents that templates offer. Out: a
`Bundle` per audience; its facts hold nothing that the audience may not know, so neither can
anything made from them. This module alone sees the whole subject. Absent: files, words, looks.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from decimal import Decimal
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from outsource_kit.brief import Audience, Section
from outsource_kit.brief.amounts import digits
from outsource_kit.brief.audience import levels
from outsource_kit.brief.candidates import Candidates
from outsource_kit.mistakes import KitError, Mistake

if TYPE_CHECKING:
    from collections.abc import Sequence

    from outsource_kit.load import Subject
    from outsource_kit.templates import Document


class Facts(SimpleNamespace):
    """What one audience may know of one section; a field above the audience is not there at all."""


@dataclass(frozen=True)
class Bundle:
    """What is made for one audience: its facts, and the documents that are its own."""

    audience: Audience
    """The lowest audience that may read the documents."""

    facts: Facts
    """The subject as this audience may know it."""

    title: str
    """What the kit is about: the title of the project, else of the kit."""

    fingerprint: str
    """Short hash of `facts`, in hexadecimal: equal facts, equal fingerprint."""

    documents: tuple[Document, ...]
    """The documents of this audience, in reading order, without those of the ones below it."""

    readable: tuple[str, ...]
    """Names of all documents that this audience may read, its own and those below."""


def plan(subject: Subject, documents: Sequence[Document]) -> tuple[Bundle, ...]:
    """Return a bundle for each audience, least trusted first.

    `documents` may hold more kinds than the subject's and documents whose condition does not hold;
    they are left out.
    """
    bundles: list[Bundle] = []
    readable: tuple[str, ...] = ()
    for audience in Audience:
        facts = known_to(audience, subject)
        own = [d for d in documents if d.audience is audience and d.kind == subject.kind]
        there = sorted((d for d in own if _holds(d, facts)), key=lambda d: (d.order, d.name))
        readable += tuple(d.name for d in there)
        bundles.append(
            Bundle(audience, facts, _title(facts), fingerprint(facts), tuple(there), readable)
        )
    return tuple(bundles)


def known_to(audience: Audience, subject: Subject) -> Facts:
    """Return what `audience` may know of `subject`; candidates come with the brief they want."""
    facts: Facts = project(subject, audience)
    if isinstance(subject, Candidates):
        brief = project(subject.hiring, audience)
        return Facts(**(vars(brief) | vars(facts)))
    return facts


def _title(facts: Facts) -> str:
    project = getattr(facts, "project", None)
    return project.title if project else facts.kit.title or "Task audit"


def project(value: Any, audience: Audience) -> Any:
    """Return `value` as `audience` may know it: fields and list items above it are gone.

    A section that was left out and one of which nothing may be known come out alike, and a list
    keeps neither the length nor the numbering of what is hidden in it.
    """
    if isinstance(value, Section):
        known = (name for name, level in levels(type(value)) if level <= audience)
        return Facts(**{name: project(getattr(value, name), audience) for name in known})
    if isinstance(value, tuple):
        items = (v for v in value if not isinstance(v, Section) or v.known_to() <= audience)
        return tuple(project(item, audience) for item in items)
    return value


def fingerprint(facts: Facts) -> str:
    """Return a short hash of `facts`: what is empty does not count, so new fields change none."""
    canonical = json.dumps(_plain(facts), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()[:10]


def _plain(value: Any) -> Any:
    if isinstance(value, Facts):
        named = {name: _plain(item) for name, item in vars(value).items()}
        return {name: item for name, item in named.items() if item not in (None, [], {})}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Decimal):
        return digits(value)
    return value if value is None or isinstance(value, bool | int) else str(value)


def fact(document: Document, facts: Facts, field: str) -> Any:
    """Return the fact that a `field` of the document's front matter names; None where it is empty.

    Raises `KitError` for a fact that its audience does not have, and for a whole section.
    """
    path = getattr(document, field)
    value: Any = facts if path else None
    for name in path.split(".") if path else ():
        known = vars(value) if isinstance(value, Facts) else {}
        if name not in known:
            said = f"`{field}: {path}` names no fact that {document.audience} readers have"
            raise KitError(Mistake(str(document.path), 1, 1, "", said))
        value = known[name]
    if isinstance(value, Facts):
        said = f"`{field}: {path}` names a section; name one of its fields"
        raise KitError(Mistake(str(document.path), 1, 1, "", said))
    return None if value is False or value == () else value


def _holds(document: Document, facts: Facts) -> bool:
    """Return whether the fact that the document's `when` names is there and not empty."""
    return not document.when or fact(document, facts, "when") is not None
