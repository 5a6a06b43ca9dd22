"""The job post as data: what it says, when it is there, and that it says nothing else."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from outsource_kit import templates
from outsource_kit.brief import Brief
from outsource_kit.editions import editions_of
from outsource_kit.plan import plan

if TYPE_CHECKING:
    from outsource_kit.documents import Rendered

SOURCES = templates.read()

POST: dict[str, Any] = {
    "kit": {"issued": "2026-11-22"},
    "client": {"display_name": "Larkmoor & Maps", "country": "GB"},
    "publish": {"url": "https://larkmoor.example/jobs/1"},
    "requirements": {"location": {"mode": "remote", "countries": ["GB", "IE"]}},
    "schedule": {"apply_by": "2026-12-04 18:00 Europe/London"},
    "pay": {"mode": "publish_range", "rate": "12-18.50 USD/hour", "walk_away": "27.71 USD/hour"},
    "engagement": {"workload": "8-12 hours/week", "start": "2027-01-04"},
}


def made(**fields: Any) -> Rendered:
    """Return the job post of a brief that may be marked up, changed by `fields`."""
    about = {"title": "Map </script> maker", "what": "Draw <b>maps</b> & more."}
    brief = Brief.model_validate({"project": about, **POST, **fields})
    first = editions_of(plan(brief, SOURCES.documents), SOURCES)[0]
    return next(d for d in first.documents if d.name == "job-post")


def data(**fields: Any) -> dict[str, Any] | None:
    """Return the data of the page; None where it has none."""
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', made(**fields).page)
    assert len(found) <= 1
    return json.loads(found[0]) if found else None


def test_a_post_with_an_address_says_what_it_is() -> None:
    """Each part as schema.org names it; a title with markup does no harm."""
    found = data()

    assert found is not None
    description = found.pop("description")
    assert found == {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": "Map </script> maker",
        "datePosted": "2026-11-22",
        "validThrough": "2026-12-04T18:00:00+00:00",
        "hiringOrganization": {"@type": "Organization", "name": "Larkmoor & Maps"},
        "jobLocationType": "TELECOMMUTE",
        "applicantLocationRequirements": [
            {"@type": "Country", "name": "GB"},
            {"@type": "Country", "name": "IE"},
        ],
        "baseSalary": {
            "@type": "MonetaryAmount",
            "currency": "USD",
            "value": {
                "@type": "QuantitativeValue",
                "unitText": "HOUR",
                "minValue": 12.0,
                "maxValue": 18.5,
            },
        },
        "workHours": "8–12 hours per week",
        "jobStartDate": "2027-01-04",
        "url": "https://larkmoor.example/jobs/1",
    }
    assert description.startswith(
        "<p>THE WORK IN SHORT</p><p>Draw &lt;b&gt;maps&lt;/b&gt; &amp; more."
    )
    assert "27.71" not in description


@pytest.mark.parametrize(
    "change",
    [
        {"publish": {}},
        {"publish": {"url": "https://larkmoor.example/jobs/1", "jsonld": False}},
        {"client": {}},
        {"kit": {}},
        {"requirements": {}},
        {"client": {"display_name": "Larkmoor"}, "requirements": {"location": {"mode": "on_site"}}},
    ],
)
def test_a_post_that_must_not_be_marked_up_is_not(change: dict[str, Any]) -> None:
    """No address, not wanted, no client, no date, no place."""
    assert data(**change) is None


def test_work_at_a_place_names_its_country() -> None:
    """And no remote work."""
    found = data(requirements={"location": {"mode": "on_site"}})

    assert found is not None
    assert found["jobLocation"]["address"]["addressCountry"] == "GB"
    assert "jobLocationType" not in found


@pytest.mark.parametrize("pay", [{"mode": "fixed", "fixed": "900 EUR"}, {"rate": "5 EUR/piece"}])
def test_a_price_without_a_unit_of_time_stays_in_the_text(pay: dict[str, str]) -> None:
    """No unit of schema.org fits."""
    found = data(pay=pay)

    assert found is not None
    assert "baseSalary" not in found


def test_a_single_rate_is_one_value() -> None:
    """Not a range of one."""
    found = data(pay={"rate": "400 EUR/day"})

    assert found is not None
    assert found["baseSalary"]["value"] == {
        "@type": "QuantitativeValue",
        "unitText": "DAY",
        "value": 400.0,
    }
