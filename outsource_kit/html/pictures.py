"""Pictures: a reference to a chart into the drawing of the table that follows it.

In: the parsed tokens of a document; `![what it shows](chart:KIND?VALUE,VALUE)` on a line of its
own, with a value for each row of the next table, empty where none is known. Out: the same tokens,
with a figure in its place. A row's label is its first cell that is not a number.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from markdown_it.token import Token

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    Draw = Callable[[str, str, Sequence[tuple[str, str]]], str]

CHART = "chart:"
"""How the address of a chart starts."""


def place_pictures(tokens: Sequence[Token], draw: Draw) -> Iterator[Token]:
    """Yield `tokens` with a figure in the place of each reference to a chart.

    Raises `ValueError` for a reference that cannot be drawn.
    """
    skipped = 0
    for index, token in enumerate(tokens):
        if skipped:
            skipped -= 1
            continue
        image = _chart(tokens[index + 1]) if token.type == "paragraph_open" else None
        if image is None:
            yield token
            continue
        skipped = 2
        kind, _, values = str(image.attrs["src"]).removeprefix(CHART).partition("?")
        labels = list(_labels(tokens[index:]))
        named = values.split(",")
        if len(labels) != len(named):
            raise ValueError(f"a chart of {len(named)} values stands above {len(labels)} rows")
        drawing = draw(kind, image.content, list(zip(labels, named, strict=True)))
        name = escape(kind, quote=True)
        content = f'<figure class="chart {name}">\n{drawing}</figure>\n'
        yield Token("html_block", "", 0, content=content, block=True)


def _chart(inline: Token) -> Token | None:
    """Return the image of a line that is nothing else, where it is a chart."""
    children = inline.children or []
    if len(children) != 1 or children[0].type != "image":
        return None
    return children[0] if str(children[0].attrs["src"]).startswith(CHART) else None


def _labels(tokens: Sequence[Token]) -> Iterator[str]:
    """Yield the label of each row of the first table in `tokens`."""
    waits, body = False, False
    for token in tokens:
        if token.type == "table_close":
            return
        if token.type == "tbody_open":
            body = True
        elif token.type == "tr_open":
            waits = body
        elif waits and token.type == "inline":
            said = "".join(child.content for child in token.children or ())
            if not said.strip(" .%").isdigit():
                waits = False
                yield said
