"""The direction in which typed text runs.

In: the parsed tokens of a document. Out: the same tokens; a block whose first letter belongs to a
script that runs right to left says so, and so do the list, the table and the quotation that begin
with it. Worked out here, since the PDF engine knows no `dir="auto"`.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from outsource_kit.html.fields import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

_DIRECTIONS = {"L": "ltr", "R": "rtl", "AL": "rtl"}
_PARTS_OF_TABLES = {"thead", "tbody", "tr"}


def set_directions(tokens: Sequence[Token]) -> None:
    """Mark the blocks of `tokens` that run in another direction than what is around them."""
    around: list[Token] = []
    runs: dict[int, str] = {}
    for token in tokens:
        if token.nesting > 0:
            around.append(token)
        elif token.nesting < 0:
            around.pop()
        elif token.type == "inline" and (found := direction(words(token))):
            outside = "ltr"
            for block in around:
                if block.hidden or block.tag in _PARTS_OF_TABLES:
                    continue
                own = runs.setdefault(id(block), found)
                if own != outside:
                    block.attrSet("dir", own)
                outside = own


def direction(text: str) -> str | None:
    """Return how `text` runs by its first letter: `ltr`, `rtl`, or None where it has none."""
    kinds = (_DIRECTIONS.get(unicodedata.bidirectional(char)) for char in text)
    return next(filter(None, kinds), None)
