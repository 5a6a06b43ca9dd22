"""Editions: all that one audience may read, as the files of one folder.

In: bundles and templates. Out: for each audience, the files its folder consists of, the index and
the PDF of them all included; and the hirer's front page. Absent: the disk (`publish`), which
decides what is really made.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, partial
from importlib.metadata import version
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, Protocol, get_args

from outsource_kit.brief.post import Format
from outsource_kit.brief.times import Day
from outsource_kit.documents import Rendered, Writer, about, pdf_door
from outsource_kit.mistakes import KitError, Mistake
from outsource_kit.publish import File, digest
from outsource_kit.texts import texts
from outsource_kit.wording import word

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from outsource_kit.pdf import Layout
    from outsource_kit.plan import Bundle
    from outsource_kit.templates import Templates
    from outsource_kit.texts import PastedText

FORMATS = get_args(Format)
"""What each document is made as, in the order in which it is made."""

_ENGINE = "/".join(
    map(
        version,
        ("weasyprint", "fontpkg-atkinson-hyperlegible", "fontpkg-ibm-plex-mono", "fontpkg-lato"),
    )
)
"""What makes the PDFs: with another engine, the same page gives another file."""

_ANY_PAGE = 88
"""Stands for a page number while the cover's own length is found out."""


class Report(Protocol):
    """What is said of the editions (`fit`)."""

    @property
    def editions(self) -> Sequence[Edition]:
        """Those that may be sent."""

    @property
    def formats(self) -> Sequence[str]:
        """What each document is made as."""

    @property
    def source(self) -> str:
        """Hash of all that it depends on."""

    @property
    def data(self) -> Mapping[str, Any]:
        """What it says."""


@dataclass(frozen=True)
class Edition:
    """All that one audience may read."""

    bundle: Bundle
    """Its facts and fingerprint."""

    documents: tuple[Rendered, ...]
    """Its documents in reading order, those of the audiences below it included."""

    writer: Writer
    """Renders its index and its cover."""

    @property
    def sources(self) -> tuple[tuple[Rendered, str], ...]:
        """Its documents, each with the hash of all that its PDF is made from."""
        return tuple((made, digest(_ENGINE, made.page)) for made in self.documents)

    def files(self, formats: Sequence[str], only: Collection[str]) -> Iterator[File]:
        """Yield the files of its folder; what `formats` or `only` leave out is not wanted."""
        folder = self.bundle.audience
        for made, source in self.sources:
            chosen = formats if not only or made.name in only else ()
            start = f"{folder}/{made.name}"
            yield _text(f"{start}.md", made.markdown, wanted="md" in chosen)
            yield _text(f"{start}.html", made.page, wanted="html" in chosen)
            make = partial(getattr, made, "pdf")
            yield File(f"{start}.pdf", source, make, wanted="pdf" in chosen)
            for text in texts(made, self.bundle):
                yield _text(f"{folder}/{text.name}", text.text, wanted="txt" in chosen)
        listed = [made for made in self.documents if not only or made.name in only]
        yield _text(f"{folder}/index.html", self._index(listed, formats), wanted=bool(formats))
        wanted = "pdf" in formats and not only
        yield File(f"{folder}/kit.pdf", self.bound_source, self._bound, wanted=wanted)

    def _index(self, listed: Sequence[Rendered], formats: Sequence[str]) -> str:
        whole = len(listed) == len(self.documents)
        pasted = {made.name: tuple(texts(made, self.bundle)) for made in listed}
        shown = "txt" in formats
        documents = _about(listed)
        for document in documents:
            document.texts = tuple(_named(t) for t in pasted[document.name] if shown)
        said = {"documents": documents, "formats": tuple(formats), "whole": whole}
        links = [text.name for made in listed for text in pasted[made.name]]
        return self.writer.page("index", said, (*links_to(listed, formats), *links))

    def _cover(self, starts: Sequence[int] = ()) -> str:
        """Return the cover with its contents; `starts` are the sheets on which documents start."""
        known = tuple(starts) or (_ANY_PAGE,) * len(self.documents)
        said = {"documents": _about(self.documents), "starts": known}
        return self.writer.page("cover", said, [f"#{made.name}" for made in self.documents])

    @cached_property
    def cover(self) -> Layout:
        """Its cover and contents, broken into sheets; this lays out every document as well."""
        pdf = pdf_door()
        start = 1 + len(pdf.lay_out("cover", self._cover()).pages)
        starts = []
        for made in self.documents:
            starts.append(start)
            start += len(made.layout.pages)
        layout: Layout = pdf.lay_out("cover", self._cover(starts))
        return layout

    @cached_property
    def bound_source(self) -> str:
        """Hash of all that the PDF of the whole edition is made from."""
        return digest(_ENGINE, self._cover(), *(made.page for made in self.documents))

    def _bound(self) -> bytes:
        """Return the PDF of the whole edition: cover with contents, then every document."""
        layouts = [self.cover, *(made.layout for made in self.documents)]
        bound: bytes = pdf_door().bind("kit", layouts, [made.name for made in self.documents])
        return bound


def editions_of(
    bundles: Sequence[Bundle], templates: Templates, *, draft: bool = False, logo: str = ""
) -> tuple[Edition, ...]:
    """Return the edition of each bundle that has documents, stamped where it is a `draft`.

    `logo` is the client's, as a `data:` address.

    Raises `KitError` with the mistakes of all documents.
    """
    known: list[Rendered] = []
    editions, mistakes = [], list[Mistake]()
    for bundle in bundles:
        writer = Writer(templates, bundle, draft, logo)
        for document in bundle.documents:
            try:
                known.append(writer.document(document))
            except KitError as error:
                mistakes += error.mistakes
        known.sort(key=lambda made: (made.document.order, made.name))
        if known:
            editions.append(Edition(bundle, tuple(known), writer))
    if mistakes:
        raise KitError(*mistakes)
    return tuple(editions)


def front_page(
    hirer: Edition,
    report: Report,
    only: Collection[str],
    filled: Sequence[str] = (),
    ignored: Sequence[Mistake] = (),
) -> File:
    """Return the `hirer`'s front page: every document of the editions that are reported on.

    It says which fields were `filled` in from the role, which findings are `ignored`, and what the
    `report` says, which there is where nothing was left out.
    """
    fit, formats = report.editions, report.formats
    listed, links = [], list[str]()
    for edition in fit:
        audience = edition.bundle.audience
        own = [
            made
            for made in edition.documents
            if made.document.audience is audience and (not only or made.name in only)
        ]
        listed.append(
            SimpleNamespace(
                audience=str(audience),
                fingerprint=edition.bundle.fingerprint,
                documents=_about(own),
            )
        )
        links += [f"{audience}/{link}" for link in ("index.html", *links_to(own, formats))]
    said = {
        "editions": tuple(listed),
        "formats": tuple(formats),
        "whole": not only,
        "filled": tuple(filled),
        "ignored": tuple(_lived_with(each, hirer.bundle.facts.kit.language) for each in ignored),
    }
    write = partial(hirer.writer.page, "kit", links=links)
    source = digest(write({**said, "report": None}), "" if only else report.source)

    def make() -> bytes:
        return write({**said, "report": None if only else report.data}).encode()

    return File("index.html", source, make)


def _lived_with(ignored: Mistake, language: str) -> SimpleNamespace:
    """Return what the front page says of a finding that is ignored."""
    until = word(Day.parse(ignored.until), language) if ignored.until else ""
    return SimpleNamespace(
        rule=ignored.rule,
        field=ignored.field,
        message=ignored.message,
        reason=ignored.ignored,
        until=until,
    )


def links_to(documents: Sequence[Rendered], formats: Sequence[str]) -> Iterator[str]:
    """Yield the names of the files that an index of `documents` may link to."""
    for made in documents:
        yield from (f"{made.name}.{ending}" for ending in formats)
    yield "kit.pdf"


def _about(documents: Sequence[Rendered]) -> tuple[SimpleNamespace, ...]:
    return tuple(about(made.document) for made in documents)


def _named(text: PastedText) -> SimpleNamespace:
    label = text.name.removesuffix(".txt").rpartition(".")[2]
    return SimpleNamespace(name=text.name, label=label, report=text.report)


def _text(path: str, text: str, *, wanted: bool = True) -> File:
    return File(path, digest(text), text.encode, wanted=wanted)
