"""What a kit needs of the machine beside Python's packages, and how each is called where.

In: the machine. Out: whether it has a thing, and what its package manager calls it. The set-up of
a checkout reads this before anything is installed, so it imports the standard library only.
"""

from __future__ import annotations

import ctypes
import shutil
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

INSTALLS = {
    "apt-get": "sudo apt-get install",
    "dnf": "sudo dnf install",
    "brew": "brew install",
    "pacman": "pacman -S",
}
"""How a person installs a package, by package manager; `pacman` is MSYS2's, on Windows."""


@dataclass(frozen=True)
class Need:
    """Something that pip cannot install."""

    name: str
    """What a person calls it."""

    is_there: Callable[[], bool]
    """Whether the machine has it, found by using it: a package manager is slow to ask."""

    packages: dict[str, str]
    """Its package, or several apart by spaces, by package manager."""


def library(linux: str, macos: str = "", windows: str = "") -> ctypes.CDLL | None:
    """Return a library that the dynamic linker finds under its name on this system, or None."""
    names = [linux]
    if sys.platform == "darwin":
        names = [macos, f"/opt/homebrew/lib/{macos}", f"/usr/local/lib/{macos}"]
    elif sys.platform == "win32":
        names = [windows]
    for name in filter(None, names):
        try:
            return ctypes.CDLL(name)
        except OSError:
            continue
    return None


def pango() -> ctypes.CDLL | None:
    """Return Pango as PDFs need it: with its FreeType part."""
    ours = ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib", "libpangoft2-1.0-0.dll")
    return library(*ours)


def harfbuzz() -> ctypes.CDLL | None:
    """Return HarfBuzz, which shapes text."""
    return library("libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll")


def subsetter() -> ctypes.CDLL | None:
    """Return HarfBuzz's subsetter, which cuts fonts to the glyphs that are used."""
    ours = ("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib", "libharfbuzz-subset-0.dll")
    return library(*ours)


PANGO = Need(
    "Pango",
    lambda: pango() is not None,
    {
        "apt-get": "libpangoft2-1.0-0",
        "dnf": "pango",
        "brew": "pango",
        "pacman": "mingw-w64-ucrt-x86_64-pango",
    },
)
SUBSETTER = Need(
    "HarfBuzz with libharfbuzz-subset",
    lambda: subsetter() is not None,
    {
        "apt-get": "libharfbuzz-subset0",
        "dnf": "harfbuzz",
        "brew": "harfbuzz",
        "pacman": "mingw-w64-ucrt-x86_64-harfbuzz",
    },
)
GIT = Need(
    "git",
    lambda: shutil.which("git") is not None,
    {"apt-get": "git", "dnf": "git", "brew": "git", "pacman": "git"},
)
CHROMIUM = Need("Chromium", lambda: shutil.which("chromium") is not None, {"apt-get": "chromium"})


def manager() -> str | None:
    """Return the package manager of this machine, None where it has none that is known."""
    return next((name for name in INSTALLS if shutil.which(name)), None)


def how_to_install(packages: dict[str, str]) -> str:
    """Return the exact command for this machine, or what to look for where there is none."""
    found = manager()
    if found in packages:
        return f"{INSTALLS[found]} {packages[found]}"
    return f"install {' or '.join(dict.fromkeys(packages.values()))}"


def said(*command: str) -> str:
    """Return the first line that a program prints; empty where it is not there or fails."""
    try:
        done = subprocess.run(  # noqa: S603 - the commands are written out where this is called
            command, capture_output=True, text=True, timeout=20, check=False
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return "" if done.returncode else done.stdout.strip().split("\n")[0]
