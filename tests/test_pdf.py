"""PDFs: what they hold, say of themselves, and refuse to fetch."""

from __future__ import annotations

import io
import subprocess
from base64 import b64encode
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader
from test_html import HEAD, build

from outsource_kit import pdf
from outsource_kit.accessible import lacking
from outsource_kit.mistakes import KitError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pydyf

BODY = (
    "# Post\n\nName: ………\n\n- [ ] Agreed\n\n## More\n\n[b](b.md)\n\n---\n\nFor you · version abc\n"
)


INNER = '<image href="https://a.example/x.png" width="9" height="9"/>'
SVG = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{INNER}</svg>'
ASKS = b64encode(SVG.encode()).decode()


def made(markdown: str = BODY) -> PdfReader:
    """Return the PDF of some Markdown."""
    page = build(markdown, {"b.md": "b.html"})
    return PdfReader(io.BytesIO(pdf.write("x", pdf.lay_out("x", page))))


def targets(reader: PdfReader) -> list[str]:
    """Return where the links of a PDF lead."""
    found = []
    for sheet in reader.pages:
        for annotation in sheet.get("/Annots", []):
            link: Any = annotation.get_object()
            if link.get("/Subtype") == "/Link":
                found.append(link["/A"]["/URI"] if "/A" in link else f"#{link['/Dest']}")
    return found


def test_the_pdf_says_what_it_is() -> None:
    """Title, author, keywords, language, bookmarks, and the claim of PDF/UA-1."""
    reader = made()
    info = reader.metadata
    root: Any = reader.trailer["/Root"]

    assert info is not None
    assert info.title == "A & B"
    assert info.author == "Acme <Ltd>"
    assert str(info["/Keywords"]) == "a, b"
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"]
    assert b'pdfuaid:part="1"' in root["/Metadata"].get_data()
    outline: Any = reader.outline
    assert [outline[0].title, outline[1][0].title] == ["Post", "More"]


def test_every_sheet_carries_audience_version_and_page_number() -> None:
    """The foot of the document stands at the foot of each sheet."""
    reader = made("# A\n\n" + "line\n\n" * 90 + "---\n\nFor you · version abc\n")

    assert len(reader.pages) > 1
    for number, sheet in enumerate(reader.pages, start=1):
        text = sheet.extract_text()
        assert "For you · version abc" in text
        assert f"{number} / {len(reader.pages)}" in text


def test_blanks_and_ticks_can_be_filled_in() -> None:
    """They are form fields, named for screen readers."""
    fields = made().get_fields()

    assert fields is not None
    assert {name: field["/FT"] for name, field in fields.items()} == {
        "x--name": "/Tx",
        "x--agreed": "/Btn",
    }
    assert {field["/TU"] for field in fields.values()} == {"Name", "Agreed"}


def test_only_the_fonts_that_come_with_the_product_are_embedded() -> None:
    """So the PDF looks the same on every machine."""
    names = set()
    for sheet in made(BODY + "\n`code`\n").pages:
        for font in sheet["/Resources"]["/Font"].values():  # type: ignore[index]
            names.add(font.get_object()["/BaseFont"].split("+")[-1].split("-")[0])

    assert names
    assert {name.replace("#20", "") for name in names} <= {"Kit", "KitField", "KitMono"} | {
        "AtkinsonHyperlegible",
        "IBMPlexMono",
        "AtkinsonHyperlegibleNext",
    }


def test_a_link_to_another_document_leads_to_its_pdf() -> None:
    """And in a bound PDF to where it stands inside."""
    page_a = build("# A\n\n[b](b.md)\n", {"b.md": "b.html"})
    head_b = HEAD.__class__(**{**vars(HEAD), "name": "b"})
    page_b = build("# B\n\n[web](https://a.example)\n", head=head_b)
    layouts = [pdf.lay_out("a", page_a), pdf.lay_out("b", page_b)]

    bound = pdf.bind("kit", layouts, ["a", "b"])

    assert targets(PdfReader(io.BytesIO(bound))) == ["#b", "https://a.example"]
    alone = pdf.write("a", layouts[0])
    assert targets(PdfReader(io.BytesIO(alone))) == ["b.pdf"]


def test_the_same_page_gives_the_same_bytes() -> None:
    """No clock, no chance."""
    page = build(BODY, {"b.md": "b.html"})

    first, second = (pdf.write("x", pdf.lay_out("x", page)) for _ in range(2))

    assert first == second


@pytest.mark.parametrize(
    "hole",
    [
        '<img src="https://a.example/x.png" alt="x">',
        '<img src="file:///etc/passwd" alt="x">',
        '<link rel="stylesheet" href="https://a.example/x.css">',
        '<link rel="attachment" href="file:///etc/passwd">',
        "<style>@import url(https://a.example/x.css);</style>",
        "<style>p { background: url(http://127.0.0.1/x) }</style>",
        '<svg viewBox="0 0 9 9"><image href="https://a.example/x.png" width="9" height="9"/></svg>',
        '<object data="https://a.example/x.svg"></object>',
        '<img src="data:text/html,x" alt="x">',
        f'<img src="data:image/svg+xml;base64,{ASKS}" alt="x">',
    ],
)
def test_a_page_that_asks_for_more_is_refused(hole: str) -> None:
    """Nothing is fetched, and the error names the document."""
    page = build("# A\n").replace("</form>", f"<p>{hole}</p></form>")

    with pytest.raises(KitError, match=r"^x\.pdf: error: asks for"):
        pdf.write("x", pdf.lay_out("x", page))


def test_a_complaint_of_the_engine_is_an_error_that_names_the_document() -> None:
    """A style that the engine does not know does not pass in silence."""
    page = build("# A\n").replace("<style>", "<style>p { colour: red }")

    with pytest.raises(KitError, match=r"^x\.pdf: error: the PDF engine says: .*colour"):
        pdf.lay_out("x", page)


LACKS: tuple[tuple[str, Callable[[pydyf.PDF], object]], ...] = (
    ("the identifier of PDF/UA-1 in its metadata", lambda made: made.catalog.pop("Metadata")),
    ("the mark of a tagged PDF", lambda made: made.catalog.pop("MarkInfo")),
    ("tags", lambda made: made.catalog.pop("StructTreeRoot")),
    ("its language", lambda made: made.catalog.pop("Lang")),
    ("its title", lambda made: made.info.pop("Title")),
    ("its title in the window", lambda made: made.catalog.pop("ViewerPreferences")),
    ("an order of tabs that follows its tags", lambda made: without(made, "Tabs")),
    ("words for a link", lambda made: without(made, "Contents", "/Link")),
    ("words for a field", lambda made: without(made, "TU")),
    ("words for a picture", lambda made: without(made, "Alt")),
)


def without(made: pydyf.PDF, key: str, kind: str = "") -> None:
    """Take `key` from the objects of a PDF, of all kinds or one."""
    found = [item for item in made.objects if isinstance(item, dict) and key in item]
    for item in [item for item in found if not kind or item.get("Subtype") == kind]:
        del item[key]


def pictured() -> pdf.Layout:
    """Return a layout with a link, a field and a picture."""
    drawing = '<svg viewBox="0 0 9 9"><title>x</title><rect width="9" height="9"/></svg>'
    page = build(BODY, {"b.md": "b.html"}).replace("</form>", f"{drawing}</form>")
    return pdf.lay_out("x", page)


def test_what_a_pdf_lacks_to_be_accessible_is_measured() -> None:
    """Each thing that a program can see of PDF/UA-1; a PDF of ours lacks none."""
    found: list[list[str]] = []

    def finish(_: pdf.Layout, made: pydyf.PDF) -> None:
        found.append(lacking(made))
        for each in LACKS:
            each[1](made)
        found.append(lacking(made))
        raise StopIteration

    with pytest.raises(StopIteration):
        pictured().write_pdf(pdf_forms=True, pdf_variant="pdf/ua-1", finisher=finish)

    assert found == [[], [what for what, _ in LACKS]]


def test_a_pdf_that_is_not_accessible_is_not_written() -> None:
    """A picture without words, which a page of one's own may hold."""
    page = build("# A\n").replace("</form>", '<svg viewBox="0 0 9 9"></svg></form>')

    with pytest.raises(KitError, match=r"^x\.pdf: error: not accessible .*words for a picture"):
        pdf.write("x", pdf.lay_out("x", page))


def test_the_next_document_does_not_inherit_a_refusal() -> None:
    """What one document asked for is not held against another."""
    page = build("# A\n").replace("</form>", '<img src="https://a.example/x.png" alt="x"></form>')
    with pytest.raises(KitError):
        pdf.lay_out("x", page)

    assert len(made().pages) == 1


def test_poppler_finds_nothing_wrong(tmp_path: Path) -> None:
    """A second reader, which reports what it cannot understand, reads it in silence."""
    path = tmp_path / "x.pdf"
    path.write_bytes(pdf.write("x", pdf.lay_out("x", build(BODY, {"b.md": "b.html"}))))

    done = subprocess.run(
        ["pdfinfo", "-struct-text", path],
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stderr == ""
    assert "H1" in done.stdout
