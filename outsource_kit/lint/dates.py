"""Do the dates hold? In the future, in order, with time to apply, to try and to work."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from outsource_kit.lint.rule import Problem, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from outsource_kit.brief import Brief
    from outsource_kit.brief.amounts import Duration
    from outsource_kit.brief.times import Deadline, Zone
    from outsource_kit.load import Place

_SATURDAY = 5


class Step(NamedTuple):
    """A dated step from the post to the end of the work."""

    place: Place
    """Where its date stands."""

    what: str
    """What happens, as in "before … on"."""

    day: date
    """Its day, where the client is."""


def last_day(brief: Brief) -> date | None:
    """Return the day on which applications close where the client is.

    The end of a day counts to that day, though its clock says 00:00 of the next.
    """
    deadline = brief.schedule.apply_by
    return _closing(deadline, brief.kit.timezone) if deadline else None


@lru_cache(maxsize=64)
def _closing(deadline: Deadline, zone: Zone | None) -> date:
    try:
        moment = deadline.moment - timedelta(minutes=1)
        return (moment.astimezone(zone.tzinfo()) if zone else moment).date()
    except OverflowError:  # the first and the last day of the calendar
        return deadline.day.date


def steps(brief: Brief) -> tuple[Step, ...]:
    """Return the dated steps in the order in which they must come."""
    schedule = brief.schedule
    found = [
        (("schedule", "apply_by"), "applications close", last_day(brief)),
        (("schedule", "decision_by"), "the decision falls", _day(schedule.decision_by)),
        (("engagement", "start"), "work starts", _day(brief.engagement.start)),
        (("schedule", "start_by"), "work starts at the latest", _day(schedule.start_by)),
        *(
            (("schedule", "milestones", index, "due"), f"`{item.name}` is due", _day(item.due))
            for index, item in enumerate(schedule.milestones)
        ),
        (("schedule", "end_by"), "all is delivered", _day(schedule.end_by)),
    ]
    return tuple(Step(place, what, day) for place, what, day in found if day is not None)


def _day(value: object) -> date | None:
    found = getattr(value, "date", None)
    return found if isinstance(found, date) else None


def _others(brief: Brief) -> Iterator[Step]:
    """Yield the dated steps that have no fixed place in the order."""
    if day := _day(brief.management.kickoff_on):
        yield Step(("management", "kickoff_on"), "the first meeting falls", day)
    for index, item in enumerate(brief.project.deliverables):
        if day := _day(item.due):
            place = ("project", "deliverables", index, "due")
            yield Step(place, f"`{item.name}` is due", day)


@rule(
    "DATE-01",
    "error",
    checks="a date before the day the kit is issued",
    why="A deadline that has passed tells candidates that the post is dead, or was copied.",
    remedy="write a date after the one in `kit.issued`, or renew `kit.issued`",
    source="the outsourcing guide",
    bad="{kit: {issued: 2026-11-22}, schedule: {decision_by: 2026-11-18}}",
    good="{kit: {issued: 2026-11-22}, schedule: {decision_by: 2026-12-18}}",
)
def passed(brief: Brief) -> Iterator[Problem]:
    """Yield each dated step that lies before the day the kit is issued."""
    issued = brief.kit.issued
    if issued is None:
        return
    for step in (*steps(brief), *_others(brief)):
        if step.day < issued.date:
            message = f"`{step.day}` is before the kit is issued, on `{issued}`"
            yield Problem(step.place, message)


@rule(
    "DATE-02",
    "error",
    checks="dates in an order that cannot happen",
    why="A date that comes too early makes every date after it a guess.",
    remedy="put the dates in the order: apply, decide, start, milestones as listed, end",
    source="own rule",
    limits="A step on the day of the one before it can happen, and is a warning.",
    bad="schedule: {decision_by: 2026-12-18, start_by: 2026-12-11}",
    good="schedule: {decision_by: 2026-12-18, start_by: 2027-01-11}",
)
def out_of_order(brief: Brief) -> Iterator[Problem]:
    """Yield each date that lies before the one it must follow.

    A decision on the last day for applications, or a start on the day of the decision, can happen
    and seldom does: a warning.
    """
    order = steps(brief)
    for before, after in pairwise(order):
        if after.day < before.day:
            yield _early(after, before)
        elif after.day == before.day and before.place[-1] in {"apply_by", "decision_by"}:
            yield Problem(
                after.place,
                f"{after.what} on `{after.day}`, the day on which {before.what}",
                remedy="leave at least a day between the two",
                severity="warning",
            )
    yield from _outside(brief, order)
    yield from _parts_after_whole(brief)


def _outside(brief: Brief, order: tuple[Step, ...]) -> Iterator[Problem]:
    """Yield each other step before the decision or after the end."""
    ends = {step.place[-1]: step for step in order}
    first = ends.get("decision_by") or ends.get("apply_by")
    last = ends.get("end_by")
    for step in _others(brief):
        if first and step.day < first.day:
            yield _early(step, first)
        elif last and last.day < step.day:
            yield _early(last, step)


def _parts_after_whole(brief: Brief) -> Iterator[Problem]:
    """Yield each milestone that is due before one of the deliverables it consists of."""
    parts = {part.id: part for part in brief.project.deliverables if part.id}
    for index, milestone in enumerate(brief.schedule.milestones):
        for part in (parts[id_] for id_ in milestone.deliverables):
            if milestone.due and part.due and milestone.due.date < part.due.date:
                yield Problem(
                    ("schedule", "milestones", index, "due"),
                    f"`{milestone.name}` is due on `{milestone.due}`, before its part "
                    f"`{part.name}`, on `{part.due}`",
                )


def _early(after: Step, before: Step) -> Problem:
    message = f"{after.what} on `{after.day}`, before {before.what}, on `{before.day}`"
    return Problem(after.place, message)


@rule(
    "DATE-04",
    "warning",
    checks="fewer than two working days to apply",
    why="Who reads the post on the evening it goes out needs the next day to answer well.",
    remedy="move `schedule.apply_by`, so that two working days can be used",
    source="the outsourcing guide",
    bad="{kit: {issued: 2026-11-20}, schedule: {apply_by: '2026-11-22 18:00 Europe/London'}}",
    good="{kit: {issued: 2026-11-20}, schedule: {apply_by: '2026-11-23 18:00 Europe/London'}}",
)
def no_time_to_apply(brief: Brief) -> Iterator[Problem]:
    """Yield `schedule.apply_by` where it leaves less than two working days, the first included."""
    issued, last = brief.kit.issued, last_day(brief)
    if (
        issued is None
        or last is None
        or last < issued.date
        or (last - issued.date).days > _SATURDAY
    ):
        return
    span = [issued.date + timedelta(days=n) for n in range((last - issued.date).days + 1)]
    if sum(day.weekday() < _SATURDAY for day in span) < len(("today", "tomorrow")):
        deadline = brief.schedule.apply_by
        message = f"`{deadline}` leaves less than two working days from `{issued}`"
        yield Problem(("schedule", "apply_by"), message)


_LEAST = {
    "minute": 0,
    "hour": 1 / 24,
    "day": 1,
    "working day": 1,
    "week": 7,
    "month": 28,
    "year": 365,
}
"""The fewest days of the calendar that a unit takes."""

_MOST = {"day": 1, "working day": 2, "week": 7, "month": 31, "year": 366}
"""The most days of the calendar that a unit takes; hours of work can take any."""

_SLACK = 7
"""Days by which the last milestone may follow the end of the work."""


@rule(
    "DATE-06",
    "warning",
    checks="a trial or work that is longer than the time between its dates",
    why="The last candidate, or the last week of work, pays for the days that are missing.",
    remedy="move the later date, or shorten what comes before it",
    source="own rule",
    bad=(
        "{schedule: {apply_by: '2026-12-04 18:00 Europe/London', decision_by: 2026-12-07}, "
        "trial: {task: Sort ten mails., due_after: 5 days}}"
    ),
    good=(
        "{schedule: {apply_by: '2026-12-04 18:00 Europe/London', decision_by: 2026-12-18}, "
        "trial: {task: Sort ten mails., due_after: 5 days}}"
    ),
)
def does_not_fit(brief: Brief) -> Iterator[Problem]:
    """Yield each length of time that ends after the date that should follow it."""
    schedule, trial, work = brief.schedule, brief.trial, brief.engagement.duration
    closed, decision = last_day(brief), _day(schedule.decision_by)
    tried = trial.enabled or (trial.enabled is None and trial.task)
    if tried and trial.due_after and closed and decision:
        after = _after(closed, trial.due_after, _LEAST)
        if after and decision < after:
            yield Problem(
                ("trial", "due_after"),
                f"a trial of `{trial.due_after}` from `{closed}`, when applications close, ends "
                f"after the decision, on `{decision}`",
            )
    if work is None:
        return
    start, latest = _day(brief.engagement.start), _day(schedule.start_by)
    end = _day(schedule.end_by)
    first = start or decision
    if (
        work.unit in _MOST
        and first
        and end
        and (after := _after(first, work, _LEAST))
        and end < after
    ):
        message = f"`{work}` from `{first}` end after all is delivered, on `{end}`"
        yield Problem(("engagement", "duration"), message)
    last = latest or start
    over = latest_end(last, work) if last else None
    for step in steps(brief) if over else ():
        if step.place[1] == "milestones" and over and (step.day - over).days > _SLACK:
            message = f"{step.what} on `{step.day}`, after the `{work}` of work from `{last}`"
            yield Problem(step.place, message)


def latest_end(start: date, length: Duration) -> date | None:
    """Return the last day on which `length` of work from `start` may end; None for hours."""
    return _after(start, length, _MOST, high=True)


def _after(
    start: date, length: Duration, days: Mapping[str, float], *, high: bool = False
) -> date | None:
    """Return the day on which `length` from `start` is over; None where no day can be told."""
    if length.unit not in days:
        return None
    try:
        return start + timedelta(
            days=float(length.high if high else length.low) * days[length.unit]
        )
    except OverflowError:
        return None
