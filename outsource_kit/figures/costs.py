"""What hiring costs: the plan, line by line and month by month, against the budget.

In: the hirer's facts. Out: one sum for each currency, since no rate of exchange is taken for
granted. Hours, rates and lengths count at their upper ends, so that the budget holds in any case.
Absent: what was really spent, which the sheet leaves to be filled in.
"""

from __future__ import annotations

from decimal import ROUND_CEILING, Decimal
from typing import TYPE_CHECKING, Any

from outsource_kit.brief.amounts import Price
from outsource_kit.figures.rates import HOURS_A_DAY, offered
from outsource_kit.figures.set_up import End, each, set_up_lines, sums, trial_people
from outsource_kit.figures.trade import WEEKS_IN, money, share
from outsource_kit.plan import Facts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from outsource_kit.brief.amounts import Duration, Money

WATCH = Decimal("0.1")
"""Share of the plan by which spending may differ before it is talked about (own rule)."""

MONTHS, MOST_MONTHS = 6, 12
"""Months to fill in where nothing says how long the work lasts, and the most that are printed."""


def work_costs(facts: Any, end: End = "high") -> tuple[Facts, ...]:
    """Return what the work costs before fees, a line for each currency; empty where unknown.

    It is the fixed price, else the milestones, else a rate times the hours, days, weeks, months or
    pieces it is paid for; ranges count at their `end`.
    """
    pay, steps = facts.pay, facts.schedule.milestones
    if pay.fixed:
        return (_work(pay.fixed),)
    if steps and all(step.amount for step in steps):
        return tuple(_work(amount) for amount in sums(step.amount for step in steps))
    rate = _price(facts, end)
    if rate is None:
        return ()
    if rate.unit is None:
        return (_work(money(rate.amount, rate.currency)),)
    if count := units(rate.unit, facts, end):
        return (_work(money(rate.amount * count, rate.currency), count, rate),)
    return ()


def _work(amount: Money, count: Decimal | None = None, rate: Price | None = None) -> Facts:
    unit = rate and rate.unit
    return Facts(kind="work", amount=amount, count=count and round(count, 1), unit=unit, rate=rate)


def _price(facts: Facts, end: End = "high") -> Price | None:
    """Return an end of what is published for the work, else the price to aim for."""
    pay = facts.pay
    published = pay.rate and Price(getattr(pay.rate, end), pay.rate.currency, pay.rate.unit)
    return published or pay.ceiling_public or pay.target


def units(unit: str, facts: Facts, end: End = "high") -> Decimal | None:
    """Return how many hours, days, weeks, months or pieces the work has; None where unknown."""
    load, lasts = facts.engagement.workload, facts.engagement.duration
    if unit == "piece":
        return Decimal(facts.engagement.pieces) if facts.engagement.pieces else None
    if lasts is None:
        return None
    length: Decimal = getattr(lasts, end)
    if unit == "hour" and lasts.unit in lasts.HOURS:
        return length * lasts.HOURS[lasts.unit]  # type: ignore[no-any-return]
    if unit == "day" and lasts.unit.endswith("day"):
        return length
    weeks = _weeks(lasts, end)
    if weeks and unit in WEEKS_IN and unit != "day":
        return weeks / WEEKS_IN[unit]
    hours = getattr(load, end) * weeks if load and weeks else None
    return hours and hours / (HOURS_A_DAY if unit == "day" else 1)


def _weeks(lasts: Duration | None, end: End = "high") -> Decimal | None:
    """Return an end of a length in weeks; None for hours and for none."""
    factor = WEEKS_IN.get(lasts.unit) if lasts else None
    return getattr(lasts, end) * factor if lasts and factor else None


def plan_gaps(facts: Facts) -> tuple[str, ...]:
    """Return the fields that would tell what the work costs; empty where it is known."""
    if work_costs(facts):
        return ()
    steps, rate = facts.schedule.milestones, _price(facts)
    if rate is None:
        paid = any(step.amount for step in steps)
        return ("schedule.milestones",) if paid else ("pay.rate",)
    if rate.unit == "piece":
        return ("engagement.pieces",)
    lacks = [] if facts.engagement.duration else ["engagement.duration"]
    if rate.unit in ("hour", "day") and facts.engagement.workload is None:
        lacks.append("engagement.workload")
    return tuple(lacks) or ("engagement.duration",)


def cost_lines(facts: Any, end: End = "high") -> tuple[Facts, ...]:
    """Return what is planned to be paid out, line by line: work, fees, trials; no own time."""
    lines, fee = list(work_costs(facts, end)), share(facts.pay.platform_fee)
    if fee:
        lines += [
            Facts(kind="platform_fee", amount=money(line.amount.amount * fee, line.amount.currency))
            for line in lines
        ]
    return (*lines, *_finding_lines(facts, end))


def _finding_lines(facts: Any, end: End = "high") -> tuple[Facts, ...]:
    paid = ("trial_pay", "contract_fee")
    return tuple(line for line in set_up_lines(facts, end) if line.kind in paid)


def planned(facts: Any, end: End = "high") -> tuple[Money, ...]:
    """Return all that is planned to be paid out, a sum for each currency."""
    return sums(line.amount for line in cost_lines(facts, end))


def finding_costs(facts: Any) -> tuple[Money, ...]:
    """Return what trials and contract fees are planned to cost, a sum for each currency."""
    return sums(line.amount for line in _finding_lines(facts))


def budget(facts: Facts) -> Facts | None:
    """Return what the budget leaves; None without a budget, or where the work's cost is unknown."""
    known = planned(facts) if work_costs(facts) else ()
    return _against(facts.pay.budget_total, known)


def finding(facts: Facts) -> Facts | None:
    """Return what is left of the money for finding someone, after trials and contract fees."""
    return _against(facts.sourcing.budget, finding_costs(facts))


def _against(purse: Money | None, plan: tuple[Money, ...]) -> Facts | None:
    """Return what `purse` leaves of `plan`, and from where on to watch; none across currencies.

    Watched is what goes a tenth above the plan, or above the purse, whichever comes first.
    """
    if purse is None or not plan:
        return None
    if any(amount.currency != purse.currency for amount in plan):
        return Facts(comparable=False, left=None, short=False, watch=None, tenth=False)
    left, tenth = purse.amount - plan[0].amount, plan[0].amount * WATCH
    return Facts(
        comparable=True,
        left=money(abs(left), purse.currency),
        short=left < 0,
        watch=money(plan[0].amount + min(tenth, left), purse.currency) if left >= 0 else None,
        tenth=tenth <= left,
    )


def months(facts: Facts) -> Facts:
    """Return the months the work lasts, and what each of them is planned to cost, fees included.

    Work at a fixed price or by milestones is not spread over months.
    """
    weeks, work = _weeks(facts.engagement.duration), work_costs(facts)
    if weeks is None:
        return Facts(numbers=tuple(range(1, MONTHS + 1)), each=None)
    exact = weeks / WEEKS_IN["month"]
    count = min(MOST_MONTHS, int(exact.to_integral_value(ROUND_CEILING)))
    paid = work[0].amount if work and work[0].rate else None
    whole = paid and paid.amount * (1 + share(facts.pay.platform_fee))
    each = paid and whole and money(whole / max(exact, Decimal(1)), paid.currency)
    return Facts(numbers=tuple(range(1, count + 1)), each=each)


def day_hours(facts: Facts) -> Decimal | None:
    """Return the hours for which a price by the day is taken; None where no price is by the day."""
    return HOURS_A_DAY if any(found.price.unit == "day" for found in offered(facts)) else None


def trial_cost(facts: Facts) -> Facts | None:
    """Return what the trials cost the hirer: n x pay x (1 + fee) + n x review time x own hour."""
    kinds = ("trial_pay", "trial_review")
    lines = tuple(line for line in set_up_lines(facts) if line.kind in kinds)
    people = trial_people(facts)
    return (
        Facts(people=people, lines=lines, sums=sums(line.amount for line in lines))
        if lines
        else None
    )


FIGURES: Mapping[str, Callable[[Facts], object]] = {
    "budget": budget,
    "cost_lines": cost_lines,
    "day_hours": day_hours,
    "finding": finding,
    "months": months,
    "plan_gaps": plan_gaps,
    "planned_costs": lambda facts: each(planned(facts)),
    "trial_cost": trial_cost,
}
