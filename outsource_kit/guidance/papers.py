"""Points to settle before work begins: the NDA, other papers, tax, local law, signing; as data.

In: the rows of `papers.yaml` and the facts of an audience that knows the papers. Out: the rows
whose conditions the facts meet, in the order of the file, and the day the oldest was checked.
Absent: what is decided (that is the brief's), and any advice on law.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from outsource_kit.brief.audience import Section
from outsource_kit.brief.codes import Slug
from outsource_kit.brief.text import Text
from outsource_kit.brief.times import Day
from outsource_kit.guidance.conditions import Condition
from outsource_kit.guidance.rows import shown
from outsource_kit.load import read

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from outsource_kit.plan import Facts

Step = Literal["need", "facts", "clauses", "papers", "status", "law", "signing"]
"""The part of the checklist to which a point belongs, in its order."""


class Point(Section):
    """Something to settle, or to look up."""

    id: Slug
    """Its short name."""

    step: Step
    """The part to which it belongs."""

    title: Text
    """Its name, with a full stop."""

    text: Text
    """What to do."""

    why: Text
    """Why it matters."""

    when: tuple[Condition, ...] = ()
    """What must hold, all of it, for the point to be printed; empty for always."""

    severity: Literal["must", "should", "may"]
    """How much depends on it."""

    said: Literal["background", "dpa", "insurance"] | None = None
    """The field of `legal` that is printed with it, where the brief fills it."""

    signed: Text | None = None
    """The paper that it adds to the list of signatures."""

    source: Text
    """Where it comes from."""

    checked_on: Day
    """The day it was last looked up."""


class _Rows(Section):
    points: tuple[Point, ...]


@cache
def rows() -> tuple[Point, ...]:
    """Return every row."""
    return read(Path(__file__).with_suffix(".yaml"), _Rows).points


def points(facts: Facts) -> tuple[Facts, ...]:
    """Return the points that these facts call for."""
    return tuple(shown(p) for p in rows() if all(c.holds(facts) for c in p.when))


def checked_on(facts: Facts) -> Day:
    """Return the day on which the oldest of these points was looked up."""
    days: list[Day] = [point.checked_on for point in points(facts)]
    return min(days, key=lambda day: day.date)


GUIDANCE: Mapping[str, Callable[[Facts], object]] = {
    "points": points,
    "points_checked_on": checked_on,
}
