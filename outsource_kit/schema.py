"""The model for editors and readers: as JSON Schema, and as the reference of every field.

In: the models. Out: a JSON Schema (draft 2020-12) for each kind of file, and a Markdown page. The
schema knows names and types; what a value says (a real currency, dates in order) is left to
`check`, so an editor never refuses what `check` takes. Absent: files.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode

from outsource_kit.brief import Audience, Section, audience_of
from outsource_kit.brief.meanings import meanings
from outsource_kit.load import KINDS
from outsource_kit.load.fields import model_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema, core_schema

_DRAFT = "https://json-schema.org/draft/2020-12/schema"

_READERS = {
    Audience.CANDIDATE: "everyone",
    Audience.AGENCY: "agencies and you",
    Audience.INTERNAL: "you alone",
}
"""Who may know a field, in words."""


class _Generator(GenerateJsonSchema):
    """Writes a schema without `null`: a brief leaves out what it does not say."""

    def generate(self, schema: CoreSchema, mode: JsonSchemaMode = "validation") -> JsonSchemaValue:
        """Return the whole schema, with the draft it is written in."""
        return {"$schema": _DRAFT, **super().generate(schema, mode)}

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """Return the schema of what may be left out."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Return the schema of a field, with its default where that says something."""
        written = super().default_schema(schema)
        if not written.get("default") or isinstance(written["default"], dict):
            written.pop("default", None)
        return written


def json_schema(kind: str) -> dict[str, Any]:
    """Return the JSON Schema of files of `kind`: `brief`, `tasks` or `candidates`.

    Every field has a title, its meaning, and who may know it. Raises `KeyError` for another kind.
    """
    model = KINDS[kind]
    schema = model.model_json_schema(schema_generator=_Generator)
    shapes = {model.__name__: schema, **schema["$defs"]}
    for section in _sections(model, {}):
        for name, field in section.model_fields.items():
            written = shapes[section.__name__]["properties"][name]
            written["title"] = name.replace("_", " ").capitalize()
            known = f"Known to {_READERS[audience_of(field)]}."
            written["description"] = f"{meanings(section)[name]}\n\n{known}"
    return schema


def _sections(model: type[Section], seen: dict[type[Section], None]) -> Iterator[type[Section]]:
    """Yield `model` and every section in it, each once, in reading order."""
    if model in seen:
        return
    seen[model] = None
    yield model
    for field in model.model_fields.values():
        inner = model_in(field.annotation)
        if inner and issubclass(inner, Section):
            yield from _sections(inner, seen)
