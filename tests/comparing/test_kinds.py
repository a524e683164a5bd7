from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnd_tools.comparing.aligning import Pair
from cnd_tools.comparing.kinds import change, details, out_of_order, same_actions
from comparing.building import action, point


def became(before, after, *, texts=("States act.", "States act, too."), moved=False, kind="one"):
    same = same_actions(before, after)
    pair = Pair(0, 0, 0.9, kind)
    first, second = (point(name, "1", text) for name, text in zip("AB", texts, strict=True))
    return change(pair, first, second, same, moved=moved), list(details(same, moved=moved))


def asked(strength, lemma="act", *, agent=None, object=None, cue="should", polarity="+"):
    return action("A", "1", strength, lemma, agent, cue, object, polarity)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ([], [], "reworded"),
        ([asked("recommendation")], [asked("obligation", cue="must")], "strengthened"),
        ([asked("necessity")], [asked("possibility")], "weakened"),
        ([asked("necessity", agent="unodc")], [asked("necessity", agent="incb")], "reassigned"),
        # Who was not named before and is now: nobody else was asked, so nothing was reassigned.
        ([asked("necessity")], [asked("necessity", agent="incb")], "reworded"),
        # Another verb, or another thing to be done with it, is not the same action, however strong.
        ([asked("possibility", "review")], [asked("obligation", "adopt")], "reworded"),
        ([asked("possibility", object="laws")], [asked("obligation", object="prisons")], "reworded"),
        ([asked("possibility", object="drug laws")], [asked("obligation", object="laws on drugs")], "strengthened"),
        # One up by one step, one down by one: nothing in sum.
        (
            [asked("necessity", "act"), asked("recommendation", "report")],
            [asked("recommendation", "act"), asked("necessity", "report")],
            "reworded",
        ),
        # Stronger and asked of someone else: the strength comes first, the other stands in the details.
        ([asked("possibility", agent="unodc")], [asked("necessity", agent="incb")], "strengthened"),
        ([asked("custom")], [asked("obligation")], "reworded"),
    ],
)
def test_what_became_of_a_point(before, after, expected):
    assert became(before, after)[0] == expected


def test_same_words_are_kept_or_moved():
    same = ("States act;", "States act.")
    assert became([], [], texts=same) == ("kept", [])
    assert became([], [], texts=same, moved=True) == ("moved", ["moved"])
    assert became([], [], moved=True) == ("reworded", ["moved"])
    assert became([], [], kind="split")[0] == "split"


def test_every_change_is_told():
    before = [asked("recommendation", agent="unodc", cue="should"), asked("necessity", "report", polarity="-")]
    after = [asked("obligation", agent="incb", cue="must"), asked("necessity", "report", polarity="+")]
    assert became(before, after, moved=True) == (
        "strengthened",
        [
            "act: should → must (recommendation → obligation)",
            "act: by unodc → by incb",
            "report: to be avoided → asked for",
            "moved",
        ],
    )


def test_who_was_named_or_is_no_longer_is_told():
    nobody, unodc = [asked("necessity")], [asked("necessity", agent="unodc")]
    assert became(nobody, unodc)[1] == ["act: by nobody named → by unodc"]
    assert became(unodc, nobody)[1] == ["act: by unodc → by nobody named"]


def test_each_action_has_one_counterpart_the_likeliest():
    one, other = asked("necessity", object="drug laws"), asked("necessity", object="laws")
    assert same_actions([one, other], [other, one]) == [(one, one), (other, other)]
    assert same_actions([one], [one, one]) == same_actions([one, one], [one]) == [(one, one)]


def test_an_object_that_is_not_stated_goes_with_any_but_a_word_in_common_before_that():
    unstated, laws = asked("necessity"), asked("necessity", object="laws")
    assert same_actions([unstated], [laws]) == [(unstated, laws)]
    assert same_actions([laws], [unstated]) == [(laws, unstated)]
    assert same_actions([unstated, laws], [laws]) == [(laws, laws)]


def test_of_equal_actions_those_of_one_agent_are_the_same():
    unodc, incb = asked("necessity", agent="unodc"), asked("necessity", agent="incb")
    assert same_actions([unodc, incb], [incb, unodc]) == [(unodc, unodc), (incb, incb)]


def ordered(places):
    return all(a < b for a, b in pairwise(places))


LIKENESSES = st.lists(st.sampled_from([0.25, 0.5, 1.0]), min_size=6, max_size=6)


@given(st.permutations(range(6)), LIKENESSES)
def test_the_least_likeness_stands_out_of_order(places, likenesses):
    pairs = [Pair(a, b, likeness) for (a, b), likeness in zip(enumerate(places), likenesses, strict=True)]
    moved = out_of_order(pairs)
    assert ordered([pair.second for pair in pairs if pair not in moved])
    selections = (some for size in range(7) for some in combinations(pairs, size))
    heaviest = max(sum(p.likeness for p in some) for some in selections if ordered([p.second for p in some]))
    assert sum(pair.likeness for pair in pairs if pair not in moved) == heaviest


def test_what_was_taken_over_stays_and_the_doubtful_pairs_have_moved():
    taken, doubtful, another = Pair(0, 2, 1.0), Pair(1, 0, 0.4), Pair(2, 1, 0.3)
    assert out_of_order([taken, doubtful, another]) == {doubtful, another}


def test_of_two_that_cross_and_are_equally_alike_the_first_has_moved():
    first, second = Pair(0, 1, 0.5), Pair(1, 0, 0.5)
    assert out_of_order([first, second]) == {first}


def test_parts_of_a_split_point_have_no_place_to_move_from():
    assert out_of_order([Pair(0, 3, 0.5, "split"), Pair(0, 1, 0.5, "split"), Pair(1, 2, 0.5)]) == set()
