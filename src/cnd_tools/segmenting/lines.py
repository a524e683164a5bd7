"""The lines of a source, each with where it stands; the unit the ledger counts in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Line(NamedTuple):
    """A line that is not blank.

    Attributes:
        start: first character of the line in the source, its indentation included.
        end: one past its last character, the line end included.
        left: first character of `text` in the source.
        text: the line without the white space around it.
        gap: blank lines before it.
        number: 1-based, as an editor counts: by LF, CR LF or CR.
        torn: a page begins between the line before and this one.
        rule: a blank line before it is long: in a text taken from a word processor that is the rule above notes.
    """

    start: int
    end: int
    left: int
    text: str
    gap: int = 0
    number: int = 1
    torn: bool = False
    rule: bool = False

    @property
    def indent(self) -> int:
        """Characters of white space before the text."""
        return self.left - self.start

    @property
    def right(self) -> int:
        """One past the last character of the text, measured from the start of the line: its printed width."""
        return self.left - self.start + len(self.text)


_RULE = 20  # characters: 2011.txt has 49 blanks where Word drew the rule above the notes


def scan(text: str, pages: Sequence[int] = (0,)) -> list[Line]:
    """Return the lines of a text that are not blank, in order.

    Args:
        text: any text; lines end at LF, CR, CR LF, form feed and whatever else Unicode ends a line with.
        pages: offsets at which pages begin.
    """
    lines: list[Line] = []
    offset, number, gap, torn, rule = 0, 1, 0, False, False
    breaks = iter(pages[1:])
    page = next(breaks, -1)
    make, add = tuple.__new__, lines.append  # four million calls for 100 MB
    for raw in text.splitlines(keepends=True):
        size = len(raw)
        if raw == "\n" and page < 0:  # every other line of a flowed text
            gap += 1
            number += 1
            offset += 1
            continue
        body = raw.strip()
        if page >= 0:
            while 0 <= page < offset + size:
                torn, page = True, next(breaks, -1)
        if body:
            left = offset if raw[0] == body[0] else offset + raw.find(body[0])
            add(make(Line, (offset, offset + size, left, body, gap, number, torn, rule)))
            gap = 0
            torn = rule = False
        else:
            gap += 1
            torn = torn or "\f" in raw
            rule = rule or len(raw.rstrip("\r\n")) >= _RULE
        offset += size
        number += raw[-1] in "\r\n"
    return lines


def numbered(lines: list[Line], rows: Sequence[tuple[int, int]]) -> list[Line]:
    """Return lines with the numbers they have in the file, as its format says (`Document.rows`); the same for none."""
    if not rows:
        return lines
    found = []
    at = 0
    for line in lines:
        while at + 1 < len(rows) and rows[at + 1][0] <= line.left:
            at += 1
        found.append(line._replace(number=rows[at][1]))
    return found
