"""Running text in pieces that look the same throughout, as Word, HTML and Markdown have it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from cnd_tools.reading.source import Writer, is_note_mark

PAGE = "\f"
"""A piece of this text is a page break, printed as nothing."""


class Piece(NamedTuple):
    """Text that looks the same throughout.

    Attributes:
        text: as printed.
        bold, italic: the type.
        size: in half points, 0 where nothing says it.
        note: it is the mark of a note.
        raised: it is set higher, and a mark only if it looks like one.
        soft: it is where a line of the file ends, which is printed as a blank.
        line: the line of the file it begins on, from 1; 0 where a file has no lines.
    """

    text: str
    bold: bool = False
    italic: bool = False
    size: int = 0
    note: bool = False
    raised: bool = False
    soft: bool = False
    line: int = 0


def write_pieces(writer: Writer, pieces: Iterable[Piece]) -> None:
    """Write pieces one after another, with marks on what is italic and on the marks of notes."""
    italic: int | None = None
    before = ""
    for piece in pieces:
        if piece.text == PAGE:
            writer.page()
            continue
        start = writer.position
        if piece.text.strip():
            writer.line(piece.line)
        if italic is not None and not piece.italic and piece.text.strip():
            writer.mark("italic", italic)
            italic = None
        writer.write(piece.text)
        if piece.italic and italic is None and piece.text.strip():
            italic = start
        if piece.note or (piece.raised and is_note_mark(before, piece.text)):
            writer.mark("noteref", start)
        before = (before + piece.text)[-8:]
    if italic is not None:
        writer.mark("italic", italic)


def text_of(pieces: Iterable[Piece]) -> str:
    """Return what pieces say, one after another."""
    return "".join(piece.text for piece in pieces)


def blank(pieces: Iterable[Piece]) -> bool:
    """Return whether nothing of pieces is seen."""
    return not any(piece.text.strip() for piece in pieces)


def all_bold(pieces: Iterable[Piece]) -> bool:
    """Return whether there is something to see, and all of it is bold."""
    words = [piece for piece in pieces if piece.text.strip() and not piece.note]
    return bool(words) and all(piece.bold for piece in words)


def trimmed(pieces: Iterable[Piece]) -> list[Piece]:
    """Return pieces without the white space around their text; of what is blank only its page breaks."""
    pieces = list(pieces)
    seen = [place for place, piece in enumerate(pieces) if piece.text.strip()]
    if not seen:
        return [piece for piece in pieces if piece.text == PAGE]
    first, last = seen[0], seen[-1]
    pieces[first] = pieces[first]._replace(text=pieces[first].text.lstrip())
    pieces[last] = pieces[last]._replace(text=pieces[last].text.rstrip())
    return [piece for place, piece in enumerate(pieces) if first <= place <= last or piece.text == PAGE]
