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


def test_a_phrase_ends_at_a_sign_and_a_stop_word():
    terms = {
        row[0] for row in uncovered([analysis("Border control, cargo checks of large container-ships.")], least=1).rows
    }
    assert terms == {"Border control", "cargo checks", "large container-ships"}
