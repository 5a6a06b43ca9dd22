"""How values read: all that was written is printed, as the language writes it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from outsource_kit.brief.amounts import Duration, Money, Price, Rate, Workload
from outsource_kit.brief.codes import Country, Jurisdiction, Language
from outsource_kit.brief.times import Day, Deadline, Window, Zone
from outsource_kit.wording import word

if TYPE_CHECKING:
    from outsource_kit.brief.written import Written


@pytest.mark.parametrize(
    ("value", "language", "expected"),
    [
        (Money.parse("1,500 USD"), "en", "USD 1,500"),
        (Money.parse("36.5 EUR"), "de", "36,50 EUR"),
        (Money.parse("0.004 USD"), "en", "USD 0.004"),
        (Money.parse("1500 JPY"), "fr", "1 500 JPY"),
        (Rate.parse("0.05-0.125 USD/piece"), "en", "USD 0.05–0.125 per piece"),
        (Rate.parse("12-18.555 USD/hour"), "de", "12–18,555 USD per hour"),
        (Price.parse("27.71 USD/hour"), "en-GB", "USD 27.71 per hour"),
        (Price.parse("6,000 EUR"), "en-GB", "EUR 6,000"),
        (Duration.parse("1 hour"), "en", "1 hour"),
        (Duration.parse("1-2 hours"), "ar", "1–2 hours"),
        (Duration.parse("0.5-1.25 hours"), "de", "0,5–1,25 hours"),
        (Duration.parse("5 working days"), "en", "5 working days"),
        (Workload.parse("8-12 hours/week"), "en", "8–12 hours per week"),
        (Day.parse("2026-12-04"), "en-GB", "Friday, 4 December 2026"),
        (Jurisdiction.parse("GB-ENG"), "de", "England, United Kingdom"),
        (Jurisdiction.parse("US-NY"), "en", "New York, United States"),
        (Jurisdiction.parse("EU"), "en", "European Union"),
        (Jurisdiction.parse("NO"), "en", "Norway"),
        (
            Deadline.parse("2026-12-04 23:59 AoE"),
            "en-GB",
            "Friday, 4 December 2026, 23:59, UTC−12:00 (anywhere on Earth)",
        ),
        (
            Deadline.parse("2026-07-04 18:00 Europe/London"),
            "en-GB",
            "Saturday, 4 July 2026, 18:00, Europe/London (UTC+01:00)",
        ),
        (Window.parse("09:00-13:00 +02:00"), "en-GB", "09:00–13:00, UTC+02:00"),
        (Zone.parse("Europe/London"), "en", "Europe/London"),
        (Country("NO"), "en", "Norway"),
        (Language("pl"), "en", "Polish"),
        (Decimal("1234.5"), "de", "1.234,5"),
    ],
)
def test_a_value_reads_as_a_reader_expects_it(value: Written, language: str, expected: str) -> None:
    """No digit is lost, no code left bare."""
    assert word(value, language).replace("\u00a0", " ").replace("\u200f", "") == expected


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        (Deadline, "2026-03-29 01:30 Europe/London"),
        (Deadline, "2026-12-04 18:00 +99:00"),
        (Zone, "Europe/Londinium"),
        (Zone, "London"),
        (Duration, "0 hours"),
        (Rate, "18-12 USD/hour"),
    ],
)
def test_what_no_one_can_mean_is_refused(kind: type[Written], written: str) -> None:
    """A time that the clocks skip, a zone that is none, nothing of a unit, a range that falls."""
    with pytest.raises(ValueError):  # noqa: PT011 - the message is the load's business
        kind.parse(written)
