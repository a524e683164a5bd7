"""Other people's dictionaries: each format as its program writes it, and what becomes of its words."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnd_tools.errors import RefusedInput, UsageError
from cnd_tools.lexicon.dictionaries import Word, read_dictionary
from cnd_tools.lexicon.importing import as_toml, counted, imported
from cnd_tools.lexicon.parsing import parse

LIWC = "%\n1\tMoney\n2\tWork and jobs\n%\nfinanc*\t1\njob*\t2\nunion dues\t1\t2\nearn 1 2\n"
YAML = "economy:\n  tax:\n    - tax*\n    - levy duties\n  jobs: work\nhealth:\n  - care\n  - mental:\n      - mood\n"

WORDSTAT = (
    "ECONOMY\n\tTAX\n\t\tTAX* (1)\n\t\tVALUE_ADDED (1)\n\tTRADE (2)\n\nHEALTH\n\tCARE (MENTAL) (1)\n"
    "\t@RULE [CARE NEAR HEALTH /C 5] (1)\n"
)
YOSHIKODER = """<?xml version="1.0" encoding="UTF-8"?>
<dictionary style="050805" patternengine="substring">
 <cnode name="Laver and Garry">
  <cnode name="Economy"><cnode name="+State+"><pnode name="accommodat*"/></cnode><pnode name="tax &amp; levy"/></cnode>
  <cnode name="Crime"><pnode name="theft"/><pnode name=" "/></cnode>
 </cnode>
</dictionary>"""


def said(data, name):
    return [(word.categories, word.word) for word in read_dictionary(data.encode(), name)]


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        (
            "a.dic",
            LIWC,
            [
                (("Money",), "financ*"),
                (("Work and jobs",), "job*"),
                (("Money",), "union dues"),
                (("Work and jobs",), "union dues"),
                (("Money",), "earn"),
                (("Work and jobs",), "earn"),
            ],
        ),
        (
            "a.yml",
            YAML,
            [
                (("economy", "tax"), "tax*"),
                (("economy", "tax"), "levy duties"),
                (("economy", "jobs"), "work"),
                (("health",), "care"),
                (("health", "mental"), "mood"),
            ],
        ),
        ("a.csv", "theme,pattern\ntax,levy\njobs,work\n", [(("tax",), "levy"), (("jobs",), "work")]),
        ("a.csv", "\ufeffWord;Note;Category\nlevy;x;tax\n", [(("tax",), "levy")]),
        ("a.tsv", "tax\tjobs\nlevy\twork\nduty\t\n", [(("tax",), "levy"), (("jobs",), "work"), (("tax",), "duty")]),
        ("a.dicx", "DicTerm,Money,Work\nlevy,X,\npay,X,X\n", [
            (("Money",), "levy"), (("Money",), "pay"), (("Work",), "pay")]),
        ("a.cat", WORDSTAT, [
            (("ECONOMY", "TAX"), "TAX*"), (("ECONOMY", "TAX"), "VALUE ADDED"), (("ECONOMY",), "TRADE"),
            (("HEALTH",), "CARE (MENTAL)"), (("HEALTH",), "@RULE [CARE NEAR HEALTH /C 5]")]),
        ("a.ykd", YOSHIKODER, [
            (("Economy", "+State+"), "accommodat*"), (("Economy",), "tax & levy"), (("Crime",), "theft")]),
        ("a.lcd", "<dictionary><cnode name='All'><pnode name='a b'/></cnode></dictionary>", [(("All",), "a b")]),
        ("a.lc3", "+negative\nabandon*\na lie\n\n+positive\nable\n", [
            (("negative",), "abandon*"), (("negative",), "a lie"), (("positive",), "able")]),
        ("A.CSV", 'theme,word\n"tax, duty","a ""levy"""\n', [(("tax, duty",), 'a "levy"')]),
    ],
)  # fmt: skip
def test_formats_are_read(name, data, words):
    assert said(data, name) == words


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.dic", b"money\t1\n", r"a\.dic: .* between two lines of %"),
        ("a.dic", b"%\n1\n%\n", r"a\.dic, line 2: a category must be a number and a name"),
        ("a.dic", b"%\n1\tm\n%\nlevy\t7\n", r"a\.dic, line 4: no category has the number '7'"),
        ("a.dic", b"%\n1\tm\n%\nlevy\n", r"a\.dic, line 4: 'levy' has no category"),
        ("a.yaml", b"a: [", r"a\.yaml: not YAML"),
        ("a.yaml", b"- a\n", r"a\.yaml: must be keys"),
        ("a.yaml", b"{}", "no words"),
        ("a.csv", b'theme,word\n"a,b\n', r"a\.csv, line 2: not CSV"),
        ("a.csv", b"theme,word\ntax,caf\xe9\n", r"a\.csv, line 2: not utf-8; say which with --encoding"),
        ("a.csv", b"", "no words"),
        ("a.cat", b"A\n\t\tword (1)\n", r"a\.cat, line 2: 'word \(1\)' stands deeper than a category"),
        ("a.cat", b"word (1)\n", r"a\.cat, line 1: .* under no category"),
        ("a.cat", b"A\nB\n", "no words"),
        ("a.lc3", b"word\n", r"a\.lc3, line 1: 'word' stands before the first category"),
        ("a.lc3", b"+\nword\n", r"a\.lc3, line 1: a category without a name"),
        ("a.ykd", b"<a>\n<b></a>", r"a\.ykd: not XML: mismatched tag"),
        ("a.ykd", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", r"a\.ykd: defines entities"),
        ("a.ykd", b"<cnode name='a'>" * 30 + b"</cnode>" * 30, r"a\.ykd: categories go more than 20 deep"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(name, data, message):
    with pytest.raises(RefusedInput, match=message):
        read_dictionary(data, name)


def test_an_ending_or_encoding_nobody_knows():
    with pytest.raises(UsageError, match=r"\.dic"):
        read_dictionary(b"", "a.xlsx")
    with pytest.raises(UsageError, match="klingon"):
        read_dictionary(b"x", "a.csv", encoding="klingon")
    assert read_dictionary(b"theme,word\ntax,caf\xe9\n", "a.csv", encoding="windows-1252")[0].word == "café"


def test_a_few_lines_that_stand_for_billions_are_refused():
    bomb = "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
    for one, two in zip("abcdefgh", "bcdefghi", strict=True):
        bomb += f"{two}: &{two} [{', '.join([f'{{k: *{one}}}'] * 10)}]\n"
    with pytest.raises(RefusedInput, match=r"a\.yaml, line 2: an alias"):
        read_dictionary(bomb.encode(), "a.yaml")


@pytest.mark.parametrize("deep", ["{a: " * 40 + "x" + "}" * 40, "[" * 5000 + "]" * 5000])
def test_a_deep_file_is_refused(deep):
    with pytest.raises(RefusedInput):
        read_dictionary(f"k: {deep}".encode(), "a.yaml")


def themes(*words, **options):
    made = imported([Word(*word, 1) for word in words], name="mine", taken={"tax"}, **options)
    return made, {theme.id: list(theme.patterns) for theme in made.themes.values()}


def test_words_are_taken_by_their_form_unless_lemmas_are_asked_for():
    assert themes((("jobs",), "Wage labour"))[1] == {"jobs": ["=wage =labour"]}
    assert themes((("jobs",), "Wage-labour"), lemmas=True)[1] == {"jobs": ["wage labour"]}


def test_wildcards_stay_wildcards():
    made, found = themes(
        (("jobs",), "work*"), (("jobs",), "*care"), (("jobs",), "wom?n at work*"), (("jobs",), "self-help*")
    )  # fmt: skip
    assert found == {"jobs": ["work*", "*care", "wom?n =at work*", "=self help*"]}
    assert counted(made) == {"themes": 1, "patterns": 4, "wild": 4, "left_out": 0}


@pytest.mark.parametrize("word", ["*", "job *", "job?", "?job", "jobs ?", "** work"])
def test_a_wildcard_that_is_no_part_of_a_word_is_left_out(word):
    made, found = themes((("jobs",), word))
    assert found == {"jobs": []}
    assert made.left_out[word].startswith("has a wildcard that is no part of a word")


def test_ids_differ_from_each_other_and_from_those_taken():
    _, found = themes((("tax",), "a"), (("x", "jobs"), "b"), (("y", "jobs"), "c"), (("Jobs!",), "d"), (("?",), "e"))
    assert list(found) == ["mine_tax", "jobs", "y_jobs", "mine_jobs", "theme"]


def test_nested_categories_have_the_outermost_for_pillar():
    made, _ = themes((("Economy", "Tax", "Duty"), "a"), (("Jobs",), "b"))
    found = [(theme.label, theme.pillar) for theme in made.themes.values()]
    assert found == [("Tax > Duty", "economy"), ("Jobs", "mine")]


@given(st.lists(st.tuples(st.lists(st.text(min_size=1), min_size=1, max_size=3).map(tuple), st.text(min_size=1))))
def test_whatever_a_dictionary_holds_the_file_is_a_lexicon(words):
    made, found = themes(*words)
    written = as_toml(made, source="a\x00b\n[[theme]].csv")
    entries = [entry for entry, _ in parse("mine.toml", written.encode())]
    assert {entry.id: list(entry.patterns) for entry in entries} == {one: p for one, p in found.items() if p}
    assert all(entry.why.startswith("From a") for entry in entries)
    tomllib.loads(written)
