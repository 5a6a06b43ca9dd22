"""Find freelancers: whom to look for, where, and when the post is open."""

from typing import Annotated, Literal

from outsource_kit.brief.amounts import (
    Duration,
    Money,
)
from outsource_kit.brief.audience import Audience, Section
from outsource_kit.brief.codes import Slug
from outsource_kit.brief.text import Text
from outsource_kit.brief.times import Day

CANDIDATE, AGENCY, INTERNAL = Audience


class Sourcing(Section):
    """Where to look."""

    heading = "Finding freelancers"

    route: Annotated[
        Literal["generalist", "specialist", "project_manager", "agency", "direct"] | None, AGENCY
    ] = None
    """Whom to look for."""

    platforms: Annotated[tuple[Slug, ...], AGENCY] = ()
    """Where to post, such as `upwork`."""

    visibility: Annotated[Literal["public", "platform", "invite_only"] | None, AGENCY] = None
    """Who can see the post."""

    opens_on: Annotated[Day | None, AGENCY] = None
    """The day on which the job is posted."""

    extend_by: Annotated[Duration | None, AGENCY] = None
    """How much longer the post stays open where too few of the applicants fit."""

    invite: Annotated[tuple[Text, ...], INTERNAL] = ()
    """People to invite in person."""

    budget: Annotated[Money | None, INTERNAL] = None
    """What finding someone may cost."""
