"""Whom to look for: a generalist, a specialist, a project manager or an agency.

In: what is to be done, and how much of it. Out: what that speaks for, with the reasons. The limits
are rules of thumb of our own; what the brief decides stands above them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from outsource_kit.plan import Facts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_ONE_PERSON = 45
"""Hours a week above which one person is not enough."""

_LONG_DAY = 10
"""Hours of a day above which one person cannot cover them."""

_MANY, _SEVERAL = 8, 4
"""Results of which someone has to keep track, and of which they are many small ones."""


def route(facts: Facts) -> Facts:
    """Return the route that the facts speak for, its reasons, the chosen one, and if they agree."""
    reasons = tuple(_reasons(facts)) or (("generalist", "nothing_special"),)
    suggested = reasons[0][0]
    chosen = facts.sourcing.route
    return Facts(
        suggested=suggested,
        reasons=tuple(reason for for_, reason in reasons if for_ == suggested),
        chosen=chosen,
        agrees=chosen in (None, suggested),
    )


def _reasons(facts: Facts) -> Iterator[tuple[str, str]]:
    """Yield routes with what speaks for them, the strongest first."""
    load, results = facts.engagement.workload, len(facts.project.deliverables)
    if load and load.high > _ONE_PERSON:
        yield "agency", "more_hours_than_one_person"
    if _hours_of_day(facts) > _LONG_DAY:
        yield "agency", "longer_than_a_day"
    if results >= _MANY:
        yield "project_manager", "many_results"
    runs_on = facts.engagement.type in ("hourly", "retainer") and not facts.schedule.end_by
    if facts.project.category == "admin":
        yield "generalist", "small_jobs"
    if results >= _SEVERAL and runs_on:
        yield "generalist", "several_results_week_by_week"
    if facts.project.category not in (None, "admin", "other"):
        yield "specialist", "one_skill"
    if facts.engagement.type == "fixed" and results < _MANY:
        yield "specialist", "one_result"


def _hours_of_day(facts: Facts) -> float:
    window = facts.requirements.overlap.window
    if window is None:
        return 0
    start, end = (t.hour + t.minute / 60 for t in (window.start, window.end))
    return float((end - start) % 24)


FIGURES: Mapping[str, Callable[[Facts], object]] = {"route": route}
