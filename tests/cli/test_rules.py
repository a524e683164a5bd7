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
        '[[verb]]\nid = "crave"\nform = "direct"\nstrength = "recommendation"\nstance = "support"\n'
        'why = "mine"\npatterns = ["crave"]\n',
        "utf-8",
    )
    line = ("rules", "try", "Chile craved the use of nets.", "--json")
    assert "cue.directive" not in cnd(*line).stdout
    assert "cue.directive" in cnd(*line, "--lexicon", str(mine)).stdout


RULE = """[[rule]]
id = "cue.craved_use"
yields = "cue"
why = "who craves the use of something asks for it"
anchor = "lemma:crave"
strength = "recommendation"
what = "child:dobj"
examples = [["Chile craved the use of nets.", "use"], ["Norway craved the introduction of fees.", "introduction"]]
near_misses = ["Chile noted the use of nets.", "The craving for nets was noted."]
"""


def test_rules_of_ones_own_are_listed_shown_tried_and_checked(tmp_path):
    mine = tmp_path / "mine.toml"
    mine.write_text(RULE, "utf-8")
    own = ("--lexicon", str(mine))
    listed = json.loads(cnd("rules", "list", *own, "--json").stdout)
    assert [row["id"] for row in listed] == [*rules(), "cue.craved_use"]
    shown = cnd("rules", "show", "cue.craved_use", *own, "--json").stdout
    assert {"anchor", "what", "strength"} <= {row["field"] for row in json.loads(shown)}
    tried = json.loads(cnd("rules", "try", "Chile craved the use of nets.", *own, "--json").stdout)
    assert ("cue.craved_use", "craved", "use") in {(row["rule"], row["word"], row["found"]) for row in tried}
    assert cnd("lexicon", "check", str(mine)).stdout == f"1 entry in {mine}: nothing wrong\n"


def test_a_wrong_example_fails_the_check(tmp_path):
    mine = tmp_path / "mine.toml"
    mine.write_text(RULE.replace("child:dobj", "child:pobj"), "utf-8")
    done = cnd("lexicon", "check", str(mine))
    assert done.exit_code != 0
    assert f"{mine}, line 8: the example 'Chile craved the use of nets.'" in str(done.exception)
    assert "'what' stops at 'child:pobj'" in str(done.exception)


def test_the_words_of_a_sentence_are_shown_as_paths_ask_for_them():
    rows = json.loads(cnd("rules", "try", "States should act.", "--parse", "--json").stdout)
    words = [(row["word"], row["lemma"], row["tag"], row["label"], row["head"]) for row in rows]
    assert words[1:3] == [("should", "should", "MD", "aux", "act"), ("act", "act", "VB", "ROOT", "act")]


@pytest.mark.parametrize("points", [["1"], []])
def test_show_tells_the_rules_of_its_points(tmp_path, points):
    text = tmp_path / "text.txt"
    text.write_text("1. States should act.\n\n2. UNODC must report.\n", "utf-8")
    shown = cnd("show", str(text), *points, "--rules").stdout
    assert "cue.modal" in shown
    assert ("report" in shown) == (not points)
