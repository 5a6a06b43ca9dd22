"""Every text that a brief holds, with its place and with who may read it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from outsource_kit.brief.audience import Audience, Section, levels
from outsource_kit.brief.text import Prose, Text


@dataclass(frozen=True)
class Said:
    """A text of a brief."""

    place: tuple[str | int, ...]
    """Where it stands."""

    text: str
    """What it says."""

    audience: Audience
    """Who may read it, at the lowest."""

    @property
    def shared(self) -> bool:
        """Whether anyone but the hirer may read it."""
        return self.audience < Audience.INTERNAL

    @property
    def public(self) -> bool:
        """Whether candidates may read it."""
        return self.audience is Audience.CANDIDATE


def texts(section: Section) -> tuple[Said, ...]:
    """Return every text and prose of a section, in its order, with who may read it."""
    found: list[Said] = []
    _gather(section, (), Audience.CANDIDATE, found)
    return tuple(found)


_WORDS = (Text, Prose)


def _gather(
    value: Any, place: tuple[str | int, ...], audience: Audience, found: list[Said]
) -> None:
    if isinstance(value, _WORDS):
        found.append(Said(place, str(value), audience))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            _gather(item, (*place, index), audience, found)
    elif isinstance(value, Section):
        known = max(audience, value.known_to())
        for name, level in levels(type(value)):
            if item := getattr(value, name):
                _gather(item, (*place, name), max(known, level), found)
