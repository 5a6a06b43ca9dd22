"""Whole kits from strange briefs."""

from __future__ import annotations

import io
import subprocess
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from pypdf import PdfReader
from strategies import briefs

from outsource_kit import line, pdf, templates
from outsource_kit.editions import FORMATS, editions_of
from outsource_kit.plan import plan

if TYPE_CHECKING:
    from pathlib import Path

    from outsource_kit.brief import Brief

TITLE = 'C# & <Foo>_bar* | "x" 50% $5 {{7*7}} #1'
SOURCES = templates.read()


def test_a_title_of_markup_reads_as_typed_in_all_formats(tmp_path: Path) -> None:
    """In Markdown as rendered, in the page, in the PDF's text and its title."""
    brief = tmp_path / "x.yaml"
    brief.write_text(f"project:\n  title: '{TITLE}'\n  what: Do it.\n", encoding="utf-8")

    line.build(line.make(brief, tmp_path / "build", only=["job-post"]))

    folder = tmp_path / "build" / "x" / "candidate"
    assert (
        '**C# & \\<Foo>\\_bar\\* | "x" 50% $5 {{7\\*7}} #1**'
        in (folder / "job-post.md").read_text()
    )
    page = (folder / "job-post.html").read_text()
    assert "C# &amp; &lt;Foo&gt;_bar* | &quot;x&quot; 50% $5 {{7*7}} #1</strong>" in page
    reader = PdfReader(folder / "job-post.pdf")
    assert reader.metadata is not None
    assert reader.metadata.title == f"Job post: {TITLE}"
    text = subprocess.run(
        ["pdftotext", folder / "job-post.pdf", "-"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert TITLE in " ".join(text.split())


@given(brief=briefs())
@settings(max_examples=40)
def test_any_valid_brief_gives_every_text(brief: Brief) -> None:
    """The six documents, whatever else the brief holds, without a mistake."""
    editions = editions_of(plan(brief, SOURCES.documents), SOURCES)

    names = {made.name for made in editions[-1].documents}

    assert len(names) >= 6
    for edition in editions:
        for file in edition.files(FORMATS, ()):
            if not file.path.endswith(".pdf"):
                assert file.make()


@given(brief=briefs())
@settings(max_examples=3)
def test_any_valid_brief_gives_every_pdf(brief: Brief) -> None:
    """Laid out without a complaint of the engine."""
    edition = editions_of(plan(brief, SOURCES.documents), SOURCES)[1]

    for made in edition.documents:
        written = pdf.write(made.name, made.layout)
        assert len(PdfReader(io.BytesIO(written)).pages) == len(made.layout.pages)


@pytest.mark.parametrize(
    ("path", "name"),
    [("acme/brief.yaml", "acme"), ("acme/brief.yml", "acme"), ("x.yaml", "x"), ("a b.yaml", "a b")],
)
def test_a_kit_is_named_after_its_folder_or_its_file(tmp_path: Path, path: str, name: str) -> None:
    """`brief.yaml` after the folder it is in, any other file after itself."""
    brief = tmp_path / path
    brief.parent.mkdir(exist_ok=True)
    brief.write_text("project: {title: T, what: W}\n", encoding="utf-8")

    assert line.make(brief, tmp_path / "out").folder == tmp_path / "out" / name


def test_a_kit_may_name_itself(tmp_path: Path) -> None:
    """`kit.id` wins over file and folder."""
    brief = tmp_path / "x.yaml"
    brief.write_text("kit: {id: own}\nproject: {title: T, what: W}\n", encoding="utf-8")

    assert line.make(brief, tmp_path).folder == tmp_path / "own"


def test_a_brief_chooses_its_formats(tmp_path: Path) -> None:
    """`publish.formats` holds unless the command line says otherwise."""
    brief = tmp_path / "x.yaml"
    text = "project: {title: T, what: W}\npublish: {formats: [md]}\n"
    brief.write_text(text, encoding="utf-8")

    wanted = [f.path for f in line.make(brief, tmp_path).files if f.wanted]
    asked = [f.path for f in line.make(brief, tmp_path, formats=["html"]).files if f.wanted]

    assert {path.rpartition(".")[2] for path in wanted} == {"md", "html", "json"}
    assert {path.rpartition("/")[2] for path in wanted if path.endswith("html")} == {"index.html"}
    assert {path.rpartition(".")[2] for path in asked} == {"html", "json"}
