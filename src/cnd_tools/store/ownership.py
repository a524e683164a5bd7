"""Whether a store is its user's own: what others can write is not believed, and nothing is written where a link leads.

Whoever can write a store can put any rows into any table that is made from it.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from cnd_tools.errors import short

BESIDE = ("", "-wal", "-shm", "-journal")  # what SQLite has, and reads, beside a file
OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH
FIRST_PAGE = 105  # bytes of it that say what is in it
MAGIC = b"SQLite format 3\0"
LEAF, MOST_CELLS = 0x0D, 4  # of the page that lists tables; ours has a table and two indexes


class NotOurs(Exception):  # noqa: N818  (a store that is not used, and no fault)
    """A store that somebody else made, or could have changed; the message says why and what to do."""


def hold(path: Path, *, most: int, is_open: bool = False) -> None:
    """Hold a store's file and folder to be its user's own, and the file to be one of a few tables.

    A link as folder is the user's own choice, as of a larger disk; what it leads to is held like any other.

    Args:
        path: the file, there or not.
        most: bytes it may have.
        is_open: whether this process has it open, and so has looked into it: to open and close it once more would let
            go of the locks that SQLite holds on it (sqlite.org/howtocorrupt.html, 2.2).

    Raises:
        NotOurs: it may be another's.
        OSError: it cannot be looked at.
    """
    folder = path.parent
    about = folder.stat()
    _hold_owner(about, folder)
    if os.name == "posix" and about.st_mode & OTHERS_WRITE:
        raise NotOurs(f"others may write into this folder; chmod go-w {short(str(folder))} ends that")
    for ending in BESIDE:
        file = path.with_name(path.name + ending)
        if os.path.lexists(file):
            _hold_file(file, most)
    if path.exists() and not is_open:
        _hold_first_page(path)


def _hold_owner(about: os.stat_result, path: Path) -> None:
    if hasattr(os, "geteuid") and about.st_uid != os.geteuid():
        raise NotOurs(f"{short(path.name)} belongs to another user")


def _hold_file(file: Path, most: int) -> None:
    about = file.lstat()
    if not stat.S_ISREG(about.st_mode):
        raise NotOurs(f"{file.name} is a link, or no file; cnd store clear takes it away")
    _hold_owner(about, file)
    if about.st_nlink > 1:
        raise NotOurs(f"{file.name} has another name too; cnd store clear takes this one away")
    if os.name == "posix" and about.st_mode & OTHERS_WRITE:
        raise NotOurs(f"others may write to {file.name}; cnd store clear empties it")
    if about.st_size > most:
        raise NotOurs(f"{file.name} is larger than it may grow; cnd store clear empties it")


def _hold_first_page(path: Path) -> None:
    """Hold the list of tables to a few: to read that of a million triggers takes for ever, and is done unasked."""
    with path.open("rb") as file:
        page = file.read(FIRST_PAGE)
    if page.startswith(MAGIC) and (page[100] != LEAF or int.from_bytes(page[103:105], "big") > MOST_CELLS):
        raise NotOurs("not a file of cached results of this program; cnd store clear empties it")
