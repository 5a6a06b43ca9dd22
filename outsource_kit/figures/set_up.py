"""What is spent once, before the work begins: own time, trials, the fees for the contracts.

In: the hirer's facts, or the whole brief. Out: each part with its amount. Absent: a sum over two
currencies; there is one sum for each.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from outsource_kit.figures.trade import money, share
from outsource_kit.plan import Facts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from outsource_kit.brief.amounts import Duration, Money


OWN_TIME = ("own_time", "trial_review")
"""Kinds of parts that are the hirer's time."""


End: TypeAlias = Literal["low", "high"]
"""Which end of a range counts; the plan takes the upper one."""


def set_up_lines(facts: Any, end: End = "high") -> tuple[Facts, ...]:
    """Return each part of what is spent once, with the field that says it."""
    lines = [_own_time("own_time", "break_even.set_up", facts.break_even.set_up, facts)]
    lines += _trial_lines(facts, end)
    if fee := facts.pay.contract_fee:
        amount = money(contracts(facts, end) * fee.amount, fee.currency)
        lines.append(Facts(kind="contract_fee", field="pay.contract_fee", amount=amount))
    return tuple(line for line in lines if line)


def contracts(facts: Any, end: End = "high") -> int:
    """Return how many contracts there are, for each of which a platform takes its fee.

    A paid trial needs one for each who does it; the work goes on under that of the one who is
    hired, as one more milestone (`platforms.yaml`: a fee for each new contract).
    """
    return max(1, trial_people(facts, end) if facts.trial.pay else 0)


def _trial_lines(facts: Any, end: End) -> list[Facts | None]:
    """Return what the trials cost: n x pay x (1 + fee), and n x review time x own hour value."""
    trial, people = facts.trial, trial_people(facts, end)
    if not people:
        return []
    lines = []
    if trial.pay:
        paid = people * trial.pay.amount * (1 + share(facts.pay.platform_fee))
        amount = money(paid, trial.pay.currency)
        lines.append(Facts(kind="trial_pay", field="trial.pay", amount=amount))
    reviewed = _own_time("trial_review", "trial.review_time", trial.review_time, facts, people)
    return [*lines, reviewed]


def trial_people(facts: Any, end: End = "high") -> int:
    """Return how many people do the trial, at most or at least; 0 where there is none.

    It is one where nothing says how many.
    """
    trial, planned = facts.trial, facts.selection.max_trial
    if trial.enabled is False:
        return 0
    most: int = trial.max_candidates or planned or int(bool(trial.enabled or trial.pay))
    return most if end == "high" else min(1, most)


def _own_time(
    kind: str, field: str, time: Duration | None, facts: Any, times: int = 1
) -> Facts | None:
    """Return own time as money; None where its hours or their value are not said."""
    own = facts.pay.own_hour_value
    if time is None or time.hours is None or own is None or own.unit != "hour":
        return None
    amount = money(times * time.hours * own.amount, own.currency)
    return Facts(kind=kind, field=field, amount=amount)


def sums(amounts: Iterable[Money]) -> tuple[Money, ...]:
    """Return one sum for each currency, in the order in which they come."""
    found: dict[str, Decimal] = {}
    for amount in amounts:
        found[amount.currency] = found.get(amount.currency, Decimal(0)) + amount.amount
    return tuple(money(amount, currency) for currency, amount in found.items())


def each(amounts: Iterable[Money]) -> tuple[Facts, ...]:
    """Return sums with their currencies."""
    return tuple(Facts(amount=amount, currency=amount.currency) for amount in amounts)


FIGURES: Mapping[str, Callable[[Facts], object]] = {
    "set_up_lines": set_up_lines,
    "set_up_sums": lambda facts: each(sums(line.amount for line in set_up_lines(facts))),
}
