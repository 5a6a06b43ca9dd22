"""Entries of `lint.ignore` that silence nothing.

In: a brief, with what the other rules found in it. Out: entries that do nothing, and why.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from outsource_kit.lint.rule import Problem, rule

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from outsource_kit.brief import Brief, Ignored

KIND = "ignored"
"""The kind of what these rules are about."""


@dataclass(frozen=True)
class Ignoring:
    """What a brief ignores, and what there is to ignore."""

    brief: Brief
    """The brief."""

    known: Collection[str]
    """Id of every rule."""

    found: Collection[str]
    """Ids of the rules that found something which may be ignored."""

    fixed: Collection[str]
    """Ids of the rules that found something which may not."""


def over(brief: Brief, entry: Ignored) -> bool:
    """Return whether the time of an entry is over; one with an end needs a day to count from."""
    today = brief.kit.issued
    return entry.until is not None and (today is None or today.date > entry.until.date)


@rule(
    "LINT-01",
    "warning",
    checks="an ignored rule that does not exist",
    why="The finding that was meant is still there, or nobody knows what was decided.",
    remedy="write the id that stands in brackets behind the finding",
    source="own rule",
    checked_on="2026-11-28",
    kind=KIND,
    bad="lint: {ignore: [{rule: BRF-99, reason: The work has no precedent}]}",
    good="lint: {ignore: [{rule: BRF-06, reason: The work has no precedent}]}",
)
def unknown(ignoring: Ignoring) -> Iterator[Problem]:
    """Yield each entry whose rule there is not."""
    for index, entry in enumerate(ignoring.brief.lint.ignore):
        if entry.rule not in ignoring.known:
            close = get_close_matches(entry.rule.upper(), ignoring.known, 1, 0.7)
            remedy = f"did you mean `{close[0]}`?" if close else ""
            place = ("lint", "ignore", index, "rule")
            yield Problem(place, f"there is no rule `{entry.rule}`", entry.rule, remedy)


@rule(
    "LINT-02",
    "warning",
    checks="an entry of `lint.ignore` that silences nothing",
    why="What was mended, or may not be ignored, needs no entry; one that stays hides the next.",
    remedy="delete the entry",
    source="own rule",
    checked_on="2026-11-28",
    kind=KIND,
    bad=(
        "publish: {adjustments_contact: Ines Calder}\n"
        "lint: {ignore: [{rule: POST-15, reason: Nobody is named yet}]}"
    ),
    good="lint: {ignore: [{rule: POST-15, reason: Nobody is named yet}]}",
)
def useless(ignoring: Ignoring) -> Iterator[Problem]:
    """Yield each entry that is over, or whose rule finds nothing that may be ignored."""
    for index, entry in enumerate(ignoring.brief.lint.ignore):
        place = ("lint", "ignore", index)
        if entry.rule not in ignoring.known:
            continue
        if over(ignoring.brief, entry):
            yield from _over(ignoring.brief, entry, (*place, "until"))
        elif entry.rule not in ignoring.found:
            kept = entry.rule in ignoring.fixed
            said = "may not be ignored here" if kept else "finds nothing here"
            yield Problem((*place, "rule"), f"`{entry.rule}` {said}", entry.rule)


def _over(brief: Brief, entry: Ignored, place: tuple[str | int, ...]) -> Iterator[Problem]:
    if issued := brief.kit.issued:
        message = f"the entry ends on `{entry.until}`, before the kit is issued (`{issued}`)"
        yield Problem(place, message, remedy="mend the finding, or give a later day")
    else:
        message = "without `kit.issued` nobody knows whether `until` is over, so nothing is ignored"
        yield Problem(place, message, remedy="give `kit.issued`")
