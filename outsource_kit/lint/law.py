"""Are the papers in order, and is nobody's data where it must not be? Limits, data, terms.

Nothing here is legal advice: each rule is a reminder to look something up.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from outsource_kit.brief.amounts import Money
from outsource_kit.lint.jurisdiction import places
from outsource_kit.lint.phrases import english
from outsource_kit.lint.regex import regex
from outsource_kit.lint.rule import Problem, rule
from outsource_kit.lint.words import Search, holding, listed, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from outsource_kit.brief import Brief
    from outsource_kit.load import Place
    from outsource_kit.mistakes import Severity


@rule(
    "LAW-08",
    "info",
    checks="work limited to some countries without a reason",
    why="A limit without a reason keeps good people away, and looks like a preference for origin.",
    remedy="write `requirements.location.why`: tax, law, or the hours in which both sides work",
    source="advice of Upwork on writing a post",
    bad='requirements: {location: {countries: ["GB"]}}',
    good='requirements: {location: {countries: ["GB"], why: The data may not leave the country}}',
)
def limited_place(brief: Brief) -> Iterator[Problem]:
    """Yield `requirements.location.countries` where nothing says why."""
    location = brief.requirements.location
    if location.countries and not location.why:
        names = ", ".join(f"`{code}`" for code in location.countries)
        place = ("requirements", "location", "countries")
        yield Problem(place, f"nothing says why the work is limited to {names}")


@rule(
    "LAW-09",
    "warning",
    checks="personal data without a decision on a data-processing agreement",
    why="Who handles personal data for someone else does so under an agreement, in the EU and UK.",
    remedy="write `legal.dpa: needed`, `signed` or `not_needed`",
    source="GDPR, article 28 (from memory)",
    bad="project: {title: T, what: W, data: {personal: true}}",
    good="project: {title: T, what: W, data: {personal: true}}\nlegal: {dpa: needed}",
)
def no_data_agreement(brief: Brief) -> Iterator[Problem]:
    """Yield `legal.dpa` where personal data is at hand; an error in the EU, the EEA and the UK."""
    data = brief.project.data
    named = ("personal", "special_category")
    flags = [name for name in named if getattr(data, name)]
    if flags and brief.legal.dpa is None:
        strict: Severity | None = "error" if places(brief) & {"EU", "EEA", "GB"} else None
        message = f"`project.data.{flags[0]}` is true, and nothing decides on an agreement"
        yield Problem(("legal", "dpa"), message, severity=strict)


_THRESHOLDS = {"US-NY": Decimal(800), "US-IL": Decimal(500), "US-CA": Decimal(250)}
"""USD from which freelance work needs a written contract, by state; as law firms report it."""

_WEEKS = {"week": Decimal(1), "month": Decimal(52) / 12, "year": Decimal(52)}
_WORKING = {"hour": Decimal(40), "day": Decimal(5), "working day": Decimal(5)}
"""How many of a unit make a week of work, for lengths given in hours or days."""


def _value(brief: Brief) -> Money | None:
    """Return what the work pays at most; None where the brief does not tell."""
    if brief.pay.fixed:
        return brief.pay.fixed
    rate, work, term = brief.pay.rate, brief.engagement.workload, brief.engagement.duration
    if not rate or not term:
        return None
    weeks = term.high * _WEEKS[term.unit] if term.unit in _WEEKS else None
    if weeks is None:
        weeks = term.high / _WORKING[term.unit] if term.unit in _WORKING else Decimal(0)
    if rate.unit == "hour":
        hours = (term.hours or weeks * work.high) if work else term.hours
        return Money(rate.high * hours, rate.currency) if hours else None
    units = {"day": weeks * 5, "week": weeks, "month": weeks * 12 / 52}.get(rate.unit)
    return Money(rate.high * units, rate.currency) if units else None


@rule(
    "LAW-10",
    "warning",
    checks="a client in the US whose brief lacks a fact that a written contract needs",
    why=(
        "New York, Illinois and California ask for a written contract with freelancers above a"
        " sum, with names, addresses, work, price and date of payment; some cities do, too."
    ),
    remedy="fill in what is missing",
    source="law firms on the Freelance Isn't Free Act, Illinois' act and California's SB 988",
    bad=('client: {country: "US", region: US-NY}\npay: {mode: fixed, fixed: 2000 USD}'),
    good=(
        'client: {country: "US", region: US-NY, legal_name: Lark Inc., postal_address: 8 Oak St}\n'
        "project: {title: T, what: W, deliverables: [{name: A map}]}\n"
        "pay: {mode: fixed, fixed: 2000 USD, terms: {within: 30 days}}"
    ),
)
def unwritten_terms(brief: Brief) -> Iterator[Problem]:
    """Yield the first fact that is missing from a contract in a state that asks for one."""
    where = places(brief)
    value = _value(brief) if "US" in where else None
    if value is None or value.currency != "USD":
        return
    pay, client = brief.pay, brief.client
    facts: tuple[tuple[Place, object], ...] = (
        (("client", "legal_name"), client.legal_name),
        (("client", "postal_address"), client.postal_address),
        (("project", "deliverables"), brief.project.deliverables),
        (("pay", "terms"), pay.terms.within or pay.terms.schedule),
    )
    missing = [place for place, given in facts if not given]
    if not missing:
        return
    *most, last = (f"`{'.'.join(map(str, place))}`" for place in missing)
    names = f"{', '.join(most)} and {last} are" if most else f"{last} is"
    for state, least in _THRESHOLDS.items():
        if state in where and value.amount >= least:
            message = f"`{state}` asks for a written contract from {least} USD on; {names} missing"
            yield Problem(missing[0], message, severity="error")
            return
    if not where & set(_THRESHOLDS) and value.amount >= max(_THRESHOLDS.values()):
        message = f"some states ask for a written contract; {names} missing"
        yield Problem(missing[0], message)


_REASON = regex(
    r"\b(?:because|since|required|requires|law|laws|lawful|legal|legally|act|statute|regulat\w+"
    r"|under|article|section|children|minors|patients|vulnerable|safeguard\w*|bank\w*|payments?"
    r"|finance|financial|licen[cs]e\w*)\b",
    re.IGNORECASE,
)
_CHECK = Search(
    "background criminal criminals credit police & check checks"
    " | drug & test tests screening screenings",
    r"(?:background|criminal(?:\s+record)?s?|credit|police)\s+checks?|drug\s+(?:test|screening)s?",
)


@rule(
    "LAW-11",
    "warning",
    checks="a background check without the reason that makes it lawful",
    why="A check that the work does not need may be forbidden, and good people walk away from it.",
    remedy="say in `legal.background` which law or which risk asks for it, or leave it out",
    source="general practice (from memory)",
    bad="legal: {background: A criminal record check}",
    good="legal: {background: 'A criminal record check, which the law asks for in schools'}",
)
def unfounded_check(brief: Brief) -> Iterator[Problem]:
    """Yield each background check that is asked for without a reason."""
    background, place = brief.legal.background, ("legal", "background")
    if background and english(brief) and not _REASON.search(background):
        yield Problem(place, f"nothing says why the law allows `{background}`")
    elif not background:
        for hit in _CHECK.claims(brief):
            asked = hit.place[0] in ("requirements", "screening", "questions", "selection")
            if asked and not _REASON.search(hit.sentence):
                yield hit.problem(f"nothing says why the law allows a `{hit.shown}`")


_REACHED = regex(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\+\d[\d ()/-]{7,}\d")
_PERSON = regex(r"\b(?:[Cc]andidate|[Aa]pplicant|[Ff]inalist|[Bb]idder)s?:? ([A-Z]\w+ [A-Z]\w+)\b")
_CALLED = listed("candidate candidates applicant applicants finalist finalists bidder bidders")
_NOTES = ("sourcing", "scoring", "selection", "negotiation", "messages", "legal")
"""Sections in which a hirer might note down who has applied."""


@rule(
    "LAW-12",
    "error",
    checks="personal data of candidates in the brief",
    why="A brief is copied, shared and kept for years; what people sent you must be deletable.",
    remedy="keep what you know of candidates in a file of its own, outside the brief",
    source="own rule",
    bad="sourcing: {invite: ['Jo Lane, jo.lane@mail.example']}",
    good="sourcing: {invite: [Two assistants whom Ines has worked with]}",
)
def candidate_data(brief: Brief) -> Iterator[Problem]:
    """Yield each address or number of someone to invite, and each candidate named in a note."""
    for index, invited in enumerate(brief.sourcing.invite):
        if found := _REACHED.search(invited):
            place = ("sourcing", "invite", index)
            yield Problem(place, f"`{found[0]}` is personal data of a candidate", found[0])
    for said in holding(brief, _CALLED & words_of(brief)):
        if said.place[0] in _NOTES and (named := _PERSON.search(said.text)):
            yield Problem(said.place, f"`{named[1]}` is the name of a candidate", named[1])


_LIVE = Search(
    "country & what which | where & live based located living | country location address & your",
    r"(?:what|which)\b[^.?!]{0,30}\bcountry\b[^.?!]{0,15}?\b(?:are\s+you|you(?:['’]re|\s+are)"
    r"|do\s+you\s+(?:live|work|reside))(?:\s+(?:in|from|based(?:\s+in)?))?"
    r"|where\s+(?:do\s+you\s+live|are\s+you\s+(?:currently\s+)?(?:based|located|living))"
    r"|(?:what\s+is|tell\s+us|say|give|state|name|include|with)\s+your\s+(?:home\s+|current\s+)?"
    r"(?:country|location|address)|your\s+country\s+of\s+residence",
)


@rule(
    "LAW-13",
    "warning",
    checks="a question for the country in which a candidate lives",
    why=(
        "Before the choice it stands for origin; what the work needs is hours in common. Tax and"
        " sanctions need the country later, of the one who is chosen."
    ),
    remedy=(
        "ask `Which hours between 09:00 and 13:00 London time could you work?`, and take the"
        " country after the choice"
    ),
    source="lists of questions made after EEOC guidance; the outsourcing guide asks it",
    bad="questions:\n  - text: What country are you in?",
    good="questions:\n  - text: Which hours between 09:00 and 13:00 London time could you work?",
)
def country_asked(brief: Brief) -> Iterator[Problem]:
    """Yield each question for the country before the choice."""
    for hit in _LIVE.claims(brief):
        if hit.place[0] in ("questions", "screening", "requirements", "project", "selection"):
            yield hit.problem(f"`{hit.shown}` asks for a country, not for hours")


UNDECIDED: dict[str, str] = {}
"""Rules that no brief can decide, and why."""
