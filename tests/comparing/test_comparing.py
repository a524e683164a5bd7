from __future__ import annotations

import pytest

from cnd_tools.comparing import BY, compare
from cnd_tools.errors import UsageError
from comparing.building import texts


@pytest.mark.parametrize(
    ("analyses", "by", "message"),
    [
        ([], None, "two documents or more"),
        ([texts("A", "One.")], None, "two documents or more"),
        ([texts("A", "One."), texts("A", "Two.")], None, "both called A"),
        ([texts("A", "One."), texts("B", "Two.")], "colour", "cannot compare by colour; choose overview, theme"),
    ],
)
def test_what_cannot_be_compared_is_refused(analyses, by, message):
    with pytest.raises(UsageError, match=message):
        compare(analyses, by=by)


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
