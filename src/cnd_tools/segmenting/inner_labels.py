"""Several labels on one line: "1. (a) (i) Each Party", "59 (a). Commit", "Article 7. 1. Where the shore"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from cnd_tools.segmenting.labels import WORDED, may_mark
from cnd_tools.segmenting.lines import Line
from cnd_tools.segmenting.numbering import Marker, Reading, read_marker

_OUTER = frozenset({"number", "dotted", "bare", "closed", "square", "sign", "paren", "half", *WORDED})
_INNER = frozenset({"paren", "half", "stop"})
_INNER_OF_WORDS = _INNER | {"number"}
_FAR = 200  # lines within which a list goes on


def may_be_several(marker: Marker, line: Line) -> bool:
    """Return whether another label may follow the first; cheap, for the many lines with one."""
    text, end = line.text, marker.end
    return text[end : end + 1] == "(" or text[end + 1 : end + 2] in {".", ")"} or bool(marker.chapter)


def labels_of(
    marker: Marker, lines: Sequence[Line], place: int, last: Mapping[str, Reading]
) -> list[tuple[Line, Marker]]:
    """Return the labels a line begins with, each with what of the line is its own.

    Args:
        marker: the first.
        lines: all lines.
        place: of the line.
        last: the latest reading of each style that came.
    """
    line = lines[place]
    found: list[tuple[Line, Marker]] = []
    if marker.chapter and not is_open(marker, last):
        outer, rest = _apart(marker, line)
        found.append((replace(line, text=line.text[: outer.end].rstrip()), outer))
        line = replace(line, left=line.left + outer.end, text=line.text[outer.end :])
        marker = rest
    while (inner := _inner(marker, line, lines[place + 1 : place + _FAR], last)) and not inner.chapter:
        found.append((replace(line, text=line.text[: marker.end].rstrip()), marker))
        line = replace(line, left=line.left + marker.end, text=line.text[marker.end :])
        marker = inner
    return [*found, (line, inner or marker)]


def is_open(marker: Marker, last: Mapping[str, Reading]) -> bool:
    """Return whether the number that "59 (b)" names is the last that came."""
    number = last.get("number")
    return number is not None and str(number.value) == marker.chapter


def _apart(marker: Marker, line: Line) -> tuple[Marker, Marker]:
    """Return the number and the letter of "60 (a)", where 60 has not come by itself."""
    end = line.text.index("(")
    value = int(marker.chapter)
    outer = Marker(marker.chapter, "number", str(value), (Reading("number", value),), end, starts=value == 1)
    label = line.text[end : marker.end].rstrip()
    return outer, replace(marker, label=label, form="paren", end=marker.end - end, chapter="")


def _inner(marker: Marker, line: Line, following: Sequence[Line], last: Mapping[str, Reading]) -> Marker | None:
    """Return the marker that follows another on its line, if the list it begins goes on."""
    rest = line.text[marker.end :]
    inner = read_marker(rest) if rest and marker.form in _OUTER else None
    if inner is None or inner.end == len(rest):
        return None
    if inner.form not in (_INNER_OF_WORDS if marker.form in WORDED else _INNER):
        return None
    if marker.form == "number" and last.get("number") == marker.readings[0]:  # "59. (a) …", "59. (b) …"
        end = marker.end + inner.end
        return replace(inner, label=line.text[:end].rstrip(), form="under", end=end, chapter=marker.key)
    return inner if inner.starts and _goes_on(marker, inner, following) else None


def _goes_on(marker: Marker, inner: Marker, following: Sequence[Line]) -> bool:
    """Return whether the list that a second label on a line begins goes on before that of the first does."""
    for line in following:
        other = read_marker(line.text) if may_mark(line.text) else None
        if other is None:
            continue
        if other.form == inner.form and other.follows(inner):
            return True
        if other.form == marker.form and other.readings == marker.readings:
            other = read_marker(line.text[other.end :]) if line.text[other.end :] else None
            return other is not None and other.follows(inner)
        if other.form == marker.form and (marker.form != inner.form or other.follows(marker)):
            return False
    return False
