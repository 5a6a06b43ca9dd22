"""Rows of data as templates see them."""

from __future__ import annotations

from typing import Any

from outsource_kit.brief.audience import Section
from outsource_kit.plan import Facts


def shown(row: Any) -> Any:
    """Return `row`, or whatever rows it is made of, as facts that any template may print."""
    if isinstance(row, Section):
        return Facts(**{name: shown(getattr(row, name)) for name in type(row).model_fields})
    if isinstance(row, tuple):
        return tuple(shown(item) for item in row)
    return row
