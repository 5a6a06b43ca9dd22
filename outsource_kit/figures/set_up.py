"""What is spent once, before the work begins: own time, trials, the fee for the contract.

In: the hirer's facts. Out: each part with its amount. Absent: a sum over two currencies; there is
one sum for each.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from outsource_kit.figures.trade import money, share
from outsource_kit.plan import Facts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from outsource_kit.brief.amounts import Duration, Money


OWN_TIME = ("own_time", "trial_review")
"""Kinds of parts that are the hirer's time."""


def set_up_lines(facts: Facts) -> tuple[Facts, ...]:
    """Return each part of what is spent once, with the field that says it."""
    lines = [_own_time("own_time", "break_even.set_up", facts.break_even.set_up, facts)]
    lines += _trial_lines(facts)
    if fee := facts.pay.contract_fee:
        lines.append(Facts(kind="contract_fee", field="pay.contract_fee", amount=fee))
    return tuple(line for line in lines if line)


def _trial_lines(facts: Facts) -> list[Facts | None]:
    """Return what the trials cost: n x pay x (1 + fee), and n x review time x own hour value."""
    trial, people = facts.trial, trial_people(facts)
    if not people:
        return []
    lines = []
    if trial.pay:
        paid = people * trial.pay.amount * (1 + share(facts.pay.platform_fee))
        amount = money(paid, trial.pay.currency)
        lines.append(Facts(kind="trial_pay", field="trial.pay", amount=amount))
    reviewed = _own_time("trial_review", "trial.review_time", trial.review_time, facts, people)
    return [*lines, reviewed]


def trial_people(facts: Facts) -> int:
    """Return how many people do the trial; 0 where there is none, or nothing says how many."""
    if facts.trial.enabled is False:
        return 0
    return facts.trial.max_candidates or facts.selection.max_trial or 0


def _own_time(
    kind: str, field: str, time: Duration | None, facts: Facts, times: int = 1
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
