"""Small questions about the words of a text that several chapters ask."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from outsource_kit.brief import Brief

_DENIAL = re.compile(
    r"\b(?:no|not|never|none|nothing|nobody|neither|nor|without|instead of|cannot|avoid"
    r"|\w+n['’]t)\b[^.!?;:]*$",
    re.IGNORECASE,
)
_NEAR = 80
"""Characters before a phrase within which a "no" is taken to be about it."""


def denied(text: str, start: int) -> bool:
    """Return whether the sentence of `text` says "no" before what begins at `start`."""
    return _DENIAL.search(text, max(0, start - _NEAR), start) is not None


def english(brief: Brief) -> bool:
    """Return whether the kit is in English, so that a phrase not found is a phrase not there."""
    return brief.kit.language.partition("-")[0] == "en"


_WORD = re.compile(r"[^\W\d_]{4,}")
_ENDING = re.compile(r"(?:ings?|ies|ied|ers?|ed|es|ly|e|s|y)$")
_COMMON = frozenset(
    _WORD.findall(
        "about after again also answer answers around asked because been before being between"
        " both candidate case cases could days does doing done each ever every everything"
        " examples example first freelancer from give given good great have here hours into"
        " just keep kept know large least less like made make many more most much must need"
        " needs next none only other others over people per show similar small some someone"
        " such take takes tell than that their them then there these they thing things this"
        " those three time times used using very week what when where which while will with"
        " within without work worked works would year years your yours"
    )
)
"""Words of four letters and more that say nothing about a subject (own list)."""


@lru_cache(maxsize=4096)
def subjects(text: str) -> frozenset[str]:
    """Return what a text is about: the stems of its words, the most common ones left out."""
    words = _WORD.findall(text.casefold())
    return frozenset(_ENDING.sub("", word) for word in words if word not in _COMMON)
