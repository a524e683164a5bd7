"""A page of a PDF, opened and closed again, whose faults are the file's."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from cnd_tools.errors import RefusedInput


@contextmanager
def opened(document: Any, number: int, origin: str) -> Iterator[Any]:
    """Give a page of pypdfium2, and close it.

    Args:
        document: of pypdfium2.
        number: of the page, from 0.
        origin: what to call the file in messages.

    Raises:
        RefusedInput: the page is broken, by itself or for what is asked of it.
    """
    page = None
    try:
        page = document[number]
        yield page
    except (MemoryError, RefusedInput):
        raise
    except Exception as error:  # pypdfium2 has its own error and lets ctypes' through
        raise RefusedInput(f"{origin}: page {number + 1} of the PDF is broken ({error}); get it again") from None
    finally:
        if page is not None:
            page.close()
