"""The law: what an audience may not know changes nothing in its edition; and its twin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import assume, given, settings
from strategies import briefs, graft

from outsource_kit import templates
from outsource_kit.brief import Audience, Brief, Section, audience_of
from outsource_kit.brief.meanings import meanings
from outsource_kit.editions import FORMATS, editions_of
from outsource_kit.plan import plan, project

if TYPE_CHECKING:
    from pathlib import Path

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
    assume(changed != low)

    actual = edition_texts(changed, audience)

    assert actual == edition_texts(low, audience)


@given(low=briefs(), high=briefs())
@settings(max_examples=25)
def test_the_internal_edition_shows_every_change(low: Brief, high: Brief) -> None:
    """The twin: whatever changed above the agency's level, the internal folder changes."""
    changed = graft(low, high, Audience.AGENCY)
    assume(changed != low)

    same = project(changed, Audience.INTERNAL) == project(low, Audience.INTERNAL)
    actual = edition_texts(changed, Audience.INTERNAL)

    assert (actual == edition_texts(low, Audience.INTERNAL)) is same


def test_templates_cannot_hand_a_fact_from_one_audience_to_another(tmp_path: Path) -> None:
    """What an internal document keeps in a shared part is not there for candidates."""
    own = tmp_path / "templates"
    files = {
        "parts/state.md": '{% set kept = namespace(fact="nothing") %}',
        "documents/a.md": (
            "---\ntitle: A\naudience: internal\norder: 1\nsummary: S\n---\n"
            '{% from "parts/state.md" import kept %}{% set kept.fact = pay.walk_away ~ "" %}'
            "{{ kept.fact }}"
        ),
        "editions/index.md": '{% from "parts/state.md" import kept %}{{ kept.fact }}',
    }
    for name, text in files.items():
        (own / name).parent.mkdir(parents=True, exist_ok=True)
        (own / name).write_text(text, encoding="utf-8")
    data = {"project": {"title": "T", "what": "W"}, "pay": {"walk_away": "30 USD/hour"}}
    sources = templates.read(tmp_path)
    editions = editions_of(plan(Brief.model_validate(data), sources.documents), sources)
    internal = next(m for m in editions[-1].documents if m.name == "a")

    index = next(f for f in editions[0].files(FORMATS, ()) if f.path.endswith("index.html"))

    assert "30 per hour" in internal.markdown.replace("USD\u00a0", "")
    assert "30 per hour" not in index.make().decode().replace("USD\u00a0", "")


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
            assert meanings(section).get(name), f"{section.__name__}.{name}"


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
