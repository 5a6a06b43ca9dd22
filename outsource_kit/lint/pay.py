"""Does the post say what the work pays, in numbers, in money, and in time?"""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import TYPE_CHECKING

from outsource_kit.lint.phrases import denied
from outsource_kit.lint.rule import Problem, rule
from outsource_kit.lint.words import Search
from outsource_kit.platforms import banning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from outsource_kit.brief import Brief
    from outsource_kit.brief.amounts import Duration
    from outsource_kit.brief.hire import Pay
    from outsource_kit.load import Place


def _public(pay: Pay) -> bool:
    """Return whether the post names any price."""
    return bool(pay.rate or pay.fixed or pay.ceiling_public)


@rule(
    "PAY-01",
    "error",
    checks="a way of paying that is not chosen, or chosen without its amount",
    why="Without a price, people whose price you cannot pay apply, and those you want do not.",
    remedy="set `pay.mode`, with `pay.rate` for `publish_range` or `pay.fixed` for `fixed`",
    source="GOV.UK on publishing a budget range; calls of the Python Software Foundation",
    bad="pay: {mode: publish_range}",
    good="pay: {mode: publish_range, rate: 12-18 USD/hour}",
)
def no_price(brief: Brief) -> Iterator[Problem]:
    """Yield `pay.mode` where it is not set, or the amount that it needs and has not.

    A brief that says nothing of pay is a draft with a blank: a warning, no error.
    """
    pay = brief.pay
    if pay.mode is None and not _public(pay):
        yield Problem(("pay",), "nothing says what the work pays", severity="warning")
    elif pay.mode is None:
        mode = "publish_range" if pay.rate else "fixed" if pay.fixed else "ask_quotes"
        message = "a price is given, and not how it is meant"
        yield Problem(("pay", "mode"), message, remedy=f"write `mode: {mode}` in `pay`")
    elif pay.mode == "publish_range" and pay.rate is None:
        remedy = "write `rate` in `pay`, such as `12-18 USD/hour`"
        yield Problem(("pay", "mode"), "`publish_range` is chosen without `rate`", remedy=remedy)
    elif pay.mode == "fixed" and pay.fixed is None:
        remedy = "write `fixed` in `pay`, such as `6,000 EUR`"
        yield Problem(("pay", "mode"), "`fixed` is chosen without its price", remedy=remedy)


_SIZE = re.compile(r"\b\d[\d,.–-]* ?(?:hours?|days?|weeks?|words|pages)\b", re.IGNORECASE)


@rule(
    "PAY-02",
    "warning",
    checks="quotes that are asked for without saying how large the job is",
    why="Quotes for a job of unknown size differ by a factor of ten and cannot be compared.",
    remedy="add `pay.ceiling_public`, or the hours you expect in `engagement`",
    source="Open Source Design, on a call that asked for quotes without a limit",
    bad="pay: {mode: ask_quotes}",
    good="pay: {mode: ask_quotes, ceiling_public: '6,000 EUR'}",
)
def no_size(brief: Brief) -> Iterator[Problem]:
    """Yield `pay.mode` where quotes are asked for and neither limit, hours nor length is given."""
    work = brief.engagement
    if brief.pay.mode != "ask_quotes" or _public(brief.pay) or work.workload or work.duration:
        return
    if not any(map(_SIZE.search, (brief.project.what, *brief.project.specifications))):
        message = "quotes are asked for, and nothing says how large the job is"
        yield Problem(("pay", "mode"), message)


_WIDEST = 2
"""How many times its low end a range may reach."""


@rule(
    "PAY-03",
    "warning",
    checks="a published range so wide that it says nothing",
    why="Everyone reads the end they like, and one side will be disappointed.",
    remedy="narrow the range, or write a post for each level of experience",
    source="own rule",
    bad="pay: {mode: publish_range, rate: 10-40 USD/hour}",
    good="pay: {mode: publish_range, rate: 12-18 USD/hour}",
)
def wide_range(brief: Brief) -> Iterator[Problem]:
    """Yield `pay.rate` where its high end is more than twice its low end."""
    rate = brief.pay.rate
    if rate and rate.high > rate.low * _WIDEST:
        message = f"`{rate}` reaches from little to more than twice as much"
        yield Problem(("pay", "rate"), message)


@rule(
    "PAY-04",
    "error",
    checks="someone who may be an employee in the European Union, and no published pay",
    why=(
        "The European directive on pay transparency wants applicants for employment to learn the "
        "pay or its range before the first interview."
    ),
    remedy="publish `pay.rate` or `pay.fixed`, or settle `engagement.worker_status` with a lawyer",
    source="Directive (EU) 2023/970, article 5, in summaries of law firms; not legal advice",
    bad="{client: {country: DE}, engagement: {worker_status: unsure}, pay: {mode: ask_quotes}}",
    good=(
        "{client: {country: DE}, engagement: {worker_status: unsure}, "
        "pay: {mode: publish_range, rate: 30-40 EUR/hour}}"
    ),
)
def no_range_for_an_employee(brief: Brief) -> Iterator[Problem]:
    """Yield `pay` where it names no price and a law of the Union on employees may apply."""
    status = brief.engagement.worker_status
    if status not in {"employee", "unsure"} or brief.pay.rate or brief.pay.fixed:
        return
    if "EU" in _places(brief):
        yield Problem(("pay",), f"no pay is published, and the worker's status is `{status}`")


def _places(brief: Brief) -> tuple[str, ...]:
    """Return the codes of all places whose law may apply, that of a required country included."""
    client, legal, location = brief.client, brief.legal, brief.requirements.location
    named = (client.country, client.region, *legal.jurisdictions, *location.countries)
    return tuple(str(code) for code in named if code)
