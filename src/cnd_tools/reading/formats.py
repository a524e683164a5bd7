"""The formats that are read, each with its reader and the libraries that it needs."""

from __future__ import annotations

from types import ModuleType

from cnd_tools.reading import docx, html, markdown, pdf, plain
from cnd_tools.reading.source import require

READERS: dict[str, ModuleType] = {"plain": plain, "pdf": pdf, "docx": docx, "html": html, "markdown": markdown}
_NEEDED = {
    "pdf": ("pypdfium2", "pypdfium2.raw"),
    "docx": ("docx",),
    "html": ("selectolax.lexbor",),
    "markdown": ("markdown_it",),
}


def need(kind: str) -> None:
    """Import what a format's reader needs.

    Raises:
        UsageError: it is not installed.
    """
    for library in _NEEDED.get(kind, ()):
        require(library, kind)
