"""The series of labels that number a document one after the other, and what tells their points apart in citations.

Numbers begin again in an annex, and in each resolution of a report; the numbers of the report then go on.
"""

from __future__ import annotations

from dataclasses import dataclass

from cnd_tools.segmenting.numbering import Marker, Reading

_MOST_PAUSED = 4  # series inside of each other


@dataclass(slots=True)
class Entry:
    """A list that is open, at its latest item."""

    reading: Reading
    id: str
    level: int
    key: str
    depth: int = 0  # of the list, as the format has it; 0 if it does not say
    prefix: str = ""  # which series of the document it is of: "s2:"
    sound: bool = True  # its list began with its first item

    @property
    def is_article(self) -> bool:
        """Whether it is cited by a word: "Article 4", "Section 2"."""
        return " " in self.key and self.reading.style[:1].isupper()


@dataclass(slots=True)
class Place:
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


class Series:
    """The series of one document.

    Attributes:
        latest: the last item of each style that stands under no other.
        prefix: what the ids of a list that begins now begin with: "s2:".
    """

    def __init__(self) -> None:
        self.latest: dict[str, Entry] = {}
        self.prefix = ""
        self._begun = 1
        self._paused: dict[str, list[Entry]] = {}  # those that others have begun inside of, at their latest items
        self._seen: dict[str, int] = {}

    def begin(self) -> None:
        """Begin another series: its numbers are there already."""
        self._begun += 1
        self.prefix = f"s{self._begun}:"

    def continued(self, marker: Marker) -> tuple[Reading, Entry] | None:
        """Return how a marker goes on with a series, and the last item of that; None if with none."""
        for reading in marker.readings:
            entry = self.latest.get(reading.style)
            if entry is not None and reading.follows(entry.reading):
                return reading, entry
        return self._resume(marker) if self._paused else None

    def _resume(self, marker: Marker) -> tuple[Reading, Entry] | None:
        """Return the same for a series that another has begun inside of; the other is paused then."""
        for reading in marker.readings:
            paused = self._paused.get(reading.style, [])
            for at in range(len(paused) - 1, -1, -1):
                if reading.follows(paused[at].reading):
                    entry = paused[at]
                    del paused[at:]
                    self.pause(self.latest[reading.style])
                    return reading, entry
        return None

    def pause(self, entry: Entry) -> None:
        """Keep the last item of a series that may go on after another."""
        paused = self._paused.setdefault(entry.reading.style, [])
        paused.append(entry)
        del paused[:-_MOST_PAUSED]

    def drop_paused(self) -> None:
        """Go on with none that another has begun inside of."""
        self._paused = {}

    def cite(self, prefix: str, key: str, parent: Entry | None) -> str:
        """Return an id that is unique in the document: "4" the first time, "4~2" the second.

        Args:
            prefix: of its series.
            key: how its own label is cited.
            parent: what it is cited under, if anything.
        """
        if parent is None:
            plain = prefix + key
        elif key[0] in "([.":
            plain = parent.id + key
        else:
            plain = f"{parent.id}({key})"
        self._seen[plain] = count = self._seen.get(plain, 0) + 1
        return plain if count == 1 else f"{plain}~{count}"
