"""Do the numbers tell whether the work succeeds? Target, unit, baseline, method, owner, pay."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from outsource_kit.brief.amounts import digits
from outsource_kit.lint.regex import regex
from outsource_kit.lint.rule import Problem, rule
from outsource_kit.lint.words import listed, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from outsource_kit.brief import Brief
    from outsource_kit.brief.define import Metric

_MOST = 7
"""Numbers that people can keep an eye on."""

_PAID = regex(
    r"\b(?:paid|payments?|pays?(?! attention)|bonus(?:es)?|commission|fees?|invoices?|refund\w*"
    r"|deduct\w*|withh[eo]ld\w*|penalt\w+|reward\w*)\b",
    re.IGNORECASE,
)
_UNCHANGED = regex(r"\b(?:no|not|never|without|nothing|unchanged|\w+n['’]t)\b", re.IGNORECASE)
"""Words that say that something does not depend on it."""

_VAGUE = regex(
    r"\b(?:quality|happy|happiness|better|professional(?:ism|ly)?|high|good|great|nice"
    r"|excellen(?:t|ce)"
    r"|satisf(?:ied|action)|success(?:ful)?|efficien(?:t|cy)|improve(?:d|ment)s?)\b",
    re.IGNORECASE,
)
_TASTE = regex(
    r"\b(?:(?:is|are|am|be) (?:very |fully |completely )?(?:happy|satisfied|pleased)(?: with)?"
    r"|to (?:our|my|the \w+['’]s|\w+['’]s) (?:full )?satisfaction"
    r"|looks? (?:good|great|nice|professional|modern|clean|right|better)"
    r"|(?:high|good|professional|top)[ -]quality|good enough|well[ -]written|user[ -]friendly"
    r"|easy to use|fast enough|as expected)\b",
    re.IGNORECASE,
)
"""Tests that two people answer differently (own list)."""

_TASTED = listed(
    "happy satisfied pleased satisfaction look looks quality enough written friendly easy expected"
)
"""Words of which each of these tests holds one."""

_MARKET = (
    r"(?:sales|revenue|turnover|profits?|conversions?|conversion rate|followers|subscribers|likes"
    r"|rankings?|traffic|visitors|leads|sign-?ups|downloads|market share|ratings?|reviews|churn)"
)
_DECIDED_OUTSIDE = listed(
    "sales revenue turnover profit profits conversion conversions followers subscribers likes"
    " ranking"
    " rankings traffic visitors leads signup signups sign downloads market rating ratings reviews"
    " churn"
)
_OUTSIDE = regex(
    rf"\b{_MARKET}\b(?! (?:calls?|e-?mails?|pages?|letters?|reports?|decks?|sheets?|notes?|data"
    rf"|answered"
    r"|written|checked))",
    re.IGNORECASE,
)
_RISES = regex(
    rf"\b{_MARKET}\b(?: \w+){{0,3}} (?:rises?|grows?|increases?|reach(?:es)?|doubles?|go(?:es)? up"
    r"|has (?:risen|grown|increased)|have (?:risen|grown|increased))\b",
    re.IGNORECASE,
)
"""Results that the market decides, and no contractor (own list)."""


def _pays(metric: Metric) -> bool:
    """Return whether pay depends on the metric, as far as its consequence says so."""
    said = metric.consequence or ""
    return bool(_PAID.search(said)) and not _UNCHANGED.search(said)


@rule(
    "MET-01",
    "warning",
    checks="no metric at all, or one without target or unit",
    why="What has no number is argued about at the end, when both sides are tired.",
    remedy='write `target` and `unit`, such as `target: 90` and `unit: "% of working days"`',
    source="SMART goals; an error where pay depends on it",
    limits="Pay depends on a metric where its `consequence` says so; `pay.terms` is not searched.",
    bad="metrics: [{name: Days that end with an empty inbox}]",
    good='metrics: [{name: Days that end with an empty inbox, target: 90, unit: "% of days"}]',
)
def no_number(brief: Brief) -> Iterator[Problem]:
    """Yield a brief without metrics, and each metric without target or unit."""
    if not brief.metrics:
        yield Problem(("metrics",), "nothing says in numbers how success is told")
    for index, metric in enumerate(brief.metrics):
        missing = [part for part in ("target", "unit") if getattr(metric, part) is None]
        if missing:
            named = " and ".join(f"`{part}`" for part in missing)
            paid = _pays(metric)
            said = f"`{metric.name}` has no {named}" + (", and pay depends on it" if paid else "")
            place = ("metrics", index, "name")
            yield Problem(place, said, severity="error" if paid else None)


@rule(
    "MET-02",
    "warning",
    checks="a metric without a starting value",
    why="Without the value of today, nobody can say what the work changed.",
    remedy="write `baseline: 35`, or `baseline_plan: Measured in the first week`",
    source="own rule",
    bad="metrics: [{name: Booking errors, target: 0, unit: errors a month}]",
    good="metrics: [{name: Booking errors, target: 0, unit: errors a month, baseline: 4}]",
)
def no_baseline(brief: Brief) -> Iterator[Problem]:
    """Yield each metric with neither a baseline nor a plan for one."""
    for index, metric in enumerate(brief.metrics):
        if metric.baseline is None and metric.baseline_plan is None:
            said = f"nothing says where `{metric.name}` stands today, or when it will be measured"
            yield Problem(("metrics", index, "name"), said)


@rule(
    "MET-03",
    "warning",
    checks="a metric that nobody is sure to measure",
    why="A number is measured when it is clear how, from what, by whom and for which day.",
    remedy="write the fields that are missing",
    source="SMART goals; 18F quality assurance plans name the method of assessment",
    bad="metrics: [{name: Booking errors, method: Count them}]",
    good=(
        "metrics: [{name: Booking errors, method: Count them, source: Receipts, owner: Ines,"
        " review_on: 2027-02-12}]"
    ),
)
def not_measured(brief: Brief) -> Iterator[Problem]:
    """Yield each metric that lacks its method, source, owner or day of review."""
    needed = ("method", "source", "owner", "review_on")
    for index, metric in enumerate(brief.metrics):
        if missing := [f"`{part}`" for part in needed if getattr(metric, part) is None]:
            remedy = f"write {', '.join(missing)}"
            said = f"`{metric.name}` has no {', '.join(missing)}"
            yield Problem(("metrics", index, "name"), said, remedy=remedy)


@rule(
    "MET-04",
    "warning",
    checks="a test that two people would answer differently",
    why="`Good quality` and `looks professional` are true for one reader and false for the next.",
    remedy="write what can be counted or seen, such as `8 of 10 people read it at 16 px`",
    source="own rule; the outsourcing guide asks for quality metrics",
    bad="metrics: [{name: High quality}]",
    good="metrics: [{name: Quality score of the reviewers, unit: of 10 points, target: 8}]",
)
def vague(brief: Brief) -> Iterator[Problem]:
    """Yield metrics without a scale, and acceptance tests without a number, that are a taste."""
    for index, metric in enumerate(brief.metrics):
        found = _VAGUE.search(metric.name)
        if found and (metric.target is None or metric.unit is None):
            said = f"`{found[0]}` has no scale here"
            yield Problem(("metrics", index, "name"), said, found[0])
    if _TASTED.isdisjoint(words_of(brief)):
        return
    groups = (
        (("project", "deliverables"), "done_when", brief.project.deliverables),
        (("schedule", "milestones"), "acceptance", brief.schedule.milestones),
    )
    for place, name, items in groups:
        for index, item in enumerate(items):
            for position, test in enumerate(getattr(item, name)):
                if (found := _TASTE.search(test)) and not any(map(str.isdigit, test)):
                    said = f"`{found[0]}` is a matter of taste"
                    yield Problem((*place, index, name, position), said, found[0])


@rule(
    "MET-05",
    "info",
    checks="no metric on time, on quality or on cost",
    why="What is not measured pays for what is: work gets fast and poor, or good and late.",
    remedy="add a metric of that `category`",
    source="the outsourcing guide",
    bad="metrics: [{name: Booking errors, category: quality}]",
    good=(
        "metrics: [{name: Booking errors, category: quality}, {name: First reply, category:"
        " timeline}, {name: Hours spent again, category: cost}]"
    ),
)
def one_sided(brief: Brief) -> Iterator[Problem]:
    """Yield the kinds of success that no metric is about."""
    there = {metric.category for metric in brief.metrics}
    missing = [f"`{kind}`" for kind in ("timeline", "quality", "cost") if kind not in there]
    if brief.metrics and missing:
        yield Problem(("metrics",), f"no metric has the category {' or '.join(missing)}")


@rule(
    "MET-06",
    "error",
    checks="a target that is already reached, or a threshold beyond it",
    why="Such a metric is met on the first day, or fails while its target is met.",
    remedy="set `threshold` between `baseline` and `target`",
    source="own rule",
    bad=(
        'metrics: [{name: Empty inbox, unit: "% of days", baseline: 10, target: 90, threshold: 95}]'
    ),
    good=(
        'metrics: [{name: Empty inbox, unit: "% of days", baseline: 10, target: 90, threshold: 80}]'
    ),
)
def out_of_order(brief: Brief) -> Iterator[Problem]:
    """Yield targets that equal their baseline, and thresholds beyond their target."""
    for index, metric in enumerate(brief.metrics):
        target, threshold = metric.target, metric.threshold
        if target is None:
            continue
        if target == metric.baseline:
            said = f"the target of `{metric.name}` is its baseline, {digits(target)}"
            remedy = "set the value to reach, or delete the metric"
            yield Problem(("metrics", index, "target"), said, remedy=remedy)
        sign = _direction(metric)
        if threshold is not None and sign * (threshold - target) > 0:
            said = (
                f"the least acceptable, {digits(threshold)}, is beyond the target, {digits(target)}"
            )
            yield Problem(("metrics", index, "threshold"), said)


def _direction(metric: Metric) -> int:
    """Return 1 where more is better, -1 where less is, 0 where nothing says so."""
    if metric.direction:
        return 1 if metric.direction == "up" else -1
    if metric.baseline is None or metric.target is None:
        return 0
    return (metric.target > metric.baseline) - (metric.target < metric.baseline)


@rule(
    "MET-07",
    "info",
    checks="many metrics",
    why="Nobody looks at ten numbers every week. Few are looked at, and acted on.",
    remedy="keep those that would make you act",
    source="own rule: seven at most",
    bad=(
        "metrics: [{name: A}, {name: B}, {name: C}, {name: D}, {name: E}, {name: F}, {name:"
        " G}, {name: H}]"
    ),
    good="metrics: [{name: A}, {name: B}, {name: C}]",
)
def many(brief: Brief) -> Iterator[Problem]:
    """Yield more than seven metrics."""
    if len(brief.metrics) > _MOST:
        yield Problem(("metrics",), f"{len(brief.metrics)} metrics are more than anyone looks at")


@rule(
    "MET-09",
    "warning",
    checks="pay that depends on what the market decides",
    why=(
        "Sales and rankings hang on price, season and competitors. Who cannot steer a result asks"
        " for more money, or stays away."
    ),
    remedy="pay for what the person can steer, such as pages that pass their tests",
    source="own rule",
    bad=(
        "metrics: [{name: Sales in the shop, unit: EUR a month, target: 9000, consequence: The last"
        " payment is due}]"
    ),
    good=(
        "metrics: [{name: Sales in the shop, unit: EUR a month, target: 9000, consequence: We look"
        " for the cause together}]"
    ),
)
def paid_by_the_market(brief: Brief) -> Iterator[Problem]:
    """Yield metrics and milestones that pay for results that nobody can promise."""
    if _DECIDED_OUTSIDE.isdisjoint(words_of(brief)):
        return
    for index, metric in enumerate(brief.metrics):
        if (found := _OUTSIDE.search(metric.name)) and _pays(metric):
            said = f"pay depends on `{found[0]}`, which the freelancer does not decide"
            yield Problem(("metrics", index, "name"), said, found[0])
    for index, milestone in enumerate(brief.schedule.milestones):
        for position, test in enumerate(milestone.acceptance):
            if (found := _RISES.search(test)) and milestone.amount:
                said = f"`{milestone.amount}` depends on `{found[0]}`"
                yield Problem(
                    ("schedule", "milestones", index, "acceptance", position), said, found[0]
                )
    if found := _RISES.search(brief.pay.terms.schedule or ""):
        said = f"pay depends on `{found[0]}`"
        yield Problem(("pay", "terms", "schedule"), said, found[0])
