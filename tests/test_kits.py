"""The example kits, built by the real command: what lands in the folder."""

from __future__ import annotations

import html
import re
import subprocess
import sys
from pathlib import Path
from tempfile import mkdtemp

import examples
import pytest
from conftest import ROOT
from markdown_it.renderer import RendererHTML
from pypdf import PdfReader
from sheets import half_empty, lone_headings, sheets, spilling

from outsource_kit.commonmark import parser

CANDIDATE = ["candidate-questions", "job-post", "success-metrics", "trial-task"]
AGENCY = sorted(
    [
        *CANDIDATE,
        "engagement-terms",
        "follow-up-messages",
        "nda-checklist",
        "scorecard",
        "sourcing-plan",
    ]
)
INTERNAL = sorted([*AGENCY, "cost-sheet", "management-plan", "negotiation-sheet"])
EDITIONS = {"candidate": CANDIDATE, "agency": AGENCY, "internal": INTERNAL}
KITS = sorted(path.parent.name for path in ROOT.glob("kits/*/brief.yaml"))


def built(kit: str, run: int = 1) -> Path:
    """Return the folder of a kit, built into a place of its own for each `run`."""
    return examples.built(f"kits/{kit}/brief.yaml", run)


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file below `folder` with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize("kit", KITS)
@pytest.mark.parametrize("audience", EDITIONS)
def test_an_edition_holds_each_document_in_each_format(kit: str, audience: str) -> None:
    """Four documents for candidates, nine for agencies, twelve for the hirer; index and PDF."""
    expected = {f"{name}.{end}" for name in EDITIONS[audience] for end in ("md", "html", "pdf")}

    found = {path.name for path in (built(kit) / audience).iterdir()}
    actual = {name for name in found if not name.endswith(".txt")}

    assert (actual < found) is (audience != "candidate")
    assert actual == expected | {"index.html", "kit.pdf"}


@pytest.mark.parametrize("kit", ["minimal", "personal-assistant"])
def test_two_builds_give_the_same_bytes(kit: str) -> None:
    """In two folders, by two processes: every file, PDFs and ledger included.

    The shortest and the longest kit hold all there is to differ.
    """
    first, second = tree(built(kit)), tree(built(kit, 2))

    assert len(first) > 50
    assert first == second


@pytest.mark.parametrize("kit", KITS)
def test_a_document_is_the_same_in_every_edition(kit: str) -> None:
    """Rendered once, written thrice."""
    files = tree(built(kit))

    for name in CANDIDATE:
        for end in ("md", "html", "pdf"):
            copies = {files[f"{audience}/{name}.{end}"] for audience in EDITIONS}
            assert len(copies) == 1, name


def squashed(text: str) -> str:
    """Return `text` without any space, so that line ends do not matter."""
    return re.sub(r"[\s\u00a0•◦▪]+", "", text)


def blocks(markdown: str) -> list[str]:
    """Return the words of each paragraph, heading, list item and cell, between its blanks."""
    rendered = parser(RendererHTML).render(markdown.rpartition("\n---\n")[0])
    pieces = re.split(
        r"</?(?:p|h\d|li|ul|ol|t[dhr]|table|thead|tbody|blockquote)\b[^>]*>|…{3,}|○", rendered
    )
    texts = (html.unescape(re.sub(r"<[^>]*>", "", piece)) for piece in pieces)
    return [squashed(text) for text in texts if squashed(text)]


@pytest.mark.parametrize("name", INTERNAL)
@pytest.mark.parametrize("kit", KITS)
def test_the_pdf_holds_the_text_of_the_markdown(kit: str, name: str) -> None:
    """As a second reader extracts it, block by block, heads and feet of the sheets left out."""
    path = built(kit) / "internal" / f"{name}.pdf"
    high = sheets(path)[0].height - 56 - 57  # without the margin at the foot
    crop = ["-raw", "-x", "0", "-y", "56", "-W", "620", "-H", f"{high:.0f}"]
    command = ["pdftotext", *crop, str(path), "-"]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    expected = blocks(path.with_suffix(".md").read_text(encoding="utf-8"))

    assert len(expected) > 8
    missing = [block for block in expected if block not in squashed(text)]

    assert missing == []


@pytest.mark.parametrize("kit", KITS)
def test_the_sheets_are_fit_to_be_printed(kit: str) -> None:
    """No word leaves its margins, no heading stands alone at a foot, no sheet is half empty."""
    paths = [p for p in (built(kit) / "internal").glob("*.pdf") if p.name != "kit.pdf"]

    assert len(paths) > 8
    for path in paths:
        assert spilling(path) == [], path.name
        assert lone_headings(path) == [], path.name
        assert half_empty(path) == [], path.name


@pytest.mark.parametrize("kit", KITS)
def test_every_link_of_a_page_leads_to_a_file_of_its_edition(kit: str) -> None:
    """An edition can be sent as a folder."""
    seen = 0
    for page in built(kit).rglob("*.html"):
        for address in re.findall(r'href="([^"]*)"', page.read_text(encoding="utf-8")):
            if not address.startswith(("http://", "https://", "mailto:", "#")):
                assert (page.parent / address).is_file(), f"{page.name}: {address}"
                seen += 1
    assert seen > 20


def empty_headings(text: str) -> list[str]:
    """Return the headings below which there is nothing before the next of their rank."""
    lines = [line for line in text.splitlines() if line.strip()]
    ranks = [len(line) - len(line.lstrip("#")) or (1 if line == "---" else 9) for line in lines]
    pairs = zip(lines, ranks, [*ranks[1:], 1], strict=True)
    return [line for line, rank, after in pairs if line.startswith("#") and after <= rank]


def test_an_empty_heading_is_found() -> None:
    """Before a heading of its rank, before a rule, and at the end."""
    assert empty_headings("# A\n\n## B\n\n### C\n\n### D\n\nx\n\n## E\n\n---\n\nfoot\n") == [
        "### C",
        "## E",
    ]


@pytest.mark.parametrize("kit", KITS)
def test_nothing_empty_or_unfilled_appears(kit: str) -> None:
    """No `None`, no brace of a template, no heading without text, no comma without a word."""
    for path in built(kit).rglob("*.md"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"\bNone\b|\bnan\b|\{\{|\}\}|\{%", text), path
        assert empty_headings(text) == [], path
        assert not re.search(r" [,;.]|[:,;–]\s*$|\(\)", re.sub(r"…+", "x", text)), path


@pytest.mark.parametrize("audience", EDITIONS)
def test_the_bound_pdf_holds_every_document_with_bookmarks_and_unique_fields(audience: str) -> None:
    """Cover and contents first; each document is a bookmark; no two fields share a name."""
    folder = built("personal-assistant") / audience
    bound = PdfReader(folder / "kit.pdf")
    singles = [PdfReader(folder / f"{name}.pdf") for name in EDITIONS[audience]]
    titles = [entry.title for entry in bound.outline if not isinstance(entry, list)]
    single_fields = [set(single.get_fields() or {}) for single in singles]

    cover = 2
    assert len(bound.pages) == cover + sum(len(single.pages) for single in singles)
    assert len(titles) == 1 + len(singles)
    assert set(bound.get_fields() or {}) == set().union(*single_fields)
    assert sum(map(len, single_fields)) == len(set().union(*single_fields))


def test_what_only_the_hirer_may_know_is_in_no_edition_that_leaves() -> None:
    """The example's walk-away price stands in its brief and nowhere outside."""
    secrets = ["27.71", "own_hour_value", "walk_away", "batna"]
    brief = (ROOT / "kits/personal-assistant/brief.yaml").read_text(encoding="utf-8")
    assert "27.71" in brief

    for audience in ("candidate", "agency"):
        for path in (built("personal-assistant") / audience).iterdir():
            text = path.read_text(encoding="utf-8") if path.suffix != ".pdf" else pdf_text(path)
            assert not [secret for secret in secrets if secret in text], path


def pdf_text(path: Path) -> str:
    """Return all text and metadata of a PDF."""
    reader = PdfReader(path)
    return " ".join([str(reader.metadata), *(page.extract_text() for page in reader.pages)])


def test_changing_what_is_internal_changes_no_byte_that_leaves() -> None:
    """The law on real files: PDFs, their metadata and the names of all files included."""
    folder = Path(mkdtemp(prefix="changed-")) / "personal-assistant"
    folder.mkdir()
    brief = (ROOT / "kits/personal-assistant/brief.yaml").read_text(encoding="utf-8")
    changed = brief.replace("walk_away: 27.71 USD/hour", "walk_away: 31.07 USD/hour")
    changed = changed.replace("metrics:\n", "metrics:\n  - {name: My own, shared: false}\n", 1)
    assert changed.count("31.07") == changed.count("shared: false}") == 1
    (folder / "brief.yaml").write_text(changed, encoding="utf-8")
    command = [sys.executable, "-m", "outsource_kit", "build", "brief.yaml", "-o", "out"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    before, after = built("personal-assistant"), folder / "out" / "personal-assistant"

    for audience in ("candidate", "agency"):
        assert tree(after / audience) == tree(before / audience)
    assert tree(after / "internal") != tree(before / "internal")
