"""Read the days of an export, which says nowhere in which order it writes day and month."""

from __future__ import annotations

from datetime import UTC, date, datetime

_FORMS = ("%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y", "%m/%d/%Y", "%d-%m-%Y", "%m-%d-%Y", "%Y/%m/%d")


def days_of(written: set[str]) -> dict[str, date]:
    """Return the day that each of `written` spells; those that no reading spells are left out.

    All of a file is read alike: in the way that reads most days, and of two such ways in the one
    that puts them closest together, since a log covers weeks and not months.
    """
    readings = [{text: day for text in written if (day := _read(text, form))} for form in _FORMS]
    return min(readings, key=lambda found: (-len(found), span(found.values())))


def span(days: object) -> int:
    """Return how many days lie from the first to the last of `days`, both included."""
    known = sorted(days)  # type: ignore[call-overload]
    return (known[-1] - known[0]).days + 1 if known else 0


def _read(text: str, form: str) -> date | None:
    try:
        return datetime.strptime(text, form).replace(tzinfo=UTC).date()
    except ValueError:
        return None
