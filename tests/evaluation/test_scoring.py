import json
from pathlib import Path

import pytest

from cnd_tools.errors import RefusedInput, UsageError
from cnd_tools.evaluation.references import read_reference
from cnd_tools.evaluation.scoring import evaluate
from cnd_tools.records import Action, Actor, Analysis, Document, Position, Theme


def actor(point, ident, role):
    return Actor("d", point, ident, ident, "states", role, ident, 0, 1, "r")


def theme(point, ident):
    return Theme("d", point, ident, ident, "pillar", 1, ident, 0, 1)


def position(point, source, verb, extent):
    return Position("d", point, source, source, verb, verb, "report", extent, None, 0, 1, "r")


def action(point, lemma, *, agent=None, obj=None, polarity="+"):
    slots = ("should", "recommendation", lemma, lemma, obj, None, None, polarity, None)
    return Action("d", point, agent, agent, *slots, "t", 0, 1, "r")


REFERENCE = [
    {
        "point": "1",
        "themes": ["corruption", "prevention"],
        "actors": [{"id": "unodc", "role": "agent"}],
        "attributions": [{"source": None, "verb": "express concern", "extent": "unstated"}],
        "actions": [
            {
                "lemma": "share",
                "agent": None,
                "strength": "recommendation",
                "polarity": "+",
                "object": "the experience",
            },
            {"lemma": "share", "agent": "unodc", "strength": "recommendation", "polarity": "+", "object": "data"},
        ],
        "optional": {"themes": ["environment"]},
    }
]


def measured(**tables):
    measures, differences = evaluate(REFERENCE, Analysis(Document("d", ""), (), **tables))
    return {row[0]: row[1:] for row in measures.rows}, differences.rows


def test_counts_by_hand():
    got, differences = measured(
        themes=(theme("1", "corruption"), theme("1", "treatment"), theme("1", "environment")),
        actors=(actor("1", "unodc", "mention"),),
        positions=(position("1", None, "express", "unstated"),),
        actions=(action("1", "share", agent="unodc", obj="data on drugs"), action("1", "share", obj="experience")),
    )
    # One of two themes found, one of two right; the optional one counts neither way.
    assert got["themes"] == (0.5, 0.5, 0.5, 2, 2)
    assert got["actors"] == (1, 1, 1, 1, 1)
    assert got["actors with role"] == (0, 0, 0, 1, 1)
    assert got["positions"] == (1, 1, 1, 1, 1)
    assert got["actions by lemma"] == (1, 1, 1, 2, 2)
    assert got["actions, all slots"] == (1, 1, 1, 2, 2)
    assert got["paired actions: object"][0] == 1
    assert ("1", "themes", "missing", "prevention") in differences
    assert ("1", "themes", "extra", "treatment") in differences
    assert ("1", "actors with role", "extra", "unodc · mention") in differences


def test_where_there_is_nothing_to_agree_on_nothing_is_scored():
    measures, _ = evaluate([{"point": "1"}], Analysis(Document("d", ""), ()))
    assert {row[1:] for row in measures.rows} == {(None, None, None, 0, 0)}


def test_nothing_found():
    got, _ = measured()
    assert got["themes"] == (0, 0, 0, 2, 0)
    assert "paired actions: object" not in got


@pytest.mark.parametrize("line", ["{", "[]", "{}", '{"point": "1", "actors": [{"role": "agent"}]}', '"x"'])
def test_a_broken_reference_is_refused_with_its_line(tmp_path, line):
    path = tmp_path / "reference.jsonl"
    path.write_text('{"point": "1"}\n' + line + "\n")
    with pytest.raises(RefusedInput, match=r"reference\.jsonl:2: "):
        read_reference(path)


def test_a_reference_that_is_not_there(tmp_path):
    with pytest.raises(UsageError, match=r"no\.jsonl"):
        read_reference(tmp_path / "no.jsonl")


SHARED = Path(__file__).parents[3] / "shared"


@pytest.mark.skipif(not SHARED.is_dir(), reason="the reference annotation is not here (../shared)")
@pytest.mark.parametrize("year", ["2009", "2011"])
def test_a_reference_agrees_with_itself(year):
    reference = read_reference(SHARED / "annotation" / f"{year}.jsonl")
    assert json.loads((SHARED / "annotation" / f"{year}.jsonl").read_text().splitlines()[0])["doc"] == year
    found = Analysis(
        Document(year, ""),
        (),
        themes=tuple(theme(p["point"], t) for p in reference for t in p["themes"]),
        actors=tuple(actor(p["point"], a["id"], a["role"]) for p in reference for a in p["actors"]),
        positions=tuple(
            position(p["point"], a["source"], a["verb"], a["extent"]) for p in reference for a in p["attributions"]
        ),
    )
    scores = {row[0]: row[1] for row in evaluate(reference, found)[0].rows}
    for name in ("themes", "actors", "actors with role", "positions", "positions with extent"):
        assert scores[name] == 1
