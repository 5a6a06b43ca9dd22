"""Whether an edition is fit to be sent: what was measured, and what speaks against it.

In: editions as they were rendered, and an earlier report. Out: a report as data, for people and
programs. Each document is judged where it is at hand; what the PDF engine measured of a page that
has not changed since comes from the earlier report, so nothing is laid out for the report alone.
Absent: glyphs that no font has and links that lead nowhere, which stop a build before there is
anything to send; PDF/UA-1, which is measured in each PDF as it is written, and stops it as well;
the disk.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from outsource_kit.brief import Audience
from outsource_kit.contrast import TEXT, ratio
from outsource_kit.documents import Rendered, pdf_door
from outsource_kit.mistakes import Mistake
from outsource_kit.publish import digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from outsource_kit.editions import Edition
    from outsource_kit.mistakes import Severity

    _Found = tuple[str, Severity, str]
    """What was found: by which check, how bad it is, in words."""

FILE = "report.json"
"""Its name, beside the editions."""

_VERSION = 3

_SLOT = re.compile(r"\[\[[^\[\]]+\]\]|\{\{|\}\}|\{%")
"""What a person, or a template, should have filled in."""

_PLACE = re.compile(r"file://\S+|(?:/home|/Users)/\w\S*|\b[A-Z]:\\Users\\\S+")
"""A place on somebody's machine, and so their name."""

_SCHEME = re.compile(r":root\s*\{([^}]*)\}")
_COLOUR = re.compile(r"--([a-z-]+):\s*(#[0-9a-fA-F]{6})\b")
_PAIRS = (
    ("ink", "paper"),
    ("soft", "paper"),
    ("accent", "paper"),
    ("warn", "paper"),
    ("warn", "warm"),
    ("money", "fresh"),
    ("date", "cool"),
    ("ink", "warm"),
    ("ink", "fresh"),
    ("ink", "cool"),
    ("ink", "wash"),
    ("soft", "wash"),
    ("accent", "wash"),
    ("ink", "slot"),
)
"""Custom properties of words, and of what they stand on."""


@dataclass(frozen=True)
class Report:
    """The report on the editions of one kit."""

    editions: Sequence[Edition]
    """What was rendered and may be sent."""

    formats: Sequence[str]
    """What each document is made as; sheets of paper are measured only where PDFs are made."""

    earlier: str
    """The report of the last build; empty for none."""

    draft: bool = False
    """Whether it is a draft, which is never fit to be sent."""

    @property
    def source(self) -> str:
        """Hash of all that the report depends on."""
        sources = [source for edition in self.editions for _, source in edition.sources]
        if "pdf" in self.formats:
            sources += [edition.bound_source for edition in self.editions]
        return digest(str((_VERSION, self.draft)), *self.formats, *sources)

    @cached_property
    def data(self) -> dict[str, Any]:
        """The report: each document with its findings, and each edition with its state."""
        documents, covers, editions = dict[str, dict[str, Any]](), list[dict[str, Any]](), []
        for edition in self.editions:
            judged = [self._judged(made, source) for made, source in edition.sources]
            documents |= {each["name"]: each for each in judged}
            cover = [self._of_the_cover(edition)] if "pdf" in self.formats else []
            covers += cover
            severities = Counter(f["severity"] for e in (*judged, *cover) for f in e["findings"])
            editions.append(
                {
                    "audience": str(edition.bundle.audience),
                    "documents": len(edition.documents),
                    "sheets": sum(each["sheets"] for each in judged),
                    "warnings": severities["warning"],
                    "fit": not severities["error"] and not self.draft,
                }
            )
        return {
            "version": _VERSION,
            "draft": self.draft,
            "pdf": "PDF/UA-1" if "pdf" in self.formats else None,
            "editions": editions,
            "documents": list(documents.values()),
            "covers": covers,
        }

    def text(self) -> bytes:
        """Return the report as JSON."""
        return json.dumps(self.data, indent=1, ensure_ascii=False).encode() + b"\n"

    def _paper(self, laid_out: Edition | Rendered, source: str) -> dict[str, Any]:
        if source not in self._known:
            layout = laid_out.layout if isinstance(laid_out, Rendered) else laid_out.cover
            self._known[source] = {
                "sheets": len(layout.pages),
                "outside": pdf_door().outside(layout),
            }
        return self._known[source]

    @cached_property
    def _known(self) -> dict[str, dict[str, Any]]:
        try:
            earlier = json.loads(self.earlier)
            if earlier["version"] != _VERSION:
                return {}
            known = (*earlier["documents"], *earlier["covers"])
            return {each["source"]: each["paper"] for each in known if each["paper"]}
        except (ValueError, KeyError, TypeError):
            return {}

    def _judged(self, made: Rendered, source: str) -> dict[str, Any]:
        paper = self._paper(made, source) if "pdf" in self.formats else {}
        found = (
            *_outside(paper),
            *_length(made.document.sheets, paper),
            *_in_text(made),
            *_in_colour(made),
        )
        return _entry(made.name, made.document.audience, source, paper, found)

    def _of_the_cover(self, edition: Edition) -> dict[str, Any]:
        """Return what was found of the sheets that only the PDF of the whole edition has."""
        source = edition.bound_source
        paper = self._paper(edition, source)
        return _entry("kit", edition.bundle.audience, source, paper, _outside(paper))


def _entry(
    name: str, audience: Audience, source: str, paper: Mapping[str, Any], found: Iterable[_Found]
) -> dict[str, Any]:
    return {
        "name": name,
        "audience": str(audience),
        "source": source,
        "sheets": paper.get("sheets", 0),
        "paper": paper or None,
        "findings": [
            {"check": check, "severity": severity, "message": message}
            for check, severity, message in found
        ],
    }


def _outside(paper: Mapping[str, Any]) -> Iterator[_Found]:
    if outside := paper.get("outside"):
        words = ", ".join(f"`{text}`" for text in outside)
        yield "overflow", "error", f"text sticks out of its page or box: {words}"


def _length(budget: int, paper: Mapping[str, Any]) -> Iterator[_Found]:
    sheets = paper.get("sheets", 0)
    if budget and sheets > budget:
        yield "sheets", "warning", f"has {sheets} sheets; more than {budget} are rarely read"


def _in_text(made: Rendered) -> Iterator[_Found]:
    if made.document.text != "messages":
        for found in dict.fromkeys(_SLOT.findall(made.markdown)):
            yield "placeholder", "error", f"`{found}` is still to be filled in"
    for found in dict.fromkeys(_PLACE.findall(made.markdown)):
        yield "metadata", "error", f"`{found}` is a place on somebody's machine"


def _in_colour(made: Rendered) -> Iterator[_Found]:
    for scheme in _SCHEME.findall(made.page):
        colours = dict(_COLOUR.findall(scheme))
        for words, back in _PAIRS:
            if words in colours and back in colours:
                found = ratio(colours[words], colours[back])
                if found < TEXT:
                    said = (
                        f"`--{words}` on `--{back}` has a contrast of {found:.1f}, and needs {TEXT}"
                    )
                    yield "contrast", "error", said


def unfit(data: Mapping[str, Any], folder: str) -> Iterator[Mistake]:
    """Yield what a report says against sending, as mistakes; for the hirer alone, as warnings."""
    for each in (*data.get("documents", ()), *data.get("covers", ())):
        for found in each["findings"]:
            alone = each["audience"] == str(Audience.INTERNAL)
            severity: Severity = "warning" if alone else found["severity"]
            path = f"{folder}/{each['audience']}/{each['name']}"
            yield Mistake(path, 0, 0, "", found["message"], severity=severity)
