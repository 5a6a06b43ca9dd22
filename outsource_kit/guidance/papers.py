"""Points of the NDA checklist, and the circumstances in which each matters."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from outsource_kit.plan import Facts


GUIDANCE: Mapping[str, Callable[[Facts], object]] = {}
