"""A paragraph as it is gathered, and what its last sign says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cnd_tools.lexicon.openings import words
from cnd_tools.records import Mark
from cnd_tools.segmenting.lines import Line
from cnd_tools.segmenting.notes import MARK_ENDS, NEVER_LAST, SUPERSCRIPTS
from cnd_tools.segmenting.numbering import Marker

ENDS = frozenset(".;:?!,…")
STOPS = frozenset(".;:?!")
_CLOSERS = "\"'”’»)]*_"
_MARKED = frozenset(".;:,”")  # what a note mark on the line may follow at a paragraph's end
_DANGLING = frozenset(words()["sentence"]["dangling"])
_LONGEST_ABBREVIATION = 8


class Paragraph:
    """Lines that belong together, with the marker they begin with.

    Attributes:
        lines: in order; page breaks and notes may lie between them.
        places: which of the document's lines they are.
        marker: what the first line begins with, if it may count; None otherwise.
        mark: what the format said of the first line, if anything.
        quoted: what follows its colon is quoted, and belongs to it.
        inside: it is a paragraph of what another one quotes.
        inset: how far its first line is set in from the margin.
        hang: how far its other lines are, the least of them; -1 if there is none.
        first: the text of its first line after the marker.
    """

    __slots__ = ("_sign", "first", "hang", "inset", "inside", "lines", "mark", "marker", "places", "quoted")

    def __init__(self, line: Line, place: int, marker: Marker | None, mark: Mark | None, inset: int) -> None:
        self.lines = [line]
        self.places = [place]
        self.marker = marker
        self.mark = mark
        self.quoted = False
        self.inside = False
        self.inset = inset
        self.hang = -1
        self.first = line.text if marker is None else line.text[marker.end :]
        self._sign: str | None = None  # looked for once, as every next line asks for it

    def add(self, line: Line, place: int, inset: int) -> None:
        """Add a line that goes on with the paragraph."""
        self.lines.append(line)
        self.places.append(place)
        self._sign = None
        self.hang = inset if self.hang < 0 else min(self.hang, inset)

    def extend(self, lines: Sequence[Line], places: range, insets: Sequence[int]) -> None:
        """Add lines that go on with the paragraph, those of all lines that stand at places."""
        first, last = places.start, places.stop
        self.lines += lines[first:last]
        self.places += places
        self._sign = None
        least = min(insets[first:last])
        self.hang = least if self.hang < 0 else min(self.hang, least)

    def part(self, at: int) -> Paragraph:
        """Take away the lines from `at` on, and return them as a paragraph of their own, without a marker."""
        rest = Paragraph(self.lines[at], self.places[at], None, self.mark, self.inset)
        for line, place in zip(self.lines[at + 1 :], self.places[at + 1 :], strict=True):
            rest.add(line, place, self.hang)
        del self.lines[at:], self.places[at:]
        self._sign = None
        return rest

    def unlabel(self) -> None:
        """Take its label for text."""
        self.marker, self.first = None, self.lines[0].text

    def hangs(self, inset: int) -> bool:
        """Return whether a line set in so far stands where this paragraph's lines do, whose first is set in."""
        return self.hang == inset < self.inset

    @property
    def sign(self) -> str:
        """What its last line ends in (see `final`)."""
        if self._sign is None:
            self._sign = final(self.lines[-1].text)
        return self._sign

    def said(self) -> tuple[list[str], list[int]]:
        """Return its text line by line, without its label, and where each begins in the source."""
        texts, starts = [line.text for line in self.lines], [line.left for line in self.lines]
        if self.marker is not None:
            texts[0], starts[0] = self.first, starts[0] + self.marker.end
            if not self.first and len(texts) > 1:
                del texts[0], starts[0]
        return texts, starts

    @property
    def empty(self) -> bool:
        """Whether there is a marker and nothing after it yet."""
        return not self.first and len(self.lines) == 1


def ended(text: str) -> bool:
    """Return whether a text ends as a paragraph does: in . ; : ? ! or a comma, then closing signs and note marks."""
    return final(text) in ENDS


def dangles(text: str) -> bool:
    """Return whether a text stops at a word that something always follows: "the Council of"."""
    return text[-1].isalpha() and text.rsplit(maxsplit=1)[-1].lower() in _DANGLING


def ends_in_title(paragraph: Paragraph) -> bool:
    """Return whether the last line of a paragraph is a title, over what comes: "… met. / Key messages"."""
    if len(paragraph.lines) == 1:
        return False
    text = paragraph.lines[-1].text
    return text[0].isupper() and final(text) not in ENDS and final(paragraph.lines[-2].text) in STOPS


def final(text: str) -> str:
    """Return the last sign of a text before what closes after it and note marks; "" after "chap." and the like."""
    sign = text[-1:]
    if sign in ";:," or sign.isalpha():  # most lines
        return sign
    if sign != ".":
        text = text.rstrip(SUPERSCRIPTS)
        if text[-1:] in MARK_ENDS:
            text = _unmarked(text)
        sign = text.rstrip(_CLOSERS)[-1:]
    return "" if sign == "." and text[-_LONGEST_ABBREVIATION:].split()[-1].lstrip("(") in NEVER_LAST else sign


def _unmarked(text: str) -> str:
    """Return a text without the mark of a note after its last sign: "words.24", "words, 24", "words. 2/"."""
    plain = text[:-1] if text[-1:] == "/" else text
    if not plain[-1:].isdigit():
        return text
    stripped = plain.rstrip("0123456789")
    before = stripped.rstrip(" ")
    # "2.5", and "A/C.5/62/L.18", which ends in a number too
    decimal = stripped[-1:] == "." and (stripped[-2:-1].isdigit() or "/" in stripped.rsplit(None, 1)[-1])
    marked = before[-1:] in _MARKED and len(stripped) - len(before) <= 1 and len(plain) - len(stripped) <= 3
    return before if marked and not decimal else text


def next_letter(coming: Iterable[Paragraph]) -> Marker | None:
    """Return the next marker that may be a letter or a roman numeral, before the next number."""
    for paragraph in coming:
        marker = paragraph.marker
        if marker is not None:
            if marker.form == "number":
                return None
            if any(reading.style in {"letter", "roman"} for reading in marker.readings):
                return marker
    return None
