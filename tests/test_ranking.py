"""Scores and ranking, against figures worked out by hand, and the shortlist they fill."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from conftest import ROOT
from test_kits import empty_headings

from outsource_kit import templates
from outsource_kit.brief import Audience, Brief
from outsource_kit.brief.candidates import Candidates
from outsource_kit.check import checked
from outsource_kit.editions import editions_of
from outsource_kit.figures.example import scoring_example
from outsource_kit.figures.ranking import ranking, scale_of, scorecard_version
from outsource_kit.plan import known_to, plan, project

if TYPE_CHECKING:
    from outsource_kit.plan import Facts

APPLICATION = {"skills": 3, "effort": 4, "credibility": 3, "speed": 2}
TRIAL = {"work": 3, "understanding": 3, "communication": 4, "speed": 3}
ANSWERS = {"aim": 4}


def graded(grades: dict[str, int]) -> list[dict[str, Any]]:
    """Return grades as a file lists them."""
    return [{"criterion": name, "rating": grade} for name, grade in grades.items()]


def person(name: str, **fields: Any) -> dict[str, Any]:
    """Return a candidate graded on everything who meets the condition, but for `fields`."""
    stages = {"application": APPLICATION, "answers": ANSWERS, "trial": TRIAL}
    given = {stage: graded(fields.pop(stage, grades)) for stage, grades in stages.items()}
    return {"name": name, "gates": [{"gate": "hours", "passed": True}], **given, **fields}


def subject(
    *people: dict[str, Any], hiring: dict[str, Any] | None = None, **top: Any
) -> Candidates:
    """Return candidates for a brief with one question, one condition and a trial."""
    brief = {
        "project": {"title": "Shop", "what": "Mend it."},
        "questions": [{"id": "aim", "text": "What is the aim?", "criterion": "understanding"}],
        "screening": {"gates": [{"id": "hours", "text": "Do the hours suit you?"}]},
        "trial": {"enabled": True},
        **(hiring or {}),
    }
    read = Candidates.model_validate({"kind": "candidates", "candidates": people, **top})
    return read.to(Brief.model_validate(brief))


def ranked(*people: dict[str, Any], **fields: Any) -> Facts:
    """Return the ranking of `people`."""
    return ranking(known_to(Audience.INTERNAL, subject(*people, **fields)))


def test_the_known_grades_give_the_known_scores() -> None:
    """Skills 3, effort 4, credibility 3, speed 2, and the trial's 3, 3, 4, 3: each 73.3."""
    (one,) = ranked(person("A")).people

    assert {s.name: str(s.score) for s in one.stages} == {
        "application": "73.3",
        "answers": "100.0",
        "trial": "73.3",
    }
    assert str(one.total) == "84.0"  # 0.2 x 73.33 + 0.4 x 100 + 0.4 x 73.33
    assert (str(one.covered), one.gaps, one.state) == ("100.0", (), "hireable")


def test_without_a_trial_two_steps_count() -> None:
    """35 and 65: 0.35 x 73.33 + 0.65 x 100."""
    (one,) = ranked(person("A", trial={}), hiring={"trial": {"enabled": False}}).people

    assert str(one.total) == "90.7"
    assert one.state == "hireable"


def test_what_is_not_graded_is_a_gap_and_no_zero() -> None:
    """Skills alone: full points for it, 8 of 100 covered, and never above who is covered."""
    found = ranked(
        person("Gap", application={"skills": 4}, answers={}, trial={}),
        person("Whole", application=dict.fromkeys(APPLICATION, 3), trial=dict.fromkeys(TRIAL, 3)),
    )

    gap = next(p for p in found.people if p.name == "Gap")
    assert (str(gap.total), str(gap.covered), gap.state) == ("100.0", "8.0", "incomplete")
    assert "application: effort" in gap.gaps
    assert [p.name for p in found.people] == ["Whole", "Gap"]


def test_a_failed_condition_is_out_and_comes_last() -> None:
    """Whatever the score."""
    out = person("Out", gates=[{"gate": "hours", "passed": False, "reason": "Evenings only."}])
    found = ranked(out, person("In", application=dict.fromkeys(APPLICATION, 2)))

    assert [(p.name, p.state) for p in found.people] == [("In", "hireable"), ("Out", "out")]
    assert found.people[1].failed[0].reason == "Evenings only."


def test_a_condition_that_nobody_checked_stands_before_an_offer() -> None:
    """The place stays, the state says what is missing, and no grade makes up for it."""
    found = ranked(person("Open", gates=[]), person("Met", trial=dict.fromkeys(TRIAL, 3)))

    assert [(p.name, p.state) for p in found.people] == [("Open", "unchecked"), ("Met", "hireable")]
    assert found.ahead.unchecked == ("Do the hours suit you?",)
    assert found.people[1].unchecked == ()


def test_a_place_has_its_reason() -> None:
    """0.2 x 73.33 + 0.4 x 66.67 + 0.4 x 33.33 = 54.7, which is 29.3 behind 84.0."""
    first, second = ranked(
        person("First"), person("Second", trial=dict.fromkeys(TRIAL, 2), answers={"aim": 3})
    ).people

    assert (first.behind, first.strongest, first.weakest) == (None, "answers", "application")
    assert (str(second.total), str(second.behind)) == ("54.7", "29.3")
    assert (second.strongest, second.weakest) == ("application", "trial")


def test_who_did_the_trial_is_owed_feedback_until_it_is_sent() -> None:
    """And nobody else."""
    found = ranked(
        person("Owed"),
        person("Told", feedback_sent_on="2026-12-04"),
        person("Never", trial={}),
    )

    assert [p.name for p in found.owed] == ["Owed"]


def test_the_lowest_grade_in_what_is_critical_decides_alone() -> None:
    """Named by the criterion of its question, too."""
    hiring = {"scoring": {"critical": ["understanding"]}}

    (by_trial,) = ranked(person("A", trial={**TRIAL, "understanding": 1}), hiring=hiring).people
    (by_answer,) = ranked(person("A", answers={"aim": 1}), hiring=hiring).people
    (neither,) = ranked(person("A", trial={**TRIAL, "work": 1}), hiring=hiring).people

    assert (by_trial.state, by_trial.critical) == ("critical", ("understanding",))
    assert (by_answer.state, by_answer.critical) == ("critical", ("aim",))
    assert neither.state == "hireable"


def test_a_score_at_the_threshold_is_enough() -> None:
    """100 x 5/8 = 62.5, with points of the brief's own."""
    hiring = {
        "scoring": {
            "stage_weights": {"application": 0, "answers": 0, "trial": 100},
            "thresholds": {"hire": "62.5%"},
        },
        "trial": {
            "enabled": True,
            "criteria": [{"name": "Work", "weight": 5}, {"name": "Talk", "weight": 3}],
        },
    }

    (enough,) = ranked(person("A", trial={"Work": 4, "Talk": 1}), hiring=hiring).people
    (less,) = ranked(
        person("A", trial={"Work": 3, "Talk": 3}),
        hiring={**hiring, "scoring": {**hiring["scoring"], "thresholds": {"hire": "67%"}}},
    ).people

    assert (str(enough.total), enough.state) == ("62.5", "hireable")
    assert (str(less.total), less.state) == ("66.7", "below")


def test_three_points_tell_nobody_apart() -> None:
    """Then the trial's work decides, whatever the total."""
    found = ranked(
        person("Answers", trial={**TRIAL, "work": 3}),
        person(
            "Work",
            application={**APPLICATION, "skills": 2},
            trial={**TRIAL, "work": 4, "communication": 2},
        ),
        person("Far", application=dict.fromkeys(APPLICATION, 2), trial=dict.fromkeys(TRIAL, 2)),
    )

    totals = {p.name: p.total for p in found.people}
    assert abs(totals["Answers"] - totals["Work"]) <= Decimal(3)
    assert [p.name for p in found.people] == ["Work", "Answers", "Far"]
    assert [p.name for p in found.tied] == ["Work", "Answers"]
    assert not found.people[2].tied


def test_price_is_scored_apart() -> None:
    """15 an hour x 100 hours x 1.05 = 1,575; the other 2,100: 100 and 75 price points."""
    found = ranked(
        person("Dear", quote="2,000 USD", application=dict.fromkeys(APPLICATION, 4)),
        person("Fair", quote="15 USD/hour", estimated="100 hours"),
        hiring={"pay": {"platform_fee": "5%"}},
    )
    rows = {p.name: (str(p.cost), str(p.price_score)) for p in found.people}

    assert rows == {"Dear": ("2100 USD", "75.0"), "Fair": ("1575 USD", "100.0")}
    dear = next(p for p in found.people if p.name == "Dear")
    assert str(dear.total) == "89.3"
    assert str(dear.overall) == "86.5"  # 0.8 x 89.33 + 0.2 x 75
    assert [p.name for p in found.people] == ["Dear", "Fair"]
    assert [p.name for p in found.by_price] == ["Fair", "Dear"]


def test_a_price_far_below_the_others_is_pointed_out() -> None:
    """Below 60 % of the middle one."""
    found = ranked(*(person(n, quote=f"{q} EUR") for n, q in (("A", 100), ("B", 110), ("C", 59))))

    assert [p.name for p in found.people if p.cheap] == ["C"]


def test_prices_in_two_currencies_are_not_compared() -> None:
    """No price points at all."""
    found = ranked(person("A", quote="100 EUR"), person("B", quote="100 USD"))

    assert not found.priced
    assert found.by_price == ()
    assert [p.name for p in found.unpriced] == ["A", "B"]


@pytest.mark.parametrize(
    ("scale", "ends"),
    [(None, (1, 4)), ("s4", (1, 4)), ("s5", (1, 5)), ("g5", (1, 5)), ("uk03", (0, 3))],
)
def test_a_scale_has_the_ends_of_its_grades(scale: str | None, ends: tuple[int, int]) -> None:
    """Four grades where none is named."""
    facts = project(subject(hiring={"scoring": {"scale": scale}}).hiring, Audience.AGENCY)

    assert scale_of(facts) == ends


@pytest.mark.parametrize(
    ("change", "same"),
    [
        ({"trial": {"enabled": True, "review_time": "2 hours"}}, True),
        ({"pay": {"walk_away": "9 USD/hour"}}, True),
        ({"scoring": {"weights": {"skills": 100}}}, False),
        ({"requirements": {"must": [{"text": "You write well"}]}}, False),
        ({"questions": [{"id": "aim", "text": "What is the goal?"}]}, False),
    ],
)
def test_the_version_of_the_scorecard_changes_with_its_rules_alone(
    change: dict[str, Any],
    same: bool,  # noqa: FBT001 - a column of the table above
) -> None:
    """And is the same for an agency as for the hirer."""
    base, changed = subject().hiring, subject(hiring=change).hiring

    versions = [
        scorecard_version(project(b, a))
        for b in (base, changed)
        for a in (Audience.AGENCY, Audience.INTERNAL)
    ]

    assert versions[0] == versions[1]
    assert versions[2] == versions[3]
    assert (versions[0] == versions[2]) is same


@pytest.mark.parametrize("people", [0, 1, 3])
def test_a_shortlist_is_whole_whoever_is_on_it(people: int) -> None:
    """Internal only, without an empty section, and with every name."""
    who = [person(f"Person {n}", quote=f"{100 + n} EUR") for n in range(people)]
    sources = templates.read()

    editions = editions_of(plan(subject(*who), sources.documents), sources)

    assert [str(e.bundle.audience) for e in editions] == ["internal"]
    (made,) = editions[0].documents
    assert made.name == "shortlist"
    assert empty_headings(made.markdown) == []
    assert "None" not in made.markdown
    for row in who:
        assert f". {row['name']}" in made.markdown


def test_the_worked_example_of_the_scorecard_gives_the_known_scores() -> None:
    """Effort 4, skills 3, credibility 3, speed 2: 73.3; answers 3: 66.7; in all 70.7."""
    found = scoring_example(project(subject().hiring, Audience.AGENCY))

    assert [(s.name, s.points, str(s.score)) for s in found.stages] == [
        ("application", 20, "73.3"),
        ("answers", 40, "66.7"),
        ("trial", 40, "73.3"),
    ]
    assert [(r.rating, r.part) for r in found.stages[0].rows] == [(4, 3), (3, 2), (3, 2), (2, 1)]
    assert (str(found.total), found.span, found.whole, found.enough) == ("70.7", 3, 100, True)


def test_the_worked_example_leaves_out_a_step_without_points() -> None:
    """On a scale from 0 to 3, the answers alone: 2 of 3 is 66.7, below 70."""
    hiring = {
        "scoring": {
            "scale": "uk03",
            "stage_weights": {"application": 0, "answers": 100, "trial": 0},
            "thresholds": {"hire": "70%"},
        }
    }

    found = scoring_example(project(subject(hiring=hiring).hiring, Audience.AGENCY))

    assert [s.name for s in found.used] == ["answers"]
    assert (str(found.total), found.enough) == ("66.7", False)


def test_the_example_of_candidates_shows_a_tie_a_gap_and_a_low_price() -> None:
    """It is checked without a finding, and nobody in it is real."""
    read = checked(ROOT / "kits/personal-assistant/candidates.example.yaml")
    found = ranking(known_to(Audience.INTERNAL, read.subject))

    assert read.findings == ()
    assert [p.name for p in found.tied] == ["Tomasz Okoro", "Mara Lindqvist"]
    assert [str(p.total) for p in found.tied] == ["79.3", "77.3"]
    assert [p.state for p in found.people] == ["hireable", "hireable", "incomplete", "out"]
    assert [p.name for p in found.people if p.cheap] == ["Priya Fontaine"]
