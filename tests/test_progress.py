"""What a build says: a live line on a terminal, plain lines elsewhere, nothing when asked."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from typing import TYPE_CHECKING

from conftest import run

if TYPE_CHECKING:
    from pathlib import Path

BUILD = ("build", "acme/brief.yaml", "--format", "md,html")
COLOUR = re.compile(r"\x1b\[(?:3|9)\dm")


def on_a_terminal(folder: Path, *words: str, **variables: str) -> str:
    """Return what a terminal is told by the command, with all its signs."""
    ours, its = pty.openpty()
    known = {k: v for k, v in os.environ.items() if k not in {"NO_COLOR", "CI", "TERM"}}
    command = subprocess.Popen(
        [sys.executable, "-m", "outsource_kit", *words],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=its,
        env={**known, "TERM": "xterm-256color", "COLUMNS": "100", **variables},
    )
    os.close(its)
    said = b""
    try:
        while part := os.read(ours, 4096):
            said += part
    except OSError:  # the other side has closed the terminal
        pass
    assert command.wait() == 0
    os.close(ours)
    return said.decode()


def test_a_terminal_shows_a_live_line(brief: Path) -> None:
    """With the file at work, and of several kits how many are done."""
    folder = brief.parent.parent
    (folder / "other.yaml").write_text(brief.read_text(encoding="utf-8"), encoding="utf-8")
    said = on_a_terminal(folder, *BUILD, "other.yaml")

    assert "acme: " in said
    assert "other: " in said
    assert "2 kits" not in said
    assert "1/2" in said
    assert COLOUR.search(said)


def test_a_terminal_without_colour_gets_none(brief: Path) -> None:
    """As `NO_COLOR` asks."""
    said = on_a_terminal(brief.parent.parent, *BUILD, NO_COLOR="1")

    assert "acme: " in said
    assert not COLOUR.search(said)


def test_a_quiet_build_says_nothing(brief: Path) -> None:
    """Neither on a terminal nor in a log."""
    folder = brief.parent.parent

    assert run(folder, *BUILD, "--quiet") == (0, "", "")
    assert on_a_terminal(folder, *BUILD, "--quiet") == ""


def test_a_log_gets_plain_lines(brief: Path) -> None:
    """What became of the kit, and what to do next."""
    code, out, err = run(brief.parent.parent, *BUILD)
    summary, *_, following = out.splitlines()

    assert (code, err) == (0, "")
    assert summary.startswith("build/acme: ")
    assert following == "next: open build/acme/index.html"


def test_the_summary_names_the_documents_that_changed(brief: Path) -> None:
    """Since the last build, which had made them all."""
    folder = brief.parent.parent
    _, first, _ = run(folder, *BUILD)
    with brief.open("a", encoding="utf-8") as text:
        text.write("trial: {title: A short trial}\n")
    _, second, _ = run(folder, *BUILD)
    _, third, _ = run(folder, *BUILD)

    assert "; changed: " not in first
    assert "; changed: " in second
    assert "trial-task" in second
    assert "management-plan" not in second.partition("changed: ")[2].partition(";")[0]
    assert "; changed: " not in third


def test_several_kits_are_counted(brief: Path) -> None:
    """On a line of their own."""
    folder = brief.parent.parent
    (folder / "other.yaml").write_text(brief.read_text(encoding="utf-8"), encoding="utf-8")
    _, out, _ = run(folder, *BUILD, "other.yaml")

    assert re.fullmatch(r"2 kits, \d+ files", out.splitlines()[-1])
    assert "next: " not in out
