"""A first brief: it reads, checks and builds, whatever the role, the pay and the manner."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from conftest import run
from test_audience import all_sections

from outsource_kit.brief import Brief
from outsource_kit.brief.audience import Section
from outsource_kit.brief.meanings import meanings
from outsource_kit.check import mistakes_in
from outsource_kit.guidance.roles import known
from outsource_kit.load import load
from outsource_kit.scaffold.first import Answers, first_brief, usual
from outsource_kit.scaffold.spell import flow, scalar
from outsource_kit.scaffold.text import brief_text, short_brief
from outsource_kit.schema import json_schema

if TYPE_CHECKING:
    from pathlib import Path

NEXT = """\
acme/brief.yaml is written. Next:
  1. open it, and change what is not true for you
  2. outsource-kit check acme/brief.yaml
  3. outsource-kit build acme/brief.yaml
"""
DAY = ("--issued", "2026-11-30", "--timezone", "Europe/London")


def first(role: str, **said: str) -> Brief:
    """Return a first brief of Monday 30 November 2026."""
    answers = usual(role) | {"issued": "2026-11-30", "timezone": "Europe/London"} | said
    return first_brief(Answers(**answers))


def written(folder: Path, role: str, manner: str, **said: str) -> Path:
    """Return the path of a first brief in the `manner` asked for."""
    path = folder / f"{manner}.yaml"
    brief = first(role, **said)
    text = (
        short_brief(brief, path, "x.json")
        if manner == "short"
        else brief_text(brief, path, "x.json", full=manner == "full")
    )
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("manner", ["usual", "full", "short"])
@pytest.mark.parametrize("role", known())
def test_a_first_brief_has_neither_error_nor_warning(
    tmp_path: Path, role: str, manner: str
) -> None:
    """For every role, whether it asks for quotes, names a rate, or pays a fixed sum."""
    for pay in ("ask", "20-30 EUR/hour", "800 EUR"):
        found = mistakes_in(written(tmp_path, role, manner, pay=pay))

        assert [m for m in found if m.severity != "info"] == []


@pytest.mark.parametrize("manner", ["usual", "full"])
def test_what_is_written_is_what_was_answered(tmp_path: Path, manner: str) -> None:
    """The text reads back as the same brief, value by value, however the answers are spelled."""
    said = {"title": 'Say "C# & <Foo>: a_bar", no #1', "client": "No", "decides": "yes: me"}
    brief = first("designer", **said)

    path = written(tmp_path, "designer", manner, **said)

    assert load(path) == brief
    assert brief.project.title == said["title"]


@pytest.mark.parametrize("role", known())
def test_a_short_brief_is_short(tmp_path: Path, role: str) -> None:
    """Some ten lines."""
    lines = written(tmp_path, role, "short").read_text(encoding="utf-8").splitlines()

    assert len(lines) <= 13


def test_a_full_brief_shows_every_field_with_its_meaning(tmp_path: Path) -> None:
    """Without the `#` that touches it, each field stands where it belongs and holds an example."""
    text = written(tmp_path, "designer", "full").read_text(encoding="utf-8")
    path = tmp_path / "all.yaml"
    path.write_text(re.sub(r"^( *)#(?=[^ #])", r"\1", text, flags=re.MULTILINE), encoding="utf-8")

    empty = list(_empty(load(path), ""))

    assert text.count("#") > 300
    assert empty == []
    for section, name in _fields(Brief):
        said = " ".join(meanings(section)[name].split())
        assert name in ("kind", "brief_version") or said[:60] in re.sub(r"\n *# ", " ", text), (
            section,
            name,
        )


def _empty(section: Section, place: str) -> Any:
    """Yield the place of each field that holds nothing."""
    for name in type(section).model_fields:
        value = getattr(section, name)
        if value is None or value == ():
            yield f"{place}{name}"
        elif isinstance(value, Section):
            yield from _empty(value, f"{place}{name}.")
        elif isinstance(value, tuple) and isinstance(value[0], Section):
            yield from _empty(value[0], f"{place}{name}[0].")


def _fields(model: type[Section]) -> Any:
    for section in all_sections(model):
        for name in section.model_fields:
            yield section, name


def test_a_first_brief_has_no_warning_on_any_day(tmp_path: Path) -> None:
    """Weekends, ends of years and of Februaries: every thirteenth day of two years."""
    for days in range(0, 730, 13):
        issued = date(2027, 1, 1) + timedelta(days)
        found = mistakes_in(written(tmp_path, "designer", "usual", issued=issued.isoformat()))

        assert [m for m in found if m.severity != "info"] == [], issued


def test_days_are_working_days() -> None:
    """Two, four and five weeks from a Saturday are Mondays."""
    schedule = first("writer", issued="2026-11-28").schedule

    assert date(2026, 11, 28).isoweekday() == 6
    assert str(schedule.apply_by) == "2026-12-14 18:00 Europe/London"
    assert (str(schedule.decision_by), str(schedule.start_by)) == ("2026-12-28", "2027-01-04")


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("Plain words, and more", "Plain words, and more"),
        ("a: b", '"a: b"'),
        ("a #b", '"a #b"'),
        ("yes", '"yes"'),
        ("3", '"3"'),
        ("- a", '"- a"'),
        ("é", '"é"'),
    ],
)
def test_text_stands_in_quotes_only_where_it_must(text: str, spelled: str) -> None:
    """What YAML would read as something else is quoted."""
    assert scalar(text) == spelled


def test_commas_are_quoted_inside_brackets_only() -> None:
    """There they would end the item."""
    assert flow(("a, b", "c")) == '["a, b", c]'


def test_new_writes_where_a_user_expects_it(tmp_path: Path) -> None:
    """A folder of its own; in `kits/` where there is one; a path as given; never over a file."""
    assert run(tmp_path, "new", "acme", "--yes", *DAY)[:2] == (0, NEXT)
    before = (tmp_path / "acme/brief.yaml").read_bytes()

    code, out, err = run(tmp_path, "new", "acme", "--role", "writer")
    assert (code, out) == (2, "")
    assert "acme/brief.yaml is there already and stays as it is" in err
    assert (tmp_path / "acme/brief.yaml").read_bytes() == before

    (tmp_path / "kits").mkdir()
    assert run(tmp_path, "new", "acme", "--short", "--role", "writer", *DAY)[0] == 0
    assert run(tmp_path, "new", "a b/logo.yaml", "--yes", *DAY)[1].splitlines()[2] == (
        "  2. outsource-kit check 'a b/logo.yaml'"
    )
    assert {p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*.yaml")} == {
        "acme/brief.yaml",
        "kits/acme/brief.yaml",
        "a b/logo.yaml",
    }
    code, _, err = run(tmp_path, "new", "acme/brief.yaml/x", "--yes")
    assert code == 2
    assert "cannot be written" in err


def test_an_editor_finds_the_fields(tmp_path: Path) -> None:
    """In the first line: those of the checkout, or a copy beside the file; never written over."""
    first_line = "# yaml-language-server: $schema={}\n"

    assert run(tmp_path, "new", "acme", "--yes", *DAY)[0] == 0
    text = (tmp_path / "acme/brief.yaml").read_text(encoding="utf-8")
    beside = tmp_path / "acme/brief.schema.json"
    assert text.startswith(first_line.format("brief.schema.json"))
    assert json.loads(beside.read_text(encoding="utf-8")) == json_schema("brief")

    beside.write_text("own", encoding="utf-8")
    assert run(tmp_path, "new", "acme/other.yaml", "--yes", "--short", *DAY)[0] == 0
    assert beside.read_text(encoding="utf-8") == "own"

    for folder in ("docs/schema", "kits"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "docs/schema/brief.json").touch()
    assert run(tmp_path, "new", "beta", "--yes", *DAY)[0] == 0
    text = (tmp_path / "kits/beta/brief.yaml").read_text(encoding="utf-8")
    assert text.startswith(first_line.format("../../docs/schema/brief.json"))
    assert [p.name for p in (tmp_path / "kits/beta").iterdir()] == ["brief.yaml"]


def test_new_says_what_to_give_where_it_cannot_ask(tmp_path: Path) -> None:
    """One line, at once; a wrong answer is told with its remedy."""
    for words, said in (
        ((), "no terminal to ask on: give --yes, or some of --role, --title, --pay, --client,"),
        (("--role", "desinger"), "there is no role `desinger`; did you mean `designer`?"),
        (("--pay", "8"), "write `12-18 USD/hour`, `800 EUR`, or `ask` to ask for quotes"),
        (("--title", " "), "write one line of plain text"),
        (("--timezone", "Mars"), "Invalid value for '--timezone'"),
        (("--full", "--short", "--yes"), "choose one"),
    ):
        code, out, err = run(tmp_path, "new", "acme", *words)
        assert (code, out) == (2, ""), words
        assert said in err, words
    assert not (tmp_path / "acme").exists()


def test_a_first_brief_builds(tmp_path: Path) -> None:
    """From an empty folder to a kit."""
    assert run(tmp_path, "new", "acme", "--role", "developer", "--pay", "900 EUR", *DAY)[0] == 0

    code, out, err = run(tmp_path, "build", "acme/brief.yaml", "--format", "md")

    assert (code, err) == (0, "")
    assert out.startswith("build/acme: ")
    post = tmp_path / "build/acme/candidate/job-post.md"
    assert "900" in post.read_text(encoding="utf-8")
