"""Are the terms of the trial said? Who owns the result, what is handed over, what is allowed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from outsource_kit.brief import Audience
from outsource_kit.brief.said import Said
from outsource_kit.figures.coverage import held
from outsource_kit.lint.phrases import denied, english
from outsource_kit.lint.regex import regex
from outsource_kit.lint.rule import Problem, rule
from outsource_kit.lint.trial import hours
from outsource_kit.lint.words import Hit, Search

if TYPE_CHECKING:
    from collections.abc import Iterator

    from outsource_kit.brief import Brief

_KEYS = r"(?:credentials?|passwords?|log-?ins?(?: details| data)?|api keys?|access tokens?)"
_PEOPLE = r"(?:customers?|clients?|patients?|users?|members?|employees?|staff)"
_RECORDS = r"(?:data|lists?|records|e-?mails?|mails|addresses|database|accounts?|invoices|files)"
_LIVE = regex(
    rf"\b(?:your |a |the )?(?:live|production|real|actual|existing|our)(?: [\w-]+)? {_KEYS}\b"
    rf"|\b{_KEYS} (?:to|for|of) (?:our|the)(?: [\w-]+){{1,3}}"
    rf"|\b(?:real|actual|live|existing|our) {_PEOPLE}(?:['’]s?)? {_RECORDS}\b"
    r"|\b(?:live|production|real) (?:data(?:base|set)?|mailbox|inbox|accounts?|server|shop|crm)\b"
    r"|\bour (?:crm|(?:customer )?database|mailbox)\b",
    re.IGNORECASE,
)
"""What must not be handed to someone who is not hired yet (own list)."""

_SAFE = regex(
    r"\b(?:invented|synthetic|redacted|anonymi[sz]ed|pseudonymi[sz]ed|fake|dummy|mock|fictional"
    r"|made[- ]up|samples?|masked|examples?|tests?)\b",
    re.IGNORECASE,
)
"""Words that say that material is not real."""

_WORKED_WITH = regex(
    r"\bgo(?:es)? live\b|\bin(?:to)? (?:our )?production\b|\blive (?:web ?site|site|shop|store"
    r"|server)\b"
    r"|\bwe (?:will |then |may |can )+(?:publish|use|ship|launch|deploy|send)\b"
    r"(?! (?:[\w'’]+ ){0,3}?(?:only\b|to (?:decide|judge|score|compare|choose|assess)\b"
    r"|for (?:our|the) decision\b))",
    re.IGNORECASE,
)
"""Signs that the result of a trial is put to work (own list)."""

_MENTION = Search(
    "trial trials test",
    r"(?:(?:short|small|paid)(?:,? paid)? trials?|do (?:a|the) trial)"
    r"(?! (?:periods?|versions?|users?|accounts?|plans?|offers?|subscriptions?|lessons?))"
    r"|trial (?:task|project|assignment|work|day)s?|test (?:task|assignment)s?",
)
_TRIED = regex(
    r"\b(?:trials?|tests?|samples?|exercises?|(?:small|short|paid|first) (?:piece|task|job)s?)\b",
    re.IGNORECASE,
)


@rule(
    "TRIAL-06",
    "error",
    checks="a trial that is silent on who owns its result",
    why=(
        "Where nothing is said, the maker usually owns the work, and the client uses it without a"
        " right to."
    ),
    remedy=(
        "write `licence_if_not_hired: candidate_keeps` in `trial`, or `client_on_payment` if you"
        " pay the full rate"
    ),
    source="own rule",
    bad="trial: {task: Sketch one page.}",
    good="trial: {task: Sketch one page., licence_if_not_hired: candidate_keeps}",
)
def ownership_unsaid(brief: Brief) -> Iterator[Problem]:
    """Yield a trial that does not say who owns the result of someone who is not hired."""
    if held(brief) and brief.trial.licence_if_not_hired is None:
        place = ("trial", "licence_if_not_hired")
        yield Problem(place, "nothing says who owns the result of someone who is not hired")


@rule(
    "TRIAL-08",
    "error",
    checks="real passwords or real people's data in a trial",
    why=(
        "Everyone who does the trial gets them, and most are not hired. Handing over people's data"
        " also needs a lawful reason and a contract."
    ),
    remedy="use invented or redacted material, and say so: `14 invented mails`",
    source="own rule",
    bad="trial: {task: Sort the mails., inputs: [Password to our shop]}",
    good="trial: {task: Sort the mails., inputs: [14 invented mails]}",
)
def live_material(brief: Brief) -> Iterator[Problem]:
    """Yield words in the trial's task and inputs that name live accounts or real data."""
    if not held(brief):
        return
    for said in _texts(brief, "task", "inputs"):
        for hit in _claimed(said, _LIVE):
            if not _SAFE.search(said.text):
                message = f"`{hit.shown}` should not be in the hands of people you may not hire"
                yield hit.problem(message)


def _texts(brief: Brief, *parts: str) -> Iterator[Said]:
    """Yield the texts of the trial that stand in one of its fields `parts`."""
    for part in parts:
        value = getattr(brief.trial, part)
        if isinstance(value, tuple):
            for index, item in enumerate(value):
                yield Said(("trial", part, index), item, Audience.CANDIDATE)
        elif value:
            yield Said(("trial", part), value, Audience.CANDIDATE)


def _claimed(said: Said, pattern: re.Pattern[str]) -> Iterator[Hit]:
    """Yield what `pattern` finds in `said`, less what its sentence denies."""
    for found in pattern.finditer(said.text):
        if not denied(said.text, found.start()):
            yield Hit(said, found[0], found.start())


@rule(
    "TRIAL-09",
    "warning",
    checks="a trial that one part of the brief has and another has not",
    why="Applicants read both, and ask which is true, or do not ask and leave.",
    remedy="describe the trial in `trial`, or delete the mention",
    source="own rule; the guide's templates mention a trial that is nowhere described",
    bad="selection: {stages: [We invite four people to a paid trial.]}\ntrial: {enabled: false}",
    good=(
        "selection: {stages: [We invite four people to a paid trial.]}\n"
        "trial: {task: Sort fourteen invented mails.}"
    ),
)
def told_two_ways(brief: Brief) -> Iterator[Problem]:
    """Yield mentions of a trial that is not, and steps that leave out one that is."""
    yield from _left_out(brief) if held(brief) else _announced(brief)


def _announced(brief: Brief) -> Iterator[Problem]:
    off = "`trial.enabled` is false" if brief.trial.enabled is False else "`trial` sets no task"
    for hit in _MENTION.claims(brief):
        if hit.said.public and hit.place[0] != "trial":
            yield hit.problem(f"`{hit.shown}` is announced, but {off}")
    for place, there in (
        (("scoring", "stage_weights", "trial"), brief.scoring.stage_weights.trial),
        (("ai_policy", "trial"), brief.ai_policy.trial),
        (("legal", "nda", "stage"), brief.legal.nda.stage == "trial"),
    ):
        if there:
            yield Problem(place, f"this is about a trial, but {off}")


def _left_out(brief: Brief) -> Iterator[Problem]:
    stages = brief.selection.stages
    if stages and english(brief) and not any(map(_TRIED.search, stages)):
        message = "there is a trial, but no step of `stages` mentions it"
        remedy = "add a step, such as `We invite up to four people to a paid trial.`"
        yield Problem(("selection", "stages"), message, remedy=remedy)
    weights = brief.scoring.stage_weights
    if (weights.application or weights.answers) and not weights.trial:
        message = "there is a trial, but it gives no points"
        remedy = "write `trial: 40` in `stage_weights`, and 100 for the three together"
        yield Problem(("scoring", "stage_weights"), message, remedy=remedy)


@rule(
    "TRIAL-10",
    "error",
    checks="real work taken from a trial without the right to it or the full rate",
    why=(
        "Work that is used is work that is bought. Without a licence it may not be used, and below"
        " the full rate it is free work under another name."
    ),
    remedy=(
        "say that the result is only used to decide, or write `licence_if_not_hired:"
        " client_on_payment` and pay the full rate"
    ),
    source="Upwork help on work samples: project work needs a contract and its pay",
    bad=(
        "trial: {task: Write the page. We will publish it on our site., licence_if_not_hired:"
        " candidate_keeps}"
    ),
    good=(
        "trial: {task: Write a page. We will use it only to decide., licence_if_not_hired:"
        " candidate_keeps}"
    ),
)
def real_work(brief: Brief) -> Iterator[Problem]:
    """Yield signs that the trial's result is used, where it is not bought at the full rate."""
    if not held(brief) or _bought(brief):
        return
    for said in _texts(brief, "title", "task", "deliverable"):
        for hit in _claimed(said, _WORKED_WITH):
            yield hit.problem(f"`{hit.shown}` means that the trial is real work")
    names = {str(made.name).casefold() for made in brief.project.deliverables}
    for part in ("title", "deliverable"):
        name = str(getattr(brief.trial, part) or "").strip(" .")
        if name.casefold() in names:
            yield Problem(("trial", part), f"`{name}` is one of the deliverables of the job", name)


def _bought(brief: Brief) -> bool:
    """Return whether the client gets the result, at no less than the published rate."""
    trial, rate = brief.trial, brief.pay.rate
    if trial.licence_if_not_hired != "client_on_payment" or trial.pay is None:
        return False
    if (
        rate is None
        or trial.time_box is None
        or (rate.unit, rate.currency)
        != (
            "hour",
            trial.pay.currency,
        )
    ):
        return True
    return trial.pay.amount >= rate.low * hours(trial.time_box)


@rule(
    "TRIAL-11",
    "info",
    checks="a trial that is silent on AI tools",
    why="Some people use them and some do not dare to. Results are comparable only under one rule.",
    remedy="write `trial: allowed_with_disclosure` in `ai_policy`",
    source="published calls that state such a rule, 2026",
    bad="trial: {task: Sort fourteen invented mails.}",
    good="trial: {task: Sort fourteen invented mails.}\nai_policy: {trial: allowed}",
)
def ai_unsaid(brief: Brief) -> Iterator[Problem]:
    """Yield a trial without a rule on AI tools."""
    if held(brief) and brief.ai_policy.trial is None:
        yield Problem(
            ("ai_policy", "trial"), "nothing says whether AI tools may be used in the trial"
        )
