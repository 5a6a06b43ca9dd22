"""Days on which the hirer has something to do: accept, pay, look back, close an access.

In: the hirer's facts, or an agency's for milestones. Out: milestones with the days that follow from
them, and all such days in order. Absent: days that would follow from a time nobody stated, and
public holidays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from outsource_kit.figures.days import later, working_days_later
from outsource_kit.figures.reviews import reviews
from outsource_kit.plan import Facts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from outsource_kit.brief.amounts import Duration
    from outsource_kit.brief.times import Day


def payments(facts: Facts) -> tuple[Facts, ...]:
    """Return each milestone with its sum and its days: due, missed, accepted, due again, paid.

    It is missed on the working day after it was due; who hears on the last day that it does not
    pass hands it in again by `again_by`. A day that would follow from a time nobody stated is None.
    """
    rows = []
    for milestone in facts.schedule.milestones:
        accepted = _after(milestone.due, facts.management.acceptance_within)
        rows.append(
            Facts(
                name=milestone.name,
                amount=milestone.amount,
                due=milestone.due,
                missed_on=milestone.due and working_days_later(milestone.due, 1),
                accept_by=accepted,
                again_by=_after(accepted, facts.management.resubmission_within),
                pay_by=_after(accepted or milestone.due, facts.pay.terms.within),
            )
        )
    return tuple(rows)


def _after(day: Day | None, wait: Duration | None) -> Day | None:
    return later(day, wait) if day and wait else None


def duties(facts: Facts) -> tuple[Facts, ...]:
    """Return each day with a duty of the hirer: its kind, and what it is about; in order of days.

    Milestones are paid by themselves only where they carry an amount.
    """
    known = [duty for duty in _duties(facts) if duty.day]
    return tuple(sorted(known, key=lambda duty: (duty.day.date, _KINDS.index(duty.kind))))


_KINDS = ("start", "due", "accept", "review", "end", "pay", "access", "records")
"""Kinds of duty, in the order in which those of one day are told."""


def _duties(facts: Facts) -> Iterator[Facts]:
    yield _duty("start", facts.management.kickoff_on or facts.engagement.start)
    for step in payments(facts):
        yield _duty("due", step.due, step.name)
        yield _duty("accept", step.accept_by, step.name)
        yield _duty("pay", step.pay_by if step.amount else None, step.name)
    for result in facts.project.deliverables:
        yield _duty("due", result.due, result.name)
    for review in reviews(facts):
        yield _duty("review", review.day, *review.names)
    yield _duty("end", facts.schedule.end_by)
    ends: dict[Day, list[str]] = {}
    for access in facts.management.access:
        if access.revoke_on:
            ends.setdefault(access.revoke_on, []).append(access.what)
    for day, names in ends.items():
        yield _duty("access", day, *names)
    yield _duty("records", facts.selection.delete_records_on)


def _duty(kind: str, day: Day | None, *about: str) -> Facts:
    return Facts(kind=kind, day=day, about=about)


def tests(facts: Facts) -> tuple[Facts, ...]:
    """Return each test of a result or milestone with a number by which to name it."""
    results = (("R", r.name, r.done_when) for r in facts.project.deliverables)
    steps = (("M", m.name, m.acceptance) for m in facts.schedule.milestones)
    return tuple(
        Facts(number=f"{letter}{place}.{index}", name=name, test=test)
        for named in (results, steps)
        for place, (letter, name, of_it) in enumerate(named, 1)
        for index, test in enumerate(of_it, 1)
    )


FIGURES: Mapping[str, Callable[[Facts], object]] = {
    "duties": duties,
    "payments": payments,
    "tests": tests,
}
