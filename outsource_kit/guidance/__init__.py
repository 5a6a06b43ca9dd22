"""What is known of the world, as rows of data: platforms, questions, metrics, roles.

In: the YAML files beside the modules, each row with its source and the day it was checked; and
the facts of one audience. Out: the rows that these facts call for, chosen by nothing else. A new
row needs its file and nothing besides. Absent: arithmetic (`figures`).
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
    scales,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from outsource_kit.plan import Facts

GUIDANCE: Mapping[str, Callable[[Facts], object]] = {
    name: rows
    for part in (platforms, questions, metrics, roles, fair, scales, places, papers)
    for name, rows in part.GUIDANCE.items()
}
"""The rows that facts call for, by the name templates call them."""
