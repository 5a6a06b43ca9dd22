"""What not to ask, and what to ask instead, as data."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from outsource_kit.brief.audience import Section
from outsource_kit.brief.text import Text
from outsource_kit.brief.times import Day
from outsource_kit.guidance.rows import shown
from outsource_kit.load import read

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from outsource_kit.plan import Facts


class NotAsked(Section):
    """A subject that no question touches."""

    topic: Text
    """What it is."""

    instead: Text
    """What to ask in its place."""


class _Rows(Section):
    source: Text
    checked_on: Day
    rows: tuple[NotAsked, ...]


@cache
def not_asked() -> _Rows:
    """Return what not to ask, with where the list comes from."""
    return read(Path(__file__).with_suffix(".yaml"), _Rows)


GUIDANCE: Mapping[str, Callable[[Facts], object]] = {"not_asked": lambda _: shown(not_asked())}
