from __future__ import annotations

from collections import Counter
from math import comb

import pytest

from cnd_tools.comparing import compare
from comparing.building import action, actor, build, lines, point, position, reference, theme


def documents():
    """Two documents small enough to count on one's fingers: 4 points and 6, a heading in each."""
    first = build(
        "A",
        [point("A", "p1", "Heading", "heading"), *(point("A", str(n), "Two words") for n in range(1, 5))],
        themes=[theme("A", at, "corruption") for at in "1234"] + [theme("A", "p1", "corruption")],
        actors=[actor("A", "1", "unodc", "agent"), actor("A", "1", "unodc", "source")],
        actions=[action("A", "1", "obligation"), action("A", "1", "obligation"), action("A", "2", "possibility")],
        positions=[position("A", "1", None, "recognize", "unstated")],
    )
    second = build(
        "B",
        [point("B", "p1", "Heading", "heading"), *(point("B", str(n), "Three short words") for n in range(1, 7))],
        themes=[theme("B", "1", "prevention"), theme("B", "2", "prevention")],
        actors=[actor("B", "1", "unodc", "agent"), actor("B", "2", "unodc", "agent")],
        actions=[action("B", "1", "recommendation", agent="unodc")],
    )
    return first, second


def rows(table):
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


def test_themes_side_by_side():
    (table,) = compare(documents(), by="theme")
    corruption, prevention = rows(table)
    assert corruption == {
        "theme": "corruption",
        "title": "Corruption",
        "points_A": 4,  # not 5: the heading is no point that can be coded
        "percent_A": 100.0,
        "points_B": 0,
        "percent_B": 0.0,
        "difference_pp": -100.0,
        "low_pp": corruption["low_pp"],
        "high_pp": corruption["high_pp"],
        "p": pytest.approx(1 / comb(10, 4), abs=0.00001),
        "q": pytest.approx(1 / comb(10, 4), abs=0.00001),
        "note": None,
    }
    assert -100.0 <= corruption["low_pp"] < -50 < corruption["high_pp"] < 0
    assert (prevention["points_B"], prevention["percent_B"], prevention["difference_pp"]) == (2, 33.33, 33.33)
    # Two of ten points: even both in the smaller document would have p = 6/45 = .13.
    assert (prevention["p"], prevention["q"], prevention["note"]) == (None, None, "too few to say")


def test_actors_by_role():
    (table,) = compare(documents(), by="actor")
    assert [row[:7] for row in table.rows] == [
        ("unodc", "unodc", "source", 1, 25.0, 0, 0.0),
        ("unodc", "unodc", "agent", 1, 25.0, 2, 33.33),
    ]


def test_strengths_keep_the_order_of_the_scale():
    (table,) = compare(documents(), by="strength")[:1]
    assert [row[:5] for row in table.rows] == [
        ("obligation", 2, 66.67, 0, 0.0),
        ("necessity", 0, 0.0, 0, 0.0),
        ("recommendation", 0, 0.0, 1, 100.0),
        ("encouragement", 0, 0.0, 0, 0.0),
        ("possibility", 1, 33.33, 0, 0.0),
    ]


def test_a_document_without_positions_has_no_shares():
    (table,) = compare(documents(), by="extent")
    unstated = rows(table)[-1]
    assert (unstated["extent"], unstated["positions_A"], unstated["positions_B"]) == ("unstated", 1, 0)
    assert (unstated["percent_A"], unstated["percent_B"]) == (100.0, None)
    assert unstated["note"] == "nothing to compare with"


def test_overview():
    (table,) = compare(documents(), by="overview")
    assert {row[0]: row[2:6] for row in table.rows} == {
        "points": (4, None, 6, None),
        "words": (8, None, 18, None),
        "themes": (1, None, 1, None),
        "points with a theme": (4, 100.0, 2, 33.33),
        "actors": (1, None, 1, None),
        "points with an actor": (1, 25.0, 2, 33.33),
        "positions": (1, None, 0, None),
        "source not stated": (1, 100.0, 0, None),
        "actions": (3, None, 1, None),
        "agent stated": (0, 0.0, 1, 100.0),
        "agent not stated": (3, 100.0, 0, 0.0),
        "points with an action": (2, 50.0, 1, 16.67),
    }


def test_the_overview_says_what_differs():
    table = rows(compare([reference("2009"), reference("2011")], by="overview")[0])
    agents = next(row for row in table if row["measure"] == "agent stated")
    # By hand: 2009 names who in 2 and 15; 2011 in 4(b), 4(c), thrice in 4(i), and in 6(a), (d), (e), (f), (g), (i).
    assert (agents["count_2009"], agents["count_2011"], agents["difference_pp"]) == (2, 11, 32.67)
    ways = [comb(38, k) * comb(29, 13 - k) for k in range(14)]
    assert agents["p"] == pytest.approx(sum(way for way in ways if way <= ways[2]) / comb(67, 13), rel=0.005)
    words = next(row for row in table if row["measure"] == "words")
    assert words["of"] is words["difference_pp"] is words["p"] is words["note"] is None


def test_three_documents_have_a_column_each_a_spark_and_a_trend():
    first, second = documents()
    third = build("C", [point("C", str(n)) for n in range(1, 11)], themes=[theme("C", "1", "prevention")])
    (table,) = compare([first, second, third], by="theme")
    assert table.columns == (
        "theme", "title", "points_A", "percent_A", "points_B", "percent_B", "points_C", "percent_C",
        "spark", "slope_pp", "p", "q", "note",
    )  # fmt: skip
    corruption, prevention = rows(table)
    assert (corruption["theme"], corruption["spark"], corruption["note"]) == ("corruption", "▇▁▁", None)
    assert corruption["slope_pp"] < 0 < prevention["slope_pp"]
    assert prevention["spark"] == "▁▇▂"  # 0, 33 and 10 of 100


def test_an_empty_document_leaves_a_gap_and_the_rest_is_told():
    first, second = documents()
    table = rows(compare([first, build("E", []), second], by="theme")[0])
    corruption = next(row for row in table if row["theme"] == "corruption")
    assert (corruption["points_E"], corruption["percent_E"], corruption["spark"]) == (0, None, "▇·▁")
    # Two documents with points are left, two steps apart: the trend is their difference by half.
    assert corruption["slope_pp"] == -50.0
    assert corruption["p"] == pytest.approx(1 / comb(10, 4), rel=0.005)


def test_every_figure_of_the_two_texts_by_another_route():
    """Counted anew from the reference annotation with nothing of the code under test."""
    gold = {year: lines("annotation", f"{year}.jsonl") for year in ("2009", "2011")}
    overview, themes, actors, strengths, *_ = compare([reference("2009"), reference("2011")])
    for year, points in gold.items():
        carrying = Counter(name for row in points for name in row["themes"])
        assert {row["theme"]: row[f"points_{year}"] for row in rows(themes) if row[f"points_{year}"]} == carrying
        carrying = Counter((found["id"], found["role"]) for row in points for found in row["actors"])
        shown = {(row["actor"], row["role"]): row[f"points_{year}"] for row in rows(actors)}
        assert {key: count for key, count in shown.items() if count} == carrying
        asked = Counter(found["strength"] for row in points for found in row["actions"])
        assert {row["strength"]: row[f"actions_{year}"] for row in rows(strengths) if row[f"actions_{year}"]} == asked
        for row in rows(themes):
            assert row[f"percent_{year}"] == round(100 * row[f"points_{year}"] / len(points), 2)
        sizes = {row["measure"]: row[f"count_{year}"] for row in rows(overview)}
        assert sizes["points"] == len(points)
        assert sizes["actions"] == sum(len(row["actions"]) for row in points)
        assert sizes["agent stated"] == sum(bool(a["agent"]) for row in points for a in row["actions"])
        assert sizes["positions"] == sum(len(row["attributions"]) for row in points)


def test_rows_are_ordered_by_effect_and_the_few_say_so():
    themes = rows(compare([reference("2009"), reference("2011")], by="theme")[0])
    effects = [abs(row["difference_pp"]) for row in themes]
    assert effects == sorted(effects, reverse=True)
    assert all((row["note"] == "too few to say") == (row["p"] is None) == (row["q"] is None) for row in themes)
    corruption = next(row for row in themes if row["theme"] == "corruption")
    assert (corruption["points_2009"], corruption["points_2011"], corruption["note"]) == (1, 0, "too few to say")
