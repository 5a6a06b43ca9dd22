"""Break-even, costs and days of payment, against figures worked out by hand."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from conftest import ROOT

from outsource_kit.brief import Audience, Brief
from outsource_kit.figures.break_even import (
    Trade,
    break_even,
    missing,
    money,
    sensitivity,
    set_up,
    weeks_of,
)
from outsource_kit.figures.costs import (
    cost_lines,
    limits,
    low_ball,
    payments,
    planned,
    reserve,
    work_cost,
)
from outsource_kit.load import load
from outsource_kit.plan import project

if TYPE_CHECKING:
    from outsource_kit.plan import Facts

KNOWN = Trade(
    own_hours=Decimal(6),
    own_value=Decimal(60),
    rate=Decimal(15),
    ratio=Decimal("1.3"),
    fee=Decimal("0.05"),
    rework=Decimal("0.1"),
    management=Decimal("1.5"),
)


def facts(**fields: Any) -> Facts:
    """Return what the hirer knows of a brief with `fields` besides those it needs."""
    brief = {"project": {"title": "Shop", "what": "Mend it."}, **fields}
    known: Facts = project(Brief.model_validate(brief), Audience.INTERNAL)
    return known


def cents(amount: Decimal | None) -> str:
    """Return an amount as it is printed."""
    assert amount is not None
    return str(money(amount, "USD"))


def test_the_known_trade_gives_the_known_figures() -> None:
    """Six own hours at 60, a rate of 15, 530 at the start, over 26 weeks."""
    assert cents(KNOWN.cost_self) == "360 USD"
    assert cents(KNOWN.cost_outside) == "225.14 USD"
    assert cents(KNOWN.saving) == "134.86 USD"
    assert KNOWN.payback(Decimal(530)) == 4
    assert cents(KNOWN.highest_rate()) == "29.97 USD"
    assert cents(KNOWN.highest_rate(Decimal(530), 26)) == "27.71 USD"
    assert cents(KNOWN.gain(Decimal(530), 26)) == "2976.49 USD"


def test_at_the_highest_rate_nothing_is_left() -> None:
    """The walk-away price is the rate at which the gain is none."""
    rate = KNOWN.highest_rate(Decimal(530), 26)
    assert rate is not None
    dear = Trade(**{**vars(KNOWN), "rate": rate})

    assert abs(dear.gain(Decimal(530), 26)) < Decimal("1e-9")


def test_what_never_pays_has_no_payback_and_what_costs_nothing_pays_at_once() -> None:
    """A rate of 40 costs more than it frees."""
    dear = Trade(**{**vars(KNOWN), "rate": Decimal(40)})

    assert dear.saving < 0
    assert dear.payback(Decimal(530)) is None
    assert KNOWN.payback(Decimal(0)) == 0
    assert Trade(**{**vars(KNOWN), "own_hours": Decimal(0)}).highest_rate() is None


def test_the_example_kit_gives_the_known_figures() -> None:
    """254 + 151.20 + 120 + 4.99 are spent once: 530.19, and the price in the brief follows."""
    known = project(load(ROOT / "kits/personal-assistant/brief.yaml"), Audience.INTERNAL)

    found = break_even(known)

    assert found is not None
    assert str(found.saving) == "134.86 USD"
    assert str(found.set_up) == "530.19 USD"
    assert found.payback == 4
    assert str(found.highest_rate) == "27.71 USD/hour"
    assert str(known.pay.walk_away) == "27.71 USD/hour"
    assert not limits(known).differ
    assert [row.kind for row in sensitivity(known)] == [
        "as_planned",
        "own_value_lower",
        "own_value_higher",
        "as_fast_as_you",
        "half_as_fast",
        "leading_doubles",
    ]


def test_what_is_missing_is_named_and_nothing_is_guessed() -> None:
    """Own hours, the own hour's value, a rate in its currency."""
    none = facts()
    mixed = facts(
        break_even={"own_hours": "6 hours/week"},
        pay={"own_hour_value": "60 USD/hour", "target": "15 EUR/hour"},
    )

    assert missing(none) == ("break_even.own_hours", "pay.own_hour_value", "pay.target")
    assert missing(mixed) == ("pay.target",)
    assert break_even(none) is None
    assert break_even(mixed) is None
    assert sensitivity(none) == ()
    assert set_up(none) is None


def test_assumptions_stand_in_for_what_is_not_said() -> None:
    """1.3 hours for each own one, 10 % rework, a quarter of 7.8 hours to lead, 26 weeks."""
    found = break_even(
        facts(
            break_even={"own_hours": "6 hours/week"},
            pay={"own_hour_value": "60 USD/hour", "rate": "10-20 USD/hour"},
        )
    )

    assert found is not None
    assert (found.ratio, found.management, found.weeks) == (Decimal("1.3"), Decimal("2.0"), 26)
    assert str(found.cost_outside) == "245.7 USD"  # 15 x 7.8 x 1.1 + 1.95 x 60


@pytest.mark.parametrize(
    ("horizon", "weeks"), [("26 weeks", 26), ("6 months", 26), ("1 year", 52), ("3 days", 26)]
)
def test_a_horizon_in_weeks(horizon: str, weeks: int) -> None:
    """Months are twelfths of 52 weeks; days are no horizon."""
    assert weeks_of(facts(break_even={"horizon": horizon}).break_even.horizon) == weeks


def test_the_plan_holds_work_fees_and_trials() -> None:
    """12 hours x 13 weeks x 18 = 2,808; 5 % of it; 4 x 36 x 1.05; 4.99."""
    known = project(load(ROOT / "kits/personal-assistant/brief.yaml"), Audience.INTERNAL)

    lines = {line.kind: str(line.amount) for line in cost_lines(known)}

    assert lines == {
        "work": "2808 USD",
        "platform_fee": "140.4 USD",
        "trial_pay": "151.2 USD",
        "contract_fee": "4.99 USD",
    }
    assert str(planned(known)) == "3104.59 USD"
    left = reserve(known)
    assert left is not None
    assert (str(left.amount), left.short, str(left.watch)) == ("295.41 USD", False, "310.46 USD")


def test_a_budget_that_is_short_says_so() -> None:
    """900 for 1,000 and a fee of 10 %."""
    known = facts(pay={"fixed": "1,000 EUR", "platform_fee": "10%", "budget_total": "900 EUR"})

    left = reserve(known)

    assert left is not None
    assert (str(left.amount), left.short) == ("200 EUR", True)
    assert str(work_cost(facts(schedule={"milestones": [{"name": "A", "amount": "70 EUR"}]}))) == (
        "70 EUR"
    )
    assert work_cost(facts()) is None
    assert reserve(facts(pay={"fixed": "1 EUR", "budget_total": "9 USD"})) is None


def test_the_lower_of_two_limits_binds() -> None:
    """A stated price above the reckoned one is pointed out."""
    terms = {"own_hours": "6 hours/week", "rework": "10%", "management": "1.5 hours/week"}
    pay = {"own_hour_value": "60 USD/hour", "target": "15 USD/hour", "platform_fee": "5%"}

    high = limits(facts(break_even=terms, pay={**pay, "walk_away": "32 USD/hour"}))
    low = limits(facts(break_even=terms, pay={**pay, "walk_away": "22 USD/hour"}))

    assert (str(high.reckoned), high.stated_is_higher) == ("29.97 USD/hour", True)
    assert str(high.binding) == "29.97 USD/hour"
    assert (str(low.binding), low.stated_is_higher, low.differ) == ("22 USD/hour", False, True)


def test_an_offer_below_three_quarters_of_the_market_is_too_low() -> None:
    """7.50 is the least where the market begins at 10."""
    market = {"market_range": "10-20 USD/hour"}

    low = low_ball(facts(negotiation={**market, "opening": "7 USD/hour"}))
    fair = low_ball(facts(negotiation={**market, "opening": "7.50 USD/hour"}))

    assert low is not None
    assert fair is not None
    assert (str(low.least), low.too_low, fair.too_low) == ("7.5 USD", True, False)
    assert low_ball(facts(negotiation={**market, "opening": "7 EUR/hour"})) is None


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
