"""What this machine has of all that kits need, and the command that installs what is missing.

In: the machine. Out: a line for each thing. Absent: printing.
"""

from __future__ import annotations

import ctypes
import platform
import sys
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from outsource_kit import machine
from outsource_kit.guidance.scripts import package

if TYPE_CHECKING:
    from collections.abc import Iterator

_OLDEST = (3, 11)

_SCRIPTS = {
    "Arabic": ("ar", "\u0627"),
    "Hebrew": ("he", "\u05d0"),
    "Devanagari": ("hi", "\u0905"),
    "Chinese": ("zh-cn", "\u4e2d"),
    "Japanese": ("ja", "\u3042"),
    "Korean": ("ko", "\uac00"),
    "emoji": ("und-zsye", "\U0001f600"),
}
"""Scripts that the product's own fonts lack: a language as fontconfig calls it, and a character."""

_PREVIEW = ("starlette", "uvicorn", "watchfiles")


@dataclass(frozen=True)
class Sign:
    """One thing that was looked for."""

    name: str
    """What it is called."""

    serves: str
    """What it is for."""

    found: str
    """Its version, or that it is there; empty where it is missing."""

    remedy: str
    """The command that installs it on this machine; empty where it is there."""

    needed: bool = True
    """Whether no PDF can be made without it."""


def examine() -> tuple[Sign, ...]:
    """Return a sign for each thing that kits need, the indispensable first."""
    return (*_software(), *_fonts())


def _software() -> Iterator[Sign]:
    python = platform.python_version() if sys.version_info >= _OLDEST else ""
    yield _sign("Python 3.11 or newer", "everything", python, "install it from python.org")
    yield _sign("WeasyPrint", "PDFs", _version("weasyprint"), "pip install weasyprint")
    pango = machine.pango()
    yield _needed(machine.PANGO, "PDFs", _text(pango, "pango_version_string") or _there(pango))
    harfbuzz = _text(machine.harfbuzz(), "hb_version_string")
    found = harfbuzz if machine.subsetter() else ""
    yield _needed(machine.SUBSETTER, "PDFs that are small and quickly made", found)
    yield _needed(machine.GIT, "keeping briefs", machine.said("git", "--version"), needed=False)
    preview = "there" if all(map(_version, _PREVIEW)) else ""
    remedy = "pip install 'outsource-kit[preview]'"
    yield _sign("preview", "seeing a kit while you write", preview, remedy, needed=False)
    chromium = machine.said("chromium", "--version")
    yield _needed(machine.CHROMIUM, "the product's own tests", chromium, needed=False)


def _fonts() -> Iterator[Sign]:
    """Yield whether each script can be drawn; Latin, Greek and Cyrillic fonts are our own."""
    for script, (language, char) in _SCRIPTS.items():
        found = machine.said("fc-list", f":lang={language}", "family").split(",")[0]
        remedy = machine.how_to_install({"apt-get": package(char)})
        yield _sign(f"a font for {script}", "text in it", found, remedy, needed=False)


def _needed(need: machine.Need, serves: str, found: str, *, needed: bool = True) -> Sign:
    return _sign(need.name, serves, found, machine.how_to_install(need.packages), needed=needed)


def _sign(name: str, serves: str, found: str, remedy: str, *, needed: bool = True) -> Sign:
    return Sign(name, serves, found, "" if found else remedy, needed)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _there(thing: object | None) -> str:
    return "" if thing is None else "there"


def _text(library: ctypes.CDLL | None, function: str) -> str:
    """Return what a library's `function` says of its version; empty where it cannot be asked."""
    try:
        ask = getattr(library, function)
    except AttributeError:
        return ""
    ask.restype = ctypes.c_char_p
    return str(ask().decode())
