"""What is worked out once for a brief."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from outsource_kit.brief import Brief
from outsource_kit.lint.once import once

if TYPE_CHECKING:
    from types import FrameType


def named(title: str) -> Brief:
    """Return a brief with nothing but a title."""
    return Brief.model_validate({"project": {"title": title, "what": "Build it."}})


def test_an_answer_is_that_of_the_brief_asked_about() -> None:
    """Though another thread asks about another brief at every step: here, before every line."""
    title = once(lambda brief: brief.project.title)
    asked, other = named("Shop"), named("Map")

    def between(frame: FrameType, event: str, _: object) -> Any:
        if frame.f_code.co_name != "answer":
            return None
        if event == "line":
            title(other)
        return between

    before = sys.gettrace()
    sys.settrace(between)
    try:
        actual = [title(asked), title(asked)]
    finally:
        sys.settrace(before)

    assert actual == ["Shop", "Shop"]
