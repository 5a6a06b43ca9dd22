"""Platforms on which a job can be posted: what is known of them, as data.

In: the rows of `platforms.yaml`. Out: platforms by id, and which of a brief's platforms forbids
something. Absent: advice on which to choose.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from outsource_kit.brief.audience import Section
from outsource_kit.brief.codes import Slug
from outsource_kit.brief.text import Text
from outsource_kit.brief.times import Day
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


class Platform(Section):
    """A place to post a job."""

    id: Slug
    """Its short name in a brief."""

    name: Text
    """Its name."""

    status: Literal["open", "unknown", "closed"]
    """Whether it operates, as far as could be found out."""

    bans: tuple[Ban, ...] = ()
    """What its rules forbid."""

    confidence: Literal["high", "medium", "low"]
    """How sure we are of the row."""

    source: Text
    """Where the row comes from."""

    checked_on: Day
    """The day it was last looked at."""


class _Rows(Section):
    platforms: tuple[Platform, ...]


@cache
def platforms() -> Mapping[str, Platform]:
    """Return every platform by its id."""
    rows = read(Path(__file__).with_suffix(".yaml"), _Rows)
    return {platform.id: platform for platform in rows.platforms}


def banning(brief: Brief, what: Ban) -> str | None:
    """Return the name of the first platform of the brief that forbids `what`, if one does."""
    for chosen in brief.sourcing.platforms:
        platform = platforms().get(chosen)
        if platform and what in platform.bans:
            return platform.name
    return None


GUIDANCE: Mapping[str, Callable[[Facts], object]] = {}
