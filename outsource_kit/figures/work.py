"""Sums of what is asked and paid: milestones, trial, answers."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from outsource_kit.brief.amounts import Money, Price

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from outsource_kit.plan import Facts


_CENT = Decimal("0.01")


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


def points(weights: Iterable[int | None]) -> int:
    """Return the sum of the weights that are given."""
    return sum(weight for weight in weights if weight is not None)


def answer_words(facts: Facts) -> int | None:
    """Return the longest useful reply in words; None where a question sets no limit."""
    limits = [q.max_words for q in facts.questions if q.kind != "gate"]
    known = [limit for limit in limits if limit is not None]
    return sum(known) if known and len(known) == len(limits) else None


FIGURES: Mapping[str, Callable[[Facts], object]] = {
    "answer_words": answer_words,
    "milestone_total": lambda facts: total(m.amount for m in facts.schedule.milestones),
    "trial_points": lambda facts: points(c.weight for c in facts.trial.criteria),
    "trial_rate": trial_rate,
}
