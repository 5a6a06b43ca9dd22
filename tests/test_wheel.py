"""The built wheel, installed where there is nothing of the checkout.

Shown: what the wheel holds is enough for `new`, `check` and `build`, PDFs included, in an empty
folder, with a Python that cannot see the checkout. Not shown: that an index has the packages that
it needs; they are taken from the environment of the tests, so that nothing is downloaded.
"""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
from conftest import ROOT
from hatchling import build


@pytest.fixture(scope="module")
def binaries(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the commands of an environment into which the wheel was installed, alone."""
    folder = tmp_path_factory.mktemp("wheel")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        wheel = folder / build.build_wheel(str(folder))
    subprocess.run([sys.executable, "-m", "venv", folder / "env"], check=True)
    inside = folder / "env" / "bin"
    install = ["-m", "pip", "install", "--quiet", "--no-deps", "--no-index", str(wheel)]
    subprocess.run([str(inside / "python"), *install], check=True)
    _lend(inside)
    return inside


def _lend(inside: Path) -> None:
    """Let the environment see the packages of the tests, all but the checkout itself."""
    ask = [str(inside / "python"), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    told = subprocess.run(ask, check=True, capture_output=True, text=True)
    packages = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    lent = "".join(f"{path}\n" for path in sorted(packages))
    (Path(told.stdout.strip()) / "lent.pth").write_text(lent, encoding="utf-8")


def typed(binaries: Path, folder: Path, *words: str) -> str:
    """Return all that a command of the environment prints in `folder`; fail where it fails."""
    environment = {name: said for name, said in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [binaries / words[0], *words[1:]],
        cwd=folder,
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=environment,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


def test_the_installed_copy_is_the_one_that_runs(binaries: Path, tmp_path: Path) -> None:
    """The checkout is out of sight, else the other test would show nothing."""
    code = "from outsource_kit import templates as t; print(t.__file__, t.PRODUCT, sep='\\n')"
    paths = typed(binaries, tmp_path, "python", "-c", code).splitlines()

    assert len(paths) == 2
    for path in paths:
        assert Path(path).is_relative_to(binaries.parent)


def test_new_check_and_build_work_in_an_empty_folder(binaries: Path, tmp_path: Path) -> None:
    """From nothing to a kit with its PDFs, by the installed command alone."""
    day = ("--issued", "2026-11-30", "--timezone", "Europe/London")
    new = typed(
        binaries, tmp_path, "outsource-kit", "new", "logo", "--role", "designer", "--yes", *day
    )
    check = typed(binaries, tmp_path, "outsource-kit", "check", "logo/brief.yaml")
    only = ("--only", "job-post")
    made = typed(binaries, tmp_path, "outsource-kit", "build", "logo/brief.yaml", *only)

    assert new.startswith("logo/brief.yaml is written. Next:\n")
    assert check.endswith("\n1 hint\n")
    assert made.startswith("build/logo: ")
    sent = tmp_path / "build" / "logo" / "candidate"
    assert (sent / "job-post.pdf").read_bytes().startswith(b"%PDF-")
    assert {path.suffix for path in sent.glob("job-post.*")} == {".html", ".md", ".pdf"}
