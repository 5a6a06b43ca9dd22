"""Turn what the model refuses into mistakes that a reader can mend.

In: a tree, what was read from it, pydantic's errors. Out: mistakes with place, message and hint.
Absent: what is right, which only the model knows, and what to write instead (`hints`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from outsource_kit.load import fields, hints
from outsource_kit.load.values import Place, Reading, dotted
from outsource_kit.load.words import CUT, shown

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from outsource_kit.load.source import Source
    from outsource_kit.load.tree import Node
    from outsource_kit.mistakes import Mistake

MOST = 100
"""How many refused values are explained one by one."""

_EXPECTED = {
    "bool_type": "`true` or `false`",
    "int_type": "a whole number",
    "float_type": "a number",
    "string_type": "text",
    "tuple_type": "a list",
    "list_type": "a list",
    "model_type": "a group of fields",
    "dict_type": "a group of fields",
    "greater_than_equal": "a number of at least {ge:,}",
    "less_than_equal": "a number of at most {le:,}",
    "greater_than": "a number above {gt:,}",
    "less_than": "a number below {lt:,}",
    "too_short": "at least {min_length:,} in the list",
    "too_long": "at most {max_length:,} in the list",
    "refused": "{expected}",
}
"""What a field takes, by the name of pydantic's error."""

_FILL = {"bool_type": "write `true` or `false`", "int_type": "write digits, such as `3`"}
_WORDS = {"map": "a group of fields", "seq": "a list"}
_CHOICE = re.compile(r"'([^']*)'|(\d+)")


@dataclass(frozen=True)
class File:
    """A file as far as it is read: what the steps before the model made of it."""

    source: Source
    root: Node
    reading: Reading
    model: fields.Model


@dataclass(frozen=True)
class _Refusal:
    """An error, with what it is about and the text to mark."""

    error: ErrorDetails
    place: Place
    node: Node
    start: int
    end: int


def explain(file: File, errors: list[ErrorDetails]) -> list[Mistake]:
    """Return every mistake in the file: those found while reading it, and each of `errors`.

    The first `MOST` by place are told, and one more that counts the rest. A field that is missing
    because its name is misspelled is one mistake, not two.
    """
    refusals = sorted((_locate(file, error) for error in errors), key=lambda r: r.start)
    typos = [r.place for r in refusals[:MOST] if r.error["type"] == "extra_forbidden"]
    meant = {fields.meant(file.model, place) for place in typos}
    refusals = [r for r in refusals if r.error["type"] != "missing" or r.place not in meant]
    told = file.reading.mistakes + _dates(file)
    count = len(told) + len(refusals)
    told = sorted(told + [_mistake(file, refusal) for refusal in refusals[: MOST + 1]])
    if count > MOST:
        message = f"{count - MOST:,} more mistakes from here on"
        told[MOST:] = [replace(told[MOST], field="", message=message, hint="")]
    return told


def _dates(file: File) -> list[Mistake]:
    """Return a mistake for each date that stands where a field takes text."""
    told = []
    for place in file.reading.dates:
        if fields.is_text(fields.type_at(file.model, place)):
            node, _, _ = _find(file.root, place)
            message, where = f"expected text, got `{shown(node.text)}`", dotted(place)
            hint = hints.quote(node)
            told.append(file.source.mistake(node.start, node.end, message, hint, where))
    return told


def _find(root: Node, place: Place) -> tuple[Node, Node | None, Place]:
    """Return the value at `place`, its name, and as much of `place` as the file has."""
    node, key, there = root, None, list[str | int]()
    for part in place:
        if isinstance(part, str) and part in node.fields:
            key, node = node.fields[part]
        elif isinstance(part, int) and part < len(node.items):
            key, node = None, node.items[part]
        else:
            continue
        there.append(part)
    return node, key, tuple(there)


def span(source: Source, root: Node, place: Place, words: str = "") -> tuple[int, int]:
    """Return the text to mark for the value at `place`: `words` in it, else itself.

    A group or a list below its name is marked by the name: it may be pages long.
    """
    node, key, _ = _find(root, place)
    written = source.text[node.start : node.end]
    whole = rf"(?<!\w){re.escape(words)}(?!\w)"
    if words and (found := re.search(whole, written, re.IGNORECASE)):
        return node.start + found.start(), node.start + found.end()
    marked = key if key and (node.style == "block" or node.start == node.end) else node
    return marked.start, marked.end


def _locate(file: File, error: ErrorDetails) -> _Refusal:
    """Find what to mark: the value; its name where that is the mistake, or where it has none.

    A group or a list below its name is marked by the name, too: it may be pages long.
    """
    node, key, place = _find(file.root, error["loc"])
    start, end = node.start, node.end
    if found := CUT.match(file.source.text, node.end) if node.start == node.end else None:
        start, end = found.span(1)
    elif key and (error["type"] == "extra_forbidden" or node.style == "block" or start == end):
        start, end = key.start, key.end
    elif start == end:
        start = file.source.text.rfind("-", 0, start)
    if error["type"] == "missing":
        place = (*place, error["loc"][-1])
        start, end = (start, end) if len(place) > 1 else (0, 1)
    return _Refusal(error, place, node, start, end)


def _mistake(file: File, refusal: _Refusal) -> Mistake:
    message, hint = _words(file, refusal)
    return file.source.mistake(refusal.start, refusal.end, message, hint, dotted(refusal.place))


def _words(file: File, refusal: _Refusal) -> tuple[str, str]:
    """Return message and hint."""
    error, place = refusal.error, refusal.place
    if error["type"] == "extra_forbidden":
        return "unknown field", fields.unknown(file.model, place, error["input"])
    if error["type"] == "missing":
        above = dotted(place[:-1])
        return "missing", f"write `{place[-1]}: …`" + (f" in `{above}`" if above else "")
    if trap := file.reading.traps.get(place):
        return trap
    if error["type"] != "literal_error" and error["type"] not in _EXPECTED:
        reason = error.get("ctx", {}).get("error", error["msg"])
        return shown(str(reason)), ""
    return _expected(file, refusal)


def _expected(file: File, refusal: _Refusal) -> tuple[str, str]:
    error, node = refusal.error, refusal.node
    context, kind = error.get("ctx", {}), fields.type_at(file.model, refusal.place)
    if error["type"] == "literal_error":
        expected = _CHOICE.sub(r"`\1\2`", context["expected"])
        choices = [word or number for word, number in _CHOICE.findall(context["expected"])]
        own = fields.choose(node.text, choices)
    else:
        expected = _EXPECTED[error["type"]].format(**context)
        own = context.get("hint") or _FILL.get(error["type"], "")
    if error["type"] == "refused" and fields.is_of_shape(kind, node.kind):
        return f"expected {expected}", own
    got = _got(file.source, node)
    if got == "nothing":
        required = fields.is_required(file.model, refusal.place)
        return f"expected {expected}, got nothing", hints.fill(own, kind, required=required)
    if not refusal.place:
        return f"expected {expected}, got {got}", _top(file, node)
    written = file.source.text[node.start : node.end]
    hint = hints.instead(node, written, kind, error["type"]) or own
    return f"expected {expected}, got {got}", hint


def _top(file: File, node: Node) -> str:
    """Return the hint for a file that is no group of fields."""
    if re.match(r"[\w-]+:\S", node.text):
        return "put a space after each `:`"
    needed = " and ".join(f"`{name}:`" for name in fields.required(file.model))
    return f"start a line with {needed} and indent what belongs to it" if needed else ""


def _got(source: Source, node: Node) -> str:
    if node.style == "block":
        return _WORDS[node.kind]
    written = node.text if node.style in ("|", ">") else source.text[node.start : node.end]
    return f"`{shown(written)}`" if written.strip() else "nothing"
