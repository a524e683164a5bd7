"""Bytes by key in one SQLite file: bounded, for several processes at once, and whole after a kill.

What goes wrong here never stops the work: a store that cannot be read or written says so once and is out of use from
then on. Nor is anything believed that others may have put there: the file is its user's own and holds our table alone,
and each value carries a checksum, by which a damaged one, or one under another's key, is told.
"""

from __future__ import annotations

import sqlite3
import time
import weakref
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

from cnd_tools.errors import short
from cnd_tools.store.ownership import NotOurs, hold

FILE = "analyses.sqlite3"
PATIENCE = 5.0  # seconds to wait for another process to finish writing
LEAST = 16 << 20  # bytes: as large the file and its log may be, however little it may keep
FRESH = 3600.0  # seconds in which a use is not noted again: reading is then only reading
Result = TypeVar("Result")
CHECKSUM = 16  # bytes before a value
LONGEST_KIND = 40  # characters
_OPEN: Counter[Path] = Counter()  # connections of this process to each file
ROOM = 0.9  # of the limit is left filled after the oldest were dropped, so that not every write drops some

_TABLE = """CREATE TABLE kept (
  key TEXT PRIMARY KEY, kind TEXT NOT NULL, size INTEGER NOT NULL, used REAL NOT NULL, value BLOB NOT NULL
)"""
_INDEX = "CREATE INDEX by_use ON kept (used, size, kind)"


class Blobs:
    """A bounded store of bytes.

    Attributes:
        path: the file it is in.
    """

    def __init__(
        self,
        folder: Path,
        *,
        limit: int,
        warn: Callable[[str], None],
        note: Callable[[str], None] = lambda message: None,
    ) -> None:
        """Name the store; nothing is opened before it is used.

        Args:
            folder: where its file is, made if it is not there.
            limit: most bytes of values to keep.
            warn: told, once, why the store is out of use.
            note: told, once, that a value is damaged.
        """
        self.path = folder / FILE
        self._limit = limit
        self._warn, self._note = warn, note
        self._connection: sqlite3.Connection | None = None
        self._let_go: Callable[[], object] = lambda: None
        self._usable = True
        self._damaged = False

    def get(self, key: str) -> bytes | None:
        """Return what is kept under a key, or None."""

        def work(connection: sqlite3.Connection) -> bytes | None:
            row = connection.execute("SELECT value, used FROM kept WHERE key = ?", (key,)).fetchone()
            if row is None:
                return None
            if time.time() - row[1] > FRESH:
                connection.execute("UPDATE kept SET used = ? WHERE key = ?", (time.time(), key))
            value = bytes(row[0])
            if value[:CHECKSUM] == _checksum(key, value[CHECKSUM:]):
                return value[CHECKSUM:]
            self._tell_damaged()
            return None

        return self._safely(work, None)

    def put(self, key: str, kind: str, value: bytes) -> None:
        """Keep a value, dropping what was not used longest if there is no room; one too large for that is not kept."""

        def work(connection: sqlite3.Connection) -> None:
            with connection:
                connection.execute("BEGIN IMMEDIATE")
                row = (key, kind, len(value), time.time(), _checksum(key, value) + value)
                connection.execute("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?, ?)", row)
                self._make_room(connection, key)

        if len(value) <= self._limit // 2:
            self._safely(work, None)

    def sizes(self) -> dict[str, tuple[int, int]]:
        """Return for each kind how many values are kept and their bytes."""

        def work(connection: sqlite3.Connection) -> dict[str, tuple[int, int]]:
            rows = connection.execute(
                "SELECT kind, COUNT(*), SUM(size) FROM kept GROUP BY kind ORDER BY kind LIMIT 100"
            )
            return {str(kind)[:LONGEST_KIND]: (int(count), int(size)) for kind, count, size in rows}

        return self._safely(work, {})

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            self._let_go()
            self._connection = None

    def _make_room(self, connection: sqlite3.Connection, newest: str) -> None:
        (size,) = connection.execute("SELECT SUM(size) FROM kept").fetchone()
        if size <= self._limit:
            return
        oldest = connection.execute("SELECT key, size FROM kept WHERE key != ? ORDER BY used", (newest,))
        for key, freed in oldest.fetchall():
            connection.execute("DELETE FROM kept WHERE key = ?", (key,))
            size -= freed
            if size <= self._limit * ROOM:
                break

    def _safely(self, work: Callable[[sqlite3.Connection], Result], otherwise: Result) -> Result:
        """Do something with the file; on any fault of it warn once, and from then on return `otherwise`."""
        if not self._usable:
            return otherwise
        try:
            return work(self._connect())
        # Of a file that is not as we make them, a value may be of any type, or too long.
        except (sqlite3.Error, OSError, NotOurs, TypeError, ValueError, OverflowError) as error:
            self._usable = False
            with suppress(sqlite3.Error):
                self.close()
            self._warn(f"{short(str(self.path))}: {short(str(error))}")
            return otherwise

    def _tell_damaged(self) -> None:
        if not self._damaged:
            self._damaged = True
            self._note(f"{short(str(self.path))}: a cached result is damaged and is computed again")

    def _connect(self) -> sqlite3.Connection:
        if self._connection is None:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            hold(self.path, most=2 * self._limit + LEAST, is_open=_OPEN[self.path] > 0)
            connection = sqlite3.connect(self.path, timeout=PATIENCE, isolation_level=None)
            self._connection = connection
            _OPEN[self.path] += 1
            self._let_go = weakref.finalize(self, _close, connection, self.path)  # though `close` be forgotten
            connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, max(self._limit, LEAST))  # of one value
            connection.execute("PRAGMA trusted_schema = OFF")
            # The pages of what is dropped are given back as they become free: the file is as bounded as its contents.
            connection.execute("PRAGMA auto_vacuum = FULL")
            connection.execute("PRAGMA journal_mode = WAL")  # readers and a writer at once, whole after a kill
            connection.execute("PRAGMA synchronous = NORMAL")
            _make_ready(connection)
        return self._connection


def _close(connection: sqlite3.Connection, path: Path) -> None:
    _OPEN[path] -= 1
    connection.close()


def _make_ready(connection: sqlite3.Connection) -> None:
    """Make our table where there is nothing, and hold what there is to be it and nothing else: no view, no trigger.

    Raises:
        NotOurs: it is something else.
    """
    if not _there(connection):
        with connection:
            connection.execute("BEGIN IMMEDIATE")
            if not _there(connection):  # another process may have been first
                connection.execute(_TABLE)
                connection.execute(_INDEX)
    if _there(connection) != {_TABLE, _INDEX}:
        raise NotOurs("not a file of cached results of this program; cnd store clear empties it")


def _there(connection: sqlite3.Connection) -> set[str]:
    return {sql for (sql,) in connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL LIMIT 10")}


def _checksum(key: str, value: bytes) -> bytes:
    return blake2b(value, digest_size=CHECKSUM, key=key.encode()[:64]).digest()


def remove(folder: Path) -> int:
    """Remove the store of a folder and return the bytes it took; other processes go on with what they have open.

    Raises:
        OSError: it cannot be removed.
    """
    freed = 0
    for path in sorted(folder.glob(f"{FILE}*")):  # with the log and the index that SQLite has beside it
        freed += path.lstat().st_size
        path.unlink()
    return freed
