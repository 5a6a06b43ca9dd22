"""Are the papers decided? Confidentiality, its term and stage, who owns the results."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from outsource_kit.lint.regex import regex
from outsource_kit.lint.rule import Problem, rule
from outsource_kit.lint.words import Search

if TYPE_CHECKING:
    from collections.abc import Iterator

    from outsource_kit.brief import Brief
    from outsource_kit.brief.amounts import Duration

_SECRETS = {
    "personal": "personal data",
    "special_category": "health, beliefs and the like",
    "code_access": "source code",
    "credentials": "accounts and passwords",
    "trade_secrets": "trade secrets",
    "payment_data": "card or bank data",
    "regulated": "data under a law of its sector",
}

_YEARS = {"year": 1, "month": 12, "week": 52, "working day": 260, "day": 365}
"""How many of a unit make a year."""

_FOR_EVER = 10
"""Years above which a term is as good as for ever."""

_ENDLESS = regex(
    r"\b(?:perpetual(?:ly)?|in perpetuity|indefinite(?:ly)?|for ?ever|unlimited (?:in time|term)"
    r"|without (?:an )?end)\b",
    re.IGNORECASE,
)

_AGREEMENT = r"(?:NDAs?|non-disclosure agreement|confidentiality agreement)"
_SIGN_FIRST = Search(
    "nda ndas agreement & sign signed signing signs applicant applicants candidate candidates",
    rf"sign(?:ed|ing|s)? (?:\S+ ){{0,4}}{_AGREEMENT}(?: \S+){{0,4}}? (?:before (?:you (?:apply"
    rf"|answer"
    r"|reply|bid)|applying|bidding)|to apply|in order to apply|with (?:your|the"
    r"|every) (?:application"
    r"|proposal|bid|reply))"
    r"|(?:all|every|each) (?:applicants?|candidates?) (?:must |has to |have to "
    r"|signs? )+(?:\S+ ){0,4}"
    rf"{_AGREEMENT}",
)

_WHISTLE = regex(r"1833|\bDTSA\b|defend trade secrets|whistle-?blow|immunity", re.IGNORECASE)

_CREATIVE = frozenset({"design", "writing", "development"})
_MADE = regex(
    r"\b(?:source code|repositor(?:y|ies)|pull requests?|logos?|logotype|illustrations?|mascot"
    r"|figma"
    r"|wireframes?|mock-?ups?|manuscript|screenplay|typeface)\b|\.(?:py|js|ts|svg|psd|ai|indd"
    r"|fig)\b",
    re.IGNORECASE,
)
"""Signs that a deliverable is a work with an author (own list)."""


@rule(
    "NDA-01",
    "warning",
    checks="secrets, code or people's data, and no decision on an NDA",
    why="Once the first file is sent it is too late to ask for secrecy.",
    remedy="write `needed: true` or `needed: false` in `legal.nda`",
    source="GOV.UK guidance on non-disclosure agreements, 2015",
    bad="project: {data: {trade_secrets: true}}",
    good="project: {data: {trade_secrets: true}}\nlegal: {nda: {needed: true}}",
)
def undecided(brief: Brief) -> Iterator[Problem]:
    """Yield what the freelancer will see, where nothing says whether an NDA is needed."""
    if brief.legal.nda.needed is None:
        seen = [said for name, said in _SECRETS.items() if getattr(brief.project.data, name)]
        if seen:
            said = f"the freelancer will see {', '.join(seen)}, and nothing is decided on an NDA"
            yield Problem(("legal", "nda", "needed"), said)


@rule(
    "NDA-02",
    "warning",
    checks="an NDA before there is a secret to keep",
    why=(
        "Good people do not sign for a job they may not get. The best protection is not to"
        " disclose: post, questions and trial can do without."
    ),
    remedy="write `stage: work` in `legal.nda`, and keep the post free of secrets",
    source="GOV.UK guidance on non-disclosure agreements, 2015",
    bad="legal: {nda: {needed: true, stage: application}}",
    good="legal: {nda: {needed: true, stage: work}}",
)
def too_early(brief: Brief) -> Iterator[Problem]:
    """Yield an NDA that every applicant is asked for."""
    nda = brief.legal.nda
    if nda.stage == "application" and nda.needed is not False:
        yield Problem(("legal", "nda", "stage"), "every applicant would sign an NDA")
    for hit in _SIGN_FIRST.claims(brief):
        if hit.said.public:
            yield hit.problem(f"`{hit.shown}` asks every applicant for an NDA")


@rule(
    "NDA-03",
    "warning",
    checks="secrecy without an end, and no trade secret",
    why=(
        "Most information is old in a few years. A duty without an end scares people, and courts"
        " in some places do not uphold it."
    ),
    remedy="write `term: 2 years`; one year is a common default, three to five are frequent",
    source="Common Paper Mutual NDA 1.0; GOV.UK guidance, 2015",
    limits="More than ten years count as for ever.",
    bad="legal: {nda: {needed: true, term: 99 years}}",
    good="legal: {nda: {needed: true, term: 3 years}}",
)
def for_ever(brief: Brief) -> Iterator[Problem]:
    """Yield a term above ten years, and words for one without an end, where no trade secret is."""
    if brief.project.data.trade_secrets:
        return
    nda = brief.legal.nda
    if nda.term and _years(nda.term) > _FOR_EVER:
        yield Problem(("legal", "nda", "term"), f"`{nda.term}` is as good as for ever")
    for name in ("purpose", "law", "venue"):
        if found := _ENDLESS.search(getattr(nda, name) or ""):
            yield Problem(("legal", "nda", name), f"`{found[0]}` has no end", found[0])
    for index, paper in enumerate(brief.legal.docs):
        if found := _ENDLESS.search(paper):
            yield Problem(("legal", "docs", index), f"`{found[0]}` has no end", found[0])


def _years(term: Duration) -> float:
    return float(term.high) / _YEARS[term.unit] if term.unit in _YEARS else 0.0


@rule(
    "NDA-04",
    "warning",
    checks="a ban on competing, or a fixed penalty",
    why=(
        "A freelancer lives from several clients. Such a ban scares good people and is void in"
        " many places, such as California; fixed penalties are often refused or cut."
    ),
    remedy="write `false`, or ask a lawyer first",
    source="Cal. Business and Professions Code 16600; own rule",
    bad="legal: {nda: {non_compete: true}}",
    good="legal: {nda: {non_compete: false}}",
)
def harsh(brief: Brief) -> Iterator[Problem]:
    """Yield each clause that good freelancers do not sign."""
    clauses = {"non_compete": "a ban on competing", "penalty": "a fixed penalty"}
    for name, said in clauses.items():
        if getattr(brief.legal.nda, name):
            yield Problem(("legal", "nda", name), f"{said} is asked of a freelancer")


@rule(
    "NDA-05",
    "warning",
    checks="a US trade secret, and an NDA without the whistleblower notice",
    why=(
        "The notice tells a person that reporting a crime to the authorities stays allowed."
        " Without it you lose extra damages and lawyer's fees under that law."
    ),
    remedy="write `Notice under 18 USC 1833(b)` in `legal.docs`",
    source="18 USC 1833(b)(3) and (4), the Defend Trade Secrets Act",
    bad=(
        'client: {country: "US"}\nproject: {data: {trade_secrets: true}}\n'
        "legal: {nda: {needed: true}}"
    ),
    good=(
        'client: {country: "US"}\nproject: {data: {trade_secrets: true}}\n'
        "legal: {nda: {needed: true}, docs: [Notice under 18 USC 1833(b)]}"
    ),
)
def no_notice(brief: Brief) -> Iterator[Problem]:
    """Yield an NDA on trade secrets with a person under US law that lacks the notice."""
    nda, client = brief.legal.nda, brief.client
    places = (client.country, client.region, *brief.legal.jurisdictions)
    if not nda.needed or not brief.project.data.trade_secrets or brief.sourcing.route == "agency":
        return
    papers = (*brief.legal.docs, nda.purpose or "")
    if any(place and place[:2] == "US" for place in places) and not any(
        map(_WHISTLE.search, papers)
    ):
        said = "no paper gives the whistleblower notice of US law"
        yield Problem(("legal", "docs"), said)


@rule(
    "NDA-06",
    "error",
    checks="code, design or text, and nothing on who owns it",
    why=(
        "Without a written transfer the maker usually keeps the rights, even when the work is"
        " paid in full."
    ),
    remedy="write `ip: client_on_payment` in `legal`, or a `licence` for each deliverable",
    source="Common Paper Professional Services Agreement",
    bad="project: {category: design, deliverables: [{name: A logo}]}",
    good=(
        "project: {category: design, deliverables: [{name: A logo}]}\n"
        "legal: {ip: client_on_payment}"
    ),
)
def ownership_undecided(brief: Brief) -> Iterator[Problem]:
    """Yield creative work and code without a decision on its rights."""
    made = brief.project.deliverables
    if brief.legal.ip is not None or (made and all(item.licence for item in made)):
        return
    place = ("legal", "ip")
    if brief.project.category in _CREATIVE:
        yield Problem(
            place, f"nothing says who owns the results of this {brief.project.category} work"
        )
        return
    for item in made:
        found = _MADE.search(f"{item.name} {item.format or ''}")
        if found and not item.licence:
            yield Problem(place, f"nothing says who owns `{item.name}`")
            return
