"""What an application and a trial are scored on, and what each grade looks like, as data.

In: the rows of `rubrics.yaml` and the facts of one audience. Out: the criteria that count, with
their points; with anchors for assessors, without them for candidates. Absent: sums (`figures`).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from outsource_kit.brief.amounts import Weight
from outsource_kit.brief.audience import Section
from outsource_kit.brief.choose import Anchors, ApplicationWeights
from outsource_kit.brief.codes import Slug
from outsource_kit.brief.text import Text
from outsource_kit.brief.times import Day
from outsource_kit.guidance.rows import shown
from outsource_kit.load import read
from outsource_kit.plan import Facts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class Criterion(Section):
    """Something that is scored."""

    id: Slug
    """Its short name."""

    stage: Literal["application", "trial"]
    """Where it is scored."""

    points: Weight
    """What it counts where the brief gives no points."""

    name: Text
    """What it is called."""

    looks_at: Text
    """What the assessor looks at; may be told to candidates."""

    anchors: Anchors
    """What each grade looks like; never told to candidates."""

    note: Text | None = None
    """What to beware of."""

    source: Text
    """Where the row comes from."""

    checked_on: Day
    """The day it was last looked at."""


class _Rows(Section):
    criteria: tuple[Criterion, ...]


@cache
def rubrics() -> tuple[Criterion, ...]:
    """Return every row."""
    return read(Path(__file__).with_suffix(".yaml"), _Rows).criteria


def application_rubric(facts: Any) -> tuple[Facts, ...]:
    """Return the criteria of an application that have points, each with its anchors."""
    rows = [row for row in rubrics() if row.stage == "application"]
    own = {n: getattr(facts.scoring.weights, n) for n in ApplicationWeights.model_fields}
    if all(points is None for points in own.values()):
        own = {row.id: row.points for row in rows}
    return tuple(
        Facts(**(vars(shown(row)) | {"points": own[row.id]})) for row in rows if own.get(row.id)
    )


def trial_criteria(facts: Any) -> tuple[Facts, ...]:
    """Return what the trial is scored on, as candidates may know it: the brief's own, or the usual.

    `points` are None where not all criteria have some: then all count the same.
    """
    own = facts.trial.criteria
    if not own:
        rows = [row for row in rubrics() if row.stage == "trial"]
        return tuple(Facts(name=r.name, points=r.points, looks_at=r.looks_at) for r in rows)
    weighed = all(criterion.weight is not None for criterion in own)
    return tuple(
        Facts(name=c.name, points=c.weight if weighed else None, looks_at=c.looks_at) for c in own
    )


def trial_rubric(facts: Any) -> tuple[Facts, ...]:
    """Return what the trial is scored on, with anchors where the row of that name has some."""
    rows = {row.name.casefold(): row for row in rubrics() if row.stage == "trial"}
    return tuple(
        Facts(
            **vars(criterion),
            anchors=shown(row.anchors) if row else None,
            note=row.note if row else None,
        )
        for criterion in trial_criteria(facts)
        for row in [rows.get(criterion.name.casefold())]
    )


GUIDANCE: Mapping[str, Callable[[Facts], object]] = {
    "application_rubric": application_rubric,
    "trial_criteria": trial_criteria,
    "trial_rubric": trial_rubric,
}
