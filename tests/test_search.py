"""The search: its days, the route it suggests, the messages' dates and blanks, the platforms."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, get_args

import pytest

from outsource_kit import templates
from outsource_kit.brief import Audience, Brief
from outsource_kit.brief.choose import MessageId
from outsource_kit.editions import editions_of
from outsource_kit.figures.calendar import message_days, search
from outsource_kit.figures.route import route
from outsource_kit.guidance.platforms import chosen, fitting, platforms, usual_limits
from outsource_kit.plan import Facts, plan, project

SOURCES = templates.read()


def brief(**fields: Any) -> Brief:
    """Return a brief with `fields` besides those it needs."""
    about = {"title": "Shop", "what": "Mend it.", **fields.pop("project", {})}
    return Brief.model_validate({"project": about, **fields})


def known(**fields: Any) -> Facts:
    """Return what an agency knows of a brief."""
    facts: Facts = project(brief(**fields), Audience.AGENCY)
    return facts


def document(name: str, **fields: Any) -> str:
    """Return the Markdown of a document."""
    everything = editions_of(plan(brief(**fields), SOURCES.documents), SOURCES)[-1]
    return next(made.markdown for made in everything.documents if made.name == name)


def test_the_days_of_a_search_follow_from_each_other() -> None:
    """Open on a Monday, read a day later, close on Friday week, extend by five working days."""
    days = search(
        known(
            sourcing={"opens_on": "2026-11-23", "extend_by": "5 working days"},
            schedule={"apply_by": "2026-12-04 18:00 Europe/London", "decision_by": "2026-12-18"},
            management={"kickoff_on": "2027-01-04"},
        )
    )

    assert {name: str(value) for name, value in vars(days).items()} == {
        "opens": "2026-11-23",
        "first_review": "2026-11-24",
        "review_after": "24 hours",
        "closes": "2026-12-04 18:00 Europe/London",
        "extended": "2026-12-11",
        "decided": "2026-12-18",
        "starts": "2027-01-04",
    }


def test_a_search_without_days_has_none() -> None:
    """Nothing is guessed but the wait of a day."""
    days = vars(search(known()))

    assert {name for name, value in days.items() if value is not None} == {"review_after"}
    assert message_days(known()) == ()


def test_messages_go_out_on_working_days() -> None:
    """Open on a Friday: read on Saturday, invite on Tuesday, remind on Thursday and Tuesday."""
    found = message_days(
        known(
            sourcing={"opens_on": "2026-11-27"},
            schedule={"decision_by": "2026-12-18", "end_by": "2027-03-26"},
            management={"kickoff_on": "2027-01-04"},
        )
    )

    assert {row.id: str(row.day) for row in found} == {
        "m02-invite": "2026-12-01",
        "m04-nudge1": "2026-12-03",
        "m06-nudge2": "2026-12-08",
        "m06b-close": "2026-12-10",
        "m08-offer": "2026-12-18",
        "m10-reject": "2026-12-18",
        "m11-onboard": "2027-01-04",
        "m12-checkin": "2027-01-08",
        "m17-thanks": "2027-03-30",
        "m18-reviewask": "2027-04-02",
    }


def test_every_message_has_its_moment_its_end_and_its_blanks() -> None:
    """The twenty of the guide and the kind end, each with what is filled in by hand."""
    text = document("follow-up-messages", trial={"enabled": True})
    parts = re.split(r"^### ", text, flags=re.MULTILINE)[1:]
    names = [match[1] for p in parts if (match := re.search(r"Short name:\*\* (\S+)", p))]

    assert sorted(names) == sorted(get_args(MessageId))
    for part in parts:
        for label in ("When", "Send", "Next, or stop", "Fill in by hand"):
            assert f"**{label}:**" in part, part[:40]
        listed = re.search(r"Fill in by hand:\*\* (.+)", part)
        assert listed
        blanks = set(re.findall(r"\[\[(.+?)\]\]", part.replace("\n> ", " ")))
        assert blanks == {b for b in listed[1].split(" · ") if b != "nothing"}, part[:40]


def test_a_date_that_is_known_stands_in_its_message() -> None:
    """In the language of the kit."""
    text = document("follow-up-messages", schedule={"decision_by": "2026-12-18"})

    assert "that is by **Friday, December 18, 2026**" in text


RESULTS = [{"name": f"Result {n}"} for n in range(8)]
FOUR = RESULTS[:4]


@pytest.mark.parametrize(
    ("fields", "suggested"),
    [
        ({}, "generalist"),
        ({"project": {"category": "admin"}}, "generalist"),
        ({"project": {"category": "design"}}, "specialist"),
        ({"engagement": {"type": "fixed"}}, "specialist"),
        ({"project": {"deliverables": RESULTS}}, "project_manager"),
        (
            {"project": {"deliverables": FOUR}, "engagement": {"type": "hourly"}},
            "generalist",
        ),
        (
            {
                "project": {"deliverables": FOUR, "category": "data"},
                "engagement": {"type": "hourly"},
                "schedule": {"end_by": "2027-02-16"},
            },
            "specialist",
        ),
        ({"engagement": {"workload": "46 hours/week"}}, "agency"),
        ({"engagement": {"workload": "45 hours/week"}}, "generalist"),
        ({"requirements": {"overlap": {"window": "08:00-20:00 UTC"}}}, "agency"),
        ({"requirements": {"overlap": {"window": "20:00-04:00 UTC"}}}, "generalist"),
    ],
)
def test_the_route_follows_from_the_facts(fields: dict[str, Any], suggested: str) -> None:
    """With at least one reason, and words for each in the plan."""
    found = route(known(**fields))

    assert found.suggested == suggested
    assert found.reasons
    assert found.agrees
    assert document("sourcing-plan", **fields)


def test_the_route_of_the_brief_stands_above_the_facts() -> None:
    """And the plan says that the facts speak for another."""
    fields = {"project": {"category": "design"}, "sourcing": {"route": "agency"}}

    found = route(known(**fields))

    assert (found.chosen, found.suggested, found.agrees) == ("agency", "specialist", False)
    assert "Its facts speak for a specialist" in document("sourcing-plan", **fields)


def test_every_platform_of_the_guide_is_known() -> None:
    """With source, day and confidence; what was not confirmed says so."""
    guide = (
        "upwork 99designs behance dribbble problogger crossover toptal gigster invisible firmlist"
    )

    assert {*guide.split(), "invisible", "firmlist"} <= set(platforms())
    for row in platforms().values():
        assert row.source
        assert str(row.checked_on) >= "2026-11-22"
        assert row.suits
    assert usual_limits().description.hard == 5000
    text = document("sourcing-plan", sourcing={"platforms": ["behance"]})
    assert "Not confirmed: no current page was found" in text


def test_platforms_that_suit_come_best_first() -> None:
    """Those of the role, then those that operate, then the surer; a field of work decides."""
    design = [row.id for row in fitting(known(project={"category": "design"}))]
    role = [row.id for row in fitting(known(project={"category": "design", "role": "designer"}))]

    assert "problogger" not in design
    assert design.index("dribbble") < design.index("99designs") < design.index("behance")
    assert role[:3] == ["dribbble", "99designs", "behance"]
    twice = chosen(known(sourcing={"platforms": ["upwork", "elsewhere", "upwork"]}))
    assert [row.id for row in twice] == ["upwork"]


def test_a_new_platform_is_a_row_and_nothing_else() -> None:
    """No module and no template names one."""
    root = Path(__file__).parent.parent
    files = [*root.glob("outsource_kit/guidance/*.py"), *root.glob("outsource_kit/figures/*.py")]
    files += [*root.glob("templates/**/*.md"), root / "outsource_kit/texts.py"]
    text = "\n".join(path.read_text(encoding="utf-8").lower() for path in files)

    assert len(files) > 30
    assert [name for name in ("upwork", "toptal", "dribbble") if name in text] == []


def test_messages_at_milestones_have_their_days() -> None:
    """Due on a Friday: missed on Monday, answered in five working days, paid 14 days later."""
    steps = {"milestones": [{"name": "Draft", "due": "2027-01-08", "amount": "90 EUR"}]}
    terms = {"acceptance_within": "5 working days", "resubmission_within": "3 working days"}
    whole = document(
        "follow-up-messages", schedule=steps, management=terms, pay={"terms": {"within": "14 days"}}
    )
    plain = document("follow-up-messages", schedule=steps)

    days = ["January 8", "January 11", "January 15", "January 20", "January 29"]
    for text, known_days in ((whole, days), (plain, days[:2])):
        (row,) = (line for line in text.splitlines() if line.startswith("| Draft "))
        assert re.findall(r"\w+ \d+(?=, 2027)", row.replace("\u00a0", " ")) == known_days
    for text, count in ((whole, 3), (plain, 1)):
        assert text.count("; the table above has the days") == count
    assert "the table above" not in document("follow-up-messages")


def test_places_are_said_to_suit_only_work_of_which_the_field_is_known() -> None:
    """Without a field of work, all places are listed, and the sheet says so."""
    known_field = document("sourcing-plan", project={"category": "design"})
    unknown = document("sourcing-plan")

    assert "## Places that suit this work" in known_field
    assert "names no field of work" not in known_field
    assert "## Places to look at\n\nThe brief names no field of work" in unknown
