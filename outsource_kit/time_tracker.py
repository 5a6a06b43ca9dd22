"""Read the export of a time tracker: one entry a line in, one task a description out.

In: a CSV file of Toggl, Clockify or Harvest, or one with the columns `task` and `minutes`. Out:
each task with its time and how often it came, and which columns said so; or every mistake at once.
Absent: what becomes of the tasks (`scaffold`), and any guess where the file says nothing.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from outsource_kit.load import read_source
from outsource_kit.mistakes import KitError, Mistake

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from outsource_kit.load import Source

WORKING_DAYS = 5
"""Days of work in a week."""

_NAMES = ("description", "task", "task name", "title", "activity", "notes", "project", "client")
"""Columns that say what was done, the most telling first: the first that is filled in counts."""

_DATES = ("start date", "date", "spent date", "day", "start", "start time", "started")
"""Columns that say on which day, the best first."""

_PEOPLE = ("user", "email", "employee", "member", "first name")
"""Columns that say who, the best first."""

_DELIMITERS = ",;\t|"
_MOST_MISTAKES = 20
_LONGEST_NAME = 200
_LONGEST = 24 * 60
"""Minutes of one entry beyond which a bare number must be in another unit."""

_CLOCK = re.compile(r"(\d{1,4}):([0-5]\d)(?::([0-5]\d)(?:\.\d+)?)?")
_SPELLED = re.compile(r"(?:(\d{1,4}) ?h(?:ours?)?)? ?(?:(\d{1,4}) ?m(?:in(?:utes?)?)?)?")
_PLAIN = re.compile(r"\d{1,6}(?:[.,]\d{1,8})?|[.,]\d{1,8}")
_HIDDEN = re.compile("[\u200b\u202a-\u202e\u2060-\u2069]")
_TIME_OF_DAY = re.compile(r"[T ]\d{1,2}:\d{2}.*")


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
    """The tasks, the longest first."""

    days: int | None
    """On how many days something was logged; None where no column says when."""

    columns: tuple[str, ...]
    """The columns that were used, as the file spells them: names, time, day."""

    people: tuple[str, ...]
    """Whose entries they are, where a column says so."""


@dataclass(frozen=True)
class _Line:
    """A line of the table, with its place in the file."""

    source: Source
    number: int
    cells: Mapping[str, str]

    def mistake(self, cell: str, message: str, hint: str = "") -> Mistake:
        """Return a mistake that marks `cell` in the line."""
        start = self.source.starts[self.number - 1]
        line = self.source.lines[self.number - 1]
        column = max(line.find(cell), 0)
        width = len(cell) if cell and cell in line else len(line)
        return self.source.mistake(start + column, start + column + width, message, hint)


def read(path: Path) -> Export:
    """Return what the CSV file at `path` says.

    Raises `KitError` with every mistake in it: what is no table, has no column for the time, or
    an entry whose time cannot be read.
    """
    source = read_source(path)
    if not source.text.strip():
        raise _refused(source, "the file is empty", _EXPORT)
    header, lines = _table(source)
    names = [name for name in _NAMES if name in header]
    clock = next((name for name in _CLOCKS if name in header), None)
    if not names or clock is None:
        lacking = "how long each entry took" if clock is None else "what was done"
        found = ", ".join(f"`{name}`" for name in list(header.values())[:12] if name)
        message = f"no column says {lacking}; the columns are {found}"
        start, end = 0, len(source.lines[0])
        raise KitError(source.mistake(start, end, message, _EXPORT))
    if not lines:
        raise _refused(source, "there are no entries below the first line", _EXPORT)
    day, person = (next((n for n in known if n in header), None) for known in (_DATES, _PEOPLE))
    entries = [entry for entry in _entries(lines, names, clock) if entry[1]]
    if not entries:
        raise _refused(source, "no entry took any time")
    used = [line for line in lines if not _is_total(line, names, day)]
    return Export(
        tasks=_summed(entries),
        days=len(_distinct(used, day, _TIME_OF_DAY)) or None,
        columns=tuple(header[name] for name in (*names, clock, day) if name),
        people=_distinct(used, person),
    )


_EXPORT = (
    "export the detailed report of your time tracker as CSV, or write a first line `task,minutes`"
)


def _refused(source: Source, message: str, hint: str = "") -> KitError:
    return KitError(Mistake(source.path, 0, 0, "", message, hint))


def _table(source: Source) -> tuple[Mapping[str, str], Sequence[_Line]]:
    """Return the names of the columns, as compared and as spelled, and the lines below them."""
    delimiter = max(_DELIMITERS, key=lambda mark: _known(source.lines[0], mark))
    reader = csv.reader(source.text.splitlines(keepends=True), delimiter=delimiter, strict=True)
    rows, before = [], 0
    try:
        for row in reader:
            rows.append((before + 1, row))
            before = reader.line_num
    except csv.Error as error:
        said = f"the line cannot be read as CSV: {error}"
        raise KitError(_Line(source, before + 1, {}).mistake("", said)) from None
    head = [cell.strip() for cell in rows[0][1]]
    names = [name.lower() for name in head]
    lines, mistakes = [], []
    for number, row in rows[1:]:
        line = _Line(source, number, dict(zip(names, (c.strip() for c in row), strict=False)))
        if len([*filter(None, row[len(names) :])]):
            message = f"{len(row)} values, but the first line names {len(names)} columns"
            hint = f"put text that holds `{delimiter}` in quotes"
            mistakes.append(line.mistake("", message, hint))
        elif any(line.cells.values()):
            lines.append(line)
    if mistakes:
        raise KitError(*mistakes[:_MOST_MISTAKES])
    return dict(zip(names, head, strict=True)), lines


def _known(line: str, delimiter: str) -> int:
    """Return how many columns that are known `line` names, if `delimiter` stands between them."""
    cells = next(csv.reader([line], delimiter=delimiter), [])
    known = {*_NAMES, *_DATES, *_PEOPLE, *_CLOCKS}
    return sum(cell.strip().lower() in known for cell in cells)


def _entries(
    lines: Sequence[_Line], names: Sequence[str], clock: str
) -> Iterator[tuple[str, Decimal]]:
    """Yield what was done and the minutes it took, line by line."""
    mistakes = []
    for line in lines:
        name = _name(line, names)
        written = line.cells.get(clock, "")
        if name is None:
            continue
        try:
            minutes = _CLOCKS[clock](written)
        except ValueError as error:
            expected = "expected a time such as `1:30:00` or `1.5`"
            got = f"`{written[:40]}`" if written else "nothing"
            mistakes.append(line.mistake(written, f"{expected}, got {got}", str(error)))
            continue
        yield name, minutes
    if mistakes:
        raise KitError(*mistakes[:_MOST_MISTAKES])


def _name(line: _Line, names: Sequence[str]) -> str | None:
    """Return what was done; None for the line that sums up the others."""
    filled = (line.cells[name] for name in names if line.cells.get(name))
    return _clean(next(filled, "")) or "Without a description"


def _clean(text: str) -> str:
    """Return `text` as one plain line of everyday length."""
    line = " ".join(_HIDDEN.sub("", text).split())
    return re.sub("…{3,}", "…", line)[:_LONGEST_NAME].rstrip()


def _summed(entries: Sequence[tuple[str, Decimal]]) -> tuple[Tracked, ...]:
    """Return the tasks, the longest first; names that differ only in their case are one."""
    found: dict[str, Tracked] = {}
    for name, minutes in entries:
        known = found.get(name.casefold(), Tracked(name, Decimal(0), 0))
        found[name.casefold()] = replace(
            known, minutes=known.minutes + minutes, times=known.times + 1
        )
    return tuple(sorted(found.values(), key=lambda task: (-task.minutes, task.name)))
