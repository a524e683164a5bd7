"""Agreement of two coders, against published worked examples and by hand."""

from collections import Counter

import pytest

from cnd_tools.evaluation.agreement import agreement, alpha, kappa


def met(first, second):
    return Counter(zip(first, second, strict=True))


def table(rows):
    """Return the decisions of a square table, the first coder's in its rows."""
    return Counter({(a, b): count for a, row in enumerate(rows) for b, count in enumerate(row)})


@pytest.mark.parametrize(
    ("decisions", "published"),
    [
        # Krippendorff (2011), Computing Krippendorff's alpha-reliability: example A, binary, and B, nominal.
        (met("0100000010", "1110010000"), 0.095),
        (met("aabbdcccedda", "babbbccceddd"), 0.692),
    ],
)
def test_alpha_of_published_examples(decisions, published):
    assert alpha(decisions) == pytest.approx(published, abs=0.0005)


@pytest.mark.parametrize(
    ("rows", "published"),
    [
        # Cohen (1968), Weighted kappa: its unweighted κ.
        ([[44, 5, 1], [7, 20, 3], [9, 5, 6]], 0.492),
        # Gwet (2014), Handbook of inter-rater reliability: the table cont3x3abstractors of R's irrCAC.
        ([[13, 0, 0], [0, 20, 7], [0, 4, 56]], 0.7964094),
    ],
)
def test_kappa_of_published_examples(rows, published):
    assert kappa(table(rows)) == pytest.approx(published, abs=0.0005)


@pytest.mark.parametrize("coefficient", [kappa, alpha])
def test_limits(coefficient):
    assert coefficient(met("aabb", "aabb")) == 1
    assert coefficient(met("aaaa", "aaaa")) is None
    assert coefficient(met("abab", "baba")) < 0
    assert coefficient(met("aabb", "abab") + met("aabb", "abab")) == pytest.approx(0, abs=0.1)


def action(lemma, **more):
    return {"lemma": lemma, "agent": None, "strength": "obligation", "polarity": "+", "object": None, **more}


FIRST = [
    {"point": "1", "themes": ["a", "b"], "actions": [action("go"), action("share")]},
    {"point": "2", "themes": ["a"], "actions": []},
    {"point": "3", "themes": [], "actions": [action("go")]},
    {"point": "9", "themes": ["z"]},
]
SECOND = [
    {"point": "1", "themes": ["a"], "actions": [action("go", strength="necessity")]},
    {"point": "2", "themes": ["b"], "actions": []},
    {"point": "3", "themes": [], "actions": [action("go")], "optional": {"themes": ["a"]}},
    {"point": "8", "themes": ["z"]},
]


def test_counts_by_hand():
    found = {row[0]: row[1:] for row in agreement(FIRST, SECOND, ["themes", "actions"])[0].rows}
    # Two themes in three paragraphs that both read: (1, a) both; (1, b), (2, a) and (2, b) one of them; two neither.
    f1, agreed, _, _, units = found["themes"]
    assert (f1, agreed, units) == (pytest.approx(0.4), 0.5, 6)
    assert found["paragraphs with actions"] == (None, 1, 1, 1, 3)
    assert found["paired actions: strength"][1] == 0.5
    assert found["actions by lemma"][0] == 0.8
    assert set(found).isdisjoint({"actors", "positions", "paragraphs with positions"})


def test_what_one_holds_for_optional_is_no_disagreement():
    first = [{"point": "1", "themes": ["a"]}, {"point": "2", "themes": ["a"]}]
    second = [{"point": "1", "themes": ["a"]}, {"point": "2", "themes": [], "optional": {"themes": ["a"]}}]
    [row] = [row for row in agreement(first, second, ["themes"])[0].rows if row[0] == "themes"]
    assert row[1] == 1
    assert agreement(second, first, ["themes"])[0].rows == agreement(first, second, ["themes"])[0].rows


def test_what_one_has_alone():
    assert agreement(FIRST, SECOND, ["themes"])[1].rows == (
        ("1", "themes", "first only", "b"),
        ("2", "themes", "first only", "a"),
        ("2", "themes", "second only", "b"),
    )
