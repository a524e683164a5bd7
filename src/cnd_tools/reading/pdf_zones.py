"""What stands above and below the text on the page of a PDF: running heads and feet, letterhead, notes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from cnd_tools.reading.pdf_glyphs import Page
from cnd_tools.reading.pdf_lines import Line
from cnd_tools.reading.pdf_notes import mark_notes
from cnd_tools.reading.pdf_running import coded, foot_of, head_of, mark_running

_LETTERHEAD = 0.65
_LETTERHEAD_WORDS = 10


def zoned(pages: Sequence[Page], rows: Sequence[list[Line]]) -> None:
    """Set the kind of every line of a document that stands outside the text.

    Args:
        pages: what is printed on the pages.
        rows: their lines from top to bottom.
    """
    body = body_size(rows)
    mark_running(pages, rows)
    for page, lines in zip(pages, rows, strict=True):
        _under_head_rule(page, lines)
        _letterhead(page, lines)
        _codes(page, lines)
    mark_notes(pages, rows, body)


def body_size(rows: Sequence[list[Line]]) -> float:
    """Return the size most characters are printed in, 0 where there are none."""
    sizes = Counter(glyph.font.size for lines in rows for line in lines for glyph in line.printed)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _codes(page: Page, lines: Sequence[Line]) -> None:
    """Mark what stands at the edges of the page and is all numbers and symbols; not the symbol above the first page."""
    heads = [line for line in lines if line.y > head_of(page) and (line.page > 0 or not re.search("[A-Z]", line.text))]
    for edge in (_feet(page, lines), heads):
        last: Line | None = None
        for place, line in enumerate(edge):
            # Symbols in a note stand closer to the note than to the foot: A_RES_73_6.pdf, page 3.
            apart = last is not None and abs(line.y - last.y) > 1.8 * max(line.size, last.size)
            if apart or not (coded(line) or (last is not None and _language(line, edge[place + 1 :]))):
                break
            line.kind = line.kind or "furniture"
            last = line


def _language(line: Line, after: Sequence[Line]) -> bool:
    """Return whether a line is the word between a symbol and a page number: "A/48/263", "English", "Page 3"."""
    return len(line.text.split()) == 1 and bool(after) and coded(after[0]) and abs(after[0].x0 - line.x0) < line.size


def _feet(page: Page, lines: Sequence[Line]) -> list[Line]:
    """Return the lines at the foot of a page, the last first: in the margin, or a code or number not far above."""
    feet = [line for line in reversed(lines) if line.y < foot_of(page)]
    if feet or len(lines) < 2 or lines[-1].y > 1.5 * foot_of(page):
        return feet
    above, last = lines[-2:]
    # A number alone must be set apart: it may be that of a paragraph.
    apart = above.y - last.y > 2.5 * max(above.size, last.size)
    return [last] if apart or re.search("[A-Za-z]", last.text) else []


def _under_head_rule(page: Page, lines: Sequence[Line]) -> None:
    """Mark what stands over the rule that is drawn under a running head."""
    if not lines or lines[0].page == 0:
        return
    for rule in page.rules:
        if rule.y0 > head_of(page) - 20 and rule.x1 - rule.x0 > 0.5 * page.width:
            for line in lines:
                if line.y > rule.y0:
                    line.kind = "furniture"
            return


def _letterhead(page: Page, lines: Sequence[Line]) -> None:
    """Mark what stands above the second of two rules across the first page, the first of them at its very top."""
    rules = [
        rule for rule in page.rules if rule.x1 - rule.x0 > 0.6 * page.width and rule.y0 > _LETTERHEAD * page.height
    ]
    if len(rules) < 2 or rules[0].y0 < head_of(page) or not lines or lines[0].page:
        return
    above = [line for line in lines if line.y > rules[1].y0]
    if all(len(cell.split()) <= _LETTERHEAD_WORDS for line in above for cell in line.columns):
        for line in above:
            line.kind = "masthead"
