import os
import signal
import sqlite3
import subprocess
import sys
import time

import pytest

from cnd_tools.store import ownership
from cnd_tools.store.blobs import FILE, Blobs, remove

WRITER = """
import sys
from pathlib import Path
from cnd_tools.store.blobs import Blobs
blobs = Blobs(Path(sys.argv[1]), limit=10**9, warn=lambda message: sys.exit(message))
for number in range(int(sys.argv[3])):
    blobs.put(f"{sys.argv[2]}-{number}", "rows", f"{sys.argv[2]}-{number}".encode() * 1000)
    if number == 20:
        print("going", flush=True)
"""


@pytest.fixture
def said():
    return []


@pytest.fixture
def blobs(tmp_path, said):
    made = Blobs(tmp_path / "cache", limit=1000, warn=said.append)
    yield made
    made.close()


def test_what_is_put_is_there_and_nothing_else_is(blobs, said):
    blobs.put("a", "rows", b"\0one")
    blobs.put("a", "rows", b"two")
    assert blobs.get("a") == b"two"
    assert blobs.get("b") is None
    assert blobs.sizes() == {"rows": (1, 3)}
    assert said == []


def test_it_is_there_for_the_next_process_too(blobs, tmp_path, said):
    blobs.put("a", "rows", b"one")
    again = Blobs(tmp_path / "cache", limit=1000, warn=said.append)
    assert again.get("a") == b"one"
    again.close()


def test_what_was_not_used_longest_goes_first(blobs, monkeypatch):
    for now, key in enumerate("abcd"):
        monkeypatch.setattr(time, "time", lambda now=now: 10_000.0 * now)
        blobs.put(key, "rows", bytes(240))
    monkeypatch.setattr(time, "time", lambda: 50_000.0)
    blobs.get("a")  # used again, so no longer the oldest
    blobs.put("e", "rows", bytes(240))
    kept = {key for key in "abcde" if blobs.get(key) is not None}
    assert kept == {"a", "d", "e"}  # down to nine tenths of the limit
    assert blobs.sizes()["rows"][1] <= 1000


def test_one_value_never_drives_out_all_others(blobs):
    blobs.put("a", "rows", bytes(10))
    blobs.put("b", "rows", bytes(501))
    assert blobs.get("b") is None
    assert blobs.get("a") == bytes(10)


def test_the_file_is_as_bounded_as_what_is_in_it(tmp_path, said):
    blobs = Blobs(tmp_path, limit=200_000, warn=said.append)
    for number in range(200):
        blobs.put(str(number), "rows", os.urandom(20_000))
    blobs.close()
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) < 400_000
    assert said == []


def test_a_place_that_cannot_be_written_is_said_once(tmp_path, said):
    (tmp_path / "file").write_text("")
    blobs = Blobs(tmp_path / "file", limit=1000, warn=said.append)
    blobs.put("a", "rows", b"one")
    assert blobs.get("a") is None
    assert blobs.sizes() == {}
    assert len(said) == 1
    assert str(tmp_path / "file") in said[0]


def test_a_damaged_file_is_said_once_and_can_be_removed(tmp_path, said):
    (tmp_path / FILE).write_bytes(b"SQLite format 3\0" + os.urandom(5000))
    blobs = Blobs(tmp_path, limit=1000, warn=said.append)
    assert blobs.get("a") is None
    blobs.put("a", "rows", b"one")
    assert len(said) == 1
    assert remove(tmp_path) >= 5000
    anew = Blobs(tmp_path, limit=1000, warn=said.append)
    anew.put("a", "rows", b"one")
    assert anew.get("a") == b"one"
    anew.close()
    assert len(said) == 1


def test_several_processes_write_at_once(tmp_path):
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path), name, "60"], stdout=subprocess.PIPE)
        for name in "abc"
    ]
    for writer in writers:
        writer.communicate(timeout=60)
    assert [writer.returncode for writer in writers] == [0, 0, 0]
    blobs = Blobs(tmp_path, limit=50_000_000, warn=pytest.fail)
    assert all(blobs.get(f"{name}-{n}") == f"{name}-{n}".encode() * 1000 for name in "abc" for n in range(60))
    blobs.close()


def test_it_is_whole_after_a_kill(tmp_path):
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(tmp_path), "a", "1000000"], stdout=subprocess.PIPE, text=True
    )
    assert writer.stdout.readline() == "going\n"
    time.sleep(0.05)
    writer.send_signal(signal.SIGKILL)
    writer.communicate()
    with sqlite3.connect(tmp_path / FILE) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()
    blobs = Blobs(tmp_path, limit=50_000_000, warn=pytest.fail)
    assert all(blobs.get(f"a-{number}") == f"a-{number}".encode() * 1000 for number in range(20))
    blobs.put("b", "rows", b"after")
    assert blobs.get("b") == b"after"
    blobs.close()


def test_one_of_two_processes_is_killed_while_both_write(tmp_path):
    """The other goes on without a word, and the store is whole: five times, each at another moment."""
    for turn in range(5):
        killed, other = (
            subprocess.Popen(
                [sys.executable, "-c", WRITER, str(tmp_path), f"{name}{turn}", count], stdout=subprocess.PIPE, text=True
            )
            for name, count in (("killed", "1000000"), ("other", "200"))
        )
        assert killed.stdout.readline() == other.stdout.readline() == "going\n"
        time.sleep(0.003 * turn)
        killed.send_signal(signal.SIGKILL)
        killed.communicate()
        other.communicate(timeout=60)
        assert (killed.returncode, other.returncode) == (-signal.SIGKILL, 0)
        blobs = Blobs(tmp_path, limit=50_000_000, warn=pytest.fail)
        assert blobs._connect().execute("PRAGMA integrity_check").fetchone() == ("ok",)
        for name, count in (("killed", 20), ("other", 200)):
            assert all(blobs.get(f"{name}{turn}-{n}") == f"{name}{turn}-{n}".encode() * 1000 for n in range(count))
        blobs.close()


def test_what_is_open_is_not_opened_as_a_file(said, tmp_path, monkeypatch):
    """Whoever opens and closes the file beside SQLite lets go of its locks; others may then take its log away."""
    looked = []
    monkeypatch.setattr(ownership, "_hold_first_page", looked.append)
    one, again = (Blobs(tmp_path / "cache", limit=10**6, warn=said.append) for _ in range(2))
    one.put("a", "rows", b"one")
    again.put("b", "rows", b"two")
    assert (looked, again.get("a"), said) == ([], b"one", [])
    one.close()
    again.close()
    one.put("c", "rows", b"three")
    assert looked == [one.path]
    one.close()
