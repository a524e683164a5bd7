"""Notes at the foot of a page or the end of a text, and the marks in the text that send to them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from cnd_tools.segmenting.furniture import RULE
from cnd_tools.segmenting.lines import Line

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
SIGNS = "*†‡"
STARRED = re.compile(r"(?<=[^\s*†‡_])[*†‡]{1,3}(?=\s|$)")
_RAISED = re.compile(rf"[{SUPERSCRIPTS}]+(?:[,–-][{SUPERSCRIPTS}]+)*")
_START = re.compile(rf"(?P<raised>[{SUPERSCRIPTS}]+|[*†‡]{{1,3}}(?=\s))\s*(?=\S)|(?P<plain>\d{{1,3}})/?(?:\s+|$)")
_UNIT = re.compile(r"(?<![a-zA-Z])[kcm]?m$")


class Note(NamedTuple):
    """A note: its number (0 for a sign such as an asterisk), and its first and last line."""

    number: int
    first: int
    last: int
    label: str
    text_from: int  # in the first line


def find_notes(lines: Sequence[Line], kinds: list[str]) -> list[Note]:
    """Find the notes, and set the kind of their lines.

    Notes stand under a rule (drawn, or as a line of blanks) and begin with a number, until the page ends; or they
    begin with a raised number anywhere, or with an asterisk after a line that ended in one ("Review*").
    """
    notes: list[Note] = []
    done = 0
    for place in _starts(lines, kinds):
        found = _START.match(lines[place].text)
        if place >= done and not kinds[place] and found is not None:
            done = _region(lines, kinds, place, notes, plain=bool(found["plain"]))
    return notes


def _starts(lines: Sequence[Line], kinds: Sequence[str]) -> list[int]:
    """Return the places of the lines at which notes may begin: under a rule, or with a raised sign."""
    starred = next((place for place, line in enumerate(lines) if _is_starred(line.text)), len(lines))
    found = {
        place
        for place, line in enumerate(lines)
        if line.rule or line.text[0] in SUPERSCRIPTS or (line.text[0] in SIGNS and place > starred)
    }
    rules = (place for place, kind in enumerate(kinds) if kind == "furniture" and RULE.fullmatch(lines[place].text))
    return sorted(found.union(place + 1 for place in rules if place + 1 < len(lines)))


def _is_starred(text: str) -> bool:
    return text[-1] in SIGNS and STARRED.search(text) is not None


def note_at(lines: Sequence[Line], places: Sequence[int]) -> Note:
    """Return the note that these lines are, by the number or sign it begins with, if any."""
    found = _START.match(lines[places[0]].text)
    label = (found["plain"] or found["raised"]) if found else ""
    return Note(_value(label), places[0], places[-1], label, found.end() if found else 0)


def _region(lines: Sequence[Line], kinds: list[str], first: int, notes: list[Note], *, plain: bool) -> int:
    """Take the notes from `first` on, which begins one; return where the text goes on."""
    place = first
    while place < len(lines) and kinds[place] == "":
        line = lines[place]
        found = _START.match(line.text)
        begins = (
            found is not None
            and bool(found["plain"]) == plain
            and (place == first or _next(found, notes, lines, place))
        )
        if place > first and (line.torn or line.gap > 2 or not (begins or _goes_on(lines, place, plain=plain))):
            break
        if begins:
            notes.append(note_at(lines, [place]))
        else:
            notes[-1] = notes[-1]._replace(last=place)
        kinds[place] = "note"
        place += 1
    return place


def _next(found: re.Match[str], notes: Sequence[Note], lines: Sequence[Line], place: int) -> bool:
    """Return whether a number that begins a line is that of a note, and not of a line that goes on ("5 September").

    The next numbers are; another one is too, since notes cited twice come out of order, where the note above is done.
    """
    if found["raised"] or 0 < int(found["plain"]) - notes[-1].number <= 5:
        return True
    return _ended(lines[place - 1].text) and lines[place].text[found.end() : found.end() + 1].isupper()


def _ended(text: str) -> bool:
    return text.endswith((".", "!", "?", ".”", '."'))


def _goes_on(lines: Sequence[Line], place: int, *, plain: bool) -> bool:
    """Return whether a line belongs to the note above it.

    2011.txt sets a blank line inside its note: after one, the note goes on if it has not come to its full stop.
    """
    line, above = lines[place], lines[place - 1]
    ended = _ended(above.text)
    if line.gap:
        return plain and not ended and line.gap == 1
    return plain or not ended or line.text[0].islower() or line.indent > above.indent


def _value(label: str) -> int:
    digits = label.translate(str.maketrans(SUPERSCRIPTS, "0123456789"))
    return int(digits) if digits.isdecimal() and len(digits) < 10 else 0
