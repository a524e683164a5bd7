"""What is allowed, granted, forbidden and defined, and by whom it is held; what only looks so."""

import pytest

from cnd_tools.norms import norms, patterns
from one_point import analysed

CASES = [
    ("Member States may propose amendments.", [("permission", "member_states", "propose")]),
    ("The Secretary-General may, if asked to, invite experts.", [("permission", "secretary_general", "invite")]),
    ("It authorizes the Secretary-General to accept gifts.", [("permission", "secretary_general", "accept")]),
    ("Everyone has the right to education.", [("right", None, "education")]),
    ("Member States shall have the right to withdraw.", [("right", "member_states", "withdraw")]),
    ("A ship owner is entitled to be heard.", [("right", None, "be")]),
    ("Member States shall not deny a visa.", [("prohibition", "member_states", "deny")]),
    ("No reservations shall be made to it.", [("prohibition", None, "be made")]),
    ("Everyone has the right to a nationality.", [("right", None, "nationality")]),
    ("No one shall be arbitrarily deprived of it.", [("prohibition", None, "be arbitrarily deprived")]),
    ("Nothing in this article shall be interpreted as a licence.", [("prohibition", None, "be interpreted")]),
    ("Member States shall refrain from importing it.", [("prohibition", "member_states", "importing")]),
    ("Torture is prohibited.", [("prohibition", None, "prohibited")]),
    ("For this purpose, “vessel” means any ship.", [("definition", None, "means")]),
]  # fmt: skip
NOTHING = [
    "Poverty may result in conflict.",
    "States face risks that may lead to war.",
    "Member States may be affected.",
    "On 3 May the Secretary-General spoke.",
    "The item entitled “Crime” was closed.",
    "Member States should not hesitate.",
    "Nothing in this regard was decided.",
    "Some refrain from voting.",
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_norms(text, expected):
    table = norms([analysed(text)])
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    assert [(row["kind"], row["holder"], row["aim"]) for row in rows] == expected
    assert all(text[row["start"] : row["end"]] == row["text"] for row in rows)


def test_who_is_no_actor_is_told_in_words():
    table = norms([analysed("A ship owner is entitled to be heard."), analysed("For this, “vessel” means a ship.")])
    assert [row[table.columns.index("holder_text")] for row in table.rows] == ["A ship owner", "vessel"]


@pytest.mark.parametrize("text", NOTHING)
def test_what_only_looks_like_a_norm(text):
    assert norms([analysed(text)]).rows == ()


@pytest.mark.parametrize("one", patterns().values(), ids=lambda one: one.id)
def test_each_form_finds_its_examples_and_no_near_miss(one):
    for text, expected in one.examples:
        found = one.regex.search(text)
        assert found is not None, text
        assert found[0] == expected
    for text in one.near_misses:
        assert one.regex.search(text) is None, text
