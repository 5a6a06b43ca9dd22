"""Own work against a freelancer's: what each costs a week, and the price at which nothing is left.

All of it is reckoned a week: C_self = h·v, C_outside = r·h·k·(1+f)·(1+q) + m·v, S = C_self -
C_outside, with own hours h, their value v, a freelancer's rate r, their hours k for each own hour,
fee f, rework q and own hours to lead m. All money is in one currency. Absent: facts of a brief.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, Decimal
from typing import TYPE_CHECKING

from outsource_kit.brief.amounts import Money, Price

if TYPE_CHECKING:
    from outsource_kit.brief.amounts import Duration, Percent, Rate, Workload

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

    def tipping(self) -> dict[str, Decimal | None]:
        """Return how far each assumption may be off, alone, until a week saves nothing.

        None where no value of it does that; a value below nothing means that nothing is saved.
        """
        kept, paid = (self.own_hours - self.management) * self.own_value, self.rate * self._paid
        again = kept * (1 + self.rework) / paid - 1 if paid else None
        return {
            "rate": self.highest_rate(),
            "ratio": kept * self.ratio / paid if paid else None,
            "rework": again,
            "management": self.own_hours - paid / self.own_value if self.own_value else None,
            "own_value": paid / (self.own_hours - self.management) if kept > 0 else None,
        }

    @property
    def _paid(self) -> Decimal:
        """Hours a week that are paid, fees and rework included."""
        return self.own_hours * self.ratio * (1 + self.fee) * (1 + self.rework)


RATIO, REWORK, MANAGEMENT, WEEKS = Decimal("1.3"), Decimal("0.1"), Decimal("0.25"), 26
"""What is assumed where nothing is said: a freelancer's hours for each own hour, share of work done
again, own hours to lead for each hour of the freelancer, weeks in which it must pay off. Estimates
of our own; reviews of 20 to 50 % of a freelancer's hours are reported by those who lead them."""

WEEKS_IN = {
    "day": Decimal(1) / 7,
    "working day": Decimal(1) / 5,
    "week": Decimal(1),
    "month": Decimal(52) / 12,
    "year": Decimal(52),
}
"""Weeks in a unit of time."""


def share(percent: Percent | None) -> Decimal:
    """Return a percentage as a fraction; none given is none."""
    return percent.value / 100 if percent else Decimal(0)


def weeks_of(horizon: Duration | None) -> int:
    """Return a time in whole weeks, at least one; left out, half a year."""
    factor = WEEKS_IN.get(horizon.unit) if horizon else None
    return max(1, int(horizon.high * factor)) if horizon and factor else WEEKS


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


def price(amount: Decimal, currency: str, unit: str | None = "hour") -> Price:
    """Return a price, rounded to the cent, for an hour or another unit."""
    return Price(amount.quantize(_CENT), currency, unit)


def middle(span: Workload | Rate | Duration) -> Decimal:
    """Return the middle of a range."""
    return (span.low + span.high) / 2
