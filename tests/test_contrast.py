"""Contrast: as WCAG reckons it, and colours that are given enough of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outsource_kit.brief import Brief
from outsource_kit.contrast import BLACK, SHAPE, TEXT, WHITE, luminance, mixed, on, ratio, readable
from outsource_kit.look import colours, style
from outsource_kit.plan import Facts, plan

COLOURS = st.from_regex(r"#[0-9a-f]{6}", fullmatch=True)


def facts(**client: object) -> Facts:
    """Return what candidates know of a brief with this client."""
    data = {"project": {"title": "T", "what": "W"}, "client": client}
    return plan(Brief.model_validate(data), ())[0].facts


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (BLACK, WHITE, 21.0),
        (WHITE, WHITE, 1.0),
        ("#777777", WHITE, 4.48),
        ("#767676", WHITE, 4.54),
        ("#ffff00", WHITE, 1.07),
        ("#ff0000", WHITE, 4.0),
    ],
)
def test_the_ratio_is_that_of_the_standard(one: str, other: str, expected: float) -> None:
    """Known pairs, to two digits, whichever comes first."""
    assert round(ratio(one, other), 2) == expected
    assert ratio(other, one) == ratio(one, other)


def test_luminance_and_mixing_by_hand() -> None:
    """Red is 0.2126 of white's light; half way between black and white is grey."""
    assert round(luminance("#ff0000"), 4) == 0.2126
    assert mixed(BLACK, WHITE, 0.5) == "#808080"


def test_yellow_is_darkened_until_it_can_be_read_and_carries_dark_text() -> None:
    """No more than needed, and still yellowish; a dark blue stays as it is."""
    found = readable("#ffd400", WHITE)

    assert TEXT <= ratio(found, WHITE) < TEXT + 0.2
    assert int(found[1:3], 16) > int(found[5:7], 16)
    assert on("#ffd400") == BLACK
    assert readable("#0f5a6b", WHITE) == "#0f5a6b"


@given(COLOURS, COLOURS)
def test_every_brand_gives_colours_that_can_be_read(colour: str, second: str) -> None:
    """Whatever is chosen: text has 4.5 to 1 on all that it stands on, lines have 3 to 1."""
    found = colours(facts(brand={"colour": colour, "second_colour": second}))

    for name in ("accent", "soft", "ink"):
        for back in ("paper", "wash", "warm"):
            assert ratio(found[name], found[back]) >= TEXT, (name, back)
    assert ratio(found["warn"], found["warm"]) >= TEXT
    assert ratio(found["on-fill"], found["fill"]) >= TEXT
    assert ratio(found["ink"], found["slot"]) >= TEXT
    assert ratio(found["edge"], found["wash"]) >= SHAPE
    assert ratio(found["second"], found["paper"]) >= SHAPE


@given(COLOURS)
def test_every_brand_can_be_read_in_the_dark(colour: str) -> None:
    """The same for the colours that stand in the dark part of the sheet."""
    sheet = style(facts(brand={"colour": colour}))
    dark = sheet.split("prefers-color-scheme: dark")[1]
    found = dict(line.strip(" -;").split(": ") for line in dark.splitlines() if "--" in line)

    for name in ("accent", "soft", "ink"):
        for back in ("paper", "wash", "warm"):
            assert ratio(found[name], found[back]) >= TEXT, (name, back)
    assert ratio(found["warn"], found["warm"]) >= TEXT
    assert ratio(found["ink"], found["slot"]) >= TEXT
    assert ratio(found["soft"], found["ground"]) >= TEXT


@pytest.mark.parametrize(
    ("client", "paper", "expected"),
    [
        ({}, None, "A4"),
        ({"country": "US"}, None, "Letter"),
        ({"country": "GB"}, None, "A4"),
        ({"country": "US"}, "A4", "A4"),
        ({}, "Letter", "Letter"),
    ],
)
def test_paper_is_the_kits_own_or_that_of_the_country(
    client: dict[str, str], paper: str | None, expected: str
) -> None:
    """Letter where a country prints on it, A4 elsewhere."""
    data = {"project": {"title": "T", "what": "W"}, "client": client, "kit": {"paper": paper}}
    known = plan(Brief.model_validate(data), ())[0].facts

    assert f"@page {{ size: {expected} }}" in style(known)
