"""What templates may use is told, and a copy of one is as good as the product's."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pytest
from conftest import ROOT, run

from outsource_kit import templates
from outsource_kit.brief import Audience
from outsource_kit.catalogue import facts
from outsource_kit.check import checked
from outsource_kit.plan import Facts, known_to

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KIT = ROOT / "kits" / "personal-assistant"
DOCUMENTS = templates.read().documents
OF_BRIEFS = [document for document in DOCUMENTS if document.kind == "brief"]


def leaves(value: Any, above: str = "") -> Iterator[str]:
    """Yield the dotted name of everything that is in facts."""
    if isinstance(value, Facts):
        for name, inner in vars(value).items():
            yield from leaves(inner, f"{above}.{name}" if above else name)
    elif isinstance(value, tuple):
        yield f"{above}[]"
        for item in value:
            yield from leaves(item, f"{above}[]")
    else:
        yield above


@pytest.mark.parametrize("document", OF_BRIEFS, ids=lambda document: document.name)
def test_the_facts_told_are_those_that_a_template_gets(document: templates.Document) -> None:
    """Not one more, and not one less."""
    told = {name for name, _ in facts(document)}
    got = set(leaves(known_to(document.audience, checked(KIT / "brief.yaml").subject)))
    groups = {name for name in told if any(t.startswith(f"{name}.") for t in told)}

    assert len(got) > 100
    assert not groups
    assert {name for name in got if not name.endswith("[]")} <= told
    assert {
        t for t in told if "[]" not in t and "." in t and t.split(".")[0] not in _DERIVED
    } <= got


_DERIVED = ("figures", "guidance")


def test_what_only_the_hirer_knows_is_told_for_the_hirers_documents_alone() -> None:
    """The walk-away price stands for all of it."""
    knowing = {d.name for d in OF_BRIEFS if "pay.walk_away" in dict(facts(d))}

    assert knowing == {d.name for d in OF_BRIEFS if d.audience is Audience.INTERNAL}
    assert knowing


def test_a_figure_that_needs_more_than_readers_know_is_not_told() -> None:
    """Break-even is made from what only the hirer knows."""
    told = {d.name: dict(facts(d)) for d in OF_BRIEFS}

    assert "figures.break_even" in told["cost-sheet"]
    assert "figures.break_even" not in told["job-post"]
    assert "guidance.scale" in told["scorecard"]


def test_documents_are_listed_with_their_readers_and_their_source(tmp_path: Path) -> None:
    """Each on a line, in columns; a brief's own come with it."""
    code, out, _ = run(tmp_path, "documents")
    lines = out.splitlines()

    assert code == 0
    assert lines[0].split() == ["document", "readers", "kind", "template"]
    assert {line.split()[0] for line in lines[1:]} == {document.name for document in DOCUMENTS}
    assert lines[1].split()[:3] == ["job-post", "candidate", "brief"]


def test_an_ejected_template_is_the_products_until_it_is_changed(tmp_path: Path) -> None:
    """Every template can be ejected; what it makes stays the same to the letter."""
    kit = tmp_path / "kits" / "acme"
    shutil.copytree(KIT, kit)
    brief = str(kit / "brief.yaml")
    run(tmp_path, "build", brief, "--format", "md", "-o", "before")
    for document in OF_BRIEFS:
        assert run(tmp_path, "documents", brief, "--eject", document.name)[0] == 0
    code, _, said = run(tmp_path, "build", brief, "--format", "md", "-o", "after")
    before = {
        p.relative_to(tmp_path / "before"): p.read_text() for p in tmp_path.glob("before/**/*.md")
    }
    after = {
        p.relative_to(tmp_path / "after"): p.read_text() for p in tmp_path.glob("after/**/*.md")
    }

    assert code == 0, said
    assert len(list(kit.glob("templates/documents/*.md"))) == len(OF_BRIEFS) > 10
    assert before == after
    assert before


def test_an_ejected_template_names_the_facts_it_may_use(tmp_path: Path) -> None:
    """And keeps out what its readers may not know; it is never written over."""
    kit = tmp_path / "acme"
    shutil.copytree(KIT, kit)
    first, _, _ = run(tmp_path, "documents", str(kit / "brief.yaml"), "--eject", "job-post")
    text = (kit / "templates" / "documents" / "job-post.md").read_text(encoding="utf-8")
    again, _, said = run(tmp_path, "documents", str(kit / "brief.yaml"), "--eject", "job-post")

    assert first == 0
    assert "     client: display_name, about, " in text
    assert "walk_away" not in text
    assert again == 2
    assert "is there already" in said


def test_a_document_that_does_not_exist_is_asked_about(tmp_path: Path) -> None:
    """With the one that may have been meant."""
    code, _, said = run(tmp_path, "documents", "--facts", "job-psot")

    assert code == 2
    assert "there is no document `job-psot`; did you mean `job-post`?" in said


def test_the_schema_is_printed_for_each_kind(tmp_path: Path) -> None:
    """As it stands in docs."""
    for kind in ("brief", "tasks", "candidates"):
        _, printed, _ = run(tmp_path, "schema", kind)

        assert printed == (ROOT / "docs" / "schema" / f"{kind}.json").read_text(encoding="utf-8")
