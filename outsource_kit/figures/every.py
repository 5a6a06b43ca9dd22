"""Every figure by the name templates call it.

A module of its own, since `check` needs few of the others and must start fast.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from outsource_kit.figures import (
    audit,
    break_even,
    calendar,
    costs,
    coverage,
    duties,
    example,
    limits,
    ranking,
    reviews,
    route,
    set_up,
    terms,
    work,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from outsource_kit.plan import Facts

_PARTS = (
    work,
    calendar,
    reviews,
    coverage,
    set_up,
    break_even,
    costs,
    limits,
    duties,
    terms,
    route,
    audit,
    ranking,
    example,
)

FIGURES: Mapping[str, Callable[[Facts], object]] = {
    name: figure for part in _PARTS for name, figure in part.FIGURES.items()
}
"""Every figure by the name templates call it; each is None where the facts do not give it."""
