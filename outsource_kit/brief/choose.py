"""Choose candidates: questions, conditions, trial, scores, messages."""

from typing import Annotated, Literal

from outsource_kit.brief.amounts import (
    Duration,
    Flag,
    Money,
    Percent,
    Positive,
    Weight,
)
from outsource_kit.brief.audience import Audience, Section
from outsource_kit.brief.codes import Slug
from outsource_kit.brief.text import Prose, Text
from outsource_kit.brief.times import Day

CANDIDATE, AGENCY, INTERNAL = Audience

MessageId = Literal[
    "m01-ack",
    "m02-invite",
    "m03-trial",
    "m04-nudge1",
    "m05-received",
    "m06-nudge2",
    "m06b-close",
    "m07-interview",
    "m08-offer",
    "m09-reject-trial",
    "m10-reject",
    "m11-onboard",
    "m12-checkin",
    "m13-revise",
    "m14-accept",
    "m15-scope",
    "m16-late",
    "m17-thanks",
    "m18-reviewask",
    "m19-again",
    "m20-pause",
]
"""The messages to candidates, as `templates/documents/follow-up-messages.md` names them."""


class Anchors(Section):
    """What an answer of each grade looks like, on the scale of four."""

    poor: Annotated[Text | None, AGENCY] = None
    """Grade 1."""

    mixed: Annotated[Text | None, AGENCY] = None
    """Grade 2."""

    good: Annotated[Text | None, AGENCY] = None
    """Grade 3."""

    excellent: Annotated[Text | None, AGENCY] = None
    """Grade 4."""


class Question(Section):
    """A question to every candidate, in the same words."""

    text: Annotated[Text, CANDIDATE]
    """The question."""

    id: Annotated[Slug | None, CANDIDATE] = None
    """Short name by which other fields refer to it."""

    kind: Annotated[
        Literal["understanding", "method", "experience", "sample", "success", "logistics", "gate"]
        | None,
        CANDIDATE,
    ] = None
    """What kind of question; a `gate` is answered by yes or no and decides alone."""

    criterion: Annotated[Text | None, CANDIDATE] = None
    """What the answer is scored on."""

    max_words: Annotated[Positive | None, CANDIDATE] = None
    """The longest useful answer, in words."""

    anchors: Annotated[Anchors, AGENCY] = Anchors.model_construct()
    """What an answer of each grade looks like."""

    listen_for: Annotated[Prose | None, AGENCY] = None
    """What a good answer sounds like."""

    probe: Annotated[Text | None, AGENCY] = None
    """What to ask next."""


class Gate(Section):
    """A condition answered by yes or no; one no decides."""

    text: Annotated[Text, CANDIDATE]
    """The condition, as a question."""

    id: Annotated[Slug | None, CANDIDATE] = None
    """Short name by which other fields refer to it."""

    kind: Annotated[
        Literal["hours", "lawful", "licence", "tool", "nda", "rate", "conflict", "other"] | None,
        AGENCY,
    ] = None
    """What it is about."""


class Screening(Section):
    """Conditions checked before anything is scored."""

    heading = "Choosing candidates"

    gates: Annotated[tuple[Gate, ...], CANDIDATE] = ()
    """The conditions."""

    effort: Annotated[Duration | None, CANDIDATE] = None
    """How long a good application takes to write."""


class TrialCriterion(Section):
    """Something the trial is scored on."""

    name: Annotated[Text, CANDIDATE]
    """What is scored."""

    weight: Annotated[Weight | None, CANDIDATE] = None
    """Its share of a hundred points."""

    looks_at: Annotated[Text | None, CANDIDATE] = None
    """What the assessor looks at."""


class Trial(Section):
    """A small paid task for the few best candidates."""

    heading = "Choosing candidates"

    enabled: Annotated[Flag | None, CANDIDATE] = None
    """Whether there is one; left out, there is one where a task is given."""

    title: Annotated[Text | None, CANDIDATE] = None
    """Its name."""

    task: Annotated[Prose | None, CANDIDATE] = None
    """What to do."""

    inputs: Annotated[tuple[Text, ...], CANDIDATE] = ()
    """What is supplied; invented or redacted."""

    deliverable: Annotated[Prose | None, CANDIDATE] = None
    """What to hand in, in which form."""

    time_box: Annotated[Duration | None, CANDIDATE] = None
    """The most time to spend."""

    due_after: Annotated[Duration | None, CANDIDATE] = None
    """How long after the start it is due."""

    pay: Annotated[Money | None, CANDIDATE] = None
    """What each candidate is paid, hired or not."""

    paid_within: Annotated[Duration | None, CANDIDATE] = None
    """How soon after delivery it is paid."""

    licence_if_not_hired: Annotated[
        Literal["candidate_keeps", "client_on_payment"] | None, CANDIDATE
    ] = None
    """Who owns the result of someone who is not hired."""

    max_candidates: Annotated[Positive | None, CANDIDATE] = None
    """How many people do it."""

    criteria: Annotated[tuple[TrialCriterion, ...], CANDIDATE] = ()
    """What it is scored on."""

    rubric: Annotated[Prose | None, AGENCY] = None
    """What each grade looks like."""

    review_time: Annotated[Duration | None, INTERNAL] = None
    """How long the hirer takes to score one result."""

    reference_solution: Annotated[Prose | None, AGENCY] = None
    """What a good result looks like, with the traps that were set."""


class ApplicationWeights(Section):
    """Points of the four criteria of an application; a hundred together."""

    speed: Annotated[Weight | None, AGENCY] = None
    """How soon the reply came, within the hours posted."""

    effort: Annotated[Weight | None, AGENCY] = None
    """How specific the reply is."""

    skills: Annotated[Weight | None, AGENCY] = None
    """How well earlier work matches the task."""

    credibility: Annotated[Weight | None, AGENCY] = None
    """Reviews, references and record."""


class StageWeights(Section):
    """Points of the three stages; a hundred together."""

    application: Annotated[Weight | None, AGENCY] = None
    """The application."""

    answers: Annotated[Weight | None, AGENCY] = None
    """The answers."""

    trial: Annotated[Weight | None, AGENCY] = None
    """The trial."""


class Thresholds(Section):
    """What decides."""

    hire: Annotated[Percent | None, AGENCY] = None
    """The least score with which to hire."""

    coverage: Annotated[Percent | None, AGENCY] = None
    """The least share of criteria that must be scored before anyone is ranked."""


class Scoring(Section):
    """How candidates are scored."""

    heading = "Choosing candidates"

    scale: Annotated[Literal["s4", "s5", "g5", "uk03"] | None, AGENCY] = None
    """Four grades, five grades, Greenhouse's five, or 0 to 3."""

    weights: Annotated[ApplicationWeights, AGENCY] = ApplicationWeights.model_construct()
    """Points of the application's criteria."""

    stage_weights: Annotated[StageWeights, AGENCY] = StageWeights.model_construct()
    """Points of the stages."""

    thresholds: Annotated[Thresholds, AGENCY] = Thresholds.model_construct()
    """What decides."""

    critical: Annotated[tuple[Text, ...], AGENCY] = ()
    """Criteria on which the lowest grade decides alone."""


class Selection(Section):
    """How the choice is made."""

    heading = "Choosing candidates"

    review_after: Annotated[Duration | None, CANDIDATE] = None
    """How long after posting the first applications are read."""

    min_assessed: Annotated[Positive | None, AGENCY] = None
    """The least number of people to assess."""

    max_trial: Annotated[Positive | None, AGENCY] = None
    """The most people to ask for a trial."""

    criteria_published: Annotated[Flag | None, CANDIDATE] = None
    """Whether candidates are told the criteria."""

    stages: Annotated[tuple[Text, ...], CANDIDATE] = ()
    """The steps from application to contract, in order."""

    feedback_within: Annotated[Duration | None, CANDIDATE] = None
    """How soon everyone who did a trial hears how it went."""

    delete_records_on: Annotated[Day | None, CANDIDATE] = None
    """The day on which applicants' data is deleted."""


class MessageOverride(Section):
    """Own words for one of the messages."""

    id: Annotated[MessageId, AGENCY]
    """The message it replaces."""

    subject: Annotated[Text | None, AGENCY] = None
    """Its subject."""

    body: Annotated[Prose, AGENCY]
    """Its text."""


class Messages(Section):
    """Who writes to candidates, and how."""

    heading = "Choosing candidates"

    sender: Annotated[Text | None, AGENCY] = None
    """Who writes."""

    signature: Annotated[Text | None, AGENCY] = None
    """How messages are signed; left out, the sender's name."""

    tone: Annotated[Literal["warm", "neutral", "formal"] | None, AGENCY] = None
    """How messages greet and close; left out, warm."""

    overrides: Annotated[tuple[MessageOverride, ...], AGENCY] = ()
    """Own words for some messages."""
