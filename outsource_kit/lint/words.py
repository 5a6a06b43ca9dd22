"""Words and phrases in a brief, found without reading each text for each rule.

In: a brief, and what to look for. Out: where it stands. Absent: what is wrong with it (the rules).
Word lists are English, so nothing is found in a kit of another language.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from outsource_kit.lint.once import once
from outsource_kit.lint.phrases import denied, english
from outsource_kit.lint.regex import regex
from outsource_kit.lint.rule import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from outsource_kit.brief import Brief
    from outsource_kit.brief.said import Said
    from outsource_kit.load import Place
    from outsource_kit.mistakes import Severity

_LETTERS = bytes(c if c >= 128 or chr(c).isalnum() or c == 10 else 32 for c in range(256))  # noqa: PLR2004 - ASCII
_MARKS = "‘’“”–—…"  # noqa: RUF001 - typed quotes and dashes
_START, _END = r"(?<![\w/@.])", r"(?![\w@]|[/.]\w)"
"""Edges of a word that is no part of an address."""

_SENTENCE = regex(r"[.!?]\s|\n")
_WANTED = regex(
    r"\b(?:look(?:ing)?\s+for|seek(?:ing)?|search(?:ing)?\s+for|hir(?:e|ing)|candidates?"
    r"|applicants?|freelancers?|you(?:['’]re|\s+(?:are|must|should|need|bring|have))|(?:must|should)\s+be"
    r"|we\s+(?:want|need|prefer|expect)|prefer(?:ably|red)|wanted|needed|required|only)\b",
    re.IGNORECASE,
)
"""Signs that a sentence says whom the client wants."""


def listed(words: str) -> frozenset[str]:
    """Return the words of a list that is written as one string."""
    return frozenset(words.split())


_Sign = list[frozenset[str]]
"""Groups of words: a text may hold what is looked for only where it holds one of each group."""


class _Concordance:
    """Which texts hold a word."""

    def __init__(self, said: tuple[Said, ...]) -> None:
        """Take the texts."""
        text = "\n".join([one.text.replace("\n", " ") for one in said]).lower()
        for mark in _MARKS:
            text = text.replace(mark, " ")
        rows = text.encode(errors="replace").translate(_LETTERS).decode().split("\n")
        self._rows: dict[str, list[int]] = {}
        for row, line in enumerate(rows):
            for word in set(line.split()):
                self._rows.setdefault(word, []).append(row)
        self.said = said
        self.words = frozenset(self._rows)

    def rows(self, words: Iterable[str]) -> set[int]:
        """Return the positions of the texts that hold one of `words`."""
        return {row for word in words for row in self._rows.get(word, ())}

    def meeting(self, signs: Iterable[_Sign]) -> Iterator[Said]:
        """Yield the texts that hold a word of each group of one of the `signs`, in their order."""
        present = (s for s in signs if not any(map(self.words.isdisjoint, s)))
        found = (set.intersection(*map(self.rows, s)) for s in present)
        return (self.said[row] for row in sorted(set().union(*found)))


@once
def _concordance(brief: Brief) -> _Concordance:
    return _Concordance(brief.said)


def words_of(brief: Brief) -> frozenset[str]:
    """Return every word of the brief's texts, in lower case."""
    return _concordance(brief).words


def holding(brief: Brief, words: Iterable[str]) -> Iterator[Said]:
    """Yield the texts that hold one of `words`, in their order."""
    known = _concordance(brief)
    return (known.said[row] for row in sorted(known.rows(words)))


@dataclass(frozen=True)
class Hit:
    """Words that were found."""

    said: Said
    """The text they stand in."""

    words: str
    """The words as written."""

    start: int
    """Where in the text they start."""

    @property
    def place(self) -> Place:
        """Where in the brief they stand."""
        return self.said.place

    @property
    def shown(self) -> str:
        """The words on one line, for a message."""
        return " ".join(self.words.split())

    @property
    def sentence(self) -> str:
        """The sentence around them."""
        text = self.said.text
        ends = [found.end() for found in _SENTENCE.finditer(text, 0, self.start)]
        after = _SENTENCE.search(text, self.start + len(self.words))
        return text[ends[-1] if ends else 0 : after.start() if after else len(text)]

    @property
    def wanted(self) -> bool:
        """Whether they say whom the client wants, and not what the work is about."""
        return _describes(self.place) or bool(_WANTED.search(self._lead + self.sentence))

    @property
    def _lead(self) -> str:
        """The line above the list in which they stand, such as `You must have:`."""
        before, _, line = self.said.text[: self.start].rpartition("\n")
        if not line.lstrip().startswith(("-", "*")):
            return ""
        lines = (line for line in reversed(before.split("\n")) if line.rstrip().endswith(":"))
        return next(lines, "")

    def problem(
        self,
        message: str,
        remedy: str = "",
        *,
        severity: Severity | None = None,
        fixed: bool = False,
    ) -> Problem:
        """Return a problem that marks the words; of words on two lines, those on the first."""
        return Problem(self.place, message, self.words.split("\n")[0], remedy, severity, fixed)


class Search:
    """Looks for a pattern in the texts that go to others."""

    def __init__(self, triggers: str, pattern: str, allowed: str = "") -> None:
        """Take words that every match holds, the pattern, and phrases that are all right.

        In `triggers`, a text must hold one word of each group between `&`; `|` stands between the
        triggers of alternatives: `star stars & five 5 | review`. A group `found` in the pattern
        narrows what is marked.
        """
        named = pattern if "(?P<found>" in pattern else f"(?P<found>{pattern})"
        spared = f"(?:{allowed}){_END}|" if allowed else ""
        self._signs = [[listed(group) for group in sign.split("&")] for sign in triggers.split("|")]
        self._written = f"{_START}(?:{spared}{named}{_END})"

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, compiled when a text first holds its triggers: a brief needs few of them."""
        return re.compile(self._written, re.IGNORECASE)

    def find(self, brief: Brief, *, hidden: bool = False) -> Iterator[Hit]:
        """Yield what is found in texts that others may read, the same words once for each text.

        `hidden` takes in the texts that only the hirer reads.
        """
        if not english(brief):
            return
        names = f" {brief.client.display_name or ''} {brief.client.legal_name or ''} "
        for said in _concordance(brief).meeting(self._signs):
            if (hidden or said.shared) and not _names(said.place):
                yield from self._in(said, names)

    def claims(self, brief: Brief) -> Iterator[Hit]:
        """Yield what is found in texts that others may read, less what its sentence denies."""
        return (hit for hit in self.find(brief) if not denied(hit.said.text, hit.start))

    def _in(self, said: Said, names: str) -> Iterator[Hit]:
        seen = set()
        for match in self.pattern.finditer(said.text):
            words = match["found"]
            if words and f" {words} " not in names and words.casefold() not in seen:
                seen.add(words.casefold())
                yield Hit(said, words, match.start("found"))


class Lexicon(Search):
    """Looks for words and phrases, each with what to write instead."""

    def __init__(self, instead: Mapping[str, str], allowed: str = "") -> None:
        """Take phrases in lower case and without hyphens, and phrases that are all right."""
        self._instead = instead
        triggers = " | ".join(" & ".join(phrase.replace("'", " ").split()) for phrase in instead)
        phrases = "|".join(re.escape(p).replace(r"\ ", r"[\s-]+") for p in instead)
        super().__init__(triggers, phrases.replace("'", "['’]"), allowed)

    def instead(self, hit: Hit) -> str:
        """Return what to write instead of the words found."""
        return self._instead[" ".join(re.split(r"[\s-]+", hit.words.casefold())).replace("’", "'")]


def _describes(place: Place) -> bool:
    """Return whether the text at `place` says who is wanted."""
    return place == ("project", "title") or (
        place[0] == "requirements" and place[1] in ("must", "nice") and place[-1] == "text"
    )


def _names(place: Place) -> bool:
    """Return whether the text at `place` is a name or an address."""
    return (place[0] == "client" and place[1] != "about") or place[-1] in ("sender", "signature")
