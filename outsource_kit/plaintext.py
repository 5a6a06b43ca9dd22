"""Texts for pasting: a document, or each message in it, without Markdown.

In: canonical Markdown. Out: plain text that fits a platform's limit, and what had to be left out
for it. Headings become lines in capitals, links their words, tables lines of `label: value`.
Absent: what a platform allows (`guidance.platforms`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from outsource_kit.commonmark import tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

_CONTACT = re.compile(r"[\w.+-]+@[\w-]+\.\w|https?://|www\.|\+\d[\d ()/-]{6,}\d")
"""A mail address, a web address, a telephone number in its international form."""

_SHORT_NAME = re.compile(r"^- Short name: ([a-z0-9-]+)$", re.MULTILINE)
_SUBJECT = re.compile(r"^Subject: (.*)$", re.MULTILINE)


@dataclass(frozen=True)
class Post:
    """A text for one platform."""

    text: str
    """The text, ending in a line break."""

    limit: int | None
    """The most characters the platform takes; None where nothing limits it."""

    left_out: tuple[str, ...]
    """Headings of the sections that had to go, in the order in which they went."""

    @property
    def length(self) -> int:
        """How many characters it has, without the last line break."""
        return len(self.text) - 1

    @property
    def fits(self) -> bool:
        """Whether the platform takes it."""
        return self.limit is None or self.length <= self.limit


@dataclass(frozen=True)
class Message:
    """A message for pasting."""

    name: str
    """Its short name."""

    heading: str
    """The heading that it stands below."""

    text: str
    """The text, ending in a line break."""


@dataclass(frozen=True)
class _Section:
    rank: int
    heading: str
    text: str


def post(markdown: str, cut: Sequence[str], limit: int | None, *, contacts: bool) -> Post:
    """Return the sections of `markdown` as plain text that fits into `limit`, where that can be.

    `cut` names the headings that may go, first to last; `*` stands for any words. Without
    `contacts`, lines with addresses and telephone numbers are dropped. What stands above the first
    section, and below the last rule, is no part of it.
    """
    sections = list(_sections(markdown, contacts=contacts))
    left_out: list[str] = []
    for pattern in cut:
        if limit is None or len(_joined(sections)) <= limit:
            break
        gone = [s for s in sections if fnmatchcase(s.heading, pattern)]
        left_out += [section.heading for section in gone]
        for section in gone:
            sections = _without(sections, section)
    return Post(_joined(sections) + "\n", limit, tuple(left_out))


def whole(markdown: str) -> str:
    """Return all sections of `markdown` as plain text, whatever its length."""
    return _joined(list(_sections(markdown, contacts=True))) + "\n"


def messages(markdown: str) -> Iterator[Message]:
    """Yield each message of `markdown`: its text is its subject, a blank line, what it says."""
    for part in re.split(r"^### ", markdown, flags=re.MULTILINE)[1:]:
        head = _plain(tokens_of(re.split(r"^>", part, maxsplit=1, flags=re.MULTILINE)[0]))
        quoted = "\n".join(line[2:] for line in part.splitlines() if line.startswith(("> ", ">")))
        name, subject = _SHORT_NAME.search(head), _SUBJECT.search(head)
        if name and subject and quoted:
            heading = _plain(tokens_of(part.partition("\n")[0]))
            yield Message(name[1], heading, f"{subject[1]}\n\n{_plain(tokens_of(quoted))}\n")


def _sections(markdown: str, *, contacts: bool) -> Iterator[_Section]:
    body = markdown.rpartition("\n---\n")[0] or markdown
    for part in re.split(r"^(?=#{2,3} )", body, flags=re.MULTILINE)[1:]:
        heading, _, rest = part.partition("\n")
        rank = len(heading) - len(heading.lstrip("#"))
        title = _plain(tokens_of(heading.lstrip("# ")))
        text = _plain(tokens_of(rest))
        if not contacts:
            kept = (line for line in text.split("\n") if not _CONTACT.search(line))
            text = re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip()
        yield _Section(rank, title, text)


def _without(sections: Sequence[_Section], gone: _Section) -> list[_Section]:
    """Return `sections` without one, and without those that belong to it."""
    if gone not in sections:
        return list(sections)
    start = end = list(sections).index(gone)
    end += 1
    while end < len(sections) and sections[end].rank > gone.rank:
        end += 1
    return [*sections[:start], *sections[end:]]


def _joined(sections: Sequence[_Section]) -> str:
    """Return the sections as one text; a heading with nothing below it is dropped."""
    parts = []
    for index, section in enumerate(sections):
        below = sections[index + 1 : index + 2]
        if not section.text and not (below and below[0].rank > section.rank):
            continue
        heading = section.heading.upper() if section.rank == 2 else section.heading  # noqa: PLR2004
        parts.append(f"{heading}\n\n{section.text}".strip())
    return "\n\n".join(parts)


def _plain(tokens: Sequence[Token]) -> str:
    """Return block tokens as plain text."""
    lines = _Lines()
    for token in tokens:
        lines.take(token)
    return re.sub(r"\n{3,}", "\n\n", "".join(lines.parts)).strip()


class _Lines:
    """Plain text as it grows, token by token."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.marks: list[str | int] = []
        self.lead = ""
        self.cells: list[str] | None = None

    def take(self, token: Token) -> None:
        """Add what a token says."""
        kind = token.type
        if kind.endswith("_list_open"):
            start = int(token.attrs.get("start", 1))
            self.parts.append("" if self.marks else "\n")
            self.marks.append("-" if kind.startswith("bullet") else start)
        elif kind.endswith("_list_close"):
            self.marks.pop()
            self.parts.append("" if self.marks else "\n")
        elif kind == "list_item_open":
            self._item()
        elif kind == "tr_open":
            self.cells = []
        elif kind == "tr_close":
            self._row()
        elif kind == "table_close":
            self.parts.append("\n")
        elif kind in ("fence", "code_block"):
            self.parts.append(f"{token.content.rstrip()}\n\n")
        elif kind == "inline":
            self._say(_words(token.children or ()).removeprefix("[ ] "))

    def _item(self) -> None:
        mark = self.marks[-1]
        self.lead = "  " * (len(self.marks) - 1) + (f"{mark}. " if mark != "-" else "- ")
        if isinstance(mark, int):
            self.marks[-1] = mark + 1

    def _row(self) -> None:
        first, *others = self.cells or [""]
        self.parts.append(f"{first}: {'; '.join(others)}\n")
        self.cells = None

    def _say(self, text: str) -> None:
        if self.cells is not None:
            self.cells.append(text)
        elif self.marks:
            self.parts.append(f"{self.lead}{text}\n")
            self.lead = "  " * len(self.marks)
        else:
            self.parts.append(f"{text}\n\n")


def _words(children: Sequence[Token]) -> str:
    """Return inline tokens as words, each link with its address where it leads to the web."""
    said, address, start = "", "", 0
    for child in children:
        if child.type in ("text", "code_inline"):
            said += child.content
        elif child.type == "softbreak":
            said += " "
        elif child.type == "hardbreak":
            said += "\n"
        elif child.type == "link_open":
            address, start = str(child.attrs["href"]), len(said)
        elif child.type == "link_close":
            if address.startswith(("http://", "https://")) and address != said[start:]:
                said += f" ({address})"
        elif child.type == "gfm_autolink":
            said += child.content or str(child.attrs.get("href", ""))
    return said
