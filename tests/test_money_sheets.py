"""Cost sheet, negotiation sheet and management plan: what they say, and what they leave open."""

from __future__ import annotations

from typing import Any

import pytest
from test_search import document

TERMS = {"own_hours": "6 hours/week", "rework": "10%", "management": "1.5 hours/week"}
PAY = {"own_hour_value": "60 USD/hour", "target": "15 USD/hour", "platform_fee": "5%"}


def printed(name: str, **fields: Any) -> str:
    """Return the Markdown of a document, with plain spaces in its amounts."""
    return document(name, **fields).replace("\u00a0", " ")


def test_the_sheets_name_fields_as_a_brief_spells_them() -> None:
    """As code, in which nothing is escaped."""
    cost, talk = printed("cost-sheet"), printed("negotiation-sheet")

    for sheet in (cost, talk):
        assert "- `break_even.own_hours`: your hours on it each week now" in sheet
        assert "- `pay.own_hour_value`: what an hour of yours is worth" in sheet
        assert "- `pay.target`: the price you expect" in sheet
        assert "\\" not in sheet
    assert "Write `pay.rate`, and it is reckoned here." in cost


def test_the_sheets_say_what_two_currencies_leave_open() -> None:
    """A contract fee in euros, an own hour in dollars: the week is reckoned, nothing beyond it."""
    fields = {"break_even": TERMS, "pay": {**PAY, "contract_fee": "4.99 EUR", "fixed": "900 USD"}}
    cost, talk = printed("cost-sheet", **fields), printed("negotiation-sheet", **fields)

    for sheet in (cost, talk):
        assert "**Not reckoned: when what is spent once is earned back" in sheet
        assert "`pay.contract_fee` is in another currency" in sheet
    assert "saves about **USD 134.86 a week**" in cost
    assert "is earned back after" not in cost
    assert "The price at which nothing is left" not in cost
    for row in ("| **Sum in USD** ", "| **Sum in EUR** ", "| **USD 945** ", "| **EUR 4.99** "):
        assert row in cost
    assert "say no" not in talk


def test_a_price_in_another_currency_than_the_own_hour_is_named_with_what_to_write() -> None:
    """Both prices are in the brief; none is called missing."""
    sheet = printed("cost-sheet", break_even=TERMS, pay={**PAY, "target": "15 EUR/hour"})

    assert "- `pay.target`: EUR 15 per hour is in another currency than your hour (USD)." in sheet


@pytest.mark.parametrize(
    ("fields", "second", "fifth"),
    [
        ({}, "Let them name a price first.", "Let quotes compete, like with like."),
        (
            {"pay": {"mode": "ask_quotes"}},
            "Let them name a price first.",
            "Let quotes compete, like with like.",
        ),
        (
            {"pay": {"mode": "publish_range", "rate": "9-12 EUR/hour"}},
            "Stay with the price you published.",
            "Compare what each would do for the same money.",
        ),
        (
            {"engagement": {"worker_status": "employee"}},
            "Name your range first, and stay in it.",
            "Compare what each would do for the same money.",
        ),
    ],
)
def test_the_seven_tips_suit_how_the_price_is_found(
    fields: dict[str, Any], second: str, fifth: str
) -> None:
    """Where a price is published or an employee is sought, nobody is asked to bid."""
    sheet = printed("negotiation-sheet", **fields)

    ticks = [line for line in sheet.splitlines() if line.startswith("- [ ] **")]
    assert [tick.split("**")[1] for tick in ticks] == [
        "The work first, then the price.",
        second,
        "Know the market.",
        "Say again what they get.",
        fifth,
        "Listen more than you talk.",
        "Make no low offer.",
    ]


@pytest.mark.parametrize(
    ("walk_away", "said"),
    [
        ("32 USD/hour", "**Your own limit is USD 2.03 above the reckoned one.** Above USD 29.97"),
        ("22 USD/hour", "**You stop USD 7.97 before the point at which nothing is left.**"),
        ("29.97 USD/hour", "**Your limit is the price at which nothing is left.**"),
        ("200 USD/day", "**You stop USD 39.76 before the point at which nothing is left.**"),
        ("9 USD/piece", "nothing in the brief says how many hours USD 9 per piece buys"),
        ("20 EUR/hour", "they are in two currencies"),
    ],
)
def test_the_stated_limit_is_held_against_the_reckoned_one(walk_away: str, said: str) -> None:
    """270 freed a week, 9.009 paid hours: 29.97 an hour, 239.76 a day."""
    pay = {**PAY, "walk_away": walk_away}

    assert said in printed("negotiation-sheet", break_even=TERMS, pay=pay)


def test_a_first_price_too_low_for_the_market_is_warned_of() -> None:
    """7.50 is the least where the market begins at 10."""

    def sheet(opening: str) -> str:
        given = {"market_range": "10-20 USD/hour", "opening": opening}
        return printed("negotiation-sheet", negotiation=given)

    assert "USD 7.50 per hour would be the least" in sheet("7 USD/hour")
    assert "Your first price is too low" not in sheet("8 USD/hour")
    assert "is not held against the market" in sheet("8 EUR/hour")


def test_sources_that_are_missing_are_asked_for() -> None:
    """Three rows at least."""
    rows = [{"source": "A friend", "range": "10-20 USD/hour"}]

    sheet = printed("negotiation-sheet", negotiation={"evidence": rows})

    assert "Similar work is paid USD 10–20 per hour, from the lowest to the highest" in sheet
    assert "| Second source " in sheet
    assert "| Third source " in sheet
    assert "| First source " not in sheet


def test_the_plan_names_tests_by_number_and_days_by_duty() -> None:
    """A milestone due on a Friday, accepted in five working days, paid in ten days."""
    sheet = printed(
        "management-plan",
        schedule={
            "milestones": [
                {
                    "name": "Live",
                    "due": "2026-12-04",
                    "amount": "60 EUR",
                    "acceptance": ["It sells"],
                }
            ]
        },
        management={"acceptance_within": "5 working days", "revision_rounds": 3},
        pay={"terms": {"within": "10 days"}},
    )

    cells = [[cell.strip() for cell in line.strip("| ").split("|")] for line in sheet.splitlines()]
    assert ["M1.1", "Live", "It sells"] in cells
    duties = [row[:2] for row in cells if row[0].endswith("2026") and len(row) == 3]
    assert duties == [
        ["Friday, December 4, 2026", "Is due: Live"],
        ["Friday, December 11, 2026", "Accept it, or say in writing what fails: Live"],
        ["Monday, December 21, 2026", "Pay: Live"],
    ]
    assert [row[0] for row in cells if len(row) == 5 and row[0].isdigit()][-3:] == ["1", "2", "3"]


@pytest.mark.parametrize("status", ["employee", "unsure"])
def test_the_least_that_may_be_paid_is_said_or_asked_for(status: str) -> None:
    """Wages have a lower limit by law; the brief names it, or the sheet says where to write it."""
    hired = {"worker_status": status}
    open_ = printed("negotiation-sheet", engagement=hired)
    known = printed("negotiation-sheet", engagement=hired, pay={"minimum": "13.90 EUR/hour"})

    assert "write it as `pay.minimum`: the checks then hold every price against it." in open_
    assert "**Go no lower than EUR 13.90 per hour:**" in known
    assert "Look up the minimum wage" not in known
