"""Comparisons on a terminal: the columns a machine wants apart, folded into those a reader wants side by side."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from cnd_tools.tables import Table

# What stands beside a document's count, and how the two are shown as one.
BESIDE: Mapping[str, Callable[[Any, Any], str]] = {
    "percent_": lambda count, percent: f"{count} {f'({percent:.0f}%)':>6}",
    "per_1000_": lambda count, rate: f"{count} {f'({rate:.1f})':>6}",
}
INTERVALS = {"difference_pp": ("low_pp", "high_pp", "percentage points (95 % CI)")}
SHORT = {"too few to say": "too few", "fewer than five": "few"}  # notes, in a column of numbers
NAMED = {"actor": "name", "theme": "title", "speaker": "name"}  # an id need not be shown where there is a name


def fold(table: Table) -> Table:
    """Return a comparison with a column for each document ("9 (56%)"), one for the difference and one for the doubt.

    What is folded: a count with its percentage and clauses, or its rate; a difference with its 95 % interval; p, q and
    note, of which q (or why there is none) is shown. Lists of paragraphs are for machines. Any other table comes back
    as it is.
    """
    columns = table.columns
    beside = next((stem for stem in BESIDE if any(column.startswith(stem) for column in columns)), None)
    if beside is None:
        return table
    documents = [column.removeprefix(beside) for column in columns if column.startswith(beside)]
    makers: dict[str, Callable[[dict[str, Any]], Any]] = {}
    used = {"p", "q", "note", *(name for column in INTERVALS for name in (column, *INTERVALS[column][:2]))}
    used |= {column for column in columns if NAMED.get(column) in columns}
    for document in documents:
        count = columns[columns.index(beside + document) - 1]
        used |= {count, beside + document, f"points_{document}"}
        used |= {f"{head}_{document}" for head in ("of", "which", "clauses")}
        clauses = f"clauses_{document}" if f"clauses_{document}" in columns else None
        makers[document] = _counted(count, beside + document, BESIDE[beside], clauses)
    first = columns.index(beside + documents[0]) - 1
    before = {column: _plain(column) for column in columns[:first] if column not in used}
    after = {column: _plain(column) for column in columns[first:] if column not in used}
    differences = {
        head: _interval(column, low, high) for column, (low, high, head) in INTERVALS.items() if column in columns
    }
    doubt = {"q" if "q" in columns else "note": _doubt} if "note" in columns else {}
    makers = before | makers | after | differences | doubt
    named = [dict(zip(columns, row, strict=True)) for row in table.rows]
    return Table(table.name, tuple(makers), tuple(tuple(make(row) for make in makers.values()) for row in named))


def _plain(column: str) -> Callable[[dict[str, Any]], Any]:
    return lambda row: row[column]


def _counted(
    count: str, beside: str, shown: Callable[[Any, Any], str], clauses: str | None
) -> Callable[[dict[str, Any]], str]:
    def said(row: dict[str, Any]) -> str:
        counted = f"{row[count]}       " if row[beside] is None else shown(row[count], row[beside])
        many = row[clauses] if clauses else None
        return f"{counted} {f'{many}c':>3}" if many else counted + (" " * 4 if clauses else "")

    return said


def _interval(column: str, low: str, high: str) -> Callable[[dict[str, Any]], str | None]:
    digits = 0 if column.endswith("_pp") else 2

    def shown(row: dict[str, Any]) -> str | None:
        if row[column] is None:
            return None
        difference = f"{_rounded(row[column], digits):+.{digits}f}"
        if row[low] is None or row[high] is None:
            return difference
        ends = (f"{_rounded(row[end], digits):.{digits}f}" for end in (low, high))
        return f"{difference} ({' to '.join(ends)})"

    return shown


def _rounded(value: float, digits: int) -> float:
    """Return the value to so many places, and what is none as 0: nobody reads "-0"."""
    return round(value, digits) + 0.0


def _doubt(row: dict[str, Any]) -> str | None:
    q = row.get("q")
    return SHORT.get(row["note"], row["note"]) if q is None else told(q)


def told(p: float) -> str:
    """Return a probability to three places; never as nothing."""
    return "< .001" if p < 0.001 else f"{p:.3f}"
