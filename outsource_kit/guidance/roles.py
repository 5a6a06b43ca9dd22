"""Roles: what is usual for each, to stand in for what a brief leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from outsource_kit.plan import Facts


GUIDANCE: Mapping[str, Callable[[Facts], object]] = {}
