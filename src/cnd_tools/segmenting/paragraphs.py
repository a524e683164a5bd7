"""Lines to paragraphs: where a line break ends one, and where the printer merely wrapped it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from cnd_tools.lexicon.openings import words
from cnd_tools.records import Mark
from cnd_tools.segmenting.lines import Line
from cnd_tools.segmenting.notes import SUPERSCRIPTS
from cnd_tools.segmenting.numbering import DASHES, Marker, Reading, any_marker, may_mark, read_marker
from cnd_tools.segmenting.openings import opens

_CLOSERS = "\"'”’»)]*_"
_OPENERS = "“«"
_QUOTES = '“«"‘'
_SHUT = frozenset("”»")
_LONGEST_QUOTATION = 200  # lines
_MARKED = frozenset(".;:,”")  # what a note mark on the line may follow at a paragraph's end
_NEVER_LAST = frozenset(f"{word}." for word in words()["sentence"]["never_last"])
_LONGEST_ABBREVIATION = 8
_STOPS = frozenset(".;:?!")
ENDS = frozenset(".;:?!,…")
_WORD = 15  # characters a wrapped line may stay short by
_PAPER = range(20, 120)  # characters in a line of print
_SHORT = 0.85  # of the width: a line that leaves more room than this for the next word was not wrapped


class Paragraph:
    """Lines that belong together, with the marker they begin with.

    Attributes:
        lines: in order; page breaks and notes may lie between them.
        places: which of the document's lines they are.
        marker: what the first line begins with, if it may count; None otherwise.
        mark: what the format said of the first line, if anything.
        torn: a page break, a note or furniture stands before it.
        quoted: what follows its colon is quoted, and belongs to it.
    """

    __slots__ = ("lines", "mark", "marker", "places", "quoted", "torn")

    def __init__(self, line: Line, place: int, marker: Marker | None, mark: Mark | None, torn: bool) -> None:
        self.lines = [line]
        self.places = [place]
        self.marker = marker
        self.mark = mark
        self.torn = torn
        self.quoted = False

    @property
    def first(self) -> str:
        """Return the text of the first line after the marker."""
        return self.lines[0].text[self.marker.end :] if self.marker else self.lines[0].text

    @property
    def empty(self) -> bool:
        """Whether there is a marker and nothing after it yet."""
        return self.marker is not None and len(self.lines) == 1 and self.marker.end >= len(self.lines[0].text)


def ended(text: str) -> bool:
    """Return whether a text ends as a paragraph does: in . ; : ? ! or a comma, then closing signs and note marks."""
    return final(text) in ENDS


def final(text: str) -> str:
    """Return the last sign of a text before what closes after it and note marks; "" after "chap." and the like."""
    sign = text[-1:]
    if sign in ";:,":
        return sign
    if sign != ".":
        text = text.rstrip(SUPERSCRIPTS)
        if text[-1:].isdigit():
            stripped = text.rstrip("0123456789")
            decimal = stripped[-1:] == "." and stripped[-2:-1].isdigit()
            if not decimal and stripped[-1:] in _MARKED and len(text) - len(stripped) <= 3:
                text = stripped
        sign = text.rstrip(_CLOSERS)[-1:]
    return "" if sign == "." and text[-_LONGEST_ABBREVIATION:].split()[-1].lstrip("(") in _NEVER_LAST else sign


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


def width(lines: Sequence[Line], kinds: Sequence[str], markers: Sequence[Marker | None]) -> int:
    """Return how wide lines were wrapped: the widest that surely was, or 0 where lines are whole paragraphs.

    A line was surely wrapped if the next one, with nothing between, begins in lower case; or without having come to an
    end, if it is as long as lines on paper are.
    """
    close = [place for place, line in enumerate(lines) if not line.gap and place and not kinds[place]]
    pairs = [place for place in close if not kinds[place - 1]]
    wrapped = [place for place in pairs if markers[place] is None and _surely(lines[place - 1], lines[place])]
    widths = [line.right for place in wrapped for line in lines[place - 1 : place + 1]]
    widest = max((right for right in widths if right in _PAPER), default=max(widths, default=0))
    if not wrapped or len(wrapped) * 10 < len(pairs):
        return 0
    sizes = [(line.right, len(line.text)) for line, kind in zip(lines, kinds, strict=True) if not kind]
    inside, total = sum(size for right, size in sizes if right <= widest + _WORD), sum(size for _, size in sizes)
    return widest if inside * 2 >= total else 0


def _surely(line: Line, after: Line) -> bool:
    if after.text[0].islower():
        return True
    sign = final(line.text)
    return line.right in _PAPER and (sign not in ENDS or (sign == "," and not opens(after.text)))


def dense(lines: Sequence[Line], markers: Sequence[Marker | None]) -> bool:
    """Return whether numbered paragraphs follow each other without blank lines between, as in reports of bodies.

    Then a number at the start of a line that follows straight on another may count.
    """
    apart = close = 0
    for place, marker in enumerate(markers):
        if marker is not None and marker.form in {"number", "paren"} and place and ended(lines[place - 1].text):
            apart += lines[place].gap > 0
            close += not lines[place].gap
    return close > apart


def _follows(marker: Marker, other: Marker) -> bool:
    return any(one.follows(two) for one in marker.readings for two in other.readings)


class Gatherer:
    """Gathers the lines of a document into paragraphs, in one pass.

    Args:
        width: of wrapped lines; 0 where a line is a paragraph.
        dense: whether paragraphs follow each other without blank lines.
    """

    def __init__(self, *, width: int, dense: bool) -> None:
        self.width = width
        self.dense = dense
        self._last: dict[str, Reading] = {}
        self._quoted = -1  # place of the last line of a quotation that belongs to the current paragraph

    def gather(
        self,
        lines: Sequence[Line],
        kinds: Sequence[str],
        markers: Sequence[Marker | None],
        marks: Mapping[int, Mark],
    ) -> Iterator[Paragraph]:
        """Yield the paragraphs of the lines whose kind is open ("")."""
        current: Paragraph | None = None
        torn = False
        for place, line in enumerate(lines):
            if kinds[place]:
                torn = torn or kinds[place] != "masthead"
                continue
            torn = torn or line.torn
            mark = marks.get(place)
            marker = markers[place]
            if marker is not None and mark is None and not self._plausible(marker, line):
                marker = None
            if line.text[0] in _OPENERS and current is not None and place > self._quoted:
                self._quote(current, lines, kinds, place)
            if current is None or (place > self._quoted and self._begins(current, line, marker, mark=mark, torn=torn)):
                if current is not None:
                    yield current
                if marker is not None and (inner := self._inner(marker, lines, place)):
                    yield Paragraph(line._replace(text=line.text[: marker.end].rstrip()), place, marker, mark, torn)
                    rest = line._replace(left=line.left + marker.end, text=line.text[marker.end :])
                    current = Paragraph(rest, place, inner, mark, torn)
                else:
                    current = Paragraph(line, place, marker, mark, torn)
                self._note(marker)
            else:
                current.lines.append(line)
                current.places.append(place)
            torn = False
        if current is not None:
            yield current

    def _inner(self, marker: Marker, lines: Sequence[Line], place: int) -> Marker | None:
        """Return the marker that follows another on its line, "1. (a) Each Party", if the list it begins goes on."""
        rest = lines[place].text[marker.end :]
        if rest[:1] != "(" or marker.form not in {"number", "dotted", "bare"}:
            return None
        inner = read_marker(rest)
        if inner is None or inner.form != "paren" or not inner.starts:
            return None
        for line in lines[place + 1 : place + _LONGEST_QUOTATION]:
            other = read_marker(line.text) if may_mark(line.text) else None
            if other is not None and other.form == marker.form:
                return None
            if other is not None and _follows(other, inner):
                return inner
        return None

    def _quote(self, current: Paragraph, lines: Sequence[Line], kinds: Sequence[str], place: int) -> None:
        """Find out whether a quotation begins that belongs to the current paragraph, and where it ends.

        "… to read as follows:" takes what is quoted after it, numbers and all. Each quoted paragraph has its own
        opening sign, only the last is closed; one that is closed at once may be followed by the next.
        """
        before = current.lines[-1]
        if final(before.text) != ":" and not (current.quoted and before.text.rstrip(".;,:)")[-1:] in _SHUT):
            return
        depth = 0
        for at in range(place, min(place + _LONGEST_QUOTATION, len(lines))):
            text = lines[at].text
            depth += text.count("“") - text.count("”")
            if not kinds[at] and (depth <= 0 or text.rstrip(".;,:)")[-1:] in _SHUT):
                self._quoted, current.quoted = at, True
                return

    def _note(self, marker: Marker | None) -> None:
        if marker is not None:
            for reading in marker.readings:
                self._last[reading.style] = reading

    def _expected(self, marker: Marker) -> bool:
        for reading in marker.readings:
            last = self._last.get(reading.style)
            if last is not None and reading.follows(last):
                return True
        return False

    def _begins(self, current: Paragraph, line: Line, marker: Marker | None, *, mark: Mark | None, torn: bool) -> bool:
        """Return whether a line begins a paragraph, after the current one."""
        if mark is not None or current.mark is not None:
            return mark is not current.mark
        if current.empty:
            return marker is not None and marker.starts
        before = current.lines[-1]
        if marker is not None:
            return self._counts(current, before, line, marker, torn=torn)
        if torn or line.gap:
            return not self._continues(current, before, line, torn)
        return self._parts(current, before, line)

    def _counts(self, current: Paragraph, before: Line, line: Line, marker: Marker, *, torn: bool) -> bool:
        """Return whether a marker is one, and not just where the printer broke a line or a page."""
        if marker.label in DASHES and not self._itemizes(before, line, marker, torn=torn):
            return False
        if torn and self.width and final(before.text) not in _STOPS and self._full(before, line):
            return current.marker is not None and _follows(marker, current.marker)
        return torn or line.gap > 0 or self._breaks(current, line, marker)

    def _itemizes(self, before: Line, line: Line, marker: Marker, *, torn: bool) -> bool:
        """Return whether a dash at the start of a line begins an item, or is just where the printer broke the line."""
        sign = final(before.text)
        if (line.gap and not torn) or sign in _STOPS or (sign in ENDS and not torn):
            return True
        if self.width:
            return not self._full(before, line)
        return before.right not in _PAPER or marker.readings[0].style in self._last

    def _plausible(self, marker: Marker, line: Line) -> bool:
        """Return whether a marker can number a paragraph here: "1990. The" and "2.5 million" cannot."""
        if marker.starts or self._expected(marker):
            return True
        if marker.form in {"number", "dotted", "bare"}:
            after = line.text[marker.end : marker.end + 1]
            return marker.readings[0].value < 1000 and not after.islower()
        return True

    def _breaks(self, current: Paragraph, line: Line, marker: Marker) -> bool:
        """Return whether a marker counts on a line that follows straight on the one before."""
        before = current.lines[-1]
        if not self.width or not self._full(before, line):
            return final(before.text) in _STOPS or self._expected(marker) or marker.starts
        if not self.dense or final(before.text) not in ".;:,":
            return False
        return self._expected(marker) or (marker.starts and final(before.text) == ":" and marker.form != "number")

    def _full(self, line: Line, after: Line) -> bool:
        """Return whether a line had no room for the next one's first word."""
        word = len(after.text.split(None, 1)[0])
        return line.right + 1 + word > self.width * _SHORT

    def _continues(self, current: Paragraph, before: Line, line: Line, torn: bool) -> bool:
        """Return whether a line goes on with a paragraph in spite of a blank line or a page break before it."""
        sign = final(before.text)
        if line.text[0].islower() and sign not in (".:?!" if torn else ".;:?!"):
            return True
        if torn and self._hangs(current, line):
            return True
        if sign in ".;:?!" or (sign == "," and (not torn or opens(line.text))):
            return False
        if not self.width or not self._full(before, line) or self._indented(current, line):
            return False
        # "Noting … the Steering / [blank] / Committee of the International Conference" (S_RES_827_1993.txt)
        return torn or current.marker is not None or opens(current.first)

    def _hangs(self, current: Paragraph, line: Line) -> bool:
        """Return whether a line stands where the current paragraph's lines do, its first being set in."""
        others = [row.indent for row in current.lines[1:]]
        return bool(others) and line.indent == min(others) < current.lines[0].indent

    def _indented(self, current: Paragraph, line: Line) -> bool:
        """Return whether a line is set in, as the first of a paragraph is, against the current paragraph's others."""
        others = [row.indent for row in current.lines[1:]]
        return bool(others) and line.indent > min(others) + 1

    def _parts(self, current: Paragraph, before: Line, line: Line) -> bool:
        """Return whether a line break with nothing in it ends a paragraph."""
        if not self.width:
            outdented = before.right in _PAPER and line.indent < current.lines[0].indent
            starts = line.text[0].isupper() or line.text[0] in _QUOTES
            return not outdented and (starts or final(before.text) in _STOPS)
        if not ended(before.text):
            return False
        if self._indented(current, line):
            return True
        if final(before.text) == ",":
            return opens(line.text) and opens(current.first)  # from one preambular paragraph to the next
        return final(before.text) in ".;:?!" and not line.text[0].islower() and not self._full(before, line)
