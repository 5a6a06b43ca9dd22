"""How far to go on a price: the limit as stated and as reckoned, the market, an offer too low.

In: the hirer's facts. Out: prices in one currency and for one unit, set side by side. What cannot
be compared comes with the reason. Absent: minimum wages, of which no list is kept; the
brief names its own.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from outsource_kit.brief.amounts import Price, Rate
from outsource_kit.figures.break_even import break_even
from outsource_kit.figures.rates import by_the, by_the_hour
from outsource_kit.figures.trade import money, price
from outsource_kit.plan import Facts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

LOW = Decimal("0.75")
"""An offer below this share of the market's lower end is no offer (own rule)."""


def limits(facts: Facts) -> Facts:
    """Return the highest price: as stated, as reckoned, how they differ, and the lower of the two.

    `why` says what stands in the way of reckoning it, or of comparing the two; else it is None.
    """
    stated: Price | None = facts.pay.walk_away
    found = break_even(facts)
    reckoned, why = _reckoned(stated, found, facts)
    gap = Decimal(0)
    if stated and reckoned and why is None:
        gap = stated.amount - reckoned.amount
    return Facts(
        stated=stated,
        reckoned=reckoned,
        binding=reckoned if gap > 0 else stated or reckoned,
        why=why,
        gap=money(abs(gap), stated.currency) if stated and gap else None,
        stated_is_higher=gap > 0,
    )


def _reckoned(
    stated: Price | None, found: Facts | None, facts: Facts
) -> tuple[Price | None, str | None]:
    """Return the reckoned limit in the unit of the stated one, and why it is none or not alike."""
    if found is None or found.highest_rate is None:
        return None, "gaps" if found is None else "never" if found.settled else "apart"
    hourly = found.highest_rate
    if stated is None:
        return found.highest or hourly, None
    if stated.currency != hourly.currency:
        return hourly, "currency"
    alike = by_the(stated.unit, hourly, facts)
    return (hourly, "unit") if alike is None else (_rounded(alike), None)


def _rounded(found: Price) -> Price:
    return price(found.amount, found.currency, found.unit)


def market(facts: Facts) -> Facts | None:
    """Return what the market pays: as stated, else from the lowest to the highest source.

    None where nothing is known, or where the sources are in different units or currencies.
    """
    stated: Rate | None = facts.negotiation.market_range
    found = stated or _span([item.range for item in facts.negotiation.evidence if item.range])
    if found is None:
        return None
    least = _rounded(Price(found.low * LOW, found.currency, found.unit))
    opening = facts.negotiation.opening and _like(facts.negotiation.opening, least, facts)
    return Facts(
        range=found,
        stated=stated is not None,
        least=least,
        too_low=bool(opening and opening.amount < least.amount),
        compared=opening is not None,
        target=_place(facts.pay.target, found, facts),
    )


def _span(ranges: list[Rate]) -> Rate | None:
    if not ranges or len({(r.currency, r.unit) for r in ranges}) > 1:
        return None
    low, high = min(r.low for r in ranges), max(r.high for r in ranges)
    return Rate(low, high, ranges[0].currency, ranges[0].unit)


def _like(one: Price, other: Price | Rate, facts: Facts) -> Price | None:
    """Return `one` in the unit of `other`; None where currencies differ or nothing tells."""
    if one.currency != other.currency:
        return None
    if one.unit == other.unit:
        return one
    hourly = by_the_hour(one, facts)
    return by_the(other.unit, hourly, facts) if hourly else None


def _place(wanted: Price | None, found: Rate, facts: Facts) -> str | None:
    """Return whether a price is below, within or above the market; None where nothing tells."""
    alike = wanted and _like(wanted, found, facts)
    if not alike:
        return None
    return "below" if alike.amount < found.low else "above" if alike.amount > found.high else "in"


FIGURES: Mapping[str, Callable[[Facts], object]] = {"limits": limits, "market": market}
