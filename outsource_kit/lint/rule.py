"""What a rule is: what it checks, why, what to do instead, and the function that finds it.

In: a brief, a task log or candidates. Out: problems, each at a place of it. Absent: files and lines
(`load`), and what a severity means for a build (`line`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from outsource_kit.brief import Audience, Section, audience_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from outsource_kit.load import Place, Subject
    from outsource_kit.mistakes import Severity


@dataclass(frozen=True)
class Problem:
    """Something in a brief that a rule objects to."""

    place: Place
    """Where: names and list positions from 0, such as `("questions", 1, "text")`."""

    message: str
    """What is wrong: lower case, names and quoted words in backticks, no full stop."""

    words: str = ""
    """The words of the value that triggered it; they are marked in the source line."""

    remedy: str = ""
    """What to do, where that is more exact than the rule's own remedy."""

    severity: Severity | None = None
    """How bad it is here, where that differs from the rule's own severity."""

    fixed: bool = False
    """Whether no `lint.ignore` can silence it."""


@dataclass(frozen=True)
class Rule:
    """One rule of the catalogue."""

    id: str
    """Its id, such as `PAY-07`."""

    severity: Severity
    """How bad it is, unless a problem says otherwise."""

    checks: str
    """What it looks for, in one line."""

    why: str
    """Why that matters, in one or two sentences."""

    remedy: str
    """What to do about it."""

    source: str
    """Where the rule comes from."""

    checked_on: str
    """The day the source was last looked at (ISO 8601)."""

    bad: str
    """A piece of a brief that breaks it (YAML)."""

    good: str
    """The same piece, mended."""

    find: Callable[[Any], Iterator[Problem]]
    """Yields what breaks it."""

    kind: str = "brief"
    """The kind of file it is about."""

    limits: str = ""
    """What it leaves alone on purpose, and why; empty where that is plain."""


def rule(  # noqa: PLR0913 - a row of the catalogue
    id_: str,
    severity: Severity,
    *,
    checks: str,
    why: str,
    remedy: str,
    source: str,
    bad: str,
    good: str,
    checked_on: str = "2026-11-22",
    kind: str = "brief",
    limits: str = "",
) -> Callable[[Callable[[Any], Iterator[Problem]]], Rule]:
    """Make a rule of the function below it, which yields what breaks it."""

    def make(find: Callable[[Any], Iterator[Problem]]) -> Rule:
        return Rule(
            id_,
            severity,
            checks,
            why,
            remedy,
            source,
            checked_on,
            bad.strip(),
            good.strip(),
            find,
            kind,
            limits,
        )

    return make


def level(subject: Subject, place: Place) -> Audience:
    """Return the lowest audience that may know what stands at `place`."""
    value: Any = subject
    found = Audience.CANDIDATE
    for part in place:
        if isinstance(value, Section) and isinstance(part, str):
            if part not in type(value).model_fields:
                break
            found = max(found, audience_of(type(value).model_fields[part]))
            value = getattr(value, part)
        elif isinstance(value, tuple) and isinstance(part, int) and part < len(value):
            value = value[part]
        else:
            break
        if isinstance(value, Section):
            found = max(found, value.known_to())
    return found
