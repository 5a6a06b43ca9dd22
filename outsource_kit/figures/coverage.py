"""Which question, condition, trial criterion or metric tests each must-have.

In: the facts of an audience that may know the criteria, or a brief itself. Out: each must-have
with the names of its tests. Two texts are about the same thing where they share two clear words,
or where a criterion is named.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from outsource_kit.plan import Facts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

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


@lru_cache(maxsize=4096)
def subjects(text: str) -> frozenset[str]:
    """Return what a text is about: the stems of its words, the most common ones left out."""
    words = _WORD.findall(text.casefold())
    return frozenset(_ENDING.sub("", word) for word in words if word not in _COMMON)


def held(facts: Any) -> bool:
    """Return whether there is a trial: the brief says so, or says nothing and sets a task."""
    trial = facts.trial
    return bool(trial.enabled or (trial.enabled is None and trial.task is not None))


def tests_of(facts: Any) -> Iterator[tuple[str, str, str, str]]:
    """Yield what tests applicants: its kind, its name, its criterion, and its words."""
    for number, question in enumerate(facts.questions, 1):
        yield "question", str(number), question.criterion or "", question.text
    for number, gate in enumerate(facts.screening.gates, 1):
        yield "gate", str(number), "", gate.text
    if held(facts):
        for criterion in facts.trial.criteria:
            words = f"{criterion.name} {criterion.looks_at or ''}"
            yield "trial", criterion.name, criterion.name, words
    for metric in facts.metrics:
        words = f"{metric.name} {metric.why or ''} {metric.method or ''}"
        yield "metric", metric.name, metric.name, words


def testing(need: Any, tests: list[tuple[str, str, str, str]]) -> list[tuple[str, str]]:
    """Return kind and name of each of the `tests` that tests `need`.

    Those of its criterion, and those that share clear words with it or with its evidence.
    """
    criterion = (need.criterion or "").casefold()
    about = subjects(f"{need.text} {need.evidence or ''}")
    return [
        (kind, name)
        for kind, name, scored, words in tests
        if (criterion and scored.casefold() == criterion) or len(about & subjects(words)) >= CLEAR
    ]


def coverage(facts: Facts) -> tuple[Facts, ...]:
    """Return each must-have with the names of its tests by kind, and whether it has any."""
    tests = list(tests_of(facts))
    rows = []
    for need in facts.requirements.must:
        found = testing(need, tests)
        named = {kind: tuple(name for k, name in found if k == kind) for kind in KINDS}
        rows.append(
            Facts(
                text=need.text, criterion=need.criterion, covered=bool(found), tests=Facts(**named)
            )
        )
    return tuple(rows)


FIGURES: Mapping[str, Callable[[Facts], object]] = {"coverage": coverage}
