"""Editions: all that one audience may read, as the files of one folder.

In: bundles and templates. Out: for each audience, the files its folder consists of, the index and
the PDF of them all included; and the hirer's front page. Absent: the disk (`publish`), which
decides what is really made.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from types import SimpleNamespace
from typing import TYPE_CHECKING

from outsource_kit.documents import Rendered, Writer, about, bind, lay_out
from outsource_kit.mistakes import KitError, Mistake
from outsource_kit.publish import File, digest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from outsource_kit.plan import Bundle
    from outsource_kit.templates import Templates

FORMATS = ("md", "html", "pdf")
"""What each document is made as."""

_ENGINE = "/".join(
    map(version, ("weasyprint", "fontpkg-atkinson-hyperlegible", "fontpkg-ibm-plex-mono"))
)
"""What makes the PDFs: with another engine, the same page gives another file."""

_ANY_PAGE = 88
"""Stands for a page number while the cover's own length is found out."""


@dataclass(frozen=True)
class Edition:
    """All that one audience may read."""

    bundle: Bundle
    """Its facts and fingerprint."""

    documents: tuple[Rendered, ...]
    """Its documents in reading order, those of the audiences below it included."""

    writer: Writer
    """Renders its index and its cover."""

    def files(self, formats: Sequence[str], only: Collection[str]) -> Iterator[File]:
        """Yield the files of its folder; what `formats` or `only` leave out is not wanted."""
        folder = self.bundle.audience
        for made in self.documents:
            chosen = formats if not only or made.name in only else ()
            start = f"{folder}/{made.name}"
            yield _text(f"{start}.md", made.markdown, wanted="md" in chosen)
            yield _text(f"{start}.html", made.page, wanted="html" in chosen)
            make = partial(getattr, made, "pdf")
            source = digest(_ENGINE, made.page)
            yield File(f"{start}.pdf", source, make, wanted="pdf" in chosen)
        yield _text(f"{folder}/index.html", self._index(formats))
        source = digest(_ENGINE, self._cover(), *(made.page for made in self.documents))
        wanted = "pdf" in formats and not only
        yield File(f"{folder}/kit.pdf", source, self._bound, wanted=wanted)

    def _index(self, formats: Sequence[str]) -> str:
        said = {"documents": self._listed(), "formats": tuple(formats)}
        links = {link: link for link in _links(self.documents, formats)}
        return self.writer.page("index", self.bundle, said, links)

    def _cover(self, starts: Sequence[int] = ()) -> str:
        """Return the cover with its contents; `starts` are the sheets on which documents start."""
        said = {
            "documents": self._listed(),
            "starts": tuple(starts) or (_ANY_PAGE,) * len(self.documents),
        }
        links = {f"#{made.name}": f"#{made.name}" for made in self.documents}
        return self.writer.page("cover", self.bundle, said, links)

    def _bound(self) -> bytes:
        """Return the PDF of the whole edition: cover with contents, then every document."""
        start = 1 + len(lay_out("cover", self._cover()).pages)
        starts = []
        for made in self.documents:
            starts.append(start)
            start += len(made.layout.pages)
        cover = lay_out("cover", self._cover(starts))
        layouts = [made.layout for made in self.documents]
        return bind([cover, *layouts], [made.name for made in self.documents])

    def _listed(self) -> tuple[SimpleNamespace, ...]:
        return tuple(about(made.document) for made in self.documents)


def editions_of(bundles: Sequence[Bundle], templates: Templates) -> tuple[Edition, ...]:
    """Return the edition of each bundle; raise `KitError` with the mistakes of all documents."""
    writer = Writer(templates)
    known: list[Rendered] = []
    editions, mistakes = [], list[Mistake]()
    for bundle in bundles:
        for document in bundle.documents:
            try:
                known.append(writer.document(document, bundle))
            except KitError as error:
                mistakes += error.mistakes
        known.sort(key=lambda made: (made.document.order, made.name))
        editions.append(Edition(bundle, tuple(known), writer))
    if mistakes:
        raise KitError(*mistakes)
    return tuple(editions)


def front_page(editions: Sequence[Edition], formats: Sequence[str]) -> File:
    """Return the hirer's front page: every document by the audience it is for."""
    listed, links = [], dict[str, str]()
    for edition in editions:
        audience = edition.bundle.audience
        own = tuple(d for d in edition.documents if d.document.audience is audience)
        listed.append(
            SimpleNamespace(
                audience=str(audience),
                fingerprint=edition.bundle.fingerprint,
                documents=tuple(about(made.document) for made in own),
            )
        )
        inside = [f"{audience}/{link}" for link in ("index.html", *_links(own, formats))]
        links |= {link: link for link in inside}
    said = {"editions": tuple(listed), "formats": tuple(formats)}
    hirer = editions[-1]
    return _text("index.html", hirer.writer.page("kit", hirer.bundle, said, links))


def _links(documents: Sequence[Rendered], formats: Sequence[str]) -> Iterator[str]:
    """Yield the names of the files that an index may link to."""
    for made in documents:
        yield from (f"{made.name}.{ending}" for ending in formats)
    if "pdf" in formats:
        yield "kit.pdf"


def _text(path: str, text: str, *, wanted: bool = True) -> File:
    return File(path, digest(text), text.encode, wanted=wanted)
