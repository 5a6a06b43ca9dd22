"""Pages: self-contained, safe, with form fields that carry names."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outsource_kit.brief import Brief
from outsource_kit.charts import Artist
from outsource_kit.commonmark import canonical, contain, escape
from outsource_kit.html import Frame, Head, page
from outsource_kit.look import style
from outsource_kit.mistakes import KitError
from outsource_kit.plan import plan
from outsource_kit.templates import read

SOURCES = read().sources
BRIEF = Brief.model_validate({"project": {"title": "T", "what": "W"}})
FACTS = plan(BRIEF, ())[0].facts
LOOK = style(FACTS) + SOURCES["page/style.css"]
DRAW = Artist(read(), FACTS).draw
FRAME = Frame(SOURCES["page/page.html"], LOOK, SOURCES["page/page.js"], DRAW)
HEAD = Head("x", "A & B", "en", "candidate", "Acme <Ltd>", "", ("a", "b"), "2026-11-22", "x.md")


def build(markdown: str, links: dict[str, str] | None = None, head: Head = HEAD) -> str:
    """Return the page of some Markdown."""
    return page(markdown, head, links or {}, FRAME)


class Fields(HTMLParser):
    """Collects the form fields of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep inputs and text areas."""
        if tag in {"input", "textarea"}:
            self.found.append((tag, dict(attrs)))


def fields(markdown: str) -> list[tuple[str, str | None]]:
    """Return each field's tag and accessible name."""
    return [(tag, attrs.get("aria-label")) for tag, attrs in Fields(build(markdown)).found]


def test_a_blank_that_ends_its_line_takes_the_rest_of_it() -> None:
    """It knows how many characters stand before it; one in the midst is as long as its dots."""
    built = Fields(build("Name: ………\n\nOn ……… at …………\nPlace: ………\n\n| A |\n| - |\n| ……… |\n"))

    assert [attrs["style"] for _, attrs in built.found] == [
        "--before: 6",
        "--dots: 3",
        "--dots: 4",
        "--before: 7",
        "--dots: 3",
    ]


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("Name: ………", [("input", "Name")]),
        ("Name: ……… Town: ………", [("input", "Name"), ("input", "Town")]),
        ("Name: ………\nTown: ………", [("input", "Name"), ("input", "Town")]),
        ("**Your name:** ………", [("input", "Your name")]),
        ("……… hours a week", [("input", "hours a week")]),
        ("Say why\n\n………………", [("textarea", "Say why")]),
        ("## Reasons\n\n………………", [("textarea", "Reasons")]),
        ("- [ ] Agreed", [("input", "Agreed")]),
        ("- [ ] Agreed with ………", [("input", "Agreed with"), ("input", "Agreed with")]),
        ("| Who | Name |\n| - | - |\n| Client | ……… |", [("input", "Client, Name")]),
        (
            "| No. | Date |\n| - | - |\n| 1 | ……… |\n| 2 | ……… |",
            [("input", "1, Date"), ("input", "2, Date")],
        ),
        ("| Who | Name |\n| - | - |\n| Client | first: ……… |", [("input", "first")]),
        ("Wait … and see", []),
        ("`………`", []),
    ],
)
def test_blanks_become_fields_named_by_the_words_beside_them(
    markdown: str, expected: list[tuple[str, str]]
) -> None:
    """Before it, after it, its row and column, or the block above."""
    assert fields(markdown) == expected


def test_field_names_are_unique_and_start_with_the_document() -> None:
    """Documents can share one PDF."""
    found = Fields(build("Name: ………\n\nName: ………\n\n- [ ] Name")).found

    names = [attrs["name"] for _, attrs in found]

    assert names == ["x--name", "x--name-2", "x--name-3"]


def test_the_tick_of_a_task_is_kept_and_labelled() -> None:
    """A task that is done comes ticked, and its words are its label."""
    built = build("- [x] Done\n- [ ] To do\n")

    assert re.findall(r'<label for="([^"]*)">([^<]*)</label>', built) == [
        ("x--done", "Done"),
        ("x--to-do", "To do"),
    ]
    assert built.count(" checked>") == 1


def test_no_request_leaves_the_page() -> None:
    """Nothing in the head, the style or the body names another file."""
    built = build("# A\n\n[web](https://a.example) [b](b.md)\n", {"b.md": "b.html"})

    assert "<style>" in built
    assert not re.findall(r"<(?:link|img|iframe|object|embed|source)\b", built)
    assert re.findall(r"<script[^>]*>", built) == ["<script>"]
    assert "@import" not in built
    assert "url(" not in built
    assert re.findall(r'href="([^"]*)"', built) == ["index.html", "https://a.example", "b.html"]


@pytest.mark.parametrize("address", ["c.md", "../b.md", "//evil.example", "/etc/passwd", "#x"])
def test_a_link_that_leads_nowhere_is_a_mistake(address: str) -> None:
    """Only pages that the reader has as well, the web, and e-mail."""
    with pytest.raises(KitError, match="leads nowhere"):
        build(f"[x]({address})\n", {"b.md": "b.html"})


def test_a_picture_is_a_mistake() -> None:
    """A page asks for nothing beyond itself."""
    with pytest.raises(KitError, match="leads nowhere"):
        build("![x](https://a.example/pixel.png)\n")


def test_the_head_says_what_is_known_and_nothing_empty() -> None:
    """Names are escaped, and a fact that is not there leaves no tag."""
    built = build("# A\n")

    assert "<title>A &amp; B</title>" in built
    assert '<meta name="author" content="Acme &lt;Ltd&gt;">' in built
    assert '<meta name="keywords" content="a, b">' in built
    assert '<meta name="dcterms.created" content="2026-11-22">' in built
    assert 'name="description"' not in built


def test_what_follows_the_last_rule_is_the_foot() -> None:
    """It stands in the footer of the page and at the foot of every sheet."""
    built = build("# A\n\n---\n\nbody\n\n---\n\nFor *you*\n")

    assert 'data-foot="For you"' in built
    assert re.search(r"<footer>\s*<p>For <em>you</em></p>\s*</footer>", built)
    assert "<p>body</p>" in built.split("<footer>")[0]


@given(st.text(min_size=1, max_size=80).map(lambda s: " ".join(s.split())).filter(str.isprintable))
def test_typed_text_survives_to_the_page_unchanged(text: str) -> None:
    """From a field of a brief to what is read in the browser."""
    if not text or "………"[:3] in text:
        return
    built = build(canonical(f"# {escape(text)}\n\n| a |\n| - |\n| {escape(text)} |\n"))
    body = built.split("<main>")[1].split("</main>")[0]

    assert unescape(re.sub(r"<[^>]*>", "", body)).count(text) >= 2


@given(st.text(alphabet="<>/\"'=ab&;!-[]()`* \nscript:jvonelad", max_size=120))
def test_no_markup_comes_through_prose(prose: str) -> None:
    """Whatever is typed, the page holds only the tags that Markdown makes."""
    built = build(canonical(contain(prose or "x")))
    body = built.split("<main>")[1].split("</main>")[0]
    tags = set(re.findall(r"<([a-z0-9]+)", body))

    assert tags <= {
        "a",
        "blockquote",
        "br",
        "code",
        "em",
        "form",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "li",
        "mark",
        "ol",
        "p",
        "pre",
        "strong",
        "ul",
    }
    assert not re.search(r"<[^>]*\son\w+=", body)


def test_circles_become_a_choice_named_by_the_words_beside_them() -> None:
    """One field, each circle with its own words; what is no list of circles stays text."""
    built = build("| Skill | Grade |\n| - | - |\n| Care | ○ 1 poor ○ 2 |\n\nOne ○ is none\n")
    found = Fields(built).found

    assert [(attrs["type"], attrs["name"], attrs["value"]) for _, attrs in found] == [
        ("radio", "x--care-grade", "1 poor"),
        ("radio", "x--care-grade", "2"),
    ]
    assert 'role="radiogroup" aria-label="Care, Grade"' in built
    assert "One ○ is none" in built


def test_a_browser_may_run_the_one_script_of_a_page_and_fetch_nothing() -> None:
    """The policy names the script by its hash."""
    built = build("# A\n")
    (script,) = re.findall(r"<script>(.*?)</script>", built, re.DOTALL)
    digest = b64encode(sha256(script.encode()).digest()).decode()

    assert f"script-src 'sha256-{digest}'\">" in built
    assert "default-src 'none'" in built
