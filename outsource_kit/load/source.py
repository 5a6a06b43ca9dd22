"""Read a file that someone wrote by hand, within limits.

In: a path. Out: a `Source`, which is text that knows its places. Absent: what the text means.
"""

from __future__ import annotations

import codecs
import os
import re
import stat
from bisect import bisect_right
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from itertools import accumulate, islice
from typing import TYPE_CHECKING

from outsource_kit.mistakes import KitError, Mistake

if TYPE_CHECKING:
    from pathlib import Path

LIMIT = 1_000_000
"""The largest file that is read, in bytes."""

_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""Characters that YAML refuses or takes for line ends, and that no one sees in an editor."""

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

_SAVE_AS = "save the file as UTF-8, the encoding named in the editor's “save as”"

_REFUSED = {
    FileNotFoundError: "no such file",
    NotADirectoryError: "no such file",
    PermissionError: "no permission to read the file",
}


@dataclass(frozen=True)
class Source:
    """Text and where each character of it stands."""

    path: str
    """The file as the user named it."""

    text: str
    """What it says, with `\\n` at the end of each line."""

    @cached_property
    def lines(self) -> list[str]:
        """The lines, without their ends."""
        return self.text.split("\n")

    @cached_property
    def starts(self) -> list[int]:
        """The offset of each line's first character."""
        return [0, *accumulate(len(line) + 1 for line in self.lines)]

    @cached_property
    def end(self) -> int:
        """The offset of the last character that is not blank."""
        return max(len(self.text.rstrip()) - 1, 0)

    def row(self, offset: int) -> int:
        """Return the number, from 0, of the line in which `offset` stands."""
        return bisect_right(self.starts, min(offset, self.end + 1)) - 1

    def mistake(
        self, start: int, end: int, message: str, hint: str = "", field: str = ""
    ) -> Mistake:
        """Return a mistake that marks the text from `start` to `end`, at most to the line's end."""
        row = self.row(start)
        line, column = self.lines[row], min(start, self.end + 1) - self.starts[row]
        width = len(line[column : max(end, start) - self.starts[row]].rstrip())
        return Mistake(self.path, row + 1, column + 1, field, message, hint, line, max(width, 1))


def read_source(path: Path) -> Source:
    """Return what the file at `path` says; at most `LIMIT` bytes are read.

    Raises `KitError` for what is no file, cannot be read, is too large, or is not UTF-8 text.
    """
    try:
        return _decode(str(path), _bytes(path))
    except (OSError, ValueError) as error:
        reasons = (text for kind, text in _REFUSED.items() if isinstance(error, kind))
        reason = next(reasons, getattr(error, "strerror", None) or str(error)).lower()
        near = _neighbour(path) if isinstance(error, FileNotFoundError) else ""
        raise _refuse(path, reason, near) from None


def _refuse(path: Path, message: str, hint: str = "") -> KitError:
    return KitError(Mistake(str(path), 0, 0, "", message, hint))


def _bytes(path: Path) -> bytes:
    found = path.stat()
    if stat.S_ISDIR(found.st_mode):
        inside = path / "brief.yaml"
        hint = f"did you mean `{inside}`?" if inside.is_file() else "name a file in it"
        raise _refuse(path, "a folder, not a file", hint)
    if not stat.S_ISREG(found.st_mode):
        raise _refuse(path, "a device, a pipe or a socket, not a file")
    size, data = found.st_size, b""
    if size <= LIMIT:
        with path.open("rb") as file:
            data = file.read(LIMIT + 1)
    if max(size, len(data)) > LIMIT:
        size = max(size, len(data))
        raise _refuse(path, f"too large: {size:,} bytes, and at most {LIMIT:,} are read")
    return data


def _neighbour(path: Path) -> str:
    try:
        with os.scandir(path.parent) as entries:
            names = [entry.name for entry in islice(entries, 1000) if entry.name != path.name]
    except (OSError, ValueError):
        return ""
    close = get_close_matches(path.name, names, 1, 0.7)
    return f"did you mean `{path.with_name(close[0])}`?" if close else ""


def _decode(path: str, data: bytes) -> Source:
    if data.startswith(_UTF16):
        raise KitError(Mistake(path, 1, 1, "", "the file is UTF-16, not UTF-8", _SAVE_AS))
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        source = Source(path, _lines(data.decode()))
    except UnicodeDecodeError as error:
        before = len(_lines(data[: error.start].decode()))
        shown = Source(path, _UNREADABLE.sub("\ufffd", _lines(data.decode(errors="replace"))))
        message = f"the byte {data[error.start]:#04x} is not UTF-8"
        raise KitError(shown.mistake(before, before + 1, message, _SAVE_AS)) from None
    if found := _UNREADABLE.search(source.text):
        shown = Source(path, _UNREADABLE.sub("\ufffd", source.text))
        message = f"an invisible character, U+{ord(found[0]):04X}"
        raise KitError(shown.mistake(found.start(), found.end(), message, "delete it"))
    return source


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
