"""Whether the work is cut into steps that can be accepted and paid one by one."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from outsource_kit.lint.rule import Problem, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from outsource_kit.brief import Brief

_LONGEST = 28
"""Days that may pass from one milestone to the next."""

_SHARE = Decimal("0.4")
"""Largest part of the pay that one milestone should carry."""


@rule(
    "MET-08",
    "warning",
    checks="a milestone without tests, longer than four weeks, or with more than 40% of the pay",
    why=(
        "Small steps show early that something goes wrong, and neither side has much to lose. A"
        " step without tests cannot be accepted or refused."
    ),
    remedy="split it, and write `acceptance` for each step",
    source="18F de-risking guide: small increments",
    bad="schedule: {milestones: [{name: All pages are online}]}",
    good="schedule: {milestones: [{name: All pages are online, acceptance: [Each page opens]}]}",
)
def coarse(brief: Brief) -> Iterator[Problem]:
    """Yield each milestone that has no tests, takes too long or carries too much."""
    steps, before = brief.schedule.milestones, brief.engagement.start
    total = _total(brief)
    tested = {made.id for made in brief.project.deliverables if made.id and made.done_when}
    for index, step in enumerate(steps):
        place = ("schedule", "milestones", index)
        if not step.acceptance and not (step.deliverables and tested.issuperset(step.deliverables)):
            yield Problem((*place, "name"), f"nothing says when `{step.name}` is accepted")
        if step.due and before and (step.due.date - before.date).days > _LONGEST:
            days = (step.due.date - before.date).days
            remedy = "put a milestone in between"
            yield Problem((*place, "due"), f"{days} days pass until `{step.name}`", remedy=remedy)
        if step.amount and total and step.amount.amount > _SHARE * total:
            share = round(100 * step.amount.amount / total)
            remedy = "pay at most 40% with one milestone: split it"
            yield Problem(
                (*place, "amount"), f"{share}% of the pay hangs on one milestone", remedy=remedy
            )
        before = step.due or before


def _total(brief: Brief) -> Decimal | None:
    """Return what all milestones pay together; None where that cannot be told."""
    known = [step.amount for step in brief.schedule.milestones if step.amount]
    if not known or len({amount.currency for amount in known}) > 1:
        return None
    total = sum((amount.amount for amount in known), Decimal(0))
    fixed = brief.pay.fixed
    if fixed and fixed.currency == known[0].currency:
        total = max(total, fixed.amount)
    return total or None
