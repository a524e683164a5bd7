from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from math import comb, sqrt

import pytest

from cnd_tools.comparing.ordinal import cliffs_delta, delta_interval, least

# Hogarty & Kromrey (1999), "Using SAS to calculate tests of Cliff's delta", SUGI; the interval is that of R's effsize.
TREATMENT = (10, 10, 20, 20, 20, 30, 30, 30, 40, 50)
CONTROL = (10, 20, 30, 40, 40, 50)


def test_the_published_example():
    assert cliffs_delta(CONTROL, TREATMENT) == -0.25
    assert delta_interval(CONTROL, TREATMENT) == pytest.approx((-0.7265846, 0.3890062), abs=5e-8)


SIDES = [((1, 2, 3), (2, 3, 3, 5)), ((5, 5, 4, 3), (3, 1, 2)), ((3, 3), (3, 3, 3)), ((4, 2, 2, 1), (4, 4, 5, 2, 1))]


@pytest.mark.parametrize(("first", "second"), SIDES)
def test_delta_counts_every_pair(first, second):
    above = sum(b > a for a in first for b in second)
    below = sum(b < a for a in first for b in second)
    assert cliffs_delta(first, second) == pytest.approx(float(Fraction(above - below, len(first) * len(second))))


@pytest.mark.parametrize(("first", "second"), SIDES)
def test_the_interval_holds_delta_and_turns_round_with_it(first, second):
    low, high = delta_interval(first, second)
    assert -1 <= low <= cliffs_delta(first, second) <= high <= 1
    assert delta_interval(second, first) == pytest.approx((-high, -low))


def test_where_all_are_greater_the_interval_still_has_a_width():
    # Wilson's interval of 4 of 4 begins at 4 / (4 + 1.96^2) = 0.5101; on delta's scale that is 0.0202.
    assert delta_interval((1, 1, 2, 2), (3, 4, 4, 5, 5)) == pytest.approx((0.0202, 1.0), abs=0.00005)
    assert delta_interval((3, 4, 4, 5, 5), (1, 1, 2, 2)) == pytest.approx((-1.0, -0.0202), abs=0.00005)


@pytest.mark.parametrize(
    ("first", "second", "variance", "t", "delta"),
    [
        # By hand: all d are 0, so the unbiased variance is 0; at the least it is 1 / 5.
        ((3, 3), (3, 3, 3), 1 / 5, 3.182446, 0.0),
        # By hand: (16 * 0 + 4 * 3/4 - 3/2) / (8 * 1 * 3) = 1/16 would be less than (1 - 1/16) / 7.
        ((1, 1), (1, 1, 1, 2), 15 / 16 / 7, 2.776445, 0.25),
    ],
)
def test_the_variance_is_not_let_fall_under_what_delta_has_at_least(first, second, variance, t, delta):
    square = t * t * variance
    half = sqrt(square * ((1 - delta**2) ** 2 + square))
    ends = [(delta - delta**3 + side * half) / (1 - delta**2 + square) for side in (-1, 1)]
    assert delta_interval(first, second) == pytest.approx(ends, abs=1e-6)


@pytest.mark.parametrize(("first", "second"), [*SIDES, ((1, 1, 1, 2), (2, 2, 5)), ((1,), (2, 3)), ((1, 5), (5, 5, 5))])
def test_least_is_what_drawing_every_way_gives(first, second):
    pooled = [*first, *second]
    deltas = []
    for drawn in combinations(range(len(pooled)), len(first)):
        rest = [pooled[place] for place in range(len(pooled)) if place not in drawn]
        deltas.append(abs(cliffs_delta([pooled[place] for place in drawn], rest)))
    farthest = max(deltas)
    expected = sum(delta == farthest for delta in deltas) / comb(len(pooled), len(first))
    assert least(first, second) == pytest.approx(expected)
