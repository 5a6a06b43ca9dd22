"""The door to markdown-it-py: canonical Markdown into one self-contained page.

In: Markdown, and what is said about it in the page's head. Out: HTML that asks for nothing beyond
itself; blanks and tick boxes are form fields that carry their words as names. Absent: files, PDF.
"""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass, field
from hashlib import sha256
from html import escape
from itertools import pairwise
from string import Template
from textwrap import shorten
from typing import TYPE_CHECKING

from outsource_kit import __version__
from outsource_kit.commonmark import parser
from outsource_kit.html.direction import set_directions
from outsource_kit.html.fields import FieldRenderer, place_fields, words
from outsource_kit.html.pictures import place_pictures
from outsource_kit.html.shape import shape
from outsource_kit.mistakes import KitError, Mistake

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markdown_it.token import Token

    from outsource_kit.html.pictures import Draw

_RUNNING_TITLE = 90
"""Characters of a title that stand at the head of every sheet."""

_SAFE = ("http://", "https://", "mailto:")


@dataclass(frozen=True)
class Head:
    """What a page says about itself."""

    name: str
    """Short name: the page's anchor in a combined PDF, and the start of its fields' names."""

    title: str
    """Title of the window and of the PDF."""

    language: str
    """Language tag (BCP 47)."""

    audience: str
    """For whom it is."""

    author: str
    """Who hands it out; empty where the brief names no client."""

    description: str
    """What it is, in one line."""

    keywords: tuple[str, ...]
    """Words to find it by."""

    issued: str
    """The day of issue (ISO 8601); empty where the brief names none."""

    template: str
    """The file its words come from, for messages."""

    logo: str = ""
    """The logo of who hands it out, as a `data:` address; empty for none."""

    version: str = ""
    """Fingerprint of what it is made from: what someone enters is kept under it."""

    data: str = ""
    """What it says as data for search engines (JSON-LD); empty for nothing."""

    copies: Mapping[str, str] = field(default_factory=dict)
    """Plain texts for pasting, each by the heading below which a button copies it."""


@dataclass(frozen=True)
class Frame:
    """What all pages share, as text."""

    shell: str
    """The page around a document, with `$name`s for what differs."""

    style: str
    """The style sheet."""

    script: str
    """The program: copies texts, keeps what is entered, hands it out."""

    draw: Draw
    """Makes the SVG of a chart."""


def page(markdown: str, head: Head, links: Mapping[str, str], frame: Frame) -> str:
    """Return `markdown` as a page.

    `links` maps each relative link that may be followed to where it leads from the page. What
    follows the last rule is the page's foot. Raises `KitError` for a link that leads nowhere, and
    for a chart that cannot be drawn.
    """
    markdown_it = parser(FieldRenderer)
    try:
        tokens = list(place_pictures(markdown_it.parse(markdown), frame.draw))
    except ValueError as error:
        message = f"document `{head.name}`: {error}"
        raise KitError(Mistake(head.template, 0, 0, "", message)) from None
    _follow_links(tokens, head, links)
    _offer_copies(tokens, head.copies)
    set_directions(tokens)
    place_fields(tokens, head.name)
    tokens = shape(tokens)
    rule = max((i for i, token in enumerate(tokens) if token.type == "hr"), default=len(tokens))
    body, foot = tokens[:rule], tokens[rule + 1 :]
    write = markdown_it.renderer.render
    fields = {
        "name": escape(head.name),
        "title": escape(head.title),
        "language": escape(head.language),
        "audience": escape(head.audience),
        "meta": _meta(head),
        "logo": _logo(head),
        "running_title": escape(shorten(head.title, _RUNNING_TITLE, placeholder="…")),
        "version": escape(head.version),
        "policy": _policy(frame.script),
        "foot_text": escape(" ".join(words(t) for t in foot if t.type == "inline")),
        "style": frame.style,
        "script": frame.script,
        "body": write(body, markdown_it.options, {}),
        "foot": write(foot, markdown_it.options, {}),
    }
    try:
        return Template(frame.shell).substitute(fields)
    except (KeyError, ValueError) as error:
        known = ", ".join(f"`${field}`" for field in fields)
        message, hint = f"{str(error).lower()} in the shell of the page", f"it may use {known}"
        raise KitError(Mistake("page/page.html", 0, 0, "", message, hint)) from None


def _logo(head: Head) -> str:
    if not head.logo:
        return ""
    return f'<p class="logo"><img src="{escape(head.logo)}" alt="{escape(head.author)}"></p>\n'


def _policy(script: str) -> str:
    """Return what a browser may do with the page: run `script`, and fetch nothing."""
    digest = b64encode(sha256(f"\n{script}".encode()).digest()).decode()
    return (
        "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; "
        f"style-src 'unsafe-inline'; script-src 'sha256-{digest}'"
    )


def _offer_copies(tokens: list[Token], copies: Mapping[str, str]) -> None:
    for opening, inline in pairwise(tokens):
        if opening.type == "heading_open" and (text := copies.get(words(inline))):
            opening.attrSet("data-copy", text)


def _meta(head: Head) -> str:
    said = {
        "author": head.author,
        "description": head.description,
        "keywords": ", ".join(head.keywords),
        "dcterms.created": head.issued,
        "generator": f"outsource-kit {__version__}",
    }
    lines = (f'<meta name="{k}" content="{escape(v)}">' for k, v in said.items() if v)
    data = f'<script type="application/ld+json">{head.data}</script>' if head.data else ""
    return "\n".join((*lines, data)) if data else "\n".join(lines)


def _follow_links(tokens: list[Token], head: Head, links: Mapping[str, str]) -> None:
    for token in tokens:
        for child in token.children or ():
            if child.type == "image":
                hint = "a page holds all it needs; of pictures it has charts alone"
                raise _broken(head, str(child.attrs.get("src")), hint)
            if child.type not in {"link_open", "gfm_autolink"}:
                continue
            address = str(child.attrs["href"])
            if child.type == "gfm_autolink" and not address.lower().startswith(_SAFE):
                child.type = "text"
            elif address in links:
                child.attrs["href"] = links[address]
            elif not address.lower().startswith(_SAFE):
                raise _broken(head, address, "link to a document that its readers have as well")


def _broken(head: Head, address: str, hint: str) -> KitError:
    message = f"document `{head.name}`: `{address}` leads nowhere"
    return KitError(Mistake(head.template, 0, 0, "", message, hint))
