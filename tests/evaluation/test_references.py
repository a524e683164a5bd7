"""A reference in its own form: what is refused, and which rows of an analysis are held against it."""

import json

import pytest

from cnd_tools.errors import RefusedInput
from cnd_tools.evaluation.references import covering, read_reference
from cnd_tools.evaluation.scoring import evaluate, tallies
from cnd_tools.records import Action, Actor, Analysis, Document, Theme
from cnd_tools.segmenting import segment

TEXT = "1. States should act on drugs, and parties should pay.\n\n2. UNODC should help.\n\n3. Nobody came.\n"
SEGMENTED = segment(Document("d", TEXT))


def actor(point, words, role="agent"):
    start = TEXT.index(words)
    return Actor("d", point, words.lower(), words, "states", role, words, start, start + len(words), "r")


ANALYSIS = Analysis(
    SEGMENTED.document,
    SEGMENTED.points,
    actors=(actor("1", "States"), actor("1", "parties"), actor("2", "UNODC")),
)


def names(points):
    return [(row.point, row.actor) for row in covering(ANALYSIS, points).actors]


def at(words, point="x"):
    return {"point": point, "start": TEXT.index(words), "end": TEXT.index(words) + len(words)}


@pytest.mark.parametrize(
    ("points", "found"),
    [
        ([{"point": "1"}], [("1", "states"), ("1", "parties")]),
        ([at("UNODC should help.")], [("x", "unodc")]),
        ([at("parties should pay.")], [("x", "parties")]),
        ([at("States should act on drugs", "a"), at("parties should pay.", "b")], [("a", "states"), ("b", "parties")]),
        ([at("parties should pay.\n\n2. UNODC should help.")], [("x", "parties"), ("x", "unodc")]),
        ([at("3. Nobody came.")], []),
        ([{"point": "9"}], []),
    ],
    ids=["by name", "by place", "a part of a point", "two parts", "over two points", "nothing there", "no such point"],
)
def test_rows_a_reference_covers(points, found):
    assert names(points) == found


def test_rows_made_by_words_of_the_chapeau():
    """The cue of "(a) Take" stands in "urges States to:", before the words of the item itself."""
    row = actor("2", "States")
    found = covering(Analysis(SEGMENTED.document, SEGMENTED.points, actors=(row,)), [at("UNODC should help.")])
    assert [one.point for one in found.actors] == ["x"]


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ([{"point": "1", "start": 5}], r"r\.jsonl:1: .*two places"),
        ([{"point": "1", "start": 5, "end": 5}], r"r\.jsonl:1: .*two places"),
        ([{"point": "1", "start": -1, "end": 5}], r"r\.jsonl:1: .*two places"),
        ([{"point": "1", "start": 0, "end": 9}, {"point": "2", "start": 8, "end": 12}], r"jsonl:2: .*r\.jsonl:1"),
        ([{"point": "1", "start": "0", "end": 9}], r"r\.jsonl:1: "),
    ],
)
def test_places_that_cannot_be(tmp_path, lines, message):
    path = tmp_path / "r.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)))
    with pytest.raises(RefusedInput, match=message):
        read_reference(path)


def action(lemma, agent, strength="recommendation"):
    return Action("d", "1", agent, agent, "should", strength, lemma, lemma, "x", None, None, "+", None, "t", 0, 1, "r")


SHARE = {"lemma": "share", "agent": "states", "strength": "obligation", "polarity": "+", "object": "x"}


@pytest.mark.parametrize(
    ("more", "found", "hits"),
    [
        ({}, action("share", "parties"), 0),
        ({"agent_alt": "parties", "strength_alt": "recommendation"}, action("share", "parties"), 1),
        ({"agent_alt": None, "strength_alt": "recommendation"}, action("share", None), 1),
        ({"agent_alt": "parties"}, action("share", "parties"), 0),
        ({"agent_alt": "parties"}, action("share", "parties", "obligation"), 1),
    ],
)
def test_what_a_second_reader_had_is_right_too(more, found, hits):
    reference = [{"point": "1", "actions": [{**SHARE, **more}]}]
    tally = tallies(reference, Analysis(Document("d", ""), (), actions=(found,)))["actions, all slots"]["1"]
    assert (tally.hits, tally.wanted, tally.found) == (hits, 1, 1)


def test_two_rows_do_not_share_one_reading():
    actors = [{"id": "states", "role": "agent", "role_alt": "mention"}, {"id": "states", "role": "mention"}]
    found = (actor("1", "States"), actor("1", "States", "mention"))
    measures, _ = evaluate([{"point": "1", "actors": actors}], Analysis(Document("d", ""), (), actors=found))
    assert {row[0]: row[1] for row in measures.rows}["actors with role"] == 1


def test_tallies_add_up_to_the_measures():
    reference = [{"point": "1", "themes": ["a", "b"], "actions": [SHARE]}, {"point": "2", "themes": ["a"]}]
    themes = tuple(Theme("d", point, theme, theme, "p", 1, theme, 0, 1) for point, theme in ("1a", "2a", "2b"))
    analysis = Analysis(Document("d", ""), (), themes=themes, actions=(action("share", "states"),))
    counted = tallies(reference, analysis)
    for name, f1, _, _, wanted, found in evaluate(reference, analysis)[0].rows:
        sums = [sum(tally[place] for tally in counted[name].values()) for place in range(3)]
        assert sums[1:] == [wanted, found]
        assert f1 is None or 2 * sums[0] / (wanted + found) == pytest.approx(f1)
