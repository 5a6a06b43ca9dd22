"""Briefs for hypothesis: any valid brief, built from the declarations of the model itself."""

from __future__ import annotations

import types
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from hypothesis import strategies as st
from pydantic_core import PydanticUndefined

from outsource_kit.brief import Audience, Brief, Section, audience_of
from outsource_kit.brief.amounts import Duration, Money, Percent, Price, Rate, Workload
from outsource_kit.brief.codes import (
    Colour,
    Country,
    Currency,
    Email,
    Jurisdiction,
    Language,
    Link,
    PictureName,
    Slug,
)
from outsource_kit.brief.text import Prose, Text
from outsource_kit.brief.times import Day, Deadline, Window, Zone
from outsource_kit.guidance.roles import known

WORDS = st.text(alphabet="aZé 9_*#[]()<>&|`~$\\!.-+:{}%@/ŁжΩ", min_size=1, max_size=9)
LINES = WORDS.map(str.strip).filter(bool)
PARAGRAPHS = st.lists(LINES, min_size=1, max_size=2).map("\n\n".join)
AMOUNTS = st.decimals(1, 9999, places=2)
CODES = st.sampled_from(["USD", "EUR", "GBP", "JPY", "CHF"])
DAYS = st.dates(date(1900, 1, 1)).map(str)
HOURS = st.builds("{:02}:{:02}".format, st.integers(0, 22), st.integers(0, 59))
ZONES = st.sampled_from(["UTC", "AoE", "Europe/London", "America/New_York", "+05:30"])


def _span(unit: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(
        lambda a, b, u: f"{min(a, b)}-{max(a, b)} {u}" if a != b else f"{a} {u}",
        st.integers(1, 99),
        st.integers(1, 99),
        unit,
    )


SPELLED: dict[type, st.SearchStrategy[str]] = {
    Text: LINES,
    Prose: PARAGRAPHS,
    Money: st.builds("{} {}".format, AMOUNTS, CODES),
    Price: st.builds("{} {}{}".format, AMOUNTS, CODES, st.sampled_from(["", "/hour", "/day"])),
    Rate: _span(st.sampled_from(["USD/hour", "EUR/day", "GBP/month"])),
    Duration: _span(st.sampled_from(["hours", "working days", "days", "weeks", "months"])),
    Workload: _span(st.just("hours/week")),
    Percent: st.integers(0, 100).map("{}%".format),
    Day: DAYS,
    Zone: ZONES,
    Deadline: st.builds("{} {} {}".format, DAYS, HOURS, ZONES),
    Window: st.builds("{}-{} {}".format, HOURS, st.just("23:59"), ZONES),
    Colour: st.from_regex(r"#[0-9a-f]{6}", fullmatch=True),
    PictureName: st.sampled_from(["logo.svg", "our logo.png"]),
    Slug: st.from_regex(r"[a-z]{1,6}(-[a-z0-9]{1,4})?", fullmatch=True),
    Language: st.sampled_from(["en", "en-GB", "de", "fr", "pl"]),
    Country: st.sampled_from(["GB", "US", "NO", "DE"]),
    Currency: CODES,
    Jurisdiction: st.sampled_from(["US-NY", "US-CA", "GB", "EU"]),
    Email: st.just("someone@company.example"),
    Link: st.sampled_from(["https://company.example/a", "http://b.example/?q=1&r=(2)_*x*"]),
}


def _value(annotation: Any) -> st.SearchStrategy[Any]:  # noqa: PLR0911 - one return a type
    """Return what a field of this type may hold, as plain data."""
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _value(args[0])
    if origin in (types.UnionType, Union):
        return _value(next(a for a in args if a is not type(None)))
    if origin is Literal:
        return st.sampled_from(args)
    if origin is tuple:
        return st.lists(_value(args[0]), min_size=1, max_size=2)
    if annotation in SPELLED:
        return SPELLED[annotation]
    if annotation is bool:
        return st.booleans()
    if annotation is int:
        return st.integers(1, 100)
    if annotation is Decimal:
        return st.integers(-99, 99) | st.floats(-99, 99, allow_nan=False).map(lambda x: round(x, 2))
    if isinstance(annotation, type) and issubclass(annotation, Section):
        return sections(annotation)
    raise NotImplementedError(annotation)


def sections(section: type[Section]) -> st.SearchStrategy[dict[str, Any]]:
    """Return any valid plain data of `section`; each optional field is there or not."""
    needed: dict[str, st.SearchStrategy[Any]] = {}
    optional: dict[str, st.SearchStrategy[Any]] = {}
    for name, field in section.model_fields.items():
        kind = needed if field.default is PydanticUndefined else optional
        kind[name] = _value(field.annotation)
    return st.fixed_dictionaries(needed, optional=optional)


def briefs() -> st.SearchStrategy[Brief]:
    """Return any valid brief."""
    return sections(Brief).map(_linked).map(Brief.model_validate)


def _linked(data: dict[str, Any]) -> dict[str, Any]:
    """Give every item that may have one a short name of its own, and use only those."""
    deliverables = data["project"].get("deliverables", [])
    milestones = data.get("schedule", {}).get("milestones", [])
    gates = data.get("screening", {}).get("gates", [])
    lists = (deliverables, milestones, gates, data.get("questions", []), data.get("metrics", []))
    for number, item in enumerate(item for items in lists for item in items):
        if "id" in item:
            item["id"] = f"id-{number}"
    for milestone in milestones:
        if "deliverables" in milestone:
            milestone["deliverables"] = [d["id"] for d in deliverables if "id" in d]
    if "role" in data["project"]:
        data["project"]["role"] = known()[len(deliverables) % len(known())]
    overrides = data.get("messages", {}).get("overrides", [])
    overrides[:] = {item["id"]: item for item in overrides}.values()
    return data


def graft(low: Any, high: Any, audience: Audience) -> Any:
    """Return `low` with all that `audience` may not know replaced by what `high` says there."""
    if isinstance(low, Section):
        changed = {
            name: graft(getattr(low, name), getattr(high, name), audience)
            if audience_of(field) <= audience
            else getattr(high, name)
            for name, field in type(low).model_fields.items()
        }
        return low.model_copy(update=changed)
    if isinstance(low, tuple) and any(isinstance(item, Section) for item in (*low, *high)):
        others = [item for item in high if item.known_to() > audience]
        open_items = [item for item in low if item.known_to() <= audience]
        donors = [item for item in high if item.known_to() <= audience]
        mixed = [
            graft(item, donors[i % len(donors)], audience) if donors else item
            for i, item in enumerate(open_items)
        ]
        return tuple(others[:1] + mixed[:1] + others[1:] + mixed[1:])
    return low
