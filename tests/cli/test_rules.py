"""`cnd rules`, and the rules of a point as `cnd show --rules` prints them."""

import json

import pytest
from typer.testing import CliRunner

from cnd_tools.cli.app import app
from cnd_tools.extracting.rulebook import rules


def cnd(*line):
    return CliRunner().invoke(app, list(line))


def test_rules_are_listed():
    rows = json.loads(cnd("rules", "list", "--json").stdout)
    assert [row["id"] for row in rows] == list(rules())
    few = json.loads(cnd("rules", "list", "modal", "--json").stdout)
    assert 0 < len(few) < len(rows)
    assert "cue.modal" in [row["id"] for row in few]


def test_a_rule_is_shown_whole():
    rows = json.loads(cnd("rules", "show", "action.light_verb", "--json").stdout)
    fields = [row["field"] for row in rows]
    assert fields.count("example") >= 2
    assert fields.count("near miss") >= 2
    assert {"yields", "why", "function", "file"} <= set(fields)


def test_an_unknown_rule_is_refused_with_the_nearest():
    done = cnd("rules", "show", "cue.modl")
    assert done.exit_code != 0
    assert "did you mean cue.modal?" in str(done.exception)


def test_a_sentence_is_tried():
    rows = json.loads(cnd("rules", "try", "Norway should ratify the treaty.", "--json").stdout)
    assert {"point": "p1", "rule": "cue.modal", "yields": "cue", "word": "should", "found": "ratify"} in rows


def test_a_sentence_is_tried_with_words_of_ones_own(tmp_path):
    mine = tmp_path / "mine.toml"
    mine.write_text(
        '[[verb]]\nid = "advocate"\nform = "direct"\nstrength = "recommendation"\nstance = "support"\n'
        'why = "mine"\npatterns = ["advocate"]\n',
        "utf-8",
    )
    line = ("rules", "try", "Chile advocated the use of nets.", "--json")
    assert "cue.directive" not in cnd(*line).stdout
    assert "cue.directive" in cnd(*line, "--lexicon", str(mine)).stdout


@pytest.mark.parametrize("points", [["1"], []])
def test_show_tells_the_rules_of_its_points(tmp_path, points):
    text = tmp_path / "text.txt"
    text.write_text("1. States should act.\n\n2. UNODC must report.\n", "utf-8")
    shown = cnd("show", str(text), *points, "--rules").stdout
    assert "cue.modal" in shown
    assert ("report" in shown) == (not points)
