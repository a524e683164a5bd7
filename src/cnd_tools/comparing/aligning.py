"""Which point of one document is which point of another: one to one, the best whole; then what was split or merged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cnd_tools.comparing.likeness import Bag, Side, alike, weights

# What a pair must be worth. Of 220,106 pairs of points of unrelated resolutions 1.5 % reach it by their words, most of
# them formulas of drafting ("Takes note of the report …") that are indeed each other's counterparts.
THRESHOLD = 0.2
# What a pair must be worth where one of the two has a likelier counterpart; 0.1 % of those pairs reach that.
CLEAR = 0.4
# A point came out of another if that other, less what its own counterpart took, holds this much of its words by weight,
# and that is more than a phrase.
COVERED = 0.6
LEAST_STEMS = 5


@dataclass(frozen=True, slots=True)
class Pair:
    """Two points that are each other's counterpart, by place among the points that can be coded; 0 < likeness <= 1.

    `kind` is "one" for a pair of one-to-one, "split" where the first's content is in several points of the second
    document, "merged" where several of the first are in one of the second.
    """

    first: int
    second: int
    likeness: float
    kind: str = "one"


def align(first: Side, second: Side) -> list[Pair]:
    """Return the pairs of two documents, in order of the first document's points.

    One to one: the pairs whose likeness above `THRESHOLD`, squared and summed up, is greatest (Kuhn, H. W. (1955),
    "The Hungarian method for the assignment problem", Naval Research Logistics Quarterly 2:83-97, as scipy has it).
    Only what is above the threshold counts, and its square, so that two poor pairs do not break up a good one. Below
    `CLEAR`, only points that are each the likeliest for the other make a pair: a reader pairs no leftovers.
    """
    found = _candidates({(a, b): likeness for a, b, likeness in alike(first, second, THRESHOLD)})
    pairs = [Pair(a, b, found[a, b]) for group in _groups(found) for a, b in _assign(group, found, first, second)]
    pairs = _divided(pairs, first, second, "split")
    mirrored = [Pair(pair.second, pair.first, pair.likeness, pair.kind) for pair in pairs]
    merged = _divided(mirrored, second, first, "merged")
    return sorted(
        (Pair(pair.second, pair.first, pair.likeness, pair.kind) for pair in merged),
        key=lambda pair: (pair.first, pair.second),
    )


def _candidates(found: Mapping[tuple[int, int], float]) -> dict[tuple[int, int], float]:
    """Return those that are clear, or the likeliest for both their points."""
    best: tuple[dict[int, float], dict[int, float]] = {}, {}
    for (a, b), likeness in found.items():
        best[0][a] = max(likeness, best[0].get(a, 0))
        best[1][b] = max(likeness, best[1].get(b, 0))
    return {
        (a, b): likeness
        for (a, b), likeness in found.items()
        if likeness >= CLEAR or likeness == best[0][a] == best[1][b]
    }


def _groups(found: Iterable[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Part the candidates into groups that share no point: what is best in each is best in all, and each is small."""
    leader: dict[tuple[str, int], tuple[str, int]] = {}

    def root(node: tuple[str, int]) -> tuple[str, int]:
        while leader.setdefault(node, node) != node:
            leader[node] = node = leader[leader[node]]
        return node

    found = list(found)
    for a, b in found:
        leader[root(("b", b))] = root(("a", a))
    groups: dict[tuple[str, int], list[tuple[int, int]]] = defaultdict(list)
    for a, b in found:
        groups[root(("a", a))].append((a, b))
    return list(groups.values())


def _assign(
    group: list[tuple[int, int]], found: Mapping[tuple[int, int], float], first: Side, second: Side
) -> list[tuple[int, int]]:
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    rows, columns = sorted({a for a, _ in group}), sorted({b for _, b in group})
    row, column = {a: i for i, a in enumerate(rows)}, {b: j for j, b in enumerate(columns)}
    gain = np.zeros((len(rows), len(columns)))
    for a, b in group:
        # Where likeness leaves it open (a formula said twice), the places in the documents decide.
        apart = abs(a / len(first.points) - b / len(second.points))
        gain[row[a], column[b]] = (found[a, b] - THRESHOLD) ** 2 + 1e-6 * (2 - apart)
    chosen = zip(*linear_sum_assignment(gain, maximize=True), strict=True)
    return [(rows[i], columns[j]) for i, j in chosen if gain[i, j] > 0]


def _divided(pairs: list[Pair], first: Side, second: Side, kind: str) -> list[Pair]:
    """Add the points of `second` that came out of a point of `first` which has another counterpart already."""
    counterpart = {pair.first: pair for pair in pairs}
    paired = {pair.second for pair in pairs}
    words, others = first.bags["words"], second.bags["words"]
    telling = weights([*words, *others])
    left = {a: words[a] - others[pair.second] for a, pair in counterpart.items()}
    holding: dict[str, set[int]] = defaultdict(set)
    for a, bag in left.items():
        for stem in bag:
            holding[stem].add(a)
    made: list[Pair] = []
    for b, bag in enumerate(others):
        if b in paired:
            continue
        candidates = {a for stem in bag for a in holding[stem]}
        covered, a = max(((_covered(bag, left[a], telling), -a) for a in candidates), default=(0.0, 0))
        if covered >= COVERED and len(bag & left[-a]) >= LEAST_STEMS:
            made.append(Pair(-a, b, covered, kind))
    divided = {pair.first for pair in made}
    kept = [
        Pair(p.first, p.second, p.likeness, kind if p.first in divided and p.kind == "one" else p.kind) for p in pairs
    ]
    return kept + made


def _covered(bag: Bag, holder: Bag, telling: Mapping[str, float]) -> float:
    """Return how much of a bag, by weight, another holds."""
    whole = sum(telling[stem] * count for stem, count in bag.items())
    return sum(telling[stem] * count for stem, count in (bag & holder).items()) / whole if whole else 0.0
