"""Rules over a brief: what is wrong with it before anyone reads it.

In: a brief that the model accepts. Out: findings, each with its rule and its place. Each rule is a
small function beside its row of the catalogue, in the module of its chapter. Absent: files, lines
and printing (`load`, `cli`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from outsource_kit.brief import Brief
from outsource_kit.lint import (
    asking,
    budget,
    channels,
    clocks,
    completeness,
    courtesy,
    coverage,
    dates,
    demands,
    fair,
    language,
    law,
    leaks,
    messages,
    metrics,
    milestones,
    opening,
    papers,
    pay,
    posting,
    questions,
    requirements,
    scoring,
    shortlist,
    task_log,
    tone,
    trial,
    trial_terms,
    weekdays,
    wording,
)
from outsource_kit.lint.rule import Problem, Rule, level

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from outsource_kit.brief import Audience
    from outsource_kit.load import Place, Subject
    from outsource_kit.mistakes import Severity

_CHAPTERS = (
    completeness,
    requirements,
    channels,
    dates,
    weekdays,
    clocks,
    pay,
    budget,
    opening,
    tone,
    demands,
    wording,
    questions,
    asking,
    fair,
    law,
    trial,
    trial_terms,
    scoring,
    shortlist,
    metrics,
    milestones,
    messages,
    courtesy,
    papers,
    posting,
    task_log,
    leaks,
    language,
    coverage,
)

RULES: Mapping[str, Rule] = {
    rule.id: rule
    for chapter in _CHAPTERS
    for rule in vars(chapter).values()
    if isinstance(rule, Rule)
}
"""Every rule by its id, in the order of the catalogue."""

UNDECIDED: Mapping[str, str] = {
    name: why for chapter in _CHAPTERS for name, why in getattr(chapter, "UNDECIDED", {}).items()
}
"""Rules of the catalogue that cannot be decided from a brief, each with the reason."""


@dataclass(frozen=True)
class Finding:
    """A problem, with the rule that found it."""

    rule: Rule
    """The rule."""

    problem: Problem
    """The problem."""

    audience: Audience
    """The lowest audience whose documents it concerns."""

    @property
    def severity(self) -> Severity:
        """How bad it is."""
        return self.problem.severity or self.rule.severity

    @property
    def place(self) -> Place:
        """Where it is."""
        return self.problem.place


def lint(subject: Subject) -> tuple[Finding, ...]:
    """Return everything that the rules of its kind find in `subject`, but for what it ignores."""
    ignoring = subject if isinstance(subject, Brief) else None
    return tuple(f for f in _all(subject) if ignoring is None or not _ignored(ignoring, f))


def _all(subject: Subject) -> Iterator[Finding]:
    for rule in RULES.values():
        if rule.kind == subject.kind:
            for problem in rule.find(subject):
                yield Finding(rule, problem, level(subject, problem.place))


def _ignored(brief: Brief, finding: Finding) -> bool:
    """Return whether the author has decided to live with it, and may, and still does.

    "Today" is the day the kit is issued; a brief without one ignores nothing that has an end.
    """
    if finding.problem.fixed:
        return False
    today = brief.kit.issued
    return any(
        entry.rule == finding.rule.id
        and (entry.until is None or (today is not None and today.date <= entry.until.date))
        for entry in brief.lint.ignore
    )
