"""Is each must-have tested, and tested once? By a question, a gate, the trial or a metric."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outsource_kit.lint.phrases import subjects
from outsource_kit.lint.rule import Problem, rule
from outsource_kit.lint.trial import held

if TYPE_CHECKING:
    from collections.abc import Iterator

    from outsource_kit.brief import Brief
    from outsource_kit.brief.post import Requirement

_CLEAR = 2
"""Words that two texts must share to be about the same thing."""

_MOST = 2
"""Tests of one thing that tell something new."""


def _tests(brief: Brief) -> Iterator[tuple[str, str, str]]:
    """Yield what tests applicants: its name, its criterion, and its words."""
    for number, question in enumerate(brief.questions, 1):
        yield f"question {number}", question.criterion or "", question.text
    for number, gate in enumerate(brief.screening.gates, 1):
        yield f"gate {number}", "", gate.text
    if held(brief):
        for criterion in brief.trial.criteria:
            words = f"{criterion.name} {criterion.looks_at or ''}"
            yield f"trial criterion `{criterion.name}`", criterion.name, words
    for metric in brief.metrics:
        words = f"{metric.name} {metric.why or ''} {metric.method or ''}"
        yield f"metric `{metric.name}`", metric.name, words


def _testing(need: Requirement, tests: list[tuple[str, str, str]]) -> list[str]:
    """Return the names of the tests that test `need`.

    Those of its criterion, and those that share clear words with it or with its evidence.
    """
    criterion = (need.criterion or "").casefold()
    about = subjects(f"{need.text} {need.evidence or ''}")
    return [
        name
        for name, scored, words in tests
        if (criterion and scored.casefold() == criterion) or len(about & subjects(words)) >= _CLEAR
    ]


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
    tests = list(_tests(brief)) if brief.requirements.must else []
    for index, need in enumerate(brief.requirements.must):
        if not _testing(need, tests):
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
    tests = list(_tests(brief)) if brief.requirements.must else []
    for index, need in enumerate(brief.requirements.must):
        found = _testing(need, tests)
        if len(found) > _MOST:
            said = f"{len(found)} tests look at this: {', '.join(found)}"
            yield Problem(("requirements", "must", index, "text"), said)
