"""Templates: what they print, and what they cannot."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from outsource_kit import markdown
from outsource_kit.brief import Audience, Brief
from outsource_kit.mistakes import KitError
from outsource_kit.plan import Facts, project
from outsource_kit.templates import Templates

TITLE = 'C# & <Foo>_bar* | "x" 50% $5 {{7*7}} #1'


def facts(audience: Audience = Audience.CANDIDATE, **sections: Any) -> Facts:
    """Return the facts of a short brief."""
    data = {"project": {"title": TITLE, "what": "Do **it**."}, **sections}
    found = project(Brief.model_validate(data), audience)
    assert isinstance(found, Facts)
    return found


def render(source: str, known: Facts | None = None, **parts: str) -> str:
    """Return what a template of this source prints."""
    sources = {"documents/x.md": source} | {f"parts/{k}.md": v for k, v in parts.items()}
    paths = {name: Path("templates") / name for name in sources}
    environment = markdown.environment(Templates(sources, paths, ()), "en-GB")
    return markdown.render(environment, "documents/x.md", known or facts(), "x", {})


def test_text_is_escaped_and_prose_is_not() -> None:
    """Text shows as typed, prose is Markdown; no template asks for either."""
    printed = render("{{ project.title }}\n\n{{ project.what }}\n")

    assert printed == 'C# & \\<Foo>\\_bar\\* | "x" 50% $5 {{7\\*7}} #1\n\nDo **it**.\n'


@pytest.mark.parametrize(
    "source",
    [
        "{{ project.title | upper }}",
        "{{ project.title ~ project.title }}",
        '{{ [project.title, "*"] | join("*") }}',
        '{{ "%s*" | format(project.title) }}',
        "{% set x %}{{ project.title }}{% endset %}{{ x }}",
        "{% macro m(t) %}{{ t }}{% endmacro %}{{ m(project.title) }}",
        "{% filter trim %}{{ project.title }}{% endfilter %}",
    ],
)
def test_text_stays_escaped_on_every_way_through_a_template(source: str) -> None:
    """Filters, joins, macros and blocks print stars, never emphasis."""
    assert "\\*" in render(source)


def test_values_print_themselves_in_the_language_of_the_kit() -> None:
    """Money, rates, dates, deadlines and hours need no filter."""
    known = facts(
        kit={"language": "en-GB", "issued": "2026-11-22"},
        pay={"rate": "12-18 USD/hour", "fixed": "1,499.50 EUR"},
        schedule={"apply_by": "2026-12-04 18:00 Europe/London"},
        engagement={"workload": "8-12 hours/week", "duration": "3-6 months"},
    )

    printed = render(
        "{{ kit.issued }}; {{ pay.rate }}; {{ pay.fixed }}; {{ schedule.apply_by }};"
        " {{ engagement.workload }}; {{ engagement.duration }}",
        known,
    )

    assert printed.replace("\u00a0", " ").rstrip().split("; ") == [
        "Sunday, 22 November 2026",
        "USD 12–18 per hour",
        "EUR 1,499.50",
        "Friday, 4 December 2026, 18:00, Europe/London (UTC+00:00)",
        "8–12 hours per week",
        "3–6 months",
    ]


def test_a_fact_above_the_audience_is_an_error_with_its_place() -> None:
    """A leak in a template fails the build, and says where it is."""
    source = "# Post\n\n{{ pay.walk_away }}\n"
    known = facts(pay={"walk_away": "30 USD/hour"})

    with pytest.raises(KitError) as caught:
        render(source, known)

    expected = (
        "templates/documents/x.md:3:1: error: document `x`: `walk_away` is not among the facts"
        " of this document's audience"
    )
    assert str(caught.value) == expected

    inside = facts(Audience.INTERNAL, pay={"walk_away": "30 USD/hour"})
    assert "30 per hour" in render(source, inside).replace("USD\u00a0", "")


@pytest.mark.parametrize(
    ("source", "line", "reason"),
    [
        ("a\n\n{{ pay.fixed }}", 3, "prints `None`; ask first, as in `{% if … %}`"),
        ("{{ trial }}", 1, "prints a whole section or list; name one of its fields"),
        ("{{ requirements.must }}", 1, "prints a whole section or list; name one of its fields"),
        ("\n{{ nothing }}", 2, "there is no `nothing` here"),
        ("{% if %}", 1, "expected an expression, got 'end of statement block'"),
        ("{% for x in project.title.upper() %}{{ x.y }}{% endfor %}", 1, "there is no `y` here"),
        ("{{ 1 / 0 }}", 1, "division by zero"),
        ("{{ project.__class__.__mro__ }}", 1, "`__class__` is not among the facts"),
        ('{% include "parts/none.md" %}', 1, "there is no template `parts/none.md`"),
        ("{{ project.title | dictsort }}", 1, "has no attribute 'items'"),
        ('{{ "{x}".format() }}', 1, "'x'"),
        ('{{ ["a"] | map("upper") }}', 1, "prints a generator, which is no text"),
        ("{{ project.title.upper }}", 1, "which is no text"),
        ('\n{% include "parts/bad.md" %}', 2, "there is no `gone` here"),
    ],
)
def test_a_mistake_in_a_template_names_template_line_and_document(
    source: str, line: int, reason: str
) -> None:
    """Whatever goes wrong in a template is said at its place."""
    with pytest.raises(KitError) as caught:
        render(source, bad="\n{{ gone }}")

    (mistake,) = caught.value.mistakes
    name = "parts/bad.md" if "bad.md" in source else "documents/x.md"
    assert (mistake.path, mistake.line) == (f"templates/{name}", line)
    assert mistake.message.startswith("document `x`: ")
    assert reason in mistake.message


def test_lines_of_nothing_but_tags_vanish_and_others_keep_their_end() -> None:
    """A tag at the end of a line of text does not glue the next line to it."""
    source = "{% if true %}\none{% if true %} two{% endif %}\n{% endif %}\n\nthree\n"

    assert render(source) == "one two\n\nthree\n"
