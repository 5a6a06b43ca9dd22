"""Numbers as people type them: `1,500`, `1 500`, `fifteen hundred`.

In: a text. Out: the values it may stand for, in plain digits. English words, up to 999,999. Absent:
digits that stand apart and other systems (`ciphers`); `k`, `million` and `cents` (`scales`).
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from outsource_kit.lint.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

Found = tuple[int, int, tuple[str, ...]]
"""A number in a text: start, end, what it may stand for in plain digits."""

_GAP = "[ .,'’_·٬\u00a0\u2007\u2009\u202f]"
DIGITS = regex(
    rf"[0-9](?:[0-9]{{0,2}}(?:{_GAP}[0-9]{{3}}(?![0-9]))+|[0-9]*)(?:[.,·][0-9]{{1,4}}(?![0-9]))?"
)
"""A number in digits, with marks between thousands or without."""

_LETTERS = regex(r"[a-z]+")
_UNITS = _LETTERS.findall(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
)
_TENS = _LETTERS.findall("twenty thirty forty fifty sixty seventy eighty ninety")
_GLUED = rf"(?:{'|'.join(_TENS)})(?:{'|'.join(_UNITS[1:10])})"
_NAMED = regex(rf"(?:{'|'.join(_TENS)})(?=(?:{'|'.join(_UNITS[1:10])})(?![a-z]))|[a-z]+")
_VALUES = {word: value for value, word in enumerate(_UNITS)} | {
    word: 10 * value for value, word in enumerate(_TENS, 2)
}
HUNDRED, THOUSAND = 100, 1000
_SIZES = {"million": 10**6, "crore": 10**7, "lakh": 10**5}
_SCORES = {"hundred": HUNDRED, "thousand": THOUSAND}
_ZERO = "zero"
LARGE = _SCORES.keys() | _SIZES.keys() | {_ZERO}
"""Words that only large numbers hold, be they read digit by digit."""

MOST = 999_999
"""The largest number that is read in words."""

_GROUP = 3
"""Digits between two marks for thousands."""

_COINS = 2
"""Numbers in a price with cents: `nine fifty`."""

_CENTURIES = (19, 20)
"""With what years begin: `nineteen eighty`."""

_NAMES = sorted((*_VALUES, "hundred", "thousand"), key=len, reverse=True)
_NAME = rf"(?:{_GLUED}|{'|'.join(_NAMES)})(?![^\W\d_])"
_JOINT = r"(?:[\s_-]+|,\s)(?:and[\s_-]+|point[\s_-]+)?"
_RUN = rf"{_NAME}(?:{_JOINT}{_NAME})*"
WORDS = regex(
    rf"(?<![^\W\d_]){_RUN}(?:\s(?:dollars?|euros?|pounds?)(?:,|\sand)?\s{_RUN}\s(?:cents?|pence))?",
    re.IGNORECASE,
)
"""A number in words, with all the number words beside it."""

_BEFORE = regex(rf"(?<![^\W\d_]){_NAME}{_JOINT}$", re.IGNORECASE)


def from_digits(written: str) -> tuple[str, ...]:
    """Return what digits may stand for: `1.500` is 1500 in some places and 1.5 in others."""
    if written.isdigit():
        return (str(int(written)),)
    *whole, last = groups = re.split(_GAP, written)
    grouped = len(groups[0]) <= _GROUP and all(len(group) == _GROUP for group in groups[1:])
    found = [str(int("".join(groups)))] if grouped else []
    if written[-len(last) - 1] in ".,·":
        found.append(_point("".join(whole), last))
    return tuple(found)


def _point(whole: str, rest: str, size: int = 1) -> str:
    return f"{(Decimal(f'{whole}.{rest}') * size).normalize():f}"


def from_words(written: str) -> tuple[str, ...]:
    """Return what number words stand for: `fifteen hundred` is 1500, `nine, ten` is 9 and 10."""
    words = _NAMED.findall(written.casefold())
    if "point" in words:
        at = words.index("point")
        size = _SCORES.get(words[-1], 1)
        digits = "".join(
            str(number) for number in _numbers(words[at + 1 : -1 if size > 1 else None])
        )
        whole = list(_numbers(words[:at]))
        return (_point(str(whole[-1]), digits, size),) if whole and digits else ()
    numbers = list(_numbers(words))
    found = [str(number) for number in numbers]
    if len(numbers) == _COINS and numbers[1] < HUNDRED:
        found.append(_point(str(numbers[0]), f"{numbers[1]:02}"))
        if _is_pair(*numbers) and "," not in written:
            found.append(f"{numbers[0]}{numbers[1]}")
    if len(numbers) > _GROUP and max(numbers) < len(_UNITS[:10]):
        found.append(str(int("".join(map(str, numbers)))))
    return tuple(found)


def _is_pair(first: int, last: int) -> bool:
    """Return whether two numbers are one, as in `seventeen fifty`, and no year."""
    tens = len(_UNITS[:10])
    return tens <= first < HUNDRED and tens <= last and first not in _CENTURIES


def _numbers(words: list[str]) -> Iterator[int]:
    """Yield the numbers that a run of words names; a new one begins where the last cannot go on."""
    total = part = 0
    room = THOUSAND
    begun = False
    for word in words:
        if word == "hundred":
            part, room = max(part, 1) * HUNDRED, HUNDRED
        elif word == "thousand":
            total, part, room = total + max(part, 1) * THOUSAND, 0, THOUSAND
        elif word in _VALUES:
            value = _VALUES[word]
            if begun and value >= room:
                yield total + part
                total = part = 0
            part, room = part + value, (10 if value >= len(_UNITS) else 0)
        else:
            continue
        begun = True
    if begun:
        yield total + part


def spelled(number: int) -> str:
    """Return `number`, 1 to 999,999, in English words."""
    above, rest = divmod(number, THOUSAND)
    hundreds, rest = divmod(rest, HUNDRED)
    words = [f"{spelled(above)} thousand"] if above else []
    words += [f"{_UNITS[hundreds]} hundred"] if hundreds else []
    if rest >= len(_UNITS):
        words.append("-".join([_TENS[rest // 10 - 2], *([_UNITS[rest % 10]] if rest % 10 else [])]))
    elif rest:
        words.append(_UNITS[rest])
    return " ".join(words)


@lru_cache(maxsize=1024)
def first_words(number: int, large: frozenset[str]) -> frozenset[str]:
    """Return the words with which `number` may begin in a text that holds these of `LARGE`."""
    begin = [number // size for name, size in _SIZES.items() if name in large]
    if number < HUNDRED:
        begin.append(number)
    elif THOUSAND <= number < HUNDRED * HUNDRED:
        begin.append(number // HUNDRED)
    if not large.isdisjoint(_SCORES):
        begin.append(number)
    if _ZERO in large and number >= THOUSAND:
        begin.append(int(str(number)[0]))
    found = {_first(spelled(part)) for part in begin if 0 < part <= MOST}
    return frozenset().union(*found, _SCORES.keys() if number >= HUNDRED else ())


def _first(name: str) -> tuple[str, str]:
    """Return the first word of a number, with and without its dash: `twenty` and `twentyseven`."""
    whole = name.partition(" ")[0]
    return whole.partition("-")[0], whole.replace("-", "")


def goes_on(text: str, start: int) -> bool:
    """Return whether the number words at `start` belong to a number that began before."""
    near = text[max(0, start - len("seventeen and ")) : start].lower()
    if _VALUES.keys().isdisjoint(found := _NAMED.findall(near)) and _SCORES.keys().isdisjoint(
        found
    ):
        return False
    return _BEFORE.search(text, max(0, start - len("seventeen thousand and ")), start) is not None
