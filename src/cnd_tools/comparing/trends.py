"""Shares over more than two documents, in the order given: a line of blocks, a slope, and a test for trend."""

from __future__ import annotations

from collections.abc import Sequence
from math import erfc, sqrt
from typing import TYPE_CHECKING

from cnd_tools.comparing import significance

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

BLOCKS = "▁▂▃▅▇"
GAP = "·"
# Up to this many hits (or misses) the test is exact; its work grows with their square. Beyond, the normal
# approximation is close: on 93 hits in five documents, equal steps, it gives .176 where the exact test gives .179.
EXACT_UP_TO = 100


def spark(shares: Sequence[float | None]) -> str:
    """Return one block a share, the highest share the tallest, nothing at all the lowest; a dot where there is none."""
    top = max((share for share in shares if share), default=1)
    last = len(BLOCKS) - 1
    return "".join(GAP if share is None else BLOCKS[round(last * share / top)] for share in shares)


def slope(hits: Sequence[int], totals: Sequence[int]) -> float:
    """Return how much the share grows from one document to the next: the weighted least-squares line's slope.

    Source: Armitage, P. (1955), "Tests for linear trends in proportions and frequencies", Biometrics 11:375-386.
    """
    covariance, spread, _ = _moments(hits, totals, range(len(totals)))
    return covariance / spread


def tested(hits: Sequence[int], totals: Sequence[int]) -> float | None:
    """Return the p of a trend; None where no outcome with so many hits could be significant, or one share is all."""
    if sum(total > 0 for total in totals) < 2 or least(sum(hits), totals) > significance.ALPHA:
        return None
    return cochran_armitage(hits, totals)


def z(hits: Sequence[int], totals: Sequence[int], scores: Sequence[int] | None = None) -> float:
    """Return the Cochran-Armitage statistic, standard normal where there is no trend; 0 where all or none are hits.

    Source: as `slope`, and Cochran, W. G. (1954), "Some methods for strengthening the common chi-square tests",
    Biometrics 10:417-451.
    """
    covariance, spread, variance = _moments(hits, totals, range(len(totals)) if scores is None else scores)
    return covariance / sqrt(variance * spread) if variance else 0.0


def _moments(hits: Sequence[int], totals: Sequence[int], scores: Sequence[int]) -> tuple[float, float, float]:
    """Return sum of (score - mean score)(hits), sum of squares of the scores about their mean, and p(1 - p)."""
    everything = sum(totals)
    mean = sum(score * total for score, total in zip(scores, totals, strict=True)) / everything
    covariance = sum((score - mean) * hit for score, hit in zip(scores, hits, strict=True))
    spread = sum(total * (score - mean) ** 2 for score, total in zip(scores, totals, strict=True))
    share = sum(hits) / everything
    return covariance, spread, share * (1 - share)


def cochran_armitage(hits: Sequence[int], totals: Sequence[int], scores: Sequence[int] | None = None) -> float:
    """Return the two-sided p that the share does not rise or fall with the order of the documents.

    Args:
        hits: how many in each document.
        totals: of how many.
        scores: where the documents stand on the line, whole numbers from 0; 0, 1, 2, … unless told.

    With few hits (or few misses) p is exact: the probability, all margins fixed, of a statistic as far from what is
    expected as the one seen (Agresti, A. (1990), "Categorical Data Analysis", section 4.8); otherwise by `z`.
    """
    scores = range(len(totals)) if scores is None else scores
    few = min(sum(hits), sum(totals) - sum(hits))
    if few > EXACT_UP_TO:
        return erfc(abs(z(hits, totals, scores)) / sqrt(2))
    chances, distances = _distribution(few, totals, scores)
    seen = sum(score * hit for score, hit in zip(scores, hits, strict=True)) * sum(totals)
    expected = sum(hits) * sum(score * total for score, total in zip(scores, totals, strict=True))
    return float(min(1.0, chances[distances >= abs(seen - expected)].sum()))


def least(hits: int, totals: Sequence[int]) -> float:
    """Return the smallest p that `hits` in all could give, however they fell on the documents; 0 if they are many."""
    few = min(hits, sum(totals) - hits)
    if few > EXACT_UP_TO:
        return 0.0
    chances, distances = _distribution(few, totals, range(len(totals)))
    return float(chances[distances == distances[chances > 0].max()].sum())


def _distribution(
    hits: int, totals: Sequence[int], scores: Sequence[int]
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.int64]]:
    """Return, for each value of sum(score * hits), its chance and its distance from the mean (times all totals).

    The documents' hits, given their sum, are as binomials of one probability given theirs: so the binomials are
    convolved, keeping both sums, and the row of the sum that was seen is scaled to 1.
    """
    import numpy as np
    from scipy.stats import binom

    everything = sum(totals)
    chances = np.zeros((hits + 1, hits * max(scores) + 1))
    chances[0, 0] = 1.0
    for score, total in zip(scores, totals, strict=True):
        added = np.zeros_like(chances)
        for count, chance in enumerate(binom.pmf(range(min(total, hits) + 1), total, hits / everything)):
            shift = count * score
            added[count:, shift:] += chance * chances[: hits + 1 - count, : chances.shape[1] - shift]
        chances = added
    row = chances[hits] / chances[hits].sum()
    expected = hits * sum(score * total for score, total in zip(scores, totals, strict=True))
    distances = np.abs(np.arange(len(row), dtype=np.int64) * everything - expected)
    return row, distances
