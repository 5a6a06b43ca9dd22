"""Make the picture of the README from the example kit: three of its sheets, side by side.

make pictures
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
KIT = ROOT / "kits" / "personal-assistant" / "brief.yaml"
PICTURE = ROOT / "docs" / "kit.png"

SHEETS = (("kit", 1), ("job-post", 1), ("success-metrics", 1))
"""The PDFs and the sheets of them that are shown."""

_WIDE, _GAP, _GROUND, _COLOURS = 400, 24, "#d9dee2", 96


def main() -> None:
    """Build the kit, draw the sheets, and write the picture."""
    with TemporaryDirectory() as folder:
        build = [sys.executable, "-m", "outsource_kit", "build", str(KIT), "-o", folder]
        subprocess.run(build, check=True, cwd=ROOT)
        edition = Path(folder) / KIT.parent.name / "internal"
        sheets = [drawn(edition / f"{name}.pdf", sheet, _WIDE) for name, sheet in SHEETS]
    _beside(sheets).quantize(_COLOURS).save(PICTURE, optimize=True)
    print(f"{PICTURE.relative_to(ROOT)}: {PICTURE.stat().st_size:,} bytes")


def drawn(pdf: Path, sheet: int, wide: int) -> Image.Image:
    """Return a sheet of a PDF as a picture, `wide` pixels wide."""
    which = ["-f", str(sheet), "-l", str(sheet), "-singlefile"]
    size = ["-scale-to-x", str(wide), "-scale-to-y", "-1"]
    subprocess.run(["pdftoppm", "-png", *which, *size, pdf, pdf.with_suffix("")], check=True)
    with Image.open(pdf.with_suffix(".png")) as picture:
        return picture.convert("RGB")


def _beside(sheets: list[Image.Image]) -> Image.Image:
    """Return pictures side by side, on one ground."""
    wide = sum(one.width + _GAP for one in sheets) + _GAP
    whole = Image.new("RGB", (wide, max(one.height for one in sheets) + 2 * _GAP), _GROUND)
    left = _GAP
    for one in sheets:
        whole.paste(one, (left, _GAP))
        left += one.width + _GAP
    return whole


if __name__ == "__main__":
    main()
