"""Contrast between colours, as WCAG 2 reckons it, and colours that have enough of it.

In and out: colours written `#rrggbb`. Absent: where a colour is used (`look`).
"""

from __future__ import annotations

BLACK, WHITE = "#000000", "#ffffff"

TEXT = 4.5
"""The least contrast of text with what is behind it (WCAG 2.2, 1.4.3, level AA)."""

SHAPE = 3.0
"""The least contrast of a line or an area that means something (WCAG 2.2, 1.4.11)."""

_STEPS = 100


def _channels(colour: str) -> list[int]:
    return [int(colour[start : start + 2], 16) for start in (1, 3, 5)]


def luminance(colour: str) -> float:
    """Return the relative luminance of `colour`, from 0 for black to 1 for white (WCAG 2.2)."""
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    """Return the light that a share of a channel stands for."""
    dark = 0.04045
    return share / 12.92 if share <= dark else ((share + 0.055) / 1.055) ** 2.4


def ratio(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21 (WCAG 2.2)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def mixed(one: str, other: str, share: float) -> str:
    """Return `one` with a `share` of `other` in it, from 0 to 1."""
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def readable(colour: str, *behind: str, least: float = TEXT) -> str:
    """Return `colour`, made as much darker or lighter as it takes to be read on all of `behind`.

    It goes away from the first of `behind`: to black on a light one, to white on a dark one.
    """
    end = on(behind[0])
    for step in range(_STEPS + 1):
        found = mixed(colour, end, step / _STEPS)
        if all(ratio(found, back) >= least for back in behind):
            return found
    return end


def on(colour: str) -> str:
    """Return white or black, whichever reads better on `colour`; one of them always has enough."""
    return max((WHITE, BLACK), key=lambda ink: ratio(ink, colour))
