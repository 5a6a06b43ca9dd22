"""Can the post be read, sent and kept? Dates, platforms' rules, length, plainness."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from outsource_kit.brief.text import Text
from outsource_kit.guidance.platforms import banning
from outsource_kit.lint.phrases import english
from outsource_kit.lint.regex import regex
from outsource_kit.lint.rule import Problem, rule
from outsource_kit.lint.words import Search, holding, listed, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from outsource_kit.brief import Brief
    from outsource_kit.brief.said import Said
    from outsource_kit.load import Place

_URGENT = Search(
    "urgent urgently immediately immediate now away",
    r"urgent(?:ly)?\s+(?:need\w*|hir\w+|look\w*|requir\w+|want\w*|job|project|task|work)"
    r"|(?:need|needs|want)\s+(?:this|it|someone|somebody|help)\s+(?:urgently|immediately|now)"
    r"|(?:this|it|the\s+(?:job|work|project|task))\s+is\s+urgent"
    r"|start(?:ing|s)?\s+(?:immediately|right\s+(?:away|now)|now(?!\s+and\s+then))|immediate\s+start|hiring\s+now",
)
_SOON = Search(
    "asap soon",
    r"(?:need|needs|needed|start|starts|finish|finished|deliver|delivered|done|complete|completed"
    r"|want|hire|hiring)\s+(?:\w+\s+){0,4}?(?P<found>asap|as\s+soon\s+as\s+possible)",
)


@rule(
    "POST-11",
    "info",
    checks="hurry without a date",
    why="`Urgent` means an hour to one reader and a month to the next.",
    remedy="give the date: `schedule.start_by`, `schedule.end_by` or `due`",
    source="own rule",
    bad="project: {title: Fix the map, what: We urgently need someone to fix the map.}",
    good=(
        "project: {title: Fix the map, what: We urgently need someone to fix the map.}\n"
        "schedule: {end_by: 2026-12-18}"
    ),
)
def undated_hurry(brief: Brief) -> Iterator[Problem]:
    """Yield each word of hurry in a brief that gives no date for the work."""
    schedule = brief.schedule
    dates = (schedule.start_by, schedule.end_by, brief.engagement.start)
    dues = (
        item.due for items in (schedule.milestones, brief.project.deliverables) for item in items
    )
    if any((*dates, *dues)):
        return
    for hit in (*_URGENT.claims(brief), *_SOON.claims(brief)):
        if hit.place[0] in ("project", "engagement", "client"):
            yield hit.problem(f"`{hit.shown}` names no date")


_REPOST = Search(
    "repost reposts reposting reposted | re | post posting & again twice anew",
    r"re-?post(?:s|ing|ed)?(?:\s+(?:the|this|our|your|a|same|job|post|brief|ad|role|it)\b)*"
    r"|post(?:ing)?\s+(?:the|this|our|your|a)?\s*(?:job|brief|ad|role|it|post)\s+(?:again|twice|anew)",
)


@rule(
    "POST-12",
    "error",
    checks="a plan to post the job twice on a platform that forbids it",
    why="A platform that forbids duplicates may close both posts, or the account.",
    remedy="edit the post, or extend its time",
    source="Upwork's policies for clients",
    bad="sourcing: {platforms: [upwork]}\nselection: {stages: [Repost the job after a week]}",
    good="sourcing: {platforms: [upwork]}\nselection: {stages: [Extend the post after a week]}",
)
def posted_twice(brief: Brief) -> Iterator[Problem]:
    """Yield each plan to repost, and each platform named twice, where one forbids duplicates."""
    if not (platform := banning(brief, "duplicate_posts")):
        return
    chosen = brief.sourcing.platforms
    for index, name in enumerate(chosen):
        if name in chosen[:index]:
            place = ("sourcing", "platforms", index)
            yield Problem(place, f"`{name}` stands here twice", remedy="delete one of the two")
    for hit in _REPOST.find(brief, hidden=True):
        if hit.place[0] in ("selection", "sourcing", "negotiation", "messages", "screening"):
            yield hit.problem(f"`{hit.shown}` posts the job twice, which {platform} forbids")


_EMAIL = regex(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = regex(
    r"\+\d[\d ()/-]{7,}\d|\b(?:phone|tel|call|whatsapp|mobile)\b[^\d\n]{0,12}\d[\d ()/-]{7,}\d",
    re.IGNORECASE,
)
_FORM = regex(
    r"(?:https?://)?\b(?:docs\.google\.com/forms|forms\.gle|(?:\w+\.)?typeform\.com|calendly\.com"
    r"|(?:www\.|form\.)?jotform\.com|tally\.so|wa\.me|t\.me)/\S*[\w/]",
    re.IGNORECASE,
)
_HANDLE = regex(
    r"\b(?:telegram|whatsapp|wechat|viber|skype|discord|signal)\b[^\w@\n]{0,3}"
    r"(?:(?:id|handle|me|us|at|on|is)[^\w@\n]{1,3}){0,2}@\w+",
    re.IGNORECASE,
)
_CONTACTS = (
    (_EMAIL, "an e-mail address", listed("")),
    (
        _FORM,
        "the address of a form or a chat",
        listed("forms typeform calendly jotform tally wa t"),
    ),
    (
        _HANDLE,
        "a name on a messenger",
        listed("telegram whatsapp wechat viber skype discord signal"),
    ),
    (_PHONE, "a phone number", listed("phone tel call whatsapp mobile")),
)
"""What a contact is, with words of texts that may hold one besides those with `@` or `+`."""


@rule(
    "POST-13",
    "error",
    checks="a contact detail in what candidates read, where the platform forbids it",
    why="Platforms that forbid contact details take the post down, or close the account.",
    remedy="delete it; candidates write to you on the platform",
    source="Upwork's policies for clients",
    bad="sourcing: {platforms: [upwork]}\nclient: {about: Write to ines@larkmoor.example}",
    good="sourcing: {platforms: [upwork]}\nclient: {about: Write to us on the platform}",
)
def contact_detail(brief: Brief) -> Iterator[Problem]:
    """Yield each e-mail address, phone number, form or handle that candidates can read."""
    if not (platform := banning(brief, "contact_details")):
        return
    if email := brief.client.contact_email:
        message = f"`{email}` is an e-mail address, and {platform} forbids contact details"
        yield Problem(("client", "contact_email"), message)
    signed = [said for said in brief.said if "@" in said.text or "+" in said.text]
    seen = set()
    for pattern, what, hints in _CONTACTS:
        for said in (*signed, *holding(brief, hints & words_of(brief))):
            found = pattern.search(said.text) if said.public and said.place not in seen else None
            if found:
                seen.add(said.place)
                message = f"`{found[0]}` is {what}, and {platform} forbids contact details"
                yield Problem(said.place, message, found[0])


@rule(
    "POST-15",
    "info",
    checks="nobody named whom a candidate can ask for adjustments",
    why=(
        "The post invites candidates to ask for more time or another format. Without a name, few"
        " do."
    ),
    remedy="name someone, such as `Ines Calder, by a message on the platform`",
    source="dxw's playbook on hiring",
    bad="publish: {equal_opportunity: We choose by what the work needs.}",
    good="publish: {adjustments_contact: 'Ines Calder, by a message'}",
)
def nobody_to_ask(brief: Brief) -> Iterator[Problem]:
    """Yield `publish.adjustments_contact` where it is missing."""
    if brief.publish.adjustments_contact is None:
        yield Problem(("publish", "adjustments_contact"), "nobody is named to ask for adjustments")


_LONG_SENTENCE, _LONG_PARAGRAPH, _HARD = 25, 90, 12
"""The most words of a sentence and of a paragraph, and the highest readability index (ARI)."""

_ENOUGH = 100
"""Words from which the index means anything."""

_PARAGRAPHS = regex(r"\n\s*(?:\n|(?=[-*+]\s|\d+[.)]\s))")
_STOPS = regex(r"[.!?…][\"”’)]*\s+|\n\s*(?:\n|(?=[-*+]\s|\d+[.)]\s))")
_LINK = regex(r"https?://\S+")


@rule(
    "POST-16",
    "info",
    checks="long sentences, long paragraphs and hard reading",
    why="Many who could do the work read in a second language, on a phone, between two jobs.",
    remedy="cut it in two",
    source="Automated Readability Index; the lengths are our own",
    bad=(
        "project: {title: Map index, what: The index which we have kept since the first of our"
        " maps was printed must be typed so that all of the names can be found on the phone too.}"
    ),
    good=(
        "project: {title: Map index, what: We have kept the index since our first map. It must be"
        " typed. Then people can find names on the phone too.}"
    ),
)
def hard_to_read(brief: Brief) -> Iterator[Problem]:
    """Yield the longest sentence and paragraph of each text, and texts that are hard as a whole."""
    if not english(brief):
        return
    for said in brief.said:
        if said.public and said.text.count(" ") >= _LONG_SENTENCE:
            yield from _hard(said)


def _hard(said: Said) -> Iterator[Problem]:
    text = _LINK.sub("", said.text)
    sentences = [sentence.split() for sentence in _STOPS.split(text)]
    for limit, what, pieces in (
        (_LONG_SENTENCE, "sentence", sentences),
        (_LONG_PARAGRAPH, "paragraph", [piece.split() for piece in _PARAGRAPHS.split(text)]),
    ):
        longest = max(pieces, key=len)
        if len(longest) > limit:
            start = " ".join(longest[:4])
            message = f"`{start} …` is a {what} of {len(longest)} words"
            yield Problem(said.place, message, start)
    total = sum(map(len, sentences))
    if total >= _ENOUGH:
        letters = sum(map(str.isalnum, text))
        index = 4.71 * letters / total + 0.5 * total / len(sentences) - 21.43
        if index > _HARD:
            message = f"a readability index of {index:.0f} is hard to read"
            yield Problem(said.place, message, remedy="take shorter words and sentences")


_MARKDOWN = regex(
    r"\*\*[^\s*](?:[^*\n]*[^\s*])?\*\*|\[[^\]\n]+\]\(https?://[^)\s]+\)|\A#{1,6}\s+\S+|\A```\w*"
)


@rule(
    "POST-17",
    "warning",
    checks="Markdown in a field of one line, which is shown as typed",
    why="Fields of one line have no markup, so the stars and brackets show in the post.",
    remedy="write it plain; only fields of several lines take Markdown",
    source="how fields of one line are shown",
    limits="The build makes the texts for pasting plain; this is about fields of one line.",
    bad="requirements: {must: [{text: You know **Django** well}]}",
    good="requirements: {must: [{text: You know Django well}]}",
)
def markdown_left(brief: Brief) -> Iterator[Problem]:
    """Yield Markdown in texts that are shown exactly as typed."""
    for said in brief.said:
        text = said.text
        if ("**" in text or "](" in text or text[0] in "#`") and said.public:
            found = _MARKDOWN.search(text)
            if found and isinstance(_value(brief, said.place), Text):
                yield Problem(said.place, f"`{found[0]}` is shown as typed", found[0])


def _value(brief: Brief, place: Place) -> object:
    value: object = brief
    for part in place:
        value = getattr(value, part) if isinstance(part, str) else value[part]  # type: ignore[index]
    return value


UNDECIDED = {
    "POST-14": (
        "no platform publishes its limit; how long each text is, what was left out of it, and"
        " whether it fits what we assume stands beside it in the index"
    ),
}
"""Rules that no brief can decide, and why."""
