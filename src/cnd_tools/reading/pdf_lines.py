"""The printed pieces of a page as lines."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from cnd_tools.reading.pdf_glyphs import Box, Fragment, Glyph, Page
from cnd_tools.reading.pdf_labels import label_of

# In ems: the least room between words, between cells, and between cells whatever the rest of the line is like.
_BLANK = 0.17
_TAB = 1.5
_WIDE = 4
_SHORT = 4  # characters of a piece that may be raised
_SHORT_WORD = re.compile(r"\s*[^\W\d_]{2}")
_NEAREST = 40  # lines looked at round a stroke


@dataclass(slots=True)
class Line:
    """A printed line, or the part of one that stands in a column.

    Attributes:
        cells: its fragments from left to right; those a raised mark divides are one after another.
        y: base line.
        page: from 0.
        kind: "" for text, else "furniture", "masthead", "contents", "note" or "table".
        column: 0 where the page has one column at this place, else 1, 2.
        start, end: where it stands in the text, once written.
        said: its text without the note marks it ends in.
        label: what it begins with that may number a paragraph.
        bold: whether all of it is bold; a label may be set in other type than its paragraph ("9.1" in reports of the
            Human Rights Council), so that it is not asked where something follows it.
        bold_label: whether the label is bold, or there is none.
        bold_ends: whether its first and its last character are bold, the label left out.
    """

    cells: list[Fragment]
    y: float
    page: int
    kind: str = ""
    column: int = 0
    start: int = 0
    end: int = 0
    text: str = field(init=False)
    glyphs: list[tuple[Glyph, bool]] = field(init=False)
    x0: float = field(init=False)
    x1: float = field(init=False)
    size: float = field(init=False)
    stretches: list[tuple[float, float]] = field(init=False)
    said: str = field(init=False)
    label: str = field(init=False)
    bold: bool = field(init=False)
    bold_label: bool = field(init=False)
    bold_ends: tuple[bool, bool] = field(init=False)

    def __post_init__(self) -> None:
        self.cells.sort(key=lambda cell: cell.x0)
        self.glyphs = list(_spaced(self.cells))
        while self.glyphs and self.glyphs[-1][0].text.isspace():
            self.glyphs.pop()
        self.text = "".join(glyph.text for glyph, _ in self.glyphs)
        self.x0, self.x1 = self.cells[0].x0, max(cell.x1 for cell in self.cells)
        self.stretches = _stretches_of(self.cells)
        self.size = max((cell for cell in self.cells), key=lambda cell: len(cell.glyphs)).size
        last = next((place for place in range(len(self.glyphs), 0, -1) if not self.glyphs[place - 1][1]), 0)
        self.said = "".join(glyph.text for glyph, _ in self.glyphs[:last]).rstrip() or self.text
        self.label = label_of(self.text)
        weights = [glyph.font.bold for glyph, raised in self.glyphs if not raised and not glyph.text.isspace()]
        size = len("".join(self.label.split()))
        self.bold_label = all(weights[:size])
        weights = weights[size:] or weights
        self.bold = all(weights)
        self.bold_ends = bool(weights) and weights[0], bool(weights) and weights[-1]

    @property
    def printed(self) -> list[Glyph]:
        """The characters that are neither blank nor raised."""
        return [glyph for glyph, raised in self.glyphs if not raised and not glyph.text.isspace()]

    @property
    def italic(self) -> bool:
        """Whether all of it is italic."""
        return all(glyph.font.italic for glyph in self.printed)

    @property
    def columns(self) -> list[str]:
        """The texts of its cells."""
        return self.text.split("\t")


def _spaced(cells: Sequence[Fragment]) -> Iterable[tuple[Glyph, bool]]:
    """Yield the characters of a line with whether they are raised, a blank or a tab where fragments stand apart."""
    gaps = _word_gaps(cells)
    for last, cell in pairwise([None, *cells]):
        if cell is None:
            continue
        if last is not None:
            tab = _apart(last, cell, gaps)
            blank = cell.x0 - last.x1 > _BLANK * max(cell.size, last.size) and not last.glyphs[-1].text.isspace()
            if tab or blank:
                yield Glyph("\t" if tab else " ", last.x1, cell.x0, cell.y, cell.glyphs[0].font), False
        following = next((other for one, other in pairwise(cells) if one is cell), None)
        glyphs = cell.glyphs
        # Blanks at the end of a cell mean nothing.
        while glyphs[-1].text.isspace() and following is not None and _apart(cell, following, gaps):
            glyphs = glyphs[:-1]
        yield from ((glyph, cell.raised) for glyph in glyphs)


def _word_gaps(cells: Sequence[Fragment]) -> list[float]:
    """Return the room between the words of a line, sorted."""
    glyphs = [glyph for cell in cells for glyph in cell.glyphs if not glyph.text.isspace()]
    gaps = (other.x0 - one.x1 for one, other in pairwise(glyphs))
    return sorted(gap for gap, one in zip(gaps, glyphs, strict=False) if gap > _BLANK * one.font.size)


def _apart(one: Fragment, other: Fragment, gaps: Sequence[float]) -> bool:
    """Return whether two neighbours on a line are cells of their own, and no words that justified text drives apart.

    Args:
        one: a fragment.
        other: the next one.
        gaps: the room between the words of the line, sorted, this gap among them.
    """
    size = max(one.size, other.size)
    gap = other.x0 - one.x1
    if gap <= _TAB * size:
        return False
    figures = not any(char.isalpha() for char in one.text + other.text)
    return gap > _WIDE * size or figures or len(gaps) < 2 or gap > 1.8 * gaps[(len(gaps) - 1) // 2]


def lines(page: Page, number: int) -> list[Line]:
    """Return the lines of a page from top to bottom, columns not yet told apart."""
    fragments = [fragment for fragment in page.fragments if fragment.text.strip()]
    _attach_raised(fragments)
    rows: list[list[Fragment]] = []
    for fragment in sorted(fragments, key=lambda piece: (-piece.y, piece.x0)):
        if rows and abs(rows[-1][0].y - fragment.y) <= 0.3 * max(fragment.size, rows[-1][0].size):
            rows[-1].append(fragment)
        else:
            rows.append([fragment])
    return [Line(row, max(row, key=lambda piece: len(piece.glyphs)).y, number) for row in rows]


def _attach_raised(fragments: list[Fragment]) -> None:
    """Bring note marks and other raised characters down to the base line of the text they stand beside."""
    ordered = sorted(fragments, key=lambda fragment: fragment.y)
    heights = [fragment.y for fragment in ordered]
    largest = max((fragment.size for fragment in fragments), default=0.0)
    for mark in fragments:
        if len(mark.text.strip()) > _SHORT:
            continue
        # Only what stands lower, and not by a line: a page of figures has thousands of short pieces.
        below = ordered[bisect_left(heights, mark.y - 0.9 * largest) : bisect_left(heights, mark.y)]
        full = [fragment for fragment in below if len(fragment.text.strip()) > _SHORT]
        # A short word may end the line: "law,²".
        words = (
            fragment
            for fragment in below
            if not fragment.raised and mark.size < 0.85 * fragment.size and _SHORT_WORD.match(fragment.text)
        )
        if base := _beside(mark, full) or _beside(mark, words):
            mark.raised, mark.y = True, base.y


def _beside(mark: Fragment, full: Iterable[Fragment]) -> Fragment | None:
    """Return the text that a short fragment stands above and beside, if it does."""
    text = mark.text.strip()
    # A word as large as the text and higher is a word of the line beside it, in another column.
    largest = 1.15 if len(text) == 1 or not text.isalpha() else 0.85
    for base in full:
        if mark.size < largest * base.size and 0.12 * base.size < mark.y - base.y < 0.9 * base.size:
            after = mark.x0 - base.x1
            before = base.x0 - mark.x1
            # A note's own mark may stand far out before it.
            out = 8 if mark.size < 0.8 * base.size else 2.5
            if -0.6 * base.size <= after <= 0.6 * base.size or -0.2 * base.size <= before <= out * base.size:
                return base
    return None


def _stretches_of(cells: Sequence[Fragment]) -> list[tuple[float, float]]:
    """Return where a line is printed between its wide gaps."""
    found: list[tuple[float, float]] = []
    for cell in cells:
        if found and cell.x0 - found[-1][1] <= cell.size:
            found[-1] = found[-1][0], max(cell.x1, found[-1][1])
        else:
            found.append((cell.x0, cell.x1))
    return found


def drop_underlines(page: Page, rows: Sequence[Line]) -> None:
    """Leave out of a page's rules and strokes what underlines words or strikes them out: it parts nothing.

    Such a stroke is as wide as words of the line; under a running head or a table's it goes on to the margin.
    """
    strokes = {box for box in {*page.rules, *page.drawn} if box.y1 - box.y0 < 3 and _underlines(box, rows)}
    page.rules = [box for box in page.rules if box not in strokes]
    page.drawn = [box for box in page.drawn if box not in strokes]


def _underlines(box: Box, rows: Sequence[Line]) -> bool:
    """Return whether a level stroke stands close under the base line of words, or in them, and no further out."""
    first = bisect_left(rows, -box.y0 - 20, key=lambda row: -row.y)
    for row in rows[first : first + _NEAREST]:
        if -0.3 * row.size < box.y0 - row.y < 0.6 * row.size:
            return any(start - 2 <= box.x0 and box.x1 <= end + 2 for start, end in row.stretches)
    return False
