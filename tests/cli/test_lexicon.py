"""The user's own words: seeing the lexicon, checking a file, and using it."""

import json

import pytest

MINE = """\
[[theme]]
id = "wastewater"
label = "Wastewater analysis"
pillar = "cooperation"
why = "A way of measuring use that our own study follows."
patterns = ["wastewater analysis"]
"""


@pytest.fixture
def text(tmp_path):
    path = tmp_path / "outcome.txt"
    path.write_text("1. States should share wastewater analysis.\n\n2. Wastewater analysis was praised.\n")
    return path


@pytest.fixture
def mine(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text(MINE)
    return path


def themes(printed):
    return [(row["point"], row["theme"]) for row in json.loads(printed)]


def test_a_theme_of_ones_own(cnd, text, mine):
    assert ("1", "wastewater") not in themes(cnd("themes", text, "--json").out)
    found = themes(cnd("themes", text, "--lexicon", mine, "--json").out)
    assert ("1", "wastewater") in found
    assert ("2", "wastewater") in found


def test_terms_shows_what_is_not_covered_until_it_is(cnd, text, mine):
    term = ["terms", text, "--least", "2", "--csv"]
    assert "astewater analysis,2,2,1," in cnd(*term).out
    assert "astewater" not in cnd(*term, "--lexicon", mine).out


def test_the_lexicon_is_there_to_be_read(cnd, mine):
    rows = cnd("lexicon", "list", "theme", "--csv").out.splitlines()
    assert rows[0] == "kind,id,label,patterns,file,line"
    assert any(row.startswith("theme,money_laundering,Money-laundering,") for row in rows)
    assert "wastewater" in cnd("lexicon", "list", "theme", "--match", "WASTE", "--lexicon", mine).out
    assert "our own study" in cnd("lexicon", "show", "wastewater", "--lexicon", mine).out
    assert cnd("lexicon", "check", mine).out.startswith("1 entry in ")


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["lexicon", "show", "money_launderin"], 2, "did you mean money_laundering?"),
        (["lexicon", "list", "themes"], 2, "theme"),
        (["lexicon", "check", "no.toml"], 2, "no.toml"),
    ],
)
def test_what_is_not_there(cnd, words, code, message):
    ended = cnd(*words)
    assert ended.code == code
    assert message in ended.err


@pytest.mark.parametrize("fault", [MINE + "colour = 'red'\n", MINE + MINE, MINE.replace('"wastewater analysis"', '""')])
def test_what_is_wrong_is_said_with_file_and_line(cnd, text, tmp_path, fault):
    path = tmp_path / "wrong.toml"
    path.write_text(fault)
    for ended in (cnd("lexicon", "check", path), cnd("themes", text, "--lexicon", path)):
        assert ended.code in (2, 3)
        assert "wrong.toml" in ended.err
        assert "line " in ended.err or "wrong.toml:" in ended.err
        assert "Traceback" not in ended.err
