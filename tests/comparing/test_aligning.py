from __future__ import annotations

from collections import Counter
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cnd_tools.comparing.aligning import CLEAR, THRESHOLD, _assign, _candidates, _covered, _groups, align
from cnd_tools.comparing.likeness import side
from comparing.building import reference, texts

LAUNDERING = "Money-laundering should be countered by streamlining mechanisms for redirecting seized criminal funds"
PRISONS = "Overcrowded prisons challenge human rights standards in developing transit countries everywhere"
REPORT = "Takes note of the report of the Secretary-General"


def aligned(first, second):
    return [(pair.first, pair.second, pair.kind) for pair in align(side(texts("A", *first)), side(texts("B", *second)))]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ([LAUNDERING, PRISONS], [PRISONS, LAUNDERING], [(0, 1, "one"), (1, 0, "one")]),
        ([LAUNDERING], [PRISONS], []),
        ([LAUNDERING], [f"{LAUNDERING}, urgently and without delay"], [(0, 0, "one")]),
        # A formula said twice goes with the one at its place.
        ([REPORT, PRISONS, REPORT], [REPORT, PRISONS, REPORT], [(0, 0, "one"), (1, 1, "one"), (2, 2, "one")]),
        ([f"{LAUNDERING}. {PRISONS}."], [LAUNDERING, PRISONS], [(0, 0, "split"), (0, 1, "split")]),
        ([LAUNDERING, PRISONS], [f"{LAUNDERING}. {PRISONS}."], [(0, 0, "merged"), (1, 0, "merged")]),
        # Five words that tell anything are more than a phrase, four are not.
        (
            [f"{LAUNDERING}. Overcrowded prisons challenge human rights."],
            [LAUNDERING, "Overcrowded prisons challenge human rights."],
            [(0, 0, "split"), (0, 1, "split")],
        ),
        (
            [f"{LAUNDERING}. Overcrowded prisons challenge rights."],
            [LAUNDERING, "Overcrowded prisons challenge rights."],
            [(0, 0, "one")],
        ),
        # What only repeats a counterpart did not come out of the point.
        ([LAUNDERING], [LAUNDERING, f"{LAUNDERING} now"], [(0, 0, "one")]),
        # No leftovers: what is likelier elsewhere is not given to a doubtful second choice.
        ([LAUNDERING], [LAUNDERING, "Mechanisms to counter corruption should be streamlined."], [(0, 0, "one")]),
        ([], [PRISONS], []),
        ([], [], []),
    ],
)
def test_alignments(first, second, expected):
    assert aligned(first, second) == expected


@pytest.mark.parametrize(
    ("found", "kept"),
    [
        ({(0, 0): 0.3}, [(0, 0)]),
        ({(0, 1): 0.3}, [(0, 1)]),
        ({(1, 0): 0.35, (0, 1): 0.3}, [(1, 0), (0, 1)]),
        ({(0, 0): 0.3, (0, 1): 0.25, (1, 1): 0.22}, [(0, 0)]),
        ({(0, 1): 0.25, (0, 0): 0.3, (1, 0): 0.22}, [(0, 0)]),
        ({(0, 0): 0.6, (0, 1): CLEAR}, [(0, 0), (0, 1)]),
        ({(0, 0): 0.6, (0, 1): CLEAR - 0.01}, [(0, 0)]),
    ],
)
def test_what_is_clear_or_likeliest_for_both_may_be_a_pair(found, kept):
    assert _candidates(found) == {pair: found[pair] for pair in kept}


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    # Squared, .35 above the threshold is .1225 and twice .26 is .1352; .4 is .16.
    [(0.35, 0.26, [(0, 1), (1, 0)]), (0.4, 0.26, [(0, 0)])],
)
def test_two_good_pairs_break_up_a_better_one_and_two_poor_ones_do_not(one, two, expected):
    found = {(0, 0): THRESHOLD + one, (0, 1): THRESHOLD + two, (1, 0): THRESHOLD + two}
    both = side(texts("A", "Text.", "Text."))
    assert sorted(_assign(list(found), found, both, both)) == expected


def test_what_shares_no_point_is_in_groups_of_its_own():
    found = [(0, 0), (1, 1), (2, 0), (3, 3), (2, 1), (3, 4)]
    assert sorted(map(sorted, _groups(found))) == [[(0, 0), (1, 1), (2, 0), (2, 1)], [(3, 3), (3, 4)]]


def test_how_much_of_a_bag_another_holds_by_weight():
    telling = {"law": 1.0, "drug": 2.0}
    assert _covered(Counter(law=2, drug=1), Counter(law=1, state=5), telling) == 0.25
    assert _covered(Counter(law=2, drug=1), Counter(law=3, drug=3), telling) == 1.0
    assert _covered(Counter(), Counter(law=1), telling) == 0.0


LIKENESSES = st.dictionaries(
    st.tuples(st.integers(0, 3), st.integers(0, 3)), st.floats(THRESHOLD + 0.001, 1), max_size=10
)


@settings(deadline=None)
@given(LIKENESSES)
def test_the_assignment_is_the_best_of_all(found):
    four = side(texts("A", *["Text."] * 4))
    chosen = [pair for group in _groups(found) for pair in _assign(group, found, four, four)]
    assert len({a for a, _ in chosen}) == len({b for _, b in chosen}) == len(chosen)
    worth = {pair: (likeness - THRESHOLD) ** 2 for pair, likeness in found.items()}
    best = max(sum(worth.get(pair, 0) for pair in enumerate(order)) for order in permutations(range(4)))
    assert sum(worth[pair] for pair in chosen) == pytest.approx(best, abs=1e-5)


@settings(deadline=None)
@given(st.lists(st.sampled_from([LAUNDERING, PRISONS, REPORT, "", "The end."]), max_size=6))
def test_a_document_is_its_own_counterpart_point_by_point(paragraphs):
    told = [place for place, text in enumerate(paragraphs) if text]
    found = aligned(paragraphs, paragraphs)
    if len(set(paragraphs)) > 1:
        assert found == [(place, place, "one") for place in told]


# What any reader sees (issue 5), on the texts as the reference annotation has them.
PAIRS = [("5", "4(e)"), ("13", "4(j)"), ("9", "4(f)"), ("7", "6(i)")]
DROPPED = ["10", "14"]
NEW = ["4(k)", "6(d)", "6(f)"]


def test_the_pairs_any_reader_sees():
    first, second = (side(reference(year)) for year in ("2009", "2011"))
    pairs = {(first.points[pair.first].point, second.points[pair.second].point) for pair in align(first, second)}
    assert set(PAIRS) <= pairs
    assert not {a for a, _ in pairs} & set(DROPPED)
    assert not {b for _, b in pairs} & set(NEW)
