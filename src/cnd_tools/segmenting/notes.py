"""Notes at the foot of a page or the end of a text, and the marks in the text that send to them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from cnd_tools.lexicon.openings import alternatives, words
from cnd_tools.segmenting.furniture import RULE
from cnd_tools.segmenting.lines import Line, Lines, of_kind

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
SIGNS = "*†‡"
_LOWERED = str.maketrans(SUPERSCRIPTS, "0123456789")
STARRED = re.compile(r"(?<=[^\s*†‡_])[*†‡]{1,3}/?(?=\s|$)")
_START = re.compile(
    rf"(?P<raised>[{SUPERSCRIPTS}]+|[*†‡]{{1,3}}/?(?=\s))\s*(?=\S)|(?P<plain>\d{{1,3}})/?(?:\s+|$)"
    r"|(?P<square>\[\d{1,3}\])\s*(?=\S)"
)
_SQUARE = re.compile(r"\[(\d{1,3})\]\s*(?=\S)")
# The mark of such a note, after a word or a sign: "the Committee[1]", "(A/75/10). [1]".
SQUARED = re.compile(r"(?<=[\w.,;:)”’])\s?\[(\d{1,3})\](?!\w)")
_FIRST = frozenset(f"0123456789{SUPERSCRIPTS}{SIGNS}")
_LAST = ("_", *SIGNS)
_DRAWN = "_____"
MARK_ENDS = frozenset("0123456789/")  # how a mark ends: "24", "2/"
_NUMBERED = re.compile(r"(\d{1,3})/?\s+(?=[A-Z“*])")
# What only a note begins with: a reference; or, after what has ended, the symbol of a document.
_SAYS = re.compile(rf"(?:{alternatives(words()['note']['openings'])})(?!\w)")
_SYMBOL = re.compile(r"[A-Z]{1,6}(?:/[\w.()-]{1,30}){1,6}[.,;]")
# A mark at the end of a paragraph, set apart by a space or not, and one with a stroke.
_AT_END = re.compile(r"[a-z)”][.,;:]\s?(\d{1,3})/?$")
_SLASHED = re.compile(r"[\w.,;:)”]\s?\b(\d{1,3})/(?=[\s.,;:)])")
# A mark that stands straight after a word or a sign.
_GLUED = re.compile(r"(?<=[a-z)”][.,;:]|[a-z][a-z)”’])(\d{1,3})(?=[\s,;.]|$)(?![.,]\d)")
NEVER_LAST = frozenset(f"{word}." for word in words()["sentence"]["never_last"])


class Note(NamedTuple):
    """A note: its number (0 for a sign such as an asterisk), and its first and last line."""

    number: int
    first: int
    last: int
    label: str
    text_from: int  # in the first line


def find_notes(lines: Lines, kinds: list[str]) -> list[Note]:
    """Find the notes, and set the kind of their lines.

    Notes stand under a rule (drawn, or as a line of blanks) and begin with a number, until the page ends; or they
    begin with a raised number anywhere, or with an asterisk after a line that ended in one ("Review*").
    """
    notes: list[Note] = []
    texts = lines.texts
    begun = [place for place in lines.beginning(lambda begun: begun[0] in _FIRST) if not kinds[place]]
    ended = [place for place in lines.ending(("/", *_LAST)) if texts[place].rstrip("/").endswith(_LAST)]
    ruled = _ruled(lines, texts, kinds, ended)
    starred = next((place for place in ended if STARRED.search(texts[place])), len(texts))
    raised = [p for p in begun if texts[p][0] in SUPERSCRIPTS or (texts[p][0] in SIGNS and p > starred)]
    raised += _squared(lines, kinds)
    _take(lines, kinds, sorted(ruled.union(raised)), notes, ruled=ruled)
    _take(lines, kinds, _announced(lines, texts, kinds, begun), notes, ruled=set())
    return sorted(notes, key=lambda note: note.first)


def _squared(lines: Lines, kinds: Sequence[str]) -> list[int]:
    """Return the places of the last lines numbered [1], [2], … if the text above sends to each: "the Committee[1]".

    So do programs write notes that save a page as plain text.
    """
    texts = lines.texts
    run: list[tuple[int, str]] = []
    for place in reversed(lines.beginning(lambda begun: begun[0] == "[")):
        start = _SQUARE.match(texts[place]) if not kinds[place] else None
        if start is not None:
            if run and int(start[1]) != int(run[-1][1]) - 1:
                break
            run.append((place, start[1]))
            if start[1] == "1":
                break
    if not run or run[-1][1] != "1":
        return []
    marks = {mark[1] for text in texts[: run[-1][0]] if "[" in text for mark in SQUARED.finditer(text)}
    return [place for place, number in reversed(run) if number in marks] if marks.issuperset(n for _, n in run) else []


def _take(
    lines: Sequence[Line], kinds: list[str], places: Sequence[int], notes: list[Note], *, ruled: set[int]
) -> None:
    """Take the notes that begin at places, in order, unless they have been taken with others."""
    for place in places:
        found = _START.match(lines[place].text)
        if not kinds[place] and found is not None:
            _region(lines, kinds, place, notes, plain=bool(found["plain"]), ruled=place in ruled)


def _ruled(lines: Sequence[Line], texts: Sequence[str], kinds: Sequence[str], ended: Sequence[int]) -> set[int]:
    """Return the places of the lines under a rule, which may end the last line of the text above it."""
    rules = [place for place in of_kind(kinds, "furniture") if RULE.fullmatch(texts[place])]
    rules += [place for place in ended if texts[place].endswith(_DRAWN)]
    under = {place + 1 for place in rules if place + 1 < len(lines)}
    return under.union(place for place, line in enumerate(lines) if line.rule)


def is_underlined(text: str) -> bool:
    """Return whether a line of text ends in a rule: "do not stand in for the ____________"."""
    return text.endswith(_DRAWN) and text[0] != "_"


def _announced(lines: Sequence[Line], texts: Sequence[str], kinds: Sequence[str], begun: Sequence[int]) -> list[int]:
    """Return the places of lines that begin with a plain number of which a mark stands in the text above.

    End notes often have no rule, nor have notes where a page was taken as text.
    """
    starts = [(place, start) for place in begun if not kinds[place] and (start := _NUMBERED.match(texts[place]))]
    found: list[int] = []
    marks: set[str] = set()
    looked = last = 0
    for place, start in starts:
        text = texts[place]
        apart = place - 1 in found[-1:] or _stands_apart(lines, texts, kinds, place)
        if _SAYS.match(text, start.end()) or (apart and _SYMBOL.match(text, start.end())):
            found.append(place)
        elif apart and int(start[1]) != last + 1:  # else it counts points on: "3 The Board"
            marks.update(mark for above in texts[looked:place] for mark in _marks_in(above))
            looked = place
            if start[1] in marks:
                found.append(place)
        last = int(start[1]) if place not in found[-1:] else -1
    return sorted({*found, *_before(starts, frozenset(found)), *_closing(lines, starts, texts, kinds)})


def _closing(
    lines: Sequence[Line], starts: Sequence[tuple[int, re.Match[str]]], texts: Sequence[str], kinds: Sequence[str]
) -> Sequence[int]:
    """Return the places of the last lines numbered 1, 2, … if each number is a mark above: "Member States,2 a draft".

    So do the notes of a resolution stand that was copied out of its PDF, without the rule above them. The first of
    them does not stand where the printer broke a sentence: "held in New York on / 1 October".
    """
    run: list[tuple[int, int]] = []
    for place, start in reversed(starts):
        if run and int(start[1]) != run[-1][1] - 1:
            break
        run.append((place, int(start[1])))
        if int(start[1]) == 1:
            break
    if not run or run[-1][1] != 1 or not _stands_apart(lines, texts, kinds, run[-1][0]):
        return []
    marks = {int(mark[1]) for text in texts[: run[-1][0]] for mark in _GLUED.finditer(text)}
    return [place for place, _ in run] if marks.issuperset(number for _, number in run) else []


def _stands_apart(lines: Sequence[Line], texts: Sequence[str], kinds: Sequence[str], place: int) -> bool:
    """Return whether a line is set off from what is above it, and is not where a page divides a sentence."""
    above, torn = place - 1, lines[place].torn
    while above >= 0 and kinds[above] == "furniture":
        torn = torn or lines[above].torn
        above -= 1
    if torn and above >= 0 and (texts[above][-1].isalpha() or texts[above][-1] == ","):
        return False
    return bool(lines[place].gap) or not place or _ended(texts[place - 1])


def _before(starts: Sequence[tuple[int, re.Match[str]]], found: frozenset[int]) -> list[int]:
    """Return the places straight above the first note of a run whose number comes before its: a mark may be lost."""
    return [
        above
        for (above, one), (place, two) in pairwise(starts)
        if place in found and above == place - 1 and above not in found and int(one[1]) + 1 == int(two[1])
    ]


def _marks_in(text: str) -> list[str]:
    """Return the numbers of the marks in a line that stand at its end or have a stroke."""
    found = [mark[1] for mark in _AT_END.finditer(text)] if text[-1] in MARK_ENDS else []
    if "/ " in text or "/," in text:
        found += [mark[1] for mark in _SLASHED.finditer(text)]
    return found


def note_at(lines: Sequence[Line], places: Sequence[int]) -> Note:
    """Return the note that these lines are, by the number or sign it begins with, if any."""
    found = _START.match(lines[places[0]].text)
    label = (found["plain"] or found["raised"] or found["square"]) if found else ""
    return Note(_value(label), places[0], places[-1], label, found.end() if found else 0)


def _region(lines: Sequence[Line], kinds: list[str], first: int, notes: list[Note], *, plain: bool, ruled: bool) -> int:
    """Take the notes from `first` on, which begins one; return where the text goes on."""
    place = first
    while place < len(lines) and kinds[place] == "":
        line = lines[place]
        found = _START.match(line.text)
        begins = (
            found is not None
            and (ruled or bool(found["plain"]) == plain)
            and (place == first or _next(found, notes, lines, place))
        )
        if place > first and (
            line.torn or line.gap > 2 or not (begins or _goes_on(lines, place, plain=plain and ruled))
        ):
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
    if found["raised"] or found["square"] or 0 < int(found["plain"]) - notes[-1].number <= 5:
        return True
    return _ended(lines[place - 1].text) and lines[place].text[found.end() : found.end() + 1].isupper()


def _ended(text: str) -> bool:
    return text.endswith((".", "!", "?", ".”", '."')) and text.rsplit(None, 1)[-1].lstrip("(") not in NEVER_LAST


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
    digits = label.strip("[]") if label.isascii() else label.translate(_LOWERED)
    return int(digits) if digits.isdecimal() and len(digits) < 10 else 0
