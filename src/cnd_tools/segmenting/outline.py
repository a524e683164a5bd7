"""The tree: which marker hangs under which, and how each point is cited."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from cnd_tools.segmenting.labels import WORDED
from cnd_tools.segmenting.numbering import Marker, Reading, kind_of
from cnd_tools.segmenting.series import Entry, Place, Series

_IN_DOUBT = frozenset({"paren", "half", "stop"})  # forms that are letters as well as roman numerals


class Outline:
    """Places the markers of one document, in order.

    Args:
        running: words that number parts ("Section") over which the numbers of paragraphs go on.
    """

    def __init__(self, running: frozenset[str] = frozenset()) -> None:
        self._running = running
        self._stack: list[Entry] = []
        self._series = Series()
        self._anchor: str | None = None  # a paragraph without a marker, under which a list may begin
        self._holds = False  # a list that begins now is under it: it is a heading, or ends in a colon
        self._fresh = False  # it is a heading
        self._awaited: tuple[str | None, bool, bool] | None = None  # all three, of what came before headings
        self._bare = False  # nothing but headings came since an article
        self._final = False  # an annex has begun, and no series in it
        self._over = False  # a heading has ended what stood under the last article
        self._below = False  # numbers have stood under articles
        self._ended: dict[str, Reading] = {}  # where the lists ended whose letters may run on under the next item

    def hang(self, id_: str, *, heading: bool = False, chapeau: bool = False) -> None:
        """Say that a paragraph without a marker came, under which a list may begin.

        Args:
            id_: its id.
            heading: it is a heading.
            chapeau: it ends in a colon; of a heading: the last paragraph before it does, and its list is still to come.
        """
        if heading:
            # "The mission shall: / Prevention / (a) … / Help / (b) …": letters are those of the paragraph, not bullets.
            self._awaited = (self._awaited or (self._anchor, self._holds, self._fresh)) if chapeau else None
            self._over = self._over or not self._bare
            self._anchor, self._holds, self._fresh = id_, True, True
            return
        self._awaited, self._bare = None, False
        if chapeau and len(self._stack) == 1 and self._stack[0].is_article:
            return  # "Article 1 / For the purposes of this Convention: / (a) …" is Article 1(a)
        self._anchor, self._holds, self._fresh = id_, chapeau, False

    def close(self, *, part: bool) -> None:
        """Say that nothing that is open goes on: an annex or the like came (`part`), or an enacting body's line.

        After a draft resolution the report around it goes on with its numbers; after an annex nothing does.
        """
        self._stack, self._ended = [], {}
        self._bare = self._over = False
        self._final = part
        if part:
            self._series.drop_paused()

    def provision(self) -> Entry | None:
        """Return the article of which nothing but paragraphs without a number have come, if one is open."""
        return self._stack[0] if len(self._stack) == 1 and not self._over and self._stack[0].is_article else None

    def list_parent(self) -> Entry | None:
        """Return the point under which the innermost open list stands, if there is one."""
        return self._stack[-2] if len(self._stack) > 1 and self._stack[-2].key else None

    def place(self, marker: Marker, ahead: Callable[[], Marker | None], *, chapeau: bool) -> Place:
        """Return where a marker belongs, and open its list or go on with it.

        Args:
            marker: as read.
            ahead: gives the next marker in small letters after this one, if any is near; asked only in doubt.
            chapeau: the text before this marker ends in a colon.
        """
        if marker.chapter:
            self._enter(marker.chapter)
        depth, reading = self._successor(marker, ahead, chapeau=chapeau)
        if depth >= 0:
            return self._go_on(depth, reading, marker)
        if chapeau and self._is_inside(marker):
            return self._open(marker.readings[0], marker, self._stack[-1])
        if found := self._series.continued(marker):
            reading, last = found
            self._stack = []
            return self._open(reading, marker, None, like=last)
        return (self._run_on(marker, ahead) if self._ended else None) or self._start(marker, chapeau=chapeau)

    def _is_inside(self, marker: Marker) -> bool:
        """Return whether "1." begins a list inside a letter that ends in a colon: "(d) By: / 1. … / (e) …"."""
        if marker.form != "number" or not marker.starts or self._anchor or not self._stack:
            return False
        return self._stack[-1].reading.style in {"letter", "roman"}

    def _enter(self, chapter: str) -> None:
        """Leave what stands deeper than the letters of a number that a label names, "59 (b)"."""
        for depth, entry in enumerate(self._stack):
            if entry.key == chapter:
                del self._stack[depth + 2 :]
                self._anchor, self._holds, self._awaited = None, False, None

    def _successor(self, marker: Marker, ahead: Callable[[], Marker | None], *, chapeau: bool) -> tuple[int, Reading]:
        """Return at which depth a marker goes on with an open list, -1 if nowhere, and how it is read there."""
        found: list[tuple[int, Reading]] = []
        for depth in range(len(self._stack) - 1, -1, -1):
            last = self._stack[depth].reading
            if marker.level and 0 < self._stack[depth].depth != marker.level:
                continue
            for reading in marker.readings:
                if marker.form == "bullet" and reading.style == last.style and not self._holds:
                    return depth, replace(reading, value=last.value + 1)
                if reading.style == last.style and reading.follows(last):
                    found.append((depth, reading))
        if not found:
            return -1, marker.readings[0]
        if marker.form in _IN_DOUBT:
            first = next((r for r in marker.readings if r.style == "roman" and r.value == 1), None)
            found += [(-1, first)] if first else []
            return found[0] if len(found) == 1 else _likelier(found, ahead(), chapeau=chapeau)
        if len(found) == 1:
            return found[0]
        # A typed number goes on with typed ones, that of a list of Word or a web page with those of lists.
        alike = [one for one in found if bool(self._stack[one[0]].depth) == bool(marker.level)]
        return (alike or found)[0]

    def _go_on(self, depth: int, reading: Reading, marker: Marker) -> Place:
        parent, last = self._stack[depth - 1] if depth else None, self._stack[depth]
        if depth and len(self._stack) > depth + 1:
            self._ended = {entry.reading.style: entry.reading for entry in self._stack[depth + 1 :]}
        elif self._ended:
            self._ended = {}
        self._over = False
        del self._stack[depth:]
        return self._open(reading, marker, parent, like=last)

    def _run_on(self, marker: Marker, ahead: Callable[[], Marker | None]) -> Place | None:
        """Return the place of a letter that runs on from the list of the item before: "(ii) (i) …, (j) …"."""
        for reading in marker.readings:
            last = self._ended.get(reading.style)
            if last is not None and self._stack and reading.follows(last):
                if marker.starts:
                    after = ahead()
                    if after is None or not any(following.follows(reading) for following in after.readings):
                        continue
                return self._open(reading, marker, self._stack[-1])
        return None

    def _start(self, marker: Marker, *, chapeau: bool) -> Place:
        """Return the place of a marker that goes on with nothing: it begins a list, or breaks the order of one."""
        first = next((r for r in marker.readings if r.value == 1 and not r.suffix), None)
        reading = first or marker.readings[0]
        if self._awaited is not None and marker.form != "bullet":
            self._anchor, self._holds, self._fresh = self._awaited
        if not (first and (first.style == "number" or self._holds)):
            broken = self._break(marker, first)
            if broken:
                return broken
        if reading.style == "number" and self._is_inner(marker, chapeau=chapeau):
            return self._inside(reading, marker)
        if (
            marker.form in {"dotted", *WORDED}
            or reading.style == "number"
            or self._is_part(reading)
            or self._is_main(reading)
        ):
            return self._top_level(reading, marker, first)
        while marker.level and self._stack and self._stack[-1].depth >= marker.level:
            self._stack.pop()
        while marker.form == "upper" and self._stack and self._stack[-1].key.startswith("["):
            self._stack.pop()  # "– having regard to …, / A. whereas": no capital begins a list inside a bullet
        if self._anchor and (self._holds or not self._stack):
            # One anchor at a time: what hung under the last one is over when a list begins under the next.
            last = next((depth for depth, entry in enumerate(self._stack) if not entry.key), len(self._stack))
            del self._stack[0 if self._fresh else last :]
            self._stack.append(Entry(Reading("", 0), self._anchor, 1, ""))
        place = self._open(reading, marker, self._stack[-1] if self._stack else None)
        if first:
            return place
        self._stack[-1] = replace(self._stack[-1], sound=False)
        return replace(place, problem="gap", after="nothing")

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
        """Return whether "I." or "1–" begins a series that numbers the text: there is none it could be inside of."""
        first = reading.style == "number–" and not self._series.latest
        begins = reading.value == 1 and (first or reading.style == "ROMAN")
        return begins and not any(entry.key for entry in self._stack)

    def _is_main(self, reading: Reading) -> bool:
        """Return whether "1)" or "(1)" begins a series that numbers the text: it has no other, and no colon is before.

        So pages and word processors number paragraphs; "p3(5)" would be nothing that anybody can read off the page.
        """
        begins = reading.style in {"number)", "(number)"} and reading.value == 1 and not reading.suffix
        others = {entry.reading.style for entry in self._stack[:1]} | set(self._series.latest)
        return begins and (self._fresh or not self._holds) and others <= {reading.style}

    def _break(self, marker: Marker, first: Reading | None) -> Place | None:
        """Return the place of a marker of an open list that was not due, with what is wrong; None if it is of none."""
        for depth in range(len(self._stack) - 1, -1, -1):
            last = self._stack[depth].reading
            reading = next((r for r in marker.likely if r.style == last.style), None)
            if reading is None or (first is not None and reading is not first):
                continue
            after = self._stack[depth].key
            if marker.form == "dotted" and not depth and reading.value > last.value:
                # Numbers with points whose chapter is not here are another document's, picked (A_HRC_43_15_Add.1.txt).
                return self._go_on(depth, reading, marker)
            problem = reading.problem_after(last)
            if not depth and problem == "order":
                self._series.pause(self._stack[0])
            return replace(self._go_on(depth, reading, marker), problem=problem, after=after)
        return None

    def _top_level(self, reading: Reading, marker: Marker, first: Reading | None) -> Place:
        """Return the place of a number, an article or a number with points in it that begins a series."""
        if marker.form == "dotted":
            chapter = reading.style.removesuffix(" letter")
            above = next((e for e in reversed(self._stack) if e.key == chapter), None)
            if above:
                del self._stack[self._stack.index(above) + 1 :]
            else:
                self._stack = []
            return self._open(reading, marker, above)
        above = None if self._over else next((e for e in self._stack if self._takes_numbers(e)), None)
        if above and reading.style == "number":
            del self._stack[self._stack.index(above) + 1 :]
            self._below = True
            return self._open(reading, marker, above)
        self._stack = []
        last = self._series.latest.get(reading.style)
        if first and (last or (reading.style == "number" and self._below)):
            self._series.begin()
            if last and not self._final:
                self._series.pause(last)
        self._final = False
        place = self._open(reading, marker, None, named=marker.form in WORDED and last is None)
        return (
            place
            if first or last is None
            else replace(place, problem=reading.problem_after(last.reading), after=str(last.reading.value))
        )

    def _takes_numbers(self, entry: Entry) -> bool:
        """Return whether a series of numbers that begins is that of an entry; a line of contents takes none."""
        if entry.is_article:
            return entry.reading.style not in self._running
        return entry.reading.style == "ROMAN" and entry.sound

    def _open(
        self,
        reading: Reading,
        marker: Marker,
        parent: Entry | None,
        *,
        like: Entry | None = None,
        named: bool = False,
    ) -> Place:
        """Open a list at an item, or go on with it.

        Args:
            reading: how its marker is read.
            marker: as it stands.
            parent: what it is under, if anything.
            like: the item before it.
            named: it is the first of its word, "Article 1", so that its name is enough wherever it stands.
        """
        style = reading.style
        key = f"[{reading.value}]" if marker.form == "bullet" else marker.key
        prefix = like.prefix if like else "" if named else self._series.prefix
        id_ = self._series.cite(prefix, key, None if marker.form == "dotted" else parent)
        level, sound = parent.level + 1 if parent else 1, like is None or like.sound
        entry = Entry(reading, id_, level, key, marker.level, prefix, sound)
        if parent is None:
            self._series.latest[style] = entry
        self._stack.append(entry)
        self._anchor, self._holds, self._awaited = None, False, None
        self._bare = marker.form in WORDED or style == "ROMAN"
        self._over = self._over and parent is not None
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
