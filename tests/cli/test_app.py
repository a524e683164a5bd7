import fcntl
import io
import os
import shlex
import signal
import struct
import subprocess
import sys
import termios
import time

import pytest

from cnd_tools import __version__
from cnd_tools.cli.app import app, main
from cnd_tools.cli.options import known_names

COMMANDS = ["docs", "segment", "actors", "themes", "positions", "actions", "show", "find", "compare"]
COMMANDS += ["citations", "due", "reports", "kinds", "norms", "related", "report", "plot", "export", "terms"]
COMMANDS += ["evaluate", "analyse", "schema", "mcp", "doctor"]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(cnd, command):
    shown = cnd(command, "--help")
    assert shown.code == 0
    assert f"Example: cnd {command}" in shown.out


def test_the_list_of_commands_here_is_complete():
    assert sorted(COMMANDS) == sorted(c.name or c.callback.__name__ for c in app.registered_commands)


def test_version(cnd):
    assert cnd("--version").out == f"cnd-tools {__version__}\n"


def test_a_mistyped_command_is_guessed(cnd):
    ended = cnd("themez")
    assert ended.code == 2
    assert "Did you mean 'themes'?" in ended.err


def test_a_mistyped_document_is_guessed(cnd):
    ended = cnd("segment", "209")
    assert ended.code == 2
    assert "did you mean 2009?" in ended.err


@pytest.mark.parametrize(
    "words", [["plot", "2009"], ["report"], ["export", "2009"], ["compare"], ["find"], ["evaluate"]]
)
def test_what_is_missing_is_shown_by_an_example(cnd, words):
    ended = cnd(*words)
    assert ended.code == 2
    assert f"For example: cnd {words[0]} " in ended.err


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["segment", "2009", "--format", "xml"], 2, "xml"),
        (["segment", "2009", "--csv", "--json"], 2, "two formats"),
        (["segment", "2009", "-o", "out.xyz"], 2, "no format is known by this ending"),
        (["themes", "2009", "-o", "out.xlsx"], 2, "or --format; cnd export writes .xlsx"),
        (["compare", "2009", "2011", "-o", "out.html"], 2, "or --format; cnd report writes .html"),
        (["export", "2009", "-o", "out.csv"], 2, ".parquet; the tables' own commands write .csv"),
        (["segment", "2009", "--columns", "point,txt"], 2, "did you mean text?"),
        (["segment", "2009", "-o", "/nowhere/out.csv"], 4, "cannot be written"),
        (["segment", "2009", "--encoding", "klingon"], 2, "klingon"),
        (["compare", "2009"], 2, "two or more"),
        (["themes", "2009", "--model", "no_such_model"], 2, "no_such_model"),
    ],
)
def test_wrong_usage_is_said_with_its_remedy(cnd, words, code, message):
    ended = cnd(*words)
    assert ended.code == code
    assert message in ended.err
    assert "Traceback" not in ended.err
    assert ended.out == ""


def test_input_that_is_refused(cnd, tmp_path):
    (tmp_path / "latin.txt").write_bytes(b"1. Caf\xe9.\n")
    ended = cnd("segment", tmp_path / "latin.txt")
    assert ended.code == 3
    assert "latin.txt" in ended.err
    assert "--encoding" in ended.err


def test_standard_input(cnd, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"1. States should act.\n2. Others too.\n")))
    assert cnd("segment", "-", "--columns", "document,point", "--csv").out == "document,point\nstdin,1\nstdin,2\n"


def test_a_fault_of_ours_is_no_traceback(cnd, monkeypatch):
    def broken(*_, **__):
        raise ZeroDivisionError("oops")

    monkeypatch.setattr("cnd_tools.corpus.resolve", broken)
    ended = cnd("docs")
    assert ended.code == 1
    assert "fault of cnd-tools" in ended.err
    monkeypatch.setenv("CND_TRACEBACK", "1")
    monkeypatch.setattr("sys.argv", ["cnd", "docs"])
    with pytest.raises(ZeroDivisionError):
        main()


def test_as_a_module_and_through_a_pipe_that_closes():
    line = f"{shlex.quote(sys.executable)} -m cnd_tools segment 2009 --csv | head -1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=True)
    header, code = done.stdout.split()
    assert header.startswith("document,point,")
    assert code == "0"
    assert done.stderr == ""


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full on this system")
def test_a_full_disk():
    with open("/dev/full", "w") as full:
        command = [sys.executable, "-m", "cnd_tools", "segment", "2009"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 4
    assert "No space left" in done.stderr
    assert "Traceback" not in done.stderr


def unread(pipe):
    """How many bytes nobody has taken out of a pipe yet."""
    return struct.unpack("i", fcntl.ioctl(pipe, termios.FIONREAD, bytes(4)))[0]


def test_an_interrupted_run():
    running = subprocess.Popen(
        [sys.executable, "-m", "cnd_tools", "segment", "-"], stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    running.stdin.write("1. States agreed.\n")
    running.stdin.flush()
    ends = time.monotonic() + 60
    while unread(running.stdin) and time.monotonic() < ends:  # until it has begun to read, and waits for more
        time.sleep(0.05)
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=60)
    assert running.returncode == 130
    assert "Traceback" not in said


def test_completion_of_names(monkeypatch):
    assert known_names("20") == ["2009", "2011"]
    assert known_names("2011") == ["2011"]
    monkeypatch.setenv("CND_CORPUS", "nowhere")  # completion is no place for a message
    assert known_names("20") == []
