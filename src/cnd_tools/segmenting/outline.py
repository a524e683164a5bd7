"""The tree: which marker hangs under which, and how each point is cited."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from cnd_tools.segmenting.numbering import Marker, Reading, kind_of

_IN_DOUBT = frozenset({"paren", "half", "stop"})  # forms that are letters as well as roman numerals


class Entry(NamedTuple):
    """A list that is open, at its latest item."""

    reading: Reading
    id: str
    level: int
    key: str
    depth: int = 0  # of the list, as the format has it; 0 if it does not say


class Place(NamedTuple):
    """Where a paragraph belongs.

    Attributes:
        id: the citation, unique in the document.
        kind: numbered, lettered, roman or bulleted; or what a paragraph without a marker is.
        level: depth, 1 outermost.
        parent: id of the point above, or None.
        problem: code of a notice ("gap", "repeat", "order") or "".
        after: with a problem, what it follows.
    """

    id: str
    kind: str
    level: int = 1
    parent: str | None = None
    problem: str = ""
    after: str = ""


class Outline:
    """Places the markers of one document, in order."""

    def __init__(self) -> None:
        self._stack: list[Entry] = []
        self._top: dict[str, Entry] = {}
        self._series = 0
        self._prefix = ""
        self._seen: dict[str, int] = {}
        self._anchor: str | None = None
        self._anchored = False
        self._fresh = False

    def hang(self, id_: str, *, heading: bool = False, chapeau: bool = False) -> None:
        """Say that a paragraph without a marker came, under which a list may begin.

        Args:
            id_: its id.
            heading: it is a heading.
            chapeau: it ends in a colon.
        """
        if chapeau and not heading and len(self._stack) == 1 and _is_article(self._stack[0]):
            return  # "Article 1 / For the purposes of this Convention: / (a) …" is Article 1(a)
        self._anchor = id_
        self._anchored = heading or chapeau
        self._fresh = heading

    def place(self, marker: Marker, ahead: Callable[[], Marker | None], *, chapeau: bool) -> Place:
        """Return where a marker belongs, and open its list or go on with it.

        Args:
            marker: as read.
            ahead: gives the next marker in small letters after this one, if any is near; asked only in doubt.
            chapeau: the text before this marker ends in a colon.
        """
        depth, reading = self._successor(marker, ahead, chapeau=chapeau)
        if depth >= 0:
            return self._go_on(depth, reading, marker)
        for option in marker.readings:
            entry = self._top.get(option.style)
            if entry is not None and option.follows(entry.reading):
                self._stack = []
                return self._open(option, marker, None)
        return self._start(marker, chapeau=chapeau)

    def _successor(self, marker: Marker, ahead: Callable[[], Marker | None], *, chapeau: bool) -> tuple[int, Reading]:
        """Return at which depth a marker goes on with an open list, -1 if nowhere, and how it is read there."""
        found: list[tuple[int, Reading]] = []
        for depth in range(len(self._stack) - 1, -1, -1):
            last = self._stack[depth].reading
            if marker.level and 0 < self._stack[depth].depth != marker.level:
                continue
            for reading in marker.readings:
                if marker.form == "bullet" and reading.style == last.style and not self._anchored:
                    return depth, reading._replace(value=last.value + 1)
                if reading.follows(last):
                    found.append((depth, reading))
        if found and marker.form in _IN_DOUBT:
            first = next((r for r in marker.readings if r.style == "roman" and r.value == 1), None)
            found += [(-1, first)] if first else []
            return found[0] if len(found) == 1 else _likelier(found, ahead(), chapeau=chapeau)
        # A typed number goes on with typed ones, that of a list of Word or a web page with those of lists.
        alike = [one for one in found if bool(self._stack[one[0]].depth) == bool(marker.level)]
        return (alike or found or [(-1, marker.readings[0])])[0]

    def _go_on(self, depth: int, reading: Reading, marker: Marker) -> Place:
        parent = self._stack[depth - 1] if depth else None
        del self._stack[depth:]
        return self._open(reading, marker, parent)

    def _start(self, marker: Marker, *, chapeau: bool) -> Place:
        """Return the place of a marker that goes on with nothing: it begins a list, or breaks the order of one."""
        first = next((r for r in marker.readings if r.value == 1 and not r.suffix), None)
        if not (first and (first.style == "number" or self._anchored)):
            broken = self._break(marker, first)
            if broken:
                return broken
        reading = first or marker.readings[0]
        if reading.style == "number" and self._is_inner(marker, chapeau=chapeau):
            return self._inside(reading, marker)
        if reading.style == "number" or marker.form in {"dotted", "word"} or self._is_part(reading):
            return self._top_level(reading, marker, first)
        while marker.level and self._stack and self._stack[-1].depth >= marker.level:
            self._stack.pop()
        if self._anchor and (self._anchored or not self._stack):
            # One anchor at a time: what hung under the last one is over when a list begins under the next.
            last = next((depth for depth, entry in enumerate(self._stack) if not entry.key), len(self._stack))
            del self._stack[0 if self._fresh else last :]
            self._stack.append(Entry(Reading("", 0), self._anchor, 1, ""))
        place = self._open(reading, marker, self._stack[-1] if self._stack else None)
        return place if first else place._replace(problem="gap", after="nothing")

    def _is_inner(self, marker: Marker, *, chapeau: bool) -> bool:
        """Return whether a list of numbers begins inside another: by its level, or after a typed number and a colon."""
        if not marker.level or not self._stack:
            return False
        typed = chapeau and self._anchor is None and not self._stack[-1].depth
        return typed or any(0 < entry.depth < marker.level for entry in self._stack)

    def _inside(self, reading: Reading, marker: Marker) -> Place:
        """Return the place of a number in a list inside the list of another number: 1(1)."""
        while self._stack[-1].depth >= marker.level:
            self._stack.pop()
        return self._open(reading, marker, self._stack[-1])

    def _is_part(self, reading: Reading) -> bool:
        """Return whether "I." begins a series that numbers the whole text: there is no other it could be inside of."""
        return reading == Reading("ROMAN", 1) and not any(entry.key for entry in self._stack)

    def _break(self, marker: Marker, first: Reading | None) -> Place | None:
        """Return the place of a marker of an open list that was not due, with what is wrong; None if it is of none."""
        for depth in range(len(self._stack) - 1, -1, -1):
            last = self._stack[depth].reading
            reading = next((r for r in marker.readings if r.style == last.style), None)
            if reading is None or (first is not None and reading is not first):
                continue
            after = self._stack[depth].key
            if marker.form == "dotted" and not depth and reading.value > last.value:
                # Numbers with points whose chapter is not here are another document's, picked (A_HRC_43_15_Add.1.txt).
                return self._go_on(depth, reading, marker)
            return self._go_on(depth, reading, marker)._replace(problem=_problem(reading, last), after=after)
        return None

    def _top_level(self, reading: Reading, marker: Marker, first: Reading | None) -> Place:
        """Return the place of a number, an article or a number with points in it that begins a series."""
        if marker.form == "dotted":
            above = next((e for e in reversed(self._stack) if e.key == reading.style), None)
            if above:
                del self._stack[self._stack.index(above) + 1 :]
            else:
                self._stack = []
            return self._open(reading, marker, above)
        above = next((e for e in self._stack if _is_article(e) or e.reading.style == "ROMAN"), None)
        if above and reading.style == "number":
            del self._stack[self._stack.index(above) + 1 :]
            return self._open(reading, marker, above)
        self._stack = []
        problem = ""
        if reading.style in self._top:
            last = self._top[reading.style].reading
            if first:
                self._series += 1
                self._prefix = f"s{self._series + 1}:"
            else:
                problem = _problem(reading, last)
            return self._open(reading, marker, None)._replace(problem=problem, after=str(last.value))
        return self._open(reading, marker, None)

    def _open(self, reading: Reading, marker: Marker, parent: Entry | None) -> Place:
        style = reading.style
        key = f"[{reading.value}]" if marker.form == "bullet" else marker.key
        if parent is None or marker.form == "dotted":
            plain = self._prefix + key
        elif key[0] in "([":
            plain = parent.id + key
        else:
            plain = f"{parent.id}({key})"
        self._seen[plain] = count = self._seen.get(plain, 0) + 1
        id_ = plain if count == 1 else f"{plain}~{count}"
        entry = Entry(reading, id_, parent.level + 1 if parent else 1, key, marker.level)
        if parent is None:
            self._top[style] = entry
        self._stack.append(entry)
        self._anchor, self._anchored = None, False
        return Place(id_, kind_of(style), entry.level, parent.id if parent else None)


def _likelier(found: list[tuple[int, Reading]], after: Marker | None, *, chapeau: bool) -> tuple[int, Reading]:
    """Return which of several ways to read "(i)" or "(v)" is right: the one that the next marker goes on with.

    If none is, "(i)" begins a list in roman numerals after a colon, and is the letter otherwise; and before a list in
    roman numerals "(v)" is the letter, otherwise the numeral, which is the deeper.
    """
    readings = after.readings if after is not None else ()
    for depth, reading in found:
        if any(following.follows(reading) for following in readings):
            return depth, reading
    if found[-1][0] < 0:
        return found[-1] if chapeau else found[0]
    begins = any(reading.style == "roman" and reading.value == 1 for reading in readings)
    return found[-1] if begins else found[0]


def _is_article(entry: Entry) -> bool:
    return " " in entry.key and entry.reading.style[:1].isupper()


def _problem(reading: Reading, last: Reading) -> str:
    """Return what is wrong with a reading that comes after the last: it is the same, lower, or too high."""
    if (reading.value, reading.suffix) == (last.value, last.suffix):
        return "repeat"
    return "order" if reading.value < last.value else "gap"
