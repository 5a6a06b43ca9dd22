"""A worked example of the sum on a scorecard, by the brief's own scale, points and threshold.

In: the facts of an audience that may know the points. Out: made-up grades of one candidate, and the
scores they give. Absent: the rules themselves (`ranking`), so that the example cannot differ.
"""

from __future__ import annotations

from itertools import cycle
from typing import TYPE_CHECKING

from outsource_kit.figures.ranking import (
    criteria,
    hire_threshold,
    rounded,
    scale_of,
    stage_score,
    stage_weights,
)
from outsource_kit.plan import Facts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_BELOW_TOP = {"application": (0, 1, 1, 2), "answers": (1,), "trial": (1, 1, 0, 1)}
"""How far below the top each made-up grade is, over and over."""


def scoring_example(facts: Facts) -> Facts:
    """Return each stage with made-up grades and their score, and the total.

    A row's `part` is its grade less the lowest; `span` is what the highest grade has of that. A
    score is None where nothing counts, and so is a total.
    """
    low, high = scale_of(facts)
    weights = criteria(facts)
    stages = tuple(
        _graded(name, points, weights[name], high, low)
        for name, points in stage_weights(facts).items()
    )
    used = [stage for stage in stages if stage.points and stage.exact is not None]
    whole = sum(stage.points for stage in used)
    total = sum(stage.points * stage.exact for stage in used) / whole if whole else None
    return Facts(
        stages=stages,
        used=tuple(used),
        span=high - low,
        whole=whole,
        total=rounded(total),
        enough=total is not None and total >= hire_threshold(facts),
    )


def _graded(name: str, points: int, weights: Mapping[str, int], high: int, low: int) -> Facts:
    """Return a stage with made-up grades for all that has points in it."""
    counted = {criterion: number for criterion, number in weights.items() if number}
    below = cycle(_BELOW_TOP[name])
    rows = tuple(
        Facts(criterion=criterion, points=number, rating=grade, part=grade - low)
        for criterion, number in counted.items()
        for grade in [high - next(below)]
    )
    found = stage_score(name, counted, rows, (low, high))
    return Facts(
        name=name,
        points=points,
        rows=rows,
        whole=sum(counted.values()),
        exact=found.exact,
        score=found.score,
    )


FIGURES: Mapping[str, Callable[[Facts], object]] = {"scoring_example": scoring_example}
