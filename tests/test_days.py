"""Days: so many working days, weeks and months later, by the calendar of November 2026."""

from __future__ import annotations

import pytest

from outsource_kit.brief.amounts import Duration
from outsource_kit.brief.times import Day
from outsource_kit.figures.days import later, working_days_later


@pytest.mark.parametrize(
    ("start", "wait", "end"),
    [
        ("2026-11-23", "1 day", "2026-11-24"),
        ("2026-11-23", "24 hours", "2026-11-24"),
        ("2026-11-23", "36 hours", "2026-11-25"),
        ("2026-11-23", "30 minutes", "2026-11-24"),
        ("2026-11-23", "1-2 weeks", "2026-12-07"),
        ("2026-11-23", "2.5 days", "2026-11-26"),
        ("2026-11-23", "1 month", "2026-12-23"),
        ("2026-11-30", "3 months", "2027-02-28"),
        ("2028-02-29", "1 year", "2029-02-28"),
        ("2026-12-31", "1 month", "2027-01-31"),
        ("2026-11-23", "5 working days", "2026-11-30"),
        ("2026-11-26", "2 working days", "2026-11-30"),
        ("2026-11-21", "1 working day", "2026-11-24"),
        ("2026-11-27", "12 working days", "2026-12-15"),
    ],
)
def test_a_day_so_much_later(start: str, wait: str, end: str) -> None:
    """From a Monday, over weekends, over the ends of months; 2026-11-23 is a Monday."""
    assert str(later(Day.parse(start), Duration.parse(wait))) == end


def test_no_working_day_later_is_the_day_or_the_monday_after() -> None:
    """A Saturday waits for Monday."""
    found = [str(working_days_later(Day.parse(d), 0)) for d in ("2026-11-20", "2026-11-21")]

    assert found == ["2026-11-20", "2026-11-23"]
