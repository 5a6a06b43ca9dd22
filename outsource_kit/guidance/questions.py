"""The question bank: questions for a field of work, each with what good answers sound like.

In: the rows of `questions.yaml` and the facts of one audience. Out: what is asked (the brief's own
questions, or four from the bank), the guide to score the answers, and further questions for a
talk. Absent: how answers are scored (`figures.ranking`), and what they cover (`figures.coverage`).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

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

_GENERAL = ("restate", "approach", "success", "sample")
"""The guide's four, in its order; the question of a field of work takes the place of the third."""

_SPECIAL = 2
"""Which of the four that is, counted from nought."""


class WhereKnown(Section):
    """How a question is asked where the brief holds a fact."""

    fact: Literal["overlap", "tools"]
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

    only: Literal["quotes"] | None = None
    """Where alone it is asked: where `pay.mode` asks for quotes."""

    anchors: Anchors
    """What an answer of each grade looks like."""

    listen_for: Text
    """What a good answer sounds like."""

    probe: Text
    """What to ask next."""

    source: Text
    """Where the row comes from."""

    checked_on: Day
    """The day it was last looked at."""


class General(Section):
    """What an answer of each grade looks like, whatever was asked."""

    anchors: Anchors
    """The grades."""

    source: Text
    """Where they come from."""

    checked_on: Day
    """The day they were last looked at."""


class Bank(Section):
    """The bank as a whole."""

    general: General
    """For any question without anchors of its own."""

    questions: tuple[BankQuestion, ...]
    """The questions; of those for one field of work, the best first."""


@cache
def bank() -> Bank:
    """Return every row of the bank."""
    return read(Path(__file__).with_suffix(".yaml"), Bank)


def asked(facts: Facts) -> tuple[Facts, ...]:
    """Return the questions that every candidate gets: the brief's own, or four of the bank."""
    return tuple(q for q in facts.questions if q.kind != "gate") or _standard(facts)


def guide(facts: Facts) -> tuple[Facts, ...]:
    """Return what is asked, each with four anchors, what to listen for and what to ask next.

    What a question of the brief leaves out comes from the question of the bank that it repeats
    word for word; then its anchors from those for any question.
    """
    rows = {row.text: row for row in (_row(r, facts) for r in bank().questions)}
    general = vars(shown(bank().general.anchors))
    return tuple(_whole(question, rows.get(question.text), general) for question in asked(facts))


def further(facts: Facts) -> tuple[Facts, ...]:
    """Return questions of the bank for a talk: those that fit and are not asked already.

    Those for the field of work come first.
    """
    names = {question.id for question in asked(facts)}
    words = {question.text for question in asked(facts)}
    rows = sorted(bank().questions, key=lambda row: not row.suits)
    fit = (_row(row, facts) for row in rows if row.id not in names and _fits(row, facts))
    return tuple(row for row in fit if row.text not in words)


def _standard(facts: Facts) -> tuple[Facts, ...]:
    rows = {str(row.id): row for row in bank().questions}
    names = list(_GENERAL)
    names[_SPECIAL] = next((i for i, r in rows.items() if r.suits and _fits(r, facts)), "success")
    return tuple(_row(rows[name], facts) for name in names)


def _fits(row: BankQuestion, facts: Facts) -> bool:
    if row.only == "quotes" and facts.pay.mode != "ask_quotes":
        return False
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
    }[name]


def _whole(question: Facts, row: Facts | None, general: Mapping[str, Any]) -> Facts:
    """Return `question` with what it lacks from the bank's `row`, then from `general` anchors."""
    own = vars(question.anchors)
    usual = vars(row.anchors) if row and not any(own.values()) else general
    anchors = {grade: own[grade] or words for grade, words in usual.items()}
    return Facts(
        **(
            vars(question)
            | {
                "anchors": Facts(**anchors),
                "listen_for": question.listen_for or (row.listen_for if row else None),
                "probe": question.probe or (row.probe if row else None),
            }
        )
    )


GUIDANCE: Mapping[str, Callable[[Facts], object]] = {
    "general_anchors": lambda _: shown(bank().general.anchors),
    "questions": asked,
    "question_guide": guide,
    "further_questions": further,
}
