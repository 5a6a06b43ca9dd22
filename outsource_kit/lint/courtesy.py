"""Own words for messages before a contract: honest praise, a choice of answers, the right place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from outsource_kit.guidance.platforms import banning
from outsource_kit.lint.messages import bodies, own_blanks, paragraph
from outsource_kit.lint.phrases import denied
from outsource_kit.lint.regex import regex
from outsource_kit.lint.rule import Problem, rule
from outsource_kit.lint.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from outsource_kit.brief import Brief

_BEFORE_CONTRACT = listed(
    "m01-ack m02-invite m03-trial m04-nudge1 m05-received m06-nudge2 m06b-close m07-interview"
    " m08-offer m09-reject-trial m10-reject m20-pause"
)

_PRAISE = regex(
    r"\b(?:(?:really|very|truly|so) )?(?:great|amazing|impressive|outstanding|fantastic|awesome"
    r"|excellent|wonderful|brilliant|strong|perfect) (?:proposal|application|profile|portfolio"
    r"|reply"
    r"|background|experience|answers|work)\b"
    r"|\byour (?:proposal|application|profile|portfolio|reply|background|experience|answers?|work)"
    r" (?:was|is|were|are|looks?|looked|stood)(?: \w+)? (?:really |very |truly )?(?:out|great"
    r"|amazing"
    r"|impressive|outstanding|fantastic|awesome|excellent|wonderful|brilliant|good|strong"
    r"|perfect)\b"
    r"|\b(?:impressed (?:by|with)|loved?|enjoyed) (?:reading )?your\b",
    re.IGNORECASE,
)

_VIDEO = regex(
    r"\bLoom\b|\b(?:record|make|film) (?:\w+ ){0,3}video\b|\brecord yourself\b"
    r"|\b(?:minute|short|quick|brief)[ -]video\b|\bvideo (?:of yourself|introduction|answer|message"
    r"|application|reply)\b|\bintroduc\w+ video\b"
)
_INSTEAD = regex(
    r"\b(?:written|in writing|audio|in text|by text|a few lines|(?:voice|sound) recording|podcast"
    r"|if you (?:prefer|like)|alternative\w*|instead|whichever|choose)\b|\boptional",
    re.IGNORECASE,
)

_ELSEWHERE = regex(
    r"\b(?:Zoom|Skype|WhatsApp|Telegram|Google Meet|FaceTime|Microsoft Teams|MS Teams|Calendly"
    r"|Discord|WeChat|Viber)\b(?! (?:expert|integration|bot|plug-?in|api|app|account|course)s?)"
    r"|\b(?:zoom\.us|meet\.google\.com|teams\.microsoft\.com|calendly\.com|wa\.me|t\.me|cal\.com)/"
    r"|\b(?:call|phone|ring|text|e-?mail) (?:me|us) (?:at|on|under|via|by)\b"
    r"|[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+"
    r"|(?<![\w.])\+\d{1,3}[ ().-]?\d[\d ().-]{6,}\d",
    re.IGNORECASE,
)
"""Ways to talk and write that are not the platform's own (own list)."""


@rule(
    "MSG-04",
    "warning",
    checks="praise that everyone gets",
    why="Praise sent to all is untrue for most, and readers can tell.",
    remedy="name what you saw: `[[one specific thing from their reply]]`",
    source="own rule; the guide's templates praise every proposal",
    bad=(
        'messages: {overrides: [{id: m04-nudge1, body: "Hi [[first name]], your proposal was'
        ' really great."}]}'
    ),
    good=(
        'messages: {overrides: [{id: m04-nudge1, body: "Hi [[first name]], your proposal was good'
        ' because of [[one specific thing]]."}]}'
    ),
)
def praise_for_all(brief: Brief) -> Iterator[Problem]:
    """Yield praise before the choice, in a paragraph without a blank for what is praised."""
    for place, own in bodies(brief):
        if own.id not in _BEFORE_CONTRACT:
            continue
        for found in _PRAISE.finditer(own.body):
            if not own_blanks(paragraph(own.body, found.start())):
                yield Problem(place, f"`{_line(found[0])}` goes to everyone alike", found[0])
                break


def _line(words: str) -> str:
    return " ".join(words.split())


@rule(
    "MSG-05",
    "warning",
    checks="a video as the only way to answer",
    why=(
        "A video shows age, origin and home, and takes a camera and a quiet room. What you want to"
        " know can be written."
    ),
    remedy="offer a choice: `a few lines, a short recording or a video; all three count the same`",
    source="own rule",
    bad=(
        'messages: {overrides: [{id: m02-invite, body: "Hi [[first name]], [[specific thing]].'
        ' Please record a two-minute video."}]}'
    ),
    good=(
        'messages: {overrides: [{id: m02-invite, body: "Hi [[first name]], [[specific thing]].'
        ' Please record a video or write a few lines."}]}'
    ),
)
def video_only(brief: Brief) -> Iterator[Problem]:
    """Yield messages that ask for a video and offer nothing else."""
    for place, own in bodies(brief):
        found = _VIDEO.search(own.body)
        if found and not _INSTEAD.search(own.body) and not denied(own.body, found.start()):
            yield Problem(place, f"`{_line(found[0])}` is the only way to answer", found[0])


@rule(
    "MSG-06",
    "error",
    checks="a call, link or address outside a platform that forbids it before a contract",
    why="Platforms close accounts for it, and the first message is read by their filters.",
    remedy="use the platform's own messages and calls until there is a contract",
    source="Upwork help: all talk before a contract stays on the platform",
    bad=(
        "sourcing: {platforms: [upwork]}\n"
        'messages: {overrides: [{id: m07-interview, body: "Hi [[first name]], let us talk on Zoom'
        ' on [[day]]."}]}'
    ),
    good=(
        "sourcing: {platforms: [upwork]}\n"
        'messages: {overrides: [{id: m07-interview, body: "Hi [[first name]], let us talk here on'
        ' [[day]]."}]}'
    ),
)
def off_platform(brief: Brief) -> Iterator[Problem]:
    """Yield ways to talk elsewhere in messages before a contract, and in the signature of all."""
    if not (platform := banning(brief, "off_platform_contact")):
        return
    said = [(p, own.body) for p, own in bodies(brief) if own.id in _BEFORE_CONTRACT]
    said += [
        (("messages", name), getattr(brief.messages, name)) for name in ("sender", "signature")
    ]
    for place, text in said:
        found = _ELSEWHERE.search(text or "")
        if found and not denied(text, found.start()):
            message = f"{platform} forbids `{_line(found[0])}` before there is a contract"
            yield Problem(place, message, found[0])
