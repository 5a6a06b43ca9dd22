"""Do the sums add up? Milestones, limits, currencies, and the whole cost against the budget."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from outsource_kit.figures.costs import finding_costs, planned, work_costs
from outsource_kit.lint.regex import regex
from outsource_kit.lint.rule import Problem, rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from outsource_kit.brief import Brief
    from outsource_kit.brief.amounts import Money, Price, Rate
    from outsource_kit.figures.set_up import End
    from outsource_kit.load import Place
    from outsource_kit.plan import Facts

_CENT = Decimal("0.01")


def _sum(amount: Decimal, currency: str) -> str:
    """Return money as a message shows it, such as `1,499.50 EUR`."""
    return f"{amount.quantize(_CENT):,f}".removesuffix(".00") + f" {currency}"


@rule(
    "PAY-07",
    "error",
    checks="milestones that do not add up to the fixed price",
    why="Either the freelancer is paid less than the post says, or you pay more than you planned.",
    remedy="change the amounts of the milestones, or `pay.fixed`, until they agree",
    source="own rule",
    bad=(
        "{pay: {mode: fixed, fixed: 600 EUR}, schedule: {milestones: [{name: Draft, "
        "amount: 200 EUR}, {name: Final files, amount: 300 EUR}]}}"
    ),
    good=(
        "{pay: {mode: fixed, fixed: 600 EUR}, schedule: {milestones: [{name: Draft, "
        "amount: 300 EUR}, {name: Final files, amount: 300 EUR}]}}"
    ),
)
def sums_differ(brief: Brief) -> Iterator[Problem]:
    """Yield `pay.fixed` where the milestones come to another sum.

    Where some milestones carry no amount, what is left may be theirs: too little is then a warning.
    A deposit may hold the rest, if it names an amount or a share. Shares in words that do not come
    to 100 % are a warning: they may be meant in another way.
    """
    yield from _shares(brief)
    fixed = brief.pay.fixed
    milestones = brief.schedule.milestones
    amounts = [milestone.amount for milestone in milestones if milestone.amount]
    if fixed is None or any(amount.currency != fixed.currency for amount in amounts):
        return
    total = sum((amount.amount for amount in amounts), Decimal(0))
    missing = fixed.amount - total
    deposit = brief.pay.terms.deposit or ""
    if not amounts or not missing or (missing > 0 and any(map(str.isdecimal, deposit))):
        return
    whole = len(amounts) == len(milestones)
    yield Problem(
        ("pay", "fixed"),
        f"the milestones come to `{_sum(total, fixed.currency)}`, not to "
        f"`{_sum(fixed.amount, fixed.currency)}`",
        severity="error" if whole or missing < 0 else "warning",
    )


_SHARE = regex(
    r"\b(\d{1,3}) ?(?:%|per ?cent)(?=\s(?:at|on|after|when|before|once|upon|up|in advance|with|to"
    r" (?:start|begin)|deposit|and|now)\b|[,;/]|\.?\s*$)",
    re.IGNORECASE,
)
"""A share of the pay in words, not one of a fee."""

_WHOLE, _MOST_OF_IT = 100, 50


def _shares(brief: Brief) -> Iterator[Problem]:
    """Yield `pay.terms.schedule` where its shares, or they and the deposit, are not the whole."""
    terms = brief.pay.terms
    found = [int(share) for share in _SHARE.findall(terms.schedule or "")]
    paid = sum(int(share) for share in _SHARE.findall(terms.deposit or ""))
    total = sum(found)
    if len(found) > 1 and total >= _MOST_OF_IT and _WHOLE not in (total, total + paid):
        shown = " + ".join(map(str, found))
        message = f"the shares come to {total} %, not to 100 %: {shown}"
        remedy = "change the shares until they come to 100 %"
        yield Problem(("pay", "terms", "schedule"), message, remedy=remedy, severity="warning")


class _Offer(NamedTuple):
    """A price in the brief."""

    place: Place
    shown: object
    amount: Decimal
    currency: str
    unit: str | None


def _offers(brief: Brief) -> Iterator[_Offer]:
    """Yield each price that is published or would be offered."""
    pay, rate = brief.pay, brief.pay.rate
    if rate:
        yield _Offer(("pay", "rate"), rate, rate.high, rate.currency, rate.unit)
    if pay.fixed:
        yield _Offer(("pay", "fixed"), pay.fixed, pay.fixed.amount, pay.fixed.currency, None)
    for place, price in (
        (("pay", "ceiling_public"), pay.ceiling_public),
        (("pay", "target"), pay.target),
        (("negotiation", "opening"), brief.negotiation.opening),
    ):
        if price:
            yield _Offer(place, price, price.amount, price.currency, price.unit)


@rule(
    "PAY-10",
    "error",
    checks="a price above what you can or want to pay",
    why="An offer above your own limit cannot be kept once somebody accepts it.",
    remedy="lower the price, or correct the limit",
    source="own rule",
    bad="pay: {mode: publish_range, rate: 12-18 USD/hour, walk_away: 16 USD/hour}",
    good="pay: {mode: publish_range, rate: 12-18 USD/hour, walk_away: 18 USD/hour}",
)
def above_a_limit(brief: Brief) -> Iterator[Problem]:
    """Yield each price above `pay.walk_away`, and each for the whole above `pay.budget_total`.

    Only prices of one unit and currency are compared.
    """
    limit, budget = brief.pay.walk_away, brief.pay.budget_total
    for offer in _offers(brief):
        same = limit and (offer.currency, offer.unit) == (limit.currency, limit.unit)
        if limit and same and offer.amount > limit.amount:
            message = f"`{offer.shown}` goes above your walk-away price, `{limit}`"
            yield Problem(offer.place, message)
        elif budget and offer.unit is None and _above(offer, budget):
            yield Problem(offer.place, f"`{offer.shown}` is more than all you have, `{budget}`")
    if budget and limit and limit.unit is None and _above(limit, budget):
        message = f"`{limit}` is more than all you have, `{budget}`"
        yield Problem(("pay", "walk_away"), message)


def _above(price: _Offer | Price | Money, budget: Money) -> bool:
    return price.currency == budget.currency and price.amount > budget.amount


def _cost(brief: Brief, end: End) -> Facts | None:
    """Return what the whole work costs, as the cost sheet reckons it; None where not one sum."""
    lines = work_costs(brief, end)
    return lines[0] if len(lines) == 1 else None


def _reckoning(brief: Brief, cost: Facts) -> str:
    """Return in a message's words what `cost` follows from."""
    asked, pay = brief.engagement, brief.pay
    if cost.rate is None:
        return f"work for `{_sum(cost.amount.amount, cost.amount.currency)}`"
    price = pay.rate or cost.rate
    if cost.unit == "piece":
        return f"`{asked.pieces}` pieces at `{price}`"
    length = asked.duration
    whole = length and (length.unit in length.HOURS or cost.unit not in ("hour", "day"))
    by_days = cost.unit == "day" and length and length.unit.endswith("day")
    load = "" if whole or by_days or asked.workload is None else f"`{asked.workload}` for "
    return f"{load}`{length}` at `{price}`"


def _in(currency: str, sums: Iterable[Money]) -> Decimal:
    """Return the sum that is in `currency`; 0 where none is."""
    return next((found.amount for found in sums if found.currency == currency), Decimal(0))


@rule(
    "PAY-12",
    "warning",
    checks="work, fees and trials that cost more than the budget",
    why="A budget that ends before the work does ends with an unpaid freelancer or half a result.",
    remedy="raise the budget, or ask for fewer hours, a shorter time or fewer trials",
    source="own rule",
    bad=(
        "{engagement: {workload: 10 hours/week, duration: 10 weeks}, pay: {mode: publish_range, "
        "rate: 12-18 USD/hour, budget_total: '1,500 USD'}}"
    ),
    good=(
        "{engagement: {workload: 10 hours/week, duration: 10 weeks}, pay: {mode: publish_range, "
        "rate: 12-18 USD/hour, budget_total: '2,000 USD'}}"
    ),
)
def beyond_the_budget(brief: Brief) -> Iterator[Problem]:
    """Yield the budget that the work, with fees and trials, may exceed, as the cost sheet has it.

    An error where it does even with every range at its lower end, and one person on trial.
    """
    yield from _whole_work(brief)
    purse = brief.sourcing.budget
    if purse and brief.trial.pay:
        found = _in(purse.currency, finding_costs(brief))
        if found > purse.amount:
            total, limit = _sum(found, purse.currency), _sum(purse.amount, purse.currency)
            message = f"the trials come to `{total}` with fees, more than `{limit}`"
            yield Problem(("sourcing", "budget"), message)


def _whole_work(brief: Brief) -> Iterator[Problem]:
    budget, most = brief.pay.budget_total, _cost(brief, "high")
    if budget is None or most is None or most.amount.currency != budget.currency:
        return
    if any(offer.unit is None and _above(offer, budget) for offer in _offers(brief)):
        return  # PAY-10 says so
    low, high = (_in(budget.currency, planned(brief, end)) for end in ("low", "high"))
    if high <= budget.amount:
        return
    extras = " with fees and trials" if high > most.amount.amount else ""
    certain = low > budget.amount
    reach = "comes to at least" if certain else "can come to"
    total = _sum(low if certain else high, budget.currency)
    limit = _sum(budget.amount, budget.currency)
    message = f"{_reckoning(brief, most)} {reach} `{total}`{extras}, more than `{limit}`"
    yield Problem(("pay", "budget_total"), message, severity="error" if certain else "warning")


@rule(
    "PAY-13",
    "warning",
    checks="published amounts in more than one currency",
    why="Who is quoted one currency and paid another carries the exchange, and asks which day's.",
    remedy="write all published amounts in one currency, that of `pay.terms.currency`",
    source="own rule",
    bad="pay: {mode: fixed, fixed: 600 EUR, terms: {currency: USD}}",
    good="pay: {mode: fixed, fixed: 600 EUR, terms: {currency: EUR}}",
)
def two_currencies(brief: Brief) -> Iterator[Problem]:
    """Yield each published amount in another currency than that of the terms, or of the price."""
    pay = brief.pay
    priced: list[tuple[Place, Rate | Money | Price | None]] = [
        (("pay", "rate"), pay.rate),
        (("pay", "fixed"), pay.fixed),
        (("pay", "ceiling_public"), pay.ceiling_public),
        (("trial", "pay"), brief.trial.pay),
        *(
            (("schedule", "milestones", index, "amount"), item.amount)
            for index, item in enumerate(brief.schedule.milestones)
        ),
    ]
    given = [(place, price.currency) for place, price in priced if price]
    if pay.terms.currency:
        given.insert(0, (("pay", "terms", "currency"), str(pay.terms.currency)))
    for place, currency in given[1:]:
        if currency != given[0][1]:
            first = ".".join(map(str, given[0][0]))
            yield Problem(place, f"`{currency}` here, and `{given[0][1]}` in `{first}`", currency)
