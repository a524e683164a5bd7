from __future__ import annotations

from math import sqrt

import pytest

from cnd_tools.comparing.measures import Measure
from cnd_tools.comparing.shares import adjusted, points, share_table

TOO_FEW, NOTHING, FEW = "too few to say", "nothing to compare with", "fewer than five"


def shares(counts, totals, **options):
    names = "ABC"[: len(totals)]
    found = [
        Measure(key, key[0], tuple(tuple(map(str, range(count))) for count in each), tuple(totals))
        for key, each in counts.items()
    ]
    return share_table("table", ("key",), found, documents=names, **options)


def test_the_largest_effect_comes_first_then_what_there_is_more_of_then_the_name():
    counts = {"few": (3, 3), "b": (5, 5), "a": (5, 5), "slight": (2, 3), "rising": (0, 400), "falling": (900, 300)}
    counts = {(name,): found for name, found in counts.items()}
    table = shares(counts, (1000, 1000))
    assert table.name == "table"
    assert [row[0] for row in table.rows] == ["falling", "rising", "slight", "a", "b", "few"]
    assert [(row[0],) for row in shares(counts, (1000, 1000), ordered=True).rows] == list(counts)


def test_of_three_the_steepest_comes_first():
    counts = {("bent",): (0, 9, 1), ("steep",): (1, 4, 9)}
    assert [(row[0], row[8]) for row in shares(counts, (10, 10, 10)).rows] == [("steep", 40.0), ("bent", 5.0)]


@pytest.mark.parametrize(
    ("counts", "totals", "p", "note"),
    [
        # Five of six in the first document, none of two in the second, is the most uneven: 1/21 < .05, just enough.
        ((5, 0), (5, 2), 0.0476, None),
        ((6, 1), (6, 2), None, TOO_FEW),
        ((4, 0), (4, 90), None, FEW),
        ((0, 0), (5, 5), None, FEW),
        ((5, 0), (5, 0), None, NOTHING),
        ((0, 5), (0, 5), None, NOTHING),
        ((0, 0, 9), (0, 0, 9), None, NOTHING),
        ((5, 5, 0), (5, 5, 0), None, TOO_FEW),
        ((0, 0, 0), (9, 9, 9), None, FEW),
    ],
)
def test_where_no_outcome_could_tell_it_says_so(counts, totals, p, note):
    (row,) = shares({("key",): counts}, totals).rows
    end = len(row) - 3 * len(totals)
    assert row[end - 3 : end] == (p, p, note)


def test_an_empty_document_has_no_share_and_no_part_in_the_slope():
    (row,) = shares({("key",): (5, 0, 0)}, (5, 5, 0)).rows
    assert row[:9] == ("key", 5, 100.0, 0, 0.0, 0, None, "▇▁·", -100.0)


def test_of_fewer_than_five_only_the_counts_and_where_they_are():
    (row,) = shares({("key",): (3, 1)}, (9, 8)).rows
    assert row == ("key", 3, None, 1, None, *[None] * 5, FEW, 9, None, "0 1 2", 8, None, "0")


def test_the_interval_of_a_difference_is_newcombes():
    # Newcombe (1998), table II: 56 of 70 against 48 of 80 is 0.0524 to 0.3339 by method 10.
    (row,) = shares({("key",): (48, 56)}, (80, 70)).rows
    assert row[5:8] == (20.0, 5.24, 33.39)


def test_p_and_q_have_three_digits_and_one_family():
    rows = adjusted([("a", 0.0123456, None, None), ("b", None, None, TOO_FEW), ("c", 0.0312345, None, None)])
    assert rows == [("a", 0.0123, 0.0247, None), ("b", None, None, TOO_FEW), ("c", 0.0312, 0.0312, None)]


@pytest.mark.parametrize(("share", "shown"), [(1 / 3, "33.33"), (-1e-6, "0.0"), (0, "0.0"), (-sqrt(2), "-141.42")])
def test_points_have_two_places_and_no_negative_nothing(share, shown):
    assert str(points(share)) == shown
