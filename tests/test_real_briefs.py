"""Three briefs from public posts: what is wrong is found, and mending gives the example kits."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from conftest import ROOT

from outsource_kit.check import checked

if TYPE_CHECKING:
    from pathlib import Path

REAL = sorted((ROOT / "tests" / "briefs" / "real").glob("*.yaml"))
KITS = sorted(path.parent.name for path in ROOT.glob("kits/*/brief.yaml"))


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_a_real_brief_shows_its_defects(path: Path) -> None:
    """Every rule that the file expects finds something."""
    (listed,) = re.findall(r"^# expect: (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)

    found = {mistake.rule for mistake, _ in checked(path).findings}

    assert set(listed.split()) - found == set()


@pytest.mark.parametrize("kit", KITS)
def test_the_example_kits_have_no_error(kit: str) -> None:
    """And those that are complete have no finding at all."""
    found = checked(ROOT / "kits" / kit / "brief.yaml")

    assert found.errors == ()
    if kit != "minimal":
        assert found.findings == ()


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_mending_leaves_nothing_to_find(path: Path) -> None:
    """The kit of the same name hires for the same work, without a finding that is waved through."""
    kit = ROOT / "kits" / path.stem / "brief.yaml"

    assert checked(kit).findings == ()
    assert "lint:" not in kit.read_text(encoding="utf-8")


def test_all_three_are_there() -> None:
    """The guide's own, a design and a software brief."""
    assert [path.stem for path in REAL] == [
        "brand-identity",
        "data-migration",
        "personal-assistant",
    ]
