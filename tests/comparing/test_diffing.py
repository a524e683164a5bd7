from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnd_tools.comparing.diffing import Run, marked, opcodes, runs


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("States should adopt laws.", "States must adopt new laws.", "States[- should-]{+ must+} adopt{+ new+} laws."),
        ("the same", "the same", "the same"),
        ("", "all new", "{+all new+}"),
        ("all gone", "", "[-all gone-]"),
        ("", "", ""),
        ("money-laundering", "money laundering", "[-money-laundering-]{+money laundering+}"),
        ("to act, swiftly", "to report, slowly", "to[- act, swiftly-]{+ report, slowly+}"),
        # A lone sign is taken with its neighbours from the first change to the last, and not beyond.
        ("act, swiftly", "report, slowly", "[-act, swiftly-]{+report, slowly+}"),
        ("( act", "( report", "([- act-]{+ report+}"),
        ("act.", "report.", "[-act-]{+report+}."),
        # What is said very often is no noise, however long the text.
        ("one" + " the law" * 150, "two" + " the law" * 150, "[-one-]{+two+}" + " the law" * 150),
    ],
)
def test_differences(before, after, expected):
    assert marked(runs(before, after)) == expected


WORDS = st.lists(
    st.sampled_from(["States", "shall", "adopt", ",", ".", " laws", "  ", "\n", "_", "’", "é", "\x00"])
).map("".join)


@given(st.text() | WORDS, st.text() | WORDS)
def test_both_texts_can_be_read_off_the_runs(before, after):
    found = runs(before, after)
    assert "".join(run.text for run in found if run.kind != "insert") == before
    assert "".join(run.text for run in found if run.kind != "delete") == after


@given(WORDS, WORDS)
def test_no_run_is_empty_and_no_two_alike_are_neighbours(before, after):
    found = runs(before, after)
    assert all(run.text for run in found)
    assert all(one.kind != other.kind for one, other in pairwise(found))


def test_what_was_taken_out_comes_first():
    assert runs("a b", "a c") == [Run("equal", "a"), Run("delete", " b"), Run("insert", " c")]


def test_what_is_too_long_is_one_replacement_between_what_both_begin_and_end_with():
    words = [f"word{number % 50}" for number in range(3000)]
    old, new = ["first", *words, "last"], ["first", *words[::-1], "last"]
    assert opcodes(old, new) == [
        ("equal", 0, 1, 0, 1), ("replace", 1, 3001, 1, 3001), ("equal", 3001, 3002, 3001, 3002),
    ]  # fmt: skip
    assert opcodes(old, old) == [("equal", 0, 3002, 0, 3002)]


@given(st.lists(st.sampled_from("abc"), max_size=9), st.lists(st.sampled_from("abc"), max_size=9))
def test_the_steps_cover_both(old, new):
    steps = opcodes(old, new)
    assert [one for _, i, j, _, _ in steps for one in old[i:j]] == old
    assert [one for _, _, _, k, m in steps for one in new[k:m]] == new
    assert all(old[i:j] == new[k:m] for kind, i, j, k, m in steps if kind == "equal")
