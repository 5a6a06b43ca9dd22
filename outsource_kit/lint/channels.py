"""Do the channels still exist? Services that were shut down, by name and by address."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from outsource_kit.lint.phrases import denied
from outsource_kit.lint.regex import regex
from outsource_kit.lint.rule import Problem, rule
from outsource_kit.lint.words import Search, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from outsource_kit.brief import Brief

_RETIRED = {
    "skype": "was shut down on 2025-05-05",  # Microsoft's notice, as several sources repeat it
    "google hangouts": "was shut down on 2022-11-01",  # Google's support page, in news of the day
    "icq": "was shut down on 2024-06-26",  # the notice on icq.com, in news of the day
    "yahoo messenger": "was shut down in 2018",  # news of 2024 that look back
}
"""Services that are gone, and since when; checked on 2026-11-22."""

_NAMES = Search("skype hangouts icq yahoo", "|".join(_RETIRED), allowed="skype for business")
_ADDRESS = "useloom.com"
"""Loom's old address; it is at loom.com now (from memory)."""

_TALK = frozenset(
    {
        *("communication", "management", "messages", "publish", "questions"),
        *("requirements", "screening", "selection", "trial"),
    }
)
"""Sections that say how both sides talk; elsewhere the name may be what the work is about."""

_LEFT = regex(r"\b(?:from|leave|left|leaving|replac\w+)\W+$", re.IGNORECASE)


@rule(
    "COM-02",
    "warning",
    checks="a channel or an address that no longer exists",
    why="A candidate who cannot reach you on the way you named thinks twice about the rest.",
    remedy="name a channel or an address that you use today",
    source="notices of the services, as reported in the news; the address from memory",
    bad="communication: {channels: [Skype]}",
    good="communication: {channels: [Slack]}",
)
def retired(brief: Brief) -> Iterator[Problem]:
    """Yield each text on how both sides talk that names a dead channel, and each dead address."""
    for hit in _NAMES.find(brief):
        left = denied(hit.said.text, hit.start) or _LEFT.search(hit.said.text[: hit.start])
        if hit.place[0] in _TALK and not left:
            yield hit.problem(f"`{hit.shown}` {_RETIRED[hit.shown.casefold()]}")
    if "useloom" in words_of(brief):
        for said in brief.said:
            if _ADDRESS in said.text:
                yield Problem(said.place, f"`{_ADDRESS}` is no longer Loom's address", _ADDRESS)
    for index, example in enumerate(brief.project.examples):
        if _ADDRESS in example.url:
            place = ("project", "examples", index, "url")
            yield Problem(place, f"`{_ADDRESS}` is no longer Loom's address", _ADDRESS)
