"""What a new brief says: answers, then what its role usually needs, then what any brief needs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING, Any

from outsource_kit.brief import Brief
from outsource_kit.brief.amounts import Money, Rate
from outsource_kit.brief.text import Text
from outsource_kit.brief.times import Day, Zone
from outsource_kit.guidance.roles import known, over, role
from outsource_kit.load import read
from outsource_kit.load.fields import takes
from outsource_kit.templates import PRODUCT

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

_ASK = "ask"

_APPLY, _DECIDE, _START = 14, 28, 35
"""Days from today until applications close, all have an answer, and the work starts."""

_WORKWEEK = 5


@dataclass(frozen=True)
class Answers:
    """What the author of a new brief has said, spelled as briefs spell it."""

    role: str
    """The role; must be one that is known."""

    title: str
    """What the work is called."""

    pay: str
    """What it pays, by the hour or as a whole; `ask` asks for quotes."""

    client: str
    """Under which name they hire."""

    decides: str
    """Who decides."""

    issued: str
    """The day on which the brief is written."""

    timezone: str
    """Their time zone."""


def usual(named: str | None = None) -> dict[str, str]:
    """Return the answers of an author who leaves all to the role `named`, or names none."""
    general = _general()
    name = role_of(named or general.project.role or "")
    return {
        "role": name,
        "title": role(name).start.project.title,
        "pay": _ASK,
        "client": general.client.display_name or "",
        "decides": general.client.decision_owner or "",
    }


def pay_of(written: str) -> Rate | Money | None:
    """Return the pay that `written` spells, None for `ask`; raise `ValueError` where it is none."""
    if written.strip().lower() == _ASK:
        return None
    try:
        return Rate.parse(written.strip()) if "/" in written else Money.parse(written.strip())
    except ValueError:
        said = "write `12-18 USD/hour`, `800 EUR`, or `ask` to ask for quotes"
        raise ValueError(said) from None


def role_of(written: str) -> str:
    """Return the role that `written` names; raise `ValueError` with the one that was meant."""
    name = "-".join(written.lower().split())
    if name in known():
        return name
    close = get_close_matches(name, known(), n=1)
    hint = f"did you mean `{close[0]}`?" if close else f"the roles are {', '.join(known())}"
    raise ValueError(f"there is no role `{written}`; {hint}")


def text_of(written: str) -> Text:
    """Return the line of text that `written` is; raise `ValueError` where it is none."""
    if not takes(Text, written):
        raise ValueError("write one line of plain text")
    return Text(written.strip())


READERS: Mapping[str, Callable[[str], object]] = {
    "role": role_of,
    "title": text_of,
    "pay": pay_of,
    "client": text_of,
    "decides": text_of,
    "issued": Day.parse,
    "timezone": Zone.parse,
}
"""What reads each answer; raises `ValueError` where it cannot."""


def first_brief(answers: Answers, more: Mapping[str, Mapping[str, Any]] | None = None) -> Brief:
    """Return the brief that `answers` give, with every gap filled that would be a finding.

    `more` are further fields by section, as data.
    """
    name = role_of(answers.role)
    start = over(role(name).start, _general())
    pay, today = pay_of(answers.pay), Day.parse(answers.issued).date
    own: dict[str, dict[str, Any]] = {
        "kit": {"timezone": answers.timezone, "issued": answers.issued},
        "client": {"display_name": answers.client, "decision_owner": answers.decides},
        "project": {"title": answers.title, "what": start.project.what, "role": name},
        "engagement": {"type": "fixed" if isinstance(pay, Money) else "hourly"},
        "schedule": {
            "apply_by": f"{_workday(today, _APPLY)} 18:00 {answers.timezone}",
            "decision_by": _workday(today, _DECIDE),
            "start_by": _workday(today, _START),
        },
        "pay": _pay(pay),
    }
    for section, said in (more or {}).items():
        own[section] = {**own.get(section, {}), **said}
    return over(Brief.model_validate(own), start)


@cache
def _general() -> Brief:
    return read(PRODUCT / "new" / "brief.yaml", Brief)


def _pay(pay: Rate | Money | None) -> dict[str, str]:
    if pay is None:
        return {"mode": "ask_quotes"}
    if isinstance(pay, Money):
        return {"mode": "fixed", "fixed": str(pay)}
    return {"mode": "publish_range", "rate": str(pay)}


def _workday(today: date, days: int) -> str:
    """Return the day `days` after `today`, or the Monday after it where it is no working day."""
    day = today + timedelta(days)
    if day.weekday() >= _WORKWEEK:
        day += timedelta(7 - day.weekday())
    return day.isoformat()
