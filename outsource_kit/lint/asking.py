"""Is anything asked that must not be asked? Topics, how they are asked, what to do instead.

The phrases are our own; the topics follow lists made after the EEOC's guidance, and the rules of
platforms. Nothing here is legal advice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from outsource_kit.guidance.platforms import banning
from outsource_kit.lint.jurisdiction import employed
from outsource_kit.lint.regex import regex
from outsource_kit.lint.rule import Problem, rule
from outsource_kit.lint.words import Search

if TYPE_CHECKING:
    from collections.abc import Iterator

    from outsource_kit.brief import Brief
    from outsource_kit.mistakes import Severity


@dataclass(frozen=True)
class _Topic:
    """Something that is not asked."""

    name: str
    """What it is, as in "asks about …"."""

    search: Search
    """How it is asked."""

    instead: str
    """What to do instead."""


_DO_YOU = r"(?:do|did|are|have|were)\s+you\s+(?:\w+\s+){0,2}?"
_NOT_ASKED = (
    _Topic(
        "age",
        Search(
            "old age birth birthdate birthday born graduate graduated graduation finish",
            r"how\s+old\s+are\s+you|your\s+(?:age|birth\s?dates?|birthday|year\s+of\s+birth"
            r"|date\s+of\s+birth|graduation\s+year|year\s+of\s+graduation)"
            r"|when\s+were\s+you\s+born|(?:what|which)\s+year\s+(?:did\s+you\s+graduate|were\s+you\s+born)"
            r"|when\s+did\s+you\s+(?:graduate|finish\s+(?:school|university))",
        ),
        "ask in `screening.gates`: `Are you 18 or older?`",
    ),
    _Topic(
        "family",
        Search(
            "married single divorced pregnant parent mother father marital spouse husband wife"
            " children kids family baby childcare pregnancy",
            r"are\s+you\s+(?:currently\s+)?(?:married|single|divorced|pregnant|an?\s+(?:single\s+)?"
            r"(?:parent|mother|father))|your\s+(?:marital\s+status|spouse|husband|wife|children|kids"
            r"|childcare|pregnancy|family\s+(?:plans?|situation|status|life))"
            r"|do\s+you\s+have\s+(?:any\s+|small\s+|young\s+|own\s+){0,2}(?:children|kids|a\s+family)"
            r"|(?:plan|planning|want|intend)\s+to\s+(?:have\s+(?:children|kids|a\s+baby)"
            r"|(?:start|have)\s+a\s+family|become\s+pregnant)",
        ),
        "ask in `screening.gates` whether they can keep the hours stated",
    ),
    _Topic(
        "religion",
        Search(
            "religion religious faith church holidays christian muslim jewish hindu buddhist",
            r"your\s+(?:religion|faith|church|religious\s+\w+)|(?:what|which)\s+(?:religion|church"
            r"|religious\s+holidays?)|are\s+you\s+(?:an?\s+)?(?:religious|christian|muslim|jewish"
            r"|hindu|buddhist)",
        ),
        "ask whether they can work on the dates stated",
    ),
    _Topic(
        "origin",
        Search(
            "where & born from | your & birthplace birth ethnicity ethnic race skin ancestry origin"
            " heritage",
            r"where\s+were\s+you\s+born|where\s+are\s+you\s+(?:originally\s+|really\s+)?from"
            r"|your\s+(?:birthplace|place\s+of\s+birth|ethnicity|ethnic\s+\w+|race|skin\s+colou?r"
            r"|ancestry|heritage|national\s+origin|country\s+of\s+(?:birth|origin))",
        ),
        "ask in `screening.gates`: `Can you lawfully do this work from where you are?`",
    ),
    _Topic(
        "health",
        Search(
            "disability disabilities disabled health healthy medical illness illnesses sick",
            r"(?:do|did)\s+you\s+(?:\w+\s+){0,2}?have\s+(?:any\s+|an?\s+)?(?:disabilit(?:y|ies)"
            r"|illness(?:es)?|(?:health|medical)\s+(?:problem|condition|issue)s?)"
            r"|are\s+you\s+(?:disabled|healthy|in\s+good\s+health)|your\s+(?:disabilit(?:y|ies)"
            r"|medical\s+(?:history|condition)s?|state\s+of\s+health|sick\s+days)"
            r"|(?:describe|how\s+is|about)\s+your\s+health(?!\s+(?:insurance|data))"
            r"|how\s+(?:many\s+sick\s+days|often\s+(?:are|were)\s+you\s+sick)",
        ),
        "ask whether they can do these tasks, with or without adjustments",
    ),
    _Topic(
        "arrests and convictions",
        Search(
            "arrested convicted charged criminal arrest",
            r"have\s+you\s+(?:ever\s+)?(?:been\s+)?(?:arrested|convicted|charged\s+with)"
            r"|(?:do\s+you\s+have|have\s+you|your)\s+(?:a\s+|any\s+)?(?:criminal\s+(?:record|history)"
            r"|arrest\s+record)",
        ),
        "ask nothing; where the law allows a check, say so in `legal.background`",
    ),
    _Topic(
        "military discharge",
        Search(
            "discharge discharged", rf"military\s+discharge|{_DO_YOU}dis?honou?rably\s+discharged"
        ),
        "ask about the work they did there",
    ),
    _Topic(
        "unions",
        Search(
            "union",
            r"(?:are|were)\s+you\s+(?:in|a\s+member\s+of|part\s+of)\s+(?:an?|any|the)\s+"
            r"(?:trade\s+|labou?r\s+)?union|your\s+(?:(?:trade|labou?r)\s+union|union\s+membership)",
        ),
        "ask nothing about it",
    ),
    _Topic(
        "gender and orientation",
        Search(
            "gender sex sexual sexuality gay lesbian straight transgender male female man woman",
            r"your\s+(?:gender|sex|sexual\s+orientation|sexuality)|are\s+you\s+(?:gay|lesbian|straight"
            r"|transgender|male|female|an?\s+(?:man|woman))",
        ),
        "ask nothing about it",
    ),
    _Topic(
        "credit and property",
        Search(
            "credit & your | own & home house rent",
            r"your\s+credit\s+(?:score|rating|history|report)|do\s+you\s+own\s+(?:your|a)\s+(?:own\s+)?"
            r"(?:home|house)|own\s+or\s+rent|rent\s+or\s+own",
        ),
        "ask nothing about it",
    ),
    _Topic(
        "politics",
        Search(
            "political politics vote party",
            r"your\s+(?:political\s+\w+|politics)|(?:how|who|whom)\s+(?:do|did)\s+you\s+vote"
            r"|(?:which|what)\s+(?:political\s+)?party\s+(?:do|did)\s+you",
        ),
        "ask nothing about it",
    ),
    _Topic(
        "clubs",
        Search(
            "clubs societies memberships",
            r"(?:which|what|any)\s+(?:social\s+)?(?:clubs|societies)\s+(?:do|are|did)\s+you"
            r"|member\s+of\s+any\s+(?:clubs|societies)|your\s+club\s+memberships",
        ),
        "ask for work they have done in the field",
    ),
)
"""What is not asked, how it is asked all the same, and what to do instead."""


_APPLYING = regex(
    r"\b(?:tell|send|give|write)\s+(?:us|me)\b|\b(?:please|appl(?:y|ying|ication)|include|state)\b",
    re.IGNORECASE,
)
"""Signs that a text about the work asks the candidate, and not the people it is about."""


@rule(
    "LAW-01",
    "warning",
    checks="a question about age, family, religion, origin, health and the like",
    why=(
        "It tells nothing about the work, and it puts off or leaves out people whom the law or the"
        " platform protects."
    ),
    remedy="ask what the work needs",
    source="Upwork's policies for clients; lists of questions made after EEOC guidance",
    bad="questions:\n  - text: Do you have children?",
    good="questions:\n  - text: Which hours between 09:00 and 13:00 London time could you work?",
)
def not_to_be_asked(brief: Brief) -> Iterator[Problem]:
    """Yield each question on the list; what a platform bans cannot be ignored."""
    platform = banning(brief, "discrimination")
    severity: Severity = "error" if platform or employed(brief) else "warning"
    for topic in _NOT_ASKED:
        for hit in topic.search.claims(brief):
            if hit.place[0] == "project" and not _APPLYING.search(hit.sentence):
                continue
            message = f"`{hit.shown}` asks about {topic.name}"
            if platform:
                message += f", which {platform} forbids"
            yield hit.problem(message, topic.instead, severity=severity, fixed=bool(platform))
