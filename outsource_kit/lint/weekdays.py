"""Dates and weekdays, which agree; days on which people must be there, which are working days."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from outsource_kit.lint.dates import steps
from outsource_kit.lint.phrases import english
from outsource_kit.lint.regex import regex
from outsource_kit.lint.rule import Problem, rule
from outsource_kit.lint.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from outsource_kit.brief import Brief

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAY = (
    r"(?P<name>(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|(?-i:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun))"
)
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_NUMERAL = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?:,? (?P<year>\d{4}))?"
_ISO = r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})"
_DATED = tuple(
    regex(rf"\b{form}\b", re.IGNORECASE)
    for form in (
        rf"{_WEEKDAY}[.,]{{0,2}} (?:the )?{_NUMERAL}\.? (?:of )?{_MONTH}\.?{_YEAR}",
        rf"{_WEEKDAY}[.,]{{0,2}} {_MONTH}\.? {_NUMERAL}{_YEAR}",
        rf"{_WEEKDAY}[.,]{{0,2}} \(?{_ISO}",
        rf"{_ISO},? \(?{_WEEKDAY}",
        rf"{_NUMERAL}\.? {_MONTH}\.?{_YEAR},? \({_WEEKDAY}",
    )
)
_FULL_NAMES = frozenset(day.lower() for day in _WEEKDAYS)
_SHORT_NAMES = frozenset({"mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun"})
_NAMES = _FULL_NAMES | _SHORT_NAMES
_MONTH_NAMES = frozenset(_MONTHS) | {
    *("january", "february", "march", "april", "june", "july", "august"),
    *("sept", "september", "october", "november", "december"),
}
_DIGIT = regex(r"\d")


@rule(
    "DATE-05",
    "error",
    checks="a weekday that is not that of its date",
    why="Of two days, each reader picks one: half of them come on the wrong day.",
    remedy="correct the weekday or the date",
    source="own rule",
    bad="selection: {stages: ['Calls on Thursday, 4 December 2026']}",
    good="selection: {stages: ['Calls on Friday, 4 December 2026']}",
)
def wrong_weekday(brief: Brief) -> Iterator[Problem]:
    """Yield each text with a date that falls on another day of the week.

    A date without year is wrong where neither its last nor its next occurrence fits, seen from
    `kit.issued`.
    """
    words = words_of(brief)
    if not (words & _NAMES and english(brief)):
        return
    signs = [*(words & _MONTH_NAMES), "-"]
    full = not words & _SHORT_NAMES
    for said in brief.said:
        if full and "day" not in said.text:
            continue
        text = said.text.lower()
        if not any(sign in text for sign in signs) or not _DIGIT.search(text):
            continue
        for found in (found for pattern in _DATED for found in pattern.finditer(said.text)):
            days = _meant(found, brief.kit.issued.date if brief.kit.issued else None)
            name = found["name"][:3].lower()
            actual = [_WEEKDAYS[day.weekday()] for day in days]
            if actual and not any(day.lower().startswith(name) for day in actual):
                shown = found[0].strip("(),. ")
                message = f"`{shown}`: {days[-1]} is a {actual[-1]}"
                yield Problem(said.place, message, shown)


def _meant(found: re.Match[str], issued: date | None) -> list[date]:
    """Return the days that a date in words can mean: without a year, those around `issued`."""
    month = found["month"].lower()
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3]) + 1
    if found["year"]:
        years = [int(found["year"])]
    else:
        years = [issued.year - 1, issued.year, issued.year + 1] if issued else []
    days = []
    for year in years:
        try:
            days.append(date(year, number, int(found["day"])))
        except ValueError:  # the calendar has no such day
            continue
    if found["year"] or issued is None:
        return days
    before = [day for day in days if day < issued][-1:]
    return before + [day for day in days if day >= issued][:1]


_FRIDAY, _SATURDAY, _SUNDAY = 4, 5, 6
_FRIDAY_AND_SATURDAY = frozenset(
    {"BH", "DZ", "EG", "IL", "IQ", "JO", "KW", "LY", "OM", "QA", "SA", "SD", "SY", "YE"}
)
"""Countries whose weekend is Friday and Saturday (CLDR 47, weekend data)."""

_UNSURE = frozenset({"AF", "BD", "BN", "DJ", "IN", "IR", "MV", "NP", "PS", "SO", "UG"})
"""Countries with another weekend, or for which sources differ: nothing is said of them."""


@rule(
    "DATE-07",
    "info",
    checks="a decision, a start or a delivery on a weekend",
    why="On that day somebody must write, meet or accept; a promise on a Sunday is often broken.",
    remedy="move it to a working day, or leave it if you work on that day",
    source="own rule; weekends by country from CLDR",
    bad="schedule: {decision_by: 2026-12-19}",
    good="schedule: {decision_by: 2026-12-18}",
)
def on_a_weekend(brief: Brief) -> Iterator[Problem]:
    """Yield each decision, start, first meeting and milestone on a weekend of the client's country.

    Where no country is given, the weekend is Saturday and Sunday.
    """
    country = str(brief.client.country or brief.client.region or "")[:2]
    if country in _UNSURE:
        return
    weekend = {_FRIDAY if country in _FRIDAY_AND_SATURDAY else _SUNDAY, _SATURDAY}
    days = [(step.place, step.day) for step in steps(brief)]
    if kickoff := brief.management.kickoff_on:
        days.append((("management", "kickoff_on"), kickoff.date))
    for place, day in days:
        if place[-1] not in {"apply_by", "start_by", "end_by"} and day.weekday() in weekend:
            yield Problem(place, f"`{day}` is a {_WEEKDAYS[day.weekday()]}")
