"""The README and the pages of docs/: what they show is run, and every link leads somewhere."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest
from conftest import ROOT

import gallery

BAD = """\
project:
  title: Load 40 price lists into our catalogue
  what: Write a command that loads the price lists of our 40 suppliers.
trial:
  pay: free
  time_bix: 2 hours
"""

PAGES = [ROOT / "README.md", *sorted(ROOT.glob("docs/*.md"))]

CONSOLE = re.compile(r"(?<=```console\n).*?(?=```)", re.DOTALL)

WITH_CONSOLE = [page for page in PAGES if CONSOLE.search(page.read_text(encoding="utf-8"))]

RENEW = "if it should, renew it: make golden"


def example(folder: Path, page: str) -> None:
    """Put into `folder` what the commands of `page` find there: briefs, and the kits it names."""
    if "kits/" in page:
        shutil.copytree(ROOT / "kits", folder / "kits")
    (folder / "price-lists.yaml").write_text(BAD, encoding="utf-8")
    paid = (ROOT / "kits/personal-assistant/brief.yaml").read_text(encoding="utf-8")
    unpaid = re.sub(r"^  pay: 36 USD.*\n", "", paid, flags=re.MULTILINE)
    assert unpaid != paid
    (folder / "unpaid.yaml").write_text(unpaid, encoding="utf-8")


def shown(folder: Path, block: str) -> str:
    """Return a block as a terminal shows it: its commands, each with what it prints now."""
    commands = re.findall(r"^\$ ((?:.*\\\n)*.*)\n", block, flags=re.MULTILINE)
    assert commands
    return "".join(f"$ {command}\n{output(folder, command)}" for command in commands)


def output(folder: Path, command: str) -> str:
    """Return what `command` prints in `folder`; the product's own command, or one of a few."""
    words = shlex.split(command.replace("\\\n", ""))
    assert words[0] in ("outsource-kit", "cp", "ls"), command
    done = subprocess.run(
        words,
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        env={
            **os.environ,
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "LC_ALL": "C.UTF-8",
            "COLUMNS": "80",
        },
    )
    return done.stdout


@pytest.mark.parametrize("page", WITH_CONSOLE, ids=lambda page: page.stem)
def test_console_blocks_are_current(page: Path, tmp_path: Path) -> None:
    """Every command of a page, run in its order, prints what the page says."""
    text = page.read_text(encoding="utf-8")
    example(tmp_path, text)

    run = CONSOLE.sub(lambda block: shown(tmp_path, block[0]), text)
    if "UPDATE_GOLDEN" in os.environ:
        page.write_text(run, encoding="utf-8")

    assert text == run or "UPDATE_GOLDEN" in os.environ, RENEW


def test_readme_and_tutorial_have_console_blocks() -> None:
    """What newcomers read first is among what is run."""
    assert {"README", "tutorial", "building"} <= {page.stem for page in WITH_CONSOLE}


def test_the_briefs_and_the_template_shown_work(tmp_path: Path) -> None:
    """What the pages tell a newcomer to write builds without a mistake."""
    brief_page = (ROOT / "docs/brief.md").read_text(encoding="utf-8")
    own_page = (ROOT / "docs/own-documents.md").read_text(encoding="utf-8")
    briefs = re.findall(r"```yaml\n(.*?)```", brief_page, re.DOTALL)
    (template,) = re.findall(r"```markdown\n(.*?)```", own_page, re.DOTALL)
    names = [f"x{number}.yaml" for number, _ in enumerate(briefs)]
    for name, brief in zip(names, briefs, strict=True):
        (tmp_path / name).write_text(brief, encoding="utf-8")
    own = tmp_path / "templates" / "documents"
    own.mkdir(parents=True)
    (own / "house-rules.md").write_text(template, encoding="utf-8")

    said = output(tmp_path, f"outsource-kit build {' '.join(names)} --format md")

    assert len(names) == 2
    for name in names:
        made = tmp_path / "build" / name[:-5] / "candidate/house-rules.md"
        assert "## Working with us" in made.read_text(encoding="utf-8"), said


# The gallery


def test_the_gallery_is_current() -> None:
    """The page says of each document what the front matter of its template says."""
    if "UPDATE_GOLDEN" in os.environ:
        gallery.PAGE.write_text(gallery.page(), encoding="utf-8")

    assert gallery.PAGE.read_text(encoding="utf-8") == gallery.page(), RENEW


def test_the_gallery_shows_each_document_in_a_small_picture() -> None:
    """One picture a document, none too many, and all of them small; `make pictures` draws them."""
    pictures = {path.stem: path.stat().st_size for path in gallery.PICTURES.iterdir()}

    assert set(pictures) == {document.name for document in gallery.documents()}
    assert sum(pictures.values()) < 600_000


# The site


class Links(HTMLParser):
    """What a page leads to, and what a browser loads to show it."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.leads_to: list[str] = []
        self.loads: list[str] = []
        self.ids: set[str] = set()
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what the tag names."""
        named = dict(attrs)
        self.ids.add(named.get("id") or "")
        if (where := named.get("href")) and tag == "a":
            self.leads_to.append(where)
        elif where := named.get("src") or (named.get("href") if tag == "link" else None):
            self.loads.append(where)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site as `make docs` does, and fail at any warning."""
    folder = tmp_path_factory.mktemp("site")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    (options,) = re.findall(r"/sphinx-build (.*) -d \S+ docs build/docs\n", makefile)
    assert "-W" in options.split()
    build = [sys.executable, "-m", "sphinx", *options.split()]
    done = subprocess.run(
        [*build, "-d", folder / "doctrees", "docs", folder / "site"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout + done.stderr) == (0, "")
    return folder / "site"


def test_the_site_has_every_page(site: Path) -> None:
    """A page of docs/ is a page of the site."""
    sources = {page.stem for page in ROOT.glob("docs/*.md")}

    assert sources <= {page.stem for page in site.glob("*.html")}


def test_every_link_of_the_site_leads_somewhere(site: Path) -> None:
    """A relative link names a file of the site, and a place in it where it names one."""
    pages = {page.resolve(): Links(page) for page in site.glob("*.html")}
    ours = [
        (page, link)
        for page, links in pages.items()
        for link in links.leads_to
        if not link.startswith(("https:", "http:", "mailto:"))
    ]

    assert len(ours) > 100
    for page, link in ours:
        path, place = urldefrag(link)
        target = (page.parent / unquote(path)).resolve() if path else page
        assert target.is_file(), (page.name, link)
        assert not place or unquote(place) in pages[target].ids, (page.name, link)


def test_the_site_loads_nothing_from_elsewhere(site: Path) -> None:
    """Scripts, styles, fonts and pictures are files of the site."""
    loaded = [
        (page, where.split("?")[0])
        for page in sorted(site.glob("*.html"))
        for where in Links(page).loads
        if not where.startswith("data:")
    ]
    styles = [path.read_text(encoding="utf-8") for path in site.rglob("*.css")]

    assert len(loaded) > 20
    assert styles
    for page, where in loaded:
        assert where == "#" or page.parent.joinpath(where.split("#")[0]).exists(), where
    assert [s for s in styles if re.search(r"url\(['\"]?(?:https?:)?//|@import", s)] == []


def test_every_link_of_the_readme_leads_somewhere() -> None:
    """The README links to files of the repository."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)#]+)\)", text)

    assert len(links) > 5
    assert [link for link in links if not (ROOT / link).exists()] == []
