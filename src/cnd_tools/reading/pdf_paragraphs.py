"""Printed lines to paragraphs, by where they stand: indents, room, and lines that end before they need to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from cnd_tools.reading.pdf_lines import Line

_ENDS = ".?!"
_PAUSES = ";:"
_NUMBER = re.compile(
    r"(?:[\[(]?(?:[a-z]{1,2}|[ivxlc]{1,6}|[A-Z]|\d{1,3})[.)\]]{1,2}|\d{1,3}(?:\.\d{1,3}){1,3}\.?|[•▪–—-])\s"
)


class _Edges(NamedTuple):
    """How far the text of a page or column reaches."""

    left: float
    right: float


def paragraphs(text: Sequence[Line]) -> Iterable[list[Line]]:
    """Yield the lines of each paragraph; one that a page break divides comes as a whole.

    Args:
        text: the lines of a document that are text, in reading order.
    """
    rights = _right_edges(text)
    edges = _edges(text)
    current: list[Line] = []
    for place, line in enumerate(text):
        if current and _begins(current, line, edges[current[-1].page, current[-1].column], rights[place - 1]):
            yield current
            current = []
        current.append(line)
    if current:
        yield current


def _edges(text: Sequence[Line]) -> dict[tuple[int, int], _Edges]:
    edges: dict[tuple[int, int], _Edges] = {}
    for line in text:
        known = edges.get((line.page, line.column), _Edges(line.x0, line.x1))
        edges[line.page, line.column] = _Edges(min(known.left, line.x0), max(known.right, line.x1))
    return edges


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


def _begins(current: Sequence[Line], line: Line, edges: _Edges, right: float) -> bool:
    """Return whether a line begins a paragraph.

    Args:
        current: the lines of the paragraph so far.
        line: the next line.
        edges: of the page or column so far.
        right: how far the lines round the last one reach.
    """
    before = current[-1]
    if abs(before.size - line.size) > 0.6 or (
        before.bold != line.bold and (all(row.bold for row in current) or line.bold)
    ):
        return True
    if (before.page, before.column) != (line.page, line.column):
        return not _continues(current, line, edges.right)
    if not 0 < before.y - line.y <= _room(current, line):
        return True
    if _centred(before, line, edges.left):
        return False
    return _indented(current, line) or _fits(before, line, right)


def _room(current: Sequence[Line], line: Line) -> float:
    """Return the largest step down to a line of the same paragraph."""
    # A raised mark as large as the text pushes its line down: WHA66.8.pdf.
    large = any(up and glyph.font.size > 0.9 * line.size and not glyph.text.isspace() for glyph, up in line.glyphs)
    raised = 0.7 * line.size if large else 0.0
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


def _centred(one: Line, other: Line, left: float) -> bool:
    """Return whether two lines are set about one middle, both away from the left edge of the text."""
    middle = abs((one.x0 + one.x1) - (other.x0 + other.x1)) / 2
    return middle < 3 and abs(one.x0 - other.x0) > one.size and min(one.x0, other.x0) > left + 1.5 * one.size


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
    before, sign = current[-1], current[-1].text[-1:]
    if not _alike_lines(before, line) or _fits(before, line, edge):
        return False
    # Justified text shows by its right edge that a line is not the last of its paragraph, whatever it ends in.
    justified = len(current) > 1 and all(row.x1 > edge - 3 for row in current[-3:])
    if (sign in _ENDS and not justified) or _NUMBER.match(line.text):
        return False
    if line.text[:1].islower() or before.bold:
        return True
    # A name may begin the new page. Of ragged text a short paragraph is as likely whole: the lists in
    # A_81_6_SECT_25.pdf, page 8.
    set_in = before.column == line.column and _indented(current, line)
    return (before.x1 > edge - 3 or len(current) > 2) and not set_in and (justified or sign not in _PAUSES)
