"""What a secret looks like: keys, tokens and passwords, by the shapes their makers give them."""

from __future__ import annotations

import re

from outsource_kit.lint.regex import regex
from outsource_kit.lint.words import listed

SHAPES = {
    "a private key": r"-----BEGIN (?:[A-Z]+ )*PRIVATE KEY",
    "an AWS access key": r"(?:AKIA|ASIA)[0-9A-Z]{16}\b",
    "a GitHub token": r"(?:gh[pousr]_[0-9A-Za-z]{30,}|github_pat_\w{40,})",
    "a GitLab token": r"glpat-[\w-]{20,}",
    "a Slack token": r"xox[abeprs]-[\w-]{10,}",
    "a Slack webhook": r"hooks\.slack\.com/services/T\w+/B\w+/\w+",
    "a Stripe key": r"(?:[sr]k_(?:live|test)_|whsec_)[0-9A-Za-z]{16,}",
    "a Google API key": r"AIza[\w-]{35}",
    "an OpenAI or Anthropic key": r"sk-(?:ant-|proj-|svcacct-)?[\w-]{20,}",
    "a SendGrid key": r"SG\.[\w-]{16,}\.[\w-]{16,}",
    "an npm token": r"npm_[0-9A-Za-z]{30,}",
    "a Telegram bot token": r"[0-9]{8,10}:AA[\w-]{30,}",
    "a JSON web token": r"(?<!\w)eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}",
    "a password in an address": r"\b[a-z]{2,12}://[^\s/:@]+:[^\s/@]{3,}@[\w.-]+",
    "a token in an address": (
        r"[?&](?:access_token|token|api_?key|auth|signature|sig|secret|password|pwd"
        r"|X-Amz-Signature)"
        r"=[\w.%~+/-]{12,}"
    ),
}
"""The makers' own formats, as their help pages show them."""

_MARKS = {
    "": ("PRIVATE KEY", "AKIA", "ASIA", "AIza", "eyJ", "sk-", "xox", "glpat-"),
    "_": (
        "ghp_",
        "gho_",
        "ghu_",
        "ghs_",
        "ghr_",
        "github_pat_",
        "_live_",
        "_test_",
        "whsec_",
        "npm_",
    ),
    ".": ("SG.", "hooks.slack.com"),
    ":": (":AA",),
    "@": ("://",),
    "=": ("token=", "key=", "auth=", "ature=", "sig=", "secret=", "password=", "pwd="),
}
"""What a text must hold for one of the shapes to be in it, by a character that comes with it."""

_SHAPE = regex("|".join(f"(?P<s{n}>{shape})" for n, shape in enumerate(SHAPES.values())))
_NAMES = tuple(SHAPES)

_LABEL = regex(
    r"\b(?P<label>passwords?|passwd|pwd|pw|passphrase|passcode|PIN(?: code)?|api[ _-]?key"
    r"|secret(?:[ _-]key)?"
    r"|access[ _-]token)(?P<link> is|:"
    r"|\s?=)\s*[\"'`“]?(?P<value>[^\s\"'`”]{4,})(?P<rest>[^\n]{0,20})",
    re.IGNORECASE,
)
_LABELS = listed("password passwords passwd pwd pw passphrase passcode pin key apikey secret token")
_BLANK = regex(r"[\[<{(*#_.…-]|x{3}|\$\{", re.IGNORECASE)
"""How a value begins that is left out on purpose."""

_WORD = regex(r"[A-Za-z]+(?:[-'’/][A-Za-z]+)*[.,;:!?)]*$")
_EXPLAINED = listed(
    "1password asked changed expired given hidden kept known managed manager needed never none"
    " optional protected provided required reset rotated secret sent shared stored yours"
)
"""Words that explain a password instead of being one."""

_PASSWORDS = ("pass", "pwd")
_SHORT = 6


def signs(text: str, words: frozenset[str]) -> list[str]:
    """Return what, in lower case, stands in every secret that `text` of `words` may hold."""
    marks = [mark.lower() for sign, marks in _MARKS.items() if sign in text for mark in marks]
    return [*marks, *(words & _LABELS)]


def secrets(text: str) -> list[tuple[str, str]]:
    """Return each secret in `text`, with what it looks like."""
    shaped = [
        (match[0], _NAMES[int((match.lastgroup or "s0")[1:])])
        for match in _SHAPE.finditer(text)
        if not text[max(0, match.start() - 1) : match.start()].isalnum()
    ]
    return shaped or [
        (match["value"], "a key" if "key" in match["label"].lower() else "a password")
        for match in _LABEL.finditer(text)
        if _is_value(match)
    ]


def _is_value(match: re.Match[str]) -> bool:
    """Return whether what follows `password:` is one, and no word about it.

    A plain word is one only where nothing follows: `password: sunshine`.
    """
    value, rest = match["value"], match["rest"]
    plain = value.rstrip(".,;:!?)").lower()
    if _BLANK.match(value) or plain in _EXPLAINED:
        return False
    if not _WORD.match(value):
        return any(map(str.isdigit, value)) or len(value) > _SHORT
    alone = not rest.strip(" .\"'`”")
    return alone and match["link"] != " is" and match["label"].lower().startswith(_PASSWORDS)
