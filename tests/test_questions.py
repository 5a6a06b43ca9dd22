"""The question bank, the coverage of must-haves, and the scorecard that shows both."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from outsource_kit import templates
from outsource_kit.brief import Audience, Brief
from outsource_kit.editions import editions_of
from outsource_kit.figures.coverage import coverage
from outsource_kit.figures.work import answer_minutes
from outsource_kit.guidance import fair, questions, rubrics
from outsource_kit.guidance.fair import not_asked
from outsource_kit.guidance.questions import asked, bank, further, guide
from outsource_kit.plan import Facts, plan, project

if TYPE_CHECKING:
    from types import ModuleType

SOURCES = templates.read()


def brief(**fields: Any) -> Brief:
    """Return a brief with `fields` besides those it needs."""
    about = {"title": "Shop", "what": "Mend it.", **fields.pop("project", {})}
    return Brief.model_validate({"project": about, **fields})


def known(audience: Audience = Audience.AGENCY, **fields: Any) -> Facts:
    """Return what an audience knows of a brief."""
    facts: Facts = project(brief(**fields), audience)
    return facts


def documents(**fields: Any) -> dict[str, str]:
    """Return the Markdown of every document by name."""
    everything = editions_of(plan(brief(**fields), SOURCES.documents), SOURCES)[-1]
    return {made.name: made.markdown for made in everything.documents}


def test_every_question_of_the_bank_can_be_scored() -> None:
    """It names a criterion, four grades, what to listen for and what to ask next."""
    rows = bank().questions

    assert len(rows) >= 15
    assert len({row.id for row in rows}) == len(rows)
    for row in rows:
        assert all(value for _, value in row.anchors), row.id
        assert row.text.endswith(("?", ".")), row.id
        assert not re.match(r"(Do|Are|Can|Have|Is) ", row.text), row.id


@pytest.mark.parametrize(
    ("category", "third"),
    [
        (None, "success"),
        ("other", "success"),
        ("admin", "priorities"),
        ("design", "dropped-idea"),
        ("data", "source-data"),
        ("development", "went-wrong"),
        ("writing", "unknown-subject"),
        ("marketing", "measured"),
    ],
)
def test_a_brief_without_questions_asks_four_of_the_bank(category: str | None, third: str) -> None:
    """The guide's, with one for the field of work; the same for every audience."""
    field = {"category": category} if category else {}

    found = [[q.id for q in asked(known(a, project=field))] for a in Audience]

    assert found == [["restate", "approach", third, "sample"]] * 3


def test_own_questions_are_the_only_ones_asked() -> None:
    """The bank's others are for the talk, those for the field of work first."""
    facts = known(
        project={"category": "design"}, questions=[{"id": "restate", "text": "What is the aim?"}]
    )

    assert [q.text for q in asked(facts)] == ["What is the aim?"]
    names = [q.id for q in further(facts)]
    assert names[0] == "dropped-idea"
    assert "restate" not in names
    assert "measured" not in names


def test_what_the_brief_knows_stands_in_the_question() -> None:
    """Shared hours and tools; a quote is asked for only where quotes are."""
    facts = known(
        requirements={"tools": ["Gmail"], "overlap": {"window": "09:00-13:00 UTC"}},
        pay={"mode": "ask_quotes"},
    )
    text = {q.id: q.text for q in further(facts)}

    assert "for what: Gmail?" in text["tools"]
    assert "9:00" in text["hours"]
    assert "quote" in text
    assert "quote" not in {q.id for q in further(known())}
    assert not any("{" in said for said in text.values())


def test_a_question_without_anchors_gets_those_for_any() -> None:
    """And one with some keeps its own, and gets the others."""
    anchors = {"poor": "Nothing"}
    usual = bank().general.anchors
    own, none = guide(
        known(questions=[{"text": "What first?", "anchors": anchors}, {"text": "What then?"}])
    )

    assert (own.anchors.poor, own.anchors.good) == ("Nothing", usual.good)
    assert (none.anchors.poor, none.anchors.good) == (usual.poor, usual.good)


def test_a_question_taken_from_the_bank_keeps_what_the_bank_says_of_it() -> None:
    """Word for word the same question: its anchors and its probe, where the brief has none."""
    row = bank().questions[0]
    one, two = guide(known(questions=[{"text": row.text}, {"text": row.text, "probe": "Why?"}]))

    assert one.anchors.excellent == two.anchors.excellent == row.anchors.excellent
    assert (one.listen_for, one.probe) == (row.listen_for, row.probe)
    assert two.probe == "Why?"


def test_each_must_have_has_its_tests_or_none() -> None:
    """By criterion, by shared words, and not at all."""
    rows = coverage(
        known(
            requirements={
                "must": [
                    {"text": "You write clear mails", "criterion": "writing"},
                    {"text": "You keep calendars without clashes"},
                    {"text": "You know bees"},
                ]
            },
            questions=[{"text": "Tell a shop that it is late.", "criterion": "Writing"}],
            metrics=[{"name": "Clashes in calendars"}],
        )
    )

    assert [(r.tests.question, r.tests.metric, r.covered) for r in rows] == [
        (("1",), (), True),
        ((), ("Clashes in calendars",), True),
        ((), (), False),
    ]
    text = documents(requirements={"must": [{"text": "You know bees"}]})["scorecard"]
    assert "**Nothing tests:** You know bees." in text


def test_the_scorecard_prints_the_points_that_count() -> None:
    """Defaults where the brief gives none, and no trial where there is none."""
    usual, own = (
        documents(),
        documents(
            trial={"enabled": True, "criteria": [{"name": "Care", "weight": 100}]},
            scoring={"thresholds": {"hire": "70%"}},
        ),
    )

    assert re.search(r"Application\s+\| 35 ", usual["scorecard"])
    assert ": the trial" not in usual["scorecard"]
    assert "reaches 62.5 of 100" in usual["scorecard"]
    assert "## Step 4: the trial" in own["scorecard"]
    assert "| Care, 100 points |" in own["scorecard"]
    assert "reaches 70 of 100" in own["scorecard"]


def test_anchors_are_for_assessors_only() -> None:
    """What a good answer sounds like stands in no document for candidates."""
    listen = bank().questions[0].listen_for
    made = documents()

    assert listen in made["scorecard"]
    for name in ("candidate-questions", "job-post", "trial-task", "success-metrics"):
        assert listen not in made[name]


def test_what_not_to_ask_comes_with_what_to_ask_instead() -> None:
    """Every row, in the scorecard."""
    rows = not_asked()
    text = documents()["scorecard"]

    assert len(rows) >= 10
    for row in rows:
        assert row.topic in text
        assert row.instead in text
        assert row.why in text


def test_the_time_that_an_application_takes_is_said() -> None:
    """The brief's own; else 4 x 3 minutes and 470 words at 30 a minute: 27.7, so 30."""
    usual = documents()["candidate-questions"]
    own = documents(screening={"effort": "20 minutes"})["candidate-questions"]
    two = known(questions=[{"text": "A?", "max_words": 50}, {"text": "B?", "max_words": 100}])

    assert sum(q.max_words for q in asked(known())) == 470
    assert "**Time it takes:** about 30 minutes" in usual
    assert "**Time it takes:** 20 minutes" in own
    assert answer_minutes(two) == 15  # 2 x 3 + 150 / 30 = 11
    assert answer_minutes(known(questions=[{"text": "A?"}])) is None


def test_candidates_see_what_the_trial_is_scored_on() -> None:
    """The usual criteria with their points, or the brief's own; never what a grade looks like."""
    usual = documents()["trial-task"]
    own = documents(trial={"criteria": [{"name": "Care", "weight": 60}, {"name": "Pace"}]})

    assert "**Work**, 40 of 100 points: Whether we could use the result as it is" in usual
    assert "**Care**\n- **Pace**" in own["trial-task"]
    assert "Usable as it is" not in usual


QUESTION = """
  - id: fresh
    text: What is new here?
    kind: method
    criterion: skills
    max_words: 80
    suits: [design]
    anchors: {poor: Pn, mixed: Mn, good: Gn, excellent: En}
    listen_for: Something fresh
    probe: Why now?
    source: test
    checked_on: 2026-01-01
"""
SUBJECT = """
  - topic: Shoe size
    instead: Nothing at all
    why: Feet do not type
    source: test
    checked_on: 2026-01-01
"""
RUBRIC = """
  - id: manners
    stage: trial
    points: 10
    name: Manners
    looks_at: Whether you say hello
    anchors: {poor: Growls, mixed: Nods, good: Greets, excellent: Greets first}
    source: test
    checked_on: 2026-01-01
"""


@pytest.mark.parametrize(
    ("module", "file", "row", "cached", "said"),
    [
        (questions, "questions.yaml", QUESTION, bank, "What is new here?"),
        (fair, "do_not_ask.yaml", SUBJECT, not_asked, "Shoe size"),
        (rubrics, "rubrics.yaml", RUBRIC, rubrics.rubrics, "Greets first"),
    ],
    ids=["question", "item not to ask", "rubric"],
)
def test_a_new_row_of_data_shows_without_anything_else(  # noqa: PLR0913, PLR0917 - a column each
    module: ModuleType,
    file: str,
    row: str,
    cached: Any,
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A row at the end of its file, and the scorecard has it."""
    fields = {"project": {"category": "design"}, "trial": {"enabled": True}}
    rows = Path(str(module.__file__)).with_name(file).read_text(encoding="utf-8")
    (tmp_path / file).write_text(rows + row, encoding="utf-8")
    before = documents(**fields)["scorecard"]
    monkeypatch.setattr(module, "__file__", str(tmp_path / f"{module.__name__.split('.')[-1]}.py"))
    cached.cache_clear()
    try:
        after = documents(**fields)["scorecard"]
    finally:
        cached.cache_clear()

    assert said not in before
    assert said in after
