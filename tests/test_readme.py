"""The README's console blocks, run as they stand."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

BAD = """\
project:
  title: Load 40 price lists into our catalogue
  what: Write a command that loads the price lists of our 40 suppliers.
trial:
  pay: free
  time_bix: 2 hours
"""


def test_console_blocks_are_true(tmp_path: Path) -> None:
    """Every command of the README prints what the README says."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    shutil.copytree(ROOT / "kits", tmp_path / "kits")
    (tmp_path / "price-lists.yaml").write_text(BAD, encoding="utf-8")
    paid = (ROOT / "kits/personal-assistant/brief.yaml").read_text(encoding="utf-8")
    unpaid = re.sub(r"^  pay: 36 USD.*\n", "", paid, flags=re.MULTILINE)
    assert unpaid != paid
    (tmp_path / "unpaid.yaml").write_text(unpaid, encoding="utf-8")
    blocks = re.findall(r"```console\n(.*?)```", text, re.DOTALL)
    steps = [step for block in blocks for step in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]]

    assert len(steps) >= 4
    for step in steps:
        command, _, expected = step.partition("\n")
        program, *words = command.split()
        assert program == "outsource-kit"
        done = subprocess.run(
            [sys.executable, "-m", "outsource_kit", *words],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.stdout + done.stderr == expected, command


def test_the_first_brief_and_the_first_template_work(tmp_path: Path) -> None:
    """What the README tells a newcomer to write builds without a mistake."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    briefs = re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)
    (template,) = re.findall(r"```markdown\n(.*?)```", text, re.DOTALL)
    names = [f"x{number}.yaml" for number, _ in enumerate(briefs)]
    for name, brief in zip(names, briefs, strict=True):
        (tmp_path / name).write_text(brief, encoding="utf-8")
    own = tmp_path / "templates" / "documents"
    own.mkdir(parents=True)
    (own / "house-rules.md").write_text(template, encoding="utf-8")

    subprocess.run(
        [sys.executable, "-m", "outsource_kit", "build", *names, "--format", "md"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
    )

    assert len(names) == 2
    for name in names:
        made = tmp_path / "build" / name[:-5] / "candidate/house-rules.md"
        assert "## Working with us" in made.read_text(encoding="utf-8")
