"""Bring a brief from an older version of the format to the newest, with its comments.

In: the text of a brief and its version. Out: the text in the newest version. There has been one
version so far, so the list of migrations is empty. Absent: reading and writing files (`cli`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Migration = Callable[[str], str]

MIGRATIONS: Sequence[Migration] = ()
"""What brings the text of a brief from version 1 to 2, from 2 to 3, and so on.

Each works on text, so that comments and the order of fields stay.
"""

_VERSION = re.compile(r"^brief_version:[ \t]*\d+", re.MULTILINE)


def migrated(text: str, version: int, migrations: Sequence[Migration] | None = None) -> str:
    """Return `text`, a brief of `version`, in the newest, or that to which `migrations` lead."""
    migrations = MIGRATIONS if migrations is None else migrations
    missing = migrations[version - 1 :]
    for migrate in missing:
        text = migrate(text)
    if not missing:
        return text
    line = f"brief_version: {len(migrations) + 1}"
    return _VERSION.sub(line, text, count=1) if _VERSION.search(text) else f"{line}\n{text}"
