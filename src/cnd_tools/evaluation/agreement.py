"""How far two coders agree, beyond what chance alone would give: Cohen's κ and Krippendorff's α beside F1.

Both are of decisions on units that are given. So for themes and actors the unit is a paragraph with a code that either
coder used somewhere: is it there or not? Positions and actions have no such units, for nobody can count the actions
that neither coder saw; of them there is F1, which κ comes near where such cases are many (Hripcsak and Rothschild
2005), and κ and α of whether a paragraph has any, and of the parts of actions that both found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence

from cnd_tools.evaluation.references import Row
from cnd_tools.evaluation.scoring import MEASURES, SLOTS, Key, Measure, Rows, Tally, counted, labels, paired, said
from cnd_tools.tables import Table

Pair = tuple[Hashable, Hashable]  # what the first coder decided, and the second
COLUMNS = ("measure", "f1", "agreed", "kappa", "alpha", "units")


def kappa(decisions: Counter[Pair]) -> float | None:
    """Return Cohen's κ (Cohen 1960) of how often each two values met; None where only one value was ever given."""
    size = decisions.total()
    first, second = _sums(decisions, 0), _sums(decisions, 1)
    expected = sum(count * second[value] for value, count in first.items())
    return (_agreed(decisions) * size - expected) / (size * size - expected) if size * size != expected else None


def alpha(decisions: Counter[Pair]) -> float | None:
    """Return Krippendorff's α, nominal, two coders, no gaps (Krippendorff 2011); None where kappa is None."""
    values = _sums(decisions, 0) + _sums(decisions, 1)
    total = values.total()
    expected = total * total - sum(count * count for count in values.values())
    observed = 2 * (decisions.total() - _agreed(decisions))
    return 1 - (total - 1) * observed / expected if expected else None


def _sums(decisions: Counter[Pair], coder: int) -> Counter[Hashable]:
    sums: Counter[Hashable] = Counter()
    for pair, count in decisions.items():
        sums[pair[coder]] += count
    return sums


def _agreed(decisions: Counter[Pair]) -> int:
    return sum(count for (a, b), count in decisions.items() if a == b)


def agreement(first: Sequence[Row], second: Sequence[Row], tables: Sequence[str]) -> tuple[Table, Table]:
    """Compare two coders in the points that both labelled.

    Args:
        first: one coder's points, as `read_reference` gives them.
        second: the other's.
        tables: those that both labelled.

    Returns:
        Two tables: F1, the share of decisions that agree, κ, α, and the number of decisions, a row a measure; and the
        labels that one of them has alone, point by point.
    """
    both = {str(row["point"]) for row in first} & {str(row["point"]) for row in second}
    coders = [[row for row in coder if row["point"] in both] for coder in (first, second)]
    points = list(dict.fromkeys(str(row["point"]) for row in coders[0]))
    found = list(_compared(coders, tables))
    alone = [
        (key[0], measure.name, which, said(key))
        for measure, a, b in found
        for which, keys in (("first only", a - b), ("second only", b - a))
        for key in keys.elements()
    ]
    order = {point: place for place, point in enumerate(points)}
    alone.sort(key=lambda row: (order[str(row[0])], row[1:]))
    return (
        Table("agreement", COLUMNS, tuple(_measured(found, coders, points, tables))),
        Table("differences", ("point", "measure", "difference", "label"), tuple(alone)),
    )


def _compared(
    coders: Sequence[Sequence[Row]], tables: Sequence[str]
) -> Iterator[tuple[Measure, Counter[Key], Counter[Key]]]:
    """Yield each measure with what either coder has; what one holds for optional is no disagreement."""
    rows = [labels(coder) for coder in coders]
    optional = [labels(coder, optional=True) for coder in coders]
    for measure in (one for one in MEASURES if one.table in tables):
        a, b = (counted(measure, coder) for coder in rows)
        b -= counted(measure, optional[0]) & (b - a)
        a -= counted(measure, optional[1]) & (a - b)
        yield measure, a, b


def _measured(
    found: Sequence[tuple[Measure, Counter[Key], Counter[Key]]],
    coders: Sequence[Sequence[Row]],
    points: Sequence[str],
    tables: Sequence[str],
) -> Iterator[tuple[object, ...]]:
    rows = [labels(coder) for coder in coders]
    for measure, a, b in found:
        f1 = Tally((a & b).total(), a.total(), b.total()).f1
        yield _row(measure.name, f1, Counter() if measure.repeats else _present(a, b, len(points)))
    for table in ("positions", "actions"):
        if table in tables:
            yield _row(f"paragraphs with {table}", None, _any(table, rows, points))
    if "actions" in tables:
        pairs = paired(rows[0]["actions"], rows[1]["actions"])
        for slot in SLOTS[:3]:
            yield _row(f"paired actions: {slot}", None, Counter((a[slot], b[slot]) for a, b in pairs))


def _row(name: str, f1: float | None, decisions: Counter[Pair]) -> tuple[object, ...]:
    if not decisions:
        return name, f1, None, None, None, None
    size = decisions.total()
    return name, f1, _agreed(decisions) / size, kappa(decisions), alpha(decisions), size


def _present(a: Counter[Key], b: Counter[Key], points: int) -> Counter[Pair]:
    """Return how often either coder has a code in a paragraph: of each paragraph, every code that is used at all."""
    codes = len({key[1:] for key in (*a, *b)})
    both, either = len(a.keys() & b.keys()), len(a.keys() | b.keys())
    met: dict[Pair, int] = {(True, True): both, (True, False): len(a) - both, (False, True): len(b) - both}
    return +Counter({**met, (False, False): points * codes - either})


def _any(table: str, rows: Sequence[Rows], points: Sequence[str]) -> Counter[Pair]:
    there = [{row["point"] for row in coder[table]} for coder in rows]
    return Counter((point in there[0], point in there[1]) for point in points)
