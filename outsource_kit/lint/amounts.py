"""Every amount, address and short name in a brief, wherever it is, with who may know it.

In: a brief. Out: amounts as plain numbers, addresses and names. The model itself says where they
are: a new field of money is found without a change here.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from math import ceil, floor
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

from outsource_kit.brief import Audience, Section
from outsource_kit.brief.amounts import Money, Percent, Price, Rate, digits
from outsource_kit.brief.audience import levels
from outsource_kit.brief.codes import Email, Link, Slug

if TYPE_CHECKING:
    from collections.abc import Iterator

    from outsource_kit.brief import Brief
    from outsource_kit.load import Place

NAMES = (Link, Email, Slug)
"""Addresses and short names: no amounts, but one may be hidden in them."""

_WANTED = (Money, Price, Rate, Percent, Decimal, *NAMES)

_CLOSE = 0.1
"""The largest share by which a rounded amount differs and still gives it away."""

_BARE = 1000
"""The least value at which a number without unit is taken for an amount."""


class Held(NamedTuple):
    """A value of a brief."""

    place: Place
    """Where it stands."""

    value: Any
    """The value."""

    audience: Audience
    """Who may know it, at the lowest."""


class Amount(NamedTuple):
    """A number that a field of money holds."""

    place: Place
    """The field."""

    number: str
    """Its digits, with a point and without closing zeros: `1500`, `27.71`."""

    currency: str = ""
    """Its currency (ISO 4217); empty for a number without."""

    unit: str = ""
    """The unit it is paid for, such as `hour`; empty for none."""

    percent: bool = False
    """Whether it is a share of a hundred."""

    rounded: bool = False
    """Whether the field holds another number, to which this one is close."""


def values(brief: Brief) -> tuple[Held, ...]:
    """Return every amount, large number, address and short name of the brief, in its order."""
    found: list[Held] = []
    _walk(brief, (), Audience.CANDIDATE, found)
    return tuple(found)


def _walk(section: Section, place: Place, audience: Audience, found: list[Held]) -> None:
    """Add what `section` holds to `found`."""
    for name, level in _leading(type(section)):
        value = getattr(section, name)
        if value is None:
            continue
        known = max(audience, level)
        if isinstance(value, tuple):
            for index, item in enumerate(value):
                _add(item, (*place, name, index), known, found)
        else:
            _add(value, (*place, name), known, found)


def _add(value: Any, place: Place, audience: Audience, found: list[Held]) -> None:
    if isinstance(value, Section):
        known = value.known_to()
        _walk(value, place, max(audience, known), found)
    elif not isinstance(value, Decimal) or value >= _BARE:
        found.append(Held(place, value, audience))


@cache
def _leading(section: type[Section]) -> tuple[tuple[str, Audience], ...]:
    """Return the fields of `section` that hold what is wanted, or lead to it."""
    return tuple(
        (name, level)
        for name, level in levels(section)
        if any(_leads(leaf) for leaf in _leaves(section.model_fields[name].annotation))
    )


def _leads(leaf: type) -> bool:
    return bool(_leading(leaf)) if issubclass(leaf, Section) else issubclass(leaf, _WANTED)


def _leaves(annotation: Any) -> Iterator[type]:
    if args := get_args(annotation):
        for arg in args:
            yield from _leaves(arg)
    elif isinstance(annotation, type):
        yield annotation


def roundings(amount: Amount) -> Iterator[Amount]:
    """Yield what people say who round an amount to whole tens, hundreds, and so on."""
    exact, step = float(amount.number), 1
    while not amount.percent and step <= exact:
        for near in {floor(exact / step + 0.5) * step, ceil(exact / step - 0.5) * step}:
            if 0 < abs(near - exact) <= exact * _CLOSE:
                yield amount._replace(number=str(near), rounded=True)
        step *= 10


def amounts(held: Held) -> Iterator[Amount]:
    """Yield the numbers of a value that is money; nothing for a zero, a name or a small number.

    A percentage counts only with decimals: `5%` stands in every other text.
    """
    place, value = held.place, held.value
    if isinstance(value, Money | Price):
        if value.amount:
            unit = getattr(value, "unit", None) or ""
            yield Amount(place, digits(value.amount), value.currency, unit)
    elif isinstance(value, Rate):
        for number in {value.low, value.high} - {0}:
            yield Amount(place, digits(number), value.currency, value.unit)
    elif isinstance(value, Percent):
        if value.value % 1:
            yield Amount(place, digits(value.value), percent=True)
    elif isinstance(value, Decimal):
        yield Amount(place, digits(value))
