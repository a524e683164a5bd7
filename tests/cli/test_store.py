import json
import os
import subprocess
import sys

import pytest

HEAVY = {"spacy", "thinc", "numpy", "pandas"}


@pytest.fixture
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("CND_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def text(tmp_path):
    path = tmp_path / "text.txt"
    path.write_text("1. Participants emphasized that Governments should ratify the Convention.\n\n3. Others agreed.\n")
    return path


@pytest.mark.parametrize(
    "words",
    [
        ["themes"],
        ["actors", "--csv"],
        ["positions", "--json"],
        ["actions"],
        ["segment"],
        ["docs"],
        ["show"],
        ["find"],
        ["terms"],
    ],
    ids=lambda words: words[0],
)
def test_a_later_command_imports_no_spacy_and_says_the_same(cache, text, words):
    asked = ["participant", str(text), "--lemma"] if words == ["find"] else [str(text), *words[1:]]
    line = [sys.executable, "-X", "importtime", "-m", "cnd_tools", words[0], *asked]
    runs = [subprocess.run(line, capture_output=True, text=True, check=True) for _ in range(2)]
    assert runs[0].stdout == runs[1].stdout != ""
    modules = {row.rsplit("|", 1)[-1].strip() for row in runs[1].stderr.splitlines() if "|" in row}
    loaded = {module.split(".")[0] for module in modules}
    assert "cnd_tools" in loaded
    assert loaded & HEAVY == set()
    if words[1:]:  # a table for a machine needs no screen, nor the comparison that screens propose
        assert {
            module for module in modules if module.startswith(("cnd_tools.comparing", "cnd_tools.views.screens"))
        } == set()
    said = [[row for row in run.stderr.splitlines() if "warning" in row and "|" not in row] for run in runs]
    assert said[0] == said[1]
    assert "3. follows 1" in said[0][0]


@pytest.mark.parametrize(
    "words", ["compare", "compare --by strength", "compare --by terms", "report --no-text -o page.html"]
)
def test_what_is_made_of_two_known_texts_is_known_too(cache, text, tmp_path, words):
    other = tmp_path / "other.txt"
    other.write_text("1. Speakers noted that States should report.\n")
    name, *options = words.split()
    line = [sys.executable, "-X", "importtime", "-m", "cnd_tools", name, str(text), str(other), *options]
    runs = []
    for _ in range(2):
        done = subprocess.run(line, capture_output=True, text=True, check=True, cwd=tmp_path)
        page = tmp_path / "page.html"
        runs.append((done.stdout, page.read_bytes() if page.exists() else b"", done.stderr))
        page.unlink(missing_ok=True)
    assert runs[0][:2] == runs[1][:2] != ("", b"")
    assert "cnd_tools.pipeline" in runs[0][2]
    loaded = {row.rsplit("|", 1)[-1].strip().split(".")[0] for row in runs[1][2].splitlines() if "|" in row}
    assert loaded & {"spacy", "scipy", "altair", "vl_convert"} == set()


def test_no_store_keeps_nothing(cache, text, cnd):
    kept = cnd("themes", text, "--csv")
    assert cache.exists()
    cnd("store", "clear")
    assert cnd("themes", text, "--csv", "--no-store").out == kept.out
    assert list(cache.iterdir()) == []


def test_info_path_and_clear(cache, text, cnd):
    assert cnd("store", "path").out == f"{cache}\n"
    assert json.loads(cnd("store", "info", "--json").out) == [{"kind": "all", "kept": 0, "bytes": 0, "percent": 0.0}]
    cnd("actions", text)
    shown = {row["kind"]: row["kept"] for row in json.loads(cnd("store", "info", "--json").out)}
    assert shown == {"parses": 1, "points": 1, "rows": 1, "all": 3}
    assert " freed in " in cnd("store", "clear").out
    assert json.loads(cnd("store", "info", "--json").out)[0]["kept"] == 0


def test_a_cache_that_cannot_be_written_is_a_warning(tmp_path, monkeypatch, text, cnd):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("CND_CACHE", str(tmp_path / "file"))
    ended = cnd("themes", text, "--csv")
    assert ended.code == 0
    assert ended.out.startswith("document,point,theme")
    assert ended.err.count("continuing without cached results") == 1
    assert "store" not in cnd("themes", text, "--csv", "--quiet").err
    assert cnd("store", "info").code == 0
    assert os.path.isfile(tmp_path / "file")


def test_a_wrong_size_is_said(monkeypatch, text, cnd):
    monkeypatch.setenv("CND_CACHE_MIB", "much")
    ended = cnd("themes", text)
    assert ended.code == 2
    assert "CND_CACHE_MIB" in ended.err


def test_a_store_that_cannot_be_read_or_removed(cache, cnd):
    (cache / "analyses.sqlite3").mkdir(parents=True)
    shown, cleared = cnd("store", "info"), cnd("store", "clear")
    assert (shown.code, cleared.code) == (4, 4)
    assert "cnd store clear empties it" in shown.err
    assert "cannot be removed" in cleared.err
