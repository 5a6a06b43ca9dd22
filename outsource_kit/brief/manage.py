"""Manage the freelancer: start, rhythm, feedback, revisions, end."""

from typing import Annotated

from outsource_kit.brief.amounts import Count, Duration
from outsource_kit.brief.audience import Audience, Section
from outsource_kit.brief.text import Prose, Text
from outsource_kit.brief.times import Day

CANDIDATE, AGENCY, INTERNAL = Audience


class Access(Section):
    """Something the freelancer is let into."""

    what: Annotated[Text, AGENCY]
    """Which account, folder or system."""

    level: Annotated[Text | None, AGENCY] = None
    """What it allows; the least that does."""

    revoke_on: Annotated[Day | None, AGENCY] = None
    """The day it ends."""


class Decisions(Section):
    """What the freelancer may decide; how the work is done is theirs in any case."""

    decide: Annotated[tuple[Text, ...], CANDIDATE] = ()
    """What they decide alone."""

    tell: Annotated[tuple[Text, ...], CANDIDATE] = ()
    """What they decide, and tell us."""

    ask: Annotated[tuple[Text, ...], CANDIDATE] = ()
    """What they ask about first."""


class Management(Section):
    """How the work is led."""

    heading = "Managing freelancers"

    kickoff_on: Annotated[Day | None, CANDIDATE] = None
    """The day of the first meeting."""

    checkins: Annotated[tuple[Text, ...], CANDIDATE] = ()
    """Meetings and reports that come again."""

    access: Annotated[tuple[Access, ...], AGENCY] = ()
    """What the freelancer is let into."""

    feedback: Annotated[Prose | None, INTERNAL] = None
    """How feedback is given and asked for."""

    mastery: Annotated[Prose | None, INTERNAL] = None
    """What they get to do work that they are proud of: materials, examples, time to learn."""

    decisions: Annotated[Decisions, CANDIDATE] = Decisions.model_construct()
    """Autonomy: what they may decide."""

    purpose: Annotated[Prose | None, INTERNAL] = None
    """What the work changes, and how they hear of it."""

    revision_rounds: Annotated[Count | None, CANDIDATE] = None
    """How many rounds of changes the price includes."""

    acceptance_within: Annotated[Duration | None, CANDIDATE] = None
    """How long the client takes to accept or refuse; silence accepts."""

    resubmission_within: Annotated[Duration | None, CANDIDATE] = None
    """How long the freelancer takes to hand in again what was refused."""

    escalation: Annotated[Text | None, CANDIDATE] = None
    """What happens when the two do not agree."""

    exit: Annotated[Prose | None, CANDIDATE] = None
    """How the work is handed over at the end."""
