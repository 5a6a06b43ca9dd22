"""Every kind of rows by the name templates call it.

A module of its own, since `check` needs few of the others and must start fast.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from outsource_kit.guidance import (
    fair,
    metrics,
    papers,
    places,
    platforms,
    questions,
    roles,
    rubrics,
    scales,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from outsource_kit.plan import Facts

GUIDANCE: Mapping[str, Callable[[Facts], object]] = {
    name: rows
    for part in (platforms, questions, metrics, roles, fair, scales, places, papers, rubrics)
    for name, rows in part.GUIDANCE.items()
}
"""The rows that facts call for, by the name templates call them."""
