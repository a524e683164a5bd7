"""Lines to paragraphs: where a line break ends one, and where the printer merely wrapped it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from cnd_tools.records import Mark
from cnd_tools.segmenting.layout import PAPER, Layout
from cnd_tools.segmenting.lines import Line
from cnd_tools.segmenting.numbering import DASHES, Marker, Reading, may_mark, read_marker
from cnd_tools.segmenting.openings import opens
from cnd_tools.segmenting.paragraphs import ENDS, STOPS, Paragraph, dangles, final

_OPENERS = "“«"
_QUOTES = '“«"‘'
_SHUT = frozenset("”»")
_LONGEST_QUOTATION = 200  # lines
_SHORT = 0.85  # of the width: a line that leaves more room than this for the next word was not wrapped


def _follows(marker: Marker, other: Marker) -> bool:
    return any(one.follows(two) for one in marker.readings for two in other.readings)


def _is_next(marker: Marker, other: Marker | None) -> bool:
    return other is not None and marker.form == other.form and _follows(marker, other)


class Gatherer:
    """Gathers the lines of a document into paragraphs, in one pass.

    Args:
        layout: how the document is set.
    """

    def __init__(self, layout: Layout) -> None:
        self.width, self.dense, self.insets = layout
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
            inset = self.insets[place] if self.insets else line.indent
            mark = marks.get(place)
            marker = markers[place]
            if marker is not None and mark is None and not self._plausible(marker, line):
                marker = None
            if line.text[0] in _OPENERS and current is not None and place > self._quoted:
                self._quote(current, lines, kinds, place)
            if current is None or (
                place > self._quoted and self._begins(current, line, inset, marker, mark=mark, torn=torn)
            ):
                if current is not None:
                    yield current
                if marker is not None and (inner := self._inner(marker, lines, place)):
                    yield Paragraph(line._replace(text=line.text[: marker.end].rstrip()), place, marker, mark, inset)
                    rest = line._replace(left=line.left + marker.end, text=line.text[marker.end :])
                    current = Paragraph(rest, place, inner, mark, inset)
                else:
                    current = Paragraph(line, place, marker, mark, inset)
                self._note(marker)
            else:
                current.add(line, place, inset)
                current.mark = mark or current.mark  # the rest over a page break may have a mark of its own
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

    def _begins(
        self, current: Paragraph, line: Line, inset: int, marker: Marker | None, *, mark: Mark | None, torn: bool
    ) -> bool:
        """Return whether a line begins a paragraph, after the current one."""
        before = current.lines[-1]
        if mark is not None or current.mark is not None:
            return mark is not current.mark and not _is_rest(current, line, mark, torn=torn)
        if current.empty:
            return marker is not None and (marker.starts or _is_next(marker, current.marker))
        if marker is not None:
            return self._counts(current, line, inset, marker, torn=torn)
        if torn or line.gap:
            return not self._continues(current, line, inset, torn=torn)
        if not self.width:
            outdented = before.right in PAPER and line.indent < current.inset
            starts = line.text[0].isupper() or line.text[0] in _QUOTES
            return not outdented and (starts or final(before.text) in STOPS)
        return self._parts(current, line, inset)

    def _counts(self, current: Paragraph, line: Line, inset: int, marker: Marker, *, torn: bool) -> bool:
        """Return whether a marker is one, and not just where the printer broke a line or a page."""
        before = current.lines[-1]
        if marker.label in DASHES and not self._itemizes(current, line, marker, torn=torn):
            return False
        if torn and self.width and final(before.text) not in STOPS and self._full(current, line):
            if _hangs(current, inset):
                return False
            begins = not line.text[marker.end : marker.end + 1].islower()
            return begins and current.marker is not None and _follows(marker, current.marker)
        return torn or line.gap > 0 or self._breaks(current, line, marker)

    def _itemizes(self, current: Paragraph, line: Line, marker: Marker, *, torn: bool) -> bool:
        """Return whether a dash at the start of a line begins an item, or is just where the printer broke the line."""
        if (line.gap and not torn) or final(current.lines[-1].text) in STOPS:
            return True
        if self.width:
            return not self._full(current, line)
        return current.lines[-1].right not in PAPER or marker.readings[0].style in self._last

    def _plausible(self, marker: Marker, line: Line) -> bool:
        """Return whether a marker can number a paragraph here: "1990. The" and "2.5 million" cannot."""
        if marker.starts or self._expected(marker):
            return True
        if marker.form in {"number", "dotted"}:  # bare ones were compared with their neighbours
            after = line.text[marker.end : marker.end + 1]
            return marker.readings[0].value < 1000 and not after.islower()
        return True

    def _breaks(self, current: Paragraph, line: Line, marker: Marker) -> bool:
        """Return whether a marker counts on a line that follows straight on the one before."""
        sign = final(current.lines[-1].text)
        if marker.form == "bullet":
            return True  # a dash has been looked at before, and no other bullet stands in a sentence
        if not self.width or not self._full(current, line):
            # A series of numbers does not begin inside a numbered paragraph that has not come to its end.
            begins = marker.starts and (current.marker is None or marker.form != "number")
            return sign in STOPS or self._expected(marker) or begins
        if not self.dense or sign not in ".;:,":
            return False
        return self._expected(marker) or (marker.starts and sign == ":" and marker.form != "number")

    def _full(self, current: Paragraph, after: Line) -> bool:
        """Return whether the paragraph's last line had no room for the next one's first word; lines are wrapped."""
        word = len(after.text.split(None, 1)[0])
        return self.insets[current.places[-1]] + len(current.lines[-1].text) + 1 + word > self.width * _SHORT

    def _continues(self, current: Paragraph, line: Line, inset: int, *, torn: bool) -> bool:
        """Return whether a line goes on with a paragraph in spite of a blank line or a page break before it."""
        sign = final(current.lines[-1].text)
        if line.text[0].islower() and sign not in (".:?!" if torn else ".;:?!"):
            return True
        if torn and (_hangs(current, inset) or dangles(current.lines[-1].text)):
            return True
        if sign in STOPS or (sign == "," and (not torn or opens(line.text))):
            return False
        if not self.width or not self._full(current, line) or 0 <= current.hang < inset - 1:
            return False
        # "Noting … the Steering / [blank] / Committee of the International Conference" (S_RES_827_1993.txt)
        return torn or current.marker is not None or opens(current.first)

    def _parts(self, current: Paragraph, line: Line, inset: int) -> bool:
        """Return whether a line break with nothing in it ends a paragraph, in a text of wrapped lines."""
        sign = final(current.lines[-1].text)
        upper = line.text[0].isupper() or line.text[0] in _QUOTES
        if current.hang < 0 and sign not in ENDS:
            # A heading may stand straight on a paragraph whose first line is set in.
            return current.marker is None and upper and inset > current.inset + 1 and not self._full(current, line)
        if sign not in ENDS:
            return False
        if 0 <= current.hang < inset - 1:
            return True
        if sign == ",":
            return opens(line.text) and opens(current.first)  # from one preambular paragraph to the next
        return not line.text[0].islower() and not self._full(current, line)


def _hangs(current: Paragraph, inset: int) -> bool:
    """Return whether a line stands where the paragraph's lines do, whose first is set in."""
    return current.hang == inset < current.inset


def _is_rest(current: Paragraph, line: Line, mark: Mark | None, *, torn: bool) -> bool:
    """Return whether what the format has as a paragraph of its own is the rest of one that a page break divided."""
    if mark is None or current.mark is None or mark.kind != "paragraph" or current.mark.kind == "heading":
        return False
    before = current.lines[-1].text
    return torn and (dangles(before) or (line.text[0].islower() and final(before) not in ENDS))
