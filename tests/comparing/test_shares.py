from __future__ import annotations

from math import sqrt

import pytest

from cnd_tools.comparing.shares import adjusted, points, share_table

TOO_FEW, NOTHING = "too few to say", "nothing to compare with"


def shares(counts, totals, **options):
    names = "ABC"[: len(totals)]
    return share_table("table", ("key",), counts, totals, documents=names, unit="points", **options)


def test_the_largest_effect_comes_first_then_what_there_is_more_of_then_the_name():
    counts = {"few": (1, 1), "b": (5, 5), "a": (5, 5), "slight": (0, 1), "rising": (0, 400), "falling": (900, 300)}
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
        # The one hit in twenty is as unlikely in the first document as can be: 1/20, which is just enough.
        ((1, 0), (1, 19), 0.05, None),
        ((1, 0), (1, 18), None, TOO_FEW),
        ((0, 0), (5, 5), None, TOO_FEW),
        ((1, 0), (1, 0), None, NOTHING),
        ((0, 1), (0, 1), None, NOTHING),
        ((0, 0, 9), (0, 0, 9), None, NOTHING),
        ((1, 0, 0), (1, 1, 0), None, TOO_FEW),
        ((0, 0, 0), (9, 9, 9), None, TOO_FEW),
    ],
)
def test_where_no_outcome_could_tell_it_says_so(counts, totals, p, note):
    (row,) = shares({("key",): counts}, totals).rows
    assert row[-3:] == (p, p, note)


def test_an_empty_document_has_no_share_and_no_part_in_the_slope():
    (row,) = shares({("key",): (1, 0, 0)}, (1, 1, 0)).rows
    assert row[:-3] == ("key", 1, 100.0, 0, 0.0, 0, None, "▇▁·", -100.0)


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
