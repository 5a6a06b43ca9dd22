"""The door to mdformat: typed text into Markdown, and Markdown into its one canonical form.

In: what an author typed, or what a template rendered. Out: Markdown (CommonMark with GitHub's
tables, task lists, strikethrough and bare links) in which nothing typed has changed its meaning.
Absent: HTML; raw HTML in the source is text like any other.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import mdformat.plugins
from markdown_it import MarkdownIt
from mdformat.renderer import MDRenderer, RenderTreeNode

if TYPE_CHECKING:
    from markdown_it.token import Token

_DEEPEST = 40
"""Levels of nesting that are parsed; markdown-it drops what lies deeper without a word."""

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")

_LINK_SCHEMES = ("http://", "https://", "mailto:")

_LISTS = {"bullet_list", "ordered_list"}

_PROSE_HEADING = 3
"""Rank of the topmost heading that prose may hold: documents use the two above it."""


def parser(renderer: type[Any]) -> MarkdownIt:
    """Return a parser for the product's Markdown, which writes with `renderer`."""
    markdown = MarkdownIt(
        "commonmark",
        {"html": False, "maxNesting": _DEEPEST, "xhtmlOut": False},
        renderer_cls=renderer,
    )
    markdown.options["mdformat"] = {"number": True}
    markdown.options["parser_extension"] = []
    markdown.options["codeformatters"] = {}
    for extension in (mdformat.plugins.PARSER_EXTENSIONS["gfm"], _HOUSE_STYLE):
        markdown.options["parser_extension"].append(extension)
        extension.update_mdit(markdown)
    return markdown


def _finish(text: str, _node: object, _context: object) -> str:
    """Escape tildes that forges would take for strikethrough, and leave `[[slots]]` readable."""
    text = re.sub(r"(?<=[^\s\\~])~(?!~)", r"\\~", text)
    return re.sub(r"\\\[\[([^\[\]\\]+)\]\\\](?![(\[])", r"[[\1]]", text)


_HOUSE_STYLE = SimpleNamespace(
    update_mdit=lambda _: None,
    RENDERERS={"hr": lambda _node, _context: "---"},
    POSTPROCESSORS={"text": _finish},
)
"""An extension of mdformat: a short rule, and text as it reads best on a forge."""


@cache
def _formatter() -> MarkdownIt:
    return parser(MDRenderer)


@cache
def _prose_formatter() -> MarkdownIt:
    markdown = parser(MDRenderer).disable("image")
    markdown.validateLink = lambda url: url.lower().startswith(_LINK_SCHEMES)  # type: ignore[method-assign]
    return markdown


def _write(markdown: MarkdownIt, tokens: list[Token]) -> str:
    env: dict[str, Any] = {}
    return str(markdown.renderer.render(tokens, markdown.options, env))


def _parse(markdown: MarkdownIt, source: str) -> list[Token]:
    tokens = markdown.parse(source)
    if any(token.level >= _DEEPEST - 1 for token in tokens):
        msg = f"lists and quotations are nested more than {_DEEPEST // 2} deep"
        raise ValueError(msg)
    return tokens


def tokens_of(source: str) -> list[Token]:
    """Return canonical Markdown as the tokens it consists of."""
    return _formatter().parse(source)


def escape(text: str) -> str:
    """Return Markdown that shows `text`, one plain line, exactly as typed."""
    return _PUNCTUATION.sub(r"\\\1", text)


def code(text: str) -> str:
    """Return Markdown that shows `text`, one plain line without backticks, as code."""
    return f"`{text.replace('`', '')}`"


@lru_cache(maxsize=1024)
def contain(prose: str) -> str:
    """Return `prose` as Markdown that ends where it ends, whatever is written after it.

    Raw HTML becomes text, headings move below those of a document, images become links, and a
    link to anything but a web page or an e-mail address becomes text. Raises `ValueError` where
    it is nested too deep to be shown.
    """
    markdown = _prose_formatter()
    tokens = _parse(markdown, f"{prose}\n")
    ranks = [int(token.tag[1]) for token in tokens if token.type == "heading_open"]
    for token in tokens:
        if token.type in {"heading_open", "heading_close"}:
            rank = min(int(token.tag[1]) - min(ranks) + _PROSE_HEADING, 6)
            token.tag, token.markup = f"h{rank}", "#" * rank
    return _write(markdown, tokens)


def canonical(source: str) -> str:
    """Return Markdown of the same meaning in its one form, ending in a line break.

    Lists of single paragraphs become tight, however their source was spaced. Raises `ValueError`
    where it is nested too deep to be shown.
    """
    markdown = _formatter()
    tokens = _parse(markdown, source)
    _tighten(RenderTreeNode(tokens))
    return _write(markdown, tokens)


def _tighten(tree: RenderTreeNode) -> None:
    """Join the items of every list of which each holds one paragraph, or one and a list."""
    for node in tree.walk():
        if node.type in _LISTS and all(_is_line(item) for item in node.children):
            for item in node.children:
                opening = item.children[0].nester_tokens
                if opening:
                    opening.opening.hidden = True


def _is_line(item: RenderTreeNode) -> bool:
    first, *rest = [child.type for child in item.children] or [""]
    return first == "paragraph" and all(kind in _LISTS for kind in rest)
