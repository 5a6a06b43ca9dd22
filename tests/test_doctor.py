"""What the doctor finds on this machine, and on one that lacks things."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.metadata import version
from typing import TYPE_CHECKING

from conftest import run

from outsource_kit import machine
from outsource_kit.doctor import examine

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_this_machine_can_make_pdfs(tmp_path: Path) -> None:
    """Each thing is on a line with its version."""
    code, out, err = run(tmp_path, "doctor")
    lines = dict(line.rsplit("  ", 1) for line in out.splitlines())

    assert (code, err) == (0, "")
    assert lines["WeasyPrint".ljust(len("HarfBuzz with libharfbuzz-subset"))] == version(
        "weasyprint"
    )
    assert {"Pango", "git", "a font for Arabic"} <= {name.strip() for name in lines}


def test_data_tells_what_the_lines_tell(tmp_path: Path) -> None:
    """For programs, the same as JSON."""
    code, out, _ = run(tmp_path, "doctor", "--json")
    told = {sign["name"]: sign for sign in json.loads(out)}

    assert code == 0
    assert told["Pango"]["found"]
    assert told["Pango"]["remedy"] == ""
    assert told["Pango"]["needed"] is True
    assert told["git"]["needed"] is False


def test_what_is_missing_comes_with_the_command_that_installs_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """On this machine's own package manager."""
    (tmp_path / "dnf").touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(machine, "library", lambda *_names: None)
    signs = {sign.name: sign for sign in examine()}

    assert signs["Pango"].found == ""
    assert signs["Pango"].remedy == "sudo dnf install pango"
    assert signs["git"].remedy == "sudo dnf install git"
    assert signs["Chromium"].remedy == "install chromium"
    assert [name for name, s in signs.items() if s.needed and not s.found] == [
        "Pango",
        "HarfBuzz with libharfbuzz-subset",
    ]


def test_a_machine_without_pango_is_told_so(tmp_path: Path) -> None:
    """And the command ends with exit code 1."""
    program = (
        "from outsource_kit import machine, cli; machine.library = lambda *names: None; "
        "cli.main(['doctor'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        env=os.environ,
    )

    assert done.returncode == 1
    assert "Pango                             missing, for PDFs: " in done.stdout
    assert "no PDF can be made without Pango and HarfBuzz" in done.stderr
