"""What not to ask, what to ask instead, and why, as data."""

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

    why: Text
    """Why it is not asked."""

    source: Text
    """Where the row comes from."""

    checked_on: Day
    """The day it was last looked at."""


class _Rows(Section):
    rows: tuple[NotAsked, ...]


@cache
def not_asked() -> tuple[NotAsked, ...]:
    """Return every subject that is not asked about."""
    return read(Path(__file__).with_name("do_not_ask.yaml"), _Rows).rows


GUIDANCE: Mapping[str, Callable[[Facts], object]] = {"not_asked": lambda _: shown(not_asked())}
