"""Counts and shares side by side, with their difference: the one shape that themes, actors, strengths and extents have.

For two documents A and B the columns are, after those that name the row:

- `points_A`, `percent_A`, `points_B`, `percent_B`: how many (points, or actions, or positions), and of 100;
- `difference_pp`, `low_pp`, `high_pp`: percentage points from A to B, with their 95 % interval (Newcombe);
- `p`: Fisher's exact test, two-sided; `q`: adjusted over the table's rows (Benjamini-Hochberg);
- `note`: "too few to say" where no outcome of that few could have been significant, "nothing to compare with" where
  there is nothing that the counts of a document could be shares of: then p and q are empty.

For more documents, in the order given, the counts and shares of each are followed by `spark` (the shares as a line
of blocks), `slope_pp` (percentage points from one document to the next), `p` (Cochran-Armitage), `q` and `note`.

The tests take points as if they were drawn independently; points of one text are not quite that, so read p as how
surprising a difference is, not as proof.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from cnd_tools.comparing import intervals, significance, trends
from cnd_tools.tables import Table

Key = tuple[Any, ...]

PAIR = ("difference_pp", "low_pp", "high_pp", "p", "q", "note")
TREND = ("spark", "slope_pp", "p", "q", "note")
NOTHING = "nothing to compare with"


def share_table(
    name: str,
    keys: Sequence[str],
    counts: Mapping[Key, Sequence[int]],
    totals: Sequence[int],
    *,
    documents: Sequence[str],
    unit: str,
    ordered: bool = False,
) -> Table:
    """Return counts and shares by document.

    Args:
        name: the table's name.
        keys: the columns that name a row.
        counts: for each row's key, its count in each document.
        totals: what the counts are shares of, in each document.
        documents: the documents' names.
        unit: what is counted: "points", "actions", "positions".
        ordered: rows stay in the order given (a scale); otherwise the largest effect comes first.
    """
    columns = (*keys, *columns_of(documents, unit))
    rows = contrasted([(key, found, totals) for key, found in counts.items()])
    if not ordered:
        effect = columns.index(PAIR[0] if len(documents) == 2 else TREND[1])
        rows.sort(key=lambda row: (-abs(row[effect] or 0), -sum(counts[row[: len(keys)]]), row[: len(keys)]))
    return Table(name, columns, tuple(rows))


def columns_of(documents: Sequence[str], unit: str) -> tuple[str, ...]:
    """Return the columns after those that name the row."""
    heads = (f"{what}_{document}" for document in documents for what in (unit, "percent"))
    return (*heads, *(PAIR if len(documents) == 2 else TREND))


def contrasted(rows: Sequence[tuple[Key, Sequence[int], Sequence[int] | None]]) -> list[Key]:
    """Return the cells of `columns_of` after each key, for its counts and what they are shares of; one family of tests.

    Where a count is a share of nothing (None), only the counts are filled in.
    """
    made: list[list[Any]] = []
    for key, found, totals in rows:
        contrast = _pair if len(found) == 2 else _trend
        cells = contrast(found, totals) if totals else [None] * len(PAIR if len(found) == 2 else TREND)
        shares = [percent(*each) for each in zip(found, totals or [0] * len(found), strict=True)]
        made.append([*key, *(cell for each in zip(found, shares, strict=True) for cell in each), *cells])
    return adjusted(made)


def adjusted(rows: Sequence[Sequence[Any]]) -> list[tuple[Any, ...]]:
    """Return rows that end in p, q and a note with q filled in, for one family of tests, and both p and q tidy."""
    qs = significance.adjust([row[-3] for row in rows])
    return [(*row[:-3], tidy(row[-3]), tidy(q), row[-1]) for row, q in zip(rows, qs, strict=True)]


def _pair(found: Sequence[int], totals: Sequence[int]) -> list[Any]:
    """Return the cells of `PAIR`; q is filled in when the whole family is known."""
    (a, b), (total_a, total_b) = found, totals
    if not total_a or not total_b:
        return [None, None, None, None, None, NOTHING]
    low, high = intervals.newcombe(a, total_a, b, total_b)
    effect = [points(b / total_b - a / total_a), points(low), points(high)]
    if significance.least(a + b, total_a, total_b) > significance.ALPHA:
        return [*effect, None, None, significance.TOO_FEW]
    return [*effect, significance.exact(a, total_a, b, total_b), None, None]


def _trend(found: Sequence[int], totals: Sequence[int]) -> list[Any]:
    """Return the cells of `TREND`; q is filled in when the whole family is known."""
    shares = [count / total if total else None for count, total in zip(found, totals, strict=True)]
    spark = trends.spark(shares)
    if sum(total > 0 for total in totals) < 2:
        return [spark, None, None, None, NOTHING]
    slope = points(trends.slope(found, totals))
    if trends.least(sum(found), totals) > significance.ALPHA:
        return [spark, slope, None, None, significance.TOO_FEW]
    return [spark, slope, trends.cochran_armitage(found, totals), None, None]


def percent(count: int, total: int) -> float | None:
    """Return `count` of each 100 of `total`, to two places; None of nothing."""
    return round(100 * count / total, 2) if total else None


def points(share: float) -> float:
    """Return a share as percentage points, to two places."""
    return round(100 * share, 2) + 0.0


def tidy(p: float | None) -> float | None:
    """Return a p-value to three significant digits: more would be noise, and would differ between machines."""
    return None if p is None else float(f"{p:.3g}")
