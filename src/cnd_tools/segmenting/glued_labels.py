"""Labels with no space after them, and signs of bullets that have lost theirs.

Databases of meeting records print "1.The Chair", "(a)to lend", "3.1.promote"; pages of PDFs give "•" on a line of its
own. Such a label counts only where another of its series does: "(a)symmetric", "e.g. the" and a star between two
sections number nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from cnd_tools.lexicon.openings import words
from cnd_tools.segmenting.labels import glued_form
from cnd_tools.segmenting.lines import Line
from cnd_tools.segmenting.numbering import Marker, Reading

_SIGNS = frozenset(words()["label"]["bullets"].split()) - {"*"}  # a star alone parts sections
_FAR = 60  # markers within which the next of a series stands


def settle_glued(found: list[Marker | None], places: Sequence[int]) -> None:
    """Keep of the labels glued to a word those of a series, under the form they have; drop the others.

    Args:
        found: the marker each line begins with.
        places: of the lines that may have one, in order.
    """
    marked = [(place, marker) for place in places if (marker := found[place]) is not None]
    if not any(marker.form == "glued" for _, marker in marked):
        return
    last: dict[str, Reading] = {}
    for at, (place, marker) in enumerate(marked):
        if marker.form == "glued":
            due = any(r.style in last and r.follows(last[r.style]) for r in marker.readings)
            if not (due or (marker.starts and _goes_on(marker, marked[at + 1 : at + 1 + _FAR]))):
                found[place] = None
                continue
            found[place] = replace(marker, form=glued_form(marker.label))
        for reading in marker.readings:
            last[reading.style] = reading


def settle_lone_bullets(
    lines: Sequence[Line], found: list[Marker | None], places: Sequence[int], items: Collection[int]
) -> None:
    """Drop the bullets alone on their line that are no list: one has several of a sign, and text under each.

    Args:
        lines: all lines.
        found: the marker each begins with.
        places: of the lines that may have one, in order.
        items: places of lines that the format calls items, which is believed.
    """
    lone = [
        place
        for place in places
        if (marker := found[place]) is not None and marker.form == "bullet" and marker.end >= len(lines[place].text)
    ]
    count = Counter(lines[place].text for place in lone)
    for place in lone:
        sign = lines[place].text
        below = found[place + 1] if place + 1 < len(lines) else None
        if place in items:
            continue
        if sign not in _SIGNS or count[sign] < 2 or place + 1 == len(lines) or below is not None:
            found[place] = None


def _goes_on(marker: Marker, following: Sequence[tuple[int, Marker]]) -> bool:
    """Return whether the series that a label would begin goes on."""
    return any(other.follows(marker) for _, other in following)
