"""Candidates: who applied for a brief, and how they were scored, a file of its own."""

from typing import Annotated, Literal, Self

from pydantic import PrivateAttr

from outsource_kit.brief import Brief
from outsource_kit.brief.amounts import Count, Duration, Flag, Percent, Price
from outsource_kit.brief.audience import Audience, Section
from outsource_kit.brief.codes import Slug
from outsource_kit.brief.text import Text
from outsource_kit.brief.times import Day, Deadline

CANDIDATE, AGENCY, INTERNAL = Audience


class Rating(Section):
    """What one person scored on one criterion."""

    criterion: Annotated[Text, INTERNAL]
    """The criterion's name; for an answer, the `id` of the question."""

    rating: Annotated[Count, INTERNAL]
    """The grade, on the scale of the brief's scorecard."""

    evidence: Annotated[Text | None, INTERNAL] = None
    """What was seen or read that gives this grade."""

    assessor: Annotated[Text | None, INTERNAL] = None
    """Who gave it."""

    rated_on: Annotated[Day | None, INTERNAL] = None
    """When."""


class Passed(Section):
    """Whether one person meets one condition."""

    gate: Annotated[Slug, INTERNAL]
    """The `id` of the condition."""

    passed: Annotated[Flag, INTERNAL]
    """Whether it is met."""

    reason: Annotated[Text | None, INTERNAL] = None
    """Why not."""


class Candidate(Section):
    """Someone who applied."""

    name: Annotated[Text, INTERNAL]
    """What you call them."""

    id: Annotated[Slug | None, INTERNAL] = None
    """Short name, where two are called the same."""

    applied_at: Annotated[Deadline | None, INTERNAL] = None
    """When the application came."""

    gates: Annotated[tuple[Passed, ...], INTERNAL] = ()
    """Conditions that were checked."""

    application: Annotated[tuple[Rating, ...], INTERNAL] = ()
    """Grades of the application: speed, effort, skills, credibility."""

    answers: Annotated[tuple[Rating, ...], INTERNAL] = ()
    """Grades of the answers."""

    trial: Annotated[tuple[Rating, ...], INTERNAL] = ()
    """Grades of the trial."""

    quote: Annotated[Price | None, INTERNAL] = None
    """What they ask, for the whole or for an hour."""

    estimated: Annotated[Duration | None, INTERNAL] = None
    """How many hours they need, where they ask for an hourly rate."""

    strengths: Annotated[tuple[Text, ...], INTERNAL] = ()
    """What speaks for them."""

    concerns: Annotated[tuple[Text, ...], INTERNAL] = ()
    """What speaks against them."""

    decision: Annotated[
        Literal["offer", "accepted", "reserve", "rejected", "withdrawn"] | None, INTERNAL
    ] = None
    """What was decided."""

    reason: Annotated[Text | None, INTERNAL] = None
    """Why it was decided so."""

    feedback_sent_on: Annotated[Day | None, INTERNAL] = None
    """When they were told how it went."""


class Candidates(Section):
    """Who applied, and how they were scored."""

    heading = "Choosing candidates"

    kind: Annotated[Literal["candidates"], CANDIDATE]
    """What the file is."""

    brief: Annotated[Text, INTERNAL] = Text("brief.yaml")
    """The file of the brief they applied for, seen from this one."""

    scorecard: Annotated[Text | None, INTERNAL] = None
    """Version of the scorecard by which they were scored, as it prints it."""

    price_weight: Annotated[Percent | None, INTERNAL] = None
    """Share of the price in the overall ranking, at most 40 %; left out, 20 %."""

    candidates: Annotated[tuple[Candidate, ...], INTERNAL]
    """The people."""

    _hiring: Brief = PrivateAttr()

    @property
    def hiring(self) -> Brief:
        """The brief they applied for; known once the file is read."""
        return self._hiring

    def to(self, brief: Brief) -> Self:
        """Return these candidates with the `brief` they applied for."""
        known = self.model_copy()
        known._hiring = brief  # noqa: SLF001 - its own
        return known
