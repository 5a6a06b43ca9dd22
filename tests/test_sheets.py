"""Sheets of paper under stress: long tables, titles, words and lists, large logos, loud colours."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from conftest import ROOT
from pypdf import PdfReader
from sheets import Sheet, half_empty, lone_headings, sheets, spilling
from test_html import build
from test_logo import png

from outsource_kit import pdf
from outsource_kit.brief import Brief
from outsource_kit.documents import Writer
from outsource_kit.editions import Edition
from outsource_kit.logo import address
from outsource_kit.plan import plan
from outsource_kit.templates import read

if TYPE_CHECKING:
    from pathlib import Path

    from outsource_kit.documents import Rendered

SOURCES = read()
LONG_WORD = "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunt"
TITLE = " ".join(f"word{number}" for number in range(200))


def written(tmp_path: Path, layout: pdf.Layout) -> Path:
    """Write a document and return its path."""
    path = tmp_path / "x.pdf"
    path.write_bytes(pdf.write("x", layout))
    return path


def document(name: str, data: dict[str, Any], logo: str = "") -> Rendered:
    """Return a document of candidates, from a brief with this in it."""
    data = {"project": {"title": "A title", "what": "Do it."}, **data}
    bundle = plan(Brief.model_validate(data), SOURCES.documents)[0]
    chosen = next(d for d in bundle.documents if d.name == name)
    return Writer(SOURCES, bundle, draft=False, logo=logo).document(chosen)


def lines(sheet: Sheet) -> set[str]:
    """Return the words of a sheet's body that carry a number."""
    return {word.text for word in sheet.body if re.search(r"\d", word.text)}


def test_a_table_of_three_sheets_repeats_its_head_and_cuts_no_row(tmp_path: Path) -> None:
    """Each row has two lines, which stay together."""
    row = "| a{0} long name that takes more than a single line in its column c{0} | b{0} | d{0} |\n"
    table = "| Name | Second head | Third |\n| - | - | - |\n" + "".join(map(row.format, range(76)))
    path = written(tmp_path, pdf.lay_out("x", build(f"# A\n\n{table}")))

    found = sheets(path)

    assert len(found) == 3
    assert spilling(path) == []
    for sheet in found:
        assert sum(word.text == "Second" for word in sheet.words) == 1
        starts = {word[1:] for word in lines(sheet) if word[0] == "a"}
        ends = {word[1:] for word in lines(sheet) if word[0] == "c"}
        assert starts == ends
        assert len(starts) >= 2


@pytest.mark.parametrize(("count", "left"), [(5, 0), (6, 3)])
def test_a_short_table_stays_whole(tmp_path: Path, count: int, left: int) -> None:
    """It moves to the next sheet; a longer one leaves three rows at least on each."""
    table = "| N | M |\n| - | - |\n" + "".join(f"| a{n} | b{n} |\n" for n in range(count))
    page = build("# A\n\n" + "line\n\n" * 27 + table + "\nafter\n" * 12)
    path = written(tmp_path, pdf.lay_out("x", page))

    on = [{word for word in lines(sheet) if word[0] == "a"} for sheet in sheets(path)]

    assert on == [{f"a{n}" for n in range(left)}, {f"a{n}" for n in range(left, count)}]


@pytest.mark.parametrize(("count", "left"), [(3, 0), (5, 2)])
def test_facts_behind_a_table_leave_none_alone(tmp_path: Path, count: int, left: int) -> None:
    """Three stay together; more of them use what is left of the sheet."""
    facts = "".join(f"- **Fact:** a{n}\n" for n in range(count))
    page = "# A\n\n" + "line\n\n" * 27 + f"| N | M |\n| - | - |\n| b | c |\n\n{facts}"
    path = written(tmp_path, pdf.lay_out("x", build(page + "\nafter\n" * 16)))

    on = [{word for word in lines(sheet) if word[0] == "a"} for sheet in sheets(path)]

    assert on == [{f"a{n}" for n in range(left)}, {f"a{n}" for n in range(left, count)}]


def test_a_title_of_200_words_stays_in_its_box(tmp_path: Path) -> None:
    """On the first sheet of a document, at the head of the next one, and on the cover."""
    data = {"project": {"title": TITLE, "what": "Do it.\n\n" * 60}}
    path = written(tmp_path, document("job-post", data).layout)
    running = [word.text for word in sheets(path)[1].words if word.top < 60]

    assert spilling(path) == []
    assert {"word0", "word199"} <= lines(sheets(path)[0])
    assert running[:2] == ["Job", "post:"]
    assert running[-1].endswith("…")
    assert len({round(word.top) for word in sheets(path)[1].words if word.top < 60}) == 1


def test_a_cover_with_a_title_of_200_words_is_one_sheet(tmp_path: Path) -> None:
    """Then come the contents, with the page on which each document really starts."""
    brief = Brief.model_validate({"project": {"title": TITLE, "what": "Do it."}})
    bundle = plan(brief, SOURCES.documents)[0]
    writer = Writer(SOURCES, bundle, draft=False)
    made = tuple(writer.document(d) for d in bundle.documents)
    edition = Edition(bundle, made, writer)
    bound = next(f for f in edition.files(["pdf"], ()) if f.path.endswith("kit.pdf"))
    path = tmp_path / "kit.pdf"
    path.write_bytes(bound.make())

    reader = PdfReader(path)
    contents = reader.pages[1].extract_text()
    starts = [2 + 1 + sum(len(m.layout.pages) for m in made[:n]) for n in range(len(made))]

    assert spilling(path) == []
    assert "Contents" in contents
    assert "Contents" not in reader.pages[0].extract_text()
    for one, start in zip(made, starts, strict=True):
        listed = re.search(rf"{one.document.title}\s.*?(\d+)\s*\n", contents, re.DOTALL)
        assert listed is not None
        assert int(listed[1]) == start
        assert one.document.title in reader.pages[start - 1].extract_text()


def test_a_word_of_60_characters_is_broken_not_cut(tmp_path: Path) -> None:
    """In a title, in running text, in a narrow column."""
    table = f"| A | B | C | D |\n| - | - | - | - |\n| {LONG_WORD} | {LONG_WORD} | b | ……… |\n"
    page = build(
        f"# {LONG_WORD}\n\n## {LONG_WORD}\n\n{LONG_WORD}\n\n- **{LONG_WORD}:** x\n\n{table}"
    )
    path = written(tmp_path, pdf.lay_out("x", page))
    text = "".join(word.text for sheet in sheets(path) for word in sheet.body)

    assert len(LONG_WORD) == 60
    assert spilling(path) == []
    assert text.count(LONG_WORD) >= 4


@pytest.mark.parametrize("count", [1, 40])
def test_questions_stand_with_their_boxes(tmp_path: Path, count: int) -> None:
    """One or forty: no heading alone at the foot, no sheet half empty, a box for each."""
    questions = [{"text": f"What about number {n}?", "max_words": 100} for n in range(count)]
    path = written(tmp_path, document("candidate-questions", {"questions": questions}).layout)
    boxes = [
        name
        for name, field in (PdfReader(path).get_fields() or {}).items()
        if re.search(r"--what-about-number", name) and field["/FT"] == "/Tx"
    ]

    assert len(boxes) == count
    assert spilling(path) == []
    assert lone_headings(path) == []
    assert half_empty(path) == []


@pytest.mark.parametrize("size", [(4000, 4000), (5000, 300), None])
def test_a_logo_of_any_size_fits(tmp_path: Path, size: tuple[int, int] | None) -> None:
    """A large one, a wide one, none: the sheet keeps its shape, the file stays small."""
    if size:
        png(tmp_path, size)
    logo = address(tmp_path, "logo.png") if size else ""
    client = {"display_name": "Acme", "brand": {"colour": "#ffd400"}}
    path = written(tmp_path, document("job-post", {"client": client}, logo).layout)
    title = next(word for word in sheets(path)[0].words if word.text == "Job")

    assert spilling(path) == []
    assert title.top < (150 if size else 90)
    assert path.stat().st_size < 60_000
    assert len(PdfReader(path).pages[0].images) == bool(size)


def test_the_picture_of_the_readme_is_there_and_small() -> None:
    """It is made by `make pictures`."""
    picture = ROOT / "docs" / "kit.png"

    assert "docs/kit.png" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert picture.stat().st_size < 150_000


def test_a_text_document_weighs_less_than_60_kilobytes(tmp_path: Path) -> None:
    """Five sheets of it, in all faces."""
    prose = "Some words say what is wanted, and by when. " * 10 + "*A* **few** ***are*** `marked`."
    data = {"project": {"title": "T", "what": f"{prose}\n\n" * 37}}
    path = written(tmp_path, document("job-post", data).layout)

    assert len(sheets(path)) >= 5
    assert path.stat().st_size < 60_000


@pytest.mark.parametrize(("paper", "expected"), [("A4", (595, 842)), ("Letter", (612, 792))])
def test_the_paper_is_as_the_kit_says(
    tmp_path: Path, paper: str, expected: tuple[int, int]
) -> None:
    """In points."""
    path = written(tmp_path, document("trial-task", {"kit": {"paper": paper}}).layout)

    assert {(round(s.width), round(s.height)) for s in sheets(path)} == {expected}
    assert spilling(path) == []


def test_only_a_word_that_is_longer_than_its_line_is_broken(tmp_path: Path) -> None:
    """Also where bold, italic or linked words begin in the middle of a line."""
    run = "and *terms* (**wonderful**, *[contents](b.md)*) "
    page = build(f"# A\n\n{run * 40}\n", {"b.md": "b.html"})
    path = written(tmp_path, pdf.lay_out("x", page))
    found = {word.text for word in sheets(path)[0].body}

    assert found == {"A", "and", "terms", "(wonderful,", "contents)"}


def test_two_sides_of_a_table_have_equal_room(tmp_path: Path) -> None:
    """Though much is known of one, and nothing of the other yet."""
    known = ("Acme Limited", "5 Long Lane, Cardiff, Wales", "………")
    rows = "".join(f"| A fact | {said} | ……… |\n" for said in known)
    page = build(f"# A\n\n| Party | Client | Other |\n| - | - | - |\n{rows}")
    sheet = sheets(written(tmp_path, pdf.lay_out("x", page)))[0]
    client, other = (w.left for w in sheet.words if w.text in ("Client", "Other"))

    assert round(other - client) == round(sheet.width - 22 / 25.4 * 72 - other)


def test_no_word_of_a_crowded_table_is_broken(tmp_path: Path) -> None:
    """Each column is at least as wide as its longest word, an amount included."""
    days = "Friday, 12 February 2027"
    row = f"| The identity is drawn | EUR\N{NO-BREAK SPACE}1,600 |{f' {days} |' * 3} ……… |\n"
    table = f"| A | B | C | D | E | F |\n| - | - | - | - | - | - |\n{row * 2}"
    path = written(tmp_path, pdf.lay_out("x", build(f"# A\n\n{table}")))
    words = {word.text for word in sheets(path)[0].body}

    assert {"identity", "EUR", "1,600", "February"} <= words


def test_a_link_in_a_table_stays_on_one_line_as_its_words_would(tmp_path: Path) -> None:
    """However long its address is."""
    row = f"| [Candidate questions]({'b' * 30}.md) | {'many words say what it is ' * 9}| 9 |\n"
    page = build(f"# A\n\n| D | W | P |\n| - | - | - |\n{row}", {f"{'b' * 30}.md": "b.html"})
    words = sheets(written(tmp_path, pdf.lay_out("x", page)))[0].body
    first, second = (w for w in words if w.text in ("Candidate", "questions"))

    assert first.top == second.top


@pytest.mark.parametrize(("count", "expected"), [(12, [0, 12]), (60, [9, 51])])
def test_a_message_is_broken_only_where_it_is_longer_than_half_a_sheet(
    tmp_path: Path, count: int, expected: list[int]
) -> None:
    """Else it moves to the next sheet as a whole."""
    said = "line\n\n" * 24 + "> " + "\\\n> ".join(f"m{n}" for n in range(count))
    path = written(tmp_path, pdf.lay_out("x", build(f"# A\n\n{said}\n")))

    assert [sum(word[0] == "m" for word in lines(sheet)) for sheet in sheets(path)] == expected


def test_a_few_lines_that_are_left_over_get_no_sheet_of_their_own(tmp_path: Path) -> None:
    """All is set a bit closer, if that saves the sheet, and else as always."""
    filled = [pdf.lay_out("x", build("# A\n\n" + "line\n\n" * n)) for n in (30, 33, 41)]
    gaps = []
    for layout in filled:
        first, second = sheets(written(tmp_path, layout))[0].body[2:4]
        gaps.append(round(second.top - first.top, 1))

    assert [len(layout.pages) for layout in filled] == [1, 1, 2]
    assert gaps[0] == gaps[2] > gaps[1]
