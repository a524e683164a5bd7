from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import comb, erfc, prod, sqrt

import pytest

from cnd_tools.comparing import trends
from cnd_tools.comparing.trends import EXACT_UP_TO, cochran_armitage, least, slope, spark, z

# Graubard & Korn (1987), Biometrics 43:471-476: malformations by the mother's drinks a day.
MALFORMED, BORN = (48, 38, 5, 1, 1), (17114, 14502, 793, 127, 38)


def test_the_published_statistic():
    # Agresti, Categorical Data Analysis: scores 0, 0.5, 1.5, 4, 7 give 6.57, P = .01.
    assert z(MALFORMED, BORN, (0, 1, 3, 8, 14)) ** 2 == pytest.approx(6.57, abs=0.005)


def test_the_published_exact_p():
    # StatXact's example 6: scores 0, 0.5, 1.5, 4, 8 give .0159, the normal approximation .0078.
    scores = (0, 1, 3, 8, 16)
    assert cochran_armitage(MALFORMED, BORN, scores) == pytest.approx(0.0159, abs=0.00005)
    assert erfc(abs(z(MALFORMED, BORN, scores)) / sqrt(2)) == pytest.approx(0.0078, abs=0.00005)


def by_enumeration(hits, totals):
    """The exact p over every way the hits could fall on the documents."""
    score = lambda found: sum(place * count for place, count in enumerate(found))  # noqa: E731
    expected = Fraction(sum(hits) * score(totals), sum(totals))
    far = ways = 0
    for found in product(*(range(total + 1) for total in totals)):
        if sum(found) == sum(hits):
            weight = prod(map(comb, totals, found))
            ways += weight
            far += weight * (abs(score(found) - expected) >= abs(score(hits) - expected))
    return Fraction(far, ways)


CASES = [((0, 1, 3), (4, 5, 6)), ((2, 2, 2), (5, 5, 5)), ((4, 0, 1, 0), (5, 3, 4, 4)), ((3, 4, 5), (3, 4, 6))]


@pytest.mark.parametrize(("hits", "totals"), [*CASES, ((0, 0, 0), (2, 3, 4)), ((2, 3, 4), (2, 3, 4))])
def test_the_exact_p_is_what_enumeration_gives(hits, totals):
    assert cochran_armitage(hits, totals) == pytest.approx(float(by_enumeration(hits, totals)))


@pytest.mark.parametrize(("hits", "totals"), CASES)
def test_least_is_the_least_over_all_outcomes(hits, totals):
    outcomes = (f for f in product(*(range(total + 1) for total in totals)) if sum(f) == sum(hits))
    assert least(sum(hits), totals) == pytest.approx(min(float(by_enumeration(f, totals)) for f in outcomes))


def test_many_hits_are_tested_by_the_normal_approximation():
    hits, totals = (60, 70, 90), (200, 200, 200)
    assert min(sum(hits), sum(totals) - sum(hits)) > EXACT_UP_TO
    assert cochran_armitage(hits, totals) == pytest.approx(erfc(abs(z(hits, totals)) / sqrt(2)))
    assert least(sum(hits), totals) == 0


def test_up_to_so_many_hits_p_is_exact(monkeypatch):
    hits, totals, scores = (0, 1, 3), (4, 5, 6), (0, 1, 4)
    exact, normal = cochran_armitage(hits, totals, scores), erfc(abs(z(hits, totals, scores)) / sqrt(2))
    assert abs(exact - normal) > 0.01
    monkeypatch.setattr(trends, "EXACT_UP_TO", 4)
    assert cochran_armitage(hits, totals, scores) == exact
    assert least(4, totals) > 0
    monkeypatch.setattr(trends, "EXACT_UP_TO", 3)
    assert cochran_armitage(hits, totals, scores) == pytest.approx(normal)
    assert least(4, totals) == 0


def test_few_misses_are_as_telling_as_few_hits():
    misses, totals = (0, 1, 5), (100, 100, 100)
    assert cochran_armitage((100, 99, 95), totals) == pytest.approx(cochran_armitage(misses, totals))
    assert least(294, totals) == pytest.approx(least(6, totals))


def test_no_probability_is_more_than_one():
    assert all(cochran_armitage((hits,) * 3, (20,) * 3) <= 1 for hits in range(1, 20))


@pytest.mark.parametrize("hits", [(0, 0, 0), (2, 3, 4)])
def test_where_all_or_none_are_hits_there_is_no_trend(hits):
    assert z(hits, (2, 3, 4)) == 0


def test_the_slope_is_the_least_squares_line_through_every_point():
    import numpy as np

    hits, totals = (1, 4, 3), (10, 12, 5)
    x = np.repeat([0, 1, 2], totals)
    y = np.concatenate([np.r_[np.ones(h), np.zeros(t - h)] for h, t in zip(hits, totals, strict=True)])
    assert slope(hits, totals) == pytest.approx(np.polyfit(x, y, 1)[0])


@pytest.mark.parametrize(
    ("shares", "expected"),
    [((0, 0.1, 0.2), "▁▃▇"), ((0.4, 0.4), "▇▇"), ((0, 0), "▁▁"), ((None, 0.3), "·▇"), ((None, None), "··")],
)
def test_spark(shares, expected):
    assert spark(shares) == expected
