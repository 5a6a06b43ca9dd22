"""Is each must-have tested, and not too often? By a question, a gate, the trial or a metric.

The rules read the matrix that the scorecard prints, so both say the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from outsource_kit.brief import Audience
from outsource_kit.figures.coverage import tested
from outsource_kit.lint.once import once
from outsource_kit.lint.rule import Problem, rule
from outsource_kit.plan import project

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from outsource_kit.brief import Brief
    from outsource_kit.figures.coverage import Test

_MOST = 2
"""Tests of one thing that tell something new."""


_WORDS = {
    "question": "question {}",
    "gate": "gate {}",
    "trial": "trial criterion `{}`",
    "metric": "metric `{}`",
}
"""How a test of each kind is called in a message."""


@once
def _tested(brief: Brief) -> tuple[Sequence[Test], ...]:
    """Return the tests of each must-have, as the scorecard's readers see them."""
    return tested(project(brief, Audience.AGENCY)) if brief.requirements.must else ()


@rule(
    "COV-01",
    "warning",
    checks="a must-have that nothing tests",
    why="What nothing tests is decided by who claims it loudest.",
    remedy="ask a question, add a gate or a trial criterion, or give it the `criterion` of one",
    source="own rule",
    bad="requirements: {must: [{text: You write clear mails, criterion: writing}]}",
    good=(
        "requirements: {must: [{text: You write clear mails, criterion: writing}]}\n"
        "questions: [{text: Tell a shop that its order is late., criterion: writing}]"
    ),
)
def untested(brief: Brief) -> Iterator[Problem]:
    """Yield each must-have without a question, gate, trial criterion or metric."""
    for index, tests in enumerate(_tested(brief)):
        if not tests:
            place = ("requirements", "must", index, "text")
            yield Problem(place, "no question, gate, trial criterion or metric tests this")


@rule(
    "COV-02",
    "info",
    checks="a must-have that is tested more than twice",
    why="The third test of one thing takes the place of the first test of another.",
    remedy="drop a test, or let it look at something else",
    source="own rule",
    bad=(
        "requirements: {must: [{text: You write clear mails, criterion: writing}]}\n"
        "questions: [{text: A, criterion: writing}, {text: B, criterion: writing}, {text: C,"
        " criterion: writing}]"
    ),
    good=(
        "requirements: {must: [{text: You write clear mails, criterion: writing}]}\n"
        "questions: [{text: A, criterion: writing}, {text: B, criterion: writing}]"
    ),
)
def tested_often(brief: Brief) -> Iterator[Problem]:
    """Yield each must-have with more than two tests."""
    for index, tests in enumerate(_tested(brief)):
        if len(tests) > _MOST:
            found = ", ".join(_WORDS[test.kind].format(test.name) for test in tests)
            said = f"{len(tests)} tests look at this: {found}"
            yield Problem(("requirements", "must", index, "text"), said)
