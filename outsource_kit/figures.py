"""Arithmetic on facts: sums and rates that documents print.

In: the facts of one audience. Out: figures derived from those alone, so that nothing hidden can
show through a sum. Absent: wording.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from outsource_kit.brief.amounts import Money, Price

if TYPE_CHECKING:
    from collections.abc import Iterable

    from outsource_kit.plan import Facts


_CENT = Decimal("0.01")


def derive(facts: Facts) -> dict[str, Money | Price | int | str | bool | tuple[str, ...] | None]:
    """Return every figure by name; None where the facts do not give it."""
    return {
        "answer_words": answer_words(facts),
        "client_country": client_country(facts),
        "crosses_borders": crosses_borders(facts),
        "places": places(facts),
        "milestone_total": total(m.amount for m in facts.schedule.milestones),
        "trial_points": points(c.weight for c in facts.trial.criteria),
        "trial_rate": trial_rate(facts),
    }


def total(amounts: Iterable[Money | None]) -> Money | None:
    """Return the sum of `amounts`; None where one is missing or currencies differ."""
    known = list(amounts)
    present = [amount for amount in known if amount is not None]
    if not present or len(present) < len(known) or len({m.currency for m in present}) > 1:
        return None
    return Money(sum((m.amount for m in present), Decimal(0)), present[0].currency)


def trial_rate(facts: Facts) -> Price | None:
    """Return what the trial pays for each hour of its time box; None where either is missing."""
    pay, box = facts.trial.pay, facts.trial.time_box
    if pay is None or box is None or not box.hours:
        return None
    return Price((pay.amount / box.hours).quantize(_CENT), pay.currency, "hour")


def points(weights: Iterable[int | None]) -> int:
    """Return the sum of the weights that are given."""
    return sum(weight for weight in weights if weight is not None)


def answer_words(facts: Facts) -> int | None:
    """Return the longest useful reply in words; None where a question sets no limit."""
    limits = [q.max_words for q in facts.questions if q.kind != "gate"]
    known = [limit for limit in limits if limit is not None]
    return sum(known) if known and len(known) == len(limits) else None


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
