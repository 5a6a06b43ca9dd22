"""The library of metrics, and the sheet that borrows from it where a brief has none."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from outsource_kit import templates
from outsource_kit.brief import Audience, Brief
from outsource_kit.brief.define import Category
from outsource_kit.editions import editions_of
from outsource_kit.figures.reviews import reviews
from outsource_kit.guidance.metrics import KINDS, library
from outsource_kit.plan import plan, project

SOURCES = templates.read()


def documents(**fields: Any) -> dict[str, str]:
    """Return the Markdown of every document of a brief by name."""
    about = {"title": "Shop", "what": "Mend it.", **fields.pop("project", {})}
    brief = Brief.model_validate({"project": about, **fields})
    everything = editions_of(plan(brief, SOURCES.documents), SOURCES)[-1]
    return {made.name: made.markdown for made in everything.documents}


def test_every_row_can_be_measured() -> None:
    """Name, unit, target, method, source; ids are unique, and all kinds are there."""
    rows = library().measures

    assert len(rows) >= 25
    assert len({row.id for row in rows}) == len(rows)
    assert {row.kind for row in rows} == set(KINDS)
    assert all(row.unit and row.method and row.source for row in rows)
    assert all(row.standard and row.level and row.method for row in library().standards)


@pytest.mark.parametrize("category", get_args(Category))
def test_a_brief_without_metrics_gets_examples_of_its_field(category: str) -> None:
    """Time, quality and cost among them; those for the hirer stay in the hirer's sheet."""
    made = documents(project={"category": category})
    hirer = [row.name for row in library().measures if row.reader == "hirer"]

    for kind in ("Time", "Quality", "Cost"):
        assert f"| {kind} " in made["success-metrics"]
    assert hirer
    assert [name for name in hirer if f"| {name} " in made["success-metrics"]] == []
    assert [name for name in hirer if f"| {name} " in made["cost-sheet"]] != []
    other = [r.name for r in library().measures if r.works and category not in r.works]
    own = [r.name for r in library().measures if not r.works or category in r.works]
    assert [n for n in other if n not in own and f"| {n} " in made["success-metrics"]] == []


def test_own_metrics_take_the_place_of_examples() -> None:
    """No example beside what was agreed."""
    made = documents(metrics=[{"name": "Mails", "target": 5, "unit": "mails"}])["success-metrics"]

    assert "### Mails" in made
    assert "examples to start from" not in made


def test_days_of_review_stand_in_order() -> None:
    """Each day once, with what is looked at; a hidden metric is no part of it."""
    metrics = [
        {"name": "B", "review_on": "2027-02-01"},
        {"name": "A", "review_on": "2027-01-04"},
        {"name": "C", "review_on": "2027-02-01"},
        {"name": "Mine", "review_on": "2027-03-01", "shared": False},
        {"name": "None"},
    ]
    brief = Brief.model_validate({"project": {"title": "S", "what": "M."}, "metrics": metrics})

    rows = reviews(project(brief, Audience.CANDIDATE))

    assert [(str(row.day), row.names) for row in rows] == [
        ("2027-01-04", ("A",)),
        ("2027-02-01", ("B", "C")),
    ]
