"""What comparing reads of an analysis: the points that can be coded, and the rows that stand in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TypeVar

from cnd_tools.errors import UsageError
from cnd_tools.records import Action, Actor, Analysis, Point, Position, Theme
from cnd_tools.tables import CODED

# "The General Assembly,": who speaks, no paragraph of its own; every resolution has it, so it is nobody's counterpart.
_ENACTING = re.compile(r"The\s[A-Z][^.;:]{2,160},")
Row = TypeVar("Row", Actor, Theme, Position, Action)


def coded(analysis: Analysis) -> tuple[Point, ...]:
    """Return the points that can be coded, the denominator of every share.

    A heading, a note or the masthead says nothing to be coded. A chapeau counts: it is a point that can be cited, and
    what it states ("Calls upon Member States:") is coded like any other; the line that names who adopts a resolution
    does not.
    """
    return tuple(point for point in analysis.points if point.kind in CODED and not _enacts(point))


def _enacts(point: Point) -> bool:
    return point.opening is None and point.label is None and _ENACTING.fullmatch(point.text) is not None


def rows_of(analysis: Analysis, rows: Iterable[Row]) -> list[Row]:
    """Return those rows that stand in a coded point."""
    known = {point.point for point in coded(analysis)}
    return [row for row in rows if row.point in known]


def names(analyses: Sequence[Analysis]) -> tuple[str, ...]:
    """Return the documents' names, which head the columns.

    Raises:
        UsageError: there are fewer than two documents, or two of one name.
    """
    found = tuple(analysis.document.name for analysis in analyses)
    if len(found) < 2:
        raise UsageError("comparing needs two documents or more; name another one")
    twice = sorted({name for name in found if found.count(name) > 1})
    if twice:
        raise UsageError(f"two documents are both called {twice[0]}; give one of the files another name")
    return found
