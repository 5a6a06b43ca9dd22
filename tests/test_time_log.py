"""Exports of time trackers become task logs, against times added up by hand."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from conftest import ROOT, run

from outsource_kit.load import locate
from outsource_kit.mistakes import KitError
from outsource_kit.scaffold.days import days_of
from outsource_kit.scaffold.time_log import minutes_of, task_log
from outsource_kit.scaffold.trackers import exports

if TYPE_CHECKING:
    from pathlib import Path

EXPORTS = ROOT / "tests" / "exports"


def tasks(path: Path, weeks: int = 1) -> list[tuple[str, str, str]]:
    """Return name, time each time, and times a week of each task in the export at `path`."""
    return [(t.name, str(t.time), str(t.times_per_week)) for t in task_log(path, weeks).log]


@pytest.mark.parametrize(
    ("export", "days", "found"),
    [
        # 30 + 15 minutes on Monday and 45 on Wednesday: 90 on two days; a name that is missing is
        # that of the project; 23 to 27 November is one week
        (
            "toggl",
            4,
            [
                ("Booking trains, rooms and guides", "120 minutes", "1"),
                ("Sorting mail", "45 minutes", "2"),
                ("Maps", "60 minutes", "1"),
            ],
        ),
        (
            "toggl-summary",
            None,
            [("Booking", "6060 minutes", "1"), ("Sorting mail", "328.25 minutes", "1")],
        ),
        ("clockify", 2, [("Sorting mail", "90 minutes", "1"), ("Receipts", "15 minutes", "1")]),
        ("clockify-summary", None, [("Sorting mail", "150 minutes", "1")]),
        # 26 October to 6 November is 12 days, two weeks: 495 minutes on two days
        ("harvest", 2, [("Sorting mail", "247.5 minutes", "1")]),
        ("harvest-summary", None, [("Sorting mail", "195 minutes", "1")]),
        ("plain", None, [("Sorting mail", "60 minutes", "1"), ("Receipts", "30 minutes", "1")]),
    ],
)
def test_an_export_becomes_a_log(
    export: str, days: int | None, found: list[tuple[str, str, str]]
) -> None:
    """Byte marks, semicolons, commas for points, quoted line ends; entries of a task added up."""
    path = EXPORTS / f"{export}.csv"

    read = [(name, time, Decimal(times)) for name, time, times in tasks(path)]

    assert sorted(read) == sorted((name, time, Decimal(times)) for name, time, times in found)
    assert task_log(path).days_logged == days


def test_every_export_is_tried() -> None:
    """Each row of the data but one, for a grouping that no file at hand shows."""
    tried = {path.stem for path in EXPORTS.glob("*.csv")}
    known = {e.id.removesuffix("-detailed") for e in exports()}

    assert known - tried == {"toggl-summary-new"}


def test_a_summary_is_spread_over_the_weeks_that_it_covers() -> None:
    """60 minutes of four weeks are 15 a week."""
    assert tasks(EXPORTS / "plain.csv", weeks=4)[0] == ("Sorting mail", "15 minutes", "1")


@pytest.mark.parametrize(
    ("written", "unit", "minutes"),
    [
        ("01:30:00", "hours", "90"),
        ("100:00", "hours", "6000"),
        ("0:00:30", "hours", "0.5"),
        ("1.5", "hours", "90"),
        ("1,5", "hours", "90"),
        ("36", "minutes", "36"),
        ("1:30", "minutes", "90"),
    ],
)
def test_a_time_is_read_however_it_is_spelled(written: str, unit: str, minutes: str) -> None:
    """Clock, decimal hours with point or comma, minutes."""
    assert minutes_of(written, unit) == Decimal(minutes)


@pytest.mark.parametrize("written", ["", "x", "-1", "1:99", "1:2:3:4", "inf", "1.000.000"])
def test_what_is_no_time_is_refused(written: str) -> None:
    """With what was expected."""
    with pytest.raises(ValueError, match=r"expected a time such as `1:30` or `1\.5`"):
        minutes_of(written, "hours")


def test_days_are_read_in_the_way_that_fits_all_and_puts_them_closest() -> None:
    """13 can be no month; 11/12 and 12/12 lie a day apart one way and a month the other."""
    assert str(days_of({"11/12/2026", "13/12/2026"})["11/12/2026"]) == "2026-12-11"
    assert str(days_of({"11/30/2026", "11/12/2026"})["11/12/2026"]) == "2026-11-12"
    assert str(days_of({"11/12/2026", "12/12/2026"})["12/12/2026"]) == "2026-12-12"
    assert str(days_of({"12/11/2026", "12/12/2026"})["12/11/2026"]) == "2026-12-11"
    assert days_of({"2026-02-30"}) == {}


def test_bad_rows_are_named_all_at_once(tmp_path: Path) -> None:
    """Each with the line on which it begins, also below a name of two lines."""
    path = tmp_path / "bad.csv"
    path.write_text(
        "Description,Start date,Duration\n"
        '"two\nlines",2026-11-23,0:30\n'
        ",2026-11-23,0:30\n"
        "Mail,2026-11-23,soon\n"
        "Mail,2026-11-23\n",
        encoding="utf-8",
    )

    with pytest.raises(KitError) as caught:
        task_log(path)

    assert [(m.line, m.message) for m in caught.value.mistakes] == [
        (4, "no task is named in `Description` or `Task` or `Project`"),
        (5, "expected a time such as `1:30` or `1.5`, got `soon`"),
        (6, "no time stands in `Duration`"),
    ]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "the file is empty"),
        (b"a,b\n1,2\n", "no time tracker's columns are known here: `a`, `b`"),
        (b"task,minutes\n", "the file holds no entries"),
        (b"task,minutes\n\xe9,3\n", "the file is not written in UTF-8"),
        (b"Task,Hours,Date\nMail,1,soon\n", "expected a day, got `soon`"),
    ],
)
def test_a_file_that_is_no_export_says_so(tmp_path: Path, data: bytes, said: str) -> None:
    """One line, and no log."""
    path = tmp_path / "x.csv"
    path.write_bytes(data)

    with pytest.raises(KitError) as caught:
        task_log(path)

    assert caught.value.mistakes[0].message == said


def test_a_file_in_wide_characters_is_read(tmp_path: Path) -> None:
    """As spreadsheets save it."""
    path = tmp_path / "x.csv"
    path.write_text("task\tminutes\nMail\t30\n", encoding="utf-16")

    assert tasks(path) == [("Mail", "30 minutes", "1")]


def test_new_writes_a_log_that_builds(tmp_path: Path) -> None:
    """With room for the marks of each task; the command says where and what next."""
    code, out, _ = run(tmp_path, "new", "week", "--from-csv", str(EXPORTS / "toggl.csv"))
    assert code == 0
    assert out.splitlines()[0] == "week/tasks.yaml is written. Next:"

    text = (tmp_path / "week/tasks.yaml").read_text(encoding="utf-8")
    log = locate(tmp_path / "week/tasks.yaml").subject
    code, _, err = run(tmp_path, "build", "week/tasks.yaml", "--format", "md")

    assert log == task_log(EXPORTS / "toggl.csv")
    assert text.count("#must_happen: true") == 3
    assert (code, err) == (0, "")
    assert (tmp_path / "build/week-tasks/internal/task-audit.md").exists()


def test_new_refuses_what_does_not_go_with_an_export(tmp_path: Path) -> None:
    """A log has no role, and a bad export writes nothing."""
    (tmp_path / "x.csv").write_text("a,b\n1,2\n", encoding="utf-8")

    code, _, err = run(tmp_path, "new", "week", "--from-csv", "x.csv", "--role", "writer")
    assert code == 2
    assert "--from-csv writes a task log, which takes no --role" in err

    code, out, err = run(tmp_path, "new", "week", "--from-csv", "x.csv")
    assert (code, out) == (1, "")
    assert err.startswith("x.csv:1:1: error: no time tracker's columns are known here")
    assert not (tmp_path / "week").exists()
