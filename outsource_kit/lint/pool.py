"""Texts that are searched as one.

In: texts of a brief. Out: those that hold a phrase, and all of them in one string, as written or as
a reader sees them. Absent: what is looked for.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING
from urllib.parse import unquote

from outsource_kit.lint.regex import regex

if TYPE_CHECKING:
    import re

    from outsource_kit.brief.said import Said

_ENCODED = regex(r"%[2-7][0-9A-Fa-f]")
_ENTITY = regex(r"&#?\w{1,8};")
_STARS = regex(r"\*{1,3}(?=[\d.,])")
_FOREIGN = regex(r"[^\x00-\x7f]+")
_HIDDEN = regex("[\u00ad\u200b-\u200d\u2060\ufeff]")
_DIGIT = regex(r"[^\D0-9]|[⓪①-⑨⓿❶-❾➀-➈➊-➒]")
_FRACTION = regex(r"(?<=[0-9])\s?([¼½¾])")


@dataclass(frozen=True)
class Pool:
    """Texts that are searched as one: a phrase that is nowhere costs one look."""

    texts: tuple[Said, ...]
    """The texts."""

    @cached_property
    def joined(self) -> str:
        """The texts with a NUL between two."""
        return "\0".join([said.text for said in self.texts])

    @cached_property
    def lower(self) -> str:
        """The same in lower case."""
        return self.joined.lower()

    @cached_property
    def flat(self) -> str:
        """The same on one line, since people break lines in other places."""
        return self.lower.replace("\n", " ")

    @cached_property
    def _starts(self) -> list[int]:
        """Where each text starts in `lower`, and one more past the end."""
        sizes = (len(text) + 1 for text in self.lower.split("\0"))
        return list(accumulate(sizes, initial=0))

    def holding(self, *phrases: str) -> list[Said]:
        """Return the texts that hold one of `phrases`, which are in lower case, in their order."""
        found = set()
        for phrase in phrases:
            at = self.lower.find(phrase)
            while at >= 0:
                index = bisect_right(self._starts, at) - 1
                found.add(index)
                at = self.lower.find(phrase, self._starts[index + 1])
        return [self.texts[index] for index in sorted(found)]

    @cached_property
    def read(self) -> str:
        """The texts with a NUL between two, as readers see them.

        Percent-encoding and entities are undone, stars inside a number and what cannot be seen are
        dropped, the digits of other scripts are those of ours, and so are quarters behind a number.
        """
        text = self.joined
        if _ENCODED.search(text):
            text = unquote(text.replace("%00", " "))
        if "&" in text and _ENTITY.search(text):
            from html import unescape  # noqa: PLC0415 - its table is dear, and few texts need it

            text = unescape(text)
        text = _STARS.sub(_without_stars, text)
        return text if text.isascii() else _in_ours(text)


def _without_stars(stars: re.Match[str]) -> str:
    """Return what a reader sees of stars before a number: nothing inside one."""
    before = stars.string[stars.start() - 1 : stars.start()]
    return "" if before.isdigit() or before in (".", ",") else stars[0]


def _in_ours(text: str) -> str:
    """Return `text` without characters that cannot be seen, its digits as ours."""
    foreign = "".join(_FOREIGN.findall(text))
    if _HIDDEN.search(foreign):
        text = _HIDDEN.sub("", text)
    if _DIGIT.search(foreign):
        text = _DIGIT.sub(lambda digit: str(unicodedata.digit(digit[0])), text)
    if _FRACTION.search(text):
        text = _FRACTION.sub(lambda part: f"{unicodedata.numeric(part[1]):g}"[1:], text)
    return text
