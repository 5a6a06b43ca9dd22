"""What stands where on the sheets of a layout.

In: pages as WeasyPrint laid them out. Out: what sticks out of them, and how full the last one is.
Absent: what to think of it (`fit`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from weasyprint.formatting_structure import boxes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weasyprint import Document as Layout

_SLACK = 1.0
"""Pixels by which a text may pass an edge unseen."""

_SHOWN = 40
"""Characters by which a text is recognised."""


def outside(layout: Layout) -> list[str]:
    """Return the beginnings of texts that stick out of their page's margins or their cell."""
    found = dict[str, None]()
    for page in layout.pages:
        sheet = page._page_box  # noqa: SLF001 - nothing else tells where texts are
        foot = page.height
        for text, (left, right) in _texts(sheet, _edges(sheet)):
            wide = text.position_x < left or text.position_x + text.width > right
            if wide or text.position_y + text.height > foot:
                found[text.text.strip()[:_SHOWN]] = None
    return list(found)


def last_used(layout: Layout) -> float:
    """Return which share of the last sheet, between its margins, holds anything."""
    sheet = layout.pages[-1]._page_box  # noqa: SLF001 - nothing else tells where things are
    ends = (end for box in sheet.children for end in _ends(box))
    return float((max(ends, default=0.0) - sheet.content_box_y()) / sheet.height)


def _edges(box: Any) -> tuple[float, float]:
    """Return between which two a box holds its texts."""
    left = box.content_box_x()
    return left - _SLACK, left + box.width + _SLACK


def _texts(box: Any, edges: tuple[float, float]) -> Iterator[tuple[Any, tuple[float, float]]]:
    """Yield each text below `box`, with the edges of the cell, else of the sheet around it."""
    if isinstance(box, boxes.TextBox):
        yield box, edges
    elif isinstance(box, boxes.ParentBox):
        if isinstance(box, (boxes.TableCellBox, boxes.MarginBox)):
            edges = _edges(box)
        for child in box.children:
            yield from _texts(child, edges)


def _ends(box: Any) -> Iterator[float]:
    """Yield how far down each thing below `box` reaches that is not in the margin of the sheet."""
    if isinstance(box, boxes.ParentBox) and not isinstance(box, boxes.MarginBox):
        for child in box.children:
            yield from _ends(child)
    if isinstance(box, (boxes.TextBox, boxes.ReplacedBox)) or box.element_tag in _FIELDS:
        yield box.position_y + box.margin_height()


_FIELDS = {"input", "textarea"}
