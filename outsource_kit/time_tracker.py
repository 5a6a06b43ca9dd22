"""Read the export of a time tracker: one entry a line in, one task a name out.

In: a CSV file of Toggl, Clockify or Harvest, or one with the columns `task` and `minutes`. Out:
each task with its time and how often it came, and which columns said so; or every mistake at once.
Absent: what becomes of the tasks (`scaffold`), and any guess where the file says nothing.
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from outsource_kit.load.source import read_source
from outsource_kit.load.words import shown
from outsource_kit.mistakes import KitError, Mistake

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from outsource_kit.load.source import Source

_NAMES = ("description", "task", "task name", "title", "activity", "notes", "project", "client")
"""Columns that say what was done, the most telling first: the first that is filled in counts."""

_TIMES = (
    "minutes",
    "duration (h)",
    "duration",
    "time (h)",
    "duration (decimal)",
    "time (decimal)",
    "hours",
    "time",
)
"""Columns that say how long it took, the most exact first."""

_DAYS = ("start date", "date", "spent date", "day", "start", "start time", "started")
"""Columns that say on which day, the best first."""

_PEOPLE = ("user", "member", "employee", "email", "first name")
"""Columns that say whose time it was, the best first."""

_DELIMITERS = ",;\t|"
_ALONE = r"(?<![^,;\t|\"\s]){}(?![^,;\t|\"\s])"
"""A value between delimiters."""

_CLOCK = re.compile(r"(\d{1,5}):([0-5]\d)(?::([0-5]\d)(?:\.\d+)?)?")
_SPELLED = re.compile(r"(?:(\d{1,5}) ?h)? ?(?:(\d{1,5}) ?m(?:in)?)? ?(?:(\d{1,5}) ?s)?")
_NUMBER = re.compile(r"\d{1,6}(?:[.,]\d{1,8})?|[.,]\d{1,8}")
_TIME_OF_DAY = re.compile(r"[T ]\d{1,2}:\d{2}.*")

_A_DAY = 24
"""Hours in a day: a bare number above it is most likely no number of hours."""

_HIDDEN = re.compile("[\u200b\u202a-\u202e\u2060-\u2069]")
"""Characters that no one sees, and that no text of a kit may hold."""

_LONGEST_NAME = 200
_WIDEST = 10_000
_MOST_MISTAKES = 20

_EXPORT = "export the detailed report as CSV, or write the first line `task,minutes`"


@dataclass(frozen=True)
class Tracked:
    """What was logged under one name."""

    name: str
    """What was done."""

    minutes: Decimal
    """How long it took altogether."""

    times: int
    """How many entries there are."""


@dataclass(frozen=True)
class Export:
    """What a time tracker knows."""

    tasks: tuple[Tracked, ...]
    """The tasks, the one that took longest first."""

    days: int | None
    """On how many days something was logged; None where no column says when."""

    columns: tuple[str, ...]
    """The columns that were used, as the file spells them."""

    people: tuple[str, ...]
    """Whose time it was, where a column says so."""


@dataclass(frozen=True)
class _Line:
    """A line of the table: its number in the file, from 1, and its values by column."""

    number: int
    cells: Mapping[str, str]

    def first(self, columns: Iterable[str]) -> str:
        """Return the first value that is there."""
        return next((self.cells[name] for name in columns if self.cells.get(name)), "")


@dataclass(frozen=True)
class _Table:
    """A file as a table; a column is known by its name in lower case."""

    source: Source
    head: int
    spelled: Mapping[str, str]
    lines: Sequence[_Line]

    def known(self, columns: Iterable[str]) -> list[str]:
        """Return those of `columns` that the table has."""
        return [name for name in columns if name in self.spelled]

    def mistake(self, line: int, message: str, hint: str = "", value: str = "") -> Mistake:
        """Return a mistake that marks `value` in a line, or all of it."""
        text, start = self.source.lines[line - 1], self.source.starts[line - 1]
        found = value and re.search(_ALONE.format(re.escape(value)), text)
        at, end = found.span() if found else (0, len(text))
        return self.source.mistake(start + at, start + end, message, hint)


def read(path: Path) -> Export:
    """Return what the CSV file at `path` says.

    Raises `KitError` with every mistake in it: a file that is no table, no column for what was
    done or for how long it took, a time that cannot be read.
    """
    table = _table(read_source(path))
    names, times = table.known(_NAMES), table.known(_TIMES)[:1]
    days, people = table.known(_DAYS)[:1], table.known(_PEOPLE)[:1]
    _complain(table, names, times)
    tasks = _tasks(table, names, times[0])
    if not tasks:
        raise _refused(table.source, "no entry took any time")
    dates = _distinct(_TIME_OF_DAY.sub("", line.first(days)) for line in table.lines)
    return Export(
        tasks=tasks,
        days=len(dates) or None,
        columns=tuple(table.spelled[name] for name in (*names, *times, *days)),
        people=_distinct(line.first(people) for line in table.lines),
    )


def _refused(source: Source, message: str, hint: str = "") -> KitError:
    return KitError(Mistake(source.path, 0, 0, "", message, hint))


def _table(source: Source) -> _Table:
    """Return the text as a table; its first line names the columns."""
    if not source.text.strip():
        raise _refused(source, "the file is empty", _EXPORT)
    first = next(line for line in source.lines if line.strip())
    delimiter = max(_DELIMITERS, key=lambda mark: _recognised(first[:_WIDEST], mark))
    rows = _rows(source, delimiter)
    head = [name.strip() for name in rows[0][1]]
    columns = [name.lower() for name in head]
    lines = [
        _Line(number, {name: value.strip() for name, value in zip(columns, row, strict=False)})
        for number, row in rows[1:]
    ]
    if lines and next(iter(lines[-1].cells.values())).lower().startswith("total"):
        lines.pop()
    table = _Table(source, rows[0][0], dict(zip(columns, head, strict=True)), lines)
    spilled = [(number, row) for number, row in rows[1:] if any(row[len(head) :])]
    hint = f"put text that holds a `{delimiter}` in quotes"
    if spilled:
        said = "{} values, but the first line names {} columns"
        mistakes = [table.mistake(n, said.format(len(row), len(head)), hint) for n, row in spilled]
        raise KitError(*mistakes[:_MOST_MISTAKES])
    return table


def _recognised(line: str, delimiter: str) -> int:
    """Return how many known columns `line` names if `delimiter` stands between them."""
    cells = next(csv.reader([line], delimiter=delimiter), [])
    known = {*_NAMES, *_TIMES, *_DAYS, *_PEOPLE}
    return sum(cell.strip().lower() in known for cell in cells)


def _rows(source: Source, delimiter: str) -> list[tuple[int, list[str]]]:
    """Return the values of each line, with the number of the line on which they start."""
    reader = csv.reader(io.StringIO(source.text), delimiter=delimiter, strict=True)
    rows, start = [], 1
    try:
        for row in reader:
            if any(map(str.strip, row)):
                rows.append((start, row))
            start = reader.line_num + 1
    except csv.Error as error:
        hint = "close the quote, and double one that belongs to the text"
        mistake = _Table(source, start, {}, ()).mistake(start, f"no line of CSV: {error}", hint)
        raise KitError(mistake) from None
    return rows


def _complain(table: _Table, names: Sequence[str], times: Sequence[str]) -> None:
    """Raise `KitError` where the table lacks a column or has no entry."""
    if not (names and times):
        lacking = "how long each entry took" if names else "what was done"
        found = ", ".join(f"`{shown(name)}`" for name in [*table.spelled.values()][:12])
        message = f"no column says {lacking}; the first line names {found}"
        raise KitError(table.mistake(table.head, message, _EXPORT))
    if not table.lines:
        raise _refused(table.source, "there is no entry below the first line", _EXPORT)


def _tasks(table: _Table, names: Sequence[str], column: str) -> tuple[Tracked, ...]:
    """Return what was done, the longest first; names that differ in capitals only are one."""
    found: dict[str, Tracked] = {}
    mistakes = []
    for line in table.lines:
        name, written = _name(line.first(names)), line.cells.get(column, "")
        try:
            minutes = _minutes(written, column)
        except ValueError as error:
            got = f"`{shown(written)}`" if written else "nothing"
            message = f"expected how long it took, got {got}"
            mistakes.append(table.mistake(line.number, message, str(error), written))
            continue
        if minutes:
            old = found.get(name.casefold(), Tracked(name, Decimal(0), 0))
            found[name.casefold()] = Tracked(old.name, old.minutes + minutes, old.times + 1)
    if mistakes:
        raise KitError(*mistakes[:_MOST_MISTAKES])
    return tuple(sorted(found.values(), key=lambda task: (-task.minutes, task.name)))


def _name(written: str) -> str:
    """Return `written` as one plain line of everyday length."""
    line = " ".join(_HIDDEN.sub("", written).split())
    return re.sub("…{3,}", "…", line)[:_LONGEST_NAME].rstrip() or "Without a description"


def _minutes(written: str, column: str) -> Decimal:
    """Return a time in minutes; raise `ValueError`, which says what to write, for what is none."""
    number = _NUMBER.fullmatch(written) and Decimal(written.replace(",", "."))
    if column == "minutes":
        if number is None:
            raise ValueError("write minutes as a number, such as `90`")
        return number
    if number is not None:
        if number > _A_DAY:
            raise ValueError("a number is hours; for minutes, call the column `minutes`")
        return number * 60
    found = _CLOCK.fullmatch(written) or (written and _SPELLED.fullmatch(written.lower()))
    if not found:
        raise ValueError("write hours, such as `1:30:00` or `1.5`")
    hours, minutes, seconds = (Decimal(part or 0) for part in found.groups())
    return hours * 60 + minutes + seconds / 60


def _distinct(values: Iterable[str]) -> tuple[str, ...]:
    """Return each value once, in order of appearance, without those that are empty."""
    return tuple(dict.fromkeys(value for value in values if value))
