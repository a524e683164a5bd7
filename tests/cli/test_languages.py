"""A text in another language: one line on stderr, not only empty tables."""

from pathlib import Path

import pytest

FRENCH = Path(__file__).parents[1] / "cases" / "french.txt"


@pytest.mark.parametrize("table", ["actors", "themes", "positions", "actions"])
def test_another_language_is_said_once(cnd, table):
    ended = cnd(table, FRENCH, "--no-store", "--csv")
    assert ended.code == 0
    assert [line for line in ended.err.splitlines() if "English" in line] == [
        f"{FRENCH}: warning: the text does not look English (it looks French) and the lexicon is English: "
        "little is found in it"
    ]


def test_points_are_found_in_any_language(cnd):
    assert not cnd("segment", FRENCH, "--no-store", "--csv").err
    assert not cnd("actors", FRENCH, "--no-store", "--csv", "--quiet").err
