"""The server for assistants at its end."""

import json
import subprocess
import sys

import pytest

pytest.importorskip("mcp")


HELLO = {"protocolVersion": "2024-11-05", "capabilities": {}, "clientInfo": {"name": "x", "version": "1"}}
ASKED = {
    "nobody": "",
    "and-goes-away-in-mid-answer": "\n" * 300,
    "what-is-no-message": "garbage\n" + "[" * 100_000 + "\n[]\n5\n",
}


@pytest.mark.parametrize("asked", ASKED)
def test_it_ends_in_peace_whatever_it_is_asked(tmp_path, asked):
    (tmp_path / "a.txt").write_text("1. States should act.\n", "utf-8")
    hello = {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": HELLO}
    ready = {"jsonrpc": "2.0", "method": "notifications/initialized"}
    done = subprocess.run(
        [sys.executable, "-m", "cnd_tools", "mcp", "a.txt"],
        cwd=tmp_path,
        input=f"{json.dumps(hello)}\n{json.dumps(ready)}\n{ASKED[asked]}",
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0
    assert "a fault of cnd-tools" not in done.stderr
    assert json.loads(done.stdout.splitlines()[0])["id"] == 1


def test_it_ends_in_peace_when_nobody_asks(tmp_path):
    (tmp_path / "a.txt").write_text("1. States should act.\n", "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "cnd_tools", "mcp", "a.txt"],
        cwd=tmp_path,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
