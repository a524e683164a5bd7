"""What there is in each document, before anything is broken down."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from cnd_tools.comparing.analysed import coded, rows_of
from cnd_tools.comparing.shares import percent
from cnd_tools.records import Analysis
from cnd_tools.tables import Table

# What is counted, and which count it is a share of.
MEASURES: Mapping[str, tuple[Callable[[Analysis], int], str | None]] = {
    "paragraphs": (lambda a: len(coded(a)), None),
    "words": (lambda a: sum(point.words for point in coded(a)), None),
    "themes": (lambda a: len({row.theme for row in rows_of(a, a.themes)}), None),
    "paragraphs with a theme": (lambda a: len({row.point for row in rows_of(a, a.themes)}), "paragraphs"),
    "actors": (lambda a: len({row.actor for row in rows_of(a, a.actors)}), None),
    "paragraphs with an actor": (lambda a: len({row.point for row in rows_of(a, a.actors)}), "paragraphs"),
    "positions": (lambda a: len(rows_of(a, a.positions)), None),
    "paragraphs with a position": (lambda a: len({row.point for row in rows_of(a, a.positions)}), "paragraphs"),
    "actions": (lambda a: len(rows_of(a, a.actions)), None),
    "paragraphs with an action": (lambda a: len({row.point for row in rows_of(a, a.actions)}), "paragraphs"),
}


def overview(analyses: Sequence[Analysis]) -> Table:
    """Return the sizes of the documents, one or more: a row each measure.

    Paragraphs are those that can be coded (see `analysed.coded`), words and all rows those of these; "themes" and
    "actors" are different ones. Columns: `measure`; `of`, the measure that it is a share of, if of any; then for each
    document D `count_D` and `percent_D`.
    """
    rows = []
    for measure, (count, whole) in MEASURES.items():
        cells: list[Any] = [measure, whole]
        for analysis in analyses:
            found = count(analysis)
            cells += [found, percent(found, MEASURES[whole][0](analysis)) if whole else None]
        rows.append(tuple(cells))
    heads = [f"{what}_{analysis.document.name}" for analysis in analyses for what in ("count", "percent")]
    return Table("overview", ("measure", "of", *heads), tuple(rows))
