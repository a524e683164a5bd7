"""The server for assistants at its end."""

import subprocess
import sys

import pytest

pytest.importorskip("mcp")


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
