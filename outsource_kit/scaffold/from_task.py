"""Start a brief from a task of a log: what it says of the work, and of the money.

In: a task log and the name of a task in it. Out: answers and further fields of a first brief.
What the log says is the hirer's alone, so nothing of it goes into a sentence that others read:
its notes stay with the hirer, and only name, hours and rate are offered for the post.
"""

from __future__ import annotations

from decimal import ROUND_CEILING, Decimal
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from outsource_kit.brief.amounts import digits
from outsource_kit.brief.identify import TaskLog
from outsource_kit.figures.trade import RATIO
from outsource_kit.load import locate
from outsource_kit.mistakes import KitError

if TYPE_CHECKING:
    from pathlib import Path

    from outsource_kit.brief.identify import LoggedTask


def read_log(path: Path) -> TaskLog:
    """Return the task log at `path`; raise `KitError` where it is none."""
    located = locate(path)
    if not isinstance(located.subject, TaskLog):
        message = f"expected a task log, got a file of kind `{located.subject.kind}`"
        raise KitError(located.mistake(("kind",), message, "write `kind: tasks` in a log"))
    return located.subject


def task_of(log: TaskLog, name: str) -> LoggedTask:
    """Return the task called `name`, or the only one whose name begins with it.

    Raises `LookupError` with the one that was meant, or with all.
    """
    names = {task.name.casefold(): task for task in log.log}
    wanted = " ".join(name.split()).casefold()
    begin = [task for known, task in names.items() if known.startswith(wanted)]
    if found := names.get(wanted) or (begin[0] if wanted and len(begin) == 1 else None):
        return found
    close = get_close_matches(wanted, names, n=1, cutoff=0.4)
    near = [t.name for t in begin] or [names[c].name for c in close]
    if near:
        hint = f"did you mean {' or '.join(f'`{n}`' for n in near)}?"
    else:
        hint = f"the log has {', '.join(f'`{task.name}`' for task in log.log)}"
    raise LookupError(f"there is no task `{name}`; {hint}")


def answers_of(log: TaskLog, task: LoggedTask) -> dict[str, str]:
    """Return the answers to the five questions that the log gives."""
    rate = task.freelancer_rate or log.freelancer_rate
    said = {
        "title": task.name,
        "pay": str(rate) if rate and rate.unit == "hour" else None,
        "client": log.client.display_name,
        "decides": log.client.decision_owner,
        "timezone": str(log.kit.timezone) if log.kit.timezone else None,
    }
    return {name: value for name, value in said.items() if value}


def fields_of(log: TaskLog, task: LoggedTask) -> dict[str, dict[str, Any]]:
    """Return the further fields of the brief that the log gives, by section."""
    hours = _hours(task)
    ratio = task.hours_ratio or log.hours_ratio
    own = task.own_hour_value or log.own_hour_value
    theirs = (hours * (ratio or RATIO)).to_integral_value(ROUND_CEILING)
    return {
        "project": _known(sensitive_notes=task.notes),
        "engagement": _known(workload=f"{theirs} hours/week" if hours else None),
        "pay": _known(own_hour_value=own, platform_fee=log.platform_fee),
        "break_even": _known(
            own_hours=f"{digits(hours)} hours/week" if hours else None,
            hours_ratio=ratio,
            rework=log.rework,
            set_up=task.hand_over,
            horizon=log.horizon,
        ),
    }


def _hours(task: LoggedTask) -> Decimal:
    """Return the hours a week that the hirer spends on a task; none where it does not say."""
    each = task.time.hours if task.time else None
    hours = (each or Decimal(0)) * (task.times_per_week or Decimal(0))
    return max(hours.quantize(Decimal("0.01")), Decimal(0))


def _known(**said: Any) -> dict[str, Any]:
    """Return what is said, spelled as briefs spell it; numbers stay numbers."""
    kept = {name: value for name, value in said.items() if value is not None}
    return {name: v if isinstance(v, Decimal) else str(v) for name, v in kept.items()}
