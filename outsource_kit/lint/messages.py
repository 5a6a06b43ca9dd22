"""Are your own words for a message true for each reader, kind, and allowed where they are sent?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from outsource_kit.lint.phrases import denied, english
from outsource_kit.lint.rule import Problem, rule
from outsource_kit.lint.trial import held
from outsource_kit.lint.words import Search
from outsource_kit.platforms import banning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from outsource_kit.brief import Brief
    from outsource_kit.brief.hire import MessageOverride
    from outsource_kit.load import Place

_BLANK = re.compile(r"\[\[([^\[\]\n]+)\]\]")

_OWN = {
    "m02-invite": "[[one specific thing from their reply]]",
    "m07-interview": "[[two or three times, with time zone]]",
    "m09-reject-trial": "[[one strength, with an example]]",
    "m13-revise": "[[test, what you saw, an example of what would pass]]",
    "m14-accept": "[[what was handed in]]",
    "m15-scope": "[[what is new, what falls away]]",
    "m16-late": "[[what was due]]",
}
"""Messages that say nothing without a fact about the one person they go to, and its blank."""

_BEFORE_CONTRACT = (
    "m01-ack m02-invite m03-trial m04-nudge1 m05-received m06-nudge2 m06b-close m07-interview"
    " m08-offer m09-reject-trial m10-reject m20-pause"
).split()

_AGAIN = re.compile(
    r"\b(?:tomorrow|later today|in (?:a few|\d+|two|three|six|twelve) hours|every (?:day|morning|hour"
    r"|few hours)|daily|each day|tonight|hourly)\b",
    re.IGNORECASE,
)
_REMINDS = re.compile(
    r"\b(?:write|remind\w*|check in|follow up|following up|ping|ask|come back|get back|message you)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:please (?:reply|answer|respond|write|get back|let (?:me|us) know)|(?:one )?last chance"
    r"|(?:third|another|one more|final) reminder|still interested)\b",
    re.IGNORECASE,
)

_SILENCE = Search(
    "successful shortlisted selected reply respond answer hear contacted",
    r"only (?:\w+ )?(?:successful|shortlisted|selected|suitable|chosen) (?:candidates|applicants|people"
    r"|freelancers)(?: will| are| can)?(?: \w+){0,2} (?:contacted|hear|notified|answered|replied)"
    r"|(?:cannot|can['’]t|can not|unable to|will not|won['’]t|do not|don['’]t) (?:\w+ )?(?:reply|respond"
    r"|answer|write back|get back) to (?:every|all|each|unsuccessful|everyone)\w*"
    r"|(?:if you (?:do not|don['’]t) hear (?:back )?from us)",
)

_PRAISE = re.compile(
    r"\b(?:(?:really|very|truly|so) )?(?:great|amazing|impressive|outstanding|fantastic|awesome"
    r"|excellent|wonderful|brilliant|strong|perfect) (?:proposal|application|profile|portfolio|reply"
    r"|background|experience|answers|work)\b"
    r"|\byour (?:proposal|application|profile|portfolio|reply|background|experience|answers?|work)"
    r" (?:was|is|were|are|looks?|looked|stood)(?: \w+)? (?:really |very |truly )?(?:out|great|amazing"
    r"|impressive|outstanding|fantastic|awesome|excellent|wonderful|brilliant|good|strong|perfect)\b"
    r"|\b(?:impressed (?:by|with)|loved?|enjoyed) (?:reading )?your\b",
    re.IGNORECASE,
)

_VIDEO = re.compile(
    r"\bLoom\b|\b(?:record|make|film) (?:\w+ ){0,3}video\b|\brecord yourself\b"
    r"|\b(?:minute|short|quick|brief)[ -]video\b|\bvideo (?:of yourself|introduction|answer|message"
    r"|application|reply)\b|\bintroduc\w+ video\b"
)
_INSTEAD = re.compile(
    r"\b(?:written|in writing|audio|in text|by text|a few lines|(?:voice|sound) recording|podcast"
    r"|if you (?:prefer|like)|alternative\w*|instead|whichever|choose)\b|\boptional",
    re.IGNORECASE,
)

_ELSEWHERE = re.compile(
    r"\b(?:Zoom|Skype|WhatsApp|Telegram|Google Meet|FaceTime|Microsoft Teams|MS Teams|Calendly"
    r"|Discord|WeChat|Viber)\b(?! (?:expert|integration|bot|plug-?in|api|app|account|course)s?)"
    r"|\b(?:zoom\.us|meet\.google\.com|teams\.microsoft\.com|calendly\.com|wa\.me|t\.me|cal\.com)/"
    r"|\b(?:call|phone|ring|text|e-?mail) (?:me|us) (?:at|on|under|via|by)\b"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<![\w.])\+\d{1,3}[ ().-]?\d[\d ().-]{6,}\d",
    re.IGNORECASE,
)
"""Ways to talk and write that are not the platform's own (own list)."""

_EXPIRY = re.compile(
    r"\b(?:until|expires?|valid|deadline|stands|by \[\[|by (?:mon|tues|wednes|thurs|fri)day"
    r"|(?:answer|reply|accept|decide|let (?:me|us) know)[^.!?]{0,40} (?:by|before|within)"
    r"|within \w+ (?:working |business )?(?:days?|hours))\b|\bby \[\[",
    re.IGNORECASE,
)
_TERMS = re.compile(
    r"\b(?:terms|contract|agreement|statement of work|attached|attachment|document|scope)\b",
    re.IGNORECASE,
)


def _bodies(brief: Brief) -> Iterator[tuple[Place, MessageOverride]]:
    """Yield each message in own words, with the place of its text."""
    for index, own in enumerate(brief.messages.overrides):
        yield ("messages", "overrides", index, "body"), own


def _paragraph(text: str, position: int) -> str:
    """Return the paragraph of `text` around `position`."""
    end = text.find("\n\n", position)
    return text[max(0, text.rfind("\n\n", 0, position)) : end if end >= 0 else len(text)]


def _own_blanks(text: str) -> bool:
    """Return whether a blank of `text` asks for more than a name."""
    return any("name" not in found[1].casefold() for found in _BLANK.finditer(text))


@rule(
    "MSG-01",
    "error",
    checks="own words for a message without the blanks that make it true for one person",
    why=(
        "A message without blanks is sent to all as it stands: no name, and nothing about the one"
        " who reads it."
    ),
    remedy="put the blank in, such as `[[first name]]`; you fill it before you send",
    source="own rule",
    bad="messages: {overrides: [{id: m09-reject-trial, body: \"Hi [[first name]], not you.\"}]}",
    good=(
        "messages: {overrides: [{id: m09-reject-trial, body: \"Hi [[first name]], we chose someone"
        " else. Strong: [[one strength, with an example]].\"}]}"
    ),
)
def blank_missing(brief: Brief) -> Iterator[Problem]:
    """Yield own words that lack the blank for the name, or for what is said to one person only."""
    for place, own in _bodies(brief):
        blanks = _BLANK.findall(own.body)
        if english(brief) and not any("name" in blank.casefold() for blank in blanks):
            remedy = "begin with `Hi [[first name]],`"
            yield Problem(place, "there is no blank for the reader's name", remedy=remedy)
        if own.id in _OWN and not _own_blanks(own.body):
            said = f"`{own.id}` says nothing about the one person who reads it"
            yield Problem(place, said, remedy=f"write a blank such as `{_OWN[own.id]}`")


@rule(
    "MSG-02",
    "warning",
    checks="more than two reminders, or reminders within a day of each other",
    why="Two reminders find those who forgot. The third finds only those who said no by silence.",
    remedy="remind twice, two and three working days apart, then close kindly",
    source="own rule",
    bad=(
        "messages: {overrides: [{id: m04-nudge1, body: \"Hi [[first name]], I will write again"
        " tomorrow.\"}]}"
    ),
    good=(
        "messages: {overrides: [{id: m04-nudge1, body: \"Hi [[first name]], I will write once"
        " more, on [[day]].\"}]}"
    ),
)
def pressing(brief: Brief) -> Iterator[Problem]:
    """Yield reminders that announce another within a day, and a closing message that reminds."""
    for place, own in _bodies(brief):
        if own.id in ("m04-nudge1", "m06-nudge2"):
            found = _AGAIN.search(own.body)
            if found and _REMINDS.search(_paragraph(own.body, found.start())):
                said = f"`{found[0]}` is less than a working day after this reminder"
                yield Problem(place, said, found[0])
        elif own.id == "m06b-close" and (found := _ASKS.search(own.body)):
            yield Problem(place, f"`{found[0]}` makes the closing message a third reminder", found[0])


@rule(
    "MSG-03",
    "warning",
    checks="people who get no answer, or no feedback on their trial",
    why=(
        "People who gave you hours of work talk about how you said no. Feedback on a trial is the"
        " least one can give back."
    ),
    remedy="answer everyone, and write `feedback_within: 5 working days` in `selection`",
    source="GOV.UK, guidance on choosing digital suppliers: every supplier gets feedback",
    bad="trial: {task: Sort fourteen invented mails.}",
    good="trial: {task: Sort fourteen invented mails.}\nselection: {feedback_within: 5 working days}",
)
def no_answer(brief: Brief) -> Iterator[Problem]:
    """Yield a trial without feedback, and words that announce silence."""
    if held(brief) and brief.selection.feedback_within is None:
        place = ("selection", "feedback_within")
        yield Problem(place, "nothing says when those who did the trial hear how it went")
    for hit in _SILENCE.find(brief):
        yield hit.problem(f"`{hit.shown}` leaves people without an answer")


@rule(
    "MSG-04",
    "warning",
    checks="praise that everyone gets",
    why="Praise sent to all is untrue for most, and readers can tell.",
    remedy="name what you saw: `[[one specific thing from their reply]]`",
    source="own rule; the guide's templates praise every proposal",
    bad=(
        "messages: {overrides: [{id: m04-nudge1, body: \"Hi [[first name]], your proposal was"
        " really great.\"}]}"
    ),
    good=(
        "messages: {overrides: [{id: m04-nudge1, body: \"Hi [[first name]], your proposal was good"
        " because of [[one specific thing]].\"}]}"
    ),
)
def praise_for_all(brief: Brief) -> Iterator[Problem]:
    """Yield praise before the choice, in a paragraph without a blank for what is praised."""
    for place, own in _bodies(brief):
        if own.id not in _BEFORE_CONTRACT:
            continue
        for found in _PRAISE.finditer(own.body):
            if not _own_blanks(_paragraph(own.body, found.start())):
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
        "messages: {overrides: [{id: m02-invite, body: \"Hi [[first name]], [[specific thing]]."
        " Please record a two-minute video.\"}]}"
    ),
    good=(
        "messages: {overrides: [{id: m02-invite, body: \"Hi [[first name]], [[specific thing]]."
        " Please record a video or write a few lines.\"}]}"
    ),
)
def video_only(brief: Brief) -> Iterator[Problem]:
    """Yield messages that ask for a video and offer nothing else."""
    for place, own in _bodies(brief):
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
        "messages: {overrides: [{id: m07-interview, body: \"Hi [[first name]], let us talk on Zoom"
        " on [[day]].\"}]}"
    ),
    good=(
        "sourcing: {platforms: [upwork]}\n"
        "messages: {overrides: [{id: m07-interview, body: \"Hi [[first name]], let us talk here on"
        " [[day]].\"}]}"
    ),
)
def off_platform(brief: Brief) -> Iterator[Problem]:
    """Yield ways to talk elsewhere in messages before a contract, and in the signature of all."""
    if not (platform := banning(brief, "off_platform_contact")):
        return
    said = [(p, own.body) for p, own in _bodies(brief) if own.id in _BEFORE_CONTRACT]
    for name in ("sender", "signature"):
        if text := getattr(brief.messages, name):
            said.append((("messages", name), text))
    for place, text in said:
        found = _ELSEWHERE.search(text)
        if found and not denied(text, found.start()):
            message = f"{platform} forbids `{_line(found[0])}` before there is a contract"
            yield Problem(place, message, found[0])


@rule(
    "MSG-07",
    "warning",
    checks="an offer without an end or without terms",
    why=(
        "An offer that never ends keeps everyone else waiting. Without terms, both sides agree to"
        " different things."
    ),
    remedy="write `This offer stands until [[day and time, with time zone]]`, and name the terms",
    source="own rule",
    bad="messages: {overrides: [{id: m08-offer, body: \"Hi [[first name]], we want you.\"}]}",
    good=(
        "messages: {overrides: [{id: m08-offer, body: \"Hi [[first name]], we want you. The terms"
        " are attached; the offer stands until [[day]].\"}]}"
    ),
)
def open_offer(brief: Brief) -> Iterator[Problem]:
    """Yield an offer in own words that does not say until when it stands, or on which terms."""
    for place, own in _bodies(brief):
        if own.id == "m08-offer" and english(brief):
            if not _EXPIRY.search(own.body):
                yield Problem(place, "nothing says until when the offer stands")
            if not _TERMS.search(own.body):
                remedy = "write `The terms are in the document that comes with this message`"
                yield Problem(place, "nothing says on which terms", remedy=remedy)
