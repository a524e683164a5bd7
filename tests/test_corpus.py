import pytest

from cnd_tools.corpus import resolve
from cnd_tools.errors import UsageError


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A working folder with a corpus of its own and another folder of texts."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CND_CORPUS", raising=False)
    for path in ("data/raw/2009.txt", "data/raw/2014.txt", "data/raw/SOURCES.md", "more/2009.txt", "more/deep/b.md"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("1. A point.")
    return tmp_path


def found(*words, **options):
    return [(source.name, str(source.path)) for source in resolve(words, **options)]


def test_no_words_mean_every_text_of_the_corpus(here):
    assert found() == [("2009", "data/raw/2009.txt"), ("2014", "data/raw/2014.txt")]


def test_a_name_is_looked_up_here_then_in_the_named_corpus_then_in_the_package(here, monkeypatch):
    monkeypatch.setenv("CND_CORPUS", "more")
    assert found("2009") == [("2009", "data/raw/2009.txt")]
    assert found("b") == [("b", "more/deep/b.md")]
    assert found("2011")[0][1].endswith("raw/2011.txt")


def test_a_corpus_named_on_the_command_line_comes_first(here):
    assert found("2009", corpus=here / "more") == [("2009", str(here / "more/2009.txt"))]
    assert [name for name, _ in found(corpus=here / "more")] == ["2009", "b"]


def test_a_path_comes_before_a_name(here):
    (here / "2009").write_text("1. Mine.")
    assert found("2009") == [("2009", "2009")]


def test_folders_globs_and_standard_input(here):
    assert found("more") == [("2009", "more/2009.txt"), ("b", "more/deep/b.md")]
    assert found("data/raw/*.txt", "-") == [
        ("2009", "data/raw/2009.txt"),
        ("2014", "data/raw/2014.txt"),
        ("stdin", "None"),
    ]


def test_one_text_is_read_once_however_often_it_is_named(here):
    assert found("2009", "data/raw/2009.txt", "data/raw", "-", "-") == [
        ("2009", "data/raw/2009.txt"),
        ("2014", "data/raw/2014.txt"),
        ("stdin", "None"),
    ]


def test_texts_of_one_stem_get_names_that_differ(here):
    (here / "more/2009.md").write_text("x")
    names = [name for name, _ in found("data/raw/2009.txt", "more/2009.txt", "more/2009.md")]
    assert names == ["data/raw/2009.txt", "more/2009.txt", "2009.md"]


@pytest.mark.parametrize(
    ("word", "message"),
    [
        ("2010", "did you mean 20"),
        ("zzz", "known are: 2009, 2011, 2014"),
        ("more/deep/b", r"did you mean more/deep/b\.md\?"),
        ("more/deep/bb.md", r"did you mean more/deep/b\.md\?"),
        ("nowhere/2009", r"did you mean 2009\?"),
        # What is like a name only by its folder is not meant; a folder may be.
        ("more/deep/nothing.txt", "known are: 2009, 2011, 2014"),
        ("mor", r"did you mean more\?"),
        ("https://ports.example/a.html", "no web address is read; save the page"),
        ("nothing/*.txt", "no file matches"),
        ("a\0b", "no "),
        ("x" * 5000, "no"),
    ],
)
def test_what_is_not_there_is_said_with_what_is(here, word, message):
    with pytest.raises(UsageError, match=message):
        resolve([word])


def test_an_empty_folder_and_a_corpus_that_is_not_there(here):
    (here / "empty").mkdir()
    with pytest.raises(UsageError, match="no texts"):
        resolve(["empty"])
    with pytest.raises(UsageError, match="no such folder"):
        resolve([], corpus=here / "nowhere")
