"""Everything that is wrong with a file: what cannot be read, and what the rules find.

In: a path. Out: the brief, task log or candidates there, with the findings, each with file, line
and column. Absent: rendering, printing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from outsource_kit.brief.candidates import Candidates
from outsource_kit.lint import lint
from outsource_kit.load import load, locate
from outsource_kit.mistakes import KitError, Mistake

if TYPE_CHECKING:
    from pathlib import Path

    from outsource_kit.brief import Audience
    from outsource_kit.load import Subject


@dataclass(frozen=True)
class Checked:
    """What a file says, whole, and what the rules find in it."""

    subject: Subject
    """The brief, the task log or the candidates."""

    findings: tuple[tuple[Mistake, Audience], ...]
    """Each finding in the order of its place, with the lowest audience it concerns."""

    @property
    def errors(self) -> tuple[tuple[Mistake, Audience], ...]:
        """The findings that stop the editions they concern."""
        return tuple(found for found in self.findings if found[0].severity == "error")


def checked(path: Path) -> Checked:
    """Return what the file at `path` says, with the findings.

    Raises `KitError` with every mistake of a file that cannot be read or does not fit its model.
    """
    located = locate(path)
    subject = _whole(located.subject, path.parent)
    found = []
    for finding in lint(subject):
        problem = finding.problem
        hint = problem.remedy or finding.rule.remedy
        mistake = located.mistake(problem.place, problem.message, hint, problem.words)
        ruled = replace(mistake, severity=finding.severity, rule=finding.rule.id)
        found.append((ruled, finding.audience))
    return Checked(subject, tuple(sorted(found)))


def _whole(subject: Subject, folder: Path) -> Subject:
    """Return `subject` with what it needs from elsewhere: candidates, with the brief they want.

    Raises `KitError` where that cannot be read.
    """
    if isinstance(subject, Candidates):
        return subject.to(load(folder / subject.brief))
    return subject


def mistakes_in(path: Path) -> tuple[Mistake, ...]:
    """Return every mistake and finding in the file at `path`, in the order of their places."""
    try:
        return tuple(mistake for mistake, _ in checked(path).findings)
    except KitError as error:
        return error.mistakes
