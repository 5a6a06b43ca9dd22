"""What hiring costs, and when it is due: plan against budget, price limits, days of payment.

In: the hirer's facts. Out: sums in one currency; where currencies differ, none. Absent: what was
really spent, which the sheets leave to be filled in.
"""

from __future__ import annotations

from decimal import Decimal
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from outsource_kit.brief.amounts import Duration, Money, Price, Rate
from outsource_kit.figures.break_even import (
    break_even,
    cents,
    money,
    set_up_lines,
    share,
    trial_people,
    weeks_in,
)
from outsource_kit.figures.days import later
from outsource_kit.figures.work import total
from outsource_kit.plan import Facts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

LOW = Decimal("0.75")
"""An offer below this share of the market's lower end is no offer (own rule)."""

WATCH = Decimal("0.1")
"""Share of the plan by which spending may differ before it is talked about (own rule)."""

MOST_ROWS = 12
"""Rows of a spending plan; a longer time is told in longer stretches."""

_PAID_OUT = ("trial_pay", "contract_fee")


class _Work(NamedTuple):
    """What the work costs before fees, and what that rests on."""

    kind: str
    amount: Money


def _work(facts: Facts) -> _Work | None:
    """Return the first that is known: the fixed price, the milestones, then prices a unit.

    Of these the published range comes first, then the published ceiling, then the price to aim for.
    """
    pay = facts.pay
    if pay.fixed:
        return _Work("fixed", pay.fixed)
    if milestones := total(m.amount for m in facts.schedule.milestones):
        return _Work("milestones", milestones)
    for price in (pay.rate, pay.ceiling_public, pay.target):
        if price and (found := _over_time(price, facts)):
            return found
    return None


def _over_time(price: Price | Rate, facts: Facts) -> _Work | None:
    """Return what the work costs at `price`; None where its length or its hours are not known.

    Prices, hours and lengths are taken at their upper ends, so that the budget holds in any case.
    """
    weeks, load = weeks_in(facts.engagement.duration), facts.engagement.workload
    highest = price.high if isinstance(price, Rate) else price.amount
    if price.unit is None:
        return _Work("whole", money(highest, price.currency))
    if price.unit == "hour" and weeks and load:
        return _Work("hours", money(highest * load.high * weeks, price.currency))
    if price.unit == "week" and weeks:
        return _Work("time", money(highest * weeks, price.currency))
    if price.unit == "month" and weeks:
        return _Work("time", money(highest * weeks * 12 / 52, price.currency))
    return None


def work_cost(facts: Facts) -> Money | None:
    """Return what the work costs before fees."""
    found = _work(facts)
    return found.amount if found else None


def work_kind(facts: Facts) -> str | None:
    """Return what the cost of the work rests on: `fixed`, `milestones`, `whole`, `hours`, `time`."""
    found = _work(facts)
    return found.kind if found else None


def cost_lines(facts: Facts) -> tuple[Facts, ...]:
    """Return what is planned to be paid out, line by line: work, fees, trials; no own time."""
    lines = []
    if work := work_cost(facts):
        lines.append(Facts(kind="work", amount=work))
        if fee := share(facts.pay.platform_fee):
            lines.append(Facts(kind="platform_fee", amount=money(work.amount * fee, work.currency)))
    return (*lines, *(line for line in set_up_lines(facts) if line.kind in _PAID_OUT))


def cost_gaps(facts: Facts) -> tuple[str, ...]:
    """Return what the plan leaves out or cannot add up, each as a word for it."""
    plan, budget, people = planned(facts), facts.pay.budget_total, trial_people(facts)
    tried = bool(facts.trial.pay) and facts.trial.enabled is not False
    gaps = {
        "work": work_cost(facts) is None,
        "trial_people": tried and not people,
        "review_time": tried and facts.trial.review_time is None,
        "currencies": len({line.amount.currency for line in cost_lines(facts)}) > 1,
        "budget_currency": bool(plan and budget and plan.currency != budget.currency),
    }
    return tuple(name for name, holds in gaps.items() if holds)


def planned(facts: Facts) -> Money | None:
    """Return the sum of all that is planned to be paid out; None where the work has no price."""
    return total(line.amount for line in cost_lines(facts)) if work_cost(facts) else None


def reserve(facts: Facts) -> Facts | None:
    """Return what the budget leaves, and whether it is short; None where either is not known."""
    budget, plan = facts.pay.budget_total, planned(facts)
    if not budget or not plan or budget.currency != plan.currency:
        return None
    return _left(budget, plan)


def watch(facts: Facts) -> Money | None:
    """Return how far spending may be off the plan before it is talked about."""
    plan = planned(facts)
    return money(plan.amount * WATCH, plan.currency) if plan else None


def search(facts: Facts) -> Facts | None:
    """Return what finding someone is planned to cost, and what its own budget leaves of that."""
    plan = total(line.amount for line in set_up_lines(facts) if line.kind in _PAID_OUT)
    budget = facts.sourcing.budget
    if not budget or not plan or budget.currency != plan.currency:
        return None
    return _left(budget, plan)


def _left(budget: Money, plan: Money) -> Facts:
    left = budget.amount - plan.amount
    return Facts(planned=plan, amount=money(abs(left), plan.currency), short=left < 0)


def spending(facts: Facts) -> tuple[Facts, ...]:
    """Return when the work is paid for: by milestone, else in even stretches of its length.

    Empty where the work has no price, or one price that nobody has divided.
    """
    work = _work(facts)
    if total(m.amount for m in facts.schedule.milestones):
        return tuple(
            _stretch(m.amount, facts, name=m.name, starts=m.due) for m in facts.schedule.milestones
        )
    if work is None or work.kind not in ("hours", "time"):
        return ()
    return tuple(_stretches(work.amount, facts))


def _stretches(work: Money, facts: Facts) -> Iterable[Facts]:
    """Yield the parts of `work` for each stretch of its length; together they are all of it."""
    lasts = facts.engagement.duration
    if lasts.unit not in ("week", "month", "year"):
        return
    unit = "month" if lasts.unit == "year" else lasts.unit
    length = lasts.high * (12 if lasts.unit == "year" else 1)
    step, done, paid = ceil(length / MOST_ROWS), Decimal(0), Decimal(0)
    while done < length:
        end = min(done + step, length)
        due = money(work.amount * end / length, work.currency).amount
        wait = Duration(done, done, unit)
        yield _stretch(
            Money(due - paid, work.currency),
            facts,
            unit=unit,
            first=int(done) + 1,
            last=ceil(end),
            starts=later(facts.engagement.start, wait) if facts.engagement.start else None,
        )
        done, paid = end, due


def _stretch(amount: Money, facts: Facts, **about: object) -> Facts:
    """Return a part of the work's price, alone and with its fee, and what it is for."""
    fee = amount.amount * share(facts.pay.platform_fee)
    named: dict[str, object] = {"name": None, "unit": None, "first": None, "last": None, **about}
    return Facts(amount=amount, with_fee=money(amount.amount + fee, amount.currency), **named)


def market(facts: Facts) -> Facts | None:
    """Return what the market pays: as stated, else from the lowest to the highest of the evidence.

    `mixed` where the evidence is in different currencies or units and gives no range, or differs
    in them from what is stated. None where nothing is known.
    """
    stated, found = facts.negotiation.market_range, facts.negotiation.evidence
    ranges = [row.range for row in found if row.range]
    middles = [row.median for row in found if row.median]
    known = [*ranges, *middles, *([stated] if stated else [])]
    if not known:
        return None
    alike = len({(price.currency, price.unit) for price in known}) == 1
    return Facts(
        range=stated or (_span(ranges, middles) if alike else None),
        middle=_middle(middles) if alike and middles else None,
        stated=stated is not None,
        mixed=not alike,
    )


def _span(ranges: list[Rate], middles: list[Price]) -> Rate | None:
    lows = [r.low for r in ranges] + [m.amount for m in middles]
    highs = [r.high for r in ranges] + [m.amount for m in middles]
    first = (ranges or middles)[0]
    if first.unit is None:
        return None
    return Rate(min(lows), max(highs), first.currency, first.unit)


def _middle(prices: list[Price]) -> Price:
    """Return the middle of `prices`, or half way between the two in the middle."""
    ordered = sorted(price.amount for price in prices)
    half = len(ordered) // 2
    middle = (ordered[half] + ordered[-half - 1]) / 2
    return Price(cents(middle), prices[0].currency, prices[0].unit)


def limits(facts: Facts) -> Facts:
    """Return the highest price as stated, as reckoned and as published, and which of them binds.

    The lowest binds; `apart` where they differ in currency or unit, so that none can be called it.
    """
    pay, found = facts.pay, break_even(facts)
    named: dict[str, Price | None] = {
        "stated": pay.walk_away,
        "reckoned": found.highest if found else None,
        "published": _published(facts),
    }
    known = {name: price for name, price in named.items() if price}
    apart = len({(price.currency, price.unit) for price in known.values()}) > 1
    binds = None if apart or not known else min(known, key=lambda name: known[name].amount)
    own = [price for name, price in known.items() if name != "published"]
    return Facts(
        **named,
        apart=apart,
        binds=binds,
        binding=known[binds] if binds else None,
        own=None if apart or not own else min(own, key=lambda price: price.amount),
        stated_is_higher=_higher(named["stated"], named["reckoned"]),
        never=found is not None and found.highest is None,
    )


def _published(facts: Facts) -> Price | None:
    """Return the highest price that the post names."""
    pay = facts.pay
    if pay.rate:
        return Price(pay.rate.high, pay.rate.currency, pay.rate.unit)
    if pay.fixed:
        return Price(pay.fixed.amount, pay.fixed.currency, None)
    return pay.ceiling_public  # type: ignore[no-any-return]


def low_ball(facts: Facts) -> Facts | None:
    """Return the least that is still an offer, and whether the opening is below it.

    None where the two are not known, or not alike.
    """
    opening, known = facts.negotiation.opening, market(facts)
    if not opening or not known or not known.range:
        return None
    least = Price(cents(known.range.low * LOW), known.range.currency, known.range.unit)
    if not _alike(opening, least):
        return None
    return Facts(least=least, too_low=opening.amount < least.amount)


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


def _higher(one: Price | None, other: Price | None) -> bool:
    return bool(one and other and _alike(one, other) and one.amount > other.amount)


def _alike(one: Price, other: Price) -> bool:
    return one.currency == other.currency and one.unit == other.unit


FIGURES: Mapping[str, Callable[[Facts], object]] = {
    "cost_gaps": cost_gaps,
    "cost_lines": cost_lines,
    "limits": limits,
    "low_ball": low_ball,
    "market": market,
    "payments": payments,
    "planned_cost": planned,
    "reserve": reserve,
    "search_cost": search,
    "spending": spending,
    "watch": watch,
    "work_kind": work_kind,
}
