"""What there is in each document, before anything is broken down."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from cnd_tools.comparing.analysed import coded, names, rows_of
from cnd_tools.comparing.shares import columns_of, contrasted
from cnd_tools.records import Analysis
from cnd_tools.tables import Table

# What is counted, and which count it is a share of.
MEASURES: Mapping[str, tuple[Callable[[Analysis], int], str | None]] = {
    "points": (lambda a: len(coded(a)), None),
    "words": (lambda a: sum(point.words for point in coded(a)), None),
    "themes": (lambda a: len({row.theme for row in rows_of(a, a.themes)}), None),
    "points with a theme": (lambda a: len({row.point for row in rows_of(a, a.themes)}), "points"),
    "actors": (lambda a: len({row.actor for row in rows_of(a, a.actors)}), None),
    "points with an actor": (lambda a: len({row.point for row in rows_of(a, a.actors)}), "points"),
    "positions": (lambda a: len(rows_of(a, a.positions)), None),
    "source not stated": (lambda a: sum(row.source is None for row in rows_of(a, a.positions)), "positions"),
    "actions": (lambda a: len(rows_of(a, a.actions)), None),
    "agent stated": (lambda a: sum(row.agent is not None for row in rows_of(a, a.actions)), "actions"),
    "agent not stated": (lambda a: sum(row.agent is None for row in rows_of(a, a.actions)), "actions"),
    "points with an action": (lambda a: len({row.point for row in rows_of(a, a.actions)}), "points"),
}


def overview(analyses: Sequence[Analysis]) -> Table:
    """Return the sizes of the documents: a row each measure.

    Points are those that can be coded (see `analysed.coded`), words and all rows those of these points; "themes" and
    "actors" are different ones. Columns: `measure`; `of`, the measure that it is a share of, if of any; then those of
    `shares`, with `count` for the unit.
    """
    documents = names(analyses)
    counts = {measure: [count(analysis) for analysis in analyses] for measure, (count, _) in MEASURES.items()}
    rows = [
        ((measure, whole), counts[measure], counts[whole] if whole else None)
        for measure, (_, whole) in MEASURES.items()
    ]
    return Table("overview", ("measure", "of", *columns_of(documents, "count")), tuple(contrasted(rows)))
