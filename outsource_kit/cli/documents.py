"""`outsource-kit documents`: which documents there are, and how to make one your own."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterator

    from outsource_kit.templates import Document, Templates


@click.command("documents")
@click.argument("brief", required=False, type=click.Path(path_type=Path))
@click.option("--facts", "asked", metavar="DOC", help="Print what the template of DOC may use.")
@click.option(
    "--eject",
    "ejected",
    metavar="DOC",
    help="Copy the template of DOC into the templates folder beside BRIEF.",
)
def command(brief: Path | None, asked: str | None, ejected: str | None) -> None:
    """List the documents of a kit: who may read each, and where its template is.

    With a BRIEF, these are the documents of its kit, those of its own templates included.

    \b
    outsource-kit documents
    outsource-kit documents kits/personal-assistant/brief.yaml
    outsource-kit documents --facts job-post
    outsource-kit documents kits/personal-assistant/brief.yaml --eject job-post
    """
    from outsource_kit import templates
    from outsource_kit.catalogue import facts
    from outsource_kit.check import checked

    subject = checked(brief).subject if brief else None
    found = templates.read(brief.parent if brief else None)
    if ejected:
        if brief is None:
            raise click.UsageError("name the brief of the kit that gets the copy")
        click.echo(_eject(_known(ejected, found), brief.parent, found))
    elif asked:
        for name, meaning in facts(_known(asked, found), subject):
            click.echo(f"{name}\n    {meaning}" if meaning else name)
    else:
        documents = found.documents
        if subject is not None:
            from outsource_kit.plan import plan

            documents = tuple(d for b in plan(subject, documents) for d in b.documents)
        for line in _listed(documents):
            click.echo(line)


def _known(name: str, found: Templates) -> Document:
    documents = {document.name: document for document in found.documents}
    if name not in documents:
        close = get_close_matches(name, documents, n=1)
        hint = f"did you mean `{close[0]}`?" if close else f"there are {', '.join(documents)}"
        raise click.UsageError(f"there is no document `{name}`; {hint}")
    return documents[name]


def _listed(documents: tuple[Document, ...]) -> Iterator[str]:
    """Yield a line for each document, in reading order, in columns."""
    ordered = sorted(documents, key=lambda d: (d.kind, d.order, d.name))
    rows = [("document", "readers", "kind", "template")]
    rows += [(d.name, str(d.audience), d.kind, _shown(d.path)) for d in ordered]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()


def _shown(path: Path) -> str:
    """Return `path` as seen from the working folder, where it lies in it."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def _eject(document: Document, kit: Path, found: Templates) -> str:
    """Write the copy of a template into the kit's own, and return what was done."""
    from outsource_kit.catalogue import copy_of

    target = kit / "templates" / document.template
    if target.exists():
        raise click.UsageError(f"{target} is there already; change it, or move it away")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(copy_of(document, found), encoding="utf-8")
    return f"{target}: change it, and build again; delete it to have the product's document back"
