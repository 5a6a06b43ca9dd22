"""Pictures of a table: a line of time, bars, a Pareto chart, as SVG.

In: the rows of a table as labels and values, as a brief spells these. Out: SVG, drawn by the
template `charts/KIND.svg`, that holds its words and is read without colour as well. Absent: where
a picture stands (`html`), and any fact that the table beside it does not have.
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

_LEFT, _RIGHT = 200, 540
"""Where a picture begins and ends, beside its labels; it is 560 wide."""

_ROW = 32
"""Height of a row."""

_LINE, _LINES = 34, 2
"""Characters of a label in a line, and lines; the table has the whole of it."""

_MOST_TICKS = 6

_FOUR_FIFTHS = 80


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
        said = _KINDS[kind](drawn, self.facts.kit.language) if drawn else {}
        lines = [_lines(label) for label, _ in drawn]
        for number, row in enumerate(said.get("rows", ())):
            row |= {"lines": lines[number], "y": number * _ROW + _ROW // 2}
        known = {"alt": alt, "height": len(drawn) * _ROW + 26, "left": _LEFT, "right": _RIGHT}
        scheme = colours(self.facts)
        return markdown.drawing(self.templates, f"charts/{kind}.svg", known | said | {"c": scheme})


def _lines(label: str) -> list[str]:
    return wrap(label, _LINE, max_lines=_LINES, placeholder=" …") or [label[:_LINE]]


def _timeline(rows: Sequence[Row], language: str) -> dict[str, Any]:
    """Place days on a line from the first to the last, with the months between."""
    days = [date.fromisoformat(value) for _, value in rows]
    first, last = min(days), max(days)
    span = (last - first).days or 1

    def x(day: date) -> float:
        return round(_LEFT + 8 + (_RIGHT - _LEFT - 16) * (day - first).days / span, 1)

    marked = [{"x": x(day), "said": locales.short_day(day, language)} for day in days]
    months = [{"x": x(day), "said": locales.month(day, language)} for day in _months(first, last)]
    return {"rows": marked, "ticks": months}


def _months(first: date, last: date) -> list[date]:
    """Return the first day of every month between two days, or of every few, where many are."""
    from_month = first.year * 12 + first.month - (first.day == 1)
    starts = [date(m // 12, m % 12 + 1, 1) for m in range(from_month, last.year * 12 + last.month)]
    fewest = -(-len(starts) // _MOST_TICKS)
    step = next((n for n in (1, 2, 3, 6, 12) if n >= fewest), 12 * -(-fewest // 12))
    return [day for day in starts if (day.year * 12 + day.month - 1) % step == 0]


def _bars(rows: Sequence[Row], language: str) -> dict[str, Any]:
    """Draw each value as a bar; a hundred fills the row."""
    return {"rows": [{**_bar(v), "said": locales.number(v, language)} for v in _numbers(rows)]}


def _pareto(rows: Sequence[Row], language: str) -> dict[str, Any]:
    """Draw shares of a whole as bars, and how they add up as a line."""
    drawn, so_far = [], Decimal(0)
    for value in _numbers(rows):
        few = so_far < _FOUR_FIFTHS
        so_far += value
        bar, sum_x = _bar(value), _bar(min(so_far, Decimal(100)))["end"]
        said = locales.percent(value, language)
        drawn.append({**bar, "said": said, "few": few, "sum": sum_x})
    mark = {"x": _bar(Decimal(_FOUR_FIFTHS))["end"]}
    return {"rows": drawn, "mark": mark | {"said": locales.percent(Decimal(80), language)}}


def _numbers(rows: Sequence[Row]) -> list[Decimal]:
    values = [Decimal(value) for _, value in rows]
    if any(not 0 <= value <= 100 for value in values):  # noqa: PLR2004 - of a hundred
        raise ValueError("a chart draws numbers from 0 to 100")
    return values


def _bar(value: Decimal) -> dict[str, float]:
    width = round(float(value) * (_RIGHT - _LEFT - 50) / 100, 1)
    return {"width": width, "end": round(_LEFT + width, 1)}


_KINDS: Mapping[str, Callable[[Sequence[Row], str], dict[str, Any]]] = {
    "bars": _bars,
    "pareto": _pareto,
    "timeline": _timeline,
}
