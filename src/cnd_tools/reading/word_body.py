"""A Word document's body to text with marks: paragraphs, tables, text boxes, notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from cnd_tools.reading.breaks import parted
from cnd_tools.reading.labels import is_label, is_number_alone, is_ornament, label_before, stands_alone
from cnd_tools.reading.nesting import Nesting
from cnd_tools.reading.pieces import Piece, all_bold, blank, text_of, write_pieces
from cnd_tools.reading.source import Writer
from cnd_tools.reading.table_text import Row, write_table
from cnd_tools.reading.word_notes import Notes
from cnd_tools.reading.word_numbers import Label, Numbers
from cnd_tools.reading.word_runs import Runs, Unread, frame_at_foot, merged
from cnd_tools.reading.word_styles import Element, Look, Styles, W, bold_level, number, switch, value

# Containers whose content stands in the flow; what is not among them, a paragraph or a table, prints nothing.
_CONTAINERS = {W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")}
_LETTER_PAGE = 15840
_MOST_COLUMNS = 64
_WORDED = re.compile(r"[^\W\d_]{3,}\s")
_ROOM = 60  # twentieths of a point between paragraphs from which on an empty line is written


class Body:
    """Writes a document block by block.

    Args:
        writer: where to.
        styles, numbers: of the document.
        notes: "footnote" and "endnote" to the notes by their id.
        settings: root of the settings part, for how notes are numbered.
    """

    def __init__(
        self,
        writer: Writer,
        styles: Styles,
        numbers: Numbers,
        notes: Mapping[str, Mapping[str, Element]],
        settings: Element | None,
    ) -> None:
        self._writer = writer
        self._styles = styles
        self._numbers = numbers
        self._nesting = Nesting()
        self._notes = Notes(notes, settings)
        self._boxes: list[Element] = []
        self.unread = Unread()
        self._runs = Runs(styles, self._notes.refer, self._boxes.append, self.unread)
        self._carried: list[Piece] = []
        self._room = 0
        self._feet: list[tuple[list[Piece], Look]] = []
        self._page_height = _LETTER_PAGE

    def write(self, body: Element) -> None:
        """Write the body, then its notes."""
        self._notes.sections = [section for section in body.iter(W + "sectPr") if section.getparent().tag != W + "rPr"]
        self._sized()
        self._runs.begin(body)
        blocks = list(_blocks(body))
        letterhead = blocks[0] if blocks and _letterhead(blocks[0]) else None
        if letterhead is not None:
            self.masthead(letterhead)
        self._write(block for block in blocks if block is not letterhead)
        for pieces, look in self._feet:
            self._line(pieces, look, "note")
        for mark, note in self._notes.referred:
            self._note(mark, note)
        self.unread.look(body)
        for note in self._notes.unreferred():
            self.unread.look(note, "notes that nothing refers to")

    def masthead(self, part: Element) -> None:
        """Write a letterhead, each paragraph of its table cells on a line of its own."""
        start = self._writer.position
        self._runs.begin(part)
        for paragraph in list(part.iter(W + "p")):
            self._paragraph(paragraph, "")
        self._writer.mark("masthead", start)

    def _write(self, blocks: Iterable[Element]) -> None:
        for block in blocks:
            if block.tag == W + "p":
                self._paragraph(block)
            elif _single_column(block):
                # A frame drawn round ordinary paragraphs: the summary of a report, a box.
                for cell in block.iter(W + "tc"):
                    if not _inside_cell(cell, block):  # those of a table in it are written with that table
                        self._write(_blocks(cell))
            else:
                self._table(block)

    def _paragraph(self, paragraph: Element, kind: str = "paragraph") -> None:
        look = self._styles.look(paragraph)
        pieces = self._carried + self._runs.read(paragraph, look)
        self._carried = pieces if merged(paragraph) else []
        if kind == "paragraph" and frame_at_foot(look, self._page_height):
            self._feet.append((pieces, look))
        elif not self._carried:
            self._line(pieces, look, kind)
        self._write_boxes()
        if look.properties is not None and look.properties.find(W + "sectPr") is not None:
            self._notes.next_section()
            self._sized()

    def _write_boxes(self) -> None:
        """Write the text boxes that hang on what was read."""
        boxes, self._boxes[:] = list(self._boxes), []
        for box in boxes:
            self._write(_blocks(box))

    def _line(self, pieces: list[Piece], look: Look, kind: str) -> None:
        if blank(pieces):
            self._room = _ROOM
        elif max(self._room, self._styles.room(look, "before")) >= _ROOM and self._writer.position:
            self._writer.write("\n")
        label = self._numbers.label(*look.list, look.style) if look.list else None
        level = look.heading or self._bold_heading(pieces, look)
        if level and not label and is_number_alone(text_of(pieces).strip()):
            level = 0
        # What Word's users part by line breaks are paragraphs; a heading of two lines is one heading.
        parts = (
            list(parted(pieces, labelled=label is not None))
            if kind == "paragraph" and not level and not blank(pieces)
            else [pieces]
        )
        for part in parts:
            self._part(_unbroken(part), look, kind, label, level)
            label = None

    def _part(self, pieces: list[Piece], look: Look, kind: str, label: Label | None, level: int) -> None:
        start = self._writer.position
        # An empty paragraph of a list uses up its number; the bare number that Word prints is nobody's text. But a
        # heading may be nothing but its number: "Article 4".
        if label and (not blank(pieces) or _WORDED.match(label.text)):
            self._writer.write(label.text + label.suffix)
            self._writer.mark("label", start, start + len(label.text.rstrip()))
        text = self._writer.position
        write_pieces(self._writer, pieces)
        said = text_of(pieces).strip()
        kind = "furniture" if kind == "paragraph" and is_ornament(said) else kind
        if stands_alone(said):
            lead = next(at for at, sign in enumerate(text_of(pieces)) if not sign.isspace())
            self._writer.mark("label", text + lead, text + lead + len(said))
        if label and text > start:
            # A heading stands under headings, whatever list numbers it.
            self._writer.mark("item", start, level=0 if level else self._nesting.depth(label.item))
        if self._styles.contents(look):
            self._writer.mark("contents", start)
        elif kind == "paragraph" and level and self._writer.position > start:
            self._writer.mark("heading", start, level=level)
        elif kind:
            self._writer.mark(kind, start)
        if self._writer.position > start:
            self._nesting.paragraph(text_of(pieces))
            self._writer.write("\n")
            self._room = self._styles.room(look, "after")

    def _bold_heading(self, pieces: Sequence[Piece], look: Look) -> int:
        """Return the level of a paragraph that is all bold and kept with the next one, as headings by hand are."""
        if not all_bold(pieces) or not self._styles.kept_with_next(look):
            return 0
        return bold_level(max(piece.size for piece in pieces))

    def _table(self, table: Element) -> None:
        write_table(self._writer, self._rows(table))
        self._write_boxes()

    def _rows(self, table: Element) -> list[Row]:
        return [
            Row(list(self._cells(row)), head=_is_head(row))
            for row in table.iter(W + "tr")
            if row.find(f"{W}trPr/{W}del") is None and not _inside_cell(row, table)
        ]

    def _cells(self, row: Element) -> Iterator[list[Piece]]:
        """Yield the cells of a row, and nothing for each further column that one spans."""
        for cell in row.iter(W + "tc"):
            if not _inside_cell(cell, row):
                yield self._cell(cell)
                spans = number(value(cell.find(W + "tcPr"), "gridSpan"), 1)
                yield from ([] for _ in range(min(spans, _MOST_COLUMNS) - 1))

    def _cell(self, cell: Element) -> list[Piece]:
        """Return the text of a cell, its paragraphs with a line break between them."""
        pieces: list[Piece] = []
        for paragraph in cell.iter(W + "p"):
            look = self._styles.look(paragraph)
            label = self._numbers.label(*look.list, look.style) if look.list else None
            own = self._runs.read(paragraph, look)
            # A column of automatic numbers has nothing else in its paragraphs.
            if label and (not blank(own) or label.text.strip()[:1].isalnum()):
                own = [Piece((label.text + label.suffix).replace("\t", " ")), *own]
            if not blank(own):
                pieces += [Piece("\n"), *own] if pieces else own
        return pieces

    def _note(self, mark: str, note: Element) -> None:
        start = self._writer.position
        runs, self._runs = self._runs, Runs(self._styles, self._notes.refer, self._boxes.append, self.unread, mark)
        self._runs.begin(note)
        end = start
        for paragraph in note.iter(W + "p"):
            pieces = _spaced(self._runs.read(paragraph, self._styles.look(paragraph)), mark)
            # Notes to a table may stand in one note of Word's, each with its own raised letter.
            if end > start and pieces and pieces[0].raised and pieces[0].text.strip():
                self._writer.mark("note", start, end)
                start = self._writer.position
            self._line(pieces, _PLAIN, "")
            end = end if blank(pieces) else self._writer.position - 1
        self._writer.mark("note", start, end)
        self._write_boxes()
        self._runs = runs

    def _sized(self) -> None:
        section = self._notes.section()
        size = None if section is None else section.find(W + "pgSz")
        self._page_height = _LETTER_PAGE if size is None else number(size.get(W + "h"), _LETTER_PAGE)


_PLAIN = Look(None, None, 0, None)


def _blocks(parent: Element) -> Iterable[Element]:
    """Yield the paragraphs and tables of a body, cell or box, in order."""
    for child in parent:
        if child.tag in {W + "p", W + "tbl"}:
            yield child
        elif child.tag in _CONTAINERS:
            yield from _blocks(child)


def _single_column(table: Element) -> bool:
    return all(sum(1 for _ in row.iterchildren(W + "tc")) <= 1 for row in table.iterchildren(W + "tr"))


def _letterhead(block: Element) -> bool:
    """Return whether the first block is a letterhead: a table of a few rows above everything, as in Geneva's forms."""
    rows = list(block.iterchildren(W + "tr")) if block.tag == W + "tbl" else []
    first = (next(row.iter(W + "tc"), row) for row in rows)
    texts = ("".join(text.text or "" for text in cell.iter(W + "t")).strip() for cell in first)
    labelled = any(is_label(text) or label_before(text) for text in texts)
    return 0 < len(rows) <= 3 and not _single_column(block) and not labelled


def _inside_cell(element: Element, root: Element) -> bool:
    """Return whether there is a cell between an element and the row or table it was looked for in."""
    parent = element.getparent()
    while parent is not None and parent is not root:
        if parent.tag == W + "tc":
            return True
        parent = parent.getparent()
    return False


def _is_head(row: Element) -> bool:
    """Return whether a row is repeated on each page, as the heads of columns are."""
    return switch(row.find(W + "trPr"), "tblHeader") is True


def _unbroken(pieces: list[Piece]) -> list[Piece]:
    """Return a part of a paragraph without the line breaks at its end, page breaks kept."""
    last = max((place for place, piece in enumerate(pieces) if piece.text.strip()), default=-1)
    return [piece for place, piece in enumerate(pieces) if place <= last or piece.text != "\n"]


def _spaced(pieces: list[Piece], mark: str) -> list[Piece]:
    """Return a note's pieces with at least a blank between its mark and its text."""
    first = next((place for place, piece in enumerate(pieces) if piece.text.strip()), 0)
    rest = pieces[first + 1 :]
    if not mark or not rest or pieces[first].text != mark or rest[0].text[:1].isspace():
        return pieces
    return [*pieces[: first + 1], Piece(" "), *rest]
