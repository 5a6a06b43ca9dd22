"""The paper that a country prints on, as data."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from outsource_kit.brief.audience import Section
from outsource_kit.brief.codes import Country
from outsource_kit.brief.define import Paper
from outsource_kit.brief.text import Text
from outsource_kit.brief.times import Day
from outsource_kit.load import read

if TYPE_CHECKING:
    from outsource_kit.plan import Facts


class _Rows(Section):
    source: Text
    checked_on: Day
    countries: tuple[Country, ...]
    paper: Paper
    usual: Paper


@cache
def _rows() -> _Rows:
    return read(Path(__file__).with_suffix(".yaml"), _Rows)


def of(facts: Facts) -> Paper:
    """Return the size of paper that the kit names, else that of the client's country."""
    if facts.kit.paper:
        chosen: Paper = facts.kit.paper
        return chosen
    rows = _rows()
    return rows.paper if facts.client.country in rows.countries else rows.usual
