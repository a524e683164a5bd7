"""Printed lines to a text with marks: paragraphs and headings put together, over page breaks too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise, takewhile
from statistics import median

from cnd_tools.reading.pdf_columns import Gutter, find_gutter, in_columns
from cnd_tools.reading.pdf_glyphs import Page
from cnd_tools.reading.pdf_labels import form_of, is_counted, is_provision
from cnd_tools.reading.pdf_lines import Line, drop_underlines, lines
from cnd_tools.reading.pdf_notes import begins_note
from cnd_tools.reading.pdf_paragraphs import paragraphs
from cnd_tools.reading.pdf_tables import contents, drawn_tables, ruled_tables, unruled_tables
from cnd_tools.reading.pdf_zones import body_size, zoned
from cnd_tools.reading.source import Source, Writer, is_note_mark

_LONGEST_HEADING = 400  # characters
_LONG = 150  # characters: longer than most headings
_LARGER = 0.9  # points


def flow(pages: Sequence[Page]) -> Source:
    """Return the text of a document's pages, a form feed between two, with its marks."""
    rows = [lines(page, number) for number, page in enumerate(pages)]
    for page, page_rows in zip(pages, rows, strict=True):
        drop_underlines(page, page_rows)
    zoned(pages, rows)
    body = body_size(rows)
    gutter = find_gutter(pages, rows)
    ordered = [_in_order(page, page_rows, body, gutter) for page, page_rows in zip(pages, rows, strict=True)]
    pitch = _pitch(ordered)
    _join_notes(ordered, pitch)
    writer = Writer()
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


def _in_order(page: Page, rows: list[Line], body: float, gutter: Gutter | None) -> list[Line]:
    """Return a page's lines in reading order, its tables marked."""
    # What is drawn over the whole page must not look like columns; what is in a column is told apart after it is.
    drawn_tables(page, rows)
    ruled_tables(page, rows, body)
    ordered = in_columns(rows, page, gutter)
    drawn_tables(page, ordered)
    contents(ordered)
    unruled_tables(ordered, body)
    return ordered


def _join_notes(ordered: Sequence[list[Line]], pitch: float) -> None:
    """Put what the foot of a page has of a note begun on a page before under the note, as if it had room there."""
    home: list[Line] = []
    for page_lines in ordered:
        notes = [line for line in page_lines if line.kind == "note"]
        rest = list(takewhile(lambda line: begins_note(line, None) is None, notes))
        last = max((place for place, line in enumerate(home) if line.kind == "note"), default=None)
        if rest and last is not None and _goes_on(home[last], rest[0]):
            for line in rest:
                line.page, line.y = home[last].page, home[last].y - pitch * line.size
                last += 1
                home.insert(last, line)
            page_lines[:] = [line for line in page_lines if line.page != home[last].page]
        if not notes or len(rest) < len(notes):
            home = page_lines


def _goes_on(note: Line, line: Line) -> bool:
    return note.text[-1] not in ".?!" and abs(note.size - line.size) <= 0.6


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
        while last + 1 < len(all_lines) and _same(line, all_lines[last], all_lines[last + 1], number):
            last += 1
        if line.kind:
            writer.mark(line.kind, line.start, all_lines[last].end)
        place = last + 1


def _same(line: Line, above: Line, other: Line, number: int | None) -> bool:
    if line.kind == "note" == other.kind and line.page == other.page:
        return begins_note(other, number, above.text) is None
    return line.kind in {"table", "masthead", "contents"} and line.kind == other.kind and line.page == other.page


def _mark_text(writer: Writer, text: Sequence[Line], body: float) -> None:
    found = list(paragraphs(text))
    for paragraph, level in zip(found, _levels(found, body), strict=True):
        kind = "heading" if level else "paragraph"
        writer.mark(kind, paragraph[0].start, paragraph[-1].end, level)


def _levels(found: Sequence[Sequence[Line]], body: float) -> list[int]:
    """Return the level of each paragraph that is a heading, 0 for others: larger type first, then bold, italic."""
    ranks = [_rank(paragraph, body) for paragraph in found]
    prose = _prose(found)
    ranks = [
        None if form_of(paragraph[0].label) in prose and paragraph[0].size <= body + _LARGER else rank
        for paragraph, rank in zip(found, ranks, strict=True)
    ]
    order = sorted({rank for rank in ranks if rank is not None}, reverse=True)
    return [0 if rank is None else order.index(rank) + 1 for rank in ranks]


def _prose(found: Sequence[Sequence[Line]]) -> set[str]:
    """Return the forms of the labels that number bold paragraphs in a document, and no headings.

    Half of such paragraphs are long or end as sentences do; what States recommend in reports of the Human Rights
    Council is bold and ends in "(Norway)".
    """
    seen: Counter[str] = Counter()
    prose: Counter[str] = Counter()
    for paragraph in found:
        form = form_of(paragraph[0].label)
        if is_counted(paragraph[0].label) and all(line.bold for line in paragraph):
            text = "".join(line.text for line in paragraph)
            seen[form] += 1
            prose[form] += len(text) > _LONG or text[-1] in ".;:,)"
    return {form for form, count in seen.items() if prose[form] * 2 >= count}


def _rank(paragraph: Sequence[Line], body: float) -> tuple[float, bool, bool] | None:
    """Return how far a paragraph stands out as a heading, None if it does not."""
    text = " ".join(line.text for line in paragraph)
    size = paragraph[0].size
    if len(text) > _LONGEST_HEADING or not any(char.isalpha() for char in text) or text.rstrip()[-1] in ".;,]":
        return None
    bold, italic = all(line.bold for line in paragraph), all(line.italic for line in paragraph)
    alone = len(paragraph) == 1 or is_provision(paragraph[0].text)
    # The number of a heading is as bold as its words; that of a bold paragraph need not be.
    bold = bold and (paragraph[0].bold_label or not is_counted(paragraph[0].label))
    if size > body + _LARGER or bold or (italic and alone and size >= body - 0.3):
        return (round(max(size, body)), bold, italic)
    return None
