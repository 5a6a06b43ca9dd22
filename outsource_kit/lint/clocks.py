"""Do clocks agree? Deadlines that name one instant, shared hours by daylight for both sides.

Rules of zones, daylight saving included, are those of the IANA database.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING

from outsource_kit.brief.times import ZONES, Zone
from outsource_kit.lint.dates import latest_end
from outsource_kit.lint.phrases import english
from outsource_kit.lint.regex import regex
from outsource_kit.lint.rule import Problem, rule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import tzinfo

    from outsource_kit.brief import Brief
    from outsource_kit.brief.times import Deadline, Window

_HOUR = (
    r"(?:\d{1,2}:\d{2}(?: ?[ap]\.?m\b)?|\d{1,2} ?[ap]\.?m\b|noon\b|midnight\b"
    r"|(?:the )?end of (?:the )?day\b|EOD\b|COB\b)"
)
_BY = regex(rf"\b(?:by|before|until|till|no later than) (?:[\w,]+ ){{0,3}}?{_HOUR}", re.IGNORECASE)
_ZONED = regex(
    r"\b(?:UTC|GMT|AoE|BST|[CEMP][SD]T|[CEW]ES?T|MSK|IST|JST|AE[SD]T|NZ[SD]T)\b|[+-]\d{2}:\d{2}"
    r"|\b[A-Z][a-z]+/[A-Z]|\b\w+ time\b|\btime ?zone"
)


@rule(
    "DATE-03",
    "warning",
    checks="a deadline by the clock that does not name one instant",
    why=(
        "`By 17:00` is a whole day long around the world. In the night when the "
        "clocks go back, an hour comes twice."
    ),
    remedy="name the zone, such as `17:00 London time`, or say yours in `kit.timezone`",
    source="calls for proposals of the Python Software Foundation",
    limits="`schedule.apply_by` is not even read without a zone; this is about deadlines in words.",
    bad="project: {deliverables: [{name: Report, done_when: ['It arrives by 17:00']}]}",
    good=(
        "kit: {timezone: Europe/London}\n"
        "project: {deliverables: [{name: Report, done_when: ['It arrives by 17:00']}]}"
    ),
)
def no_instant(brief: Brief) -> Iterator[Problem]:
    """Yield each deadline in words without a zone, and one whose hour comes twice.

    `kit.timezone` holds for every hour that names no other zone.
    """
    deadline = brief.schedule.apply_by
    if deadline and (message := _not_once(deadline)):
        remedy = "write an hour of the day, such as 18:00"
        yield Problem(("schedule", "apply_by"), message, remedy=remedy)
    if brief.kit.timezone or not english(brief):
        return
    for said in brief.said:
        if said.shared and (found := _BY.search(said.text)) and not _ZONED.search(said.text):
            yield Problem(said.place, f"`{found[0]}` names no time zone", found[0])


def _not_once(deadline: Deadline) -> str:
    """Return what is wrong where `deadline` falls into the hour that clocks go back."""
    moment = deadline.moment
    if moment.utcoffset() == moment.replace(fold=1).utcoffset():
        return ""
    hour = f"{deadline.time:%H:%M}"
    return f"`{hour}` comes twice on that day in `{deadline.zone}`: the clocks go back"


_MORNING, _EVENING = time(6), time(22)
"""When a day of people who work by day begins and ends at the utmost (own choice)."""

_LEAST = 0.5
"""Shared hours without which there are none."""

_WEEKS = 53
"""Weeks of the work that are looked at: clocks change within a year."""


_WINDOW = ("requirements", "overlap", "window")
_DAY = 24 * 60


def _minutes(start: time, end: time) -> tuple[int, int]:
    """Return two times of a day in minutes; an end before the start is on the next day."""
    first, last = start.hour * 60 + start.minute, end.hour * 60 + end.minute
    return first, last if last > first else last + _DAY


def _offset(zone: tzinfo, day: date) -> int:
    """Return the minutes by which clocks in `zone` are ahead of UTC at noon of `day`."""
    offset = datetime.combine(day, time(12), zone).utcoffset() or timedelta()
    return int(offset.total_seconds()) // 60


def _ahead(days: tuple[date, ...], zone: tzinfo, other: tzinfo) -> Iterator[tuple[date, int]]:
    """Yield by how many minutes `zone` is ahead of `other`, on the first day and on each change."""
    if zone == other:
        yield from ((day, 0) for day in days[:1])
        return
    before = None
    for day in days:
        ahead = _offset(zone, day) - _offset(other, day)
        if ahead != before:
            yield day, ahead
        before = ahead


def _shared(window: Window, start: time, end: time, ahead: int) -> float:
    """Return the hours of `window` between `start` and `end` on a clock `ahead` minutes behind."""
    (first, last), (opens, closes) = _minutes(window.start, window.end), _minutes(start, end)
    common = (
        min(last, closes + ahead + days) - max(first, opens + ahead + days)
        for days in (-2 * _DAY, -_DAY, 0, _DAY, 2 * _DAY)
    )
    return sum(max(0, minutes) for minutes in common) / 60


@rule(
    "DATE-08",
    "warning",
    checks="shared hours that are too short, or fall into the night of one side",
    why=(
        "Hours that look shared in one zone are often night in the other, and move by an hour when "
        "only one side changes its clocks."
    ),
    remedy="choose hours that are by day for both sides on all dates, or ask for fewer of them",
    source="own rule; zones by country from the IANA time zone database",
    bad=(
        "{engagement: {start: 2027-01-04}, requirements: {overlap: {window: 09:00-13:00 "
        "Europe/London}, location: {countries: ['NZ'], why: the law}}}"
    ),
    good=(
        "{engagement: {start: 2027-01-04}, requirements: {overlap: {window: 09:00-13:00 "
        "Europe/London}, location: {countries: ['ZA'], why: the law}}}"
    ),
)
def not_shared(brief: Brief) -> Iterator[Problem]:
    """Yield the window of shared hours where one side cannot keep it.

    That is: it is shorter than what is asked for; it lies outside the client's hours; or in no zone
    of a country to which the work is limited is enough of it by day. Without `at_least`, half the
    window is enough. Dates of the work that are not known are not guessed.
    """
    overlap = brief.requirements.overlap
    window = overlap.window
    if window is None:
        return
    first, last = _minutes(window.start, window.end)
    whole = (last - first) / 60
    needed = float(overlap.at_least.hours or 0) if overlap.at_least else 0.0
    if needed > whole:
        message = f"`{window}` is shorter than `{overlap.at_least}`"
        yield Problem((*_WINDOW[:-1], "at_least"), message, severity="error")
        return
    days = _days(brief)
    if brief.communication.hours:
        yield from _outside_hours(window, brief.communication.hours, days, needed or _LEAST)
    for country in brief.requirements.location.countries:
        yield from _by_night(window, country, days, needed or whole / 2)


def _outside_hours(
    window: Window, hours: Window, days: tuple[date, ...], enough: float
) -> Iterator[Problem]:
    """Yield the first day on which less than `enough` of `window` lies in the client's `hours`."""
    for day, ahead in _ahead(days, _rules(window.zone), _rules(hours.zone)):
        shared = _shared(window, hours.start, hours.end, ahead)
        if shared < enough:
            message = f"on `{day}`, `{window}` shares {_hours(shared)} with yours, `{hours}`"
            yield Problem(_WINDOW, message)
            return


def _by_night(
    window: Window, country: str, days: tuple[date, ...], enough: float
) -> Iterator[Problem]:
    """Yield a day on which no zone of `country` has `enough` of `window` by day.

    Someone lives in one zone: it must have enough on all days.
    """
    best: tuple[float, date] | None = None
    for name in _zones().get(country, ()) if days else ():
        worst = min(
            (_shared(window, _MORNING, _EVENING, ahead), day)
            for day, ahead in _ahead(days, _rules(window.zone), _rules(Zone(name)))
        )
        if worst[0] >= enough:
            return
        best = max(best, worst) if best else worst
    if best:
        share, day = _hours(best[0]), best[1]
        yield Problem(_WINDOW, f"on `{day}`, `{window}` has {share} by day in `{country}`")


def _hours(number: float) -> str:
    return f"{number:g} hour" + ("" if number == 1 else "s") if number else "no hour"


def _days(brief: Brief) -> tuple[date, ...]:
    """Return a day of each week of the work, as far as its dates are known."""
    first = brief.engagement.start or brief.schedule.start_by or brief.kit.issued
    if first is None or not _KNOWN[0] < first.date < _KNOWN[1]:
        return ()
    weeks = min(max((_last(brief, first.date) - first.date).days // 7, 0), _WEEKS)
    return tuple(first.date + timedelta(weeks=week) for week in range(weeks + 1))


def _last(brief: Brief, first: date) -> date:
    """Return the last day of the work: its end, else its last milestone, else its length."""
    if brief.schedule.end_by:
        return brief.schedule.end_by.date
    due = [step.due.date for step in brief.schedule.milestones if step.due]
    length = brief.engagement.duration
    return max(due, default=(latest_end(first, length) if length else None) or first)


_KNOWN = date(1970, 1, 1), date(2500, 1, 1)
"""Between these days, rules of time zones mean something."""


@cache
def _rules(zone: Zone) -> tzinfo:
    return zone.tzinfo()


@cache
def _zones() -> dict[str, tuple[str, ...]]:
    """Return the names of the zones of each country, by its code (IANA `zone.tab`)."""
    table = (ZONES / "zone.tab").read_text("utf-8")
    found: dict[str, tuple[str, ...]] = {}
    for line in table.splitlines():
        if line and not line.startswith("#"):
            country, _, name, *_ = line.split("\t")
            found[country] = (*found.get(country, ()), name)
    return found
