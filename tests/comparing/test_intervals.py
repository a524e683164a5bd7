from __future__ import annotations

from fractions import Fraction

import pytest

from cnd_tools.comparing.intervals import Z, newcombe, wilson

# Newcombe (1998), Table II: examples (a) to (h), column of method 10.
PUBLISHED = [
    ((56, 70), (48, 80), (0.0524, 0.3339)),
    ((9, 10), (3, 10), (0.1705, 0.8090)),
    ((6, 7), (2, 7), (0.0582, 0.8062)),
    ((5, 56), (0, 29), (-0.0381, 0.1926)),
    ((0, 10), (0, 20), (-0.1611, 0.2775)),
    ((0, 10), (0, 10), (-0.2775, 0.2775)),
    ((10, 10), (0, 20), (0.6791, 1.0000)),
    ((10, 10), (0, 10), (0.6075, 1.0000)),
]


@pytest.mark.parametrize(("first", "second", "expected"), PUBLISHED)
def test_the_published_examples(first, second, expected):
    # Newcombe takes the first share less the second, we the second less the first.
    assert newcombe(*second, *first) == pytest.approx(expected, abs=0.00005)


@pytest.mark.parametrize(("hits", "total"), [(0, 15), (1, 15), (7, 30), (29, 30), (30, 30)])
def test_the_ends_solve_wilsons_equation(hits, total):
    # (share - end)^2 = Z^2 * end * (1 - end) / total, put in fractions.
    for end in map(Fraction, wilson(hits, total)):
        gap = (Fraction(hits, total) - end) ** 2 - Fraction(Z) ** 2 * end * (1 - end) / total
        assert abs(gap) < Fraction(1, 10**12)


def test_the_other_way_round_is_the_mirror():
    low, high = newcombe(2, 15, 8, 30)
    assert newcombe(8, 30, 2, 15) == pytest.approx((-high, -low))


@pytest.mark.parametrize(("hits", "total"), [(0, 0), (3, 2), (-1, 4)])
def test_what_is_no_share_is_refused(hits, total):
    with pytest.raises(ValueError, match="no share"):
        wilson(hits, total)


def test_the_ends_at_nothing_and_all_are_exact():
    for total in range(1, 400):
        assert wilson(0, total)[0] == 0.0
        assert wilson(total, total)[1] == 1.0
