"""Codes: short values out of a published list, or of one shape."""

from __future__ import annotations

import re
from typing import Literal, Self
from urllib.parse import urlsplit

from outsource_kit import iso, locales
from outsource_kit.brief.written import Written

Cefr = Literal["A1", "A2", "B1", "B2", "C1", "C2"]
"""A level of the Common European Framework of Reference for Languages."""


class Code(Written, str):
    """A short name out of a published list or of one shape."""

    __slots__ = ()

    @classmethod
    def parse(cls, written: str) -> Self:
        """Return the code itself where it is on the list."""
        if not re.fullmatch(cls.pattern, written) or not cls.known(written):
            raise ValueError
        return cls(written)

    @classmethod
    def known(cls, _written: str) -> bool:
        """Return whether the list has it; codes that only have a shape know every one."""
        return True


class Slug(Code):
    """A short name for files and references: lower-case letters, digits and hyphens."""

    expected = "a short name"
    hint = "write lower-case letters, digits and hyphens, such as `first-draft`"
    examples = ("first-draft", "m1")
    pattern = r"[a-z0-9]+(?:-[a-z0-9]+)*"


class Language(Code):
    """A language tag (BCP 47) in which dates and money can be written."""

    expected = "a language"
    hint = "write its tag, such as `en` or `en-GB`"
    examples = ("en", "en-GB", "de")
    pattern = r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*"

    @classmethod
    def known(cls, written: str) -> bool:
        """Return whether dates and money can be written in it."""
        return locales.has_language(written)


class Currency(Code):
    """A currency (ISO 4217)."""

    expected = "a currency"
    hint = "write its three capital letters, such as `USD`"
    examples = ("USD", "EUR")
    pattern = r"[A-Z]{3}"

    @classmethod
    def known(cls, written: str) -> bool:
        """Return whether there is such a currency."""
        return iso.has_currency(written)


class Jurisdiction(Code):
    """A country, or a state or region of one (ISO 3166-1 and 3166-2)."""

    expected = "a country or a state"
    hint = 'write its code in quotes, such as `"GB"`, `"US-NY"`, or `"EU"`'
    examples = ("GB", "US-NY", "EU")
    pattern = r"[A-Z]{2}(?:-[A-Z0-9]{1,3})?"

    @classmethod
    def known(cls, written: str) -> bool:
        """Return whether there is such a country or region."""
        if "-" in written:
            return iso.has_region(written)
        return written == "EU" or iso.has_country(written)


class Country(Code):
    """A country (ISO 3166-1 alpha-2)."""

    @classmethod
    def parse(cls, written: str) -> Self:
        """Return the country, with its code as the hint where `written` is its name."""
        try:
            return super().parse(written)
        except ValueError:
            if code := locales.country_code(written):
                msg = f'write its code in quotes: `"{code}"`'
                raise ValueError(msg) from None
            raise

    expected = "a country"
    hint = 'write its two capital letters in quotes, such as `"GB"`'
    examples = ("GB", "US", "NO")
    pattern = r"[A-Z]{2}"

    @classmethod
    def known(cls, written: str) -> bool:
        """Return whether there is such a country."""
        return iso.has_country(written)


class Colour(Code):
    """A colour, as red, green and blue in hexadecimal."""

    expected = "a colour"
    hint = 'write it in quotes, such as `"#0f5a6b"`'
    examples = ("#0f5a6b", "#FFD400")
    pattern = r"#[0-9A-Fa-f]{6}"


class PictureName(Code):
    """The name of a picture in the folder of the brief."""

    expected = "the name of a picture"
    hint = "put an SVG or PNG file beside the brief, and write its name, such as `logo.svg`"
    examples = ("logo.svg", "our-logo.png")
    pattern = r"\w(?:[\w .-]{0,78}\w)?\.(?:svg|png)"


class Email(Code):
    """An e-mail address."""

    expected = "an e-mail address"
    hint = "write it such as `name@company.example`"
    examples = ("name@company.example",)
    pattern = r"[^\s@<>()\[\]\x22',;:]+@[^\s@<>()\[\]\x22',;:.]+(?:\.[^\s@<>()\[\]\x22',;:.]+)+"


class Link(Code):
    """The address of a page, over http or https."""

    expected = "a web address"
    hint = "write it whole, such as `https://company.example/page`"
    examples = ("https://company.example/page",)
    pattern = r"https?://[^\s<>\x22`\\|{}^\[\]]+"

    @classmethod
    def known(cls, written: str) -> bool:
        """Return whether it names a host, and carries no user name or password."""
        parts = urlsplit(written)
        return bool(parts.hostname) and "@" not in parts.netloc
