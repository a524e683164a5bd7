"""Lines to paragraphs: where a line break ends one, and where the printer merely wrapped it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from cnd_tools.records import Mark
from cnd_tools.segmenting.inner_labels import is_open, labels_of, may_be_several
from cnd_tools.segmenting.labels import WORDED
from cnd_tools.segmenting.layout import PAPER, Layout
from cnd_tools.segmenting.lines import Line
from cnd_tools.segmenting.numbering import DASHES, Marker, Reading
from cnd_tools.segmenting.openings import opens
from cnd_tools.segmenting.paragraphs import ENDS, STOPS, Paragraph, dangles, final
from cnd_tools.segmenting.quotations import OPENERS, SHUT, find_quotation

_QUOTES = '“«"‘'
_LISTED = frozenset({"paren", "half", "stop", "under", "bullet"})
_DOUBTFUL = frozenset({"titled", "stop", "dashed", "square", "under"})  # no labels unless something says so
_LONGEST_TITLE = 12  # words: "Article 7 Straight lines"
_RUN_IN = re.compile(r".{1,120}?\s1\.\s(?=[A-Z“])")  # "Straight lines 1. Where …"
_SHORT = 0.85  # of the width: a line that leaves more room than this for the next word was not wrapped


def _is_next(marker: Marker, other: Marker | None) -> bool:
    return other is not None and marker.form == other.form and marker.follows(other)


class Gatherer:
    """Gathers the lines of a document into paragraphs, in one pass.

    Args:
        layout: how the document is set.
    """

    def __init__(self, layout: Layout) -> None:
        self.width, self.dense, self.insets = layout
        self._last: dict[str, Reading] = {}
        self._quoted = -1  # place of the last line of a quotation that belongs to the current paragraph
        self._outer: Sequence[Paragraph] = ()  # of the labels that stood before the last on their line
        self._before: Paragraph | None = None  # the paragraph before the current one
        self._inside = -1  # the same, of one that has paragraphs of its own

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
            inset = self.insets[place] if self.insets else line.left - line.start
            mark = marks.get(place)
            marker = markers[place]
            if marker is not None and not self._plausible(marker, line, current, mark):
                marker = None
            if line.text[0] in OPENERS and current is not None and place > max(self._quoted, self._inside):
                self._quote(current, lines, kinds, markers, place=place)
            if current is not None and not (
                place > self._quoted and self._begins(current, line, inset, marker, mark=mark, torn=torn)
            ):
                current.add(line, place, inset)
            else:
                if current is not None:
                    yield current
                self._before = current
                current = self._begun(lines, place, marker, mark, inset)
                yield from self._outer
            torn = False
        if current is not None:
            yield current

    def _begun(
        self,
        lines: Sequence[Line],
        place: int,
        marker: Marker | None,
        mark: Mark | None,
        inset: int,
    ) -> Paragraph:
        """Return the paragraph that a line begins; those of labels that stand before its own are kept in `_outer`."""
        self._outer = ()
        line = lines[place]
        if place <= self._inside:
            paragraph = Paragraph(line, place, None, mark, inset)
            paragraph.inside = True
            return paragraph
        if marker is not None:
            if may_be_several(marker, line):
                *outer, (line, marker) = labels_of(marker, lines, place, self._last)
                self._outer = [Paragraph(row, place, label, mark, inset) for row, label in outer]
                for _, label in outer:
                    self._note(label)
            self._note(marker)
        return Paragraph(line, place, marker, mark, inset)

    def _quote(
        self,
        current: Paragraph,
        lines: Sequence[Line],
        kinds: Sequence[str],
        markers: Sequence[Marker | None],
        *,
        place: int,
    ) -> None:
        """Find out whether a quotation begins that the current paragraph introduces, and where it ends.

        "… to read as follows:" takes what is quoted after it. One that is closed at once may be followed by the next.
        """
        before = current.lines[-1]
        if final(before.text) != ":" and not (current.quoted and before.text.rstrip(".;,:)")[-1:] in SHUT):
            return

        def is_due(at: int) -> bool:
            marker = markers[at]
            return marker is not None and marker.form in {"number", "dotted"} and self._expected(marker)

        found = find_quotation(lines, kinds, place, is_due)
        if found is not None and found.several:
            self._inside = found.last
        elif found is not None:
            self._quoted, current.quoted = found.last, True

    def _note(self, marker: Marker) -> None:
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
            apart = mark is not current.mark and not _is_rest(current, line, mark, torn=torn)
            return apart and not (marker is None and current.empty and _is_labelled(current, mark))
        if current.empty:
            return marker is not None and (marker.starts or _is_next(marker, current.marker))
        if marker is not None:
            return self._counts(current, line, inset, marker, torn=torn)
        if torn or line.gap:
            return not self._continues(current, line, inset, torn=torn)
        if not self.width:
            outdented = before.right in PAPER and line.indent < current.inset
            starts = line.text[0].isupper() or line.text[0] in _QUOTES
            starts = starts or (before.right not in PAPER and self._closes(current, line, final(before.text)))
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
            return begins and current.marker is not None and marker.follows(current.marker)
        return torn or line.gap > 0 or self._breaks(current, line, marker)

    def _itemizes(self, current: Paragraph, line: Line, marker: Marker, *, torn: bool) -> bool:
        """Return whether a dash at the start of a line begins an item, or is just where the printer broke the line."""
        if (line.gap and not torn) or final(current.lines[-1].text) in STOPS:
            return True
        if self.width:
            return not self._full(current, line)
        return current.lines[-1].right not in PAPER or marker.readings[0].style in self._last

    def _plausible(self, marker: Marker, line: Line, current: Paragraph | None, mark: Mark | None) -> bool:
        """Return whether a marker can number a paragraph here: "1990. The" and "2.5 million" cannot."""
        after = line.text[marker.end : marker.end + 1]
        if marker.form in _DOUBTFUL and (mark is None or mark.kind == "paragraph"):
            return self._is_sure(marker, line, current, after)
        if mark is not None or marker.starts or self._expected(marker):
            return True
        if marker.form in {"number", "dotted"}:  # bare ones were compared with their neighbours
            return marker.readings[0].value < 1000 and not after.islower()
        return not (after.islower() and marker.label[1:3].isupper())  # "resolution 217 A / (III) of 10 December"

    def _is_sure(self, marker: Marker, line: Line, current: Paragraph | None, after: str) -> bool:
        """Return whether a marker is one of which the form alone does not tell that."""
        expected = self._expected(marker)
        if marker.form == "stop":
            colon = current is not None and final(current.lines[-1].text) == ":"
            return not after.islower() or expected or (marker.starts and colon)
        if marker.form == "under":
            return not after.islower() and (is_open(marker, self._last) or marker.starts or expected)
        if marker.form != "titled" or marker.starts or expected:
            return marker.form == "titled" or marker.starts or expected
        rest = line.text[marker.end :]
        titled = len(rest.split()) <= _LONGEST_TITLE and final(rest) not in ENDS
        return titled or _RUN_IN.match(rest) is not None

    def _breaks(self, current: Paragraph, line: Line, marker: Marker) -> bool:
        """Return whether a marker counts on a line that follows straight on the one before."""
        sign = final(current.lines[-1].text)
        if marker.form == "bullet":
            return True  # a dash has been looked at before, and no other bullet stands in a sentence
        if not self.width or not self._full(current, line):
            # A series of numbers does not begin inside a numbered paragraph that has not come to its end.
            open_ = current.marker is not None and current.marker.form not in WORDED  # "Article 1 Scope" is at its end
            begins = marker.starts and not (open_ and marker.form == "number")
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
            return torn or not self._closes(current, line, sign)
        if torn and (_hangs(current, inset) or dangles(current.lines[-1].text)):
            return True
        if sign in STOPS or (sign == "," and (not torn or opens(line.text))):
            return False
        if not self.width or not self._full(current, line) or 0 <= current.hang < inset - 1:
            return False
        # "Noting … the Steering / [blank] / Committee of the International Conference" (S_RES_827_1993.txt)
        return torn or current.marker is not None or opens(current.first)

    def _closes(self, current: Paragraph, line: Line, sign: str) -> bool:
        """Return whether a line in lower case closes a list, "(b) nets, / shall give them up", and is not of its item.

        Its last item ends as the one before does, but for "or"; "and" alone between two items is none.
        """
        if current.marker is None or current.marker.form not in _LISTED or dangles(line.text):
            return False
        if (self.width and self._full(current, line)) or dangles(current.lines[-1].text):
            return False
        return sign == "," or (sign not in ENDS and self._before is not None and _is_plain_item(self._before))

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


def _is_plain_item(paragraph: Paragraph) -> bool:
    """Return whether a paragraph is an item of a list without a sign at its end."""
    last = paragraph.lines[-1].text
    last = last.rsplit(None, 1)[0] if dangles(last) else last
    return paragraph.marker is not None and paragraph.marker.form in _LISTED and final(last) not in ENDS


def _is_labelled(current: Paragraph, mark: Mark | None) -> bool:
    """Return whether a format has the label of what comes next as a paragraph of its own."""
    if current.mark is None or mark is None:
        return False
    return mark.kind == "paragraph" and current.mark.kind in {"paragraph", "provision"}


def _hangs(current: Paragraph, inset: int) -> bool:
    """Return whether a line stands where the paragraph's lines do, whose first is set in."""
    return current.hang == inset < current.inset


def _is_rest(current: Paragraph, line: Line, mark: Mark | None, *, torn: bool) -> bool:
    """Return whether what the format has as a paragraph of its own is the rest of one that a page break divided."""
    if mark is None or current.mark is None or mark.kind != "paragraph" or current.mark.kind == "heading":
        return False
    before = current.lines[-1].text
    return torn and (dangles(before) or (line.text[0].islower() and final(before) not in ENDS))
