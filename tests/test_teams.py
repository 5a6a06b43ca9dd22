"""For teams: the pre-commit hook and the example workflow, run as they stand."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from conftest import ROOT

GOOD = "project:\n  title: Load price lists\n  what: Load them all.\n"
BAD = "project:\n  title: Load price lists\n  what: TODO\n"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Return a repository of briefs, one of them in a folder with a space in its name."""
    for name in ("acme", "two words"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "brief.yaml").write_text(GOOD, encoding="utf-8")
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
    subprocess.run(["git", "add", "--all"], cwd=tmp_path, check=True)
    return tmp_path


def shell(script: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a step of the workflow as a forge does, with the command of this environment."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", script],
        cwd=folder,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )


def steps() -> dict[str, str]:
    """Return the scripts of the workflow by the name of their step."""
    workflow = yaml.safe_load((ROOT / "docs" / "workflow.yml").read_text(encoding="utf-8"))
    return {
        step["name"]: step["run"] for step in workflow["jobs"]["kits"]["steps"] if "run" in step
    }


def test_the_workflow_checks_and_builds_every_brief(repository: Path) -> None:
    """And leaves the kits where the next step picks them up."""
    checked = shell(steps()["Check"], repository)
    built = shell(steps()["Build"], repository)

    assert checked.returncode == 0, checked.stderr
    assert built.returncode == 0, built.stderr
    assert (repository / "kits-built/acme/candidate/kit.pdf").is_file()
    assert (repository / "kits-built/two words/agency/kit.pdf").is_file()


def test_the_workflow_stops_at_a_bad_brief(repository: Path) -> None:
    """With an annotation at its line."""
    (repository / "acme" / "brief.yaml").write_text(BAD, encoding="utf-8")

    checked = shell(steps()["Check"], repository)

    assert checked.returncode != 0
    assert "::error file=acme/brief.yaml,title=BRF-01,line=3,col=9" in checked.stdout


def test_the_hook_stops_a_commit_with_a_bad_brief(repository: Path) -> None:
    """As pre-commit installs and runs it from this repository."""
    (repository / "acme" / "brief.yaml").write_text(BAD, encoding="utf-8")
    (repository / "notes.yaml").write_text("what: TODO\n", encoding="utf-8")
    subprocess.run(["git", "add", "--all"], cwd=repository, check=True)
    command = [sys.executable, "-m", "pre_commit", "try-repo", str(ROOT), "outsource-kit-check"]

    done = subprocess.run(
        [*command, "--all-files"],
        cwd=repository,
        env={**os.environ, "PRE_COMMIT_HOME": str(repository.parent / "hooks")},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1, done.stderr
    assert "acme/brief.yaml:3:9: error: project.what: `TODO` is a placeholder" in done.stdout
    assert "notes.yaml" not in done.stdout
