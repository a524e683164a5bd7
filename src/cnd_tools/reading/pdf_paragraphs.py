"""Printed lines to paragraphs, by where they stand: indents, room, labels, and lines that end before they need to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from cnd_tools.reading.pdf_labels import begins_item, dangles, ended, is_provision
from cnd_tools.reading.pdf_lines import Line

_ENDS = ".?!"
_PAUSES = ";:"
_FEW = 5  # wrapped lines, from which on their steps say how far apart lines are
_NEAR = 0.35  # of the width: what a heading that is set in on the right leaves free
_LITTLE = 0.9  # of that room: enough where a sentence ends above it and one begins below
_ROOM = 1.2  # steps: from more on, there is room between two lines


_Columns = dict[tuple[int, int], tuple[float, float]]


class _Around(NamedTuple):
    """What the text round a line is like.

    Attributes:
        left, right: how far the text of its page or column reaches.
        edge: how far right the lines reach that it stands among.
        pitch: from a line to the next, in ems.
    """

    left: float
    right: float
    edge: float
    pitch: float


def paragraphs(text: Sequence[Line]) -> Iterable[list[Line]]:
    """Yield the lines of each paragraph; one that a page break divides comes as a whole.

    Args:
        text: the lines of a document that are text, in reading order.
    """
    pitch = _pitch(text)
    columns = _columns(text)
    edges = _right_edges(text, columns, pitch)
    current: list[Line] = []
    for place, line in enumerate(text):
        if current:
            around = _Around(*columns[current[-1].page, current[-1].column], edges[place - 1], pitch)
            after = text[place + 1] if place + 1 < len(text) else line
            if _begins(current, line, around, columns) or _both_set_in(current, line, after, around.left):
                yield current
                current = []
        current.append(line)
    if current:
        yield current


def _pitch(text: Sequence[Line]) -> float:
    """Return the usual distance from a line of a paragraph to the next, in ems: of those that break a sentence."""
    steps: list[float] = []
    wrapped: list[float] = []
    for one, other in pairwise(text):
        step = (one.y - other.y) / other.size
        if (one.page, one.column) == (other.page, other.column) and 0.8 < step < 3:
            steps.append(step)
            if other.text[0].islower() and not ended(one.said):
                wrapped.append(step)
    if len(wrapped) >= _FEW:
        return median(wrapped)
    # Between one-line items there is more room than between lines: WHA66.8.pdf has four wrapped lines in all.
    return min([*wrapped, *(step for step in steps if step < 1.4), 1.4])


def _columns(text: Sequence[Line]) -> _Columns:
    """Return how far left and right the text of each page or column reaches; one line alone may reach further."""
    lines: dict[tuple[int, int], list[Line]] = {}
    for line in text:
        lines.setdefault((line.page, line.column), []).append(line)
    return {place: (min(line.x0 for line in found), _reach(found)) for place, found in lines.items()}


def _reach(lines: Sequence[Line]) -> float:
    """Return how far right lines reach, a symbol above the text of a first page left out."""
    ends = sorted((line.x1 for line in lines), reverse=True)
    if len(ends) > 3 and ends[0] - ends[1] > 3 * lines[0].size:
        return ends[1]
    return ends[0]


def _right_edges(text: Sequence[Line], columns: _Columns, pitch: float) -> list[float]:
    """Return for each line how far right the lines it stands among reach: same size and type, no room between.

    Lines most of which end before that edge were not wrapped there: then it is the edge of their column. Headings are
    wrapped as it looks best.
    """
    edges = [0.0] * len(text)
    first = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or not _together(text[place - 1], text[place], pitch):
            among = text[first:place]
            edge = max(line.x1 for line in among)
            full = sum(line.x1 > edge - 3 * line.size for line in among)
            if (len(among) < 3 and not among[0].bold) or full * 2 < len(among):
                edge = columns[among[0].page, among[0].column][1]
            edges[first:place] = [edge] * len(among)
            first = place
    return edges


def _together(one: Line, other: Line, pitch: float) -> bool:
    if (one.page, one.column) != (other.page, other.column) or not _alike_lines(one, other):
        return False
    return 0 < one.y - other.y <= _ROOM * pitch * max(one.size, other.size)


def _alike_lines(one: Line, other: Line) -> bool:
    return abs(one.size - other.size) < 0.6 and (one.bold == other.bold or one.bold_ends[1] == other.bold_ends[0])


def _begins(current: Sequence[Line], line: Line, around: _Around, columns: _Columns) -> bool:
    """Return whether a line begins a paragraph, after the lines of the one before."""
    before = current[-1]
    if abs(before.size - line.size) > 0.6:
        return True
    fits = _fits(before, line, around.edge)
    runs_on = _runs_on(current, line, around, fits=fits)
    if _changes_weight(current, line) and not runs_on:
        return True
    if (before.page, before.column) != (line.page, line.column):
        return not _continues(current, line, around, columns[line.page, line.column][0])
    room = _room(current, line, around.pitch)
    if runs_on:
        room *= 1.35
    elif (ended(before.said) or before.said[-1] == ",") and not _goes_on(line) and not _lifted(line):
        room *= _LITTLE
    if not 0 < before.y - line.y <= room or begins_item(before.said, line.text, current[0].label):
        return True
    if _centred(before, line, around.left):
        return is_provision(line.text)
    return not runs_on and (_indented(current, line) or fits)


def _runs_on(current: Sequence[Line], line: Line, around: _Around, *, fits: bool) -> bool:
    """Return whether a sentence goes on with a line, however that is set.

    It has stopped near the edge, and goes on in lower case, or it has stopped at a word that is no last one ("of the").
    """
    before = current[-1]
    left = around.right - before.x1
    if ended(before.said) or (fits and left > _NEAR * (around.right - around.left)):
        return False
    if _goes_on(line):
        return True
    if line.label or not dangles(before.said):
        # A bold name may begin a line of a numbered paragraph; it has to be full to the edge then.
        return not line.label and bool(current[0].label) and left < 2
    return not _changes_weight(current, line) or left < 3 * before.size


def _goes_on(line: Line) -> bool:
    """Return whether a line begins as no paragraph does: in lower case, or with a year."""
    return not line.label and (line.text[0].islower() or line.text[0].isdigit())


def _changes_weight(current: Sequence[Line], line: Line) -> bool:
    """Return whether bold type begins or ends at a line break, and the paragraph or the line is all bold."""
    if current[-1].bold_ends[1] == line.bold_ends[0]:
        return False
    return line.bold or all(row.bold for row in current)


def _room(current: Sequence[Line], line: Line, pitch: float) -> float:
    """Return the largest step down to a line of the same paragraph."""
    # A raised mark as large as the text pushes its line down: WHA66.8.pdf.
    large = any(up and glyph.font.size > 0.9 * line.size and not glyph.text.isspace() for glyph, up in line.glyphs)
    raised = 0.7 * line.size if large else 0.0
    if len(current) > 1 and current[-2].page == current[-1].page and current[-2].y > current[-1].y:
        return _ROOM * (current[-2].y - current[-1].y) + raised
    return _ROOM * pitch * line.size + raised


def _lifted(line: Line) -> bool:
    """Return whether there are raised characters in a line, which may push it down a little."""
    return any(raised for _, raised in line.glyphs)


def _indented(current: Sequence[Line], line: Line) -> bool:
    """Return whether a line is set in or out against the paragraph's lines after the first."""
    size = line.size
    if len(current) == 1:
        # A first line may be set in, or out by its number; one set in further than the first is none that goes on,
        # unless the first has a number: "(a)  Text" over text.
        return line.x0 > current[0].x0 + 0.5 * size and not _numbered(current[0], line)
    return abs(line.x0 - current[-1].x0) > 0.5 * size


def _both_set_in(current: Sequence[Line], line: Line, after: Line, left: float) -> bool:
    """Return whether a line begins a paragraph as the one-line paragraph above it does: set in, or in italics."""
    before = current[-1]
    if len(current) > 1 or not (ended(before.said) or before.said[-1] == ",") or line.text[0].islower():
        return False
    if (before.page, before.column) != (line.page, line.column) or abs(before.x0 - line.x0) > 1:
        return False
    italic = before.glyphs[0][0].font.italic and line.glyphs[0][0].font.italic
    half = 0.5 * line.size
    out = (after.page, after.column) == (line.page, line.column) and after.y < line.y and after.x0 < line.x0 - half
    return line.x0 > left + half and (italic or out)


def _numbered(first: Line, line: Line) -> bool:
    """Return whether the lines under a first line are set in as far as its text is after its number."""
    starts = [
        glyph.x0
        for place, (glyph, _) in enumerate(first.glyphs)
        if place and first.glyphs[place - 1][0].text.isspace() and not glyph.text.isspace()
    ]
    return any(abs(start - line.x0) < 0.4 * line.size for start in starts[:2])


def _centred(one: Line, other: Line, left: float) -> bool:
    """Return whether two lines are set about one middle, both away from the left edge of the text.

    Lines of a list may be of one length by chance; headings ("Article 4" over "Marks") are bold.
    """
    middle = abs((one.x0 + one.x1) - (other.x0 + other.x1)) / 2
    apart = abs(one.x0 - other.x0) > one.size or (one.bold and other.bold)
    return middle < 3 and apart and not other.label and min(one.x0, other.x0) > left + 1.5 * one.size


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


def _continues(current: Sequence[Line], line: Line, around: _Around, left: float) -> bool:
    """Return whether a paragraph goes on with the first line of a new page or column.

    Args:
        current: its lines so far.
        line: the first line after the break.
        around: what the text before the break is like.
        left: how far the text after the break reaches.
    """
    before, sign, edge = current[-1], current[-1].said[-1:], around.right
    if _fits(before, line, edge):
        return False
    # Justified text shows by its right edge that a line is not the last of its paragraph, whatever it ends in.
    justified = len(current) > 1 and all(row.x1 > edge - 3 for row in current[-3:])
    if (sign in _ENDS and not justified) or line.label:
        return False
    if _goes_on(line) or before.bold:
        return True
    # A name may begin the new page. Where paragraphs are numbered or set in, what is not set in and has no number goes
    # on; of other ragged text a short paragraph is as likely whole: the lists in A_81_6_SECT_25.pdf, page 8.
    if before.said[-1] in ",;" and current[0].glyphs[0][0].font.italic and line.glyphs[0][0].font.italic:
        return False  # the next paragraph of a preamble, by the phrase it opens with
    half = 0.5 * line.size
    home = line.x0 < left + half or not _indented(current, line)
    if home and not ended(before.said) and (current[0].label or current[0].x0 > around.left + half):
        return True
    set_in = before.column == line.column and _indented(current, line)
    return (before.x1 > edge - 3 or len(current) > 2) and not set_in and (justified or sign not in _PAUSES)
