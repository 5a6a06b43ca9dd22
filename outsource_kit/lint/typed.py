"""Amounts typed by hand into texts and links: where a known number stands, and whether it is meant.

In: texts, and the numbers to look for. Out: where they stand, in whatever spelling. A number alone
means little: `15` counts mails as well as dollars. So below 1,000 a whole number must have money
beside it: a currency, `an hour`, or a word such as `budget` before it. From 1,000 on, and with two
decimals, a number may be an amount without, unless it is a year or counts things (`1,500 words`).
How sure it is depends on the words around it, in three steps.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import IntEnum
from itertools import accumulate
from typing import TYPE_CHECKING

from outsource_kit.lint import numerals
from outsource_kit.lint.ciphers import apart, in_letters, is_open
from outsource_kit.lint.counted import is_counted, is_label, is_title, noun
from outsource_kit.lint.ours import is_ours
from outsource_kit.lint.regex import regex
from outsource_kit.lint.scales import SCALE, is_coin, scaled
from outsource_kit.lint.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from outsource_kit.brief.said import Said
    from outsource_kit.lint.amounts import Amount
    from outsource_kit.lint.pool import Pool
    from outsource_kit.load import Place

_CODES = listed(
    "USD EUR GBP CAD AUD NZD CHF JPY INR PHP SEK NOK DKK PLN BRL MXN ZAR SGD HKD CZK HUF"
)
_SIGN = r"(?:US|CA|AU|NZ|C|A)?[$€£¥]"
_NAMED = r"(?:dollars?|bucks|euros?|pounds?|quid|francs?|yen|rupees?)\b"
_CODE = rf"(?:{'|'.join(sorted(_CODES))})\b"
_UNIT = (
    r"(?:\s?/\s?|\s?\bper\s|\s?\ban?\s|\s?\bp/|[-_]per[-_])"
    r"(?P<unit>h|hr|hour|day|d|week|wk|month|mo|piece|item|page|word)\b"
    r"|\s?\b(?P<adverb>hourly|daily|weekly|monthly)\b"
)
_OTHER_END = rf"(?:\s?(?:[-–—]|to|and|or)\s?{_SIGN}?\s?[0-9][0-9.,]*k?)?"

_AFTER = regex(
    rf"(?P<times>{SCALE})?{_OTHER_END}"
    rf"(?P<currency>\s?(?:{_SIGN}|[-_]?{_NAMED}|[-_]?{_CODE}))?(?:{_UNIT})?",
    re.IGNORECASE,
)
_INSIDE = regex(rf"{_NAMED}|(?<![a-z]){_CODE}", re.IGNORECASE)
"""A currency inside a number, as in `27 dollars and 71 cents`."""

_PERCENT = regex(r"\s?(?:%|per ?cent\b)", re.IGNORECASE)
_BEFORE = regex(
    rf"(?P<currency>{_SIGN}|\b{_CODE})[\s_-]?(?:[0-9][0-9.,]*k?\s?[-–—]\s?)?$", re.IGNORECASE
)
_MONEY = (
    r"(?:budgets?|rates?|pa(?:y|ys|id|ying|yment)|prices?|priced|costs?|spend(?:ing)?|worth"
    r"|ceiling|cap"
    r"|walk[-_ ]?away|targets?|offers?|fees?|afford|quotes?|limit|max(?:imum)?|salary|wages?"
    r"|amount)"
)
_SPOKEN = regex(rf"\b{_MONEY}\b[^.;!?0-9\n]{{0,25}}$", re.IGNORECASE)
_KEY = regex(rf"(?<![a-z]){_MONEY}[-_a-z]*(?:=|/|-|_|\+)?$", re.IGNORECASE)

_PRICED = regex(rf"(?:{_NAMED}|{_CODE}|{SCALE}|hourly|daily|weekly|monthly)$", re.IGNORECASE)
"""Words after a number that say that it is money."""

_UNITS = {"h": "hour", "hr": "hour", "d": "day", "wk": "week", "mo": "month"} | {
    "hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month", "item": "piece"
}  # fmt: skip
_SPOKEN_FOR = {
    "€": "EUR", "£": "GBP", "EUR": "EUR", "POU": "GBP", "QUI": "GBP", "FRA": "CHF", "RUP": "INR"
}  # fmt: skip
"""Currencies by sign or by the first letters of their name, where only one is likely."""

_DOLLARS = frozenset({"USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN"})
_WITHOUT_COINS = frozenset({"JPY"})
_YEARS = range(1900, 2101)
_LOUD, _SMALL = 1000, 100
_DIGITS, _LONGEST, _HOURS = 2, 20, 24
_AROUND, _SIGN_ROOM, _LONG = 60, 16, 300
"""Characters around a number that tell what it is: of its clause, of a sign, of an address."""

_SCALED = regex(SCALE, re.IGNORECASE)
_GLUED = regex(r"[.:]\d|[^\W\d_]", re.IGNORECASE)
_GLUED_BEFORE = regex(r"\d[.:, ]$")
_NAMED_BEFORE = regex(r"[^\W\d_]-?$")
_ABOUT = regex(
    r"(?:\b(?:about|almost|approx\.?|approximately|around|ca\.?|circa|close to|just (?:over|under)"
    r"|nearly|or so|roughly|some)\s|~\s?)(?:the\s)?$",
    re.IGNORECASE,
)
_OR_SO = regex(
    r"(?:-?ish|\s(?:or (?:so|thereabouts)|give or take|roughly|more or less))\b", re.IGNORECASE
)
"""Words around a number that say that it is not exact."""

_CENTS = regex(r"[.,]\d\d$")
_MONTH = regex(r"-\d\d")


class Sure(IntEnum):
    """How sure it is that a number is the amount."""

    MAYBE = 0
    """Nothing says that it is money, or it is small enough to be another sum."""

    MONEY = 1
    """It is money, and the same amount."""

    OURS = 2
    """The words around it say that it is the writer's own price."""


@dataclass(frozen=True)
class Typed:
    """A number that stands in a text and is one of those looked for."""

    said: Said
    """The text."""

    words: str
    """The number as typed."""

    number: str
    """The same in plain digits."""

    amounts: tuple[Amount, ...]
    """The fields that hold it."""

    sure: Sure
    """How sure it is that it is theirs."""


def typed(
    pool: Pool, words: frozenset[str], wanted: Mapping[str, Sequence[Amount]]
) -> Iterator[Typed]:
    """Yield each number of `wanted` (plain digits) in the texts of `pool`, once for each text.

    What is sure goes before what is not.

    `words` are those of the texts, in lower case; there may be others among them.
    """
    if not wanted:
        return
    joined = pool.read
    starts = list(accumulate((len(text) + 1 for text in joined.split("\0")), initial=0))
    found: dict[tuple[int, Place], Typed] = {}
    for start, end, values in (
        *_in_digits(joined, wanted),
        *_in_words(joined, words, wanted),
        *in_letters(joined, words, wanted),
    ):
        if _counts(joined, start, end) and not any(map(_loud, values)):
            continue
        index = bisect_right(starts, start) - 1
        first, last = starts[index], starts[index + 1] - 1
        context = _Context(
            joined[max(first, start - _LONG) : start],
            joined[start : min(last, end + _AROUND)],
            end - start,
        )
        for value in map(context.times, values):
            meant = [amount for amount in wanted.get(value, ()) if context.is_money(amount)]
            sure = max((context.sure(amount) for amount in meant), default=Sure.MAYBE)
            before = found.get((index, meant[0].place)) if meant else None
            if meant and (before is None or sure > before.sure):
                hit = Typed(pool.texts[index], context.words, value, tuple(meant), sure)
                found[index, meant[0].place] = hit
    yield from found.values()


def _in_digits(text: str, wanted: Mapping[str, Sequence[Amount]]) -> Iterator[numerals.Found]:
    """Yield the numbers in digits that may be wanted: start, end, what they stand for."""
    for found in numerals.DIGITS.finditer(text):
        end = found.end()
        values = numerals.from_digits(found[0]) if end - found.start() <= _LONGEST else ()
        if not wanted.keys().isdisjoint(values) or _SCALED.match(text, end):
            yield found.start(), end, values
        if (whole := apart(text, found.start(), end)) and whole[1] in wanted:
            yield found.start(), whole[0], (whole[1],)


def _in_words(
    text: str, words: frozenset[str], wanted: Mapping[str, Sequence[Amount]]
) -> Iterator[numerals.Found]:
    """Yield the numbers in words that may be wanted: start, end, what they stand for."""
    large, whole = words & numerals.LARGE, {int(number.partition(".")[0]) for number in wanted}
    begin = words & {word for number in whole for word in numerals.first_words(number, large)}
    lower = f"{text.replace('İ', 'I').lower()} "
    for word in begin:
        start = lower.find(word)
        while start >= 0:
            inside = lower[start - 1].isalpha() or lower[start + len(word)].isalpha()
            begins = not inside and not numerals.goes_on(text, start)
            if found := numerals.WORDS.match(text, start) if begins else None:
                values = numerals.from_words(found[0])
                if not wanted.keys().isdisjoint(values) or _SCALED.match(text, found.end()):
                    yield start, found.end(), values
            start = lower.find(word, start + 1)


class _Context:
    """What stands around a number."""

    def __init__(self, before: str, text: str, size: int) -> None:
        """Take what stands before the number, and the number of `size` with what follows it."""
        self._address, self._before = before, before[-_AROUND:]
        self._number, self._after = text[:size], text[size : size + _AROUND]
        found = _AFTER.match(self._after)
        part = found.groupdict("") if found else {}
        self._rest = self._after[found.end() if found else 0 :]
        self._times = part.get("times", "")
        self._tail = found[0] if found and any(part.values()) else ""
        sign = _BEFORE.search(self._before, max(0, len(self._before) - _SIGN_ROOM))
        self._head = self._before[sign.start() :] if sign else ""
        self._sign = (sign["currency"] if sign else part.get("currency", "")).strip(" -_").upper()
        if not self._sign and (inside := _INSIDE.search(self._number)):
            self._sign = inside[0].upper()
        unit = (part.get("unit") or part.get("adverb") or "").lower()
        self._unit = _UNITS.get(unit, unit)

    @property
    def words(self) -> str:
        """The number as typed, with what belongs to it."""
        return f"{self._head}{self._number}{self._tail}"

    def times(self, value: str) -> str:
        """Return `value` in plain digits, times what the text says, as in `1.5 thousand`."""
        return scaled(value, self._times) if self._times else value

    def is_money(self, amount: Amount) -> bool:
        """Return whether the number is taken for this amount."""
        share = _PERCENT.match(self._after) is not None
        if share or amount.percent or self._glued():
            return share and amount.percent
        other = self._unit and amount.unit and self._unit != amount.unit
        if other or (amount.rounded and not self._is_about(amount)):
            return False
        if self._sign or is_coin(self._times):
            return self._fits(amount.currency)
        if self._unit and amount.unit:
            return True
        return self._stands_alone(amount.number)

    def sure(self, amount: Amount) -> Sure:
        """Return how sure it is that the number is this amount, and no fare, range or count."""
        if amount.rounded or is_open(self._number):
            return Sure.MAYBE
        beside = bool(self._sign or is_coin(self._times))
        priced = beside or self._spoken()
        same = self._unit == amount.unit
        ours = is_ours(self._said, self._rest) or (priced and self._unit and same)
        if ours and (same or not self._unit):
            return Sure.OURS if beside or not noun(self._rest) else Sure.MONEY
        small = "." not in amount.number and float(amount.number) < _SMALL
        if small and not amount.percent:
            return Sure.MAYBE
        money = beside or amount.percent or self._unit or (priced and not noun(self._rest))
        return Sure.MONEY if money else Sure.MAYBE

    @property
    def _said(self) -> str:
        """What stands before the number and its currency."""
        return self._before[: len(self._before) - len(self._head)]

    def _is_about(self, amount: Amount) -> bool:
        """Return whether a number is said to be no exact one, and to be money as the amount is."""
        about = _ABOUT.search(self._said)
        if not (about or _OR_SO.match(self._rest)):
            return False
        return bool(self._unit) if amount.unit else bool(self._sign) or self._spoken()

    def _link(self) -> bool:
        """Return whether the number is part of an address."""
        word = self._address.replace("\n", " ").rpartition(" ")[2]
        return "://" in word or word.startswith("www.")

    def _spoken(self) -> bool:
        """Return whether a word for money stands before the number."""
        return bool((_KEY if self._link() else _SPOKEN).search(self._before))

    def _glued(self) -> bool:
        """Return whether the number is part of a word, a date, a time or a version."""
        named = _NAMED_BEFORE.search(self._before) if self._number[0].isdigit() else None
        if named and not self._sign and not self._spoken():
            return True
        if _GLUED.match(self._rest) or _GLUED_BEFORE.search(self._before[-2:]):
            return True
        return bool(_MONTH.match(self._after)) and self._year()

    def _year(self) -> bool:
        return self._number.isdigit() and int(self._number) in _YEARS

    def _fits(self, currency: str) -> bool:
        """Return whether the currency beside the number can be `currency`."""
        if not currency or self._sign == currency:
            return True
        if is_coin(self._times):
            return currency not in _WITHOUT_COINS
        if "$" in self._sign or self._sign.startswith(("DOLLAR", "BUCK")):
            return currency in _DOLLARS
        named = self._sign if self._sign in _CODES else _SPOKEN_FOR.get(self._sign[:3])
        return not named or named == currency

    def _stands_alone(self, number: str) -> bool:
        """Return whether a number without currency and unit is money."""
        if self._link():
            return self._spoken() or (self._loud(number) and not self._year())
        if is_open(self._number):
            return self._spoken()
        spoken, counts = self._spoken(), bool(noun(self._rest))
        if is_counted(self._rest) or is_label(self._before, self._number, spoken=spoken):
            return False
        if spoken:
            return not counts or self._loud(number)
        named = counts or is_title(self._before)
        return self._loud(number) and not self._year() and not (named and _round(number))

    def _loud(self, number: str) -> bool:
        """Return whether the number speaks for itself as typed: `27.50` is no time of day."""
        whole, _, cents = number.partition(".")
        cents_typed = bool(cents) and _CENTS.search(self._number) is not None
        return _loud(number) or (cents_typed and int(whole) >= _HOURS)


def _counts(text: str, start: int, end: int) -> bool:
    """Return whether a number is a time, or counts what the next word says: a quick look."""
    if text[end : end + 1] == ":" or text[start - 1 : start] == ":":
        return True
    word = noun(text, end)
    return bool(word) and not _PRICED.match(word) and start > 0 and (text[start - 1] not in "$€£¥")


def _loud(number: str) -> bool:
    """Return whether a number speaks for itself."""
    return float(number) >= _LOUD or len(number.partition(".")[2]) > 1


def _round(number: str) -> bool:
    """Return whether a number has no more than two digits that count, as in `1500`."""
    return "." not in number and len(number.rstrip("0")) <= _DIGITS
