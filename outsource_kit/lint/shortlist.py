"""Whether candidates were scored by the scorecard, and all by the same one."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from outsource_kit.brief import Audience
from outsource_kit.figures.ranking import criteria, scale_of, scorecard_version
from outsource_kit.lint.rule import Problem, rule
from outsource_kit.plan import project

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from outsource_kit.brief.candidates import Candidate, Candidates, Rating
    from outsource_kit.load import Place

_EVIDENCE = 20
"""Fewest characters that say what was seen."""

_STAGES = ("application", "answers", "trial")


def _ratings(candidates: Candidates) -> Iterator[tuple[Place, Candidate, str, Rating]]:
    """Yield every grade with its place, whose it is, and its stage."""
    for number, person in enumerate(candidates.candidates):
        for stage in _STAGES:
            for index, rating in enumerate(getattr(person, stage)):
                yield ("candidates", number, stage, index), person, stage, rating


@rule(
    "SCO-06",
    "error",
    checks="scores of another scorecard than the brief's",
    why="Who is scored by other rules than the others is not compared with them.",
    remedy="restore the brief, or score everyone again and write the new version",
    source="GOV.UK guidance: criteria and weights stay as they were published",
    bad=(
        "kind: candidates\nscorecard: older\n"
        "candidates: [{name: A, application: [{criterion: skills, rating: 3}]}]"
    ),
    good="kind: candidates\nscorecard: older\ncandidates: [{name: A}]",
    kind="candidates",
)
def other_scorecard(candidates: Candidates) -> Iterator[Problem]:
    """Yield a version that is missing, or is not that of the brief, once anything is scored."""
    if not any(True for _ in _ratings(candidates)):
        return
    current = scorecard_version(project(candidates.hiring, Audience.AGENCY))
    if candidates.scorecard is None:
        remedy = f"write `scorecard: {current}`, the version by which you score"
        yield Problem(
            (), "nothing says by which scorecard these were scored", remedy=remedy, fixed=True
        )
    elif candidates.scorecard != current:
        said = f"the scorecard is another now: it was {candidates.scorecard}, and is {current}"
        remedy = (
            "restore questions, weights, conditions and must-haves of the brief, or score everyone"
            f" again and write `scorecard: {current}`"
        )
        yield Problem(("scorecard",), said, remedy=remedy, fixed=True)


@rule(
    "SCO-07",
    "error",
    checks="a grade for a criterion, an answer or a condition that the brief does not have",
    why="A grade that counts nowhere is lost, and the one it was meant for is a gap.",
    remedy="write the name as the brief has it; for an answer the `id` of its question",
    source="own rule",
    bad=("kind: candidates\ncandidates: [{name: A, application: [{criterion: skils, rating: 3}]}]"),
    good=(
        "kind: candidates\ncandidates: [{name: A, application: [{criterion: skills, rating: 3}]}]"
    ),
    kind="candidates",
)
def unknown_criterion(candidates: Candidates) -> Iterator[Problem]:
    """Yield grades and conditions whose name the brief does not know."""
    brief = candidates.hiring
    known = criteria(project(brief, Audience.AGENCY))
    for place, _, stage, rating in _ratings(candidates):
        names = list(known.get(stage, ()))
        if rating.criterion.casefold() not in {name.casefold() for name in names}:
            said = f"there is no `{rating.criterion}` to grade here"
            yield Problem((*place, "criterion"), said, remedy=_meant(rating.criterion, names))
    gates = [str(gate.id) for gate in brief.screening.gates if gate.id]
    for number, person in enumerate(candidates.candidates):
        for index, gate in enumerate(person.gates):
            if gate.gate not in gates:
                here = ("candidates", number, "gates", index, "gate")
                yield Problem(
                    here, f"there is no condition `{gate.gate}`", remedy=_meant(gate.gate, gates)
                )


def _meant(name: str, known: Iterable[str]) -> str:
    names = list(known)
    close = get_close_matches(name.casefold(), names, n=1)
    if close:
        return f"did you mean `{close[0]}`?"
    return (
        f"write one of {', '.join(f'`{n}`' for n in names)}" if names else "give it an `id` there"
    )


@rule(
    "SCO-08",
    "error",
    checks="a grade outside the scale, or a second one for the same thing",
    why="Scores are reckoned on the scale that stands in the scorecard.",
    remedy="write one grade of the scale; where two people graded, write what they agreed on",
    source="own rule",
    bad=(
        "kind: candidates\ncandidates: [{name: A, application: [{criterion: skills, rating: 7}]}]"
    ),
    good=(
        "kind: candidates\ncandidates: [{name: A, application: [{criterion: skills, rating: 4}]}]"
    ),
    kind="candidates",
)
def off_the_scale(candidates: Candidates) -> Iterator[Problem]:
    """Yield grades that the scale does not have, and those given twice."""
    low, high = scale_of(candidates.hiring)
    seen: set[tuple[object, ...]] = set()
    for place, _, stage, rating in _ratings(candidates):
        if not low <= rating.rating <= high:
            said = f"`{rating.rating}` is no grade: the scale goes from {low} to {high}"
            yield Problem((*place, "rating"), said)
        key = (place[1], stage, rating.criterion.casefold())
        if key in seen:
            yield Problem((*place, "criterion"), f"`{rating.criterion}` is graded already")
        seen.add(key)


@rule(
    "SCO-09",
    "warning",
    checks="a grade without evidence",
    why="A number alone cannot be checked, and is soon remembered as a feeling.",
    remedy="write in `evidence` what you saw or read, in 20 characters or more",
    source="Google re:Work: notes by which someone else can follow the grade",
    bad=(
        "kind: candidates\ncandidates: [{name: A, application: [{criterion: skills, rating: 4}]}]"
    ),
    good=(
        "kind: candidates\ncandidates: [{name: A, application: [{criterion: skills, rating: 4,"
        " evidence: Two mailboxes of small shops}]}]"
    ),
    kind="candidates",
)
def without_evidence(candidates: Candidates) -> Iterator[Problem]:
    """Yield grades of which nobody says what they rest on."""
    for place, person, _, rating in _ratings(candidates):
        if len(rating.evidence or "") < _EVIDENCE:
            said = f"`{rating.criterion}` of {person.name} rests on nothing that one could check"
            yield Problem((*place, "evidence"), said)


@rule(
    "SCO-10",
    "warning",
    checks="a decision without a reason, or against a condition that is not met or not checked",
    why="Who asks later gets the reason that was written down, or none.",
    remedy="write `reason`; where a condition is not met, change the decision or the condition",
    source="GOV.UK guidance: keep notes; 18F guide: advantages and disadvantages in writing",
    bad="kind: candidates\ncandidates: [{name: A, decision: offer}]",
    good="kind: candidates\ncandidates: [{name: A, decision: offer, reason: The best trial}]",
    kind="candidates",
)
def without_reason(candidates: Candidates) -> Iterator[Problem]:
    """Yield decisions without a reason, and offers to people who fail a condition."""
    for number, person in enumerate(candidates.candidates):
        here = ("candidates", number, "decision")
        if person.decision and person.decision != "withdrawn" and not person.reason:
            yield Problem(here, f"nothing says why {person.name} is `{person.decision}`")
        failed = [gate.gate for gate in person.gates if not gate.passed]
        if failed and person.decision in ("offer", "accepted"):
            yield Problem(
                here, f"{person.name} fails the condition `{failed[0]}`", severity="error"
            )
        known = {gate.gate for gate in person.gates}
        open_ = [g.id for g in candidates.hiring.screening.gates if g.id and g.id not in known]
        if open_ and person.decision in ("offer", "accepted"):
            said = f"nothing says whether {person.name} meets the condition `{open_[0]}`"
            yield Problem(here, said, remedy="check it, and write it down in `gates`")


@rule(
    "SCO-11",
    "warning",
    checks="a price that counts more than 40 %, or two candidates of one name",
    why="Where price decides, quality was scored for nothing: an auction was won at a dollar.",
    remedy="write 40% or less; give candidates of one name an `id` each",
    source="18F guide: what is not price outweighs price",
    bad="kind: candidates\nprice_weight: 60%\ncandidates: [{name: A}]",
    good="kind: candidates\nprice_weight: 20%\ncandidates: [{name: A}]",
    kind="candidates",
)
def price_or_name(candidates: Candidates) -> Iterator[Problem]:
    """Yield a price that decides, and names that stand for two people."""
    weight = candidates.price_weight
    if weight and weight.value > 40:  # noqa: PLR2004 - the most, in percent
        yield Problem(("price_weight",), f"the price counts {weight}, more than 40%")
    seen: set[tuple[str, str | None]] = set()
    for number, person in enumerate(candidates.candidates):
        key = (person.name.casefold(), person.id)
        if key in seen:
            yield Problem(("candidates", number, "name"), f"there is another `{person.name}`")
        seen.add(key)
