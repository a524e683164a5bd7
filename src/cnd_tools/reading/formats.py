"""The formats that are read, each with its reader and the libraries that it needs."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from cnd_tools.reading.source import require

_NEEDED = {
    "pdf": ("pypdfium2", "pypdfium2.raw"),
    "docx": ("docx",),
    "html": ("selectolax.lexbor",),
    "markdown": ("markdown_it",),
}


def reader(kind: str) -> ModuleType:
    """Return the reader of a format, "plain", "pdf", "docx", "html" or "markdown"; it is imported when it is needed."""
    return import_module(f"cnd_tools.reading.{kind}")


def need(kind: str) -> None:
    """Import a format's reader and what it needs.

    Raises:
        UsageError: it is not installed.
    """
    for library in _NEEDED.get(kind, ()):
        require(library, kind)
    reader(kind)
