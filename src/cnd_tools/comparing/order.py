"""Which points have moved: those without which all others stand in the same order in both documents."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from cnd_tools.comparing.counterparts import Pair


def out_of_order(pairs: Sequence[Pair]) -> set[Pair]:
    """Return the pairs without which all others stand in the same order in both documents.

    They are those that weigh least by score: a paragraph taken over word for word stays, and the doubtful pairs that
    cross it have moved. Only one-to-one pairs have a place to move from. Source: Jacobson, G. and Vo, K.-P. (1992),
    "Heaviest increasing/common subsequence problems", Combinatorial Pattern Matching, 52-66.
    """
    single = [pair for pair in pairs if not pair.merged and not pair.split]
    # The sequences worth going on with: by their last place in the second document, each heavier than the one before.
    ends: list[int] = []
    weights: list[float] = []
    lasts: list[int] = []
    before: list[int | None] = []
    for place, pair in enumerate(single):
        at = bisect_left(ends, pair.second)
        before.append(lasts[at - 1] if at else None)
        weight = pair.score + (weights[at - 1] if at else 0)
        beaten = at
        while beaten < len(weights) and weights[beaten] <= weight:
            beaten += 1
        ends[at:beaten], weights[at:beaten], lasts[at:beaten] = [pair.second], [weight], [place]
    staying: set[int] = set()
    last = lasts[-1] if lasts else None
    while last is not None:
        staying.add(last)
        last = before[last]
    return {pair for place, pair in enumerate(single) if place not in staying}
