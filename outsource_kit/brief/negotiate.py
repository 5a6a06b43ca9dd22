"""Negotiate: what the market pays, and up to which price hiring pays off."""

from typing import Annotated

from outsource_kit.brief.amounts import (
    Duration,
    Number,
    Percent,
    Price,
    Rate,
    Workload,
)
from outsource_kit.brief.audience import Audience, Section
from outsource_kit.brief.text import Prose, Text
from outsource_kit.brief.times import Day

CANDIDATE, AGENCY, INTERNAL = Audience


class MarketEvidence(Section):
    """What others pay for similar work."""

    source: Annotated[Text, INTERNAL]
    """Where it was found."""

    checked_on: Annotated[Day | None, INTERNAL] = None
    """When."""

    level: Annotated[Text | None, INTERNAL] = None
    """For what kind of freelancer."""

    range: Annotated[Rate | None, INTERNAL] = None
    """From low to high."""

    median: Annotated[Price | None, INTERNAL] = None
    """The one in the middle."""


class Negotiation(Section):
    """How to agree on a price."""

    heading = "Negotiation"

    market_range: Annotated[Rate | None, INTERNAL] = None
    """What the market pays."""

    evidence: Annotated[tuple[MarketEvidence, ...], INTERNAL] = ()
    """How we know."""

    batna: Annotated[Prose | None, INTERNAL] = None
    """What we do when there is no agreement."""

    tradeables: Annotated[tuple[Text, ...], INTERNAL] = ()
    """What we can give other than money."""

    opening: Annotated[Price | None, INTERNAL] = None
    """The first price we name, if we name one."""


class BreakEven(Section):
    """What the task costs now, and what it costs the hirer to hand it over."""

    heading = "Negotiation"

    own_hours: Annotated[Workload | None, INTERNAL] = None
    """Hours a week that the hirer spends on it now."""

    hours_ratio: Annotated[Number | None, INTERNAL] = None
    """Hours a freelancer needs for each hour of the hirer; left out, 1.3."""

    rework: Annotated[Percent | None, INTERNAL] = None
    """Share of the work that has to be done again; left out, 10 %."""

    management: Annotated[Workload | None, INTERNAL] = None
    """Hours a week that the hirer spends on leading; left out, a quarter of the freelancer's."""

    set_up: Annotated[Duration | None, INTERNAL] = None
    """The hirer's own time until the work begins: briefing, choosing, explaining."""

    horizon: Annotated[Duration | None, INTERNAL] = None
    """Over which time it must pay off; left out, 26 weeks."""
