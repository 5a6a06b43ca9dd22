"""Identify tasks to outsource: the log of what the hirer does all week."""

from __future__ import annotations

from typing import Annotated

from outsource_kit.brief.amounts import Count, Degree, Duration, Flag, Number, Price, Rate
from outsource_kit.brief.audience import Audience, Section
from outsource_kit.brief.text import Prose, Text

INTERNAL = Audience.INTERNAL


class LoggedTask(Section):
    """A task that the hirer does now, with what decides whether to outsource it."""

    name: Annotated[Text, INTERNAL]
    """What is done."""

    time: Annotated[Duration | None, INTERNAL] = None
    """How long it takes each time."""

    times_per_week: Annotated[Number | None, INTERNAL] = None
    """How often it comes, in times a week."""

    dislike: Annotated[Degree | None, INTERNAL] = None
    """How much the hirer dislikes it, 0 to 3."""

    not_good: Annotated[Degree | None, INTERNAL] = None
    """How far the hirer is from being good at it, 0 to 3."""

    put_off: Annotated[Flag | None, INTERNAL] = None
    """Whether it keeps being put off."""

    stress: Annotated[Degree | None, INTERNAL] = None
    """How much stress it causes, 0 to 3."""

    own_hour_value: Annotated[Price | None, INTERNAL] = None
    """What an hour of the hirer is worth on this task, where it differs from the brief's."""

    must_happen: Annotated[Flag | None, INTERNAL] = None
    """Whether it needs to be done at all."""

    better_use: Annotated[Flag | None, INTERNAL] = None
    """Whether the hirer has a better use for the time it would free."""

    vital_personal: Annotated[Flag | None, INTERNAL] = None
    """Whether it is vitally important and the hirer would rather do it in person."""

    i_do_it_better: Annotated[Flag | None, INTERNAL] = None
    """Whether the hirer does it better, or well enough already."""

    freelancer_rate: Annotated[Rate | None, INTERNAL] = None
    """What a freelancer would cost."""

    freelancer_hours_ratio: Annotated[Number | None, INTERNAL] = None
    """Hours a freelancer needs for each hour of the hirer."""

    failure_harm: Annotated[Degree | None, INTERNAL] = None
    """How much harm a failure or a delay would do, 0 to 3."""

    reversible: Annotated[Flag | None, INTERNAL] = None
    """Whether a failure could be undone."""

    hand_over: Annotated[Duration | None, INTERNAL] = None
    """Time it takes to explain the task."""

    notes: Annotated[Prose | None, INTERNAL] = None
    """Anything else worth knowing."""


class TaskAudit(Section):
    """What the hirer does all week, logged to find what to outsource."""

    heading = "Identify tasks to outsource"

    days_logged: Annotated[Count | None, INTERNAL] = None
    """How many days the log covers."""

    log: Annotated[tuple[LoggedTask, ...], INTERNAL] = ()
    """The tasks."""
