"""Pictures of a table: a line of time, bars, a Pareto chart, as SVG.

In: the rows of a table as labels and values, as a brief spells these. Out: SVG, drawn by the
template `charts/KIND.svg`, that holds its words and is read without colour as well: once broad, for
paper and wide windows, and once narrow, for phones; the style shows one of them. Absent: where a
picture stands (`html`), and any fact that the table beside it does not have.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from outsource_kit import locales, markdown
from outsource_kit.look import colours

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from outsource_kit.plan import Facts
    from outsource_kit.templates import Templates

Row = tuple[str, str]
"""Label and value of a row; an empty value is not drawn."""

_FEET = {"bars": 2, "pareto": 26, "timeline": 26}
"""Room below the rows, for what stands along the foot."""

_LINES = 2
"""Lines of a label; the table has the whole of it."""

_FOUR_FIFTHS = 80


@dataclass(frozen=True)
class _Shape:
    """How a picture lies, in units of its own."""

    name: str
    """By which the style knows it."""

    across: int
    """Width of the whole."""

    left: int
    """Where marks begin."""

    right: int
    """Where they end."""

    letters: tuple[int, int]
    """Sizes of its words, and of those along its foot."""

    row: int
    """Height of a row."""

    middle: int
    """From the top of a row to the middle of its mark."""

    label: tuple[int, int]
    """From there to the base of a label's first line, where it has one line, and where two."""

    line: int
    """Characters in a line of a label."""

    edge: int
    """Room for the half of a month's name at both ends of a line of time."""

    ticks: int
    """Months named on a line of time, at most."""


_SHAPES = (
    _Shape("broad", 560, 200, 540, (11, 10), 32, 16, label=(4, -2), line=34, edge=8, ticks=6),
    _Shape("narrow", 300, 2, 298, (12, 11), 58, 44, label=(-20, -33), line=44, edge=22, ticks=4),
)
"""Labels stand beside their marks, or above them."""


@dataclass(frozen=True)
class Artist:
    """Draws the pictures of one kit for one audience."""

    templates: Templates
    """Where the drawings come from."""

    facts: Facts
    """Whose language and colours they are in."""

    def draw(self, kind: str, alt: str, rows: Sequence[Row]) -> str:
        """Return the chart of a `kind`, with `alt` for those who do not see it.

        Raises `ValueError` for a kind that there is not, and for values that it cannot draw.
        """
        if kind not in _KINDS:
            raise ValueError(f"there is no chart `{kind}`; there are {', '.join(_KINDS)}")
        drawn = [(label, value) for label, value in rows if value]
        return "\n".join(self._drawing(shape, kind, alt, drawn) for shape in _SHAPES)

    def _drawing(self, shape: _Shape, kind: str, alt: str, drawn: Sequence[Row]) -> str:
        said = _KINDS[kind](drawn, self.facts.kit.language, shape) if drawn else {}
        for number, row in enumerate(said.get("rows", ())):
            lines = _lines(drawn[number][0], shape.line)
            y = number * shape.row + shape.middle
            row |= {"lines": lines, "y": y, "label_y": y + shape.label[len(lines) - 1]}
        known = {"alt": alt, "at": shape, "height": len(drawn) * shape.row + _FEET[kind]}
        scheme = colours(self.facts)
        return markdown.drawing(self.templates, f"charts/{kind}.svg", known | said | {"c": scheme})


def _lines(label: str, line: int) -> list[str]:
    return wrap(label, line, max_lines=_LINES, placeholder=" …") or [label[:line]]


def _timeline(rows: Sequence[Row], language: str, shape: _Shape) -> dict[str, Any]:
    """Place days on a line from the first to the last, with the months between."""
    days = [date.fromisoformat(value) for _, value in rows]
    first, last = min(days), max(days)
    span, start = (last - first).days or 1, shape.left + shape.edge

    def x(day: date) -> float:
        return round(start + (shape.right - shape.edge - start) * (day - first).days / span, 1)

    marked = [{"x": x(day), "said": locales.short_day(day, language)} for day in days]
    named = _months(first, last, shape.ticks)
    months = [{"x": x(day), "said": locales.month(day, language)} for day in named]
    return {"rows": marked, "ticks": months}


def _months(first: date, last: date, most: int) -> list[date]:
    """Return the first day of every month between two days, or of every few, where many are."""
    from_month = first.year * 12 + first.month - (first.day == 1)
    starts = [date(m // 12, m % 12 + 1, 1) for m in range(from_month, last.year * 12 + last.month)]
    fewest = -(-len(starts) // most)
    step = next((n for n in (1, 2, 3, 6, 12) if n >= fewest), 12 * -(-fewest // 12))
    return [day for day in starts if (day.year * 12 + day.month - 1) % step == 0]


def _bars(rows: Sequence[Row], language: str, shape: _Shape) -> dict[str, Any]:
    """Draw each value as a bar; a hundred fills the row."""
    values = _numbers(rows)
    return {"rows": [{**_bar(v, shape), "said": locales.number(v, language)} for v in values]}


def _pareto(rows: Sequence[Row], language: str, shape: _Shape) -> dict[str, Any]:
    """Draw shares of a whole as bars, and how they add up as a line."""
    drawn, so_far = [], Decimal(0)
    for value in _numbers(rows):
        few = so_far < _FOUR_FIFTHS
        so_far += value
        bar, sum_x = _bar(value, shape), _bar(min(so_far, Decimal(100)), shape)["end"]
        said = locales.percent(value, language)
        drawn.append({**bar, "said": said, "few": few, "sum": sum_x})
    mark = {"x": _bar(Decimal(_FOUR_FIFTHS), shape)["end"]}
    return {"rows": drawn, "mark": mark | {"said": locales.percent(Decimal(80), language)}}


def _numbers(rows: Sequence[Row]) -> list[Decimal]:
    values = [Decimal(value) for _, value in rows]
    if any(not 0 <= value <= 100 for value in values):  # noqa: PLR2004 - of a hundred
        raise ValueError("a chart draws numbers from 0 to 100")
    return values


def _bar(value: Decimal, shape: _Shape) -> dict[str, float]:
    width = round(float(value) * (shape.right - shape.left - 50) / 100, 1)
    return {"width": width, "end": round(shape.left + width, 1)}


_KINDS: Mapping[str, Callable[[Sequence[Row], str, _Shape], dict[str, Any]]] = {
    "bars": _bars,
    "pareto": _pareto,
    "timeline": _timeline,
}
