"""The door to pycountry: which countries, regions and currencies have a code.

In: a code. Out: yes or no, or the name of a region. Read from the package's tables themselves: to
look up one code, the package makes an object of each of 5,000 rows. Absent: names of
countries and currencies in the reader's words (`locales`).
"""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Mapping
    from importlib.machinery import ModuleSpec

AGREED = frozenset({"XK"})
"""Kosovo: a code that ISO 3166-1 leaves free, and that banks, the EU and CLDR have agreed on."""

NOT_MONEY = frozenset(
    ("XAG", "XAU", "XBA", "XBB", "XBC", "XBD", "XDR", "XPD", "XPT", "XSU", "XTS", "XUA", "XXX")
)
"""ISO 4217 codes of metals, of units between banks, of tests, and of no currency at all."""


def has_country(code: str) -> bool:
    """Return whether `code` is a country of ISO 3166-1 (two capital letters, such as `GB`)."""
    return code in AGREED or code in _names("3166-1", "alpha_2")


def has_region(code: str) -> bool:
    """Return whether `code` is a state or region of a country (ISO 3166-2, such as `US-NY`)."""
    return region(code) is not None


def region(code: str) -> str | None:
    """Return the name of the state or region `code`; None where there is none.

    Its row is read alone: the whole table takes half as long as checking a full brief.
    """
    table = _table("3166-2")
    found = (
        re.search(rb'"code"\s*:\s*"%s"' % re.escape(code.encode()), table) if "-" in code else None
    )
    if found is None:
        return None
    row = table[table.rindex(b"{", 0, found.start()) : table.index(b"}", found.end()) + 1]
    return str(json.loads(row)["name"])


def has_currency(code: str) -> bool:
    """Return whether `code` is a currency in use (ISO 4217, such as `USD`)."""
    return code in _names("4217", "alpha_3") and code not in NOT_MONEY


@cache
def _names(standard: str, key: str) -> Mapping[str, str]:
    """Return the name of each code of an ISO standard."""
    return {row[key]: row["name"] for row in json.loads(_table(standard))[standard]}


@cache
def _table(standard: str) -> bytes:
    """Return the table of an ISO standard (JSON)."""
    package = cast("ModuleSpec", find_spec("pycountry"))
    path = Path(str(package.origin)).parent / "databases" / f"iso{standard}.json"
    return path.read_bytes()
