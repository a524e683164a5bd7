from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cnd_tools.comparing.changes import COLUMNS, changes
from cnd_tools.comparing.likeness import alike, side
from comparing.building import action, actor, build, point, reference, texts, theme

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
    assert found == [("1", "1", "split"), ("1", "3", "split"), (None, "2", "new"), ("2", "4", "kept")]


def test_a_row_says_what_made_two_points_match_and_what_changed():
    def document(name, strength, cue):
        return build(
            name,
            [point(name, "1", LAUNDERING), point(name, "2", PRISONS if name == "A" else MARKETS)],
            themes=[theme(name, "1", "money_laundering"), theme(name, "2", "prisons")],
            actions=[action(name, "1", strength, "counter", cue=cue, object="money-laundering")],
        )

    row, *_ = rows([document("A", "recommendation", "should"), document("B", "obligation", "must")])
    assert row["similarity"] == 1.0
    assert row["change"] == "strengthened"
    assert row["theme"] == "money_laundering"
    assert row["matched"].startswith("words: ")
    assert row["matched"].endswith("; themes: money_laundering; actions: counter")
    assert row["detail"] == "counter: should → must (recommendation → obligation)"


def test_the_words_that_tell_most_are_named_with_what_else_both_have():
    def document(name, themes, actors):
        paragraphs = ("Zinc markets near zinc farms and wells, by patrols of a river", "Patrols of a river are over")
        return build(
            name,
            [point(name, str(number), text) for number, text in enumerate(paragraphs, 1)],
            themes=[theme(name, "1", each) for each in themes],
            actors=[actor(name, "1", each, "agent") for each in actors],
        )

    first = document("A", ["trade", "rivers", "prisons"], ["incb", "who", "unodc"])
    second = document("B", ["rivers", "trade", "health"], ["who", "incb", "europol"])
    row, *_ = rows([first, second])
    # Zinc stands there twice; patrols and rivers are in all four points, and only five words are shown.
    words = "zinc, farms, markets, wells, patrols"
    assert row["matched"] == f"words: {words}; themes: rivers, trade; actors: incb, who"
    assert row["theme"] == "rivers; trade"


def test_a_row_says_how_alike_two_points_are_and_all_that_changed():
    def document(name, strength, agent, *paragraphs):
        points = [point(name, str(number), text) for number, text in enumerate(paragraphs, 1)]
        at = next(each.point for each in points if "funds" in each.text)
        return build(name, points, actions=[action(name, at, strength, "counter", agent)])

    first = document("A", "recommendation", None, HEALTH, LAUNDERING.replace("seized", "all"))
    second = document("B", "obligation", "incb", LAUNDERING, HEALTH)
    ((_, _, likeness),) = [found for found in alike(side(first), side(second), 0.2) if found[:2] == (1, 0)]
    row = rows([first, second])[1]
    assert (row["point_a"], row["point_b"], row["similarity"]) == ("2", "1", round(likeness, 3))
    assert 0.2 < row["similarity"] < 1
    assert row["detail"] == (
        "counter: should → should (recommendation → obligation); counter: by nobody named → by incb; moved"
    )


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
    lone = {row["point_a"] for row in found if row["change"] in {"kept", "moved", "reworded"}}
    assert len(lone) == sum(row["change"] in {"kept", "moved", "reworded"} for row in found)


def test_the_columns_are_the_contract_also_for_nothing():
    table = changes([texts("A"), texts("B")])
    assert (table.columns, table.rows) == (COLUMNS, ())
    assert {"point_a", "point_b", "similarity", "change", "theme", "text_a", "text_b"} <= set(COLUMNS)


@pytest.mark.parametrize(("point_a", "point_b"), [("5", "4(e)"), ("13", "4(j)"), ("9", "4(f)"), ("7", "6(i)")])
def test_the_pairs_any_reader_sees_are_reworded(point_a, point_b):
    found = {(row["point_a"], row["point_b"]): row for row in rows([reference("2009"), reference("2011")])}
    assert found[point_a, point_b]["change"] == "reworded"
    assert found[point_a, point_b]["theme"]
