"""Days, hours of the day and deadlines; a deadline carries its time zone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Self
from zoneinfo import ZoneInfo

import tzdata

from outsource_kit.brief.written import Written

_DAY = r"\d{4}-\d{2}-\d{2}"
_TIME = r"(?:[01]\d|2[0-3]):[0-5]\d"
_ZONE = r"[A-Za-z][A-Za-z0-9_+\-]*(?:/[A-Za-z0-9_+\-]+){0,2}|[+-](?:0\d|1[0-4]):[0-5]\d"

ZONES = Path(tzdata.__file__).parent / "zoneinfo"
"""The rules of time zones, from a package: those of the machine may be others."""


@dataclass(frozen=True)
class Day(Written):
    """A date of the calendar, without time."""

    expected = "a date"
    hint = "write year, month and day, such as `2026-12-04`"
    examples = ("2026-12-04",)
    pattern = _DAY

    date: date

    @classmethod
    def parse(cls, written: str) -> Self:
        """Return the day that `2026-12-04` spells."""
        if not re.fullmatch(cls.pattern, written):
            raise ValueError
        try:
            return cls(date.fromisoformat(written))
        except ValueError:
            msg = f"the calendar has no `{written}`"
            raise ValueError(msg) from None

    def __str__(self) -> str:
        """Return the day as a brief spells it."""
        return self.date.isoformat()


@dataclass(frozen=True)
class Zone(Written):
    """A time zone: a name of the IANA database, `UTC`, `AoE` (UTC-12, everywhere), or an offset."""

    expected = "a time zone"
    hint = "write a name such as `Europe/London`, `UTC`, `AoE`, or an offset such as `+02:00`"
    examples = ("Europe/London", "UTC", "AoE", "+02:00")
    pattern = _ZONE

    name: str

    @classmethod
    def parse(cls, written: str) -> Self:
        """Return the zone that `Europe/London` spells."""
        zone = cls(written)
        try:
            zone.tzinfo()
        except ValueError:
            close = get_close_matches(written, _names(), 1, 0.8)
            raise ValueError(f"did you mean `{close[0]}`?" if close else "") from None
        return zone

    def tzinfo(self) -> tzinfo:
        """Return the zone's rules; raise `ValueError` where there is no such zone."""
        if self.name == "UTC":
            return UTC
        if self.name == "AoE":
            return timezone(timedelta(hours=-12))
        if found := re.fullmatch(r"([+-])(\d{2}):(\d{2})", self.name):
            offset = timedelta(hours=int(found[2]), minutes=int(found[3]))
            return timezone(offset if found[1] == "+" else -offset)
        if not re.fullmatch(_ZONE, self.name) or "/" not in self.name:
            raise ValueError
        return _rules(self.name)

    def __str__(self) -> str:
        """Return the zone as a brief spells it."""
        return self.name


def _names() -> list[str]:
    """Return the names of all zones that have rules."""
    return (ZONES.parent / "zones").read_text(encoding="utf-8").split()


@cache
def _rules(name: str) -> ZoneInfo:
    """Return the rules of the zone `name`; raise `ValueError` where there is none."""
    try:
        with ZONES.joinpath(*name.split("/")).open("rb") as rules:
            return ZoneInfo.from_file(rules, name)
    except (OSError, ValueError):
        raise ValueError from None


@dataclass(frozen=True)
class Deadline(Written):
    """A date, a time of day and the zone in which they hold."""

    expected = "a date, a time and a time zone"
    hint = "write them in this order, such as `2026-12-04 18:00 Europe/London`"
    examples = ("2026-12-04 18:00 Europe/London", "2026-12-04 23:59 AoE")
    pattern = rf"({_DAY}) ({_TIME}) ({_ZONE})"

    day: Day
    time: time
    zone: Zone

    @classmethod
    def parse(cls, written: str) -> Self:
        """Return the deadline that `2026-12-04 18:00 Europe/London` spells."""
        if not (found := re.fullmatch(cls.pattern, written)):
            raise ValueError
        try:
            zone = Zone.parse(found[3])
        except ValueError:
            msg = f"there is no time zone `{found[3]}`; {Zone.hint}"
            raise ValueError(msg) from None
        deadline = cls(Day.parse(found[1]), time.fromisoformat(found[2]), zone)
        if deadline.moment.astimezone(UTC).astimezone(zone.tzinfo()).time() != deadline.time:
            msg = "the clocks are put forward then, and skip that time"
            raise ValueError(msg)
        return deadline

    @property
    def moment(self) -> datetime:
        """Return the instant, aware of its zone."""
        return datetime.combine(self.day.date, self.time, self.zone.tzinfo())

    def __str__(self) -> str:
        """Return the deadline as a brief spells it."""
        return f"{self.day} {self.time:%H:%M} {self.zone}"


@dataclass(frozen=True)
class Window(Written):
    """Hours of the day in one zone, such as those in which both sides work."""

    expected = "hours of the day and a time zone"
    hint = "write them such as `09:00-13:00 Europe/London`"
    examples = ("09:00-13:00 Europe/London",)
    pattern = rf"({_TIME})[-–]({_TIME}) ({_ZONE})"

    start: time
    end: time
    zone: Zone

    @classmethod
    def parse(cls, written: str) -> Self:
        """Return the hours that `09:00-13:00 Europe/London` spells."""
        if not (found := re.fullmatch(cls.pattern, written)):
            raise ValueError
        start, end = time.fromisoformat(found[1]), time.fromisoformat(found[2])
        if start == end:
            msg = "the two times are the same"
            raise ValueError(msg)
        return cls(start, end, Zone.parse(found[3]))

    def __str__(self) -> str:
        """Return the hours as a brief spells them."""
        return f"{self.start:%H:%M}-{self.end:%H:%M} {self.zone}"
