from __future__ import annotations

import pytest

from cnd_tools.comparing import BY, compare
from cnd_tools.errors import UsageError
from comparing.building import texts


@pytest.mark.parametrize(
    ("analyses", "by", "message"),
    [
        ([], None, "comparing needs two documents or more; name another one"),
        ([texts("A", "One.")], None, "comparing needs two documents or more; name another one"),
        ([texts("A"), texts("A")], None, "two documents are both called A; give one of the files another name"),
        (
            [texts("A"), texts("B")],
            "colour",
            "cannot compare by colour; choose overview, theme, actor, strength, extent, points, terms",
        ),
    ],
)
def test_what_cannot_be_compared_is_refused(analyses, by, message):
    with pytest.raises(UsageError, match=f"^{message}$"):
        compare(analyses, by=by)


SHARES = "points_A percent_A points_B percent_B difference_pp low_pp high_pp p q note"
TRENDS = "points_A percent_A points_B percent_B points_C percent_C spark slope_pp p q note"
CHANGES = "document_a document_b point_a point_b similarity change theme matched detail text_a text_b"
HEADS = {
    "overview": {"overview": "measure of {count}"},
    "theme": {"theme_shares": "theme title {points}"},
    "actor": {"actor_shares": "actor name role {points}"},
    "strength": {
        "strength_shares": "strength {actions}",
        "strength_effects": "theme {effects}",
        "cue_shares": "cue strength {actions}",
    },
    "extent": {"extent_shares": "extent {positions}"},
    "points": {"changes": CHANGES},
    "terms": {"terms": "term {terms}"},
}
OTHER = {
    2: {
        "effects": "actions_A median_A actions_B median_B delta low high note",
        "terms": "count_A per_1000_A points_A count_B per_1000_B points_B log_likelihood log_ratio p q note",
    },
    3: {
        "effects": "actions_A median_A actions_B median_B actions_C median_C spark tau p q note",
        "terms": "count_A per_1000_A points_A count_B per_1000_B points_B count_C per_1000_C points_C "
        "log_likelihood spark p q note",
    },
}


@pytest.mark.parametrize("by", BY)
@pytest.mark.parametrize(("number", "shares"), [(2, SHARES), (3, TRENDS)])
def test_the_tables_and_their_columns_are_a_contract(by, number, shares):
    units = {unit: shares.replace("points_", f"{unit}_") for unit in ("points", "actions", "positions", "count")}
    found = {table.name: " ".join(table.columns) for table in compare([texts(name) for name in "ABC"[:number]], by)}
    assert found == {name: heads.format(**units, **OTHER[number]) for name, heads in HEADS[by].items()}


def test_what_one_wants_first():
    tables = [table.name for table in compare([texts("A"), texts("B")])]
    assert tables == ["overview", "theme_shares", "actor_shares", "strength_shares"]


def test_a_difference_is_a_column_more():
    (table,) = compare([texts("A"), texts("B")], "points", diff=True)
    assert (table.name, " ".join(table.columns)) == ("changes", f"{CHANGES} diff")


@pytest.mark.parametrize("by", [None, *BY])
@pytest.mark.parametrize("number", [2, 3])
def test_empty_documents_have_the_same_columns_as_full_ones(by, number):
    full = [texts(name, "One thing should be done.", "Another thing.") for name in "ABC"[:number]]
    empty = [texts(name) for name in "ABC"[:number]]
    for something, nothing in zip(compare(full, by=by), compare(empty, by=by), strict=True):
        assert (something.name, something.columns) == (nothing.name, nothing.columns)
        assert all(len(row) == len(table.columns) for table in (something, nothing) for row in table.rows)


def test_the_order_of_the_documents_is_the_order_of_the_columns():
    (table,) = compare([texts("B", "One."), texts("A", "One.")], by="overview")
    assert table.columns[:6] == ("measure", "of", "count_B", "percent_B", "count_A", "percent_A")


def test_the_difference_of_the_texts_on_request():
    analyses = [texts("A", "One thing should be done by all."), texts("B", "One thing must be done by all.")]
    assert compare(analyses, by="points", diff=True)[0].columns[-1] == "diff"
    assert "diff" not in compare(analyses, by="points")[0].columns
    with pytest.raises(UsageError, match="by points alone"):
        compare(analyses, by="theme", diff=True)
