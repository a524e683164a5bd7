"""A Word document's body to text with marks: paragraphs, tables, text boxes, notes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from cnd_tools.reading.pieces import Piece, all_bold, blank, write_pieces
from cnd_tools.reading.source import Writer
from cnd_tools.reading.word_numbers import Numbers, printed
from cnd_tools.reading.word_runs import Runs, frame_at_foot, merged
from cnd_tools.reading.word_styles import Element, Look, Styles, W, bold_level, number, value

# Containers whose content stands in the flow; what is not among them, a paragraph or a table, prints nothing.
_CONTAINERS = {W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")}
_LETTER_PAGE = 15840
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
        self._notes = _Notes(notes, settings)
        self._boxes: list[Element] = []
        self._runs = Runs(styles, self._notes.refer, self._boxes.append)
        self._carried: list[Piece] = []
        self._room = 0
        self._feet: list[tuple[list[Piece], Look]] = []
        self._page_height = _LETTER_PAGE

    def write(self, body: Element) -> None:
        """Write the body, then its notes."""
        self._notes.sections = [section for section in body.iter(W + "sectPr") if section.getparent().tag != W + "rPr"]
        self._sized()
        blocks = list(_blocks(body))
        letterhead = blocks[0] if blocks and _letterhead(blocks[0]) else None
        if letterhead is not None:
            self.masthead(letterhead)
        self._write(block for block in blocks if block is not letterhead)
        for pieces, look in self._feet:
            self._line(pieces, look, "note")
        for mark, note in self._notes.referred:
            self._note(mark, note)

    def masthead(self, part: Element) -> None:
        """Write a letterhead, each paragraph of its table cells on a line of its own."""
        start = self._writer.position
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
        boxes, self._boxes[:] = list(self._boxes), []
        for box in boxes:
            self._write(_blocks(box))
        if look.properties is not None and look.properties.find(W + "sectPr") is not None:
            self._notes.next_section()
            self._sized()

    def _line(self, pieces: list[Piece], look: Look, kind: str) -> None:
        if blank(pieces):
            self._room = _ROOM
        elif max(self._room, self._styles.room(look, "before")) >= _ROOM and self._writer.position:
            self._writer.write("\n")
        start = self._writer.position
        label = self._numbers.label(*look.list, look.style) if look.list else None
        # An empty paragraph of a list uses up its number; the bare number that Word prints is nobody's text.
        if label and not blank(pieces):
            self._writer.write(label[0] + label[1])
        text = self._writer.position
        write_pieces(self._writer, pieces)
        level = look.heading or self._bold_heading(pieces, look)
        if label and text > start:
            self._writer.mark("item", start, level=label[2] + 1)
        if self._styles.contents(look):
            self._writer.mark("contents", start)
        elif kind == "paragraph" and level and self._writer.position > text:
            self._writer.mark("heading", start, level=level)
        elif kind:
            self._writer.mark(kind, start)
        if self._writer.position > start:
            self._writer.write("\n")
            self._room = self._styles.room(look, "after")

    def _bold_heading(self, pieces: Sequence[Piece], look: Look) -> int:
        """Return the level of a paragraph that is all bold and kept with the next one, as headings by hand are."""
        if not all_bold(pieces) or not self._styles.kept_with_next(look):
            return 0
        return bold_level(max(piece.size for piece in pieces))

    def _table(self, table: Element) -> None:
        start = self._writer.position
        for row in table.iter(W + "tr"):
            if row.find(f"{W}trPr/{W}del") is None and not _inside_cell(row, table):
                self._row(row)
        self._writer.mark("table", start)

    def _row(self, row: Element) -> None:
        for place, cell in enumerate(cell for cell in row.iter(W + "tc") if not _inside_cell(cell, row)):
            if place:
                self._writer.write("\t")
            self._cell(cell)
        self._writer.write("\n")

    def _cell(self, cell: Element) -> None:
        start = self._writer.position
        for paragraph in cell.iter(W + "p"):
            look = self._styles.look(paragraph)
            label = self._numbers.label(*look.list, look.style) if look.list else None
            pieces = self._runs.read(paragraph, look)
            if not blank(pieces):
                self._writer.write(" " if self._writer.position > start else "")
                self._writer.write("".join(label[:2]).replace("\t", " ") if label else "")
                write_pieces(self._writer, (piece._replace(text=piece.text.replace("\n", " ")) for piece in pieces))

    def _note(self, mark: str, note: Element) -> None:
        start = self._writer.position
        runs, self._runs = self._runs, Runs(self._styles, self._notes.refer, self._boxes.append, mark)
        end = start
        for paragraph in note.iter(W + "p"):
            pieces = _spaced(self._runs.read(paragraph, self._styles.look(paragraph)), mark)
            # Notes to a table may stand in one note of Word's, each with its own raised letter.
            if end > start and pieces and pieces[0].raised and pieces[0].text.strip():
                self._writer.mark("note", start, end)
                start = self._writer.position
            self._line(pieces, _PLAIN, "")
            end = end if blank(pieces) else self._writer.position - 1
        self._runs = runs
        self._writer.mark("note", start, end)

    def _sized(self) -> None:
        section = self._notes.section()
        size = None if section is None else section.find(W + "pgSz")
        self._page_height = _LETTER_PAGE if size is None else number(size.get(W + "h"), _LETTER_PAGE)


_PLAIN = Look(None, None, 0, None)


class _Notes:
    """Numbers the notes in the order in which the text refers to them."""

    def __init__(self, notes: Mapping[str, Mapping[str, Element]], settings: Element | None) -> None:
        self._all = notes
        self._settings = settings
        self._next = {kind: self._start(kind) for kind in notes}
        self._place = 0
        self.sections: list[Element] = []
        self.referred: list[tuple[str, Element]] = []

    def section(self) -> Element | None:
        """Return the properties of the section we are in."""
        return self.sections[self._place] if self._place < len(self.sections) else None

    def next_section(self) -> None:
        """Go on to the next section, where notes may be numbered from the start again."""
        self._place += 1
        for kind in self._next:
            if self._said(kind, "numRestart") == "eachSect":
                self._next[kind] = self._start(kind)

    def refer(self, reference: Element) -> str:
        """Return the mark printed for a reference and remember its note; "" where the mark is the author's own."""
        kind = reference.tag.removeprefix(W).removesuffix("Reference")
        note = self._all.get(kind, {}).get(reference.get(W + "id"))
        if note is None:
            return ""
        if reference.get(W + "customMarkFollows") in {"1", "true", "on"}:
            self.referred.append(("", note))
            return ""
        style = self._said(kind, "numFmt") or ("lowerRoman" if kind == "endnote" else "decimal")
        mark = printed(self._next[kind], style)
        self._next[kind] += 1
        self.referred.append((mark, note))
        return mark

    def _start(self, kind: str) -> int:
        return number(self._said(kind, "numStart"), 1)

    def _said(self, kind: str, name: str) -> str | None:
        """Return a property of notes as the section has it, else the whole document."""
        section = self.section() if hasattr(self, "sections") else None
        places = (where.find(f"{W}{kind}Pr") for where in (section, self._settings) if where is not None)
        return next((said for place in places if (said := value(place, name)) is not None), None)


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
    return 0 < len(rows) <= 3 and not _single_column(block)


def _inside_cell(element: Element, root: Element) -> bool:
    """Return whether there is a cell between an element and the row or table it was looked for in."""
    parent = element.getparent()
    while parent is not None and parent is not root:
        if parent.tag == W + "tc":
            return True
        parent = parent.getparent()
    return False


def _spaced(pieces: list[Piece], mark: str) -> list[Piece]:
    """Return a note's pieces with at least a blank between its mark and its text."""
    first = next((place for place, piece in enumerate(pieces) if piece.text.strip()), 0)
    rest = pieces[first + 1 :]
    if not mark or not rest or pieces[first].text != mark or rest[0].text[:1].isspace():
        return pieces
    return [*pieces[: first + 1], Piece(" "), *rest]
