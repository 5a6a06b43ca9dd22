"""Every step of the outsourcing guide has its field, its document and its section."""

from __future__ import annotations

import re
from typing import Any

import pytest
from conftest import ROOT

from outsource_kit.brief import Brief, Section
from outsource_kit.brief.identify import TaskLog

TABLE = (ROOT / "docs" / "guide.md").read_text(encoding="utf-8")
ROWS = re.findall(
    r"^\| (\w+: [^|]+?) \| `([^`]+)` \| ([a-z-]+)(?: \(([a-z-]+)\))? \| ([^|]+?) \|$",
    TABLE,
    re.MULTILINE,
)
STEPS = ("Why", "Identify", "Define", "Find", "Post", "Choose", "Negotiate", "Manage", "Templates")


def section_in(annotation: Any) -> type[Section] | None:
    """Return the section that a type is, or that its list holds."""
    if isinstance(annotation, type) and issubclass(annotation, Section):
        return annotation
    parts = (section_in(part) for part in getattr(annotation, "__args__", ()))
    return next((part for part in parts if part), None)


def test_the_table_covers_the_guide() -> None:
    """All nine chapters, in their order, without a row that the pattern misses."""
    chapters = [step.split(":")[0] for step, *_ in ROWS]

    assert len(ROWS) == TABLE.count("\n| ") - 2
    assert len(ROWS) >= 78
    assert list(dict.fromkeys(chapters)) == list(STEPS)


@pytest.mark.parametrize(
    ("step", "field", "document", "kit", "section"), ROWS, ids=[r[0] for r in ROWS]
)
def test_a_step_is_where_the_table_says(
    step: str, field: str, document: str, kit: str, section: str
) -> None:
    """The field is one of the model, and the kit that is named has the section."""
    model: type[Section] | None = TaskLog if field.startswith("tasks:") else Brief
    for name in field.removeprefix("tasks:").split("."):
        assert model, (step, field)
        assert name in model.model_fields, (step, field)
        model = section_in(model.model_fields[name].annotation)
    (made,) = ROOT.glob(f"tests/golden/{kit or 'personal-assistant'}/*/{document}.md")

    headings = re.findall(r"^#{2,3} (.+)$", made.read_text(encoding="utf-8"), re.MULTILINE)

    assert section in headings, step
