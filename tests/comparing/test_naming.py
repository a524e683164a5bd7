"""Short names with what they stand for, and names that two paragraphs share."""

from __future__ import annotations

import pytest

from cnd_tools.comparing.likeness import side
from cnd_tools.comparing.naming import names_in, short_names, spelt_out
from cnd_tools.comparing.neighbours import share_a_name
from comparing.building import texts


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("the Lake Monitoring Network (LMN) met", {"LMN": "Lake Monitoring Network"}),
        ("support of River Basin Offices (RBOs) in the region", {"RBOs": "River Basin Offices"}),
        ("the “Water for Hills” (WfH) process", {"WfH": "Water for Hills"}),
        ("the Office for the Care of Old Mills (OCOM)", {"OCOM": "Office for the Care of Old Mills"}),
        ("the Hill Initiative on Green Heating (HIG-H)", {"HIG-H": "Hill Initiative on Green Heating"}),
        ("the report (Annex) of the meeting (Geneva)", {}),
        ("the talks (TBD) on rivers", {}),
        ("the Lake Monitoring Network LMN", {}),
    ],
)
def test_short_names_are_made_of_initials(text, names):
    assert short_names(texts("A", text).points) == names


def test_short_names_are_spelt_out_as_whole_words_the_longest_first():
    names = {"LMN": "Lake Monitoring Network", "LMNs": "Lake Monitoring Networks"}
    said = "LMN and LMNs, but no LMNX"
    assert spelt_out(said, names) == "Lake Monitoring Network and Lake Monitoring Networks, but no LMNX"
    assert spelt_out(said, {}) == said


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("support to Regional Mill Centers and mills", ["regio mill centr"]),
        ("the Global Pact on Clean Rivers and its nodes", ["globa pact clean river"]),
        ("The rivers of the World Bank", ["world bank"]),
        ("Mills and rivers; We agree", []),
        ("the Committee decides", []),
    ],
)
def test_names_of_several_words(text, names):
    assert list(names_in(text)) == names


def test_a_name_ties_the_few_paragraphs_that_have_it():
    first = side(texts("A", "Thank the Regional Mill Centres.", "Bats sleep.", "Owls hunt."))
    second = side(texts("B", "Bats sleep.", "We ask Regional Mill Centers to report."))
    assert share_a_name(first, second) == {(0, 1)}
    everywhere = side(texts("C", *["Regional Mill Centres grind."] * 4))
    assert share_a_name(first, everywhere) == set()


def test_two_common_words_are_no_name_that_ties():
    asked = side(texts("A", "The Executive Director is asked to report."))
    told = side(texts("B", "The Executive Director met Member States."))
    assert share_a_name(asked, told) == set()


def test_a_text_is_likened_by_what_short_names_stand_for():
    whole, short = texts("A", "the River Basin Offices meet"), texts("B", "the RBOs meet")
    assert side(short, {"RBOs": "River Basin Offices"}).bags == side(whole).bags
    assert side(short).bags != side(whole).bags
