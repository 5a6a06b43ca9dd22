"""The rules: each fires where it should, and not where it nearly should.

`tests/briefs/lint/RULE.yaml` breaks a rule; `RULE-near.yaml` nearly does. On each line on which the
rule must find something stands a comment `# RULE severity`, such as `# PAY-07 error`, or
`# PAY-07 error: message` where the message matters; a problem at the head of the file, where no
line fits, is on line 1. What other rules find in these briefs does not count.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from conftest import ROOT
from hypothesis import given, settings
from strategies import briefs

from outsource_kit.check import whole as complete
from outsource_kit.lint import RULES, lint
from outsource_kit.load import locate

if TYPE_CHECKING:
    from pathlib import Path

    from outsource_kit.brief import Brief

FOLDER = ROOT / "tests" / "briefs" / "lint"
BAD = sorted(path for path in FOLDER.glob("*.yaml") if not path.stem.endswith("-near"))
NEAR = sorted(FOLDER.glob("*-near.yaml"))
EXPECTED = re.compile(r"# ([A-Z]+-\d+) (error|warning|info)(?:: (.*))?$")


def found(path: Path, rule: str) -> list[tuple[int, str, str]]:
    """Return line, severity and message of each finding of `rule` in the brief at `path`."""
    located = locate(path)
    return sorted(
        (
            located.mistake(f.place, f.problem.message, "", f.problem.words).line,
            f.severity,
            f.problem.message,
        )
        for f in lint(complete(located, path.parent)[0])
        if f.rule.id == rule
    )


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_a_rule_finds_what_it_should(path: Path) -> None:
    """At each line marked, with its severity, and nowhere else."""
    lines = path.read_text(encoding="utf-8").split("\n")
    marks = [(n, m) for n, line in enumerate(lines, 1) if (m := EXPECTED.search(line))]
    expected = sorted((n, m[2], m[3]) for n, m in marks if m[1] == path.stem)

    actual = found(path, path.stem)

    assert expected
    assert [(line, severity) for line, severity, _ in actual] == [e[:2] for e in expected]
    for (_, _, message), (_, _, wanted) in zip(actual, expected, strict=True):
        assert wanted is None or message == wanted


@pytest.mark.parametrize("path", NEAR, ids=lambda path: path.stem)
def test_a_rule_leaves_alone_what_is_nearly_wrong(path: Path) -> None:
    """No finding of its own."""
    assert found(path, path.stem.removesuffix("-near")) == []


def test_every_rule_is_tried_both_ways() -> None:
    """No rule without a brief that breaks it and one that nearly does."""
    assert {path.stem for path in BAD} == set(RULES)
    assert {path.stem.removesuffix("-near") for path in NEAR} == set(RULES)


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("1.25 million", "1250000 EUR"), ("€1.25m", "1250000 EUR"), ("12.5 lakh", "1250000 INR"),
        ("2.5 crore rupees", "25000000 INR"), ("two and a half million", "2500000 EUR"),
        ("1 thousand 750", "1750 EUR"), ("1k75", "1750 EUR"),
        ("one point seven five thousand", "1750 EUR"), ("one-seven-five-zero", "1750 EUR"),
        ("27 EUR and 71 cents", "27.71 EUR"), ("27 euros 71", "27.71 EUR"),
        ("1\u2007750", "1750 EUR"), ("17.5 hundred", "1750 EUR"),
        ("175,000 cents", "1750 EUR"), ("seventeen fifty", "1750 EUR"), ("MDCCL", "1750 EUR"),
        ("1.75E+3", "1750 EUR"), ("twentyseven euros", "27 EUR"), ("1-7-5-0 EUR", "1750 EUR"),
    ],
)  # fmt: skip
def test_an_amount_is_known_in_every_spelling(tmp_path: Path, typed: str, amount: str) -> None:
    """Once for the text; the same field, whatever the words."""
    path = tmp_path / "brief.yaml"
    text = f"project: {{title: Shop, what: 'We stop at {typed}.'}}\npay: {{walk_away: {amount}}}\n"
    path.write_text(text, encoding="utf-8")
    actual = [message for _, _, message in found(path, "LEAK-01")]

    assert actual == [f"`{typed}` is `pay.walk_away`, which only you may know"]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("We could go up to 1,500 USD", ("error", True)),
        ("We'd pay you at most 1500", ("error", True)),
        ("Our limit is 1,500 USD", ("error", True)),
        ("We can do 1,500", ("error", True)),
        ("We pay one-five-zero-zero", ("error", True)),
        ("Is 1500 our top figure", ("warning", False)),
        ("Our ad budget is 1,500 USD a month", ("error", False)),
        ("1,500 is all we have", ("error", True)),
        ("The budget is 1.5k", ("error", True)),
        ("An hour is 27.71 USD/hour", ("error", True)),
        ("We offer between 900 and 1,500 USD", ("error", True)),
        ("1,500 USD at most for this", ("error", True)),
        ("Our customer's budget is 1,500 USD", ("error", False)),
        ("Our rate of return is 27.71", ("error", False)),
        ("The ceiling is 27.71 m high", ("error", False)),
        ("A bike costs around 1,500 USD in our shop", ("error", False)),
        ("Approve invoices up to 1,500 USD", ("error", False)),
        ("Our hosting bill is 1,500 USD a month", ("error", False)),
        ("Donors give 1,500 USD or more", ("error", False)),
        ("Each map sells for 27.71 USD", ("error", False)),
        ("A lens costs 60 dollars", ("warning", False)),
        ("Our customers spend 60 USD on average", ("warning", False)),
        ("A4 sheets of 60 g/m2, 1500 to the box", ("warning", False)),
        ("The port is 0x5DC", ("warning", False)),
        ("1 5 0 0 is the opening float code", ("warning", False)),
    ],
)
def test_an_amount_is_as_bad_as_the_words_around_it_say(
    tmp_path: Path, said: str, expected: tuple[str, bool]
) -> None:
    """Only the writer's own price cannot be ignored; without money it is a warning."""
    path = tmp_path / "brief.yaml"
    text = (
        f'project: {{title: Shop, what: "{said}."}}\n'
        "pay: {walk_away: 1500 USD, budget_total: 60 USD}\n"
        "negotiation: {evidence: [{source: Two shops, median: 27.71 USD/hour}]}\n"
    )
    path.write_text(text, encoding="utf-8")
    findings = lint(complete(locate(path), tmp_path)[0])

    assert [(f.severity, f.problem.fixed) for f in findings if f.rule.id == "LEAK-01"] == [expected]


@pytest.mark.parametrize(
    ("said", "rule", "expected"),
    [
        (
            "About 1,800 USD, or 1750 USD.",
            "LEAK-01",
            [("error", "`1750 USD` is `pay.walk_away`, which only you may know")],
        ),
        (
            "See https://a.example/?rlkey=abcdefgh12, password: Blue-Owl77",
            "LEAK-03",
            [
                ("error", "`Blue…` looks like a password"),
                ("warning", "`rlke…` looks like a key to a shared file"),
            ],
        ),
    ],
)
def test_what_may_be_meant_hides_nothing_that_is_not(
    tmp_path: Path, said: str, rule: str, expected: list[tuple[str, str]]
) -> None:
    """A warning in a text leaves the error in it where it is."""
    path = tmp_path / "brief.yaml"
    text = f"project: {{title: Shop, what: '{said}'}}\npay: {{walk_away: 1750 USD}}\n"
    path.write_text(text, encoding="utf-8")

    assert sorted((severity, message) for _, severity, message in found(path, rule)) == expected


@pytest.mark.parametrize(
    ("length", "expected"),
    [
        ("4 weeks", []),
        ("6 weeks", ["on `2026-10-26`, `07:00-10:00 Europe/London` has 2 hours by day in `NZ`"]),
    ],
)
def test_shared_hours_are_looked_at_as_long_as_the_work_lasts(
    tmp_path: Path, length: str, expected: list[str]
) -> None:
    """London is 12 hours behind Auckland from 27 September on, 13 from 25 October on: 20 to 23."""
    path = tmp_path / "brief.yaml"
    text = (
        "project: {title: Shop, what: Build it.}\n"
        f"engagement: {{start: 2026-09-21, duration: {length}}}\n"
        "requirements:\n  overlap: {window: 07:00-10:00 Europe/London, at_least: 3 hours}\n"
        "  location: {countries: [NZ], why: the law}\n"
    )
    path.write_text(text, encoding="utf-8")

    assert [message for _, _, message in found(path, "DATE-08")] == expected


@pytest.mark.parametrize(
    ("terms", "rule", "expected"),
    [
        (
            'pay: {terms: {schedule: "40 % at the start, 50 % at the end"}}',
            "PAY-07",
            ["change the shares until they come to 100 %"],
        ),
        (
            "trial: {task: Sort it., criteria: [{name: A, weight: 60}, {name: B, weight: 45}]}",
            "TRIAL-07",
            ["make the weights come to 100"],
        ),
    ],
)
def test_a_remedy_fits_what_was_found(
    tmp_path: Path, terms: str, rule: str, expected: list[str]
) -> None:
    """Where a rule finds several things, each has a remedy of its own."""
    path = tmp_path / "brief.yaml"
    path.write_text(f"project: {{title: Shop, what: Build it.}}\n{terms}\n", encoding="utf-8")
    findings = lint(complete(locate(path), tmp_path)[0])

    assert [f.problem.remedy for f in findings if f.rule.id == rule] == expected


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_a_rule_says_what_it_is(rule: object) -> None:
    """Every row of the catalogue is whole."""
    empty = [name for name, value in vars(rule).items() if not value and name != "limits"]

    assert empty == []


@given(brief=briefs())
@settings(max_examples=200)
def test_no_brief_breaks_the_rules_themselves(brief: Brief) -> None:
    """Any valid brief can be checked, and every finding has its place in it."""
    for finding in lint(brief):
        assert finding.problem.message
        assert finding.place[0] in type(brief).model_fields


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        (
            "engagement: {pieces: 40}\npay: {rate: 10-12 EUR/piece, budget_total: 450 EUR}",
            "`40` pieces at `10-12 EUR/piece` can come to `480 EUR`, more than `450 EUR`",
        ),
        (
            (
                "engagement: {duration: 5-8 working days}\n"
                "pay: {rate: 200-250 EUR/day, budget_total: 900 EUR}"
            ),
            (
                "`5-8 working days` at `200-250 EUR/day` comes to at least `1,000 EUR`, "
                "more than `900 EUR`"
            ),
        ),
        (
            (
                "engagement: {duration: 2 weeks, workload: 16-20 hours/week}\n"
                "pay: {target: 160 EUR/day, budget_total: 700 EUR}"
            ),
            (
                "`16-20 hours/week` for `2 weeks` at `160 EUR/day` can come to `800 EUR`, "
                "more than `700 EUR`"
            ),
        ),
        (
            (
                "schedule: {milestones: [{name: A, amount: 300 EUR}, {name: B, amount: 400 EUR}]}\n"
                "pay: {budget_total: 600 EUR}"
            ),
            "work for `700 EUR` comes to at least `700 EUR`, more than `600 EUR`",
        ),
    ],
)
def test_the_work_costs_in_a_rule_what_it_costs_on_the_sheet(
    tmp_path: Path, terms: str, expected: str
) -> None:
    """By the piece, by the day, by hours of which eight are a day, by milestones."""
    path = tmp_path / "brief.yaml"
    path.write_text(f"project: {{title: Shop, what: Build it.}}\n{terms}\n", encoding="utf-8")

    assert [message for _, _, message in found(path, "PAY-12")] == [expected]
