"""Every figure of the share tables, on the two real texts, worked out again by another route."""

from __future__ import annotations

from math import comb, sqrt
from statistics import NormalDist

import pytest

from cnd_tools.comparing import compare
from comparing.building import reference

Z = NormalDist().inv_cdf(0.975)


def by_counting(a, n, b, m):
    """Fisher's p: the chance of every table no likelier than the one seen, by counting the ways."""
    ways = [comb(n, k) * comb(m, a + b - k) if a + b - k >= 0 else 0 for k in range(a + b + 1)]
    return sum(way for way in ways if way <= ways[a]) / comb(n + m, a + b)


def score_ends(hits, total):
    """Wilson's ends as the roots of (share - x)^2 = Z^2 x (1 - x) / total."""
    share = hits / total
    a, b, c = 1 + Z * Z / total, -2 * share - Z * Z / total, share * share
    root = sqrt(max(b * b - 4 * a * c, 0))
    return (-b - root) / (2 * a), (-b + root) / (2 * a)


@pytest.mark.parametrize("by", ["speakers", "themes", "actors", "strength", "extent"])
def test_every_figure_of_the_shares(by):
    (table,) = compare([reference("2009"), reference("2011")], by=by)
    ps = []
    for cells in table.rows:
        row = dict(zip(table.columns, cells, strict=True))
        a, b, n, m = row["points_2009"], row["points_2011"], row["of_2009"], row["of_2011"]
        assert (a, b) == tuple(len((row[f"which_{year}"] or "").split()) for year in (2009, 2011))
        if a + b < 5:
            few = ("percent_2009", "percent_2011", "difference_pp", "low_pp", "high_pp", "p", "q")
            assert [row[column] for column in few] == [None] * 7
            assert row["note"] == "fewer than five"
            continue
        assert row["percent_2009"] == pytest.approx(100 * a / n, abs=0.005)
        assert row["percent_2011"] == pytest.approx(100 * b / m, abs=0.005)
        assert row["difference_pp"] == pytest.approx(100 * (b / m - a / n), abs=0.005)
        (low_a, high_a), (low_b, high_b) = score_ends(a, n), score_ends(b, m)
        low = b / m - a / n - sqrt((b / m - low_b) ** 2 + (high_a - a / n) ** 2)
        high = b / m - a / n + sqrt((high_b - b / m) ** 2 + (a / n - low_a) ** 2)
        assert row["low_pp"] == pytest.approx(100 * low, abs=0.006)
        assert row["high_pp"] == pytest.approx(100 * high, abs=0.006)
        outcomes = [k for k in range(a + b + 1) if k <= n and a + b - k <= m]
        if min(by_counting(k, n, a + b - k, m) for k in outcomes) > 0.05:
            assert (row["p"], row["q"], row["note"]) == (None, None, "too few to say")
        else:
            ps.append((by_counting(a, n, b, m), row["q"]))
            assert row["p"] == pytest.approx(ps[-1][0], rel=0.005)
    ps.sort()
    for place, (_, q) in enumerate(ps):
        expected = min(p * len(ps) / (later + 1) for later, (p, _) in enumerate(ps) if later >= place)
        assert q == pytest.approx(min(expected, 1), rel=0.005)
