"""The Markdown of the example kits, byte for byte; `make golden` rewrites it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from conftest import ROOT
from examples import SOURCES

from outsource_kit import templates
from outsource_kit.check import checked
from outsource_kit.editions import editions_of
from outsource_kit.plan import plan

if TYPE_CHECKING:
    from pathlib import Path

GOLDEN = ROOT / "tests" / "golden"
SUBJECTS = [ROOT / source for source in SOURCES]
KITS = sorted({path.parent.name for path in SUBJECTS})


def rendered(kit: str) -> dict[Path, str]:
    """Return the Markdown of every document of a kit, by the path of its golden file."""
    made = {}
    for path in SUBJECTS:
        if path.parent.name == kit:
            sources = templates.read(path.parent)
            subject = checked(path).subject
            for document in editions_of(plan(subject, sources.documents), sources)[-1].documents:
                audience = str(document.document.audience)
                made[GOLDEN / kit / audience / f"{document.name}.md"] = document.markdown
    return made


@pytest.mark.parametrize("kit", KITS)
def test_markdown_is_as_agreed(kit: str) -> None:
    """A change of words is seen in review; run `make golden` to agree to it."""
    actual = rendered(kit)
    if os.environ.get("UPDATE_GOLDEN"):
        for old in GOLDEN.glob(f"{kit}/*/*.md"):
            old.unlink()
        for path, text in actual.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

    assert len(actual) >= 6
    assert set(GOLDEN.glob(f"{kit}/*/*.md")) == set(actual), "run `make golden`"
    for path, text in actual.items():
        assert path.read_text(encoding="utf-8") == text, "run `make golden`"


def test_no_golden_file_is_left_of_a_kit_that_is_gone() -> None:
    """Every folder belongs to an example kit."""
    assert len(KITS) >= 2
    assert sorted(path.name for path in GOLDEN.iterdir()) == KITS
