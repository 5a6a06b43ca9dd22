"""Look for what only the hirer may know in what others read.

What fields hold is kept apart by the pipeline; these rules look for what was typed by hand.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from outsource_kit.brief import Audience
from outsource_kit.lint.credentials import LINKS, secrets, signs
from outsource_kit.lint.regex import regex
from outsource_kit.lint.rule import Problem, rule
from outsource_kit.lint.told import told
from outsource_kit.lint.typed import Sure
from outsource_kit.lint.words import words_of
from outsource_kit.load.values import dotted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from outsource_kit.brief import Brief
    from outsource_kit.brief.said import Said
    from outsource_kit.mistakes import Severity

_ENDS = ("\n\n", "\n- ", "\n* ", ".\n", ". ", "! ", "? ", "; ")
"""What a sentence ends with, before another begins."""

_DISTINCT = 7
"""Words from which on a sentence is not written twice by chance."""

_NAMED = 4
"""Letters below which a name may be part of any sentence."""

_LONG = 7
"""Letters from which on four of a secret may be shown."""

_SHARED = "let it open what everyone may see and no more, or share it after the choice"

_OTHER = "delete it; if it is another amount, say so under `lint.ignore`"

_GRADING = frozenset({"questions", "trial", "scoring"})
"""Sections whose texts for the hirer's team tell what a good answer is."""

_NAME = regex(r"[^\W\d_]+(?:[-'’.][^\W\d_]*)*(?: [^\W\d_]+(?:[-'’.][^\W\d_]*)*)+")

_INSIDE = regex(
    r"(?:https?://|\b)(?:localhost|127(?:\.\d{1,3}){3}|10(?:\.\d{1,3}){3}|192\.168(?:\.\d{1,3}){2}"
    r"|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2}|169\.254(?:\.\d{1,3}){2})\b(?:[:/]\S*)?"
    r"|(?:https?://)?\[(?:::1|f[cd][\da-f]{2}:[\da-f:]*|fe80:[\da-f:]*)\](?:[:/]\S*)?"
    r"|(?<![\w./@-])(?:[\w-]+\.)+(?:local|localdomain|lan|intranet)\b(?![\w.-]*\w)(?:[:/]\S*)?"
    r"|(?:https?://|@)(?:[\w-]+\.)*[\w-]+\.(?:local|internal|intranet|corp|lan|localdomain"
    r"|home\.arpa)"
    r"\b(?:[:/]\S*)?"
    r"|https?://(?:[\w-]+\.)*(?:intranet|internal|staging|uat|vpn|corp)\.[\w.-]+(?:[:/]\S*)?"
    r"|https?://[\w-]+(?=[:/\s]|$)(?:[:/]\S*)?"
    r"|(?:file|smb|nfs)://\S+|(?<![\\\w])\\\\[\w.-]+\\[\w$.-]+",
    re.IGNORECASE,
)
_INSIDE_MARKS = (
    *("://", "@", "localhost", "127.", "10.", "192.168.", "172.", "169.254.", "\\\\"),
    *("[::1]", "[f", ".local", ".lan", ".intranet"),
)
_VERSION = regex(r"(?:version|release|v\.?)\s?$", re.IGNORECASE)


@rule(
    "LEAK-01",
    "error",
    checks="an internal amount or text, typed by hand where others read it",
    why=(
        "Who knows your limit asks for your limit. Fields are kept apart for you; a number typed"
        " into a text, in whatever spelling, is not."
    ),
    remedy="delete it, or name an amount that others may know",
    source="own rule",
    limits=(
        "It is an error that cannot be ignored where the words around say that it is yours, as in"
        " `our budget is` or `we could go up to`, or where its unit is that of the field. Other"
        " money of the same amount, as in `a bike costs`, is an error that may be ignored with a"
        " reason. It is a warning below 100, where it may be a fare; where nothing says that the"
        " number is money; for a range such as `1-750`; and for a rounded amount behind `about`"
        " unless a shared rate covers it."
        " An amount is found with any marks between its digits, in thousands, millions, hundreds or"
        " cents, as `1.5e3`, in hexadecimal, in words and in Roman letters. Below 1,000 a whole"
        " number needs money beside it, since `15` counts mails as well; a number behind `Section`,"
        " `page` or `founded in`, at the end of a name, or before what it counts, is left alone."
        " `A grand and a half`, and words before digits as in `twenty dollars 71`, are not looked"
        " for. Roman letters need four letters and a thousand, since `CD` and `MD` are names. Sums"
        " that the reader would have to work out, and internal texts of fewer than seven words, are"
        " left alone."
    ),
    bad="pay: {walk_away: 1500 USD}\nproject: {context: We could go up to $1.5k.}",
    good="pay: {walk_away: 1500 USD}\nproject: {context: Name your price.}",
)
def typed_by_hand(brief: Brief) -> Iterator[Problem]:
    """Yield internal amounts, sentences and names in texts and links of others.

    What is said to be the author's own price cannot be ignored. Other money of the same amount can.
    A small amount may be a fare, and a number without money a count: both are a warning.
    """
    ready = told(brief)
    for hit in ready.typed:
        if hit.number not in ready.aloud:
            field = dotted(hit.amounts[0].place)
            severity: Severity | None = "warning" if hit.sure is Sure.MAYBE else None
            ours = hit.sure is Sure.OURS
            is_it = "is close to" if hit.amounts[0].rounded else "is"
            message = f"`{hit.words}` {is_it} `{field}`, which only you may know"
            remedy = "" if ours else _OTHER
            yield Problem(hit.said.place, message, hit.words, remedy, severity, fixed=ours)
    yield from _copied(brief)
    yield from _invited(brief)


def _copied(brief: Brief) -> Iterator[Problem]:
    """Yield sentences of a text that stand, word for word, in one with more readers."""
    anyone = Audience.CANDIDATE
    for said in brief.said:
        if said.audience is anyone or said.text.count(" ") < _DISTINCT - 1:
            continue
        text = said.text if _is_secret(said) else ""
        for end in _ENDS:
            text = text.replace(end, "\0")
        for sentence in text.replace("\n", " ").split("\0"):
            if sentence.count(" ") >= _DISTINCT - 1:
                yield from _repeated(brief, said, sentence.strip())


def _repeated(brief: Brief, said: Said, sentence: str) -> Iterator[Problem]:
    """Yield texts with more readers than `said` that hold its sentence."""
    ready, wanted = told(brief), sentence.strip(" .!?;").lower()
    pool = ready.public if said.audience is Audience.AGENCY else ready.shared
    if wanted not in pool.flat:
        return
    for other, text in zip(pool.texts, pool.flat.split("\0"), strict=True):
        same = other.place[-1] == said.place[-1] and other.text == said.text
        if wanted in text and not same:  # two metrics may well share a method
            message = f"`{_short(sentence)}` is from `{dotted(said.place)}`"
            yield Problem(other.place, message, sentence, fixed=True)


def _is_secret(said: Said) -> bool:
    """Return whether a text is not for those below it."""
    if said.audience is Audience.AGENCY:
        return said.place[0] in _GRADING
    return said.place[0] != "lint"


def _short(sentence: str) -> str:
    words = sentence.split()
    return " ".join(words[:_DISTINCT]) + (" …" if len(words) > _DISTINCT else "")


def _invited(brief: Brief) -> Iterator[Problem]:
    """Yield the names of people to be invited where others read them."""
    for index, invited in enumerate(brief.sourcing.invite):
        found = _NAME.match(invited)
        name = found[0] if found and found[0].istitle() else ""
        for said in brief.said if name else ():
            if said.shared and re.search(rf"\b{re.escape(name)}\b", said.text):
                message = f"`{name}` is `sourcing.invite[{index + 1}]`, whom only you know of"
                yield Problem(said.place, message, name, fixed=True)


@rule(
    "LEAK-03",
    "error",
    checks="what looks like a key, a token or a password",
    why="Whoever can read the brief can use it, and so can whoever gets a copy of it.",
    remedy="delete it, change it where it is used, and hand over access by a password manager",
    source="the formats that the makers of such keys publish",
    limits=(
        "A word alone is a password only behind `password:`, and nothing but it. A number behind"
        " `PIN` needs four to eight digits, but not the six of an Indian postal code. The key in a"
        " link to a shared file, and an invitation to a chat, are a warning: you may mean everyone"
        " to have them."
    ),
    bad='project: {context: "Shop login, password: hunter2!"}',
    good='project: {context: "Shop login; the password comes by the password manager."}',
)
def secret(brief: Brief) -> Iterator[Problem]:
    """Yield what looks like a secret in any text or link, whoever may read it.

    A link to what everyone may see is a warning where others read it, and nothing where none do.
    """
    for pool in (told(brief).shared, told(brief).own):
        for said in pool.holding(*signs(pool.joined, words_of(brief))):
            for words, looks in secrets(said.text):
                open_ = looks in LINKS
                severity: Severity | None = "warning" if open_ else None
                message = f"`{_hinted(words)}…` looks like {looks}"
                if said.shared or not open_:
                    yield Problem(
                        said.place, message, words, _SHARED if open_ else "", severity, not open_
                    )


def _hinted(words: str) -> str:
    """Return so much of a secret that its author knows which it is."""
    return words.lstrip("?&")[: 4 if len(words) > _LONG else 1]


@rule(
    "LEAK-04",
    "warning",
    checks="an address that only works inside the company",
    why="Nobody outside can open it, and it tells how your network is built.",
    remedy="replace it by a public link, or give access after the choice",
    source="RFC 1918 and RFC 6762 for private addresses; own list of host names",
    bad="project: {context: Our notes are at https://wiki.company.internal/notes}",
    good="project: {context: Our notes are at https://company.example/notes}",
)
def inside_address(brief: Brief) -> Iterator[Problem]:
    """Yield addresses of an internal network in public texts and links."""
    for said in told(brief).shared.holding(*_INSIDE_MARKS):
        if said.public:
            for found in _INSIDE.finditer(said.text):
                if not _VERSION.search(said.text, 0, found.start()):
                    words = found[0].rstrip(".,;:)")
                    message = f"`{words.lstrip('@')}` is an address inside a network"
                    yield Problem(said.place, message, words, fixed=True)


@rule(
    "LEAK-05",
    "warning",
    checks="the legal name or address in a public text, though a display name is given",
    why="You chose the name under which you appear. The legal one belongs in the contract.",
    remedy="write the display name",
    source="own rule; Upwork hides the names of clients",
    bad=(
        "client: {display_name: Larkmoor Maps, legal_name: Larkmoor Holding Ltd}\n"
        "project: {context: Larkmoor Holding Ltd makes maps.}"
    ),
    good=(
        "client: {display_name: Larkmoor Maps, legal_name: Larkmoor Holding Ltd}\n"
        "project: {context: Larkmoor Maps makes maps.}"
    ),
)
def legal_name(brief: Brief) -> Iterator[Problem]:
    """Yield the legal name and the postal address where they are typed into a public text."""
    client, fields = brief.client, ("legal_name", "postal_address")
    shown = (client.display_name or "").lower()
    for field in fields:
        name = (getattr(client, field) or "").lower()
        if not shown or len(name) < _NAMED or name in shown:
            continue
        whole = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
        for said in told(brief).public.holding(name):
            found = whole.search(said.text)
            if found and said.place not in {("client", other) for other in fields}:
                message = f"`{found[0]}` is `client.{field}`"
                yield Problem(said.place, message, found[0], fixed=True)


@rule(
    "LEAK-06",
    "info",
    checks="a number that is internal in one field and said aloud in another",
    why="The number is no secret, since a shared field holds it. Nobody need know what else it is.",
    remedy="nothing, if the shared field is meant; else change it",
    source="own rule",
    bad="pay: {target: 15 USD/hour, rate: 12-15 USD/hour}\nproject: {context: We pay 15 USD/hour.}",
    good=(
        "pay: {target: 14 USD/hour, rate: 12-15 USD/hour}\nproject: {context: We pay 15 USD/hour.}"
    ),
)
def shared_number(brief: Brief) -> Iterator[Problem]:
    """Yield numbers typed into texts that an internal and a shared field both hold."""
    ready = told(brief)
    for hit in ready.typed:
        if hit.number in ready.aloud:
            field = dotted(hit.amounts[0].place)
            message = f"`{hit.words}` is also `{field}`, but a shared field says it aloud"
            yield Problem(hit.said.place, message, hit.words, fixed=True)


UNDECIDED: dict[str, str] = {
    "LEAK-02": "the build refuses it already: templates get only what their readers may know",
}
"""Rules of this chapter that a brief alone cannot decide, with the reason."""
