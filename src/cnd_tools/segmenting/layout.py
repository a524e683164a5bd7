"""How a text is laid out: which lines begin with markers, how wide lines were wrapped, where their margins are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from cnd_tools.records import Mark
from cnd_tools.segmenting.drafts import draft_marker
from cnd_tools.segmenting.lines import Line
from cnd_tools.segmenting.numbering import Marker, any_marker, may_mark, read_marker
from cnd_tools.segmenting.openings import opens
from cnd_tools.segmenting.paragraphs import ENDS, ended, final

_WORD = 15  # characters a wrapped line may stay short by
_NARROWEST = 30  # characters: lines that are shorter were not wrapped to a width
PAPER = range(20, 120)  # characters in a line of print


class Layout(NamedTuple):
    """How the lines of a text were set.

    Attributes:
        width: of wrapped lines, from the margin; 0 where a line is a paragraph.
        dense: whether numbered paragraphs follow each other without blank lines.
        insets: how far each line is set in from the margin of its page; empty if that was not looked at.
    """

    width: int
    dense: bool
    insets: Sequence[int]


def read_layout(lines: Sequence[Line], kinds: Sequence[str], markers: Sequence[Marker | None]) -> Layout:
    """Return how a text was set.

    Args:
        lines: all lines.
        kinds: the kind of each; "" is text.
        markers: what each begins with.
    """
    close = [place for place, line in enumerate(lines) if not line.gap and place and not kinds[place]]
    pairs = [place for place in close if not kinds[place - 1]]
    wrapped = [place for place in pairs if markers[place] is None and _wrapped(lines[place - 1], lines[place])]
    if not wrapped or len(wrapped) * 10 < len(pairs):
        return Layout(0, dense=False, insets=())
    insets = _insets(lines, kinds)
    width = _width(lines, kinds, insets, wrapped)
    return Layout(width, width > 0 and _dense(lines, markers), insets if width else ())


def _wrapped(line: Line, after: Line) -> bool:
    """Return whether a line was surely wrapped: the next, with nothing between, begins in lower case.

    Or it has not come to an end and is as long as lines on paper are.
    """
    if after.text[0].islower():
        return True
    sign = final(line.text)
    return line.right in PAPER and (sign not in ENDS or (sign == "," and not opens(after.text)))


def _insets(lines: Sequence[Line], kinds: Sequence[str]) -> list[int]:
    """Return how far each line is set in: left and right pages have margins of their own (A_HRC_43_15_Add.1.txt)."""
    insets = [line.indent for line in lines]
    page: list[int] = []
    for place in range(len(lines) + 1):
        ends = place == len(lines) or lines[place].torn or kinds[place] == "furniture"
        if ends and page:
            margin = min(insets[row] for row in page)
            for row in page:
                insets[row] -= margin
            page = []
        if place < len(lines) and not kinds[place]:
            page.append(place)
    return insets


def _width(lines: Sequence[Line], kinds: Sequence[str], insets: Sequence[int], wrapped: Sequence[int]) -> int:
    """Return how wide the lines are that were wrapped, 0 if most of the text is in wider ones."""
    widths = [insets[row] + len(lines[row].text) for place in wrapped for row in (place - 1, place)]
    widest = max((width for width in widths if width in PAPER), default=max(widths))
    inside = total = 0
    for line, kind, inset in zip(lines, kinds, insets, strict=True):
        if not kind:
            size = len(line.text)
            total += size
            inside += size if inset + size <= widest + _WORD else 0
    return widest if widest >= _NARROWEST and inside * 2 >= total else 0


def _dense(lines: Sequence[Line], markers: Sequence[Marker | None]) -> bool:
    """Return whether numbered paragraphs follow each other without blank lines between, as in reports of bodies.

    Then a number at the start of a line that follows straight on another may count.
    """
    apart = close = 0
    for place, marker in enumerate(markers):
        if marker is not None and marker.form in {"number", "paren"} and place and ended(lines[place - 1].text):
            apart += lines[place].gap > 0
            close += not lines[place].gap
    return close > apart


def markers_of(lines: Sequence[Line], kinds: Sequence[str], shapes: Mapping[int, Mark]) -> list[Marker | None]:
    """Return for each line the marker it begins with, None for most, and for all that are no text.

    Args:
        lines: all lines.
        kinds: the kind of each; "" is text.
        shapes: what the format said of lines; what it calls a list item has a marker, whatever it looks like.
    """
    items = {place: mark for place, mark in shapes.items() if mark.kind == "item"}
    found = [
        read_marker(line.text) if not kind and may_mark(line.text) else None
        for line, kind in zip(lines, kinds, strict=True)
    ]
    for place, mark in items.items():
        text = lines[place].text
        found[place] = read_marker(text, level=mark.level) or any_marker(text, mark.level)
    for place, line in enumerate(lines):
        if not kinds[place] and line.text[0] in "PO":
            found[place] = found[place] or draft_marker(line.text)
    _drop_lone_numbers(lines, found, items)
    return found


def _drop_lone_numbers(lines: Sequence[Line], found: list[Marker | None], items: Mapping[int, Mark]) -> None:
    """Drop numbers without a full stop that are not one of a run of such: 1, 2, 3.

    A number alone says nothing ("1990 of"); one that its neighbours count on from does.
    """
    bare = [(place, m.readings[0].value) for place, m in enumerate(found) if m is not None and m.form == "bare"]
    named = [(place, value) for place, value in bare if _may_begin(lines, place, found[place])]
    good = set(items)
    for (place, value), (after, next_value) in pairwise(named):
        if next_value == value + 1:
            good |= {place, after}
    for place, _ in bare:
        if place not in good:
            found[place] = None


def _may_begin(lines: Sequence[Line], place: int, marker: Marker | None) -> bool:
    """Return whether a bare number can begin a paragraph: what is above has ended, no lower case follows."""
    line = lines[place]
    apart = not place or line.gap > 0 or line.torn or ended(lines[place - 1].text)
    return apart and marker is not None and not line.text[marker.end : marker.end + 1].islower()
