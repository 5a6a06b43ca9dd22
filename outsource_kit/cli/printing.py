"""What the commands print alike: mistakes, and how many there are of a thing."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from outsource_kit.mistakes import Mistake, Severity


def print_mistakes(mistakes: Sequence[Mistake]) -> None:
    """Print each of `mistakes`, if any, and how many there are of each severity."""
    for mistake in mistakes:
        click.echo(f"{mistake}\n", err=True)
    if mistakes:
        counts = Counter(mistake.severity for mistake in mistakes)
        click.echo(", ".join(counted(counts)), err=True)


def print_ignored(mistakes: Sequence[Mistake]) -> None:
    """Print in a line each what the authors live with, and why: no finding is ever invisible."""
    if mistakes:
        click.echo(f"{count(len(mistakes), 'finding')} ignored:", err=True)
    for mistake in mistakes:
        place = f"{mistake.path}:{mistake.line}:{mistake.column}"
        why = mistake.ignored + (f" (until {mistake.until})" if mistake.until else "")
        click.echo(f"  {place}: {mistake.message} [{mistake.rule}]: {why}", err=True)


def counted(counts: Mapping[Severity, int]) -> list[str]:
    """Return how many findings there are of each severity, in words, without the zeros."""
    words: dict[Severity, str] = {"error": "mistake", "warning": "warning", "info": "hint"}
    return [count(counts[name], word) for name, word in words.items() if counts.get(name)]


def count(number: int, noun: str) -> str:
    """Return `number` of `noun`, such as `1 file` or `2 files`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
