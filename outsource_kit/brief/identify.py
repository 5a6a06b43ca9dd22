"""Identify tasks to outsource: a log of what the hirer does all week, a file of its own."""

from typing import Annotated, Literal

from outsource_kit.brief.amounts import (
    Count,
    Degree,
    Duration,
    Flag,
    Number,
    Percent,
    Price,
    Rate,
)
from outsource_kit.brief.audience import Audience, Section
from outsource_kit.brief.define import Client, Kit
from outsource_kit.brief.text import Prose, Text

CANDIDATE, AGENCY, INTERNAL = Audience


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
    """What an hour of the hirer is worth on this task, where it differs from the log's."""

    must_happen: Annotated[Flag | None, INTERNAL] = None
    """Whether it needs to be done at all."""

    better_use: Annotated[Flag | None, INTERNAL] = None
    """Whether the hirer has a better use for the time it would free."""

    vital_personal: Annotated[Flag | None, INTERNAL] = None
    """Whether it is vitally important and the hirer would rather do it in person."""

    i_do_it_better: Annotated[Flag | None, INTERNAL] = None
    """Whether the hirer does it better, or well enough already."""

    freelancer_rate: Annotated[Rate | None, INTERNAL] = None
    """What a freelancer would cost, where it differs from the log's."""

    hours_ratio: Annotated[Number | None, INTERNAL] = None
    """Hours a freelancer needs for each hour of the hirer, where it differs from the log's."""

    failure_harm: Annotated[Degree | None, INTERNAL] = None
    """How much harm a failure or a delay would do, 0 to 3."""

    reversible: Annotated[Flag | None, INTERNAL] = None
    """Whether a failure could be undone."""

    hand_over: Annotated[Duration | None, INTERNAL] = None
    """Time it takes to explain the task."""

    outsource: Annotated[Flag | None, INTERNAL] = None
    """What the hirer has decided: whether to hand it over."""

    notes: Annotated[Prose | None, INTERNAL] = None
    """Anything else worth knowing."""


class TaskLog(Section):
    """What the hirer does all week, logged to find what to outsource."""

    heading = "Identify tasks to outsource"

    kind: Annotated[Literal["tasks"], CANDIDATE]
    """What the file is."""

    kit: Annotated[Kit, CANDIDATE] = Kit.model_construct()
    """The audit itself: its title, language, time zone and date."""

    client: Annotated[Client, CANDIDATE] = Client.model_construct()
    """Whose tasks they are."""

    days_logged: Annotated[Count | None, INTERNAL] = None
    """How many days the log covers."""

    own_hour_value: Annotated[Price | None, INTERNAL] = None
    """What an hour of the hirer is worth."""

    freelancer_rate: Annotated[Rate | None, INTERNAL] = None
    """What a freelancer would cost."""

    hours_ratio: Annotated[Number | None, INTERNAL] = None
    """Hours a freelancer needs for each hour of the hirer; left out, 1.3."""

    platform_fee: Annotated[Percent | None, INTERNAL] = None
    """The platform's fee on each payment, on the hirer's side; left out, none."""

    rework: Annotated[Percent | None, INTERNAL] = None
    """Share of the work that has to be done again; left out, 10 %."""

    management: Annotated[Percent | None, INTERNAL] = None
    """Time that leading takes, as a share of the freelancer's hours; left out, 25 %."""

    horizon: Annotated[Duration | None, INTERNAL] = None
    """Over which time it must pay off; left out, 26 weeks."""

    log: Annotated[tuple[LoggedTask, ...], INTERNAL]
    """The tasks."""
