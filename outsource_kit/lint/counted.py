"""Whether a number counts things, or is part of a name: `1,500 words`, `Section 60`, `EN 1500`.

In: what stands before and behind a number. Out: yes or no. Absent: money (`typed`).
"""

from __future__ import annotations

import re

from outsource_kit.lint.regex import regex
from outsource_kit.lint.words import listed

_NOUN = regex(r"(?:\s|-)([a-z][a-z'’-]*)", re.IGNORECASE)
_NO_NOUN = listed(
    "a all altogether an and as at before but by covers each every fixed flat for from if in incl"
    " including is it max maximum minus of off on only or overall per plus so that the then to"
    " together tops total until upfront we when whether with without you my our their"
)
"""Words after a number that do not say what it counts (own list)."""

_THINGS = (
    r"acres?|articles?|bikes?|books?|bugs?|bytes?|calls?|cards?|characters?|clicks?|cm|columns?"
    r"|contacts?|copies|customers?|days?|degrees?|donors?|downloads?|e?-?mails?|employees|entries?"
    r"|feet|files?|followers?|gb|grams?|guests?|hits?|hours?|images?|items?|kb|kg|km|leads"
    r"|lessons?|letters?|likes?|lines?|listings?|litres?|maps|mb|members?|messages?|metres?|miles?"
    r"|minutes?|ml|mm|months|orders?|pages?|people|photos?|pieces?|pixels?|points?|posts|products?"
    r"|px|questions?|readers?|records?|requests?|rows?|seats?|seconds?|sheets?|shops?|squares?"
    r"|steps|students?|subscribers?|tb|tests|tickets?|times|tokens?|trees?|units?|users?|views?"
    r"|visitors?|votes?|watts?|weeks|words?|years?"
)
_COUNTED = regex(
    r"(?:\s|-)(?:(?!(?:an?|and|as|at|by|for|from|in|of|on|or|per|the|to|with)\b)\w+ )?"
    rf"(?:{_THINGS})\b",
    re.IGNORECASE,
)

_LABEL = regex(
    r"(?:\b([A-Z]{2,5})[ -]|([#§])\s?|\b((?i:code|id|model|type|since|born in"
    r"|(?:built|dating|established|founded|opened|printed) (?:in|from)|in the year)) )$"
)
"""What comes before a number that is a name, unless the clause is about money."""

_REFERENCE = regex(
    r"(?<!\bper )(?<!\beach )(?<!\bevery )(?<!\ba )(?<!\ban )(?<!\bbottom )\b(?:"
    r"annex|appendix|art|article|attachment|chapter|clause|exhibit|form|invoice|issue|level"
    r"|line|lot|no|nr|number|page|paragraph|part|pp?|phase|release|room|row|rule|schedule|section"
    r"|sheet|slide|step|table|ticket|version|volume)s?\.? "
    r"(?:[0-9][\w.]*(?:, (?:and |or )?| and | or | to |\s?[-–&/]\s?))*$",
    re.IGNORECASE,
)
"""What comes before a number that is the name of a part of something, whatever the clause says."""

_TITLE = regex(r"\b(?:an?|our|the|their)(?: (?-i:[A-Z])[\w-]*)+ $", re.IGNORECASE)
"""A name in capitals before a round number, unless the clause is about money."""

_RELEASE, _PRODUCT = regex(r"[12]?\d\.\d{1,2}"), regex(r"\b[A-Z][\w+#.]* $")
"""A release behind a name, as in `Python 3.12`, unless the clause is about money."""


def noun(text: str, at: int = 0) -> str:
    """Return the word behind a number in lower case, if it may be what is counted; else nothing."""
    found = _NOUN.match(text, at)
    word = found[1].lower() if found else ""
    return "" if word in _NO_NOUN else word


def is_counted(behind: str) -> bool:
    """Return whether things that are counted stand behind a number."""
    return _COUNTED.match(behind) is not None


def is_title(before: str) -> bool:
    """Return whether a name in capitals stands before a number."""
    return _TITLE.search(before) is not None


def is_label(before: str, number: str, *, spoken: bool) -> bool:
    """Return whether a number is a name, as in `EN 1500` or `version 27`.

    `spoken` says that its clause is about money.
    """
    if (number.startswith("0") and number.isdigit()) or _REFERENCE.search(before):
        return True
    if _RELEASE.fullmatch(number) and _PRODUCT.search(before):
        return not spoken
    label = _LABEL.search(before)
    return label is not None and (label[1] or "").lower() not in _NO_NOUN and not spoken
