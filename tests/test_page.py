"""Pages at work, in a real browser, opened from the disk as their readers open them."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
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


def test_a_button_copies_a_text_as_it_is_pasted(page: Page) -> None:
    """Plain text, lists included; the button says what it copies and that it did."""
    page.get_by_role("button", name="Copy the text: Hello").press("Enter")

    assert page.get_by_role("status").first.inner_text() == "Copied"
    assert page.evaluate("navigator.clipboard.readText()") == COPIED


def test_a_page_without_fields_offers_no_tools(browser: Browser, tmp_path: Path) -> None:
    """Nothing to download, to clear or to copy."""
    path = tmp_path / "x.html"
    path.write_text(build("# A\n\ntext\n"), encoding="utf-8")
    tab = browser.new_page()
    tab.goto(path.as_uri())

    assert tab.get_by_role("button").count() == 0
    tab.close()
