"""Turn a tree into plain data, and find in it what YAML reads otherwise than it was meant.

In: a tree. Out: data for a model, with `UNREAD` in place of each value whose meaning is in doubt,
so that the model refuses it; and what is wrong in the tree itself. Absent: what the model wants.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from math import isfinite
from typing import TYPE_CHECKING, Any

from outsource_kit.load.words import CUT, cut, shown

if TYPE_CHECKING:
    from outsource_kit.load.source import Source
    from outsource_kit.load.tree import Node
    from outsource_kit.mistakes import Mistake

Place = tuple[str | int, ...]
"""Names and, from 0, positions that lead from the top to a value."""

UNREAD = object()
"""Stands for a value that no field takes."""

_INTEGER = re.compile(r"[-+]?(0|[1-9]\d{0,17})")
_FRACTION = re.compile(r"[-+]?(\d+\.\d*|\.\d+)(e[-+]?\d+)?", re.IGNORECASE)
_RUN_ON = re.compile(r"\n[ \t]*(-[ \t]*\S|[a-z_]+:(?!//)\S).*")
"""A line that goes on a value, and looks as if it was meant to be one of its own."""


@dataclass
class Reading:
    """What was read."""

    data: object = UNREAD
    """The plain data."""

    traps: dict[Place, tuple[str, str]] = field(default_factory=dict)
    """Message and hint for values that a rule of YAML has changed."""

    dates: list[Place] = field(default_factory=list)
    """Values that YAML takes for dates, though they are kept as typed."""

    mistakes: list[Mistake] = field(default_factory=list)
    """What is wrong whatever the model wants."""


def plain(source: Source, root: Node) -> Reading:
    """Return the plain data of the tree `root` in `source`."""
    reading = Reading()
    reading.data = _read(source, root, (), reading)
    return reading


def dotted(place: Place) -> str:
    """Return `place` as people write it, counted from 1: `questions[2].text`."""
    parts = (f"[{part + 1}]" if isinstance(part, int) else f".{shown(part)}" for part in place)
    return "".join(parts).removeprefix(".")


def meaning(node: Node) -> str:
    """Return what YAML takes a plain word for, such as `true` or a number."""
    word = node.text.lower()
    if node.kind == "bool":
        return "true" if word in ("yes", "on", "true") else "false"
    if node.kind == "int" and ":" in word:
        minutes = 0
        for part in re.sub(r"[-+_]", "", word).split(":"):
            minutes = minutes * 60 + int(part[-9:])
        return f"the number {minutes}"
    if node.kind == "int" and re.fullmatch(r"0[0-7]+", word):
        return f"the number {int(word[-18:], 8)}"
    return {"timestamp": "a date", "null": "nothing"}.get(node.kind, "a number")


def _read(source: Source, node: Node, place: Place, reading: Reading) -> object:
    if node.kind == "seq":
        return [_read(source, item, (*place, n), reading) for n, item in enumerate(node.items)]
    if node.kind == "map":
        return _group(source, node, place, reading)
    if node.style == "plain" and (trap := _trap(source, node)):
        reading.traps[place] = trap
        return UNREAD
    if node.kind == "timestamp":
        reading.dates.append(place)
    return _word(node)


def _word(node: Node) -> object:
    text, kind = node.text, node.kind
    if kind == "bool" and text.lower() in ("true", "false"):
        return text.lower() == "true"
    if kind == "int" and _INTEGER.fullmatch(text):
        return int(text)
    if kind == "float" and _FRACTION.fullmatch(text) and isfinite(number := float(text)):
        return number
    return UNREAD if kind in ("bool", "int", "float", "null") else text


def _trap(source: Source, node: Node) -> tuple[str, str] | None:
    if found := CUT.match(source.text, node.end):
        if node.text:
            return cut(found[1])
        hint = "put the value in quotes; for a comment, write a space after the `#`"
        return f"the value is empty: `{shown(found[1])}` is a comment", hint
    if found := _RUN_ON.search(source.text, node.start, node.end):
        row = source.row(found.start() + 1) + 1
        hint = "indent it like its neighbours, with a space after `-` or `:`; or use a `|` block"
        return f"line {row}, `{shown(found[0])}`, is read as part of this value", hint
    return None


def _group(source: Source, node: Node, place: Place, reading: Reading) -> object:
    if [key.style for key, _ in node.entries] == ["{"] and node.style == "{":
        return UNREAD
    data: dict[str, Any] = {}
    for key, value in node.entries:
        if mistake := _name(source, node, key, place):
            reading.mistakes.append(mistake)
        else:
            data[key.text] = _read(source, value, (*place, key.text), reading)
    return data


def _name(source: Source, group: Node, key: Node, place: Place) -> Mistake | None:
    if key.kind == "merge":
        hint = "write the fields out"
        return source.mistake(key.start, key.end, "`<<` is not used in kits", hint, dotted(place))
    if key.kind != "str" or not key.text:
        written = shown(source.text[key.start : key.end])
        hint = "the names of fields are words, such as `title`"
        if key.kind == "bool":
            hint = f"YAML reads `{written}` as {meaning(key)}; {hint}"
        message = "expected the name of a field" + (f", got `{written}`" if written else "")
        return source.mistake(key.start, key.end, message, hint, dotted(place))
    first = group.fields[key.text][0]
    if first is not key:
        message = f"`{shown(key.text)}` stands here a second time"
        hint = f"the first is in line {source.row(first.start) + 1}; keep one of the two"
        return source.mistake(key.start, key.end, message, hint, dotted((*place, key.text)))
    return None
