"""Logos: what is taken, what is refused, and what becomes of a large one."""

from __future__ import annotations

import io
import re
from base64 import b64decode
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from outsource_kit.check import mistakes_in
from outsource_kit.line import make
from outsource_kit.logo import address

if TYPE_CHECKING:
    from pathlib import Path

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'
RECT = '<rect id="a" width="9" height="9"/>'


def drawing(folder: Path, inside: str) -> Path:
    """Write a logo with this inside."""
    path = folder / "logo.svg"
    path.write_text(SVG.format(inside), encoding="utf-8")
    return path


def png(folder: Path, size: tuple[int, int], *, noise: bool = False) -> Path:
    """Write a logo of this size; `noise` cannot be compressed."""
    path = folder / "logo.png"
    plain = Image.new("RGB", size, "#c02040")
    picture = Image.effect_noise(size, 90).convert("RGB") if noise else plain
    picture.save(path)
    return path


def test_a_drawing_is_taken_whole(tmp_path: Path) -> None:
    """Shapes, gradients of its own, and copies of them."""
    gradient = '<linearGradient id="g"/><style>rect { fill: url(#g) }</style>'
    drawing(tmp_path, f"{gradient}{RECT}<use href='#a' fill=\"url('#g')\"/>")

    found = address(tmp_path, "logo.svg")

    assert found.startswith("data:image/svg+xml;base64,")
    assert b"<rect" in b64decode(found.split(",")[1])
    assert found == address(tmp_path, "logo.svg")


@pytest.mark.parametrize(
    ("inside", "why"),
    [
        ("<script>alert(1)</script>", "holds `script`"),
        ("<foreignObject/>", "holds `foreignObject`"),
        ('<rect onclick="x()"/>', "holds a script in `onclick`"),
        ('<image href="https://a.example/x.png"/>', "holds `image`"),
        ('<use href="https://a.example/x.svg#a"/>', "asks for `https://a.example/x.svg#a`"),
        ('<rect style="fill: url(https://a.example/x)"/>', "asks for something"),
        ("<style>@import 'https://a.example/x.css';</style>", "asks for something"),
        (f'<g id="b"><use href="#a"/></g>{RECT}<use href="#b"/>', "copies shapes that hold copies"),
        (RECT + "<use href='#a'/>" * 41, "at most 40"),
        ("<g/>" * 4000, "at most 4,000"),
        ("<rect", "is no SVG"),
    ],
)
def test_a_drawing_that_acts_or_asks_is_refused(tmp_path: Path, inside: str, why: str) -> None:
    """It says why."""
    drawing(tmp_path, inside)

    with pytest.raises(ValueError, match=re.escape(why)):
        address(tmp_path, "logo.svg")


def test_entities_are_refused(tmp_path: Path) -> None:
    """A few lines of them can fill any memory."""
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + SVG.format("<text>&a;</text>")
    (tmp_path / "logo.svg").write_text(bomb, encoding="utf-8")

    with pytest.raises(ValueError, match="declares entities"):
        address(tmp_path, "logo.svg")


@pytest.mark.parametrize("noise", [False, True])
def test_a_picture_of_4000_by_4000_pixels_is_made_small(tmp_path: Path, noise: bool) -> None:  # noqa: FBT001
    """It keeps its shape, and weighs less than a page of text."""
    png(tmp_path, (4000, 4000) if not noise else (1500, 1500), noise=noise)

    content = b64decode(address(tmp_path, "logo.png").split(",")[1])

    with Image.open(io.BytesIO(content)) as found:
        assert found.size == (240, 240)
    assert len(content) < 62_000


@pytest.mark.parametrize("name", ["logo.png", "logo.svg"])
def test_what_leads_out_of_the_folder_is_refused(tmp_path: Path, name: str) -> None:
    """A link to a file elsewhere is no file beside the brief."""
    kit = tmp_path / "kit"
    kit.mkdir()
    drawing(tmp_path, RECT)
    png(tmp_path, (9, 9))
    (kit / name).symlink_to(tmp_path / name)

    with pytest.raises(ValueError, match="leads out of the folder"):
        address(kit, name)


def test_a_picture_of_too_many_pixels_or_none_is_refused(tmp_path: Path) -> None:
    """Before it fills the memory."""
    png(tmp_path, (6001, 1))
    with pytest.raises(ValueError, match="has 6,001 by 1 pixels"):
        address(tmp_path, "logo.png")
    (tmp_path / "logo.png").write_bytes(b"no picture")
    with pytest.raises(ValueError, match="is no PNG"):
        address(tmp_path, "logo.png")


def test_a_logo_that_is_missing_is_a_mistake_at_its_line(brief: Path) -> None:
    """With what to do."""
    with brief.open("a", encoding="utf-8") as file:
        file.write("client:\n  brand:\n    logo: our-logo.png\n")

    (found,) = mistakes_in(brief)

    assert (found.line, found.field) == (6, "client.brand.logo")
    assert found.message == "`our-logo.png` cannot be read: no such file or directory"
    assert found.hint.startswith("put an SVG or PNG file beside the brief")


def test_the_logo_stands_on_every_page_with_the_clients_name(brief: Path, tmp_path: Path) -> None:
    """As an address that holds it, so that nothing is fetched."""
    drawing(brief.parent, RECT)
    with brief.open("a", encoding="utf-8") as file:
        file.write("client:\n  display_name: Acme\n  brand:\n    logo: logo.svg\n")

    kit = make(brief, tmp_path, formats=["html"])
    pages = [f.make().decode() for f in kit.files if f.path.endswith(".html")]

    assert len(pages) > 10
    for page in pages:
        assert page.count('<img src="data:image/svg+xml;base64,') == 1
        assert 'alt="Acme"' in page
