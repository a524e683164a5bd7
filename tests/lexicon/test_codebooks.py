"""Codebooks: the built-in ones are whole and find what their examples say; one takes the place of the themes."""

import re
from collections import Counter, defaultdict

import pytest

import cnd_tools
from cnd_tools.errors import RefusedInput, UsageError
from cnd_tools.extracting.themes import themes
from cnd_tools.lexicon import codebook_files, codebooks, load, version
from cnd_tools.lexicon.loading import contents, load_contents
from cnd_tools.pipeline import load_model
from cnd_tools.store import keys

SDG = load(extra=codebook_files("sdg"))
# The targets of each goal: how many are numbered, and the last of those that have letters.
TARGETS = "5b 5c 9d 7c 6c 6b 3b 10b 5c 7c 7c 8c 3b 7c 9c 10b 19"
OWN = """[codebook]
id = "mine"

[[theme]]
id = "silence"
label = "Silence"
pillar = "ours"
patterns = ["silence"]
why = "It says nothing."
"""


def targets():
    for goal, last in enumerate(TARGETS.split(), 1):
        number, letter = re.fullmatch(r"(\d+)([a-d]?)", last).groups()
        yield from (f"{goal}.{one}" for one in range(1, int(number) + 1))
        yield from (f"{goal}.{one}" for one in "abcd" if letter and one <= letter)


def test_every_target_is_under_one_theme_of_its_goal():
    found = defaultdict(list)
    for entry in SDG["theme"]:
        for target in re.findall(r"\b\d+\.(?:\d+|[a-d])\b", entry.why.partition(":")[0]):
            found[target].append(entry)
    assert Counter({target: len(entries) for target, entries in found.items()}) == Counter(targets())
    elsewhere = [
        target
        for target, (entry,) in found.items()
        if not entry.get("pillar").startswith(f"goal_{int(target.partition('.')[0]):02}_")
    ]
    assert elsewhere == ["12.b"]  # the monitoring of tourism stands beside tourism
    assert len({entry.get("pillar") for entry in SDG["theme"]} - {"the_agenda"}) == 17


def test_every_theme_has_examples_and_near_misses():
    goals = defaultdict(Counter)
    for entry in SDG["theme"]:
        assert entry.get("examples"), entry.id
        assert entry.get("near_misses"), entry.id
        for key in ("examples", "near_misses"):
            goals[entry.get("pillar")][key] += len(entry.get(key))
    assert all(count["examples"] >= 2 and count["near_misses"] >= 2 for count in goals.values())


@pytest.fixture(scope="module")
def found_in():
    model = load_model()

    def of(sentence):
        return {row.theme for row in themes(model(sentence), lexicon=SDG)}

    return of


@pytest.mark.parametrize("entry", SDG["theme"], ids=lambda entry: entry.id)
def test_what_a_theme_finds(found_in, entry):
    assert [one for one in entry.get("examples") if entry.id not in found_in(one)] == []
    assert [one for one in entry.get("near_misses") if entry.id in found_in(one)] == []


def test_a_codebook_takes_the_place_of_the_built_in_themes():
    assert {entry.id for entry in SDG["theme"]} & {"precursor_control", "alternative_development"} == set()
    assert [entry.id for entry in SDG["actor"]] == [entry.id for entry in load()["actor"]]
    assert list(codebooks()) == ["drugs", "sdg"]
    assert codebook_files("drugs") == codebook_files(None) == []
    assert load_contents(contents(codebook_files("sdg"))).version == SDG.version == version(extra=codebook_files("sdg"))


def test_what_was_kept_under_one_codebook_is_not_taken_for_another():
    assert keys.analyser(None, ()) != keys.analyser(None, codebook_files("sdg"))


def test_a_codebook_of_ones_own(tmp_path):
    (tmp_path / "mine.toml").write_text(OWN)
    mine = codebook_files(str(tmp_path / "mine.toml"))
    assert [entry.id for entry in load(extra=mine)["theme"]] == ["silence"]
    (tmp_path / "more.toml").write_text(OWN.partition("\n\n")[2].replace("silence", "noise"))
    assert [entry.id for entry in load(extra=[*mine, tmp_path / "more.toml"])["theme"]] == ["silence", "noise"]
    with pytest.raises(RefusedInput, match=r"more\.toml: no codebook; write \[codebook\]"):
        codebook_files(str(tmp_path / "more.toml"))
    with pytest.raises(UsageError, match="no codebook 'weather'; there are drugs, sdg"):
        codebook_files("weather")
    with pytest.raises(UsageError, match="no such lexicon file"):
        codebook_files(str(tmp_path / "nothing.toml"))


@pytest.mark.parametrize(
    ("head", "message"),
    [
        ("[codebook]\nlabel = 'x'\n", "must have id"),
        ("[codebook]\nid = 'x'\ncolour = 'y'\n", "and nothing else"),
        ("[codebook]\nid = 7\n", "must be text"),
        ("codebook = 'x'\n", "must have id"),
    ],
)
def test_a_head_that_is_wrong(tmp_path, head, message):
    (tmp_path / "mine.toml").write_text(head)
    with pytest.raises(RefusedInput, match=message):
        load(extra=[tmp_path / "mine.toml"])


def test_from_python_and_spacy():
    text = cnd_tools.document(
        "1. Fish stocks must recover.\n\n2. Alternative development should be funded.\n", name="sea"
    )
    assert list(cnd_tools.analyse(text, codebook="sdg").themes["theme"]) == ["fisheries"]
    assert list(cnd_tools.analyse(text).themes["theme"]) == ["environment", "alternative_development"]
    nlp = load_model()
    nlp.add_pipe("cnd_themes", config={"lexicons": ["sdg"]})
    try:
        doc = nlp("1. Fish stocks must recover.")
        assert [span.label_ for span in doc.spans["themes"]] == ["fisheries"]
    finally:
        nlp.remove_pipe("cnd_themes")
