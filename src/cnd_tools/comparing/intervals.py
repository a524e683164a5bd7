"""Confidence intervals for shares and their difference."""

from __future__ import annotations

from math import sqrt

# The 97.5 % point of the normal distribution: every interval here is a 95 % one.
Z = 1.959963984540054


def wilson(hits: int, total: int) -> tuple[float, float]:
    """Return the 95 % score interval of a share, both ends between 0 and 1.

    Source: Wilson, E. B. (1927), "Probable inference, the law of succession, and statistical inference", Journal of the
    American Statistical Association 22:209-212.

    Raises:
        ValueError: `total` is not positive, or `hits` is not between 0 and `total`.
    """
    if not 0 <= hits <= total or not total:
        raise ValueError(f"no share: {hits} of {total}")
    share, square = hits / total, Z * Z
    middle = share + square / (2 * total)
    half = Z * sqrt(share * (1 - share) / total + square / (4 * total * total))
    scale = 1 + square / total
    # At 0 and at `total` the end is exact; rounding would leave it a hair beyond.
    low = 0.0 if hits == 0 else (middle - half) / scale
    high = 1.0 if hits == total else (middle + half) / scale
    return low, high


def newcombe(hits_a: int, total_a: int, hits_b: int, total_b: int) -> tuple[float, float]:
    """Return the 95 % interval of the second share less the first, both ends between -1 and 1.

    Source: Newcombe, R. G. (1998), "Interval estimation for the difference between independent proportions: comparison
    of eleven methods", Statistics in Medicine 17:873-890, method 10 (a hybrid of score intervals).

    Raises:
        ValueError: as `wilson`.
    """
    low_a, high_a = wilson(hits_a, total_a)
    low_b, high_b = wilson(hits_b, total_b)
    share_a, share_b = hits_a / total_a, hits_b / total_b
    difference = share_b - share_a
    return (
        difference - sqrt((share_b - low_b) ** 2 + (high_a - share_a) ** 2),
        difference + sqrt((high_b - share_b) ** 2 + (share_a - low_a) ** 2),
    )
