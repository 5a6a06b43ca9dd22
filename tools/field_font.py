"""Cut the font of form fields from the fonts of the text: small, since a PDF embeds it whole.

make fonts
"""

from __future__ import annotations

import io
from pathlib import Path
from tempfile import TemporaryDirectory

import fontpkg_atkinson_hyperlegible as atkinson
import fontpkg_lato as lato
from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

ROOT = Path(__file__).resolve().parent.parent
FONT = ROOT / "outsource_kit" / "fonts" / "KitField.ttf"

BLOCKS = (
    (0x20, 0x17F),  # Latin
    (0x218, 0x21B),
    (0x386, 0x3CE),  # Greek
    (0x401, 0x45F),  # Cyrillic
    (0x490, 0x491),
    (0x2010, 0x203A),  # marks
    (0x20AC, 0x20AC),  # money: euro, hryvnia, rupee, lira, rouble
    (0x20B4, 0x20B4),
    (0x20B9, 0x20BA),
    (0x20BD, 0x20BD),
    (0x2116, 0x2116),
    (0x2122, 0x2122),
    (0x2212, 0x2212),
)
"""What people type: the first and the last character of each block."""

_FIRST, _SECOND = (
    Path(package.ROOT) / "files" / name
    for package, name in (
        (atkinson, "AtkinsonHyperlegible-Regular.ttf"),
        (lato, "Lato-Regular.ttf"),
    )
)


def main() -> None:
    """Write the font."""
    FONT.write_bytes(made())
    print(f"{FONT.relative_to(ROOT)}: {FONT.stat().st_size:,} bytes")


def made() -> bytes:
    """Return the font: the first has its say, the second adds what that lacks."""
    wanted = {char for start, end in BLOCKS for char in range(start, end + 1)}
    first = _cut(_FIRST, wanted)
    second = _cut(_SECOND, wanted - set(first.getBestCmap()))
    scale_upem(second, first["head"].unitsPerEm)
    with TemporaryDirectory() as folder:
        paths = [Path(folder) / name for name in ("first.ttf", "second.ttf")]
        for path, font in zip(paths, (first, second), strict=True):
            font.save(path)
        font = Merger().merge([str(path) for path in paths])
    return _named(font, first)


def _cut(path: Path, wanted: set[int]) -> TTFont:
    """Return the font at `path` with the glyphs of the characters `wanted`, and no more."""
    options = Options(hinting=False, layout_features=[], glyph_names=False, notdef_outline=True)
    options.drop_tables += ["GDEF", "GPOS", "GSUB", "DSIG", "gasp"]
    font = TTFont(path, recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    return font


def _named(font: TTFont, first: TTFont) -> bytes:
    """Return the file of `font`, named ours, with lines as high as those of `first`."""
    for table in ("hhea", "OS/2"):
        for name in vars(first[table]):
            if "scen" in name:
                setattr(font[table], name, getattr(first[table], name))
    font["head"].created, font["head"].modified = first["head"].created, first["head"].modified
    font["name"].names = []
    for number, said in {1: "Kit Field", 2: "Regular", 4: "Kit Field", 6: "KitField"}.items():
        font["name"].setName(said, number, 3, 1, 0x409)
    font.recalcTimestamp = False
    file = io.BytesIO()
    font.save(file)
    return file.getvalue()


if __name__ == "__main__":
    main()
