"""What every format is read into before it becomes a Document, and how it is put together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from importlib import import_module
from types import ModuleType
from typing import NamedTuple

from cnd_tools.budget import budget
from cnd_tools.errors import RefusedInput, UsageError, pip_install
from cnd_tools.records import Mark, Masthead

KIB = 1024
MIB = 1024 * KIB


class Source(NamedTuple):
    """A decoded text with what its format says of it; fields as in `cnd_tools.records.Document`.

    `masthead` is None where the format has no place for one, and the text is to be asked.
    """

    text: str
    marks: tuple[Mark, ...] = ()
    pages: tuple[int, ...] = (0,)
    masthead: Masthead | None = None
    rows: tuple[tuple[int, int], ...] = ()
    unread: tuple[str, ...] = ()


class Writer:
    """Puts a source text together piece by piece, with marks on it."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._marks: list[Mark] = []
        self._pages = [0]
        self._rows: list[tuple[int, int]] = []
        self._printed = False
        self._budget = budget()
        self.position = 0

    def write(self, text: str) -> None:
        """Append text."""
        self._parts.append(text)
        self._printed = self._printed or bool(text.strip())
        self.position += len(text)
        # Here, since a short file may have a long text: what is written again and again, as labels and notes.
        if self.position > self._budget.characters:
            raise self._budget.exceeded("characters", "a text of more than {} characters")

    def mark(self, kind: str, start: int, end: int | None = None, level: int = 0) -> None:
        """Mark what stands from `start` to `end` (default: to here); an empty stretch gets no mark."""
        end = self.position if end is None else end
        if start < end:
            self._marks.append(Mark(start, end, kind, level))

    def page(self) -> None:
        """Begin a page here, unless the page we are on has nothing yet: one break may be said in two ways."""
        if self._printed:
            self._pages.append(self.position)
            self._printed = False

    def line(self, number: int) -> None:
        """Say that what is written next stands on this line of the file; 0 says nothing."""
        if number and (not self._rows or self._rows[-1][1] != number):
            self._rows.append((self.position, number))

    def source(self) -> Source:
        """Return the text with its marks, outer before inner, its pages, and where it stands in the file."""
        return Source("".join(self._parts), ordered(self._marks), tuple(self._pages), rows=tuple(self._rows))


def ordered(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Return marks by start, the longer before those inside it, each once."""
    return tuple(sorted(set(marks), key=lambda mark: (mark.start, -mark.end, mark.kind, mark.level)))


def not_read(counts: Mapping[str, int]) -> tuple[str, ...]:
    """Return what to say of what a file has and its text has not, "… more than is read: comments (2)", if any."""
    said = ", ".join(f"{what} ({count})" for what, count in sorted(counts.items()) if count)
    return (f"the file has more than is read: {said}",) if said else ()


def capped(data: bytes, limit: int, origin: str, what: str) -> None:
    """Refuse data of more than `limit` bytes.

    Raises:
        RefusedInput: there are more.
    """
    if len(data) > limit:
        raise too_large(origin, what, limit)


def too_large(origin: str, what: str, limit: int) -> RefusedInput:
    """Return the refusal of a file of more than `limit` bytes."""
    return RefusedInput(
        f"{origin}: larger than the {limit // MIB} MiB that {what} may have; split it, or save its text"
    )


def require(module: str, extra: str) -> ModuleType:
    """Import a library that only one format needs.

    Raises:
        UsageError: it is not installed; the message names the extra that brings it.
    """
    try:
        return import_module(module)
    except ImportError:
        remedy = pip_install(f"cnd-tools[{extra}]")
        raise UsageError(f"{module} is needed to read {extra.upper()} and is not installed: {remedy}") from None


_NOTE_MARK = re.compile(r"\d{1,3}(?:[,–-]\d{1,3})*|[a-z]|\*{1,4}|[†‡]")
# A mark follows a sign, a word, an acronym, a year, a resolution's number; not a unit ("km2") or a figure ("106").
_BEARER = re.compile(r"(?:[^\w\s]|[^\W\d_]{3}|[A-Z]{2}|\b(?:1[5-9]|20)\d\d|\d/\d{1,3})$")


def is_note_mark(before: str, raised: str) -> bool:
    """Return whether raised text is the mark of a note, and no power or ordinal ("m²", "21st").

    Args:
        before: the last characters before it in its paragraph, eight are enough; "" where it begins the paragraph,
            as a note's own mark begins the note.
        raised: the raised text.
    """
    return bool(_NOTE_MARK.fullmatch(raised.strip()) and _BEARER.search(before.rstrip()))
