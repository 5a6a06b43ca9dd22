"""Make the gallery of docs/: every document with its first sheet, its readers and its purpose.

make pictures    draws the sheets anew, from the example kit
make golden      writes the page anew, from the front matter of the templates
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PIL import ImageOps

from outsource_kit import templates
from pictures import ROOT, drawn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from outsource_kit.templates import Document

PAGE, PICTURES = ROOT / "docs" / "gallery.md", ROOT / "docs" / "gallery"

SOURCES = {"brief": "brief", "tasks": "tasks", "candidates": "candidates.example"}
"""The file of the example kit from which each kind of document is made."""

_WIDE, _COLOURS, _EDGE = 360, 24, "#b8c0c6"

_READERS = {
    "candidate": "candidates, agencies and you",
    "agency": "agencies that recruit for you, and you",
    "internal": "you alone",
}

_HEAD = """\
# The documents

What a kit holds, in the order of its index. The pictures are the first sheets of the example kit,
`kits/personal-assistant`, as its PDFs show them. Which of your facts each document may use says
`outsource-kit documents --facts DOC`.
"""


def documents() -> list[Document]:
    """Return the product's documents: those of a brief first, each kind in reading order."""
    return sorted(
        templates.read(None).documents, key=lambda d: (list(SOURCES).index(d.kind), d.order)
    )


def page() -> str:
    """Return the page, as the front matter of the templates has it."""
    return "\n".join([_HEAD, *(line for document in documents() for line in _entry(document))])


def _entry(document: Document) -> Iterator[str]:
    yield f"## {document.title}\n"
    yield f"![First sheet of the document: {document.title}](gallery/{document.name}.png)\n"
    yield f"{document.summary}\n"
    yield f"- **Readers:** {_READERS[str(document.audience)]}"
    if document.todo:
        yield f"- **What they do with it:** {document.todo}"
    yield f"- **Made from:** `{SOURCES[document.kind]}.yaml`"
    yield f"- **Files:** `{document.name}.md`, `.html`, `.pdf`\n"


def main() -> None:
    """Build what the example kit is made from, and draw the first sheet of each document."""
    kit = ROOT / "kits" / "personal-assistant"
    sources = [str(kit / f"{name}.yaml") for name in SOURCES.values()]
    PICTURES.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        build = [sys.executable, "-m", "outsource_kit", "build", *sources, "-o", folder]
        subprocess.run(build, check=True, cwd=ROOT)
        for document in documents():
            (pdf,) = Path(folder).glob(f"*/internal/{document.name}.pdf")
            sheet = ImageOps.expand(drawn(pdf, 1, _WIDE), 1, _EDGE)
            sheet.quantize(_COLOURS).save(PICTURES / f"{document.name}.png", optimize=True)
    print(
        f"{PICTURES.relative_to(ROOT)}: {sum(p.stat().st_size for p in PICTURES.iterdir()):,} bytes"
    )


if __name__ == "__main__":
    main()
