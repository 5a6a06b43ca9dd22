"""The door to YAML: text in, a tree of nodes that know their places out.

Only what one can say plainly is let through: no tags, anchors, aliases or second documents, at
most 20 levels and 20,000 values. Absent: what the values mean (`values`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, cast

import yaml

from outsource_kit.load.syntax import Failure, diagnose
from outsource_kit.load.words import special
from outsource_kit.mistakes import KitError

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Mapping, Sequence

    from outsource_kit.load.source import Source

DEPTH, COUNT = 20, 20_000
"""The deepest nesting, and the most values, that a file may have."""

_TOO_DEEP = f"more than {DEPTH} levels of nesting"

_LONGEST = len("false")
"""Letters of the longest word without quotes that is no text."""

_PREFIX = "tag:yaml.org,2002:"


@dataclass(eq=False)
class Node:
    """A value in a file: text, a group of fields, or a list; not frozen, for there are many."""

    start: int
    """Offset of its first character."""

    end: int
    """Offset after its last character; comments and blank lines below are no part of it."""

    kind: str
    """`map`, `seq`, or what YAML takes a word for: `str`, `int`, `float`, `bool`, `null`, …."""

    style: str
    """How it is written: `plain`, `'`, `"`, `|`, `>`; `{` or `[` on one line, `block` below."""

    text: str = ""
    """What a word says."""

    entries: Sequence[tuple[Node, Node]] = ()
    """Names and values of a group, as written."""

    items: Sequence[Node] = ()
    """Members of a list."""

    @cached_property
    def fields(self) -> dict[str, tuple[Node, Node]]:
        """Names and values of a group by name; of two of the same name the first."""
        return {key.text: (key, value) for key, value in reversed(self.entries)}


def compose(source: Source) -> Node | None:
    """Return the tree of the one document in `source`; None where it holds only comments.

    Raises `KitError` for the first place that is not YAML, or is YAML that kits do without.
    """
    return _Composer(source).document()


class _Composer:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.loader = yaml.CSafeLoader(source.text)
        self._next = cast("Callable[[], yaml.Event]", self.loader.get_event)
        self.count = 0
        self.last: yaml.ScalarEvent | None = None

    _kinds: Mapping[str, list[tuple[str, re.Pattern[str]]]] = (
        yaml.CSafeLoader.yaml_implicit_resolvers
    )
    """What YAML takes a word for, by its first character."""

    def document(self) -> Node | None:
        try:
            self._next()
            root = None
            if isinstance(self._next(), yaml.DocumentStartEvent):
                root = self._node(self._next(), 1)
                self._next()
                self._end(self._next())
        except yaml.MarkedYAMLError as error:
            failure = self._failure(error)
            if (
                "nesting depth" in failure.problem
            ):  # the scanner, which reads ahead, has a limit too
                at = failure.at
                raise KitError(self.source.mistake(at, at + 1, _TOO_DEEP)) from None
            raise KitError(diagnose(self.source, failure)) from None
        return root if root and (root.text or root.kind != "null") else None

    def _end(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.DocumentStartEvent):
            hint = "one file holds one document: delete this line, or move what follows elsewhere"
            raise self._refuse(event, "a second document starts here", hint)

    def _node(self, event: yaml.Event, depth: int) -> Node:
        self._admit(event, depth)
        start = _offset(event.start_mark)
        if isinstance(event, yaml.ScalarEvent):
            self.last = event
            kind = self._kind(event.value) if event.implicit[0] else "str"
            return Node(start, _offset(event.end_mark), kind, event.style or "plain", event.value)
        if isinstance(event, yaml.SequenceStartEvent):
            style = "[" if event.flow_style else "block"
            items = []
            while not isinstance(event := self._next(), yaml.SequenceEndEvent):
                items.append(self._node(event, depth + 1))
            end = items[-1].end if items and style == "block" else _offset(event.end_mark)
            return Node(start, end, "seq", style, items=items)
        style = "{" if getattr(event, "flow_style", False) else "block"
        entries = []
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            entries.append((self._node(event, depth + 1), self._node(self._next(), depth + 1)))
        end = entries[-1][1].end if entries and style == "block" else _offset(event.end_mark)
        return Node(start, end, "map", style, entries=entries)

    def _kind(self, word: str) -> str:
        """Return what YAML takes a word without quotes for, as its resolver would."""
        if len(word) > _LONGEST and word[0].isalpha():
            return "str"
        for tag, pattern in self._kinds.get(word[:1], ()):
            if pattern.match(word):
                return tag.removeprefix(_PREFIX)
        return "str"

    def _admit(self, event: yaml.Event, depth: int) -> None:
        self.count += 1
        if self.count > COUNT:
            raise self._refuse(event, f"more than {COUNT:,} values in one file")
        if depth > DEPTH:
            raise self._refuse(event, _TOO_DEEP)
        if getattr(event, "anchor", None) is not None or getattr(event, "tag", None) is not None:
            raise KitError(special(self.source, _offset(event.start_mark)))

    def _refuse(self, event: yaml.Event, message: str, hint: str = "") -> KitError:
        start, end = _offset(event.start_mark), _offset(event.end_mark)
        return KitError(self.source.mistake(start, end, message, hint))

    def _failure(self, error: yaml.MarkedYAMLError) -> Failure:
        last = self.last
        return Failure(
            problem=error.problem or "",
            at=_offset(error.problem_mark),
            context=error.context or "",
            since=_offset(error.context_mark) if error.context_mark else None,
            style=(last.style or "") if last else "",
            start=_offset(last.start_mark) if last else 0,
            end=_offset(last.end_mark) if last else 0,
        )


def _offset(mark: object) -> int:
    return getattr(mark, "index", 0)
