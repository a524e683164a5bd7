from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cnd_tools.comparing.changes import COLUMNS, changes
from comparing.building import build, point, reference, texts, theme

LAUNDERING = "Money-laundering should be countered by streamlining mechanisms for redirecting seized criminal funds."
PRISONS = "Overcrowded prisons challenge human rights standards in developing transit countries everywhere."
HEALTH = "Treatment and rehabilitation of drug users remain a fundamental part of balanced policies."
MARKETS = "Access to markets gives farmers in producing areas a real alternative to illicit cultivation."


def rows(analyses, **options):
    table = changes(analyses, **options)
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


def test_rows_stand_in_reading_order():
    first = texts("A", LAUNDERING, PRISONS, HEALTH)
    second = texts("B", MARKETS, LAUNDERING, HEALTH.replace("remain", "stay"))
    found = [(row["point_a"], row["point_b"], row["change"]) for row in rows([first, second])]
    assert found == [(None, "1", "new"), ("1", "2", "kept"), ("2", None, "dropped"), ("3", "3", "reworded")]


def test_what_is_new_stands_after_the_counterpart_of_the_point_it_follows():
    first, second = texts("A", f"{LAUNDERING} {PRISONS}", HEALTH), texts("B", LAUNDERING, MARKETS, PRISONS, HEALTH)
    found = [(row["point_a"], row["point_b"], row["change"]) for row in rows([first, second])]
    assert found == [("1", "1", "reworded"), ("1", "3", "reworded"), (None, "2", "new"), ("2", "4", "kept")]


def test_a_row_says_how_alike_two_points_are_and_what_made_them_match():
    first, second = texts("A", LAUNDERING, PRISONS), texts("B", PRISONS, f"{LAUNDERING} {MARKETS}")
    moved = next(row for row in rows([first, second]) if row["point_a"] == "1")
    assert (moved["point_b"], moved["change"], moved["words_kept"]) == ("2", "reworded", 100)
    assert 0.42 < moved["similarity"] < 1
    assert moved["matched"] == "criminal, funds, mechanisms, Money-laundering, redirecting"


@pytest.mark.parametrize(
    ("only", "expected"),
    [
        (["kept"], [("1", "1")]),
        (["new"], [(None, "2")]),
        (["dropped", "kept"], [("1", "1"), ("2", None)]),
        (["stronger"], [("3", "3")]),
        (["weaker"], []),
    ],
)
def test_only_some_kinds_of_change(only, expected):
    first = texts("A", LAUNDERING, PRISONS, HEALTH.replace("remain", "should be"))
    second = texts("B", LAUNDERING, MARKETS, HEALTH.replace("remain", "must be"))
    assert [(row["point_a"], row["point_b"]) for row in rows([first, second], only=only)] == expected


def test_what_is_new_or_dropped_has_its_own_themes_and_one_text():
    themes = [theme("A", "1", each) for each in ("prisons", "human_rights")]
    first = build("A", [point("A", "1", PRISONS)], themes=themes)
    lone = {row["change"]: row for row in rows([first, texts("B", MARKETS)], diff=True)}
    assert (lone["dropped"]["diff"], lone["new"]["diff"]) == (f"[-{PRISONS}-]", f"{{+{MARKETS}+}}")
    assert (lone["dropped"]["theme"], lone["new"]["theme"]) == ("human_rights; prisons", None)
    assert (lone["dropped"]["text_a"], lone["dropped"]["text_b"]) == (PRISONS, None)
    assert (lone["new"]["text_a"], lone["new"]["text_b"], lone["new"]["similarity"]) == (None, MARKETS, None)


def test_the_difference_on_request():
    first, second = texts("A", HEALTH), texts("B", HEALTH.replace("remain", "stay"))
    assert "diff" not in changes([first, second]).columns
    (row,) = rows([first, second], diff=True)
    assert row["diff"] == HEALTH.replace(" remain", "[- remain-]{+ stay+}")


def test_three_documents_are_compared_each_with_the_next():
    found = rows([texts("A", LAUNDERING), texts("B", LAUNDERING), texts("C", PRISONS)])
    assert [(row["document_a"], row["document_b"], row["change"]) for row in found] == [
        ("A", "B", "kept"),
        ("B", "C", "new"),
        ("B", "C", "dropped"),
    ]


PARTS = [LAUNDERING, PRISONS, HEALTH, MARKETS, f"{LAUNDERING} {PRISONS}", f"{HEALTH} {MARKETS}", "", "Stop."]
PARAGRAPHS = st.lists(st.sampled_from(PARTS), max_size=7)


@settings(deadline=None)
@given(PARAGRAPHS, PARAGRAPHS)
def test_no_point_is_lost(before, after):
    first, second = texts("A", *before), texts("B", *after)
    found = rows([first, second])
    for document, column in ((first, "point_a"), (second, "point_b")):
        assert {row[column] for row in found} - {None} == {each.point for each in document.points}
        alone = [row[column] for row in found if row["change"] in {"new", "dropped"} and row[column]]
        assert len(alone) == len(set(alone))
        assert not set(alone) & {row[column] for row in found if row["change"] not in {"new", "dropped"}}
    for row in found:
        assert (row["point_a"] is None) == (row["change"] == "new")
        assert (row["point_b"] is None) == (row["change"] == "dropped")
    for column, several in (("point_a", "split"), ("point_b", "merged")):
        times = Counter(row[column] for row in found if row[column])
        assert all((times[row[column]] > 1) == (row[several] == "yes") for row in found if row[column])


def test_the_columns_are_the_contract_also_for_nothing():
    table = changes([texts("A"), texts("B")])
    assert (table.columns, table.rows) == (COLUMNS, ())
    assert {"point_a", "point_b", "similarity", "change", "theme", "text_a", "text_b"} <= set(COLUMNS)


def test_the_two_texts_have_little_in_common_and_nothing_comes_back():
    found = rows([reference("2009"), reference("2011")])
    paired = {(row["point_a"], row["point_b"]): row["change"] for row in found if row["similarity"] is not None}
    assert set(paired.values()) == {"same subject"}
    assert ("9", "4(f)") in paired
