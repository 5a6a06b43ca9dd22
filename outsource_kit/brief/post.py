"""Post the job: what the freelancer gets, what they bring, and what becomes of the documents."""

from typing import Annotated, Literal

from outsource_kit.brief.amounts import (
    Duration,
    Flag,
    Money,
    Percent,
    Price,
    Rate,
)
from outsource_kit.brief.audience import Audience, Section
from outsource_kit.brief.codes import Cefr, Country, Currency, Language, Link
from outsource_kit.brief.text import Prose, Text
from outsource_kit.brief.times import Window

CANDIDATE, AGENCY, INTERNAL = Audience

Format = Literal["md", "html", "pdf", "txt"]
"""What a document can be made as; `txt` are texts for pasting, where a document has some."""


class ValuePoint(Section):
    """A reason for a good freelancer to take the job."""

    kind: Annotated[
        Literal[
            "money",
            "repeat",
            "quick_start",
            "portfolio",
            "credit",
            "interesting",
            "learning",
            "treatment",
        ],
        CANDIDATE,
    ]
    """What the freelancer gets."""

    text: Annotated[Text, CANDIDATE]
    """The promise, in a line that can be kept."""


class Requirement(Section):
    """Something the freelancer must or should bring."""

    text: Annotated[Text, CANDIDATE]
    """What it is, so that it can be seen."""

    evidence: Annotated[Text | None, CANDIDATE] = None
    """How an applicant can show it."""

    criterion: Annotated[Text | None, AGENCY] = None
    """The criterion under which it is scored."""


class LanguageLevel(Section):
    """How well a language must be known."""

    language: Annotated[Language, CANDIDATE]
    """Which one (BCP 47)."""

    level: Annotated[Cefr, CANDIDATE]
    """Level of the Common European Framework."""

    why: Annotated[Text | None, CANDIDATE] = None
    """What it is needed for."""


class Overlap(Section):
    """Hours in which both sides work."""

    window: Annotated[Window | None, CANDIDATE] = None
    """The hours, in their zone."""

    days: Annotated[Text | None, CANDIDATE] = None
    """On which days."""

    at_least: Annotated[Duration | None, CANDIDATE] = None
    """How much of the window is enough."""


class Location(Section):
    """Where the work is done."""

    mode: Annotated[Literal["remote", "hybrid", "on_site"] | None, CANDIDATE] = None
    """From where."""

    countries: Annotated[tuple[Country, ...], CANDIDATE] = ()
    """Countries to which the work is limited."""

    why: Annotated[Text | None, CANDIDATE] = None
    """The reason for a limit."""


class Requirements(Section):
    """What the freelancer brings."""

    heading = "Posting the job"

    must: Annotated[tuple[Requirement, ...], CANDIDATE] = ()
    """Without these, no."""

    nice: Annotated[tuple[Requirement, ...], CANDIDATE] = ()
    """A plus."""

    tools: Annotated[tuple[Text, ...], CANDIDATE] = ()
    """Tools that are used."""

    language_level: Annotated[tuple[LanguageLevel, ...], CANDIDATE] = ()
    """Languages that are used."""

    overlap: Annotated[Overlap, CANDIDATE] = Overlap.model_construct()
    """Hours in which both sides work."""

    location: Annotated[Location, CANDIDATE] = Location.model_construct()
    """Where the work is done."""


class PayTerms(Section):
    """When and how money moves."""

    schedule: Annotated[Text | None, CANDIDATE] = None
    """What triggers a payment."""

    within: Annotated[Duration | None, CANDIDATE] = None
    """How long after it the money arrives."""

    method: Annotated[Text | None, CANDIDATE] = None
    """Which way."""

    deposit: Annotated[Text | None, CANDIDATE] = None
    """What is paid or held in advance."""

    currency: Annotated[Currency | None, CANDIDATE] = None
    """In which currency."""


class Pay(Section):
    """The money: what is said aloud, and what only the hirer knows."""

    heading = "Posting the job"

    mode: Annotated[Literal["publish_range", "fixed", "ask_quotes"] | None, CANDIDATE] = None
    """Whether the post names a range, a fixed price, or asks for quotes."""

    rate: Annotated[Rate | None, CANDIDATE] = None
    """The published rate."""

    fixed: Annotated[Money | None, CANDIDATE] = None
    """The published fixed price."""

    ceiling_public: Annotated[Price | None, CANDIDATE] = None
    """The published upper limit for quotes."""

    terms: Annotated[PayTerms, CANDIDATE] = PayTerms.model_construct()
    """When and how money moves."""

    invoice_by: Annotated[Text | None, CANDIDATE] = None
    """When invoices are sent."""

    expenses: Annotated[Text | None, CANDIDATE] = None
    """Which expenses are refunded."""

    late_fee: Annotated[Text | None, CANDIDATE] = None
    """What the client owes for paying late."""

    minimum: Annotated[Price | None, INTERNAL] = None
    """The least that may be paid: by the law where the freelancer is, or by your own rule."""

    target: Annotated[Price | None, INTERNAL] = None
    """The price to aim for."""

    walk_away: Annotated[Price | None, INTERNAL] = None
    """The price above which not to hire."""

    own_hour_value: Annotated[Price | None, INTERNAL] = None
    """What an hour of the hirer is worth."""

    budget_total: Annotated[Money | None, INTERNAL] = None
    """All the money there is."""

    platform_fee: Annotated[Percent | None, INTERNAL] = None
    """The platform's fee on each payment, on the client's side."""

    contract_fee: Annotated[Money | None, INTERNAL] = None
    """The platform's fee for each contract."""


class Publish(Section):
    """What becomes of the documents."""

    heading = "Posting the job"

    formats: Annotated[tuple[Format, ...], CANDIDATE] = ()
    """Formats to make; left out, all."""

    jsonld: Annotated[Flag | None, CANDIDATE] = None
    """Whether the job post carries schema.org data."""

    url: Annotated[Link | None, CANDIDATE] = None
    """Address at which the job post will stand."""

    equal_opportunity: Annotated[Prose | None, CANDIDATE] = None
    """The line on equal treatment."""

    adjustments_contact: Annotated[Text | None, CANDIDATE] = None
    """Whom to ask for adjustments."""
