"""Exports of time trackers, as data: which column says what."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

from outsource_kit.brief.audience import Section
from outsource_kit.brief.codes import Slug
from outsource_kit.brief.text import Text
from outsource_kit.brief.times import Day
from outsource_kit.load import read


class Export(Section):
    """One report of one tracker."""

    id: Slug
    """Its short name."""

    name: Text
    """What its users call it."""

    needs: tuple[Text, ...]
    """The columns by which it is known."""

    task: tuple[Text, ...]
    """The columns that may name the task, best first."""

    time: tuple[Text, ...]
    """The columns that may hold the time, best first."""

    unit: Literal["hours", "minutes"]
    """What a bare number in them counts."""

    day: Text | None = None
    """The column with the day, where there is one."""

    source: Text
    """How the columns are known."""


class _Rows(Section):
    checked_on: Day
    exports: tuple[Export, ...]


@cache
def exports() -> tuple[Export, ...]:
    """Return every export that can be read, the one that is known by most columns first."""
    return read(Path(__file__).with_suffix(".yaml"), _Rows).exports
