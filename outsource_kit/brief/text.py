"""Text and prose: the two ways in which a brief holds words."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any, Self

from outsource_kit.brief.written import Written, refused

if TYPE_CHECKING:
    from pydantic import GetJsonSchemaHandler
    from pydantic_core import CoreSchema

_HIDDEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
"""Control characters, and those that reorder the text around them: no reader can see them."""

_LEADERS = re.compile("…{3,}")
"""Becomes a field to fill in."""

_NESTED = re.compile(r"^(?:[ \t]*(?:>|[-*+]|\d{1,9}[.)])){9,}", re.MULTILINE)
"""More quotations and lists inside each other than anyone reads."""

_TEXT_LIMIT, _PROSE_LIMIT = 2_000, 20_000
"""Longest value in characters: some twenty lines of text, some eight pages of prose."""


def _readable(value: object, expected: str, limit: int) -> str:
    if not isinstance(value, str):
        raise refused(expected)
    text = unicodedata.normalize("NFC", value.strip())
    if not text:
        raise refused(expected, "fill it in, or delete the line")
    if found := _HIDDEN.search(text):
        name = f"U+{ord(found[0]):04X}"
        raise refused(f"{expected} without invisible characters", f"delete the character {name}")
    if len(text) > limit:
        hint = f"shorten it by {len(text) - limit:,} characters"
        raise refused(f"{expected} of at most {limit:,} characters", hint)
    return text


class Text(Written, str):
    """One plain line, shown exactly as typed: no character of it has a meaning of its own."""

    __slots__ = ()

    expected = "text"

    @classmethod
    def _validate(cls, value: object) -> Self:
        text = _readable(value, cls.expected, _TEXT_LIMIT)
        if "\n" in text:
            raise refused("one line of text", "only fields of several lines take a `|` block")
        if found := _LEADERS.search(text):
            hint = f"`{found[0]}` becomes a field to fill in; write two at most"
            raise refused("text without dot leaders", hint)
        return cls(text.replace("\t", " "))

    @classmethod
    def __get_pydantic_json_schema__(
        cls, _schema: CoreSchema, _handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Describe the text to editors."""
        return {"type": "string", "minLength": 1, "maxLength": _TEXT_LIMIT}


class Prose(Written, str):
    """Markdown of one or more paragraphs, without HTML and without headings of its own rank."""

    __slots__ = ()

    expected = "text"

    @classmethod
    def _validate(cls, value: object) -> Self:
        text = _readable(value, cls.expected, _PROSE_LIMIT)
        if found := _NESTED.search(text):
            hint = f"take the marks `{found[0].strip()[:20]}` apart"
            raise refused("lists and quotations of at most eight levels", hint)
        return cls(text)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, _schema: CoreSchema, _handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Describe the prose to editors."""
        size = {"minLength": 1, "maxLength": _PROSE_LIMIT}
        return {"type": "string", "contentMediaType": "text/markdown", **size}
