"""Mistakes as text for other programs: JSON, annotations, SARIF; and rules explained.

In: mistakes, or a rule. Out: text. Absent: printing and exit codes (`cli`).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from outsource_kit import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from outsource_kit.lint.rule import Rule
    from outsource_kit.mistakes import Mistake

_SARIF = "https://json.schemastore.org/sarif-2.1.0.json"

_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
"""The words of SARIF for severities."""

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}
"""The words of workflow commands for severities."""

_UNREADABLE = "BRIEF"
"""Stands for a rule where a brief cannot be read or does not fit the model."""


def as_json(mistakes: Sequence[Mistake], _rules: Mapping[str, Rule]) -> str:
    """Return mistakes as JSON, as docs/formats.md says: counts, and each mistake's fields."""
    counts = dict.fromkeys((*_LEVELS, "ignored"), 0)
    for mistake in mistakes:
        counts["ignored" if mistake.ignored else mistake.severity] += 1
    data = {"version": 1, "counts": counts, "mistakes": [m.as_data() for m in mistakes]}
    return json.dumps(data, indent=2, ensure_ascii=False)


def as_annotations(mistakes: Sequence[Mistake], _rules: Mapping[str, Rule]) -> str:
    """Return mistakes as workflow commands, one a line, which forges show beside the line.

    What the author lives with is left out: there is no command for it.
    """
    return "\n".join(_annotation(mistake) for mistake in mistakes if not mistake.ignored)


def _annotation(mistake: Mistake) -> str:
    place = {"file": mistake.path, "title": mistake.rule or _UNREADABLE}
    if mistake.line:
        place |= {
            "line": str(mistake.line),
            "col": str(mistake.column),
            "endColumn": str(mistake.column + mistake.width),
        }
    listed = ",".join(f"{key}={_escaped(value, ',:')}" for key, value in place.items())
    return f"::{_COMMANDS[mistake.severity]} {listed}::{_escaped(_whole(mistake))}"


def _escaped(text: str, more: str = "") -> str:
    for character in "%\r\n" + more:
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def _whole(mistake: Mistake) -> str:
    field = f"{mistake.field}: " if mistake.field else ""
    return f"{field}{mistake.message}" + (f"\n{mistake.hint}" if mistake.hint else "")


def as_sarif(mistakes: Sequence[Mistake], rules: Mapping[str, Rule]) -> str:
    """Return mistakes as a SARIF 2.1.0 log, the rules that were broken included."""
    broken = dict.fromkeys(m.rule for m in mistakes if m.rule)
    run = {
        "tool": {
            "driver": {
                "name": "outsource-kit",
                "version": __version__,
                "rules": [_described(rules[name]) for name in broken],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(mistake) for mistake in mistakes],
    }
    return json.dumps({"$schema": _SARIF, "version": "2.1.0", "runs": [run]}, indent=2)


def _described(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.checks},
        "fullDescription": {"text": rule.why},
        "help": {"text": rule.remedy},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(mistake: Mistake) -> dict[str, Any]:
    why = mistake.ignored + (f" (until {mistake.until})" if mistake.until else "")
    kept = {"kind": "inSource", "status": "accepted", "justification": why}
    physical: dict[str, Any] = {"artifactLocation": {"uri": mistake.path.replace("\\", "/")}}
    if mistake.line:
        physical["region"] = {
            "startLine": mistake.line,
            "startColumn": mistake.column,
            "endColumn": mistake.column + mistake.width,
        }
    return {
        "ruleId": mistake.rule or _UNREADABLE,
        "level": _LEVELS[mistake.severity],
        "message": {"text": _whole(mistake)},
        "locations": [{"physicalLocation": physical}],
        "suppressions": [kept] if mistake.ignored else [],
    }


FORMATS: Mapping[str, Callable[[Sequence[Mistake], Mapping[str, Rule]], str]] = {
    "json": as_json,
    "github": as_annotations,
    "sarif": as_sarif,
}
"""The forms of `check --format`, beside `text`."""


def explained(rule: Rule) -> str:
    """Return all there is to know about a rule, as Markdown."""
    limits = f"- **Limits:** {rule.limits}\n" if rule.limits else ""
    return (
        f"## {rule.id}: {rule.checks}\n\n"
        f"{rule.why}\n\n"
        f"- **Severity:** {rule.severity}\n"
        f"- **Remedy:** {rule.remedy}\n"
        f"- **Source:** {rule.source} (checked on {rule.checked_on})\n{limits}\n"
        f"Breaks it:\n\n```yaml\n{rule.bad}\n```\n\nKeeps it:\n\n```yaml\n{rule.good}\n```\n"
    )


def page(rules: Iterable[Rule], undecided: Mapping[str, str]) -> str:
    """Return the page with every rule, and those that cannot be decided from a brief."""
    listed = "\n".join(explained(rule) for rule in rules)
    left = "\n".join(f"- **{name}:** {why}" for name, why in undecided.items())
    return (
        "# Rules\n\nWhat `outsource-kit check` looks for. `outsource-kit check --explain RULE`"
        " prints one of them. A finding that you have decided to live with goes into the brief,"
        " with your reason:\n\n```yaml\nlint:\n  ignore:\n    - {rule: BRF-06, reason: The work"
        f" has no precedent, until: 2027-01-31}}\n```\n\nNumbers, such as six must-haves, are"
        " the same for everyone; a brief with a good reason for more says so there. A sure leak,"
        f" and what a platform bans, cannot be ignored.\n\n{listed}"
        + (f"\n## Not checked\n\n{left}\n" if left else "")
    )
