"""Whose law may apply: countries, states and unions that the facts name.

In: the facts of one audience, and the unions of `places.yaml`. Out: codes of places, those to name
to a reader, and whether the work crosses a border. Absent: names of places (`wording`).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from outsource_kit.brief.audience import Section
from outsource_kit.brief.codes import Country, Jurisdiction
from outsource_kit.brief.text import Text
from outsource_kit.brief.times import Day
from outsource_kit.load import read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from outsource_kit.plan import Facts


class Union(Section):
    """Countries that share law."""

    id: Text
    """Its code, such as `EU`."""

    holds: tuple[Text, ...] = ()
    """Unions above it in the file that are part of it."""

    members: tuple[Country, ...]
    """Its other members (ISO 3166-1)."""


class _Rows(Section):
    source: Text
    checked_on: Day
    unions: tuple[Union, ...]


@cache
def _unions() -> tuple[Union, ...]:
    return read(Path(__file__).with_suffix(".yaml"), _Rows).unions


def client_country(facts: Facts) -> str | None:
    """Return the code of the client's country, taken from its region where it names none."""
    place = facts.client.country or facts.client.region
    return str(place)[:2] if place else None


def places(facts: Facts) -> tuple[str, ...]:
    """Return the codes of all places whose law may apply, in order.

    Countries and states (ISO 3166-1 and 3166-2) of the client, of the freelancer and of
    `legal.jurisdictions`, and each union of which one of them is a member.
    """
    found = {part for code in _named(facts) for part in (code, code[:2])}
    for union in _unions():
        if found & _parts(union):
            found.add(str(union.id))
    return tuple(sorted(found))


def _parts(union: Union) -> set[str]:
    return {str(part) for part in (*union.holds, *union.members)}


def _named(facts: Facts) -> Iterator[str]:
    """Yield the codes as the facts give them; candidates do not know all of them."""
    client, legal = facts.client, getattr(facts, "legal", None)
    yield from (str(code) for code in (client.country, client.region) if code)
    yield from map(str, facts.requirements.location.countries)
    yield from map(str, legal.jurisdictions if legal else ())


def named(facts: Facts) -> tuple[Jurisdiction, ...]:
    """Return the places to name to a reader: no country twice, none whose region is named."""
    codes = dict.fromkeys(_named(facts))
    regions = {code[:2] for code in codes if "-" in code}
    return tuple(Jurisdiction(code) for code in codes if code not in regions)


def crosses_borders(facts: Facts) -> bool:
    """Return whether the law of more than one country may apply.

    A union beside one of its members is no second country.
    """
    countries = {code[:2] for code in _named(facts)}
    twice = {str(union.id) for union in _unions() if countries & _parts(union)}
    return len(countries - twice) > 1


GUIDANCE: Mapping[str, Callable[[Facts], object]] = {
    "named_places": named,
    "places": places,
}
