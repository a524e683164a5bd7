"""How a text is laid out: which lines begin with markers, how wide lines were wrapped, where their margins are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import compress, islice, pairwise
from operator import add, not_
from typing import NamedTuple

from cnd_tools.records import Mark
from cnd_tools.segmenting.drafts import BEGUN, draft_marker
from cnd_tools.segmenting.glued_labels import settle_glued, settle_lone_bullets
from cnd_tools.segmenting.labels import may_begin, may_mark
from cnd_tools.segmenting.lines import Line, Lines
from cnd_tools.segmenting.numbering import Marker, any_marker, read_marker
from cnd_tools.segmenting.openings import opens
from cnd_tools.segmenting.paragraphs import ENDS, Paragraph, ended, final
from cnd_tools.segmenting.preambles import stands_alone

_WORD = 15  # characters a wrapped line may stay short by
_NARROWEST = 30  # characters: lines that are shorter were not wrapped to a width
_SHORT = 0.85  # of the width: a line that leaves more room than this for the next word was not wrapped
_SAMPLE = 500  # lines
_LARGEST = 5000  # lines looked at to tell whether paragraphs have blank lines between them
_NEARLY_ALL = 0.95  # of a text
_OFTEN = 3  # times: less is chance
_LONG = 180  # characters: more than any line of print has
PAPER = range(20, 120)  # characters in a line of print
HEADING_LINES = 3  # a heading has no more


class Layout(NamedTuple):
    """How the lines of a text were set.

    Attributes:
        width: of wrapped lines, from the margin; 0 where a line is a paragraph.
        dense: whether numbered paragraphs follow each other without blank lines.
        insets: how far each line is set in from the margin of its page; empty if that was not looked at.
        solid: whether paragraphs of wrapped lines have no blank line before them, as a rule; where no line was
            wrapped, whether lines are so long that each is a paragraph for sure.
        leads: how far first lines of paragraphs are set in, where that tells them from other lines.
    """

    width: int
    dense: bool
    insets: Sequence[int]
    solid: bool = False
    leads: frozenset[int] = frozenset()

    def fills(self, paragraph: Paragraph, after: Line) -> bool:
        """Return whether a paragraph's last line had no room for the next one's first word; lines are wrapped."""
        return full(self.width, self.insets[paragraph.places[-1]] + len(paragraph.lines[-1].text), after.text)


def read_layout(lines: Lines, kinds: Sequence[str], markers: Sequence[Marker | None]) -> Layout:
    """Return how a text was set.

    Args:
        lines: all lines.
        kinds: the kind of each; "" is text.
        markers: what each begins with.
    """
    texts = lines.texts
    above = enumerate(zip(lines, kinds, strict=True))
    close = [place for place, (line, kind) in above if not (kind or line.gap) and place]
    pairs = [place for place in close if not kinds[place - 1]]
    wrapped = [
        place
        for place in pairs
        if markers[place] is None and (texts[place][0].islower() or _unended(lines[place - 1], lines[place]))
    ]
    if not wrapped or len(wrapped) * 10 < len(pairs):
        return Layout(0, dense=False, insets=(), solid=bool(close) and _has_long(lines, kinds))
    insets = _insets(lines, kinds)
    width = _width(lines, kinds, insets, wrapped)
    if width and not _were_full(lines, insets, wrapped, width):
        width = 0
    if not width:
        return Layout(0, dense=False, insets=(), solid=_has_long(lines, kinds))
    solid = _solid(lines, insets, width, pairs) > kinds.count("") - len(close)
    return Layout(width, _dense(lines, markers), insets, solid, _leads(lines, kinds, insets, width))


def _has_long(lines: Sequence[Line], kinds: Sequence[str]) -> bool:
    return any(len(line.text) > _LONG and not kind for line, kind in zip(lines, kinds, strict=True))


def _unended(line: Line, after: Line) -> bool:
    """Return whether a line was surely wrapped though the next, with nothing between, begins in no lower case.

    It has not come to an end and is as long as lines on paper are.
    """
    sign = final(line.text)
    return line.right in PAPER and (sign not in ENDS or (sign == "," and not opens(after.text)))


def _insets(lines: Sequence[Line], kinds: Sequence[str]) -> list[int]:
    """Return how far each line is set in: left and right pages have margins of their own (A_HRC_43_15_Add.1.txt)."""
    insets = [line.left - line.start for line in lines]
    if not any(insets):
        return insets
    ends = [place for place, line in enumerate(lines) if line.torn or kinds[place] == "furniture"]
    for first, last in pairwise([0, *ends, len(lines)]):
        margin = min((insets[row] for row in range(first, last) if not kinds[row]), default=0)
        if margin:
            insets[first:last] = [
                inset if kind else inset - margin
                for inset, kind in zip(insets[first:last], kinds[first:last], strict=True)
            ]
    return insets


def _width(lines: Lines, kinds: Sequence[str], insets: Sequence[int], wrapped: Sequence[int]) -> int:
    """Return how wide the lines are that were wrapped, 0 if most of the text is in wider ones."""
    sizes = list(map(len, lines.texts))
    rights = list(map(add, insets, sizes))
    widths = {rights[place] for place in wrapped}.union([rights[place - 1] for place in wrapped])
    widest = max((width for width in widths if width in PAPER), default=max(widths))
    limit = widest + _WORD
    beyond = sum([size for right, size, kind in zip(rights, sizes, kinds, strict=True) if right > limit and not kind])
    text = sum(compress(sizes, map(not_, kinds)))
    # Short headings over paragraphs that are a line each look wrapped too; but none of those begins in lower case.
    share = 0.5 if any(not lines[place].text[0].isupper() for place in wrapped) else _NEARLY_ALL
    return widest if widest >= _NARROWEST and text - beyond >= share * text else 0


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


def _were_full(lines: Sequence[Line], insets: Sequence[int], wrapped: Sequence[int], width: int) -> bool:
    """Return whether lines that seem wrapped had no room for more.

    What is short of the width was ended: headings above paragraphs that are a line each.
    """
    sample = wrapped[:: len(wrapped) // _SAMPLE + 1]
    filled = sum(full(width, insets[at - 1] + len(lines[at - 1].text), lines[at].text) for at in sample)
    return filled * 2 >= len(sample)


def _solid(lines: Sequence[Line], insets: Sequence[int], width: int, pairs: Sequence[int]) -> int:
    """Return how many paragraphs, about, end in a short line with no blank one after it.

    Args:
        lines: all lines.
        insets: how far each is set in.
        width: of wrapped lines.
        pairs: the lines that follow straight on another.
    """
    step = len(pairs) // _LARGEST + 1
    found = 0
    for place in pairs[::step]:
        above = lines[place - 1].text
        if above[-1] in ENDS and not full(width, insets[place - 1] + len(above), lines[place].text):
            found += step
    return found


def _leads(lines: Sequence[Line], kinds: Sequence[str], insets: Sequence[int], width: int) -> frozenset[int]:
    """Return the insets at which lines begin paragraphs: hardly one has a full line above it that has not ended."""
    if max(insets) <= 1:
        return frozenset()
    begun, inside = Counter[int](), Counter[int]()
    for place in range(1, len(lines)):
        if insets[place] > 1 and not (kinds[place] or lines[place].gap):
            above = lines[place - 1].text
            if ended(above):
                begun[insets[place]] += 1
            elif full(width, insets[place - 1] + len(above), lines[place].text):
                inside[insets[place]] += 1
    return frozenset(inset for inset, times in begun.items() if times >= _OFTEN and inside[inset] * 4 <= times)


def full(width: int, right: int, after: str) -> bool:
    """Return whether a line that ends at `right` had no room for the first word of the next; both were wrapped."""
    return right + 1 + len(after.split(None, 1)[0]) > width * _SHORT


def markers_of(lines: Lines, kinds: Sequence[str], shapes: Mapping[int, Mark]) -> list[Marker | None]:
    """Return for each line the marker it begins with, None for most, and for all that are no text.

    Args:
        lines: all lines.
        kinds: the kind of each; "" is text.
        shapes: what the format said of lines; what it calls a list item has a marker, whatever it looks like.
    """
    items = {place: mark for place, mark in shapes.items() if mark.kind == "item"}
    texts = lines.texts
    found: list[Marker | None] = [None] * len(lines)
    places = [place for place in lines.beginning(may_begin) if not kinds[place] and may_mark(texts[place])]
    for place in places:
        found[place] = read_marker(texts[place], glued=True)
    for place, mark in items.items():
        found[place] = read_marker(texts[place], level=mark.level) or any_marker(texts[place], mark.level)
    drafted = [place for place in lines.beginning(BEGUN.__contains__) if not kinds[place]]
    for place in drafted:
        found[place] = found[place] or draft_marker(texts[place])
    if items or drafted:
        places = sorted({*places, *items, *drafted})
    settle_glued(found, places)
    settle_lone_bullets(lines, found, places, items)
    _drop_lone_numbers(lines, found, places, items)
    _begin_late(found, places)
    return found


def _begin_late(found: list[Marker | None], places: Sequence[int]) -> None:
    """Let the numbers of an excerpt begin with another than 1, if the next two go on from it: "52.", "53.", "54."."""
    numbers = ((place, m) for place in places if (m := found[place]) is not None and m.form == "number")
    begun = list(islice(numbers, _OFTEN))
    values = [marker.readings[0].value for _, marker in begun]
    if len(begun) == _OFTEN and all(after == value + 1 for value, after in pairwise(values)):
        place, marker = begun[0]
        found[place] = replace(marker, starts=True)


def _drop_lone_numbers(
    lines: Sequence[Line], found: list[Marker | None], places: Sequence[int], items: Mapping[int, Mark]
) -> None:
    """Drop numbers without a full stop that are not one of a run of such: 1, 2, 3.

    A number alone says nothing ("1990 of"); one that its neighbours count on from does.
    """
    marked = [(place, marker) for place in places if (marker := found[place]) is not None]
    bare = [(place, marker.readings[0].value) for place, marker in marked if marker.form == "bare"]
    named = [(place, value) for place, value in bare if _may_begin(lines, place, found[place])]
    if not bare:
        return
    good = set(items) | _with_lost_stops(lines, marked)
    for (place, value), (after, next_value) in pairwise(named):
        if next_value == value + 1:
            good |= {place, after}
    for place, _ in bare:
        if place not in good:
            found[place] = None


def _with_lost_stops(lines: Sequence[Line], marked: Sequence[tuple[int, Marker]]) -> set[int]:
    """Return the places of the numbers that have lost their full stop, "10 Calls for", and are due where they stand.

    A date after the last paragraph may have the number that is due; a verb or a tab tells the paragraph from it.
    """
    good = set[int]()
    numbers = [
        (at, m, m.readings[0].value)
        for at, m in marked
        if m.form == "number" or (m.form == "bare" and _may_begin(lines, at, m))
    ]
    before = 0
    following = [value for _, _, value in numbers[1:]]
    for (place, marker, value), after in zip(numbers, [*following, 0], strict=False):
        if marker.form == "bare":
            rest = lines[place].text[marker.end :]
            said = bool(rest) and (lines[place].text[marker.end - 1] == "\t" or opens(rest))
            if value != before + 1 or not (said or after == value + 1):
                continue
            if before or (said and after == value + 1):
                good.add(place)
        before = value
    return good


def _may_begin(lines: Sequence[Line], place: int, marker: Marker | None) -> bool:
    """Return whether a bare number can begin a paragraph: what is above has ended, no lower case follows.

    "1 to continue to organize meetings" may, apart from what is above: "instructs the Director" governs it.
    """
    line = lines[place]
    above = lines[place - 1].text if place else ""
    # What is far shorter than the line under it was not wrapped: it is a heading.
    headed = above[:1].isupper() and len(above) * 4 < len(line.text) * 3
    apart = not place or line.gap > 0 or line.torn or headed or ended(above)
    if marker is None or not apart:
        return False
    rest = line.text[marker.end :]
    return not rest[:1].islower() or (line.gap > 0 and rest.startswith("to ") and (ended(above) or stands_alone(above)))
