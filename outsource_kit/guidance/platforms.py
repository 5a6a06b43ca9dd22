"""Platforms on which a job can be posted: what is known of them, as data.

In: the rows of `platforms.yaml`. Out: platforms by id, those that a brief's facts call for, and
which of a brief's platforms forbids something. Absent: whom to look for (`figures.route`).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from outsource_kit.brief.amounts import Duration, Positive
from outsource_kit.brief.audience import Section
from outsource_kit.brief.codes import Slug
from outsource_kit.brief.define import Category
from outsource_kit.brief.text import Text
from outsource_kit.brief.times import Day
from outsource_kit.guidance import roles
from outsource_kit.guidance.rows import shown
from outsource_kit.load import read

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from outsource_kit.brief import Brief
    from outsource_kit.plan import Facts

Ban = Literal[
    "contact_details",
    "contests",
    "discrimination",
    "duplicate_posts",
    "free_work",
    "off_platform_contact",
    "rating_promises",
]
"""What a platform may forbid in a post or in messages."""

Confidence = Literal["high", "medium", "low"]
"""How sure we are."""


class Datum(Section):
    """Something that is known of a platform."""

    text: Text
    """What."""

    confidence: Confidence | None = None
    """How sure we are of it, where that differs from the row."""


class Limit(Section):
    """A length, in characters or in questions."""

    soft: Positive
    """More than this is seldom read."""

    hard: Positive
    """More than this is not taken."""


class Limits(Section):
    """How long a post may be."""

    title: Limit
    """Characters of the title."""

    description: Limit
    """Characters of the text."""

    questions: Limit
    """Number of questions."""


class Platform(Section):
    """A place to post a job."""

    id: Slug
    """Its short name in a brief."""

    name: Text
    """Its name."""

    status: Literal["open", "unknown", "closed"]
    """Whether it operates, as far as could be found out."""

    posting: bool
    """Whether one posts there; where not, one talks to people who match or do the work."""

    agency: bool = False
    """Whether it is an agency, or a list of agencies."""

    suits: tuple[Category, ...]
    """Fields of work for which people are found there."""

    asks: tuple[Text, ...] = ()
    """What it wants to be told."""

    limits: Limits | None = None
    """How long a post may be; left out where nothing was found."""

    unlimited: bool = False
    """Whether nothing limits the length of a post."""

    open_for: Duration | None = None
    """How long a post stays open."""

    edits_extend: bool = False
    """Whether an edit keeps a post open for longer."""

    bans: tuple[Ban, ...] = ()
    """What its rules forbid."""

    rules: tuple[Datum, ...] = ()
    """Rules that matter to whoever posts."""

    fees: tuple[Datum, ...] = ()
    """What it costs the client."""

    confidence: Confidence
    """How sure we are of the row."""

    source: Text
    """Where the row comes from."""

    checked_on: Day
    """The day it was last looked at."""


class _Rows(Section):
    platforms: tuple[Platform, ...]
    usual_limits: Limits


@cache
def _rows() -> _Rows:
    return read(Path(__file__).with_suffix(".yaml"), _Rows)


@cache
def platforms() -> Mapping[str, Platform]:
    """Return every platform by its id."""
    return {platform.id: platform for platform in _rows().platforms}


def usual_limits() -> Limits:
    """Return the limits that are assumed where none are known."""
    return _rows().usual_limits


def banning(brief: Brief, what: Ban) -> str | None:
    """Return the name of the first platform of the brief that forbids `what`, if one does."""
    for chosen in brief.sourcing.platforms:
        platform = platforms().get(chosen)
        if platform and what in platform.bans:
            return platform.name
    return None


def chosen(facts: Facts) -> tuple[Facts, ...]:
    """Return the rows of the platforms that the facts name; those we know nothing of are left out.

    A platform named twice comes once.
    """
    named = dict.fromkeys(facts.sourcing.platforms)
    return tuple(shown(platforms()[name]) for name in named if name in platforms())


def fitting(facts: Facts) -> tuple[Facts, ...]:
    """Return rows that suit the role or the field of work, best first.

    Those that the role names come first, then those that are known to operate, the surer first.
    """
    role = roles.role(facts.project.role) if facts.project.role else None
    named = tuple(str(name) for name in role.platforms) if role else ()
    field = facts.project.category
    rows = [p for p in platforms().values() if p.id in named or field is None or field in p.suits]
    sure = ("high", "medium", "low")
    return tuple(
        shown(row)
        for row in sorted(
            rows,
            key=lambda p: (
                named.index(p.id) if p.id in named else len(named),
                p.status != "open",
                sure.index(p.confidence),
            ),
        )
    )


GUIDANCE: Mapping[str, Callable[[Facts], object]] = {
    "platforms": chosen,
    "fitting_platforms": fitting,
    "usual_limits": lambda _: shown(usual_limits()),
}
