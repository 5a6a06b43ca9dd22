"""Forms: filled in by two programs, read back, and drawn by a third."""

from __future__ import annotations

import io
import re
import subprocess
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest
from examples import built, files
from fontTools.ttLib import TTFont
from pikepdf.form import Form
from pypdf import PdfReader, PdfWriter
from test_html import build

import field_font
from outsource_kit import pdf

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

BODY = (
    "# Sheet\n\nName: ………\n\n## Why\n\n………………\n\n- [ ] Agreed\n- [x] Read\n\n"
    "| Criterion | Grade |\n| - | - |\n| Skills | ○ 1 good ○ 2 better |\n"
)


def made(markdown: str = BODY) -> bytes:
    """Return the PDF of some Markdown."""
    return pdf.write("x", pdf.lay_out("x", build(markdown)))


def drawn(content: bytes, path: Path) -> tuple[str, bytes]:
    """Return what poppler reads and draws."""
    path.write_bytes(content)
    text = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True)
    picture = subprocess.run(["pdftoppm", "-r", "50", path], capture_output=True, check=True)
    assert text.stderr == ""
    return text.stdout, picture.stdout


def fields(content: bytes) -> dict[str, Any]:
    """Return the fields of a PDF by name."""
    return PdfReader(io.BytesIO(content)).get_fields() or {}


def test_fields_come_in_reading_order_each_with_its_words() -> None:
    """A choice is one field, named after what is asked and not after its first answer."""
    assert [(name, field["/FT"], field["/TU"]) for name, field in fields(made()).items()] == [
        ("x--name", "/Tx", "Name"),
        ("x--why", "/Tx", "Why"),
        ("x--agreed", "/Btn", "Agreed"),
        ("x--read", "/Btn", "Read"),
        ("x--skills-grade", "/Btn", "Skills, Grade"),
    ]


def test_the_tab_key_follows_the_reading_order() -> None:
    """Each page says that tabs follow its structure; each circle says what it stands for."""
    (sheet,) = PdfReader(io.BytesIO(made())).pages
    marks = [mark.get_object() for mark in sheet["/Annots"]]  # type: ignore[attr-defined]

    assert str(sheet["/Tabs"]) == "/S"
    assert [mark["/TU"] for mark in marks][-2:] == [
        "Skills, Grade: 1 good",
        "Skills, Grade: 2 better",
    ]


@pytest.mark.parametrize("name", ["Żółć Łódź", "Ελένη Παππά", "Олена Їжак", "Ħāš 5 ₴ – “8 €”"])
def test_what_pypdf_fills_in_is_read_back_and_drawn(name: str, tmp_path: Path) -> None:
    """Text of any script we bring, and a tick; poppler draws both anew and complains of nothing."""
    writer = PdfWriter(clone_from=io.BytesIO(made()))
    typed = {"x--name": name, "x--why": "First and second", "x--agreed": "/on"}
    writer.update_page_form_field_values(writer.pages[0], typed)
    filled = io.BytesIO()
    writer.write(filled)

    found = fields(filled.getvalue())
    text, _ = drawn(filled.getvalue(), tmp_path / "x.pdf")

    assert {name: found[name]["/V"] for name in typed} == typed
    assert name in text
    assert "First and second" in text
    assert text.count("✓") == 2


def test_what_pikepdf_fills_in_is_read_back_and_drawn(tmp_path: Path) -> None:
    """A second program, for a choice as well; an empty form shows nothing."""
    before, empty = drawn(made(), tmp_path / "empty.pdf")
    with pikepdf.open(io.BytesIO(made())) as document:
        form: Any = Form(document)
        form["x--name"].value = "Mara Lind"
        form["x--agreed"].checked = True
        form["x--skills-grade"].options[1].select()
        filled = io.BytesIO()
        document.save(filled)

    found = fields(filled.getvalue())
    after, picture = drawn(filled.getvalue(), tmp_path / "filled.pdf")

    assert found["x--name"]["/V"] == "Mara Lind"
    assert found["x--agreed"]["/V"] == "/on"
    assert found["x--skills-grade"]["/V"] == "/1"
    assert "Mara Lind" not in before
    assert "Mara Lind" in after
    assert picture != empty


def test_a_field_is_as_high_as_what_is_typed() -> None:
    """Accents and descenders need a quarter more than the size of the type."""
    heights = []
    for mark in PdfReader(io.BytesIO(made())).pages[0]["/Annots"]:  # type: ignore[attr-defined]
        field = mark.get_object()
        if field.get("/FT") == "/Tx":
            size = float(str(field["/DA"]).split()[-2])
            heights.append(abs(float(field["/Rect"][3]) - float(field["/Rect"][1])) / size)

    assert len(heights) == 2
    assert min(heights) >= 1.25


def test_an_answer_beside_a_question_has_a_third_of_the_line() -> None:
    """However long the question is: 18 em of 9.5 points, less padding."""
    question = "What does your price include, and what would cost more, and by how much, and why? "
    content = made(f"# A\n\n| Ask | Answer |\n| - | - |\n| {question * 3} | ……… |\n")
    marks: Any = PdfReader(io.BytesIO(content)).pages[0]["/Annots"]
    left, _, right, _ = map(float, marks[0].get_object()["/Rect"])

    assert right - left >= 165


def test_the_font_of_fields_is_what_its_tool_makes() -> None:
    """`make fonts` writes it anew; it has the letters of Latin, Greek and Cyrillic."""
    font = TTFont(field_font.FONT)

    assert field_font.FONT.read_bytes() == field_font.made()
    assert set(map(ord, "AzŁłÑŠŵЖїґΩώ€₴–")) <= set(font.getBestCmap())


def test_a_form_of_forty_fields_weighs_less_than_60_kilobytes() -> None:
    """Boxes and circles of a size share one drawing of a tick; empty fields need none."""
    one = "Name: ………\n\nWhy\n\n………………\n\n- [ ] Agreed\n- [ ] Read\n\nGrade: ○ 1 ○ 2 ○ 3\n\n"
    content = made("# Sheet\n\n" + one * 8)
    with pikepdf.open(io.BytesIO(content)) as document:
        drawings = [item for item in document.objects if _is_drawing(item)]

    assert len(fields(content)) == 40
    assert len(drawings) == 2
    assert len(content) < 60_000


def _is_drawing(item: Any) -> bool:
    return isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Form"


def test_no_sheet_of_the_example_kits_weighs_more_than_its_mail_can_carry() -> None:
    """A form of up to ten sheets stays below 125 kB; the whole kit in one file below 750 kB."""
    sizes = {path.name: path.stat().st_size for path in files(".pdf")}
    whole = [size for name, size in sizes.items() if name == "kit.pdf"]

    assert max(size for name, size in sizes.items() if name != "kit.pdf") < 125_000
    assert max(whole) < 750_000


def test_a_box_that_comes_ticked_shows_its_tick(tmp_path: Path) -> None:
    """In a reader that draws what the file holds."""
    _, ticked = drawn(made("- [x] Read\n"), tmp_path / "a.pdf")
    _, empty = drawn(made("- [ ] Read\n"), tmp_path / "b.pdf")

    assert ticked != empty


@pytest.mark.parametrize(
    "name", ["candidate-questions", "nda-checklist", "scorecard", "success-metrics"]
)
def test_the_sheets_of_the_example_kits_can_be_filled_in(name: str) -> None:
    """Every field has words of its own and a name that starts with its document."""
    sheets = files(f"/{name}.pdf")

    assert len(sheets) > 1
    for sheet in sheets:
        found = fields(sheet.read_bytes())
        assert len(found) > 8
        assert all(field.startswith(f"{name}--") for field in found)
        assert all(field.get("/TU") for field in found.values())


@pytest.fixture(scope="module")
def whole() -> bytes:
    """Return a whole edition in one file, of a kit that has every kind of field."""
    return (built("kits/minimal/brief.yaml") / "agency" / "kit.pdf").read_bytes()


def entries(content: bytes) -> dict[str, str]:
    """Return something to enter in each field of a PDF: for a choice the last answer."""
    return {
        name: f"/{len(field['/Opt']) - 1}"
        if "/Opt" in field
        else "/on"
        if field["/FT"] == "/Btn"
        else f"Ελ {number} Їж\nnext"
        if int(field.get("/Ff", 0)) & MULTILINE
        else f"Ελ {number} Їж"
        for number, (name, field) in enumerate(fields(content).items())
    }


MULTILINE = 1 << 12


def read_back(content: bytes, names: Iterable[str]) -> dict[str, str]:
    """Return what the fields `names` hold, lines ended alike."""
    found = fields(content)
    return {name: str(found[name].get("/V")).replace("\r", "\n") for name in names}


def test_a_whole_kit_has_fields_of_every_kind_each_with_a_name_of_its_own(whole: bytes) -> None:
    """As many fields as its documents have together; none shares what is entered with another."""
    folder = built("kits/minimal/brief.yaml") / "agency"
    sheets = [path for path in folder.glob("*.pdf") if path.name != "kit.pdf"]
    alone = [name for path in sheets for name in fields(path.read_bytes())]
    kinds = {
        (f["/FT"], "/Opt" in f, int(f.get("/Ff", 0)) & MULTILINE) for f in fields(whole).values()
    }

    assert sorted(fields(whole)) == sorted(alone)
    assert len(alone) > 100
    assert kinds == {
        ("/Tx", False, 0),
        ("/Tx", False, MULTILINE),
        ("/Btn", False, 0),
        ("/Btn", True, 0),
    }


def test_all_fields_of_a_whole_kit_are_filled_in_by_pypdf_and_read_back(whole: bytes) -> None:
    """Each with words of its own, ticks and choices too."""
    writer, typed, filled = PdfWriter(clone_from=io.BytesIO(whole)), entries(whole), io.BytesIO()
    for sheet in writer.pages:
        if "/Annots" in sheet:
            writer.update_page_form_field_values(sheet, typed)
    writer.write(filled)

    assert read_back(filled.getvalue(), typed) == typed


def test_all_fields_of_a_whole_kit_are_filled_in_by_pikepdf_and_read_back(
    whole: bytes, tmp_path: Path
) -> None:
    """The same with the other program; what it entered is drawn."""
    typed, filled = entries(whole), io.BytesIO()
    with pikepdf.open(io.BytesIO(whole)) as document:
        form: Any = Form(document)
        for name, value in typed.items():
            if value == "/on":
                form[name].checked = True
            elif value.startswith("/"):
                form[name].options[-1].select()
            else:
                form[name].value = value
        document.save(filled)
    text, _ = drawn(filled.getvalue(), tmp_path / "kit.pdf")

    assert read_back(filled.getvalue(), typed) == typed
    assert sorted(re.findall(r"Ελ \d+ Їж", text)) == sorted(
        value.split("\n")[0] for value in typed.values() if value[0] != "/"
    )


def test_grades_and_decisions_are_picked() -> None:
    """One choice for each criterion, each question, and for what was decided."""
    (sheet, *_) = [path for path in files("/scorecard.pdf") if "personal-assistant" in str(path)]
    found = fields(sheet.read_bytes())
    choices = [field["/TU"] for field in found.values() if "/Opt" in field]

    assert "Skills, 40 points, Grade" in choices
    assert choices[-1] == "Decision, Entry"
    assert len(choices) > 8
