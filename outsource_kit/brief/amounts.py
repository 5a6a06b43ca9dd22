"""Amounts and their units: money, rates, durations, hours a week, shares, counts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, PlainSerializer, PlainValidator, StrictBool, StrictInt

from outsource_kit import iso
from outsource_kit.brief.written import Written, refused

Flag = StrictBool
"""Yes or no, spelled `true` or `false`."""


def _decimal(value: object) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise refused("a number", "write digits only, such as `90` or `0.5`")
    number = Decimal(str(value))
    if not number.is_finite() or abs(number) > 10**12:
        raise refused("a number of everyday size", "write digits only, such as `90` or `0.5`")
    return number + 0  # there is no negative nothing


Number = Annotated[
    Decimal,
    PlainValidator(_decimal, json_schema_input_type=float),
    PlainSerializer(lambda number: f"{number:f}", return_type=str),
]
"""A measured number, without unit."""

Count = Annotated[StrictInt, Field(ge=0, le=1_000_000)]
"""A whole number of things, 0 or more."""

Positive = Annotated[StrictInt, Field(ge=1, le=1_000_000)]
"""A whole number of people or words, 1 or more."""

Weight = Annotated[StrictInt, Field(ge=0, le=100)]
"""A share of the hundred points that a set of criteria has together."""

Degree = Literal[0, 1, 2, 3]
"""How strongly something holds: 0 not at all, 3 very much."""

_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d{1,4})?|\d{1,12}(?:\.\d{1,4})?"
_RANGE = rf"({_NUMBER})(?:\s?[-–]\s?({_NUMBER}))?"
_FEW = r"\d{1,5}(?:\.\d{1,2})?"
_FEW_RANGE = rf"({_FEW})(?:\s?[-–]\s?({_FEW}))?"
_CURRENCY = r"([A-Z]{3})"


def _amount(written: str) -> Decimal:
    return Decimal(written.replace(",", ""))


def _currency(code: str) -> str:
    if not iso.has_currency(code):
        raise refused(
            "a currency of ISO 4217", f"`{code}` is not in use; write `USD`, `EUR`, `GBP`, …"
        )
    return code


def digits(number: Decimal) -> str:
    """Return the digits of `number`, with a point and without closing zeros, as briefs spell it."""
    return f"{number.normalize():f}"


_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY"}
"""What most people mean by a currency's sign; `$` is one of some twenty."""


_DOTTED = re.compile(r"(\d{1,3}(?:\.\d{3})+)(?:,(\d{1,2}))?\b")
"""An amount as half of Europe writes it."""


def _rewrite(written: str) -> str:
    """Return the hint for money with a currency's sign, or dots for commas; else nothing."""
    if dotted := _DOTTED.match(written):
        cents = f".{dotted[2]}" if dotted[2] else ""
        amount = f"{dotted[1].replace('.', ',')}{cents}{written[dotted.end() :]}"
        return f"write commas between thousands, a point before cents: `{amount}`"
    sign = next((sign for sign in _SIGNS if sign in written), None)
    if sign is None:
        return ""
    amount, slash, unit = written.partition("/")
    digits = amount.replace(sign, "").strip()
    return f"write the currency's code: `{digits} {_SIGNS[sign]}{slash}{unit.strip()}`"


def _ends(found: re.Match[str]) -> tuple[Decimal, Decimal]:
    """Return both ends of the range in the first two groups of `found`; equal for one number."""
    low, high = _amount(found[1]), _amount(found[2] or found[1])
    if high < low:
        raise refused("a range from low to high", f"write `{high}-{low}`")
    return low, high


@dataclass(frozen=True)
class Money(Written):
    """An amount in one currency (ISO 4217)."""

    expected = "an amount"
    hint = "write an amount and a currency, such as `60 USD`"
    examples = ("60 USD", "1,499.50 EUR")
    pattern = rf"({_NUMBER}) {_CURRENCY}"

    amount: Decimal
    currency: str

    @classmethod
    def parse(cls, written: str) -> Self:
        """Return the money that `60 USD` spells."""
        if not (found := re.fullmatch(cls.pattern, written)):
            raise ValueError(_rewrite(written))
        return cls(_amount(found[1]), _currency(found[2]))

    def __str__(self) -> str:
        """Return the money as a brief spells it."""
        return f"{digits(self.amount)} {self.currency}"


@dataclass(frozen=True)
class Rate(Written):
    """Money a unit of time or of work, one amount or a range; `low` equals `high` for one."""

    expected = "a rate"
    hint = "write an amount or a range, a currency and a unit, such as `12-18 USD/hour`"
    examples = ("15 USD/hour", "12-18 USD/hour", "400 EUR/day")
    pattern = rf"{_RANGE} {_CURRENCY}/(hour|day|week|month|piece)"

    low: Decimal
    high: Decimal
    currency: str
    unit: str

    @classmethod
    def parse(cls, written: str) -> Self:
        """Return the rate that `12-18 USD/hour` spells."""
        if not (found := re.fullmatch(cls.pattern, written)):
            raise ValueError(_rewrite(written))
        low, high = _ends(found)
        return cls(low, high, _currency(found[3]), found[4])

    def __str__(self) -> str:
        """Return the rate as a brief spells it."""
        return f"{_span(self.low, self.high)} {self.currency}/{self.unit}"


def _span(low: Decimal, high: Decimal) -> str:
    return digits(low) + (f"-{digits(high)}" if high != low else "")


@dataclass(frozen=True)
class Price(Written):
    """One amount, for the whole or for a unit of time or of work (`unit` is None for the whole)."""

    expected = "a price"
    hint = "write an amount and a currency, with a unit or without: `15 USD/hour`, `6,000 EUR`"
    examples = ("15 USD/hour", "6,000 EUR")
    pattern = rf"({_NUMBER}) {_CURRENCY}(?:/(hour|day|week|month|piece))?"

    amount: Decimal
    currency: str
    unit: str | None

    @classmethod
    def parse(cls, written: str) -> Self:
        """Return the price that `15 USD/hour` spells."""
        if not (found := re.fullmatch(cls.pattern, written)):
            raise ValueError(_rewrite(written))
        return cls(_amount(found[1]), _currency(found[2]), found[3])

    def __str__(self) -> str:
        """Return the price as a brief spells it."""
        return f"{digits(self.amount)} {self.currency}" + (f"/{self.unit}" if self.unit else "")


@dataclass(frozen=True)
class Duration(Written):
    """A length of time, one or a range, in one unit; `low` equals `high` for one."""

    expected = "a duration"
    hint = "write a number or a range and a unit, such as `2 hours`, `5 working days`, `3-6 months`"
    examples = ("2 hours", "30 minutes", "5 working days", "3-6 months")
    pattern = rf"{_FEW_RANGE} (minute|hour|working day|day|week|month|year)s?"

    low: Decimal
    high: Decimal
    unit: str

    HOURS: ClassVar[dict[str, Decimal]] = {"minute": Decimal(1) / 60, "hour": Decimal(1)}
    """Hours in a unit; days and longer have none, since a day of work is not a day."""

    @classmethod
    def parse(cls, written: str) -> Self:
        """Return the duration that `2 hours` spells."""
        if not (found := re.fullmatch(cls.pattern, written)):
            raise ValueError
        low, high = _ends(found)
        if not low:
            msg = "write more than none"
            raise ValueError(msg)
        return cls(low, high, found[3])

    @property
    def hours(self) -> Decimal | None:
        """Return the upper end in hours of work; None for units of a day and longer."""
        factor = self.HOURS.get(self.unit)
        return self.high * factor if factor is not None else None

    def __str__(self) -> str:
        """Return the duration as a brief spells it."""
        plural = "" if self.high == 1 else "s"
        return f"{_span(self.low, self.high)} {self.unit}{plural}"


@dataclass(frozen=True)
class Workload(Written):
    """Hours of work a week, one number or a range; `low` equals `high` for one."""

    expected = "hours a week"
    hint = "write a number or a range, such as `8-12 hours/week`"
    examples = ("20 hours/week", "8-12 hours/week")
    pattern = rf"{_FEW_RANGE} hours?/week"

    low: Decimal
    high: Decimal

    @classmethod
    def parse(cls, written: str) -> Self:
        """Return the workload that `8-12 hours/week` spells."""
        if not (found := re.fullmatch(cls.pattern, written)):
            raise ValueError
        low, high = _ends(found)
        return cls(low, high)

    def __str__(self) -> str:
        """Return the workload as a brief spells it."""
        return f"{_span(self.low, self.high)} hours/week"


@dataclass(frozen=True)
class Percent(Written):
    """A share of a hundred."""

    expected = "a percentage"
    hint = "write a number and a percent sign, such as `5%`"
    examples = ("5%", "2.5%")
    pattern = r"(\d{1,3}(?:\.\d{1,4})?)%"

    value: Decimal

    @classmethod
    def parse(cls, written: str) -> Self:
        """Return the share that `5%` spells."""
        found = re.fullmatch(cls.pattern, written)
        if not found or Decimal(found[1]) > 100:  # noqa: PLR2004 - of a hundred
            raise ValueError
        return cls(Decimal(found[1]))

    def __str__(self) -> str:
        """Return the share as a brief spells it."""
        return f"{digits(self.value)}%"
