"""Every rule by its id: its examples are found, its near misses are not; and what is wrong with a rule is said."""

from __future__ import annotations

import re
import sys
from functools import cache
from types import FrameType

import pytest

import cnd_tools
from cnd_tools.errors import RefusedInput
from cnd_tools.extracting.rulebook import Fired, parse, rule, rules, tracing
from cnd_tools.pipeline import analyse, load_model
from cnd_tools.records import Analysis
from cnd_tools.segmenting import segment

RULES = rules()


@cache
def traced(text: str) -> tuple[Analysis, tuple[Fired, ...]]:
    with tracing() as trace:
        found = analyse(segment(cnd_tools.document(text)), model=load_model())
    return found, tuple(trace.fired)


@pytest.mark.parametrize("name", RULES)
def test_a_rule_finds_its_examples_and_no_near_miss(name: str) -> None:
    for text, found in RULES[name].examples:
        assert found in [one.found for one in traced(text)[1] if one.rule == name], text
    for text in RULES[name].near_misses:
        assert [one.found for one in traced(text)[1] if one.rule == name] == [], text


def test_rules_are_many_and_tell_where_they_are() -> None:
    assert len(RULES) > 110
    assert RULES["cue.modal"].function.startswith("actions/cues.py:")
    assert (RULES["cue.modal"].file, RULES["cue.modal"].yields) == ("cues.toml", "cue")


def test_tracing_changes_no_row() -> None:
    text = "Participants stressed that States should ratify and apply the treaty."
    assert traced(text)[0] == analyse(segment(cnd_tools.document(text)), model=load_model())


def test_what_was_found_stands_with_its_point_and_word() -> None:
    fired = traced("1. States should act.\n\n2. UNODC must help farmers.")[1]
    modals = [(one.point, one.word, one.found) for one in fired if one.rule == "cue.modal"]
    assert modals == [("1", "should", "act"), ("2", "must", "help")]


def test_tracing_leaves_a_profiler_as_it_was() -> None:
    seen: list[str] = []

    def profiler(frame: FrameType, event: str, argument: object) -> None:
        seen.append(event)

    sys.setprofile(profiler)
    try:
        with tracing():
            assert sys.getprofile() != profiler
        assert sys.getprofile() == profiler
    finally:
        sys.setprofile(None)


ENTRY = """# one
[[rule]]
id = "cue.modal"
yields = "cue"
why = "x"
examples = [["a", "b"], ["c", "d"]]
near_misses = ["e", "f"]
"""
WRONG = [
    (ENTRY.replace('why = "x"\n', ""), "must have 'why'"),
    (ENTRY.replace("why", "whi"), "unknown key 'whi'; did you mean 'why'?"),
    (ENTRY + 'prioritie = "first"\n', "unknown key 'prioritie'; did you mean 'priority'?"),
    (ENTRY.replace('"e", "f"', '"e", 3'), "3 in 'near_misses' must be a text"),
    (ENTRY.replace("rule", "verb"), "unknown key 'yields'"),
    (ENTRY.replace("cue.modal", "cue.modl"), "no function is registered as 'cue.modl'"),
    (ENTRY.replace(', ["c", "d"]', ""), "'examples' are fewer than 2"),
    (ENTRY.replace(', "f"', ""), "'near_misses' are fewer than 2"),
    (ENTRY.replace('["a", "b"]', '["a"]'), "an example is a text and what is found in it"),
]


@pytest.mark.parametrize(("text", "fault"), WRONG)
def test_a_wrong_rule_is_refused_at_its_line(text: str, fault: str) -> None:
    with pytest.raises(RefusedInput) as error:
        list(parse("mine.toml", text))
    key = re.search(r"unknown key '(\w+)'", fault)  # told where it stands, the rest where the rule begins
    line = next(at for at, one in enumerate(text.splitlines(), 1) if one.startswith(key[1] if key else "[["))
    assert str(error.value).startswith(f"mine.toml, line {line}: ")
    assert fault in str(error.value)


def test_a_rule_that_is_no_toml_is_refused() -> None:
    with pytest.raises(RefusedInput, match=r"mine\.toml: not TOML"):
        list(parse("mine.toml", "[[rule"))


def test_two_rules_have_two_names() -> None:
    with pytest.raises(ValueError, match=r"two rules are called 'cue\.modal'"):
        rule("cue.modal")(test_two_rules_have_two_names)
