"""The door to Babel and pycountry: how a language writes values, and which codes exist.

In: amounts, days, codes and a language tag (BCP 47, such as `en-GB`). Out: text, or yes and no.
Absent: words of our own; those are in the templates.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton, format_time
from babel.numbers import (
    format_decimal,
    format_percent,
    get_currency_precision,
    is_currency,
)

if TYPE_CHECKING:
    from datetime import date, time
    from decimal import Decimal

ASSUMED = "en"
"""The language of a kit that names none."""

NOT_MONEY = frozenset({"XXX", "XTS"})
"""ISO 4217 codes that stand for no currency at all and for testing."""

NOT_COUNTRIES = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})
"""Unions, pseudo-locales and "unknown" in CLDR's list of regions."""


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


def has_currency(code: str) -> bool:
    """Return whether `code` is an ISO 4217 currency, such as `USD`."""
    return len(code) == 3 and is_currency(code) and code not in NOT_MONEY  # noqa: PLR2004 - ISO 4217


def has_country(code: str) -> bool:
    """Return whether `code` is an ISO 3166-1 alpha-2 country, such as `GB`."""
    known = _locale(ASSUMED).territories
    return len(code) == 2 and code.isupper() and code in known and code not in NOT_COUNTRIES  # noqa: PLR2004 - ISO 3166


def country(code: str) -> str:
    """Return the English name of the country `code`."""
    return str(_locale(ASSUMED).territories[code])


def has_region(code: str) -> bool:
    """Return whether `code` is an ISO 3166-2 state or region of a country, such as `US-NY`."""
    return has_country(code[:2]) and _region(code) is not None


def place(code: str) -> str:
    """Return the English name of a country, of a union, or of a region with its country."""
    if region := _region(code):
        return f"{region}, {country(code[:2])}"
    return country(code)


@cache
def _region(code: str) -> str | None:
    import pycountry  # noqa: PLC0415 - reads half a megabyte, which few briefs need

    found: Any = pycountry.subdivisions.get(code=code) if "-" in code else None  # type: ignore[no-untyped-call]
    return str(found.name) if found else None


def country_code(name: str) -> str | None:
    """Return the code of the country of this English name or common short form, if there is one."""
    short = {"UK": "GB", "USA": "US", "UAE": "AE", "Great Britain": "GB", "England": "GB"}
    named = {str(said): code for code, said in _locale(ASSUMED).territories.items()}
    code = short.get(name) or named.get(name, "")
    return code if has_country(code) else None


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
