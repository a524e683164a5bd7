"""A text that is piped in where no DOC is named; what is no text is left alone, and nothing is waited for in vain."""

import io
import os

import pytest

from cnd_tools.cli import piped

TEXT = b"1. States should act.\n"
HEAD = "document,point,text\n"
READ = "note: no DOC given: reading the text piped in (as with -)\n"


@pytest.fixture
def stdin(monkeypatch):
    """Put something that the system knows in the place of standard input."""
    opened = []

    def put(number):
        stream = os.fdopen(number, "r", encoding="utf-8")
        opened.append(stream)
        monkeypatch.setattr("sys.stdin", stream)

    yield put
    for stream in opened:
        stream.close()


def pipe_with(data):
    ours, theirs = os.pipe()
    os.write(theirs, data)
    os.close(theirs)
    return ours


def segmented(cnd, *words):
    return cnd("segment", "--columns", "document,point,text", "--csv", *words)


def test_a_pipe_is_read_and_it_is_said(cnd, stdin):
    stdin(pipe_with(TEXT))
    ended = segmented(cnd)
    assert ended.out == f"{HEAD}stdin,1,States should act.\n"
    assert ended.err == READ


def test_a_file_redirected_is_read(cnd, stdin, tmp_path):
    (tmp_path / "a.txt").write_bytes(TEXT)
    stdin(os.open(tmp_path / "a.txt", os.O_RDONLY))
    assert segmented(cnd).out == f"{HEAD}stdin,1,States should act.\n"


@pytest.mark.parametrize("command", ["actors", "themes", "positions", "actions", "docs", "terms"])
def test_every_command_of_many_texts_reads_it(cnd, stdin, command):
    stdin(pipe_with(TEXT))
    ended = cnd(command, "--csv")
    assert "2009" not in ended.out
    assert ended.err == READ


@pytest.mark.parametrize("words", [("2009",), ("--corpus", "data/raw")])
def test_texts_that_are_named_go_before_a_pipe(cnd, stdin, words):
    stdin(pipe_with(TEXT))
    ended = segmented(cnd, *words)
    assert ended.out.splitlines()[1].startswith("2009,")
    assert ended.err == ""


def nothing_to_read(kind):
    if kind == "/dev/null":
        return os.open(os.devnull, os.O_RDONLY), None
    if kind == "empty pipe":
        return pipe_with(b""), None
    return os.pipe()  # whoever holds the other end neither writes nor closes it


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("/dev/null", ""),
        ("empty pipe", "note: the pipe is empty: reading all texts of the corpus\n"),
        (
            "never closed",
            "note: nothing came through the pipe in 0 seconds: reading all texts of the corpus (- waits longer)\n",
        ),
    ],
)
def test_what_has_no_text_changes_nothing(cnd, stdin, monkeypatch, kind, said):
    monkeypatch.setattr(piped, "PATIENCE", 0.05)
    ours, theirs = nothing_to_read(kind)
    stdin(ours)
    ended = segmented(cnd)
    assert ended.out.splitlines()[1].startswith("2009,")
    assert ended.err == said
    if theirs is not None:
        os.close(theirs)


def test_a_stream_that_the_system_does_not_know_is_left_alone(cnd, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO("1. States should act.\n"))
    assert segmented(cnd).out.splitlines()[1].startswith("2009,")


def test_quiet_says_nothing(cnd, stdin):
    stdin(pipe_with(TEXT))
    assert segmented(cnd, "-q").err == ""
