"""Whether the brief suits the platforms it names, and the task log what it hands over."""

from __future__ import annotations

import re
from decimal import Decimal
from difflib import get_close_matches
from typing import TYPE_CHECKING

from outsource_kit.lint.phrases import subjects
from outsource_kit.lint.rule import Problem, rule
from outsource_kit.lint.words import Hit, Search
from outsource_kit.platforms import banning, platforms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from outsource_kit.brief import Brief
    from outsource_kit.brief.identify import LoggedTask

_OLD = 365
"""Days after which what is known of a platform should be looked at again."""

_TASKS, _DAYS = 8, 2
"""Fewest tasks and days that show where the time goes."""

_RATIO, _REWORK, _LEADING = Decimal("1.3"), Decimal("0.1"), Decimal("0.25")
"""A freelancer's hours for each own hour, share of them done again, own hours to lead each."""

_TOOLS = (
    r"(?:zoom|skype|whatsapp|telegram|signal|google meet|facetime|(?:microsoft |ms )?teams|discord"
    r"|calendly|phone|e-?mail|linkedin|slack)"
)
_ELSEWHERE = Search(
    "zoom skype whatsapp telegram signal google facetime teams discord calendly phone e email"
    " linkedin"
    " slack call",
    r"(?:talk|speak|chat|meet|interview(?:s|ed)?|calls?|contact|reach|message|write|writing"
    r"|apply|text)"
    rf"(?: (?!not\b)[\w-]+){{0,5}}? (?:by|on|via|over|through|using|in) (?:a |an |our )?{_TOOLS}"
    rf"|{_TOOLS} (?:call|interview|meeting)s?"
    r"|(?:call|phone|e-?mail|whatsapp) (?:me|us)(?: (?:at|on|under|via|by|if|for|with|before))?",
)
"""Ways to talk that are not a platform's own (own list)."""

_INVITES = re.compile(r"apply\b|.*\b(?:us|me)\b", re.IGNORECASE)
_ADDRESSED = re.compile(
    r"(?:^|[.!?:;,(\n]\s*|\b(?:please|or|and|to|you|can|may|should|must|first|then|just)\s+)$",
    re.IGNORECASE,
)
"""What stands before words that ask the reader to do something."""

_OTHERS = re.compile(
    r"\b(?:customer|client|shop|supplier|user|people|patient|member|guest)", re.IGNORECASE
)

_STEPS = frozenset({"selection", "questions", "screening", "publish"})
"""Sections that speak of the time before there is a contract."""


@rule(
    "PLAT-01",
    "info",
    checks="facts about a platform that nobody has looked at for a year",
    why="Platforms change their rules and fees, and close.",
    remedy="read the platform's rules again before you post",
    source="own rule",
    bad="kit: {issued: 2029-01-01}\nsourcing: {platforms: [upwork]}",
    good="kit: {issued: 2026-12-01}\nsourcing: {platforms: [upwork]}",
)
def stale(brief: Brief) -> Iterator[Problem]:
    """Yield each platform whose facts are older than a year on the day the kit is issued."""
    today = brief.kit.issued
    for index, chosen in enumerate(brief.sourcing.platforms if today else ()):
        platform = platforms().get(chosen)
        if platform and today and (today.date - platform.checked_on.date).days > _OLD:
            said = f"what is known of {platform.name} was last checked on {platform.checked_on}"
            yield Problem(("sourcing", "platforms", index), said)


@rule(
    "PLAT-02",
    "warning",
    checks="a platform that is closed, or of which nothing is known",
    why="A post where nobody looks costs days, and rules that are not known cannot be kept.",
    remedy="choose a platform that is known to be open, or check this one yourself",
    source="the help pages of the platforms, as far as they were found",
    bad="sourcing: {platforms: [gigster]}",
    good="sourcing: {platforms: [upwork]}",
)
def unknown(brief: Brief) -> Iterator[Problem]:
    """Yield each platform that is closed, unknown, or not listed at all."""
    known = platforms()
    for index, chosen in enumerate(brief.sourcing.platforms):
        place = ("sourcing", "platforms", index)
        platform = known.get(chosen)
        if platform and platform.status == "closed":
            yield Problem(place, f"{platform.name} is closed")
        elif platform and platform.status == "unknown":
            yield Problem(place, f"nobody has confirmed that {platform.name} takes posts")
        elif platform is None:
            meant = get_close_matches(chosen, known, 1, 0.7)
            remedy = f"write `{meant[0]}`" if meant else "read its rules yourself before you post"
            said = f"nothing is known of `{chosen}`, so its rules are not checked"
            yield Problem(place, said, "", remedy, None if meant else "info")


@rule(
    "PLAT-05",
    "error",
    checks="talk outside a platform that forbids it before a contract",
    why="Platforms close accounts for it, and remove the post.",
    remedy="use the platform's own messages and calls until there is a contract",
    source="Upwork help: all talk before a contract stays on the platform",
    bad="sourcing: {platforms: [upwork]}\nselection: {stages: [We talk on Zoom.]}",
    good="sourcing: {platforms: [upwork]}\nselection: {stages: [We talk here.]}",
)
def talk_elsewhere(brief: Brief) -> Iterator[Problem]:
    """Yield ways to talk elsewhere in the steps before a contract, and invitations to use one."""
    if not (platform := banning(brief, "off_platform_contact")):
        return
    for hit in _ELSEWHERE.claims(brief):
        if hit.said.public and not _OTHERS.search(hit.words) and _meant(hit):
            yield hit.problem(f"{platform} forbids `{hit.shown}` before there is a contract")


def _meant(hit: Hit) -> bool:
    """Return whether the words speak to applicants, or of what happens before a contract."""
    if hit.place[0] in _STEPS:
        return True
    before = hit.said.text[: hit.start]
    return bool(_INVITES.match(hit.words) and _ADDRESSED.search(before, max(0, len(before) - 20)))


@rule(
    "TRI-01",
    "info",
    checks="a task log too short to show where the time goes",
    why="One day is no week. The tasks that eat the time are those that come again.",
    remedy="log two days or more, and eight tasks or more",
    source="own rule",
    bad="task_audit: {days_logged: 1, log: [{name: Sorting mails}]}",
    good="task_audit: {days_logged: 5, log: [{name: A}, {name: B}, {name: C}, {name: D}, {name: E},"
    " {name: F}, {name: G}, {name: H}]}",
)
def short_log(brief: Brief) -> Iterator[Problem]:
    """Yield a log of fewer than eight tasks, or of fewer than two days."""
    audit = brief.task_audit
    if not audit.log:
        return
    if len(audit.log) < _TASKS:
        yield Problem(("task_audit", "log"), f"{len(audit.log)} tasks are too few to see a pattern")
    if audit.days_logged is not None and audit.days_logged < _DAYS:
        days = f"{audit.days_logged} {'day' if audit.days_logged == 1 else 'days'}"
        yield Problem(("task_audit", "days_logged"), f"{days} of logging cannot stand for a week")


@rule(
    "TRI-02",
    "warning",
    checks="a deliverable out of a task that the log says not to hand over",
    why=(
        "What need not happen is best stopped, what you do best is best kept, and what costs more"
        " outside than inside is no saving."
    ),
    remedy="stop the task, keep it, or correct its marks in `task_audit`",
    source="the outsourcing guide",
    bad=(
        "task_audit: {log: [{name: Reading every industry newsletter, must_happen: false}]}\n"
        "project: {deliverables: [{name: A digest of industry newsletters}]}"
    ),
    good=(
        "task_audit: {log: [{name: Reading every industry newsletter, must_happen: true}]}\n"
        "project: {deliverables: [{name: A digest of industry newsletters}]}"
    ),
)
def better_kept(brief: Brief) -> Iterator[Problem]:
    """Yield logged tasks that a deliverable is about, and that should not be handed over."""
    made: list[tuple[str, frozenset[str]]] = []
    for index, task in enumerate(brief.task_audit.log):
        if not (reason := _against(brief, task)):
            continue
        made = made or [(m.name, subjects(m.name)) for m in brief.project.deliverables]
        about = subjects(task.name)
        for name, words in made:
            if len(shared := about & words) > 1 and 2 * len(shared) >= len(about):
                said = f"`{task.name}` is handed over as `{name}`, but {reason}"
                yield Problem(("task_audit", "log", index, "name"), said)
                break


def _against(brief: Brief, task: LoggedTask) -> str:
    """Return why a task should not be handed over; empty where nothing speaks against it."""
    if task.must_happen is False:
        return "`must_happen` is false: stop it instead"
    if task.better_use is False:
        return "`better_use` is false: the freed time has no better use"
    if task.vital_personal:
        return "`vital_personal` is true: you would rather do it yourself"
    if task.i_do_it_better:
        return "`i_do_it_better` is true"
    return "it costs more outside than inside" if _too_dear(brief, task) else ""


def _too_dear(brief: Brief, task: LoggedTask) -> bool:
    """Return whether an hour of the task costs more outside, leading included, than it is worth.

    Hours, rework and leading are estimates where the log says nothing of them.
    """
    own, rate = task.own_hour_value or brief.pay.own_hour_value, task.freelancer_rate
    if own is None or rate is None or own.currency != rate.currency:
        return False
    if own.unit != "hour" or rate.unit != "hour":
        return False
    hours = task.freelancer_hours_ratio or _RATIO
    fee = brief.pay.platform_fee.value / 100 if brief.pay.platform_fee else Decimal(0)
    middle = (rate.low + rate.high) / 2
    outside = middle * hours * (1 + fee) * (1 + _REWORK) + _LEADING * hours * own.amount
    return outside >= own.amount
