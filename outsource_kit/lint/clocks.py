"""Do clocks agree? Deadlines that name one instant, shared hours by daylight for both sides.

Rules of zones, daylight saving included, are those of the IANA database.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

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
_BY = re.compile(
    rf"\b(?:by|before|until|till|no later than) (?:[\w,]+ ){{0,3}}?{_HOUR}", re.IGNORECASE
)
_ZONED = re.compile(
    r"\b(?:UTC|GMT|AoE|BST|[CEMP][SD]T|[CEW]ES?T|MSK|IST|JST|AE[SD]T|NZ[SD]T)\b|[+-]\d{2}:\d{2}"
    r"|\b[A-Z][a-z]+/[A-Z]|\b\w+ time\b|\btime ?zone"
)


@rule(
    "DATE-03",
    "warning",
    checks="a deadline by the clock that does not name one instant",
    why=(
        "`By 17:00` is a whole day long around the world. Twice a year, an hour of the night "
        "comes twice or not at all."
    ),
    remedy="name the zone, such as `17:00 London time`, or say yours in `kit.timezone`",
    source="calls for proposals of the Python Software Foundation",
    bad="project: {deliverables: [{name: Report, done_when: ['It arrives by 17:00']}]}",
    good="project: {deliverables: [{name: Report, done_when: ['It arrives by 17:00 UTC']}]}",
)
def no_instant(brief: Brief) -> Iterator[Problem]:
    """Yield each deadline in words without a zone, and one whose hour the clocks skip or repeat.

    `kit.timezone` holds for every hour that names no other zone.
    """
    deadline = brief.schedule.apply_by
    if deadline and (message := _not_once(deadline)):
        remedy = "write an hour of the day, such as 18:00"
        yield Problem(("schedule", "apply_by"), message, remedy=remedy)
    if brief.kit.timezone or brief.kit.language.partition("-")[0] != "en":
        return
    for said in brief.said:
        if said.shared and (found := _BY.search(said.text)) and not _ZONED.search(said.text):
            yield Problem(said.place, f"`{found[0]}` names no time zone", found[0])


def _not_once(deadline: Deadline) -> str:
    """Return what is wrong where the clocks skip or repeat the hour of `deadline`."""
    zone = deadline.zone.tzinfo()
    naive = datetime.combine(deadline.day.date, deadline.time)
    first, second = (naive.replace(tzinfo=zone, fold=fold).utcoffset() for fold in (0, 1))
    if first is None or second is None or first == second:
        return ""
    how_often = "does not come" if first < second else "comes twice"
    return (
        f"`{deadline.time:%H:%M}` {how_often} on that day in `{deadline.zone}`: the clocks change"
    )


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


def _shared(day: date, window: Window, start: time, end: time, zone: tzinfo) -> float:
    """Return the hours of `window` that lie between `start` and `end` in `zone` on `day`."""
    (first, last), (opens, closes) = _minutes(window.start, window.end), _minutes(start, end)
    ahead = _offset(window.zone.tzinfo(), day) - _offset(zone, day)
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
    zone = hours.zone.tzinfo()
    for day in days:
        shared = _shared(day, window, hours.start, hours.end, zone)
        if shared < enough:
            share = f"only {_hours(shared)}" if shared else "nothing"
            message = f"on `{day}`, {share} of `{window}` is in your hours, `{hours}`"
            yield Problem(_WINDOW, message)
            return


def _by_night(
    window: Window, country: str, days: tuple[date, ...], enough: float
) -> Iterator[Problem]:
    """Yield the first day on which no zone of `country` has `enough` of `window` by day."""
    zones = _zones().get(country, ())
    for day in days if zones else ():
        most = 0.0
        for name in zones:
            most = max(most, _shared(day, window, _MORNING, _EVENING, _zone(name)))
            if most >= enough:
                break
        else:
            share = f"at most {_hours(most)}" if most else "nothing"
            yield Problem(_WINDOW, f"on `{day}`, {share} of `{window}` is by day in `{country}`")
            return


def _hours(number: float) -> str:
    return f"{number:g} hour" + ("" if number == 1 else "s")


def _days(brief: Brief) -> tuple[date, ...]:
    """Return a day of each week of the work, as far as its dates are known."""
    first = brief.engagement.start or brief.schedule.start_by or brief.kit.issued
    last = brief.schedule.end_by or max(
        (m.due for m in brief.schedule.milestones if m.due), key=lambda d: d.date, default=first
    )
    if first is None or last is None or not _KNOWN[0] < first.date < _KNOWN[1]:
        return ()
    weeks = min(max((last.date - first.date).days // 7, 0), _WEEKS)
    return tuple(first.date + timedelta(weeks=week) for week in range(weeks + 1))


_KNOWN = date(1970, 1, 1), date(2500, 1, 1)
"""Between these days, rules of time zones mean something."""


@cache
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)


@cache
def _zones() -> dict[str, tuple[str, ...]]:
    """Return the names of the zones of each country, by its code (IANA `zone.tab`)."""
    table = files("tzdata.zoneinfo").joinpath("zone.tab").read_text("utf-8")
    found: dict[str, tuple[str, ...]] = {}
    for line in table.splitlines():
        if line and not line.startswith("#"):
            country, _, name, *_ = line.split("\t")
            found[country] = (*found.get(country, ()), name)
    return found
