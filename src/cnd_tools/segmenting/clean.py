"""From a point's lines in the source to its clean text, and how the one lies in the other."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import partial

from cnd_tools.records import Piece

# Runs of white space, and white space other than the plain blank, become one blank; soft hyphens go.
_UNEVEN = re.compile(r"\s{2,}|[^\S ]|\u00ad")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LAST = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+){0,5})-$")
_NEXT = re.compile(r"[^\W\d_]+")
_BROKEN = frozenset({"-", "\u2010", "\u00ad", ""})  # how a line ends that is not joined to the next with a blank

_piece = partial(tuple.__new__, Piece)  # one a line and more: without the call that names its parts

Stretch = tuple[int, int]


class Cleaner:
    """Makes clean text of stretches of one source.

    Args:
        source: the source text.
        cuts: stretches of it that no clean text has (note marks), in order.
    """

    def __init__(self, source: str, cuts: Sequence[Stretch] = ()) -> None:
        self.source = source
        self.cuts = cuts
        self._starts = [start for start, _ in cuts]
        self._words: frozenset[str] | None = None

    def line(self, text: str, start: int) -> tuple[str, tuple[Piece, ...]]:
        """Return the clean text of a stretch of one line, and its pieces; most are clean as they are.

        Args:
            text: the stretch.
            start: where it begins in the source.
        """
        end = start + len(text)
        if not even(text):
            return self.join([(start, end)])
        cuts = self._cuts_in(start, end)
        if not cuts:
            return text, (_piece((0, start, len(text))),) if text else ()
        out, pieces, length, at = [], [], 0, start
        for low, high in (*cuts, (end, end)):
            if low > at:
                out.append(self.source[at:low])
                pieces.append(_piece((length, at, low - at)))
                length += low - at
            at = max(at, high)
        return "".join(out), tuple(pieces)

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
        out: list[str] = []
        pieces: list[Piece] = []
        length = 0
        cut = self._cuts_in(stretches[0][0], stretches[-1][1]) if stretches else ()
        for place, (start, end) in enumerate(stretches):
            text = self.source[start:end]
            # Most lines go over as they are.
            whole = not cut and text[-1:] not in _BROKEN and even(text)
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
        before = _LAST.search(self.source[max(start, end - 60) : end])
        after = _NEXT.match(self.source, following[0])
        if before is None or after is None or not after.group()[0].islower():
            return False
        if self._words is None:
            # Each is looked at once: the pattern is the slow part, and most stand in a text many times.
            self._words = frozenset(_WORD.findall(" ".join(set(self.source.lower().split()))))
        head, tail = before[1].lower(), after.group().lower()
        return head + tail in self._words and f"{head}-{tail}" not in self._words


def even(text: str) -> bool:
    """Return whether a line has nothing in it to clean: only single plain blanks for white space, no soft hyphen."""
    if "  " in text:
        return False
    if text.isascii():
        return "\t" not in text and "\x1f" not in text  # all else that is white space ends a line
    # isprintable() is many times faster than the pattern, and false for every one of them but the plain blank.
    return text.isprintable() or not _UNEVEN.search(text)
