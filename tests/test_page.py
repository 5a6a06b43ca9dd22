"""Pages at work, in a real browser, opened from the disk as their readers open them."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect
from test_html import HEAD, build
from test_validators import browser

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

__all__ = ["browser"]

BODY = (
    "# Sheet\n\nName: ………\n\n- [ ] Agreed\n\n"
    "| Criterion | Grade |\n| - | - |\n| Skills | ○ 1 ○ 2 |\n\n## Hello\n\ntext\n"
)
COPIED = "Subject\n\n- one\n- two “quoted”\n"


@pytest.fixture
def page(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """Yield a page with fields, open in a tab; whatever the browser complains of is a failure."""
    path = tmp_path / "x.html"
    head = replace(HEAD, version="v1", copies={"Hello": COPIED})
    path.write_text(build(BODY, head=head), encoding="utf-8")
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    tab = context.new_page()
    said: list[str] = []
    tab.on("console", lambda message: said.append(message.text))
    tab.on("pageerror", lambda error: said.append(str(error)))
    tab.on("request", lambda request: said.append(request.url))
    tab.goto(path.as_uri())
    yield tab
    context.close()
    pages = (tmp_path.as_uri(), "blob:")
    assert [line for line in said if not line.startswith(pages)] == []


def fill_in(page: Page) -> None:
    """Fill in every field by keyboard alone, in the order of the page."""
    page.get_by_label("Name").focus()
    page.keyboard.type("Mara")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")


def entered(page: Page) -> tuple[str, bool, bool]:
    """Return what the fields hold."""
    return (
        page.get_by_label("Name").input_value(),
        page.get_by_label("Agreed").is_checked(),
        page.get_by_label("2", exact=True).is_checked(),
    )


def test_what_is_entered_is_kept_until_it_is_cleared(page: Page) -> None:
    """Over a reload; and gone for good once the reader says so."""
    fill_in(page)
    page.reload()
    kept = entered(page)
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Clear all").click()
    cleared = entered(page)
    page.reload()

    assert kept == ("Mara", True, True)
    assert cleared == entered(page) == ("", False, False)


def test_what_is_entered_belongs_to_one_version_of_one_document(page: Page, tmp_path: Path) -> None:
    """Another version starts empty."""
    fill_in(page)
    other = tmp_path / "x2.html"
    other.write_text(build(BODY, head=replace(HEAD, version="v2")), encoding="utf-8")
    page.goto(other.as_uri())

    assert entered(page) == ("", False, False)


def test_what_is_entered_can_be_downloaded(page: Page) -> None:
    """As JSON, each entry with its field and its words, in reading order."""
    fill_in(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download as JSON").click()
    said = json.loads(download.value.path().read_text(encoding="utf-8"))

    assert download.value.suggested_filename == "x.json"
    assert said == {
        "document": "x",
        "title": "A & B",
        "version": "v1",
        "answers": [
            {"field": "x--name", "label": "Name", "value": "Mara"},
            {"field": "x--agreed", "label": "Agreed", "value": True},
            {"field": "x--skills-grade", "label": "Skills, Grade", "value": "2"},
        ],
    }


ENTERED = {
    "document": "x",
    "title": "A & B",
    "version": "v1",
    "answers": [
        {"field": "x--name", "label": "Name", "value": "Олена"},
        {"field": "x--agreed", "label": "Agreed", "value": True},
        {"field": "x--skills-grade", "label": "Skills, Grade", "value": "2"},
    ],
}
"""What a page like this one handed out."""


def loaded(page: Page, said: object, path: Path) -> str:
    """Load a file by keyboard alone; return what the page says then."""
    file = path / "entries.json"
    file.write_text(said if isinstance(said, str) else json.dumps(said), encoding="utf-8")
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Load a JSON file").press("Enter")
    chooser.value.set_files(file)
    status = page.locator("section.tools output")
    expect(status).not_to_be_empty()
    return status.inner_text()


def test_what_was_downloaded_can_be_loaded(page: Page, tmp_path: Path) -> None:
    """In the place of what is there, once the reader agrees; and kept like what is typed."""
    page.get_by_label("Name").fill("Mara")
    page.once("dialog", lambda dialog: dialog.accept())

    assert loaded(page, ENTERED, tmp_path) == "Entries loaded: 3."
    page.reload()
    assert entered(page) == ("Олена", True, True)


def test_loading_can_be_declined(page: Page, tmp_path: Path) -> None:
    """Then all stays as it is."""
    fill_in(page)
    file = tmp_path / "entries.json"
    file.write_text(json.dumps(ENTERED), encoding="utf-8")
    with page.expect_file_chooser() as chooser, page.expect_event("dialog") as dialog:
        page.once("dialog", lambda dialog: dialog.dismiss())
        page.get_by_role("button", name="Load a JSON file").click()
        chooser.value.set_files(file)

    assert dialog.value.message == "Replace everything you entered here?"
    assert entered(page) == ("Mara", True, True)


def test_entries_without_a_place_are_named(page: Page, tmp_path: Path) -> None:
    """A field or an option that the page lacks, a value of another kind; from another version."""
    answers = [
        {"field": "x--name", "label": "Name", "value": "Mara"},
        {"field": "x--gone", "label": "Gone <b>", "value": "a"},
        {"field": "x--agreed", "label": "Agreed", "value": "yes"},
        {"field": "x--skills-grade", "value": "9"},
    ]

    assert loaded(page, ENTERED | {"version": "v0", "answers": answers}, tmp_path) == (
        "Entries loaded: 1. "
        "The file is from another version of this document: look through all entries. "
        "There is no place on this page for: Gone <b>; Agreed; x--skills-grade."
    )
    assert entered(page) == ("Mara", False, False)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (ENTERED | {"document": "y", "title": "Scorecard"}, "another document, Scorecard."),
        ("no JSON", "no file of entries"),
        ("null", "no file of entries"),
        ({"document": "x", "answers": {}}, "no file of entries"),
        ({"document": "x", "answers": [{"value": 1}]}, "no file of entries"),
    ],
)
def test_a_file_of_something_else_loads_nothing(
    page: Page, tmp_path: Path, said: object, expected: str
) -> None:
    """The page says why, and keeps what was entered."""
    fill_in(page)

    answer = loaded(page, said, tmp_path)
    assert answer.startswith("Nothing was loaded: ")
    assert expected in answer
    assert entered(page) == ("Mara", True, True)


def test_a_button_copies_a_text_as_it_is_pasted(page: Page) -> None:
    """Plain text, lists included; the button says what it copies and that it did."""
    page.get_by_role("button", name="Copy the text: Hello").press("Enter")

    assert page.get_by_role("status").first.inner_text() == "Copied"
    assert page.evaluate("navigator.clipboard.readText()") == COPIED


def test_a_button_leaves_the_head_of_a_document_together(browser: Browser, tmp_path: Path) -> None:
    """It stands below title and first lines, not between them."""
    path = tmp_path / "x.html"
    head = replace(HEAD, copies={"Post": COPIED})
    path.write_text(build("# Post\n\nfor whom\n\n---\n\ntext\n\n---\n\nfoot\n", head=head))
    tab = browser.new_page()
    tab.goto(path.as_uri())

    assert tab.locator("h1 + p").inner_text() == "for whom"
    assert tab.locator("header > .tools:last-child").count() == 1
    tab.close()


def test_a_page_without_fields_offers_no_tools(browser: Browser, tmp_path: Path) -> None:
    """Nothing to download, to clear or to copy."""
    path = tmp_path / "x.html"
    path.write_text(build("# A\n\ntext\n"), encoding="utf-8")
    tab = browser.new_page()
    tab.goto(path.as_uri())

    assert tab.get_by_role("button").count() == 0
    tab.close()


CHARTS = "".join(
    f"## {kind}\n\n![Shown](chart:{kind}?{values})\n\n| What is to be done in that time | Value |\n"
    f"| - | - |\n| {'A long label of a row ' * 4} | 1 |\n| Another | 2 |\n| Third | 3 |\n\n"
    for kind, values in {
        "bars": "100,30,10",
        "pareto": "60,30,10",
        "timeline": "2027-01-01,2027-03-02,2027-12-30",
    }.items()
)


@pytest.mark.parametrize("wide", [320, 375, 768, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_chart_can_be_read_at_any_width(
    browser: Browser, tmp_path: Path, wide: int, scheme: Any
) -> None:
    """Its letters are ten pixels high or more, inside it; the page fits its window."""
    path = tmp_path / "x.html"
    path.write_text(build(f"# A\n\n{CHARTS}"), encoding="utf-8")
    tab = browser.new_page(viewport={"width": wide, "height": 800}, color_scheme=scheme)
    tab.goto(path.as_uri())
    shown = [svg for svg in tab.locator(".chart svg").all() if svg.is_visible()]
    heights = tab.evaluate(_HEIGHTS)

    assert len(shown) == 3
    assert len(heights) > 20
    assert min(heights) >= 10
    assert tab.evaluate("document.documentElement.scrollWidth") == wide
    tab.close()


_HEIGHTS = """
const shown = [...document.querySelectorAll(".chart svg")].filter((svg) => svg.checkVisibility());
shown.flatMap((svg) => {
  const frame = svg.getBoundingClientRect();
  return [...svg.querySelectorAll("text")].map((text) => {
    const box = text.getBoundingClientRect();
    const inside = box.left > frame.left - 2 && box.right < frame.right + 2;
    const scale = frame.width / svg.viewBox.baseVal.width;
    return inside ? parseFloat(getComputedStyle(text).fontSize) * scale : 0;
  });
})
"""
"""The size of each text in pixels; none where it sticks out of its drawing."""
