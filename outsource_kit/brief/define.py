"""Define the task: what, why, to which standard, by when, and how both sides talk."""

from typing import Annotated, Literal

from outsource_kit.brief.amounts import Duration, Flag, Money, Number, Positive, Workload
from outsource_kit.brief.audience import Audience, Section
from outsource_kit.brief.codes import (
    Colour,
    Country,
    Email,
    Jurisdiction,
    Language,
    Link,
    PictureName,
    Slug,
)
from outsource_kit.brief.text import Prose, Text
from outsource_kit.brief.times import Day, Deadline, Window, Zone

CANDIDATE, AGENCY, INTERNAL = Audience

Category = Literal["admin", "design", "writing", "development", "data", "marketing", "other"]
"""A field of work."""

AiRule = Literal["allowed", "allowed_with_disclosure", "not_allowed"]
"""Whether AI tools may be used."""


Paper = Literal["A4", "Letter"]
"""A size of paper."""


class Kit(Section):
    """The kit itself: its name, language, time zone and date."""

    heading = "Define the tasks"

    id: Annotated[Slug | None, INTERNAL] = None
    """Name of the output folder; left out, the brief's own folder or file name is taken."""

    title: Annotated[Text | None, CANDIDATE] = None
    """Title on the covers; left out, the project's title is taken."""

    language: Annotated[Language, CANDIDATE] = Language("en")
    """Language tag (BCP 47) in which dates, numbers and money are written."""

    timezone: Annotated[Zone | None, CANDIDATE] = None
    """Time zone of the client, for working days and hours that name no other."""

    paper: Annotated[Paper | None, CANDIDATE] = None
    """Size of paper of the PDFs; left out, it is the one that the client's country prints on."""

    issued: Annotated[Day | None, CANDIDATE] = None
    """The day the kit is issued: printed on every document, and "today" for every check."""


class Brand(Section):
    """How the client looks: it colours every page."""

    heading = "Define the tasks"

    logo: Annotated[PictureName | None, CANDIDATE] = None
    """File of the logo, beside the brief."""

    colour: Annotated[Colour | None, CANDIDATE] = None
    """The main colour; where text needs more contrast, a darker or lighter shade is taken."""

    second_colour: Annotated[Colour | None, CANDIDATE] = None
    """A second colour, for pictures."""


class Client(Section):
    """Who hires."""

    heading = "Define the tasks"

    display_name: Annotated[Text | None, CANDIDATE] = None
    """Name under which the client appears in every document."""

    about: Annotated[Prose | None, CANDIDATE] = None
    """What the client does, for someone who has never heard of them."""

    legal_name: Annotated[Text | None, CANDIDATE] = None
    """Full legal name, for contracts."""

    postal_address: Annotated[Text | None, CANDIDATE] = None
    """Postal address, for contracts, on one line."""

    country: Annotated[Country | None, CANDIDATE] = None
    """Country of the client's seat (ISO 3166-1 alpha-2)."""

    region: Annotated[Jurisdiction | None, CANDIDATE] = None
    """State or region of the client's seat (ISO 3166-2), such as `US-NY`."""

    contact_name: Annotated[Text | None, CANDIDATE] = None
    """Person who answers questions."""

    contact_email: Annotated[Email | None, CANDIDATE] = None
    """Address for questions; leave it out where a platform forbids contact details in a post."""

    decision_owner: Annotated[Text | None, CANDIDATE] = None
    """The one person who decides: who is hired, and whether work is accepted."""

    brand: Annotated[Brand, CANDIDATE] = Brand.model_construct()
    """Logo and colours."""


class Example(Section):
    """A piece of work to compare with."""

    url: Annotated[Link, CANDIDATE]
    """Where it is."""

    what_we_like: Annotated[Text | None, CANDIDATE] = None
    """What about it we like."""


class Deliverable(Section):
    """A result to hand over."""

    name: Annotated[Text, CANDIDATE]
    """What is handed over."""

    id: Annotated[Slug | None, CANDIDATE] = None
    """Short name by which milestones refer to it."""

    format: Annotated[Text | None, CANDIDATE] = None
    """In which form, such as a file type."""

    done_when: Annotated[tuple[Text, ...], CANDIDATE] = ()
    """Tests that anyone can repeat; all must hold."""

    licence: Annotated[Text | None, CANDIDATE] = None
    """Who owns it, from when."""

    due: Annotated[Day | None, CANDIDATE] = None
    """The day it is due."""


class Sensitive(Section):
    """What the freelancer will get to see or touch; decides which papers are needed."""

    personal: Annotated[Flag | None, AGENCY] = None
    """Personal data of anyone."""

    special_category: Annotated[Flag | None, AGENCY] = None
    """Health, beliefs, origin and the like (GDPR article 9)."""

    code_access: Annotated[Flag | None, AGENCY] = None
    """Source code."""

    credentials: Annotated[Flag | None, AGENCY] = None
    """Accounts and passwords."""

    trade_secrets: Annotated[Flag | None, AGENCY] = None
    """Trade secrets."""

    payment_data: Annotated[Flag | None, AGENCY] = None
    """Card or bank data."""

    minors: Annotated[Flag | None, AGENCY] = None
    """Contact with minors, or their data."""

    regulated: Annotated[Flag | None, AGENCY] = None
    """Data under a law of its sector, such as health or finance."""


class Project(Section):
    """The work."""

    heading = "Define the tasks"

    title: Annotated[Text, CANDIDATE]
    """The role or the result, in a line that someone would search for."""

    what: Annotated[Prose, CANDIDATE]
    """What needs to be done."""

    category: Annotated[Category | None, CANDIDATE] = None
    """The field of work."""

    role: Annotated[Slug | None, CANDIDATE] = None
    """The role, such as `designer`, whose usual questions, metrics, platforms and papers stand in
    for those that the brief leaves out."""

    why: Annotated[Prose | None, CANDIDATE] = None
    """Why it needs to be done: what changes when it is."""

    context: Annotated[Prose | None, CANDIDATE] = None
    """What one must know to understand the task."""

    audience: Annotated[Prose | None, CANDIDATE] = None
    """For whom the result is."""

    specifications: Annotated[tuple[Text, ...], CANDIDATE] = ()
    """What the result must be, each one a fact that can be checked."""

    out_of_scope: Annotated[tuple[Text, ...], CANDIDATE] = ()
    """What is not asked for."""

    implementation_expectations: Annotated[Prose | None, CANDIDATE] = None
    """How the work should be done, where that matters."""

    examples: Annotated[tuple[Example, ...], CANDIDATE] = ()
    """Similar work."""

    deliverables: Annotated[tuple[Deliverable, ...], CANDIDATE] = ()
    """What is handed over."""

    sensitive_notes: Annotated[Prose | None, INTERNAL] = None
    """What must not be said outside."""

    data: Annotated[Sensitive, AGENCY] = Sensitive.model_construct()
    """What the freelancer will get to see or touch."""


class Engagement(Section):
    """The kind of contract."""

    heading = "Define the tasks"

    type: Annotated[Literal["fixed", "hourly", "retainer", "contest"] | None, CANDIDATE] = None
    """How the work is bought."""

    worker_status: Annotated[Literal["contractor", "employee", "unsure"] | None, AGENCY] = None
    """What the person will be in law."""

    workload: Annotated[Workload | None, CANDIDATE] = None
    """Hours of work a week."""

    duration: Annotated[Duration | None, CANDIDATE] = None
    """How long the work lasts."""

    pieces: Annotated[Positive | None, CANDIDATE] = None
    """How many pieces are asked for in all, where the price is by the piece."""

    start: Annotated[Day | None, CANDIDATE] = None
    """The day on which the work should start."""

    growth: Annotated[Prose | None, CANDIDATE] = None
    """What the work may grow into."""


class Milestone(Section):
    """A step that is delivered, accepted and paid by itself."""

    name: Annotated[Text, CANDIDATE]
    """What is reached."""

    id: Annotated[Slug | None, CANDIDATE] = None
    """Short name by which other fields refer to it."""

    due: Annotated[Day | None, CANDIDATE] = None
    """The day it is due."""

    amount: Annotated[Money | None, CANDIDATE] = None
    """What is paid when it is accepted."""

    deliverables: Annotated[tuple[Slug, ...], CANDIDATE] = ()
    """Short names of the deliverables that are part of it."""

    acceptance: Annotated[tuple[Text, ...], CANDIDATE] = ()
    """Tests that anyone can repeat; all must hold."""


class Schedule(Section):
    """The dates, in their order."""

    heading = "Define the tasks"

    apply_by: Annotated[Deadline | None, CANDIDATE] = None
    """The last moment for applications."""

    decision_by: Annotated[Day | None, CANDIDATE] = None
    """The day by which every applicant has an answer."""

    start_by: Annotated[Day | None, CANDIDATE] = None
    """The last day on which the work may start."""

    end_by: Annotated[Day | None, CANDIDATE] = None
    """The day by which all is delivered."""

    milestones: Annotated[tuple[Milestone, ...], CANDIDATE] = ()
    """The steps."""


class Metric(Section):
    """A number that tells whether the work succeeds."""

    name: Annotated[Text, CANDIDATE]
    """What is measured."""

    id: Annotated[Slug | None, CANDIDATE] = None
    """Short name by which other fields refer to it."""

    category: Annotated[Literal["timeline", "quality", "cost", "other"] | None, CANDIDATE] = None
    """What kind of success it shows."""

    why: Annotated[Text | None, CANDIDATE] = None
    """The outcome it stands for."""

    unit: Annotated[Text | None, CANDIDATE] = None
    """Unit of baseline, target and threshold, such as `unread messages` or `% of days`."""

    baseline: Annotated[Number | None, CANDIDATE] = None
    """Its value today."""

    baseline_on: Annotated[Day | None, CANDIDATE] = None
    """The day the baseline was measured."""

    baseline_plan: Annotated[Text | None, CANDIDATE] = None
    """How and when a baseline will be measured, where there is none yet."""

    target: Annotated[Number | None, CANDIDATE] = None
    """The value to reach."""

    threshold: Annotated[Number | None, CANDIDATE] = None
    """The least that is acceptable."""

    direction: Annotated[Literal["up", "down"] | None, CANDIDATE] = None
    """Whether more or less is better."""

    method: Annotated[Text | None, CANDIDATE] = None
    """How it is measured."""

    source: Annotated[Text | None, CANDIDATE] = None
    """Where the numbers come from."""

    owner: Annotated[Text | None, CANDIDATE] = None
    """Who measures it."""

    cadence: Annotated[Text | None, CANDIDATE] = None
    """How often it is measured."""

    review_on: Annotated[Day | None, CANDIDATE] = None
    """The day on which both sides look at it."""

    consequence: Annotated[Text | None, CANDIDATE] = None
    """What follows when it is met or missed."""

    shared: Annotated[Flag, INTERNAL] = True
    """Whether the freelancer may see it; `false` keeps the whole metric internal."""

    def known_to(self) -> Audience:
        """Return who may know the metric exists."""
        return CANDIDATE if self.shared else INTERNAL


class Communication(Section):
    """How both sides talk."""

    heading = "Define the tasks"

    channels: Annotated[tuple[Text, ...], CANDIDATE] = ()
    """Where messages go, the usual one first."""

    response_within: Annotated[Duration | None, CANDIDATE] = None
    """How soon each side answers, in shared hours."""

    updates: Annotated[Text | None, CANDIDATE] = None
    """How often the freelancer reports."""

    level_of_detail: Annotated[Text | None, CANDIDATE] = None
    """How much a report says."""

    calls: Annotated[tuple[Text, ...], CANDIDATE] = ()
    """Calls that are planned, each with its length."""

    hours: Annotated[Window | None, CANDIDATE] = None
    """Hours in which the client can be reached."""


class Nda(Section):
    """The confidentiality agreement."""

    needed: Annotated[Flag | None, AGENCY] = None
    """Whether one is needed."""

    stage: Annotated[Literal["application", "trial", "work"] | None, AGENCY] = None
    """From which stage on."""

    type: Annotated[Literal["one_way", "mutual"] | None, AGENCY] = None
    """Whether one side is bound or both."""

    purpose: Annotated[Text | None, AGENCY] = None
    """The one purpose for which information may be used."""

    effective_on: Annotated[Day | None, AGENCY] = None
    """The day it takes effect."""

    term: Annotated[Duration | None, AGENCY] = None
    """How long information stays confidential."""

    law: Annotated[Text | None, AGENCY] = None
    """Which law governs it."""

    venue: Annotated[Text | None, AGENCY] = None
    """Which courts decide."""

    non_compete: Annotated[Flag | None, AGENCY] = None
    """Whether a ban on competing is asked for."""

    non_solicit: Annotated[Flag | None, AGENCY] = None
    """Whether a ban on soliciting staff or customers is asked for."""

    penalty: Annotated[Flag | None, AGENCY] = None
    """Whether a fixed penalty is asked for."""


class Legal(Section):
    """The papers."""

    heading = "Define the tasks"

    nda: Annotated[Nda, AGENCY] = Nda.model_construct()
    """The confidentiality agreement."""

    ip: Annotated[Literal["client_on_payment", "licence", "contractor"] | None, AGENCY] = None
    """Who owns the results: the client from payment, the freelancer with a licence, or without."""

    dpa: Annotated[Literal["needed", "signed", "not_needed"] | None, AGENCY] = None
    """Whether a data-processing agreement is needed."""

    insurance: Annotated[Text | None, AGENCY] = None
    """Which insurance is asked for."""

    background: Annotated[Text | None, AGENCY] = None
    """Which background check is asked for, and why the law allows it."""

    docs: Annotated[tuple[Text, ...], AGENCY] = ()
    """Further papers that are needed."""

    jurisdictions: Annotated[tuple[Jurisdiction, ...], AGENCY] = ()
    """Countries and states whose law may apply, the freelancer's among them."""


class AiPolicy(Section):
    """Whether AI tools may be used."""

    heading = "Define the tasks"

    trial: Annotated[AiRule | None, CANDIDATE] = None
    """In the trial task."""

    work: Annotated[AiRule | None, CANDIDATE] = None
    """In the work."""

    disclosure: Annotated[Text | None, CANDIDATE] = None
    """What must be said about it, and where."""
