"""Whether the brief suits the platforms it names."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from outsource_kit.guidance.platforms import banning, platforms
from outsource_kit.lint.regex import regex
from outsource_kit.lint.rule import Problem, rule
from outsource_kit.lint.words import Hit, Search

if TYPE_CHECKING:
    from collections.abc import Iterator

    from outsource_kit.brief import Brief

_OLD = 365
"""Days after which what is known of a platform should be looked at again."""

_NAMES = (
    "zoom skype whatsapp telegram signal google facetime teams discord calendly phone e email"
    " linkedin slack"
)
_TOOLS = (
    r"(?:zoom|skype|whatsapp|telegram|signal|google meet|facetime|(?:microsoft |ms )?teams|discord"
    r"|calendly|phone|e-?mail|linkedin|slack)"
)
_ELSEWHERE = Search(
    f"{_NAMES} & talk speak chat meet interview interviews interviewed call calls contact reach"
    " message write writing apply text"
    f" | {_NAMES} & call calls interview interviews meeting meetings"
    " | call phone e email whatsapp & me us",
    r"(?:talk|speak|chat|meet|interview(?:s|ed)?|calls?|contact|reach|message|write|writing"
    r"|apply|text)"
    rf"(?: (?!not\b)[\w-]+){{0,5}}? (?:by|on|via|over|through|using|in) (?:a |an |our )?{_TOOLS}"
    rf"|{_TOOLS} (?:call|interview|meeting)s?"
    r"|(?:call|phone|e-?mail|whatsapp) (?:me|us)(?: (?:at|on|under|via|by|if|for|with|before))?",
)
"""Ways to talk that are not a platform's own (own list)."""

_INVITES = regex(r"apply\b|.*\b(?:us|me)\b", re.IGNORECASE)
_ADDRESSED = regex(
    r"(?:^|[.!?:;,(\n]\s*|\b(?:please|or|and|to|you|can|may|should|must|first|then|just)\s+)$",
    re.IGNORECASE,
)
"""What stands before words that ask the reader to do something."""

_OTHERS = regex(
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
    limits="A platform that is not on our list is a hint: its rules are not checked.",
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
