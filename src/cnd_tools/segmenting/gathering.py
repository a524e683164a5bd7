"""Lines to paragraphs: where a line break ends one, and where the printer merely wrapped it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from cnd_tools.records import Mark
from cnd_tools.segmenting.borders import goes_on, in_capitals, is_border
from cnd_tools.segmenting.counted_labels import COUNTED, CountedLabels
from cnd_tools.segmenting.inner_labels import labels_of, may_be_several
from cnd_tools.segmenting.layout import HEADING_LINES, PAPER, Layout
from cnd_tools.segmenting.lines import Line
from cnd_tools.segmenting.numbering import Marker
from cnd_tools.segmenting.openings import enacts, opening, opens
from cnd_tools.segmenting.paragraphs import ENDS, STOPS, Paragraph, dangles, ends_in_title, final
from cnd_tools.segmenting.preambles import goes_on_small, stands_alone
from cnd_tools.segmenting.quotations import OPENERS, SHUT, find_quotation

_LISTED = frozenset({"paren", "half", "stop", "under", "bullet"})
_PREAMBULAR = frozenset(",;")
_LONGEST_NAME = 2  # lines
_FULL = range(70, 120)  # characters of a line at the foot of a page that was full, in print
_SHORT = 0.6  # of a line's width: no line of wrapped text that goes on ends so early


class Gatherer:
    """Gathers the lines of a document into paragraphs, in one pass.

    Args:
        layout: how the document is set.
    """

    def __init__(self, layout: Layout) -> None:
        self._fills = layout.fills
        self._width, _, self._insets, self._solid, self._leads = layout
        self._close = layout.solid and layout.width > 0  # a full line may hide where a heading ends
        self._labels = CountedLabels(layout)
        self._quoted = -1  # place of the last line of a quotation that belongs to the current paragraph
        self._inside = -1  # the same, of one that has paragraphs of its own
        self._outer: Sequence[Paragraph] = ()  # of the labels that stood before the last on their line
        self._before: Paragraph | None = None  # the paragraph before the current one

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
        turns = self._turns(lines, kinds, markers, marks)
        insets, plausible, begins = self._insets, self._labels.plausible, self._begins
        for place, after in pairwise([*turns, len(lines)]):
            line = lines[place]
            if kinds[place]:
                torn = torn or kinds[place] != "masthead"
                continue
            torn = torn or line.torn
            inset = insets[place] if insets else line.left - line.start
            mark, marker = marks.get(place), markers[place]
            if marker is not None and not plausible(marker, line, current, mark):
                marker = None
            if current is not None and line.text[0] in OPENERS and place > self._quoted and place > self._inside:
                self._quote(current, lines, kinds, markers, place=place)
            if current is not None and (
                place <= self._quoted
                or not (
                    begins(current, line, inset, marker, mark=mark, torn=torn)
                    or (marker is not None and mark is None and self._lists(marker, lines, markers, place))
                )
            ):
                # What a label alone in its block numbers has a mark of its own, as may the rest over a page break.
                current.mark = mark or current.mark
                current.add(line, place, inset)
            else:
                if current is not None:
                    title = self._title(current, marker) if self._close else None
                    yield current
                    if title is not None:
                        yield title
                self._before = current
                current = self._begun(lines, place, marker, mark, inset)
                yield from self._outer
            torn = False
            if after - place > 1:
                current.extend(lines, range(place + 1, after), insets)
        if current is not None:
            yield current

    def _turns(
        self,
        lines: Sequence[Line],
        kinds: Sequence[str],
        markers: Sequence[Marker | None],
        marks: Mapping[int, Mark],
    ) -> Sequence[int]:
        """Return the places of the lines at which a paragraph may end: in wrapped text most lines surely go on.

        Those follow straight on a line of text and begin in lower case, not set in; or the line before ends in a
        letter, and they begin in no capital. `_parts` says so of each of them.
        """
        if not self._width or marks or not lines:
            return range(len(lines))
        texts = [line.text for line in lines]
        found = zip(texts, texts[1:], lines[1:], kinds, kinds[1:], markers[1:], self._insets[1:], strict=False)
        goes_on = [
            not (line.gap or line.torn or kind or kind_before or marker is not None)
            and (
                (inset <= 1 and text[0].islower())
                or (before[-1].isalpha() and not text[0].isupper() and text[0] not in OPENERS)
            )
            for before, text, line, kind_before, kind, marker, inset in found
        ]
        return [place for place, going in enumerate([False, *goes_on]) if not going]

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
                *outer, (line, marker) = labels_of(marker, lines, place, self._labels.last)
                self._outer = [Paragraph(row, place, label, mark, inset) for row, label in outer]
                for _, label in outer:
                    self._labels.note(label)
            self._labels.note(marker)
        return Paragraph(line, place, marker, mark, inset)

    def _title(self, current: Paragraph, marker: Marker | None) -> Paragraph | None:
        """Part from a paragraph the heading of the number that follows, if a full line hid where it ended."""
        if marker is None and ends_in_title(current):
            return current.part(len(current.lines) - 1)
        if marker is None or marker.form not in COUNTED or current.sign in ENDS:
            return None
        for at in range(len(current.lines) - 1, max(len(current.lines) - 1 - HEADING_LINES, 0), -1):
            if final(current.lines[at - 1].text) in STOPS:
                return current.part(at) if current.lines[at].text[0].isupper() else None
        return None

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
        if current.sign != ":" and not (current.quoted and before.text.rstrip(".;,:)")[-1:] in SHUT):
            return

        def is_due(at: int) -> bool:
            marker = markers[at]
            return marker is not None and marker.form in COUNTED and self._labels.expects(marker)

        found = find_quotation(lines, kinds, place, is_due)
        if found is not None and found.several:
            self._inside = found.last
        elif found is not None:
            self._quoted, current.quoted = found.last, True

    def _lists(self, marker: Marker, lines: Sequence[Line], markers: Sequence[Marker | None], place: int) -> bool:
        """Return whether a label begins a list, though a full line above it may have put it where it is."""
        return bool(self._width) and self._labels.listed(marker, lines, markers, self._insets, place)

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
            return self._labels.counts(current, line, inset, marker, torn=torn)
        if torn or line.gap:
            return not self._continues(current, line, inset, torn=torn)
        if not self._width:
            outdented = not self._solid and before.right in PAPER and line.indent < current.inset
            starts = line.text[0].isupper() or line.text[0] in OPENERS
            starts = starts and not (before.right in _FULL and goes_on(before.text) and not opens(line.text))
            starts = starts or (before.right not in PAPER and self._closes(current, line, current.sign))
            return not outdented and (starts or current.sign in STOPS)
        return self._parts(current, line, inset)

    def _continues(self, current: Paragraph, line: Line, inset: int, *, torn: bool) -> bool:
        """Return whether a line goes on with a paragraph in spite of a blank line or a page break before it."""
        sign = current.sign
        if is_border(current.lines[-1].text, line.text, current.first):
            return False
        if line.gap and sign == "," and goes_on_small(line.text):
            # "… of this conference, / [blank] / considering"; in double spacing a full line may just go on there
            filled = bool(self._width) and self._fills(current, line)
            return filled and (len(line.text) > self._width * _SHORT or not stands_alone(line.text))
        if line.text[0].islower() and sign not in (".:?!" if torn else ".;:?!"):
            return torn or not self._closes(current, line, sign)
        if torn and (current.hangs(inset) or dangles(current.lines[-1].text)):
            return True
        if sign in STOPS or (sign == "," and (not torn or opens(line.text))):
            return False
        return self._was_full(current, line, inset, torn=torn)

    def _was_full(self, current: Paragraph, line: Line, inset: int, *, torn: bool) -> bool:
        """Return whether a line that has not ended was full, so that a blank line or a page break parts nothing."""
        if not self._width:  # too little was wrapped to tell the width: a page ends in no heading
            return torn and current.lines[-1].right in _FULL and not in_capitals(line.text)
        if not self._fills(current, line) or 0 <= current.hang < inset - 1:
            return False
        # "Noting … the Steering / [blank] / Committee of the International Conference" (S_RES_827_1993.txt)
        return torn or (current.marker is not None and current.marker.form != "upper") or opens(current.first)

    def _closes(self, current: Paragraph, line: Line, sign: str) -> bool:
        """Return whether a line in lower case closes a list, "(b) nets, / shall give them up", and is not of its item.

        Its last item ends as the one before does, but for "or"; "and" alone between two items is none.
        """
        if current.marker is None or current.marker.form not in _LISTED or dangles(line.text):
            return False
        if (self._width and self._fills(current, line)) or dangles(current.lines[-1].text):
            return False
        return sign == "," or (sign not in ENDS and self._before is not None and _is_plain_item(self._before))

    def _parts(self, current: Paragraph, line: Line, inset: int) -> bool:
        """Return whether a line break with nothing in it ends a paragraph, in a text of wrapped lines."""
        sign = current.sign
        upper = line.text[0].isupper() or line.text[0] in OPENERS
        if not upper and sign not in ENDS:
            return False  # most lines
        leads = inset in self._leads and (current.marker is None or current.marker.form == "upper")
        if (leads and upper) or self._is_over(current, line, sign, upper=upper):
            return True
        if current.hang < 0 and sign not in ENDS:
            # A heading may stand straight on a paragraph whose first line is set in.
            return current.marker is None and upper and inset > current.inset + 1 and not self._fills(current, line)
        if sign in ENDS and 0 <= current.hang < inset - 1:
            return True
        return sign in STOPS and not line.text[0].islower() and (leads or not self._fills(current, line))

    def _is_over(self, current: Paragraph, line: Line, sign: str, *, upper: bool) -> bool:
        """Return whether a paragraph of wrapped lines has come to an end that no full stop shows."""
        recital = sign in _PREAMBULAR and opens(line.text)
        recital = recital and (opens(current.first) or _leads_to_preamble(current, line))
        if recital or is_border(current.lines[-1].text, line.text, current.first):
            return True
        if not upper or sign in STOPS:
            return False
        filled = self._fills(current, line)
        if sign == "," and len(current.lines) <= _LONGEST_NAME and self._enacts(current):
            return not filled or opening(line.text, unknown="participle") is not None
        if not self._solid or filled:
            return False
        if sign == "," and current.marker is not None and not opens(line.text):
            return False  # "1. We, the Leaders of Canada, / France": sites break a line after a number's first words
        return sign == "," or len(current.lines) <= HEADING_LINES or ends_in_title(current)

    def _enacts(self, current: Paragraph) -> bool:
        """Return whether the paragraph is the name of the body that resolves, over which what it resolves may stand."""
        return enacts(" ".join(line.text for line in current.lines))


def _leads_to_preamble(current: Paragraph, line: Line) -> bool:
    """Return whether a preamble begins under a paragraph, or goes on after a list in it.

    "We, the ministers, having met in Batumi, / Recalling", "(c) promoting trade, / CONSIDERING".
    """
    return current.first.startswith("We, ") or (line.text[:2].isupper() and not current.first[:2].isupper())


def _is_next(marker: Marker, other: Marker | None) -> bool:
    return other is not None and marker.form == other.form and marker.follows(other)


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


def _is_rest(current: Paragraph, line: Line, mark: Mark | None, *, torn: bool) -> bool:
    """Return whether what the format has as a paragraph of its own is the rest of one that a page break divided."""
    if mark is None or current.mark is None or mark.kind != "paragraph" or current.mark.kind == "heading":
        return False
    before = current.lines[-1].text
    return torn and (dangles(before) or (line.text[0].islower() and final(before) not in ENDS))
