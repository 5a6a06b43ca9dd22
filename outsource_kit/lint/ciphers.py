"""Numbers that are more than their digits: apart, with their cents, in other bases, in letters.

In: a text, a place in it, the numbers to look for. Out: where they stand, and what they stand for.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from outsource_kit.lint.regex import regex

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from outsource_kit.lint.numerals import Found

_APART = regex(r"(?<![0-9][ ._-])[0-9]([ ._-])[0-9](?:\1[0-9]){2,}(?![0-9])")
_SPLIT = regex(r"([0-9]{1,6})[-–—]([0-9]{2,3})(?![0-9])")
_HEX = regex(r"0[xX][0-9a-fA-F]{1,8}\b")
_OPEN = regex(r"[0-9]+[-–—][0-9]{2,3}|[0-9](?:[._-][0-9]){3,}")
_JOINTS = frozenset(" ._-–—")
_COINED = regex(
    r"([0-9]{1,6})\s?(?:[A-Z]{3}|dollars?|bucks|euros?|pounds?|francs?)(?:,|\sand)?\s([0-9]{2})"
    r"(?![0-9%]|[.,:][0-9])(?:\s?(?:cents?|ct|pence)\b)?",
    re.IGNORECASE,
)
_THOUSANDS = regex(
    r"([0-9]{1,3})[\s-]?(?:thousand|grand)(?:,|\sand)?\s([0-9]{3})(?![0-9])", re.IGNORECASE
)
_INSIDE = regex(r"([0-9]{1,3})k([0-9]{1,3})\b", re.IGNORECASE)

_LETTERS = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_ROMAN = range(1000, 4000)
_GROUP = 3
"""Digits between two marks for thousands, and the letters of a Roman number that may be a word."""


def apart(text: str, start: int, end: int) -> tuple[int, str] | None:
    """Return where a number ends that is more than its digits from `start` to `end`, and its value.

    `1 7 5 0`, `1-750`, `1k75`, `1 thousand 750` and `0x6D6` are 1750; `27-71` and
    `27 dollars and 71 cents` are 27.71.
    """
    after, beyond = text[end : end + 1], text[end + 1 : end + 2]
    if after in _JOINTS and beyond.isdigit():
        if found := _APART.match(text, start):
            return found.end(), str(int("".join(filter(str.isdigit, found[0]))))
        found = _SPLIT.match(text, start)
        return (found.end(), _joined(*found.groups())) if found else None
    if after.isalpha() or beyond.isalpha():
        return _lettered(text, start)
    return None


def _lettered(text: str, start: int) -> tuple[int, str] | None:
    """Return where a number ends that has letters inside, and its value."""
    if found := _HEX.match(text, start):
        return found.end(), str(int(found[0], 16))
    if found := _COINED.match(text, start):
        return found.end(), _joined(*found.groups())
    if found := _THOUSANDS.match(text, start):
        return found.end(), str(int(found[1] + found[2]))
    found = _INSIDE.match(text, start)
    return (found.end(), f"{int(found[1])}{found[2]:0<3}") if found else None


def _joined(whole: str, rest: str) -> str:
    if len(rest) == _GROUP:
        return str(int(whole + rest))
    return f"{int(whole)}.{rest}".rstrip("0").rstrip(".")


def is_open(number: str) -> bool:
    """Return whether a number, as typed, may be a range or a version as well."""
    return _OPEN.fullmatch(number) is not None


def in_letters(text: str, words: Collection[str], numbers: Collection[str]) -> Iterator[Found]:
    """Yield Roman numbers in capitals, of four letters or more, that stand for one of `numbers`.

    `words` are those of the text, in lower case. Short ones, and those below a thousand, are more
    often names: `CD`, `MD`.
    """
    for number in numbers:
        name = roman(int(number)) if number.isdigit() and int(number) in _ROMAN else ""
        at = text.find(name) if len(name) > _GROUP and name.lower() in words else -1
        while at >= 0:
            end = at + len(name)
            if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
                yield at, end, (number,)
            at = text.find(name, end)


def roman(number: int) -> str:
    """Return a number up to 3999 in Roman letters: 1750 is `MDCCL`."""
    letters = []
    for value, name in _LETTERS:
        times, number = divmod(number, value)
        letters.append(name * times)
    return "".join(letters)
