"""Bytes to Document: plain text, PDF, Word, HTML and Markdown.

Every format gives a text as a careful person would copy it out, in reading order, and marks that say what the format
itself knows of it (`cnd_tools.records.Mark`). All offsets point into that text.
"""

from __future__ import annotations

import os
import re
import stat
from dataclasses import replace
from pathlib import Path

from cnd_tools.budget import Budget, Exceeded, budget
from cnd_tools.errors import RefusedInput, UsageError
from cnd_tools.reading import plain
from cnd_tools.reading.apart import File, read_apart
from cnd_tools.reading.formats import reader
from cnd_tools.reading.masthead import read_masthead
from cnd_tools.reading.signature import HEAD, KINDS, kind_of
from cnd_tools.reading.source import Source, too_large
from cnd_tools.reading.stated import above, beside, completed
from cnd_tools.records import Document

__all__ = ["document", "read", "read_bytes"]

_LINE_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"


def read(path: Path, *, name: str | None = None, encoding: str | None = None) -> Document:
    """Read a file: a PDF, Word, HTML or Markdown document by its content and ending, anything else as plain text.

    Args:
        path: the file; kept in `Document.path` as given. What a file beside it states goes before its title page
            (`cnd_tools.reading.stated`).
        name: what to call the document; its file's stem by default.
        encoding: of a text that is not Unicode, as in `--encoding`.

    Raises:
        UsageError: no such file, or a folder, or an unknown encoding, or an extra that is not installed.
        RefusedInput: the file cannot be read for what it should be; the message says where and what to do.
    """
    origin = os.fspath(path)
    try:
        with open(path, "rb") as file:
            about = os.fstat(file.fileno())
            if stat.S_ISCHR(about.st_mode) or stat.S_ISBLK(about.st_mode):
                raise RefusedInput(f"{origin}: a device, not a file; - reads standard input")
            head = file.read(HEAD)
            kind = kind_of(head, origin)
            limit = reader(kind).LIMIT
            if about.st_size > limit:
                raise too_large(origin, f"a {kind} file", limit)
            data = head + file.read(limit + 1 - len(head))
    except FileNotFoundError:
        raise UsageError(f"{origin}: no such file") from None
    except IsADirectoryError:
        raise UsageError(f"{origin}: a folder, not a file; name the files in it") from None
    except (OSError, ValueError) as error:
        raise UsageError(f"{origin}: cannot be opened ({getattr(error, 'strerror', None) or error})") from None
    made = read_bytes(data, name=name or Path(path).stem, path=path, encoding=encoding, kind=kind)
    return replace(made, masthead=completed(made.masthead, beside(Path(path))))


def read_bytes(
    data: bytes,
    *,
    name: str,
    path: Path | str | None = None,
    encoding: str | None = None,
    kind: str | None = None,
) -> Document:
    """Read what is already in memory, as from standard input.

    Args:
        data: the bytes of a file.
        name: the document's name.
        path: where they came from, kept as given; its ending helps to tell the kind.
        encoding: of a text that is not Unicode.
        kind: "plain", "pdf", "docx", "html" or "markdown"; told from content and ending by default.

    Raises:
        UsageError, RefusedInput: as in `read`.
    """
    if kind is not None and kind not in KINDS:
        raise UsageError(f"{kind}: not a kind of document; one of {', '.join(KINDS)}")
    origin = None if path is None else os.fspath(path)
    kind = kind or kind_of(data[:HEAD], origin)
    where, bounds = origin or name, budget()
    try:
        file = File(kind, data, where, encoding)
        source = plain.read(data, where, encoding) if kind == "plain" else read_apart(file)
        _hold(source.text, bounds)
    except Exceeded as error:
        raise RefusedInput(f"{where}: {error}") from None
    except MemoryError:
        raise RefusedInput(f"{where}: too large for the memory of this machine; split it") from None
    return _document(source, name, origin)


_HALVES = re.compile("[\ud800-\udfff]")


def document(text: str, *, name: str) -> Document:
    """Return a text that is already decoded as a document, its masthead read.

    Half a character, as bytes of an argument become that are no UTF-8, is the sign of one that cannot be read.
    """
    text = _HALVES.sub("\N{REPLACEMENT CHARACTER}", text)
    return _document(Source(text, (), plain.pages(text), above(text)), name, None)


def _document(source: Source, name: str, path: str | None) -> Document:
    masthead = source.masthead or read_masthead(source.text)
    return Document(name, source.text, path, masthead, source.pages, source.marks, source.rows, unread=source.unread)


def _hold(text: str, bounds: Budget) -> None:
    """Refuse a text that is too long, or of too many lines, of which nothing is made to count them."""
    if len(text) > bounds.characters:
        raise bounds.exceeded("characters", "a text of more than {} characters")
    if sum(map(text.count, _LINE_ENDS)) - text.count("\r\n") > bounds.lines:
        raise bounds.exceeded("lines", "a text of more than {} lines")
