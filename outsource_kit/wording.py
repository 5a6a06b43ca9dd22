"""How a value of a brief reads in a document.

In: a value and a language tag (BCP 47). Out: plain text, with numbers, money and dates as the
language writes them; words, such as units and names of countries, are English like the templates.
Absent: escaping, and words of documents.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from outsource_kit import locales
from outsource_kit.brief.amounts import Duration, Money, Percent, Price, Rate, Workload
from outsource_kit.brief.codes import Country, Jurisdiction, Language
from outsource_kit.brief.times import Day, Deadline, Window, Zone

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def word(value: Any, language: str) -> str:
    """Return `value` as a reader of `language` expects it; what has no form of its own as typed."""
    form = _FORMS.get(type(value))
    return form(value, language) if form else str(value)


def _price(value: Price, language: str) -> str:
    amount = locales.money(value.amount, value.amount, value.currency, language)
    return f"{amount} per {value.unit}" if value.unit else amount


def _rate(value: Rate, language: str) -> str:
    amount = locales.money(value.low, value.high, value.currency, language)
    return f"{amount} per {value.unit}"


def _duration(value: Duration, language: str) -> str:
    amount = locales.span(value.low, value.high, language)
    return f"{amount} {value.unit}{'' if value.high == 1 else 's'}"


def _workload(value: Workload, language: str) -> str:
    amount = locales.span(value.low, value.high, language)
    return f"{amount} {'hour' if value.high == 1 else 'hours'} per week"


def _zone(value: Zone, _language: str) -> str:
    if value.name == "AoE":
        return "UTC−12:00 (anywhere on Earth)"
    return f"UTC{value.name.replace('-', '−')}" if value.name[0] in "+-" else value.name


def _deadline(value: Deadline, language: str) -> str:
    day, clock = locales.day(value.day.date, language), locales.clock(value.time, language)
    named = _zone(value.zone, language)
    if not named.startswith("UTC"):
        offset = f"{value.moment:%z}".replace("-", "−")
        named = f"{named} (UTC{offset[:3]}:{offset[3:]})"
    return f"{day}, {clock}, {named}"


def _window(value: Window, language: str) -> str:
    start, end = locales.clock(value.start, language), locales.clock(value.end, language)
    return f"{start}–{end}, {_zone(value.zone, language)}"


_FORMS: Mapping[type, Callable[[Any, str], str]] = {
    Country: lambda v, _: locales.country(v),
    Day: lambda v, language: locales.day(v.date, language),
    Deadline: _deadline,
    Decimal: locales.number,
    Duration: _duration,
    Jurisdiction: lambda v, _: locales.place(v),
    Language: lambda v, _: locales.language_name(v),
    Money: lambda v, language: locales.money(v.amount, v.amount, v.currency, language),
    Percent: lambda v, language: locales.percent(v.value, language),
    Price: _price,
    Rate: _rate,
    Window: _window,
    Workload: _workload,
    Zone: _zone,
}
"""The types that read otherwise than they are typed."""
