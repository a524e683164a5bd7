from dataclasses import replace

import pytest

from cnd_tools.comparing.uncovered import uncovered
from cnd_tools.records import Actor, Analysis, Document, Piece, Point, Theme


def analysis(*texts, themes=(), actors=()):
    points = [
        Point("d", str(n), None, "numbered", 1, None, None, 1, 1, 0, len(t), None, t, (Piece(0, 0, len(t)),))
        for n, t in enumerate(texts, start=1)
    ]
    return Analysis(
        Document("d", ""),
        tuple(points),
        themes=tuple(Theme("d", point, "t", "T", "p", 1, words, 0, 1) for point, words in themes),
        actors=tuple(Actor("d", point, "a", "A", "states", "mention", words, 0, 1, "r") for point, words in actors),
    )


TEXTS = (
    "The wastewater analysis of cities helps.",
    "Use wastewater analysis, Member States said.",
    "Wastewater Analysis!",
)


def test_the_table_and_its_columns_are_a_contract():
    table = uncovered([])
    assert f"{table.name}: {' '.join(table.columns)}" == (
        "uncovered_terms: term count points documents example_document example_point example"
    )


def test_a_phrase_must_stand_three_times_unless_told():
    assert [row[0] for row in uncovered([analysis(*TEXTS)]).rows] == ["wastewater analysis"]
    assert uncovered([analysis(*TEXTS[:2])]).rows == ()


def test_what_comes_back_and_nothing_covers_is_listed_once():
    (row,) = uncovered([analysis(*TEXTS)], least=3).rows
    assert row[:6] == ("wastewater analysis", 3, 3, 1, "d", "1")
    assert row[6] == "The wastewater analysis of cities helps."


def test_what_a_theme_or_an_actor_covers_is_not():
    covered = [(str(point), words) for point, words in ((1, "analysis of cities"), (2, "wastewater"))]
    assert [
        row[1] for row in uncovered([analysis(*TEXTS, themes=covered)], least=1).rows if row[0] == "Wastewater Analysis"
    ] == [1]
    terms = {row[0] for row in uncovered([analysis(*TEXTS, actors=[("2", "Member States")])], least=1).rows}
    assert not any("Member" in term for term in terms)


def found(*texts, least=1, **options):
    return [(row[0], row[1]) for row in uncovered([analysis(*texts, **options)], least=least).rows]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A phrase ends at a sign and at a stop word; a word alone is one only with its hyphen.
        ("Border control, cargo checks of fishing", ["Border control", "cargo checks"]),
        ("Large container-ships", ["Large container-ships"]),
        ("The container-ships of Peru", ["container-ships"]),
        # Four words at the most; what is part of them, as often, is left out.
        ("alpha beta gamma delta", ["alpha beta gamma delta"]),
        ("alpha beta gamma delta omega", ["alpha beta gamma delta", "beta gamma delta omega"]),
        ("Peru, Peru", []),
        ("", []),
    ],
)
def test_what_is_a_phrase(text, expected):
    assert found(text) == [(term, 1) for term in expected]


def test_the_most_frequent_come_first_then_by_name():
    texts = "Ship routes, port checks. Ship routes, ship routes", "port checks in ports, air cargo"
    assert found(*texts) == [("Ship routes", 3), ("port checks", 2), ("air cargo", 1)]
    assert found(*texts, least=2) == [("Ship routes", 3), ("port checks", 2)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("world drug problem, world drug problem, drug problem", [("world drug problem", 2)]),
        ("human rights, " * 5 + "human rights council", [("human rights", 6)]),
        ("air cargo routes, air cargo, cargo routes", [("air cargo routes", 1)]),
        ("air cargo, cargo routes", [("air cargo", 1), ("cargo routes", 1)]),
    ],
)
def test_no_term_stands_inside_a_longer_one(text, expected):
    assert found(text) == expected


def test_points_and_documents_are_counted_apart_and_the_first_place_is_the_example():
    first, second = analysis("Air cargo.", "More air cargo and Air cargo, Air cargo"), analysis("Air cargo")
    other = replace(second, points=tuple(replace(point, document="e") for point in second.points))
    row = next(row for row in uncovered([first, other], least=1).rows if row[0] == "Air cargo")
    assert row == ("Air cargo", 5, 3, 2, "d", "1", "Air cargo.")


@pytest.mark.parametrize(
    ("text", "example"),
    [
        ("1 air cargo 2", "1 air cargo 2"),
        (f"{'1' * 39} air cargo {'2' * 39}", f"{'1' * 39} air cargo {'2' * 39}"),
        (f"0 {'1' * 39} air cargo {'2' * 39} 3", f"{'1' * 39} air cargo {'2' * 39}"),
        (f"0 {'1' * 40} air cargo {'2' * 40} 3", "air cargo"),
        (f"{'1' * 50} 2 air cargo 3 {'4' * 50}", "2 air cargo 3"),
        (f"{'1' * 50}, air cargo, {'4' * 50}", "air cargo,"),
        (f"{'1' * 50} (air cargo); {'4' * 50}", "(air cargo);"),
    ],
)
def test_the_example_has_forty_characters_on_either_side_at_most_and_whole_words(text, example):
    (row,) = uncovered([analysis(text)], least=1).rows
    assert row[6] == example


@pytest.mark.parametrize(
    ("text", "evidence", "expected"),
    [
        # One word in common covers a phrase; what stands before or after is not covered with it.
        ("air cargo checks, sea cargo", "air cargo", ["sea cargo"]),
        ("sea cargo, air cargo", "sea cargo", ["air cargo"]),
        ("air cargo, sea freight, road freight", "air; sea", ["road freight"]),
        ("air cargo, sea cargo", "cargo", []),
        # Where the words of a phrase stood before in other words, their own place counts.
        ("seaport seas, port sea", "seaport seas", ["port sea"]),
        ("air cargo", "", ["air cargo"]),
    ],
)
def test_what_evidence_covers(text, evidence, expected):
    assert [term for term, _ in found(text, themes=[("1", evidence)])] == expected
