"""Which labels at the start of lines number paragraphs, and which stand there for the printer's line break."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cnd_tools.records import Mark
from cnd_tools.segmenting.inner_labels import is_open
from cnd_tools.segmenting.labels import WORDED
from cnd_tools.segmenting.layout import HEADING_LINES, PAPER, Layout, full
from cnd_tools.segmenting.lines import Line
from cnd_tools.segmenting.numbering import DASHES, Marker, Reading
from cnd_tools.segmenting.paragraphs import ENDS, STOPS, Paragraph, dangles, final

_DOUBTFUL = frozenset({"titled", "stop", "dashed", "square", "under", "point"})  # no labels unless something says so
_LONGEST_TITLE = 12  # words: "Article 7 Straight lines"
_RUN_IN = re.compile(r".{1,120}?\s1\.\s(?=[A-Z“])")  # "Straight lines 1. Where …"
_SMALL = frozenset({"paren", "half"})  # labels that may also stand in a sentence
_LONGEST_ITEM = 12  # lines
_ENDED = re.compile(r"[;,.]$|\b(?:and|or)$")  # how an item ends that another follows
_JOINED = re.compile(r";\s(?:and|or|and/or)$")  # the same, surely: no label is only named after it
_YEARS = 1000  # from here on a number that is not due is one: "1990. The"
COUNTED = frozenset({"number", "dotted"})
_BELOW = frozenset({"bare", "closed", "upper", "word", *COUNTED})  # may stand straight under a heading
_TITLED = frozenset({"upper", "word", *COUNTED})  # may be the label of a heading
# What goes on after a label that is named, and numbers nothing: "(a) and (b) above".
_REFERS = re.compile(
    r"(?:(?:and|or|to|through|[–-])\s?\(|,\s?\(|(?:above|below)\b|of (?:this|that|the present|paragraph|article)\b)"
)


class CountedLabels:
    """Tells the labels of one document that count, by what came before them; `note` those that do.

    Args:
        layout: how the document is set.

    Attributes:
        last: the latest reading of each style that came.
    """

    def __init__(self, layout: Layout) -> None:
        self._fills = layout.fills
        self._width, self._dense, self._solid = layout.width, layout.dense, layout.solid
        self.last: dict[str, Reading] = {}
        self._prior: dict[str, Reading] = {}  # the ones before the last

    def note(self, marker: Marker) -> None:
        """Say that a marker counts."""
        for reading in marker.readings:
            if (last := self.last.get(reading.style)) is not None:
                self._prior[reading.style] = last
            self.last[reading.style] = reading

    def expects(self, marker: Marker) -> bool:
        """Return whether a marker is the next of a series that came."""
        for reading in marker.readings:
            last = self.last.get(reading.style)
            # Most are: the plain next number, asked for here.
            if last is not None and ((reading.value == last.value + 1 and not reading.suffix) or reading.follows(last)):
                return True
        return False

    def listed(
        self, marker: Marker, lines: Sequence[Line], markers: Sequence[Marker | None], insets: Sequence[int], place: int
    ) -> bool:
        """Return whether the second item of a list stands below its first, on a line that begins with its label.

        The line above that one must end early, and in a sign or "and": so it is no line break that put the label
        there. A full line above the first item then says nothing: "The Board may, in accordance with the rules,".
        """
        if not (marker.starts and marker.form in _SMALL):
            return False
        first = marker.readings[0]
        for at in range(place + 1, min(place + _LONGEST_ITEM, len(lines))):
            below = markers[at]
            if below is not None and any(reading.follows(first) for reading in below.readings):
                above = lines[at - 1].text
                early = not full(self._width, insets[at - 1] + len(above), lines[at].text)
                return early and _ENDED.search(above) is not None and not _REFERS.match(lines[at].text, below.end)
        return False

    def plausible(self, marker: Marker, line: Line, current: Paragraph | None, mark: Mark | None) -> bool:
        """Return whether a marker can number a paragraph here: "1990. The" and "2.5 million" cannot."""
        after = line.text[marker.end : marker.end + 1]
        if marker.form in _DOUBTFUL and (mark is None or mark.kind == "paragraph"):
            return self._is_sure(marker, line, current, after)
        if mark is not None or marker.starts or self.expects(marker):
            return True
        if marker.form in COUNTED:  # bare ones were compared with their neighbours
            return marker.readings[0].value < _YEARS and not after.islower()
        return not (after.islower() and marker.label[1:3].isupper())  # "resolution 217 A / (III) of 10 December"

    def _is_sure(self, marker: Marker, line: Line, current: Paragraph | None, after: str) -> bool:
        """Return whether a marker is one of which the form alone does not tell that."""
        expected = self.expects(marker)
        if marker.form == "stop":
            colon = current is not None and current.sign == ":"
            alone = not after and not line.gap  # the last word of a wrapped sentence: "as in annex\na."
            return not (after.islower() or alone) or expected or (marker.starts and colon)
        if marker.form == "under":
            return not after.islower() and (is_open(marker, self.last) or marker.starts or expected)
        if marker.form != "titled" or marker.starts or expected:
            return marker.form == "titled" or marker.starts or expected
        rest = line.text[marker.end :]
        titled = len(rest.split()) <= _LONGEST_TITLE and final(rest) not in ENDS
        return titled or _RUN_IN.match(rest) is not None

    def counts(self, current: Paragraph, line: Line, inset: int, marker: Marker, *, torn: bool) -> bool:
        """Return whether a marker is one, and not just where the printer broke a line or a page."""
        if marker.label in DASHES and not self._itemizes(current, line, marker, torn=torn):
            return False
        if marker.form in WORDED and marker.end >= len(line.text):
            return True  # "Article 1" alone on its line
        if torn and self._width and current.sign not in STOPS and self._fills(current, line):
            if current.hangs(inset):
                return False
            begins = not line.text[marker.end : marker.end + 1].islower()
            return begins and current.marker is not None and marker.follows(current.marker)
        return torn or line.gap > 0 or self._breaks(current, line, marker)

    def _itemizes(self, current: Paragraph, line: Line, marker: Marker, *, torn: bool) -> bool:
        """Return whether a dash at the start of a line begins an item, or is just where the printer broke the line."""
        if (line.gap and not torn) or current.sign in STOPS:
            return True
        if self._width:
            return not self._fills(current, line)
        return current.lines[-1].right not in PAPER or marker.readings[0].style in self.last

    def _breaks(self, current: Paragraph, line: Line, marker: Marker) -> bool:
        """Return whether a marker counts on a line that follows straight on the one before."""
        sign = current.sign
        if marker.form == "bullet" or self._is_alone(current, line, marker):
            return True  # a dash has been looked at before, and no other bullet stands in a sentence
        if sign not in STOPS and _REFERS.match(line.text, marker.end):
            return False
        filled = bool(self._width) and self._fills(current, line)
        if self._heads(current, sign) and self._is_headed(current, line, marker, filled=filled):
            return True
        if filled:
            return self._is_due(marker, sign) if sign in ENDS else self._goes_on(current, line, marker)
        # A series of numbers does not begin inside a numbered paragraph that has not come to its end.
        open_ = current.marker is not None and current.marker.form not in WORDED  # "Article 1 Scope" is at its end
        begins = marker.starts and not (open_ and marker.form == "number")
        return sign in STOPS or begins or self.expects(marker)

    def _goes_on(self, current: Paragraph, line: Line, marker: Marker) -> bool:
        """Return whether a marker goes on with its series under a full line that has no sign at its end."""
        if not self.expects(marker):
            return False
        after = line.text[marker.end : marker.end + 1]
        numbered = self._solid and marker.form in COUNTED and after.isupper()
        return numbered or _JOINED.search(current.lines[-1].text) is not None  # "(b) lend nets; and / (c) train crews"

    def _is_alone(self, current: Paragraph, line: Line, marker: Marker) -> bool:
        """Return whether a number that is due is all there is on its line: no printer breaks a sentence so."""
        alone = marker.form == "number" and marker.end >= len(line.text) and not dangles(current.lines[-1].text)
        return alone and (marker.starts or self.expects(marker))

    def _is_due(self, marker: Marker, sign: str) -> bool:
        """Return whether a marker counts under a line that is full and ends in a sign."""
        due = self.expects(marker)
        if marker.form == "number":
            return (self._solid and (due or marker.starts)) or (due and (self._dense or sign in STOPS))
        return (due and (sign in STOPS or self._solid or self._dense)) or (marker.starts and sign == ":")

    def _is_headed(self, current: Paragraph, line: Line, marker: Marker, *, filled: bool) -> bool:
        """Return whether a number, or a heading's label, stands straight under what may be a heading."""
        if marker.form not in _BELOW or (filled and not self._solid):
            return False
        if current.marker is not None and current.marker.form in COUNTED:
            # "3. Marks" over paragraph 62: a heading, if that paragraph is the next of those before it, or far longer.
            due = any(r.follows(self._prior[r.style]) for r in marker.readings if r.style in self._prior)
            longer = not self._width and len(current.lines[0].text) * 2 < len(line.text)
            return (due and not filled) or longer
        if self.expects(marker) or marker.starts:
            return True
        labelled = not filled and current.marker is not None and not line.text[marker.end : marker.end + 1].islower()
        return labelled or (self._solid and not self._width)

    def _heads(self, current: Paragraph, sign: str) -> bool:
        """Return whether the paragraph may be a heading, which has come to its end without a sign."""
        titled = current.marker is None or current.marker.form in _TITLED
        return sign not in ENDS and titled and len(current.lines) <= HEADING_LINES and not current.first[:1].islower()
