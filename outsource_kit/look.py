"""The look of a kit: the colours that follow from its brand, and its size of paper, as CSS.

In: facts that candidates may know. Out: custom properties that `page/style.css` is written in, in
light and in dark, each with the contrast it needs on what it stands on. Absent: where they are
used, and the logo (`logo`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from outsource_kit.contrast import BLACK, SHAPE, WHITE, mixed, on, readable
from outsource_kit.guidance import paper

if TYPE_CHECKING:
    from collections.abc import Mapping

    from outsource_kit.plan import Facts

_COLOUR = "#0f5a6b"
"""The colour of a kit whose client names none."""

_AMBER, _GREY, _INK = "#8a5300", "#5b6472", "#1c2430"
_GREEN, _BLUE = "#1d6b45", "#2a4f9a"
"""Of money, and of dates."""

_NIGHT = "#14181d"
"""The paper of a page in the dark."""


def colours(facts: Facts) -> Mapping[str, str]:
    """Return the colours of a kit on white paper, by the names that the style calls them."""
    return _scheme(facts, WHITE)


def style(facts: Facts) -> str:
    """Return the look of a kit as a stylesheet, to stand in front of `page/style.css`."""
    light, dark = (_properties(_scheme(facts, paper)) for paper in (WHITE, _NIGHT))
    return (
        f":root {{\n{light}\n}}\n"
        "@media screen {\n@media (prefers-color-scheme: dark) {\n"
        f":root {{\n{dark}\n}}\n}}\n}}\n"
        f"@media print {{\n@page {{ size: {paper.of(facts)} }}\n}}\n"
    )


def _scheme(facts: Facts, back: str) -> dict[str, str]:
    brand = facts.client.brand
    fill = brand.colour.lower() if brand.colour else _COLOUR
    second = brand.second_colour.lower() if brand.second_colour else mixed(fill, back, 0.45)
    ink = on(back)
    dark = ink == WHITE
    wash = mixed(back, fill, 0.12 if dark else 0.06)
    warm = mixed(back, _AMBER, 0.35 if dark else 0.1)
    fresh = mixed(back, _GREEN, 0.4 if dark else 0.07)
    cool = mixed(back, _BLUE, 0.35 if dark else 0.07)
    slot = mixed(back, "#f2b705", 0.3)
    return {
        "paper": back,
        "ground": BLACK if dark else wash,
        "wash": wash,
        "warm": warm,
        "fresh": fresh,
        "cool": cool,
        "slot": slot,
        "ink": mixed(WHITE, BLACK, 0.08) if dark else _INK,
        "soft": readable(_GREY, back, wash, warm),
        "line": mixed(back, ink, 0.2),
        "edge": readable(_GREY, back, wash, least=SHAPE),
        "accent": readable(fill, back, wash, warm, fresh, cool),
        "warn": readable(_AMBER, back, warm),
        "money": readable(_GREEN, back, fresh),
        "date": readable(_BLUE, back, cool),
        "fill": fill,
        "on-fill": on(fill),
        "second": readable(second, back, least=SHAPE),
    }


def _properties(scheme: Mapping[str, str]) -> str:
    return "\n".join(f"  --{name}: {colour};" for name, colour in scheme.items())
