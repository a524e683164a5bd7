"""Lexicon files: what they may say, what is refused and where, and how the user's go over ours."""

from pathlib import Path

import pytest

from cnd_tools.errors import CndError, RefusedInput, UsageError
from cnd_tools.lexicon import Lexicon, listing, load

GOOD = """
# the user's own
[[actor]]
id = "fishers"
label = "Fishers"
type = "society"
why = "the document is about the sea"
patterns = ["fisher", "fishing community"]
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return path


def one(lexicon: Lexicon, kind: str, name: str) -> list[str]:
    return [entry.label for entry in lexicon[kind] if entry.id == name]


REFUSED = [
    ("[[actor]\nid = 1", "line 1", "TOML"),
    ('[[wizard]]\nid = "x"', "line 1", "'wizard' is no kind of entry"),
    ('[actor]\nid = "x"', "line 1", "no kind of entry"),
    (GOOD.replace("label", "lable"), "line 5", "unknown key 'lable'"),
    (GOOD.replace('why = "the document is about the sea"\n', ""), "line 3", "must have 'why'"),
    (GOOD.replace('type = "society"\n', ""), "line 3", "must have 'type'"),
    (GOOD.replace('["fisher", "fishing community"]', "[]"), "line 8", "'patterns' is empty"),
    (GOOD.replace('"fisher", "fishing community"', '"fisher", 3'), "line 8", "3 in 'patterns' must be a text"),
    (GOOD.replace('"fishing community"', '"fisher"'), "line 8", "'fisher' stands twice"),
    (GOOD.replace('"fishing community"', '"~ fisher"'), "line 8", "'~ fisher' in 'patterns' begins or ends with a gap"),
    (GOOD.replace('"fishing community"', '""'), "line 8", "empty"),
    (
        GOOD.replace(', "fishing', ',\n  "angler",\n  "~ fisher", "fishing'),
        "line 10",
        "'~ fisher' in 'patterns' begins",
    ),
    (GOOD.replace(', "fishing', ',\n  "angler",\n  "member state", "fishing'), "line 10", "already one of actor"),
    (GOOD.replace('"fishing community"', '"member state"'), "line 8", "already one of actor 'member_states'"),
    (GOOD.replace('"Fishers"', "7"), "line 5", "'label' must be a text"),
    (GOOD + GOOD, "line 11", "'fishers' is already in"),
    (GOOD.replace('"fishers"', '"farmers"'), "line 3", "'farmers' is already in actors-society.toml, line"),
    (GOOD.replace("patterns", "replace = true\npatterns"), "line 3", "no actor 'fishers' to replace"),
]

VERB = '[[verb]]\nid = "beg"\nwhy = "mine"\n{}\npatterns = ["beg"]\n'
CUE = '[[strength]]\nid = "wise"\nwhy = "mine"\nform = "{}"\nstrength = "{}"\npatterns = ["wise"]\n'
MISTYPED = [
    (VERB.format('form = "dirct"\nstrength = "recommendation"'), 4, "did you mean 'direct'?"),
    (VERB.format('form = "direct"\nstrength = "recomendation"'), 5, "did you mean 'recommendation'?"),
    (VERB.format('form = "say"\nstance = "suport"'), 5, "did you mean 'support'?"),
    (VERB.format('form = "say"\nextent = "allofthem"'), 5, "write one of consensus, unqualified"),
    (CUE.format("predicat", "necessity"), 4, "did you mean 'predicate'?"),
    (CUE.format("predicate", "neccesity"), 5, "did you mean 'necessity'?"),
    ("# one\n" + GOOD.replace('"society"', '"socety"'), 7, "did you mean 'society'?"),
    ('[defaults]\nwhy = "mine"\ntype = "contry"\n' + GOOD.replace('type = "society"\n', ""), 3, "'country'"),
    ('[[noun]]\nid = "nod"\nwhy = "mine"\n"form" = "sayng"\npatterns = ["nod"]\n', 4, "'saying'"),
    ('[[marker]]\nid = "if"\nwhy = "mine"\nform = "provizo"\npatterns = ["if ever"]\n', 4, "'proviso'"),
    ('[[head]]\nid = "x"\nwhy = "mine"\nrole = "organisation"\npatterns = ["Guild"]\n', 4, "'organization'"),
    ('[[pronoun]]\nid = "x"\nwhy = "mine"\nrefers = "state"\npatterns = ["they all"]\n', 4, "'states'"),
]


@pytest.mark.parametrize(("text", "line", "remedy"), MISTYPED)
def test_a_mistyped_class_is_refused_at_its_line(tmp_path: Path, text: str, line: int, remedy: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(RefusedInput) as error:
        load(extra=[path])
    assert str(error.value).startswith(f"{path}, line {line}: ")
    assert remedy in str(error.value)


@pytest.mark.parametrize(("text", "where", "what"), REFUSED)
def test_refused_with_file_line_and_remedy(tmp_path: Path, text: str, where: str, what: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(RefusedInput) as error:
        load(extra=[path])
    message = str(error.value)
    assert message.startswith(str(path))
    assert where in message
    assert what in message
    assert "\n" not in message


def test_missing_folder_and_bytes_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such lexicon file"):
        load(extra=[tmp_path / "none.toml"])
    with pytest.raises(CndError, match="cannot be read"):
        load(extra=[tmp_path])
    path = tmp_path / "latin.toml"
    path.write_bytes(b"# one\n# \xe9\n")
    with pytest.raises(RefusedInput, match="line 2: not UTF-8"):
        load(extra=[path])


def test_user_adds_and_replaces(tmp_path: Path) -> None:
    added = load(extra=[write(tmp_path, GOOD)])
    assert one(added, "actor", "fishers") == ["Fishers"]
    assert one(load(), "actor", "fishers") == []
    replaced = load(extra=[write(tmp_path, GOOD.replace('"fishers"', '"farmers"\nreplace = true'))])
    assert one(replaced, "actor", "farmers") == ["Fishers"]
    assert len(replaced["actor"]) == len(load()["actor"])


def test_defaults_spare_repetition(tmp_path: Path) -> None:
    text = '[defaults]\nwhy = "all alike"\ntype = "society"\n' + GOOD.replace(
        'why = "the document is about the sea"\n', ""
    )
    (entry,) = [entry for entry in load(extra=[write(tmp_path, text)])["actor"] if entry.id == "fishers"]
    assert (entry.why, entry.get("type"), entry.line) == ("all alike", "society", 6)


def test_version_is_that_of_the_contents(tmp_path: Path) -> None:
    path = write(tmp_path, GOOD)
    first = load(extra=[path]).version
    other = tmp_path / "other.toml"
    other.write_text(GOOD, encoding="utf-8")
    assert load(extra=[other]).version == first
    other.write_text(GOOD + "# more\n", encoding="utf-8")
    assert load(extra=[other]).version != first
    assert load().version != first


def test_read_once() -> None:
    assert load() is load()


def test_kinds() -> None:
    themes = load(kinds=["theme"])
    assert themes["theme"]
    assert not themes["actor"]
    with pytest.raises(UsageError, match="no such kind"):
        load(kinds=["wizard"])


def test_listing() -> None:
    found = [entry.id for entry in listing(load(), kind="actor", match="narcotics control")]
    assert found == ["incb"]
    assert {entry.kind for entry in listing(load(), match="precursor")} >= {"actor", "theme"}
    with pytest.raises(UsageError, match="no kind 'wizard'"):
        list(listing(load(), kind="wizard"))
