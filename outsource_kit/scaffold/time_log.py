"""A task log out of the export of a time tracker.

In: a CSV file. Out: a `TaskLog`, a task for each name in it, the longest first; or every row that
cannot be read, with its line. Absent: the marks of the tasks, which only their author knows.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from outsource_kit.brief.amounts import digits
from outsource_kit.brief.identify import TaskLog
from outsource_kit.brief.text import Text
from outsource_kit.load.fields import takes
from outsource_kit.mistakes import KitError, Mistake
from outsource_kit.scaffold.days import days_of, span
from outsource_kit.scaffold.trackers import Export, exports

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

_LIMIT = 20_000_000
"""The largest export that is read, in bytes."""

_WEEK = 7

_LEAST = Decimal("0.01")
"""The shortest time that a log can hold, in minutes."""

_HEADS = "`Description` and `Duration`, `Task` and `Hours`, or `task` and `minutes`"


@dataclass(frozen=True)
class Entry:
    """One row of an export."""

    task: str
    """What was done, on one line."""

    minutes: Decimal
    """How long."""

    day: str
    """On which day, as typed; empty where the export has no days."""

    line: int
    """Where the row begins, from 1."""


def task_log(path: Path, weeks: int = 1) -> TaskLog:
    """Return the log in the export at `path`; one without days is taken for that of `weeks`.

    A task that was taken up several times on a day counts once for it. Raises `KitError` with
    every row that cannot be read.
    """
    entries = list(_entries(path))
    days = days_of({entry.day for entry in entries if entry.day})
    if wrong := [e for e in entries if e.day and e.day not in days]:
        raise KitError(*(_mistake(path, e.line, f"expected a day, got `{e.day}`") for e in wrong))
    if days:
        weeks = -(-span(days.values()) // _WEEK)
    tasks: dict[str, list[Entry]] = {}
    for entry in entries:
        tasks.setdefault(entry.task.casefold(), []).append(entry)
    ordered = sorted(tasks.values(), key=lambda rows: (-_minutes(rows), rows[0].task))
    data: dict[str, Any] = {"kind": "tasks", "log": [_task(rows, days, weeks) for rows in ordered]}
    if days:
        data["days_logged"] = len(set(days.values()))
    return TaskLog.model_validate(data)


def _minutes(rows: Sequence[Entry]) -> Decimal:
    return sum((row.minutes for row in rows), Decimal(0))


def _task(rows: Sequence[Entry], days: Mapping[str, date], weeks: int) -> dict[str, object]:
    """Return a task as data: its time each day that it came, and on how many days of a week."""
    times = len({days[row.day] for row in rows}) if days else weeks
    each = max(_minutes(rows) / times, _LEAST).quantize(_LEAST, ROUND_HALF_UP)
    unit = "minute" if each == 1 else "minutes"
    return {
        "name": rows[0].task,
        "time": f"{digits(each)} {unit}",
        "times_per_week": Decimal(digits(round(Decimal(times) / weeks, 2))),
    }


def _entries(path: Path) -> Iterator[Entry]:
    """Yield the rows of an export; raise `KitError` with all that cannot be read."""
    rows = list(_rows(path))
    if not rows:
        raise KitError(_mistake(path, 0, "the file is empty"))
    columns = {" ".join(name.split()).casefold(): at for at, name in enumerate(rows[0][1])}
    export = next((e for e in exports() if all(n.casefold() in columns for n in e.needs)), None)
    if export is None:
        found = ", ".join(f"`{name}`" for name in rows[0][1][:8])
        hint = f"export a detailed report, with columns such as {_HEADS}"
        raise KitError(
            _mistake(path, 1, f"no time tracker's columns are known here: {found}", hint)
        )
    read, wrong = [], []
    for line, cells in rows[1:]:
        try:
            read.append(_entry(line, cells, columns, export))
        except ValueError as error:
            wrong.append(_mistake(path, line, str(error)))
    if wrong:
        raise KitError(*wrong)
    if not read:
        raise KitError(_mistake(path, 0, "the file holds no entries"))
    yield from (entry for entry in read if entry.minutes)


def _entry(line: int, cells: Sequence[str], columns: Mapping[str, int], export: Export) -> Entry:
    """Return what a row says; raise `ValueError` with what is wrong with it."""

    def first(names: Sequence[str]) -> str:
        places = (columns[name.casefold()] for name in names if name.casefold() in columns)
        found = (" ".join(cells[at].split()) for at in places if at < len(cells))
        return next(filter(None, found), "")

    task, time = first(export.task), first(export.time)
    if not task:
        raise ValueError(f"no task is named in {_named(export.task)}")
    if not takes(Text, task):
        raise ValueError("the task's name holds what no one can see, or is longer than a line")
    if not time:
        raise ValueError(f"no time stands in {_named(export.time)}")
    day = first((export.day,)) if export.day else ""
    if export.day and export.day in export.needs and not day:
        raise ValueError(f"no day stands in {_named((export.day,))}")
    return Entry(task, minutes_of(time, export.unit), day, line)


def _named(columns: Sequence[str]) -> str:
    return " or ".join(f"`{column}`" for column in columns)


def minutes_of(written: str, unit: str) -> Decimal:
    """Return the minutes of `1:30`, `01:30:00`, `1.5` or `1,5`; a bare number counts `unit`.

    Raises `ValueError` where it is no time.
    """
    if found := re.fullmatch(r"(\d{1,5}):([0-5]?\d)(?::([0-5]?\d))?", written):
        hours, minutes, seconds = (Decimal(part or 0) for part in found.groups())
        return hours * 60 + minutes + seconds / 60
    try:
        number = Decimal(written.replace(",", "."))
    except InvalidOperation:
        number = Decimal(-1)
    if not number.is_finite() or not 0 <= number < 10**6:
        raise ValueError(f"expected a time such as `1:30` or `1.5`, got `{written[:40]}`")
    return number * (60 if unit == "hours" else 1)


def _rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows that hold anything, each with the line on which it begins."""
    text = _text(path)
    head = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=head.count))
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        raise KitError(_mistake(path, line, f"cannot be read as CSV: {error}")) from None


def _text(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise KitError(_mistake(path, 0, f"cannot be read: {error.strerror}")) from None
    if len(data) > _LIMIT:
        raise KitError(_mistake(path, 0, f"the file is larger than {_LIMIT:,} bytes"))
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeError:
        hint = "save it again as CSV in UTF-8"
        raise KitError(_mistake(path, 0, "the file is not written in UTF-8", hint)) from None


def _mistake(path: Path, line: int, message: str, hint: str = "") -> Mistake:
    return Mistake(str(path), line, 1 if line else 0, "", message, hint)
