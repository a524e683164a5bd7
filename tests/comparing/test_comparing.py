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
            "cannot compare by colour; choose overview, speakers, themes, actors, strength, extent, points, terms, "
            "citations",
        ),
    ],
)
def test_what_cannot_be_compared_is_refused(analyses, by, message):
    with pytest.raises(UsageError, match=f"^{message}$"):
        compare(analyses, by=by)


OF_TWO = """
overview: measure of count_A percent_A count_B percent_B
speaker_shares: speaker name points_A percent_A points_B percent_B difference_pp low_pp high_pp p q note of_A clauses_A which_A of_B clauses_B which_B
theme_shares: theme title points_A percent_A points_B percent_B difference_pp low_pp high_pp p q note of_A clauses_A which_A of_B clauses_B which_B
actor_shares: actor name role points_A percent_A points_B percent_B difference_pp low_pp high_pp p q note of_A clauses_A which_A of_B clauses_B which_B
strength_shares: strength points_A percent_A points_B percent_B difference_pp low_pp high_pp p q note of_A clauses_A which_A of_B clauses_B which_B
extent_shares: extent points_A percent_A points_B percent_B difference_pp low_pp high_pp p q note of_A clauses_A which_A of_B clauses_B which_B
changes: document_a document_b point_a point_b similarity change theme matched detail text_a text_b words_kept merged split moved opening_a opening_b strength
terms: term count_A per_1000_A points_A count_B per_1000_B points_B log_likelihood log_ratio p q note
cited: cited type name change points_A where_A points_B where_B
"""  # noqa: E501  (a line a table)
OF_THREE = """
overview: measure of count_A percent_A count_B percent_B count_C percent_C
speaker_shares: speaker name points_A percent_A points_B percent_B points_C percent_C spark slope_pp p q note of_A clauses_A which_A of_B clauses_B which_B of_C clauses_C which_C
theme_shares: theme title points_A percent_A points_B percent_B points_C percent_C spark slope_pp p q note of_A clauses_A which_A of_B clauses_B which_B of_C clauses_C which_C
actor_shares: actor name role points_A percent_A points_B percent_B points_C percent_C spark slope_pp p q note of_A clauses_A which_A of_B clauses_B which_B of_C clauses_C which_C
strength_shares: strength points_A percent_A points_B percent_B points_C percent_C spark slope_pp p q note of_A clauses_A which_A of_B clauses_B which_B of_C clauses_C which_C
extent_shares: extent points_A percent_A points_B percent_B points_C percent_C spark slope_pp p q note of_A clauses_A which_A of_B clauses_B which_B of_C clauses_C which_C
changes: document_a document_b point_a point_b similarity change theme matched detail text_a text_b words_kept merged split moved opening_a opening_b strength
terms: term count_A per_1000_A points_A count_B per_1000_B points_B count_C per_1000_C points_C log_likelihood spark p q note
cited: cited type name change points_A where_A points_B where_B points_C where_C
"""  # noqa: E501


@pytest.mark.parametrize(("names", "expected"), [("AB", OF_TWO), ("ABC", OF_THREE)])
def test_the_tables_and_their_columns_are_a_contract(names, expected):
    tables = [table for by in BY for table in compare([texts(name) for name in names], by)]
    assert [f"{table.name}: {' '.join(table.columns)}" for table in tables] == expected.split("\n")[1:-1]


def test_what_one_wants_first():
    tables = [table.name for table in compare([texts("A"), texts("B")])]
    assert tables == ["overview", "speaker_shares", "theme_shares", "actor_shares", "strength_shares", "changes"]


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


def test_the_difference_of_the_texts_is_a_column_more_on_request():
    analyses = [texts("A", "One thing should be done by all."), texts("B", "One thing must be done by all.")]
    plain, different = compare(analyses, "points"), compare(analyses, "points", diff=True)
    assert [(table.name, table.columns) for table in different] == [("changes", (*plain[0].columns, "diff"))]
    with pytest.raises(UsageError, match=r"^--diff goes with --by paragraphs alone$"):
        compare(analyses, by="theme", diff=True)


@pytest.mark.parametrize(
    ("word", "view"), [("theme", "theme_shares"), ("Speaker", "speaker_shares"), ("point", "changes")]
)
def test_a_view_is_called_in_the_singular_or_the_plural(word, view):
    assert [table.name for table in compare([texts("A"), texts("B")], by=word)] == [view]


@pytest.mark.parametrize(
    ("by", "only", "message"),
    [
        ("themes", ["new"], "--only goes with --by paragraphs alone"),
        ("points", ["newer"], "--only: no change is called 'newer'; did you mean new\\? there are: kept, updated, .*"),
    ],
)
def test_only_asks_for_what_there_can_be(by, only, message):
    with pytest.raises(UsageError, match=f"^{message}$"):
        compare([texts("A"), texts("B")], by=by, only=only)
