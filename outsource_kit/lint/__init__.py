"""Rules over a brief: what is wrong with it before anyone reads it.

In: a brief that the model accepts. Out: findings, each with its rule and its place. Each rule is a
small function beside its row of the catalogue, in the module of its chapter. Absent: files, lines
and printing (`load`, `cli`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
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
    ignoring,
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

    from outsource_kit.brief import Audience, Ignored
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
    ignoring,
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

    ignored: Ignored | None = None
    """The author's decision to live with it; nothing for what is to be mended."""

    @property
    def severity(self) -> Severity:
        """How bad it is."""
        return self.problem.severity or self.rule.severity

    @property
    def place(self) -> Place:
        """Where it is."""
        return self.problem.place


def lint(subject: Subject) -> tuple[Finding, ...]:
    """Return everything that the rules of its kind find in `subject`.

    What the author has decided to live with says why.
    """
    found = tuple(_all(subject.kind, subject, subject))
    if not isinstance(subject, Brief) or not subject.lint.ignore:
        return found
    live = [entry for entry in subject.lint.ignore if not ignoring.over(subject, entry)]
    kept = {str(entry.rule): entry for entry in live}
    free, fixed = ({f.rule.id for f in found if f.problem.fixed is held} for held in (False, True))
    left = _all(ignoring.KIND, ignoring.Ignoring(subject, RULES, free, fixed), subject)
    return (*(_weighed(finding, kept) for finding in found), *left)


def _all(kind: str, looked_at: object, subject: Subject) -> Iterator[Finding]:
    for rule in RULES.values():
        if rule.kind == kind:
            for problem in rule.find(looked_at):
                yield Finding(rule, problem, level(subject, problem.place))


def _weighed(finding: Finding, kept: Mapping[str, Ignored]) -> Finding:
    """Return the finding with the decision to live with it, where there is one that counts."""
    entry = None if finding.problem.fixed else kept.get(finding.rule.id)
    return replace(finding, ignored=entry) if entry else finding
