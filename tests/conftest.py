"""What all tests share."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, settings

if TYPE_CHECKING:
    from collections.abc import Generator

ROOT = Path(__file__).resolve().parent.parent

# The command is run hundreds of times, as an installed one: with its modules compiled.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

settings.register_profile(
    "kit",
    phases=[Phase.explicit, Phase.generate],  # shrinking a whole brief takes longer than the run
    deadline=None,
    derandomize="CI" in os.environ,
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.filter_too_much,  # what is too large counts as filtered
    ],
)
settings.load_profile("kit")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """In CI nothing may skip: a missing tool is a failure there."""
    report = yield
    if os.environ.get("CI") == "true" and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
    return report


def run(folder: Path, *words: str) -> tuple[int, str, str]:
    """Return exit code, output and errors of the command, run in `folder`."""
    done = subprocess.run(
        [sys.executable, "-m", "outsource_kit", *words],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "COLUMNS": "80"},
    )
    return done.returncode, done.stdout, done.stderr


@pytest.fixture
def brief(tmp_path: Path) -> Path:
    """Return the path of a short brief in a folder of its own."""
    path = tmp_path / "acme" / "brief.yaml"
    path.parent.mkdir()
    path.write_text(
        "project:\n  title: Load price lists\n  what: Load them all.\n", encoding="utf-8"
    )
    return path
