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
    "a Shopify token": r"shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}",
    "a DigitalOcean token": r"do[oprt]_v1_[0-9a-f]{64}",
    "a Hugging Face token": r"hf_[0-9A-Za-z]{30,}",
    "a PyPI token": r"pypi-[\w-]{40,}",
    "a Google access token": r"ya29\.[\w-]{20,}",
    "a Zapier webhook": r"hooks\.zapier\.com/hooks/catch/\d+/\w+",
    "a Discord webhook": r"discord(?:app)?\.com/api/webhooks/\d+/[\w-]{30,}",
    "a Teams webhook": r"webhook\.office\.com/webhookb2/[\w@-]{30,}",
    "an npm token": r"npm_[0-9A-Za-z]{30,}",
    "a Telegram bot token": r"[0-9]{8,10}:AA[\w-]{30,}",
    "a JSON web token": r"(?<!\w)eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}",
    "a password in an address": r"\b[a-z]{2,12}://[^\s/:@]+:[^\s/@]{3,}@[\w.-]+",
    "a password beside a user name": (
        r"\b(?i:user(?:name)?|login)\s?/\s?(?i:pass)\w*\s?[:=]\s*[^\s/]+\s?/\s?[^\s/]{4,}"
    ),
    "a password behind a user name": (
        r"\b(?i:log(?:ged)?|sign(?:ed)?)[ -]?(?i:in as) \S+ (?i:with|and|using|by) [\"'`“]?"
        r"(?!https?:|www\.|\S+@\S+\.)(?=[^\s\d]*\d)(?=[^\s]*[a-z])(?:\S*\d{4}\S*|\S*[!@#$%^&*+=?]\S*\w)\S*"
    ),
    "a key to a shared file": r"[?&](?:resource_?key|rlkey|authkey)=[\w%!.~-]{8,}",
    "an invitation to your chat": r"slack\.com/t/[\w-]+/shared_invite/[\w~-]{10,}",
    "a token in an address": (
        r"[?&](?:access_token|token|api_?key|auth|signature|sig|secret|password|pwd"
        r"|X-Amz-Signature)"
        r"=[\w.%~+/-]{12,}"
    ),
}
"""The makers' own formats, as their help pages show them."""

LINKS = frozenset(("a key to a shared file", "an invitation to your chat"))
"""What may be meant for everyone who reads the brief."""

_MARKS = {
    "": ("PRIVATE KEY", "AKIA", "ASIA", "AIza", "eyJ", "sk-", "xox", "glpat-", "pypi-", "in as "),
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
        "shpat_",
        "shpca_",
        "shppa_",
        "shpss_",
        "_v1_",
        "hf_",
        "shared_invite",
    ),
    ".": ("SG.", "hooks.", "ya29.", "webhook"),
    "/": ("/pass", "/ pass"),
    ":": (":AA",),
    "@": ("://",),
    "=": ("token=", "key=", "auth=", "ature=", "sig=", "secret=", "password=", "pwd="),
}
"""What a text must hold for one of the shapes to be in it, by a character that comes with it."""

_SHAPE = regex("|".join(f"(?P<s{n}>{shape})" for n, shape in enumerate(SHAPES.values())))
_NAMES = tuple(SHAPES)

_DOORS = (
    r"wi-?fi|wlan|hotspot|doors?|gate|entry|entrance|alarm|safe|vault|lock(?:[ -]?box)?"
    r"|key[ -]?(?:box|safe)|access|security|building|office|garage|padlock|backup|recovery|unlock"
)
_LABEL = regex(
    r"\b(?P<label>passwords?|passwort|kennwort|wachtwoord|contraseña|mot de passe|senha"
    r"|passwd|pwd|pw|passphrase|passcode|passkey|PIN(?: (?:code|number))?"
    r"|api[ _-]?key|secret(?:[ _-]key)?|access[ _-]token"
    rf"|(?:{_DOORS})[ -](?:code|key|combination)"
    rf"|(?:code|combination) (?:for|of|to) (?:the|our) (?:{_DOORS})"
    r")(?P<link>(?: of the \w+)? is|:|\s?=|(?=\s[0-9]))\s*[\"'`“]?(?P<value>[^\s\"'`”]{4,})"
    r"(?P<rest>[^\n]{0,20})",
    re.IGNORECASE,
)
_LABELS = listed(
    "password passwords passwort kennwort wachtwoord contraseña passe senha passwd pwd pw"
    " passphrase passcode passkey pin key apikey secret token"
)
_LOCKED = listed(
    "wifi fi wlan hotspot door doors gate entry entrance alarm safe vault lock lockbox key keybox"
    " keysafe access security building office garage padlock backup recovery unlock"
)
"""Words for what a code opens, as `_DOORS` has them."""

_CODES = listed("code combination")
_LOCKED_BY = (" code", "-code", " combination")
_CODES_OF = ("code for ", "code of ", "code to ", "combination for ", "combination of ")
_DIGITS = range(4, 9)
_POSTAL = 6
"""Digits of a `PIN code` that is an Indian postal code."""

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
    locked = words & _LOCKED if words & _CODES else ()
    codes = [f"{lock}{code}" for lock in locked for code in _LOCKED_BY]
    return [*marks, *(words & _LABELS), *codes, *(_CODES_OF if locked else ())]


def secrets(text: str) -> list[tuple[str, str]]:
    """Return each secret in `text`, with what it looks like."""
    shaped = [
        (match[0], _NAMES[int((match.lastgroup or "s0")[1:])])
        for match in _SHAPE.finditer(text)
        if not (match[0][0].isalnum() and text[match.start() - 1 : match.start()].isalnum())
    ]
    labelled = [
        (match["value"], "a key" if "key" in match["label"].lower() else "a password")
        for match in _LABEL.finditer(text)
        if _is_value(match)
    ]
    rest = [found for found in labelled if not any(found[0][:_SHORT] in one for one, _ in shaped)]
    return [*shaped, *rest]


def _is_value(match: re.Match[str]) -> bool:
    """Return whether what follows `password:` is one, and no word about it.

    A plain word is one only where nothing follows: `password: sunshine`.
    """
    value, rest = match["value"], match["rest"]
    plain = value.rstrip(".,;:!?)#*").lower()
    if _BLANK.match(value) or plain in _EXPLAINED:
        return False
    if not match["link"]:
        return plain.isdigit() and len(plain) in _DIGITS and not _is_postal(match, plain)
    if not _WORD.match(value):
        return any(map(str.isdigit, value)) or len(value) > _SHORT
    alone = not rest.strip(" .\"'`”")
    return alone and match["link"] != " is" and match["label"].lower().startswith(_PASSWORDS)


def _is_postal(match: re.Match[str], digits: str) -> bool:
    return match["label"].upper().startswith("PIN") and len(digits) == _POSTAL
