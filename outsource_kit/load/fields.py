"""What a model takes where, and which of its names an unknown one may have meant.

In: a model, a place in it, what was typed. Out: the field's type, or a hint. Absent: files.
"""

from __future__ import annotations

import re
from collections import defaultdict
from difflib import get_close_matches
from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Union, cast, get_args, get_origin

from pydantic import BaseModel, PydanticUserError, TypeAdapter, ValidationError

if TYPE_CHECKING:
    from outsource_kit.load.values import Place

_SHORT, _FEW = 12, 3
"""The most names, and the most places, that a hint lists."""

_LONG = 60
"""More characters than any name has: what is longer need not be compared whole."""

Model = type[BaseModel]


def type_at(model: Model, place: Place) -> object:
    """Return the type of the value at `place`; None where the model has no such place."""
    kind: object = model
    for part in place:
        inner = model_in(kind)
        if isinstance(part, int):
            kind = _item(kind)
        elif inner and part in inner.model_fields:
            kind = inner.model_fields[part].annotation
        else:
            return None
    return kind


def model_in(kind: object) -> Model | None:
    """Return the model that values of type `kind` are, or hold in a list."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return kind
    found = (model_in(part) for part in get_args(kind))
    return next((model for model in found if model), None)


def is_required(model: Model, place: Place) -> bool:
    """Return whether the value at `place` may not be left out."""
    owner = model_in(type_at(model, place[:-1])) if place else None
    field = owner.model_fields.get(str(place[-1])) if owner else None
    return field is not None and field.is_required()


def is_list(kind: object) -> bool:
    """Return whether values of type `kind` are lists."""
    return any(get_origin(part) in (tuple, list) for part in _alternatives(kind))


def is_text(kind: object) -> bool:
    """Return whether values of type `kind` are words of any kind."""
    return any(getattr(part, "expected", "") == "text" for part in _alternatives(kind))


def is_of_shape(kind: object, shape: str) -> bool:
    """Return whether a `shape` of `map` or `seq` is what `kind` takes, whatever it holds."""
    if shape == "map":
        return model_in(kind) is not None and not is_list(kind)
    return shape == "seq" and is_list(kind)


def required(model: Model) -> list[str]:
    """Return the names of the fields that `model` cannot do without."""
    return [name for name, field in model.model_fields.items() if field.is_required()]


def takes(kind: object, value: object) -> bool:
    """Return whether a field of type `kind` accepts `value`."""
    try:
        TypeAdapter(cast("type[object]", kind)).validate_python(value)
    except (ValidationError, PydanticUserError):
        return False
    return True


def names(model: Model) -> str:
    """Return the names of the fields of `model`, in words; the first few where there are many."""
    fields = [f"`{name}`" for name in model.model_fields]
    if len(fields) > _SHORT:
        return f"its fields are {', '.join(fields[:_SHORT])}, …"
    return "its fields are " + _listed(fields, "and")


def choose(typed: str, choices: list[str]) -> str:
    """Return the hint that names the one of `choices` that `typed` is close to, if one is."""
    close = _same(typed, choices) or _close(typed, choices, 0.6)
    return _ask([close] if close else _with_word(typed, choices))


def meant(model: Model, place: Place) -> Place | None:
    """Return the place of the field that the last name of `place`, which is no field, misspells.

    None where no field beside it is close, or where it is the name of a field elsewhere.
    """
    *above, typed = place
    own = model_in(type_at(model, tuple(above)))
    choices = list(own.model_fields) if own else []
    close = _same(str(typed), choices)
    if not close and _fold(str(typed)) not in _homes(model):
        close = _close(str(typed), choices, 0.65)
    return (*above, close) if close else None


def unknown(model: Model, place: Place, value: object) -> str:
    """Return what the author may have meant by the last name of `place`, which is no field."""
    if close := meant(model, place):
        return _ask([str(close[-1])])
    if " " in str(place[-1]):
        return "a name has no spaces; if this is text, put the whole of it in quotes"
    own = model_in(type_at(model, place[:-1]))
    if own and (longer := _with_word(str(place[-1]), list(own.model_fields))):
        return _ask(longer)
    typed, homes = _fold(str(place[-1])), _homes(model)
    near = (
        typed
        if typed in homes
        else next(iter(get_close_matches(typed[:_LONG], homes, 1, 0.85)), "")
    )
    hint = _move(model, homes[near], place[:-1], value) if near else ""
    return hint or (names(own) if own else "")


def _move(model: Model, homes: tuple[Place, ...], above: Place, value: object) -> str:
    """Return where a field belongs that stands under `above`: where its value fits, or higher."""
    fit = [home for home in homes if takes(type_at(model, home), value)] or list(homes)
    fit = [home for home in fit if len(home) == min(map(len, fit))]
    where = [f"under `{'.'.join(map(str, h[:-1]))}`" if h[1:] else "at the top level" for h in fit]
    section = next((part for part in reversed(above) if isinstance(part, str)), None)
    here = f"under `{section}`" if section else "at the top level"
    if len(where) > _FEW:
        return ""
    return f"`{fit[0][-1]}` belongs {_listed(where, 'or')}, not {here}"


def _alternatives(kind: object) -> tuple[object, ...]:
    """Return the types that a union is made of; of anything else, itself."""
    if get_origin(kind) in (Union, UnionType):
        return tuple(inner for part in get_args(kind) for inner in _alternatives(part))
    return _alternatives(get_args(kind)[0]) if get_origin(kind) is Annotated else (kind,)


def _item(kind: object) -> object:
    lists = (part for part in _alternatives(kind) if get_origin(part) in (tuple, list))
    return next((get_args(part)[0] for part in lists), None)


@cache
def _homes(model: Model) -> dict[str, tuple[Place, ...]]:
    """Return where each name of `model` and of the models in it belongs, by its folded form."""
    homes: dict[str, list[Place]] = defaultdict(list)

    def walk(inner: Model, above: Place, seen: tuple[Model, ...]) -> None:
        for name, field in inner.model_fields.items():
            homes[_fold(name)].append((*above, name))
            below = model_in(field.annotation)
            if below and below not in seen:
                walk(below, (*above, name), (*seen, below))

    walk(model, (), (model,))
    return {name: tuple(places) for name, places in homes.items()}


def _fold(name: str) -> str:
    """Return `name` without what people vary: capitals, hyphens, underscores, a plural's s."""
    return re.sub(r"[^a-z0-9]", "", name.lower()).removesuffix("s")


def _same(typed: str, choices: list[str]) -> str | None:
    return next((choice for choice in choices if _fold(choice) == _fold(typed)), None)


def _with_word(typed: str, choices: list[str]) -> list[str]:
    """Return those of `choices` of which `typed` is one word; none where they are many."""
    found = [choice for choice in choices if typed.lower() in choice.split("_")]
    return found if len(found) <= _FEW else []


def _ask(choices: list[str]) -> str:
    return f"did you mean {_listed([f'`{c}`' for c in choices], 'or')}?" if choices else ""


def _close(typed: str, choices: list[str], cutoff: float) -> str | None:
    folded = {_fold(choice): choice for choice in choices}
    found = get_close_matches(_fold(typed)[:_LONG], folded, 1, cutoff)
    return folded[found[0]] if found else None


def _listed(words: list[str], conjunction: str) -> str:
    return f" {conjunction} ".join(filter(None, [", ".join(words[:-1]), words[-1]]))
