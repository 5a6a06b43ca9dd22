"""The JSON Schemas: editors and `check` agree on names and types, in both directions."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

import pytest
from conftest import ROOT
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import ValidationError
from strategies import sections

from outsource_kit.brief import Brief, Section
from outsource_kit.brief.candidates import Candidates
from outsource_kit.brief.identify import TaskLog
from outsource_kit.load import KINDS
from outsource_kit.reference import reference
from outsource_kit.schema import json_schema

if TYPE_CHECKING:
    from pathlib import Path

SCHEMAS = {kind: json_schema(kind) for kind in KINDS}
MODELS: dict[str, type[Section]] = {"brief": Brief, "tasks": TaskLog, "candidates": Candidates}
SECTIONS = sorted(SCHEMAS["brief"]["$defs"])

OF_VALUES = {"refused", "value_error"}
"""Refusals of what a value says, not of its type: an editor leaves these to `check`."""

thorough = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


def editor_takes(kind: str, data: object) -> bool:
    """Return whether an editor that has the schema marks nothing in `data`."""
    return bool(Draft202012Validator(SCHEMAS[kind]).is_valid(data))


def test_a_schema_is_one_of_its_draft() -> None:
    """The draft's own schema takes it."""
    assert set(SCHEMAS) == {"brief", "tasks", "candidates"}
    for schema in SCHEMAS.values():
        Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_tells_editors_what_it_is_and_who_may_know_it(kind: str) -> None:
    """Hovering over a name shows both."""
    seen = 0
    shapes = [SCHEMAS[kind], *SCHEMAS[kind]["$defs"].values()]
    for shape in shapes:
        assert shape["additionalProperties"] is False
        for field in shape["properties"].values():
            seen += 1
            assert field["title"]
            assert "\n\nKnown to " in field["description"]
    assert seen > 20
    assert '"null"' not in json.dumps(SCHEMAS[kind])


@pytest.mark.parametrize("kind", ["brief", "tasks"])
@given(data=st.data())
@thorough
def test_an_editor_takes_whatever_check_takes(kind: str, data: st.DataObject) -> None:
    """A brief that is right is not marked."""
    written = data.draw(sections(MODELS[kind]))

    assert editor_takes(kind, written)


@pytest.mark.parametrize(
    "path", sorted(ROOT.glob("kits/*/*.yaml")), ids=lambda p: f"{p.parent.name}-{p.stem}"
)
def test_an_editor_marks_nothing_in_the_example_kits(path: Path) -> None:
    """They are what people copy."""
    from outsource_kit.load import locate  # noqa: PLC0415
    from outsource_kit.load.values import plain  # noqa: PLC0415

    located = locate(path)
    data = plain(located.source, located.root).data

    assert [
        e.message for e in Draft202012Validator(SCHEMAS[located.subject.kind]).iter_errors(data)
    ] == []


@pytest.mark.parametrize("name", SECTIONS)
@given(data=st.data())
@settings(thorough, max_examples=20)
def test_check_takes_whatever_an_editor_takes(name: str, data: st.DataObject) -> None:
    """`check` refuses no name and no type that an editor lets pass; values are its own matter."""
    written = data.draw(_marked_nowhere(SCHEMAS["brief"]["$defs"][name]))
    model = next(model for model in _all(Brief) if model.__name__ == name)

    assert {e["type"] for e in _refusals(model, written)} <= OF_VALUES


def _marked_nowhere(  # noqa: PLR0911 - one return a shape
    shape: dict[str, Any],
) -> st.SearchStrategy[Any]:
    """Return whatever the schema `shape` takes."""
    match shape:
        case {"$ref": named}:
            return _marked_nowhere(SCHEMAS["brief"]["$defs"][named.rpartition("/")[2]])
        case {"anyOf": options}:
            return st.one_of([_marked_nowhere(option) for option in options])
        case {"enum": choices}:
            return st.sampled_from(choices)
        case {"const": only}:
            return st.just(only)
        case {"type": "object"}:
            fields = {name: _marked_nowhere(inner) for name, inner in shape["properties"].items()}
            needed = {name: fields.pop(name) for name in shape.get("required", ())}
            return st.fixed_dictionaries(needed, optional=fields)
        case {"type": "array"}:
            return st.lists(_marked_nowhere(shape["items"]), max_size=2)
        case {"type": "integer"}:
            return st.integers(shape["minimum"], shape["maximum"])
        case {"pattern": pattern}:
            return st.from_regex(pattern)
    return _PLAIN[shape["type"]]


_PLAIN: dict[str, st.SearchStrategy[Any]] = {
    "boolean": st.booleans(),
    "number": st.integers() | st.floats(),
    "string": st.text(min_size=1, max_size=40),
}


def _refusals(model: type[Section], data: object) -> list[Any]:
    try:
        model.model_validate(data)
    except ValidationError as error:
        return list(error.errors())
    return []


def _all(model: type[Section]) -> set[type[Section]]:
    from outsource_kit.load.fields import model_in  # noqa: PLC0415

    inner = {model_in(field.annotation) for field in model.model_fields.values()}
    below = {m for m in inner if m and issubclass(m, Section)}
    return {model}.union(*(_all(m) for m in below))


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("project", "titel"), "A name that does not exist"),
        (("project", "title"), 7),
        (("project", "title"), ["a list"]),
        (("project",), None),
        (("questions",), "a text"),
        (("trial", "pay"), "free"),
        (("trial", "enabled"), "yes"),
        (("pay", "mode"), "by heart"),
        (("scoring", "scale"), "s9"),
        (("brief_version",), 2),
    ],
)
def test_both_refuse_a_wrong_name_or_type(place: tuple[str, ...], value: object) -> None:
    """What the editor marks, `check` refuses too."""
    data: dict[str, Any] = {"project": {"title": "A", "what": "B."}}
    *above, last = place
    section = data
    for name in above:
        section = section.setdefault(name, {})
    section[last] = value

    assert not editor_takes("brief", data)
    assert _refusals(Brief, data)


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_in_docs_is_current(kind: str) -> None:
    """`make golden` rewrites it."""
    path = ROOT / "docs" / "schema" / f"{kind}.json"
    text = json.dumps(SCHEMAS[kind], indent=2, ensure_ascii=False) + "\n"
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    assert path.read_text(encoding="utf-8") == text


def test_the_page_of_fields_is_current() -> None:
    """`make golden` rewrites it."""
    path, text = ROOT / "docs" / "fields.md", reference(SCHEMAS)
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(text, encoding="utf-8")

    assert "| **`title`** | text | everyone |" in text
    assert path.read_text(encoding="utf-8") == text
