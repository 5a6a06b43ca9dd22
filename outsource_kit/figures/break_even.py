"""Whether handing over pays off: costs, savings, the price at which nothing is left.

All of it is reckoned a week: C_self = h·v, C_outside = r·h·k·(1+f)·(1+q) + m·v, S = C_self -
C_outside, with own hours h, their value v, a freelancer's rate r, their hours k for each own hour,
fee f, rework q and own hours to lead m. The hours are the week's, the money is in one currency.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, Decimal
from typing import TYPE_CHECKING

from outsource_kit.brief.amounts import Money, Price
from outsource_kit.plan import Facts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from outsource_kit.brief.amounts import Duration, Percent, Workload

_CENT = Decimal("0.01")


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

_WEEKS_IN = {"week": Decimal(1), "month": Decimal(52) / 12, "year": Decimal(52)}


def share(percent: Percent | None) -> Decimal:
    """Return a percentage as a fraction; none given is none."""
    return percent.value / 100 if percent else Decimal(0)


def weeks_of(horizon: Duration | None) -> int:
    """Return a time in whole weeks, at least one; left out, half a year."""
    factor = _WEEKS_IN.get(horizon.unit) if horizon else None
    return max(1, int(horizon.high * factor)) if horizon and factor else WEEKS


def trade_of(facts: Facts) -> Trade | None:
    """Return the trade that the facts describe; None where `missing` names something."""
    rate = hourly_rate(facts)
    if missing(facts) or rate is None:
        return None
    terms, hours = facts.break_even, _middle(facts.break_even.own_hours)
    ratio = terms.hours_ratio or RATIO
    return Trade(
        own_hours=hours,
        own_value=facts.pay.own_hour_value.amount,
        rate=rate.amount,
        ratio=ratio,
        fee=share(facts.pay.platform_fee),
        rework=REWORK if terms.rework is None else share(terms.rework),
        management=_middle(terms.management) if terms.management else MANAGEMENT * hours * ratio,
    )


def missing(facts: Facts) -> tuple[str, ...]:
    """Return the fields without which nothing can be reckoned."""
    own, rate = facts.pay.own_hour_value, hourly_rate(facts)
    gaps = []
    if facts.break_even.own_hours is None:
        gaps.append("break_even.own_hours")
    if own is None or own.unit != "hour":
        gaps.append("pay.own_hour_value")
    if rate is None or (own is not None and own.currency != rate.currency):
        gaps.append("pay.target")
    return tuple(gaps)


def hourly_rate(facts: Facts) -> Price | None:
    """Return the rate to expect: the target, else the middle of the published range."""
    pay = facts.pay
    if pay.target and pay.target.unit == "hour":
        return pay.target  # type: ignore[no-any-return]
    if pay.rate and pay.rate.unit == "hour":
        return Price((pay.rate.low + pay.rate.high) / 2, pay.rate.currency, "hour")
    return None


def break_even(facts: Facts) -> Facts | None:
    """Return costs, saving and payback a week, and the highest rate; None where facts miss."""
    trade = trade_of(facts)
    if trade is None:
        return None
    own = facts.pay.own_hour_value
    weeks, spent = weeks_of(facts.break_even.horizon), set_up(facts)
    once = spent.amount if spent else Decimal(0)
    highest = trade.highest_rate(once, weeks)
    return Facts(
        own_hours=trade.own_hours,
        ratio=trade.ratio,
        management=round(trade.management, 1),
        rate=hourly_rate(facts),
        own_value=own,
        cost_self=money(trade.cost_self, own.currency),
        cost_outside=money(trade.cost_outside, own.currency),
        saving=money(abs(trade.saving), own.currency),
        saves=trade.saving > 0,
        set_up=spent,
        weeks=weeks,
        payback=trade.payback(once),
        gain=money(abs(trade.gain(once, weeks)), own.currency),
        gains=trade.gain(once, weeks) > 0,
        highest_rate=None if highest is None or highest <= 0 else price(highest, own.currency),
    )


def set_up(facts: Facts) -> Money | None:
    """Return what is spent once: own time, trials, the fee for the contract.

    None where nothing is known of it, or where currencies differ.
    """
    known = [line.amount for line in set_up_lines(facts)]
    if not known or len({amount.currency for amount in known}) > 1:
        return None
    return money(sum((amount.amount for amount in known), Decimal(0)), known[0].currency)


def set_up_lines(facts: Facts) -> tuple[Facts, ...]:
    """Return each part of what is spent once, with its amount."""
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
    trial, own = facts.trial, facts.pay.own_hour_value
    people = trial.max_candidates or facts.selection.max_trial
    if trial.enabled is False or not people:
        return []
    lines = []
    if trial.pay:
        paid = people * trial.pay.amount * (1 + share(facts.pay.platform_fee))
        lines.append(Facts(kind="trial_pay", amount=money(paid, trial.pay.currency)))
    if trial.review_time and trial.review_time.hours is not None and own and own.unit == "hour":
        reviewed = people * trial.review_time.hours * own.amount
        lines.append(Facts(kind="trial_review", amount=money(reviewed, own.currency)))
    return lines


def sensitivity(facts: Facts) -> tuple[Facts, ...]:
    """Return saving, payback and highest rate where an assumption is off; empty without a trade."""
    trade = trade_of(facts)
    if trade is None:
        return ()
    spent, weeks = set_up(facts), weeks_of(facts.break_even.horizon)
    once, currency = spent.amount if spent else Decimal(0), facts.pay.own_hour_value.currency
    rows = []
    for kind, changed in variations(trade):
        highest = changed.highest_rate(once, weeks)
        rows.append(
            Facts(
                kind=kind,
                saves=changed.saving > 0,
                saving=money(abs(changed.saving), currency),
                payback=changed.payback(once),
                highest_rate=None if highest is None or highest <= 0 else price(highest, currency),
            )
        )
    return tuple(rows)


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
    return Money(amount.quantize(_CENT), currency)


def price(amount: Decimal, currency: str) -> Price:
    """Return an hourly rate, rounded to the cent."""
    return Price(amount.quantize(_CENT), currency, "hour")


def _middle(load: Workload) -> Decimal:
    return (load.low + load.high) / 2


FIGURES: Mapping[str, Callable[[Facts], object]] = {
    "break_even": break_even,
    "break_even_missing": missing,
    "sensitivity": sensitivity,
    "set_up_lines": set_up_lines,
}
