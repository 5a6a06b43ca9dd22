"""The job post as data for search engines: schema.org's JobPosting, as JSON-LD.

In: what candidates may know, and the text of the post. Out: JSON that says nothing which the page
does not say, or nothing at all: only a post with an address of its own, a client, a date and a
place is marked up. A fixed price has no unit of time, so it stays in the text. After schema.org and
what Google's page on job postings asks for, both looked up on 2026-11-22.
"""

from __future__ import annotations

import json
from html import escape
from typing import TYPE_CHECKING, Any

from outsource_kit.brief.amounts import digits
from outsource_kit.plaintext import post
from outsource_kit.wording import word

if TYPE_CHECKING:
    from outsource_kit.brief.amounts import Rate
    from outsource_kit.plan import Facts

_WHOLE = 10**9
"""More characters than any post has."""

_UNITS = ("hour", "day", "week", "month")


def job_posting(facts: Facts, markdown: str) -> str:
    """Return the JSON-LD of the post that `markdown` shows; empty where it must not have any."""
    place = _place(facts)
    named = facts.client.display_name and facts.kit.issued and place
    if not facts.publish.url or facts.publish.jsonld is False or not named:
        return ""
    language, closes = facts.kit.language, facts.schedule.apply_by
    rate, hours = facts.pay.rate, facts.engagement.workload
    start = facts.engagement.start
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": facts.project.title,
        "description": _description(markdown),
        "datePosted": str(facts.kit.issued),
        "validThrough": closes.moment.isoformat() if closes else None,
        "hiringOrganization": {"@type": "Organization", "name": facts.client.display_name},
        **place,
        "baseSalary": _salary(rate) if rate and rate.unit in _UNITS else None,
        "workHours": word(hours, language) if hours else None,
        "jobStartDate": str(start) if start else None,
        "url": str(facts.publish.url),
    }
    said = {name: value for name, value in data.items() if value is not None}
    return json.dumps(said, ensure_ascii=False, default=str).replace("<", "\\u003c")


def _place(facts: Facts) -> dict[str, Any]:
    """Return where the work is done; empty where that is not known."""
    where, country = facts.requirements.location, facts.client.country
    if where.mode == "remote":
        limits = [{"@type": "Country", "name": str(code)} for code in where.countries]
        limited = {"applicantLocationRequirements": limits} if limits else {}
        return {"jobLocationType": "TELECOMMUTE", **limited}
    if where.mode is None or country is None:
        return {}
    address = {"@type": "PostalAddress", "addressCountry": str(country)}
    return {"jobLocation": {"@type": "Place", "address": address}}


def _salary(rate: Rate) -> dict[str, Any]:
    value: dict[str, Any] = {"@type": "QuantitativeValue", "unitText": rate.unit.upper()}
    if rate.low == rate.high:
        value["value"] = float(digits(rate.low))
    else:
        value |= {"minValue": float(digits(rate.low)), "maxValue": float(digits(rate.high))}
    return {"@type": "MonetaryAmount", "currency": rate.currency, "value": value}


def _description(markdown: str) -> str:
    """Return the text of the post as simple HTML: its paragraphs, and nothing else."""
    text = post(markdown, (), _WHOLE, contacts=True).text.strip()
    lines = (escape(part, quote=False).replace("\n", "<br>") for part in text.split("\n\n"))
    return "".join(f"<p>{part}</p>" for part in lines)
