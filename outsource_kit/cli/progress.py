"""What a build says while it works: a live line on a terminal, nothing elsewhere.

It is the door to rich, which knows terminals, their widths, and whether colour is wanted
(`NO_COLOR`). The line goes to standard error, so that what a program reads stays clean.
"""

from __future__ import annotations

from contextlib import contextmanager
from itertools import count
from typing import TYPE_CHECKING

from outsource_kit.publish import to_nobody

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from outsource_kit.publish import Told


@contextmanager
def shown(kits: int, *, quiet: bool) -> Iterator[Callable[[str], Told]]:
    """Yield what makes, of the name of a kit, a `Told` that shows its files as they are made.

    Of several kits, their number, `kits`, is shown beside how many are done.
    """
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    console = Console(stderr=True)
    if quiet or not console.is_terminal or console.is_dumb_terminal:
        yield lambda _name: to_nobody
        return
    columns = (BarColumn(bar_width=24), MofNCompleteColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=console, transient=True) as progress:
        whole = progress.add_task("kits", total=kits, visible=kits > 1)
        current = progress.add_task("", total=None)
        done = count()

        def of_kit(name: str) -> Told:
            progress.update(whole, completed=next(done))

            def told(path: str, number: int, of: int) -> None:
                said = f"{name}: {path}"
                progress.update(current, description=said, completed=number, total=of, refresh=True)

            return told

        yield of_kit
