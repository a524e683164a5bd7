"""Rules that are data: the rows they make, who wins where two rules meet, and what is wrong with one at its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cnd_tools.errors import CndError, RefusedInput
from cnd_tools.extracting.grammar.word_classes import word_classes
from cnd_tools.extracting.path_rules import compiled, path_rules
from cnd_tools.extracting.rulebook import rules
from cnd_tools.lexicon import Lexicon, bounds, load
from cnd_tools.lexicon.parsing import parse
from cnd_tools.lexicon.schema import KINDS
from cnd_tools.pipeline import analyse, load_model
from cnd_tools.reading import document
from cnd_tools.records import Analysis
from cnd_tools.segmenting import segment
from cnd_tools.trying import check

CUE = """# my rules
[[rule]]
id = "cue.crucial_element"
yields = "cue"
why = "what is held a crucial brick is to be done"
anchor = "lemma:brick|stone"
where = [
  "head:oprd class:verb.rate passive",
  "not head child:aux tag:MD",
]
cue = "child:amod class:strength.predicate"
what = "head subject"
object = "after:in"
examples = [
  ["Training was considered a crucial brick in prevention.", "Training"],
  ["Cooperation was deemed an essential stone of the plan.", "Cooperation"],
]
near_misses = [
  "Training was considered a small brick in prevention.",
  "Training would be considered a crucial brick.",
]
"""
HELD = """[[rule]]
id = "attribution.pin_hopes"
yields = "attribution"
why = "who pins hopes on something supports it"
anchor = "lemma:hope"
where = ["head:dobj lemma:pin"]
source = "head subject"
lemma = "pin hopes"
stance = "support"
examples = [
  ["Norway pinned its hopes on the treaty.", "pin hopes"],
  ["Chile and Peru pinned great hopes on the fund.", "pin hopes"],
]
near_misses = ["Norway had hopes.", "Norway pinned a map on the wall."]
"""


def lexicon(folder: Path, text: str) -> Lexicon:
    path = folder / "mine.toml"
    path.write_text(text, "utf-8")
    return load(extra=[path])


def rows(text: str, words: Lexicon) -> Analysis:
    return analyse(segment(document(text, name="text")), model=load_model(), lexicon=words)


def test_a_rule_of_ones_own_makes_rows(tmp_path: Path) -> None:
    own = lexicon(tmp_path, CUE)
    (action,) = rows("Training was considered a crucial brick in prevention.", own).actions
    assert (action.lemma, action.cue, action.strength) == ("train", "crucial", "necessity")
    assert (action.object, action.polarity, action.rule) == ("prevention", "+", "cue.crucial_element")
    assert rows("Training was considered a crucial brick in prevention.", load()).actions == ()


@pytest.mark.parametrize(
    ("text", "polarities"),
    [
        ("Training was not considered a crucial brick.", ["-"]),
        ("Training and research were considered a crucial brick.", ["+", "+"]),
        ("They asked whether training was considered a crucial brick.", []),
        ("If training were considered a crucial brick, it was funded.", []),
    ],
)
def test_what_is_denied_or_not_so(tmp_path: Path, text: str, polarities: list[str]) -> None:
    found = [one.polarity for one in rows(text, lexicon(tmp_path, CUE)).actions if one.rule == "cue.crucial_element"]
    assert found == polarities


def test_a_rule_says_who_holds_something(tmp_path: Path) -> None:
    found = rows("Chile and Peru pinned great hopes on the fund.", lexicon(tmp_path, HELD)).positions
    assert [(one.source, one.verb, one.stance, one.rule) for one in found] == [
        ("chl", "pin hopes", "support", "attribution.pin_hopes"),
        ("per", "pin hopes", "support", "attribution.pin_hopes"),
    ]
    assert {one.message for one in found} == {"on the fund"}


def test_an_agent_is_whom_the_path_leads_to(tmp_path: Path) -> None:
    text = CUE.replace('object = "after:in"', 'agent = "after:for"\nstrength = "obligation"').replace("cue = ", "# ")
    (action,) = rows("Training was considered a crucial stone for Norway and Chile.", lexicon(tmp_path, text)).actions
    assert (action.agent, action.agent_text, action.strength, action.cue) == ("nor", "Norway", "obligation", "stone")


def test_ours_wins_unless_theirs_comes_first(tmp_path: Path) -> None:
    own = """[[rule]]
id = "cue.shall"
yields = "cue"
why = "here all modals oblige"
anchor = "class:strength.modal"
strength = "obligation"
what = "head"
examples = [["States should act.", "act"], ["UNODC could help.", "help"]]
near_misses = ["States act.", "UNODC helps."]
"""
    for priority, wanted in (("last", "recommendation"), ("first", "obligation"), ("modal", "recommendation")):
        (action,) = rows("States should act.", lexicon(tmp_path, f'{own}priority = "{priority}"\n')).actions
        assert action.strength == wanted
    (action,) = rows("States should act.", lexicon(tmp_path, own)).actions
    assert action.strength == "recommendation"


def test_rules_of_ones_own_are_held_to_their_examples(tmp_path: Path) -> None:
    checked(tmp_path, CUE + HELD)


def checked(folder: Path, text: str) -> None:
    own = lexicon(folder, text)
    path_rules(own, word_classes(own))
    check([rules(own)[entry.id] for entry in own["rule"]], lexicon=own)


WRONG = [
    (CUE.replace("anchor =", "ankor ="), 6, "unknown key 'ankor'; did you mean 'anchor'?"),
    (CUE.replace('anchor = "lemma:brick|stone"\n', ""), 2, "must have 'anchor'"),
    (CUE.replace('what = "head subject"\n', ""), 2, "must have 'what'"),
    (CUE.replace('"cue"', '"action"'), 4, "'yields' must be 'cue'"),
    (CUE.replace("lemma:brick|stone", "head lemma:brick"), 6, "'anchor' must begin with lemma: or class:"),
    (CUE.replace("verb.rate", "verb.rte"), 8, "'where' has the class 'verb.rte'; did you mean 'rate'?"),
    (CUE.replace("not head child:aux", "not haed child:aux"), 9, "'where' has the step 'haed'; did you mean 'head'?"),
    (CUE.replace("child:amod", "child:amodd"), 11, "'cue' has 'amodd' after child:; did you mean 'amod'?"),
    (CUE.replace('what = "head subject"', 'what = "head subjekt"'), 12, "did you mean 'subject'?"),
    (CUE.replace("class:strength.predicate", "tag:JJ"), 2, "nothing says how strongly it asks"),
    (CUE + 'strength = "necesity"\n', 22, "did you mean 'necessity'?"),
    (CUE + 'stance = "support"\n', 22, "'stance' has no place in a rule that yields 'cue'"),
    (CUE + 'priority = "frist"\n', 22, "did you mean 'first'?"),
    (CUE + 'patterns = ["element"]\n', 22, "unknown key 'patterns'"),
    (CUE + "where = 3\n", None, "not TOML"),
    (CUE.replace('["Cooperation was', '"and", ["Cooperation was'), 2, "an example is a text and what is found in it"),
    (HELD.replace('"Norway had hopes.", ', ""), 1, "'near_misses' are fewer than 2"),
    (HELD.replace('stance = "support"\n', ""), 1, "nothing says how it is held"),
    (HELD + 'priority = "need"\n', 15, "'priority' of an attribution is first or last"),
    (CUE.replace("cue.crucial_element", "cue.modal"), 2, "'cue.modal' is one of ours"),
    (CUE.replace('"Cooperation"]', '"operation"]'), 16, "does not give 'operation': it gives 'Cooperation'"),
    (CUE.replace("an essential stone", "a large stone"), 16, "'cue' stops at 'child:amod class:strength.predicate'"),
    (CUE.replace("a small brick", "a vital brick"), 19, "the near miss"),
    (CUE.replace("Cooperation was deemed an essential stone", "All needed cooperation"), 16, "anchor's lemma"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "fault"), WRONG)
def test_what_is_wrong_is_told_at_its_line(tmp_path: Path, text: str, line: int | None, fault: str) -> None:
    with pytest.raises(CndError) as error:
        checked(tmp_path, text)
    where = f"{tmp_path / 'mine.toml'}, line {line}: " if line else f"{tmp_path / 'mine.toml'}: "
    assert str(error.value).startswith(where)
    assert fault in str(error.value)


VALUES = [
    *('""', '"x"', '"  "', "3", "true", "[]", '["a"]', "[1]", '[["a"]]', '[["a", "b", "c"]]', "{a = 1}", "1979-05-27"),
    *('[["", ""], ["a", ""]]', '["lemma:a", "lemma:a"]', '"lemma:"', '"lemma:a|b"', '"class:verb"', '"class:.say"'),
    *('"class:verb.say|"', '"class:verb.say.more"', '"class:marker."', '"not"', '"lemma:a not"', '"child:|"'),
    *('"head head:"', '"cue"', '"attribution"', '"support"', f'"{"x" * 30_000}"'),
]  # fmt: skip
KEYS = [*KINDS["rule"].keys, "label", "patterns", "zzz"]


@given(st.lists(st.tuples(st.sampled_from(KEYS), st.sampled_from(VALUES)), min_size=1, max_size=3))
@settings(max_examples=300, deadline=None)
def test_whatever_stands_in_a_rule_is_taken_or_told_of(changes: list[tuple[str, str]]) -> None:
    rows = dict(line.split(" = ", 1) for line in HELD.splitlines()[1:] if " = " in line and not line.endswith("["))
    rows["examples"] = '[["a b", "c"], ["d", "e"]]'
    text = "[[rule]]\n" + "".join(f"{key} = {value}\n" for key, value in (rows | dict(changes)).items())
    told = refused(text)
    assert told is None or (told.startswith("mine.toml") and "\n" not in told)


def refused(text: str) -> str | None:
    try:
        for entry, _ in parse("mine.toml", text.encode()):
            compiled(entry)
    except RefusedInput as error:
        return str(error)
    return None


def test_too_many_rules_and_examples_are_refused(tmp_path: Path) -> None:
    many = "".join(CUE.replace("crucial_element", f"number_{number}") for number in range(bounds.MOST_RULES + 1))
    own = lexicon(tmp_path, many)
    with pytest.raises(RefusedInput, match=f"there are {bounds.MOST_RULES} rules"):
        path_rules(own, word_classes(own))
    long = ", ".join(f'"{number}"' for number in range(bounds.MOST_TEXTS + 1))
    with pytest.raises(RefusedInput, match=f"are more than {bounds.MOST_TEXTS}"):
        lexicon(tmp_path, HELD.replace('"Norway had hopes."', long))


def test_a_lexicon_with_other_rules_is_another(tmp_path: Path) -> None:
    first = lexicon(tmp_path, CUE).version
    assert len({first, lexicon(tmp_path, CUE + HELD).version, load().version}) == 3
