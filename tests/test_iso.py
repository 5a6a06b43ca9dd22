"""Codes of countries, regions and currencies, read from pycountry's tables."""

from __future__ import annotations

import pycountry
import pytest

from outsource_kit import iso


def test_every_region_has_the_name_that_pycountry_gives_it() -> None:
    """Our reader of its table and its own agree, on all of them."""
    expected = {region.code: region.name for region in pycountry.subdivisions}

    assert {code: iso.region(code) for code in expected} == expected


def test_every_country_of_the_standard_is_one() -> None:
    """So is Kosovo, whose code is agreed and not assigned; a union and a withdrawn code are not."""
    assert all(iso.has_country(country.alpha_2) for country in pycountry.countries)
    assert [iso.has_country(code) for code in ("XK", "EU", "UK", "YU", "gb", "GBR", "")] == [
        True, False, False, False, False, False, False,
    ]  # fmt: skip


@pytest.mark.parametrize("code", ["USD", "EUR", "JPY", "XOF"])
def test_a_currency_in_use_is_one(code: str) -> None:
    """Those of unions with an X before them are among them."""
    assert iso.has_currency(code)


@pytest.mark.parametrize("code", ["DEM", "HRK", "XAU", "XXX", "XTS", "usd", "US", ""])
def test_what_nobody_is_paid_in_is_no_currency(code: str) -> None:
    """Currencies that are gone, metals, and the codes for tests and for none."""
    assert not iso.has_currency(code)


@pytest.mark.parametrize("code", ["GB-XXX", "GB", "XX-ENG", "", "-", 'GB-ENG", "'])
def test_what_is_on_no_map_is_no_region(code: str) -> None:
    """Nor is a piece of the table."""
    assert not iso.has_region(code)
