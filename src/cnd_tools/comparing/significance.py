"""Whether a difference is more than chance would give, said only where the counts could say it."""

from __future__ import annotations

from collections.abc import Sequence
from math import comb

ALPHA = 0.05
TOO_FEW = "too few to say"


def exact(hits_a: int, total_a: int, hits_b: int, total_b: int) -> float:
    """Return the two-sided p of Fisher's exact test that both shares are the same.

    Source: Fisher, R. A. (1935), "The logic of inductive inference", JRSS 98:39-82, as scipy has it: the probability,
    with the margins as they are, of every table no likelier than the one seen.
    """
    from scipy.stats import fisher_exact

    return float(fisher_exact([[hits_a, total_a - hits_a], [hits_b, total_b - hits_b]]).pvalue)


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
    from scipy.stats import false_discovery_control

    tested = [value for value in values if value is not None]
    adjusted = iter(false_discovery_control(tested) if tested else ())
    return [None if value is None else float(next(adjusted)) for value in values]
