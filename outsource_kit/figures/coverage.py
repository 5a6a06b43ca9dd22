"""Which question, condition, trial criterion or metric tests each must-have.

In: the facts of an audience that may know the criteria. Out: each must-have with the names of its
tests, among all that applicants meet. Two texts are about the same thing where they share two clear
words, or where a criterion is named.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from outsource_kit.guidance.questions import asked
from outsource_kit.guidance.rubrics import rubrics, trial_criteria
from outsource_kit.plan import Facts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

CLEAR = 2
"""Words that two texts must share to be about the same thing."""

KINDS = ("question", "gate", "trial", "metric")
"""What can test a must-have, in the order in which a candidate meets them."""

_WORD = re.compile(r"[^\W\d_]{4,}")
_ENDING = re.compile(r"(?:ings?|ies|ied|ers?|ed|es|ly|e|s|y)$")
_COMMON = frozenset(
    _WORD.findall(
        "about after again also answer answers around asked because been before being between"
        " both candidate case cases could days does doing done each ever every everything"
        " examples example first freelancer from give given good great have here hours into"
        " just keep kept know large least less like made make many more most much must need"
        " needs next none only other others over people per show similar small some someone"
        " such take takes tell than that their them then there these they thing things this"
        " those three time times used using very week what when where which while will with"
        " within without work worked works would year years your yours"
    )
)
"""Words of four letters and more that say nothing about a subject (own list)."""


class Test(NamedTuple):
    """Something that tests applicants."""

    kind: str
    """One of `KINDS`."""

    name: str
    """What it is called: its number among its kind, or its own name."""

    criterion: str
    """What it is scored on; empty where nothing is said."""

    words: str
    """What it is about."""


@lru_cache(maxsize=4096)
def subjects(text: str) -> frozenset[str]:
    """Return what a text is about: the stems of its words, the most common ones left out."""
    words = _WORD.findall(text.casefold())
    return frozenset(_ENDING.sub("", word) for word in words if word not in _COMMON)


def held(facts: Any) -> bool:
    """Return whether there is a trial: the brief says so, or says nothing and sets a task."""
    trial = facts.trial
    return bool(trial.enabled or (trial.enabled is None and trial.task is not None))


def tests_of(facts: Facts) -> Iterator[Test]:
    """Yield what tests applicants, each numbered as a scorecard numbers it.

    Questions to be answered by yes or no are conditions, and come after the brief's conditions.
    """
    for number, question in enumerate(asked(facts), 1):
        yield Test("question", str(number), question.criterion or "", question.text)
    checks = [(q.criterion, q.text) for q in facts.questions if q.kind == "gate"]
    conditions = [*((None, gate.text) for gate in facts.screening.gates), *checks]
    for number, (criterion, text) in enumerate(conditions, 1):
        yield Test("gate", str(number), criterion or "", text)
    for criterion in trial_criteria(facts) if held(facts) else ():
        words = f"{criterion.name} {criterion.looks_at or ''}"
        yield Test("trial", criterion.name, criterion.name, words)
    for metric in facts.metrics:
        words = f"{metric.name} {metric.why or ''} {metric.method or ''}"
        yield Test("metric", metric.name, metric.name, words)


def tested(facts: Facts) -> tuple[Sequence[Test], ...]:
    """Return the tests of each must-have."""
    tests = list(tests_of(facts))
    return tuple(testing(need, tests) for need in facts.requirements.must)


def testing(need: Any, tests: Iterable[Test]) -> Sequence[Test]:
    """Return those of the `tests` that test `need`.

    They are those of its criterion, and those that share clear words with it or with its evidence.
    """
    criterion = (need.criterion or "").casefold()
    about = subjects(f"{need.text} {need.evidence or ''}")
    return [
        test
        for test in tests
        if (criterion and test.criterion.casefold() == criterion)
        or len(about & subjects(test.words)) >= CLEAR
    ]


def coverage(facts: Facts) -> tuple[Facts, ...]:
    """Return each must-have with the names of its tests by kind.

    `covered` says whether it has any, `late` whether only a metric shows it, once the work runs;
    `read` whether it is scored from what an application shows.
    """
    return tuple(map(_row, facts.requirements.must, tested(facts)))


def _row(need: Any, found: Sequence[Test]) -> Facts:
    named = {kind: tuple(test.name for test in found if test.kind == kind) for kind in KINDS}
    return Facts(
        text=need.text,
        criterion=need.criterion,
        evidence=need.evidence,
        tests=Facts(**named),
        covered=bool(found),
        late=bool(found) and all(test.kind == "metric" for test in found),
        read=(need.criterion or "").casefold() in _read(),
    )


@cache
def _read() -> frozenset[str]:
    """Return the criteria of an application: read from what it shows, not asked."""
    return frozenset(row.id for row in rubrics() if row.stage == "application")


FIGURES: Mapping[str, Callable[[Facts], object]] = {"coverage": coverage}
