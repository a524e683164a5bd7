"""The notes at the foot of a printed page: under a rule, or from the first line that a raised mark begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import dropwhile

from cnd_tools.reading.pdf_glyphs import Page
from cnd_tools.reading.pdf_lines import Line

_DRAWN_RULE = re.compile(r"[_—–-]{5,}")
_SIGN = re.compile(r"(\*{1,4}|[†‡]|\d{1,3}/?)\s")
_RAISED = re.compile(r"(\d{1,3})(?!\d)|\*{1,4}|[†‡]|[a-z](?![a-z])")
_SKIPPED = 5  # a note cited again has no note of its own, so that numbers may be left out
_SMALLER = 0.3  # points


def begins_note(line: Line, last: int | None, above: str = "") -> int | None:
    """Return the number of the note that a line begins (0 for a sign), None where it goes on with one.

    Args:
        line: a line among notes.
        last: the number of the note above, None for the first line.
        above: the line above it.
    """
    if line.glyphs[0][1]:
        mark = _RAISED.match(line.text)
        return int(mark[1] or 0) if mark else None
    sign = _SIGN.match(line.text)
    if sign is None:
        return None
    digits = sign[1].rstrip("/")
    if not digits.isdecimal():
        return 0
    number = int(digits)
    # A line of a note may begin with any number; only the next one in order is a note's own, or one that follows a
    # note that has come to its end.
    if last is None or number == last + 1:
        return number
    done = above.endswith((".", ".”", '."')) and line.text[sign.end() : sign.end() + 1].isupper()
    return number if done and (last == 0 or 0 < number - last <= _SKIPPED) else None


def mark_notes(pages: Sequence[Page], rows: Sequence[list[Line]], body: float) -> None:
    """Mark the notes of a document.

    Args:
        pages: what is printed on the pages.
        rows: their lines from top to bottom.
        body: the size of the text.
    """
    cited: set[int] = set()
    last: Line | None = None  # of the notes of the page before
    for page, lines in zip(pages, rows, strict=True):
        open_lines = [line for line in lines if not line.kind]
        cited |= {number for line in open_lines for number in _cited(line)}
        goes_on = last is not None and last.text[-1] not in ".?!"
        notes = _notes(page, open_lines, body, cited, goes_on=goes_on)
        for line in notes:
            line.kind = "note"
        last = notes[-1] if notes else None


def _cited(line: Line) -> list[int]:
    """Return the numbers of the notes that a line sends to."""
    after = dropwhile(lambda pair: pair[1], line.glyphs)  # what is raised at its start is a mark of its own
    raised = "".join(glyph.text if up else " " for glyph, up in after)
    return [int(number) for number in re.findall(r"\d{1,3}", raised)]


def _notes(page: Page, lines: Sequence[Line], body: float, cited: set[int], *, goes_on: bool) -> Sequence[Line]:
    """Return the lines of a page that are notes; it ends in them.

    Args:
        page: what is printed.
        lines: its lines of which nothing is known.
        body: size of the text.
        cited: the numbers the text sends to.
        goes_on: a note of the page before has not come to its end; a page of nothing larger goes on with it.
    """
    for place in _under_rules(page, lines):
        rest = lines[place:]
        if _are_notes(rest, lines, body, cited) or (_smaller(rest, body) and (goes_on or 2 * place >= len(lines))):
            return rest
    if goes_on and lines and _smaller(lines, body):
        return lines
    for place, line in enumerate(lines):
        if line.glyphs[0][1] and _are_notes(lines[place:], lines, body, cited):
            return lines[place:]
    return []


def _under_rules(page: Page, lines: Sequence[Line]) -> list[int]:
    """Return the places of the lines under short rules, printed as lines of text or drawn."""
    found: list[int] = []
    for place, line in enumerate(lines):
        if _DRAWN_RULE.fullmatch(line.text.strip()):
            # At the end of a document such a line closes it and nothing follows.
            line.kind = "furniture"
            found.append(place + 1)
    for rule in page.rules:
        if rule.x1 - rule.x0 < 0.45 * page.width and rule.y0 < 0.75 * page.height:
            found += [place for place, line in enumerate(lines) if line.y < rule.y0][:1]
    return [place for place in found if place < len(lines)]


def _are_notes(rest: Sequence[Line], lines: Sequence[Line], body: float, cited: set[int]) -> bool:
    """Return whether the last lines of a page are notes: a mark begins them, and they are smaller or the text cites it.

    Paragraphs may have raised numbers too: they are as large as the text, or fill most of the page and nothing sends
    to them.
    """
    number = begins_note(rest[0], None)
    if number is None or any(line.size > body for line in rest):
        return False
    few = 2 * len(rest) <= len(lines)
    if _smaller(rest, body):
        return few or number == 0 or number in cited
    return few and (number == 0 or number in cited)


def _smaller(lines: Sequence[Line], body: float) -> bool:
    return all(line.size < body - _SMALLER for line in lines)
