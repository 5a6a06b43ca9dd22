"""Phrases that several kinds of mistake share: values as shown, quotes, comments that cut.

In: what was typed. Out: words. Absent: where mistakes are found.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from outsource_kit.load.source import Source
    from outsource_kit.mistakes import Mistake

CUT = re.compile(r"[ \t]+(#+[^\s#].*)")
"""A comment that may be meant as part of the value before it, such as `C #1`."""

_SHOWN = 40


def shown(text: str) -> str:
    """Return `text` on one line, cut after about 40 characters."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1].rstrip() + "…"


def quoted(value: str) -> str:
    """Return `value` as it is written in quotes, or nothing where that is too long to show."""
    if "\n" in value or len(value) > _SHOWN:
        return ""
    mark = "'" if '"' in value or "\\" in value else '"'
    return "" if mark in value and mark == "'" else f"{mark}{value}{mark}"


def in_quotes(value: str) -> str:
    """Return the advice to put `value` in quotes."""
    how = quoted(value)
    return f"put the value in quotes: `{how}`" if how else "put the value in quotes"


def special(source: Source, at: int) -> Mistake:
    """Return the mistake of a value that starts with a character that YAML keeps for itself."""
    sign, value = source.text[at], rest(source, at)
    message, hint = f"a value that starts with `{sign}` needs quotes", in_quotes(value)
    if sign == "-":
        hint = "start the list on the next line, or put the value in quotes"
    elif sign in "|>":
        hint = f"{hint}, or start its text on the next line"
    elif sign in "&*!":
        hint = f"{hint}; kits use no {'tags' if sign == '!' else 'anchors and aliases'}"
    return source.mistake(at, at + len(value), message, hint)


def rest(source: Source, at: int) -> str:
    """Return the line from `at` on, without the comment at its end."""
    line = source.text[at : source.starts[source.row(at) + 1] - 1]
    return re.sub(r"[ \t]+#([ \t].*)?$", "", line).rstrip()


def cut(comment: str) -> tuple[str, str]:
    """Return message and hint for a value that a comment cuts off."""
    hint = "put the whole value in quotes; for a comment, write a space after the `#`"
    return f"the value ends before `{shown(comment)}`, which is a comment", hint
