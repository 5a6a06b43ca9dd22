"""Arithmetic on days: so many working days later, so many weeks later.

Working days are Monday to Friday; public holidays differ by place and are not known here.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from math import ceil
from typing import TYPE_CHECKING

from outsource_kit.brief.times import Day

if TYPE_CHECKING:
    from outsource_kit.brief.amounts import Duration

_WEEK, _FIRST_OF_WEEKEND = 7, 5


def later(day: Day, wait: Duration) -> Day:
    """Return the day that is `wait` after `day`, at the upper end of its range.

    Hours and minutes count as the days they begin, and parts of days as whole ones: who has 36
    hours from Monday is done by Wednesday.
    """
    number = wait.high
    if wait.unit == "working day":
        return working_days_later(day, ceil(number))
    if wait.unit in ("month", "year"):
        return _months_later(day, ceil(number * (12 if wait.unit == "year" else 1)))
    hours = wait.hours
    days = ceil(hours / 24) if hours is not None else ceil(number)
    return Day(day.date + timedelta(days=days * (_WEEK if wait.unit == "week" else 1)))


def working_days_later(day: Day, count: int) -> Day:
    """Return the day `count` working days after `day`; with 0, `day` or the next working day."""
    found = day.date
    while found.weekday() >= _FIRST_OF_WEEKEND:
        found += timedelta(days=1)
    weeks, rest = divmod(count, _FIRST_OF_WEEKEND)
    found += timedelta(weeks=weeks)
    for _ in range(rest):
        found += timedelta(days=3 if found.weekday() == _FIRST_OF_WEEKEND - 1 else 1)
    return Day(found)


def _months_later(day: Day, count: int) -> Day:
    months = day.date.year * 12 + day.date.month - 1 + count
    year, month = divmod(months, 12)
    last = monthrange(year, month + 1)[1]
    return Day(date(year, month + 1, min(day.date.day, last)))
