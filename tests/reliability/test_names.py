"""Names that lead elsewhere, or to what is no file."""

from __future__ import annotations

import csv
import json
import os
import zipfile

import pytest

TEXT = "1. States should act.\n"


@pytest.fixture(autouse=True)
def a_text(folder):
    (folder / "a.txt").write_text(TEXT)


WRONG = {
    "no-such-file": (["segment", "b.txt"], "b.txt: no such file, and no text of that name in the corpus"),
    "path-as-name": (["segment", "../2009"], "../2009: no such file, and no text of that name"),
    "path-in-corpus": (["segment", "--corpus", ".", "../a"], "../a: no such file, and no text of that name"),
    "corpus-not-there": (["segment", "--corpus", "../nowhere", "a"], "../nowhere: no such folder; --corpus"),
    "no-letter": (["segment", ""], "a name without a letter"),
    "nul-in-name": (["segment", "a\0b"], r"a\x00b: no such file"),
    "name-too-long": (["segment", "n" * 300], "is no file name: "),
    "folder-without-texts": (["segment", "empty"], "empty: no texts in this folder"),
    "folder-as-output": (
        ["segment", "a.txt", "--csv", "-o", "empty", "--force"],
        "empty is a folder; name a file in it",
    ),
    "pattern-without-match": (["segment", "*.pdf"], "*.pdf: no file matches"),
    "link-to-itself": (["segment", "loop.txt"], "loop.txt"),
    "name-with-newline": (["segment", "b\nc.txt"], "b c.txt: no such file"),
}


@pytest.mark.parametrize("fault", WRONG)
def test_wrong(cnd, folder, fault):
    words, message = WRONG[fault]
    (folder / "empty").mkdir()
    (folder / "loop.txt").symlink_to("loop.txt")
    ended = cnd(*words)
    assert message in ended.err
    assert ended.err.count("\n") == 1
    assert ended.out == ""


@pytest.mark.parametrize("words", [["X"], ["segment", "--X"], ["segment", "--format", "X"], ["segment", "a.txt", "X"]])
def test_a_wrong_word_without_end(cnd, words):
    """Cut in what typer says too."""
    ended = cnd(*(word.replace("X", "x" * 100_000) for word in words))
    assert "xxx" in ended.err
    assert len(ended.err) < 3_000


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/urandom"])
def test_device(cnd, device):
    assert f"{device}: a device, not a file; - reads standard input" in cnd("segment", device).err


def test_unreadable(program, folder):
    (folder / "a.txt").chmod(0)
    assert "a.txt: cannot be opened (Permission denied)" in program("cnd segment a.txt", user=True).err


def test_process_substitution(program):
    done = program("cnd segment <(cat a.txt) --csv --columns text && cnd segment --no-store <(cat a.txt) --csv")
    assert done.out.count("States should act.") == 2


def test_a_named_pipe_that_nobody_writes_into(cnd, folder, monkeypatch):
    monkeypatch.setattr("cnd_tools.inputs.PATIENCE", 0.05)
    os.mkfifo(folder / "p.txt")
    ended = cnd("segment", "p.txt")
    assert (ended.code, ended.out) == (3, "")
    assert ended.err == "cnd: p.txt: a pipe that nobody writes into; name a text that is a file\n"


def test_bytes_that_are_no_text_in_a_sentence(cnd):
    ended = cnd("rules", "try", os.fsdecode(b"States should act \xff."), "--csv")
    assert (ended.code, ended.err) == (0, "")
    assert "cue.modal" in ended.out


def test_endless_input(program):
    done = program("set -o pipefail; ulimit -v 4000000; head -c 1200000000 /dev/zero | cnd segment -")
    assert "stdin: larger than the 256 MiB that a text may have" in done.err


def test_names_of_any_bytes(cnd, folder):
    odd = [os.fsdecode(b"caf\xe9"), "new\nline", "=1+1", "[red]", "-q", "n" * 240]
    for name in odd:
        (folder / f"{name}.txt").write_text(TEXT)
    for words in (["segment", ".", "--csv"], ["docs", "--corpus", ".", "--csv"], ["themes", ".", "--json"]):
        cnd(*words)
        cnd(*words, "-o", "out.json", "--force")
    cnd("segment", ".", "--csv", "-o", "out.csv")
    with open("out.csv", newline="", encoding="utf-8-sig") as file:
        said = {row["document"] for row in csv.DictReader(file)}
    assert said == {"a", r"caf\xe9", "new\nline", "'=1+1", "[red]", "'-q", "n" * 240}
    for ending in (".db", ".qdpx", ".jsonld", ".spacy", ".conllu", ".html", ".xlsx"):
        cnd("export", ".", "-o", f"out{ending}", "--quiet")
        assert (folder / f"out{ending}").stat().st_size > 0


def test_a_name_never_leads_out_of_an_archive(cnd, folder):
    (folder / "sub").mkdir()
    (folder / "sub" / "a.txt").write_text(TEXT)
    os.chdir("sub")
    cnd("export", "a.txt", "../a.txt", "-o", "out.qdpx")
    names = zipfile.ZipFile("out.qdpx").namelist()
    assert all(".." not in name and not name.startswith("/") for name in names)
    assert sum(name.startswith("sources/") for name in names) == 2


def test_alike_names_differ(cnd, folder):
    (folder / "sub").mkdir()
    (folder / "sub" / "a.txt").write_text(TEXT)
    rows = json.loads(cnd("segment", "a.txt", "sub/a.txt", "./a.txt", "--json").out)
    assert [row["document"] for row in rows] == ["a.txt", "sub/a.txt"]
