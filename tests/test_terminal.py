"""A newcomer at a real terminal: from an empty folder to a kit, typed key by key.

`tests/transcripts/newcomer.txt` is what the terminal showed, but for the number of files and
sheets, and the port of the preview.
"""

from __future__ import annotations

import io
import os
import re
import sys
from typing import TYPE_CHECKING
from urllib.request import urlopen

import pexpect
from conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

TRANSCRIPT = ROOT / "tests" / "transcripts" / "newcomer.txt"

RENEW = "if it should, renew it: UPDATE_GOLDEN=1 .venv/bin/pytest tests/test_terminal.py"

TYPED = (
    ("$ ", "outsource-kit new bakery --issued 2026-11-30 --timezone Europe/London"),
    ("Whom do you hire [personal-assistant]: ", "desinger"),
    ("Whom do you hire [personal-assistant]: ", "designer"),
    ("search for [Logo and colours for a small company]: ", "Logo and colours for a bakery"),
    ("or `ask` for quotes [ask]: ", "$800"),
    ("or `ask` for quotes [ask]: ", "800 EUR"),
    ("Under which name do you hire [Our company]: ", "Crumb & Daughters"),
    ("Who decides whom to hire [The owner]: ", "Mara Lind"),
    ("$ ", "outsource-kit check bakery/brief.yaml"),
    ("$ ", "outsource-kit preview bakery/brief.yaml --port 0 --no-open"),
    ("Ctrl+C ends it", None),
    ("$ ", "outsource-kit build bakery/brief.yaml"),
    ("$ ", "exit"),
)
"""What is waited for, and what is typed then; None is a look at the page, and Ctrl+C."""


def typed(folder: Path) -> str:
    """Return what a terminal shows in `folder` while someone types `TYPED`."""
    command = folder / "bin" / "outsource-kit"
    command.parent.mkdir()
    script = f'#!/bin/sh\nexec {sys.executable} -m outsource_kit "$@"\n'
    command.write_text(script, encoding="utf-8")
    command.chmod(0o755)
    env = {**os.environ, "PATH": f"{command.parent}:{os.environ['PATH']}", "PS1": "$ ", "ENV": ""}
    env["TERM"] = "dumb"  # on which nothing moves
    seen = io.StringIO()
    shell = pexpect.spawn(
        "sh", ["-i"], cwd=folder, env=env, encoding="utf-8", timeout=300, dimensions=(40, 120)
    )
    shell.logfile_read = seen
    for prompt, text in TYPED:
        shell.expect_exact(prompt)
        if text is None:
            address = re.findall(r"http://\S+/", seen.getvalue())[-1]
            looked_at = urlopen(address, timeout=200)  # noqa: S310 - it begins with http
            assert b"bakery/brief.yaml" in looked_at.read()
            shell.sendintr()
        else:
            shell.sendline(text)
    shell.expect(pexpect.EOF)
    shell.close()
    said = re.sub(r"(?<=127\.0\.0\.1:)\d+", "PORT", seen.getvalue().replace("\r\n", "\n"))
    return re.sub(r"\d+ (files|written|sheets)", r"N \1", said)


def test_a_newcomer_gets_from_an_empty_folder_to_a_kit(tmp_path: Path) -> None:
    """Five questions, two of them answered wrong at first; a check, a look, a kit."""
    seen = typed(tmp_path)

    if os.environ.get("UPDATE_GOLDEN"):
        TRANSCRIPT.parent.mkdir(exist_ok=True)
        TRANSCRIPT.write_text(seen, encoding="utf-8")

    assert seen == TRANSCRIPT.read_text(encoding="utf-8"), RENEW
    assert (tmp_path / "build/bakery/candidate/job-post.pdf").read_bytes().startswith(b"%PDF")
