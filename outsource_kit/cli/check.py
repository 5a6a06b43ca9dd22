"""`outsource-kit check`: what is wrong with a brief, and why a rule exists."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import click

from outsource_kit.cli.printing import count, print_ignored, print_mistakes
from outsource_kit.reports import FORMATS, explained

if TYPE_CHECKING:
    from collections.abc import Sequence


@click.command("check")
@click.argument("briefs", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", *FORMATS]),
    default="text",
    show_default=True,
    help="Text for people, JSON or SARIF for programs, annotations for GitHub.",
)
@click.option("--strict", is_flag=True, help="End with exit code 1 for warnings too.")
@click.option("--explain", metavar="RULE", help="Print why a rule exists, with examples.")
def command(briefs: Sequence[Path], form: str, explain: str | None, *, strict: bool) -> None:
    """Check each BRIEF without building it.

    \b
    outsource-kit check kits/*/brief.yaml
    outsource-kit check brief.yaml --strict --format github
    outsource-kit check --explain PAY-07
    """
    from outsource_kit.check import mistakes_in
    from outsource_kit.lint import RULES

    if explain:
        click.echo(_explained(explain), nl=False)
        return
    if not briefs:
        raise click.UsageError("name at least one brief")
    found = [mistake for path in briefs for mistake in mistakes_in(path)]
    mistakes = [mistake for mistake in found if not mistake.ignored]
    if form != "text":
        if said := FORMATS[form](found, RULES):
            click.echo(said)
    elif mistakes:
        print_mistakes(mistakes)
    else:
        click.echo(f"{count(len(briefs), 'brief')} checked, no mistakes")
    if form == "text":
        print_ignored([mistake for mistake in found if mistake.ignored])
    stops = {"error", "warning"} if strict else {"error"}
    raise SystemExit(1 if stops & {mistake.severity for mistake in mistakes} else 0)


def _explained(name: str) -> str:
    from outsource_kit.lint import RULES

    if name.upper() not in RULES:
        close = _nearest(name.upper(), sorted(RULES))
        hint = f"; did you mean {' or '.join(close)}?" if close else ""
        raise click.UsageError(f"there is no rule `{name}`{hint}")
    return explained(RULES[name.upper()])


def _nearest(name: str, rules: Sequence[str]) -> Sequence[str]:
    """Return the rule most like `name`; all rules of its family where it has no number."""
    if any(map(str.isdigit, name)):
        return get_close_matches(name, rules, n=1)
    family = get_close_matches(name, [rule.partition("-")[0] for rule in rules], n=1)
    return [rule for rule in rules if rule.partition("-")[0] in family]
