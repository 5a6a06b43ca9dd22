"""Everything that is wrong with a file: what cannot be read, and what the rules find.

In: a path. Out: the brief, task log or candidates there, with the findings, each with file, line
and column. Absent: rendering, printing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from outsource_kit.brief import Brief
from outsource_kit.brief.candidates import Candidates
from outsource_kit.brief.codes import PictureName
from outsource_kit.guidance import roles
from outsource_kit.lint import lint
from outsource_kit.load import locate
from outsource_kit.mistakes import KitError, Mistake

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from outsource_kit.brief import Audience
    from outsource_kit.load import Located, Place, Subject


@dataclass(frozen=True)
class Checked:
    """What a file says, whole, and what the rules find in it."""

    subject: Subject
    """The brief with its gaps filled, the task log or the candidates."""

    filled: tuple[Place, ...]
    """Places of a brief that its role filled."""

    logo: str
    """The client's logo, as a `data:` address; empty for none."""

    findings: tuple[tuple[Mistake, Audience], ...]
    """Each finding in the order of its place, with the lowest audience it concerns."""

    ignored: tuple[Mistake, ...] = ()
    """What the author lives with, each with the reason."""

    @property
    def errors(self) -> tuple[tuple[Mistake, Audience], ...]:
        """The findings that stop the editions they concern."""
        return tuple(found for found in self.findings if found[0].severity == "error")


def checked(path: Path) -> Checked:
    """Return what the file at `path` says, with the findings.

    What a role filled in is not the author's to mend, so rules that find something there are
    silent, but for errors. Raises `KitError` with every mistake of a file that cannot be read or
    does not fit its model.
    """
    located = locate(path)
    subject, filled = whole(located, path.parent)
    picture = _logo(located, subject, path.parent)
    found, ignored = [], []
    for finding in lint(subject):
        problem = finding.problem
        if finding.severity != "error" and any(_within(problem.place, f) for f in filled):
            continue
        hint = problem.remedy or finding.rule.remedy
        mistake = located.mistake(problem.place, problem.message, hint, problem.words)
        ruled = replace(mistake, severity=finding.severity, rule=finding.rule.id)
        if finding.ignored:
            reason, until = str(finding.ignored.reason), str(finding.ignored.until or "")
            ignored.append(replace(ruled, ignored=reason, until=until))
        else:
            found.append((ruled, finding.audience))
    return Checked(subject, filled, picture, tuple(sorted(found)), tuple(sorted(ignored)))


def whole(located: Located, folder: Path) -> tuple[Subject, tuple[Place, ...]]:
    """Return the subject with all that belongs to it, and the places that were filled.

    A brief gets what is usual for its role, candidates the brief they applied for. Raises
    `KitError` where the one is not known, or the other cannot be read.
    """
    subject = located.subject
    if isinstance(subject, Candidates):
        brief, _ = whole(locate(folder / subject.brief), folder)
        if not isinstance(brief, Brief):
            message = f"expected the file of a brief, got one of kind `{brief.kind}`"
            raise KitError(located.mistake(("brief",), message))
        return subject.to(brief), ()
    if not isinstance(subject, Brief):
        return subject, ()
    try:
        return roles.filled(subject)
    except LookupError as error:
        name = str(error.args[0])
        close = get_close_matches(name, roles.known(), n=1)
        hint = f"did you mean `{close[0]}`?" if close else f"write {_one_of(roles.known())}"
        message = f"there is no role `{name}`"
        raise KitError(located.mistake(("project", "role"), message, hint)) from None


def _logo(located: Located, subject: Subject, folder: Path) -> str:
    """Return the client's logo as a `data:` address; raise `KitError` where it cannot be used."""
    client = subject.hiring.client if isinstance(subject, Candidates) else subject.client
    if not client.brand.logo:
        return ""
    from outsource_kit import logo  # noqa: PLC0415 - few briefs have one, and Pillow is dear

    try:
        return logo.address(folder, client.brand.logo)
    except ValueError as error:
        message, hint = f"`{client.brand.logo}` {error}", PictureName.hint
        place = ("client", "brand", "logo")
        raise KitError(located.mistake(place, message, hint)) from None


def _one_of(names: Sequence[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _within(place: Place, part: Place) -> bool:
    return place[: len(part)] == part


def mistakes_in(path: Path) -> tuple[Mistake, ...]:
    """Return every mistake and finding in the file at `path`, in the order of their places.

    What the author lives with is among them, with the reason.
    """
    try:
        found = checked(path)
        return tuple(sorted((*(mistake for mistake, _ in found.findings), *found.ignored)))
    except KitError as error:
        return error.mistakes
