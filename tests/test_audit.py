"""The task audit: verdicts, ranking and Pareto, against figures worked out by hand."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from conftest import ROOT
from test_kits import empty_headings

from outsource_kit import templates
from outsource_kit.brief.identify import LoggedTask, TaskLog
from outsource_kit.editions import editions_of
from outsource_kit.figures.audit import audit, verdicts
from outsource_kit.figures.triage import triage
from outsource_kit.load import locate
from outsource_kit.plan import plan

if TYPE_CHECKING:
    from outsource_kit.plan import Facts

TERMS = {"own_hour_value": "60 USD/hour", "freelancer_rate": "15 USD/hour"}
TASK = {"name": "Mail", "time": "1 hour", "times_per_week": 6}


def log(*tasks: dict[str, Any], **top: Any) -> TaskLog:
    """Return a log of `tasks`, each an hour six times a week unless it says otherwise."""
    rows = [{**TASK, **task} for task in tasks]
    return TaskLog.model_validate({"kind": "tasks", **TERMS, **top, "log": rows})


def first(**task: Any) -> Facts:
    """Return the verdict on one task."""
    return verdicts(log(task))[0]


def test_the_known_task_saves_what_is_known() -> None:
    """Six hours at 60 against 15 x 7.8 x 1.05 x 1.1 and 1.5 hours to lead: 134.86 a week."""
    leading = f"{Decimal('1.5') / Decimal('7.8') * 100:.4f}%"
    (row,) = verdicts(log({"hand_over": "530 minutes"}, platform_fee="5%", management=leading))

    assert str(row.saving) == "134.86 USD"
    assert row.payback == 4  # 530 at the start
    assert (row.verdict, row.hours) == ("outsource", Decimal("6.0"))


@pytest.mark.parametrize(
    ("marks", "verdict", "reason"),
    [
        ({"must_happen": False, "better_use": False}, "eliminate", "need-not-happen"),
        ({"better_use": False, "vital_personal": True}, "keep", "no-better-use"),
        ({"vital_personal": True, "i_do_it_better": True}, "keep", "vital"),
        ({"i_do_it_better": True, "freelancer_rate": "90 USD/hour"}, "keep", "better-yourself"),
        ({"freelancer_rate": "90 USD/hour", "failure_harm": 3}, "too-dear", "too-dear"),
        ({"failure_harm": 3, "reversible": False}, "keep", "harm"),
        ({"failure_harm": 3}, "keep", "harm"),
        ({"failure_harm": 3, "reversible": True}, "pilot", "some-harm"),
        ({"failure_harm": 2, "reversible": True}, "pilot", "some-harm"),
        ({"failure_harm": 1}, "outsource", "pays-off"),
        ({}, "outsource", "pays-off"),
        ({"freelancer_rate": "15 EUR/hour"}, "unknown", "too-little-data"),
        ({"times_per_week": 0}, "unknown", "too-little-data"),
    ],
)
def test_the_first_cross_out_that_holds_decides(
    marks: dict[str, Any], verdict: str, reason: str
) -> None:
    """In the guide's order; what was not said crosses nothing out."""
    row = first(**marks)

    assert (row.verdict, row.reason.id) == (verdict, reason)


def test_there_are_six_questions_and_six_cross_outs() -> None:
    """Each on marks that a task has, or that are reckoned; the last reason always holds."""
    rows = triage()
    crossed = [reason for reason in rows.reasons if reason.question]
    tests = [q.test for q in rows.questions] + [r.test for r in rows.reasons if r.test]
    known = {*LoggedTask.model_fields, "gain", "most_time", "most_stress"}

    assert (len(rows.questions), len(crossed)) == (6, 6)
    assert all(reason.against for reason in crossed)
    assert {test.mark for test in tests} | {t.unless for t in tests if t.unless} <= known
    assert [reason.id for reason in rows.reasons if reason.test is None] == ["pays-off"]
    assert rows.reasons[-1].test is None


def test_what_speaks_for_a_task_and_against_it_is_told() -> None:
    """Marks of 2 count, of 1 do not; every cross-out that holds is listed, the first decides."""
    marks = {"dislike": 2, "not_good": 1, "put_off": True, "better_use": False, "failure_harm": 3}
    found = audit(log({"name": "Taxes", **marks}, {"name": "Mail"}))

    assert [q.tasks for q in found.questions] == [
        ("Taxes",),
        (),
        ("Taxes",),
        (),
        (),
        ("Mail", "Taxes"),
    ]
    assert [q.known for q in found.questions] == [True, True, True, False, False, True]
    assert [q.tasks for q in found.crossed] == [(), ("Taxes",), (), (), (), ("Taxes",)]
    assert found.tasks[1].reason.id == "no-better-use"


def test_points_rank_what_is_handed_over() -> None:
    """40 for the highest saving, then stress, dislike and the rest by their marks."""
    best = {"name": "Best", "stress": 3, "dislike": 3, "not_good": 3, "put_off": True}
    found = audit(log({"name": "Plain"}, best, {"name": "Half", "times_per_week": 3}))

    assert [(row.name, str(row.score)) for row in found.chosen] == [
        ("Best", "90.0"),
        ("Plain", "40.0"),
        ("Half", "20.0"),
    ]


def test_few_tasks_take_most_of_the_time() -> None:
    """5 of 12 hours, then 4: 75 %, so the third crosses 80 % and is among them as well."""
    hours = [5, 4, 1, 0.5, 0.5, 0.4, 0.3, 0.3]
    tasks = [{"name": f"T{n}", "times_per_week": h} for n, h in enumerate(hours)]

    found = audit(log(*tasks, days_logged=2))

    assert [(r.name, int(r.share), int(r.so_far), r.among) for r in found.time[:4]] == [
        ("T0", 42, 42, True),
        ("T1", 33, 75, True),
        ("T2", 8, 83, True),
        ("T3", 4, 88, False),
    ]
    assert found.hours == Decimal("12.0")


@pytest.mark.parametrize(("tasks", "days"), [(7, 5), (8, 1), (8, None)])
def test_too_little_data_shows_no_pattern(tasks: int, days: int | None) -> None:
    """Eight tasks and two days are the least."""
    found = audit(log(*[{"name": f"T{n}"} for n in range(tasks)], days_logged=days))

    assert not found.enough
    assert (found.time, found.stress) == ((), ())
    assert not any(row.most_time for row in found.tasks)


def test_a_guess_that_flips_the_verdict_is_named() -> None:
    """At 16 an hour nothing is saved once leading takes twice the time: 137.28 + 234 > 360."""
    (row,) = audit(log({"freelancer_rate": "16 USD/hour"})).sensitivity

    assert row.flips == ("leading_doubles",)
    assert not row.holds_at_half  # 180 - 137.28 - 58.50


def test_the_example_log_tells_what_to_do() -> None:
    """Nine tasks over five days: five to hand over or try, the others with a reason."""
    found = audit(locate(ROOT / "kits/personal-assistant/tasks.yaml").subject)

    assert found.enough
    assert [row.name.split()[0] for row in found.chosen] == [
        "Sorting",
        "Keeping",
        "Gathering",
        "Writing",
        "Booking",
    ]
    assert {row.reason.id for row in found.other} == {
        "need-not-happen",
        "no-better-use",
        "better-yourself",
        "harm",
    }


@pytest.mark.parametrize("tasks", [1, 9])
def test_the_audit_is_whole_however_short_the_log(tasks: int) -> None:
    """Internal only, no empty section, every task named."""
    names = [f"Task {n}" for n in range(tasks)]
    source = TaskLog.model_validate({"kind": "tasks", "log": [{"name": n} for n in names]})
    sources = templates.read()

    editions = editions_of(plan(source, sources.documents), sources)

    assert [str(e.bundle.audience) for e in editions] == ["internal"]
    (made,) = editions[0].documents
    assert empty_headings(made.markdown) == []
    assert "None " not in made.markdown.replace("None of them", "")
    assert [n for n in names if n not in made.markdown] == []


def text_of(source: TaskLog) -> str:
    """Return the Markdown of an audit, with plain spaces in its amounts."""
    sources = templates.read()
    (edition,) = editions_of(plan(source, sources.documents), sources)
    return edition.documents[0].markdown.replace("\u00a0", " ")


def test_savings_in_two_currencies_are_two_sums_with_the_reason() -> None:
    """Six hours: 6 x 60 - 15 x 7.8 x 1.1 - 1.95 x 60 is 114.30 a week; in euros as in dollars."""
    euros = {"own_hour_value": "60 EUR/hour", "freelancer_rate": "15 EUR/hour"}
    two = text_of(log({"name": "Mail"}, {"name": "Taxes", **euros}))
    one = text_of(log({"name": "Mail"}, {"name": "Taxes"}))

    assert "about USD 114.30 and EUR 114.30 a week" in two
    assert "**There is a sum for each currency.**" in two
    assert "sum for each currency" not in one


def test_a_rate_in_another_currency_than_the_own_hour_is_named() -> None:
    """The verdict is open, and the sheet says which two prices do not fit."""
    text = text_of(log({"name": "Taxes", "freelancer_rate": "15 EUR/hour"}))

    assert "- **Taxes:** your hour USD 60 per hour, the rate EUR 15 per hour" in text
    assert "Not reckoned" not in text_of(log({"name": "Taxes"}))


def test_the_order_is_explained_where_fewer_points_come_first() -> None:
    """A task to try out comes after one to hand over, whatever its points."""
    pilot = {"name": "Taxes", "failure_harm": 2, "put_off": True, "stress": 3}

    assert "those to try out after them" in text_of(log({"name": "Mail"}, pilot))
    assert "those to try out after them" not in text_of(log({"name": "Mail"}))
