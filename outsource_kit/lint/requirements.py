"""Can what is asked for be seen? Vague words, long lists, experience in years, dead channels."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from outsource_kit.lint.phrases import english
from outsource_kit.lint.regex import regex
from outsource_kit.lint.rule import Problem, rule
from outsource_kit.lint.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from outsource_kit.brief import Brief
    from outsource_kit.brief.post import Requirement
    from outsource_kit.load import Place


_MOST_MUST, _MOST_NICE = 6, 4
"""The most requirements that can be looked at with care (Greenhouse: five to six attributes)."""

_NUMBER = regex(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|half|once|twice)\b",
    re.IGNORECASE,
)

_US = r"(?:with|us|me|our|the (?:company|founder|office|owner|team)|customers|clients)"
_VAGUE = regex(
    r"^(?:please |to |you |you will |you'll )?"
    rf"((?:(?:help|assist|support)(?:ing)?|assistance) {_US}"
    r"|(?:handl|manag|optimi[sz]|improv)(?:e|ing)|work(?:ing)? on|deal(?:ing)? with)\b",
    re.IGNORECASE,
)
"""Verbs without an end, where they begin a line: elsewhere they describe, as in `exports support
UTF-8`; so do `help page` and `support desk`."""

_OPEN = regex(
    r"(?<!/)\b(?:(?P<endless>etc|and so on|and so forth|ASAP)|various|as needed)\b(?!/)",
    re.IGNORECASE,
)
"""Words that leave something open, the first whatever number stands beside; `/etc/` is a folder."""

_OPENED = frozenset({"etc", "so", "asap", "various", "needed"})
"""One word of each of them."""


@rule(
    "BRF-04",
    "warning",
    checks="a deliverable or specification that no number pins down",
    why=(
        "`Help with`, `manage` or `various` name an activity without an end. A result, an amount "
        "or a date can be priced, checked and paid."
    ),
    remedy="name the result, the amount and the date, such as `Answer every mail within 2 hours`",
    source="Upwork's advice to write outcomes instead of responsibilities; the outsourcing guide",
    bad="project: {specifications: [Manage the inbox]}",
    good="project: {specifications: [Every mail is answered within 2 hours]}",
)
def vague(brief: Brief) -> Iterator[Problem]:
    """Yield each line of deliverables and specifications with a word that leaves it open."""
    if not english(brief):
        return
    opened = _OPENED & words_of(brief)
    for place, text, tests in _results(brief):
        found = (_OPEN.search(text) if opened else None) or _VAGUE.match(text)
        if found is None:
            continue
        words = found[found.lastindex or 0]
        if found.groupdict().get("endless"):
            yield Problem(place, f"`{words}` leaves open what is meant", words)
        elif not any(map(_NUMBER.search, (text, *tests))):
            yield Problem(place, f"`{words}` names nothing that can be counted", words)


def _results(brief: Brief) -> Iterator[tuple[Place, str, Sequence[str]]]:
    """Yield each line that says what the result is: its place, the line, and its tests."""
    for index, text in enumerate(brief.project.specifications):
        yield ("project", "specifications", index), text, ()
    for index, item in enumerate(brief.project.deliverables):
        place = ("project", "deliverables", index)
        yield (*place, "name"), item.name, item.done_when
        if item.format:
            yield (*place, "format"), item.format, item.done_when
        for number, test in enumerate(item.done_when):
            yield (*place, "done_when", number), test, ()


@rule(
    "BRF-07",
    "warning",
    checks="more requirements than anyone can look at, or one that is asked for twice",
    why=(
        "Beyond some six points, assessors skim and good people do not apply. What would not "
        "make you reject someone is no must."
    ),
    remedy="keep the requirements for which you would reject someone",
    source="Greenhouse: five to six attributes a scorecard",
    bad="requirements: {must: [{text: Good English}], nice: [{text: good English.}]}",
    good="requirements: {must: [{text: Good English}], nice: [{text: Some German}]}",
)
def too_many(brief: Brief) -> Iterator[Problem]:
    """Yield long lists of requirements, and each that another repeats."""
    must, nice = brief.requirements.must, brief.requirements.nice
    for name, items, most in (("must", must, _MOST_MUST), ("nice", nice, _MOST_NICE)):
        if len(items) > most:
            message = f"{len(items)} requirements are more than {most}"
            yield Problem(("requirements", name), message)
    seen: set[str] = set()
    for place, item in _required(brief):
        key = " ".join(re.findall(r"\w+", item.text.casefold()))
        if key in seen:
            message = f"`{item.text}` is asked for twice"
            yield Problem((*place, "text"), message, remedy="keep it once")
        seen.add(key)


def _required(brief: Brief) -> Iterator[tuple[Place, Requirement]]:
    for name, items in (("must", brief.requirements.must), ("nice", brief.requirements.nice)):
        for index, item in enumerate(items):
            yield ("requirements", name, index), item


@rule(
    "BRF-08",
    "warning",
    checks="a requirement of which nothing says how it will be seen",
    why="What nobody looks for is decided by feeling, and each candidate is judged by another.",
    remedy="add `evidence`, how an applicant can show it, or the `criterion` it is scored under",
    source="Greenhouse on scorecards",
    limits="For something that is nice to have, it is a hint.",
    bad="requirements: {must: [{text: You write well}]}",
    good="requirements: {must: [{text: You write well, evidence: your reply itself}]}",
)
def unseen(brief: Brief) -> Iterator[Problem]:
    """Yield each requirement with neither evidence nor criterion; a wish is only a hint."""
    for place, item in _required(brief):
        if item.evidence is None and item.criterion is None:
            yield Problem(
                (*place, "text"),
                f"nothing says how `{item.text}` will be seen",
                severity="warning" if place[1] == "must" else "info",
            )


_YEARS = regex(
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|many)\+?"
    r"(?: ?(?:-|–|to) ?\d+)?\+? years?['’]?(?: of)?(?: [\w/&+#.-]+){0,4}"
    r"(?<!user)(?<!customer) experience\b"
    r"|\bexperience:? (?:of )?(?:at least |over |more than |min(?:imum|\.)? )?\d+\+? years?\b"
    r"|\b\d+\+ years?\b(?! (?:old|of age))",
    re.IGNORECASE,
)
_NO_YEARS = regex(r"\b(?:last|past|not?(?! (?:less|fewer))|without|regardless)\b", re.IGNORECASE)


@rule(
    "BRF-09",
    "warning",
    checks="experience that is asked for in years",
    why=(
        "Years say almost nothing about how well someone works (a validity of .07 out of 1); "
        "similar work that they have done does."
    ),
    remedy="ask for similar work instead, such as `You have moved a shop of this size before`",
    source="Sackett, Zhang, Berry and Lievens 2022, in a summary; figures of employees",
    bad="requirements: {must: [{text: 5 years of experience with Django, criterion: skills}]}",
    good="requirements: {must: [{text: You have shipped a Django shop, criterion: skills}]}",
)
def years(brief: Brief) -> Iterator[Problem]:
    """Yield each requirement or gate that counts years of experience; `the last 2 years` is a time.

    A line that says no years are needed is none.
    """
    if "years" not in words_of(brief) or not english(brief):
        return
    texts: list[tuple[Place, str]] = [((*p, "text"), item.text) for p, item in _required(brief)]
    for index, gate in enumerate(brief.screening.gates):
        texts.append((("screening", "gates", index, "text"), gate.text))
    for place, text in texts:
        found = _YEARS.search(text)
        if found and not _NO_YEARS.search(text[: found.end()]):
            yield Problem(place, f"`{found[0]}` counts years, not what was done", found[0])


_DEGREE = regex(
    r"\b(?:(?:university|college|academic|bachelor['’]?s?|master['’]?s?|doctoral|doctor['’]?s?)"
    r" (?:degree|diploma)|bachelor['’]s?(?= in\b| of\b)|master['’]s(?= in\b| of\b|$)"
    r"|B\.?Sc|M\.?Sc|MBA|Ph\.?D|degree (?:in|from))\b",
    re.IGNORECASE,
)
_DEGREES = frozenset(
    {"degree", "diploma", "bachelor", "bachelors", "master", "masters", "mba", "bsc", "msc", "phd"}
    | {"sc", "ph"}
)
"""One word of each of them."""

_REASON = regex(
    r"\b(?:because|since|by law|the law|licen[cs]ed?|regulat\w+|chartered|equivalent"
    r"|or (?:similar|comparable)|no|not|without|optional)\b",
    re.IGNORECASE,
)


@rule(
    "BRF-10",
    "info",
    checks="a degree that is required without a reason",
    why="A degree keeps out people who learned the same elsewhere, and proves little of the work.",
    remedy="add `or equivalent work you can show`, or say why the law or the work needs the degree",
    source="own rule",
    bad="requirements: {must: [{text: A bachelor's degree, evidence: a copy}]}",
    good=(
        "requirements: {must: [{text: A bachelor's degree or equivalent work, evidence: either}]}"
    ),
)
def degree(brief: Brief) -> Iterator[Problem]:
    """Yield each must that asks for a degree and gives no reason and no other way."""
    if not (_DEGREES & words_of(brief) and english(brief)):
        return
    for index, item in enumerate(brief.requirements.must):
        found = _DEGREE.search(item.text)
        if found and not _REASON.search(f"{item.text} {item.evidence or ''}"):
            place = ("requirements", "must", index, "text")
            yield Problem(place, f"nothing says why `{found[0]}` is needed", found[0])
