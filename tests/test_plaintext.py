"""Texts for pasting: no Markdown, no forbidden contact details, no more than fits."""

from __future__ import annotations

import re
from typing import Any, get_args

import pytest

from outsource_kit import templates
from outsource_kit.brief import Brief
from outsource_kit.brief.choose import MessageId
from outsource_kit.editions import FORMATS, editions_of
from outsource_kit.plaintext import messages, post
from outsource_kit.plan import plan

SOURCES = templates.read()

PAGE = """# Job post

**Shop**

## The work

Mend *the* shop: `pay.py`, [our notes](https://shop.example/notes) and C\\#.

1. First
2. Then

- Write to someone@shop.example
- Call us
  - in the morning

## You bring

### You need

- Patience

### Good to have

- Luck

## Work we like

| Shop | Why |
| --- | --- |
| A | Fast |

---

For candidates
"""


def test_markdown_becomes_plain_text() -> None:
    """Headings, lists, tables and links; nothing above the first section or below the rule."""
    found = post(PAGE, (), 5000, contacts=True)

    assert found.text == (
        "THE WORK\n\nMend the shop: pay.py, our notes (https://shop.example/notes) and C#.\n\n"
        "1. First\n2. Then\n\n- Write to someone@shop.example\n- Call us\n  - in the morning\n\n"
        "YOU BRING\n\nYou need\n\n- Patience\n\nGood to have\n\n- Luck\n\n"
        "WORK WE LIKE\n\nShop: Why\nA: Fast\n"
    )
    assert (found.length, found.left_out, found.fits) == (len(found.text) - 1, (), True)


def test_contact_details_are_left_out_where_they_are_forbidden() -> None:
    """With their line; the rest stays."""
    found = post(PAGE, (), 5000, contacts=False)

    assert "@" not in found.text
    assert "https" not in found.text
    assert "- Call us" in found.text


def test_what_is_too_long_is_cut_in_the_order_named() -> None:
    """One after the other, and no more than needed; then it is said that it does not fit."""
    order = ("Work we *", "Good to have", "Nothing")
    whole = post(PAGE, order, 5000, contacts=True)

    once = post(PAGE, order, whole.length - 1, contacts=True)
    twice = post(PAGE, order, once.length - 1, contacts=True)
    never = post(PAGE, order, 20, contacts=True)

    assert once.left_out == ("Work we like",)
    assert "WORK WE LIKE" not in once.text
    assert twice.left_out == ("Work we like", "Good to have")
    assert "Luck" not in twice.text
    assert "Patience" in twice.text
    assert (never.fits, never.left_out) == (False, twice.left_out)


def kit(**fields: Any) -> dict[str, str]:
    """Return the texts for pasting of a kit by their paths."""
    brief = Brief.model_validate({"project": {"title": "Shop", "what": "Mend it."}, **fields})
    editions = editions_of(plan(brief, SOURCES.documents), SOURCES)
    files = [f for e in editions for f in e.files(FORMATS, ())]
    return {f.path: f.make().decode() for f in files if f.path.endswith((".txt", "index.html"))}


def test_each_message_is_a_text_of_its_own() -> None:
    """Subject, blank line, text; the blanks to fill in stay marked."""
    made = kit()
    found = {p.split(".")[1]: t for p, t in made.items() if p.startswith("agency/follow")}

    assert set(found) <= set(get_args(MessageId))
    assert len(found) >= 18
    for name, text in found.items():
        subject, blank, body = text.split("\n", 2)
        assert subject, name
        assert blank == "", name
        assert len(body) > 80, name
        assert not re.search(r"^>|\*\*|\\$", body, re.MULTILINE), name


def test_platforms_show_in_no_folder_for_candidates() -> None:
    """Neither in a name nor in the index; agencies and the hirer have the same text."""
    made = kit(sourcing={"platforms": ["upwork", "contra", "upwork", "elsewhere"]})
    names = [path for path in made if "job-post." in path]

    assert names == [
        f"{folder}/job-post.{platform}.txt"
        for folder in ("agency", "internal")
        for platform in ("upwork", "contra", "elsewhere")
    ]
    assert "upwork" not in made["candidate/index.html"]
    assert "of 5,000 characters" in made["agency/index.html"]


@pytest.mark.parametrize(("platform", "there"), [("upwork", False), ("dribbble", True)])
def test_a_platform_decides_about_contact_details(platform: str, *, there: bool) -> None:
    """Upwork forbids them before there is a contract."""
    client = {"contact_name": "Ines", "contact_email": "ines@shop.example"}

    text = kit(client=client, sourcing={"platforms": [platform]})[f"agency/job-post.{platform}.txt"]

    assert ("ines@shop.example" in text) is there


def test_a_long_post_says_what_was_left_out() -> None:
    """In the index, beside the text."""
    about = "We mend shops. " * 150
    made = kit(
        client={"display_name": "Acme", "about": about},
        project={"title": "Shop", "what": "Mend it. " * 200, "context": "It broke. " * 150},
        sourcing={"platforms": ["contra"]},
    )

    assert "left out: About Acme" in made["agency/index.html"]
    assert len(made["agency/job-post.contra.txt"]) <= 5001


def test_a_place_without_a_limit_gets_the_whole_post() -> None:
    """One's own site and a mail cut nothing, however long the post is."""
    made = kit(
        client={"display_name": "Acme", "about": "We mend shops. " * 400},
        sourcing={"platforms": ["own-site", "mail"]},
    )

    assert "left out" not in made["agency/index.html"]
    assert "About Acme" in made["agency/job-post.own-site.txt"]
    assert len(made["agency/job-post.mail.txt"]) > 5001


def test_a_page_without_messages_gives_none() -> None:
    """And raises nothing."""
    assert list(messages(PAGE)) == []
