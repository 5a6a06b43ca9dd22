"""The door to WeasyPrint: pages into PDF.

In: self-contained HTML pages. Out: PDF files, tagged for screen readers (PDF/UA-1), with form
fields; the same bytes for the same pages on one machine. Nothing is fetched but the fonts that
come with the product; a refusal or a complaint of the engine is an error that names the document.
Absent: paths, text.
"""

from __future__ import annotations

import logging
import re
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import fontpkg_atkinson_hyperlegible as atkinson
import fontpkg_ibm_plex_mono as plex_mono
import fontpkg_lato as lato
from weasyprint import CSS, HTML
from weasyprint import Document as Layout
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from outsource_kit.accessible import lacking
from outsource_kit.forms import tidy
from outsource_kit.guidance import scripts
from outsource_kit.mistakes import KitError, Mistake
from outsource_kit.pdf.sheets import last_used, outside

__all__ = ["Layout", "bind", "lay_out", "outside", "write"]

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pydyf import PDF

_LOGGER = logging.getLogger("weasyprint")

_FACES = (
    ("Kit", "normal", "normal", "AtkinsonHyperlegible-Regular.ttf"),
    ("Kit", "normal", "italic", "AtkinsonHyperlegible-Italic.ttf"),
    ("Kit", "bold", "normal", "AtkinsonHyperlegible-Bold.ttf"),
    ("Kit", "bold", "italic", "AtkinsonHyperlegible-BoldItalic.ttf"),
    ("Kit Field", "normal", "normal", "KitField.ttf"),
    ("Kit World", "normal", "normal", "Lato-Regular.ttf"),
    ("Kit World", "normal", "italic", "Lato-Italic.ttf"),
    ("Kit World", "bold", "normal", "Lato-Bold.ttf"),
    ("Kit World", "bold", "italic", "Lato-BoldItalic.ttf"),
    ("Kit Mono", "normal", "normal", "IBMPlexMono-Regular.ttf"),
    ("Kit Mono", "bold", "normal", "IBMPlexMono-Bold.ttf"),
)
"""Family, weight, style and file. Fields have a family of their own: a font used in a form is
embedded whole, and would otherwise break the text's mapping to Unicode (PDF/UA-1, 7.21.7). So it
is cut to what people type in Latin, Greek and Cyrillic (`make fonts`). What `Kit` lacks of these
comes from `Kit World`; other scripts from the machine."""

_VARIANT = "pdf/ua-1"

_BESIDE = re.compile(r"^([a-z0-9-]+)\.html$")
"""A link to the page of another document; from a PDF it leads to that document's PDF."""


_HELD = ("data:image/png;base64,", "data:image/svg+xml;base64,")
"""How the address of a picture starts that holds the picture itself."""


class _Fetcher(URLFetcher):  # type: ignore[misc]
    """Gives out the fonts and what a page holds itself, refuses all else, remembers what."""

    def __init__(self, fonts: dict[str, bytes]) -> None:
        super().__init__(
            allowed_protocols={"font", "data"}, allow_redirects=False, fail_on_errors=True
        )
        self._fonts = fonts
        self.refused: list[str] = []

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """Return the font that `url` names, or the picture that it holds.

        Raises `FatalURLFetchingError` for anything else.
        """
        if url.startswith(_HELD):
            return super().fetch(url, headers)
        if url not in self._fonts:
            self.refused.append(url)
            msg = f"refused to fetch {url[:80]}"
            raise FatalURLFetchingError(msg)
        return URLFetcherResponse(url, self._fonts[url], {"Content-Type": "font/ttf"})


class _Engine(NamedTuple):
    """What all documents of a process share."""

    fetcher: _Fetcher
    fonts: FontConfiguration
    faces: CSS


@cache
def _engine() -> _Engine:
    folders = [Path(package.ROOT) / "files" for package in (atkinson, plex_mono, lato)]
    folders.append(Path(__file__).parent.with_name("fonts"))
    files = {file.name: file for folder in folders for file in folder.glob("*.ttf")}
    fetcher = _Fetcher({f"font:{face[3]}": files[face[3]].read_bytes() for face in _FACES})
    fonts = FontConfiguration()
    rules = "\n".join(
        f'@font-face {{ font-family: "{family}"; font-weight: {weight}; font-style: {style};'
        f' src: url("font:{file}") format("truetype") }}'
        for family, weight, style, file in _FACES
    )
    return _Engine(fetcher, fonts, CSS(string=rules, font_config=fonts, url_fetcher=fetcher))


class _Complaints(logging.Handler):
    """Keeps the engine's warnings and errors."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.found: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the message of `record`."""
        self.found.append(record.getMessage())


@contextmanager
def _strict(name: str) -> Iterator[None]:
    """Turn whatever the engine complains of or refuses into an error that names the document."""
    complaints, engine = _Complaints(), _engine()
    engine.fetcher.refused.clear()
    _LOGGER.addHandler(complaints)
    try:
        yield
    except FatalURLFetchingError:
        pass
    finally:
        _LOGGER.removeHandler(complaints)
    refused = [(f"asks for `{url[:80]}`", _ALL_IN_ONE) for url in engine.fetcher.refused]
    if found := dict.fromkeys(refused or _explained(complaints.found)):
        raise KitError(*(Mistake(f"{name}.pdf", 0, 0, "", *why) for why in found))


_ALL_IN_ONE = "a page must hold all it needs"

_NO_GLYPH = re.compile(r'\.notdef glyph rendered .*: "(.)" \(U\+[0-9A-F]+\)', re.DOTALL)


def _explained(said: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield what the engine said as messages and hints, all missing characters in one."""
    missing = [found[1] for line in said if (found := _NO_GLYPH.match(line))]
    if missing:
        yield scripts.lacking(missing), scripts.remedy(missing)
    for line in said:
        if not _NO_GLYPH.match(line):
            yield f"the PDF engine says: {line}", ""


def lay_out(name: str, page: str) -> Layout:
    """Return the HTML `page` of the document `name`, broken into pages.

    Where little is left for the last one, it is set a bit closer, if that saves this page. Raises
    `KitError` for whatever the engine complains of.
    """
    layout = _laid_out(name, page)
    for manner in _CLOSER:
        if len(layout.pages) == 1 or last_used(layout) >= _LITTLE:
            break
        closer = _laid_out(name, page.replace("<html ", f'<html class="{manner}" ', 1))
        layout = min(layout, closer, key=lambda each: len(each.pages))
    for sheet in layout.pages:
        sheet.links = [
            (kind, _BESIDE.sub(r"\1.pdf", target), *rest) for kind, target, *rest in sheet.links
        ]
    return layout


_LITTLE = 0.25
"""Share of a sheet that is too little for a last one."""

_CLOSER = ("close", "close closest")
"""Classes by which the style sets a page closer, little by little."""


def _laid_out(name: str, page: str) -> Layout:
    engine = _engine()
    with _strict(name):
        return HTML(string=page, url_fetcher=engine.fetcher).render(
            stylesheets=[engine.faces],
            font_config=engine.fonts,
            pdf_forms=True,
            pdf_variant=_VARIANT,
        )


def write(name: str, layout: Layout) -> bytes:
    """Return the PDF of one document.

    Raises `KitError` for whatever the engine complains of, and for what the PDF lacks of PDF/UA-1.
    """
    lacks: list[str] = []

    def finish(layout: Layout, pdf: PDF) -> None:
        tidy(layout, pdf)
        lacks.extend(lacking(pdf))

    with _strict(name):
        written = bytes(layout.write_pdf(pdf_forms=True, pdf_variant=_VARIANT, finisher=finish))
    if lacks:
        message = f"not accessible (PDF/UA-1): it lacks {', '.join(lacks)}"
        raise KitError(Mistake(f"{name}.pdf", 0, 0, "", message, _AS_OURS))
    return written


_AS_OURS = "a template or style of your own took it away; compare it with the product's"


def bind(name: str, layouts: Sequence[Layout], anchors: Sequence[str]) -> bytes:
    """Return one PDF of all `layouts`; the first gives title and metadata.

    A link to the file of a document becomes a link inside where it is among `anchors`.
    """
    inside = {f"{anchor}.pdf": anchor for anchor in anchors}
    pages = [page for layout in layouts for page in layout.pages]
    before = [page.links for page in pages]
    try:
        for page in pages:
            page.links = [
                ("internal", inside[target], *rest) if target in inside else (kind, target, *rest)
                for kind, target, *rest in page.links
            ]
        return write(name, layouts[0].copy(pages))
    finally:
        for page, links in zip(pages, before, strict=True):
            page.links = links
