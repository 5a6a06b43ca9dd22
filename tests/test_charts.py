"""Charts: drawn from the table that follows them, and nothing else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from test_html import BRIEF, DRAW, build

from outsource_kit.documents import Writer
from outsource_kit.mistakes import KitError
from outsource_kit.plan import plan
from outsource_kit.templates import read

if TYPE_CHECKING:
    from collections.abc import Sequence

    from outsource_kit.charts import Row

ROWS = "| Mail & post | 60 % |\n| Bookings | 30 % |\n| Rest | 10 % |\n"
TABLE = f"\n\n| Task | Share |\n| - | - |\n{ROWS}"


def broad(kind: str, alt: str, rows: Sequence[Row]) -> str:
    """Return the drawing for paper and wide windows."""
    return re.split("(?=<svg)", DRAW(kind, alt, rows))[1]


def narrow(kind: str, alt: str, rows: Sequence[Row]) -> str:
    """Return the drawing for phones."""
    return re.split("(?=<svg)", DRAW(kind, alt, rows))[2]


def numbers(svg: str, tag: str, name: str) -> list[float]:
    """Return the numbers in an attribute of every element of a drawing with this tag."""
    return [float(found) for found in re.findall(rf'<{tag}\b[^>]* {name}="([\d.]+)"', svg)]


def words(svg: str) -> list[str]:
    """Return the texts of a drawing."""
    return [text for text in re.findall(r">([^<>\n]+)</t(?:span|ext|itle)>", svg) if text.strip()]


def test_a_chart_is_drawn_in_its_place_with_its_words_and_alternative() -> None:
    """Labels come from the table, values from the reference; the table stays."""
    built = build(f"# A\n\n![Where time goes](chart:bars?60,30,10){TABLE}")
    svg = re.findall(r"<figure.*?>\n(<svg.*?</svg>)", built, re.DOTALL)[0]

    assert "<title>Where time goes</title>" in svg
    assert words(svg) == [
        "Where time goes",
        "60",
        "30",
        "10",
        "Mail &amp; post",
        "Bookings",
        "Rest",
    ]
    assert "<table" in built.split("</figure>")[1]


def test_bars_are_as_long_as_their_values() -> None:
    """A hundred fills the row: 290 units."""
    svg = broad("bars", "x", [("a", "100"), ("b", "50"), ("c", "0.5")])

    assert numbers(svg, "rect", "width") == [290.0, 145.0, 1.4]


def test_a_pareto_chart_adds_up_and_tells_the_few_without_colour() -> None:
    """60 and 30 reach four fifths; the rest is hollow. Sums: 60, 90, 100."""
    svg = broad("pareto", "x", [("a", "60"), ("b", "30"), ("c", "10")])

    assert re.findall(r'<rect class="(\w+)"', svg) == ["fill", "fill", "hollow"]
    assert numbers(svg, "circle", "cx") == [374.0, 461.0, 490.0]
    assert words(svg)[1] == "80%"


def test_a_line_of_time_places_days_by_their_distance() -> None:
    """The second of three days, a quarter of the way from 1 January to 2 March."""
    days = [("a", "2027-01-01"), ("b", "2027-01-16"), ("c", "2027-03-02"), ("d", "")]
    svg = broad("timeline", "x", days)

    assert numbers(svg, "circle", "cx") == [208.0, 289.0, 532.0]
    assert words(svg)[1:4] == ["Jan 2027", "Feb 2027", "Mar 2027"]
    assert "Jan 16, 2027" in words(svg)
    assert "d" not in words(svg)


def test_a_single_day_can_be_drawn() -> None:
    """Without a distance to divide by."""
    assert numbers(broad("timeline", "x", [("a", "2027-01-02")]), "circle", "cx") == [208.0]


def test_a_long_label_is_cut_in_two_lines() -> None:
    """The table has the whole of it."""
    svg = broad("bars", "x", [("a word and another " * 9, "1")])

    assert words(svg)[-2:] == ["a word and another a word and", "another a word and another a …"]


def test_a_label_is_the_first_cell_that_is_no_number() -> None:
    """A rank is none."""
    built = build("# A\n\n![x](chart:bars?7)\n\n| Rank | Name |\n| - | - |\n| 1 | Mara |\n")

    assert ">Mara</tspan>" in built
    assert ">1</tspan>" not in built


@pytest.mark.parametrize(
    ("reference", "why"),
    [
        ("chart:bars?1,2", "a chart of 2 values stands above 3 rows"),
        ("chart:cake?1,2,3", "there is no chart `cake`"),
        ("chart:bars?1,2,101", "a chart draws numbers from 0 to 100"),
        ("chart:timeline?1,2,3", "Invalid isoformat"),
    ],
)
def test_a_chart_that_cannot_be_drawn_is_a_mistake(reference: str, why: str) -> None:
    """It names the document."""
    with pytest.raises(KitError, match=f"document `x`: {why}"):
        build(f"# A\n\n![x]({reference}){TABLE}")


def test_typed_text_cannot_draw_a_chart() -> None:
    """A reference that an author types stays text."""
    data = BRIEF.model_dump(exclude_unset=True)
    data["project"]["what"] = f"![x](chart:bars?60,30,10){TABLE}"
    sources = read()
    bundle = plan(type(BRIEF).model_validate(data), sources.documents)[0]
    post = next(d for d in bundle.documents if d.name == "job-post")

    assert "<svg" not in Writer(sources, bundle, draft=False).document(post).page


def test_a_phone_gets_a_drawing_of_its_own_with_the_same_words() -> None:
    """Labels above their marks: 36 for two lines, 16 for the bar; a hundred is 246 units long."""
    rows = [("a word and another " * 9, "100"), ("b", "50")]
    svg = narrow("bars", "x", rows)

    assert 'viewBox="0 0 300 118"' in svg
    assert numbers(svg, "rect", "width") == [246.0, 123.0]
    assert numbers(svg, "rect", "y") == [36.0, 94.0]
    assert numbers(svg, "text", "y")[2:] == [11.0, 82.0]
    assert words(svg)[:3] == words(broad("bars", "x", rows))[:3] == ["x", "100", "50"]


def test_a_phone_gets_fewer_months() -> None:
    """Four at most, and room for the first and the last at the edges."""
    svg = narrow("timeline", "x", [("a", "2027-01-01"), ("b", "2027-08-31")])

    assert words(svg)[1:5] == ["Jan 2027", "Mar 2027", "May 2027", "Jul 2027"]
    assert numbers(svg, "circle", "cx") == [24.0, 276.0]


@pytest.mark.parametrize(("draw", "left", "right"), [(broad, 178, 562), (narrow, 0, 300)])
def test_every_text_of_a_drawing_stays_inside(draw: Any, left: int, right: int) -> None:
    """At the widest: an estimate of half a unit of size for each character."""
    days = [("W" * 60, f"2027-0{month}-28") for month in range(1, 10)]
    svg = draw("timeline", "x", days)
    found = re.findall(
        r'<text class="\w+" x="([\d.]+)"[^>]* text-anchor="(\w+)"[^>]*>([^<]+)<', svg
    )

    assert len(found) > 9
    for x, anchor, said in found:
        wide = len(said) * 5.5
        start = float(x) - {"start": 0, "middle": wide / 2, "end": wide}[anchor]
        assert start >= left
        assert start + wide <= right
