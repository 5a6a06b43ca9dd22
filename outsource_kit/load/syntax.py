"""Say in plain words why a file is not YAML: what the scanner met in, a mistake out.

The scanner names the place where it gave up, which is seldom the place to mend. A table of rules
looks for what the author most likely did; the first rule that knows an answer gives it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from outsource_kit.load.words import CUT, cut, in_quotes, rest, shown, special

if TYPE_CHECKING:
    from outsource_kit.load.source import Source
    from outsource_kit.mistakes import Mistake

_LINE = re.compile(r"([ ]*)((?:-[ \t]+)*)((?:[^\s:#'\"{\[]|[:#](?=\S))[^:#]*?:(?:[ \t]+|$))?")
"""Indentation, dashes and name with which a line begins; the value follows."""


@dataclass(frozen=True)
class Failure:
    """Where and why the scanner gave up."""

    problem: str
    """What it says it met."""

    at: int
    """Offset at which it gave up."""

    context: str
    """What it says it was reading."""

    since: int | None
    """Offset at which that began."""

    style: str
    """How the last word before is quoted."""

    start: int
    """Offset of that word's first character."""

    end: int
    """Offset after that word's last character."""


def diagnose(source: Source, failure: Failure) -> Mistake:
    """Return the mistake that made the scanner give up."""
    for problem, rule in _RULES:
        said = re.search(problem, f"{failure.context}: {failure.problem}")
        if said and (mistake := rule(source, failure)):
            return mistake
    message = f"this is not YAML: {failure.problem}"
    return source.mistake(failure.at, failure.at + 1, message)


def _value(source: Source, row: int) -> int:
    found = _LINE.match(source.lines[row])
    return source.starts[row] + (found.end() if found else 0)


def _content(source: Source, row: int) -> int:
    return len(source.lines[row]) - len(source.lines[row].lstrip())


def _tab(source: Source, failure: Failure) -> Mistake | None:
    row = source.row(failure.at)
    indent = source.lines[row][: _content(source, row)]
    if "\t" not in indent:
        return None
    at = source.starts[row] + indent.index("\t")
    hint = "put two spaces for each level in place of the tab"
    return source.mistake(at, source.starts[row] + len(indent), "a tab cannot indent", hint)


def _open_quote(source: Source, failure: Failure) -> Mistake | None:
    at = failure.since or 0
    sign = source.text[at]
    hint = f"put `{sign}` at the end of the value"
    return source.mistake(at, at + 1, f"the quote `{sign}` opened here is never closed", hint)


def _after_quote(source: Source, failure: Failure) -> Mistake | None:
    between = source.text[failure.end : failure.at]
    if failure.style not in ("'", '"') or between.strip(" \t,"):
        return None
    if source.row(failure.start) != source.row(failure.end):
        message = f"the quote `{failure.style}` opened here is not closed on its line"
        hint = f"put `{failure.style}` at the end of the value"
        return source.mistake(failure.start, failure.start + 1, message, hint)
    hint = {
        "'": "put double quotes around the whole value; an apostrophe may stand in them",
        '"': "put single quotes around the whole value; double quotes may stand in them",
    }[failure.style]
    at = failure.end + len(between) - len(between.lstrip())
    more = rest(source, at)
    message = f"the value ends at its closing quote, but `{shown(more)}` follows"
    return source.mistake(at, at + len(more), message, hint)


def _escape(source: Source, failure: Failure) -> Mistake | None:
    at = source.text.rfind("\\", failure.since or 0, failure.at + 1)
    message = f"a backslash in double quotes has a meaning, and `{source.text[at : at + 2]}` none"
    hint = "put single quotes around the value, or write the backslash twice"
    return source.mistake(at, at + 2, message, hint)


def _sign(source: Source, failure: Failure) -> Mistake | None:
    of_value = re.search("alias|anchor|tag|block scalar|directive", failure.context)
    at = _value(source, source.row(failure.at))
    if of_value and failure.since is not None:
        at = failure.since
    inside = source.text[at : at + 1] in ("{", "[") and "cannot start" in failure.problem
    if (
        inside
        or at > failure.at
        or not re.match(r"[@`%*&!|>{[,\]}?]|-\s", source.text[at : at + 2])
    ):
        return None
    return special(source, at)


def _here(source: Source, failure: Failure) -> Mistake | None:
    sign = source.text[failure.at : failure.at + 1]
    if sign == "\t":
        return source.mistake(failure.at, failure.at + 1, "a tab in this place", "write a space")
    if sign == "-":
        hint = "start it on a line of its own"
        return source.mistake(failure.at, failure.at + 1, "a list item cannot start here", hint)
    if not sign or sign not in "@`%*&!|>{[,]}?":
        return None
    message = f"a value that starts with `{sign}` needs quotes"
    return source.mistake(failure.at, failure.at + 1, message, "put the value in quotes")


def _bracket(source: Source, failure: Failure) -> Mistake | None:
    at = failure.since or 0
    sign = source.text[at]
    hint = f"close it with `{'}' if sign == '{' else ']'}`, or put the value in quotes"
    return source.mistake(at, at + 1, f"the `{sign}` opened here is not closed", hint)


def _no_name(source: Source, at: int) -> Mistake:
    line = rest(source, at)
    if found := re.match(r"[\w-]+:(?=\S)", line):
        hint = f"write `{shown(found[0] + ' ' + line[found.end() :])}`"
        end = at + found.end()
        return source.mistake(at, end, f"a space is missing after `{shown(found[0])}`", hint)
    if re.match(r"-[^\s-]", line):
        hint = f"write `{shown('- ' + line[1:])}`"
        return source.mistake(at, at + len(line), "a space is missing after `-`", hint)
    hint = "write `name: value`"
    if re.fullmatch(r"[a-z_]+", line):
        hint = f"write `{shown(line)}:`"
    hint += "; or indent it deeper, if it goes on with the text above"
    message = f"expected the name of a field and a colon, got `{shown(line)}`"
    return source.mistake(at, at + len(line), message, hint)


def _colon(source: Source, failure: Failure) -> Mistake | None:
    row = source.row(failure.at)
    value = _value(source, row)
    if value <= failure.at:
        said = rest(source, value)
        message = "a value with `: ` in it needs quotes"
        if failure.at == value + len(said) - 1:
            message = "a value that ends with `:` needs quotes"
        return source.mistake(value, value + len(said), message, in_quotes(said))
    above = source.row(failure.start)
    if failure.start <= source.starts[above] + len(_lead(source, above)) and above != row:
        return _no_name(source, failure.start)
    return _indent(source, failure)


def _lead(source: Source, row: int) -> str:
    found = _LINE.match(source.lines[row])
    return found[1] + found[2] if found else ""


def _lost(source: Source, failure: Failure) -> Mistake | None:
    """Look for a word that stands where a name should, with no colon after it."""
    row = source.row(failure.start)
    first = failure.start == source.starts[row] + _content(source, row)
    said = source.text[failure.start : failure.end]
    named = source.text[failure.end : failure.end + 1] == ":"
    if failure.style or named or not (first or re.match(r"[\w-]+:[^\s/]", said)):
        return None
    return _no_name(source, failure.start) if said else None


def _name(source: Source, failure: Failure) -> Mistake | None:
    return _no_name(source, failure.at if failure.since is None else failure.since)


def _cut(source: Source, failure: Failure) -> Mistake | None:
    if failure.style or not (found := CUT.match(source.text, failure.end)):
        return None
    return source.mistake(failure.start, found.end(), *cut(found[1]))


def _dash(source: Source, failure: Failure) -> Mistake | None:
    """Look for a dash without a space, in the line or in the one before."""
    row = source.row(failure.at)
    for near in range(row, max(row - 2, -1), -1):
        if found := re.match(r" *(?=-[^\s-])", source.lines[near]):
            return _no_name(source, source.starts[near] + found.end())
    return None


def _indent(source: Source, failure: Failure) -> Mistake | None:
    row = source.row(failure.at)
    lead, line = _content(source, row), source.lines[row]
    at = source.starts[row] + lead
    if failure.at > at + len(line[lead:]) or line[lead : lead + 1] in ("", "#"):
        return None
    if line[lead] == ":":
        return source.mistake(at, at + 1, "expected the name of a field before `:`")
    columns = _columns(source, row)
    dash = line[lead:].startswith("- ")
    if lead in columns:
        message = f"expected {'the name of a field' if dash else 'a list item'} in this place"
        hint = "indent the list deeper than the name it belongs to" if dash else "start with `- `"
    else:
        message = "the line is not indented like any line above that it could belong to"
        fit = {column: row for column, (row, kind) in columns.items() if kind == dash} or {
            column: row for column, (row, _) in columns.items()
        }
        near = [min((c for c in fit if c > lead), default=-1)]
        near += [max((c for c in fit if c < lead), default=-1)]
        told = [f"{_spaces(c)} as in line {fit[c]}" for c in near if c >= 0]
        hint = f"it has {_spaces(lead)}; give it {', or '.join(told)}"
    return source.mistake(at, at + len(line[lead:]), message, hint)


def _spaces(count: int) -> str:
    return {0: "no spaces", 1: "1 space"}.get(count, f"{count} spaces")


def _columns(source: Source, row: int) -> dict[int, tuple[int, bool]]:
    """Return the columns, from 0, at which a line below could start.

    Each with the number of a line that starts there, and whether it is a list item.
    """
    columns: dict[int, tuple[int, bool]] = {}
    for above in range(row - 1, -1, -1):
        line = source.lines[above]
        if not (found := _LINE.match(line)) or not line.strip() or line.lstrip().startswith("#"):
            continue
        starts = [(len(found[1]), bool(found[2]))]
        if found[2]:
            starts.insert(0, (len(found[1] + found[2]), False))
        for column, dash in starts:
            if column < min(columns, default=len(line) + 1):
                columns[column] = (above + 1, dash)
    return columns


def _go_on(source: Source, failure: Failure) -> Mistake | None:
    message = "the file goes on after the line `...`, which ends it"
    return source.mistake(failure.at, failure.at + 1, message, "delete the line `...`")


_RULES = (
    ("<document start>", _go_on),
    ("cannot start any token|violates indentation|block", _tab),
    ("quoted scalar: found unexpected (end of stream|document)", _open_quote),
    ("did not find expected (key|'-'|','|<document)|could not find expected ':'", _after_quote),
    ("parsing a quoted scalar", _escape),
    ("alias|anchor|tag|block scalar|directive|cannot start any token|not allowed|expected", _sign),
    ("cannot start any token|node content|not allowed", _here),
    ("parsing a flow", _bracket),
    ("did not find expected key|could not find", _cut),
    ("mapping values", _colon),
    ("could not find expected ':'", _name),
    ("did not find expected (key|'-')", _lost),
    ("did not find expected (key|'-')", _dash),
    ("did not find expected (key|'-')", _indent),
)
"""What the scanner says, and the rule that may know better; tried in this order."""
