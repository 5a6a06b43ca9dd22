"""Does the post open well? Its title, and the first lines below it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from outsource_kit import locales
from outsource_kit.lint.phrases import english
from outsource_kit.lint.regex import regex
from outsource_kit.lint.rule import Problem, rule
from outsource_kit.lint.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from outsource_kit.brief import Brief

_TITLE = ("project", "title")

_LONGEST = 60
"""Characters of a title that a list of jobs shows; an assumption, no platform confirms a figure."""

_SHOUTED = 4
"""Letters from which a word in capitals is no abbreviation."""

_EMOJI = regex("[\U0001f000-\U0001faff\u2600-\u27bf\u2b50\u2b55]")
_PAY = regex(
    r"[$€£]\s?\d[\d,.]*k?|\b\d[\d,.]*\s?k?\s?(?:USD|EUR|GBP|CAD|AUD)\b"
    r"|\b\d[\d,.]*\s?(?:/\s?(?:hr|hour|h)\b|(?:per|an)\s+hour\b)",
    re.IGNORECASE,
)
_URGENCY = regex(
    r"\burgent(?:ly)?\b(?!\s+care)|\basap\b|\bimmediate(?:ly)?(?:\s+(?:start|hire|hiring))?\b"
    r"|\b(?:quick|fast)\s+hire\b|\bhiring\s+now\b|\bhurry\b|!!+",
    re.IGNORECASE,
)
_REMOTE = regex(
    r"\bremote(?:ly)?\b(?!\s+(?:sensing|control|access|desktop|support|monitoring|server))"
    r"|\bwork\s+from\s+home\b|\bon-?site\b(?!\s+(?:search|seo))",
    re.IGNORECASE,
)


@rule(
    "POST-01",
    "warning",
    checks="a title that is long, shouts, or holds pay, urgency, an emoji or a place",
    why=(
        "People find a job by its title, in a list that shows about 60 characters. Pay, hurry and"
        " place have fields of their own, and job searches read them there."
    ),
    remedy="write the role or the result, its object and the tool, in at most 60 characters",
    source="titles of well-answered posts; the length is our own assumption",
    bad='project: {title: "URGENT: logo needed, 200 USD!!", what: Draw a logo.}',
    good="project: {title: Logo for an app that warns of fake mail, what: Draw a logo.}",
)
def crowded_title(brief: Brief) -> Iterator[Problem]:
    """Yield `project.title` with all that does not belong there."""
    title = str(brief.project.title)
    found = [(words, f"`{words}` {why}") for words, why in _misplaced(brief, title) if words]
    if len(title) > _LONGEST:
        found.append(("", f"{len(title)} characters are cut off in lists"))
    if found:
        yield Problem(_TITLE, "; ".join(message for _, message in found), found[0][0])


def _misplaced(brief: Brief, title: str) -> Iterator[tuple[str, str]]:
    """Yield what does not belong in `title`, or nothing, and why not."""
    yield _shouted(title), "shouts"
    for pattern, why in (
        (_EMOJI, "is an emoji"),
        (_PAY, "belongs in `pay`"),
        (_URGENCY, "belongs in `schedule`, as a date"),
    ):
        found = pattern.search(title)
        yield found[0] if found else "", why
    if brief.publish.jsonld:
        yield _place(brief, title), "belongs in `requirements.location`"


def _shouted(title: str) -> str:
    """Return the first of two or more long words in capitals, as nobody types by mistake."""
    long = [w for w in re.findall(r"[^\W\d_]+", title) if len(w) >= _SHOUTED]
    shouted = [word for word in long if word.isupper()]
    return shouted[0] if len(shouted) > 1 and len(shouted) * 2 > len(long) else ""


def _place(brief: Brief, title: str) -> str:
    """Return the place that `title` names: a way of working, or a country of the brief."""
    if found := _REMOTE.search(title):
        return found[0]
    countries = map(locales.country, brief.requirements.location.countries)
    return next((name for name in countries if name.casefold() in title.casefold()), "")


_GENERIC = listed(
    # roles
    "admin administrator artist assistant blogger coder contractor copywriter designer developer"
    " editor engineer expert freelancer illustrator marketer person personal programmer"
    " professional specialist someone translator va virtual worker writer"
    # fields
    " android app apps application article articles banner blog brand branding bug bugs clerk code"
    " computer content copy creative data database design digital editing email entry excel"
    " frontend backend fullstack full stack general graphic graphics illustration ios it java"
    " javascript logo marketing media mobile online page php post posts programming project python"
    " research search seo site social software spreadsheet support task tasks text texts"
    " transcription translation ui ux video web webpage website wordpress writing"
    # verbs
    " build create design edit fix help make need translate update write"
    # what every post says
    " a an and any asap available best experienced expert for freelance from good great hire hiring"
    " i immediately in job long looking me my needed new of our position please professional quick"
    " quickly reliable remote required role simple skilled small some term the to urgent urgently"
    " wanted we with work"
)
"""Words that say nothing about this job; a selection of our own."""


@rule(
    "POST-02",
    "warning",
    checks="a title that fits thousands of jobs",
    why=(
        "A title without an object brings everyone and tells the few who have done just this"
        " nothing."
    ),
    remedy="add what it is for, such as `Virtual assistant for the inbox of a map publisher`",
    source="advice of platforms on writing a post",
    bad="project: {title: Virtual assistant needed, what: Sort mail.}",
    good="project: {title: Virtual assistant for the inbox of a map publisher, what: Sort mail.}",
)
def generic_title(brief: Brief) -> Iterator[Problem]:
    """Yield `project.title` where every word of it is generic."""
    title = str(brief.project.title)
    words = re.findall(r"\w+", title.casefold())
    if words and english(brief) and _GENERIC.issuperset(words):
        yield Problem(_TITLE, f"`{title}` fits thousands of jobs")


_ABOUT_US = regex(
    r"(?:(?:hi|hello|hey|welcome|greetings)\b[^.!?]*|about\s+us\b[^.!?]*"
    r"|(?:founded|established|started)\s+in\b[^.!?]*"
    r"|(?:our|my)\s+(?:company|team|agency|start-?up|business|studio|firm|shop)\b[^.!?]*"
    r"|(?:we|i)(?:['’](?:re|m)|\s+(?:are|am|have\s+been|were))\s"
    r"(?!(?:\w+\s+)?(?:look|seek|search|hir|after|in\s+need))[^.!?]*)",
    re.IGNORECASE,
)
_WORK = regex(
    r"\b(?:you|your|need|needs|want|wants|look|looking|seek|seeking|hire|hiring|must|should|please"
    r"|help|will|so\s+that|result|goal|deliver|task|job|role|project|work)\b",
    re.IGNORECASE,
)
_SENTENCES = regex(r"[.!?](?:\s+|$)")


@rule(
    "POST-03",
    "info",
    checks="a post that opens with the client and not with the work",
    why="Freelancers decide in the first two sentences whether to read on.",
    remedy="begin with what is there when the work is done; put who you are in `client.about`",
    source="own rule",
    bad=(
        "project:\n"
        "  title: Index of a map\n"
        "  what: We are a family business. Founded in 1950. An index has to be typed."
    ),
    good=(
        "project:\n"
        "  title: Index of a map\n"
        "  what: An index of 4,000 names has to be typed. We are a family business."
    ),
)
def slow_opening(brief: Brief) -> Iterator[Problem]:
    """Yield `project.what` where its first two sentences speak of the client alone."""
    what = str(brief.project.what)
    sentences = [s for s in _SENTENCES.split(what, maxsplit=2) if s][:2]
    if _ABOUT_US.match(what) and not any(_WORK.search(sentence) for sentence in sentences):
        start = " ".join(sentences[0].split()[:5])
        yield Problem(("project", "what"), f"`{start} …` opens with who you are", start)
