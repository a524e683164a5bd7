"""A whole dataset written at once, which takes the place of an older one when it is finished."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cnd_tools.dataset.schema import ABOUT, TABLES
from cnd_tools.errors import OutputFailed, UsageError


@contextmanager
def taking_place_of(path: Path, *, force: bool = False) -> Iterator[Path]:
    """Make an empty folder beside `path` for a dataset, and move it there when the block ends well.

    No file system lets one folder take another's place in a single step: the old dataset is put aside first, under a
    hidden name beside it, and removed when the new one stands. Killed between the two, a process leaves it there whole.

    Raises:
        UsageError: `path` exists and `force` is false, or it holds anything but a dataset.
        OutputFailed: it cannot be written.
    """
    _check(path, force=force)
    try:
        beside = Path(tempfile.mkdtemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent))
    except OSError as error:
        raise OutputFailed(f"{path} cannot be written: {error.strerror}; choose another place with -o") from error
    try:
        yield beside
        _sync(beside)
        _open_to_all(beside)
        _take_place(beside, path)
    except OSError as error:
        raise OutputFailed(
            f"{path} was not written: {error.strerror or error}; the old dataset, if any, is whole"
        ) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _check(path: Path, *, force: bool) -> None:
    if not os.path.lexists(path):
        return
    if path.is_symlink() or not path.is_dir():
        raise UsageError(f"{path} is there and is no folder; name another")
    names = set(os.listdir(path))
    if names and (ABOUT not in names or names - {ABOUT, *TABLES}):
        raise UsageError(f"{path} has other things in it than a dataset; name a folder that is not there yet")
    if names and not force:
        raise UsageError(f"{path} is there already; --force replaces it")


def _sync(folder: Path) -> None:
    """Have the files on the disk before their folder has its name, so that a power cut leaves none half written."""
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb+") as file:
                os.fsync(file.fileno())


def _open_to_all(folder: Path) -> None:
    """Give a folder that was made for us alone the rights any new one would get."""
    umask = os.umask(0)
    os.umask(umask)
    folder.chmod(0o777 & ~umask)


def _take_place(beside: Path, path: Path) -> None:
    if not path.exists():
        beside.rename(path)
        return
    old = beside.with_suffix(".old")
    path.rename(old)
    try:
        beside.rename(path)
    except OSError:
        old.rename(path)
        raise
    shutil.rmtree(old, ignore_errors=True)
