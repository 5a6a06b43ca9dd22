"""Scales on which candidates are scored, as data."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from outsource_kit.brief.amounts import Count
from outsource_kit.brief.audience import Section
from outsource_kit.brief.codes import Slug
from outsource_kit.brief.text import Text
from outsource_kit.brief.times import Day
from outsource_kit.guidance.rows import shown
from outsource_kit.load import read

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from outsource_kit.plan import Facts


class Grade(Section):
    """A step of a scale."""

    grade: Count
    """Its number."""

    name: Text
    """What it means."""


class Scale(Section):
    """A scale."""

    id: Slug
    """Its short name in a brief."""

    name: Text
    """What it is called."""

    grades: tuple[Grade, ...]
    """Its steps, from the lowest to the highest."""


class _Rows(Section):
    source: Text
    checked_on: Day
    scales: tuple[Scale, ...]


@cache
def scales() -> Mapping[str, Scale]:
    """Return every scale by its id."""
    rows = read(Path(__file__).with_suffix(".yaml"), _Rows)
    return {scale.id: scale for scale in rows.scales}


def scale(facts: Any) -> Scale:
    """Return the scale that a brief names, else the usual one."""
    return scales()[facts.scoring.scale or "s4"]


GUIDANCE: Mapping[str, Callable[[Facts], object]] = {"scale": lambda facts: shown(scale(facts))}
