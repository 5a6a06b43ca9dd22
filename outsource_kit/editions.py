"""Editions: the documents of each audience, rendered once and bound for every one that may read them.

In: bundles and templates. Out: for each audience, the files its folder consists of. A document
knows only the facts of its own audience, whichever edition it is in, so its bytes are the same in
all. Absent: the disk (`publish`), which decides what is really made.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, partial
from importlib.metadata import version
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from outsource_kit import __version__, html, markdown
from outsource_kit.brief import Audience
from outsource_kit.mistakes import KitError, Mistake
from outsource_kit.publish import File, digest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from weasyprint import Document as Layout

    from outsource_kit.plan import Bundle, Facts
    from outsource_kit.templates import Document, Templates

FORMATS = ("md", "html", "pdf")
"""What each document is made as."""

_ENGINE = "/".join(
    map(version, ("weasyprint", "fontpkg-atkinson-hyperlegible", "fontpkg-ibm-plex-mono"))
)
"""What makes the PDFs: with another engine, the same page gives another file."""


@dataclass(frozen=True)
class Rendered:
    """A document as text; its layout and its PDF are made when first asked for, and once."""

    document: Document
    """What it is."""

    markdown: str
    """Its canonical text."""

    page: str
    """Its page."""

    @property
    def name(self) -> str:
        """Its file name without ending."""
        return self.document.name

    @cached_property
    def layout(self) -> Layout:
        """The page, broken into pages of paper."""
        return _pdf().lay_out(self.name, self.page)

    @cached_property
    def pdf(self) -> bytes:
        """Its PDF."""
        return _pdf().write(self.name, self.layout)


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
        """Yield the files of its folder; those that `formats` and `only` leave out are not wanted."""
        folder = self.bundle.audience
        for made in self.documents:
            chosen = not only or made.name in only
            ways = {"md": made.markdown, "html": made.page}
            for ending, text in ways.items():
                path = f"{folder}/{made.name}.{ending}"
                yield _text(path, text, wanted=chosen and ending in formats)
            yield File(
                f"{folder}/{made.name}.pdf",
                digest(_ENGINE, made.page),
                partial(getattr, made, "pdf"),
                wanted=chosen and "pdf" in formats,
            )
        yield _text(f"{folder}/index.html", self._index(formats))
        pages = [made.page for made in self.documents]
        source = digest(_ENGINE, self._cover([]), *pages)
        wanted = "pdf" in formats and not only
        yield File(f"{folder}/kit.pdf", source, self._kit, wanted=wanted)

    def _index(self, formats: Sequence[str]) -> str:
        names = [made.name for made in self.documents]
        links = [f"{name}.{ending}" for name in names for ending in formats] + ["kit.pdf"]
        about = {"documents": self._listed(), "formats": tuple(formats)}
        return self.writer.page("index", self.bundle, about, dict(zip(links, links, strict=True)))

    def _cover(self, starts: Sequence[int]) -> str:
        """Return the cover page; `starts` are the pages on which the documents start, if known."""
        about = {"documents": self._listed(), "starts": tuple(starts)}
        links = {f"#{made.name}": f"#{made.name}" for made in self.documents}
        return self.writer.page("cover", self.bundle, about, links)

    def _kit(self) -> bytes:
        """Return the PDF of the whole edition: cover with contents, then every document."""
        layouts = [made.layout for made in self.documents]
        front = 1
        for _ in range(3):
            starts = [1 + front + sum(len(l.pages) for l in layouts[:i]) for i in range(len(layouts))]
            cover = _pdf().lay_out("cover", self._cover(starts))
            if len(cover.pages) == front:
                break
            front = len(cover.pages)
        anchors = [made.name for made in self.documents]
        return _pdf().bind("kit", [cover, *layouts], anchors)

    def _listed(self) -> tuple[SimpleNamespace, ...]:
        return tuple(_about(made.document) for made in self.documents)


@dataclass(frozen=True)
class Writer:
    """Renders templates for one kit."""

    templates: Templates
    """Where they come from."""

    @cached_property
    def environment(self) -> markdown.Environment:
        """The environment in which all of them are rendered."""
        return markdown.environment(self.templates)

    def document(self, document: Document, bundle: Bundle) -> Rendered:
        """Return `document` with the facts of its bundle; raise `KitError` for its mistakes."""
        about = {"document": _about(document), "fingerprint": bundle.fingerprint}
        text = markdown.render(
            self.environment, "parts/document.md", bundle.facts, document.name, about
        )
        head = _head(document.name, document.title, document.summary, bundle)
        return Rendered(document, text, self._page(text, head, _siblings(bundle)))

    def page(
        self, name: str, bundle: Bundle, about: Mapping[str, Any], links: Mapping[str, str]
    ) -> str:
        """Return the page `editions/NAME.md` with the facts of `bundle`."""
        title = bundle.facts.kit.title or bundle.facts.project.title
        itself = SimpleNamespace(name=name, title=title, audience=str(bundle.audience))
        known = {"document": itself, "fingerprint": bundle.fingerprint, **about}
        text = markdown.render(self.environment, f"editions/{name}.md", bundle.facts, name, known)
        return self._page(text, _head(name, title, "", bundle), links)

    def _page(self, text: str, head: html.Head, links: Mapping[str, str]) -> str:
        page = self.templates.sources
        return html.page(text, head, links, page["page/page.html"], page["page/style.css"])


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
    own = editions[-1]
    listed = tuple(
        SimpleNamespace(
            audience=str(edition.bundle.audience),
            fingerprint=edition.bundle.fingerprint,
            documents=tuple(
                _about(made.document)
                for made in edition.documents
                if made.document.audience is edition.bundle.audience
            ),
        )
        for edition in editions
    )
    links = [
        f"{edition.bundle.audience}/{file}"
        for edition in editions
        for made in edition.documents
        for file in ("index.html", "kit.pdf", *(f"{made.name}.{ending}" for ending in formats))
    ]
    about = {"editions": listed, "formats": tuple(formats)}
    text = own.writer.page("kit", own.bundle, about, {link: link for link in links})
    return _text("index.html", text)


def _about(document: Document) -> SimpleNamespace:
    """Return what templates may say about a document."""
    return SimpleNamespace(
        name=document.name,
        title=document.title,
        summary=document.summary,
        audience=str(document.audience),
        template=document.template,
    )


def _siblings(bundle: Bundle) -> dict[str, str]:
    return {f"{name}.md": f"{name}.html" for name in bundle.readable}


def _head(name: str, title: str, summary: str, bundle: Bundle) -> html.Head:
    facts = bundle.facts
    subject = facts.project.title
    words = (title, facts.project.category, *facts.requirements.tools)
    return html.Head(
        name=name,
        title=title if title == subject else f"{title}: {subject}",
        language=facts.kit.language,
        audience=str(bundle.audience),
        author=facts.client.display_name or "",
        description=summary,
        keywords=tuple(str(word) for word in words if word),
        issued=str(facts.kit.issued or ""),
    )


def _text(path: str, text: str, *, wanted: bool = True) -> File:
    return File(path, digest(text), text.encode, wanted=wanted)


def _pdf() -> Any:
    from outsource_kit import pdf  # noqa: PLC0415 - dear to import, and text needs none

    return pdf
