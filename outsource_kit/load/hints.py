"""Say what to write instead of a value that its field refuses.

In: the value as written, the field's type, the kind of refusal. Out: a hint, or nothing where the
spelling does not show what was meant. Absent: places and messages (`explain`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from outsource_kit.load import fields
from outsource_kit.load.values import meaning
from outsource_kit.load.words import in_quotes, quoted, shown

if TYPE_CHECKING:
    from outsource_kit.load.tree import Node

_YES, _NO = {"yes", "y", "on", "true", "1"}, {"no", "n", "off", "false", "0"}

DELETE = "or delete the line"


def instead(node: Node, written: str, kind: object, refusal: str) -> str:
    """Return what to write in place of `node`, spelled `written`, in a field of type `kind`.

    `refusal` is the name of pydantic's error.
    """
    return _RULES.get(refusal, _text)(node, written, kind)


def fill(own: str, kind: object, *, required: bool) -> str:
    """Return what to write where the value is empty; `own` is the type's own hint."""
    if own.startswith("did you mean"):
        own = ""
    if fields.is_list(kind):
        own = "write its items below it, each after `- `"
    elif fields.model_in(kind):
        own = "write its fields below it, indented"
    own = own or "fill it in"
    return own if required else f"{own}, {DELETE}"


def quote(node: Node) -> str:
    """Return the hint for a word that YAML does not take for text."""
    hint = f"put it in quotes: `{quoted(node.text)}`"
    hint = f"delete the line, or {hint}" if node.kind == "null" else hint
    return f"YAML reads `{shown(node.text)}` as {meaning(node)}; {hint}"


def _flag(node: Node, _written: str, _kind: object) -> str:
    word = node.text.lower()
    meant = "true" if word in _YES else "false" if word in _NO else ""
    alone = " without quotes" if meant and node.style in ("'", '"') else ""
    return f"write `{meant}`{alone}" if meant else "write `true` or `false`"


def _digits(node: Node, _written: str, _kind: object) -> str:
    if found := re.match(r"(\d{1,9}|\d{1,3}(?:,\d{3})+)(?![\d.,:_-])", node.text):
        alone = "without quotes" if found[0] == node.text and "," not in found[0] else "alone"
        return f"write the digits {alone}: `{int(found[0].replace(',', ''))}`"
    return "write the digits alone, such as `3`"


def _list(node: Node, _written: str, _kind: object) -> str:
    if node.kind == "map" and not any(key.text.startswith("-") for key, _ in node.entries):
        return "start each item with `- `"
    if node.kind == "map" or re.match(r"-\S", node.text):
        return "put a space after each `-`"
    return "write each item on a line of its own, after `- `"


def _group(node: Node, _written: str, kind: object) -> str:
    model = fields.model_in(kind)
    if model is None:
        return ""
    if node.kind == "seq":
        return f"write its fields without `- `; {fields.names(model)}"
    needed = fields.required(model)
    if node.text and len(needed) == 1:
        return f"write `{needed[0]}: {shown(node.text)}`"
    return fields.names(model)


def _text(node: Node, written: str, kind: object) -> str:
    if node.kind in ("map", "seq"):
        return _sentence(node, written.rstrip(), kind)
    odd = node.style == "plain" and node.kind != "str"
    return quote(node) if odd and fields.takes(kind, node.text) else ""


def _sentence(node: Node, written: str, kind: object) -> str:
    """Return the hint for text that YAML takes for a group or a list."""
    if not fields.takes(kind, written):
        return ""
    if node.style in ("{", "["):
        start = "a list" if node.style == "[" else "a group"
        return f"YAML takes `{node.style}` for the start of {start}; {in_quotes(written)}"
    if node.kind == "map" and len(node.entries) == 1:
        return f"YAML takes `{shown(node.entries[0][0].text)}:` for a name; {in_quotes(written)}"
    return ""


_RULES = {
    "bool_type": _flag,
    "int_type": _digits,
    "tuple_type": _list,
    "list_type": _list,
    "model_type": _group,
    "dict_type": _group,
}
"""Which rule knows what was meant, by the name of pydantic's error; the others were text."""
