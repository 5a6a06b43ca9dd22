"""How bad a finding is depends on the case: who is hired, where, on which platform, by how much.

`tests/severities.yaml` holds the cases, a line each.
"""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from conftest import ROOT

from outsource_kit.brief import Brief
from outsource_kit.lint import RULES, lint

CASES = yaml.safe_load((ROOT / "tests" / "severities.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("rule", "severity", "said"), CASES, ids=lambda part: str(part)[:60])
def test_a_finding_is_as_bad_as_its_case(rule: str, severity: str, said: dict[str, Any]) -> None:
    """Of that severity and no other, or not there at all."""
    project = {"title": "Shop", "what": "Mend it."} | said.get("project", {})
    found = lint(Brief.model_validate({**said, "project": project}))

    actual = {finding.severity for finding in found if finding.rule.id == rule}

    assert rule in RULES
    assert actual == (set() if severity == "none" else {severity})
