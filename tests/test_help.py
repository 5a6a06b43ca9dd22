"""The help: every command has an example, and every example runs."""

from __future__ import annotations

import os
import pty
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import click
import pytest
from conftest import ROOT, run

from outsource_kit.cli import main

if TYPE_CHECKING:
    from pathlib import Path

COMMANDS = main.list_commands(click.Context(main))

SERVES = {"preview"}
"""Commands that run until they are stopped: their examples are read, and not run."""


def examples(name: str) -> list[str]:
    """Return the examples in the help of the command `name`."""
    command = main.get_command(click.Context(main), name)
    assert command is not None
    return re.findall(r"^ *(outsource-kit .*)$", command.help or "", re.MULTILINE)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_says_how_it_is_used(name: str) -> None:
    """A line on what it does, and an example or more that begins with its name."""
    command = main.get_command(click.Context(main), name)

    assert command is not None
    assert command.get_short_help_str().strip()
    assert examples(name)
    assert [e for e in examples(name) if not e.startswith(f"outsource-kit {name}")] == []


@pytest.mark.parametrize("name", [name for name in COMMANDS if name not in SERVES])
def test_every_example_runs(tmp_path: Path, name: str) -> None:
    """In a folder with the example kits, and a brief of one's own."""
    shutil.copytree(ROOT / "kits", tmp_path / "kits")
    shutil.copy(ROOT / "kits/personal-assistant/brief.yaml", tmp_path)
    shutil.copy(ROOT / "kits/personal-assistant/tasks.yaml", tmp_path)
    for file in (ROOT / "tests" / "exports").glob("*.csv"):
        shutil.copy(file, tmp_path)
    command = f"{sys.executable} -m outsource_kit"
    (tmp_path / "outsource-kit").write_text(f'#!/bin/sh\nexec {command} "$@"\n', encoding="utf-8")
    (tmp_path / "outsource-kit").chmod(0o755)
    (tmp_path / ".config/fish/completions").mkdir(parents=True)
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"

    keys, terminal = pty.openpty()
    os.write(keys, b"\n" * 9)  # agrees to whatever is asked

    for example in examples(name):
        done = subprocess.run(
            ["sh", "-c", example],
            cwd=tmp_path,
            env={**os.environ, "PATH": path, "HOME": str(tmp_path)},
            stdin=terminal,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, (example, done.stderr)


def completed(*words: str) -> list[str]:
    """Return what bash is offered for the last of `words`."""
    env = {
        **os.environ,
        "_OUTSOURCE_KIT_COMPLETE": "bash_complete",
        "COMP_WORDS": " ".join(["outsource-kit", *words]),
        "COMP_CWORD": str(len(words)),
    }
    done = subprocess.run(
        [sys.executable, "-m", "outsource_kit"], env=env, capture_output=True, text=True, check=True
    )
    return [line.partition(",")[2] for line in done.stdout.splitlines()]


def test_a_shell_completes_commands_options_and_roles() -> None:
    """As the script of `completion` asks for them."""
    assert completed("ch") == ["check"]
    assert completed("check", "--str") == ["--strict"]
    assert completed("new", "--role", "de") == ["designer", "developer"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_of_a_shell_calls_the_command(tmp_path: Path, shell: str) -> None:
    """It asks the command itself, so it never goes stale."""
    code, out, err = run(tmp_path, "completion", shell)

    assert (code, err) == (0, "")
    assert f"_OUTSOURCE_KIT_COMPLETE={shell}_complete" in out
