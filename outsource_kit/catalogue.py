"""The documents that exist, and what each may know: for those who write templates.

In: templates, and the models. Out: for each document its readers and source; the facts, figures
and guidance that its template may use; a copy of a template to change. Absent: printing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from outsource_kit.brief import Audience, Brief, Section, audience_of
from outsource_kit.brief.candidates import Candidates
from outsource_kit.brief.meanings import meanings
from outsource_kit.figures.every import FIGURES
from outsource_kit.guidance.every import GUIDANCE
from outsource_kit.load import KINDS
from outsource_kit.load.fields import is_list, model_in
from outsource_kit.plan import Facts, known_to

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from outsource_kit.load import Subject
    from outsource_kit.templates import Document, Templates

_LEAST: Mapping[str, Mapping[str, Any]] = {
    "brief": {"project": {"title": "Any", "what": "Any."}},
    "tasks": {"kind": "tasks", "log": [{"name": "Any"}]},
    "candidates": {"kind": "candidates", "candidates": [{"name": "Any"}]},
}
"""The least that a file of each kind says."""


def facts(document: Document, subject: Subject | None = None) -> tuple[tuple[str, str], ...]:
    """Return each fact that the template of `document` may use, with its meaning.

    Names are dotted, as in `client.display_name`; `[]` stands behind a list. What is worked out
    from facts comes last (`figures.coverage`, `guidance.scale`), as far as `subject`, or a file
    that says as little as it can, gives its audience what that needs.
    """
    named = dict(_fields(KINDS[document.kind], document.audience, ""))
    if document.kind == "candidates":
        named = dict(_fields(Brief, document.audience, "")) | named
    known = known_to(document.audience, subject or _least(document.kind))
    return (*named.items(), *_derived(known))


def _fields(model: type[Section], audience: Audience, above: str) -> Iterator[tuple[str, str]]:
    for name, field in model.model_fields.items():
        if audience_of(field) > audience:
            continue
        inner = model_in(field.annotation)
        path = above + name + ("[]" if is_list(field.annotation) else "")
        if inner and issubclass(inner, Section):
            yield from _fields(inner, audience, f"{path}.")
        else:
            yield path, " ".join(meanings(model)[name].split())


def _derived(known: Facts) -> Iterator[tuple[str, str]]:
    """Yield what can be worked out from the facts that an audience has, and what it is."""
    for group, functions in (("figures", FIGURES), ("guidance", GUIDANCE)):
        for name, function in functions.items():
            try:
                function(known)
            except AttributeError as error:
                if isinstance(error.obj, Facts):
                    continue
                raise
            yield f"{group}.{name}", (function.__doc__ or "").split("\n")[0]


def _least(kind: str) -> Subject:
    subject = KINDS[kind].model_validate(_LEAST[kind])
    if isinstance(subject, Candidates):
        return subject.to(Brief.model_validate(_LEAST["brief"]))
    return subject


def copy_of(document: Document, templates: Templates) -> str:
    """Return the template of `document` to be changed, with a note of what it may use."""
    source = document.path.read_text(encoding="utf-8")
    front, _, body = source.removeprefix("---\n").partition("\n---\n")
    shared = sorted(name for name in templates.sources if name.startswith("parts/"))
    listed = "\n".join(f"     {line}" for line in _grouped(facts(document)))
    note = (
        f"{{#\n   This copy takes the place of the product's `{document.template}` in this kit.\n"
        f"   Its readers: {document.audience}. Any other fact than these fails the build:\n"
        f"{listed}\n   Pieces to import or include: {', '.join(shared)}\n#}}"
    )
    return f"---\n{front}\n---\n{note}\n{body}"


def _grouped(named: tuple[tuple[str, str], ...]) -> Iterator[str]:
    """Yield a line for each section, with the names of its fields."""
    groups: dict[str, list[str]] = {}
    for path, _ in named:
        section, _, field = path.rpartition(".")
        groups.setdefault(section, []).append(field)
    for section, fields in groups.items():
        yield f"{section}: {', '.join(fields)}" if section else ", ".join(fields)
