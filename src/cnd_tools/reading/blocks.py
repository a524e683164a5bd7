"""Paragraphs, list items, tables and notes as HTML and Markdown have them, written one to a line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from cnd_tools.reading.breaks import parted, remember
from cnd_tools.reading.labels import is_number_alone, is_ornament, own_label, stands_alone
from cnd_tools.reading.nesting import Item, Nesting
from cnd_tools.reading.pieces import Piece, all_bold, blank, text_of, trimmed, write_pieces
from cnd_tools.reading.source import Writer
from cnd_tools.reading.table_text import Row, write_table

BULLET = "•"
_LONGEST_HEADING = 200  # characters
_LOWEST = 6


class Blocks:
    """Writes blocks one under another, an empty line between two that are not items of one list.

    Attributes:
        nesting: the lists that are open, for the reader to say where they begin and end.
        unread: what the reader passes over, each kind with its count.
    """

    def __init__(self) -> None:
        self.writer = Writer()
        self.nesting = Nesting()
        self.unread: Counter[str] = Counter()
        self._after_item = False
        self._seen: dict[str, int] = {}

    def paragraph(
        self,
        pieces: Sequence[Piece],
        *,
        heading: int = 0,
        label: str = "",
        item: Item | None = None,
        listed: bool = False,
        kind: str = "paragraph",
    ) -> None:
        """Write a paragraph, in parts where line breaks part it; nothing where there is nothing to see.

        Args:
            pieces: its text.
            heading: its level if it is a heading; a short bold paragraph is one of the lowest level.
            label: what is printed before it.
            item: what it is in its list, where a list prints the label.
            listed: it is in a list.
            kind: of the mark on it where it is no heading: paragraph or masthead.
        """
        if blank(pieces):
            return
        remember(label, self._seen)
        for part in [pieces] if heading or kind != "paragraph" else parted(pieces, self._seen, labelled=bool(label)):
            self._part(part, heading, label, item, listed=listed, kind=kind)
            label, item = "", None

    def _part(
        self, pieces: Sequence[Piece], heading: int, label: str, item: Item | None, *, listed: bool, kind: str
    ) -> None:
        pieces = trimmed(pieces)
        if not pieces:
            return
        text = text_of(pieces)
        # "- 3 -" is an item to Markdown.
        ornament = is_ornament(f"- {text}" if label == BULLET else text)
        if label == BULLET and (ornament or own_label(text)):
            label = ""
        self._gap(item=listed)
        self.writer.line(pieces[0].line)
        start = self.writer.position
        if label:
            self.writer.write(label + " ")
            self.writer.mark("label", start, start + len(label))
        write_pieces(self.writer, pieces)
        if ornament:
            kind, heading = "furniture", 0
        elif not heading or is_number_alone(text):
            heading = self._heading_by_hand(pieces, text, start, labelled=bool(label), listed=listed)
        if label and item:
            self.writer.mark("item", start, level=self.nesting.depth(item))
        self.writer.mark("heading" if heading else kind, start, level=heading)
        self.writer.write("\n")
        self.nesting.paragraph(text)

    def _heading_by_hand(self, pieces: Sequence[Piece], text: str, start: int, *, labelled: bool, listed: bool) -> int:
        """Return the level of a short bold paragraph, 0 for others; mark what is nothing but a label."""
        bold = not listed and all_bold(pieces) and len(text) <= _LONGEST_HEADING and text[-1] not in ".;:,"
        # "Article 4" in bold type is a heading, "12.1" is the number of what comes next.
        if not labelled and stands_alone(text) and not (bold and text[0].isupper()):
            self.writer.mark("label", start)
            return 0
        return _LOWEST if bold else 0

    def table(self, rows: Iterable[Row]) -> None:
        """Write a table, a row to a line, or its rows as the paragraphs they are (`cnd_tools.reading.table_text`)."""
        self._gap(item=False)
        write_table(self.writer, list(rows))

    def lines(self, text: str, numbers: Sequence[int] = ()) -> None:
        """Write lines as they are laid out, unmarked: what they are is for the segmenter to see.

        Args:
            text: the lines.
            numbers: which lines of the file they are.
        """
        self._gap(item=False)
        for place, row in enumerate(text.removesuffix("\n").split("\n")):
            if row.strip() and place < len(numbers):
                self.writer.line(numbers[place])
            self.writer.write(row + "\n")

    def note(self, label: str, pieces: Sequence[Piece]) -> None:
        """Write a note."""
        self._gap(item=False)
        start = self.writer.position
        self.writer.line(next((piece.line for piece in pieces if piece.line), 0))
        self.writer.write(label + " " if label else "")
        write_pieces(self.writer, trimmed(pieces))
        self.writer.mark("note", start)
        self.writer.write("\n")

    def _gap(self, *, item: bool) -> None:
        if self.writer.position and not (item and self._after_item):
            self.writer.write("\n")
        self._after_item = item
