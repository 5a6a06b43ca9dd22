"""Break-even: what handing over saves, against figures worked out by hand."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from conftest import ROOT

from outsource_kit.brief import Audience, Brief
from outsource_kit.figures.break_even import apart, break_even, gaps, sensitivity, tipping
from outsource_kit.figures.limits import limits, market
from outsource_kit.figures.rates import by_the, by_the_hour
from outsource_kit.figures.set_up import set_up_lines, sums
from outsource_kit.figures.trade import Trade, money, price, weeks_of
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

TERMS = {
    "own_hours": "6 hours/week",
    "hours_ratio": 1.3,
    "rework": "10%",
    "management": "1.5 hours/week",
}
PAY = {"own_hour_value": "60 USD/hour", "target": "15 USD/hour", "platform_fee": "5%"}


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


@pytest.mark.parametrize("kind", ["rate", "ratio", "rework", "management", "own_value"])
def test_where_an_assumption_tips_a_week_saves_nothing(kind: str) -> None:
    """Each alone, all else as planned."""
    tips = KNOWN.tipping()[kind]
    assert tips is not None

    assert abs(Trade(**{**vars(KNOWN), kind: tips}).saving) < Decimal("1e-9")


def test_each_assumption_says_how_far_it_may_be_off() -> None:
    """270 are kept a week and 135.135 paid: 29.97, 2.60 hours, 120 %, 3.7 hours, 30.03."""
    rows = {row.kind: f"{row.now} {row.tips}" for row in tipping(facts(break_even=TERMS, pay=PAY))}

    assert rows == {
        "rate": "15 USD/hour 29.97 USD/hour",
        "ratio": "1.30 2.60",
        "rework": "10% 120%",
        "management": "1.5 3.7",
        "own_value": "60 USD/hour 30.03 USD/hour",
    }
    assert tipping(facts(break_even=TERMS, pay={**PAY, "target": "40 USD/hour"})) == ()


def test_the_example_kit_gives_the_known_figures() -> None:
    """239 + 151.20 + 120 + 4 x 4.99 are spent once: 530.16; the price in the brief follows."""
    known = project(load(ROOT / "kits/personal-assistant/brief.yaml"), Audience.INTERNAL)

    found = break_even(known)

    assert found is not None
    assert [str(line.amount) for line in set_up_lines(known)] == [
        "239 USD",
        "151.2 USD",
        "120 USD",
        "19.96 USD",
    ]
    assert (str(found.saving), str(found.saving_a_month)) == ("134.86 USD", "584.42 USD")
    assert (str(found.set_up), found.settled) == ("530.16 USD", True)
    assert (found.payback, found.freed) == (4, Decimal("4.5"))
    assert str(found.highest_rate) == "27.71 USD/hour"
    assert str(known.pay.walk_away) == "27.71 USD/hour"
    assert limits(known).gap is None
    assert [row.kind for row in sensitivity(known)] == [
        "as_planned",
        "own_value_lower",
        "own_value_higher",
        "as_fast_as_you",
        "half_as_fast",
        "leading_doubles",
    ]


def test_an_assumption_that_is_off_changes_what_is_saved() -> None:
    """Paid are 135.135 a week; each row is worked out by hand, with nothing spent once."""
    rows = sensitivity(facts(break_even=TERMS, pay=PAY))

    assert {row.kind: f"{row.saving} {row.highest_rate}" for row in rows} == {
        "as_planned": "134.86 USD 29.97 USD/hour",  # 360 - 225.135; 270 / 9.009
        "own_value_lower": "67.36 USD 22.48 USD/hour",  # 4.5 x 45 - 135.135
        "own_value_higher": "202.36 USD 37.46 USD/hour",  # 4.5 x 75 - 135.135
        "as_fast_as_you": "166.05 USD 38.96 USD/hour",  # 270 - 103.95; 270 / 6.93
        "half_as_fast": "62.1 USD 19.48 USD/hour",  # 270 - 207.9; 270 / 13.86
        "leading_doubles": "44.86 USD 19.98 USD/hour",  # 180 - 135.135; 180 / 9.009
    }


def test_own_time_spent_once_is_worth_what_the_own_hour_is() -> None:
    """Four hours once: 240 at 60, 180 at 45. 240 / 26 = 9.23 of 270; 180 / 26 = 6.92 of 202.50."""
    rows = sensitivity(facts(break_even={**TERMS, "set_up": "4 hours"}, pay=PAY))

    found = [f"{row.payback} {row.highest_rate}" for row in rows[:2]]
    assert found == ["2 28.95 USD/hour", "3 21.71 USD/hour"]


def test_what_is_missing_is_named_with_the_reason_and_nothing_is_guessed() -> None:
    """Own hours, the own hour's value, a price that says something of an hour."""

    def reasons(known: Facts) -> list[tuple[str, str]]:
        assert break_even(known) is None
        assert sensitivity(known) == ()
        return [(gap.field, gap.why) for gap in gaps(known)]

    hours = {"break_even": TERMS}
    own = {"own_hour_value": "60 USD/hour"}
    assert reasons(facts()) == [
        ("break_even.own_hours", "not_said"),
        ("pay.own_hour_value", "not_said"),
        ("pay.target", "not_said"),
    ]
    assert reasons(facts(**hours, pay={"own_hour_value": "60 USD", "target": "9 USD/hour"})) == [
        ("pay.own_hour_value", "not_hourly")
    ]
    assert reasons(facts(**hours, pay={**own, "target": "15 EUR/hour"})) == [
        ("pay.target", "currency")
    ]
    assert reasons(facts(**hours, pay={**own, "target": "15 USD/piece"})) == [
        ("pay.target", "piece")
    ]
    monthly = facts(**hours, pay={**own, "rate": "900 USD/month"})
    assert reasons(monthly) == [("pay.rate", "no_hours")]
    assert gaps(monthly)[0].needs == ("engagement.workload",)
    whole = facts(**hours, pay={**own, "fixed": "900 USD"})
    assert reasons(whole) == [("pay.fixed", "no_hours")]
    assert gaps(whole)[0].needs == ("engagement.workload", "engagement.duration")


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
    ("horizon", "weeks"),
    [("26 weeks", 26), ("6 months", 26), ("1 year", 52), ("90 days", 12), ("3 days", 1)],
)
def test_a_horizon_in_weeks(horizon: str, weeks: int) -> None:
    """Months are twelfths of 52 weeks; what is left of a week does not count."""
    assert weeks_of(facts(break_even={"horizon": horizon}).break_even.horizon) == weeks


def test_two_currencies_are_never_added_up() -> None:
    """Trials and the contract fee in euros leave the week reckoned, and nothing that rests on them.

    Four trials at 36 and 5 % are 151.20 euros; with a fee for each 171.16.
    """
    mixed = facts(
        break_even={**TERMS, "set_up": "2 hours"},
        pay={**PAY, "contract_fee": "4.99 EUR", "walk_away": "30 USD/hour"},
        trial={"enabled": True, "pay": "36 EUR", "max_candidates": 4},
    )

    found = break_even(mixed)

    assert found is not None
    assert str(found.saving) == "134.86 USD"
    assert [line.field for line in found.apart] == ["trial.pay", "pay.contract_fee"]
    assert (found.settled, found.set_up, found.payback, found.gain) == (False, None, None, None)
    assert (found.highest_rate, found.highest) == (None, None)
    assert [row.highest_rate for row in sensitivity(mixed)] == [None] * 6
    lines = set_up_lines(mixed)
    assert [str(found) for found in sums(line.amount for line in lines)] == [
        "120 USD",
        "171.16 EUR",
    ]
    limit = limits(mixed)
    assert (limit.why, limit.reckoned, str(limit.binding)) == ("apart", None, "30 USD/hour")


def test_what_is_spent_once_in_one_other_currency_is_not_taken_for_the_own_one() -> None:
    """A contract fee in euros is the only thing spent once; the own hour is in dollars."""
    mixed = facts(break_even=TERMS, pay={**PAY, "contract_fee": "530 EUR"})

    found = break_even(mixed)

    assert found is not None
    assert [line.kind for line in apart(mixed)] == ["contract_fee"]
    assert (found.settled, found.payback, found.highest_rate) == (False, None, None)


@pytest.mark.parametrize(
    ("written", "hourly", "again"),
    [
        ("120 USD/day", "15 USD/hour", "120 USD/day"),
        ("150 USD/week", "15 USD/hour", "150 USD/week"),
        ("650 USD/month", "15 USD/hour", "650 USD/month"),
        ("3,900 USD", "30 USD/hour", "3900 USD"),
    ],
)
def test_a_price_for_a_longer_time_is_also_one_for_an_hour(
    written: str, hourly: str, again: str
) -> None:
    """8 hours a day, 10 a week, 43 and a third a month, 130 in thirteen weeks."""
    engagement = {"workload": "8-12 hours/week", "duration": "13 weeks"}
    known = facts(pay={"target": written}, engagement=engagement)

    found = by_the_hour(known.pay.target, known)

    assert found is not None
    back = by_the(known.pay.target.unit, found, known)
    assert back is not None
    assert str(price(found.amount, "USD")) == hourly
    assert str(price(back.amount, "USD", back.unit)) == again
    assert by_the_hour(known.pay.target, facts()) == (found if written.endswith("day") else None)


def test_a_rate_by_the_day_breaks_even_like_the_same_by_the_hour() -> None:
    """120 a day are 15 an hour; the limit comes by the day: 8 x 29.97003 = 239.76."""
    found = break_even(facts(break_even=TERMS, pay={**PAY, "target": "120 USD/day"}))

    assert found is not None
    assert (str(found.saving), str(found.hourly)) == ("134.86 USD", "15 USD/hour")
    assert (str(found.rate), found.rate_from) == ("120 USD/day", "pay.target")
    assert str(found.highest) == "239.76 USD/day"


def test_the_lower_of_two_limits_binds() -> None:
    """A stated price above the reckoned 29.97 is pointed out, with how much it differs."""

    def limit(walk_away: str, **more: Any) -> Facts:
        return limits(facts(break_even=TERMS, pay={**PAY, "walk_away": walk_away, **more}))

    high, low = limit("32 USD/hour"), limit("22 USD/hour")
    assert (str(high.reckoned), high.stated_is_higher) == ("29.97 USD/hour", True)
    assert (str(high.binding), str(high.gap)) == ("29.97 USD/hour", "2.03 USD")
    assert (str(low.binding), low.stated_is_higher) == ("22 USD/hour", False)
    assert str(low.gap) == "7.97 USD"


def test_limits_are_compared_in_one_unit_and_one_currency_or_not_at_all() -> None:
    """By the day, 8 x 29.97; a piece says nothing of an hour; a currency nothing of another."""

    def limit(walk_away: str) -> Facts:
        return limits(facts(break_even=TERMS, pay={**PAY, "walk_away": walk_away}))

    day, piece, euros = (limit(w) for w in ("200 USD/day", "9 USD/piece", "28 EUR/hour"))
    assert (str(day.reckoned), str(day.gap), day.why) == ("239.76 USD/day", "39.76 USD", None)
    assert (str(piece.reckoned), piece.gap, piece.why) == ("29.97 USD/hour", None, "unit")
    assert (str(euros.reckoned), euros.gap, euros.why) == ("29.97 USD/hour", None, "currency")
    dear = {**TERMS, "management": "6 hours/week"}
    assert limits(facts(break_even=dear, pay=PAY)).why == "never"
    assert limits(facts()).why == "gaps"
    assert str(limits(facts(break_even=TERMS, pay=PAY)).binding) == "29.97 USD/hour"


def test_an_offer_below_three_quarters_of_the_market_is_too_low() -> None:
    """7.50 is the least where the market begins at 10; by the day, 60."""

    def found(opening: str, **more: Any) -> Facts:
        given = {"market_range": "10-20 USD/hour", "opening": opening, **more}
        known = market(facts(negotiation=given))
        assert known is not None
        return known

    assert (str(found("7 USD/hour").least), found("7 USD/hour").too_low) == ("7.5 USD/hour", True)
    assert not found("7.50 USD/hour").too_low
    assert (found("59 USD/day").too_low, found("60 USD/day").too_low) == (True, False)
    assert (found("7 EUR/hour").compared, found("7 EUR/hour").too_low) == (False, False)


def test_without_a_stated_range_the_market_reaches_over_all_sources() -> None:
    """From the lowest to the highest of one unit and currency; else nothing is known."""

    def found(*ranges: str, **pay: str) -> Facts | None:
        rows = [{"source": "A friend", "range": written} for written in ranges]
        return market(facts(negotiation={"evidence": rows}, pay=pay))

    known = found("10-22 USD/hour", "9-18 USD/hour", target="15 USD/hour")
    assert known is not None
    assert (str(known.range), known.stated, known.target) == ("9-22 USD/hour", False, "in")
    low, high = (
        found("10-22 USD/hour", target=f"{target} USD/hour") for target in ("9.99", "22.01")
    )
    assert low is not None
    assert high is not None
    assert (low.target, high.target) == ("below", "above")
    assert found("10-22 USD/hour", "9-18 EUR/hour") is None
    assert found() is None
