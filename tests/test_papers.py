"""The NDA checklist: its points as data, the conditions that choose them, and what it prints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from conftest import ROOT
from test_questions import documents, known

from outsource_kit.guidance import papers
from outsource_kit.guidance.conditions import CONDITIONS
from outsource_kit.guidance.places import crosses_borders, named, places
from outsource_kit.mistakes import KitError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

STEPS = ("need", "facts", "clauses", "papers", "status", "law", "signing")

HELD: dict[str, list[dict[str, Any]]] = {
    "access": [
        {"project": {"data": {"credentials": True}}},
        {"management": {"access": [{"what": "Mailbox"}]}},
    ],
    "ai_matters": [
        {"project": {"category": "writing"}},
        {"project": {"data": {"personal": True}}},
        {"ai_policy": {"work": "not_allowed"}},
    ],
    "california": [{"client": {"region": "US-CA"}}],
    "code": [{"project": {"category": "data"}}, {"project": {"data": {"code_access": True}}}],
    "creative": [{"project": {"category": "design"}}, {"project": {"category": "writing"}}],
    "cross_border": [
        {"client": {"country": "GB"}, "legal": {"jurisdictions": ["PL"]}},
        {"client": {"country": "GB"}, "legal": {"jurisdictions": ["EU"]}},
        {"client": {"country": "GB"}, "requirements": {"location": {"countries": ["PT"]}}},
    ],
    "data_processing": [
        {"project": {"data": {"special_category": True}}},
        {"legal": {"dpa": "needed"}},
    ],
    "design": [{"project": {"category": "design"}}],
    "employee_possible": [
        {"engagement": {"worker_status": "employee"}},
        {"engagement": {"worker_status": "unsure"}},
    ],
    "eu": [{"client": {"country": "DE"}}, {"legal": {"jurisdictions": ["EU"]}}],
    "eu_or_uk": [{"client": {"country": "DE"}}, {"client": {"region": "GB-SCT"}}],
    "european_data_law": [
        {"client": {"country": "NO"}},
        {"client": {"country": "GB"}},
        {"legal": {"jurisdictions": ["EU"]}},
    ],
    "foreign_person": [
        {"client": {"country": "US"}},
        {"client": {"region": "US-NY"}, "requirements": {"location": {"countries": ["CA"]}}},
    ],
    "guarded": [
        {"project": {"category": "development"}},
        {"project": {"data": {"credentials": True}}},
        {"project": {"data": {"personal": True}}},
    ],
    "high_risk": [
        {"legal": {"insurance": "Indemnity"}},
        {"project": {"data": {"regulated": True}}},
        {"project": {"data": {"payment_data": True}}},
    ],
    "illinois": [{"legal": {"jurisdictions": ["US-IL"]}}],
    "makes_works": [
        {"project": {"category": "design"}},
        {"project": {"category": "development"}},
        {"legal": {"ip": "licence"}},
    ],
    "new_york": [{"client": {"region": "US-NY"}}],
    "non_compete": [{"legal": {"nda": {"non_compete": True}}}],
    "non_solicit": [{"legal": {"nda": {"non_solicit": True}}}],
    "other_data_law": [{}, {"client": {"country": "US"}}],
    "passes_work_on": [
        {"sourcing": {"route": "agency"}},
        {"sourcing": {"route": "project_manager"}},
    ],
    "payment_data": [{"project": {"data": {"payment_data": True}}}],
    "penalty": [{"legal": {"nda": {"penalty": True}}}],
    "personal_data": [
        {"project": {"data": {"personal": True}}},
        {"project": {"data": {"special_category": True}}},
    ],
    "sector_law": [
        {"project": {"data": {"regulated": True}}},
        {"project": {"data": {"special_category": True}}},
    ],
    "technology_or_border": [
        {"project": {"category": "development"}},
        {"client": {"country": "US"}, "legal": {"jurisdictions": ["CA"]}},
    ],
    "trade_secrets": [{"project": {"data": {"trade_secrets": True}}}],
    "trust": [
        {"legal": {"background": "References"}},
        {"project": {"data": {"minors": True}}},
        {"project": {"data": {"credentials": True}}},
    ],
    "uk": [{"client": {"country": "GB"}}],
    "us": [{"client": {"region": "US-TX"}}],
    "us_individual": [{"client": {"country": "US"}, "sourcing": {"route": "specialist"}}],
    "us_person": [
        {"client": {"country": "US"}},
        {"client": {"country": "US"}, "requirements": {"location": {"countries": ["US", "CA"]}}},
    ],
}
"""Briefs in which each condition holds."""

NOT_HELD: dict[str, list[dict[str, Any]]] = {
    "california": [{"client": {"region": "US-NY"}}],
    "code": [{"project": {"category": "admin"}}, {"project": {"data": {"code_access": False}}}],
    "cross_border": [
        {"client": {"country": "DE"}, "legal": {"jurisdictions": ["EU", "DE-BY"]}},
        {"client": {"country": "GB", "region": "GB-ENG"}},
    ],
    "creative": [{"project": {"category": "marketing"}}],
    "design": [{"project": {"category": "writing"}}],
    "employee_possible": [{"engagement": {"worker_status": "contractor"}}],
    "eu": [{"client": {"country": "GB"}}, {"client": {"country": "NO"}}],
    "eu_or_uk": [{"client": {"country": "CH"}}],
    "european_data_law": [{"client": {"country": "CH"}}],
    "foreign_person": [
        {"client": {"country": "GB"}},
        {"client": {"country": "US"}, "requirements": {"location": {"countries": ["US"]}}},
    ],
    "illinois": [{"client": {"country": "US"}}],
    "other_data_law": [{"client": {"country": "GB"}}, {"client": {"country": "FR"}}],
    "passes_work_on": [{"sourcing": {"route": "specialist"}}],
    "penalty": [{"legal": {"nda": {"penalty": False}}}],
    "us_individual": [
        {"client": {"country": "US"}, "sourcing": {"route": "agency"}},
        {"client": {"country": "GB"}},
    ],
    "us_person": [
        {"client": {"country": "US"}, "requirements": {"location": {"countries": ["CA"]}}},
        {"client": {"country": "CA"}, "legal": {"jurisdictions": ["US"]}},
    ],
}
"""Briefs in which one nearly does; none holds in a brief that says nothing, but for one."""


@pytest.mark.parametrize("name", CONDITIONS)
def test_a_condition_holds_where_it_should(name: str) -> None:
    """In each of its briefs."""
    held = [CONDITIONS[name](known(**fields)) for fields in HELD[name]]

    assert held == [True] * len(HELD[name])


@pytest.mark.parametrize("name", CONDITIONS)
def test_a_condition_does_not_hold_where_it_nearly_should(name: str) -> None:
    """Nor in a brief that says nothing of it."""
    silent: list[dict[str, Any]] = [] if name == "other_data_law" else [{}]
    near = NOT_HELD.get(name, []) + silent

    assert [CONDITIONS[name](known(**fields)) for fields in near] == [False] * len(near)


def test_rows_use_every_condition_and_every_part() -> None:
    """None is there for nothing, and each row says what it must."""
    rows = papers.rows()

    assert {str(c) for row in rows for c in row.when} == set(CONDITIONS)
    assert tuple(dict.fromkeys(row.step for row in rows)) == STEPS
    assert len({row.id for row in rows}) == len(rows) > 50
    for row in rows:
        assert row.title.endswith("."), row.id
        assert row.text.endswith("."), row.id
        assert row.why.endswith("."), row.id


def test_every_point_is_printed_somewhere() -> None:
    """With its why and its source, in the checklist of a brief that meets its conditions."""
    everything: dict[str, Any] = {
        "client": {"region": "US-NY"},
        "project": {
            "category": "design",
            "data": dict.fromkeys(
                [
                    "personal",
                    "special_category",
                    "code_access",
                    "credentials",
                    "trade_secrets",
                    "payment_data",
                    "minors",
                    "regulated",
                ],
                True,
            ),
        },
        "engagement": {"worker_status": "unsure"},
        "legal": {
            "nda": {"needed": True, "non_compete": True, "non_solicit": True, "penalty": True},
            "jurisdictions": ["US-CA", "US-IL", "GB", "DE"],
        },
        "sourcing": {"route": "project_manager"},
    }
    elsewhere = {"project": {"data": {"personal": True}}, "client": {"country": "US"}}

    text = " ".join(
        " ".join(documents(**fields)["nda-checklist"].split()) for fields in (everything, elsewhere)
    )

    for row in papers.rows():
        assert f"**{row.title}** {row.text}" in text, row.id
        assert f"{row.why} *({row.source})*" in text, row.id


@pytest.fixture
def added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Add a row to the data file, for the length of a test."""

    def add(row: str) -> None:
        rows = (ROOT / "outsource_kit" / "guidance" / "papers.yaml").read_text(encoding="utf-8")
        (tmp_path / "papers.yaml").write_text(f"{rows}  - {row}\n", encoding="utf-8")
        monkeypatch.setattr(papers, "__file__", str(tmp_path / "papers.py"))
        papers.rows.cache_clear()

    yield add
    papers.rows.cache_clear()


def test_a_new_point_is_a_new_row_and_nothing_else(added: Callable[[str], None]) -> None:
    """It is printed in its part, where its condition holds, and its paper is tracked."""
    added(
        "{id: law-mars, step: law, title: Mars., text: Ask the colony., why: It is far.,"
        " when: [design], severity: must, signed: Landing permit, source: own practice,"
        " checked_on: 2026-11-22}"
    )

    printed = documents(project={"category": "design"})["nda-checklist"]
    silent = documents(project={"category": "admin"})["nda-checklist"]

    assert "- [ ] **Mars.** Ask the colony.\\\n  *Must.* It is far. *(own practice)*" in printed
    assert "| Landing permit " in printed
    assert "Mars" not in silent


def test_a_condition_that_does_not_exist_is_refused(added: Callable[[str], None]) -> None:
    """Like any mistake in a file, with the names of those that do."""
    added(
        "{id: a, step: law, title: A., text: A., why: A., when: [moon],"
        " severity: must, source: x, checked_on: 2026-11-22}"
    )

    with pytest.raises(KitError, match="expected a condition, got `moon`") as raised:
        papers.rows()

    assert "`personal_data`" in raised.value.mistakes[0].hint


def test_the_list_says_when_its_oldest_point_was_looked_up() -> None:
    """All of the points of this brief."""
    assert str(papers.checked_on(known())) == "2026-11-22"


@pytest.mark.parametrize(
    ("nda", "said", "clauses"),
    [
        ({}, "**The brief does not decide it.** Nothing in it calls for one", True),
        ({"needed": False}, "**The brief says that no NDA is needed.**", False),
        (
            {"needed": True, "stage": "trial"},
            "**The brief says that an NDA is needed, before the trial.**",
            True,
        ),
    ],
)
def test_the_list_says_whether_and_when_an_nda_is_needed(
    nda: dict[str, Any], said: str, *, clauses: bool
) -> None:
    """And prints facts and clauses only where there may be one."""
    text = documents(legal={"nda": nda})["nda-checklist"]

    assert said in text
    assert ("## Clauses to look for" in text) is clauses
    assert ("| NDA " in text) is clauses


def test_what_is_seen_speaks_for_an_nda() -> None:
    """Where the brief does not decide it."""
    text = documents(project={"data": {"trade_secrets": True}})["nda-checklist"]

    assert "What the freelancer will see or touch speaks for one" in text
    assert "- Trade secrets" in text


def test_codes_of_places_are_printed_as_names() -> None:
    """Regions with their country, unions by their name, and no country beside its region."""
    text = documents(
        client={"country": "GB", "region": "GB-ENG"}, legal={"jurisdictions": ["EU", "US-NY"]}
    )["nda-checklist"]

    said = "England, United Kingdom · European Union · New York, United States"
    assert f"Places that the brief names: {said}." in text
    assert "GB-ENG" not in text


def test_places_hold_unions_and_countries() -> None:
    """Of the client, of the freelancer and of the papers."""
    facts = known(
        client={"region": "GB-ENG"}, requirements={"location": {"countries": ["NO", "PT"]}}
    )

    assert places(facts) == ("EEA", "EU", "GB", "GB-ENG", "NO", "PT")
    assert named(facts) == ("GB-ENG", "NO", "PT")
    assert crosses_borders(facts)
