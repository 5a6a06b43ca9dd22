"""A price by the hour, whatever it is written for: a day, a week, a month, or the whole work.

In: a price and what the brief says of hours and length. Out: the same price for an hour, or the
other way round. Absent: pieces, of which nothing says how long one takes.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from outsource_kit.brief.amounts import Price
from outsource_kit.figures.trade import WEEKS_IN, middle
from outsource_kit.plan import Facts

if TYPE_CHECKING:
    from outsource_kit.brief.amounts import Duration

HOURS_A_DAY = Decimal(8)
"""Hours of work for which a price by the day is taken (own rule)."""


def hours_in(unit: str | None, facts: Facts) -> Decimal | None:
    """Return the hours of work in `unit`, None for the whole work; None where nothing tells.

    Ranges count at their middle.
    """
    load, lasts = facts.engagement.workload, facts.engagement.duration
    if unit == "hour":
        return Decimal(1)
    if unit == "day":
        return HOURS_A_DAY
    if load is None or unit == "piece":
        return None
    if unit is None:
        weeks = length_in_weeks(lasts)
        return middle(load) * weeks if weeks else None
    return middle(load) * WEEKS_IN[unit]


def length_in_weeks(lasts: Duration | None) -> Decimal | None:
    """Return how long the work lasts, at the middle; None for hours and for what is not said."""
    factor = WEEKS_IN.get(lasts.unit) if lasts else None
    return middle(lasts) * factor if lasts and factor else None


def by_the_hour(price: Price, facts: Facts) -> Price | None:
    """Return `price` for an hour; None where nothing tells how many hours it pays."""
    hours = hours_in(price.unit, facts)
    return Price(price.amount / hours, price.currency, "hour") if hours else None


def by_the(unit: str | None, price: Price, facts: Facts) -> Price | None:
    """Return an hourly `price` for `unit`; None where nothing tells how many hours that is."""
    hours = hours_in(unit, facts)
    return Price(price.amount * hours, price.currency, unit) if hours else None


def offered(facts: Facts) -> tuple[Facts, ...]:
    """Return each price that is aimed for or published, with its field, the surest first."""
    pay = facts.pay
    rate = pay.rate and Price(middle(pay.rate), pay.rate.currency, pay.rate.unit)
    fixed = pay.fixed and Price(pay.fixed.amount, pay.fixed.currency, None)
    named = (("pay.target", pay.target), ("pay.rate", rate), ("pay.fixed", fixed))
    return tuple(Facts(field=field, price=price) for field, price in named if price)
