"""What must hold of the repository as a whole."""

from __future__ import annotations

import re
import types
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, get_args, get_origin

import pytest
from conftest import ROOT
from test_audience import SOURCES, all_sections

from outsource_kit.brief import Brief, Section
from outsource_kit.brief.choose import MessageId
from outsource_kit.brief.text import Prose, Text
from outsource_kit.brief.written import Written
from outsource_kit.editions import FORMATS, editions_of
from outsource_kit.plan import plan
from outsource_kit.schema import json_schema

if TYPE_CHECKING:
    from collections.abc import Iterator

WAITING = {"lint"}
"""Fields of which no document speaks: they say how the kit is made."""


def filled(section: type[Section], path: str, words: dict[str, str]) -> dict[str, Any]:
    """Return data with every field of `section`, each text a word of its own, kept in `words`."""
    return {
        name: _fill(field.annotation, f"{path}.{name}".lstrip("."), words)
        for name, field in section.model_fields.items()
    }


def _fill(annotation: Any, path: str, words: dict[str, str]) -> Any:  # noqa: PLR0911
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _fill(args[0], path, words)
    if origin in (types.UnionType, Union):
        return _fill(next(a for a in args if a is not type(None)), path, words)
    if origin is tuple:
        return [_fill(args[0], path, words)]
    if origin is Literal:
        return args[0]
    if annotation in (Text, Prose):
        words[path] = f"Word{len(words)}x"
        return words[path]
    if isinstance(annotation, type) and issubclass(annotation, Section):
        return filled(annotation, path, words)
    if isinstance(annotation, type) and issubclass(annotation, Written):
        return annotation.examples[0]
    return True if annotation is bool else 1


def test_every_text_of_a_brief_shows_in_some_document() -> None:
    """What an author writes is read by someone, or is listed as waiting for its document."""
    words: dict[str, str] = {}
    data = filled(Brief, "", words)
    data["schedule"]["milestones"][0]["deliverables"] = [data["project"]["deliverables"][0]["id"]]
    del data["metrics"][0]["baseline"]
    data["project"]["role"] = "designer"
    everything = editions_of(plan(Brief.model_validate(data), SOURCES.documents), SOURCES)[-1]
    index = next(f for f in everything.files(FORMATS, ()) if f.path.endswith("index.html"))
    text = "\n".join([index.make().decode(), *(made.markdown for made in everything.documents)])

    hidden = {path for path, word in words.items() if not re.search(rf"\b{word}\b", text)}

    assert len(words) > 100
    assert {path for path in hidden if not _waits(path)} == set()
    assert {part for part in WAITING if not any(_under(path, part) for path in hidden)} == set()


def _waits(path: str) -> bool:
    return any(_under(path, part) for part in WAITING)


def _under(path: str, part: str) -> bool:
    return path == part or path.startswith(f"{part}.")


def test_every_part_is_used() -> None:
    """No template is left that nothing includes."""
    used = set()
    for source in SOURCES.sources.values():
        used |= set(re.findall(r'(?:include|import|from|extends)\s+"([^"]+)"', source))
    parts = {name for name in SOURCES.sources if name.startswith("parts/")}

    assert len(parts) > 3
    assert parts - used == {"parts/document.md"}


def test_every_spelling_shown_to_authors_is_accepted_and_written_back() -> None:
    """Examples, hints and patterns of the values agree with what they take."""
    seen = 0
    for kind in _subclasses(Written):
        for example in kind.examples:
            value = kind.parse(example)
            assert re.fullmatch(kind.pattern, example), (kind, example)
            assert kind.parse(str(value)) == value
            seen += 1
    assert seen > 25


def _subclasses(kind: type[Written]) -> Iterator[type[Written]]:
    for sub in kind.__subclasses__():
        yield sub
        yield from _subclasses(sub)


def test_the_brief_has_a_json_schema() -> None:
    """The model describes itself to editors, docstrings and examples included."""
    schema = json_schema("brief")

    assert len(schema["$defs"]) >= len(all_sections(Brief)) - 1
    assert schema["$defs"]["Pay"]["properties"]["walk_away"]["description"]


@pytest.mark.parametrize(
    "name", ["ARCHITECTURE.md", "docs/before-and-after.md", "docs/gallery.md", "docs/languages.md"]
)
def test_pages_name_only_files_that_are_there(name: str) -> None:
    """A path in a page is a path in the repository."""
    text = (ROOT / name).read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:outsource_kit|templates|tests|kits|tools)/[\w./-]+)`", text))

    assert named
    for path in named:
        assert (ROOT / path).exists(), path


def test_the_guards_named_in_the_architecture_exist() -> None:
    """Each invariant names the test that holds it."""
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    tests = "\n".join(p.read_text(encoding="utf-8") for p in ROOT.glob("tests/test_*.py"))
    named = re.findall(r"`(test_\w+)`", text)

    assert len(named) >= 10
    for test in named:
        assert f"def {test}(" in tests or (ROOT / "tests" / f"{test}.py").exists(), test


def test_the_architecture_fits_on_three_pages() -> None:
    """At most 160 lines."""
    assert len((ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").splitlines()) <= 160


def test_the_messages_that_can_be_overridden_are_those_of_the_document() -> None:
    """The ids a brief may use and the ids the template prints are the same."""
    source = SOURCES.sources["documents/follow-up-messages.md"]

    assert tuple(sorted(re.findall(r'message\("([^"]+)"', source))) == get_args(MessageId)
