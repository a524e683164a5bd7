"""From a point's lines in the source to its clean text, and how the one lies in the other."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from cnd_tools.records import Piece

# Runs of white space, and white space other than the plain blank, become one blank; soft hyphens go.
_UNEVEN = re.compile(r"\s{2,}|[^\S ]|\u00ad")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LAST = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+){0,5})-$")
_NEXT = re.compile(r"[^\W\d_]+")

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
        self._words: frozenset[str] | None = None

    def join(self, stretches: Sequence[Stretch]) -> tuple[str, tuple[Piece, ...]]:
        """Return the clean text of stretches (lines of a paragraph without the white space around them) and its pieces.

        Lines are joined with one blank, or with none after a hyphen that is part of the word; note marks are left out.
        """
        if len(stretches) == 1:
            start, end = stretches[0]
            text = self.source[start:end]
            if not (self.cuts and self._cut_between(start, end)) and even(text):
                return text, (Piece(0, start, end - start),) if text else ()
        return self._assemble(stretches)

    def _cut_between(self, start: int, end: int) -> bool:
        place = bisect_left(self.cuts, (start,))
        return place < len(self.cuts) and self.cuts[place][0] < end

    def _assemble(self, stretches: Sequence[Stretch]) -> tuple[str, tuple[Piece, ...]]:
        out: list[str] = []
        pieces: list[Piece] = []
        length, glue = 0, ""
        for number, (start, end) in enumerate(stretches):
            last = end
            following = stretches[number + 1] if number + 1 < len(stretches) else None
            joint, last = self._joint(start, end, following)
            for low, high, blank in self._runs(start, last):
                if glue and out:
                    out.append(glue)
                    length += len(glue)
                out.append(self.source[low:high])
                pieces.append(Piece(length, low, high - low))
                length += high - low
                glue = blank
            glue = joint if following else ""
        return "".join(out), tuple(pieces)

    def _joint(self, start: int, end: int, following: Stretch | None) -> tuple[str, int]:
        """Return what joins a line to the next, and where the line's text ends for it."""
        if following is None:
            return "", end
        if self.source[end - 1] == "\u00ad":
            return "", end - 1
        if self.source[end - 1] in "-\u2010" and end - start > 1 and not self.source[end - 2].isspace():
            return "", end - 1 if self._hyphenated(start, end, following) else end
        return " ", end

    def _runs(self, start: int, end: int) -> Iterable[tuple[int, int, str]]:
        """Yield stretches that go over as they are, each with what stands between it and the next."""
        holes = []
        place = bisect_left(self.cuts, (start,))
        while place < len(self.cuts) and self.cuts[place][0] < end:
            holes.append((*self.cuts[place], ""))
            place += 1
        for found in _UNEVEN.finditer(self.source, start, end):
            holes.append((found.start(), found.end(), "" if found.group() == "\u00ad" else " "))
        at = start
        for low, high, blank in sorted(holes):
            if low > at:
                yield at, low, blank
            at = max(at, high)
        if at < end:
            yield at, end, ""

    def _hyphenated(self, start: int, end: int, following: Stretch) -> bool:
        """Return whether the hyphen at a line's end is the printer's: the document writes the word without it.

        "inter-/national" is one word if "international" stands somewhere else and "inter-national" nowhere.
        """
        before = _LAST.search(self.source[max(start, end - 60) : end])
        after = _NEXT.match(self.source, following[0], following[1])
        if before is None or after is None or not after.group()[0].islower():
            return False
        if self._words is None:
            self._words = frozenset(_WORD.findall(self.source.lower()))
        head, tail = before[1].lower(), after.group().lower()
        return head + tail in self._words and f"{head}-{tail}" not in self._words


def even(text: str) -> bool:
    """Return whether a line has nothing in it to clean: only single plain blanks for white space, no soft hyphen."""
    # isprintable() is many times faster than the pattern, and false for every one of them but the plain blank.
    return "  " not in text and (text.isprintable() or not _UNEVEN.search(text))
