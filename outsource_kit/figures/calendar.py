"""Days: when the post opens and closes, when messages go out, when money is due."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from outsource_kit.plan import Facts


FIGURES: Mapping[str, Callable[[Facts], object]] = {}
