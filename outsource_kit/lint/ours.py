"""Whether the words around an amount say that it is the writer's own price.

In: what stands before and behind an amount. Out: yes or no. `A bike costs` and `up to` alone say
nothing of it: everyone's amounts are written so. `Our limit is` and `we could go up to` do.
"""

from __future__ import annotations

import re

from outsource_kit.lint.regex import regex

_NEAR = r"(?![a-z])[^.;!?0-9\n]{0,40}"
_MIGHT = (
    r"(?:are|be|can|cannot|can['’]t|could|don['’]t|even|gladly|happy|just|may|might|must|never"
    r"|not|only|plan|prepared|rather|ready|should|to|want|will|willing|won['’]t|would|wouldn['’]t)"
)
_VERB = r"(?:afford|do|end|go|offer|pay|set\saside|spend|stop|stretch)"
_UP_TO = (
    r"(?:about|all|an?|another|around|as|at|below|between|beyond|exactly|far|for|high|in|it|just"
    r"|less|more|most|much|no|of|only|over|people|than|that|them|this|to|total|under|up|whole|you)"
)
_HIGHEST = r"(?:absolute|final|highest|hourly|internal|last|own|secret|target|top|upper|whole)"
_PRICE = r"(?:cap|figure|limit|max|maximum|most|offer|pay|rates?(?! (?:limit|of [a-z]))|top)"

_BEFORE = regex(
    rf"(?:(?<![a-z])(?<!['’]s )(?<!s['’] )(?:budgets?|ceilings?|walk[-_ ]?away|bottom[-_ ]line)"
    rf"(?! of (?:an?|the|your|their) (?:client|customer|user)){_NEAR}"
    rf"|\b(?:our|my)\s(?:{_HIGHEST}\s){{0,2}}{_PRICE}{_NEAR}"
    rf"|\bof\s(?:mine|ours){_NEAR}"
    rf"|\b(?:we|I)(?:['’](?:d|ll))?\s(?:{_MIGHT}\s){{0,3}}{_VERB}(?:\s{_UP_TO}){{0,6}}[\s:,]*)"
    r"(?:[0-9][0-9.,]*k?\s?(?:[-–—]|to|and|or)\s?)?$",
    re.IGNORECASE,
)
"""Words before an amount, or before the lower end of its range."""

_BEHIND = regex(
    r"[\s,]*(?:(?:is|are|would be|as)\s(?:all|the\s(?:most|highest))\s(?:that\s)?(?:we|I)\b"
    rf"|(?:is|are|would be|as)\s(?:our|my)\s(?:{_HIGHEST}\s){{0,2}}(?:budget|ceiling|{_PRICE})\b"
    r"|at\smost\sfor\s(?:it|this|you)\b|(?:to\sspend|in\smind)\b)",
    re.IGNORECASE,
)
"""Words behind an amount."""


def is_ours(before: str, behind: str) -> bool:
    """Return whether the words around an amount say that it is what the writer pays."""
    return bool(_BEFORE.search(before) or _BEHIND.match(behind))
