"""A brief that starts from a task of a log, without the words that only the hirer reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from conftest import ROOT, run

from outsource_kit.brief import Audience
from outsource_kit.check import mistakes_in
from outsource_kit.load import load
from outsource_kit.plan import project
from outsource_kit.scaffold.from_task import read_log, task_of

if TYPE_CHECKING:
    from pathlib import Path

LOG = ROOT / "kits/personal-assistant/tasks.yaml"


def test_the_brief_says_what_the_log_knows(tmp_path: Path) -> None:
    """36 minutes five times a week are 3 hours; a freelancer needs 3.9, so the post says 4."""
    words = ("new", "inbox", "--from-task", f"{LOG}:Sorting the inbox", "--issued", "2026-11-30")

    code, out, err = run(tmp_path, *words)

    assert (code, err) == (0, "")
    assert out.startswith("inbox/brief.yaml is written.")
    brief = load(tmp_path / "inbox/brief.yaml")
    assert brief.project.title == "Sorting the inbox and answering routine mail"
    assert str(brief.engagement.workload) == "4 hours/week"
    assert str(brief.break_even.own_hours) == "3 hours/week"
    assert str(brief.break_even.hours_ratio) == "1.3"
    assert str(brief.break_even.set_up) == "3 hours"
    assert str(brief.pay.own_hour_value) == "60 USD/hour"
    assert (brief.pay.mode, str(brief.pay.rate)) == ("publish_range", "12-18 USD/hour")
    assert str(brief.pay.platform_fee) == "5%"
    assert brief.client.display_name == "Larkmoor Maps"
    assert str(brief.kit.timezone) == "Europe/London"
    found = mistakes_in(tmp_path / "inbox/brief.yaml")
    assert [m for m in found if m.severity != "info"] == []
    public = str(project(brief, Audience.AGENCY))
    assert "Nine mails in ten" in str(brief.project.sensitive_notes)
    assert "Nine mails in ten" not in public
    assert "60 USD" not in public


def test_options_go_before_what_the_log_knows(tmp_path: Path) -> None:
    """The author has the last word."""
    words = ("--from-task", f"{LOG}:Keeping", "--pay", "ask", "--title", "A calendar to keep")

    assert run(tmp_path, "new", "calendar", *words)[0] == 0

    brief = load(tmp_path / "calendar/brief.yaml")
    assert (brief.project.title, brief.pay.mode) == ("A calendar to keep", "ask_quotes")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Sorting the inbocks", "did you mean `Sorting the inbox and answering routine mail`?"),
        (
            "Writing",
            "did you mean `Writing down what is open at the end of the week` or `Writing the",
        ),
        ("zzz", "the log has `Sorting the inbox and answering routine mail`, `Keeping"),
    ],
)
def test_an_unknown_task_says_which_was_meant(name: str, said: str) -> None:
    """The closest, or those that begin so, or all."""
    with pytest.raises(LookupError) as caught:
        task_of(read_log(LOG), name)

    assert caught.value.args[0].startswith(f"there is no task `{name}`; {said}")


def test_what_is_no_log_or_no_task_is_refused(tmp_path: Path) -> None:
    """Exit code 2 for the command line, 1 for a file of another kind."""
    brief = ROOT / "kits/minimal/brief.yaml"

    for words, code, said in (
        (f"{LOG}", 2, "write --from-task as LOG:TASK, such as `tasks.yaml:Sorting mail`"),
        (f"{LOG}:zzz", 2, "there is no task `zzz`"),
        (f"{brief}:Mail", 1, "expected a task log, got a file of kind `brief`"),
    ):
        done, out, err = run(tmp_path, "new", "x", "--from-task", words)
        assert (done, out) == (code, ""), words
        assert said in err, words
