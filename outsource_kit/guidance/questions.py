"""The question bank: questions for a category or a role, each with what good answers sound like."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from outsource_kit.plan import Facts


GUIDANCE: Mapping[str, Callable[[Facts], object]] = {}
