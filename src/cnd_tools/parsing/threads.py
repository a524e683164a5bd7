"""One thread for the products of matrices, wherever a text is read.

A sentence's matrices are small: threads cost more by waiting than they save, twice the time where a processor is busy
with other work. And how threads share a product decides its last digit, so that a notebook could read a word otherwise
than `cnd` does.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from threadpoolctl import ThreadpoolController

_ASKED = "OPENBLAS_NUM_THREADS"  # read when numpy loads; `cnd` and its workers start with it


@contextmanager
def one_thread() -> Iterator[None]:
    """Let numpy's BLAS take one thread within, and as many as before after it.

    Where the variable `OPENBLAS_NUM_THREADS` says one already, nothing is done.
    """
    if os.environ.get(_ASKED) == "1":
        yield
        return
    with _controller().limit(limits=1, user_api="blas"):
        yield


@lru_cache(maxsize=1)
def _controller() -> ThreadpoolController:
    """Return what sets threads, made once: it looks through the libraries of this process, for 30 ms."""
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()
