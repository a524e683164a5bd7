"""Tables, diagrams and contents on the page of a PDF: what is printed there is no running text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from cnd_tools.reading.pdf_glyphs import Box, Page
from cnd_tools.reading.pdf_labels import is_label
from cnd_tools.reading.pdf_lines import Line

_LEADERS = re.compile(r"(?<!\.)(?<!\.\s)(?:\.\s?){6,}\s*(?:\d{1,4}|[ivxl]{1,6})?$|(?<!…)…{2,}\s*\d{0,4}$")
# So many strokes are looked at on a page, the largest: maps have tens of thousands.
_STROKES = 600
_EDGES = 3
_MANY_STROKES = 6
_FEW_WORDS = 4


def drawn_tables(page: Page, lines: Sequence[Line]) -> None:
    """Mark the words in grids and diagrams: within strokes and boxes that touch each other.

    A grid has three upright edges or more that strokes or boxes share; a frame round text has two, and so have lines of
    shaded or highlighted text. A diagram has many strokes and few words in a piece.
    """
    for strokes in _touching(page.drawn):
        box = Box(
            min(stroke.x0 for stroke in strokes),
            min(stroke.y0 for stroke in strokes),
            max(stroke.x1 for stroke in strokes),
            max(stroke.y1 for stroke in strokes),
        )
        inside = [line for line in lines if not line.kind and _within(line, box)]
        words = [len(cell.split()) for line in inside for cell in line.columns]
        diagram = len(strokes) >= _MANY_STROKES and sum(words) <= _FEW_WORDS * len(words)
        if diagram or len(_edges(strokes)) >= _EDGES:
            for line in inside:
                line.kind = "table"


def _within(line: Line, box: Box) -> bool:
    return box.y0 - 1 <= line.y <= box.y1 and box.x0 - 2 <= line.x0 and line.x1 <= box.x1 + 2


def _touching(drawn: Sequence[Box]) -> Iterable[list[Box]]:
    """Yield groups of strokes and boxes that touch or lie over each other, one hanging together with the next."""
    left = sorted(set(drawn), key=lambda box: -(box.x1 - box.x0) - (box.y1 - box.y0))[:_STROKES]
    while left:
        group, ahead = [], [left.pop(0)]
        while ahead:
            one = ahead.pop()
            group.append(one)
            near = [box for box in left if _touch(one, box)]
            if near:
                ahead += near
                left = [box for box in left if not _touch(one, box)]
        yield group


def _touch(one: Box, other: Box) -> bool:
    return one.x0 - 2 < other.x1 and other.x0 - 2 < one.x1 and one.y0 - 2 < other.y1 and other.y0 - 2 < one.y1


def _edges(strokes: Sequence[Box]) -> list[int]:
    """Return the places across the page at which two or more strokes or boxes have an upright edge."""
    found: Counter[int] = Counter()
    for stroke in strokes:
        # An upright stroke is one edge, not two.
        for edge in (
            {round(stroke.x0 / 4), round(stroke.x1 / 4)} if stroke.x1 - stroke.x0 > 3 else {round(stroke.x0 / 4)}
        ):
            if stroke.y1 - stroke.y0 > 3:
                found[edge] += 1
    shared = sorted(edge for edge, count in found.items() if count > 1)
    return [edge for place, edge in enumerate(shared) if not place or edge - shared[place - 1] > 1]


def ruled_tables(page: Page, lines: Sequence[Line], body: float) -> None:
    """Mark what stands between rules of one width that are drawn above, in and under a table, if it has columns."""
    wide = [rule for rule in page.rules if rule.x1 - rule.x0 > 0.25 * page.width]
    if wide and _under_head(page, wide[0], lines):
        wide.pop(0)
    while wide:
        like = [rule for rule in wide if abs(rule.x0 - wide[0].x0) < 6 and abs(rule.x1 - wide[0].x1) < 6]
        wide = [rule for rule in wide if rule not in like]
        if len(like) > 1:
            _mark_table(like, lines, body)


def _under_head(page: Page, rule: Box, lines: Sequence[Line]) -> bool:
    """Return whether a page's first rule is the one under its running head; a second one there begins a table."""
    above = [line.kind for line in lines if line.y > rule.y0]
    return rule.y0 > page.height - 100 and bool(above) and set(above) <= {"furniture", "masthead"}


def _mark_table(rules: Sequence[Box], lines: Sequence[Line], body: float) -> None:
    top, bottom = rules[0].y0, rules[-1].y0
    inside = [line for line in lines if not line.kind and bottom < line.y < top]
    below = [line for line in lines if not line.kind and line.y < bottom]
    if inside and (len(rules) == 2 or bottom > inside[-1].y):
        inside += _open_end(below, body)
    if sum(len(line.columns) > 1 and not is_label(line.columns[0]) for line in inside) >= 2:
        for line in inside:
            line.kind = "table"


def _open_end(below: Sequence[Line], body: float) -> list[Line]:
    """Return the rows of a table that has rules round its head alone: what follows, smaller than the text."""
    rows: list[Line] = []
    for line in below:
        if line.size > body - 0.3 or (rows and rows[-1].y - line.y > 4 * line.size):
            break
        rows.append(line)
    return rows


def unruled_tables(lines: Sequence[Line], body: float) -> None:
    """Mark rows of keys and values, and rows of three cells or more; lines in reading order.

    What follows such rows in type smaller than the text is part of the table.
    """
    run: list[Line] = []
    for line in lines:
        if line.kind or not _goes_on(run, line):
            run = []
        if not line.kind and (run or len(line.columns) > 1):
            run.append(line)
            _mark_run(run)
    above: Line | None = None
    for line in lines:
        if above is not None and above.kind == "table" and not line.kind and _small_below(above, line, body):
            line.kind = "table"
        above = line


def _small_below(above: Line, line: Line, body: float) -> bool:
    near = above.column == line.column and 0 < above.y - line.y <= 2.5 * line.size
    return near and line.size < body - 0.3 and abs(line.size - above.size) < 0.6 and not line.glyphs[0][1]


def _goes_on(run: Sequence[Line], line: Line) -> bool:
    """Return whether a line is one more row of a table, or goes on in its first or last column."""
    if not run:
        return False
    if run[-1].y <= line.y or run[-1].y - line.y > 2.5 * line.size or run[-1].column != line.column:
        return False
    if abs(run[0].size - line.size) > 0.5:
        return False
    starts = {round(cell.x0) for row in run for cell in row.cells}
    near = any(abs(round(cell.x0) - start) <= 3 for start in starts for cell in line.cells)
    return near and (len(line.columns) > 1 or line.x0 > run[0].x0 + line.size or len(run[0].columns) > 2)


def _mark_run(run: list[Line]) -> None:
    rows = [line for line in run if len(line.columns) > 1]
    keyed = [line for line in rows if not is_label(line.columns[0])]
    many = [line for line in rows if len(line.columns) > 2]
    if (len(rows) >= 3 and len(keyed) * 2 > len(rows)) or len(many) >= 2:
        for line in run:
            line.kind = "table"


def contents(lines: Sequence[Line]) -> None:
    """Mark the lines of a table of contents, and the "Page" over its numbers."""
    entries = [line for line in lines if not line.kind and _LEADERS.search(line.text)]
    for line in entries:
        line.kind = "contents"
    for line in lines:
        over = entries and not line.kind and 0 < line.y - entries[0].y < 4 * entries[0].size
        if over and abs(line.x1 - entries[0].x1) < 3 and len(line.text.split()) == 1:
            line.kind = "contents"
