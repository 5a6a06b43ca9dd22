"""The task audit: verdicts and reasons, the few tasks that take most, what pays off.

In: the facts of a task log. Out: a verdict for each task with its reasons, the order in which to
hand over, and how far it rests on guesses. What was not said counts neither for nor against; what
cannot be reckoned is None. The questions and reasons are data (`triage`); the points are our own.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from outsource_kit.figures.set_up import sums
from outsource_kit.figures.trade import (
    MANAGEMENT,
    RATIO,
    REWORK,
    Trade,
    money,
    price,
    share,
    variations,
    weeks_of,
)
from outsource_kit.figures.triage import holds, triage
from outsource_kit.plan import Facts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from outsource_kit.brief.amounts import Duration

TASKS, DAYS = 8, 2
"""Fewest tasks and logged days that show where the time goes."""

MOST = Decimal("0.8")
"""The share of all time, or of all stress, that a few tasks take."""

_POINTS = {"saving": 40, "stress": 20, "dislike": 15, "not_good": 10, "put_off": 5, "pareto": 10}
_VERDICTS = ("outsource", "pilot", "unknown", "too-dear", "keep", "eliminate")


def audit(facts: Any) -> Facts:
    """Return every task with its verdict, and what the log tells as a whole."""
    enough = len(facts.log) >= TASKS and (facts.days_logged or 0) >= DAYS
    rows = [_row(number, task, facts) for number, task in enumerate(facts.log, 1)]
    most_time = _few(rows, lambda row: row.minutes) if enough else set()
    most_stress = _few(rows, lambda row: row.stress_a_week) if enough else set()
    for row in rows:
        row.most_time, row.most_stress = row.number in most_time, row.number in most_stress
        _judge(row)
    _score(rows)
    ordered = sorted(rows, key=_rank)
    chosen = [row for row in ordered if row.verdict in ("outsource", "pilot")]
    return Facts(
        enough=enough,
        questions=tuple(_asked(rows, enough=enough)),
        crossed=tuple(_crossed(rows)),
        tasks=tuple(ordered),
        chosen=tuple(chosen),
        other=tuple(row for row in ordered if row.verdict not in ("outsource", "pilot")),
        unlike=tuple(row for row in ordered if row.unlike),
        time=_pareto(rows, lambda row: row.minutes) if enough else (),
        stress=_pareto(rows, lambda row: row.stress_a_week) if enough else (),
        hours=round(sum((row.minutes for row in rows), Decimal(0)) / 60, 1),
        freed=round(sum((row.minutes for row in chosen), Decimal(0)) / 60, 1),
        saved=sums(row.saving for row in chosen if row.saving),
        sensitivity=tuple(_sensitivity(row, facts) for row in chosen if row.trade),
    )


def verdicts(facts: Any) -> tuple[Facts, ...]:
    """Return each task's verdict, in the order of the log."""
    return tuple(sorted(audit(facts).tasks, key=lambda row: row.number))


def _row(number: int, task: Any, facts: Any) -> Facts:
    minutes = _minutes(task.time) * (task.times_per_week or 0) if task.time else Decimal(0)
    trade = _trade(task, minutes / 60, facts)
    currency = (task.own_hour_value or facts.own_hour_value).currency if trade else ""
    highest = trade.highest_rate(_set_up(task, trade), weeks_of(facts.horizon)) if trade else None
    return Facts(
        number=number,
        task=task,
        name=task.name,
        minutes=minutes,
        hours=round(minutes / 60, 1),
        stress_a_week=Decimal(task.stress or 0) * (task.times_per_week or 0),
        trade=trade,
        unlike=_unlike(task, facts),
        gain=trade.saving if trade else None,
        saving=money(abs(trade.saving), currency) if trade else None,
        payback=trade.payback(_set_up(task, trade)) if trade else None,
        highest_rate=price(highest, currency) if highest and highest > 0 else None,
        unsaid=tuple(name for name in _ASKED if getattr(task, name) is None),
    )


_ASKED = ("must_happen", "better_use", "vital_personal", "i_do_it_better", "failure_harm")
"""Marks without which a verdict is a guess."""


def _minutes(time: Duration) -> Decimal:
    return (time.hours or Decimal(0)) * 60


def _trade(task: Any, hours: Decimal, facts: Any) -> Trade | None:
    """Return the trade of a task; None where hours, value or rate are missing or do not fit."""
    own, rate = _prices(task, facts)
    if not hours or own is None or rate is None or _unlike(task, facts):
        return None
    ratio = task.hours_ratio or facts.hours_ratio or RATIO
    leading = MANAGEMENT if facts.management is None else share(facts.management)
    return Trade(
        own_hours=hours,
        own_value=own.amount,
        rate=(rate.low + rate.high) / 2,
        ratio=ratio,
        fee=share(facts.platform_fee),
        rework=REWORK if facts.rework is None else share(facts.rework),
        management=leading * hours * ratio,
    )


def _prices(task: Any, facts: Any) -> tuple[Any, Any]:
    """Return the value of an own hour and the rate; a task's own come before the log's."""
    own = task.own_hour_value or facts.own_hour_value
    return own, task.freelancer_rate or facts.freelancer_rate


def _unlike(task: Any, facts: Any) -> Facts | None:
    """Return the two prices of a task where they are not both for an hour in one currency."""
    own, rate = _prices(task, facts)
    if own is None or rate is None:
        return None
    alike = own.unit == rate.unit == "hour" and own.currency == rate.currency
    return None if alike else Facts(own=own, rate=rate)


def _set_up(task: Any, trade: Trade) -> Decimal:
    """Return what explaining the task costs, at the value of an own hour."""
    hours = task.hand_over.hours if task.hand_over else None
    return (hours or Decimal(0)) * trade.own_value


def _judge(row: Facts) -> None:
    """Give a task its verdict, the reason for it, and what speaks for handing it over.

    The first reason that holds decides, in the guide's order.
    """
    marks = Facts(**(vars(row.task) if isinstance(row.task, Facts) else dict(row.task)))
    marks.gain, marks.most_time, marks.most_stress = row.gain, row.most_time, row.most_stress
    row.yes = {q.id for q in triage().questions if holds(q.test, marks)}
    row.speaks = tuple(q.speaks for q in triage().questions if q.id in row.yes)
    reasons = [reason for reason in triage().reasons if holds(reason.test, marks)]
    row.against = {reason.id for reason in reasons if reason.question}
    row.reason = reasons[0]
    row.verdict = reasons[0].verdict


def _asked(rows: Sequence[Facts], *, enough: bool) -> Iterator[Facts]:
    """Yield each of the six questions with the tasks that answer it by yes."""
    for question in triage().questions:
        names = tuple(row.name for row in sorted(rows, key=_rank) if question.id in row.yes)
        known = enough or not question.needs_enough
        yield Facts(text=question.text, tasks=names, known=known)


def _crossed(rows: Sequence[Facts]) -> Iterator[Facts]:
    """Yield each of the six cross-outs with the tasks for which it holds."""
    for reason in triage().reasons:
        if reason.question:
            names = tuple(row.name for row in sorted(rows, key=_rank) if reason.id in row.against)
            yield Facts(text=reason.question, tasks=names, known=True)


def _few(rows: Sequence[Facts], amount: Callable[[Facts], Decimal]) -> set[int]:
    """Return the tasks that take 80 % of an amount: the largest, and the one that crosses it."""
    return {row.number for row in _pareto(rows, amount) if row.among}


def _pareto(rows: Sequence[Facts], amount: Callable[[Facts], Decimal]) -> tuple[Facts, ...]:
    """Return the tasks from the largest to the smallest, each with its share and the sum so far."""
    whole = sum((amount(row) for row in rows), Decimal(0))
    found, before = [], Decimal(0)
    for row in sorted(rows, key=lambda row: (-amount(row), row.name)):
        if not amount(row):
            break
        so_far = before + amount(row)
        found.append(
            Facts(
                number=row.number,
                name=row.name,
                hours=row.hours,
                share=round(100 * amount(row) / whole),
                so_far=round(100 * so_far / whole),
                among=before < MOST * whole,
            )
        )
        before = so_far
    return tuple(found)


def _score(rows: Sequence[Facts]) -> None:
    """Give each task that may be handed over its points of a hundred."""
    gains = [row.gain for row in rows if row.verdict in ("outsource", "pilot")]
    highest = max(gains, default=Decimal(0))
    for row in rows:
        task, row.score = row.task, None
        if row.verdict not in ("outsource", "pilot"):
            continue
        parts = {
            "saving": row.gain / highest if highest > 0 else Decimal(0),
            "stress": Decimal(task.stress or 0) / 3,
            "dislike": Decimal(task.dislike or 0) / 3,
            "not_good": Decimal(task.not_good or 0) / 3,
            "put_off": Decimal(bool(task.put_off)),
            "pareto": Decimal(row.most_time),
        }
        exact = sum((_POINTS[name] * part for name, part in parts.items()), Decimal(0))
        row.score = exact.quantize(Decimal("0.1"))


def _rank(row: Facts) -> tuple[int, Decimal, Decimal, str]:
    score, gain = row.score or Decimal(0), row.gain or Decimal(0)
    return _VERDICTS.index(row.verdict), -score, -gain, row.name


def _sensitivity(row: Facts, facts: Any) -> Facts:
    """Return under which changed assumptions handing over would no longer save anything."""
    flips = tuple(kind for kind, trade in variations(row.trade) if trade.saving <= 0)
    half = replace(row.trade, own_value=row.trade.own_value / 2)
    weeks = weeks_of(facts.horizon)
    return Facts(
        name=row.name,
        flips=flips,
        holds_at_half=half.saving > 0,
        gains=row.trade.gain(_set_up(row.task, row.trade), weeks) > 0,
    )


FIGURES: Mapping[str, Callable[[Facts], object]] = {"audit": audit}
