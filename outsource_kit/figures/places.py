"""Whose law may apply: countries, states and unions that the facts name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from outsource_kit.plan import Facts

_EU = frozenset(  # one line reads better than twenty-seven
    "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split()  # noqa: SIM905
)
"""Members of the European Union (ISO 3166-1), since 2020-02-01."""

_EEA = _EU | {"IS", "LI", "NO"}
"""Members of the European Economic Area: the countries of the GDPR."""


def client_country(facts: Facts) -> str | None:
    """Return the code of the client's country, taken from its region where it names none."""
    place = facts.client.country or facts.client.region
    return str(place)[:2] if place else None


def places(facts: Facts) -> tuple[str, ...]:
    """Return the codes of all places whose law may apply, in order.

    Countries and states (ISO 3166-1 and 3166-2), and `EU` and `EEA` where one of them is a member.
    """
    client = (client_country(facts), facts.client.region)
    legal = getattr(facts, "legal", None)
    named = {str(code) for code in (*client, *(legal.jurisdictions if legal else ())) if code}
    named |= {code[:2] for code in named}
    named |= {"EU"} if named & _EU else set()
    named |= {"EEA"} if named & (_EEA | {"EU"}) else set()
    return tuple(sorted(named))


def crosses_borders(facts: Facts) -> bool:
    """Return whether the law of more than one country may apply."""
    countries = {place for place in places(facts) if len(place) == len("GB")}
    return len(countries - {"EU"} if countries & _EU else countries) > 1


FIGURES: Mapping[str, Callable[[Facts], object]] = {
    "client_country": client_country,
    "crosses_borders": crosses_borders,
    "places": places,
}
