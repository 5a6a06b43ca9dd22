"""Is each must-have tested, and tested once? By a question, a gate, the trial or a metric."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outsource_kit.figures.coverage import testing, tests_of
from outsource_kit.lint.rule import Problem, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from outsource_kit.brief import Brief

_MOST = 2
"""Tests of one thing that tell something new."""


def _named(kind: str, name: str) -> str:
    """Return how a test is called in a message."""
    return f"{_WORDS[kind]} `{name}`" if kind in _WORDS else f"{kind} {name}"


_WORDS = {"trial": "trial criterion", "metric": "metric"}


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
    tests = list(tests_of(brief)) if brief.requirements.must else []
    for index, need in enumerate(brief.requirements.must):
        if not testing(need, tests):
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
    tests = list(tests_of(brief)) if brief.requirements.must else []
    for index, need in enumerate(brief.requirements.must):
        found = [_named(*test) for test in testing(need, tests)]
        if len(found) > _MOST:
            said = f"{len(found)} tests look at this: {', '.join(found)}"
            yield Problem(("requirements", "must", index, "text"), said)
