"""What the post says of pay: a price, in numbers, in money, and in time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from outsource_kit.brief.amounts import Rate
from outsource_kit.guidance.platforms import banning
from outsource_kit.lint.jurisdiction import places
from outsource_kit.lint.phrases import denied
from outsource_kit.lint.regex import regex
from outsource_kit.lint.rule import Problem, rule
from outsource_kit.lint.words import Search

if TYPE_CHECKING:
    from collections.abc import Iterator

    from outsource_kit.brief import Brief
    from outsource_kit.brief.amounts import Price
    from outsource_kit.brief.post import Pay
    from outsource_kit.load import Place
    from outsource_kit.mistakes import Severity


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
    limits="A brief that says nothing at all of pay is a draft with a blank, and a warning.",
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


_SIZE = regex(r"\b\d[\d,.–-]* ?(?:hours?|days?|weeks?|words|pages)\b", re.IGNORECASE)


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
    if "EU" in places(brief):
        yield Problem(("pay",), f"no pay is published, and the worker's status is `{status}`")


_EVASIVE = Search(
    "competitive doe negotiable experience market discussed",
    r"(?:competitive|attractive|market)\s+(?:rates?|pay|salary|compensation|wages?)|DOE"
    r"|(?:pay|rate|salary|price|budget|compensation|fee)s?\s+(?:is\s+|are\s+)?negotiable|negotiable"
    r"|depending\s+on\s+experience|to\s+be\s+discussed",
    allowed=r"not?\s+negotiable|non-?negotiable|(?:John|Jane)\s+Doe",
)
_PRICE_NOUN = regex(
    r"\b(?:pay|paid|rates?|salary|price|budget|compensation|wages?|fees?)\b", re.IGNORECASE
)


@rule(
    "PAY-05",
    "warning",
    checks="words such as `competitive` or `negotiable` where a price belongs",
    why="Such words stand in nearly every post, so they tell nothing; people with choice read on.",
    remedy="print numbers: a range in `pay.rate`, a price in `pay.fixed`, or a limit for quotes",
    source="guides to writing job posts",
    bad="pay: {mode: ask_quotes, terms: {schedule: Competitive rate}}",
    good="pay: {mode: ask_quotes, ceiling_public: 30 USD/hour, terms: {schedule: Each week}}",
)
def evasive(brief: Brief) -> Iterator[Problem]:
    """Yield each text that speaks of pay without a number, where no price is published."""
    if _public(brief.pay):
        return
    for hit in _EVASIVE.find(brief):
        if hit.said.public and (_about_pay(brief, hit.place) or _PRICE_NOUN.search(hit.sentence)):
            yield hit.problem(f"`{hit.shown}` is no price")


def _about_pay(brief: Brief, place: Place) -> bool:
    """Return whether the text at `place` says what the work pays."""
    if place[0] == "value_proposition":
        return brief.value_proposition[int(place[1])].kind == "money"
    return place[0] == "pay"


_STATUTES = {
    "US-NY": "New York",
    "US-IL": "Illinois",
    "US-CA": "California",
}
"""States with a law on paying freelancers within 30 days."""

_LATEST = 30
"""Days within which a freelancer should have the money."""

_DAYS = {
    "minute": 0,
    "hour": 0,
    "day": 1,
    "working day": 7 / 5,
    "week": 7,
    "month": 30,
    "year": 365,
}
"""Days of the calendar in a unit, at the least; a month counts as thirty."""


@rule(
    "PAY-08",
    "warning",
    checks="money that comes late, or on a day that nothing names",
    why=(
        "A freelancer pays rent from it. Some states want payment within 30 days, unless a "
        "contract says otherwise."
    ),
    remedy="write 30 days or less in `pay.terms.within`",
    source="summaries of the freelance laws of New York, Illinois and California; not legal advice",
    bad="pay: {mode: fixed, fixed: 600 EUR, terms: {within: 45 days}}",
    good="pay: {mode: fixed, fixed: 600 EUR, terms: {within: 14 days}}",
)
def late(brief: Brief) -> Iterator[Problem]:
    """Yield `pay.terms.within` where it is missing or more than 30 days.

    An error where the law of one of three states may apply; an employee's wages are not meant.
    """
    pay = brief.pay
    if brief.engagement.worker_status == "employee" or not (pay.mode or _public(pay)):
        return
    place, within = ("pay", "terms", "within"), pay.terms.within
    where = places(brief)
    states = [name for code, name in _STATUTES.items() if code in where]
    law = f", and the law of {states[0]} may apply" if states else ""
    severity: Severity = "error" if states else "warning"
    if within is None:
        message = f"nothing says how soon the money comes{law}"
        yield Problem(place, message, severity=severity)
    elif float(within.high) * _DAYS[within.unit] > _LATEST:
        yield Problem(place, f"`{within}` is more than 30 days{law}", severity=severity)


_UNPAID = Search(
    "exposure portfolio future visibility instead rather",
    r"(?:paid|pay|payment|reward\w*|compensat\w+)\s+(?:in|with)\s+(?:\w+\s+){0,2}"
    r"(?:exposure|visibility)"
    r"|(?:for|great|good|excellent|huge|valuable)\s+exposure|exposure\s+instead\s+of"
    r"|(?:credit|exposure|portfolio|future\s+work|more\s+work)\s+(?:instead\s+of|rather\s+than)"
    r"\s+(?:pay|money|payment|cash)"
    r"|for\s+(?:your|the|their)\s+portfolio|(?:promise\s+of\s+)?future\s+(?:paid\s+)?work",
    allowed=r"(?:for|great|good|excellent)\s+exposure\s+(?:to|time|of|and|in)",
)
_OUTRIGHT = regex(r"\b(?:paid|pay|payment|reward\w*|compensat\w+|instead|rather)\b", re.IGNORECASE)
_MONEY = regex(r"\d|\b(?:also|besides|in addition|on top|plus|as well)\b", re.IGNORECASE)


@rule(
    "PAY-09",
    "error",
    checks="exposure, a portfolio piece or future work as pay",
    why=(
        "Nobody pays rent with it, good freelancers leave at the word, and platforms forbid work "
        "without money."
    ),
    remedy="pay money; name the credit or the portfolio piece in `value_proposition` as an extra",
    source="Upwork's client policies",
    bad="pay: {terms: {schedule: Great exposure for your portfolio}}",
    good="pay: {mode: fixed, fixed: 600 EUR, terms: {schedule: On acceptance, within: 14 days}}",
)
def no_money(brief: Brief) -> Iterator[Problem]:
    """Yield each text on pay that names no money but this, and each that says so outright.

    Credit, portfolio and growth are fair extras in a brief that names its price.
    """
    for hit in _UNPAID.find(brief):
        outright = _OUTRIGHT.search(hit.words)
        spoken = _about_pay(brief, hit.place) and not _MONEY.search(hit.said.text)
        if (outright or spoken) and not denied(hit.said.text, hit.start):
            yield hit.problem(f"`{hit.shown}` is no pay")


_ALL_OR_NOTHING = Search(
    "only & pay paid payment | cure | nothing & otherwise else not",
    r"(?:paid|pay|payment)\s+only\s+(?:if|when|once|on|upon|for)\s+(?:all|every\w*|full|success\w*)"
    r"|only\s+(?:pay|paid)\s+(?:if|when|once|on|upon|for)\s+(?:all|every\w*|full|success\w*)"
    r"|no\s+cure,?\s+no\s+pay|(?:otherwise|or\s+else|if\s+not),?\s+(?:\w+\s+){0,3}nothing",
)


@rule(
    "PAY-14",
    "warning",
    checks="pay for the whole or for nothing",
    why=(
        "What cannot be known beforehand then costs the freelancer everything. Careful people stay"
        " away; a public purchase on such terms was won at one dollar."
    ),
    remedy="pay in two milestones at least, the first for finding out what is there",
    source="18F micro-purchase, 2015; the remedy is our own",
    bad="pay: {mode: fixed, fixed: 600 EUR, terms: {schedule: Paid only if all tests pass}}",
    good=(
        "pay: {mode: fixed, fixed: 600 EUR, terms: {schedule: Paid only if all tests pass}}\n"
        "schedule: {milestones: [{name: Findings, amount: 200 EUR}, {name: Load, amount: 400 EUR}]}"
    ),
)
def all_or_nothing(brief: Brief) -> Iterator[Problem]:
    """Yield each text that makes pay depend on the whole, where no second milestone is paid."""
    if sum(milestone.amount is not None for milestone in brief.schedule.milestones) > 1:
        return
    for hit in _ALL_OR_NOTHING.claims(brief):
        if _about_pay(brief, hit.place) or "pa" in hit.words.casefold():
            yield hit.problem(f"`{hit.shown}` pays the whole or nothing")


@rule(
    "PAY-11",
    "warning",
    checks="a contest, in which most of the work is not paid",
    why="All but one work for nothing; those who can choose stay away, and some sites ban it.",
    remedy="hire one person, and pay a round of first drafts as a milestone",
    source="Upwork's rules on posts",
    bad="engagement: {type: contest}",
    good="engagement: {type: fixed}",
)
def contest(brief: Brief) -> Iterator[Problem]:
    """Yield `engagement.type` where it is a contest; an error where a chosen platform bans them."""
    if brief.engagement.type != "contest":
        return
    platform = banning(brief, "contests")
    message = f"`contest` is forbidden on {platform}" if platform else "`contest` pays one of many"
    yield Problem(("engagement", "type"), message, severity="error" if platform else "warning")


@rule(
    "PAY-06",
    "error",
    checks="a price below the least that you said may be paid",
    why=(
        "Laws on minimum pay reach some freelancers, and an own rule is there to be kept. Such"
        " minimums differ by place and year, so the brief names yours."
    ),
    remedy="raise the price, or mend `pay.minimum`",
    source="own rule",
    bad="pay: {mode: publish_range, rate: 9-18 EUR/hour, minimum: 13.90 EUR/hour}",
    good="pay: {mode: publish_range, rate: 14-18 EUR/hour, minimum: 13.90 EUR/hour}",
)
def below_minimum(brief: Brief) -> Iterator[Problem]:
    """Yield each price of the same currency and unit that lies below `pay.minimum`."""
    least, pay = brief.pay.minimum, brief.pay
    named: tuple[tuple[Place, Price | Rate | None], ...] = (
        (("pay", "rate"), pay.rate),
        (("pay", "ceiling_public"), pay.ceiling_public),
        (("pay", "target"), pay.target),
        (("pay", "walk_away"), pay.walk_away),
        (("negotiation", "opening"), brief.negotiation.opening),
    )
    for place, price in named if least else ():
        if price is None or least is None:
            continue
        lowest = price.low if isinstance(price, Rate) else price.amount
        alike = (price.currency, price.unit) == (least.currency, least.unit)
        if alike and lowest < least.amount:
            yield Problem(place, f"`{price}` is less than the least that may be paid, `{least}`")
