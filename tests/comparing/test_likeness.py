from __future__ import annotations

import pytest

from cnd_tools.comparing import likeness
from cnd_tools.comparing.aligning import THRESHOLD
from cnd_tools.comparing.likeness import alike, side
from comparing.building import action, actor, build, point, texts, theme

LAUNDERING = "Money-laundering should be countered by streamlining the mechanisms for redirecting seized funds."
PROCEEDS = "Steps had to be taken to control the proceeds of crime, including money-laundering and seized assets."
PRISONS = "Overcrowded prisons challenge human rights standards in developing transit States."


def score(first, second, threshold=1e-9):
    return {(a, b): value for a, b, value in alike(side(first), side(second), threshold)}


def test_a_text_is_like_itself_and_unlike_another():
    found = score(texts("A", LAUNDERING, PRISONS), texts("B", PRISONS, PROCEEDS, LAUNDERING))
    assert found[0, 2] == pytest.approx(1)
    assert found[1, 0] == pytest.approx(1)
    assert 0.1 < found[0, 1] < 0.9
    assert (1, 1) not in found


def test_it_is_the_same_the_other_way_round():
    first, second = texts("A", LAUNDERING, PRISONS), texts("B", PROCEEDS, LAUNDERING, PRISONS)
    there, back = score(first, second), score(second, first)
    assert there == pytest.approx({(a, b): value for (b, a), value in back.items()})


def coded(name, text, *, themes=(), actors=(), lemma=None):
    return build(
        name,
        [point(name, "1", text), point(name, "2", "Something else entirely is written here.")],
        themes=[theme(name, "1", each) for each in themes],
        actors=[actor(name, "1", each, "agent") for each in actors],
        actions=[action(name, "1", "necessity", lemma)] if lemma else [],
    )


@pytest.mark.parametrize("how", [{"themes": ["money_laundering"]}, {"actors": ["incb"]}, {"lemma": "control"}])
def test_common_coding_makes_points_more_alike(how):
    other = {"themes": ["prevention"], "actors": ["who"], "lemma": "review"}
    (name,) = how
    plain = score(coded("A", LAUNDERING), coded("B", PROCEEDS))[0, 0]
    common = score(coded("A", LAUNDERING, **how), coded("B", PROCEEDS, **how))[0, 0]
    apart = score(coded("A", LAUNDERING, **how), coded("B", PROCEEDS, **{name: other[name]}))[0, 0]
    # Coding cannot part what the words of the whole points have in common.
    assert apart == pytest.approx(plain)
    assert common > plain + 0.01


def test_where_two_passages_made_the_likeness_other_coding_takes_from_it():
    long = f"{PRISONS} {LAUNDERING} {PRISONS.replace('challenge', 'threaten')}"
    plain = score(coded("A", long), coded("B", LAUNDERING))[0, 0]
    apart = score(coded("A", long, themes=["prevention"]), coded("B", LAUNDERING, themes=["corruption"]))[0, 0]
    assert apart < plain - 0.01


def test_the_same_words_are_alike_whatever_their_coding():
    assert score(coded("A", PRISONS, themes=["prevention"]), coded("B", PRISONS, lemma="act"))[0, 0] == pytest.approx(1)


def test_coding_alone_is_no_likeness():
    themes = {"themes": ["money_laundering"], "actors": ["incb"]}
    assert (0, 0) not in score(coded("A", LAUNDERING, **themes), coded("B", PRISONS, **themes))


def test_one_passage_of_a_long_point_is_enough_to_find_its_counterpart():
    long = (
        "Precursor chemicals are diverted from domestic distribution by traffickers of every kind and many regions. "
        f"{LAUNDERING} Treatment, rehabilitation and reintegration of drug users are a part of policies of all States."
    )
    whole, counterpart, rest = texts("A", long), texts("B", LAUNDERING), long.replace(LAUNDERING, "")
    assert score(whole, counterpart)[0, 0] > 2 * THRESHOLD
    assert score(texts("A", rest), counterpart) == {}


def test_how_many_rows_are_compared_at_once_changes_nothing(monkeypatch):
    first, second = texts("A", LAUNDERING, PRISONS, "", PROCEEDS), texts("B", PROCEEDS, "", LAUNDERING)
    expected = score(first, second)
    monkeypatch.setattr(likeness, "ROWS", 1)
    assert score(first, second) == pytest.approx(expected)


@pytest.mark.parametrize(("first", "second"), [([], []), (["One."], []), ([""], [""])])
def test_nothing_is_like_nothing(first, second):
    first, second = texts("A", *first), texts("B", *second)
    assert score(first, second) == {}
    assert score(second, first) == {}
