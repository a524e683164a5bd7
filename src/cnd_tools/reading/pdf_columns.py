"""The lines of a page in reading order, column by column."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import accumulate
from statistics import median
from typing import NamedTuple

from cnd_tools.reading.pdf_glyphs import Fragment, Page
from cnd_tools.reading.pdf_lines import Line

_LEAST_ROWS = 3
_STEP, _STEPS = 0.005, 40  # of the page's width, to either side of its middle: where a gutter is looked for
_LEAST_COLUMN = 0.22  # of the page's width; a column of figures or of keys is narrower


class Gutter(NamedTuple):
    """What parts the two columns of a document.

    Attributes:
        x: its middle.
        right: where the right column begins.
    """

    x: float
    right: float


class _Band(NamedTuple):
    """Lines between two that go over both columns.

    Attributes:
        rows: the lines.
        gutter: what parts them, None where nothing can.
        over: a line over both columns comes straight after them.
    """

    rows: list[Line]
    gutter: float | None
    over: bool


def find_gutter(pages: Sequence[Page], rows: Sequence[list[Line]]) -> Gutter | None:
    """Return the gutter of a document most of which is set in two columns, None for others.

    Args:
        pages: what is printed on the pages.
        rows: their lines from top to bottom.
    """
    found: list[Gutter] = []
    inside = 0
    for page, lines in zip(pages, rows, strict=True):
        for band in _bands(lines, page.width, None):
            sides = _sides(band, page.width, None)
            if sides is not None and band.gutter is not None:
                found.append(Gutter(band.gutter, min(cells[0].x0 for cells in sides[1])))
                inside += len(band.rows)
    if not found or 2 * inside < sum(not line.kind for lines in rows for line in lines):
        return None
    return Gutter(median(gutter.x for gutter in found), median(gutter.right for gutter in found))


def in_columns(rows: list[Line], page: Page, known: Gutter | None = None) -> list[Line]:
    """Return lines in reading order: where a stretch of the page has two columns, the left one goes first.

    Args:
        rows: lines from top to bottom.
        page: the page they are on.
        known: the gutter of the document; by it columns are known of which only a line or two are printed.
    """
    return [line for band in _bands(rows, page.width, known) for line in _ordered(band, page.width, known)]


def _bands(rows: Sequence[Line], width: float, known: Gutter | None) -> Iterator[_Band]:
    """Yield the lines of a page in bands; one that goes over both columns is a band without a gutter."""
    stretches = _stretches(rows, width)
    for place, stretch in enumerate(stretches):
        gutter = _gutter(stretch, width)
        if known is not None and (gutter is None or len(stretch) < 2 * _LEAST_ROWS or not _parts(stretch, gutter)):
            gutter = known.x
        after = stretches[place + 1][0] if place + 1 < len(stretches) else None
        band: list[Line] = []
        for row in stretch:
            if gutter is None or _crosses(row, gutter):
                if band:
                    yield _Band(band, gutter, over=True)
                yield _Band([row], None, over=False)
                band = []
            else:
                band.append(row)
        if band:
            yield _Band(band, gutter, over=after is not None and not after.kind and _crosses(after, gutter or 0.0))


def _stretches(rows: Sequence[Line], width: float) -> list[list[Line]]:
    """Return lines with no more room between them than two lines have; what is no text stands for itself."""
    found: list[list[Line]] = []
    for row in rows:
        # Room over both columns at once parts what stands above it from what stands below.
        apart = not found or row.kind or found[-1][-1].kind or found[-1][-1].y - row.y > 2.8 * row.size
        if apart:
            found.append([])
        found[-1].append(row)
    return _with_tail(found, width)


def _with_tail(stretches: list[list[Line]], width: float) -> list[list[Line]]:
    """Return stretches, the last lines of a page put to the left column beside which the right one has ended."""
    end = len(stretches)
    while end > 1 and stretches[end - 1][0].kind:
        end -= 1
    place = end - 1
    while place > 0 and not stretches[place][0].kind and _parting(stretches[place], width) is None:
        place -= 1
    tail = [row for stretch in stretches[place + 1 : end] for row in stretch]
    gutter = _parting(stretches[place], width) if tail and not stretches[place][0].kind else None
    if gutter is None or not _same_column(stretches[place], tail, gutter):
        return stretches
    return [*stretches[:place], [*stretches[place], *tail], *stretches[end:]]


def _same_column(stretch: Sequence[Line], below: Sequence[Line], gutter: float) -> bool:
    """Return whether lines under two columns stand in the left one, and are wrapped as it is."""
    left = max((row.stretches[0][1] for row in stretch if row.stretches[0][1] < gutter), default=0.0)
    wrapped = any(row.x1 > left - 3 * row.size for row in below)
    return len(below) > 1 and wrapped and all(row.x1 < gutter for row in below)


def _parting(rows: Sequence[Line], width: float) -> float | None:
    """Return the gutter of a stretch that has text on both sides of it."""
    gutter = _gutter(rows, width)
    return gutter if gutter is not None and _parts(rows, gutter) else None


def _parts(rows: Sequence[Line], gutter: float) -> bool:
    """Return whether there is text on both sides of a gutter."""
    return any(row.x0 < gutter for row in rows) and any(row.x1 > gutter and not _crosses(row, gutter) for row in rows)


def _crosses(row: Line, x: float) -> bool:
    return any(start < x + 2 and end > x - 2 for start, end in row.stretches)


def _gutter(rows: Sequence[Line], width: float) -> float | None:
    """Return where the fewest lines cross the middle of the page, if there can be two columns; the nearest to it."""
    if len(rows) < _LEAST_ROWS:
        return None
    middle = (min(row.x0 for row in rows) + max(row.x1 for row in rows)) / 2
    step = _STEP * width
    crossing = _crossing(rows, middle - _STEPS * step, step)
    fewest = min(crossing)
    if fewest == len(rows):
        return None
    places = (place - _STEPS for place, count in enumerate(crossing) if count == fewest)
    return middle + step * min(places, key=abs)


def _crossing(rows: Sequence[Line], first: float, step: float) -> list[int]:
    """Return how many lines cross each of the places a gutter may have; `_crosses` for all of them in one pass."""
    changes = [0] * (2 * _STEPS + 2)
    for row in rows:
        done = 0
        for start, end in row.stretches:
            low = max(math.floor((start - 2 - first) / step) + 1, done)
            done = max(min(math.ceil((end + 2 - first) / step), 2 * _STEPS + 1), low)
            if low < done:
                changes[low] += 1
                changes[done] -= 1
    return list(accumulate(changes))[:-1]


def _ordered(band: _Band, width: float, known: Gutter | None) -> list[Line]:
    """Return the lines of a band, left column first if it has two."""
    sides = _sides(band, width, known)
    if sides is None:
        return band.rows
    rest = band.rows[_below(band) :]
    page = band.rows[0].page
    numbered = [(number, cells) for number, side in enumerate(sides, 1) for cells in side]
    return [Line(cells, cells[0].y, page, column=number) for number, cells in numbered] + rest


def _sides(band: _Band, width: float, known: Gutter | None) -> tuple[list[list[Fragment]], list[list[Fragment]]] | None:
    """Return the pieces of either column, line by line; None where there are no two columns."""
    gutter = band.gutter
    if gutter is None:
        return None
    rows = band.rows[: _below(band)]
    left = [cells for row in rows if (cells := [cell for cell in row.cells if cell.x0 < gutter])]
    right = [cells for row in rows if (cells := [cell for cell in row.cells if cell.x0 >= gutter])]
    wide = all(len(side) >= _LEAST_ROWS and _extent(side) >= _LEAST_COLUMN * width for side in (left, right))
    if not wide and not (known is not None and _at_home(left, right, known)):
        return None
    return left, right


def _at_home(left: Sequence[list[Fragment]], right: Sequence[list[Fragment]], known: Gutter) -> bool:
    """Return whether pieces stand where the columns of the document do."""
    size = max((cells[0].size for cells in (*left, *right)), default=0.0)
    begins = min((cells[0].x0 for cells in right), default=0.0)
    return bool(left) and abs(begins - known.right) < 1.5 * size


def _extent(side: Sequence[list[Fragment]]) -> float:
    """Return how wide half of the lines of a column are, or wider."""
    extents = sorted(max(cell.x1 for cell in cells) - min(cell.x0 for cell in cells) for cells in side)
    return extents[len(extents) // 2]


def _below(band: _Band) -> int:
    """Return how many lines of a band go before what stands under both columns, set apart: the next heading."""
    rows, gutter = band.rows, band.gutter or 0.0
    last = max((place for place, row in enumerate(rows) if row.x1 > gutter), default=-1)
    for place in range(last + 1, len(rows)):
        if band.over and place and rows[place - 1].y - rows[place].y > 1.8 * rows[place].size:
            return place
    return len(rows)
