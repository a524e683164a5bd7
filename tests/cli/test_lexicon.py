"""The user's own words: seeing the lexicon, checking a file, and using it."""

import json

import pytest

MINE = """\
[[theme]]
id = "soundings"
label = "Harbour soundings"
pillar = "cooperation"
why = "A way of measuring use that our own study follows."
patterns = ["harbour soundings"]
"""


@pytest.fixture
def text(tmp_path):
    path = tmp_path / "outcome.txt"
    path.write_text("1. States should share harbour soundings.\n\n2. Harbour soundings was praised.\n")
    return path


@pytest.fixture
def mine(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text(MINE)
    return path


def themes(printed):
    return [(row["point"], row["theme"]) for row in json.loads(printed)]


def test_a_theme_of_ones_own(cnd, text, mine):
    assert ("1", "soundings") not in themes(cnd("themes", text, "--json").out)
    found = themes(cnd("themes", text, "--lexicon", mine, "--json").out)
    assert ("1", "soundings") in found
    assert ("2", "soundings") in found


def test_terms_shows_what_is_not_covered_until_it_is(cnd, text, mine):
    term = ["terms", text, "--least", "2", "--csv"]
    assert "arbour soundings,2,2,1," in cnd(*term).out
    assert "arbour soundings" not in cnd(*term, "--lexicon", mine).out


def test_a_lexicon_that_is_missing_is_told_before_texts_are_warned_about(cnd, tmp_path):
    (tmp_path / "gap.txt").write_text("1. States should act.\n\n5. They should meet.\n")
    ended = cnd("actions", tmp_path / "gap.txt", "--lexicon", tmp_path / "none.toml")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(f"cnd: {tmp_path / 'none.toml'}: ")


def test_the_lexicon_is_there_to_be_read(cnd, mine):
    rows = cnd("lexicon", "list", "theme", "--csv").out.splitlines()
    assert rows[0] == "kind,id,label,patterns,file,line"
    assert any(row.startswith("theme,money_laundering,Money-laundering,") for row in rows)
    assert "soundings" in cnd("lexicon", "list", "theme", "--match", "SOUND", "--lexicon", mine).out
    assert "our own study" in cnd("lexicon", "show", "soundings", "--lexicon", mine).out
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


@pytest.mark.parametrize("fault", [MINE + "colour = 'red'\n", MINE + MINE, MINE.replace('"harbour soundings"', '""')])
def test_what_is_wrong_is_said_with_file_and_line(cnd, text, tmp_path, fault):
    path = tmp_path / "wrong.toml"
    path.write_text(fault)
    for ended in (cnd("lexicon", "check", path), cnd("themes", text, "--lexicon", path)):
        assert ended.code in (2, 3)
        assert "wrong.toml" in ended.err
        assert "line " in ended.err or "wrong.toml:" in ended.err
        assert "Traceback" not in ended.err


def test_a_dictionary_of_others_is_used_like_ones_own(cnd, text, tmp_path):
    (tmp_path / "policy.yaml").write_text("measuring:\n  sewage:\n    - harbo* soundings\n    - sludge*\n    - a|b\n")
    made = tmp_path / "made.toml"
    ended = cnd("lexicon", "import", tmp_path / "policy.yaml", "-o", made)
    assert ended.code == 0
    assert ended.out == f"1 theme with 2 patterns, 2 of them with wildcards, in {made}\n"
    assert ended.err == "warning: 'a|b' is left out: has a sign that means something else in our patterns\n"
    assert cnd("lexicon", "check", made).code == 0
    assert sewage(cnd, text, made) == ["1", "2"]
    assert cnd("lexicon", "import", tmp_path / "policy.yaml", "-o", made).code == 2


def test_a_wildcard_finds_words_that_no_text_had_when_it_was_imported(cnd, text, tmp_path):
    (tmp_path / "policy.yaml").write_text("sewage:\n  - sludge*\n")
    made, later = tmp_path / "made.toml", tmp_path / "later.txt"
    cnd("lexicon", "import", tmp_path / "policy.yaml", "-o", made)
    assert sewage(cnd, text, made) == []
    later.write_text("1. Sludges were measured.\n\n2. Sledges were not.\n")
    assert sewage(cnd, later, made) == ["1"]


def sewage(cnd, text, lexicon):
    return [
        point for point, theme in themes(cnd("themes", text, "--lexicon", lexicon, "--json").out) if theme == "sewage"
    ]


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["none.yaml", "-o", "a.toml"], 2, "none.yaml"),
        (["bad.dic", "-o", "a.toml"], 3, "bad.dic: not a LIWC dictionary"),
        (["bad.dic", "-o", "a.csv"], 2, ".toml"),
        (["bad.xlsx", "-o", "a.toml"], 2, "no dictionary is known by this ending"),
    ],
)
def test_a_dictionary_that_cannot_be_imported(cnd, tmp_path, words, code, message):
    for name in ("bad.dic", "bad.xlsx"):
        (tmp_path / name).write_text("nothing of the kind")
    file, option, made = words
    ended = cnd("lexicon", "import", tmp_path / file, option, tmp_path / made)
    assert ended.code == code
    assert message in ended.err
    assert not (tmp_path / made).exists()


def test_patterns_for_spacy(cnd, tmp_path):
    made = tmp_path / "patterns.jsonl"
    ended = cnd("lexicon", "export", "theme", "-o", made)
    lines = [json.loads(line) for line in made.read_text("utf-8").splitlines()]
    assert ended.out == f"{len(lines)} patterns in {made}\n"
    assert {line["label"] for line in lines} == {"theme"}
    assert cnd("lexicon", "export", "-o", made).code == 2
    ended = cnd("lexicon", "export", "verb", "-o", tmp_path / "other.jsonl")
    assert (ended.code, ended.err.strip()) == (2, "cnd: no patterns are made of 'verb'; use actor or theme")


def test_codebooks_are_listed(cnd):
    found = json.loads(cnd("lexicon", "codebooks", "--json").out)
    assert [(row["codebook"], row["themes"], row["pillars"]) for row in found] == [("drugs", 33, 7), ("sdg", 134, 18)]
    assert all(row["label"] and row["source"] for row in found)
    listed = json.loads(cnd("lexicon", "list", "theme", "--codebook", "sdg", "--json").out)
    assert len(listed) == 134
    assert {row["file"] for row in listed} == {"codebooks/sdg.toml"}


def test_a_codebook_in_every_command_that_has_themes(cnd, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text("1. Overfishing must end.\n\n2. Opium poppy was seized.\n")
    sdg = ("--codebook", "sdg")
    assert themes(cnd("themes", "a.txt", *sdg, "--json").out) == [("1", "fisheries")]
    assert "fisheries" not in cnd("themes", "a.txt", "--csv").out  # though it was kept for sdg
    assert "fisheries" in cnd("compare", "a.txt", "b.txt", "--by", "themes", *sdg, "--csv").out
    assert "fisheries" in cnd("show", "a.txt", *sdg).out
    assert cnd("actions", "a.txt", "--theme", "fisheries", *sdg, "--csv", "--columns", "point").out == "point\n1\n"
    assert cnd("export", "a.txt", *sdg, "-o", "a.jsonld").code == 0
    assert "theme:fisheries" in (tmp_path / "a.jsonld").read_text("utf-8")
    assert cnd("analyse", "a.txt", *sdg, "-o", "out", "-q").code == 0
    assert themes(cnd("themes", "out", "--json").out) == [("1", "fisheries")]
    ended = cnd("themes", "a.txt", "--codebook", "weather")
    assert (ended.code, "there are drugs, sdg" in ended.err) == (2, True)
