"""Conditions: a closed set of named questions to the facts of a brief, each with a yes or no.

In: the facts of an audience that knows the papers (agencies and the hirer). Out: whether a
condition holds. Rows of data name conditions in place of holding logic; a new row needs none of
this, a new kind of question needs a function here. What a brief leaves open is a no.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from outsource_kit.brief.codes import Code
from outsource_kit.guidance.places import client_country, crosses_borders, places

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from outsource_kit.plan import Facts


def personal_data(facts: Facts) -> bool:
    """Return whether the freelancer sees data about people."""
    return bool(facts.project.data.personal or facts.project.data.special_category)


def code(facts: Facts) -> bool:
    """Return whether software is made or seen."""
    return bool(facts.project.data.code_access) or facts.project.category in ("development", "data")


def creative(facts: Facts) -> bool:
    """Return whether the work is design or text."""
    return facts.project.category in ("design", "writing")


def makes_works(facts: Facts) -> bool:
    """Return whether something is made that someone must own."""
    return code(facts) or creative(facts) or bool(facts.legal.ip)


def access(facts: Facts) -> bool:
    """Return whether the freelancer is let into accounts."""
    return bool(facts.project.data.credentials or facts.management.access)


def guarded(facts: Facts) -> bool:
    """Return whether something lies with the freelancer that must be kept safe."""
    return code(facts) or access(facts) or personal_data(facts)


def ai_matters(facts: Facts) -> bool:
    """Return whether it matters what goes into AI tools, and what comes out."""
    return code(facts) or creative(facts) or personal_data(facts) or bool(facts.ai_policy.work)


def sector_law(facts: Facts) -> bool:
    """Return whether data is under the law of a sector, such as health."""
    return bool(facts.project.data.regulated or facts.project.data.special_category)


def high_risk(facts: Facts) -> bool:
    """Return whether a mistake could cost more than the work, or insurance is asked for."""
    data = facts.project.data
    return bool(facts.legal.insurance or data.regulated or data.payment_data)


def trust(facts: Facts) -> bool:
    """Return whether the work may call for a check of the person, or one is asked for."""
    data = facts.project.data
    named = (data.minors, data.payment_data, data.regulated, data.credentials)
    return bool(facts.legal.background) or any(named)


def us_person(facts: Facts) -> bool:
    """Return whether a client in the US may pay a person of the US."""
    named = facts.requirements.location.countries
    return client_country(facts) == "US" and (not named or "US" in map(str, named))


def foreign_person(facts: Facts) -> bool:
    """Return whether a client in the US may pay a person from elsewhere."""
    named = facts.requirements.location.countries
    return client_country(facts) == "US" and (not named or any(str(c) != "US" for c in named))


def european_data_law(facts: Facts) -> bool:
    """Return whether the GDPR or its British twin may apply."""
    return not {"EEA", "GB"}.isdisjoint(places(facts))


def data_processing(facts: Facts) -> bool:
    """Return whether data about people is handled, or the paper for it is spoken of."""
    return personal_data(facts) or bool(facts.legal.dpa)


def _under(*codes: str) -> Callable[[Facts], bool]:
    """Return a condition: the law of one of these places may apply."""
    return lambda facts: not set(codes).isdisjoint(places(facts))


CONDITIONS: Mapping[str, Callable[[Facts], bool]] = {
    "access": access,
    "ai_matters": ai_matters,
    "california": _under("US-CA"),
    "code": code,
    "creative": creative,
    "cross_border": crosses_borders,
    "data_processing": data_processing,
    "design": lambda facts: facts.project.category == "design",
    "employee_possible": lambda f: f.engagement.worker_status in ("employee", "unsure"),
    "eu": _under("EU"),
    "eu_or_uk": _under("EU", "GB"),
    "european_data_law": european_data_law,
    "foreign_person": foreign_person,
    "guarded": guarded,
    "high_risk": high_risk,
    "illinois": _under("US-IL"),
    "makes_works": makes_works,
    "new_york": _under("US-NY"),
    "non_compete": lambda facts: bool(facts.legal.nda.non_compete),
    "non_solicit": lambda facts: bool(facts.legal.nda.non_solicit),
    "other_data_law": lambda facts: not european_data_law(facts),
    "passes_work_on": lambda facts: facts.sourcing.route in ("agency", "project_manager"),
    "payment_data": lambda facts: bool(facts.project.data.payment_data),
    "penalty": lambda facts: bool(facts.legal.nda.penalty),
    "personal_data": personal_data,
    "sector_law": sector_law,
    "technology_or_border": lambda facts: code(facts) or crosses_borders(facts),
    "trade_secrets": lambda facts: bool(facts.project.data.trade_secrets),
    "trust": trust,
    "uk": _under("GB"),
    "us": _under("US"),
    "us_individual": lambda f: "US" in places(f) and f.sourcing.route != "agency",
    "us_person": us_person,
}
"""Every condition that a row of data may name."""


class Condition(Code):
    """A condition, by its name."""

    expected = "a condition"
    hint = f"write one of {', '.join(f'`{name}`' for name in CONDITIONS)}"
    examples = ("personal_data", "us")
    pattern = r"[a-z]+(?:_[a-z]+)*"

    @classmethod
    def known(cls, written: str) -> bool:
        """Return whether there is such a condition."""
        return written in CONDITIONS

    def holds(self, facts: Facts) -> bool:
        """Return whether it holds for these facts."""
        return CONDITIONS[self](facts)
