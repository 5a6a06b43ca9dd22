"""Which law may apply: that of which places, and of employees or not.

In: a brief. Out: codes and a yes or no, for rules that are stricter in some places. Nothing here is
legal advice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from outsource_kit.guidance import places as guidance

if TYPE_CHECKING:
    from outsource_kit.brief import Brief
    from outsource_kit.plan import Facts


def employed(brief: Brief) -> bool:
    """Return whether the person may be an employee in law."""
    return brief.engagement.worker_status in ("employee", "unsure")


def places(brief: Brief) -> frozenset[str]:
    """Return the codes of the places whose law may apply, with `EU` and `EEA` for members."""
    return frozenset(guidance.places(cast("Facts", brief)))
