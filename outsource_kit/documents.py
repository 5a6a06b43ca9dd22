"""Documents: a template and the facts of its audience into text, once for every edition.

In: bundles and templates. Out: for each document its Markdown, its page, and, when asked for, its
PDF. A document knows only the facts of its own audience, whichever edition it is read in, so its
bytes are the same in all. Absent: the disk, and what an edition consists of.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from outsource_kit import html, markdown

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from weasyprint import Document as Layout

    from outsource_kit.plan import Bundle
    from outsource_kit.templates import Document, Templates


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
        """The page, broken into sheets of paper."""
        return lay_out(self.name, self.page)

    @cached_property
    def pdf(self) -> bytes:
        """Its PDF."""
        from outsource_kit import pdf  # noqa: PLC0415 - dear to import, and text needs none

        return pdf.write(self.name, self.layout)


def lay_out(name: str, page: str) -> Layout:
    """Return the HTML `page` called `name`, broken into sheets of paper."""
    from outsource_kit import pdf  # noqa: PLC0415 - dear to import, and text needs none

    return pdf.lay_out(name, page)


def bind(layouts: Sequence[Layout], anchors: Sequence[str]) -> bytes:
    """Return one PDF of `layouts`, in which the documents called `anchors` link to each other."""
    from outsource_kit import pdf  # noqa: PLC0415 - dear to import, and text needs none

    return pdf.bind("kit", layouts, anchors)


@dataclass(frozen=True)
class Writer:
    """Renders the templates of one kit."""

    templates: Templates
    """Where they come from."""

    @cached_property
    def environment(self) -> markdown.Environment:
        """The environment in which all of them are rendered."""
        return markdown.environment(self.templates)

    def document(self, document: Document, bundle: Bundle) -> Rendered:
        """Return `document` with the facts of its bundle; raise `KitError` for its mistakes."""
        said = {"document": about(document), "fingerprint": bundle.fingerprint}
        text = self._markdown("parts/document.md", bundle, document.name, said)
        siblings = {f"{name}.md": f"{name}.html" for name in bundle.readable}
        head = _head(document.name, document.title, document.summary, bundle)
        return Rendered(document, text, self._page(text, head, siblings))

    def page(
        self, name: str, bundle: Bundle, said: Mapping[str, Any], links: Mapping[str, str]
    ) -> str:
        """Return the page `editions/NAME.md` with the facts of `bundle` and what is `said` besides.

        `links` are the relative links that may be followed. Raises `KitError` for its mistakes.
        """
        title = bundle.facts.kit.title or bundle.facts.project.title
        itself = SimpleNamespace(name=name, title=title, audience=str(bundle.audience))
        known = {"document": itself, "fingerprint": bundle.fingerprint, **said}
        text = self._markdown(f"editions/{name}.md", bundle, name, known)
        return self._page(text, _head(name, title, "", bundle), links)

    def _markdown(self, template: str, bundle: Bundle, name: str, said: Mapping[str, Any]) -> str:
        return markdown.render(self.environment, template, bundle.facts, name, said)

    def _page(self, text: str, head: html.Head, links: Mapping[str, str]) -> str:
        page = self.templates.sources
        return html.page(text, head, links, page["page/page.html"], page["page/style.css"])


def about(document: Document) -> SimpleNamespace:
    """Return what templates may say about a document."""
    return SimpleNamespace(
        name=document.name,
        title=document.title,
        summary=document.summary,
        audience=str(document.audience),
        template=document.template,
    )


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
