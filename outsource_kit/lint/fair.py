"""Is anything demanded that the work does not need? Status, age, origin, papers, pictures.

The phrases are our own. Nothing here is legal advice.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from outsource_kit.lint.jurisdiction import employed, places
from outsource_kit.lint.regex import regex
from outsource_kit.lint.rule import Problem, rule
from outsource_kit.lint.words import Search

if TYPE_CHECKING:
    from collections.abc import Iterator

    from outsource_kit.brief import Brief
    from outsource_kit.mistakes import Severity


_FULL_WEEK = 35
"""Hours a week above which work looks like a post."""

_SIGNS = (
    (
        "no other clients",
        Search(
            "exclusively exclusive clients client",
            r"(?:work|available)\s+exclusively\s+(?:for|with)\s+(?:us|me)|no\s+other\s+clients?"
            r"|exclusive\s+to\s+(?:us|me)",
        ),
    ),
    (
        "a manager or a team of ours",
        Search(
            "manager & line report | manage & team staff | direct & reports",
            r"(?:your|a|our)\s+line\s+manager|report\s+to\s+(?:your|our|a|the)\s+(?:\w+\s+)?manager"
            r"|manage\s+(?:our|a|the)\s+(?:\w+\s+)?(?:team|staff)|(?:your|have)\s+direct\s+reports",
        ),
    ),
    (
        "no end",
        Search(
            "permanent permanently indefinite indefinitely | without & end",
            r"permanent(?:ly)?(?:\s+(?:role|position|job|member|assistant)|\s*(?:\Z|[.,;]))"
            r"|indefinite(?:ly)?"
            r"|without\s+an\s+end(?:\s+date)?",
        ),
    ),
    (
        "attendance that is mandatory",
        Search(
            "attend attendance mandatory",
            r"must\s+attend\s+(?:all|every|the\s+daily|our\s+daily)|attendance\s+is\s+(?:mandatory"
            r"|required|compulsory)|mandatory\s+(?:attendance|meetings?)",
        ),
    ),
    (
        "our equipment",
        Search(
            "laptop laptops equipment computer computers hardware",
            r"(?:use|on|with)\s+our\s+(?:laptops?|equipment|computers?|hardware)|company\s+(?:laptop"
            r"|computer)|we\s+(?:provide|supply|send)\s+(?:you\s+)?(?:with\s+)?(?:a\s+|the\s+|all\s+)?"
            r"(?:laptop|equipment|computer|hardware)",
        ),
    ),
    (
        "leave that we approve",
        Search(
            "leave vacation holiday holidays & ask apply request approval permission paid approved",
            r"(?:ask|apply|request|approval|permission)\s+for\s+(?:leave|vacation|holidays?)"
            r"|paid\s+(?:leave|vacation|holidays?)|(?:leave|vacation|holidays?)\s+must\s+be\s+approved",
        ),
    ),
)
"""Signs of employment that a text can show."""

_ENOUGH_SIGNS = 3


@rule(
    "LAW-02",
    "warning",
    checks=f"{_ENOUGH_SIGNS} or more signs of employment in work for a contractor",
    why=(
        "Control over hours, place, tools and other clients is what tests of employment look at,"
        " whatever the contract is called."
    ),
    remedy="check the status in each country, then write `engagement.worker_status`, or drop signs",
    source="Made Tech's handbook on contractors; common tests of status",
    bad=(
        "engagement: {worker_status: contractor, workload: 40 hours/week, growth: You work"
        " exclusively for us on our laptop.}"
    ),
    good="engagement: {worker_status: contractor, workload: 10 hours/week, duration: 3 months}",
)
def looks_employed(brief: Brief) -> Iterator[Problem]:
    """Yield `engagement.worker_status` where a contractor is treated like an employee."""
    if employed(brief):
        return
    work, signs = brief.engagement, []
    if work.workload and work.workload.low > _FULL_WEEK:
        signs.append(f"`{work.workload}`")
    if brief.requirements.location.mode == "on_site":
        signs.append("work `on_site`")
    for name, search in _SIGNS:
        # a "no" is part of some signs, so denials count by what they deny
        if hit := next(search.find(brief), None):
            signs.append(f"{name} (`{hit.shown}`)")
    if len(signs) >= _ENOUGH_SIGNS:
        listed = ", ".join(signs[:-1])
        message = f"{listed} and {signs[-1]} look like employment"
        yield Problem(("engagement", "worker_status"), message)


_PAST_PAY = Search(
    "salary pay income earnings wage wages compensation & your | earn earning paid make & what how",
    r"your\s+(?:current|present|past|previous|last|latest|most\s+recent)\s+(?:\w+\s+)?(?:salary|pay"
    r"|income|earnings|wages?|compensation)|your\s+(?:salary|pay|earnings)\s+history"
    r"|(?:what|how\s+much)\s+(?:do|did)\s+you\s+(?:currently\s+)?(?:earn|get\s+paid|make\s+(?:now|at))(?!\s+(?:them|the|your|for)\b)"
    r"|(?:what|how\s+much)\s+(?:were|are)\s+you\s+(?:being\s+)?(?:paid|earning)",
)


@rule(
    "LAW-03",
    "warning",
    checks="a question about current or past pay",
    why="It carries an old wrong into the new price; in the EU, applicants may not be asked.",
    remedy="ask `What is your rate for this work?`",
    source="Directive (EU) 2023/970, article 5, as reported by third parties",
    bad="questions:\n  - text: What is your current salary?",
    good="questions:\n  - text: What is your rate for this work?",
)
def past_pay(brief: Brief) -> Iterator[Problem]:
    """Yield each question about pay; an error for employees and in the EU."""
    for hit in _PAST_PAY.claims(brief):
        strict: Severity | None = "error" if employed(brief) or "EU" in places(brief) else None
        yield hit.problem(f"`{hit.shown}` asks about pay elsewhere", severity=strict)


_AGE = Search(
    "age aged | under below younger older over above up most | between & years"
    " | native natives & digital | graduate graduates graduated",
    r"(?:maximum|max|upper)\s+age|age\s+limit"
    r"|(?:under|below|younger\s+than|older\s+than|over|above|up\s+to|at\s+most|not\s+over)\s+"
    r"(?:the\s+age\s+of\s+)?(?!18\b|21\b)\d{2}(?:\s+years?\s+(?:old|of\s+age)"
    r"|(?=\s*(?:[.,;!)]|\Z|only|welcome|preferred)))"
    r"|aged?(?:\s+(?:between|from))?[\s:]+(?!18\b)\d{2}\s*(?:-|–|to|and)\s*\d{2}"
    r"|aged?(?:\s+(?:between|from))?[\s:]+18\s*(?:-|–|to|and)\s*\d{2}"
    r"|between\s+\d{2}\s+and\s+\d{2}\s+years(?:\s+old|\s+of\s+age)?"
    r"|(?:recent|fresh|new|young)\s+graduates?|graduated\s+(?:after|since|no\s+earlier\s+than)\s+\d{4}"
    r"|digital[\s-]natives?(?!\s+(?:brand|compan|business|product|bank|content|platform)\w*)",
)
_YEARS = regex(r"\d")
_AGED = regex(r"\b(?:age|aged|old|older|younger)\b", re.IGNORECASE)
_CROWD = regex(
    r"\b(?:reader|user|child|children|kid|people|audience|customer|player|student|adult|women|men"
    r"|patient|learner|viewer|teen|teenager|listener|visitor|girl|boy|walker|company|companie"
    r"|building|car|file|record|entr(?:y|ie)|order|invoice|cache|page)s?\W+(?:\w+\W+){0,3}$",
    re.IGNORECASE,
)
_YOUNG_TEAM = Search(
    "young youthful",
    r"(?:our|an?|we\s+are|we['’]re)\s+(?P<found>(?:young|youthful)(?:(?:\s*,\s*|\s+and\s+|\s+)\w+){0,2}?[\s,]+(?:team|colleagues|crew|office))"
    r"(?!\s+(?:of|members?|rosters?|pages?)\b)",
)


@rule(
    "LAW-04",
    "error",
    checks="an age limit, or words that stand for one, such as `young team` or `digital native`",
    why="An age says nothing about the work, and limits of age are forbidden for many jobs.",
    remedy="ask for the skill; where the law asks for it, `18 or older` is enough",
    source="lists of words made after EEOC guidance",
    bad="requirements: {must: [{text: You are under 35}]}",
    good="requirements: {must: [{text: You are 18 or older}]}",
)
def age_limit(brief: Brief) -> Iterator[Problem]:
    """Yield each limit of age for the person wanted, and each young team."""
    for hit in _AGE.claims(brief):
        numbers = _YEARS.search(hit.words)
        plain = numbers and not _AGED.search(hit.sentence) and "you are" not in hit.sentence.lower()
        crowd = numbers and _CROWD.search(hit.said.text[: hit.start])
        if hit.wanted and not plain and not crowd:
            yield hit.problem(f"`{hit.shown}` sets a limit of age")
    for hit in _YOUNG_TEAM.claims(brief):
        # a title, of a book or a film, has capitals
        if hit.said.public and not hit.shown[hit.shown.rfind(" ") + 1].isupper():
            yield hit.problem(f"`{hit.shown}` stands for an age", "delete the word")


_PEOPLE = (
    r"americans?|british|brits?|filipin[oa]s?|indians?|pakistanis?|europeans?|westerners?|asians?"
    r"|africans?|nigerians?|ukrainians?|mexicans?|germans|poles|russians?"
)
_NATIVE = Search(
    "native tongue accent unaccented nationality nationals | first & language | only no & americans"
    " british brits filipino filipina filipinos filipinas indian indians pakistanis european"
    " europeans westerner westerners asian asians african africans nigerian nigerians ukrainian"
    " ukrainians mexican mexicans germans poles russian russians american",
    r"(?<!non[\s-])native\s+(?:[a-z]+(?:\s+|-))?(?:speakers?|tongue)|mother[\s-]tongue"
    r"|native\s+(?:english|german|french|spanish|italian|dutch)(?=\s*(?:[.,;!]|\Z|only|required))"
    r"|first\s+language\s+(?:must\s+be|is)\s+\w+"
    r"|(?:no|without(?:\s+an?)?|neutral|zero)\s+(?:\w+\s+)?accent|accent[\s-]free|unaccented"
    r"|(?:your|what|which)\s+nationality|nationality\s*:|\w+\s+nationals?\s+only"
    rf"|(?:{_PEOPLE})\s+only|only\s+(?:{_PEOPLE})|no\s+(?:{_PEOPLE})(?=\s*(?:[.,;!]|\Z|please))",
    allowed=(
        r"(?:for|of|by|to|with|from|among|and|teach(?:ing)?)\s+(?:\w+\s+)?native\s+"
        r"(?:\w+\s+)?speakers?"
    ),
)


@rule(
    "LAW-05",
    "warning",
    checks="a demand for native speakers, an accent or a nationality",
    why="It stands for origin. What the work needs is a level of language, which people can show.",
    remedy="give `requirements.language_level`: language, CEFR level such as `C1`, and why",
    source="lists of words made after EEOC guidance; the Common European Framework",
    bad="requirements: {must: [{text: You are a native English speaker}]}",
    good="requirements: {language_level: [{language: en, level: C1, why: You edit our books}]}",
)
def native(brief: Brief) -> Iterator[Problem]:
    """Yield each demand that stands for origin; an error where the person may be an employee."""
    severity: Severity | None = "error" if employed(brief) else None
    for hit in _NATIVE.find(brief):
        asked = hit.wanted or hit.place[0] in ("requirements", "questions", "screening", "messages")
        if asked:
            yield hit.problem(f"`{hit.shown}` stands for origin", severity=severity)


_PAPERS = Search(
    "citizen citizens citizenship visa passport permit card",
    r"(?:must\s+be|are\s+you|you\s+are|be)\s+(?:an?\s+)?(?:[\w.]+\s+)?citizens?|citizens?\s+only"
    r"|only\s+(?:[\w.]+\s+)?citizens|your\s+citizenship|citizenship\s+(?:is\s+)?(?:required|needed)"
    r"|(?:hold|have|need|possess|with|show)\s+(?:us\s+)?(?:an?\s+|your\s+)?(?:valid\s+)?(?:[\w.]+\s+)?"
    r"(?:(?:work\s+)?visa|passport|green\s+card|(?:work|residence)\s+permit)"
    r"(?=\s*(?:[.,;!?)]|\Z|for\b|in\b|to\b|that\b|or\b|and\b))"
    r"|(?:visa|passport|green\s+card|work\s+permit)\s+(?:is\s+)?(?:required|needed)",
)
_PAPERS_ALONE = Search(
    "citizen citizens citizenship passport visa permit",
    r"\A(?:an?\s+|valid\s+)*(?:[\w.]+\s+)?(?:citizen(?:s|ship)?|passport|visa|work\s+permit)"
    r"(?=\s*(?:[.,;]|\Z))",
)


@rule(
    "LAW-06",
    "warning",
    checks="a demand for a citizenship, a visa or a passport",
    why="The work needs someone who may do it where they are, whatever paper allows it.",
    remedy="ask in `screening.gates`: `Can you lawfully do this work from where you are?`",
    source="lists of questions made after EEOC guidance; schema.org on where applicants may be",
    bad="requirements: {must: [{text: You must be a US citizen}]}",
    good="screening:\n  gates:\n    - text: Can you lawfully do this work from where you are?",
)
def papers_asked(brief: Brief) -> Iterator[Problem]:
    """Yield each demand for papers of a state, and each requirement that is nothing but one."""
    for hit in (*_PAPERS.claims(brief), *_PAPERS_ALONE.claims(brief)):
        if hit.said.text.startswith(hit.words) <= (hit.place[0] == "requirements"):
            yield hit.problem(f"`{hit.shown}` asks for papers, not for the right to do the work")


_LIKENESS = Search(
    "photo photos picture headshot selfie video loom camera",
    r"your\s+(?:photo|picture|headshot|selfie)|(?:photo|picture|video)\s+of\s+(?:you|yourself)"
    r"|(?:a|with|recent)\s+(?:headshot|selfie)|\bloom(?:\s+video)?|camera\s+(?:must\s+be|turned|switched)\s+on"
    r"|with\s+(?:the\s+|your\s+)?camera\s+on(?!\s+an?\b)"
    r"|(?:(?:short|brief|quick|\d[\s-]minute|one[\s-]minute)\s+)?(?:video\s+(?:introduction|intro"
    r"|answer|message|cover\s+letter|application|pitch)|introduc\w+\s+video)"
    r"|(?:record|send|make|film)\s+(?:us\s+)?(?:a\s+)?(?:\w+\s+)?video\s+(?:in\s+which|where|that)"
    r"\s+you\s+(?:introduce|tell|say|explain)",
)
_OTHERWISE = regex(
    r"\b(?:or|instead)\b[^.!?]*\b(?:writ\w+|text|audio|words|voice|prefer|like)\b"
    r"|\b(?:if\s+you\s+(?:like|prefer|want)|as\s+you\s+prefer|optional)\b",
    re.IGNORECASE,
)


@rule(
    "LAW-07",
    "warning",
    checks="a photo or a video of the candidate",
    why="It shows age, colour and sex before anyone has read a line.",
    remedy="add `or in writing, or as audio, as you prefer`",
    source="own rule",
    bad="questions:\n  - text: Send a short video introduction.",
    good="questions: [{text: 'Send a short video introduction, or write it.'}]",
)
def likeness(brief: Brief) -> Iterator[Problem]:
    """Yield each demand to be seen that offers no other way."""
    for hit in _LIKENESS.claims(brief):
        asked = hit.place[0] in ("questions", "screening", "selection", "requirements", "trial")
        if asked and not _OTHERWISE.search(hit.said.text):
            yield hit.problem(f"`{hit.shown}` asks to see the candidate")
