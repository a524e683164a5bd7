"""Which points of a document are analysed, and whether they may be, by the budget that one text has."""

from __future__ import annotations

from collections.abc import Iterator

from cnd_tools.budget import budget
from cnd_tools.errors import RefusedInput
from cnd_tools.records import Analysis, Point, Segmented
from cnd_tools.tables import CODED


def parsable(one: Segmented | Analysis) -> Iterator[Point]:
    """Yield the points of a document that are analysed.

    Raises:
        RefusedInput: one is too long to be parsed, or there are more than the budget of a document has.
    """
    bounds, origin, found = budget(), one.document.path or one.document.name, 0
    for point in one.points:
        if point.kind in CODED:
            found += 1
            if len(point.text) > bounds.point:
                long = f"paragraph {point.point} has {len(point.text)} characters, more than the {bounds.point} allowed"
                raise RefusedInput(f"{origin}:{point.line}: {long}; split it, or allow more with CND_BUDGET=point=…")
            if found > bounds.points:
                raise RefusedInput(f"{origin}:{point.line}: {bounds.exceeded('points', 'more than {} paragraphs')}")
            yield point
