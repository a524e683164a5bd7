"""What a paragraph quotes after its colon: where it ends, and whether it is of several paragraphs.

A statement of the Security Council, or a draft resolution in a report, opens each of its paragraphs with a quotation
mark and closes only the last: those are paragraphs of their own. What is closed where it opens, or opened but once,
belongs to the paragraph that quotes it, numbers and all.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from cnd_tools.segmenting.lines import Line
from cnd_tools.segmenting.paragraphs import ended

OPENERS = frozenset('“«"„‘')
_CLOSERS = {"“": "”", "«": "»", "„": "“”", '"': '"', "‘": "’"}
_SEVERAL = frozenset('"‘')  # signs that do not tell where a quotation of one paragraph ends
SHUT = frozenset("”»")
_LONGEST = 200  # lines of a quotation that is opened but once
_LONGEST_ASIDE = 40  # lines without an opening mark in one that has them


class Quotation(NamedTuple):
    """Where a quotation ends, and whether each of its paragraphs is one of its own."""

    last: int  # place of its last line
    several: bool


def find_quotation(
    lines: Sequence[Line], kinds: Sequence[str], place: int, is_due: Callable[[int], bool]
) -> Quotation | None:
    """Return the quotation that begins at a line, None if it is never closed.

    Args:
        lines: all lines.
        kinds: the kind of each; "" is text.
        place: of the line that opens it.
        is_due: whether the line at a place has the number that is due in the text around it.
    """
    sign = lines[place].text[0]
    signs, outer = _Signs(sign), None
    before, aside = place, -1  # aside: the last line before one that did not open
    for at in range(place, len(lines)):
        if kinds[at]:
            continue
        line = lines[at]
        if at > place and signs.open and line.text[0] == sign and (line.gap or ended(lines[before].text)):
            signs, outer, aside = _Signs(sign), signs, -1
        elif outer is not None and line.gap and is_due(at):
            return Quotation(before, several=True)
        elif outer is not None and line.gap and aside < 0:
            aside = before
        signs.read(line.text)
        shut = _closes(line.text, sign)
        if outer is not None and not signs.open and not shut:
            signs, outer = outer, None  # a quoted word began that paragraph
        elif not signs.open or (outer is None and sign not in _SEVERAL and shut):
            return Quotation(at, outer is not None) if outer is not None or sign not in _SEVERAL else None
        if at - place >= _LONGEST and outer is None:
            return None
        if aside >= 0 and at - aside > _LONGEST_ASIDE:
            break
        before = at
    return Quotation(aside if aside >= 0 else before, several=True) if outer is not None else None


def _closes(text: str, sign: str) -> bool:
    """Return whether a line ends in what closes an opening sign."""
    return text.rstrip(".;,:)")[-1:] in _CLOSERS[sign]


class _Signs:
    """Counts the quotation marks of one paragraph."""

    def __init__(self, sign: str) -> None:
        self._sign = sign
        self._opened = 0

    @property
    def open(self) -> bool:
        """Whether one is open after what was read."""
        return self._opened % 2 == 1 if self._sign == '"' else self._opened > 0

    def read(self, text: str) -> None:
        if self._sign == "‘":  # an apostrophe looks like what closes it
            self._opened = not _closes(text, self._sign)
            return
        self._opened += text.count(self._sign)
        if self._sign != '"':
            self._opened -= sum(text.count(closer) for closer in _CLOSERS[self._sign])
