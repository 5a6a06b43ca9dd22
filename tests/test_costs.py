"""Costs and days of duty: plan, budget, months, payments; against figures worked out by hand."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from conftest import ROOT
from test_break_even import facts

from outsource_kit.brief import Audience
from outsource_kit.brief.amounts import Money
from outsource_kit.figures.costs import (
    budget,
    cost_lines,
    finding,
    months,
    plan_gaps,
    planned,
    trial_cost,
    work_costs,
)
from outsource_kit.figures.duties import duties, payments
from outsource_kit.figures.duties import tests as numbered
from outsource_kit.load import load
from outsource_kit.plan import project

if TYPE_CHECKING:
    from outsource_kit.plan import Facts


def amounts(found: tuple[Any, ...]) -> list[str]:
    """Return the amounts of lines, or sums, as a brief spells them."""
    return [str(item if isinstance(item, Money) else item.amount) for item in found]


def example() -> Facts:
    """Return what the hirer of a personal assistant knows."""
    known: Facts = project(load(ROOT / "kits/personal-assistant/brief.yaml"), Audience.INTERNAL)
    return known


def test_the_plan_holds_work_fees_and_trials() -> None:
    """12 hours x 13 weeks x 18 = 2,808; 5 % of it; 4 x 36 x 1.05; 4.99 for each of 4 contracts."""
    known = example()

    lines = {line.kind: str(line.amount) for line in cost_lines(known)}

    assert lines == {
        "work": "2808 USD",
        "platform_fee": "140.4 USD",
        "trial_pay": "151.2 USD",
        "contract_fee": "19.96 USD",
    }
    work = cost_lines(known)[0]
    assert (work.count, str(work.rate)) == (Decimal("156.0"), "18 USD/hour")
    assert [str(found) for found in planned(known)] == ["3119.56 USD"]
    left = budget(known)
    assert left is not None
    assert (str(left.left), left.short, str(left.watch)) == ("280.44 USD", False, "3400 USD")


def test_the_trials_cost_their_pay_their_fee_and_the_time_to_score_them() -> None:
    """4 x 36 x 1.05 = 151.20; 4 x half an hour x 60 = 120; 175 - 151.20 - 19.96 = 3.84."""
    known = example()

    cost, left = trial_cost(known), finding(known)

    assert cost is not None
    assert left is not None
    assert (cost.people, amounts(cost.lines)) == (4, ["151.2 USD", "120 USD"])
    assert amounts(cost.sums) == ["271.2 USD"]
    assert (str(left.left), left.short) == ("3.84 USD", False)
    assert trial_cost(facts(trial={"enabled": False, "pay": "36 USD"})) is None


@pytest.mark.parametrize(
    ("trial", "selection", "fees", "trials"),
    [
        ({}, {}, "5 USD", None),
        ({"pay": "40 USD"}, {}, "5 USD", "40 USD"),
        ({"pay": "40 USD", "max_candidates": 3}, {"max_trial": 2}, "15 USD", "120 USD"),
        ({"pay": "40 USD"}, {"max_trial": 2}, "10 USD", "80 USD"),
        ({"max_candidates": 3}, {}, "5 USD", None),
        ({"pay": "40 USD", "max_candidates": 3, "enabled": False}, {}, "5 USD", None),
    ],
)
def test_each_contract_has_its_fee(
    trial: dict[str, Any], selection: dict[str, Any], fees: str, trials: str | None
) -> None:
    """One for each paid trial, under one of which the work goes on; at least one, for the work."""
    known = facts(pay={"contract_fee": "5 USD"}, trial=trial, selection=selection)

    lines = {line.kind: str(line.amount) for line in cost_lines(known)}

    assert (lines["contract_fee"], lines.get("trial_pay")) == (fees, trials)


def test_the_least_that_is_paid_has_one_person_on_trial() -> None:
    """10 x 10 + 1 x 40 + 5 at least; 10 x 20 + 3 x 40 + 3 x 5 at most."""
    known = facts(
        pay={"rate": "10-20 USD/hour", "contract_fee": "5 USD"},
        engagement={"duration": "10 hours"},
        trial={"pay": "40 USD", "max_candidates": 3},
    )

    assert amounts(planned(known, "low")) == ["145 USD"]
    assert amounts(planned(known)) == ["335 USD"]


@pytest.mark.parametrize(
    ("rate", "engagement", "cost"),
    [
        ("10-20 USD/hour", {"workload": "8-10 hours/week", "duration": "4-6 weeks"}, "1200 USD"),
        ("10-20 USD/hour", {"duration": "30-40 hours"}, "800 USD"),
        ("400 EUR/day", {"duration": "5-10 days"}, "4000 EUR"),
        ("400 EUR/day", {"duration": "10 working days"}, "4000 EUR"),
        ("400 EUR/day", {"workload": "16 hours/week", "duration": "6 weeks"}, "4800 EUR"),
        ("300 GBP/week", {"duration": "2 months"}, "2600 GBP"),
        ("900 EUR/month", {"duration": "3-6 months"}, "5400 EUR"),
        ("900 EUR/month", {"duration": "1 year"}, "10800 EUR"),
        ("12-15 USD/piece", {"pieces": 40}, "600 USD"),
    ],
)
def test_a_rate_of_any_unit_gives_a_plan(
    rate: str, engagement: dict[str, object], cost: str
) -> None:
    """Upper ends: 10 x 6 x 20; 40 x 20; 10 x 400; 12 days x 400; 8 2/3 weeks; 6, 12 months; 40."""
    known = facts(pay={"rate": rate}, engagement=engagement)

    assert amounts(work_costs(known)) == [cost]
    assert plan_gaps(known) == ()


@pytest.mark.parametrize(
    ("fields", "lacks"),
    [
        ({}, ("pay.rate",)),
        ({"pay": {"rate": "9 USD/hour"}}, ("engagement.duration", "engagement.workload")),
        (
            {"pay": {"rate": "9 USD/day"}, "engagement": {"duration": "2 weeks"}},
            ("engagement.workload",),
        ),
        ({"pay": {"rate": "9 USD/month"}}, ("engagement.duration",)),
        (
            {"pay": {"rate": "9 USD/month"}, "engagement": {"duration": "9 hours"}},
            ("engagement.duration",),
        ),
        ({"pay": {"rate": "9 USD/piece"}}, ("engagement.pieces",)),
        (
            {"schedule": {"milestones": [{"name": "A", "amount": "9 EUR"}, {"name": "B"}]}},
            ("schedule.milestones",),
        ),
    ],
)
def test_a_plan_that_cannot_be_made_says_what_it_lacks(
    fields: dict[str, Any], lacks: tuple[str, ...]
) -> None:
    """The fields to write, and nothing guessed."""
    known = facts(**fields)

    assert plan_gaps(known) == lacks
    assert work_costs(known) == ()
    pay = {**fields.get("pay", {}), "budget_total": "9 USD"}
    assert budget(facts(**{**fields, "pay": pay})) is None


def test_a_price_comes_from_the_surest_place() -> None:
    """A fixed price, then milestones, then the published rate, the limit for quotes, the target."""
    steps = {"milestones": [{"name": "A", "amount": "70 EUR"}]}
    quotes = {"ceiling_public": "60 EUR", "target": "50 EUR"}

    assert amounts(work_costs(facts(pay={"fixed": "80 EUR"}, schedule=steps))) == ["80 EUR"]
    assert amounts(work_costs(facts(pay=quotes, schedule=steps))) == ["70 EUR"]
    assert amounts(work_costs(facts(pay=quotes))) == ["60 EUR"]
    assert amounts(work_costs(facts(pay={"target": "50 EUR"}))) == ["50 EUR"]


def test_a_budget_that_is_short_says_so() -> None:
    """900 for 1,000 and a fee of 10 %."""
    known = facts(pay={"fixed": "1,000 EUR", "platform_fee": "10%", "budget_total": "900 EUR"})

    left = budget(known)

    assert left is not None
    assert (str(left.left), left.short, left.watch) == ("200 EUR", True, None)


def test_spending_is_watched_a_tenth_above_the_plan_or_at_the_end_of_the_budget() -> None:
    """Of 1,000 planned, 1,100 where there are 1,500, and 1,050 where there are only those."""

    def watch(purse: str) -> tuple[str, bool]:
        left = budget(facts(pay={"fixed": "1,000 EUR", "budget_total": purse}))
        assert left is not None
        return str(left.watch), left.tenth

    assert watch("1,500 EUR") == ("1100 EUR", True)
    assert watch("1,050 EUR") == ("1050 EUR", False)


def test_each_currency_has_a_sum_of_its_own() -> None:
    """Milestones in two currencies and a fee in a third; no budget can be held against them."""
    steps = [
        {"name": n, "amount": a} for n, a in [("A", "70 EUR"), ("B", "5 USD"), ("C", "30 EUR")]
    ]
    known = facts(
        schedule={"milestones": steps},
        pay={"platform_fee": "10%", "contract_fee": "4 GBP", "budget_total": "200 EUR"},
    )

    assert amounts(planned(known)) == ["110 EUR", "5.5 USD", "4 GBP"]
    left = budget(known)
    assert left is not None
    assert (left.comparable, left.left, left.watch) == (False, None, None)
    one = budget(facts(pay={"fixed": "1 EUR", "budget_total": "9 USD"}))
    assert one is not None
    assert not one.comparable


def test_a_retainer_costs_the_same_each_month() -> None:
    """900 and a fee of 5 % for six months; a fixed price is not spread."""
    known = facts(
        pay={"rate": "900 EUR/month", "platform_fee": "5%"}, engagement={"duration": "6 months"}
    )

    found = months(known)

    assert (len(found.numbers), str(found.each)) == (6, "945 EUR")
    short = facts(pay={"rate": "100 EUR/week"}, engagement={"duration": "2 weeks"})
    assert (months(short).numbers, str(months(short).each)) == ((1,), "200 EUR")
    fixed = facts(pay={"fixed": "900 EUR"}, engagement={"duration": "2 years"})
    assert (len(months(fixed).numbers), months(fixed).each) == (12, None)
    assert (len(months(facts()).numbers), months(facts()).each) == (6, None)


def test_payment_follows_acceptance() -> None:
    """Due on a Friday, five working days to accept, ten days to pay."""
    rows = payments(
        facts(
            schedule={
                "milestones": [
                    {"name": "First", "due": "2026-12-04", "amount": "60 EUR"},
                    {"name": "Second"},
                ]
            },
            management={"acceptance_within": "5 working days"},
            pay={"terms": {"within": "10 days"}},
        )
    )

    assert [(r.name, str(r.accept_by), str(r.pay_by)) for r in rows] == [
        ("First", "2026-12-11", "2026-12-21"),
        ("Second", "None", "None"),
    ]


def test_every_day_with_a_duty_comes_in_order() -> None:
    """A milestone without an amount has no day of payment; accesses that end together are one."""
    known = facts(
        engagement={"start": "2027-01-04"},
        schedule={
            "milestones": [
                {"name": "Paid", "due": "2027-01-15", "amount": "9 EUR"},
                {"name": "Free", "due": "2027-01-22"},
            ],
            "end_by": "2027-04-02",
        },
        management={
            "acceptance_within": "5 working days",
            "access": [
                {"what": "Mailbox", "revoke_on": "2027-04-02"},
                {"what": "Calendar", "revoke_on": "2027-04-02"},
                {"what": "Wiki"},
            ],
        },
        pay={"terms": {"within": "1 week"}},
        metrics=[{"name": "Replies", "review_on": "2027-02-12"}],
        selection={"delete_records_on": "2027-06-30"},
    )

    assert [(str(d.day), d.kind, d.about) for d in duties(known)] == [
        ("2027-01-04", "start", ()),
        ("2027-01-15", "due", ("Paid",)),
        ("2027-01-22", "due", ("Free",)),
        ("2027-01-22", "accept", ("Paid",)),
        ("2027-01-29", "accept", ("Free",)),
        ("2027-01-29", "pay", ("Paid",)),
        ("2027-02-12", "review", ("Replies",)),
        ("2027-04-02", "end", ()),
        ("2027-04-02", "access", ("Mailbox", "Calendar")),
        ("2027-06-30", "records", ()),
    ]
    assert duties(facts()) == ()


def test_each_test_has_a_number() -> None:
    """The second test of the first result is R1.2; those of milestones begin with M."""
    known = facts(
        project={
            "title": "Shop",
            "what": "Mend it.",
            "deliverables": [{"name": "Page", "done_when": ["It loads", "It prints"]}],
        },
        schedule={"milestones": [{"name": "None"}, {"name": "Live", "acceptance": ["It sells"]}]},
    )

    assert [(t.number, t.name, t.test) for t in numbered(known)] == [
        ("R1.1", "Page", "It loads"),
        ("R1.2", "Page", "It prints"),
        ("M2.1", "Live", "It sells"),
    ]
