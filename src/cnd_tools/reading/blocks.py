"""Paragraphs, list items, tables and notes as HTML and Markdown have them, written one to a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from cnd_tools.reading.pieces import Piece, all_bold, blank, write_pieces
from cnd_tools.reading.source import Writer

BULLET = "•"
# Neither format has lists lettered "(a)", so authors write the letter themselves, after a bullet no one is to see.
OWN_LABEL = re.compile(r"[\[(]?(?:[a-z]{1,2}|[ivxlc]{1,6}|[A-Z]|\d{1,3}(?:\.\d{1,3}){0,3})[.)\]]\s")
_LONGEST_HEADING = 200  # characters
_LOWEST = 6


class Blocks:
    """Writes blocks one under another, an empty line between two that are not items of one list."""

    def __init__(self) -> None:
        self.writer = Writer()
        self._after_item = False

    def paragraph(
        self, pieces: Sequence[Piece], *, heading: int = 0, label: str = "", level: int = 0, kind: str = "paragraph"
    ) -> None:
        """Write a paragraph; nothing where there is nothing to see.

        Args:
            pieces: its text.
            heading: its level if it is a heading; a short bold paragraph is one of the lowest level.
            label: what a list prints before it.
            level: of its list, from 1; 0 outside lists.
            kind: of the mark on it where it is no heading: paragraph or masthead.
        """
        pieces = trimmed(pieces)
        if not pieces:
            return
        text = "".join(piece.text for piece in pieces)
        if label == BULLET and OWN_LABEL.match(text):
            label = ""
        self._gap(item=level > 0)
        start = self.writer.position
        if label:
            self.writer.write(label + " ")
        write_pieces(self.writer, pieces)
        bold = not level and all_bold(pieces) and len(text) <= _LONGEST_HEADING and text[-1] not in ".;:,"
        heading = heading or (_LOWEST if bold else 0)
        if label:
            self.writer.mark("item", start, level=level)
        self.writer.mark("heading" if heading else kind, start, level=heading)
        self.writer.write("\n")

    def table(self, rows: Iterable[Sequence[Sequence[Piece]]]) -> None:
        """Write a table, a row to a line, a tab between cells."""
        self._gap(item=False)
        start = self.writer.position
        for row in rows:
            for place, cell in enumerate(row):
                self.writer.write("\t" if place else "")
                write_pieces(self.writer, (piece._replace(text=" ".join(piece.text.split("\n"))) for piece in cell))
            self.writer.write("\n")
        self.writer.mark("table", start)

    def lines(self, text: str) -> None:
        """Write lines as they are laid out, unmarked: what they are is for the segmenter to see."""
        self._gap(item=False)
        self.writer.write(text if text.endswith("\n") else text + "\n")

    def note(self, label: str, pieces: Sequence[Piece]) -> None:
        """Write a note."""
        self._gap(item=False)
        start = self.writer.position
        self.writer.write(label + " " if label else "")
        write_pieces(self.writer, trimmed(pieces))
        self.writer.mark("note", start)
        self.writer.write("\n")

    def _gap(self, *, item: bool) -> None:
        if self.writer.position and not (item and self._after_item):
            self.writer.write("\n")
        self._after_item = item


def trimmed(pieces: Iterable[Piece]) -> list[Piece]:
    """Return pieces without the white space around their text, none where there is nothing to see."""
    pieces = list(pieces)
    if blank(pieces):
        return []
    while not pieces[0].text.strip():
        pieces.pop(0)
    while not pieces[-1].text.strip():
        pieces.pop()
    pieces[0] = pieces[0]._replace(text=pieces[0].text.lstrip())
    pieces[-1] = pieces[-1]._replace(text=pieces[-1].text.rstrip())
    return pieces
