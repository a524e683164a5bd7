"""How a run ends whatever is done to it, and where it runs."""

from __future__ import annotations

import json
import os
import shlex
import signal
import subprocess
import sys
import time

import pytest

TEXT = "1. États – States should act.\n"


@pytest.fixture(autouse=True)
def a_text(folder):
    (folder / "a.txt").write_text(TEXT, "utf-8")


@pytest.mark.parametrize("command", ["segment 2009", "lexicon list --json", "show 2009 --quiet", "--help"])
def test_broken_pipe(program, command):
    done = program(f"set -o pipefail; cnd {command} | head -1")
    assert len(done.out.splitlines()) <= 1
    assert "cnd:" not in done.err


CLOSED = {
    "input": ("cnd segment - <&-", "stdin: cannot be read (Bad file descriptor); give a file"),
    "output": ("cnd segment a.txt >&-", "standard output: Bad file descriptor; write to a file with -o"),
    "errors": ("cnd segment nowhere.txt 2>&-", ""),
    "all": ("cnd segment nowhere.txt <&- >&- 2>&-", ""),
    "unneeded": ("cnd segment a.txt -o out.csv <&- >&- 2>&-; test -s out.csv", ""),
}


@pytest.mark.parametrize("fault", CLOSED)
def test_closed_stream(program, fault):
    line, message = CLOSED[fault]
    assert message in program(line).err


def started(*words: str) -> subprocess.Popen[str]:
    """Start `cnd` and come back when it runs: before that it is Python that is interrupted, with a traceback."""
    line = [sys.executable, "-X", "importtime", "-m", "cnd_tools", *words]
    running = subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    while not running.stderr.readline().endswith(" cnd_tools.cli.running\n"):
        pass
    running.stderr.readline()  # the first that `main` imports
    return running


@pytest.mark.parametrize("after", [0.0, 0.1, 0.3, 0.8, 1.5])
def test_interrupted_at_any_time(folder, kept_promise, after):
    (folder / "out.csv").write_text("old")
    running = started("actions", "2009", "--no-store", "-o", "out.csv", "--force")
    time.sleep(after)
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=30)
    assert running.returncode in {0, 130, -signal.SIGINT}
    assert "Traceback" not in said
    assert sorted(os.listdir()) == ["a.txt", "out.csv"]
    assert running.returncode == 0 or (folder / "out.csv").read_text() == "old"


def test_hang_up_under_nohup(program, folder):
    (folder / "run.py").write_text(
        "import os, signal, sys, threading; from cnd_tools.cli.running import main; "
        "threading.Timer(0.1, os.kill, (os.getpid(), signal.SIGHUP)).start(); "
        "sys.argv[1:] = ['segment', 'a.txt']; main()"
    )
    assert "act" in program(f"trap '' HUP; {shlex.quote(sys.executable)} run.py").out


LOCALES = [
    {"LC_ALL": "C", "PYTHONIOENCODING": "ascii"},
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"LC_ALL": "", "LANG": "", "PYTHONIOENCODING": "latin-1:strict"},
]


@pytest.mark.parametrize("env", LOCALES, ids=["ascii", "posix", "latin-1"])
@pytest.mark.usefixtures("starts_in_any_locale")
def test_locale(program, folder, env):
    (folder / "café.txt").write_text(TEXT, "utf-8")
    done = program("cnd segment caf*.txt --csv --columns document,text", env=env)
    assert done.out == f"document,text\ncafé,{TEXT[3:]}"


TERMINALS = [{"COLUMNS": "1"}, {"COLUMNS": "0"}, {"COLUMNS": "wide"}, {"TERM": "dumb"}, {"TERM": "", "NO_COLOR": "1"}]


@pytest.mark.parametrize("env", TERMINALS, ids=lambda env: "-".join(f"{name}={value}" for name, value in env.items()))
def test_terminal(program, env):
    for command, said in (("segment a.txt", "should"), ("--help", "Usage"), ("segment --nothing", "option")):
        done = program(f"cnd {command} || test $? = 2", env=env)
        assert said in done.out + done.err


def test_without_a_terminal_there_are_no_colours(program):
    assert "\x1b" not in "".join(program("cnd show a.txt; cnd segment a.txt", env={"TERM": "xterm-256color"})[1:])


def test_without_assertions(program):
    lines = [f"{shlex.quote(sys.executable)} {how} -m cnd_tools actions a.txt --csv" for how in ("", "-O", "-OO")]
    first, *others = (program(line).out for line in lines)
    assert "member_states" in first or "States" in first
    assert others == [first, first]


def test_no_home_to_go_to(program, folder):
    done = program(
        "cnd segment a.txt", env={"HOME": str(folder / "none" / "such"), "XDG_CACHE_HOME": "", "CND_CACHE": ""}
    )
    assert "act" in done.out


HELLO = {"protocolVersion": "2024-11-05", "capabilities": {}, "clientInfo": {"name": "x", "version": "1"}}
SAID = {
    "goes-away-in-mid-answer": "\n" * 300,
    "no-message": "garbage\n[]\n5\n\0\n",
    "deep": "[" * 100_000 + "\n",
    "long": '{"jsonrpc":"2.0","id":2,"method":"' + "x" * 1_000_000 + '"}\n',
    "number": '{"jsonrpc":"2.0","id":' + "9" * 5_000 + ',"method":"tools/list"}\n',
}


@pytest.mark.parametrize("said", SAID)
def test_a_client_of_the_server(program, folder, said):
    pytest.importorskip("mcp")
    hello = {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": HELLO}
    ready = {"jsonrpc": "2.0", "method": "notifications/initialized"}
    (folder / "said").write_text(f"{json.dumps(hello)}\n{json.dumps(ready)}\n{SAID[said]}")
    done = program("cnd mcp a.txt < said", within=120)
    assert json.loads(done.out.splitlines()[0])["id"] == 1
