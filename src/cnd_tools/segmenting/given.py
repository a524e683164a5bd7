"""What masthead and format already say of the lines, taken at its word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from cnd_tools.records import Document, Mark
from cnd_tools.segmenting.lines import Line
from cnd_tools.segmenting.notes import Note, note_at

_KINDS = ("masthead", "furniture", "note", "table", "contents")
# A line may be of several: an automatic number makes a heading an item too.
_SHAPES = ("paragraph", "item", "heading")


@dataclass(slots=True)
class Given:
    """What is known before any line is looked at.

    Attributes:
        shapes: for the place of a line, the heading, item or paragraph it belongs to.
        notes: the notes the format has as such.
        cuts: the stretches the format has as note marks.
        labels: for the place of a line, how many of its first characters the format has as its label.
    """

    shapes: dict[int, Mark] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    cuts: list[tuple[int, int]] = field(default_factory=list)
    labels: dict[int, int] = field(default_factory=dict)


def take(document: Document, lines: Sequence[Line], kinds: list[str]) -> Given:
    """Set the kind of the lines that masthead and marks speak of, and return what else they say.

    Lines that only have a shape are left open (""). Where a paragraph's mark goes over furniture (a page break in it),
    the furniture stays what it is.
    """
    given = Given(cuts=[(mark.start, mark.end) for mark in document.marks if mark.kind == "noteref"])
    heads = [Mark(start, end, "masthead") for start, end in document.masthead.spans]
    for mark, places in _spread(sorted([*heads, *(m for m in document.marks if m.kind in _KINDS)]), lines):
        for place in places:
            kinds[place] = mark.kind
        if mark.kind == "note" and places:
            given.notes.append(note_at(lines, places))
    for mark, places in _spread([m for m in document.marks if m.kind in _SHAPES], lines):
        for place in places:
            old = given.shapes.get(place)
            if not kinds[place] and (old is None or _SHAPES.index(old.kind) <= _SHAPES.index(mark.kind)):
                given.shapes[place] = mark
    for mark, places in _spread([m for m in document.marks if m.kind == "label"], lines):
        if places and lines[places[0]].left == mark.start:
            given.labels[places[0]] = min(mark.end - mark.start, len(lines[places[0]].text))
    return given


def _spread(marks: Sequence[Mark], lines: Sequence[Line]) -> list[tuple[Mark, list[int]]]:
    """Return each mark with the places of the lines it touches; marks and lines are in order."""
    found = []
    first = 0
    for mark in marks:
        while first < len(lines) and lines[first].end <= mark.start:
            first += 1
        places = []
        at = first
        while at < len(lines) and lines[at].left < mark.end:
            places.append(at)
            at += 1
        found.append((mark, places))
    return found
