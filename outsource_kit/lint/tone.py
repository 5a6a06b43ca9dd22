"""Does the post leave nobody out? Labels, gender, one-sided words, jargon.

Every list of words here is a selection of our own; where others thought of the kind of word first,
the rule names them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from outsource_kit.lint.regex import regex
from outsource_kit.lint.rule import rule
from outsource_kit.lint.words import Lexicon, Search, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from outsource_kit.brief import Brief
    from outsource_kit.lint.rule import Problem
    from outsource_kit.lint.words import Hit
    from outsource_kit.mistakes import Severity

_SHOW = "name the skill and how it shows, such as `You have shipped two Django sites`"

_LABEL = Search(
    "ninja ninjas rockstar rockstars rock guru gurus wizard wizards superhero superheroes super"
    " superstar superstars jedi jedis hacker monkey monkeys whiz whizz wiz",
    r"(?:(?:look(?:ing)?\s+for|seek(?:ing)?|need|want|hir(?:e|ing)|you(?:['’]re|\s+are)|be|as"
    r"|call(?:ing)?(?:\s+all)?)\s+(?:an?\s+|our\s+|the\s+|some\s+|true\s+)?"
    r"|\A(?!(?:an?|the|our)\s))(?:[\w+#-]+\s+){0,2}?"
    r"(?P<found>ninjas?|rock[\s-]?stars?|gurus?|wizards?|super[\s-]?hero(?:es)?|superstars?|jedis?"
    r"|hacker[\s-]hero(?:es)?|code[\s-]monkeys?|whizz?|wiz)"
    r"(?=\W*\Z|[.,;:!?)/…–-]|\s+(?:who|with|for|to|needed|wanted|required|and|or|in|at|on|that|by)\b)",
    allowed=r"(?:import|export|set-?up|install\w*|onboarding|checkout|booking)\s+wizards?",
)
_CLICHE = Lexicon(
    {
        "wear many hats": "name the three tasks that take most of the time",
        "wears many hats": "name the three tasks that take most of the time",
        "wearing many hats": "name the three tasks that take most of the time",
        "hit the ground running": "say what should be done after the first week",
        "hits the ground running": "say what should be done after the first week",
        "work hard play hard": "give the hours a week",
        "work hard, play hard": "give the hours a week",
        "like a family": "say how you treat people: who answers, how soon, who decides",
        "like one big family": "say how you treat people: who answers, how soon, who decides",
        "crush it": "name the result that counts, with a number",
        "crushing it": "name the result that counts, with a number",
    },
    allowed=r"like\s+a\s+family\s+(?!and\b|here\b|where\b|who\b|that\b)\w+",
)


@rule(
    "POST-04",
    "warning",
    checks="labels such as `ninja`, and phrases such as `hit the ground running`",
    why="They say nothing that can be checked, and good people read on elsewhere.",
    remedy=_SHOW,
    source="the kinds of word that joblint looks for; the words are our own selection",
    bad="requirements: {must: [{text: You are an Excel ninja}]}",
    good="requirements: {must: [{text: You have built pivot tables over 10 000 rows}]}",
)
def empty_label(brief: Brief) -> Iterator[Problem]:
    """Yield each label for a person, and each stock phrase about work."""
    for hit in _LABEL.claims(brief):
        yield hit.problem(f"`{hit.shown}` is no skill")
    for hit in _CLICHE.claims(brief):
        yield hit.problem(f"`{hit.shown}` says nothing that can be checked", _CLICHE.instead(hit))


_PRONOUN = Search(
    "he she him his her hers himself herself",
    r"(?:he\s+or\s+she|she\s+or\s+he|he/she|she/he|s/he|his\s+or\s+her|his/her|him\s+or\s+her"
    r"|him/her|himself|herself|hers?|his|him|he|she)(?:\s+\w+)?",
)
_BOTH = regex(r"\w+(?:\s+or\s+|/)\w+(?=\s|$)|\w+")
_ROLE = (
    r"(?:candidate|applicant|freelancer|contractor|assistant|VA|PA|designer|developer|programmer"
    r"|writer|editor|translator|illustrator|consultant|specialist|expert|engineer)"
)
_WORKER = regex(
    r"(?<!\bis\s)(?<!\bwas\s)(?<!\bas\s)\b(?:(?:an?|the|any|each|every|our\s+new|your)\s+"
    r"(?:(?!last|former|previous|current|old|existing|other)\w+\s+){0,2}"
    rf"{_ROLE}\b(?!\s+(?:before|left|who\s+(?:left|built)))"
    r"|someone|somebody|anyone|whoever|(?:right|ideal|perfect|best)\s+person|person\s+(?:we|who))\b",
    re.IGNORECASE,
)
_OTHERS = regex(
    r"\b(?i:founder|owner|boss|manager|director|CEO|client|customer|user|reader|visitor|patient"
    r"|colleague|partner|husband|wife|mother|father|son|daughter|brother|sister|friend|character"
    r"|hero|heroine|protagonist|author|buyer|seller|student|teacher|speaker|guest|boy|girl|man"
    r"|woman|king|queen|lady)\b|(?i:\b(?:last|former|previous|current|our)\s+)[a-z]+\b|(?<=[a-z,;:]\s)[A-Z][a-z]+"
)
_NEUTRAL = Lexicon(
    {
        "guys": "people",
        "manpower": "staff",
        "man hours": "hours of work",
        "man hour": "hour of work",
        "man days": "days of work",
        "man day": "day of work",
        "girl friday": "assistant",
        "man friday": "assistant",
        "gal friday": "assistant",
    },
    allowed=r"(?:bad|good|wise|fall)\s+guys",
)
_TRADES = Lexicon(
    {
        "salesman": "salesperson",
        "salesmen": "salespeople",
        "saleswoman": "salesperson",
        "handyman": "repair worker",
        "craftsman": "craftsperson",
        "foreman": "supervisor",
        "cameraman": "camera operator",
        "cameramen": "camera operators",
        "camerawoman": "camera operator",
        "businessman": "business person",
        "businesswoman": "business person",
        "workman": "worker",
        "workmen": "workers",
        "draughtsman": "draughtsperson",
        "draftsman": "drafter",
        "stewardess": "flight attendant",
        "waitress": "server",
        "hostess": "host",
    },
    allowed=(
        r"(?:for|of|by|from|to|with|about)\s+(?:(?:an?|our|the|local|your|their)\s+)?(?:\w+\s+)?"
        r"(?:\w+m[ae]n|\w+woman|\w+ess)|travell?ing\s+salesman"
    ),
)


@rule(
    "POST-05",
    "warning",
    checks="words that give the person wanted a gender, such as `he`, `guys` or `salesman`",
    why=(
        "Half of the people who could do the work read that you mean somebody else. Where the"
        " person may be an employee, notices of jobs must be neutral in the EU."
    ),
    remedy="write `you`, `they` or the name of the role",
    source="Directive (EU) 2023/970, article 5, on applicants; Upwork's rules on posts",
    bad=(
        "project: {title: Cold calls, what: We look for a salesman. The candidate must know that"
        " he calls strangers.}"
    ),
    good=(
        "project: {title: Cold calls, what: We look for a salesperson. You must know that you"
        " call strangers.}"
    ),
)
def gendered(brief: Brief) -> Iterator[Problem]:
    """Yield pronouns that stand for the person wanted, and nouns with a gender."""
    severity: Severity | None = (
        "error" if brief.engagement.worker_status in ("employee", "unsure") else None
    )
    for hit in _PRONOUN.find(brief):
        if _stands_for_worker(hit) and (found := _BOTH.match(hit.words)):
            said = " ".join(found[0].split())
            yield hit.problem(f"`{said}` gives the person wanted a gender", severity=severity)
    for lexicon in (_NEUTRAL, _TRADES):
        for hit in lexicon.claims(brief):
            if lexicon is _NEUTRAL or hit.wanted:
                remedy = f"write `{lexicon.instead(hit)}`"
                yield hit.problem(f"`{hit.shown}` has a gender", remedy, severity=severity)


def _stands_for_worker(hit: Hit) -> bool:
    """Return whether a pronoun stands for the person wanted: nobody else is named in between."""
    before = hit.said.text[: hit.start].rpartition("\n\n")[2]
    workers = [found.end() for found in _WORKER.finditer(before)]
    others = [found.end() for found in _OTHERS.finditer(before)]
    if not workers:
        return hit.place[0] == "requirements" and hit.start == 0
    return not others or workers[-1] >= max(others)


_MASCULINE = listed(
    "aggressive aggressively ambitious ambition assertive boastful compete competes competing"
    " competitive competitively confident confidently courageous decisive decisively determined"
    " dominant dominate dominates dominating driven fearless fearlessly forceful headstrong"
    " independent independently individualistic outspoken persistent relentless relentlessly"
    " reliant stubborn superior tenacious"
)
_FEMININE = listed(
    "affectionate caring cheerful collaborative collaboratively communal compassionate considerate"
    " cooperative dependable empathetic empathy gentle gently honest interpersonal loyal modest"
    " nurture nurturing pleasant polite supportive sympathetic tender warm warmly"
)
_CODED = Search(
    " ".join(_MASCULINE | _FEMININE),
    "|".join(_MASCULINE | _FEMININE),
    allowed=(
        r"independent\s+(?:contractor|reviewer|review|audit|variable|expert)s?"
        r"|competitive\s+(?:rates?|pay|prices?|pricing|analys[ei]s|research|landscape|intelligence)"
        r"|(?:event|data|test|model|market|domain|metric|behaviou?r)[\s-]driven|driven\s+by"
        r"|(?:platform|device|browser|language)[\s-]independent|dominant\s+colou?rs?"
        r"|persistent\s+(?:storage|volume|connection|cookie|memory)s?"
        r"|warm\s+(?:colou?rs?|tones?|leads?|palette|start)|caring\s+for"
    ),
)
_BALANCE = 4
"""How many more words of one kind than of the other tip a post over."""


@rule(
    "POST-06",
    "info",
    checks="many words that research found to be coded as masculine or as feminine, on one side",
    why=(
        "Posts full of masculine wording appealed less to women in experiments. It is a hint about"
        " appeal, and nothing about who can do the work."
    ),
    remedy="take some of them out, or say what the person does in place of what they are like",
    source="Gaucher, Friesen and Kay, 2011, Journal of Personality and Social Psychology",
    bad=(
        "project: {title: Cold calls, what: 'You are ambitious, assertive, fearless and"
        " relentless.'}"
    ),
    good="project: {title: Cold calls, what: You call 40 shops a week.}",
)
def one_sided(brief: Brief) -> Iterator[Problem]:
    """Yield the first of the words on the heavier side of the job post."""
    posted = ("project", "client", "engagement", "value_proposition", "requirements")
    first: dict[str, Hit] = {}
    for hit in _CODED.find(brief):
        if hit.said.public and hit.place[0] in posted:
            first.setdefault(hit.words.casefold(), hit)
    masculine = [word for word in first if word in _MASCULINE]
    feminine = [word for word in first if word in _FEMININE]
    heavy, light, side = (
        (masculine, feminine, "masculine")
        if len(masculine) > len(feminine)
        else (feminine, masculine, "feminine")
    )
    if len(heavy) - len(light) >= _BALANCE:
        words = ", ".join(f"`{word}`" for word in heavy)
        yield first[heavy[0]].problem(f"{words} are read as {side}, and little balances them")


_JARGON = Lexicon(
    {
        "synergy": "say what works better together",
        "synergies": "say what works better together",
        "synergistic": "say what works better together",
        "leverage": "write `use`",
        "leverages": "write `uses`",
        "leveraging": "write `using`",
        "blue sky thinking": "write `ideas without limits`, and how many you want",
        "paradigm shift": "say what changes",
        "visionary": "say what the person has foreseen or begun",
        "think outside the box": "say which rule may be broken",
        "thinking outside the box": "say which rule may be broken",
        "game changer": "say what changes, with a number",
        "game changing": "say what changes, with a number",
        "low hanging fruit": "write `what is easy and worth it`",
        "move the needle": "name the number that should change",
        "moves the needle": "name the number that should change",
        "circle back": "write `come back to it`, and when",
        "touch base": "write `talk`, and how often",
        "best of breed": "name what makes it the best",
        "world class": "name the standard it must meet",
        "cutting edge": "name the technology and its version",
        "bleeding edge": "name the technology and its version",
        "thought leader": "name what the person is known for",
        "thought leadership": "name the articles or talks you want",
        "value add": "name what is added",
        "go getter": "say what the person does without being asked",
        "results driven": "name the result",
        "results oriented": "name the result",
    },
    allowed=r"(?:financial|operating)\s+leverage|leverage\s+(?:ratio|effect)s?|cutting[\s-]edges",
)


_SUBJECTS = ("visionary", "paradigm shift")
"""Words that are jargon about people and work, and plain words about art or science."""


@rule(
    "POST-07",
    "info",
    checks="jargon such as `synergy` or `leverage`",
    why="Words that could stand in any post take the place of the facts of this one.",
    remedy="write the plain word",
    source="the kinds of word that joblint looks for; the words are our own selection",
    bad="project: {title: Shop texts, what: Leverage our blog to move the needle.}",
    good="project: {title: Shop texts, what: Use our blog to bring 50 more orders a month.}",
)
def jargon(brief: Brief) -> Iterator[Problem]:
    """Yield each word of jargon in what candidates read."""
    for hit in _JARGON.claims(brief):
        if hit.said.public and (hit.wanted or hit.shown.casefold() not in _SUBJECTS):
            yield hit.problem(f"`{hit.shown}` is jargon", _JARGON.instead(hit))
