"""Days on which both sides look at what was measured.

In: the facts of one audience. Out: its measures by the day of their review, in order. Absent:
measures without such a day, and those that the audience may not know.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from outsource_kit.plan import Facts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def reviews(facts: Facts) -> tuple[Facts, ...]:
    """Return each day of review with the names of what is looked at then."""
    days: dict[object, list[str]] = {}
    for metric in sorted((m for m in facts.metrics if m.review_on), key=lambda m: m.review_on.date):
        days.setdefault(metric.review_on, []).append(metric.name)
    return tuple(Facts(day=day, names=tuple(names)) for day, names in days.items())


FIGURES: Mapping[str, Callable[[Facts], object]] = {"reviews": reviews}
