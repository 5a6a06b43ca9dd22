"""Shape: what the style needs to know about blocks, which Markdown does not say.

In: the parsed tokens of a document. Out: the same tokens, with the head of the document in a
`header`, and classes on what is alike: lists of facts, callouts, short tables, lines that lead to
what follows, long quotations, long titles and words.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from markdown_it.token import Token

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SHORT_TABLE = 5
"""Rows that a table may have to stay on one sheet."""

_SHORT_CELLS = 1200
"""Characters that it may have."""

_WIDE_TABLE = 3
"""Columns from which on a table may be wider than a small screen."""

_LINE, _COLUMN = 80, 15
"""Characters in a line of a table, and those that a column is thought to need at least."""

_SHORT_CELL = 29
"""Characters that a cell may have to be kept on one line: a whole date, the number of a test."""

_LONG_QUOTE, _QUOTED_LINE = 24, 90
"""Lines from which on a quotation may be broken, about half a sheet, and characters of a line."""

_LONG_WORD = re.compile(r"\S{25}")
"""A word that may be longer than its line; only such a word is ever broken."""

_CELLS = {"th_open", "td_open"}

_LONG_TITLE, _VERY_LONG_TITLE = 70, 240
"""Characters from which on a title is set smaller."""

_LONGEST_LABEL = 45
"""Characters that the label of a fact may have to stand in a column of its own."""


def shape(tokens: list[Token]) -> list[Token]:
    """Return `tokens` with what the style needs."""
    for start, end in _blocks(tokens, "bullet_list"):
        _facts(tokens[start : end + 1])
    for start, end in _blocks(tokens, "blockquote"):
        if start + 2 < end and _leads_with_strong(tokens[start + 2]):
            tokens[start].attrJoin("class", f"callout {_slug(_label(tokens[start + 2]))}".strip())
        if _lines(tokens[start:end]) > _LONG_QUOTE:
            tokens[start].attrJoin("class", "long")
    for start, end in _blocks(tokens, "table"):
        _table(tokens[start : end + 1])
    _leads(tokens)
    for start, _ in _blocks(tokens, "heading"):
        length = len(tokens[start + 1].content)
        if tokens[start].tag == "h1" and length > _LONG_TITLE:
            name = "very-long" if length > _VERY_LONG_TITLE else "long"
            tokens[start].attrJoin("class", name)
    for opening, token in pairwise(tokens):
        _long_words(token.children or ())
        if opening.type in _CELLS and _LONG_WORD.search(token.content):
            opening.attrJoin("class", "long-word")
    return list(_scrolling(_headed(tokens)))


def _blocks(tokens: Sequence[Token], kind: str) -> Iterator[tuple[int, int]]:
    """Yield the first and the last index of each block of a `kind`, inner blocks first."""
    opened = []
    for index, token in enumerate(tokens):
        if token.type == f"{kind}_open":
            opened.append(index)
        elif token.type == f"{kind}_close":
            yield opened.pop(), index


def _headed(tokens: list[Token]) -> list[Token]:
    """Put a title, and what stands between it and a first rule, into a `header`.

    The rule itself goes; the last one of a document is its foot's and no first one.
    """
    rules = [index for index, token in enumerate(tokens) if token.type == "hr"]
    if len(rules) < 2 or not tokens or tokens[0].tag != "h1":  # noqa: PLR2004 - head and foot
        return tokens
    head = tokens[: rules[0]]
    if any(token.type == "heading_open" for token in head[1:]):
        return tokens
    return [
        Token("header_open", "header", 1, block=True),
        *head,
        Token("header_close", "header", -1, block=True),
        *tokens[rules[0] + 1 :],
    ]


def _leads(tokens: Sequence[Token]) -> None:
    """Mark the lines that end in a colon, and lead to what follows."""
    for opening, token in pairwise(tokens):
        if opening.type == "paragraph_open" and token.content.endswith(":"):
            opening.attrJoin("class", "lead")


def _lines(tokens: Sequence[Token]) -> float:
    """Return about how many lines blocks take on paper, the space between them included."""
    said = (token.content for token in tokens if token.type == "inline")
    return sum(0.5 + sum(1 + len(line) // _QUOTED_LINE for line in s.split("\n")) for s in said)


def _long_words(children: Sequence[Token]) -> None:
    """Mark what is set in bold or italics and holds a long word.

    The PDF engine takes the start of such words for the start of a line, and would break any.
    """
    opened: list[Token] = []
    for child in children:
        if child.nesting > 0:
            opened.append(child)
        elif child.nesting < 0:
            opened.pop()
        elif _LONG_WORD.search(child.content):
            for token in opened:
                token.attrSet("class", "long-word")


def _words(inline: Token) -> str:
    """Return what `inline` says, without the addresses of its links."""
    return "".join(child.content for child in inline.children or ())


def _leads_with_strong(inline: Token) -> bool:
    children = inline.children or []
    return any(c.type == "strong_open" for c in children[:2])


def _label(inline: Token) -> str:
    """Return the bold words with which a line starts, where they end in a colon."""
    children = inline.children or []
    if not children or not _leads_with_strong(inline):
        return ""
    ends = [index for index, child in enumerate(children) if child.type == "strong_close"]
    words = "".join(child.content for child in children[: ends[0]])
    return words[:-1] if words.endswith(":") else ""


def _slug(label: str) -> str:
    """Return the class that the style knows a label by."""
    return re.sub(r"[\W_]+", "-", label.lower()).strip("-")


def _facts(tokens: Sequence[Token]) -> None:
    """Mark a list of which every item is a fact with its label, and each item by its label."""
    level = tokens[0].level + 1
    found = [
        (token, _label(tokens[index + 2]))
        for index, token in enumerate(tokens[:-2])
        if token.type == "list_item_open" and token.level == level
    ]
    if found and all(label and len(label) <= _LONGEST_LABEL for _, label in found):
        tokens[0].attrJoin("class", "facts")
        for token, label in found:
            token.attrJoin("class", _slug(label))


def _table(tokens: Sequence[Token]) -> None:
    """Mark a table that is short enough to stay whole, and say how many columns it has."""
    rows = sum(token.type == "tr_open" for token in tokens) - 1
    size = sum(len(token.content) for token in tokens if token.type == "inline")
    tokens[0].meta["columns"] = sum(token.type == "th_open" for token in tokens)
    if rows <= _SHORT_TABLE and size <= _SHORT_CELLS:
        tokens[0].attrJoin("class", "short")
    if _sides(tokens):
        tokens[0].attrJoin("class", "sides")
    _keep_on_one_line(tokens)


def _sides(tokens: Sequence[Token]) -> bool:
    """Return whether a table sets what is known of one side beside blanks for the other."""
    cells = [after.content for token, after in pairwise(tokens) if token.type == "td_open"]
    known, other = ["…" in cell for cell in cells[1::3]], ["…" in cell for cell in cells[2::3]]
    return tokens[0].meta["columns"] == _WIDE_TABLE and all(other) and any(known) and not all(known)


def _keep_on_one_line(tokens: Sequence[Token]) -> None:
    """Mark the cells of columns in which all are short, as far as the others keep their room.

    Columns to fill in take what is left, and would break dates and numbers apart.
    """
    cells = [i for i, token in enumerate(tokens) if token.type in _CELLS]
    many = tokens[0].meta["columns"]
    room = _LINE - _COLUMN * many
    for column in (cells[start::many] for start in range(many)):
        said = [_words(tokens[index + 1]) for index in column]
        longest = max(map(len, said))
        if longest <= _SHORT_CELL and longest - _COLUMN <= room and not any("…" in s for s in said):
            room -= max(0, longest - _COLUMN)
            for index in column:
                tokens[index].attrJoin("class", "one-line")


def _scrolling(tokens: Sequence[Token]) -> Iterator[Token]:
    """Yield `tokens` with every wide table in a box of its own, which can scroll."""
    wide = False
    for token in tokens:
        if token.type == "table_open":
            wide = token.meta.get("columns", 0) >= _WIDE_TABLE
            short = " short" if "short" in str(token.attrGet("class") or "") else ""
            if wide:
                about: dict[str, Any] = {"class": f"wide{short}", "tabindex": "0"}
                yield Token("div_open", "div", 1, attrs=about, block=True)
        yield token
        if token.type == "table_close" and wide:
            yield Token("div_close", "div", -1, block=True)
