"""A dataset takes its place whole, and what was there before is lost at no moment."""

import signal
import subprocess
import sys

import pytest

from cnd_tools.dataset.replacing import taking_place_of
from cnd_tools.errors import OutputFailed, UsageError


def fill(folder, word):
    (folder / "points").mkdir()
    (folder / "points" / "part-000000.parquet").write_text(word)
    (folder / "dataset.json").write_text(word)


def word_of(folder):
    return (folder / "points" / "part-000000.parquet").read_text() + (folder / "dataset.json").read_text()


@pytest.fixture
def old(tmp_path):
    folder = tmp_path / "out.parquet"
    folder.mkdir()
    fill(folder, "old")
    return folder


def test_a_new_folder(tmp_path):
    with taking_place_of(tmp_path / "out.parquet") as beside:
        assert not (tmp_path / "out.parquet").exists()
        fill(beside, "new")
    (tmp_path / "plain").mkdir()
    assert word_of(tmp_path / "out.parquet") == "newnew"
    assert (tmp_path / "out.parquet").stat().st_mode == (tmp_path / "plain").stat().st_mode
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.parquet", "plain"]


def test_an_empty_folder_may_be_there(tmp_path):
    (tmp_path / "out.parquet").mkdir()
    with taking_place_of(tmp_path / "out.parquet") as beside:
        fill(beside, "new")
    assert word_of(tmp_path / "out.parquet") == "newnew"


def test_an_older_one_is_replaced_when_asked(old):
    with pytest.raises(UsageError, match="--force"), taking_place_of(old):
        pass
    with taking_place_of(old, force=True) as beside:
        fill(beside, "new")
        assert word_of(old) == "oldold"
    assert word_of(old) == "newnew"
    assert list(old.parent.iterdir()) == [old]


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), ValueError("x"), KeyboardInterrupt()])
def test_what_fails_changes_nothing(old, error):
    told = OutputFailed if isinstance(error, OSError) else type(error)

    def fail():
        with taking_place_of(old, force=True) as beside:
            fill(beside, "new")
            raise error

    with pytest.raises(told):
        fail()
    assert word_of(old) == "oldold"
    assert list(old.parent.iterdir()) == [old]


def test_a_move_that_fails_is_undone(old, monkeypatch):
    rename = type(old).rename

    def refused(path, target):
        if path.suffix == ".part":
            raise PermissionError(13, "Permission denied")
        return rename(path, target)

    monkeypatch.setattr("pathlib.Path.rename", refused)
    with pytest.raises(OutputFailed, match="the old dataset, if any, is whole"):  # noqa: SIM117
        with taking_place_of(old, force=True) as beside:
            fill(beside, "new")
    assert word_of(old) == "oldold"
    assert list(old.parent.iterdir()) == [old]


@pytest.mark.parametrize("force", [False, True])
@pytest.mark.parametrize("name", ["mine.txt", "points", "dataset.json.bak"])
def test_a_folder_with_other_things_is_let_alone(tmp_path, name, force):
    (tmp_path / "out.parquet").mkdir()
    (tmp_path / "out.parquet" / name).write_text("mine")
    with pytest.raises(UsageError, match="other things"), taking_place_of(tmp_path / "out.parquet", force=force):
        pass
    assert (tmp_path / "out.parquet" / name).read_text() == "mine"


def test_a_dataset_with_notes_of_the_user_is_let_alone(old):
    (old / "notes.txt").write_text("mine")
    with pytest.raises(UsageError, match="other things"), taking_place_of(old, force=True):
        pass
    assert (old / "notes.txt").exists()


def test_a_file_or_a_link_is_let_alone(old, tmp_path):
    (tmp_path / "file.parquet").write_text("mine")
    (tmp_path / "link.parquet").symlink_to(old)
    for name in ("file.parquet", "link.parquet"):
        with pytest.raises(UsageError, match="no folder"), taking_place_of(tmp_path / name, force=True):
            pass
    assert word_of(old) == "oldold"
    with pytest.raises(OutputFailed, match="cannot be written"), taking_place_of(tmp_path / "nowhere" / "x.parquet"):
        pass


KILLED = """
import os, pathlib, signal, sys
from cnd_tools.dataset.replacing import taking_place_of

def kill(*_):
    os.kill(os.getpid(), signal.SIGKILL)

moment, old = sys.argv[1], pathlib.Path(sys.argv[2])
rename = pathlib.Path.rename
if moment == "between the moves":
    pathlib.Path.rename = lambda path, to: kill() if path.suffix == ".part" else rename(path, to)
with taking_place_of(old, force=True) as beside:
    (beside / "points").mkdir()
    if moment == "while writing":
        kill()
"""


@pytest.mark.parametrize("moment", ["while writing", "between the moves"])
def test_a_kill_loses_nothing(old, moment):
    done = subprocess.run([sys.executable, "-c", KILLED, moment, str(old)], check=False)
    assert done.returncode == -signal.SIGKILL
    whole = old if moment == "while writing" else next(old.parent.glob(".out.parquet.*.old"))
    assert word_of(whole) == "oldold"
