"""What a scanner makes of a text, put right before anything is read from it: blank lines and labels.

Nothing of the source is changed: lines keep their characters and places, labels what is printed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from cnd_tools.segmenting.lines import Line, Lines
from cnd_tools.segmenting.numbering import Marker, Reading
from cnd_tools.segmenting.paragraphs import ENDS, STOPS, final
from cnd_tools.segmenting.preambles import stands_alone

_SAMPLE = 400  # lines looked at
_FEWEST = 4
_PRINTED = range(60, 120)  # characters: a line so long that has not ended goes on, though in a capital
# Digits that scanners take letters for; (1) for (l) cannot be told from a list in the list.
_LIKE = {"6": "b", "0": "o", "5": "s", "9": "g"}
_OPEN = re.compile(r"\(([a-z])[ \t]+(?=[A-Z“])")


def close_up(lines: Lines) -> Lines:
    """Return the lines without the blank one that a scanner set after each, where it did; else as they are.

    Such a text has hardly a line without a blank one before it, and many that go on in mid-sentence.
    """
    sample = lines[1:_SAMPLE]
    if len(lines) < _FEWEST or sum(line.gap > 0 for line in sample) * 20 < len(sample) * 19:
        return lines
    if _is_double_spaced(lines[:_SAMPLE]):
        return _closed(lines)
    going = [
        (before.text, after.text)
        for before, after in zip(lines, sample, strict=False)
        if after.gap and final(before.text) not in ENDS and not stands_alone(before.text)
    ]
    small = sum(after[0].islower() for _, after in going)
    inside = sum(after[0].islower() or len(before) in _PRINTED for before, after in going)
    if inside * 4 < len(sample) or small * 8 < len(sample):
        return lines
    return _closed(lines)


def _closed(lines: Lines) -> Lines:
    return Lines((replace(line, gap=line.gap - 1) if line.gap else line for line in lines), lines.source)


def _is_double_spaced(lines: Sequence[Line]) -> bool:
    """Return whether one blank line stands inside paragraphs and more between them: hardly one ends before only one.

    A heading over its paragraph looks so too, but the paragraph begins in no lower case.
    """
    close = [(before.text, after.text) for before, after in pairwise(lines) if after.gap == 1]
    ended = sum(before[-1] in STOPS for before, _ in close)
    small = sum(after[0].islower() for _, after in close)
    apart = sum(line.gap > 1 for line in lines[1:])
    return apart >= _FEWEST and ended * 10 < len(close) <= 4 * small


def mend_labels(lines: Lines, markers: list[Marker | None], kinds: Sequence[str]) -> None:
    """Put labels right that are due as letters: "(6)" after (a) is (b), and so is "(b Nets".

    Args:
        lines: all lines.
        markers: what each begins with.
        kinds: the kind of each; "" is text.
    """
    open_ = [(markers[place], lines[place].text) for place in lines.beginning(lambda begun: begun[0] == "(")]
    if not any(text[1:2] in _LIKE if marker else _OPEN.match(text) for marker, text in open_):
        return
    due = 0  # place in the alphabet of the letter that would be next, 0 for none
    digits = 0  # the last number in brackets
    for place, line in enumerate(lines):
        if line.text[0] != "(":
            marker = markers[place]
            due = 0 if marker is not None and marker.form in {"number", "upper", "word"} else due
            continue
        if kinds[place]:
            continue
        marker = markers[place] or _open(line.text, due)
        if marker is not None:
            if marker.readings[0].value != digits + 1:
                markers[place] = marker = _as_letter(marker, due)
            if marker.readings[0].style == "(number)":
                digits = marker.readings[0].value
                continue
            letter = next((reading.value for reading in marker.readings if reading.style == "letter"), 0)
            due = letter + 1 if letter in {1, due} else due


def _open(text: str, due: int) -> Marker | None:
    """Return the letter that is due, if a line begins with it and its bracket is never shut."""
    found = _OPEN.match(text)
    if found is None or ord(found[1]) - 96 != due:
        return None
    return Marker(f"({found[1]}", "paren", f"({found[1]})", (Reading("letter", due),), found.end(), False)


def _as_letter(marker: Marker, due: int) -> Marker:
    """Return a digit in brackets as the letter it was taken for, if that is due; any other marker as it is."""
    letter = _LIKE.get(marker.label.strip("() ")) if marker.form == "paren" else None
    if letter is None or ord(letter) - 96 != due:
        return marker
    return replace(marker, key=f"({letter})", readings=(Reading("letter", due),), starts=False)
