"""Scores and ranking of candidates, by rules that stand before anyone applies.

A grade r on a scale that ends at m gives c = (r - low) / (m - low). A stage is 100·Σ w·c / Σ w over
what was graded, the total Σ stage weight·stage / Σ of the weights used. What was not graded is a
gap, never a zero: it lowers the coverage, and who is not covered enough is not ranked above others.
Price is scored apart: the lowest eligible cost divided by each cost. The usual points of the stages
are our own choice, after what Sackett and others (2022) found on how much each way of choosing
tells; those of the criteria are rows of `guidance`.
"""

from __future__ import annotations

from decimal import Decimal
from statistics import median
from typing import TYPE_CHECKING, Any

from outsource_kit.figures.coverage import held
from outsource_kit.figures.trade import money, share
from outsource_kit.guidance.questions import asked, guide
from outsource_kit.guidance.rubrics import application_rubric, trial_rubric
from outsource_kit.guidance.scales import scale
from outsource_kit.plan import Facts, fingerprint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from outsource_kit.brief.amounts import Money

STAGES = {"application": 20, "answers": 40, "trial": 40}
STAGES_WITHOUT_TRIAL = {"application": 35, "answers": 65}
"""Points where the brief gives none."""

HIRE, COVERAGE = Decimal("62.5"), Decimal(80)
"""The least score to hire, and the least share of the points that must be graded."""

TIE, CHEAP, PRICE_WEIGHT = Decimal(3), Decimal("0.6"), Decimal("0.2")
"""Points that tell nobody apart; share of the median below which a price is asked about; share of
the price in the overall ranking where nothing else is said."""

_TENTH = Decimal("0.1")


def scale_of(facts: Any) -> tuple[int, int]:
    """Return the lowest and the highest grade."""
    grades = scale(facts).grades
    return grades[0].grade, grades[-1].grade


def application_weights(facts: Any) -> dict[str, int]:
    """Return the points of the application's criteria, by their id."""
    return {row.id: row.points for row in application_rubric(facts)}


def trial_weights(facts: Any) -> dict[str, int]:
    """Return the points of the trial's criteria, by their name; equal where not all are given."""
    rows = trial_rubric(facts)
    return {row.name: 1 if row.points is None else row.points for row in rows}


def answer_weights(facts: Any) -> dict[str, int]:
    """Return the points of the answers, all the same, by the question's `id`, else its number."""
    return {str(q.id or number): 1 for number, q in enumerate(asked(facts), 1)}


def stage_weights(facts: Any) -> dict[str, int]:
    """Return the points of the stages; the trial only where there is one."""
    given, usual = facts.scoring.stage_weights, STAGES if held(facts) else STAGES_WITHOUT_TRIAL
    own = {name: getattr(given, name) for name in usual}
    if all(weight is None for weight in own.values()):
        return usual
    return {name: weight or 0 for name, weight in own.items()}


def hire_threshold(facts: Any) -> Decimal:
    """Return the least score to hire, of 100."""
    given = facts.scoring.thresholds.hire
    return given.value if given else HIRE


def coverage_threshold(facts: Any) -> Decimal:
    """Return the least share of the points that must be graded, in percent."""
    given = facts.scoring.thresholds.coverage
    return given.value if given else COVERAGE


def scorecard_version(facts: Any) -> str:
    """Return a short hash of everything that decides scores: equal rules, equal version.

    What stands in for a gap of the brief counts as if it were written there. `facts` are those of
    an agency or of the hirer; both give the same.
    """
    rules = Facts(
        scale=scale(facts).id,
        application=application_rubric(facts),
        questions=guide(facts),
        trial=trial_rubric(facts) if held(facts) else (),
        rubric=facts.trial.rubric,
        stages=Facts(**stage_weights(facts)),
        hire=hire_threshold(facts),
        coverage=coverage_threshold(facts),
        critical=facts.scoring.critical,
        gates=facts.screening.gates,
        must=facts.requirements.must,
    )
    return f"v{fingerprint(rules)}"  # a letter first, so that YAML takes it for no number


def criteria(facts: Any) -> dict[str, dict[str, int]]:
    """Return the criteria of each stage with their points."""
    stages = {
        "application": application_weights(facts),
        "answers": answer_weights(facts),
        "trial": trial_weights(facts),
    }
    return {name: stages[name] for name in stage_weights(facts)}


def ranking(facts: Facts) -> Facts:
    """Return the candidates in their order, with all that a shortlist says of them."""
    people = [_scored(person, facts) for person in facts.candidates]
    _price(people, facts)
    ordered = _ordered(people)
    for rank, person in enumerate(ordered, 1):
        person.rank = rank
    fit = [p for p in ordered if p.state in _FIT]
    first = fit[0].exact if fit else None
    for person in ordered:
        apart = person.exact is not None and first is not None and first - person.exact
        person.behind = rounded(apart) if apart and apart > 0 else None
    return Facts(
        people=tuple(ordered),
        fit=tuple(fit),
        ahead=fit[0] if fit else None,
        tied=tuple(p for p in fit if fit and p.tied and p.group == fit[0].group),
        by_price=tuple(sorted((p for p in ordered if p.overall is not None), key=_by_overall)),
        priced=any(p.price_score is not None for p in people),
        assessed=sum(1 for p in people if p.total is not None),
        unpriced=tuple(p for p in ordered if p.state != "out" and p.price_score is None),
        owed=tuple(p for p in ordered if p.owed),
    )


def _scored(person: Facts, facts: Facts) -> Facts:
    """Return a candidate with scores, gaps and state."""
    stages = tuple(
        stage_score(name, weights, getattr(person, name), scale_of(facts))
        for name, weights in criteria(facts).items()
    )
    points = stage_weights(facts)
    used = [s for s in stages if s.exact is not None and points[s.name]]
    weight = sum(points[s.name] for s in used)
    total = sum(points[s.name] * s.exact for s in used) / weight if weight else None
    whole = sum(points.values())
    covered = sum(points[s.name] * s.covered for s in stages) / whole * 100 if whole else Decimal(0)
    known = {gate.gate: gate for gate in person.gates}
    gates = [(g, known.get(g.id)) for g in facts.screening.gates]
    low = {str(name).casefold() for name in facts.scoring.critical}
    failed = tuple(Facts(text=g.text, reason=k.reason) for g, k in gates if k and not k.passed)
    critical = tuple(
        row.criterion
        for stage in stages
        for row in stage.rows
        if row.rating == scale_of(facts)[0] and _names(row.criterion, facts) & low
    )
    unchecked = tuple(g.text for g, k in gates if k is None)
    state = _state(failed, critical, covered, total, facts)
    by_score = sorted(used, key=lambda s: s.exact)
    return Facts(
        person=person,
        name=person.name,
        stages=stages,
        exact=total,
        total=rounded(total),
        covered=rounded(covered),
        gaps=tuple(f"{s.name}: {name}" for s in stages for name in s.gaps),
        failed=failed,
        unchecked=unchecked,
        critical=critical,
        state="unchecked" if state == "hireable" and unchecked else state,
        strongest=by_score[-1].name if len(used) > 1 else None,
        weakest=by_score[0].name if len(used) > 1 else None,
        owed=bool(person.trial) and person.feedback_sent_on is None,
        tied=False,
        group=0,
    )


def _names(criterion: str, facts: Facts) -> set[str]:
    """Return the names of a criterion: its own, and for an answer those of its question."""
    of = {str(q.criterion).casefold() for q in asked(facts) if q.id == criterion and q.criterion}
    return {str(criterion).casefold(), *of}


def stage_score(
    name: str, weights: Mapping[str, int], given: Sequence[Facts], ends: tuple[int, int]
) -> Facts:
    """Return a stage's score, the share of its points that is graded, and what is not."""
    low, high = ends
    graded = {str(row.criterion).casefold(): row for row in given}
    found = [(p, graded[n.casefold()]) for n, p in weights.items() if n.casefold() in graded]
    weight, whole = sum(points for points, _ in found), sum(weights.values())
    points = sum((p * Decimal(row.rating - low) / (high - low) for p, row in found), Decimal(0))
    exact = 100 * points / weight if weight else None
    return Facts(
        name=name,
        rows=tuple(given),
        exact=exact,
        score=rounded(exact),
        covered=Decimal(weight) / whole if whole else Decimal(0),
        gaps=tuple(n for n in weights if n.casefold() not in graded),
    )


def _state(
    failed: object, critical: object, covered: Decimal, total: Decimal | None, facts: Facts
) -> str:
    if failed:
        return "out"
    if critical:
        return "critical"
    if total is None or covered < coverage_threshold(facts):
        return "incomplete"
    return "hireable" if total >= hire_threshold(facts) else "below"


_FIT = ("hireable", "unchecked")
_ORDER = {"hireable": 0, "unchecked": 0, "below": 1, "critical": 2, "incomplete": 3, "out": 4}
"""States that suffice by their grades; which come before which."""


def _ordered(people: Iterable[Facts]) -> list[Facts]:
    """Return people by state and score; those who cannot be told apart by trial, then by cost."""
    ordered = sorted(people, key=lambda p: (_ORDER[p.state], -(p.exact or 0), p.name))
    groups: list[list[Facts]] = []
    for person in ordered:
        if groups and _near(groups[-1][0], person):
            groups[-1].append(person)
        else:
            groups.append([person])
    for number, group in enumerate(groups):
        for person in group:
            person.group, person.tied = number, len(group) > 1
        group.sort(key=_tie_break)
    return [person for group in groups for person in group]


def _near(first: Facts, person: Facts) -> bool:
    """Return whether two people are in the same state, and their scores too close to tell."""
    scored = first.exact is not None and person.exact is not None
    return bool(
        scored and _ORDER[first.state] == _ORDER[person.state] and first.exact - person.exact <= TIE
    )


def _tie_break(person: Facts) -> tuple[int, int, Decimal]:
    grades = {str(r.criterion).casefold(): r.rating for r in person.person.trial}
    cost = person.cost.amount if person.cost else Decimal("Infinity")
    return -grades.get("work", 0), -grades.get("understanding", 0), cost


def _price(people: Sequence[Facts], facts: Facts) -> None:
    """Give each candidate cost, price score and overall score, where they can be compared."""
    fee = share(facts.pay.platform_fee)
    weight = share(facts.price_weight) if facts.price_weight else PRICE_WEIGHT
    for person in people:
        person.cost = _cost(person.person, fee)
    eligible = [p.cost for p in people if p.cost and p.state != "out"]
    alike = len({cost.currency for cost in eligible}) == 1
    lowest = min((cost.amount for cost in eligible), default=Decimal(0))
    middle = median(cost.amount for cost in eligible) if eligible else Decimal(0)
    for person in people:
        there = alike and person.cost and person.state != "out" and person.cost.amount
        price = 100 * lowest / person.cost.amount if there else None
        person.price_score = rounded(price)
        person.cheap = bool(there and person.cost.amount < CHEAP * middle)
        person.overall = None
        if price is not None and person.exact is not None:
            person.overall = rounded((1 - weight) * person.exact + weight * price)


def _cost(person: Facts, fee: Decimal) -> Money | None:
    """Return what someone costs in all: quote, or rate x estimated hours, each x (1 + fee)."""
    quote, hours = person.quote, person.estimated.hours if person.estimated else None
    if quote is None or quote.unit not in (None, "hour") or (quote.unit and hours is None):
        return None
    return money(quote.amount * (hours if quote.unit else 1) * (1 + fee), quote.currency)


def _by_overall(person: Facts) -> tuple[int, Decimal]:
    return _ORDER[person.state], -person.overall


def rounded(value: Decimal | None) -> Decimal | None:
    """Return `value` to a tenth, as scores are shown."""
    return None if value is None else Decimal(value).quantize(_TENTH)


def _pairs(weights: Mapping[str, int]) -> tuple[Facts, ...]:
    return tuple(Facts(criterion=name, points=points) for name, points in weights.items())


FIGURES: Mapping[str, Callable[[Facts], object]] = {
    "coverage_threshold": coverage_threshold,
    "hire_threshold": hire_threshold,
    "ranking": ranking,
    "scorecard_version": scorecard_version,
    "stage_weights": lambda facts: _pairs(stage_weights(facts)),
    "trial_held": held,
}
