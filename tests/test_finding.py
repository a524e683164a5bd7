import pytest

from cnd_tools.errors import UsageError
from cnd_tools.finding import by_lemma, by_regex, by_word, concordance, near, ordered
from cnd_tools.records import Analysis, Document, Piece, Point, Theme

TEXTS = {
    "1": "Trafficking in drugs needs to be stopped; drug-traffickers must be prosecuted.",
    "2": "Transit countries needed assistance against traffic in precursors.",
}


def point(ident, text, kind="numbered"):
    return Point("d", ident, None, kind, 1, None, None, 1, 1, 0, len(text), None, text, (Piece(0, 0, len(text)),))


ANALYSIS = Analysis(
    Document("d", ""),
    (*(point(ident, text) for ident, text in TEXTS.items()), point("n1", "traffic in a note", "note")),
    themes=(Theme("d", "2", "precursor_control", "Precursors", "p", 1, "precursors", 0, 1),),
)


def found(spans, **options):
    return [(row[1], row[3]) for row in concordance([ANALYSIS], spans, **options).rows]


@pytest.mark.parametrize(
    ("pattern", "places"),
    [
        ("traffic", [("2", "traffic")]),
        ("traffic*", [("1", "Trafficking"), ("1", "traffickers"), ("2", "traffic")]),
        ("IN drugs", [("1", "in drugs")]),
        ("must  be", [("1", "must be")]),
        ("drug", [("1", "drug")]),
        ("a.b", []),
    ],
)
def test_by_word(pattern, places):
    assert found(by_word(pattern)) == places


def test_by_regex_case_counts_and_nothing_is_no_match():
    assert found(by_regex(r"[Tt]raffic\w*")) == [("1", "Trafficking"), ("1", "traffickers"), ("2", "traffic")]
    assert found(by_regex("x*")) == []


def test_by_lemma():
    lemmas = {("d", "1"): [("need", 21, 26), ("to", 27, 29)], ("d", "2"): [("need", 18, 24)]}
    assert found(by_lemma("Need", lemmas)) == [("1", "needs"), ("2", "needed")]
    assert found(by_lemma("need to", lemmas)) == [("1", "needs to")]


def test_only_in_points_that_carry_a_theme():
    assert found(by_word("traffic*"), theme="precursor_control") == [("2", "traffic")]
    assert found(by_word("traffic*"), theme="corruption") == []


def test_context_is_cut_at_words():
    (row,) = concordance([ANALYSIS], by_word("stopped"), width=12).rows
    assert row[2:5] == ("needs to be ", "stopped", ";")
    assert TEXTS["1"][row[5] : row[6]] == "stopped"


def test_order():
    table = concordance([ANALYSIS], by_word("traffic*"))
    assert [row[3] for row in ordered(table, "match").rows] == ["traffic", "traffickers", "Trafficking"]
    assert [row[4][:4] for row in ordered(table, "right").rows] == [" in ", " in ", " mus"]
    assert ordered(table, "text") == table


@pytest.mark.parametrize("wrong", ["(", "*", "", "   "])
def test_a_pattern_that_is_none(wrong):
    with pytest.raises(UsageError):
        by_regex(wrong) if wrong == "(" else by_word(wrong)


def test_a_pattern_that_takes_too_long_is_given_up(monkeypatch):
    monkeypatch.setattr("cnd_tools.finding.TIME_LIMIT", 0.2)
    slow = Analysis(Document("d", ""), (point("1", "a" * 40 + "!"),))
    with pytest.raises(UsageError, match="simpler"):
        concordance([slow], by_regex(r"(a|aa)+$"))


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("prosecution", [("prosecut*", 1), ("prosecuted", 1)]),
        ("precursor", [("precursor*", 1), ("precursors", 1)]),
        ("trafficing", [("traffic*", 3), ("trafficking", 1), ("traffic", 1)]),
        ("transitt countrys", [("transit", 1), ("countries", 1)]),
        ("zzz", []),
        ("note", []),  # a note is not searched
    ],
)
def test_of_nothing_found_what_is_like_it(pattern, expected):
    assert near(pattern, [ANALYSIS]) == expected
