"""The engagement terms: the facts a written contract must contain, and what is still open."""

from __future__ import annotations

from typing import Any

import pytest
from test_questions import documents, known

from outsource_kit.brief import Audience
from outsource_kit.brief.amounts import Money
from outsource_kit.figures.terms import value

SECTIONS = [
    "The parties",
    "The services, one by one",
    "Value, rate and method",
    "Payment",
    "Acceptance",
    "Rights in the work",
    "Confidentiality",
    "Term",
    "Ending it early",
    "Before you sign",
]
BLANK = "……………………"


def said(**fields: Any) -> str:
    """Return the sheet of a brief, with plain spaces."""
    return documents(**fields)["engagement-terms"].replace("\u00a0", " ")


def sheet(**fields: Any) -> dict[str, str]:
    """Return the first cell after each row's name, and the sections, of a brief's sheet."""
    lines = said(**fields).splitlines()
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in lines if line[:1] == "|"]
    return {row[0]: row[1] for row in rows}


def test_the_sheet_of_any_brief_asks_for_all_that_a_contract_must_say() -> None:
    """In the same order, and what the brief leaves open is a blank."""
    text = said()

    assert [line[3:] for line in text.splitlines() if line.startswith("## ")] == SECTIONS
    rows = sheet()
    asked = (
        "Full legal name",
        "Postal address",
        "Value of the whole",
        "Price or rate agreed",
        "Paid within",
        "Day or rule for the list of services, or the invoice",
        "If nothing is said in that time",
        "Rights",
        "Confidentiality agreement",
        "Begins on",
        "Notice, for each side",
    )
    assert {name: rows[name] for name in asked} == dict.fromkeys(asked, BLANK)


def test_the_facts_of_the_brief_stand_where_they_belong() -> None:
    """Parties, money, acceptance, rights, secrecy and term."""
    rows = sheet(
        client={"legal_name": "Acme Ltd", "postal_address": "1 High Street", "country": "GB"},
        engagement={"type": "hourly", "start": "2027-01-04", "duration": "3 months"},
        pay={"rate": "12-18 USD/hour", "terms": {"within": "10 days"}, "invoice_by": "Mondays"},
        management={"acceptance_within": "5 working days", "exit": "Two weeks' notice."},
        legal={
            "ip": "client_on_payment",
            "nda": {"needed": True, "type": "mutual", "term": "2 years"},
        },
    )

    assert rows["Full legal name"] == "Acme Ltd"
    assert rows["Postal address"] == "1 High Street"
    assert rows["Country"] == "United Kingdom"
    assert rows["How the work is bought"] == "By the hour"
    assert rows["Published rate"] == "USD 12–18 per hour"
    assert rows["Rate agreed"] == BLANK
    assert rows["Paid within"] == "10 days"
    assert rows["Day or rule for the list of services, or the invoice"] == "Mondays"
    assert rows["If nothing is said in that time"] == "The work is accepted"
    assert rows["Rights"] == "They pass to the client when the work is paid"
    assert rows["Confidentiality agreement"] == "Needed, mutual; 2 years"
    assert rows["Begins on"] == "Monday, January 4, 2027"
    assert rows["Lasts"] == "3 months"
    assert "Notice, for each side" not in rows


def test_services_are_listed_one_by_one() -> None:
    """Each with its form and its day; milestones with what they pay, and when."""
    text = said(
        project={
            "deliverables": [{"name": "A logo", "format": "SVG", "due": "2027-02-01"}],
            "out_of_scope": ["A website"],
        },
        schedule={
            "milestones": [{"name": "Draft", "due": "2027-02-01", "amount": "300 EUR"}],
        },
        management={"acceptance_within": "5 days"},
        pay={"terms": {"within": "14 days"}},
    )
    rows = [" ".join(line.split()) for line in text.splitlines()]

    assert "| 1. A logo | SVG | Monday, February 1, 2027 | See the milestones |" in rows
    assert "- A website" in rows
    expected = (
        "| Draft | Monday, February 1, 2027 | EUR 300 | Saturday, February 6, 2027 |"
        " Saturday, February 20, 2027 |"
    )
    assert expected in rows


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"pay": {"fixed": "600 EUR"}}, ["600 EUR"]),
        ({"pay": {"mode": "ask_quotes", "target": "500 EUR"}}, []),
        ({"pay": {"ceiling_public": "900 EUR"}}, ["900 EUR"]),
        ({"schedule": {"milestones": [{"name": "A", "amount": "200 EUR"}, {"name": "B"}]}}, []),
        (
            {
                "pay": {"rate": "12-18 USD/hour"},
                "engagement": {"workload": "8-10 hours/week", "duration": "2 weeks"},
            },
            ["360 USD"],
        ),
    ],
)
def test_the_value_of_the_work_is_reckoned_from_what_is_published(
    fields: dict[str, Any], expected: list[str]
) -> None:
    """18 USD x 10 hours x 2 weeks; a price to aim for, which agencies do not know, is none."""
    found = [line.amount for line in value(known(Audience.AGENCY, **fields))]

    assert found == [Money.parse(amount) for amount in expected]


def test_nothing_internal_is_on_the_sheet() -> None:
    """No budget, no target, no limit."""
    text = said(pay={"target": "4711 EUR", "walk_away": "4712 EUR", "budget_total": "4713 EUR"})

    assert "471" not in text
