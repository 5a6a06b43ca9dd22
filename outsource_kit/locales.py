"""The door to Babel: how a language writes money, dates and numbers, and which codes exist.

In: amounts, days, codes and a language tag (BCP 47, such as `en-GB`). Out: text, or yes and no.
Absent: words of our own; those are in the templates.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_time
from babel.numbers import (
    format_currency,
    format_decimal,
    format_percent,
    get_currency_precision,
    is_currency,
)
from babel.units import UnknownUnitError, format_compound_unit, format_unit

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


def country(code: str, language: str) -> str:
    """Return the name of the country `code` in `language`."""
    return str(_locale(language).territories[code])


def country_code(name: str) -> str | None:
    """Return the code of the country of this English name or common short form, if there is one."""
    short = {"UK": "GB", "USA": "US", "UAE": "AE", "Great Britain": "GB", "England": "GB"}
    named = {str(said): code for code, said in _locale(ASSUMED).territories.items()}
    code = short.get(name) or named.get(name, "")
    return code if has_country(code) else None


def language_name(tag: str, language: str) -> str:
    """Return the name of the language `tag`, written in `language`."""
    return _locale(tag).get_display_name(_locale(language)) or tag


def money(amount: Decimal, currency: str, language: str) -> str:
    """Return `amount` as money, with the ISO 4217 code: `$` means another sum in each country.

    No decimals where the amount has none, else all that the currency has.
    """
    whole = amount == amount.to_integral_value()
    digits = 0 if whole else max(get_currency_precision(currency), 0)
    pattern = _locale(language).currency_formats["standard"].pattern.split(";")[0]
    pattern = pattern.replace("¤", "¤¤").replace("¤#", "¤\u00a0#").replace("0¤", "0\u00a0¤")
    pattern = pattern.replace("0.00", f"0.{'0' * digits}" if digits else "0")
    return _wide(
        format_currency(amount, currency, pattern, _locale(language), currency_digits=False)
    )


def money_span(low: Decimal, high: Decimal, currency: str, language: str) -> str:
    """Return a range of amounts with one currency code; one amount where both are equal."""
    whole = money(high, currency, language)
    if low == high:
        return whole
    return whole.replace(number(high, language), span(low, high, language), 1)


def span(low: Decimal, high: Decimal, language: str) -> str:
    """Return a range of numbers, or one number where both are equal."""
    if low == high:
        return number(high, language)
    return f"{number(low, language)}–{number(high, language)}"


@cache
def _has_unit(known: str, language: str) -> bool:
    """Return whether Babel has words for the unit; where it has none it writes its identifier."""
    try:
        return known not in format_unit(1, known, "long", locale=_locale(language))
    except UnknownUnitError:
        return False


def duration(low: Decimal, high: Decimal, unit: str, language: str) -> str:
    """Return a range of `unit` (minute, hour, working day, day, week, month, year) in words."""
    known = f"duration-{unit}"
    if not _has_unit(known, language):
        return f"{span(low, high, language)} {unit}{'' if high == 1 else 's'}"
    whole = format_unit(float(high), known, "long", locale=_locale(language))
    return whole.replace(number(high, language), span(low, high, language), 1)


def per(quantity: str, unit: str, language: str) -> str:
    """Return `quantity` for each `unit`, as in "12 per hour"."""
    known = f"duration-{unit}"
    if not _has_unit(known, language):
        return f"{quantity} per {unit}"
    said = format_compound_unit(quantity, denominator_unit=known, locale=_locale(language))
    return said or quantity


def percent(value: Decimal, language: str) -> str:
    """Return a share of a hundred with the language's percent sign."""
    return format_percent(value / 100, locale=_locale(language), decimal_quantization=False)


def number(value: Decimal | int, language: str) -> str:
    """Return `value` with the language's decimal and thousands marks, all its digits kept."""
    return _wide(format_decimal(value, locale=_locale(language), decimal_quantization=False))


def day(value: date, language: str) -> str:
    """Return a date with its weekday, written out."""
    return format_date(value, format="full", locale=_locale(language))


def clock(value: time, language: str) -> str:
    """Return a time of day, hours and minutes."""
    return _wide(format_time(value, format="short", locale=_locale(language)))
