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
    assert corruption["title"] == "Corruption"
    assert (corruption["points_A"], corruption["which_A"]) == (4, "1 2 3 4")  # not 5: a heading cannot be coded
    assert (prevention["points_A"], prevention["points_B"], prevention["which_B"]) == (0, 2, "1 2")
    assert (corruption["percent_A"], corruption["p"], corruption["note"]) == (None, None, "fewer than five")


def test_a_theme_of_five_paragraphs_has_shares_and_a_test():
    first = build(
        "A", [point("A", str(n)) for n in range(5)], themes=[theme("A", str(n), "prevention") for n in range(5)]
    )
    second = build("B", [point("B", str(n)) for n in range(6)])
    (row,) = rows(compare([first, second], by="theme")[0])
    assert (row["percent_A"], row["percent_B"], row["difference_pp"]) == (100.0, 0.0, -100.0)
    assert row["p"] == row["q"] == pytest.approx(1 / comb(11, 5), abs=0.00001)


def test_actors_by_role():
    (table,) = compare(documents(), by="actor")
    assert [(*row[:3], row[3], row[5]) for row in table.rows] == [
        ("unodc", "unodc", "source", 1, 0),
        ("unodc", "unodc", "agent", 1, 2),
    ]


def test_strengths_count_paragraphs_and_have_the_clauses_beside():
    found = rows(compare(documents(), by="strength")[0])
    told = [(row["strength"], row["points_A"], row["clauses_A"], row["points_B"], row["of_A"]) for row in found]
    assert told == [
        ("obligation", 1, 2, 0, 2),  # two clauses of one paragraph
        ("necessity", 0, 0, 0, 2),
        ("recommendation", 0, 0, 1, 2),
        ("encouragement", 0, 0, 0, 2),
        ("possibility", 1, 1, 0, 2),
    ]


def test_who_says_something_and_of_whom_something_is_asked():
    found = {row["name"]: row for row in rows(compare(documents(), by="speakers")[0])}
    assert [(name, row["points_A"], row["points_B"], row["of_B"]) for name, row in found.items()] == [
        ("report what somebody said", 1, 0, 6),
        ("name a speaker", 0, 0, 0),
        ("make a demand or recommendation", 2, 1, 6),
        ("name an addressee", 0, 1, 1),
        ("addressee: unodc", 0, 1, 1),
    ]


def test_a_document_without_positions_has_no_shares():
    first = build(
        "A",
        [point("A", str(n)) for n in range(5)],
        positions=[position("A", str(n), None, "note", "some") for n in range(5)],
    )
    some = next(row for row in rows(compare([first, build("B", [point("B", "1")])], by="extent")[0]) if row["points_A"])
    assert (some["extent"], some["percent_A"], some["percent_B"]) == ("some", 100.0, None)
    assert some["note"] == "nothing to compare with"


def test_overview():
    (table,) = compare(documents(), by="overview")
    assert {row[0]: row[2:6] for row in table.rows} == {
        "paragraphs": (4, None, 6, None),
        "words": (8, None, 18, None),
        "themes": (1, None, 1, None),
        "paragraphs with a theme": (4, 100.0, 2, 33.33),
        "actors": (1, None, 1, None),
        "paragraphs with an actor": (1, 25.0, 2, 33.33),
        "positions": (1, None, 0, None),
        "paragraphs with a position": (1, 25.0, 0, 0.0),
        "actions": (3, None, 1, None),
        "paragraphs with an action": (2, 50.0, 1, 16.67),
    }


def test_the_strongest_change_of_the_two_texts():
    found = {row["name"]: row for row in rows(compare([reference("2009"), reference("2011")], by="speakers")[0])}
    says_who = found["name an addressee"]
    # By hand: 2009 names who in 2 and 15; 2011 in 4(b), 4(c), 4(i), and in 6(a), (d), (e), (f), (g), (i).
    assert (says_who["points_2009"], says_who["points_2011"]) == (2, 9)
    assert says_who["which_2011"] == "4(b) 4(c) 4(i) 6(a) 6(d) 6(e) 6(f) 6(g) 6(i)"
    assert found["report what somebody said"]["p"] < 0.001


def test_three_documents_have_a_column_each_a_spark_and_a_trend():
    names = [("A", 9, 0), ("B", 3, 2), ("C", 0, 1)]
    analyses = [
        build(
            name,
            [point(name, str(n)) for n in range(9)],
            themes=[
                *(theme(name, str(n), "corruption") for n in range(corruption)),
                *(theme(name, str(n), "prevention") for n in range(prevention)),
            ],
        )
        for name, corruption, prevention in names
    ]
    corruption, prevention = rows(compare(analyses, by="theme")[0])
    assert (corruption["theme"], corruption["spark"], corruption["slope_pp"]) == ("corruption", "▇▂▁", -50.0)
    assert corruption["p"] < 0.001
    assert (prevention["spark"], prevention["slope_pp"], prevention["note"]) == ("▁▇▃", None, "fewer than five")


def test_an_empty_document_leaves_a_gap_and_the_rest_is_told():
    first = build(
        "A", [point("A", str(n)) for n in range(5)], themes=[theme("A", str(n), "corruption") for n in range(5)]
    )
    second = build("B", [point("B", str(n)) for n in range(6)])
    (row,) = rows(compare([first, build("E", []), second], by="theme")[0])
    assert (row["points_E"], row["percent_E"], row["spark"]) == (0, None, "▇·▁")
    # Two documents with points are left, two steps apart: the trend is their difference by half.
    assert row["slope_pp"] == -50.0
    assert row["p"] == pytest.approx(1 / comb(11, 5), rel=0.005)


def test_every_figure_of_the_two_texts_by_another_route():
    """Counted anew from the reference annotation with nothing of the code under test."""
    gold = {year: lines("annotation", f"{year}.jsonl") for year in ("2009", "2011")}
    views = {
        by: rows(compare([reference("2009"), reference("2011")], by=by)[0]) for by in ("theme", "actor", "strength")
    }
    for year, points in gold.items():
        carrying = Counter(name for row in points for name in row["themes"])
        assert {row["theme"]: row[f"points_{year}"] for row in views["theme"] if row[f"points_{year}"]} == carrying
        carrying = Counter(one for row in points for one in {(found["id"], found["role"]) for found in row["actors"]})
        shown = {(row["actor"], row["role"]): row[f"points_{year}"] for row in views["actor"]}
        assert {key: count for key, count in shown.items() if count} == carrying
        asked = Counter(one for row in points for one in {found["strength"] for found in row["actions"]})
        shown = {row["strength"]: row[f"points_{year}"] for row in views["strength"]}
        assert {key: count for key, count in shown.items() if count} == asked
        clauses = Counter(found["strength"] for row in points for found in row["actions"])
        shown = {row["strength"]: row[f"clauses_{year}"] for row in views["strength"]}
        assert {key: count for key, count in shown.items() if count} == clauses
        for row in views["theme"]:
            assert row[f"of_{year}"] == len(points)


def test_rows_are_ordered_by_effect_and_the_few_say_so():
    themes = rows(compare([reference("2009"), reference("2011")], by="theme")[0])
    effects = [abs(row["points_2011"] / row["of_2011"] - row["points_2009"] / row["of_2009"]) for row in themes]
    assert effects == sorted(effects, reverse=True)
    assert all((row["note"] is None) == (row["p"] is not None) == (row["q"] is not None) for row in themes)
    corruption = next(row for row in themes if row["theme"] == "corruption")
    assert (corruption["points_2009"], corruption["points_2011"], corruption["note"]) == (1, 0, "fewer than five")
