"""Kept results that somebody else made or changed: they are set aside, and the rows are those of the text."""

from __future__ import annotations

import os
import shutil
import sqlite3
import zlib
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from attacking.cases import TEXT, Case, Ended
from attacking.running import run

KIND = "stores"
FILE = "analyses.sqlite3"
COMMANDS = (
    ["themes", "v.txt", "--csv"],
    ["segment", "v.txt", "--csv"],
    ["store", "info"],
    ["doctor"],
    ["store", "clear"],
)
Change = Callable[[Path], object]
_ROWS = '{{"actors":{0},"themes":{0},"positions":{0},"actions":{0}}}'
_VALUES = {
    "nothing": b"",
    "junk": b"junk",
    "a bomb": zlib.compress(b" " * 300_000_000, 9),
    **{
        said[:30]: zlib.compress(said.encode())
        for said in ("null", "[]", "5", "9" * 5_000, "[" * 500_000, '{"text":' * 100_000, _ROWS.format("null"))
    },
    "no rows": zlib.compress(_ROWS.format("[]").encode()),
    "short rows": zlib.compress(_ROWS.format("[[1]]").encode()),
}
_ENDLESS = "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r)"
_SCRIPTS = {
    "large blobs": "UPDATE kept SET value = zeroblob(500000000)",
    "text for numbers": "UPDATE kept SET used = 'x', size = 'x'",
    "numbers without end": "UPDATE kept SET used = 9e999, size = 9223372036854775807",
    "kinds of bytes": "UPDATE kept SET kind = x'ff00'",
    "escapes": "UPDATE kept SET kind = char(27) || '[2J'",
    "a long kind": "UPDATE kept SET kind = hex(zeroblob(2000000))",
    "no table": "DROP TABLE kept",
    "other columns": "DROP TABLE kept; CREATE TABLE kept (key)",
    "a view": "DROP TABLE kept; CREATE VIEW kept AS SELECT 'k' key, 'k' kind, 1 size, 0.0 used, zeroblob(9) value",
    "an endless view": f"DROP TABLE kept; CREATE VIEW kept AS {_ENDLESS}"
    " SELECT n key, n kind, n size, n used, n value FROM r",
    "a trigger": "CREATE TRIGGER t AFTER INSERT ON kept BEGIN DELETE FROM kept; END",
    "an endless trigger": "CREATE TRIGGER t AFTER INSERT ON kept BEGIN "
    f"SELECT count(*) FROM ({_ENDLESS} SELECT n FROM r); END",
    "many tables": "".join(f"CREATE TABLE t{n} (a);" for n in range(5_000)),
    "another program's": "DROP TABLE kept; CREATE TABLE users (id, password); INSERT INTO users VALUES (1, 'x')",
    "values changed about": "UPDATE kept SET value = (SELECT value FROM kept k WHERE k.kind = 'rows')",
    "another version": "PRAGMA user_version = 99999; PRAGMA application_id = 1196444487",
    "an index of expressions": "CREATE INDEX e ON kept (hex(value))",
    "generated values": "DROP TABLE kept; CREATE TABLE kept (key PRIMARY KEY, kind, size, used,"
    " value GENERATED ALWAYS AS (zeroblob(500000000)))",
}


def cases() -> Iterator[Case]:
    """Yield a warm store with one thing wrong, for each command."""
    _warm()
    for name, change in _changes():
        for words in COMMANDS:
            prepare = _prepared(change)
            yield Case(KIND, f"{name}, {' '.join(words)}", {"v.txt": TEXT}, [words], prepare, _same_rows)


@cache
def _warm() -> tuple[Path, dict[str, bytes]]:
    """Return a folder with a store that has the text's results, and what commands print."""
    place = Path(mkdtemp(prefix="attack-store-")) / "warm"
    place.mkdir()
    (place / "v.txt").write_text(TEXT)
    return place, {words[0]: run(words, place, {}).out for words in COMMANDS[:2]}


def _prepared(change: Change) -> Callable[[Path], None]:
    def prepare(folder: Path) -> None:
        shutil.copytree(_warm()[0] / "cache", folder / "cache")
        change(folder / "cache" / FILE)

    return prepare


def _same_rows(folder: Path, ended: Sequence[Ended]) -> str:
    if (folder / "new.db").exists() or (folder / "v.txt").read_text() != TEXT:
        return "written through a link"
    expected = _warm()[1].get(ended[0].words[0], ended[0].out)
    return "" if ended[0].code or ended[0].out == expected else "other rows than without the store"


def _changes() -> Iterator[tuple[str, Change]]:
    for name, value in _VALUES.items():
        yield f"values of {name}", lambda path, value=value: _run(path, "UPDATE kept SET value = ?, size = 9", value)
    for name, script in _SCRIPTS.items():
        yield name, lambda path, script=script: _run(path, script)
    yield "of somebody else", lambda path: os.chown(path, 12_345, 12_345)
    yield "in somebody else's folder", lambda path: os.chown(path.parent, 12_345, 12_345)
    yield "that others may write to", lambda path: path.chmod(0o666)
    yield "in a folder that others may write to", lambda path: path.parent.chmod(0o777)
    yield "that nobody may read", lambda path: path.chmod(0)
    yield "that is a link", lambda path: (path.rename(path.with_name("o")), path.symlink_to("o"))
    yield "with a second name", lambda path: os.link(path, path.with_name("o"))
    yield "that leads to nothing", lambda path: (path.unlink(), path.symlink_to("../new.db"))
    yield "that leads to a text", lambda path: (path.unlink(), path.symlink_to("../v.txt"))
    yield "that is a pipe", lambda path: (path.unlink(), os.mkfifo(path))
    yield "that is a device", lambda path: (path.unlink(), path.symlink_to("/dev/zero"))
    yield "that is a folder", lambda path: (path.unlink(), path.mkdir())
    yield "of a terabyte", lambda path: os.truncate(path, 1 << 40)
    yield "that is cut", lambda path: os.truncate(path, 5_000)
    yield "that is empty", lambda path: os.truncate(path, 0)
    for ending in ("-wal", "-shm", "-journal"):
        yield f"with a folder for {ending}", lambda path, ending=ending: Path(f"{path}{ending}").mkdir()
        yield f"with a pipe for {ending}", lambda path, ending=ending: os.mkfifo(f"{path}{ending}")
        yield (
            f"with junk for {ending}",
            lambda path, ending=ending: Path(f"{path}{ending}").write_bytes(b"\xd9" * 9_999),
        )
        yield f"with a link for {ending}", lambda path, ending=ending: Path(f"{path}{ending}").symlink_to("../new.db")


def _run(path: Path, script: str, *values: bytes) -> None:
    with sqlite3.connect(path) as store:
        if values:
            store.execute(script, values)
        else:
            store.executescript(script)
    store.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    store.close()
