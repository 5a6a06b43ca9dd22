"""What hiring costs, and when it is due: plan against budget, price limits, days of payment.

In: the hirer's facts. Out: sums in one currency; where currencies differ, none. Absent: what was
really spent, which the sheets leave to be filled in.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from outsource_kit.figures.break_even import break_even, money, set_up_lines, share
from outsource_kit.figures.days import later
from outsource_kit.figures.work import total
from outsource_kit.plan import Facts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from outsource_kit.brief.amounts import Duration, Money, Price, Rate

LOW = Decimal("0.75")
"""An offer below this share of the market's lower end is no offer (own rule)."""

WATCH = Decimal("0.1")
"""Share of the budget by which spending may differ before it is talked about (own rule)."""

_WEEKS_IN = {"week": Decimal(1), "month": Decimal(52) / 12, "year": Decimal(52)}


def work_cost(facts: Facts) -> Money | None:
    """Return what the work costs before fees: the fixed price, the milestones, or hours x rate.

    Hours and rate are taken at their upper ends, so that the budget holds in any case.
    """
    pay, load, lasts = facts.pay, facts.engagement.workload, facts.engagement.duration
    if pay.fixed:
        return pay.fixed  # type: ignore[no-any-return]
    if milestones := total(m.amount for m in facts.schedule.milestones):
        return milestones
    weeks = _WEEKS_IN.get(lasts.unit) if lasts else None
    if not (pay.rate and pay.rate.unit == "hour" and load and weeks):
        return None
    return money(pay.rate.high * load.high * lasts.high * weeks, pay.rate.currency)


def cost_lines(facts: Facts) -> tuple[Facts, ...]:
    """Return what is planned to be paid out, line by line: work, fees, trials; no own time."""
    lines = []
    if work := work_cost(facts):
        lines.append(Facts(kind="work", amount=work))
        if fee := share(facts.pay.platform_fee):
            lines.append(Facts(kind="platform_fee", amount=money(work.amount * fee, work.currency)))
    paid = ("trial_pay", "contract_fee")
    return (*lines, *(line for line in set_up_lines(facts) if line.kind in paid))


def planned(facts: Facts) -> Money | None:
    """Return the sum of all that is planned to be paid out."""
    return total(line.amount for line in cost_lines(facts))


def reserve(facts: Facts) -> Facts | None:
    """Return what the budget leaves, and whether it is short; None where either is not known."""
    budget, plan = facts.pay.budget_total, planned(facts)
    if not budget or not plan or budget.currency != plan.currency:
        return None
    left = budget.amount - plan.amount
    return Facts(
        amount=money(abs(left), plan.currency),
        short=left < 0,
        watch=money(plan.amount * WATCH, plan.currency),
    )


def limits(facts: Facts) -> Facts:
    """Return the highest price: as stated, as reckoned, and the lower of the two."""
    stated: Price | None = facts.pay.walk_away
    found = break_even(facts)
    reckoned: Price | None = found.highest_rate if found else None
    gap = Decimal(0)
    if stated and reckoned and _alike(stated, reckoned):
        gap = stated.amount - reckoned.amount
    return Facts(
        stated=stated,
        reckoned=reckoned,
        binding=reckoned if gap > 0 else stated or reckoned,
        differ=bool(gap),
        stated_is_higher=gap > 0,
    )


def low_ball(facts: Facts) -> Facts | None:
    """Return whether the opening offer is too low for the market; None without both."""
    opening, market = facts.negotiation.opening, facts.negotiation.market_range
    if not opening or not market or not _alike(opening, market):
        return None
    least = market.low * LOW
    return Facts(least=money(least, market.currency), too_low=opening.amount < least)


def payments(facts: Facts) -> tuple[Facts, ...]:
    """Return each milestone with the days on which it is due, accepted and paid, and its sum.

    A day that would follow from a time nobody stated is None.
    """
    rows = []
    for milestone in facts.schedule.milestones:
        accepted = _after(milestone.due, facts.management.acceptance_within)
        rows.append(
            Facts(
                name=milestone.name,
                amount=milestone.amount,
                due=milestone.due,
                accept_by=accepted,
                pay_by=_after(accepted or milestone.due, facts.pay.terms.within),
            )
        )
    return tuple(rows)


def _after(day: object, wait: Duration | None) -> object:
    return later(day, wait) if day and wait else None  # type: ignore[arg-type]


def _alike(one: Price, other: Price | Rate) -> bool:
    return one.currency == other.currency and one.unit == other.unit


FIGURES: Mapping[str, Callable[[Facts], object]] = {
    "cost_lines": cost_lines,
    "limits": limits,
    "low_ball": low_ball,
    "payments": payments,
    "planned_cost": planned,
    "reserve": reserve,
}
