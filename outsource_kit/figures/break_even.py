"""Whether handing over pays off: costs, savings, the price at which nothing is left.

All of it is reckoned a week: C_self = h·v, C_outside = r·h·k·(1+f)·(1+q) + m·v, S = C_self -
C_outside, with own hours h, their value v, a freelancer's rate r, their hours k for each own hour,
fee f, rework q and own hours to lead m. A price for the whole is spread over the own hours that it
replaces; how fast a freelancer is, and what they do again, is then their affair.

In: the hirer's facts. Out: figures in the currency of the own hour. Absent: exchange rates; what is
in another currency is not counted, and said to be missing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, Context, Decimal
from typing import TYPE_CHECKING

from outsource_kit.brief.amounts import Money, Percent, Price
from outsource_kit.figures.work import total
from outsource_kit.plan import Facts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from outsource_kit.brief.amounts import Duration, Workload

_CENT, _WIDE = Decimal("0.01"), Context(prec=99)


@dataclass(frozen=True)
class Trade:
    """Own work a week against a freelancer's."""

    own_hours: Decimal
    """Hours a week that the hirer spends on it now."""

    own_value: Decimal
    """What an hour of the hirer is worth."""

    rate: Decimal
    """What an hour of the freelancer costs, without fees."""

    ratio: Decimal
    """Hours of the freelancer for each own hour."""

    fee: Decimal
    """The platform's fee on the client's side, as a share of each payment."""

    rework: Decimal
    """Share of the work that has to be done again."""

    management: Decimal
    """Own hours a week that leading takes."""

    @property
    def cost_self(self) -> Decimal:
        """What the work costs a week where the hirer does it."""
        return self.own_hours * self.own_value

    @property
    def cost_outside(self) -> Decimal:
        """What it costs a week where a freelancer does it, leading included."""
        return self.rate * self._paid + self.management * self.own_value

    @property
    def saving(self) -> Decimal:
        """What is left a week; below nothing where handing over costs more than it frees."""
        return self.cost_self - self.cost_outside

    def payback(self, set_up: Decimal) -> int | None:
        """Return the weeks until `set_up`, spent once, is earned back; None for never."""
        if self.saving <= 0:
            return None
        return int((set_up / self.saving).to_integral_value(ROUND_CEILING))

    def gain(self, set_up: Decimal, weeks: int) -> Decimal:
        """Return what is left after `weeks`, with `set_up` spent at the start."""
        return weeks * self.saving - set_up

    def highest_rate(self, set_up: Decimal = Decimal(0), weeks: int = 1) -> Decimal | None:
        """Return the rate at which nothing is left after `weeks`; None where no hour is paid."""
        if not self._paid:
            return None
        kept = (self.own_hours - self.management) * self.own_value
        return (kept - set_up / weeks) / self._paid

    @property
    def _paid(self) -> Decimal:
        """Hours a week that are paid, fees and rework included."""
        return self.own_hours * self.ratio * (1 + self.fee) * (1 + self.rework)


RATIO, REWORK, MANAGEMENT, WEEKS = Decimal("1.3"), Decimal("0.1"), Decimal("0.25"), 26
"""What is assumed where nothing is said: a freelancer's hours for each own hour, share of work done
again, own hours to lead for each hour of the freelancer, weeks in which it must pay off. Estimates
of our own; reviews of 20 to 50 % of a freelancer's hours are reported by those who lead them."""

_A_WEEK = {"day": 7, "working day": 5, "week": 1}
_A_YEAR = {"month": 12, "year": 1}


@dataclass(frozen=True)
class Handover:
    """A trade at a price, for some weeks, after something was spent once."""

    trade: Trade
    """What a week costs, either way."""

    price: Price
    """What the freelancer is expected to cost, by the hour or for the whole."""

    weeks: int
    """In how many weeks it must pay off; for a whole, how long the work lasts."""

    once: Decimal | None
    """What is spent once; None where it is in another currency, and so not counted."""

    def payback(self, trade: Trade) -> int | None:
        """Return the weeks until what is spent once is earned back; None for never or unknown."""
        return None if self.once is None else trade.payback(self.once)

    def gain(self, trade: Trade) -> Decimal | None:
        """Return what is left in the end; None where it is not known what is spent once."""
        return None if self.once is None else trade.gain(self.once, self.weeks)

    def highest(self, trade: Trade) -> Price | None:
        """Return the price at which nothing is left, in the unit of `price`; None where none is."""
        rate = trade.highest_rate(self.once or Decimal(0), self.weeks)
        if rate is None or rate <= 0:
            return None
        times = 1 if self.price.unit else trade.own_hours * self.weeks
        return Price(cents(rate * times), self.price.currency, self.price.unit)


def share(percent: Percent | None) -> Decimal:
    """Return a percentage as a fraction; none given is none."""
    return percent.value / 100 if percent else Decimal(0)


def weeks_in(time: Duration | None) -> Decimal | None:
    """Return a time in weeks, at its upper end; None for none and for hours of work."""
    if time and time.unit in _A_WEEK:
        return time.high / _A_WEEK[time.unit]
    if time and time.unit in _A_YEAR:
        return time.high * 52 / _A_YEAR[time.unit]
    return None


def weeks_of(horizon: Duration | None) -> int:
    """Return a time in whole weeks, at least one; left out, half a year."""
    weeks = weeks_in(horizon)
    return WEEKS if weeks is None else max(1, int(weeks))


def missing(facts: Facts) -> tuple[str, ...]:
    """Return what stands in the way of reckoning, each as a word for it."""
    own, price = facts.pay.own_hour_value, expected_price(facts)
    gaps = []
    if facts.break_even.own_hours is None or not _middle(facts.break_even.own_hours):
        gaps.append("own_hours")
    if own is None or own.unit != "hour":
        gaps.append("own_value")
    if price is None:
        gaps.append("price")
    elif own and own.currency != price.currency:
        gaps.append("currency")
    if price and not price.unit and weeks_in(facts.engagement.duration) is None:
        gaps.append("duration")
    if facts.break_even.hours_ratio is not None and facts.break_even.hours_ratio <= 0:
        gaps.append("ratio")
    return tuple(gaps)


def expected_price(facts: Facts) -> Price | None:
    """Return the price to expect: the target, else the middle of what is published.

    By the hour, else for the whole; None where it is known only by the day, the month or the piece.
    """
    pay = facts.pay
    if pay.target and pay.target.unit == "hour":
        return pay.target  # type: ignore[no-any-return]
    if pay.rate and pay.rate.unit == "hour":
        return Price((pay.rate.low + pay.rate.high) / 2, pay.rate.currency, "hour")
    if pay.target and pay.target.unit is None:
        return pay.target  # type: ignore[no-any-return]
    return Price(pay.fixed.amount, pay.fixed.currency, None) if pay.fixed else None


def handover(facts: Facts) -> Handover | None:
    """Return the trade that the facts describe; None where `missing` names something."""
    price = expected_price(facts)
    if missing(facts) or price is None:
        return None
    lines = set_up_lines(facts)
    spent = total(line.amount for line in lines)
    known = not lines or (spent is not None and spent.currency == price.currency)
    weeks = weeks_of(facts.break_even.horizon if price.unit else facts.engagement.duration)
    return Handover(
        trade=_trade(facts, price, weeks),
        price=price,
        weeks=weeks,
        once=(spent.amount if spent else Decimal(0)) if known else None,
    )


def _trade(facts: Facts, price: Price, weeks: int) -> Trade:
    terms, hours = facts.break_even, _middle(facts.break_even.own_hours)
    ratio = terms.hours_ratio or RATIO
    rework = REWORK if terms.rework is None else share(terms.rework)
    return Trade(
        own_hours=hours,
        own_value=facts.pay.own_hour_value.amount,
        rate=price.amount if price.unit else price.amount / (hours * weeks),
        ratio=ratio if price.unit else Decimal(1),
        fee=share(facts.pay.platform_fee),
        rework=rework if price.unit else Decimal(0),
        management=_middle(terms.management) if terms.management else MANAGEMENT * hours * ratio,
    )


def break_even(facts: Facts) -> Facts | None:
    """Return costs, saving and payback a week, and the highest price; None where facts miss.

    `payback` and `gain` are None where what is spent once is not `counted`.
    """
    found = handover(facts)
    if found is None:
        return None
    trade, currency, gain = found.trade, found.price.currency, found.gain(found.trade)
    return Facts(
        own_hours=trade.own_hours,
        own_value=facts.pay.own_hour_value,
        price=found.price,
        whole=found.price.unit is None,
        ratio=trade.ratio,
        rework=Percent(trade.rework * 100),
        management=round(trade.management, 1),
        cost_self=money(trade.cost_self, currency),
        cost_outside=money(trade.cost_outside, currency),
        saving=money(abs(trade.saving), currency),
        saves=trade.saving > 0,
        set_up=money(found.once, currency) if found.once else None,
        counted=found.once is not None,
        weeks=found.weeks,
        payback=found.payback(trade),
        gain=None if gain is None else money(abs(gain), currency),
        gains=gain is not None and gain > 0,
        highest=found.highest(trade),
    )


def set_up(facts: Facts) -> Money | None:
    """Return what is spent once; None where nothing is known of it, or where currencies differ."""
    return total(line.amount for line in set_up_lines(facts))


def set_up_lines(facts: Facts) -> tuple[Facts, ...]:
    """Return each part of what is spent once: own time, trials, the fee for the contract."""
    own, terms = facts.pay.own_hour_value, facts.break_even
    lines = []
    if terms.set_up and terms.set_up.hours is not None and own and own.unit == "hour":
        lines.append(
            Facts(kind="own_time", amount=money(terms.set_up.hours * own.amount, own.currency))
        )
    lines += _trial_lines(facts)
    if facts.pay.contract_fee:
        lines.append(Facts(kind="contract_fee", amount=facts.pay.contract_fee))
    return tuple(lines)


def _trial_lines(facts: Facts) -> list[Facts]:
    """Return what the trials cost: n x pay x (1 + fee), and n x review time x own hour value."""
    trial, own, people = facts.trial, facts.pay.own_hour_value, trial_people(facts)
    lines = []
    if trial.pay and people:
        paid = people * trial.pay.amount * (1 + share(facts.pay.platform_fee))
        lines.append(Facts(kind="trial_pay", amount=money(paid, trial.pay.currency)))
    hours = trial.review_time.hours if trial.review_time else None
    if hours is not None and people and own and own.unit == "hour":
        reviewed = people * hours * own.amount
        lines.append(Facts(kind="trial_review", amount=money(reviewed, own.currency)))
    return lines


def trial_people(facts: Facts) -> int:
    """Return how many people do the trial; 0 where there is none, or where nobody says."""
    if facts.trial.enabled is False:
        return 0
    return facts.trial.max_candidates or facts.selection.max_trial or 0


def sensitivity(facts: Facts) -> tuple[Facts, ...]:
    """Return saving, payback and highest price where an assumption is off; empty without a trade.

    For a whole, how fast the freelancer is changes nothing.
    """
    found = handover(facts)
    if found is None:
        return ()
    cases = variations(found.trade)
    return tuple(
        Facts(
            kind=kind,
            saves=changed.saving > 0,
            saving=money(abs(changed.saving), found.price.currency),
            payback=found.payback(changed),
            highest=found.highest(changed),
        )
        for kind, changed in cases
        if found.price.unit or changed.ratio == found.trade.ratio
    )


def variations(trade: Trade) -> tuple[tuple[str, Trade], ...]:
    """Return the trade with one assumption changed at a time, by name."""
    cases = (
        ("as_planned", trade),
        ("own_value_lower", replace(trade, own_value=trade.own_value * Decimal("0.75"))),
        ("own_value_higher", replace(trade, own_value=trade.own_value * Decimal("1.25"))),
        ("as_fast_as_you", replace(trade, ratio=Decimal(1))),
        ("usual_ratio", replace(trade, ratio=RATIO)),
        ("half_as_fast", replace(trade, ratio=Decimal(2))),
        ("leading_doubles", replace(trade, management=trade.management * 2)),
    )
    return (cases[0], *(case for case in cases[1:] if case[1] != trade))


def money(amount: Decimal, currency: str) -> Money:
    """Return an amount, rounded to the cent, half of one to the even cent."""
    return Money(cents(amount), currency)


def price(amount: Decimal, currency: str) -> Price:
    """Return an hourly rate, rounded to the cent."""
    return Price(cents(amount), currency, "hour")


def cents(amount: Decimal) -> Decimal:
    """Return `amount` rounded to the cent, however large: the usual context ends at 28 digits."""
    return amount.quantize(_CENT, context=_WIDE)


def _middle(load: Workload) -> Decimal:
    return (load.low + load.high) / 2


FIGURES: Mapping[str, Callable[[Facts], object]] = {
    "break_even": break_even,
    "break_even_missing": missing,
    "sensitivity": sensitivity,
    "set_up_lines": set_up_lines,
}
