"""Is the trial fair in money and time? Pay, time box, days, number of people, points."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from outsource_kit.figures.coverage import held
from outsource_kit.guidance.platforms import banning
from outsource_kit.lint.rule import Problem, rule
from outsource_kit.lint.words import Search

if TYPE_CHECKING:
    from collections.abc import Iterator

    from outsource_kit.brief import Brief
    from outsource_kit.brief.amounts import Duration
    from outsource_kit.mistakes import Severity

_MINUTES = {
    "minute": 1,
    "hour": 60,
    "working day": 8 * 60,
    "day": 8 * 60,
    "week": 40 * 60,
    "month": 160 * 60,
    "year": 1920 * 60,
}
"""Minutes of work in a unit: eight hours a day, five days a week."""

_CHECK, _LONG, _TOO_LONG = Decimal("0.5"), Decimal(4), Decimal(16)
"""Hours up to which a task is a mere check, from which it is long, and too long for a trial."""

_FAIR = Decimal("0.75")
"""Share of the published rate below which a trial is no longer paid work."""

_MOST = 5
"""Trials that can be read side by side with the same care."""

_HUNDRED = 100
_DAY = 24 * 60

_UNPAID = Search(
    "unpaid | not & paid | free & trial test sample",
    r"unpaid (?:trial|test|sample|task|exercise|assignment)s?"
    r"|(?:trial|test|sample|exercise|assignment)(?: task| project| work)? is (?:unpaid|not paid)"
    r"|free (?:trial task|test task|test assignment|sample work)s?",
)


def hours(length: Duration) -> Decimal:
    """Return the upper end of `length` in hours of work."""
    return length.high * _MINUTES[length.unit] / 60


@rule(
    "TRIAL-01",
    "error",
    checks="a trial without pay",
    why=(
        "Free work drives away those who have other work, and platforms such as Upwork forbid"
        " asking for it in any form."
    ),
    remedy="write `pay: 40 USD` in `trial`: what each person gets, hired or not",
    source="Upwork client policies; Upwork help on work samples",
    bad="trial: {task: Sort fourteen invented mails., time_box: 2 hours}",
    good="trial: {task: Sort fourteen invented mails., time_box: 2 hours, pay: 36 USD}",
)
def unpaid(brief: Brief) -> Iterator[Problem]:
    """Yield a trial that pays nothing, and texts that say that one does not."""
    platform = banning(brief, "free_work")
    against = f"; {platform} forbids free work" if platform else ""
    trial = brief.trial
    if held(brief) and (trial.pay is None or not trial.pay.amount):
        box = trial.time_box
        check = not brief.sourcing.platforms and box is not None and hours(box) <= _CHECK
        severity: Severity = "warning" if check else "error"
        said = "the trial pays nothing" if trial.pay else "the trial has no pay"
        yield Problem(("trial", "pay"), said + against, "", "", severity, fixed=bool(platform))
    for hit in _UNPAID.claims(brief):
        yield hit.problem(f"`{hit.shown}` asks for work without pay{against}", fixed=bool(platform))


@rule(
    "TRIAL-02",
    "error",
    checks="a trial that pays less than the published rate",
    why=(
        "The trial is the first work someone does for you. Paid below the rate you publish, it"
        " says that the rate is not meant."
    ),
    remedy="raise `trial.pay`, or shorten `trial.time_box`",
    source="own rule: three quarters of the published rate at the least",
    bad=(
        "pay: {rate: 12-18 USD/hour}\n"
        "trial: {task: Sort fourteen invented mails., time_box: 3 hours, pay: 20 USD}"
    ),
    good=(
        "pay: {rate: 12-18 USD/hour}\n"
        "trial: {task: Sort fourteen invented mails., time_box: 3 hours, pay: 36 USD}"
    ),
)
def underpaid(brief: Brief) -> Iterator[Problem]:
    """Yield the pay of a trial that is below the lowest published rate for the whole time box."""
    rate, pay, box = brief.pay.rate, brief.trial.pay, brief.trial.time_box
    if not held(brief) or rate is None or pay is None or box is None:
        return
    if rate.unit not in _MINUTES or rate.currency != pay.currency or not pay.amount:
        return
    fair = rate.low * hours(box) * 60 / _MINUTES[rate.unit]
    if pay.amount < fair:
        least = f"{fair.quantize(Decimal('0.01')).normalize():f} {pay.currency}"
        share = int(100 * pay.amount / fair)
        yield Problem(
            ("trial", "pay"),
            f"`{pay}` for `{box}` is {share}% of what `pay.rate` gives for it",
            remedy=f"pay at least {least}, or shorten `time_box`",
            severity="error" if pay.amount < _FAIR * fair else "warning",
        )


@rule(
    "TRIAL-03",
    "error",
    checks="a trial without a time box, or with a long one",
    why=(
        "Two to four hours show how someone works. What takes days is a job, and is bought as the"
        " first milestone."
    ),
    remedy="write `time_box: 2 hours` in `trial`, and cut the task until it fits",
    source="published trials of 2 to 4 hours (dxw playbook and others)",
    bad="trial: {task: Rebuild the shop., pay: 900 USD, time_box: 30 hours}",
    good="trial: {task: Sketch one page of the shop., pay: 90 USD, time_box: 3 hours}",
)
def long_or_unbounded(brief: Brief) -> Iterator[Problem]:
    """Yield a time box that is missing, above 4 hours (a warning) or above 16 (an error)."""
    if not held(brief):
        return
    box, place = brief.trial.time_box, ("trial", "time_box")
    if box is None:
        yield Problem(place, "nothing says how long the trial may take at most")
    elif hours(box) > _TOO_LONG:
        remedy = "make it the first milestone, or cut the task to 4 hours or less"
        yield Problem(place, f"`{box}` is a job, not a trial", remedy=remedy)
    elif hours(box) > _LONG:
        remedy = "cut the task to 4 hours or less"
        yield Problem(place, f"`{box}` is long for a trial", "", remedy, "warning")


@rule(
    "TRIAL-04",
    "warning",
    checks="a trial that is due within a day of its start, or at no time",
    why="People have other work, and sleep while you are awake. Less than a day tests luck.",
    remedy="write `due_after: 3 working days` in `trial`",
    source="dxw playbook: the task is sent a day ahead at the least",
    limits="`due_after` is a length, so it needs no time zone.",
    bad="trial: {task: Sort fourteen invented mails., due_after: 5 hours}",
    good="trial: {task: Sort fourteen invented mails., due_after: 3 working days}",
)
def due_too_soon(brief: Brief) -> Iterator[Problem]:
    """Yield a due time below 24 hours, and one that is missing."""
    if not held(brief):
        return
    due, place = brief.trial.due_after, ("trial", "due_after")
    if due is None:
        yield Problem(place, "nothing says how long after its start the trial is due")
    elif due.unit in due.HOURS and due.low * _MINUTES[due.unit] < _DAY:
        yield Problem(place, f"`{due}` after the start is less than a day")


@rule(
    "TRIAL-05",
    "warning",
    checks="more people in the trial than can be compared with care, or two numbers for it",
    why=(
        "Each trial costs its pay and an hour of reading. Five read with care tell more than ten"
        " skimmed."
    ),
    remedy="write `max_candidates: 4` in `trial`, and shortlist first",
    source="own rule: five at most",
    bad="trial: {task: Sort fourteen invented mails., max_candidates: 12}",
    good="trial: {task: Sort fourteen invented mails., max_candidates: 4}",
)
def too_many_people(brief: Brief) -> Iterator[Problem]:
    """Yield a number of people above five, and numbers that differ."""
    told, planned = brief.trial.max_candidates, brief.selection.max_trial
    if not held(brief):
        return
    for number, place in (
        (told, ("trial", "max_candidates")),
        (planned, ("selection", "max_trial")),
    ):
        if number is not None and number > _MOST:
            yield Problem(place, f"{number} people are many for a paid trial")
    if None not in (told, planned) and told != planned:
        message = f"`max_trial` says {planned}, but candidates are told {told} in `trial`"
        remedy = "write the same number in both"
        yield Problem(("selection", "max_trial"), message, remedy=remedy)


@rule(
    "TRIAL-07",
    "error",
    checks="a trial without criteria, or with points that do not add up to 100",
    why=(
        "People do their best on what they know is judged. Criteria fixed before the first trial"
        " also keep the judges honest."
    ),
    remedy="list `criteria` in `trial`, each with a `weight`, 100 together",
    source="GOV.UK, guidance on choosing digital suppliers: criteria and weights are published",
    bad=(
        "trial: {task: Sort the mails., criteria: [{name: Work, weight: 60}, {name: Care,"
        " weight: 30}]}"
    ),
    good=(
        "trial: {task: Sort the mails., criteria: [{name: Work, weight: 60}, {name: Care,"
        " weight: 40}]}"
    ),
)
def points_missing(brief: Brief) -> Iterator[Problem]:
    """Yield criteria that are missing, have no weight, or do not add up."""
    if not held(brief):
        return
    criteria, place = brief.trial.criteria, ("trial", "criteria")
    weights = [criterion.weight for criterion in criteria if criterion.weight is not None]
    if not criteria:
        yield Problem(place, "nothing says what the trial is scored on")
    elif len(weights) < len(criteria):
        number = len(criteria) - len(weights)
        yield Problem(place, f"{number} of {len(criteria)} criteria of the trial have no `weight`")
    elif sum(weights) != _HUNDRED:
        together = " + ".join(map(str, weights))
        message = f"the weights of the trial add up to {sum(weights)}: {together}"
        yield Problem(place, message, remedy="make the weights come to 100")
