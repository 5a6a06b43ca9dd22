"""Everything that is wrong with a brief: what cannot be read, and what the rules find.

In: a path. Out: the brief with its findings, each with file, line and column. Absent: rendering,
printing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from outsource_kit.lint import lint
from outsource_kit.load import locate
from outsource_kit.mistakes import KitError, Mistake

if TYPE_CHECKING:
    from pathlib import Path

    from outsource_kit.brief import Audience, Brief


@dataclass(frozen=True)
class Checked:
    """A brief, and what the rules find in it."""

    brief: Brief
    """The brief."""

    findings: tuple[tuple[Mistake, Audience], ...]
    """Each finding in the order of its place, with the lowest audience it concerns."""

    @property
    def errors(self) -> tuple[tuple[Mistake, Audience], ...]:
        """The findings that stop the editions they concern."""
        return tuple(found for found in self.findings if found[0].severity == "error")


def checked(path: Path) -> Checked:
    """Return the brief at `path` with its findings.

    Raises `KitError` with every mistake of a brief that cannot be read or does not fit the model.
    """
    located = locate(path)
    found = []
    for finding in lint(located.brief):
        problem = finding.problem
        hint = problem.remedy or finding.rule.remedy
        mistake = located.mistake(problem.place, problem.message, hint, problem.words)
        ruled = replace(mistake, severity=finding.severity, rule=finding.rule.id)
        found.append((ruled, finding.audience))
    return Checked(located.brief, tuple(sorted(found)))


def mistakes_in(path: Path) -> tuple[Mistake, ...]:
    """Return every mistake and finding in the brief at `path`, in the order of their places."""
    try:
        return tuple(mistake for mistake, _ in checked(path).findings)
    except KitError as error:
        return error.mistakes
