"""Reference annotations: the form they have in a file, and the part of an analysis that is held against one.

A reference has one JSON object a point, one a line, with `themes`, `actors`, `attributions` and `actions`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import islice, pairwise
from math import inf
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from cnd_tools.errors import RefusedInput, short
from cnd_tools.inputs import read_file
from cnd_tools.records import Action, Actor, Analysis, Citation, Position, Theme
from cnd_tools.tables import CODED
from cnd_tools.typed import FILLED, Mismatch, hold, parsed

Row = Mapping[str, Any]  # a point of a reference, or one of its labels
Stretch = tuple[str, float, float]  # a reference's name for a point, and from where to where in it a row counts
Found = TypeVar("Found", Actor, Theme, Position, Action, Citation)
LARGEST = 32_000_000  # bytes of a reference or an annotation; a page of text has some ten thousand

_LABELS = {
    "themes?": [str],
    "actors?": [{"id": str, "role": str, "role_alt?": str}],
    "attributions?": [{"source": str | None, "verb": FILLED, "extent": str, "extent_alt?": str}],
    "actions?": [
        {
            "lemma": str,
            "agent": str | None,
            "agent_alt?": str | None,
            "strength": str,
            "strength_alt?": str,
            "polarity": str,
            "polarity_alt?": str,
            "object": str | None,
            "object_alt?": str | None,
        }
    ],
}
POINT = {"point": str, "doc?": str, "start?": int, "end?": int, **_LABELS, "optional?": _LABELS}
"""What a point of a reference says (see `cnd_tools.typed`)."""


class Given(NamedTuple):
    """A reference as it was given: its points, and the tables that there are labels of."""

    points: Sequence[Row]
    tables: Sequence[str]


def read_reference(path: Path, data: bytes | None = None) -> list[Row]:
    """Return the points of a reference file.

    Args:
        path: its name.
        data: what is in it, if that was read already: a pipe is read but once.

    Raises:
        UsageError: no such file.
        RefusedInput: a line is not a JSON object with a point, or two are of the same words; file and line are named.
    """
    data = read_file(path, most=LARGEST, what="a reference") if data is None else data
    try:
        lines = data.decode("utf-8").split("\n")
    except UnicodeDecodeError as error:
        raise RefusedInput(f"{path}: not UTF-8 at byte {error.start}; a reference is JSON Lines in UTF-8") from error
    places = [f"{short(str(path))}:{number}" for number, line in enumerate(lines, start=1) if line.strip()]
    points = [_point(line, place) for line, place in zip(filter(str.strip, lines), places, strict=True)]
    distinct(points, places)
    return points


def distinct(points: Sequence[Row], places: Sequence[str]) -> None:
    """Hold points of a reference to be of different words, if they say where their words are.

    Raises:
        RefusedInput: two share some; their places are named.
    """
    placed = sorted((row["start"], row["end"], place) for row, place in zip(points, places, strict=True) if _span(row))
    for (_, end, before), (start, _, place) in pairwise(placed):
        if start < end:
            raise RefusedInput(f"{place}: of words that {before} is of too; label each stretch once")


def _point(line: str, place: str) -> Row:
    try:
        point = parsed(line)
        hold(point, POINT)
        if ("start" in point or "end" in point) and not _span(point):
            raise Mismatch("start and end are two places in the text, the second after the first")
    except Mismatch as error:
        raise RefusedInput(f"{place}: not a point of a reference: {error}; see docs/reference for its form") from None
    return dict(point)


def _span(point: Row) -> bool:
    return bool(0 <= point.get("start", -1) < point.get("end", -1))


class Coverage(NamedTuple):
    """How much of a document a reference is of: paragraphs of it, of how many, and points that it does not have."""

    labelled: int
    paragraphs: int
    lost: Sequence[str]


def coverage(analysis: Analysis, points: Sequence[Row]) -> Coverage:
    """Return how much of a document a reference is of."""
    coded = [point.point for point in analysis.points if point.kind in CODED]
    covered = _covered(analysis, points)
    there = {point.point for point in analysis.points}
    found = {name for point, stretches in covered.items() if point in there for name, *_ in stretches}
    lost = [str(point["point"]) for point in points if point["point"] not in found]
    return Coverage(sum(point in covered for point in coded), len(coded), lost)


def covering(analysis: Analysis, points: Sequence[Row], *, others: bool = False) -> Analysis:
    """Return the rows of an analysis in a reference's points alone: of the others no reader has said anything.

    Args:
        analysis: of the document.
        points: of the reference. One with `start` and `end` covers the points that those words are in, whatever their
            numbers are by now; one without, the point of its name.
        others: keep the rows of all other points too, as if readers had found nothing there.

    Returns:
        The analysis with those rows, each under the name that the reference has for its point.
    """
    covered = _covered(analysis, points)

    def places(point: str) -> Sequence[Stretch]:
        return covered.get(point, [(point, -inf, inf)] if others else [])

    def kept(rows: tuple[Found, ...]) -> tuple[Found, ...]:
        counted = ((row, place) for row in rows for place in places(row.point))
        return tuple(replace(row, point=name) for row, (name, start, end) in counted if start <= row.start < end)

    return replace(
        analysis,
        actors=kept(analysis.actors),
        themes=kept(analysis.themes),
        positions=kept(analysis.positions),
        actions=kept(analysis.actions),
        citations=kept(analysis.citations),
    )


def _covered(analysis: Analysis, points: Sequence[Row]) -> dict[str, list[Stretch]]:
    """Return, by point of the analysis, the reference's names for it, each with the stretch in which a row counts."""
    covered: defaultdict[str, list[Stretch]] = defaultdict(list)
    for named in points:
        if not _span(named):
            covered[str(named["point"])] = [(str(named["point"]), -inf, inf)]
    ours = sorted((point for point in analysis.points if point.kind in CODED), key=lambda point: point.start)
    first = 0
    for start, end, name in sorted((row["start"], row["end"], row["point"]) for row in points if _span(row)):
        while first < len(ours) and ours[first].end <= start:
            first += 1
        for point in islice(ours, first, None):
            if point.start >= end:
                break
            whole = start <= point.start and point.end <= end  # then rows made by words of its chapeau count too
            covered[point.point].append((name, -inf, inf) if whole else (name, start, end))
    return covered
