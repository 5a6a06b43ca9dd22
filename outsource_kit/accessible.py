"""What PDF/UA-1 asks for, as far as a program can measure it in a PDF that is about to be written.

In: the objects of the PDF. Out: what it lacks. Absent: what only a reader can judge, such as
whether the words beside a picture say what it shows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pydyf

_IDENTIFIER = b'pdfuaid:part="1"'


def lacking(pdf: pydyf.PDF) -> list[str]:
    """Return what `pdf` lacks of PDF/UA-1, each in a few words."""
    return list(dict.fromkeys((*_of_the_whole(pdf), *_of_its_parts(pdf))))


def _of_the_whole(pdf: pydyf.PDF) -> Iterator[str]:
    known = {item.reference: item for item in pdf.objects if item.number}
    catalog = pdf.catalog
    metadata = known.get(catalog.get("Metadata"))
    if _IDENTIFIER not in b"".join(_bytes(part) for part in getattr(metadata, "stream", ())):
        yield "the identifier of PDF/UA-1 in its metadata"
    if str(catalog.get("MarkInfo", {}).get("Marked")) != "true":
        yield "the mark of a tagged PDF"
    if not known.get(catalog.get("StructTreeRoot"), {}).get("K"):
        yield "tags"
    if not _said(catalog.get("Lang")):
        yield "its language"
    if not _said(pdf.info.get("Title")):
        yield "its title"
    if str(catalog.get("ViewerPreferences", {}).get("DisplayDocTitle")) != "true":
        yield "its title in the window"


def _of_its_parts(pdf: pydyf.PDF) -> Iterator[str]:
    for item in (item for item in pdf.objects if isinstance(item, dict)):
        if item.get("Type") == "/Page" and item.get("Tabs") != "/S":
            yield "an order of tabs that follows its tags"
        if item.get("Subtype") == "/Link" and not _said(item.get("Contents")):
            yield "words for a link"
        if item.get("Subtype") == "/Widget" and not _said(item.get("TU")):
            yield "words for a field"
        if item.get("S") == "/Figure" and not _said(item.get("Alt")):
            yield "words for a picture"


def _said(value: Any) -> str:
    """Return the words of a text of the PDF; empty where there are none."""
    return str(getattr(value, "string", "") or "").strip()


def _bytes(part: Any) -> bytes:
    return part if isinstance(part, bytes) else str(getattr(part, "string", part)).encode()
