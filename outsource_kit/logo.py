"""The door to Pillow: a logo beside the brief into an address that holds all of it.

In: the folder of a brief and the name of a picture in it. Out: a `data:` address of bounded size,
the same for the same file. A drawing that runs scripts, or asks for anything beyond itself, is
refused. Absent: where it is shown.
"""

from __future__ import annotations

import io
import re
from base64 import b64encode
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from PIL import Image, UnidentifiedImageError

if TYPE_CHECKING:
    from pathlib import Path

_LARGEST_PNG, _LARGEST_SVG = 8_000_000, 200_000
"""Bytes that a file may have."""

_WIDEST = 6_000
"""Pixels that a picture may have each way: more would only fill the memory."""

_BOX = (600, 240)
"""Pixels into which a picture is scaled down: twice what any page shows."""

_FEWER_COLOURS = 40_000
"""Bytes of a scaled picture from which on it is given a palette."""

_MOST_ELEMENTS, _MOST_USES = 4_000, 40

_RUNS = {"script", "foreignObject", "iframe", "image", "animate", "set", "animateTransform"}
"""Elements that run, change or fetch something."""

_FETCHES = re.compile(r"url\(\s*+['\"]?+(?!#)|@import|expression\(|javascript:", re.IGNORECASE)


def address(folder: Path, name: str) -> str:
    """Return the `data:` address of the picture `name` in `folder`.

    Raises `ValueError` that says why, for a picture that cannot be used.
    """
    path = folder / name
    if path.resolve().parent != folder.resolve():
        raise ValueError("leads out of the folder of the brief")
    try:
        size = path.stat().st_size
        most = _LARGEST_SVG if path.suffix == ".svg" else _LARGEST_PNG
        if size > most:
            raise ValueError(f"has {size:,} bytes; at most {most:,} are taken")
        content = path.read_bytes()
    except OSError as error:
        raise ValueError(f"cannot be read: {(error.strerror or str(error)).lower()}") from None
    if path.suffix == ".svg":
        return _data("image/svg+xml", _drawing(content))
    return _data("image/png", _scaled(content))


def _data(kind: str, content: bytes) -> str:
    return f"data:{kind};base64,{b64encode(content).decode()}"


def _drawing(content: bytes) -> bytes:
    """Return an SVG in its one form; raise `ValueError` where it is none, or not safe."""
    if re.search(rb"<!(?:DOCTYPE|ENTITY)[^>]*\[|<!ENTITY", content):
        raise ValueError("declares entities; save it as plain SVG")
    try:
        root = ET.fromstring(content)  # noqa: S314 - entities are refused above, size bounded
    except ET.ParseError as error:
        raise ValueError(f"is no SVG: {error}") from None
    elements = list(root.iter())
    if _local(root.tag) != "svg":
        raise ValueError("is no SVG: it has no `svg` element at its root")
    if len(elements) > _MOST_ELEMENTS:
        raise ValueError(f"has {len(elements):,} shapes; at most {_MOST_ELEMENTS:,} are taken")
    for element in elements:
        _refuse_what_acts(element)
    _refuse_bombs(root)
    if not root.get("viewBox") and not (root.get("width") and root.get("height")):
        raise ValueError("says nothing of its size; give its `svg` element a `viewBox`")
    ET.register_namespace("", "http://www.w3.org/2000/svg")
    ET.register_namespace("xlink", "http://www.w3.org/1999/xlink")
    return ET.tostring(root)


def _local(tag: object) -> str:
    return str(tag).rpartition("}")[2]


def _refuse_what_acts(element: ET.Element) -> None:
    if _local(element.tag) in _RUNS:
        raise ValueError(f"holds `{_local(element.tag)}`; only shapes and words are taken")
    for name, value in element.attrib.items():
        if _local(name).lower().startswith("on"):
            raise ValueError(f"holds a script in `{_local(name)}`")
        if _local(name) == "href" and not value.strip().startswith("#"):
            raise ValueError(f"asks for `{value[:60]}`; it must hold all it needs")
    if any(_FETCHES.search(said) for said in (*element.attrib.values(), element.text or "")):
        raise ValueError("asks for something beyond itself; it must hold all it needs")


def _refuse_bombs(root: ET.Element) -> None:
    """Refuse copies of copies: a short file can draw more than any machine can."""
    uses = [e for e in root.iter() if _local(e.tag) in {"use", "pattern", "mask", "filter"}]
    if len(uses) > _MOST_USES:
        raise ValueError(f"copies {len(uses)} shapes; at most {_MOST_USES} are taken")
    copied = {_target(use) for use in uses}
    for element in root.iter():
        inside = any(_local(e.tag) == "use" for e in element.iter())
        if inside and element.get("id") in copied:
            raise ValueError("copies shapes that hold copies; save it as plain shapes")


def _target(use: ET.Element) -> str:
    hrefs = (value for name, value in use.attrib.items() if _local(name) == "href")
    return next(hrefs, "").strip().removeprefix("#")


def _scaled(content: bytes) -> bytes:
    """Return a PNG scaled down into its box; raise `ValueError` where it is none, or too large."""
    try:
        with Image.open(io.BytesIO(content), formats=("PNG",)) as opened:
            if max(opened.size) > _WIDEST:
                wide, high = opened.size
                raise ValueError(f"has {wide:,} by {high:,} pixels; at most {_WIDEST:,} are taken")
            picture = opened.convert("RGBA")
    except (UnidentifiedImageError, OSError, SyntaxError, Image.DecompressionBombError) as error:
        raise ValueError(f"is no PNG that can be read: {str(error)[:80].lower()}") from None
    picture.thumbnail(_BOX, Image.Resampling.LANCZOS)
    written = _png(picture)
    if len(written) > _FEWER_COLOURS:
        written = _png(picture.quantize(128, Image.Quantize.FASTOCTREE))
    return written


def _png(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue()
