"""`cnd show` and `cnd find`: the text itself, with what was found in it."""

import csv
import io

import pytest

from terminal import at_terminal

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
    assert "[UNODC|agent] must address drug trafficking [/foo] \\x1b[31m;" in shown
    assert "unodc · must · address → drug trafficking" in shown
    assert "drug_trafficking" in shown
    assert "share experience" not in shown


def test_show_tells_positions_apart_by_what_is_held(cnd, tmp_path):
    (tmp_path / "a.txt").write_text(
        "1. The Chair said that time was short. He added that the reports which the working groups had put before the "
        "meeting were to be read by all delegations.\n"
    )
    shown = " ".join(cnd("show", tmp_path / "a.txt").out.split())
    assert "chair · say · one → time was short position" in shown
    assert "→ the reports which the working groups had put before the …" in shown


def test_why_names_the_words_and_the_rule(cnd, text):
    lines = cnd("show", text, "2(a)", "--why").out.splitlines()
    (actor,) = [line for line in lines if "unodc as agent" in line]
    assert "“UNODC”" in actor
    assert actor.split("”", 1)[1].strip()


UPR = "I. Recommendations\n\n5. They enjoy support:\n\n5.1 Ratify it (Peru);\n\n5.2 Sign it (Fiji).\n\n6. It ends.\n"


def test_why_cuts_no_id_however_narrow_the_terminal(cnd, tmp_path, monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")
    (tmp_path / "a.txt").write_text(
        "1. The Committee on the Peaceful Uses of Outer Space should ensure regional cooperation.\n"
    )
    shown = cnd("show", tmp_path / "a.txt", "--why").out
    assert "…" not in shown
    assert max(map(len, shown.splitlines())) <= 60
    column = "".join(line[10:].split("  ")[0].strip() for line in shown.splitlines())
    assert "committee_on_the_peaceful_uses_of_outer_space" in column


@pytest.mark.parametrize(
    ("asked", "points"),
    [
        (["2"], ["2", "2(a)", "2(b)"]),
        (["2(a)"], ["2(a)"]),
        (["2 (b)", "1"], ["1", "2(b)"]),
        (["2a"], ["2(a)"]),
        (["2.B", "2 a"], ["2(a)", "2(b)"]),
    ],
)
def test_a_point_is_shown_with_all_under_it(cnd, text, asked, points):
    assert headed(cnd("show", text, *asked).out) == points


@pytest.mark.parametrize(("asked", "points"), [("5", ["5", "5.1", "5.2"]), ("5.2", ["5.2"]), ("p1", ["p1"])])
def test_what_is_under_a_point_need_not_begin_with_its_number_and_a_bracket(cnd, tmp_path, asked, points):
    (tmp_path / "review.txt").write_text(UPR)
    assert headed(cnd("show", tmp_path / "review.txt", asked).out) == points


def headed(printed):
    return [line.split()[0] for line in printed.splitlines() if ", line " in line]


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ("9", "has no paragraph 9; cnd segment "),
        ("2z", "has no paragraph 2z; "),
        ("2(aa)", "has no paragraph 2(aa); did you mean 2(a)? "),
    ],
)
def test_a_point_that_is_not_there(cnd, text, asked, message):
    ended = cnd("show", text, asked)
    assert ended.code == 2
    assert f"{text} {message}" in ended.err
    assert f"cnd segment {text} --all lists them" in ended.err


def test_find_by_word_by_lemma_and_by_regex(cnd, text):
    assert found(cnd("find", "traffick*", text, "--csv").out) == [("1", "Traffickers"), ("2(a)", "trafficking")]
    assert found(cnd("find", "need", text, "--lemma", "--csv").out) == [("1", "needed"), ("2(b)", "needed")]
    assert found(cnd("find", r"T\w+t\b", text, "--regex", "--csv").out) == [("2(b)", "Treatment")]


def test_find_only_where_it_matters(cnd, text):
    assert found(cnd("find", "traffick*", text, "--csv", "--actor", "unodc").out) == [("2(a)", "trafficking")]
    assert found(cnd("find", "needed", text, "--csv", "--strength", "recommendation").out) == [("1", "needed")]


LONG = (
    "1. All delegations that took the floor in the debate agreed that traffickers of every kind had to be punished.\n"
)


@pytest.mark.parametrize(
    ("columns", "asked", "lines"),
    [
        (80, "", ["a 1 the debate agreed that traffickers of every kind had to"]),
        (120, "", ["a 1 took the floor in the debate agreed that traffickers of every kind had to be punished."]),
        (50, "--width 30", ["a 1 in the traffickers of every", "debate kind had", "agreed to be", "that"]),
        (50, "--width 0", ["a 1 traffickers"]),
    ],
)
def test_on_a_terminal_a_place_has_a_line_unless_more_is_asked_for(tmp_path, columns, asked, lines):
    (tmp_path / "a.txt").write_text(LONG)
    shown = at_terminal(f'cnd find "traffick*" a.txt {asked}', width=columns, folder=tmp_path)
    places, summed = shown.partition("─ \n")[2].split("1 place in 1 of 1 text\n")
    assert [" ".join(line.split()) for line in places.strip().splitlines()] == lines
    assert summed == "Next:  cnd show a.txt 1\n"


@pytest.mark.parametrize("words", [["(", "--regex"], ["need", "--lemma", "--regex"], ["*"]])
def test_a_pattern_at_fault(cnd, text, words):
    assert cnd("find", *words, text).code == 2


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (
            ["--theme", "drug_traficking"],
            "--theme: no theme has the id or title 'drug_traficking'; did you mean drug_trafficking?",
        ),
        (["--actor", "unodoc"], "--actor: no actor has the id or name 'unodoc'; did you mean unodc?"),
        (["--strength", "zzz"], "--strength: no strength has the id 'zzz'; use "),
    ],
)
def test_a_label_that_there_is_not_is_no_empty_answer(cnd, text, asked, message):
    ended = cnd("find", "traffick*", text, *asked)
    assert (ended.code, ended.out) == (2, "")
    assert message in ended.err
    assert cnd("find", "traffick*", text, "--theme", "corruption", "--csv").out.count("\n") == 1
