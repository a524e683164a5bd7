from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import false_discovery_control, fisher_exact

from cnd_tools.comparing.significance import adjust, exact, least


def by_enumeration(hits_a, total_a, hits_b, total_b):
    """Fisher's test by drawing the hits in every possible way."""
    hits = hits_a + hits_b
    ways = {}
    for drawn in combinations(range(total_a + total_b), hits):
        in_a = sum(place < total_a for place in drawn)
        ways[in_a] = ways.get(in_a, 0) + 1
    return Fraction(sum(way for way in ways.values() if way <= ways[hits_a]), comb(total_a + total_b, hits))


@pytest.mark.parametrize(
    "counts", [(3, 4, 1, 4), (0, 5, 4, 9), (2, 6, 2, 6), (1, 3, 5, 11), (5, 5, 0, 9), (0, 7, 0, 7), (7, 7, 8, 8)]
)
def test_exact_is_what_drawing_every_way_gives(counts):
    assert exact(*counts) == pytest.approx(float(by_enumeration(*counts)))


def test_fishers_tea():
    # Fisher (1935), The Design of Experiments: 3 of 4 cups right each way, p = 34/70 two-sided.
    assert exact(3, 4, 1, 4) == pytest.approx(34 / 70)


@given(st.data(), st.integers(0, 3000), st.integers(0, 3000))
def test_exact_is_what_scipy_has(data, total_a, total_b):
    hits_a, hits_b = data.draw(st.integers(0, total_a)), data.draw(st.integers(0, total_b))
    theirs = fisher_exact([[hits_a, total_a - hits_a], [hits_b, total_b - hits_b]]).pvalue
    assert exact(hits_a, total_a, hits_b, total_b) == pytest.approx(theirs, rel=1e-6, abs=1e-300)


@given(st.lists(st.floats(0, 1)))
def test_adjusted_is_what_scipy_has(values):
    theirs = list(false_discovery_control(values)) if values else []
    assert adjust(values) == pytest.approx(theirs)


@pytest.mark.parametrize(("hits", "total_a", "total_b"), [(0, 5, 5), (1, 15, 30), (2, 15, 30), (3, 5, 4), (6, 4, 9)])
def test_least_is_the_least_over_all_outcomes(hits, total_a, total_b):
    outcomes = range(max(0, hits - total_b), min(hits, total_a) + 1)
    assert least(hits, total_a, total_b) == pytest.approx(
        min(exact(k, total_a, hits - k, total_b) for k in outcomes), abs=1e-12
    )


def test_benjamini_and_hochbergs_example():
    # Benjamini & Hochberg (1995), section 3: 15 p-values; at 0.05 the procedure rejects the four smallest.
    published = [
        0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590,
        1.0000,
    ]  # fmt: skip
    adjusted = adjust(published)
    assert [q <= 0.05 for q in adjusted] == [True] * 4 + [False] * 11
    m = len(published)
    by_hand = [min(p * m / (k + 1) for k, p in enumerate(published) if k >= place) for place in range(m)]
    assert adjusted == pytest.approx(by_hand)


def test_what_was_not_tested_is_no_part_of_the_family():
    assert adjust([None, 0.04, None]) == [None, pytest.approx(0.04), None]
    assert adjust([None, None]) == [None, None]
    assert adjust([]) == []


def test_no_probability_is_more_than_one():
    for total in range(1, 40):
        assert all(exact(hits, total, hits, total) == 1.0 for hits in range(total + 1))
