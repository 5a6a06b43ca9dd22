"""No search looks away from a text that its pattern matches: its triggers are in every match."""

from __future__ import annotations

import string
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from outsource_kit import lint
from outsource_kit.brief import Brief
from outsource_kit.lint.words import Search

if TYPE_CHECKING:
    from collections.abc import Iterator

TYPED = st.sampled_from(sorted({*string.printable} - {*"\t\r\x0b\x0c"}))


def searches(name: str, value: Any) -> Iterator[tuple[str, Search]]:
    """Yield each search in `value`, which a module calls `name`."""
    if isinstance(value, Search):
        yield name, value
    elif isinstance(value, tuple) and not isinstance(value, str):
        for index, part in enumerate(value):
            yield from searches(f"{name}[{index}]", part)
    elif isinstance(found := getattr(value, "search", None), Search):
        yield name, found


FOUND = {
    f"{chapter.__name__.rpartition('.')[2]}.{name}": search
    for chapter in (import_module(f"{lint.__name__}.{m.name}") for m in iter_modules(lint.__path__))
    for own, value in vars(chapter).items()
    for name, search in searches(own, value)
}


def test_every_search_is_tried() -> None:
    """Those in tuples and topics are among them."""
    assert {"pay._ALL_OR_NOTHING", "asking._NOT_ASKED[0]", "fair._SIGNS[0][1]"} <= FOUND.keys()


@pytest.mark.parametrize("name", FOUND)
def test_no_search_looks_away_from_what_its_pattern_matches(name: str) -> None:
    """Whatever the pattern matches has the words without which a text is not looked at."""
    search = FOUND[name]

    @settings(max_examples=25, database=None, suppress_health_check=list(HealthCheck))
    @given(st.from_regex(search.pattern, alphabet=TYPED))
    def try_out(text: str) -> None:
        brief = Brief.model_validate({"project": {"title": "Shop", "what": f"Now {text}"}})
        matched = any(match["found"] for match in search.pattern.finditer(brief.project.what))

        assert bool(list(search.find(brief))) == matched

    try_out()
