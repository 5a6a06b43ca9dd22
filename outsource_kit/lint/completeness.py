"""Is the brief whole? What, why, deliverables, limits, reward, who decides, how to talk."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from outsource_kit.lint.regex import regex
from outsource_kit.lint.rule import Problem, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from outsource_kit.brief import Brief

_TRACES = ("TODO", "TBD", "TBC", "FIXME", "XXX", "xxx", "{{", "[", "orem ipsum dolor")
"""What every placeholder holds; looked for first, since almost no brief has any."""

_PLACEHOLDER = regex(
    r"\b(?:TODO|TBD|TBC|FIXME|XXX+|xxx+)\b(?! (?:app|comment|item|list|mark|note)s?\b)"
    r"|\{\{ *[A-Za-z_][\w .-]*\}\}|\b[Ll]orem ipsum dolor\b"
    r"|(?<!\[)\[(?:[Ii]nsert|[Ff]ill in|[Yy]our) [^\]\n]*\](?![\](])"
)

_NOTHING = frozenset(
    {"?", "??", "???", "-", "--", "…", "...", "tbd", "tbc", "tba", "todo", "to do"}
)
"""What stands for a fact when nothing else is in its field."""

_CODE = regex(r"`[^`\n]+`")

_SHORT = 8
"""Words below which a reason is no reason."""

_GROUP = regex(
    r"(?:the |our )?(?:whole )?(?:board|committee|company|everyone|management|team|we|all of us)",
    re.IGNORECASE,
)


@rule(
    "BRF-01",
    "error",
    checks="a placeholder where a fact belongs",
    why="A placeholder that is sent tells every reader that nobody read the document.",
    remedy="fill it in, or delete the field",
    source="own rule",
    limits="A field that a brief cannot do without is asked for before any rule runs.",
    bad="project: {title: Personal assistant, what: TODO}",
    good="project: {title: Personal assistant, what: Sort the inbox each day.}",
)
def placeholder(brief: Brief) -> Iterator[Problem]:
    """Yield each text that still holds a placeholder; what stands between backticks is code."""
    for said in brief.said:
        if len(said.text) < _SHORT and said.text.casefold() in _NOTHING:
            yield Problem(said.place, f"`{said.text}` is a placeholder", said.text)
    whole = "\n".join([said.text for said in brief.said])
    traces = [trace for trace in _TRACES if trace in whole]
    for said in brief.said if traces else ():
        traced = said.text.casefold() not in _NOTHING and any(t in said.text for t in traces)
        if traced and (found := _PLACEHOLDER.search(_CODE.sub("", said.text))):
            yield Problem(said.place, f"`{found[0]}` is a placeholder", found[0])


@rule(
    "BRF-02",
    "warning",
    checks="a missing or empty reason for the work",
    why=(
        "People who know what changes when the work is done make better choices without asking. "
        "A public purchase of software failed because its request never said why."
    ),
    remedy="say in a sentence what changes when this is done",
    source="18F micro-purchase review, 2016; the outsourcing guide",
    bad="project: {title: Load price lists, what: Load them., why: Because we need it.}",
    good=(
        "project: {title: Load price lists, what: Load them., why: Buyers phone us for prices that"
        " they could then look up themselves.}"
    ),
)
def no_reason(brief: Brief) -> Iterator[Problem]:
    """Yield `project.why` where it is missing, short, or says what `what` says."""
    why = brief.project.why
    if why is None:
        yield Problem(("project", "why"), "nothing says why the work needs to be done")
    elif len(why.split()) < _SHORT:
        yield Problem(("project", "why"), f"a reason of {len(why.split())} words says little")
    elif why.casefold().strip(" .") == brief.project.what.casefold().strip(" ."):
        yield Problem(("project", "why"), "`why` says what `what` says")


@rule(
    "BRF-03",
    "error",
    checks="a deliverable without a test, or no deliverable at all",
    why=(
        "Whether work is done is decided by the tests written beforehand. Without them, each side "
        "decides by its own picture of the result, and payment waits for the argument to end."
    ),
    remedy="add a `done_when` line that anyone can check, such as `It arrives by 16:00 on Friday`",
    source="Upwork's advice on writing posts; 18F acceptance criteria, 2015",
    bad="project: {deliverables: [{name: Logo}]}",
    good=(
        "project: {deliverables: [{name: Logo, done_when: [It is readable at 16 pixels height]}]}"
    ),
)
def deliverable_without_test(brief: Brief) -> Iterator[Problem]:
    """Yield each deliverable that neither its own tests nor those of its milestone cover.

    A brief without any deliverable is a draft with a blank: a warning, no error.
    """
    if not brief.project.deliverables:
        yield Problem(
            ("project", "deliverables"),
            "no deliverable says what is handed over",
            remedy="list each result under `deliverables`, with its tests under `done_when`",
            severity="warning",
        )
    covered = {
        id_
        for milestone in brief.schedule.milestones
        if milestone.acceptance
        for id_ in milestone.deliverables
    }
    for index, deliverable in enumerate(brief.project.deliverables):
        if not deliverable.done_when and deliverable.id not in covered:
            yield Problem(
                ("project", "deliverables", index, "name"),
                f"nothing says when `{deliverable.name}` is done",
            )


@rule(
    "BRF-05",
    "info",
    checks="a brief that leaves nothing out",
    why="What is not asked for is the part of a job that both sides most often see differently.",
    remedy="list under `out_of_scope` two or three things that someone might expect to be part",
    source="own rule",
    bad="project: {specifications: [Five pages]}",
    good="project: {specifications: [Five pages], out_of_scope: [Writing the texts]}",
)
def nothing_out_of_scope(brief: Brief) -> Iterator[Problem]:
    """Yield `project.out_of_scope` where it is empty."""
    if not brief.project.out_of_scope:
        yield Problem(("project", "out_of_scope"), "nothing says what is not asked for")


@rule(
    "BRF-06",
    "info",
    checks="a brief without an example",
    why="One example with a line on what you like about it replaces a page of description.",
    remedy="add a similar piece of work under `examples`, with `what_we_like`",
    source="the outsourcing guide",
    bad="project: {examples: [{url: 'https://company.example/a'}]}",
    good=(
        "project: {examples: [{url: 'https://company.example/a', "
        "what_we_like: Every price is on the first page}]}"
    ),
)
def no_example(brief: Brief) -> Iterator[Problem]:
    """Yield `project.examples` where it is empty, and each example without a word on it."""
    if not brief.project.examples:
        yield Problem(("project", "examples"), "no example shows what is wanted")
    for index, example in enumerate(brief.project.examples):
        if example.what_we_like is None:
            yield Problem(
                ("project", "examples", index, "url"),
                "nothing says what is good about this example",
                remedy="add `what_we_like`",
            )


@rule(
    "BRF-11",
    "warning",
    checks="no reason to take the job but the money",
    why="Good freelancers can choose. Those who choose by money alone leave for more of it.",
    remedy=(
        "add to `value_proposition` what else they get and you can keep: repeat work, a quick "
        "start, credit, something to learn, being treated well"
    ),
    source="the outsourcing guide",
    bad="value_proposition: [{kind: money, text: Paid each week}]",
    good=(
        "value_proposition: [{kind: money, text: Paid each week}, "
        "{kind: credit, text: Your name stands below every map}]"
    ),
)
def only_money(brief: Brief) -> Iterator[Problem]:
    """Yield `value_proposition` where it is empty or speaks of money only."""
    if not brief.value_proposition:
        yield Problem(("value_proposition",), "nothing says why a good freelancer should want this")
    elif all(point.kind == "money" for point in brief.value_proposition):
        yield Problem(("value_proposition",), "money is the only reason given to take the job")


@rule(
    "BRF-12",
    "warning",
    checks="how often, in what detail or where both sides talk",
    why="Most disputes begin as silence: one side waits for a message that nobody agreed to send.",
    remedy="fill in `channels`, `updates` and `level_of_detail`",
    source="the outsourcing guide",
    bad="communication: {channels: [Slack]}",
    good=(
        "communication: {channels: [Slack], updates: Two lines each evening, "
        "level_of_detail: 'What is done, what is stuck'}"
    ),
)
def silent_on_messages(brief: Brief) -> Iterator[Problem]:
    """Yield `communication` where channel, rhythm or detail is missing."""
    said = brief.communication
    missing = [
        words
        for value, words in (
            (said.channels, "where messages go (`channels`)"),
            (said.updates, "how often the freelancer reports (`updates`)"),
            (said.level_of_detail, "how much a report says (`level_of_detail`)"),
        )
        if not value
    ]
    if missing:
        *others, last = missing
        listed = f"{', '.join(others)} or {last}" if others else last
        yield Problem(("communication",), f"nothing says {listed}")


@rule(
    "BRF-13",
    "warning",
    checks="nobody decides, or a group does",
    why=(
        "With one person who may say yes, questions have an answer and finished work is accepted. "
        "With a group, the freelancer waits for a meeting."
    ),
    remedy="write the name of one person in `client.decision_owner`",
    source="18F guide to lower the risk of software projects",
    bad="client: {decision_owner: The team}",
    good="client: {decision_owner: 'Ines Calder, founder'}",
)
def nobody_decides(brief: Brief) -> Iterator[Problem]:
    """Yield `client.decision_owner` where it is missing or a group."""
    owner = brief.client.decision_owner
    place = ("client", "decision_owner")
    if owner is None:
        yield Problem(place, "nobody is named who decides")
    elif _GROUP.fullmatch(owner):
        yield Problem(place, f"`{owner}` is no one person", owner)
