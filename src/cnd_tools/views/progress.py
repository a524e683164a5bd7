"""Progress on stderr for what takes more than two seconds, and nothing for what does not."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from rich.theme import Theme

DONE = "color(29)"  # the part of the bar that is done; like all our colours 4.5 : 1 on black and on white
PATIENCE = 2.0  # seconds before anything is shown
Item = TypeVar("Item")


def following(items: Iterable[Item], what: str, *, total: int | None, quiet: bool = False) -> Iterator[Item]:
    """Yield the items, showing how many have gone by if it takes long and stderr is a terminal.

    Args:
        items: what is worked through; the work is timed from the first to the last.
        what: what is being done, as "analysing".
        total: how many items there will be, if that is known.
        quiet: show nothing.
    """
    if quiet or not sys.stderr.isatty():
        yield from items
        return
    # Here, since what goes into a pipe or a file needs no bar and is not to wait for its making.
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn

    bar = Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True, theme=_theme()),
        transient=True,
    )
    task = bar.add_task(what, total=total)
    timer = threading.Timer(PATIENCE, bar.start)
    timer.daemon = True
    timer.start()
    try:
        for item in items:
            yield item
            bar.advance(task)
    finally:
        timer.cancel()
        bar.stop()


def _theme() -> Theme:
    """Return styles for what rich colours green, cyan and magenta, which not every ground lets one read."""
    from rich.theme import Theme

    words = dict.fromkeys(("progress.download", "progress.remaining", "progress.spinner"), "none")
    return Theme({**words, "bar.complete": DONE, "bar.finished": DONE, "bar.pulse": DONE})


@contextmanager
def measured(what: str, *, total: int, quiet: bool = False) -> Iterator[Callable[[int, int], None]]:
    """Show how far a long work is, its rate and the time left, on stderr if it is a terminal.

    Args:
        what: what is being done.
        total: how much there is to do, in bytes.
        quiet: show nothing.

    Yields:
        What is to be told, each time something is done, of how many bytes and how many words it was.
    """
    if quiet or not sys.stderr.isatty():
        yield lambda size, words: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TextColumn("{task.fields[rate]}"))
    with Progress(*columns, TimeRemainingColumn(), console=Console(stderr=True, theme=_theme()), transient=True) as bar:
        task = bar.add_task(what, total=total, rate="")
        begun, done = time.monotonic(), 0

        def advance(size: int, words: int) -> None:
            nonlocal done
            done += words
            bar.update(task, advance=size, rate=f"{done / max(time.monotonic() - begun, 1e-9):,.0f} words/s")

        yield advance
