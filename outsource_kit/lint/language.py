"""Whether the text is whole: broken characters, unfilled blanks, one thing in two spellings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from outsource_kit.lint.regex import regex
from outsource_kit.lint.rule import Problem, rule
from outsource_kit.lint.told import told
from outsource_kit.lint.words import words_of
from outsource_kit.load.values import dotted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from outsource_kit.brief import Brief
    from outsource_kit.lint.pool import Pool

_BROKEN = regex(
    "\ufffd|â€[\u0080-\u00ff\u2018-\u203a\u0152-\u0192\u02c6\u02dc™€]?"
    "|â(?:\u201a[\u00ac\u00b9]|\u201e[\u00a2\u2013]|\u2020[\u0090-\u0099\u2018-\u201d]"
    "|\u02c6[\u2019\u017e]|\u02dc\u2026|\u0153[\u201c\u201d\u2026])"
    "|Ã[\u0080-\u00bf]|Â[\u00a0-\u00bf]|ï»¿|ðŸ.?"
)
"""UTF-8 that was read as another encoding, and the sign for what could not be read."""

_PLACEHOLDER = regex(
    r"\[\[[A-Za-z][^\[\]\n]{0,60}\]\]|\{%[^%\n]{1,60}%\}"
    r"|[\[<](?:insert|enter|add|fill in)(?: [\w'’-]+){1,5}[\]>](?![(\[])"
    r"|[\[<](?:your|company|client|freelancer)(?: \w+)? (?:name|company|title|role|address|e-?mail"
    r"|website|budget|rate|date|phone|project)[\]>](?![(\[])",
    re.IGNORECASE,
)
_MERGE = regex(
    r"(?<![{$\w])\$?\{(?!\{)[A-Za-z][\w .-]{0,30}\}(?!\})|%(?:FIRST|LAST|FULL)?_?NAME%"
    r"|<(?:insert |your )?(?:first |last |full )?name>|\{%[^%\n]{1,60}%\}|\[(?:first "
    r"|your )?name\](?![\](])",
    re.IGNORECASE,
)
"""What other programs fill in, and this one does not."""

_SPELLINGS = (
    ("e-mail", "email"),
    ("web site", "website"),
    ("web page", "webpage"),
    ("free-lancer", "freelancer"),
    ("on-boarding", "onboarding"),
    ("data base", "database"),
    ("spread sheet", "spreadsheet"),
    ("time sheet", "timesheet"),
    ("news letter", "newsletter"),
    ("on-line", "online"),
    ("to-do list", "todo list"),
    ("color", "colour"),
    ("organize", "organise"),
    ("catalog", "catalogue"),
    ("logo type", "logotype"),
    ("Github", "GitHub"),
    ("Linkedin", "LinkedIn"),
    ("Wordpress", "WordPress"),
    ("Youtube", "YouTube"),
    ("Javascript", "JavaScript"),
    ("Whatsapp", "WhatsApp"),
    ("Paypal", "PayPal"),
    ("Powerpoint", "PowerPoint"),
    ("virtual assistant", "personal assistant"),
)
"""One thing in two spellings; of each pair, the rarer or older one first (own list)."""

_CURRENCIES = (("US$", "USD"), ("dollars", "USD"), ("euros", "EUR"), ("€", "EUR"), ("£", "GBP"))
_PARTS = {
    one: frozenset(re.findall(r"[a-z]+", one.lower())) for one, _ in (*_SPELLINGS, *_CURRENCIES)
}
"""The words of each spelling."""


@rule(
    "LANG-08",
    "error",
    checks="characters that were broken on their way here",
    why="Broken characters look careless, and screen readers read them out.",
    remedy="type the words again; the text was copied through a program with another encoding",
    source="own rule; seen in published job posts",
    limits="A letter with its mark behind it is made one with it when a brief is read.",
    bad="project: {context: When youâ€™re ready}",
    good="project: {context: When you’re ready}",
)
def broken(brief: Brief) -> Iterator[Problem]:
    """Yield each text with characters that no keyboard writes."""
    for said in brief.said:
        if not said.text.isascii() and (found := _BROKEN.search(said.text)):
            yield Problem(
                said.place, f"`{_around(said.text, found)}` holds broken characters", found[0]
            )


def _around(text: str, found: re.Match[str]) -> str:
    """Return the word around what was found."""
    before = re.split(r"\s", text[: found.start()])[-1]
    return before + found[0] + re.split(r"\s", text[found.end() :])[0]


@rule(
    "LANG-09",
    "error",
    checks="a blank that nobody fills",
    why="Documents print it as it stands, brackets and all.",
    remedy="fill it in; only own words of `messages` may hold blanks, in double square brackets",
    source="own rule",
    bad='project: {context: "We are [insert company name]."}',
    good="project: {context: We are Larkmoor Maps.}",
)
def unfilled(brief: Brief) -> Iterator[Problem]:
    """Yield placeholders of other programs, and blanks outside of messages."""
    for said in told(brief).shared.holding("[", "{", "<", "%name", "name%"):
        own = said.place[:2] == ("messages", "overrides")
        for found in (_MERGE if own else _PLACEHOLDER).finditer(said.text):
            if said.text.count("`", 0, found.start()) % 2 == 0:
                yield Problem(said.place, f"`{found[0]}` is printed as it stands", found[0])


@rule(
    "LANG-10",
    "info",
    checks="one thing in two spellings",
    why="Readers wonder whether two words mean two things.",
    remedy="choose one spelling, and use it in every text",
    source="own rule",
    bad="project: {context: Write an email., why: Every e-mail counts as one of ours in the shop.}",
    good="project: {context: Write an email., why: Every email counts as one of ours in the shop.}",
)
def two_spellings(brief: Brief) -> Iterator[Problem]:
    """Yield the rarer spelling where both stand in texts that others read."""
    words = words_of(brief)
    for one, other in (*_SPELLINGS, *_CURRENCIES):
        if words.issuperset(_PARTS[one]) and one.lower() in told(brief).shared.lower:
            exact = one != one.lower() or other.isupper()
            yield from _both(told(brief).shared, one, other, exact=exact)


def _both(pool: Pool, one: str, other: str, *, exact: bool) -> Iterator[Problem]:
    """Yield the first text that holds `one`, if another place holds `other`."""
    found = {}
    for spelling in (one, other):
        edges = rf"(?<![\w@./#`-]){re.escape(spelling)}(?![\w@/-]|\.\w)"
        pattern = re.compile(
            edges if spelling.isalpha() or "-" in spelling else re.escape(spelling)
        )
        flags = pattern if exact else re.compile(pattern.pattern, re.IGNORECASE)
        for said in pool.holding(spelling.lower()):
            if match := flags.search(said.text):
                found[spelling] = (said, match[0])
                break
    if len(found) == len((one, other)):
        said, words = found[one]
        where = dotted(found[other][0].place)
        yield Problem(said.place, f"`{words}` here, `{found[other][1]}` in `{where}`", words)
