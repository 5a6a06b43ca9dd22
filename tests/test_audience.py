"""The law: what an audience may not know changes nothing in its edition; and its twin."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from strategies import briefs, graft

from outsource_kit import templates
from outsource_kit.brief import Audience, Brief, Section, audience_of
from outsource_kit.editions import FORMATS, editions_of
from outsource_kit.plan import plan, project

SOURCES = templates.read()


def edition_texts(brief: Brief, audience: Audience) -> dict[str, bytes]:
    """Return every text of an edition by its file name, and the source of each PDF."""
    editions = editions_of(plan(brief, SOURCES.documents), SOURCES)
    files = editions[audience - 1].files(FORMATS, ())
    return {
        file.path: file.source.encode() if file.path.endswith(".pdf") else file.make()
        for file in files
    }


@pytest.mark.parametrize("audience", [Audience.CANDIDATE, Audience.AGENCY])
@given(low=briefs(), high=briefs())
@settings(max_examples=25)
def test_nothing_above_an_audience_shows_in_its_edition(
    audience: Audience, low: Brief, high: Brief
) -> None:
    """Change anything above an audience's level: its files keep their names and bytes."""
    changed = graft(low, high, audience)

    actual = edition_texts(changed, audience)

    assert actual == edition_texts(low, audience)


@given(low=briefs(), high=briefs())
@settings(max_examples=25)
def test_the_internal_edition_shows_every_change(low: Brief, high: Brief) -> None:
    """The twin: whatever changed above the agency's level, the internal folder changes."""
    changed = graft(low, high, Audience.AGENCY)

    same = project(changed, Audience.INTERNAL) == project(low, Audience.INTERNAL)
    actual = edition_texts(changed, Audience.INTERNAL)

    assert (actual == edition_texts(low, Audience.INTERNAL)) is same


def all_sections(section: type[Section]) -> set[type[Section]]:
    """Return `section` and all sections that it holds, at any depth."""
    found = {section}
    for field in section.model_fields.values():
        for inner in sections_in(field.annotation):
            found |= all_sections(inner)
    return found


def sections_in(annotation: Any) -> list[type[Section]]:
    """Return the sections that a type mentions."""
    if isinstance(annotation, type) and issubclass(annotation, Section):
        return [annotation]
    return [s for part in getattr(annotation, "__args__", ()) for s in sections_in(part)]


def test_every_field_declares_its_audience_and_says_what_it_is() -> None:
    """Nothing is shared by default, and nothing is without a docstring."""
    found = all_sections(Brief)

    assert len(found) > 40
    for section in found:
        for name, field in section.model_fields.items():
            assert audience_of(field) in Audience, f"{section.__name__}.{name}"
            assert field.description, f"{section.__name__}.{name}"


def test_no_list_holds_items_of_which_its_readers_may_know_nothing() -> None:
    """A list's items have a field of the list's own level, so its length tells nothing more."""
    seen = 0
    for section in all_sections(Brief):
        for name, field in section.model_fields.items():
            if getattr(field.annotation, "__origin__", None) is not tuple:
                continue
            for item in sections_in(field.annotation):
                needed = [f for f in item.model_fields.values() if f.is_required()]
                lowest = min(audience_of(f) for f in needed)

                assert lowest <= audience_of(field), f"{section.__name__}.{name}"

                seen += 1
    assert seen >= 15
