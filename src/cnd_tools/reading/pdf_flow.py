"""Printed lines to a text with marks: paragraphs and headings put together, over page breaks too."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

from cnd_tools.reading.pdf_glyphs import Page
from cnd_tools.reading.pdf_lines import Line, in_columns, lines
from cnd_tools.reading.pdf_tables import contents, drawn_tables, ruled_tables, unruled_tables
from cnd_tools.reading.pdf_zones import begins_note, body_size, zoned
from cnd_tools.reading.source import Source, Writer, is_note_mark

_ENDS = ".;:?!"
_LONGEST_HEADING = 400  # characters


def flow(pages: Sequence[Page]) -> Source:
    """Return the text of a document's pages, a form feed between two, with its marks."""
    rows = [lines(page, number) for number, page in enumerate(pages)]
    zoned(pages, rows)
    body = body_size(rows)
    ordered = [_in_order(page, page_rows, body) for page, page_rows in zip(pages, rows, strict=True)]
    writer = Writer()
    pitch = _pitch(ordered)
    for page, page_lines in zip(pages, ordered, strict=True):
        _write(writer, page_lines, pitch, first=page is pages[0])
        for fragment in page.turned:
            start = writer.position
            writer.write(fragment.text.strip() + "\n")
            writer.mark("furniture", start, writer.position - 1)
    text_lines = [line for page_lines in ordered for line in page_lines]
    _mark_kinds(writer, text_lines)
    _mark_text(writer, [line for line in text_lines if not line.kind], body)
    return writer.source()


def _in_order(page: Page, rows: list[Line], body: float) -> list[Line]:
    """Return a page's lines in reading order, its tables marked."""
    # What is drawn over the whole page must not look like columns; what is in a column is told apart after it is.
    drawn_tables(page, rows)
    ruled_tables(page, rows, body)
    ordered = in_columns(rows, page)
    drawn_tables(page, ordered)
    contents(ordered)
    unruled_tables(ordered, body)
    return ordered


def _write(writer: Writer, page_lines: Sequence[Line], pitch: float, *, first: bool) -> None:
    """Write a page's lines, an empty one where more room is left between two than within a paragraph."""
    if not first:
        writer.write("\f")
        writer.page()
    above: Line | None = None
    for line in page_lines:
        if above is not None and not 0 <= above.y - line.y <= 1.3 * pitch * line.size:
            writer.write("\n")
        line.start = writer.position
        _write_line(writer, line)
        line.end = writer.position
        writer.write("\n")
        above = line


def _write_line(writer: Writer, line: Line) -> None:
    place = 0
    italic: int | None = None
    while place < len(line.glyphs):
        glyph, raised = line.glyphs[place]
        start, first = writer.position, place
        if not glyph.text.isspace() and glyph.font.italic != (italic is not None):
            if italic is not None:
                writer.mark("italic", italic)
            italic = start if glyph.font.italic else None
        while place < len(line.glyphs) and _alike(line.glyphs[place], line.glyphs[first]):
            place += 1
        text = "".join(glyph.text for glyph, _ in line.glyphs[first:place])
        before = "".join(glyph.text for glyph, _ in line.glyphs[max(first - 8, 0) : first])
        writer.write(text)
        if raised and is_note_mark(before, text):
            # The blank before a mark goes with it, as in "Agreement ⁴ requires" (A_RES_73_6.pdf, page 2).
            writer.mark("noteref", start - len(before) + len(before.rstrip()), start + len(text.rstrip()))
    if italic is not None:
        writer.mark("italic", italic)


def _alike(one: tuple[object, bool], other: tuple[object, bool]) -> bool:
    """Return whether two characters are of one kind: raised or not, italic or not; blanks go with either."""
    return one[1] == other[1] and (one[0].font.italic == other[0].font.italic or one[0].text.isspace())  # type: ignore[attr-defined]


def _pitch(pages: Sequence[Sequence[Line]]) -> float:
    """Return the usual distance from a line to the next, in ems."""
    steps = [
        (one.y - other.y) / one.size
        for page_lines in pages
        for one, other in pairwise(page_lines)
        if 0.5 * one.size < one.y - other.y < 2.5 * one.size and not (one.kind or other.kind)
    ]
    return median(steps) if steps else 1.2


def _mark_kinds(writer: Writer, all_lines: Sequence[Line]) -> None:
    """Mark furniture line by line, tables and letterheads in one, each note for itself."""
    place = 0
    while place < len(all_lines):
        line, last = all_lines[place], place
        number = begins_note(line, None) if line.kind == "note" else None
        while last + 1 < len(all_lines) and _same(line, all_lines[last + 1], number):
            last += 1
        if line.kind:
            writer.mark(line.kind, line.start, all_lines[last].end)
        place = last + 1


def _same(line: Line, other: Line, number: int | None) -> bool:
    if line.kind == "note" == other.kind and line.page == other.page:
        return begins_note(other, number) is None
    return line.kind in {"table", "masthead", "contents"} and line.kind == other.kind and line.page == other.page


def _mark_text(writer: Writer, text: Sequence[Line], body: float) -> None:
    paragraphs = list(_paragraphs(text))
    levels = _levels(paragraphs, body)
    for paragraph, level in zip(paragraphs, levels, strict=True):
        kind = "heading" if level else "paragraph"
        writer.mark(kind, paragraph[0].start, paragraph[-1].end, level)


def _paragraphs(text: Sequence[Line]) -> Iterable[list[Line]]:
    """Yield the lines of each paragraph; one that a page break divides comes as a whole."""
    edges = _right_edges(text)
    reach: dict[tuple[int, int], float] = {}
    for line in text:
        reach[line.page, line.column] = max(line.x1, reach.get((line.page, line.column), 0.0))
    current: list[Line] = []
    for place, line in enumerate(text):
        before = text[place - 1]
        broken = (before.page, before.column) != (line.page, line.column)
        if current and _begins(current, line, reach[before.page, before.column] if broken else edges[place - 1]):
            yield current
            current = []
        current.append(line)
    if current:
        yield current


def _right_edges(text: Sequence[Line]) -> list[float]:
    """Return for each line how far right the lines it stands among reach: same size and type, no room between."""
    edges = [0.0] * len(text)
    first = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or not _together(text[place - 1], text[place]):
            edge = max(line.x1 for line in text[first:place])
            edges[first:place] = [edge] * (place - first)
            first = place
    return edges


def _together(one: Line, other: Line) -> bool:
    if (one.page, one.column) != (other.page, other.column) or not _alike_lines(one, other):
        return False
    return 0 < one.y - other.y <= 1.45 * max(one.size, other.size)


def _alike_lines(one: Line, other: Line) -> bool:
    return abs(one.size - other.size) < 0.6 and one.bold == other.bold


def _begins(current: Sequence[Line], line: Line, edge: float) -> bool:
    """Return whether a line begins a paragraph."""
    before = current[-1]
    if abs(before.size - line.size) > 0.6 or (
        before.bold != line.bold and (all(row.bold for row in current) or line.bold)
    ):
        return True
    if (before.page, before.column) != (line.page, line.column):
        return not _continues(current, line, edge)
    if not 0 < before.y - line.y <= _room(current, line):
        return True
    if _centred(before, line, edge):
        return False
    return _indented(current, line) or _fits(before, line, edge)


def _room(current: Sequence[Line], line: Line) -> float:
    """Return the largest step down to a line of the same paragraph."""
    # A raised mark as large as the text pushes its line down: WHA66.8.pdf.
    raised = 0.7 * line.size if any(raised for _, raised in line.glyphs) else 0.0
    if len(current) > 1 and current[-2].page == current[-1].page and current[-2].y > current[-1].y:
        return 1.2 * (current[-2].y - current[-1].y) + raised
    return 1.6 * line.size + raised


def _indented(current: Sequence[Line], line: Line) -> bool:
    """Return whether a line is set in or out against the paragraph's lines after the first."""
    size = line.size
    if len(current) == 1:
        # A first line may be set in, or out by its number; one set in further than the first is none that goes on,
        # unless the first has a number: "(a)  Text" over text.
        return line.x0 > current[0].x0 + 0.5 * size and not _numbered(current[0], line)
    return abs(line.x0 - current[-1].x0) > 0.5 * size


def _numbered(first: Line, line: Line) -> bool:
    """Return whether the lines under a first line are set in as far as its text is after its number."""
    starts = [
        glyph.x0 for place, (glyph, _) in enumerate(first.glyphs) if place and first.glyphs[place - 1][0].text.isspace()
    ]
    return any(abs(start - line.x0) < 0.4 * line.size for start in starts[:2])


def _centred(one: Line, other: Line, edge: float) -> bool:
    middle = abs((one.x0 + one.x1) - (other.x0 + other.x1)) / 2
    return middle < 3 and abs(one.x0 - other.x0) > one.size and one.x1 < edge + 1


def _fits(before: Line, line: Line, edge: float) -> bool:
    """Return whether the line above had room for the first word of this one, so that it was ended on purpose."""
    return before.x1 + 0.35 * before.size + _first_word(line) < edge


def _first_word(line: Line) -> float:
    last = line.glyphs[0][0]
    for glyph, _ in line.glyphs:
        if glyph.text.isspace():
            break
        last = glyph
    return last.x1 - line.x0


def _continues(current: Sequence[Line], line: Line, edge: float) -> bool:
    """Return whether a paragraph goes on with the first line of a new page or column.

    Args:
        current: its lines so far.
        line: the first line after the break.
        edge: how far right the text before the break reaches.
    """
    before = current[-1]
    if not _alike_lines(before, line) or before.text[-1:] in _ENDS or _fits(before, line, edge):
        return False
    if line.text[:1].islower():
        return True
    # A name may begin the new page. Justified text shows by its right edge whether the line before was the last one;
    # ragged text does not, and a short paragraph is as likely whole: the lists in A_81_6_SECT_25.pdf, page 8.
    full = before.x1 > edge - 3
    return (full or len(current) > 2) and not (before.column == line.column and _indented(current, line))


def _levels(paragraphs: Sequence[Sequence[Line]], body: float) -> list[int]:
    """Return the level of each paragraph that is a heading, 0 for others: larger type first, then bold, italic."""
    ranks = [_rank(paragraph, body) for paragraph in paragraphs]
    order = sorted({rank for rank in ranks if rank is not None}, reverse=True)
    return [0 if rank is None else order.index(rank) + 1 for rank in ranks]


def _rank(paragraph: Sequence[Line], body: float) -> tuple[float, bool, bool] | None:
    """Return how far a paragraph stands out as a heading, None if it does not."""
    text = " ".join(line.text for line in paragraph)
    size = paragraph[0].size
    if len(text) > _LONGEST_HEADING or not any(char.isalpha() for char in text) or text.rstrip()[-1] in ".;,]":
        return None
    bold, italic = all(line.bold for line in paragraph), all(line.italic for line in paragraph)
    if size > body + 0.9 or bold or (italic and len(paragraph) == 1 and size >= body - 0.3):
        return (round(max(size, body)), bold, italic)
    return None
