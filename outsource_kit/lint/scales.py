"""What stands behind a number and says how much of it is meant: `1.5k`, `150000 cents`, `1.5e3`.

In: a number in plain digits, and what stands behind it. Out: the number that is meant.
"""

from __future__ import annotations

import re
from decimal import Decimal

from outsource_kit.lint.regex import regex

SCALE = (
    r"\s?k(?![a-z0-9])|m(?:n|io|ln)?(?![a-z0-9])|e\+?0?[1-9](?!\w)"
    r"|(?:[\s_-]and[\s_-]a[\s_-]half)?[\s_-]?(?:hundred|thousand|grand|million|lakh|crore)s?"
    r"(?![^\W\d_])|\s?(?:cents?|ct|pence|pennies)\b|\s?¢"
)
"""A scale, in any case."""

_COIN = regex(r"\s?(?:ct|cent|pe|¢)", re.IGNORECASE)
_TIMES = {
    "k": 10**3, "m": 10**6, "mn": 10**6, "mio": 10**6, "mln": 10**6, "hundred": 100,
    "thousand": 10**3, "grand": 10**3, "million": 10**6, "lakh": 10**5, "crore": 10**7,
}  # fmt: skip
_CENT, _HALF = Decimal("0.01"), Decimal("0.5")


def scaled(value: str, scale: str) -> str:
    """Return the plain digits of what is meant: `1.5` with ` thousand` behind it is `1500`."""
    *half, name = re.split(r"[\s_-]+", scale.strip().lower())
    number = Decimal(value) + (_HALF if any(half) else 0)
    return f"{(number * _times(name)).normalize():f}"


def _times(name: str) -> Decimal:
    if is_coin(name):
        return _CENT
    if name.startswith("e"):
        return Decimal(10) ** int(name[-1])
    return Decimal(_TIMES[name.rstrip("s")])


def is_coin(scale: str) -> bool:
    """Return whether a scale is that of cents, and so names money."""
    return _COIN.match(scale) is not None
