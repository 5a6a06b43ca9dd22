"""Days of a search: when the post opens and closes, when messages go out.

In: the facts of one audience that may know where and when the job is posted. Out: days in the
time zone of the kit; None where the facts do not give one. Working days know no public holidays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from outsource_kit.brief.amounts import Duration
from outsource_kit.figures.days import later, working_days_later
from outsource_kit.plan import Facts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from outsource_kit.brief.times import Day

FIRST_REVIEW = Duration.parse("24 hours")
"""How long to wait for more applications before the first are read (the guide's advice)."""

FIRST_NUDGE, SECOND_NUDGE, CLOSE = 2, 3, 2
"""Working days without an answer before each reminder, and before a kind end (own choice)."""

FIRST_WEEK = 5
"""The working day on which the first check-in goes out; the day of the start is the first."""


def first_review(facts: Facts) -> Day | None:
    """Return the day on which the first applications are read."""
    opens = facts.sourcing.opens_on or facts.kit.issued
    return later(opens, facts.selection.review_after or FIRST_REVIEW) if opens else None


def search(facts: Facts) -> Facts:
    """Return the days of the search, from the open post to the start of the work."""
    close, longer = facts.schedule.apply_by, facts.sourcing.extend_by
    return Facts(
        opens=facts.sourcing.opens_on or facts.kit.issued,
        first_review=first_review(facts),
        review_after=facts.selection.review_after or FIRST_REVIEW,
        closes=close,
        extended=later(close.day, longer) if close and longer else None,
        decided=facts.schedule.decision_by,
        starts=facts.management.kickoff_on or facts.engagement.start or facts.schedule.start_by,
    )


def message_days(facts: Facts) -> tuple[Facts, ...]:
    """Return the last day for each message of which the facts give one, by the message's `id`.

    Those to one person count from the day on which the invitations go out.
    """
    review, days = first_review(facts), search(facts)
    invited = working_days_later(review, 1) if review else None
    nudged = _after(invited, FIRST_NUDGE)
    nudged_again = _after(nudged, SECOND_NUDGE)
    ends = facts.schedule.end_by
    found = {
        "m02-invite": invited,
        "m04-nudge1": nudged,
        "m06-nudge2": nudged_again,
        "m06b-close": _after(nudged_again, CLOSE),
        "m08-offer": days.decided,
        "m10-reject": days.decided,
        "m11-onboard": days.starts,
        "m12-checkin": _after(days.starts, FIRST_WEEK - 1),
        "m17-thanks": _after(ends, 2),
        "m18-reviewask": _after(ends, 5),
    }
    return tuple(Facts(id=name, day=day) for name, day in found.items() if day)


def _after(day: Day | None, count: int) -> Day | None:
    return working_days_later(day, count) if day else None


FIGURES: Mapping[str, Callable[[Facts], object]] = {
    "message_days": message_days,
    "search": search,
}
