"""The reference of every field, as Markdown, made from the JSON Schemas.

In: schemas. Out: a page that lists each section's fields, how they are written, who may know them
and what they mean. Absent: the models themselves.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Schema = dict[str, Any]

_KINDS = {"brief": "Brief", "tasks": "Task log", "candidates": "Candidates"}
"""Headings of the kinds of file."""

_HEAD = """\
# Fields

Every field of a brief, a task log and a file of candidates. Those in **bold** are needed; all
others may be left out. *Known to* says whose documents may show a field or be changed by it.
"""

_ROW = "| {} | {} | {} | {} |\n"


def reference(schemas: Mapping[str, Schema]) -> str:
    """Return the page for `schemas` by kind of file; a section that two share is told once."""
    parts, told = [_HEAD], set[str]()
    for kind, schema in schemas.items():
        paths = dict(_within(schema))
        parts += [f"\n## {_KINDS[kind]}: `kind: {kind}`\n\n", _section(schema, paths)]
        for name, path in paths.items():
            if name not in told:
                parts += [f"\n### `{path}`\n\n", _section(schema["$defs"][name], paths)]
        told |= set(paths)
    return "".join(parts)


def _within(schema: Schema) -> Iterator[tuple[str, str]]:
    """Yield the name of each section in a schema with where it first stands, in reading order."""
    seen: set[str] = set()

    def walk(section: Schema, above: str) -> Iterator[tuple[str, str]]:
        for field, said in section["properties"].items():
            name = _named(said) or _named(said.get("items", {}))
            if name and name not in seen:
                seen.add(name)
                path = above + field + ("" if _named(said) else "[]")
                yield name, path
                yield from walk(schema["$defs"][name], f"{path}.")

    yield from walk(schema, "")


def _named(field: Schema) -> str:
    """Return the name of the section that a field is; empty for any other."""
    return str(field.get("$ref", "")).rpartition("/")[2]


def _section(section: Schema, paths: Mapping[str, str]) -> str:
    """Return what a section is, and the table of its fields."""
    needed = section.get("required", ())
    rows = [_ROW.format("Field", "Written as", "Known to", "Meaning"), "|---|---|---|---|\n"]
    for name, field in section["properties"].items():
        meaning, _, known = field["description"].rpartition("\n\n")
        shown = f"**`{name}`**" if name in needed else f"`{name}`"
        known = known.removeprefix("Known to ").removesuffix(".")
        rows.append(_ROW.format(shown, _written(field, paths), known, " ".join(meaning.split())))
    return f"{section['description']}\n\n{''.join(rows)}"


def _written(field: Schema, paths: Mapping[str, str]) -> str:
    """Return how a value is written, with what counts where it is left out."""
    default = field.get("default")
    if default is None:
        return _form(field, paths)
    return f"{_form(field, paths)}; left out, `{json.dumps(default).strip(chr(34))}`"


def _form(field: Schema, paths: Mapping[str, str]) -> str:
    """Return how a value is written, in words."""
    if name := _named(field):
        path = paths[name]
        return f"[`{path}`](#{''.join(c for c in path if c.isalnum() or c == '_')})"
    if "anyOf" in field:
        return " or ".join(_form(option, paths) for option in field["anyOf"])
    if "const" in field or "enum" in field:
        return " or ".join(f"`{one}`" for one in field.get("enum", [field.get("const")]))
    if "examples" in field:
        return "such as " + ", ".join(f"`{example}`" for example in field["examples"])
    if field["type"] == "array":
        return f"list: {_form(field['items'], paths)}"
    shape: str = field.get("contentMediaType") or field["type"]
    return _SHAPES[shape].format(**field)


_SHAPES = {
    "boolean": "`true` or `false`",
    "integer": "whole number from {minimum} to {maximum:,}",
    "number": "number",
    "string": "text",
    "text/markdown": "Markdown",
}
"""Other values by their JSON type."""
