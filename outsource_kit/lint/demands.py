"""Does the post ask and promise what can be kept? Personality, hours without end, ratings.

The lists of words are our own selections.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from outsource_kit.guidance.platforms import banning
from outsource_kit.lint.regex import regex
from outsource_kit.lint.rule import Problem, rule
from outsource_kit.lint.words import Hit, Search

if TYPE_CHECKING:
    from collections.abc import Iterator

    from outsource_kit.brief import Brief
    from outsource_kit.mistakes import Severity

_TRAITS = (
    "fun bright bubbly energetic young youthful passionate mature cheerful outgoing charismatic"
    " enthusiastic vibrant dynamic"
)
_TRAIT = f"(?:{_TRAITS.replace(' ', '|')})"
_PERSON = (
    r"(?:personality|personalities|persons?|individuals?|people|attitudes?|candidates?|spirits?"
    r"|freelancers?|assistants?|designers?|developers?|writers?|graduates?|professionals?)"
)
_LIVELY = Search(
    _TRAITS,
    rf"{_TRAIT}(?:(?:\s*,\s*|\s+and\s+|\s+)\w+){{0,2}}?[\s,]+{_PERSON}",
    allowed=(
        r"(?:(?<!look\s)(?<!looking\s)(?<!searching\s)for|of|by|to|about|among|with|from|between|help(?:s|ing)?|teach(?:es|ing)?)\s+"
        rf"(?:\w+\s+)?{_TRAIT}\s+(?:\w+\s+)?{_PERSON}"
    ),
)
_BEING = Search(
    _TRAITS,
    r"(?:you(?:['’]re|\s+are|\s+must\s+be|\s+should\s+be)"
    r"|(?:someone|somebody|anyone|person|candidate|freelancer|assistant)\s+"
    r"(?:who\s+is|who['’]s|must\s+be|should\s+be))"
    r"\s+(?:(?:very|really|always|truly)\s+)?(?:\w+(?:\s*,\s*|\s+and\s+))?"
    rf"(?P<found>{_TRAIT})(?!\s+to\b)",
)
_FITTING = Search(
    "bubbly vibes attitude culture cultural personality",
    r"bubbly|good\s+vibes|(?:positive|can[\s-]do|great)\s+attitude|cultur(?:e|al)\s+fit"
    r"|(?:great|nice|good|warm|winning|likeable)\s+personality",
)
_ALONE = Search(_TRAITS, rf"\A{_TRAIT}(?=\s*(?:[,;.&]|and\b|\Z))")
_BARRED = regex(r"young|youthful|mature|energetic\b.*\bgraduate", re.IGNORECASE | re.DOTALL)


@rule(
    "POST-08",
    "warning",
    checks="a demand for a personality, such as `fun` or `energetic`",
    why=(
        "Personality cannot be seen in an application, says little about the work to come, and"
        " words such as `young` stand for an age."
    ),
    remedy="ask for behaviour that can be seen, such as `replies within four hours`",
    source="Sackett and others, 2022, on methods of selection; lists of questions made after EEOC",
    bad="requirements: {must: [{text: 'A fun, bright personality'}]}",
    good="requirements: {must: [{text: You reply within four hours}]}",
)
def personality(brief: Brief) -> Iterator[Problem]:
    """Yield each trait that is asked of the person wanted."""
    seen: set[tuple[object, ...]] = set()
    for search in (_LIVELY, _BEING, _FITTING, _ALONE):
        for hit in search.claims(brief):
            meant = search is _BEING or (hit.wanted and _whole(search, hit))
            if hit.said.public and hit.place not in seen and meant:
                seen.add(hit.place)
                severity: Severity | None = "error" if _BARRED.match(hit.words) else None
                yield hit.problem(f"`{hit.shown}` asks for a personality", severity=severity)


def _whole(search: Search, hit: Hit) -> bool:
    """Return whether a trait that stands alone is a requirement as a whole."""
    return search is not _ALONE or hit.place[0] == "requirements"


_UNBOUNDED = Search(
    "24 clock always anytime whenever | any & time | all & times",
    r"(?:availab\w+|reachab\w+|on\s+call|online|respond|reply|answer|work)\W+(?:\w+\W+){0,3}?24/7"
    r"|24/7\s+(?:availab\w+|reachab\w+|on\s+call)"
    r"|(?:availab\w+|reachab\w+|respond|reply|answer)\s+(?:\w+\s+){0,2}?"
    r"(?:around\s+the\s+clock|at\s+all\s+times|(?:at\s+)?any\s?time|whenever\s+(?:we|i)\s+need)"
    r"|(?:\A|(?:you\s+are|you['’]re|be)\s+)"
    r"always\s+(?:available|reachable|on\s+call|online(?=\W*\Z|[.,;!]))",
)
_CHOICE = regex(r"\b(?:may|free\s+to|suits?|like|prefer)\b", re.IGNORECASE)
_FLEXIBLE = Search(
    "flexible & my our hours | flexibility & hours",
    r"flexible\s+to\s+(?:my|our)\s+(?:needs|schedule|hours|time\s?zone)"
    r"|flexible\s+(?:working\s+)?hours|hours\s+(?:are\s+|will\s+be\s+)?flexible"
    r"|flexibility\s+(?:in|with)\s+(?:terms\s+of\s+)?(?:(?:the|your|working)\s+)?hours",
)
_SYSTEM = regex(
    r"\b(?:web)?(?:site|shop|store|server|service|system|api|app|page|host|hosting|backup|monitor"
    r"|monitoring|database|dashboard|bot|chatbot|tool|platform|portal|feed|files?|data)s?\b",
    re.IGNORECASE,
)


@rule(
    "POST-09",
    "warning",
    checks="hours without a bound, such as `24/7` or `always available`",
    why="Good people with other clients cannot say yes to hours that nobody can count.",
    remedy="give `requirements.overlap` and `engagement.workload`",
    source="own rule",
    bad="requirements: {must: [{text: You are always available}]}",
    good="requirements: {must: [{text: You answer between 09:00 and 13:00 London time}]}",
)
def unbounded_hours(brief: Brief) -> Iterator[Problem]:
    """Yield each demand for hours without a bound; of systems, any hours may be asked."""
    for hit in _UNBOUNDED.claims(brief):
        ours = _SYSTEM.search(hit.sentence) or _CHOICE.search(hit.sentence)
        if hit.said.public and not ours:
            yield hit.problem(f"`{hit.shown}` sets no bound to the hours")
    for hit in _FLEXIBLE.claims(brief):
        bound = brief.engagement.workload and "flexible to" not in hit.shown.casefold()
        if hit.said.public and not bound:
            yield hit.problem(f"`{hit.shown}` sets no bound to the hours")


_RATING = Search(
    "star stars 5star 5stars fivestar fivestars review reviews rating ratings testimonial"
    " testimonials & leave give get receive earn promise guarantee write reward",
    r"(?:we|i|you|client)(?:['’]ll|\s+will|\s+would|\s+can)?\s+(?:\w+\s+){0,2}?"
    r"(?:leave|give|get|receive|earn|promise|guarantee|write|reward)\s+(?:\w+\s+){0,5}?"
    r"(?P<found>(?:5|five)[\s-]?stars?(?:\s+(?:reviews?|ratings?|feedback))?"
    r"|(?:good|great|positive|excellent|perfect|glowing|top|best)\s+"
    r"(?:reviews?|ratings?|testimonials?))"
    r"(?=\W*\Z|[.,;!)]|\s+(?:if|when|for|on|at|from|after|and|in|once|as)\b)",
)
_STARS = Search(
    "star stars & 5 five | 5star 5stars fivestar fivestars",
    r"(?:5|five)[\s-]?stars?\s+(?:reviews?|ratings?|feedback)",
)


@rule(
    "POST-10",
    "warning",
    checks="a promise of a good rating",
    why=(
        "A rating promised in advance tells later clients nothing, and platforms treat the promise"
        " as a trade in feedback."
    ),
    remedy="promise `an honest review at the end`",
    source="rules of platforms on feedback, as reported by third parties",
    bad="value_proposition: [{kind: credit, text: We will leave you a 5-star review}]",
    good="value_proposition: [{kind: credit, text: An honest review at the end}]",
)
def promised_rating(brief: Brief) -> Iterator[Problem]:
    """Yield each promise of a rating; an error where a platform of the brief forbids it."""
    platform = banning(brief, "rating_promises")
    seen = set()
    for search in (_RATING, _STARS):
        for hit in search.claims(brief):
            gain = hit.place[0] == "value_proposition"
            if hit.place in seen or (search is _STARS and not gain):
                continue
            seen.add(hit.place)
            if platform:
                message = f"`{hit.shown}` promises a rating, which {platform} forbids"
                yield hit.problem(message, severity="error")
            else:
                yield hit.problem(f"`{hit.shown}` promises a rating")
