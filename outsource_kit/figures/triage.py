"""What decides about a task, as rows of data: six questions, six cross-outs, and the rest.

In: `audit.yaml`, and the marks of a task. Out: which rows hold. Absent: how marks are reckoned.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, Literal

from outsource_kit.brief.amounts import Flag, Number
from outsource_kit.brief.audience import Section
from outsource_kit.brief.codes import Slug
from outsource_kit.brief.text import Text
from outsource_kit.brief.times import Day
from outsource_kit.load import read


class Test(Section):
    """A condition on one mark; a mark that was not given meets none but `missing`."""

    mark: Text
    """The mark."""

    equals: Flag | None = None
    """Holds where the mark is this."""

    at_least: Number | None = None
    """Holds from here."""

    at_most: Number | None = None
    """Holds up to here."""

    above: Number | None = None
    """Holds above this."""

    missing: Flag = False
    """Holds where the mark is not known."""

    unless: Text | None = None
    """A second mark that takes the harm out of the first."""


class Question(Section):
    """A question whose yes speaks for handing a task over."""

    id: Slug
    """Its short name."""

    text: Text
    """The question."""

    speaks: Text
    """What a yes says."""

    test: Test
    """When it is a yes."""

    needs_enough: Flag = False
    """Whether a short log cannot answer it."""


class Reason(Section):
    """A reason for a verdict."""

    id: Slug
    """Its short name."""

    question: Text | None = None
    """The cross-out that it is, as a question; None for the other reasons."""

    test: Test | None = None
    """When it holds; None for always."""

    verdict: Literal["outsource", "pilot", "unknown", "too-dear", "keep", "eliminate"]
    """What follows."""

    reason: Text
    """Why, in a sentence."""

    against: Text | None = None
    """What to say to who hands the task over all the same."""


class Triage(Section):
    """What decides about a task."""

    source: Text
    """Where the rows come from."""

    checked_on: Day
    """The day they were last looked at."""

    questions: tuple[Question, ...]
    """The six questions."""

    reasons: tuple[Reason, ...]
    """The reasons; the first that holds decides."""


@cache
def triage() -> Triage:
    """Return what decides about a task."""
    return read(Path(__file__).with_name("audit.yaml"), Triage)


def holds(test: Test | None, marks: Any) -> bool:
    """Return whether `test` holds for a task with `marks`, a field of each name."""
    if test is None:
        return True
    mark = getattr(marks, test.mark)
    if mark is None or test.missing:
        return mark is None and test.missing
    if test.unless and getattr(marks, test.unless):
        return False
    return (
        (test.equals is None or mark is test.equals)
        and (test.at_least is None or mark >= test.at_least)
        and (test.at_most is None or mark <= test.at_most)
        and (test.above is None or mark > test.above)
    )
