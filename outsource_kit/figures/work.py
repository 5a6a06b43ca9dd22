"""Sums of what is asked and paid: milestones, trial, answers."""

from __future__ import annotations

from decimal import Decimal
from math import ceil
from typing import TYPE_CHECKING

from outsource_kit.brief.amounts import Money, Price
from outsource_kit.guidance.questions import asked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from outsource_kit.plan import Facts


_CENT = Decimal("0.01")

_THINK, _PACE = 3, 30
"""Minutes to think about a question; words that are written in a minute."""


def total(amounts: Iterable[Money | None]) -> Money | None:
    """Return the sum of `amounts`; None where one is missing or currencies differ."""
    known = list(amounts)
    present = [amount for amount in known if amount is not None]
    if not present or len(present) < len(known) or len({m.currency for m in present}) > 1:
        return None
    return Money(sum((m.amount for m in present), Decimal(0)), present[0].currency)


def trial_rate(facts: Facts) -> Price | None:
    """Return what the trial pays for each hour of its time box; None where either is missing."""
    pay, box = facts.trial.pay, facts.trial.time_box
    if pay is None or box is None or not box.hours:
        return None
    return Price((pay.amount / box.hours).quantize(_CENT), pay.currency, "hour")


def answer_words(facts: Facts) -> int | None:
    """Return the longest useful reply in words; None where a question sets no limit."""
    limits = [q.max_words for q in asked(facts)]
    known = [limit for limit in limits if limit is not None]
    return sum(known) if len(known) == len(limits) else None


def answer_minutes(facts: Facts) -> int | None:
    """Return how long the longest useful reply takes, in minutes, up to the next five.

    Three minutes to think about each question, and 30 words a minute to write (own rule). None
    where a question sets no limit.
    """
    words = answer_words(facts)
    if words is None:
        return None
    return 5 * ceil((len(asked(facts)) * _THINK + words / _PACE) / 5)


FIGURES: Mapping[str, Callable[[Facts], object]] = {
    "answer_minutes": answer_minutes,
    "answer_words": answer_words,
    "milestone_total": lambda facts: total(m.amount for m in facts.schedule.milestones),
    "trial_rate": trial_rate,
}
