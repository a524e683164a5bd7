"""Loading what a process keeps as long as it runs: modules and words."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def loading() -> Iterator[None]:
    """Collect no garbage while modules and words are loaded, and never look through them again.

    They stay, and to look through all of them each time some more have come takes a tenth of a first analysis. For a
    process of our own: in another's, what happens to be garbage would be kept too.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if collects:
            gc.enable()
