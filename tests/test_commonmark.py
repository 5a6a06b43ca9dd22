"""Typed text keeps its meaning, and prose ends where it ends."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it.renderer import RendererHTML

from outsource_kit.commonmark import canonical, contain, escape, parser

NASTY = st.text(alphabet="#*_`>-+=~|[]()<>!ab1. :/\\&;${}\"'%", min_size=1, max_size=60)
LINES = (NASTY | st.text(min_size=1, max_size=60)).map(lambda s: " ".join(s.split())).filter(bool)
FRAMES = [
    "{}",
    "# {}",
    "- {}",
    "1. {}",
    "- [ ] {}",
    "> {}",
    "**{}**",
    "[{}](https://a.example)",
    "| a | b |\n| - | - |\n| {} | c |",
]


def shown(markdown: str) -> str:
    """Return the text that a reader of the rendered Markdown sees."""
    rendered = parser(RendererHTML).render(markdown)
    return html.unescape(re.sub(r"<[^>]*>", "", rendered))


def printable(text: str) -> bool:
    """Return whether `text` holds only characters that a brief may hold."""
    return text.isprintable() and "\ufeff" not in text


@pytest.mark.parametrize("frame", FRAMES)
@given(text=LINES.filter(printable))
@example(text='C# & <Foo>_bar* | "x" 50% $5 {{7*7}} #1')
@example(text="www.a.example, mailto:a@b.example and ~one~ ~~two~~")
@example(text="&amp; \\* <!-- x --> 1. [x] ![y](z)")
def test_escaped_text_shows_exactly_as_typed(frame: str, text: str) -> None:
    """In every place where a template puts text, and after it was made canonical."""
    written = canonical(frame.format(escape(text)))

    assert text in shown(written)


@given(prose=NASTY.map(lambda s: s.replace(" ", "\n ")) | st.text(max_size=200))
@example(prose="```\nnever closed")
@example(prose="<!-- never closed")
@example(prose="[never closed](")
@example(prose="| a | b |\n| - | - |")
@example(prose="[a]: https://a.example")
def test_prose_ends_where_it_ends(prose: str) -> None:
    """Whatever prose holds, the paragraph after it is still a paragraph of its own."""
    written = canonical(f"{contain(prose)}\n\nWhat follows\n")

    assert written.rstrip("\n").split("\n")[-1] == "What follows"
    assert parser(RendererHTML).render(written).endswith("<p>What follows</p>\n")


@given(source=NASTY.map(lambda s: s.replace(" ", "\n")) | st.text(max_size=200))
def test_canonical_markdown_stays_as_it_is(source: str) -> None:
    """Writing it once more changes nothing."""
    once = canonical(contain(source))

    assert canonical(once) == once


def test_prose_keeps_its_markdown_and_loses_what_is_not_allowed() -> None:
    """Emphasis, lists and web links stay; HTML, other links, pictures and top headings do not."""
    prose = (
        "# Big\n\n**bold** [web](https://a.example) [mail](mailto:a@b.example)\n\n"
        "[js](javascript:alert(1)) [file](file:///etc/passwd) [rel](../x) ![pic](p.png)\n\n"
        "<script>alert(1)</script>\n"
    )

    rendered = parser(RendererHTML).render(canonical(contain(prose)))

    assert "<h3>Big</h3>" in rendered
    assert "<strong>bold</strong>" in rendered
    assert re.findall(r'href="([^"]*)"', rendered) == ["https://a.example", "mailto:a@b.example"]
    assert "<script" not in rendered
    assert "<img" not in rendered


def test_headings_of_prose_keep_their_order_below_those_of_documents() -> None:
    """The topmost becomes the third rank, and no rank goes beyond the sixth."""
    assert contain("## a\n\n### b\n\n###### c").split() == ["###", "a", "####", "b", "######", "c"]


@pytest.mark.parametrize("source", ["> " * 60 + "deep", "- " * 60 + "deep"])
def test_nesting_that_would_be_dropped_is_refused(source: str) -> None:
    """Text is never lost without a word."""
    with pytest.raises(ValueError, match="nested more than"):
        contain(source)


def test_lists_of_lines_are_tight_however_they_were_spaced() -> None:
    """Templates need not care for blank lines between items."""
    assert canonical("- a\n\n- b\n\n  - c\n\n- d\n") == "- a\n- b\n  - c\n- d\n"
    assert canonical("- a\n\n  more\n\n- b\n") == "- a\n\n  more\n\n- b\n"
