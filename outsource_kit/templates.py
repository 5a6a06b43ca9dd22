"""The folders of templates: the product's own, and a kit's, which shadows it file by file.

In: folders. Out: sources by name, and the documents that their front matter declares.
Absent: what the sources mean (`markdown`, `html`) and which documents a brief gets (`plan`).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict, StrictInt

from outsource_kit.brief import Audience
from outsource_kit.brief.codes import Slug
from outsource_kit.brief.text import Text
from outsource_kit.load import front_matter
from outsource_kit.mistakes import KitError, Mistake

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_PACKAGE = Path(__file__).parent
PRODUCT = next(p for p in (_PACKAGE / "templates", _PACKAGE.parent / "templates") if p.is_dir())
"""The product's own templates: in the package when installed, beside it in a checkout."""

_KINDS = (
    "documents/*.md",
    "parts/*.md",
    "editions/*.md",
    "charts/*.svg",
    "page/*.html",
    "page/*.css",
    "page/*.js",
)
"""The files of a folder that are templates."""

_TAKEN = {"index", "kit", "cover"}
"""Names of the pages that every edition has."""


class FrontMatter(BaseModel):
    """What stands at the head of a document's template."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: Text
    """Title of the document."""

    audience: Literal["candidate", "agency", "internal"]
    """The lowest audience that may read it."""

    order: StrictInt
    """Place in its edition: lower comes first."""

    summary: Text
    """What it is, in one line."""

    todo: Text | None = None
    """What its reader does with it, in one line."""

    by: str = ""
    """Dotted path of the fact that says by when; empty for no day."""

    kind: Literal["brief", "tasks", "candidates"] = "brief"
    """The kind of source it is made from."""

    when: str = ""
    """Dotted path of the fact without which it does not exist; empty for always."""

    schema_org: Literal["JobPosting"] | None = None
    """As what search engines read its page, where the brief gives it an address."""

    text: Literal["post", "messages"] | None = None
    """Which texts for pasting it gives: one for each platform, or one for each message."""

    cut: tuple[str, ...] = ()
    """Headings that may be left out of a post that is too long, first to last; `*` is any words."""

    sheets: StrictInt = 0
    """The most sheets of paper on which it is likely to be read; 0 for any number."""


@dataclass(frozen=True)
class Document:
    """A document that a template declares."""

    path: Path
    """The file of its template."""

    title: str
    """Title, in the document's language."""

    audience: Audience
    """The lowest audience that may read it."""

    order: int = 0
    """Place in its edition."""

    summary: str = ""
    """What it is, in one line."""

    todo: str | None = None
    """What its reader does with it, in one line."""

    by: str = ""
    """Dotted path of the fact that says by when; empty for no day."""

    kind: str = "brief"
    """The kind of source it is made from."""

    when: str = ""
    """Dotted path of the fact without which it does not exist; empty for always."""

    schema_org: str | None = None
    """As what search engines read its page."""

    text: str | None = None
    """Which texts for pasting it gives."""

    cut: tuple[str, ...] = ()
    """Headings that may be left out of a post that is too long, first to last."""

    sheets: int = 0
    """The most sheets of paper on which it is likely to be read; 0 for any number."""

    @property
    def name(self) -> str:
        """File name without ending, such as `job-post`."""
        return self.path.stem

    @property
    def template(self) -> str:
        """Name of its template."""
        return f"documents/{self.path.name}"


@dataclass(frozen=True)
class Templates:
    """Every template a kit is made from."""

    sources: Mapping[str, str]
    """Text by name, such as `parts/foot.md`; front matter is blank lines, so numbers hold."""

    paths: Mapping[str, Path]
    """The file of each, for messages."""

    documents: tuple[Document, ...]
    """The documents that they declare."""


def read(kit_folder: Path | None = None) -> Templates:
    """Return the product's templates, with those of `kit_folder/templates` in front.

    Raises `KitError` with every mistake in the front matters.
    """
    paths = dict(_files(PRODUCT))
    if kit_folder:
        paths |= dict(_files(kit_folder / "templates"))
    sources: dict[str, str] = {}
    documents: list[Document] = []
    mistakes: list[Mistake] = []
    for name, path in sorted(paths.items()):
        try:
            if name.startswith("documents/"):
                head, body, line = front_matter(path, FrontMatter)
                sources[name] = "\n" * (line - 1) + body
                documents.append(_document(path, head))
            else:
                sources[name] = path.read_text(encoding="utf-8")
        except KitError as error:
            mistakes += error.mistakes
        except (OSError, UnicodeError) as error:
            mistakes.append(Mistake(str(path), 0, 0, "", f"cannot be read: {error}"))
    if mistakes:
        raise KitError(*mistakes)
    return Templates(sources, paths, tuple(documents))


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    for kind in _KINDS:
        for path in folder.glob(kind):
            if path.is_file() and not path.name.startswith("."):
                yield f"{path.parent.name}/{path.name}", path


def _document(path: Path, head: FrontMatter) -> Document:
    try:
        Slug.parse(path.stem)
    except ValueError:
        said = f"`{path.stem}` is no name for a document"
        raise KitError(Mistake(str(path), 0, 0, "", said, Slug.hint)) from None
    if path.stem in _TAKEN:
        said = f"`{path.stem}` is the name of a page that every edition has"
        raise KitError(Mistake(str(path), 0, 0, "", said, "give the file another name"))
    audience = Audience[head.audience.upper()]
    about = head.model_dump(exclude={"audience"})
    return Document(path=path, audience=audience, **about)
