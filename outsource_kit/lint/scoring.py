"""Is the choice made by what the work needs? Points, criteria, how many people are compared."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from outsource_kit.lint.regex import regex
from outsource_kit.lint.rule import Problem, rule
from outsource_kit.lint.words import listed, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from outsource_kit.brief import Brief
    from outsource_kit.load import Place

_HUNDRED = 100

_FAST = 20
"""Most points of an application for the speed of a reply."""

_FEWEST = 3
"""People below whom there is no comparison."""

_FEELING = regex(
    r"\bgut\b(?:[ -](?:feel(?:ing)?|instinct))?|\bcultur(?:e|al)[ -]?(?:fit|match|add)\b"
    r"|\b(?:good |right )?vibes?\b|\bchemistry with\b|\b(?:first|overall|general) impression\b"
    r"|\bpersonality\b|\blikeab(?:le|ility)\b|\bcharisma\b|\bx[ -]factor\b"
    r"|\b(?:good |positive |right )?attitude\b|\b(?:team|company|personal) fit\b",
    re.IGNORECASE,
)
"""Names of criteria under which anything can be scored (own list)."""

_FELT = listed(
    "gut culture cultural vibe vibes chemistry impression personality likeable likable charisma"
    " factor"
    " attitude fit"
)
"""Words of which each of these names holds one."""

_PRICE = regex(
    r"(?:the |low(?:est)? |total |hourly |asking |best )*"
    r"(?:price|cost|rate|quote|fee|budget|value for money|cheapness)s?",
    re.IGNORECASE,
)
_JOINTS = regex(r"\s*(?:[/,&+]|\band\b)\s*")


def _criteria(brief: Brief) -> Iterator[tuple[Place, str]]:
    """Yield every name of a criterion, with its place."""
    for index, question in enumerate(brief.questions):
        if question.criterion and question.kind not in ("logistics", "gate"):
            yield ("questions", index, "criterion"), question.criterion
    for kind in ("must", "nice"):
        for index, need in enumerate(getattr(brief.requirements, kind)):
            if need.criterion:
                yield ("requirements", kind, index, "criterion"), need.criterion
    for index, criterion in enumerate(brief.trial.criteria):
        yield ("trial", "criteria", index, "name"), criterion.name
        if criterion.looks_at:
            yield ("trial", "criteria", index, "looks_at"), criterion.looks_at
    for index, name in enumerate(brief.scoring.critical):
        yield ("scoring", "critical", index), name


@rule(
    "SCO-01",
    "error",
    checks="points that do not add up to 100",
    why=(
        "Where points do not add up, one criterion counts more or less than you think, and nobody"
        " sees which."
    ),
    remedy="change the points until they are 100 together",
    source="own rule",
    limits="A weight below nothing is not even read.",
    bad="scoring: {weights: {effort: 30, skills: 40, credibility: 20, speed: 20}}",
    good="scoring: {weights: {effort: 30, skills: 40, credibility: 20, speed: 10}}",
)
def points_differ(brief: Brief) -> Iterator[Problem]:
    """Yield the points of the application, and of the stages, where they are not 100."""
    for name in ("weights", "stage_weights"):
        points = [point for _, point in getattr(brief.scoring, name) if point is not None]
        if points and sum(points) != _HUNDRED:
            together = " + ".join(map(str, points))
            said = f"the points of `{name}` add up to {sum(points)}, not 100: {together}"
            yield Problem(("scoring", name), said)


@rule(
    "SCO-02",
    "warning",
    checks="many points for a quick reply",
    why=(
        "How soon a reply comes depends on the time zone and on luck more than on the person. Who"
        " sleeps while you post loses."
    ),
    remedy="write `speed: 10`, and give the points to `skills` and `effort`",
    source="own rule: 20 of 100 at most",
    bad="scoring: {weights: {effort: 20, skills: 30, credibility: 20, speed: 30}}",
    good="scoring: {weights: {effort: 30, skills: 40, credibility: 20, speed: 10}}",
)
def speed_counts_much(brief: Brief) -> Iterator[Problem]:
    """Yield more than twenty points for the speed of an application."""
    speed = brief.scoring.weights.speed
    if speed is not None and speed > _FAST:
        message = f"{speed} points for a quick reply measure the time zone"
        yield Problem(("scoring", "weights", "speed"), message)


@rule(
    "SCO-03",
    "warning",
    checks="a criterion that is a feeling",
    why=(
        "Gut feeling and `culture fit` predict little, and mostly reward those who are like us."
        " Behaviour can be seen, and scored by two people alike."
    ),
    remedy="name what one could see, such as `Says early when something is late`",
    source="Google re:Work on structured interviews; Sackett and others, 2022",
    bad="trial: {task: Sort the mails., criteria: [{name: Culture fit, weight: 100}]}",
    good="trial: {task: Sort the mails., criteria: [{name: Asks when unsure, weight: 100}]}",
)
def feeling(brief: Brief) -> Iterator[Problem]:
    """Yield each criterion that is named by a feeling about the person."""
    if _FELT.isdisjoint(words_of(brief)):
        return
    for place, name in _criteria(brief):
        if found := _FEELING.search(name):
            yield Problem(
                place, f"`{found[0]}` means another thing to everyone who scores", found[0]
            )


@rule(
    "SCO-04",
    "warning",
    checks="a choice among fewer than three people",
    why="With one or two people there is nothing to compare with, and no fallback.",
    remedy="write `min_assessed: 3` in `selection`; extend the post if fewer apply",
    source="GOV.UK, guidance on choosing digital suppliers: assess at least 3",
    bad="selection: {min_assessed: 1}",
    good="selection: {min_assessed: 3}",
)
def few_compared(brief: Brief) -> Iterator[Problem]:
    """Yield a least number of people to assess below three."""
    number = brief.selection.min_assessed
    if number is not None and number < _FEWEST:
        people = "1 person is" if number == 1 else f"{number} people are"
        yield Problem(("selection", "min_assessed"), f"{people} too few to compare")


@rule(
    "SCO-05",
    "warning",
    checks="the price among the criteria for quality",
    why=(
        "A low price must not make poor work look better. Score the work first, then set the price"
        " beside it."
    ),
    remedy="delete the criterion; the price is compared after the scores",
    source="GOV.UK, guidance on choosing digital suppliers; 18F de-risking guide",
    bad=(
        "trial: {task: Sketch a page., criteria: [{name: Work, weight: 60}, {name: Price,"
        " weight: 40}]}"
    ),
    good=(
        "trial: {task: Sketch a page., criteria: [{name: Work, weight: 60}, {name: Care,"
        " weight: 40}]}"
    ),
)
def price_as_quality(brief: Brief) -> Iterator[Problem]:
    """Yield each criterion that is the price itself."""
    for place, name in _criteria(brief):
        if place[-1] == "looks_at":
            continue
        for part in _JOINTS.split(name):
            if _PRICE.fullmatch(part.strip()):
                yield Problem(
                    place, f"`{part.strip()}` is scored as if it were quality", part.strip()
                )
                break
