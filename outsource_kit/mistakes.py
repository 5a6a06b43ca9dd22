"""What is wrong with a kit, said so that its author can act on it.

In: a place, what was expected, what was found. Out: the text that is printed, or plain data for
JSON. Absent: printing and exit codes (`cli`), and any knowledge of where mistakes are found.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Literal

Severity = Literal["error", "warning", "info"]

_WIDEST = 100
"""The most characters of a source line that are shown."""


@dataclass(frozen=True, order=True)
class Mistake:
    """One thing to mend, with its place."""

    path: str
    """The file as the user named it."""

    line: int
    """Line in the file, from 1; 0 where the mistake is the file as a whole."""

    column: int
    """Column in the line, in characters, from 1; 0 where `line` is 0."""

    field: str
    """Path of the field, such as `trial.pay`, or `questions[2].text` for the second question.

    Empty for a file, and where the file cannot be read as fields.
    """

    message: str
    """What was expected and what was found: lower case, names in backticks, no full stop."""

    hint: str = ""
    """What to write instead; empty where the message already says it."""

    source: str = ""
    """The whole source line, for the frame; empty where there is none to show."""

    width: int = 1
    """How many characters of the source line the carets mark."""

    severity: Severity = "error"
    """How bad it is: an error stops a build, a warning is worth mending, an info is a hint."""

    rule: str = ""
    """Id of the rule that found it, such as `PAY-07`; empty for what cannot be read at all."""

    ignored: str = ""
    """Why the author lives with it; empty for what is to be mended."""

    until: str = ""
    """The last day on which the author lives with it (ISO 8601); empty where it has no end."""

    def __str__(self) -> str:
        """Return the mistake as printed: place, message, frame, hint."""
        place = f"{self.path}:{self.line}:{self.column}" if self.line else self.path
        field = f"{self.field}: " if self.field else ""
        rule = f" [{self.rule}]" if self.rule else ""
        lines = [f"{place}: {self.severity}: {field}{self.message}{rule}"]
        if self.source:
            lines += self._frame()
        if self.hint:
            lines.append(f"  hint: {self.hint}")
        return "\n".join(lines)

    def _frame(self) -> tuple[str, str]:
        """Return the source line, cut around the mistake where it is long, and the carets."""
        start = max(0, min(self.column - _WIDEST // 2, len(self.source) - _WIDEST))
        shown = self.source[start : start + _WIDEST]
        before = self.column - 1 - start
        margin = "".join("\t" if character == "\t" else " " for character in shown[:before])
        carets = "^" * max(1, min(self.width, len(shown) - before))
        gutter = f"  {self.line} | "
        return gutter + shown, f"{'| ':>{len(gutter)}}{margin}{carets}"

    def as_data(self) -> dict[str, str | int]:
        """Return the mistake as plain data, one key a field, for JSON."""
        return asdict(self)


class KitError(Exception):
    """A kit cannot be built as it stands; carries every mistake that was found."""

    def __init__(self, *mistakes: Mistake) -> None:
        """Keep `mistakes` in the order of their places."""
        self.mistakes = tuple(sorted(mistakes))
        super().__init__("\n".join(map(str, self.mistakes)))
