"""`cnd show` and `cnd find`: the text itself, with what was found in it."""

import csv
import io

import pytest

TEXT = """\
1. States should share experience. Traffickers needed mules.

2. Participants emphasized the following:

(a) UNODC must address drug trafficking [/foo] \x1b[31m;

(b) Treatment was needed.
"""


@pytest.fixture
def text(tmp_path):
    path = tmp_path / "outcome.txt"
    path.write_text(TEXT)
    return path


def found(printed):
    return [(row["point"], row["match"]) for row in csv.DictReader(io.StringIO(printed))]


def test_show_prints_the_words_and_what_was_found(cnd, text):
    shown = cnd("show", text, "2").out
    assert "UNODC must address drug trafficking [/foo] \\x1b[31m;" in shown
    assert "unodc · must · address → drug trafficking" in shown
    assert "drug_trafficking" in shown
    assert "share experience" not in shown


def test_why_names_the_words_and_the_rule(cnd, text):
    lines = cnd("show", text, "2(a)", "--why").out.splitlines()
    (actor,) = [line for line in lines if "unodc as agent" in line]
    assert "“UNODC”" in actor
    assert actor.split("”", 1)[1].strip()


def test_a_point_that_is_not_there(cnd, text):
    ended = cnd("show", text, "9")
    assert ended.code == 2
    assert "has no point 9" in ended.err


def test_find_by_word_by_lemma_and_by_regex(cnd, text):
    assert found(cnd("find", "traffick*", text, "--csv").out) == [("1", "Traffickers"), ("2(a)", "trafficking")]
    assert found(cnd("find", "need", text, "--lemma", "--csv").out) == [("1", "needed"), ("2(b)", "needed")]
    assert found(cnd("find", r"T\w+t\b", text, "--regex", "--csv").out) == [("2(b)", "Treatment")]


def test_find_only_where_it_matters(cnd, text):
    assert found(cnd("find", "traffick*", text, "--csv", "--actor", "unodc").out) == [("2(a)", "trafficking")]
    assert found(cnd("find", "needed", text, "--csv", "--strength", "recommendation").out) == [("1", "needed")]


@pytest.mark.parametrize("words", [["(", "--regex"], ["need", "--lemma", "--regex"], ["*"]])
def test_a_pattern_at_fault(cnd, text, words):
    assert cnd("find", *words, text).code == 2
