"""What a written contract must say of the money: the value of the whole work.

In: facts that agencies know. Out: sums, one for each currency. Absent: what only the hirer knows,
such as a price to aim for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from outsource_kit.figures.costs import work_costs

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from outsource_kit.plan import Facts


def value(facts: Facts) -> tuple[Facts, ...]:
    """Return what the work is worth at the published prices, at the most; empty where unknown."""
    pay, steps = facts.pay, facts.schedule.milestones
    by_steps = bool(steps) and all(step.amount for step in steps)
    return work_costs(facts) if pay.fixed or pay.rate or pay.ceiling_public or by_steps else ()


FIGURES: Mapping[str, Callable[[Facts], object]] = {"value": value}
