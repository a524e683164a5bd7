"""What on a page is not its text: running heads and feet, letterhead, notes, tables, pictures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from cnd_tools.reading.pdf_glyphs import Box, Page
from cnd_tools.reading.pdf_lines import Line

_HEAD, _FOOT = 0.9, 0.1  # of the page's height
_LETTERHEAD = 0.65
_LETTERHEAD_WORDS = 10
_DRAWN_RULE = re.compile(r"[_—–-]{5,}")
_NOTE_SIGN = re.compile(r"(\*{1,4}|[†‡]|\d{1,3})\s")
# What numbers or letters a paragraph, as against what a row of a table begins with ("319 A (IV)", "58/153").
_LABEL = re.compile(
    r"[\[(]?(?:\d{1,3}|[a-z]{1,2}|[ivxlc]{1,6}|[A-Z]|[IVXL]{1,6})[.)\]]{0,2}"
    r"|\d{1,3}(?:\.\d{1,3}){1,3}\.?|[•▪–—*➢-]|(?:[A-Z][a-z]+|§) \d{1,3}[.:]?"
)
_LEADERS = re.compile(r"(?:\.\s?){6,}\s*(?:\d{1,4}|[ivxl]{1,6})?$|…{2,}\s*\d{0,4}$")
_MANY_SHAPES = 6


def zoned(pages: Sequence[Page], rows: Sequence[list[Line]]) -> None:
    """Set the kind of every line of a document that is not text.

    Args:
        pages: what is printed on the pages.
        rows: their lines from top to bottom.
    """
    body = body_size(rows)
    _running(pages, rows)
    for page, lines in zip(pages, rows, strict=True):
        _under_head_rule(page, lines)
        _letterhead(page, lines)
        _pictures(page, lines)
        _codes(page, lines)
        _notes(page, lines, body)
        _ruled_tables(page, lines, body)
        _contents(lines)


def body_size(rows: Sequence[list[Line]]) -> float:
    """Return the size most characters are printed in, 0 where there are none."""
    sizes = Counter(glyph.font.size for lines in rows for line in lines for glyph in line.printed)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def begins_note(line: Line, last: int | None) -> int | None:
    """Return the number of the note that a line begins (0 for a sign), None where it goes on with one.

    Args:
        line: a line among notes.
        last: the number of the note above, None for the first line.
    """
    if line.glyphs[0][1]:
        digits = re.match(r"\d{1,3}", line.text)
        return int(digits[0]) if digits else 0
    sign = _NOTE_SIGN.match(line.text)
    if sign is None:
        return None
    if not sign[1].isdecimal():
        return 0
    # A line of a note may begin with any number; only the next one in order is a note's own.
    return int(sign[1]) if last is None or int(sign[1]) == last + 1 else None


def _running(pages: Sequence[Page], rows: Sequence[list[Line]]) -> None:
    """Mark lines in the margins that stand on several pages at one height with the same words."""
    found: dict[tuple[str, int], list[Line]] = {}
    for page, lines in zip(pages, rows, strict=True):
        for line in lines:
            if not _FOOT * page.height < line.y < _HEAD * page.height and not line.glyphs[0][1]:
                key = re.sub(r"\d+", "#", line.text), round((page.height if line.y > page.height / 2 else 0) - line.y)
                found.setdefault(key, []).append(line)
    for lines in found.values():
        if len({line.page for line in lines}) > 1:
            for line in lines:
                line.kind = "furniture"


def _codes(page: Page, lines: Sequence[Line]) -> None:
    """Mark what stands at the edges of the page and is all numbers and symbols; not the symbol above the first page."""
    feet = [line for line in reversed(lines) if line.y < _FOOT * page.height]
    heads = [line for line in lines if line.y > _HEAD * page.height and line.page > 0]
    for edge in (feet, heads):
        last: Line | None = None
        for line in edge:
            # Symbols in a note stand closer to the note than to the foot: A_RES_73_6.pdf, page 3.
            apart = last is not None and abs(line.y - last.y) > 1.8 * max(line.size, last.size)
            if apart or not _coded(line):
                break
            line.kind = line.kind or "furniture"
            last = line


def _coded(line: Line) -> bool:
    """Return whether a line has nothing but numbers, symbols and signs: "2/5 18-17962", "A/RES/73/6"."""
    if line.glyphs[0][1] or (line.text.startswith("*") and not line.text.endswith("*")):
        return False
    return all(any(char.isdigit() for char in token) or not re.search(r"\w\w", token) for token in line.text.split())


def _under_head_rule(page: Page, lines: Sequence[Line]) -> None:
    """Mark what stands over the rule that is drawn under a running head."""
    if not lines or lines[0].page == 0:
        return
    for rule in page.rules:
        if rule.y0 > 0.88 * page.height and rule.x1 - rule.x0 > 0.5 * page.width:
            for line in lines:
                if line.y > rule.y0:
                    line.kind = "furniture"
            return


def _letterhead(page: Page, lines: Sequence[Line]) -> None:
    """Mark what stands above the second of two rules across the first page, the first of them at its very top."""
    rules = [
        rule for rule in page.rules if rule.x1 - rule.x0 > 0.6 * page.width and rule.y0 > _LETTERHEAD * page.height
    ]
    if len(rules) < 2 or rules[0].y0 < _HEAD * page.height or not lines or lines[0].page:
        return
    above = [line for line in lines if line.y > rules[1].y0]
    if all(len(cell.split()) <= _LETTERHEAD_WORDS for line in above for cell in line.columns):
        for line in above:
            line.kind = "masthead"


def _pictures(page: Page, lines: Sequence[Line]) -> None:
    """Mark the words in diagrams: short pieces within a drawing of many shapes."""
    for box in _regions(page.drawn):
        inside = [line for line in lines if not line.kind and box.y0 - 1 <= line.y <= box.y1 and _within(line, box)]
        words = [len(cell.split()) for line in inside for cell in line.columns]
        if inside and sum(words) <= 4 * len(words):
            for line in inside:
                line.kind = "table"


def _within(line: Line, box: Box) -> bool:
    return line.x0 >= box.x0 - 2 and line.x1 <= box.x1 + 2


def _regions(drawn: Sequence[Box]) -> list[Box]:
    """Return the boxes round drawings of many shapes that lie over each other."""
    regions: list[tuple[Box, int]] = []
    for box in sorted(drawn, key=lambda box: -(box.x1 - box.x0) * (box.y1 - box.y0)):
        for place, (region, count) in enumerate(regions):
            if box.x0 < region.x1 and box.x1 > region.x0 and box.y0 < region.y1 and box.y1 > region.y0:
                pairs = zip(region, box, (min, min, max, max), strict=True)
                regions[place] = (Box(*(pick(one, other) for one, other, pick in pairs)), count + 1)
                break
        else:
            regions.append((box, 1))
    return [region for region, count in regions if count >= _MANY_SHAPES]


def _notes(page: Page, lines: Sequence[Line], body: float) -> None:
    """Mark the notes at the foot of a page: under a short rule, or from the first line that a raised mark begins."""
    open_lines = [line for line in lines if not line.kind]
    first = _under_rule(page, open_lines, body)
    if first is None:
        raised = (place for place, line in enumerate(open_lines) if line.glyphs[0][1])
        first = next((place for place in raised if _all_small(open_lines[place:], body)), len(open_lines))
    for line in open_lines[first:]:
        line.kind = "note"


def _all_small(lines: Sequence[Line], body: float) -> bool:
    return bool(lines) and all(line.size <= body for line in lines)


def _under_rule(page: Page, lines: Sequence[Line], body: float) -> int | None:
    """Return the place of the first line under the rule above notes, printed as a line of text or drawn."""
    for place, line in enumerate(lines):
        if _DRAWN_RULE.fullmatch(line.text.strip()):
            # At the end of a document such a line closes it and nothing follows.
            line.kind = "furniture"
            if lines[place + 1 :] and _note_like(lines[place + 1 :], body):
                return place + 1
    for rule in page.rules:
        under = [place for place, line in enumerate(lines) if line.y < rule.y0]
        short = rule.x1 - rule.x0 < 0.45 * page.width and rule.y0 < 0.75 * page.height
        if short and under and _note_like(lines[under[0] :], body):
            return under[0]
    return None


def _note_like(lines: Sequence[Line], body: float) -> bool:
    smaller = all(line.size < body - 0.3 for line in lines)
    return smaller or (_all_small(lines, body) and begins_note(lines[0], None) is not None)


def _ruled_tables(page: Page, lines: Sequence[Line], body: float) -> None:
    """Mark what stands between rules of one width that are drawn above, in and under a table, if it has columns."""
    wide = [rule for rule in page.rules if rule.x1 - rule.x0 > 0.25 * page.width]
    while wide:
        like = [rule for rule in wide if abs(rule.x0 - wide[0].x0) < 6 and abs(rule.x1 - wide[0].x1) < 6]
        wide = [rule for rule in wide if rule not in like]
        like = [
            rule for rule in like if any(not line.kind for line in lines if line.y > rule.y0) or _first(rule, lines)
        ]
        if len(like) > 1:
            _mark_table(like, lines, body)


def _first(rule: Box, lines: Sequence[Line]) -> bool:
    """Return whether a rule is the first thing under the running head, as over a table that goes on."""
    above = [line for line in lines if line.y > rule.y0]
    return not above or min(line.y for line in above) - rule.y0 > above[-1].size


def _mark_table(rules: Sequence[Box], lines: Sequence[Line], body: float) -> None:
    top, bottom = rules[0].y0, rules[-1].y0
    inside = [line for line in lines if not line.kind and bottom < line.y < top]
    below = [line for line in lines if not line.kind and line.y < bottom]
    if inside and (len(rules) == 2 or bottom > inside[-1].y):
        inside += _open_end(inside, below, body)
    if sum(len(line.columns) > 1 and not _LABEL.fullmatch(line.columns[0]) for line in inside) >= 2:
        for line in inside:
            line.kind = "table"


def _open_end(head: Sequence[Line], below: Sequence[Line], body: float) -> list[Line]:
    """Return the rows of a table that has rules round its head alone: what follows, smaller than the text."""
    rows: list[Line] = []
    for line in below:
        if line.size > body - 0.3 or (rows and rows[-1].y - line.y > 4 * line.size):
            break
        rows.append(line)
    return rows


def unruled_tables(lines: Sequence[Line]) -> None:
    """Mark rows of keys and values, and rows of three cells or more; lines in reading order."""
    run: list[Line] = []
    for line in [*lines, None]:
        if line is not None and not line.kind and _goes_on(run, line):
            run.append(line)
            continue
        _mark_run(run)
        run = [] if line is None or line.kind or len(line.columns) < 2 else [line]


def _goes_on(run: Sequence[Line], line: Line) -> bool:
    """Return whether a line is one more row of a table, or goes on in its first or last column."""
    if not run:
        return False
    if run[-1].y <= line.y or run[-1].y - line.y > 2.5 * line.size or run[-1].column != line.column:
        return False
    if abs(run[0].size - line.size) > 0.5:
        return False
    starts = {round(cell.x0) for row in run for cell in row.cells}
    near = any(abs(round(line.x0) - start) <= 3 for start in starts)
    return near and (len(line.columns) > 1 or line.x0 > run[0].x0 + line.size or len(run[0].columns) > 2)


def _mark_run(run: list[Line]) -> None:
    rows = [line for line in run if len(line.columns) > 1]
    keyed = [line for line in rows if not _LABEL.fullmatch(line.columns[0].strip())]
    many = [line for line in rows if len(line.columns) > 2]
    if (len(rows) >= 3 and len(keyed) * 2 > len(rows)) or len(many) >= 2:
        for line in run:
            line.kind = "table"


def _contents(lines: Sequence[Line]) -> None:
    """Mark the lines of a table of contents, and the "Page" over its numbers."""
    entries = [line for line in lines if not line.kind and _LEADERS.search(line.text)]
    for line in entries:
        line.kind = "contents"
    for line in lines:
        over = entries and not line.kind and 0 < line.y - entries[0].y < 4 * entries[0].size
        if over and abs(line.x1 - entries[0].x1) < 3 and len(line.text.split()) == 1:
            line.kind = "contents"
