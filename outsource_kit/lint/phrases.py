"""Small questions about the words of a text that several chapters ask."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from outsource_kit.lint.regex import regex

if TYPE_CHECKING:
    from outsource_kit.brief import Brief

_DENIAL = regex(
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
