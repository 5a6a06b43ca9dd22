"""Words of the world: every script comes out as glyphs, and runs the way it runs."""

from __future__ import annotations

import io
import re
import subprocess
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import fontpkg_atkinson_hyperlegible as atkinson
import pytest
from conftest import ROOT
from fontTools.ttLib import TTFont
from pypdf import PdfReader
from test_html import build

from outsource_kit import pdf
from outsource_kit.guidance.scripts import lacking, remedy, scripts
from outsource_kit.html.direction import direction
from outsource_kit.mistakes import KitError

if TYPE_CHECKING:
    from collections.abc import Sequence

OURS = {
    "Latin": "İstanbul, Łódź, ŵyl, ngữ",
    "Greek": "Καλημέρα κόσμε",
    "Cyrillic": "Доброго дня, їжаче",
    "signs": "→ ✓ ₽ ₹",
}
"""What the fonts that come with the product hold."""

OTHERS = {
    "Arabic": "مرحبا بالعالم",
    "Hebrew": "שלום עולם",
    "Chinese": "你好世界",
    "Japanese": "こんにちは",
    "Korean": "안녕하세요",
    "Devanagari": "नमस्ते जगत",
    "emoji": "🎉",
}
"""What fonts of the machine hold."""


def made(markdown: str) -> bytes:
    """Return the PDF of some Markdown."""
    return pdf.write("x", pdf.lay_out("x", build(markdown)))


def fonts_of(content: bytes) -> set[str]:
    """Return the names of the fonts that a PDF embeds."""
    names = set()
    for sheet in PdfReader(io.BytesIO(content)).pages:
        for font in sheet["/Resources"]["/Font"].values():  # type: ignore[index]
            names.add(str(font.get_object()["/BaseFont"]).split("+")[-1])
    return names


def read_aloud(content: bytes, path: Path) -> str:
    """Return the text of a PDF as poppler extracts it, ligatures and forms undone."""
    path.write_bytes(content)
    done = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True)
    text = unicodedata.normalize("NFKC", done.stdout)
    return "".join(char for char in text if unicodedata.category(char) != "Cf")


@pytest.mark.parametrize("script", OURS)
def test_latin_greek_and_cyrillic_need_no_font_of_the_machine(script: str, tmp_path: Path) -> None:
    """So kits in these scripts look the same everywhere."""
    content = made(f"# A\n\n{OURS[script]} **{OURS[script]}** *{OURS[script]}*\n")

    assert {name.split("-")[:2][0] for name in fonts_of(content)} <= {"Kit"}
    assert read_aloud(content, tmp_path / "x.pdf").count(OURS[script].split()[0]) == 3


@pytest.mark.parametrize("script", OTHERS)
def test_other_scripts_come_out_as_glyphs(script: str, tmp_path: Path) -> None:
    """In headings, text, tables and boxes to tick; with the fonts that the set-up installs."""
    text = OTHERS[script]
    try:
        content = made(f"# {text}\n\n{text}\n\n| {text} |\n| - |\n| {text} |\n\n- [ ] {text}\n")
    except KitError as error:
        pytest.skip(str(error))

    assert read_aloud(content, tmp_path / "x.pdf").count(text) >= 5
    assert any(not name.startswith("Kit") for name in fonts_of(content))


@pytest.mark.xfail(reason="the PDF engine keeps one text for each shape", raises=AssertionError)
def test_vowel_signs_before_their_consonant_are_copied_in_place(tmp_path: Path) -> None:
    """When this holds, `docs/languages.md` has a limit too many."""
    try:
        content = made("# A\n\nहम हिन्दी हम\n")
    except KitError as error:
        pytest.skip(str(error))

    assert "हम हिन्दी हम" in read_aloud(content, tmp_path / "x.pdf")


def test_what_no_font_has_is_an_error_that_names_what_to_install() -> None:
    """The character, the document and the package; one message for each document."""
    with pytest.raises(KitError) as error:
        made("# A\n\nOld \U000123ab and \U000123ac and \U000123ab\n")

    (mistake,) = error.value.mistakes
    assert str(mistake) == (
        "x.pdf: error: no font on this machine has `\U000123ab` (U+123AB), `\U000123ac` (U+123AC)\n"
        "  hint: install fonts that have them, on Debian or Ubuntu: fonts-noto-core"
    )


@pytest.mark.parametrize(
    ("chars", "packages"),
    [
        ("語", "fonts-noto-cjk"),
        ("한カ", "fonts-noto-cjk"),
        ("🎉", "fonts-noto-color-emoji"),
        ("नش", "fonts-noto-core"),
        ("語🎉ش", "fonts-noto-cjk fonts-noto-color-emoji fonts-noto-core"),
    ],
)
def test_the_package_that_holds_a_character_is_known(chars: str, packages: str) -> None:
    """By its block."""
    assert remedy(chars).endswith(f": {packages}")


def test_a_message_names_eight_characters_at_most() -> None:
    """A Chinese page lacks hundreds at once."""
    assert lacking("abcdefghijk").endswith("`h` (U+0068) and 3 more")


def test_blocks_are_written_from_first_to_last() -> None:
    """As the Unicode Standard lists them."""
    blocks = [block for row in scripts().rows for block in row.blocks]

    assert len(blocks) > 8
    for block in blocks:
        first, last = (int(end, 16) for end in block.split("-"))
        assert first < last


def test_the_words_of_the_product_are_in_its_first_font() -> None:
    """Nothing that the product says itself falls back to another font."""
    (face,) = (Path(atkinson.ROOT) / "files").glob("*-Regular.ttf")
    known = set(TTFont(face).getBestCmap()) | {ord("\n"), ord("○")}  # circles become fields
    said = [*ROOT.glob("templates/**/*.md"), *ROOT.glob("outsource_kit/**/*.yaml")]

    assert len(said) > 20
    for path in said:
        lines = path.read_text(encoding="utf-8").splitlines()
        text = "\n".join(line for line in lines if not line.lstrip().startswith("#"))
        assert {char for char in text if ord(char) not in known} == set(), path.name


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("plain", "ltr"),
        ("שלום", "rtl"),
        ("1. «مرحبا» and more", "rtl"),
        ("Client: שלום", "ltr"),
        ("12:30 – ?", None),
    ],
)
def test_text_runs_as_its_first_letter_does(text: str, runs: str | None) -> None:
    """Digits and signs decide nothing."""
    assert direction(text) == runs


def marked(markdown: str) -> Sequence[str]:
    """Return the tags of a page that say how they run."""
    body = build(markdown).split("<main>")[1].split("</main>")[0]
    body = re.sub(r' class="[^"]*"', "", body)
    tags = (part.split(">")[0] for part in body.split("<")[1:])
    return [tag for tag in tags if ' dir="' in tag and "auto" not in tag]


def test_a_block_says_that_it_runs_right_to_left() -> None:
    """With the list, table and quotation that begin so; what runs the other way inside says so."""
    assert marked("# A\n\nplain\n\n- one\n") == []
    assert marked("שלום\n") == ['p dir="rtl"']
    assert marked("- שלום\n- two\n") == ['ul dir="rtl"', 'li dir="ltr"']
    assert marked("- one\n- שלום\n") == ['li dir="rtl"']
    assert marked("> שלום\n\nplain\n") == ['blockquote dir="rtl"']
    assert marked("| שלום | b |\n| - | - |\n| c | 1 |\n") == [
        'table dir="rtl"',
        'th dir="ltr"',
        'td dir="ltr"',
    ]


def test_a_paragraph_that_runs_right_to_left_starts_at_the_right() -> None:
    """Its last letters stand further left than its first, and its edge is the right one."""
    if not Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf").exists():
        pytest.skip("no font for Hebrew")
    layout = pdf.lay_out("x", build(f"# A\n\n{OTHERS['Hebrew']}\n"))
    sheet = PdfReader(io.BytesIO(pdf.write("x", layout))).pages[0]
    places: list[tuple[str, float]] = []
    sheet.extract_text(visitor_text=lambda text, _cm, tm, _f, _s: places.append((text, tm[4])))
    (start,) = {round(x) for text, x in places if "ש" in text or "ם" in text}

    assert start > 300
