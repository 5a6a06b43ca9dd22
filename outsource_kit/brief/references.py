"""Short names inside a brief: each is given once, and whoever uses one uses one that is given.

In: a brief whose fields are right one by one. Out: what is wrong between them, with its place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic_core import InitErrorDetails

from outsource_kit.brief.written import refused

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from outsource_kit.brief import Brief


def broken(brief: Brief) -> Iterator[InitErrorDetails]:
    """Yield an error for each short name that is given twice, or used and never given."""
    named: dict[tuple[str, ...], Sequence[Any]] = {
        ("metrics",): brief.metrics,
        ("messages", "overrides"): brief.messages.overrides,
        ("project", "deliverables"): brief.project.deliverables,
        ("questions",): brief.questions,
        ("schedule", "milestones"): brief.schedule.milestones,
        ("screening", "gates"): brief.screening.gates,
    }
    for place, items in named.items():
        yield from _twice(place, items)
    given = {item.id for item in brief.project.deliverables if item.id}
    hint = f"write one of {', '.join(map(str, sorted(given)))}" if given else "give one an `id`"
    for index, milestone in enumerate(brief.schedule.milestones):
        for position, used in enumerate(milestone.deliverables):
            if used not in given:
                at = ("schedule", "milestones", index, "deliverables", position)
                yield _error(at, used, "the `id` of a deliverable", hint)


def _twice(place: tuple[str, ...], items: Sequence[Any]) -> Iterator[InitErrorDetails]:
    seen: dict[str, int] = {}
    for index, item in enumerate(items):
        if item.id is not None and seen.setdefault(item.id, index) != index:
            hint = f"it is that of the {_ordinal(seen[item.id] + 1)} one as well"
            yield _error(
                (*place, index, "id"), item.id, "an `id` that no other in the list has", hint
            )


def _ordinal(number: int) -> str:
    last = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number % 100 // 10 != 1 else "th"
    return f"{number}{last}"


def _error(at: tuple[str | int, ...], value: str, expected: str, hint: str) -> InitErrorDetails:
    return InitErrorDetails(type=refused(expected, hint), loc=at, input=value)
