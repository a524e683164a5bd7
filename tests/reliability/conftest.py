"""Run `cnd` in this process, for speed, or as a program of its own, where signals, disks and terminals are the matter.

Both hold that a command ends with a code that docs/reliability.md promises for the test, and without a traceback.
"""

from __future__ import annotations

import ctypes
import os
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

import cnd_tools
from cnd_tools.cli.running import main
from reliability.documented import promised

PYTHON = shlex.quote(sys.executable)  # the folder it is in may have a space in its name
CND = f"{PYTHON} -m cnd_tools"
DROP_FROM_BOUNDING_SET, OVERRIDE, READ_SEARCH = 24, 1, 2  # prctl(2), capabilities(7)


class Ended(NamedTuple):
    """How a command ended: its exit code and what it printed."""

    code: int
    out: str
    err: str


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    """An empty folder, in which the commands are run."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def kept_promise(request) -> Callable[[Ended], Ended]:
    """Hold an end against the page."""
    test = f"{request.node.path.name}::{request.node.name}"

    def hold(ended: Ended) -> Ended:
        assert ended.code in promised(test), (test, ended)
        assert "Traceback" not in ended.err
        assert "fault of cnd-tools" not in ended.err
        return ended

    return hold


@pytest.fixture
def cnd(folder, capsysbinary, monkeypatch, kept_promise):
    """Run `cnd` with these words in this process."""

    def run(*words: object) -> Ended:
        monkeypatch.setattr("sys.argv", ["cnd", *map(str, words)])
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capsysbinary.readouterr()
        return kept_promise(Ended(int(ended.value.code or 0), out.decode(), err.decode()))

    return run


@pytest.fixture
def program(folder, kept_promise):
    """Run a line of bash in which `cnd` is the program; its last command's code is the end's."""

    def run(line: str, *, env: dict[str, str] | None = None, user: bool = False, within: float = 60) -> Ended:
        done = subprocess.run(
            ["bash", "-c", f'cnd() {{ {CND} "$@"; }}\n{line}'],
            capture_output=True,
            env={**os.environ, **(env or {})},
            preexec_fn=_as_mere_user if user else None,
            timeout=within,
            check=False,
        )
        code = done.returncode if done.returncode >= 0 else 128 - done.returncode  # as a shell has it
        return kept_promise(Ended(code, done.stdout.decode(), done.stderr.decode()))

    return run


@pytest.fixture
def starts_in_any_locale():
    """Skip a test in which Python itself, before 3.13, does not start: it reads by the locale where our sources are."""
    if not cnd_tools.__file__.isascii() and "site-packages" not in cnd_tools.__file__:
        pytest.skip("Python cannot read this folder's name in such a locale; make test WHEEL=1 links to no folder")


def _as_mere_user() -> None:
    """Let the rights of files count for root too: without these capabilities root is a user like others."""
    libc = ctypes.CDLL(None)
    for capability in (OVERRIDE, READ_SEARCH):
        libc.prctl(DROP_FROM_BOUNDING_SET, capability, 0, 0, 0)
