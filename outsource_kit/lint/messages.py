"""Own words for messages: blanks for each reader, reminders, answers to all, the offer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from outsource_kit.figures.coverage import held
from outsource_kit.lint.phrases import english
from outsource_kit.lint.regex import regex
from outsource_kit.lint.rule import Problem, rule
from outsource_kit.lint.words import Search

if TYPE_CHECKING:
    from collections.abc import Iterator

    from outsource_kit.brief import Brief
    from outsource_kit.brief.choose import MessageOverride
    from outsource_kit.load import Place

_BLANK = regex(r"\[\[([^\[\]\n]+)\]\]")

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

_AGAIN = regex(
    r"\b(?:tomorrow|later today|in (?:a few|\d+|two|three|six|twelve) hours|every (?:day|morning"
    r"|hour"
    r"|few hours)|daily|each day|tonight|hourly)\b",
    re.IGNORECASE,
)
_REMINDS = regex(
    r"\b(?:write|remind\w*|check in|follow up|following up|ping|ask|come back|get back"
    r"|message you)\b",
    re.IGNORECASE,
)
_ASKS = regex(
    r"\b(?:please (?:reply|answer|respond|write|get back|let (?:me|us) know)|(?:one )?last chance"
    r"|(?:third|another|one more|final) reminder|still interested)\b",
    re.IGNORECASE,
)

_SILENCE = Search(
    "successful shortlisted selected suitable chosen & only"
    " | reply respond back answer & everyone everybody unsuccessful all every each | hear & us",
    r"only (?:successful|shortlisted|selected|suitable|chosen) (?:candidates|applicants|people"
    r"|freelancers)(?: will| are| can)?(?: \w+){0,2} (?:contacted|hear|notified|answered|replied)"
    r"|(?:we|I) (?:\w+ )?(?:cannot|can['’]t|can not|are unable to|am unable to|will not|won['’]t"
    r"|do not"
    r"|don['’]t) (?:\w+ )?(?:reply|respond|write back|get back|answer)(?: to)? (?:everyone"
    r"|everybody"
    r"|unsuccessful|(?:all|every|each) (?:applica\w+|candidates?|proposals?|messages?))"
    r"|if you (?:do not|don['’]t) hear (?:back )?from us",
)

_EXPIRY = regex(
    r"\b(?:until|expires?|valid|deadline|stands|by \[\[|by (?:mon|tues|wednes|thurs|fri)day"
    r"|(?:answer|reply|accept|decide|let (?:me|us) know)[^.!?]{0,40} (?:by|before|within)"
    r"|within \w+ (?:working |business )?(?:days?|hours))\b|\bby \[\[",
    re.IGNORECASE,
)
_TERMS = regex(
    r"\b(?:terms|contract|agreement|statement of work|attached|attachment|document|scope)\b",
    re.IGNORECASE,
)


def bodies(brief: Brief) -> Iterator[tuple[Place, MessageOverride]]:
    """Yield each message in own words, with the place of its text."""
    for index, own in enumerate(brief.messages.overrides):
        yield ("messages", "overrides", index, "body"), own


def paragraph(text: str, position: int) -> str:
    """Return the paragraph of `text` around `position`."""
    end = text.find("\n\n", position)
    return text[max(0, text.rfind("\n\n", 0, position)) : end if end >= 0 else len(text)]


def own_blanks(text: str) -> bool:
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
    bad='messages: {overrides: [{id: m09-reject-trial, body: "Hi [[first name]], not you."}]}',
    good=(
        'messages: {overrides: [{id: m09-reject-trial, body: "Hi [[first name]], we chose someone'
        ' else. Strong: [[one strength, with an example]]."}]}'
    ),
)
def blank_missing(brief: Brief) -> Iterator[Problem]:
    """Yield own words that lack the blank for the name, or for what is said to one person only."""
    for place, own in bodies(brief):
        blanks = _BLANK.findall(own.body)
        if english(brief) and not any("name" in blank.casefold() for blank in blanks):
            remedy = "begin with `Hi [[first name]],`"
            yield Problem(place, "there is no blank for the reader's name", remedy=remedy)
        if own.id in _OWN and not own_blanks(own.body):
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
        'messages: {overrides: [{id: m04-nudge1, body: "Hi [[first name]], I will write again'
        ' tomorrow."}]}'
    ),
    good=(
        'messages: {overrides: [{id: m04-nudge1, body: "Hi [[first name]], I will write once'
        ' more, on [[day]]."}]}'
    ),
)
def pressing(brief: Brief) -> Iterator[Problem]:
    """Yield reminders that announce another within a day, and a closing message that reminds."""
    for place, own in bodies(brief):
        if own.id in ("m04-nudge1", "m06-nudge2"):
            found = _AGAIN.search(own.body)
            if found and _REMINDS.search(paragraph(own.body, found.start())):
                said = f"`{found[0]}` is less than a working day after this reminder"
                yield Problem(place, said, found[0])
        elif own.id == "m06b-close" and (found := _ASKS.search(own.body)):
            yield Problem(
                place, f"`{found[0]}` makes the closing message a third reminder", found[0]
            )


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
    good=(
        "trial: {task: Sort fourteen invented mails.}\nselection: {feedback_within: 5 working days}"
    ),
)
def no_answer(brief: Brief) -> Iterator[Problem]:
    """Yield a trial without feedback, and words that announce silence."""
    if held(brief) and brief.selection.feedback_within is None:
        place = ("selection", "feedback_within")
        yield Problem(place, "nothing says when those who did the trial hear how it went")
    for hit in _SILENCE.claims(brief):
        yield hit.problem(f"`{hit.shown}` leaves people without an answer")


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
    bad='messages: {overrides: [{id: m08-offer, body: "Hi [[first name]], we want you."}]}',
    good=(
        'messages: {overrides: [{id: m08-offer, body: "Hi [[first name]], we want you. The terms'
        ' are attached; the offer stands until [[day]]."}]}'
    ),
)
def open_offer(brief: Brief) -> Iterator[Problem]:
    """Yield an offer in own words that does not say until when it stands, or on which terms."""
    for place, own in bodies(brief):
        if own.id == "m08-offer" and english(brief):
            if not _EXPIRY.search(own.body):
                yield Problem(place, "nothing says until when the offer stands")
            if not _TERMS.search(own.body):
                remedy = "write `The terms are in the document that comes with this message`"
                yield Problem(place, "nothing says on which terms", remedy=remedy)
