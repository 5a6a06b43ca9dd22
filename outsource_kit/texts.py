"""The texts for pasting that an edition holds beside its documents.

In: a rendered document and the facts of an edition. Out: each text with its file name. Which
platforms are used is for agencies to know, so candidates get no such file.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from outsource_kit.brief import Audience
from outsource_kit.guidance.platforms import platforms, usual_limits
from outsource_kit.plaintext import messages, post

if TYPE_CHECKING:
    from collections.abc import Iterator

    from outsource_kit.documents import Rendered
    from outsource_kit.plan import Bundle


@dataclass(frozen=True)
class PastedText:
    """A text for pasting."""

    name: str
    """File name, such as `job-post.PLATFORM.txt`."""

    text: str
    """What it says."""

    report: str = ""
    """Characters used, and what was left out, in a line; empty where nothing limits it."""


def texts(made: Rendered, bundle: Bundle) -> Iterator[PastedText]:
    """Yield the texts for pasting of a document, in an edition with the facts of `bundle`."""
    if bundle.audience is Audience.CANDIDATE or made.document.text is None:
        return
    if made.document.text == "messages":
        for message in messages(made.markdown):
            yield PastedText(f"{made.name}.{message.name}.txt", message.text)
        return
    for chosen in dict.fromkeys(bundle.facts.sourcing.platforms):
        yield _for(str(chosen), made)


def _for(platform: str, made: Rendered) -> PastedText:
    row = platforms().get(platform)
    limits = (row.limits if row else None) or usual_limits()
    banned = row is not None and "contact_details" in row.bans
    limit = None if row and row.unlimited else limits.description.hard
    found = post(made.markdown, made.document.cut, limit, contacts=not banned)
    report = f"{found.length:,}{f' of {limit:,}' if limit else ''} characters"
    if limit and not (row and row.limits):
        report += ", a limit that we assume"
    if found.left_out:
        report += f"; left out: {', '.join(found.left_out)}"
    if not found.fits:
        report += "; still too long, so shorten the brief"
    return PastedText(f"{made.name}.{platform}.txt", found.text, report)
