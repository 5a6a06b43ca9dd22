"""What the fields of a section mean: the docstrings below them, read when someone asks.

In: a section. Out: a text for each field. Pydantic can read them too, but does so for every
section whenever the program starts, and `check` must start fast.
"""

from __future__ import annotations

import ast
from functools import cache
from inspect import cleandoc, getsource
from itertools import pairwise
from textwrap import dedent
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from outsource_kit.brief.audience import Section


@cache
def meanings(section: type[Section]) -> Mapping[str, str]:
    """Return the docstring below each field of `section`, by the field's name."""
    made = ast.parse(dedent(getsource(section))).body[0]
    body = made.body if isinstance(made, ast.ClassDef) else []
    return {
        field.target.id: cleandoc(said.value.value)
        for field, said in pairwise(body)
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        if isinstance(said, ast.Expr) and isinstance(said.value, ast.Constant)
        if isinstance(said.value.value, str)
    }
