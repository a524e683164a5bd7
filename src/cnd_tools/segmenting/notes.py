"""Notes at the foot of a page or the end of a text, and the marks in the text that send to them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from cnd_tools.segmenting.furniture import RULE
from cnd_tools.segmenting.lines import Line

_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_RAISED = re.compile(rf"[{_SUPERSCRIPTS}]+(?:[,–-][{_SUPERSCRIPTS}]+)*")
_START = re.compile(rf"(?P<raised>[{_SUPERSCRIPTS}]+|[*†‡]{{1,3}}(?=\s))\s*(?=\S)|(?P<plain>\d{{1,3}})/?(?:\s+|$)")
_UNIT = re.compile(r"(?<![a-zA-Z])[kcm]?m$")
_DIGITS = re.compile(r"(?<=\S)\d+")
_YEAR = re.compile(r"(?<![\d/])(?:1[5-9]|20)\d\d$")
_NUMBER_OF_RESOLUTION = re.compile(r"\b\d{1,3}/\d{1,3}(?:/\d{1,3})?$")
_DAY = re.compile(r"(?<![\w/.,-])\d{1,2}$")


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
    begin with a raised number anywhere.
    """
    notes: list[Note] = []
    place = 0
    while place < len(lines):
        line = lines[place]
        ruled = line.rule or (place > 0 and kinds[place - 1] == "furniture" and RULE.fullmatch(lines[place - 1].text))
        found = _START.match(line.text) if kinds[place] == "" and (ruled or line.text[0] in _SUPERSCRIPTS) else None
        if found is None or not (ruled or found["raised"]):
            place += 1
            continue
        place = _region(lines, kinds, place, notes, plain=bool(found["plain"]))
    return notes


def _region(lines: Sequence[Line], kinds: list[str], place: int, notes: list[Note], *, plain: bool) -> int:
    """Take the notes from `place` on; return where the text goes on."""
    first = place
    while place < len(lines) and kinds[place] == "":
        line = lines[place]
        found = _START.match(line.text)
        begins = found is not None and bool(found["plain"]) == plain and _next(found, notes, first=place == first)
        if place > first and (line.torn or line.gap > 2 or not (begins or _goes_on(lines, place, plain=plain))):
            break
        if begins and found is not None:
            label = found["plain"] or found["raised"]
            notes.append(Note(_value(label), place, place, label, found.end()))
        elif notes:
            notes[-1] = notes[-1]._replace(last=place)
        kinds[place] = "note"
        place += 1
    return max(place, first + 1)


def _next(found: re.Match[str], notes: Sequence[Note], *, first: bool) -> bool:
    """Return whether a number that begins a line can be that of the next note, not of a line that goes on."""
    if first or found["raised"]:
        return True
    return 0 < int(found["plain"]) - notes[-1].number <= 5


def _goes_on(lines: Sequence[Line], place: int, *, plain: bool) -> bool:
    """Return whether a line belongs to the note above it.

    2011.txt sets a blank line inside its note: after one, the note goes on if it has not come to its full stop.
    """
    line, above = lines[place], lines[place - 1]
    ended = above.text.endswith((".", "!", "?", ".”", '."'))
    if line.gap:
        return plain and not ended and line.gap == 1
    return plain or not ended or line.text[0].islower() or line.indent > above.indent


def _value(label: str) -> int:
    digits = label.translate(str.maketrans(_SUPERSCRIPTS, "0123456789"))
    return int(digits) if digits.isdecimal() else 0


def find_marks(text: str, lines: Sequence[Line], kinds: Sequence[str], notes: Sequence[Note]) -> list[tuple[int, int]]:
    """Return the stretches of the source that are note marks, in order.

    Raised figures are marks unless they belong to a unit (km²). Figures on the line are marks if a note has that
    number and they stand where the last mark was followed by the next, on the pages before their note.
    """
    cuts = [found.span() for found in _RAISED.finditer(text) if _is_mark(text, found.start())]
    zone = 0
    for block in _blocks([note for note in notes if note.number and note.label.isdecimal()]):
        stretch = [line for place, line in enumerate(lines[zone : block[0].first], zone) if kinds[place] == ""]
        cuts += _plain_marks(stretch, block, {note.number for note in notes})
        zone = block[-1].last + 1
    return sorted(cuts)


def _is_mark(text: str, place: int) -> bool:
    before = text[max(place - 4, 0) : place]
    return bool(before) and not before[-1].isspace() and not _UNIT.search(before)


def _blocks(notes: Sequence[Note]) -> list[list[Note]]:
    """Return the notes that stand together, one list a page."""
    blocks: list[list[Note]] = []
    for note in notes:
        if blocks and note.first <= blocks[-1][-1].last + 2:
            blocks[-1].append(note)
        else:
            blocks.append([note])
    return blocks


def _plain_marks(stretch: Sequence[Line], block: Sequence[Note], known: set[int]) -> list[tuple[int, int]]:
    """Return the marks of a page's notes in the text above them: the sure ones first, then those between."""
    runs = [
        (line.left + found.start(), line.left + found.end(), line.text, found.start())
        for line in stretch
        for found in _DIGITS.finditer(line.text)
    ]
    sure = [run for run in runs if run[1] - run[0] <= 3 and _attached(run[2], run[3], run[3] + run[1] - run[0])]
    cuts: list[tuple[int, int]] = []
    placed: dict[int, int] = {}
    at = -1
    for note in block:
        hit = next(
            (run for run in sure if run[0] > at and int(run[2][run[3] : run[3] + run[1] - run[0]]) == note.number), None
        )
        if hit:
            placed[note.number], at = hit[0], hit[0]
            cuts.append(hit[:2])
    last = max((note.number for note in block), default=0)
    for run in sure:
        value = int(run[2][run[3] : run[3] + run[1] - run[0]])
        if run[:2] not in cuts and value in known and value <= last:
            cuts.append(run[:2])
    cuts += _glued(runs, block, placed)
    return cuts


def _attached(line: str, start: int, end: int) -> bool:
    """Return whether a number in a line is set straight after a word or a sign that closes something."""
    before, after = line[start - 1], line[end : end + 1]
    if (after and (after.isalnum() or after in "/(°%")) or (
        after and after in ".,-–" and line[end + 1 : end + 2].isdigit()
    ):
        return False
    if before.isalpha():
        word = re.search(r"[^\W\d_]{1,30}$", line[max(start - 31, 0) : start])
        return word is not None and len(word.group()) > (2 if word.group().isupper() else 1)
    if before in ")]”’\"'»":
        return True
    if before in ",;:":
        return True
    return before == "." and bool(re.search(r"[a-z)]{3,30}\.$", line[max(start - 32, 0) : start]))


def _glued(
    runs: Sequence[tuple[int, int, str, int]], block: Sequence[Note], placed: dict[int, int]
) -> list[tuple[int, int]]:
    """Return the marks that stand straight after a number: "19883" is 1988 with mark 3."""
    starts = sorted(placed.values())
    cuts = []
    for note in block:
        if note.number in placed:
            continue
        lower = max((where for number, where in placed.items() if number < note.number), default=-1)
        upper = min(
            (where for number, where in placed.items() if number > note.number), default=runs[-1][1] if runs else 0
        )
        sign = str(note.number)
        for start, end, line, column in runs[bisect_right([run[0] for run in runs], lower) :]:
            if start > upper:
                break
            head = line[: column + (end - start) - len(sign)]
            if end - start > len(sign) and line[column : column + end - start].endswith(sign) and _bears(head):
                placed[note.number] = end - len(sign)
                cuts.append((end - len(sign), end))
                break
    del starts
    return cuts


def _bears(head: str) -> bool:
    """Return whether a line up to here ends in a number a mark can follow: a year, or a resolution's."""
    return bool(_YEAR.search(head[-6:]) or _NUMBER_OF_RESOLUTION.search(head[-12:]))
