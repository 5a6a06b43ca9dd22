"""Regular expressions that are compiled when they are first used: one check uses few of them."""

from __future__ import annotations

import re
from typing import Any, cast


class _Lazy:
    """Stands for a pattern until it is asked for something."""

    def __init__(self, written: str, flags: int) -> None:
        """Take what `re.compile` takes."""
        self._written, self._flags = written, flags

    def __getattr__(self, name: str) -> Any:
        """Return what the pattern has by this name, and keep it for the next time."""
        had = getattr(re.compile(self._written, self._flags), name)
        setattr(self, name, had)
        return had


def regex(written: str, flags: int = 0) -> re.Pattern[str]:
    """Return the pattern `written`, which is not compiled before it is used."""
    return cast("re.Pattern[str]", _Lazy(written, flags))
