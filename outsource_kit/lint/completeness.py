"""Is the brief whole? What, why, deliverables, limits, requirements, who decides."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from outsource_kit.lint.rule import Problem, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from outsource_kit.brief import Brief

_PLACEHOLDER = re.compile(r"\b(?:TODO|TBD|TBC|FIXME|xxx+|lorem ipsum)\b|\{\{.*?\}\}", re.IGNORECASE)

_SHORT = 8
"""Words below which a reason is no reason."""


@rule(
    "BRF-01",
    "error",
    checks="a placeholder where a fact belongs",
    why="A placeholder that is sent tells every reader that nobody read the document.",
    remedy="fill it in, or delete the field",
    source="own rule",
    bad="project: {title: Personal assistant, what: TODO}",
    good="project: {title: Personal assistant, what: Sort the inbox each day.}",
)
def placeholder(brief: Brief) -> Iterator[Problem]:
    """Yield each text that still holds a placeholder."""
    for text in brief.said:
        if found := _PLACEHOLDER.search(text.text):
            yield Problem(text.place, f"`{found[0]}` is a placeholder", found[0])


@rule(
    "BRF-02",
    "warning",
    checks="a missing or empty reason for the work",
    why=(
        "People who know what changes when the work is done make better choices without asking. "
        "A public purchase of software failed because its request never said why."
    ),
    remedy="say in a sentence what changes when this is done",
    source="18F micro-purchase review, 2016; the outsourcing guide",
    bad="project: {title: Load price lists, what: Load them., why: Because we need it.}",
    good=(
        "project: {title: Load price lists, what: Load them., why: Buyers phone us for prices that"
        " they could then look up themselves.}"
    ),
)
def no_reason(brief: Brief) -> Iterator[Problem]:
    """Yield `project.why` where it is missing, short, or says what `what` says."""
    why = brief.project.why
    if why is None:
        yield Problem(("project", "why"), "nothing says why the work needs to be done")
    elif len(why.split()) < _SHORT:
        yield Problem(("project", "why"), f"a reason of {len(why.split())} words says little")
    elif why.casefold().strip(" .") == brief.project.what.casefold().strip(" ."):
        yield Problem(("project", "why"), "`why` says what `what` says")
