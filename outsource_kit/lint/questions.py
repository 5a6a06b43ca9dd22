"""Do the questions tell candidates apart, in little time? Number, scoring, words, effort."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from outsource_kit.guidance.platforms import banning
from outsource_kit.lint.phrases import english
from outsource_kit.lint.regex import regex
from outsource_kit.lint.rule import Problem, rule
from outsource_kit.lint.words import Search, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from outsource_kit.brief import Brief
    from outsource_kit.brief.choose import Question
    from outsource_kit.load import Place
    from outsource_kit.mistakes import Severity

_MANY, _TOO_MANY = 5, 8
"""Questions that a post should hold, and can hold, at most; assumptions of our own."""


def _open(brief: Brief) -> Iterator[tuple[int, Question]]:
    """Yield each question that is answered in words, with its position."""
    for index, question in enumerate(brief.questions):
        if question.kind != "gate":
            yield index, question


@rule(
    "Q-01",
    "warning",
    checks=f"more than {_MANY} questions; more than {_TOO_MANY} are an error",
    why="Each question more costs good people time, and costs you their applications.",
    remedy="keep the four that decide, and ask the others later",
    source="the outsourcing guide asks four; the limits are our own",
    bad="questions: [{text: A}, {text: B}, {text: C}, {text: D}, {text: E}, {text: F}]",
    good="questions: [{text: A}, {text: B}, {text: C}, {text: D}]",
)
def too_many(brief: Brief) -> Iterator[Problem]:
    """Yield the first question that is one too many; conditions of yes or no do not count."""
    asked = [index for index, _ in _open(brief)]
    if len(asked) > _MANY:
        severity: Severity = "error" if len(asked) > _TOO_MANY else "warning"
        message = f"{len(asked)} questions are more than {_MANY}"
        yield Problem(("questions", asked[_MANY]), message, severity=severity)


@rule(
    "Q-02",
    "warning",
    checks="a question without a criterion, or without a word on what answers are worth",
    why="Without either, two readers give the same answer two scores.",
    remedy="give `criterion`, and what an answer of each grade looks like in `anchors`",
    source="Greenhouse and re:Work on structured interviews",
    bad="questions:\n  - text: How would you go about it?",
    good=(
        "questions:\n"
        "  - text: How would you go about it?\n"
        "    criterion: method\n"
        "    anchors: {poor: No steps, excellent: Steps in order and a risk}"
    ),
)
def unscored(brief: Brief) -> Iterator[Problem]:
    """Yield each question that nothing says how to score."""
    for index, question in _open(brief):
        anchors = question.anchors
        graded = anchors.poor or anchors.mixed or anchors.good or anchors.excellent
        missing = [
            name
            for name, given in (("criterion", question.criterion), ("anchors", graded))
            if not given
        ]
        if missing:
            names = " and no ".join(f"`{name}`" for name in missing)
            yield Problem(("questions", index, "text"), f"the question has no {names}")


_CLOSED = regex(
    r"(?:do|does|did|are|is|were|was|can|could|have|has|had|will|would|should|may)\s",
    re.IGNORECASE,
)
_OPEN = regex(
    r"\b(?:what|which|how|why|when|where|who|whom|whose|tell|describe|give|show|name|list|explain"
    r"|share|link|say|example|examples|walk\s+us|walk\s+me|write)\b",
    re.IGNORECASE,
)


@rule(
    "Q-03",
    "warning",
    checks="a question that can be answered by yes",
    why="Everyone says yes, so the answer tells nothing.",
    remedy=(
        "ask for an example, such as `Link a text you wrote in English; what was your part?`, or"
        " move it to `screening.gates`"
    ),
    source="own rule, on a question of the outsourcing guide",
    bad="questions:\n  - text: Do you have fluent English?",
    good="questions:\n  - text: Which texts have you written in English for a shop?",
)
def answered_by_yes(brief: Brief) -> Iterator[Problem]:
    """Yield each question of yes or no that asks for nothing more and is no gate."""
    if english(brief):
        for index, question in _open(brief):
            if (start := _CLOSED.match(question.text)) and not _OPEN.search(question.text):
                words = start[0].strip()
                place = ("questions", index, "text")
                yield Problem(place, f"`{words} …` can be answered by yes", words)


_ALSO = regex(
    r",?\s+(?:and|or)\s+(?:also\s+)?(how|which|what|when|where|who|why|do|are|can|have)\b"
    r"(?=(?:\W+\w+){4})",
    re.IGNORECASE,
)
_FOLLOW_UP = 3
"""Words of a second question that only asks for more of the same, such as `Why?`."""


@rule(
    "Q-04",
    "info",
    checks="two questions in one",
    why="People answer one half, and the halves cannot be scored apart.",
    remedy="split it, or drop the lesser half",
    source="own rule",
    bad="questions:\n  - text: Which tools do you use? How soon could you begin with the work?",
    good="questions:\n  - text: Which tools do you use? Why?",
)
def doubled(brief: Brief) -> Iterator[Problem]:
    """Yield each question that asks two things; a short `Why?` and `what … what` ask one."""
    if not english(brief):
        return
    for index, question in _open(brief):
        place = ("questions", index, "text")
        parts = [p.strip() for p in question.text.split("?")[:-1]]
        asked = [part for part in parts if len(part.split()) > _FOLLOW_UP]
        if len(asked) > 1:
            words = " ".join(asked[1].split()[:3])
            yield Problem(place, f"`{words} …` is a second question", words)
        elif "?" in question.text and (also := _ALSO.search(question.text)):
            before = question.text[: also.start()].casefold().split()
            if also[1].casefold() not in before:
                words = also[0].strip(", ")
                yield Problem(place, f"`{words} …` is a second question", words)


_TEASER = Search(
    "balls & golf tennis ping pingpong | piano | manhole | desert | sell & me | in & five & years"
    " | animal tree fruit color colour kitchen car hero superhero & if what which"
    " | weakness weaknesses flaw flaws & greatest biggest worst | why & hire",
    r"(?:golf|tennis|ping[\s-]?pong)\s+balls|piano\s+tuners|manhole|desert\s+island|sell\s+me\s+this"
    r"|in\s+five\s+years|if\s+you\s+(?:were|could\s+be)\s+an?\s+(?:animal|tree|fruit|colou?r|kitchen"
    r"|car|(?:super)?hero)|(?:what|which)\s+(?:animal|tree|fruit|(?:super)?hero)\s+(?:are|would|do)"
    r"|(?:greatest|biggest|worst)\s+(?:weakness(?:es)?|flaws?)|why\s+should\s+(?:we|i)\s+hire",
)
_LEADING = regex(
    r",\s*(?:do|would|is|are|wo|should|did|ca|have)n?['’]?t\s+(?:you|it|we|they)\s*(?=\?)"
    r"|\A(?:do|would|is|are|should|did)n['’]t\s+(?:you|it|we|they|this|that)\b"
    r"|\b(?:do|would)\s+you\s+agree\s+that\b|\bsurely\b|,\s*(?:right|correct)\s*(?=\?)",
    re.IGNORECASE,
)


@rule(
    "Q-05",
    "info",
    checks="a question that leads to its answer, or a brain-teaser",
    why="It measures who has read the same advice as you, not who can do the work.",
    remedy="ask what they did the last time this came up in their work",
    source="re:Work on structured interviews",
    bad="questions:\n  - text: If you were an animal, which would you be?",
    good="questions: [{text: 'Tell us about your last migration: what went wrong first?'}]",
)
def trick(brief: Brief) -> Iterator[Problem]:
    """Yield each question that leads, or teases."""
    if english(brief):
        for index, question in _open(brief):
            place = ("questions", index, "text")
            if found := _LEADING.search(question.text):
                words = found[0].strip(" ,")
                yield Problem(place, f"`{words}` leads to its answer", words)
        for hit in _TEASER.find(brief):
            if hit.place[0] == "questions" and hit.place[-1] == "text":
                yield hit.problem(f"`{hit.shown}` is a brain-teaser")


_PIECES = (
    "idea ideas sketch sketches concept concepts mockup mockups draft drafts wireframe wireframes"
    " outline outlines design designs prototype prototypes sample samples name names slogan slogans"
    " headline headlines paragraph paragraphs"
)
_FREE_WORK = Search(
    f"{_PIECES} mock & our my this new"
    " & send submit draw sketch draft create propose share include attach make prepare give write"
    " show suggest",
    r"(?:send|submit|draw|sketch|draft|create|propose|share|include|attach|make|prepare|give|write"
    r"|show|suggest)\s+(?:us\s+|me\s+)?(?:\w+\s+){0,3}?"
    rf"(?:{_PIECES.replace(' ', '|')}|mock[\s-]ups?)\s+(?:\w+\s+){{0,2}}?(?:for|of)\s+"
    r"(?:our|my|this|the\s+new)\s+(?:\w+\s+){0,2}?"
    r"(?:logo|sites?|website|home\s?page|page|app|brand|blog|articles?|posts?|newsletter|campaign"
    r"|banner|packaging|product|company|shop|store|video|cover|flyer|brochure|icons?)",
)


@rule(
    "Q-06",
    "warning",
    checks="a question that asks for a piece of the work",
    why="It is work without pay; the best have no need of it, and some platforms forbid it.",
    remedy="ask about past work, and move the task to a paid trial",
    source="Upwork's policies for clients; FLOxford asks for sentences only",
    bad="questions:\n  - text: Send us three ideas for our logo.",
    good="questions:\n  - text: Link a logo you made. Which ideas did you drop?",
)
def free_work(brief: Brief) -> Iterator[Problem]:
    """Yield each question or proof that asks for work; an error where a platform forbids it."""
    platform = banning(brief, "free_work")
    for hit in _FREE_WORK.claims(brief):
        asked = hit.place[0] in ("questions", "screening") or hit.place[-1] == "evidence"
        if not asked or "paid" in hit.sentence.casefold().split():
            continue
        if platform:
            message = f"`{hit.shown}` asks for free work, which {platform} forbids"
            yield hit.problem(message, severity="error")
        else:
            yield hit.problem(f"`{hit.shown}` asks for free work")


_LONGEST = 30
"""Minutes that an application should take at most; an assumption of our own."""


@rule(
    "Q-07",
    "warning",
    checks="nothing on how long an application takes, or more than 30 minutes",
    why="People with paid work weigh the time first; those who do not know it, leave.",
    remedy="write `screening.effort: 20 minutes`",
    source="the request for proposals for pip, which tells applicants how long a reply should take",
    bad="screening: {effort: 2 hours}",
    good="screening: {effort: 20 minutes}",
)
def effort_unknown(brief: Brief) -> Iterator[Problem]:
    """Yield `screening.effort` where it is missing or long."""
    effort = brief.screening.effort
    place = ("screening", "effort")
    if effort is None:
        yield Problem(place, "nothing says how long an application takes")
    elif effort.hours is None or round(effort.hours * 60) > _LONGEST:
        remedy = "cut questions until it takes 30 minutes, or pay for the time"
        yield Problem(place, f"`{effort}` is more than 30 minutes", str(effort), remedy)


_FILLERS = listed(
    "a about all an and any are as at be been by can could did do does each for from give had has"
    " have how i if in is it last me my of on or our please so tell that the there these they this"
    " those to us was we were what when where which who why will with would you your"
)
_SHOWN = 8
"""Words of a question that a message shows."""

_ALIKE = 0.7
"""The share of words in common from which two questions ask the same."""


@rule(
    "Q-08",
    "info",
    checks="two questions that ask the same",
    why="The second answer repeats the first, and its score counts twice.",
    remedy="merge the two",
    source="own rule",
    bad=(
        "questions:\n"
        "  - text: How would you migrate the data?\n"
        "  - text: Please tell us how you would migrate the data."
    ),
    good=(
        "questions:\n"
        "  - text: How would you migrate the data?\n"
        "  - text: How would you check the migrated rows?"
    ),
)
def asked_twice(brief: Brief) -> Iterator[Problem]:
    """Yield each question or gate that nearly repeats an earlier one."""
    asked: list[tuple[Place, str]] = [
        *((("questions", n, "text"), q.text) for n, q in enumerate(brief.questions)),
        *((("screening", "gates", n, "text"), g.text) for n, g in enumerate(brief.screening.gates)),
    ]
    words = [frozenset(re.findall(r"\w+", text.casefold())) - _FILLERS for _, text in asked]
    for later, (place, _) in enumerate(asked):
        for earlier in range(later):
            common, both = words[earlier] & words[later], words[earlier] | words[later]
            if both and len(common) >= _ALIKE * len(both):
                yield Problem(place, f"it asks what `{_short(asked[earlier][1])}` asks")
                break


def _short(text: str) -> str:
    words = text.split()
    return text if len(words) <= _SHOWN else " ".join(words[:_SHOWN]) + " …"


UNDECIDED: dict[str, str] = {}
"""Rules that no brief can decide, and why."""
