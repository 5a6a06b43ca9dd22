"""Spell a model as YAML that a person goes on writing: values, comments, and room for more.

In: a brief or a task log. Out: lines. A comment says what a field means, from the model itself; a
field that nobody has filled in yet stands behind a `#` that touches it, so that to delete the `#`
is to use it.
"""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass
from json import dumps
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

from outsource_kit.brief.audience import Audience, Section, audience_of
from outsource_kit.brief.meanings import meanings
from outsource_kit.brief.text import Prose
from outsource_kit.brief.written import Written

if TYPE_CHECKING:
    from collections.abc import Iterator

_WIDTH = 100

_PLAIN = re.compile(r"[A-Za-z(](?:[\w ,.'()/+–-]|:(?=\S)|;)*[\w.)?!]|[A-Za-z]")
"""Text that YAML reads as typed, without quotes."""

_WORDS = re.compile(r"(?i)y|n|yes|no|on|off|true|false|null")
"""Words that YAML takes for something else."""

_READERS = {
    Audience.CANDIDATE: "",
    Audience.AGENCY: " Candidates do not read it.",
    Audience.INTERNAL: " Only you read it.",
}


@dataclass(frozen=True)
class Manner:
    """How much is said besides the values."""

    comments: bool = False
    """What each field means."""

    room: bool = False
    """Every field that is not filled in, behind a `#`."""


def block(section: Section, manner: Manner, indent: str = "") -> Iterator[str]:
    """Yield the lines of `section`, each indented by `indent`."""
    for name in type(section).model_fields:
        yield from line_of(section, name, manner, indent)


def line_of(section: Section, name: str, manner: Manner, indent: str = "") -> Iterator[str]:
    """Yield the lines of one field; none for an empty one, unless there is to be room for it."""
    value = getattr(section, name)
    if not is_empty(value, type(section).model_fields[name]):
        if manner.comments:
            yield from _meaning(type(section), name, indent)
        yield from _filled(name, value, manner, indent)
    elif manner.room:
        yield from _room(type(section), name, manner, indent)


def is_empty(value: object, field: Any) -> bool:
    """Return whether `value` says nothing that its field does not say when it is left out."""
    if isinstance(value, Section):
        return all(is_empty(getattr(value, n), f) for n, f in type(value).model_fields.items())
    return not field.is_required() and bool(value == field.default)


def flow(value: object) -> str:
    """Return `value`, whole, on one line."""
    if isinstance(value, Section):
        fields = type(value).model_fields
        said = {n: getattr(value, n) for n in fields if not is_empty(getattr(value, n), fields[n])}
        return "{" + ", ".join(f"{name}: {flow(part)}" for name, part in said.items()) + "}"
    if isinstance(value, tuple):
        return "[" + ", ".join(map(flow, value)) + "]"
    return scalar(" ".join(value.split()) if isinstance(value, str) else value, alone=False)


def scalar(value: object, *, alone: bool = True) -> str:
    """Return `value` as YAML on one line, in quotes only where it needs them.

    A value that stands `alone` on its line may hold commas.
    """
    if isinstance(value, bool):
        return str(value).lower()
    text = str(value)
    plain = not isinstance(value, str) or (_PLAIN.fullmatch(text) and not _WORDS.fullmatch(text))
    return text if plain and (alone or "," not in text) else dumps(text, ensure_ascii=False)


def _filled(name: str, value: Any, manner: Manner, indent: str) -> Iterator[str]:
    if isinstance(value, Section):
        yield f"{indent}{name}:"
        yield from block(value, manner, indent + "  ")
    elif isinstance(value, tuple):
        yield f"{indent}{name}:"
        for number, item in enumerate(value):
            only = Manner(room=manner.room) if number else manner
            yield from _item(item, only, indent + "  ")
    elif isinstance(value, Prose) and ("\n" in value or len(value) > _WIDTH):
        yield f"{indent}{name}: |"
        for line in value.split("\n"):
            yield f"{indent}  {line}".rstrip()
    else:
        yield f"{indent}{name}: {scalar(value)}"


def _item(item: Any, manner: Manner, indent: str) -> Iterator[str]:
    """Yield an item of a list; of its fields, the first that is filled in takes the dash."""
    if not isinstance(item, Section):
        yield f"{indent}- {scalar(item)}"
        return
    dash = f"{indent}- "
    for line in block(item, manner, indent + "  "):
        if dash and not line.lstrip().startswith("#"):
            yield dash + line.strip()
            dash = ""
        else:
            yield line[2:] if dash else line


def _room(
    section: type[Section], name: str, manner: Manner, indent: str, dash: str = ""
) -> Iterator[str]:
    """Yield an empty field behind a `#`, with all that it may hold, below what each part means."""
    if manner.comments:
        yield from _meaning(section, name, indent)
    kind, many = _kind(section.model_fields[name].annotation)
    lead = f"{indent}#{dash}{name}:"
    if not (isinstance(kind, type) and issubclass(kind, Section)):
        example = _example(kind)
        yield from ([lead, f"{indent}  #- {example}"] if many else [f"{lead} {example}"])
        return
    yield lead
    deep = indent + "  " * (1 + many)
    for number, part in enumerate(kind.model_fields):
        first = many and not number
        yield from _room(kind, part, manner, indent + "  " if first else deep, "- " * first)


def _kind(annotation: Any) -> tuple[Any, bool]:
    """Return the type of a value, or of the items of a list, and whether it is a list."""
    if get_origin(annotation) is Literal:
        return annotation, False
    inner = [part for part in get_args(annotation) if part not in (type(None), ...)]
    if not inner:
        return annotation, False
    kind, many = _kind(inner[0])
    return kind, many or get_origin(annotation) is tuple


def _example(kind: Any) -> str:
    if get_origin(kind) is Literal:
        return scalar(get_args(kind)[0])
    if issubclass(kind, Written):
        example = kind.examples[0] if kind.examples else "Text"
        return scalar(example) if issubclass(kind, str) else example
    return "true" if kind is bool else "1"


def _meaning(section: type[Section], name: str, indent: str) -> Iterator[str]:
    """Yield what a field means, what may stand in it, and who does not read it, as comments."""
    field, said = section.model_fields[name], " ".join(meanings(section)[name].split())
    kind, _ = _kind(field.annotation)
    if get_origin(kind) is Literal and len(get_args(kind)) > 1:
        said += " One of " + ", ".join(f"`{choice}`" for choice in get_args(kind)) + "."
    said += _READERS[audience_of(field)]
    yield from wrapped(said, indent)


def wrapped(said: str, indent: str) -> list[str]:
    """Return `said` as comments of everyday width."""
    lead = f"{indent}# "
    return textwrap.wrap(
        said, _WIDTH, initial_indent=lead, subsequent_indent=lead, break_on_hyphens=False
    )
