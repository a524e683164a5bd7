"""What the words before numbers divide: provisions that are cited by them, and parts over which the numbers go on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from cnd_tools.lexicon.openings import words
from cnd_tools.records import Mark
from cnd_tools.segmenting.labels import WORDED
from cnd_tools.segmenting.numbering import Marker, Reading

_DIVISIONS = frozenset(words()["label"]["divisions"])


class Divisions(NamedTuple):
    """How the words before numbers divide a document, by what the first number below each is."""

    running: frozenset[str]  # numbers go on from one to the next: "Section 2 / 12. …"
    beginning: frozenset[str]  # numbers begin again in each: "Section 2 / 1. …"
    series: frozenset[str]  # they follow each other, or numbers begin below one: "Article 4", "Article 5"

    def cites(self, marker: Marker) -> bool:
        """Return whether a heading with this label is a point that is cited, "Article 4", and no mere heading.

        "ARTICLE 12 – CLEAN DEVELOPMENT MECHANISM" heads what a report of a meeting says of it (enb1298e.md).
        """
        style = marker.readings[0].style
        if style == "number" or style in self.running:
            return False
        return style in self.beginning or (style in self.series and style not in _DIVISIONS)


def read_divisions(markers: Sequence[Marker | None]) -> Divisions:
    """Return how a document is divided.

    Args:
        markers: what each of its lines begins with, if anything.
    """
    running, beginning = Counter[str](), Counter[str]()
    before: dict[str, Reading] = {}
    series, numbered = set[str](), set[str]()
    word, last = "", 0
    for marker in markers:
        if marker is None:
            continue
        if marker.form in WORDED:
            reading = marker.readings[0]
            word = reading.style
            if word in before and reading.follows(before[word]):
                series.add(word)
            before[word] = reading
        elif marker.form == "number":
            value = marker.readings[0].value
            if word and (word in numbered or value > 1):  # that the first one begins at 1 says nothing
                running[word] += value == last + 1
                beginning[word] += value == 1
            if word and value == 1:
                numbered.add(word)
            word, last = "", value
    return Divisions(
        frozenset(word for word, count in running.items() if count > beginning[word]),
        frozenset(word for word, count in beginning.items() if count > running[word]),
        frozenset(series | numbered),
    )


def mark_provisions(shapes: dict[int, Mark], markers: Sequence[Marker | None], divisions: Divisions) -> None:
    """Turn the headings that are provisions, "### Article 4", into marks of their own kind: they are points.

    Args:
        shapes: what the format said of lines, by their place.
        markers: what each line begins with.
        divisions: as read.
    """
    for place, mark in shapes.items():
        marker = markers[place]
        if mark.kind == "heading" and marker is not None and marker.form in WORDED and divisions.cites(marker):
            shapes[place] = mark._replace(kind="provision")
