"""An effect size for values that have an order and no distances, as the strengths of actions have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from math import comb, sqrt

from cnd_tools.comparing.intervals import wilson


def cliffs_delta(first: Sequence[int], second: Sequence[int]) -> float:
    """Return how much oftener a value of `second` is the greater of two than one of `first`: -1 to 1, 0 for no effect.

    Source: Cliff, N. (1993), "Dominance statistics: ordinal analyses to answer ordinal questions", Psychological
    Bulletin 114:494-509.
    """
    return sum(times * _greater(a, b) for a, b, times in _cells(first, second)) / (len(first) * len(second))


def delta_interval(first: Sequence[int], second: Sequence[int]) -> tuple[float, float]:
    """Return the 95 % interval of `cliffs_delta`, both ends between -1 and 1; two values or more on each side.

    Source: Feng, D. and Cliff, N. (2004), "Monte Carlo evaluation of ordinal d with improved confidence interval",
    Journal of Modern Applied Statistical Methods 3:322-332: not symmetric, with Student's t and the unbiased variance,
    which is not let fall under (1 - delta2) / (mn - 1). Where all of one side are greater there is no variance: the
    near end is then what Wilson's interval gives for n of n, n being the smaller side.
    """
    from scipy.stats import t

    delta, m, n = cliffs_delta(first, second), len(first), len(second)
    if abs(delta) == 1:
        near = 2 * wilson(min(m, n), min(m, n))[0] - 1
        return (near, 1.0) if delta > 0 else (-1.0, -near)
    of_rows = sum(times * (cliffs_delta([a], second) - delta) ** 2 for a, times in Counter(first).items())
    of_columns = sum(times * (cliffs_delta(first, [b]) - delta) ** 2 for b, times in Counter(second).items())
    of_cells = sum(times * (_greater(a, b) - delta) ** 2 for a, b, times in _cells(first, second))
    unbiased = (n * n * of_rows + m * m * of_columns - of_cells) / (m * n * (m - 1) * (n - 1))
    variance = max(unbiased, (1 - delta**2) / (m * n - 1))
    square = float(t.ppf(0.975, m + n - 2)) ** 2 * variance
    half = sqrt(square) * sqrt((1 - delta**2) ** 2 + square)
    scale = 1 - delta**2 + square
    return (delta - delta**3 - half) / scale, (delta - delta**3 + half) / scale


def least(first: Sequence[int], second: Sequence[int]) -> float:
    """Return the smallest two-sided p these values could give, however they fell on the two sides.

    That is the chance, among all ways, of the most uneven one: the lowest values, or the highest, all on one side;
    where several tie with the last of them, any will do. Source: as `significance.least`.
    """
    pooled = sorted([*first, *second])
    ends = []
    for ordered in (pooled, pooled[::-1]):
        taken, rest = ordered[: len(first)], ordered[len(first) :]
        ends.append((abs(cliffs_delta(taken, rest)), comb(ordered.count(taken[-1]), taken.count(taken[-1]))))
    farthest = max(ends)[0]
    return min(1.0, sum(ways for delta, ways in ends if delta == farthest) / comb(len(pooled), len(first)))


def _greater(a: int, b: int) -> int:
    return (b > a) - (b < a)


def _cells(first: Sequence[int], second: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Yield each two different values of the sides, and how many pairs have them."""
    for a, many in Counter(first).items():
        for b, more in Counter(second).items():
            yield a, b, many * more
