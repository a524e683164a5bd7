"""What is written: never over what was there unasked, never half."""

from __future__ import annotations

import os
import resource
import shlex
import signal
import sys
from contextlib import contextmanager

import pytest

TEXT = "1. Member States should act.\n"
OLD = "old"
WRITING = {
    "csv": ["segment", "a.txt", "-o", "out.csv"],
    "json": ["actions", "a.txt", "-o", "out.json"],
    **{
        ending: ["export", "a.txt", "-o", f"out.{ending}"]
        for ending in ("xlsx", "db", "qdpx", "akn.xml", "jsonld", "spacy", "conllu", "html")
    },
    "report": ["report", "a.txt", "-o", "out.htm"],
    "plot": ["plot", "a.txt", "--by", "strength", "-o", "out.svg"],
    "lexicon": ["lexicon", "import", "a.csv", "-o", "out.toml"],
}


@pytest.fixture(autouse=True)
def inputs(folder):
    (folder / "a.txt").write_text(TEXT)
    (folder / "a.csv").write_text("category,word\ncrime,theft\n")


def left(folder) -> set[str]:
    return {path.name for path in folder.iterdir()} - {"a.txt", "a.csv"}


@pytest.mark.parametrize("what", WRITING)
def test_nothing_is_overwritten(cnd, folder, what):
    words = WRITING[what]
    (folder / words[-1]).write_text(OLD)
    assert f"{words[-1]} is there already; --force replaces it" in cnd(*words).err
    assert (folder / words[-1]).read_text() == OLD
    assert left(folder) == {words[-1]}


def test_made_meanwhile(cnd, folder, monkeypatch):
    from cnd_tools.views import export

    def slowly(path):
        (folder / "out.csv").write_text(OLD)  # as another process would, while we write

    monkeypatch.setattr(export, "_sync", slowly)
    assert "out.csv is there already; --force replaces it" in cnd("segment", "a.txt", "-o", "out.csv").err
    assert (folder / "out.csv").read_text() == OLD
    assert left(folder) == {"out.csv"}


@contextmanager
def no_room():
    """Let no file grow beyond 100 bytes, as on a disk that is full."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("what", WRITING)
def test_disk_full(cnd, folder, what):
    words = WRITING[what]
    (folder / words[-1]).write_text(OLD)
    with no_room():
        ended = cnd(*words, "--force", "--quiet", "--no-store")
    assert f"{words[-1]} was not written: " in ended.err
    assert ended.err.endswith("; the old file, if any, is whole\n")
    assert (folder / words[-1]).read_text() == OLD
    assert left(folder) == {words[-1]}


def test_disk_full_for_a_dataset(cnd, folder):
    with no_room():
        ended = cnd("analyse", "a.txt", "-o", "made", "--workers", "1")
    assert "was not written: File too large" in ended.err
    assert cnd("analyse", "a.txt", "-o", "made", "--workers", "1").code == 0
    assert "a" in cnd("docs", "made", "--csv").out


@pytest.mark.parametrize("command", ["segment a.txt --json", "show a.txt", "docs", "--help", "store path"])
def test_disk_full_behind_a_redirection(program, command):
    assert "cnd: standard output: No space left on device; write to a file" in program(f"cnd {command} > /dev/full").err


def test_read_only_folder(program, folder):
    (folder / "sub").mkdir()
    (folder / "sub" / "out.csv").write_text(OLD)
    (folder / "sub").chmod(0o500)
    done = program("cnd segment a.txt -o sub/out.csv --force", user=True)
    (folder / "sub").chmod(0o700)
    assert "sub/out.csv cannot be written: Permission denied; choose another place with -o" in done.err
    assert (folder / "sub" / "out.csv").read_text() == OLD


def test_a_folder_that_is_not_there(cnd):
    ended = cnd("segment", "a.txt", "-o", "nowhere/out.csv")
    assert "nowhere/out.csv cannot be written: No such file or directory; choose another place" in ended.err


@pytest.mark.parametrize("name", ["n" * 250 + ".csv", "n" * 300 + ".csv"], ids=["just-fits", "too-long"])
def test_long_name(cnd, folder, name):
    ended = cnd("segment", "a.txt", "-o", name)
    assert left(folder) == ({name} if ended.code == 0 else set())
    assert ended.code == 0 or "cannot be written: File name too long; choose another place" in ended.err


@pytest.mark.parametrize("place", ["/dev/full", "pipe.csv"])
def test_a_device_or_a_pipe_is_not_replaced(cnd, folder, place):
    os.mkfifo("pipe.csv")
    before = os.stat(place).st_mode
    ended = cnd("segment", "a.txt", "--csv", "-o", place, "--force")
    assert f"{place} is a device or a pipe, which a file would replace; without -o, use > {place}" in ended.err
    assert os.stat(place).st_mode == before


def test_a_link_stays_one(cnd, folder):
    (folder / "real.csv").write_text(OLD)
    (folder / "out.csv").symlink_to("real.csv")
    cnd("segment", "a.txt", "-o", "out.csv", "--force")
    assert (folder / "out.csv").is_symlink()
    assert "Member States" in (folder / "real.csv").read_text()


def stopped_in_mid_write(number: int) -> str:
    """Return a line that runs `cnd` and sends it a signal when it has written and not yet put in place."""
    code = (
        "import os, sys; from cnd_tools.views import export; from cnd_tools.cli.running import main; "
        f"export._sync = lambda path: os.kill(os.getpid(), {number}); "
        "sys.argv = 'cnd segment a.txt -o out.csv --force'.split(); main()"
    )
    return f"{shlex.quote(sys.executable)} -c {shlex.quote(code)}"


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_stopped_in_mid_write(program, folder, number):
    (folder / "out.csv").write_text(OLD)
    done = program(stopped_in_mid_write(number))
    assert (folder / "out.csv").read_text() == OLD
    if number == signal.SIGKILL:
        (unfinished,) = left(folder) - {"out.csv"}
        assert unfinished.endswith(".part")
    else:
        assert left(folder) == {"out.csv"}
        assert "nothing was left half written" in done.err


def test_two_at_once(program, folder):
    (folder / "b.txt").write_text("1. States agree.\n\n" * 200)
    one = "cnd segment b.txt -o out.csv --force"
    done = program(f"{one} & {one} & wait $! && wait && cnd segment b.txt -o alone.csv", env={"CND_CACHE": "cache"})
    assert "store" not in done.err
    assert (folder / "out.csv").read_bytes() == (folder / "alone.csv").read_bytes()
    assert left(folder) == {"out.csv", "alone.csv", "cache", "b.txt"}
