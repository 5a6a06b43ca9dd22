"""Whether handing over pays off: saving and payback, and the price at which nothing is left.

In: the hirer's facts. Out: figures in the currency of the own hour. Where a price or what is spent
once is in another, or the brief lacks a fact, what rests on it is None, and `gaps` or `apart` say
which field is in the way: no rate of exchange is taken for granted.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from outsource_kit.brief.amounts import Percent
from outsource_kit.figures.rates import by_the, by_the_hour, length_in_weeks, offered
from outsource_kit.figures.set_up import OWN_TIME, set_up_lines
from outsource_kit.figures.trade import (
    MANAGEMENT,
    RATIO,
    REWORK,
    WEEKS_IN,
    Trade,
    middle,
    money,
    price,
    share,
    variations,
    weeks_of,
)
from outsource_kit.plan import Facts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from outsource_kit.brief.amounts import Money, Price


def gaps(facts: Facts) -> tuple[Facts, ...]:
    """Return each field without which nothing can be reckoned, with the reason."""
    own, found = facts.pay.own_hour_value, []
    if facts.break_even.own_hours is None:
        found.append(_gap("break_even.own_hours", "not_said"))
    if own is None or own.unit != "hour":
        found.append(_gap("pay.own_hour_value", "not_hourly" if own else "not_said", own))
    if not _rate(facts):
        found.append(_price_gap(facts, own))
    return tuple(found)


def _price_gap(facts: Facts, own: Price | None) -> Facts:
    """Return why no price to expect can be used: the surest of those that are written."""
    written = offered(facts)
    if not written:
        return _gap("pay.target", "not_said")
    first = written[0]
    if own is not None and first.price.currency != own.currency:
        return _gap(first.field, "currency", first.price, own.currency)
    if first.price.unit == "piece":
        return _gap(first.field, "piece", first.price)
    work = facts.engagement
    needed = [("engagement.workload", work.workload)]
    if first.price.unit is None:
        needed.append(("engagement.duration", length_in_weeks(work.duration)))
    needs = tuple(name for name, value in needed if value is None)
    return _gap(first.field, "no_hours", first.price, needs=needs)


def _gap(
    field: str,
    why: str,
    written: Price | None = None,
    currency: str = "",
    needs: tuple[str, ...] = (),
) -> Facts:
    return Facts(field=field, why=why, written=written, currency=currency, needs=needs)


def _rate(facts: Facts) -> Facts | None:
    """Return the price to expect, with its field and as an hourly rate; None where none fits."""
    own = facts.pay.own_hour_value
    for found in offered(facts):
        hourly = by_the_hour(found.price, facts)
        if hourly and (own is None or own.currency == hourly.currency):
            return Facts(field=found.field, written=found.price, hourly=hourly)
    return None


def trade_of(facts: Facts) -> Trade | None:
    """Return the trade that the facts describe; None where `gaps` names something."""
    rate = _rate(facts)
    if gaps(facts) or rate is None:
        return None
    terms, hours = facts.break_even, middle(facts.break_even.own_hours)
    ratio = terms.hours_ratio or RATIO
    return Trade(
        own_hours=hours,
        own_value=facts.pay.own_hour_value.amount,
        rate=rate.hourly.amount,
        ratio=ratio,
        fee=share(facts.pay.platform_fee),
        rework=REWORK if terms.rework is None else share(terms.rework),
        management=middle(terms.management) if terms.management else MANAGEMENT * hours * ratio,
    )


def apart(facts: Facts) -> tuple[Facts, ...]:
    """Return the parts of what is spent once that are not in the currency of the own hour."""
    own = facts.pay.own_hour_value
    lines = set_up_lines(facts) if own else ()
    return tuple(line for line in lines if line.amount.currency != own.currency)


def break_even(facts: Facts) -> Facts | None:
    """Return costs and saving a week, payback, and the highest rate; None where facts miss.

    What rests on what is spent once is `settled` only where all of that is in one currency.
    """
    trade, rate = trade_of(facts), _rate(facts)
    if trade is None or rate is None:
        return None
    currency, weeks = facts.pay.own_hour_value.currency, weeks_of(facts.break_even.horizon)
    return Facts(
        own_hours=trade.own_hours,
        ratio=trade.ratio,
        management=round(trade.management, 1),
        rate=rate.written,
        rate_from=rate.field,
        hourly=price(rate.hourly.amount, currency),
        own_value=facts.pay.own_hour_value,
        freed=round(trade.own_hours - trade.management, 1),
        saving_a_month=money(abs(trade.saving) * WEEKS_IN["month"], currency),
        cost_self=money(trade.cost_self, currency),
        cost_outside=money(trade.cost_outside, currency),
        apart=apart(facts),
        set_up=_once(facts, trade.own_value),
        weeks=weeks,
        **_outcome(trade, facts),
    )


def _once(facts: Facts, own_value: Decimal) -> Money | None:
    """Return what is spent once, own time at `own_value` an hour; None across currencies."""
    if apart(facts):
        return None
    change = own_value / facts.pay.own_hour_value.amount if facts.pay.own_hour_value.amount else 1
    amounts = (
        line.amount.amount * (change if line.kind in OWN_TIME else 1)
        for line in set_up_lines(facts)
    )
    return money(sum(amounts, Decimal(0)), facts.pay.own_hour_value.currency)


def _outcome(trade: Trade, facts: Facts) -> dict[str, object]:
    """Return what comes of a trade; what rests on an unsettled `_once` is None."""
    currency, weeks = facts.pay.own_hour_value.currency, weeks_of(facts.break_even.horizon)
    once = _once(facts, trade.own_value)
    found = {"saves": trade.saving > 0, "saving": money(abs(trade.saving), currency)}
    if once is None:
        none = dict.fromkeys(("payback", "gain", "gains", "highest_rate", "highest"))
        return {**found, **none, "settled": False}
    gain = trade.gain(once.amount, weeks)
    highest = trade.highest_rate(once.amount, weeks)
    hourly = None if highest is None or highest <= 0 else price(highest, currency)
    return {
        **found,
        "settled": True,
        "payback": trade.payback(once.amount),
        "gain": money(abs(gain), currency),
        "gains": gain > 0,
        "highest_rate": hourly,
        "highest": hourly and _as_offered(hourly, facts),
    }


def _as_offered(hourly: Price, facts: Facts) -> Price | None:
    """Return an hourly rate for the unit in which the price to expect is written."""
    rate = _rate(facts)
    found = by_the(rate.written.unit, hourly, facts) if rate else None
    return found and price(found.amount, found.currency, found.unit)


def sensitivity(facts: Facts) -> tuple[Facts, ...]:
    """Return saving, payback and highest rate where an assumption is off; empty without a trade."""
    trade = trade_of(facts)
    rows = variations(trade) if trade else ()
    return tuple(Facts(kind=kind, **_outcome(changed, facts)) for kind, changed in rows)


def tipping(facts: Facts) -> tuple[Facts, ...]:
    """Return each assumption, with the value from which a week saves nothing, all else as planned.

    That value is None where no value does; assumptions at which nothing is saved now are left out.
    """
    trade = trade_of(facts)
    if trade is None or trade.saving <= 0:
        return ()
    currency = facts.pay.own_hour_value.currency
    forms: dict[str, Callable[[Decimal], object]] = {
        "rate": lambda value: price(value, currency),
        "ratio": lambda value: round(value, 2),
        "rework": lambda value: Percent(round(value * 100, 0)),
        "management": lambda value: round(value, 1),
        "own_value": lambda value: price(value, currency),
    }
    found = trade.tipping()
    return tuple(
        Facts(kind=kind, now=form(getattr(trade, kind)), tips=tips and form(tips))
        for kind, form in forms.items()
        if (tips := found[kind]) is None or tips > 0
    )


FIGURES: Mapping[str, Callable[[Facts], object]] = {
    "break_even": break_even,
    "break_even_gaps": gaps,
    "sensitivity": sensitivity,
    "tipping": tipping,
}
