from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import product
from math import log, sqrt

import pytest

from cnd_tools.comparing import analysed, likeness
from cnd_tools.comparing.aligning import THRESHOLD
from cnd_tools.comparing.changes import changes
from cnd_tools.comparing.likeness import LEAST_WORDS, WEIGHTS, alike, side
from cnd_tools.comparing.wording import is_stop, passages
from comparing.building import action, actor, build, point, reference, texts, theme

LAUNDERING = "Money-laundering should be countered by streamlining the mechanisms for redirecting seized funds."
PROCEEDS = "Steps had to be taken to control the proceeds of crime, including money-laundering and seized assets."
PRISONS = "Overcrowded prisons challenge human rights standards in developing transit States."


def score(first, second, threshold=1e-9):
    found = list(alike(side(first), side(second), threshold))
    assert [pair[:2] for pair in found] == sorted({pair[:2] for pair in found})
    assert all(0 < likeness <= 1 for _, _, likeness in found)
    return {(a, b): likeness for a, b, likeness in found}


def test_a_text_is_like_itself_and_unlike_another():
    found = score(texts("A", LAUNDERING, PRISONS), texts("B", PRISONS, PROCEEDS, LAUNDERING))
    assert found[0, 2] == pytest.approx(1)
    assert found[1, 0] == pytest.approx(1)
    assert 0.1 < found[0, 1] < 0.9
    assert (1, 1) not in found


def test_the_threshold_itself_is_enough():
    first, second = texts("A", LAUNDERING), texts("B", f"{LAUNDERING} {PRISONS}")
    ((pair, value),) = score(first, second).items()
    assert score(first, second, threshold=value) == {pair: value}


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
    first = texts("A", f"{PRISONS} {LAUNDERING}", PRISONS, "", f"{PROCEEDS} {PRISONS}", PROCEEDS)
    second = texts("B", PROCEEDS, "", f"{LAUNDERING} {PROCEEDS} {PRISONS}")
    expected = score(first, second)
    monkeypatch.setattr(likeness, "ROWS", 1)
    assert score(first, second) == pytest.approx(expected)


@pytest.mark.parametrize(("first", "second"), [([], []), (["One."], []), ([""], [""])])
def test_nothing_is_like_nothing(first, second):
    first, second = texts("A", *first), texts("B", *second)
    assert score(first, second) == {}
    assert score(second, first) == {}


def cosine(first, second, telling):
    """The cosine of two bags, term by term."""
    one, other = (
        {term: (1 + log(count)) * telling[term] for term, count in bag.items()} for bag in (first, second)
    )  # fmt: skip
    lengths = sqrt(sum(v * v for v in one.values())) * sqrt(sum(v * v for v in other.values()))
    return sum(value * other.get(term, 0) for term, value in one.items()) / lengths if lengths else 0.0


def telling(bags):
    return {
        term: log((len(bags) + 1) / (sum(term in bag for bag in bags) + 0.5)) for term in set().union(*bags)
    }  # fmt: skip


def bags(analysis):
    """What is alike is told by, point by point, from the rows alone."""
    made = {}
    for each in analysed.coded(analysis):
        themes, actors, actions = (
            [row for row in rows if row.point == each.point]
            for rows in (analysis.themes, analysis.actors, analysis.actions)
        )
        said = [Counter(passage) for passage in passages(each.text)]
        asked = [re.findall(r"[^\W_]+", f"{row.lemma} {row.object or ''}".lower()) for row in actions]
        made[each.point] = {
            "words": sum(said, Counter()),
            "passages": said,
            "themes": Counter({row.theme: row.hits for row in themes}),
            "actors": Counter(row.actor for row in actors),
            "actions": Counter(stem for found in asked for stem in {word[:5] for word in found if not is_stop(word)}),
        }
    return made


def by_hand(analyses):
    """The likeness of every two points, less those whose words are too unlike."""
    first, second = map(bags, analyses)
    everything = [*first.values(), *second.values()]
    tells = {name: telling([point[name] for point in everything]) for name in WEIGHTS}
    spoken = telling([passage for point in everything for passage in point["passages"]])
    found = {}
    for (a, one), (b, other) in product(first.items(), second.items()):
        whole = cosine(one["words"], other["words"], tells["words"])
        best = max(cosine(a, b, spoken) for a in one["passages"] for b in other["passages"])
        parts = {"words": max(whole, (whole + best) / 2)}
        for name in ("themes", "actions", "actors"):
            if one[name] or other[name]:
                parts[name] = cosine(one[name], other[name], tells[name])
        mean = sum(WEIGHTS[name] * part for name, part in parts.items()) / sum(WEIGHTS[name] for name in parts)
        if parts["words"] >= LEAST_WORDS:
            found[a, b] = max(mean, whole)
    return found


def coded_by_hand(name, paragraphs, *, themes, actors, actions):
    return build(
        name,
        [point(name, str(number), text) for number, text in enumerate(paragraphs, 1)],
        themes=[replace(theme(name, at, each), hits=hits) for at, each, hits in themes],
        actors=[actor(name, *each) for each in actors],
        actions=[action(name, at, "necessity", lemma, object=object) for at, lemma, object in actions],
    )


def test_every_likeness_by_hand():
    first = coded_by_hand(
        "A",
        [f"{PRISONS} {LAUNDERING}", f"{PROCEEDS} {PROCEEDS} Money is money.", LAUNDERING, "Steps against money."],
        themes=[("1", "prisons", 1), ("1", "crime", 3), ("2", "crime", 1)],
        actors=[("1", "incb", "agent"), ("1", "incb", "source"), ("1", "who", "agent"), ("3", "who", "agent")],
        actions=[("1", "counter", "laundering"), ("2", "control", "proceeds of crime"), ("2", "take", None)],
    )
    second = coded_by_hand(
        "B",
        [PROCEEDS, f"{LAUNDERING} Drugs are a threat to States.", PRISONS, "Money and funds."],
        themes=[("1", "crime", 2), ("2", "prisons", 2), ("2", "crime", 3), ("3", "prisons", 1)],
        actors=[("1", "unodc", "agent"), ("2", "incb", "agent"), ("2", "who", "agent"), ("2", "who", "source")],
        actions=[("1", "control", "money"), ("1", "take", "steps"), ("2", "counter", "money-laundering")],
    )
    found = {(str(a + 1), str(b + 1)): value for (a, b), value in score(first, second).items()}
    assert len(found) >= 7
    assert found == pytest.approx(by_hand([first, second]))


def test_every_likeness_of_the_two_texts_by_hand():
    documents = [reference("2009"), reference("2011")]
    expected = by_hand(documents)
    shown = {row[2:4]: row[4] for row in changes(documents).rows if row[5] not in {"new", "dropped", "split", "merged"}}
    assert len(shown) >= 7
    assert shown == {pair: pytest.approx(expected[pair], abs=0.0006) for pair in shown}
