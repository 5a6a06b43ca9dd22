"""What a brief may say: every field, its type, its meaning and the audience that may know it.

In: plain data. Out: a frozen `Brief`. The sections stand in the order of the outsourcing guide:
`identify`, `define`, `hire` (find, post, choose, negotiate), `manage`. The field reference is made
from the docstrings here. Absent: files and their errors (`load`), arithmetic (`figures`).
"""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import ValidationError, model_validator

from outsource_kit.brief.audience import Audience, Section, audience_of
from outsource_kit.brief.choose import (
    Messages,
    Question,
    Scoring,
    Screening,
    Selection,
    Trial,
)
from outsource_kit.brief.define import (
    AiPolicy,
    Client,
    Communication,
    Engagement,
    Kit,
    Legal,
    Metric,
    Project,
    Schedule,
)
from outsource_kit.brief.find import Sourcing
from outsource_kit.brief.manage import Management
from outsource_kit.brief.negotiate import BreakEven, Negotiation
from outsource_kit.brief.post import Pay, Publish, Requirements, ValuePoint
from outsource_kit.brief.references import broken
from outsource_kit.brief.said import Said, texts
from outsource_kit.brief.text import Text
from outsource_kit.brief.times import Day

__all__ = ["VERSION", "Audience", "Brief", "Section", "audience_of"]

CANDIDATE, AGENCY, INTERNAL = Audience

VERSION = 1
"""The version of the format that `Brief` is; `brief_version` names it."""


class Ignored(Section):
    """A finding that the author has decided to live with."""

    rule: Annotated[Text, INTERNAL]
    """The rule's id."""

    reason: Annotated[Text, INTERNAL]
    """Why it does not hold here."""

    until: Annotated[Day | None, INTERNAL] = None
    """The last day on which it is ignored."""


class Lint(Section):
    """Findings to ignore."""

    ignore: Annotated[tuple[Ignored, ...], INTERNAL] = ()
    """The findings."""


class Brief(Section):
    """A project and how to hire for it."""

    kind: Annotated[Literal["brief"], CANDIDATE] = "brief"
    """What the file is."""

    brief_version: Annotated[Literal[1], CANDIDATE] = 1
    """Version of the format."""

    kit: Annotated[Kit, CANDIDATE] = Kit.model_construct()
    """The kit itself."""

    client: Annotated[Client, CANDIDATE] = Client.model_construct()
    """Who hires."""

    project: Annotated[Project, CANDIDATE]
    """The work."""

    engagement: Annotated[Engagement, CANDIDATE] = Engagement.model_construct()
    """The kind of contract."""

    schedule: Annotated[Schedule, CANDIDATE] = Schedule.model_construct()
    """The dates."""

    metrics: Annotated[tuple[Metric, ...], CANDIDATE] = ()
    """Numbers that tell whether the work succeeds."""

    communication: Annotated[Communication, CANDIDATE] = Communication.model_construct()
    """How both sides talk."""

    legal: Annotated[Legal, AGENCY] = Legal.model_construct()
    """The papers."""

    ai_policy: Annotated[AiPolicy, CANDIDATE] = AiPolicy.model_construct()
    """Whether AI tools may be used."""

    sourcing: Annotated[Sourcing, AGENCY] = Sourcing.model_construct()
    """Where to look."""

    value_proposition: Annotated[tuple[ValuePoint, ...], CANDIDATE] = ()
    """Reasons for a good freelancer to take the job."""

    requirements: Annotated[Requirements, CANDIDATE] = Requirements.model_construct()
    """What the freelancer brings."""

    pay: Annotated[Pay, CANDIDATE] = Pay.model_construct()
    """The money."""

    publish: Annotated[Publish, CANDIDATE] = Publish.model_construct()
    """What becomes of the documents."""

    questions: Annotated[tuple[Question, ...], CANDIDATE] = ()
    """Questions to every candidate."""

    screening: Annotated[Screening, CANDIDATE] = Screening.model_construct()
    """Conditions checked before anything is scored."""

    trial: Annotated[Trial, CANDIDATE] = Trial.model_construct()
    """A small paid task."""

    scoring: Annotated[Scoring, AGENCY] = Scoring.model_construct()
    """How candidates are scored."""

    selection: Annotated[Selection, CANDIDATE] = Selection.model_construct()
    """How the choice is made."""

    messages: Annotated[Messages, AGENCY] = Messages.model_construct()
    """Who writes to candidates."""

    negotiation: Annotated[Negotiation, INTERNAL] = Negotiation.model_construct()
    """How to agree on a price."""

    break_even: Annotated[BreakEven, INTERNAL] = BreakEven.model_construct()
    """Whether it pays off."""

    management: Annotated[Management, CANDIDATE] = Management.model_construct()
    """How the work is led."""

    lint: Annotated[Lint, INTERNAL] = Lint.model_construct()
    """Findings to ignore."""

    @cached_property
    def said(self) -> tuple[Said, ...]:
        """Every text of the brief, in its order, with who may read it."""
        return texts(self)

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        """Refuse short names that are given twice, or used and never given."""
        if errors := list(broken(self)):
            title = type(self).__name__
            raise ValidationError.from_exception_data(title, errors)
        return self
