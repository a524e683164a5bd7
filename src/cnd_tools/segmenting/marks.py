"""The marks in a text that send to its notes: "Corruption¹", "Problem1 in order", and "19883" where 1988 carries 3."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from cnd_tools.lexicon.openings import words
from cnd_tools.segmenting.lines import Line
from cnd_tools.segmenting.notes import MARK_ENDS, NEVER_LAST, SIGNS, SQUARED, STARRED, SUPERSCRIPTS, Note, is_underlined
from cnd_tools.segmenting.signs import other_signs, places_of, runs_of

_UNIT = re.compile(r"(?<![a-zA-Z])[kcm]?m$")
_DIGITS = "0123456789"
_NOT_AFTER = re.compile(r"\w|[/(°%]|[.,–-]\d")  # what follows no mark
_APART = re.compile(r"(?<=[.,;:)”])\s(\d{1,3})$|(?<=[\w.,;:)”])\s?\b(\d{1,3})/(?=[\s,]|$)")
_LONGEST_MARK = 4  # a space and three figures
_LONGEST_WORD = 30
_WORD = re.compile(r"[^\W\d_]{1,30}$")
_YEAR = re.compile(r"(?<![\d/])(?:1[5-9]|20)\d\d$")
_RESOLUTION = re.compile(r"(?<![\w./])\d{1,3}/\d{1,3}(?:/\d{1,3})?$")
_ABBREVIATIONS = frozenset(word.lower() for word in words()["sentence"]["abbreviations"])

Cut = tuple[int, int]


class _Run(NamedTuple):
    """Digits that stand straight after something."""

    start: int
    end: int
    digits: str
    sure: bool  # a mark, by what stands around it
    before: str  # what stands before the digits in their line


def find_marks(text: str, lines: Sequence[Line], kinds: Sequence[str], notes: Sequence[Note]) -> list[Cut]:
    """Return the stretches of the source that are note marks, in order.

    Raised figures are marks unless they belong to a unit (km²). Figures on the line are marks if a note has their
    number and they stand where only marks do (after a word or a closing sign), or if they end a year or the number of
    a resolution between the marks before and after theirs.
    """
    cuts = [span for span in _raised(text) if _is_raised(text, span[0])]
    if any(note.label[:1] in SIGNS and note.label for note in notes):
        cuts += [found.span() for found in STARRED.finditer(text)]
    for first, last, numbers in _series(notes):
        stretch = [line for line, kind in zip(lines[first:last], kinds[first:last], strict=True) if not kind]
        cuts += _on_the_line(_digits(text, stretch), numbers)
    cuts += _rules(lines, kinds, notes)
    if squared := {note.number for note in notes if note.label[:1] == "["}:
        cuts += [mark.span() for mark in SQUARED.finditer(text) if int(mark[1]) in squared]
    if every := {note.number for note in notes if note.label.isdecimal()}:
        cuts += _set_apart([line for line, kind in zip(lines, kinds, strict=True) if not kind], every)
    return sorted(set(cuts))


def _raised(text: str) -> Iterator[Cut]:
    """Yield the runs of raised figures, also "²,³"."""
    start = end = -1
    for place in places_of(text, SUPERSCRIPTS):
        if place == end or (place == end + 1 and text[end] in ",–-"):
            end = place + 1
            continue
        if start >= 0:
            yield start, end
        start, end = place, place + 1
    if start >= 0:
        yield start, end


def _is_raised(text: str, place: int) -> bool:
    before = text[max(place - 4, 0) : place]
    return bool(before) and not before[-1].isspace() and not _UNIT.search(before)


def _series(notes: Sequence[Note]) -> Iterator[tuple[int, int, set[int]]]:
    """Yield each numbering of the notes: the lines it governs, and its numbers. A new one begins at 1."""
    first, last, numbers = 0, 0, set[int]()
    for note in notes:
        if not note.label.isdecimal():
            continue
        if note.number == 1 and numbers:
            yield first, last, numbers
            first, numbers = last, set()
        numbers.add(note.number)
        last = note.last + 1
    if numbers:
        yield first, last, numbers


def _on_the_line(digits: Iterable[tuple[Line, int, int]], numbers: set[int]) -> list[Cut]:
    runs = _runs_of(digits)
    sure = [run for run in runs if run.sure and len(run.digits) <= 3 and int(run.digits) in numbers]
    chain = {int(run.digits): run.start for run in _rising(sure)}
    cuts = [(run.start, run.end) for run in sure]
    return cuts if len(chain) == len(numbers) else cuts + list(_glued(runs, numbers, chain))


def _set_apart(stretch: Sequence[Line], numbers: set[int]) -> Iterator[Cut]:
    """Yield the marks that a space parts from what they follow at the end of a line, and those with a stroke."""
    texts = [line.text for line in stretch]
    for place in [at for at, text in enumerate(texts) if text[-1] in MARK_ENDS or "/ " in text or "/," in text]:
        line, text = stretch[place], texts[place]
        after = stretch[place + 1] if place + 1 < len(stretch) else None
        # "in articles 9, 10 / and 12" goes on.
        ends = after is None or after.gap or after.text[0].isupper() or after.text[0].isdigit()
        # Without a stroke a mark is the last of the line.
        for found in _APART.finditer(text, 0 if "/" in text else max(len(text) - _LONGEST_MARK, 0)):
            sure = found[2] or (ends and text[: found.start()].rsplit(None, 1)[-1].lstrip("(") not in NEVER_LAST)
            if sure and int(found[1] or found[2]) in numbers:
                yield line.left + found.start(), line.left + found.end()


def _rules(lines: Sequence[Line], kinds: Sequence[str], notes: Sequence[Note]) -> Iterator[Cut]:
    """Yield the rules above notes that stand in the last line of the text."""
    for note in notes:
        line = lines[note.first - 1] if note.first else None
        if line is not None and not kinds[note.first - 1] and is_underlined(line.text):
            text = line.text.rstrip("_").rstrip()
            yield line.left + len(text), line.left + len(line.text)


def _digits(text: str, stretch: Sequence[Line]) -> Iterator[tuple[Line, int, int]]:
    """Yield the runs of digits in lines, each with its line, and where in the text it stands."""
    signs = [*_DIGITS, *(sign for sign in other_signs(text) if sign.isdecimal())]
    lefts = [line.left for line in stretch]
    for start, end in runs_of(places_of(text, signs, lefts[0], stretch[-1].end) if stretch else ()):
        line = stretch[bisect_right(lefts, start) - 1]
        if start < line.left + len(line.text):  # and not in a line of another kind
            yield line, start, end


def _runs_of(digits: Iterable[tuple[Line, int, int]]) -> list[_Run]:
    """Return the digits that may be a mark, by what follows them, with whether what stands before says so."""
    runs = []
    for line, first, last in digits:
        left, text = line.left, line.text
        start, end = first - left, last - left
        alone = not start or text[start - 1].isspace()
        start += alone  # a year or a resolution stands by itself, and the mark is its last digits
        if start < end and (text[end : end + 1] in " " or not _NOT_AFTER.match(text, end)):
            head = text[max(start - _LONGEST_WORD, 0) : start]
            runs.append(_Run(left + start, last, text[start:end], not alone and _is_marked(head), head))
    return runs


def _is_marked(head: str) -> bool:
    """Return whether what ends so is followed by a mark, if figures come: a word, or a sign that closes something."""
    before = head[-1]
    if before.isalpha():
        word = _WORD.search(head)
        # "G20" and "COP21" are names; an acronym with a mark is found where its number is due.
        return word is not None and not (word.group().isupper() or len(word.group()) == 1)
    if before in ".:":
        word = _WORD.search(head[:-1])
        if word is None:
            return head[-2:-1] in set(')]”"')
        return len(word.group()) > 1 and not word.group().isupper() and word.group().lower() not in _ABBREVIATIONS
    return before in ',;)]”’"»!?'


def _rising(sure: Sequence[_Run]) -> list[_Run]:
    """Return the longest part of the marks whose numbers rise, from its end: the first mark of each note."""
    tails: list[int] = []
    ends: list[int] = []
    before: dict[int, int] = {}
    for at, run in enumerate(sure):
        value = int(run.digits)
        place = bisect_left(tails, value)
        if place == len(tails):
            tails.append(value)
            ends.append(at)
        else:
            tails[place], ends[place] = value, at
        before[at] = ends[place - 1] if place else -1
    chain = []
    at = ends[-1] if ends else -1
    while at >= 0:
        chain.append(sure[at])
        at = before[at]
    return chain


def _glued(runs: Sequence[_Run], numbers: set[int], chain: dict[int, int]) -> Iterator[Cut]:
    """Yield the marks that are missing in the chain and stand straight after a year, a resolution or an acronym.

    Each is between the marks before and after it. "61/29" may be a resolution or 61/2 with mark 9: it is a mark if
    nothing there is one more likely, and nothing else as likely.
    """
    tokens = Counter(_token(run.before + run.digits) for run in runs)
    bearing: dict[int, list[tuple[int, int, int]]] = {}
    for run in runs:
        for size in range(max(len(run.digits) - 3, 0), len(run.digits)):
            number = int(run.digits[size:]) if run.digits[size] != "0" else 0
            if number in numbers and number not in chain and (weight := _bears(run, size, tokens)):
                bearing.setdefault(number, []).append((run.start + size, run.end, weight))
    placed = sorted(chain)
    low = -1
    for number in sorted(bearing):
        at = bisect_left(placed, number)
        low = max(low, chain[placed[at - 1]] if at else -1)
        high = (chain[placed[at]],) if at < len(placed) else (sys.maxsize,)
        runs_of = bearing[number]
        between = runs_of[bisect_left(runs_of, (low + 1,)) : bisect_left(runs_of, high)]
        likely = [run for run in between if run[2] > 1]
        for start, end, _ in likely[:1] or (between if len(between) == 1 else []):
            yield start, end
            low = start


def _token(text: str) -> str:
    """Return the resolution's number a text ends in, or ""."""
    found = _RESOLUTION.search(text[-20:])
    return found.group() if found else ""


def _bears(run: _Run, size: int, tokens: Counter[str]) -> int:
    """Return how likely the last digits of a run are a mark: 2 likely, 1 perhaps, 0 not at all.

    What is left without them must be a year, a resolution's number or an acronym. No resolution has four figures after
    its stroke; for one with fewer it speaks if the shorter number is named elsewhere and the longer is not.
    """
    whole, head = run.before + run.digits, run.before + run.digits[:size]
    if not size:
        word = _WORD.search(head[-30:])
        return 2 if word is not None and word.group().isupper() and len(word.group()) > 2 else 0
    if _YEAR.search(head[-20:]):
        return 2
    if not (shorter := _token(head)):
        return 0
    longer = _token(whole)
    return 2 if not longer or (tokens[shorter] and tokens[longer] == 1) else 1
