"""Which package of fonts holds a character, as data."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from outsource_kit.brief.audience import Section
from outsource_kit.brief.text import Text
from outsource_kit.brief.times import Day
from outsource_kit.load import read

if TYPE_CHECKING:
    from collections.abc import Sequence

_NAMED = 8
"""Missing characters that a message names; more would bury it."""


class Fonts(Section):
    """A package of fonts."""

    package: Text
    """Its name in Debian and Ubuntu."""

    blocks: tuple[Text, ...]
    """The first and the last character of each block, in hexadecimal."""

    def holds(self, char: str) -> bool:
        """Return whether `char` lies in one of its blocks."""
        ends = (block.split("-") for block in self.blocks)
        return any(int(first, 16) <= ord(char) <= int(last, 16) for first, last in ends)


class _Rows(Section):
    source: Text
    checked_on: Day
    other: Text
    rows: tuple[Fonts, ...]


@cache
def scripts() -> _Rows:
    """Return the packages of fonts, with where the list comes from."""
    return read(Path(__file__).with_suffix(".yaml"), _Rows)


def lacking(chars: Sequence[str]) -> str:
    """Return a message that names characters which no font has."""
    found = sorted(set(chars))
    named = ", ".join(f"`{char}` (U+{ord(char):04X})" for char in found[:_NAMED])
    more = len(found) - _NAMED
    return f"no font on this machine has {named}" + (f" and {more} more" if more > 0 else "")


def package(char: str) -> str:
    """Return the package, in Debian and Ubuntu, of a font that has `char`."""
    known = scripts()
    return str(next((row.package for row in known.rows if row.holds(char)), known.other))


def remedy(chars: Sequence[str]) -> str:
    """Return what to install for `chars`."""
    packages = sorted({package(char) for char in chars})
    return f"install fonts that have them, on Debian or Ubuntu: {' '.join(packages)}"
