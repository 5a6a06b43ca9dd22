"""Read what people wrote in YAML: a path in, a checked model out, or every mistake at once.

The only importer of `yaml` is `tree`. A file goes through five steps, each a function of the one
before: `source` (bytes to text), `tree` (text to nodes with places), `values` (nodes to data),
the model itself, and `explain` (its refusals to mistakes). Absent: printing and exit codes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel, ValidationError

from outsource_kit.brief import VERSION, Brief
from outsource_kit.brief.candidates import Candidates
from outsource_kit.brief.identify import TaskLog
from outsource_kit.load import fields
from outsource_kit.load.explain import File, explain, span
from outsource_kit.load.source import Source, read_source
from outsource_kit.load.tree import Node, compose
from outsource_kit.load.values import Place, dotted, plain
from outsource_kit.load.words import shown
from outsource_kit.mistakes import KitError, Mistake

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

__all__ = [
    "KINDS",
    "Located",
    "Place",
    "Subject",
    "dotted",
    "front_matter",
    "load",
    "locate",
    "read",
]

Subject = Brief | TaskLog | Candidates
"""What a kit can be made from."""

KINDS: Mapping[str, type[Subject]] = {"brief": Brief, "tasks": TaskLog, "candidates": Candidates}
"""The model of each `kind`."""

Model = TypeVar("Model", bound=BaseModel)

_FENCE = "---"


@dataclass(frozen=True)
class Located:
    """What a file says, and where in it each value stands."""

    subject: Subject
    """The brief, the task log or the candidates."""

    source: Source
    """The text it was read from."""

    root: Node
    """The tree of its values."""

    def mistake(self, place: Place, message: str, hint: str = "", words: str = "") -> Mistake:
        """Return a mistake at the value at `place`, such as `("pay", "rate")`; lists count from 0.

        Where a part of `place` is not in the file, it stands at the nearest group that is. Of a
        value that holds `words`, these are marked.
        """
        start, end = span(self.source, self.root, place, words)
        return self.source.mistake(start, end, message, hint, dotted(place))


def locate(path: Path) -> Located:
    """Return what the YAML file at `path` says, with the place of each value.

    Its `kind` says whether it is a brief, a task log or candidates; without one it is a brief.
    Raises `KitError` with every mistake in the file; the path in each is `path` as given.
    """
    source, root = _compose(path, Brief)
    _know(source, root)
    return Located(_check(source, root, _kind(source, root)), source, root)


def versioned(path: Path) -> tuple[Source, int]:
    """Return the text of the brief at `path`, and the version of the format that it says it is in.

    Raises `KitError` for text that is no YAML, and for a version that is not known here.
    """
    source, root = _compose(path, Brief)
    return source, _know(source, root)


def _know(source: Source, root: Node) -> int:
    """Return the version of the format; raise `KitError`, and say no more, for a newer one."""
    named = root.fields.get("brief_version")
    found = re.fullmatch(r"[1-9]\d{0,3}", named[1].text) if named else None
    if named is None or found is None or int(found[0]) <= VERSION:
        return int(found[0]) if found else VERSION
    node = named[1]
    message = f"version {found[0]} is newer than this program, which knows {VERSION}"
    hint = "install a newer outsource-kit, then try again"
    raise KitError(source.mistake(node.start, node.end, message, hint, "brief_version"))


def _kind(source: Source, root: Node) -> type[Subject]:
    """Return the model of the file's `kind`; raise `KitError` for one that does not exist."""
    named = root.fields.get("kind")
    if named is None or named[1].kind in ("map", "seq"):
        return Brief
    node = named[1]
    if node.text in KINDS:
        return KINDS[node.text]
    expected = "expected `brief`, `tasks` or `candidates`"
    close = get_close_matches(node.text.lower(), KINDS, n=1)
    hint = f"did you mean `{close[0]}`?" if close else "leave the line out for a brief"
    message = f"{expected}, got `{shown(node.text)}`"
    raise KitError(source.mistake(node.start, node.end, message, hint, "kind"))


def load(path: Path) -> Brief:
    """Return the brief in the YAML file at `path`.

    Raises `KitError` with every mistake in the file, and for a file of another kind.
    """
    located = locate(path)
    if not isinstance(located.subject, Brief):
        message = f"expected a brief, got a file of kind `{located.subject.kind}`"
        raise KitError(located.mistake(("kind",), message))
    return located.subject


def read(path: Path, model: type[Model]) -> Model:
    """Return what the YAML file at `path` says, checked by `model`.

    Raises `KitError` with every mistake in the file.
    """
    return _check(*_compose(path, model), model)


def _compose(path: Path, model: type[Model]) -> tuple[Source, Node]:
    """Return the text of the file at `path`, and its tree, which must hold something."""
    source = read_source(path)
    root = compose(source)
    if root is None:
        message = "the file holds only comments" if "#" in source.text else "the file is empty"
        needed = " and ".join(f"`{name}:`" for name in fields.required(model))
        hint = f"write at least {needed}" if needed else ""
        raise KitError(Mistake(source.path, 0, 0, "", message, hint))
    return source, root


def front_matter(path: Path, model: type[Model]) -> tuple[Model, str, int]:
    """Return the front matter of the Markdown file at `path`, its body, and the body's first line.

    The front matter stands between two lines `---`, the first of which is the file's first line;
    lines count from 1. Raises `KitError` with every mistake in the front matter.
    """
    source = read_source(path)
    fences = [row for row, line in enumerate(source.lines) if line.rstrip() == _FENCE][:2]
    if not fences or fences[0]:
        raise KitError(source.mistake(0, 1, "expected `---` on the first line"))
    if len(fences) == 1:
        hint = "close it with a line `---`"
        raise KitError(source.mistake(0, 3, "the front matter opened here is not closed", hint))
    start, end = (source.starts[row] for row in fences)
    body = source.starts[fences[1] + 1] if fences[1] + 1 < len(source.lines) else len(source.text)
    front = Source(source.path, source.text[start:end])
    root = compose(front) or Node(0, len(_FENCE), "map", "block")
    return _check(front, root, model), source.text[body:], fences[1] + 2


def _check(source: Source, root: Node, model: type[Model]) -> Model:
    file = File(source, root, plain(source, root), model)
    try:
        checked = model.model_validate(file.reading.data)
    except ValidationError as error:
        raise KitError(*explain(file, error.errors(include_url=False))) from None
    if mistakes := explain(file, []):
        raise KitError(*mistakes)
    return checked
