"""Who may know what: three levels, and the declaration every field carries."""

from enum import IntEnum
from functools import cache
from typing import ClassVar

from pydantic import BaseModel, ConfigDict
from pydantic.fields import FieldInfo


class Audience(IntEnum):
    """The readers of a kit, least trusted first; each knows all that those before it know."""

    CANDIDATE = 1
    """Anyone: freelancers, and agencies that bid for the work."""

    AGENCY = 2
    """Those who choose on the client's behalf: the client's team and its recruiters."""

    INTERNAL = 3
    """The hirer alone."""

    def __str__(self) -> str:
        """Return the word used in YAML, folder names and footers."""
        return self.name.lower()


class Section(BaseModel):
    """A group of facts in a brief; every field is `Annotated` with the audience that may know it.

    Sections are never absent: one that the author left out holds nothing but its fields' empty
    values, so that whether it was written cannot be told from what it holds.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    heading: ClassVar[str] = ""
    """The heading of the outsourcing guide that the section puts into practice."""

    def known_to(self) -> Audience:
        """Return the lowest audience that may know this section exists, as a list item."""
        return Audience.CANDIDATE


@cache
def levels(section: type[Section]) -> tuple[tuple[str, Audience], ...]:
    """Return the name of each field of `section`, with the lowest audience that may know it."""
    return tuple((name, audience_of(field)) for name, field in section.model_fields.items())


def audience_of(field: FieldInfo) -> Audience:
    """Return the lowest audience that may know `field`.

    Raises `LookupError` for a field that declares none: nothing is shared by default.
    """
    for mark in field.metadata:
        if isinstance(mark, Audience):
            return mark
    msg = "a field of a brief declares no audience"
    raise LookupError(msg)
