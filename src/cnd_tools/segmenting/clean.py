"""From a point's lines in the source to its clean text, and how the one lies in the other."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from functools import partial
from itertools import accumulate

from cnd_tools.records import Piece
from cnd_tools.segmenting.signs import places_of

# Runs of white space, and white space other than the plain blank, become one blank; soft hyphens go.
_UNEVEN = re.compile(r"\s{2,}|[^\S ]|\u00ad")
# Of a run of blanks in a source only what is no indentation; begun with two of them, for these C looks.
_BLANKS = re.compile(r"  (?<=\S  ) *")
# All white space there is but the plain blank and what ends a line, and the soft hyphen.
_ODD = "\t\x1f\u00a0\u00ad\u1680" + "".join(map(chr, range(0x2000, 0x200B))) + "\u202f\u205f\u3000"
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LAST = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+){0,5})-$")
_NEXT = re.compile(r"[^\W\d_]+")
_PART_BEFORE = re.compile(r"[^\W\d_]-?\Z")
_PART_AFTER = re.compile(r"-?[^\W\d_]")
_FEW = 32  # words: to list all of a text takes as long as to look for some sixty
_LONG = 200_000  # characters
_BROKEN = frozenset({"-", "\u2010", "\u00ad", ""})  # how a line ends that is not joined to the next with a blank

_piece = partial(tuple.__new__, Piece)  # one a line and more: without the call that names its parts

Stretch = tuple[int, int]


class Cleaner:
    """Makes clean text of stretches of one source.

    Args:
        source: the source text.
        cuts: stretches of it that no clean text has (note marks), in order.
        like: another cleaner of the source, whose knowledge of it is shared.
    """

    def __init__(self, source: str, cuts: Sequence[Stretch] = (), like: Cleaner | None = None) -> None:
        self.source = source
        self.cuts = cuts
        self._starts = [start for start, _ in cuts]
        self.words: Words = like.words if like is not None else Words(source)
        self._uneven: Sequence[int] = like._uneven if like is not None else array("q", uneven(source))
        # Where there is anything to do: between two of them the source is clean as it is.
        self._spots = sorted([*self._starts, *self._uneven]) if cuts else self._uneven

    def line(self, text: str, start: int) -> tuple[str, tuple[Piece, ...]]:
        """Return the clean text of a stretch of one line, and its pieces; most are clean as they are.

        Args:
            text: the stretch.
            start: where it begins in the source.
        """
        size = len(text)
        end = start + size
        if self._is_clean(start, end):
            return text, (_piece((0, start, size)),) if text else ()
        if not even(text):
            return self.join([(start, end)])
        cuts = self._cuts_in(start, end)
        out, pieces, length, at = [], [], 0, start
        for low, high in (*cuts, (end, end)):
            if low > at:
                out.append(self.source[at:low])
                pieces.append(_piece((length, at, low - at)))
                length += low - at
            at = max(at, high)
        return "".join(out), tuple(pieces)

    def _is_clean(self, start: int, end: int) -> bool:
        """Return whether a stretch goes over as it is: nothing to cut begins in it, and nothing that is uneven."""
        spots = self._spots
        at = bisect_left(spots, start)
        return at == len(spots) or spots[at] >= end

    def _cuts_in(self, start: int, end: int) -> Sequence[Stretch]:
        """Return the cuts in a stretch."""
        starts = self._starts
        first = last = bisect_left(starts, start)
        if first == len(starts) or starts[first] >= end:
            return ()
        while last < len(starts) and starts[last] < end:
            last += 1
        return self.cuts[first:last]

    def join(self, stretches: Sequence[Stretch]) -> tuple[str, tuple[Piece, ...]]:
        """Return the clean text of stretches (lines of a paragraph without the white space around them) and its pieces.

        Lines are joined with one blank, or with none after a hyphen that is part of the word; note marks are left out.
        """
        if not stretches:
            return "", ()
        return self.lines([self.source[start:end] for start, end in stretches], [start for start, _ in stretches])

    def lines(self, texts: Sequence[str], starts: Sequence[int]) -> tuple[str, tuple[Piece, ...]]:
        """Return the same for stretches whose text is at hand.

        Args:
            texts: the text of each, one at least.
            starts: where each begins in the source.
        """
        text = " ".join(texts)
        if (
            text
            and text == text.strip()
            and not ("- " in text or "\u2010 " in text)
            and self._is_clean(starts[0], starts[-1] + len(texts[-1]))
        ):
            # Most paragraphs go over as they are.
            sizes = list(map(len, texts))
            places = accumulate([size + 1 for size in sizes], initial=0)
            return text, tuple(map(_piece, zip(places, starts, sizes, strict=False)))
        return self._mended([(start, start + len(said)) for start, said in zip(starts, texts, strict=True)], texts)

    def _mended(self, stretches: Sequence[Stretch], texts: Sequence[str]) -> tuple[str, tuple[Piece, ...]]:
        """Return the same for stretches of which one at least has something to clean, or is joined without a blank."""
        out: list[str] = []
        pieces: list[Piece] = []
        length = 0
        for place, (start, end) in enumerate(stretches):
            text = texts[place]
            # Most lines go over as they are.
            whole = text[-1:] not in _BROKEN and self._is_clean(start, end)
            for low, high, blank in ((start, end, " "),) if whole else self._runs(stretches, place):
                pieces.append(_piece((length, low, high - low)))
                out.append(text if whole else self.source[low:high])
                out.append(blank)
                length += high - low + len(blank)
        if out:
            out.pop()  # what would join the last run to a next one
        return "".join(out), tuple(pieces)

    def _runs(self, stretches: Sequence[Stretch], place: int) -> list[tuple[int, int, str]]:
        """Return what of a line goes over as it is: start, end, and what joins each run to the next."""
        start, end = stretches[place]
        joint = " "
        if place + 1 < len(stretches):
            joint, end = self._joint(start, end, stretches[place + 1])
        holes = self._holes(start, end)
        if not holes:
            return [(start, end, joint)] if start < end else []
        runs = []
        at = start
        for low, high, blank in holes:
            if low > at:
                runs.append((at, low, blank))
            elif blank and runs:
                runs[-1] = (*runs[-1][:2], blank)  # a cut and white space that meet
            at = max(at, high)
        if at < end:
            runs.append((at, end, joint))
        elif runs:
            runs[-1] = (*runs[-1][:2], joint)
        return runs

    def _joint(self, start: int, end: int, following: Stretch) -> tuple[str, int]:
        """Return what joins a line to the next, and where the line's text ends for it."""
        last = self.source[end - 1]
        if last in "-\u2010" and self.source[max(start, end - 2) : end - 1].strip():
            return "", end - 1 if self._hyphenated(start, end, following) else end
        return "" if last == "\u00ad" else " ", end

    def _holes(self, start: int, end: int) -> list[tuple[int, int, str]]:
        """Return what of a line does not go over as it is, in order, and what takes its place."""
        holes = [(low, high, "") for low, high in self._cuts_in(start, end)]
        text = self.source[start:end]
        if not even(text):
            for found in _UNEVEN.finditer(text):
                blank = "" if found.group() == "\u00ad" else " "
                holes.append((start + found.start(), start + found.end(), blank))
            holes.sort()
        return holes

    def _hyphenated(self, start: int, end: int, following: Stretch) -> bool:
        """Return whether the hyphen at a line's end is the printer's: the document writes the word without it.

        "inter-/national" is one word if "international" stands somewhere else and "inter-national" nowhere.
        """
        before = _LAST.search(self.source[max(start, end - 60) : end].rsplit(None, 1)[-1])
        after = _NEXT.match(self.source, following[0])
        if before is None or after is None or not after.group()[0].islower():
            return False
        head, tail = before[1].lower(), after.group().lower()
        return head + tail in self.words and f"{head}-{tail}" not in self.words


class Words:
    """The words of a text in lower case: each is looked for, and all are listed once many have been."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lowered = ""
        self._known: dict[str, bool] = {}
        self._all: frozenset[str] = frozenset()

    def __contains__(self, word: str) -> bool:
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = self._look(word)
        return known

    def _look(self, word: str) -> bool:
        if not self._all:
            if len(self._known) < _FEW and len(self._text) < _LONG:
                self._lowered = self._lowered or self._text.lower()
                return _stands(word, self._lowered)
            # Each is looked at once: the pattern is the slow part, and most stand in a text many times.
            self._all = frozenset(_WORD.findall(" ".join(self._written()).lower()))
            self._lowered = ""
        return word in self._all

    def _written(self) -> set[str]:
        """Return what stands in the text between white space, once; of a long one never all is parted together."""
        text, found, first = self._text, set[str](), 0
        while first < len(text):
            last = text.find(" ", first + _LONG)
            last = len(text) if last < 0 else last
            found.update(text[first:last].split())
            first = last
        return found


def _stands(word: str, text: str) -> bool:
    """Return whether a word stands in a text by itself, and is no part of another, nor of a compound."""
    place = text.find(word)
    while place >= 0:
        before, after = text[max(place - 2, 0) : place], text[place + len(word) : place + len(word) + 2]
        if not (_PART_BEFORE.search(before) or _PART_AFTER.match(after)):
            return True
        place = text.find(word, place + 1)
    return False


def uneven(text: str) -> list[int]:
    """Return where in a source something uneven begins inside a line, in order; most texts have nothing of the kind.

    It is what `even` denies of a line: blanks that follow each other, other white space, soft hyphens.
    """
    found = [place for blanks in _BLANKS.finditer(text) for place in (blanks.start(), blanks.end() - 2)]
    return sorted([*found, *places_of(text, _ODD)])


def even(text: str) -> bool:
    """Return whether a line has nothing in it to clean: only single plain blanks for white space, no soft hyphen."""
    if "  " in text:
        return False
    if text.isascii():
        return "\t" not in text and "\x1f" not in text  # all else that is white space ends a line
    # isprintable() is many times faster than the pattern, and false for every one of them but the plain blank.
    return text.isprintable() or not _UNEVEN.search(text)
