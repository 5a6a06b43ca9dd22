"""Whether a task log shows enough, and whether it hands over what it should not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outsource_kit.figures.audit import DAYS, TASKS, verdicts
from outsource_kit.lint.rule import Problem, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from outsource_kit.brief.identify import TaskLog


@rule(
    "TRI-01",
    "info",
    checks="a task log too short to show where the time goes",
    why="One day is no week. The tasks that eat the time are those that come again.",
    remedy="log two days or more, and eight tasks or more",
    source="own rule",
    bad="kind: tasks\ndays_logged: 1\nlog: [{name: Sorting mails}]",
    good="kind: tasks\ndays_logged: 5\nlog: [{name: A}, {name: B}, {name: C}, {name: D}, {name: E},"
    " {name: F}, {name: G}, {name: H}]",
    kind="tasks",
)
def short_log(log: TaskLog) -> Iterator[Problem]:
    """Yield a log of fewer than eight tasks, or of fewer than two days."""
    if len(log.log) < TASKS:
        tasks = f"{len(log.log)} {'task is' if len(log.log) == 1 else 'tasks are'}"
        yield Problem(("log",), f"{tasks} too few to see a pattern")
    if log.days_logged is not None and log.days_logged < DAYS:
        days = f"{log.days_logged} {'day' if log.days_logged == 1 else 'days'}"
        yield Problem(("days_logged",), f"{days} of logging cannot stand for a week")


@rule(
    "TRI-02",
    "warning",
    checks="a task that is to be handed over though the log says not to",
    why=(
        "What need not happen is best stopped, what you do best is best kept, and what costs more"
        " outside than inside is no saving."
    ),
    remedy="write `outsource: false`, or correct the marks of the task",
    source="the outsourcing guide",
    bad="kind: tasks\nlog: [{name: Reading every newsletter, must_happen: false, outsource: true}]",
    good="kind: tasks\nlog: [{name: Reading every newsletter, must_happen: true, outsource: true}]",
    kind="tasks",
)
def better_kept(log: TaskLog) -> Iterator[Problem]:
    """Yield tasks marked to be handed over whose verdict speaks against it."""
    for index, row in enumerate(verdicts(log)):
        if log.log[index].outsource and row.reason.against:
            said = f"`{row.name}` is to be handed over, but {row.reason.against}"
            yield Problem(("log", index, "outsource"), said)
