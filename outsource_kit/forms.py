"""Form fields of a PDF as every reader and every program that fills them in expects them.

In: what WeasyPrint is about to write. Out: the same, with each circle of a choice below its group
only, the group named after what is asked, boxes that come ticked showing their tick, and one
drawing of a tick for all boxes of a size. Empty text needs no drawing: a program that fills it in
makes one, of its own for each field. For programs that draw fields anew there is the customary
font of ticks; nothing in the file is drawn with it, so it need not be embedded. Absent: pages and
text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pydyf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weasyprint import Document as Layout

_TICKS = {"Type": "/Font", "Subtype": "/Type1", "BaseFont": "/ZapfDingbats"}


def tidy(layout: Layout, pdf: pydyf.PDF) -> None:
    """Mend the form of `pdf`, which was made of `layout`."""
    form = pdf.catalog.get("AcroForm")
    if form is None:
        return
    del form["NeedAppearances"]
    asked, circles = dict(_asked(layout)), set()
    for item in [item for item in pdf.objects if isinstance(item, pydyf.Dictionary)]:
        if item.get("FT") == "/Btn" and "Kids" in item:
            item["TU"] = pydyf.String(asked[item["T"].string])
        elif item.get("FT") == "/Btn":
            item["DA"] = pydyf.String("/ZaDb 0 Tf 0 g")
            if "Parent" in item:
                circles.add(item.reference)
                question = asked[item.pop("T").string]
                item["TU"] = pydyf.String(f"{question}: {item['TU'].string}")
    form["Fields"] = pydyf.Array(field for field in form["Fields"] if field not in circles)
    form["DR"] = _with_ticks(form["DR"], pdf)
    _share_ticks(pdf)


def _asked(layout: Layout) -> Iterator[tuple[str, str]]:
    """Yield the name of each choice with what is asked."""
    for page in layout.pages:
        for inputs in page.forms.values():
            for box, _ in inputs:
                if box.element.get("type") == "radio":
                    yield box.element.get("name"), box.element.get("title")


def _share_ticks(pdf: pydyf.PDF) -> None:
    """Let all boxes of a size, and all circles, show one drawing instead of one each."""
    drawings = {item.reference: item for item in pdf.objects if isinstance(item, pydyf.Stream)}
    first = dict[bytes, bytes]()
    for box in [item for item in pdf.objects if isinstance(item, pydyf.Dictionary)]:
        if box.get("FT") != "/Btn" or "AP" not in box:
            continue
        shown = box["AP"]["N"]
        for state, reference in shown.items():
            kept = first.setdefault(drawings[reference].data, reference)
            if kept != reference:
                shown[state] = kept
                pdf.objects[drawings[reference].number] = _nothing(drawings[reference].number)


def _nothing(number: int) -> pydyf.Object:
    """Return what stands for an object that nothing names any more."""
    empty = pydyf.Array()
    empty.number = number
    return empty


def _with_ticks(resources: bytes, pdf: pydyf.PDF) -> pydyf.Dictionary:
    """Return the resources that fields are drawn with, and the font of ticks."""
    known = {item.reference: item for item in pdf.objects if isinstance(item, pydyf.Dictionary)}
    shared = known[resources]
    fonts = {**known[shared["Font"]], "ZaDb": pydyf.Dictionary(_TICKS)}
    return pydyf.Dictionary({**shared, "Font": pydyf.Dictionary(fonts)})
