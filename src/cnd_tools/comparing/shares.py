"""Counts and shares of paragraphs side by side, with their difference: the one shape of all tables of counts.

For two documents A and B the columns are, after those that name the row:

- `points_A`, `percent_A`, `points_B`, `percent_B`: how many paragraphs, and of 100;
- `difference_pp`, `low_pp`, `high_pp`: percentage points from A to B, with their 95 % interval (Newcombe);
- `p`: Fisher's exact test, two-sided; `q`: adjusted over the table's rows (Benjamini-Hochberg);
- `note`: "fewer than five" where both texts together have fewer than five, so that only counts are given; "too few to
  say" where no outcome could have been significant; "nothing to compare with" where a document has nothing that the
  counts could be shares of: then p and q are empty;
- for each document D `of_D`, of how many paragraphs; `clauses_D`, how many rows there are in them, where a paragraph
  can have several; `which_D`, the paragraphs.

For more documents, in the order given, the counts and shares of each are followed by `spark` (the shares as a line
of blocks), `slope_pp` (percentage points from one document to the next), `p` (Cochran-Armitage), `q` and `note`.

The tests take paragraphs as if they were drawn independently; those of one text are not quite that, so read p as how
surprising a difference is, not as proof.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cnd_tools.comparing import intervals, significance, trends
from cnd_tools.comparing.measures import Measure
from cnd_tools.tables import Table

PAIR = ("difference_pp", "low_pp", "high_pp", "p", "q", "note")
TREND = ("spark", "slope_pp", "p", "q", "note")
FEW = "fewer than five"
NOTHING = "nothing to compare with"


def share_table(
    name: str, keys: Sequence[str], found: Sequence[Measure], *, documents: Sequence[str], ordered: bool = False
) -> Table:
    """Return counts and shares by document, one family of tests.

    Args:
        name: the table's name.
        keys: the columns that name a row, as many as the measures' keys.
        found: what is counted, one measure a row.
        documents: the documents' names.
        ordered: rows stay in the order given (a scale); otherwise the largest effect comes first.
    """
    if not ordered:
        found = sorted(found, key=lambda one: (-abs(one.gain), -sum(one.counts), one.title))
    rows = adjusted([[*one.key, *_counted(one), *_contrast(one)] for one in found])
    more = ([*_behind(one)] for one in found)
    heads = [f"{head}_{document}" for document in documents for head in ("points", "percent")]
    behind = [f"{head}_{document}" for document in documents for head in ("of", "clauses", "which")]
    columns = (*keys, *heads, *(PAIR if len(documents) == 2 else TREND), *behind)
    return Table(name, columns, tuple((*row, *last) for row, last in zip(rows, more, strict=True)))


def _counted(one: Measure) -> list[Any]:
    """Return for each document the count and the share, of few only the count."""
    cells: list[Any] = []
    for count, total in zip(one.counts, one.totals, strict=True):
        cells += [count, None if one.is_few else percent(count, total)]
    return cells


def _behind(one: Measure) -> list[Any]:
    """Return for each document of how many, the clauses, and the paragraphs' citations."""
    cells: list[Any] = []
    for place, points in enumerate(one.points):
        cells += [one.totals[place], one.clauses[place] if one.clauses else None, " ".join(points) or None]
    return cells


def _contrast(one: Measure) -> list[Any]:
    """Return the cells of `PAIR` or `TREND`; q is filled in when the whole family is known."""
    if one.is_few and len(one.points) == 2:
        return [None, None, None, None, None, FEW]
    if one.is_few:
        shares = [count / total if total else None for count, total in zip(one.counts, one.totals, strict=True)]
        return [trends.spark(shares), None, None, None, FEW]
    return (_pair if len(one.points) == 2 else _trend)(one.counts, one.totals, one.p)


def _pair(found: Sequence[int], totals: Sequence[int], p: float | None) -> list[Any]:
    (a, b), (total_a, total_b) = found, totals
    if not total_a or not total_b:
        return [None, None, None, None, None, NOTHING]
    low, high = intervals.newcombe(a, total_a, b, total_b)
    effect = [points(b / total_b - a / total_a), points(low), points(high)]
    return [*effect, p, None, significance.TOO_FEW if p is None else None]


def _trend(found: Sequence[int], totals: Sequence[int], p: float | None) -> list[Any]:
    shares = [count / total if total else None for count, total in zip(found, totals, strict=True)]
    spark = trends.spark(shares)
    if sum(total > 0 for total in totals) < 2:
        return [spark, None, None, None, NOTHING]
    slope = points(trends.slope(found, totals))
    return [spark, slope, p, None, significance.TOO_FEW if p is None else None]


def adjusted(rows: Sequence[Sequence[Any]]) -> list[tuple[Any, ...]]:
    """Return rows that end in p, q and a note with q filled in, for one family of tests, and both p and q tidy."""
    qs = significance.adjust([row[-3] for row in rows])
    return [(*row[:-3], tidy(row[-3]), tidy(q), row[-1]) for row, q in zip(rows, qs, strict=True)]


def percent(count: int, total: int) -> float | None:
    """Return `count` of each 100 of `total`, to two places; None of nothing."""
    return round(100 * count / total, 2) if total else None


def points(share: float) -> float:
    """Return a share as percentage points, to two places."""
    return round(100 * share, 2) + 0.0


def tidy(p: float | None) -> float | None:
    """Return a p-value to three significant digits: more would be noise, and would differ between machines."""
    return None if p is None else float(f"{p:.3g}")
