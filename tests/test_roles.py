"""Roles: a ten-line brief gives a kit worth sending, and what a brief says itself stays."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import briefs
from test_kits import empty_headings

from outsource_kit import templates
from outsource_kit.brief import Audience, Brief
from outsource_kit.check import checked, mistakes_in
from outsource_kit.editions import editions_of
from outsource_kit.guidance.platforms import platforms
from outsource_kit.guidance.roles import filled, known, role
from outsource_kit.line import make
from outsource_kit.plan import plan, project

if TYPE_CHECKING:
    from pathlib import Path

TEN_LINES = """\
client: {{country: "{country}", contact_email: someone@shop.example}}
project:
  title: A first piece of work for a small shop
  what: |
    Do the first part of the work that our notes describe, by the end of March.
  role: {role}
pay:
  mode: publish_range
  rate: 20-30 EUR/hour
trial: {{pay: 90 EUR}}
"""


def written(folder: Path, name: str, country: str = "IE") -> Path:
    """Return the path of a brief of ten lines for the role `name`."""
    path = folder / "short.yaml"
    path.write_text(TEN_LINES.format(role=name, country=country), encoding="utf-8")
    return path


def brief(**fields: Any) -> Brief:
    """Return a brief with `fields` besides those it needs."""
    data = {"title": "Shop", "what": "Mend it.", **fields.pop("project", {})}
    return Brief.model_validate({"project": data, **fields})


def test_the_roles_that_people_hire_for_are_there() -> None:
    """Ten at least, each in a file of its own name, with questions, metrics, a trial, a source."""
    assert len(known()) >= 10
    for name in known():
        row = role(name)
        assert row.id == name
        assert len(row.defaults.questions) == 4
        assert len(row.defaults.metrics) == 4
        assert {m.category for m in row.defaults.metrics} >= {"timeline", "quality", "cost"}
        assert row.trial.task
        assert row.trial.time_box
        assert sum(c.weight or 0 for c in row.trial.criteria) == 100
        assert row.defaults.project.category
        assert set(row.platforms) <= set(platforms())


@pytest.mark.parametrize("country", ["IE", "US", "GB"])
@pytest.mark.parametrize("name", known())
def test_ten_lines_and_a_role_give_a_kit_without_error_or_gap(
    tmp_path: Path, name: str, country: str
) -> None:
    """Nothing is wrong that the role brought in, and no section of any document is empty."""
    path = written(tmp_path, name, country)
    assert len(path.read_text(encoding="utf-8").splitlines()) == 10

    found = checked(path)
    sources = templates.read(tmp_path)
    made = editions_of(plan(found.subject, sources.documents), sources)[-1].documents

    assert found.errors == ()
    assert len(made) >= 6
    for document in made:
        assert empty_headings(document.markdown) == [], document.name
        assert not re.search(r"\bNone\b", document.markdown), document.name


@pytest.mark.parametrize("name", known())
def test_the_rules_find_nothing_in_what_a_role_brings_in(tmp_path: Path, name: str) -> None:
    """Warnings are about what the author left out, never about the role's own words."""
    path = written(tmp_path, name)
    places = [".".join(map(str, place)) for place in checked(path).filled]

    fields = [re.sub(r"\[\d+\]", "", mistake.field) for mistake in mistakes_in(path)]

    assert "questions" in places
    assert "metrics" in places
    assert "trial.task" in places
    assert [f for f in fields if any(f.startswith(p) for p in places)] == []


def test_what_a_brief_says_itself_stays() -> None:
    """Own questions are the only ones asked, and an own answer on data is kept."""
    own = brief(
        project={"role": "developer", "data": {"code_access": False}},
        questions=[{"text": "What would you check first?"}],
    )

    whole, places = filled(own)

    assert whole.questions == own.questions
    assert whole.project.data.code_access is False
    assert whole.project.data.personal is False
    assert whole.project.title == "Shop"
    assert ("questions",) not in places
    assert ("project", "data", "personal") in places


def test_a_trial_is_filled_in_only_where_its_pay_is_promised() -> None:
    """Nobody is asked to work for nothing by a row of data."""
    unpaid, _ = filled(brief(project={"role": "writer"}))
    paid, _ = filled(brief(project={"role": "writer"}, trial={"pay": "60 EUR"}))
    refused, _ = filled(
        brief(project={"role": "writer"}, trial={"pay": "60 EUR", "enabled": False})
    )

    assert unpaid.trial.task is None
    assert paid.trial.task == role("writer").trial.task
    assert str(paid.trial.pay) == "60 EUR"
    assert refused.trial.task is None


def test_a_brief_without_a_role_is_left_as_it_is() -> None:
    """And so are its places."""
    own = brief()

    assert filled(own) == (own, ())


def test_a_hidden_metric_does_not_show_by_what_is_filled_in() -> None:
    """Candidates see the same metrics, whether or not the hirer keeps one of their own."""
    plain = brief(project={"role": "writer"})
    hidden = brief(project={"role": "writer"}, metrics=[{"name": "My own", "shared": False}])

    shown = [project(filled(b)[0], Audience.CANDIDATE).metrics for b in (plain, hidden)]

    assert shown[0] == shown[1]
    assert len(shown[0]) == 4
    assert filled(hidden)[0].metrics[-1].name == "My own"


@given(base=briefs(), name=st.sampled_from(known()))
@settings(max_examples=25)
def test_filling_in_changes_nothing_that_was_said(base: Brief, name: str) -> None:
    """Of any brief: each value that was there is there still."""
    own = base.model_copy(update={"project": base.project.model_copy(update={"role": name})})

    whole, _ = filled(own)

    assert _said(own) <= _said(whole)


def _said(value: Any, place: str = "") -> set[str]:
    if hasattr(type(value), "model_fields"):
        fields = type(value).model_fields
        return {s for name in fields for s in _said(getattr(value, name), f"{place}.{name}")}
    if isinstance(value, tuple):
        return {s for item in value for s in _said(item, place)}
    return set() if value is None else {f"{place}={value}"}


def test_an_unknown_role_is_refused_with_the_one_that_was_meant(tmp_path: Path) -> None:
    """At its place, with a hint."""
    path = written(tmp_path, "desinger")

    (mistake,) = mistakes_in(path)

    assert (mistake.line, mistake.field) == (6, "project.role")
    assert mistake.message == "there is no role `desinger`"
    assert mistake.hint == "did you mean `designer`?"


def test_a_new_role_is_a_file_and_nothing_else() -> None:
    """Every file of the folder is a role, and no module names one."""
    folder = ROOT / "outsource_kit" / "guidance" / "roles"
    code = "\n".join(p.read_text(encoding="utf-8") for p in ROOT.glob("outsource_kit/**/*.py"))

    assert known() == tuple(sorted(p.stem for p in folder.iterdir()))
    assert [name for name in known() if f'"{name}"' in code] == []


def test_the_hirer_alone_is_told_what_was_filled_in(tmp_path: Path) -> None:
    """On the front page, field by field, and in no folder that leaves the house."""
    kit = make(written(tmp_path, "designer"), tmp_path / "out", formats=("html",))
    pages = {file.path: file.make().decode() for file in kit.files if file.wanted}

    assert "Filled in from the role" in pages["index.html"]
    assert "<code>questions</code>" in pages["index.html"]
    assert [p for p, text in pages.items() if "Filled in from the role" in text] == ["index.html"]
