"""Documents: a template and the facts of its audience into text, once for every edition.

In: bundles and templates. Out: for each document its Markdown, its page, and, when asked for, its
PDF. A document knows only the facts of its own audience, whichever edition it is read in, so its
bytes are the same in all. Absent: the disk, and what an edition consists of.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from outsource_kit import html, markdown
from outsource_kit.charts import Artist
from outsource_kit.job_posting import job_posting
from outsource_kit.look import style
from outsource_kit.plaintext import messages, whole
from outsource_kit.plan import fact

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from types import ModuleType

    from outsource_kit.pdf import Layout
    from outsource_kit.plan import Bundle, Facts
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
        return pdf_door().lay_out(self.name, self.page)

    @cached_property
    def pdf(self) -> bytes:
        """Its PDF."""
        written: bytes = pdf_door().write(self.name, self.layout)
        return written


def pdf_door() -> ModuleType:
    """Return the module `pdf`, which is dear to import and needed only where PDFs are made."""
    from outsource_kit import pdf  # noqa: PLC0415

    return pdf


@dataclass(frozen=True)
class Writer:
    """Renders the templates of one kit for one audience."""

    templates: Templates
    """Where they come from."""

    bundle: Bundle
    """Whose facts they print."""

    draft: bool
    """Whether every page says that it is a draft."""

    logo: str = ""
    """The client's logo, as a `data:` address; empty for none."""

    @cached_property
    def _environment(self) -> markdown.Environment:
        return markdown.environment(self.templates, self.bundle.facts.kit.language)

    def document(self, document: Document) -> Rendered:
        """Return `document` as text; raise `KitError` for its mistakes."""
        by = fact(document, self.bundle.facts, "by")
        said = {"document": about(document), "by": by}
        text = self._markdown("parts/document.md", document.name, said)
        siblings = {f"{name}.md": f"{name}.html" for name in self.bundle.readable}
        head = self._head(document.name, document.title, document.template, document.summary)
        head = replace(head, copies=_copies(document, text))
        if document.schema_org:
            head = replace(head, data=job_posting(self.bundle.facts, text))
        return Rendered(document, text, self._page(text, head, siblings))

    def page(self, name: str, said: Mapping[str, Any], links: Iterable[str]) -> str:
        """Return the page `editions/NAME.md`, which may use what is `said`.

        `links` are the relative links that may be followed. Raises `KitError` for its mistakes.
        """
        facts = self.bundle.facts
        title = facts.kit.title or self.bundle.title
        itself = SimpleNamespace(name=name, title=title, audience=str(self.bundle.audience))
        text = self._markdown(f"editions/{name}.md", name, {"document": itself, **said})
        head = self._head(name, title, f"editions/{name}.md")
        return self._page(text, head, {link: link for link in links})

    def _markdown(self, template: str, name: str, said: Mapping[str, Any]) -> str:
        known = {
            "title": self.bundle.title,
            "fingerprint": self.bundle.fingerprint,
            "draft": self.draft,
            **said,
        }
        return markdown.render(self._environment, template, self.bundle.facts, name, known)

    def _page(self, text: str, head: html.Head, links: Mapping[str, str]) -> str:
        sources = self.templates.sources
        look = style(self.bundle.facts) + sources["page/style.css"]
        draw = Artist(self.templates, self.bundle.facts).draw
        frame = html.Frame(sources["page/page.html"], look, sources["page/page.js"], draw)
        return html.page(text, head, links, frame)

    def _head(self, name: str, title: str, template: str, summary: str = "") -> html.Head:
        facts = self.bundle.facts
        subject = self.bundle.title
        words = (title, *_words(facts))
        return html.Head(
            name=name,
            title=title if title == subject else f"{title}: {subject}",
            language=facts.kit.language,
            audience=str(self.bundle.audience),
            author=facts.client.display_name or "",
            description=summary,
            keywords=tuple(str(word) for word in words if word),
            issued=str(facts.kit.issued or ""),
            version=self.bundle.fingerprint,
            template=str(self.templates.paths[template]),
            logo=self.logo,
        )


def _copies(document: Document, text: str) -> dict[str, str]:
    """Return the plain texts for pasting that a document holds, by their headings."""
    if document.text == "messages":
        return {message.heading: message.text for message in messages(text)}
    return {document.title: whole(text)} if document.text == "post" else {}


def _words(facts: Facts) -> tuple[str | None, ...]:
    """Return words by which a document of a project may be found."""
    project = getattr(facts, "project", None)
    return (project.category, *facts.requirements.tools) if project else ()


def about(document: Document) -> SimpleNamespace:
    """Return what templates may say about a document."""
    return SimpleNamespace(
        name=document.name,
        title=document.title,
        summary=document.summary,
        todo=document.todo,
        audience=str(document.audience),
        template=document.template,
    )
