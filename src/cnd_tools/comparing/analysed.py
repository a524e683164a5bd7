"""What comparing reads of an analysis: its paragraphs, and the rows that stand in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from cnd_tools.errors import UsageError
from cnd_tools.records import Action, Actor, Analysis, Point, Position, Theme
from cnd_tools.tables import is_paragraph

Row = TypeVar("Row", Actor, Theme, Position, Action)


OPERATIVE = frozenset({"numbered", "lettered", "roman"})
"""Kinds of paragraphs that ask or decide; recitals stand before them."""


def coded(analysis: Analysis) -> tuple[Point, ...]:
    """Return the paragraphs, the denominator of every share."""
    return tuple(point for point in analysis.points if is_paragraph(point))


def rows_of(analysis: Analysis, rows: Iterable[Row]) -> list[Row]:
    """Return those rows that stand in a paragraph."""
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
