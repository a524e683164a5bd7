"""The labels a format has as such: where each ends is known, so that none is looked for and none is missed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from cnd_tools.segmenting.given import Given
from cnd_tools.segmenting.lines import Line
from cnd_tools.segmenting.numbering import Marker, Reading, read_marker

# "9.20, 9.21" and "9.11–85, 87": one paragraph on several of another document.
_MANY = re.compile(r"\d{1,4}(?:\.\d{1,4}){1,4}(?:\s?[,;–-]\s?\d{1,4}(?:\.\d{1,4}){0,4}){1,60}\.?")


def take_labels(lines: Sequence[Line], kinds: Sequence[str], given: Given, markers: list[Marker | None]) -> None:
    """Set the markers of the lines whose labels the format has; those of lines that are no text stay None."""
    for place, size in given.labels.items():
        if not kinds[place]:
            shape = given.shapes.get(place)
            level = shape.level if shape is not None and shape.kind == "item" else 0
            # The bullet of a heading is a part of its title.
            title = shape is not None and shape.kind == "heading"
            markers[place] = given_marker(lines[place].text, size, level, strict=title)


def given_marker(line: str, size: int, level: int, *, strict: bool) -> Marker | None:
    """Return the marker of a line whose first characters its format has as its label.

    Args:
        line: a line without the white space around it.
        size: how many characters the label has.
        level: how deep its list is, 0 if it is in none.
        strict: None for a label that no text would have; otherwise it counts as a bullet does.
    """
    label = line[:size].rstrip()
    end = size + len(line[size:]) - len(line[size:].lstrip())
    # So that forms which only count before a capital are read: the format has already said that it is a label.
    found = read_marker(label + "  A", level=level)
    if found is not None and not label[len(found.label) :].strip(" .:;–—-)]"):
        return replace(found, label=label, end=end)
    first = read_marker(re.split(r"\s?[,;–-]", label, maxsplit=1)[0] + "  A") if _MANY.fullmatch(label) else None
    if first is not None:
        last = int(re.split(r"\D", label.rstrip("."))[-1])
        readings = tuple(replace(reading, value=max(reading.value, last)) for reading in first.readings)
        return Marker(label, first.form, re.sub(r"\s?[–-]\s?", "–", label).rstrip("."), readings, end, False, level)
    if strict:
        return None
    return Marker(label, "bullet", label, (Reading(f"bullet {level}", 1),), end, True, level)
