"""The send gate: what speaks against sending an edition, and that the build says so."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from examples import SOURCES as KITS
from examples import built
from test_html import SOURCES, build

from outsource_kit import line, pdf
from outsource_kit.fit import unfit
from outsource_kit.templates import read

if TYPE_CHECKING:
    from pathlib import Path

FLAWED = """---
title: House rules
audience: {audience}
order: 15
summary: How we work.
sheets: 1
---
{words}
"""


def reported(
    brief: Path, words: str, audience: str = "candidate", formats: tuple[str, ...] = ("html",)
) -> dict[str, dict[str, Any]]:
    """Return what the report says of each document of a kit, one of `words` among them."""
    own = brief.parent / "templates" / "documents"
    own.mkdir(parents=True, exist_ok=True)
    (own / "house-rules.md").write_text(
        FLAWED.format(audience=audience, words=words), encoding="utf-8"
    )
    kit = line.make(brief, brief.parent / "out", formats=formats)
    line.build(kit)
    return {each["name"]: each for each in line.report(kit)["documents"]}


def outside(markdown: str) -> list[str]:
    """Return what sticks out of the sheets of some Markdown."""
    return pdf.outside(pdf.lay_out("x", build(markdown)))


def test_text_that_sticks_out_is_seen() -> None:
    """Out of its cell, and out of the margins of its page."""
    cell = '<table><tr><td style="white-space: nowrap">too wide for it</td><td>b</td></tr></table>'
    page = build("# A\n").replace("</form>", f"<p>{cell}</p></form>")
    narrow = page.replace("<table>", '<table style="table-layout: fixed; width: 4em">')
    far = build("# A\n").replace("</form>", '<p style="margin-left: -9em">too far</p></form>')

    assert pdf.outside(pdf.lay_out("x", page)) == []
    assert pdf.outside(pdf.lay_out("x", narrow)) == ["too wide for it"]
    assert pdf.outside(pdf.lay_out("x", far)) == ["too far"]


def test_text_in_its_place_is_left_alone() -> None:
    """Lists, numbers, boxes, tables, quotations, the heads and feet of sheets, a long word."""
    table = "| e | f |\n| - | - |\n| g | ……… |\n\n"
    text = f"# A\n\n- a\n  - b\n\n1. c\n\n> d\n\n{table}- [ ] h\n\n---\n\nfoot\n"

    assert outside(text) == []
    assert outside("# A\n\n" + "w" * 300 + "\n") == []


@pytest.mark.parametrize(
    ("words", "check", "message"),
    [
        ("Ask [[name]] for it.", "placeholder", "`[[name]]` is still to be filled in"),
        (
            "See /home/anna/kit for it.",
            "metadata",
            "`/home/anna/kit` is a place on somebody's machine",
        ),
        (
            "{% for n in range(90) %}\n\nOne line.\n\n{% endfor %}",
            "sheets",
            "has 3 sheets; more than 1 are rarely read",
        ),
    ],
)
def test_what_speaks_against_a_document_is_reported(
    brief: Path, words: str, check: str, message: str
) -> None:
    """With the check that found it; the other documents are not blamed."""
    found = reported(brief, words, formats=("pdf",) if check == "sheets" else ("html",))
    blamed = {name: each["findings"] for name, each in found.items() if each["findings"]}

    assert list(blamed) == ["house-rules"]
    assert [(each["check"], each["message"]) for each in blamed["house-rules"]] == [
        (check, message)
    ]


def test_colours_that_cannot_be_read_are_reported(brief: Path) -> None:
    """A style of one's own that is too faint, for every document that it colours."""
    page = brief.parent / "templates" / "page"
    page.mkdir(parents=True)
    faint = ":root { --soft: #aaaaaa; --paper: #ffffff }\n"
    style = SOURCES["page/style.css"] + faint
    (page / "style.css").write_text(style, encoding="utf-8")
    found = reported(brief, "One.")

    assert {each["findings"][0]["message"] for each in found.values()} == {
        "`--soft` on `--paper` has a contrast of 2.3, and needs 4.5"
    }


def test_a_document_for_the_hirer_alone_only_warns(brief: Path) -> None:
    """It leaves the house with nobody."""
    reported(brief, "Ask [[name]] for it.", "internal")
    kit = line.make(brief, brief.parent / "out")
    data = line.report(kit)

    assert [edition["fit"] for edition in data["editions"]] == [True, True, False]
    assert [mistake.severity for mistake in unfit(data, "x")] == ["warning"]


def test_the_build_ends_with_exit_code_1_where_an_edition_is_not_fit(brief: Path) -> None:
    """It is built all the same, so that one can look; a second run says the same."""
    reported(brief, "Ask [[name]] for it.")
    command = [sys.executable, "-m", "outsource_kit", "build", str(brief), "-o", "out"]
    command += ["--format", "html"]

    first = subprocess.run(command, cwd=brief.parent, capture_output=True, text=True, check=False)

    assert first.returncode == 1
    assert "not fit to be sent" in first.stdout
    assert "candidate/house-rules: error: `[[name]]` is still to be filled in" in first.stderr
    front = (brief.parent / "out" / "acme" / "index.html").read_text(encoding="utf-8")
    assert "is still to be filled in" in front


def test_what_has_not_changed_is_not_measured_again(
    brief: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Sheets of a document whose page is the same come from the last report."""
    before = reported(brief, "One.", formats=("pdf",))
    measured: list[object] = []

    def outside(layout: object) -> list[str]:
        measured.append(layout)
        return []

    monkeypatch.setattr(pdf, "outside", outside)
    after = reported(brief, "Two.", formats=("pdf",))

    assert len(measured) == 1 + 3  # the document, and the cover of each edition that holds it
    assert {name for name in after if after[name] != before[name]} == {"house-rules"}


def test_a_cover_is_measured_as_well(brief: Path) -> None:
    """It is part of what is sent, and a style of one's own may push its words off the sheet."""
    page = brief.parent / "templates" / "page"
    page.mkdir(parents=True)
    wide = "#cover h1 { margin-left: 60em; width: 40em }\n"
    (page / "style.css").write_text(SOURCES["page/style.css"] + wide, encoding="utf-8")
    kit = line.make(brief, brief.parent / "out")
    line.build(kit)
    data = line.report(kit)

    assert [each["name"] for each in data["covers"]] == ["kit"] * 3
    assert {f["check"] for each in data["covers"] for f in each["findings"]} == {"overflow"}
    assert [edition["fit"] for edition in data["editions"]] == [False] * 3
    assert [mistake.severity for mistake in unfit(data, "x")] == ["error", "error", "warning"]


def test_every_document_says_how_long_it_may_be() -> None:
    """None grows without anybody seeing it."""
    assert [each.name for each in read().documents if not each.sheets] == []


def test_a_part_of_a_kit_is_not_reported_on(brief: Path) -> None:
    """A report is about whole editions."""
    kit = line.make(brief, brief.parent / "out", only=["job-post"])
    line.build(kit)

    assert line.report(kit) == {}


@pytest.mark.parametrize("source", KITS)
def test_every_example_kit_is_fit(source: str) -> None:
    """Nothing sticks out, nothing is left over, nothing is longer than it should be."""
    data = json.loads((built(source) / "report.json").read_text(encoding="utf-8"))

    assert data["pdf"] == "PDF/UA-1"
    assert all(each["sheets"] > 0 for each in data["documents"])
    assert list(unfit(data, "x")) == []
