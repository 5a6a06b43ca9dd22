"""The example kits, built by the real command once for all tests, whichever process runs them."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from functools import cache
from hashlib import sha256
from pathlib import Path
from tempfile import gettempdir, mkdtemp

from conftest import ROOT

SOURCES = sorted(
    path.relative_to(ROOT).as_posix()
    for path in ROOT.glob("kits/*/*.yaml")
    if path.name != "candidates.yaml"
)
"""Every brief, task log and example of candidates; real candidates are no example."""


@cache
def built(source: str, run: int = 1) -> Path:
    """Return the folder of the kit of `source`, built into a place of its own for each `run`.

    While another process builds it, this one builds kits that will be asked for.
    """
    out = _place() / f"{source.replace('/', '-')}-{run}"
    if not _build(source, out, fcntl.LOCK_NB):
        for other in reversed(SOURCES):
            _build(other, _place() / f"{other.replace('/', '-')}-1", fcntl.LOCK_NB)
        _build(source, out)
    (kit,) = (path for path in out.iterdir() if path.is_dir())
    return kit


def _build(source: str, out: Path, wait: int = 0) -> bool:
    """Build `source` into `out` unless it is there; return whether it is there now.

    It is not where another process builds it, and `wait` is not to wait for that.
    """
    with (out.parent / f"{out.name}.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | wait)
        except BlockingIOError:
            return False
        done = out / "done"
        if not done.exists():
            command = [sys.executable, "-m", "outsource_kit", "build", source, "-o", str(out)]
            subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
            done.touch()
    return True


@cache
def _place() -> Path:
    """Return the folder that the processes of one test run share."""
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID")
    if run is None:
        return Path(mkdtemp(prefix="outsource-kit-"))
    place = Path(gettempdir()) / f"outsource-kit-{run}"
    place.mkdir(exist_ok=True)
    return place


def files(ending: str) -> list[Path]:
    """Return the files of all kits whose path ends so, one of each content."""
    by_content = {
        sha256(path.read_bytes()).digest(): path
        for source in SOURCES
        for path in sorted(built(source).rglob("*"), reverse=True)
        if path.is_file() and str(path).endswith(ending)
    }
    return sorted(by_content.values())
