"""Measures of success and standards of results, by field of work, as data.

In: the rows of `metrics.yaml`, and the facts of one audience. Out: the rows that suit the field of
work, as examples to start from. Absent: what was agreed, which only a brief says, and measures that
come with a role (`roles`).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar

from outsource_kit.brief.amounts import Number
from outsource_kit.brief.audience import Section
from outsource_kit.brief.codes import Slug
from outsource_kit.brief.define import Category
from outsource_kit.brief.text import Text
from outsource_kit.brief.times import Day
from outsource_kit.guidance.rows import shown
from outsource_kit.load import read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from outsource_kit.plan import Facts

KINDS = ("timeline", "quality", "cost", "other")
"""Kinds of success, in the order in which they are told."""

MOST_OF_A_KIND, MOST_STANDARDS = 2, 3
"""Examples that are shown of each kind of measure, and of standards."""


class Measure(Section):
    """Something that can be counted, and tells whether work succeeds."""

    id: Slug
    """Its short name."""

    name: Text
    """What is measured."""

    works: tuple[Category, ...] = ()
    """Fields of work that it suits; left out, any."""

    kind: Literal["timeline", "quality", "cost", "other"]
    """What kind of success it shows."""

    unit: Text
    """Unit of the target."""

    direction: Literal["up", "down"]
    """Whether more or less is better."""

    target: Number
    """A value to start from, as an example."""

    method: Text
    """How it is measured."""

    reader: Literal["both", "hirer"] = "both"
    """Whether it is agreed with the freelancer, or for the hirer alone."""

    by: Literal["freelancer", "client"] = "freelancer"
    """Whose part it is to reach it."""

    source: Text
    """Where the row comes from."""

    checked_on: Day
    """The day it was last looked at."""


class Standard(Section):
    """How a kind of result is judged."""

    id: Slug
    """Its short name."""

    result: Text
    """What is handed over."""

    works: tuple[Category, ...] = ()
    """Fields of work that it suits; left out, any."""

    standard: Text
    """What it must be."""

    level: Text
    """How much of that is enough."""

    method: Text
    """How it is checked."""

    source: Text
    """Where the row comes from."""

    checked_on: Day
    """The day it was last looked at."""


Row = TypeVar("Row", Measure, Standard)


class _Rows(Section):
    measures: tuple[Measure, ...]
    standards: tuple[Standard, ...]


@cache
def library() -> _Rows:
    """Return every measure and every standard."""
    return read(Path(__file__).with_suffix(".yaml"), _Rows)


def fitting(rows: Iterable[Row], field: Category | None) -> tuple[Row, ...]:
    """Return the rows for a field of work, then those for any; of other fields, none."""
    known = tuple(rows)
    own = tuple(row for row in known if field in row.works)
    return own + tuple(row for row in known if not row.works)


def example_measures(facts: Facts) -> tuple[Facts, ...]:
    """Return a few measures of each kind to agree on with a freelancer."""
    found = fitting(_for("both"), facts.project.category)
    of_kind = {kind: [row for row in found if row.kind == kind] for kind in KINDS}
    return tuple(shown(row) for rows in of_kind.values() for row in rows[:MOST_OF_A_KIND])


def own_measures(facts: Facts) -> tuple[Facts, ...]:
    """Return the measures that the hirer keeps for themselves."""
    return tuple(shown(row) for row in fitting(_for("hirer"), facts.project.category))


def _for(reader: str) -> Iterable[Measure]:
    return (row for row in library().measures if row.reader == reader)


def example_standards(facts: Facts) -> tuple[Facts, ...]:
    """Return a few standards of results in this field of work."""
    found = fitting(library().standards, facts.project.category)
    return tuple(shown(row) for row in found[:MOST_STANDARDS])


GUIDANCE: Mapping[str, Callable[[Facts], object]] = {
    "example_measures": example_measures,
    "example_standards": example_standards,
    "own_measures": own_measures,
}
