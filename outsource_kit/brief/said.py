"""Every text that a brief holds, with its place and with who may read it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from outsource_kit.brief.audience import Audience, Section, audience_of
from outsource_kit.brief.text import Prose, Text

if TYPE_CHECKING:
    from collections.abc import Iterator


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


def texts(
    value: Any, place: tuple[str | int, ...] = (), audience: Audience = Audience.CANDIDATE
) -> Iterator[Said]:
    """Yield every text and prose of a section, in its order, with who may read it."""
    if isinstance(value, Text | Prose):
        yield Said(place, str(value), audience)
    elif isinstance(value, Section):
        for name, level in _levels(type(value)):
            if item := getattr(value, name):
                known = max(audience, value.known_to(), level)
                yield from texts(item, (*place, name), known)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from texts(item, (*place, index), audience)


@cache
def _levels(section: type[Section]) -> tuple[tuple[str, Audience], ...]:
    return tuple((name, audience_of(f)) for name, f in section.model_fields.items())
