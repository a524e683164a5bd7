"""Whether a difference is more than chance would give, said only where the counts could say it."""

from __future__ import annotations

from collections.abc import Sequence
from math import comb, exp, lgamma

ALPHA = 0.05
TOO_FEW = "too few to say"


def exact(hits_a: int, total_a: int, hits_b: int, total_b: int) -> float:
    """Return the two-sided p of Fisher's exact test that both shares are the same.

    Source: Fisher, R. A. (1935), "The logic of inductive inference", JRSS 98:39-82, as R and scipy have it: the
    probability, with the margins as they are, of every table no likelier than the one seen. Ours, since to import
    scipy.stats takes three times as long as all else that a comparison of known texts does.
    """
    hits = hits_a + hits_b
    outcomes = range(max(0, hits - total_b), min(hits, total_a) + 1)
    weights = [_log_ways(total_a, k) + _log_ways(total_b, hits - k) for k in outcomes]
    seen, top = weights[hits_a - outcomes.start], max(weights)
    # Equally likely tables may differ in the last digits of their logarithms; R and scipy allow 1e-7 for that.
    no_likelier = sum(exp(weight - top) for weight in weights if weight <= seen + 1e-7)
    return min(no_likelier / sum(exp(weight - top) for weight in weights), 1.0)


def _log_ways(total: int, hits: int) -> float:
    return lgamma(total + 1) - lgamma(hits + 1) - lgamma(total - hits + 1)


def least(hits: int, total_a: int, total_b: int) -> float:
    """Return the smallest two-sided p that `hits` in all could give, however they fell on the two documents.

    Source: Tarone, R. E. (1990), "A modified Bonferroni method for discrete data", Biometrics 46:515-522.
    """
    tables = comb(total_a + total_b, hits)
    # The two outermost tables: as many as can be in one document, the rest in the other.
    ends = {max(0, hits - total_b), min(hits, total_a)}
    ways = [comb(total_a, k) * comb(total_b, hits - k) for k in ends]
    return sum(way for way in ways if way <= min(ways)) / tables


def adjust(values: Sequence[float | None]) -> list[float | None]:
    """Return Benjamini-Hochberg adjusted p-values (q) for one family; what was not tested (None) is no part of it.

    Source: Benjamini, Y. and Hochberg, Y. (1995), "Controlling the false discovery rate", JRSS B 57:289-300. That tests
    which no outcome could make significant stay out of the family: Gilbert, P. B. (2005), JRSS C 54:143-158.
    """
    tested = sorted((value, place) for place, value in enumerate(values) if value is not None)
    adjusted: list[float | None] = [None] * len(values)
    least_above = 1.0
    for rank in range(len(tested), 0, -1):
        value, place = tested[rank - 1]
        least_above = min(least_above, value * len(tested) / rank)
        adjusted[place] = least_above
    return adjusted
