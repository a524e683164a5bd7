"""Tables to lines: those of figures, a row to a line; those that hold the text, a row to a paragraph.

Recommendations come as tables: a number or a letter in the first cell, alone or before its text, and beside it who
accepted it. Such a row is a paragraph, its other cells after their column's head: "Position: Accepted".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import mean
from typing import NamedTuple

from cnd_tools.reading.breaks import parted
from cnd_tools.reading.labels import is_bare, is_label, label_before
from cnd_tools.reading.pieces import Piece, all_bold, blank, text_of, trimmed, write_pieces
from cnd_tools.reading.source import Writer

Cell = Sequence[Piece]


class Row(NamedTuple):
    """A row of a table.

    Attributes:
        cells: in order; a cell's paragraphs have a line break between them.
        head: the format says that these are the heads of the columns.
    """

    cells: Sequence[Cell]
    head: bool = False


# What stands over a column of numbers that are labels.
_NUMBERS = re.compile(
    r"(?:No|Nos|Nr|№|#|Number|S\.?\s?No|Rec|Recommendations?|Para|Paragraphs?|Item|Point)\b\.?|№|#", re.I
)
_WORDS, _WORDS_AFTER_BARE = 3, 6  # on average in a row's text, for a table that holds text
_SHORT_HEADING = 15  # words


class _Text(NamedTuple):
    """A row that is a paragraph: its label, its text, and its other cells with the place of each."""

    label: str
    text: list[Piece]
    others: list[tuple[int, Cell]]


def write_table(writer: Writer, rows: Sequence[Row]) -> None:
    """Write a table: as paragraphs if its rows are such, else a row to a line with a tab between the cells."""
    if holds_text(rows):
        _write_text(writer, rows)
        return
    start = writer.position
    for row in rows:
        _write_row(writer, row)
    writer.mark("table", start)


def holds_text(rows: Sequence[Row]) -> bool:
    """Return whether the rows of a table are paragraphs: most that have several cells begin with a label.

    A numbered list of outputs with a column of figures for each year is a table of figures (A_81_6_SECT_25.docx).
    """
    full = [row for row in rows if sum(not blank(cell) for cell in row.cells) > 1]
    found = [text for row in full if not row.head and (text := _labelled(row))]
    if not found or len(found) * 2 < len(full) - 1:
        return False
    others = [text_of(cell) for text in found for _, cell in text.others]
    if sum(not any(map(str.isalpha, other)) for other in others) * 2 > len(others):
        return False
    if not _counted([text.label for text in found]):
        return False
    first = next((text_of(row.cells[0]).strip() for row in rows if row.cells), "")
    bare = all(is_bare(text.label) for text in found) and not _NUMBERS.match(first)
    words = mean(len(text_of(text.text).split()) for text in found)
    return words >= (_WORDS_AFTER_BARE if bare else _WORDS)


def _counted(labels: Sequence[str]) -> bool:
    """Return whether labels are more than the years of a chronicle: bare numbers count on, one by one."""
    numbers = [int(re.sub(r"\D", "", label)) for label in labels if is_bare(label)]
    return all(after == one + 1 for one, after in pairwise(numbers))


def _labelled(row: Row) -> _Text | None:
    """Return a row as a paragraph, None if its first cell neither is nor begins with a label."""
    first = next((place for place, cell in enumerate(row.cells) if not blank(cell)), len(row.cells))
    if first == len(row.cells):
        return None
    label = text_of(row.cells[first]).strip()
    others = [(place, cell) for place, cell in enumerate(row.cells) if place > first and not blank(cell)]
    if is_label(label):
        if not others or is_label(text_of(others[0][1])):
            return None
        return _Text(label, trimmed(others[0][1]), others[1:])
    before = label_before(label)
    return _Text(before, _after(trimmed(row.cells[first]), len(before)), others) if before else None


def _after(pieces: list[Piece], size: int) -> list[Piece]:
    """Return pieces without their first characters, and the white space after those."""
    while pieces and size >= len(pieces[0].text):
        size -= len(pieces.pop(0).text)
    if pieces:
        pieces[0] = pieces[0]._replace(text=pieces[0].text[size:])
    return trimmed(pieces)


def _write_row(writer: Writer, row: Row) -> None:
    last = max((place for place, cell in enumerate(row.cells) if not blank(cell)), default=-1)
    for place, cell in enumerate(row.cells[: last + 1]):
        writer.write("\t" if place else "")
        write_pieces(writer, _on_one_line(trimmed(cell)))
    writer.write("\n")


def _on_one_line(pieces: Sequence[Piece]) -> Iterator[Piece]:
    return (piece._replace(text=piece.text.replace("\n", " ")) for piece in pieces)


def _write_text(writer: Writer, rows: Sequence[Row]) -> None:
    heads: list[str] = []
    for row in rows:
        filled = [(place, cell) for place, cell in enumerate(row.cells) if not blank(cell)]
        labelled = None if row.head else _labelled(row)
        start = writer.position
        if labelled:
            _write_paragraph(writer, labelled, heads)
        elif len(filled) > 1 and (row.head or not heads):
            heads = [" ".join(text_of(cell).split()) for cell in row.cells]
            _write_row(writer, row)
            writer.mark("furniture", start)  # each row repeats its own
        elif len(filled) == 1 and filled[0][0] == 0:
            _write_alone(writer, trimmed(filled[0][1]))
        elif filled:
            _write_paragraph(writer, _Text("", trimmed(filled[0][1]), filled[1:]), heads)


def _write_paragraph(writer: Writer, row: _Text, heads: Sequence[str]) -> None:
    start = writer.position
    if row.label:
        writer.line(next((piece.line for piece in row.text if piece.line), 0))
        writer.write(row.label + " ")
        writer.mark("label", start, start + len(row.label))
    for place, part in enumerate(parted(row.text, labelled=bool(row.label))):
        start = writer.position if place else start
        write_pieces(writer, _on_one_line(trimmed(part)))
        for column, cell in () if place else row.others:
            head = heads[column] if column < len(heads) else ""
            writer.write(f"\n{head}: " if head else "\n")
            write_pieces(writer, _on_one_line(trimmed(cell)))
        writer.mark("paragraph", start)
        writer.write("\n")


def _write_alone(writer: Writer, cell: list[Piece]) -> None:
    """Write a row of one cell, which spans the table: the title of the rows below, or a paragraph."""
    start = writer.position
    write_pieces(writer, _on_one_line(cell))
    text = text_of(cell)
    title = len(text.split()) <= _SHORT_HEADING and (all_bold(cell) or text[-1] not in ".;:,")
    writer.mark("heading" if title else "paragraph", start, level=6 if title else 0)
    writer.write("\n")
