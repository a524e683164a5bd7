"""Loading what a process keeps as long as it runs: modules and words."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

own = False  # whether the process is ours, so that what others might use later may be left out


@contextmanager
def loading() -> Iterator[None]:
    """Collect no garbage while modules and words are loaded, and never look through them again.

    They stay, and to look through all of them each time some more have come takes a tenth of a first analysis. For a
    process of our own: in another's, what happens to be garbage would be kept too.
    """
    global own
    own, collects = True, gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if collects:
            gc.enable()
