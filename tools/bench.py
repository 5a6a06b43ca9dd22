"""Measure speed as ratios: each figure is a median of pairs, run side by side on this machine.

A time alone says more about the machine and its load than about the product. The first run of
each, which is not counted, leaves the compiled modules behind that an installed package has.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import TYPE_CHECKING

import yaml

from outsource_kit.check import mistakes_in

if TYPE_CHECKING:
    from collections.abc import Callable

BRIEF = Path("kits/personal-assistant/brief.yaml")
PAIRS = 7
COPIES = 100

_IMPORT = (sys.executable, "-c", "import weasyprint")
_COMMAND = (sys.executable, "-m", "outsource_kit")
_COMPILED = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}


def ran(*command: str) -> Callable[[], float]:
    """Return a function that runs `command` and returns how long it took."""

    def run() -> float:
        start = perf_counter()
        subprocess.run(command, check=True, capture_output=True, env=_COMPILED)
        return perf_counter() - start

    return run


def worked(work: Callable[[], object]) -> Callable[[], float]:
    """Return a function that does `work` and returns how much of one core it took."""

    def run() -> float:
        start = process_time()
        work()
        return process_time() - start

    return run


def compare(
    what: str, with_what: str, one: Callable[[], float], other: Callable[[], float]
) -> None:
    """Print how many times as long `one` takes as `other`, after a first run of each."""
    one(), other()
    ratios = [one() / other() for _ in range(PAIRS)]
    spread = f"{min(ratios):.2f} to {max(ratios):.2f}"
    print(f"{what}: {median(ratios):.2f} times {with_what} ({spread}, {PAIRS} pairs)")


def main() -> None:
    """Print the three figures."""
    text = BRIEF.read_text(encoding="utf-8")
    imported = ran(*_IMPORT)
    compare(
        "checking a full brief", "the import of WeasyPrint",
        ran(*_COMMAND, "check", str(BRIEF)), imported,
    )  # fmt: skip
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = [folder / f"{number}.yaml" for number in range(COPIES)]
        for path in paths:
            path.write_text(text, encoding="utf-8")
        compare(
            f"each of {COPIES} more briefs", "the C loader on the same text",
            worked(lambda: [mistakes_in(path) for path in paths]),
            worked(lambda: [yaml.load(text, Loader=yaml.CSafeLoader) for _ in paths]),
        )  # fmt: skip
        out = str(folder / "out")
        build = ran(*_COMMAND, "build", str(BRIEF), "-o", out, "--force")
        compare("a cold build", "the import of WeasyPrint", build, imported)


if __name__ == "__main__":
    main()
