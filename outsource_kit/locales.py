"""The door to Babel: how a language writes values.

In: amounts, days, codes and a language tag (BCP 47, such as `en-GB`). Out: text.
Absent: words of our own; those are in the templates.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton, format_time
from babel.numbers import (
    format_decimal,
    format_percent,
    get_currency_precision,
)

from outsource_kit import iso

if TYPE_CHECKING:
    from datetime import date, time
    from decimal import Decimal

ASSUMED = "en"
"""The language of a kit that names none."""


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(language, sep="-")


def _wide(text: str) -> str:
    """Return `text` with plain no-break spaces for the narrow ones, which few fonts have."""
    return text.replace("\u202f", "\u00a0")


def has_language(tag: str) -> bool:
    """Return whether dates and numbers can be written in the language `tag` (BCP 47)."""
    try:
        _locale(tag)
    except (UnknownLocaleError, ValueError):
        return False
    return True


def country(code: str) -> str:
    """Return the English name of the country `code`."""
    return str(_locale(ASSUMED).territories[code])


def place(code: str) -> str:
    """Return the English name of a country, of a union, or of a region with its country."""
    if region := iso.region(code):
        return f"{region}, {country(code[:2])}"
    return country(code)


def country_code(name: str) -> str | None:
    """Return the code of the country of this English name or common short form, if there is one."""
    short = {"UK": "GB", "USA": "US", "UAE": "AE", "Great Britain": "GB", "England": "GB"}
    named = {str(said): code for code, said in _locale(ASSUMED).territories.items()}
    code = short.get(name) or named.get(name, "")
    return code if iso.has_country(code) else None


def language_name(tag: str) -> str:
    """Return the English name of the language `tag`."""
    return _locale(tag).get_display_name(_locale(ASSUMED)) or tag


def money(low: Decimal, high: Decimal, currency: str, language: str) -> str:
    """Return a range of money, or one amount where both are equal, with the ISO 4217 code.

    `$` means another sum in each country. No decimals where the amounts have none, else all that
    the currency has, and never fewer than are given.
    """
    before, after = _around_money(language)
    amounts = [low] if low == high else [low, high]
    shown = "–".join(_amount(amount, currency, language) for amount in amounts)
    return f"{before}{shown}{after}".replace("¤", currency)


def _amount(amount: Decimal, currency: str, language: str) -> str:
    given = -int(amount.normalize().as_tuple().exponent)
    digits = max(given, get_currency_precision(currency)) if given > 0 else 0
    shape = f"#,##0.{'0' * digits}" if digits else "#,##0"
    return _wide(format_decimal(amount, shape, _locale(language)))


@cache
def _around_money(language: str) -> tuple[str, str]:
    """Return what stands before and after an amount, with `¤` for the currency's code."""
    pattern = _locale(language).currency_formats["standard"].pattern.split(";")[0]
    before, after = re.split(r"[#0][#0,.]*", pattern, maxsplit=1)
    if before.endswith("¤"):
        before += "\u00a0"
    if after.startswith("¤"):
        after = "\u00a0" + after
    return before, after


def span(low: Decimal, high: Decimal, language: str) -> str:
    """Return a range of numbers, or one number where both are equal."""
    if low == high:
        return number(high, language)
    return f"{number(low, language)}–{number(high, language)}"


def percent(value: Decimal, language: str) -> str:
    """Return a share of a hundred with the language's percent sign."""
    return format_percent(value / 100, locale=_locale(language), decimal_quantization=False)


def number(value: Decimal | int, language: str) -> str:
    """Return `value` with the language's decimal and thousands marks, all its digits kept."""
    return _wide(format_decimal(value, locale=_locale(language), decimal_quantization=False))


def day(value: date, language: str) -> str:
    """Return a date with its weekday, written out."""
    return format_date(value, format="full", locale=_locale(language))


def short_day(value: date, language: str) -> str:
    """Return a date without its weekday, in short."""
    return format_date(value, format="medium", locale=_locale(language))


def month(value: date, language: str) -> str:
    """Return a month with its year, in short."""
    return format_skeleton("yMMM", value, locale=_locale(language))


def clock(value: time, language: str) -> str:
    """Return a time of day, hours and minutes."""
    return _wide(format_time(value, format="short", locale=_locale(language)))
