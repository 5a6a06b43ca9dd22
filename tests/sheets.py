"""What stands where on the sheets of a PDF, as a second reader sees it."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING, Any, NamedTuple

from pypdf import PdfReader

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pypdf import PageObject

HEAD, FOOT = 60, 45
"""Points at the top and at the bottom of a sheet that hold its running head and foot."""

_WORD = re.compile(
    r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>'
)


class Word(NamedTuple):
    """A word and its box, in points from the top left."""

    left: float
    top: float
    right: float
    bottom: float
    text: str


class Sheet(NamedTuple):
    """A sheet of paper, in points, its words, and its fields as words without text."""

    width: float
    height: float
    words: tuple[Word, ...]

    @property
    def body(self) -> list[Word]:
        """The words between running head and foot."""
        return [w for w in self.words if w.top > HEAD and w.bottom < self.height - FOOT]


def sheets(pdf: Path) -> list[Sheet]:
    """Return the sheets of `pdf`."""
    command = ["pdftotext", "-bbox", str(pdf), "-"]
    found = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    made = []
    parts = found.split("<page ")[1:]
    for part, page in zip(parts, PdfReader(pdf).pages, strict=True):
        width, height = map(float, re.findall(r'(?:width|height)="([\d.]+)"', part)[:2])
        words = tuple(_word(found) for found in _WORD.findall(part))
        made.append(Sheet(width, height, words + tuple(_fields(page, height))))
    return made


def _fields(page: PageObject, height: float) -> Iterator[Word]:
    for annotation in page.get("/Annots", []):
        found: Any = annotation.get_object()
        if found["/Subtype"] == "/Widget":
            left, one, right, other = map(float, found["/Rect"])
            low, high = sorted((one, other))
            yield Word(left, height - high, right, height - low, "")


def _word(found: tuple[str, str, str, str, str]) -> Word:
    left, top, right, bottom = map(float, found[:4])
    return Word(left, top, right, bottom, found[4])


def spilling(pdf: Path) -> list[str]:
    """Return the words of `pdf` that leave the margins of their sheet."""
    return [
        f"{number}: {word.text}"
        for number, sheet in enumerate(sheets(pdf), start=1)
        for word in sheet.words
        if word.left < FOOT
        or word.right > sheet.width - FOOT
        or word.top < 0
        or word.bottom > sheet.height
    ]


def lone_headings(pdf: Path) -> list[str]:
    """Return the headings of `pdf` below which nothing stands on their sheet."""
    reader, pages = PdfReader(pdf), sheets(pdf)
    found = []
    for title, number, top in _headings(reader, reader.outline):
        sheet = pages[number]
        line = sheet.height - top
        lines = 1.6 * 30 + 16 * (len(title) // 70)
        if not any(word.bottom > line + lines * 0.5 + 8 for word in sheet.body):
            found.append(f"{number + 1}: {title}")
    return found


def _headings(reader: PdfReader, outline: object) -> Iterator[tuple[str, int, float]]:
    for entry in outline if isinstance(outline, list) else []:
        if isinstance(entry, list):
            yield from _headings(reader, entry)
        else:
            number = reader.get_destination_page_number(entry)
            yield str(entry.title), int(number or 0), float(entry.top or 0)


def half_empty(pdf: Path) -> list[int]:
    """Return the sheets of `pdf`, all but the last, whose lower half holds nothing."""
    return [
        number
        for number, sheet in enumerate(sheets(pdf)[:-1], start=1)
        if max((word.bottom for word in sheet.body), default=0) < sheet.height * 0.55
    ]
