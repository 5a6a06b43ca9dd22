"""The question bank: questions for a field of work, each with what good answers sound like.

In: the rows of `questions.yaml` and the facts of one audience. Out: what is asked (the brief's own
questions, or four from the bank), the guide to score the answers, and further questions for a
talk. Absent: how answers are scored (`figures.ranking`).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from outsource_kit.brief.amounts import Positive
from outsource_kit.brief.audience import Section
from outsource_kit.brief.choose import Anchors
from outsource_kit.brief.codes import Slug
from outsource_kit.brief.define import Category
from outsource_kit.brief.text import Text
from outsource_kit.brief.times import Day
from outsource_kit.guidance.rows import shown
from outsource_kit.load import read
from outsource_kit.plan import Facts
from outsource_kit.wording import word

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_ASKED = 4
"""How many questions are asked where a brief has none: as many as the guide asks."""

_GENERAL = ("restate", "approach", "success", "sample")
"""The guide's four, in its order; the question of a field of work takes the place of the third."""


class WhereKnown(Section):
    """How a question is asked where the brief holds a fact."""

    fact: Literal["overlap", "tools", "quotes"]
    """The fact."""

    text: Text
    """The question, with the fact's name in braces."""


class BankQuestion(Section):
    """A question of the bank."""

    id: Slug
    """Its short name."""

    text: Text
    """The question."""

    where_known: WhereKnown | None = None
    """How it is asked where the brief holds a fact."""

    kind: Literal["understanding", "method", "experience", "sample", "success", "logistics"]
    """What kind of question it is."""

    criterion: Text
    """What the answer is scored on."""

    max_words: Positive
    """The longest useful answer, in words."""

    suits: tuple[Category, ...] = ()
    """The fields of work it is made for; empty for all."""

    anchors: Anchors
    """What an answer of each grade looks like."""

    listen_for: Text
    """What a good answer sounds like."""

    probe: Text
    """What to ask next."""


class _Bank(Section):
    source: Text
    checked_on: Day
    general_anchors: Anchors
    questions: tuple[BankQuestion, ...]


@cache
def bank() -> _Bank:
    """Return every row of the bank."""
    return read(Path(__file__).with_suffix(".yaml"), _Bank)


def asked(facts: Facts) -> tuple[Facts, ...]:
    """Return the questions that every candidate gets: the brief's own, or four of the bank."""
    return tuple(q for q in facts.questions if q.kind != "gate") or _standard(facts)


def guide(facts: Facts) -> tuple[Facts, ...]:
    """Return what is asked, each with anchors: its own, else those for any question."""
    general = shown(bank().general_anchors)
    return tuple(
        Facts(**(vars(question) | {"anchors": _anchors(question.anchors, general)}))
        for question in asked(facts)
    )


def further(facts: Facts) -> tuple[Facts, ...]:
    """Return questions of the bank for a talk: those that fit and are not asked already.

    Those for the field of work come first.
    """
    names = {question.id for question in asked(facts)}
    rows = [row for row in bank().questions if row.id not in names and _fits(row, facts)]
    return tuple(_row(row, facts) for row in sorted(rows, key=lambda row: not row.suits))


def _standard(facts: Facts) -> tuple[Facts, ...]:
    rows = {row.id: row for row in bank().questions}
    special = [row.id for row in rows.values() if row.suits and _fits(row, facts)]
    names = [*_GENERAL[:2], *(special[:1] or _GENERAL[2:3]), *_GENERAL[3:]]
    return tuple(_row(rows[name], facts) for name in names[:_ASKED])


def _fits(row: BankQuestion, facts: Facts) -> bool:
    if row.where_known and row.where_known.fact == "quotes":
        return bool(facts.pay.mode == "ask_quotes")
    return not row.suits or facts.project.category in row.suits


def _row(row: BankQuestion, facts: Facts) -> Facts:
    known = row.where_known
    found = _fact(known.fact, facts) if known else ""
    text = Text(known.text.replace(f"{{{known.fact}}}", found)) if known and found else row.text
    return Facts(**(vars(shown(row)) | {"text": text}))


def _fact(name: str, facts: Facts) -> str:
    """Return a fact as it reads in a question; empty where the brief does not hold it."""
    window, language = facts.requirements.overlap.window, facts.kit.language
    return {
        "overlap": word(window, language) if window else "",
        "tools": ", ".join(facts.requirements.tools),
        "quotes": str(facts.pay.mode or ""),
    }[name]


def _anchors(own: Facts, general: Facts) -> Facts:
    return own if any(vars(own).values()) else general


GUIDANCE: Mapping[str, Callable[[Facts], object]] = {
    "questions": asked,
    "question_guide": guide,
    "further_questions": further,
}
