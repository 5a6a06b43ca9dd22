"""Roles: what is usual for each, to stand in for what a brief leaves out.

In: a brief that names a role, and the files in `roles/`, one for each. Out: the same brief with its
gaps filled, and which parts were; and the role as a row for templates. What a brief says itself is
never changed, and nothing is filled in that would be a promise: no pay, no date, no platform.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from outsource_kit.brief import Brief, audience_of
from outsource_kit.brief.audience import Section
from outsource_kit.brief.choose import Trial
from outsource_kit.brief.codes import Slug
from outsource_kit.brief.text import Text
from outsource_kit.brief.times import Day
from outsource_kit.guidance.rows import shown
from outsource_kit.load import Place, read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from outsource_kit.brief import Audience
    from outsource_kit.plan import Facts

_FOLDER = Path(__file__).with_suffix("")

Part = TypeVar("Part", bound=Section)


class Role(Section):
    """What is usual for a kind of freelancer."""

    id: Slug
    """Its short name in a brief, which is that of its file as well."""

    name: Text
    """What people of this trade are called."""

    about: Text
    """What they do, in a line."""

    platforms: tuple[Slug, ...]
    """Platforms on which they are found, best first: a suggestion, never filled in."""

    trial: Trial
    """A trial that shows what matters; filled in where the brief says what it pays."""

    defaults: Brief
    """A brief of which every part stands in for one that is left out; its title is not used."""

    start: Brief
    """What a new brief for the role says at first; its author changes it."""

    source: Text
    """Where the row comes from."""

    checked_on: Day
    """The day it was last looked at."""


@cache
def known() -> tuple[str, ...]:
    """Return the short names of all roles, in order."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.yaml")))


@cache
def role(name: str) -> Role:
    """Return the role `name`; raise `LookupError` where there is none."""
    if name not in known():
        raise LookupError(name)
    return read(_FOLDER / f"{name}.yaml", Role)


def filled(brief: Brief) -> tuple[Brief, tuple[Place, ...]]:
    """Return `brief` with its gaps filled from its role, and the places that were filled.

    Raises `LookupError` where its role is none.
    """
    if brief.project.role is None:
        return brief, ()
    usual = role(brief.project.role)
    whole = usual.defaults
    if brief.trial.pay and not brief.trial.task and brief.trial.enabled is not False:
        whole = whole.model_copy(update={"trial": usual.trial})
    places = tuple(_gaps(brief, whole, ()))
    return over(brief, whole), places


def over(own: Part, usual: Part) -> Part:
    """Return `own` with what `usual` says where it says nothing."""
    new: dict[str, Any] = {}
    for name, field in type(own).model_fields.items():
        mine, theirs = getattr(own, name), getattr(usual, name)
        if isinstance(mine, Section):
            new[name] = over(mine, theirs)
        elif theirs not in (None, ()) and _is_gap(mine, audience_of(field)):
            new[name] = theirs + mine if mine else theirs
    return own.model_copy(update=new)


def _gaps(own: Section, usual: Section, place: Place) -> Iterator[Place]:
    """Yield the place of each value that `over` fills."""
    for name, field in type(own).model_fields.items():
        mine, theirs = getattr(own, name), getattr(usual, name)
        if isinstance(mine, Section):
            yield from _gaps(mine, theirs, (*place, name))
        elif theirs not in (None, ()) and _is_gap(mine, audience_of(field)):
            yield (*place, name)


def _is_gap(value: Any, audience: Audience) -> bool:
    """Return whether `audience`, which may know a field, finds nothing in it.

    A list with items that it may not know is a gap for it: that they are there must not show.
    """
    if isinstance(value, tuple):
        return all(isinstance(i, Section) and i.known_to() > audience for i in value)
    return value is None


def _row(facts: Facts) -> object:
    """Return the role that the facts name, without what it fills in; None where they name none."""
    name = facts.project.role
    if name is None:
        return None
    row = shown(role(name))
    del row.defaults, row.start
    return row


GUIDANCE: Mapping[str, Callable[[Facts], object]] = {"role": _row}
