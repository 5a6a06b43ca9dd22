"""Form fields: dot leaders, circles and task-list items into labelled inputs.

In: the parsed tokens of a document. Out: the same tokens, with fields in the place of blanks. A
field's name comes from the words beside it: before it on its line, else after it, else those of
its row and column, else the block above.
"""

from __future__ import annotations

import re
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_BLANK = re.compile(r"…{3,}")
_CHOICE = re.compile(r"(?:○ [^○\n]*[^○\s]\s*){2,}")
_FIELD = re.compile(rf"({_BLANK.pattern}|{_CHOICE.pattern})")
_SLOT = re.compile(r"(\[\[[^\[\]]+\]\])")
_EDGES = " \u00a0\t:;,.–—·-"
_LONGEST_NAME = 48
_BREAKS = {"softbreak", "hardbreak"}


class FieldRenderer(RendererHTML):
    """Writes HTML, fields included; each method is named after the token it writes."""

    def text(self, tokens: Sequence[Token], idx: int, _options: Any, _env: Any) -> str:
        """Write text, with the slots marked that someone must fill before it is sent."""
        return _SLOT.sub(r"<mark>\1</mark>", escapeHtml(tokens[idx].content))

    def blank(self, tokens: Sequence[Token], idx: int, _options: Any, _env: Any) -> str:
        """Write a blank in a line."""
        token = tokens[idx]
        before = token.meta.get("before")
        kind = "blank" if before is None else "blank last"
        style = f"--dots: {len(token.content)}" if before is None else f"--before: {before}"
        return f'<input type="text" dir="auto" class="{kind}" {_named(token)} style="{style}">'

    def box(self, tokens: Sequence[Token], idx: int, _options: Any, _env: Any) -> str:
        """Write a blank of several lines."""
        token = tokens[idx]
        rows = token.meta["rows"]
        size = f'rows="{rows}" style="--rows: {rows}"'
        return f'<textarea dir="auto" class="box" {size} {_named(token)}></textarea>'

    def choice(self, tokens: Sequence[Token], idx: int, _options: Any, _env: Any) -> str:
        """Write circles, of which one can be picked."""
        token = tokens[idx]
        name, label = escape(token.meta["name"]), escape(token.meta["label"])
        options = (escape(option.strip()) for option in token.content.split("○") if option.strip())
        circles = (
            f'<label><input type="radio" name="{name}" title="{label}" value="{option}"> '
            f"{option}</label>"
            for option in options
        )
        group = f'<span class="choice" role="radiogroup" aria-label="{label}">'
        return f"{group}{' '.join(circles)}</span>"

    def tick(self, tokens: Sequence[Token], idx: int, _options: Any, _env: Any) -> str:
        """Write a box to tick."""
        token = tokens[idx]
        done = " checked" if token.meta["done"] else ""
        return f'<input type="checkbox" id="{escape(token.meta["name"])}" {_named(token)}{done}>'

    def gfm_autolink(self, tokens: Sequence[Token], idx: int, _options: Any, _env: Any) -> str:
        """Write a bare web address as a link."""
        token = tokens[idx]
        address = token.attrs.get("href") or token.content
        return f'<a href="{escape(str(address))}">{escape(token.content)}</a>'


def _named(token: Token) -> str:
    name, label = escape(token.meta["name"]), escape(token.meta["label"])
    return f'name="{name}" aria-label="{label}" title="{label}"'


def words(token: Token) -> str:
    """Return the words of an inline token, without blanks and markup."""
    parts = [
        " " if child.type in _BREAKS else child.content
        for child in token.children or ()
        if child.type not in {"html_inline", "tick", "blank", "box", "choice"}
    ]
    return " ".join(_FIELD.sub(" ", "".join(parts)).split())


def place_fields(tokens: list[Token], prefix: str) -> None:
    """Put a field in the place of every blank and tick box of `tokens`, in reading order.

    Names are unique and start with `prefix`, so that documents can share one PDF.
    """
    names = _Names(prefix)
    above, heads, row, column, in_head = "", list[str](), "", -1, False
    for index, token in enumerate(tokens):
        match token.type:
            case "thead_open" | "thead_close":
                in_head = token.type == "thead_open"
                heads = [] if in_head else heads
            case "tr_open":
                row, column = "", -1
            case "th_open" | "td_open":
                column += 1
            case "inline":
                cell = tokens[index - 1].type in {"td_open", "th_open"}
                said = words(token)
                if in_head:
                    heads.append(said)
                elif cell and column == 0:
                    row = said
                place = _join(row, heads[column]) if cell and not in_head else above
                own_line = tokens[index - 1].type == "paragraph_open"
                token.children = list(_children(token, place, names, own_line=own_line))
                if not cell:
                    _reach(token.children)
                if token.children and token.children[0].type == "box":
                    tokens[index - 1].attrSet("class", "box")
                above = said or above


def _reach(children: Sequence[Token]) -> None:
    """Tell each blank that alone ends a line how much stands before it: it takes the rest."""
    before, alone = 0, True
    for child, after in pairwise([*children, Token("softbreak", "", 0)]):
        if child.type in _BREAKS:
            before, alone = 0, True
        elif child.type == "blank":
            if alone and after.type in _BREAKS:
                child.meta["before"] = before
            alone = False
        else:
            before += len(child.content)


def _join(row: str, head: str) -> str:
    return ", ".join(part for part in (row.strip(_EDGES), head.strip(_EDGES)) if part)


class _Names:
    """Field names already given."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._given: dict[str, int] = {}

    def meta(self, label: str, **more: Any) -> dict[str, Any]:
        """Return a field's label and a name that no other field has."""
        label = label.strip(_EDGES) or "Answer"
        slug = re.sub(r"[\W_]+", "-", label.lower()).strip("-")[:_LONGEST_NAME].strip("-")
        count = self._given[slug] = self._given.get(slug, 0) + 1
        name = f"{self._prefix}--{slug}" + (f"-{count}" if count > 1 else "")
        return {"name": name, "label": label, **more}


def _children(token: Token, place: str, names: _Names, *, own_line: bool) -> Iterator[Token]:
    """Yield what stands in a block, with fields for its blanks.

    `place` names what no words beside it do; on its `own_line`, nothing but dots is a box.
    """
    children = list(token.children or ())
    lines = token.content.strip().split("\n")
    if own_line and all(_BLANK.fullmatch(line.strip()) for line in lines):
        yield _field("box", "", names.meta(place, rows=4 * len(lines)))
        return
    said = words(token)
    if children and children[0].type == "html_inline":
        done = "checked" in children[0].content
        tick = _field("tick", "", names.meta(said or place, done=done))
        yield tick
        if len(children) > 1:
            children[1].content = children[1].content.lstrip()
        rest = list(_inline(children[1:], said, place, names))
        if any(child.type in {"blank", "choice", "link_open"} for child in rest):
            yield from rest
            return
        yield Token("label_open", "label", 1, attrs={"for": tick.meta["name"]})
        yield from rest
        yield Token("label_close", "label", -1)
        return
    yield from _inline(children, said, place, names)


def _inline(children: list[Token], said: str, place: str, names: _Names) -> Iterator[Token]:
    before = ""
    for child in children:
        if child.type in _BREAKS:
            before = ""
        if child.type != "text" or not _FIELD.search(child.content):
            before += child.content
            yield child
            continue
        for part in filter(None, _FIELD.split(child.content)):
            if _FIELD.fullmatch(part):
                label = before.strip(_EDGES) or place or said
                kind = "blank" if _BLANK.fullmatch(part) else "choice"
                yield _field(kind, part, names.meta(label))
                before = ""
            else:
                before += part
                yield _text(part)


def _field(kind: str, content: str, meta: dict[str, Any]) -> Token:
    return Token(kind, "", 0, content=content, meta=meta)


def _text(content: str) -> Token:
    return Token("text", "", 0, content=content)
