"""Datasets that another made: values, types, files and descriptions that `cnd analyse` does not write."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import zipfile
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import cycle
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from attacking.cases import TEXT, Case, Ended, nothing_wrong

Change = Callable[[Path], None]
TABLES = ("documents", "points", "actors", "themes", "positions", "actions")
COMMANDS = [
    ["docs", "ds", "--csv"],
    ["segment", "ds", "--json"],
    ["actions", "ds", "--csv"],
    ["actors", "ds", "--csv"],
    ["compare", "ds"],
    ["find", "States", "ds"],
    ["show", "ds"],
    ["report", "ds", "-o", "r.html"],
    ["export", "ds", "-o", "x.xlsx"],
    ["export", "ds", "-o", "x.qdpx"],
    ["export", "ds", "-o", "x.jsonld"],
    ["terms", "ds"],
    ["themes", "ds", "--where", "theme = 'corruption'"],
    ["export", "ds", "-o", "x.conllu"],
]
SECRET = b"secret of the reader's machine\n"
_TEXTS = {"empty": "", "NUL": "a\0b", "long": "x" * 2_000_000, "unknown": "zzz", "escape": "\x1b[2J<script>\u202e"}
_NUMBERS = (-1, 0, 2**62, -(2**63), 10**9)
_LISTS: dict[str, list[Any]] = {
    "pages": [[], [5], [-5, -1], [10**12, 10**13], [None], [9, 2], list(range(50_000))],
    "masthead": [[], [5], [-5, -1], [10**12, 10**13], [None, None], [9, 2]],
    "pieces": [[], [[0, 0, 5]], [[1]], [[-5] * 3], [None], [[None] * 3], [[0, 0, 1] * 50_000], [[2**62] * 3]],
    "ledger": [[], [{"kind": "zzz", "characters": 5}], [{"kind": "point", "characters": -9}], [None]],
    "notices": [[None], [{"line": -1, "code": "gap", "text": "\x1b[2J"}], [{"line": None, "code": None, "text": None}]],
}
_ABOUT: dict[str, bytes] = {
    **{said: said.encode() for said in ("[]", "5", "null", '"x"', "true", "", "\0", "{}", '{"format":1}')},
    **{
        f"format {said}": f'{{"format":{said},"complete":true}}'.encode()
        for said in ("[]", '"1"', "true", "1.0", "Infinity", "NaN", "-1", "2", "9" * 5_000)
    },
    "deep lists": b"[" * 100_000,
    "deep objects": b'{"a":' * 100_000,
    "not UTF-8": b"\xff",
    "UTF-16": '{"format":1}'.encode("utf-16"),
    "3 MB of a format": b'{"format":"' + b"x" * 3_000_000 + b'","complete":true}',
    "20 MB of lists": b'{"format":1,"complete":true,"x":[' + b"[]," * 6_000_000 + b"1]}",
    "complete twice": b'{"format":1,"complete":true,"complete":false}',
    "parts of no number": b'{"format":1,"complete":true,"parts":[]}',
}


def cases() -> Iterator[Case]:
    """Yield datasets with one thing wrong in each."""
    commands = cycle(COMMANDS)
    written_once()
    for table in TABLES:
        for name, change in _values(table):
            yield _case("dataset: values", f"{table}, {name}", change, next(commands))
    for name, data in _ABOUT.items():
        for words in (next(commands), next(commands)):
            yield _case(
                "dataset: description", f"{name}, {words[0]} {words[-1]}", _written("dataset.json", data), words
            )
    for name, change in _files():
        for words in (COMMANDS[0], COMMANDS[2], COMMANDS[7]):
            yield _case("dataset: files", f"{name}, {words[0]}", change, words)
    for place in (
        "secret",
        "/etc/passwd",
        "/proc/kcore",
        "/proc/self/mem",
        "/dev/zero",
        "/dev/stdin",
        "x" * 5_000,
        "\0",
        "/",
    ):
        for words in COMMANDS[7:11]:
            yield _case("dataset: paths", f"{place[:20]!r}, {words[-1]}", _pointed(place), words, wrong=_leaked)
    for seed in range(240):
        yield _case("dataset: bytes", f"seed {seed}", _damaged(seed), next(commands))


def _case(kind: str, name: str, change: Change, words: Sequence[str], wrong: Any = nothing_wrong) -> Case:
    def prepare(folder: Path) -> None:
        shutil.copytree(written_once(), folder / "ds")
        change(folder / "ds")

    return Case(kind, name, {"secret": SECRET}, [words], prepare, wrong)


@cache
def written_once() -> Path:
    import cnd_tools
    from cnd_tools.dataset.writing import write_dataset

    place = Path(mkdtemp(prefix="attack-dataset-"))
    texts = {
        "a": TEXT,
        "b": "The Board,\n\n1. Urges States to prevent corruption;\n\n2. Calls upon them to act by 2030.\n",
    }
    records = [cnd_tools.analyse(cnd_tools.document(text, name=name)).records for name, text in texts.items()]
    write_dataset(records, place, made_with={})
    return place


def part(dataset: Path, table: str) -> Path:
    """Return the first part of a table."""
    return next(iter(sorted((dataset / table).glob("part-*.parquet"))))


def _rewritten(table: str, change: Callable[[pa.Table], pa.Table]) -> Change:
    def apply(dataset: Path) -> None:
        path = part(dataset, table)
        pq.write_table(change(pq.read_table(path)), path)

    return apply


def _column(name: str, values: Callable[[pa.Table], Any]) -> Callable[[pa.Table], pa.Table]:
    return lambda table: table.set_column(table.schema.get_field_index(name), name, values(table))


def _first(name: str, value: object) -> Callable[[pa.Table], pa.Table]:
    def values(table: pa.Table) -> Any:
        return pa.array([value, *table[name].to_pylist()[1:]], table.schema.field(name).type)

    return _column(name, values)


def _values(table: str) -> Iterator[tuple[str, Change]]:
    others = cycle((["x"], {"a": 1}, b"\xff\0", float("nan"), 5, "5", True))
    for field in pq.read_schema(part(written_once(), table)):
        for value in _odd(field):
            short = repr(value)[:40]
            yield f"{field.name}: {short} of {len(str(value))}", _rewritten(table, _first(field.name, value))
        for other in (next(others), next(others)):
            made = _column(field.name, lambda table, other=other: pa.array([other] * len(table)))
            yield f"{field.name} of {type(other).__name__}", _rewritten(table, made)
        yield f"{field.name} missing", _rewritten(table, lambda table, name=field.name: table.drop_columns([name]))
    yield "all twice", _rewritten(table, lambda table: pa.concat_tables([table, table]))
    yield "none", _rewritten(table, lambda table: table.slice(0, 0))
    yield "the first missing", _rewritten(table, lambda table: table.slice(1))
    yield "backwards", _rewritten(table, lambda table: table.take(list(range(len(table)))[::-1]))
    yield "columns backwards", _rewritten(table, lambda table: table.select(table.column_names[::-1]))
    yield (
        "capitals",
        _rewritten(table, lambda table: table.rename_columns([name.upper() for name in table.column_names])),
    )
    more = _rewritten(table, lambda table: table.append_column("filename", pa.array(["x"] * len(table))))
    yield "a column of DuckDB's", more


def _odd(field: pa.Field) -> list[Any]:
    if pa.types.is_integer(field.type):
        return [None, *_NUMBERS]
    if pa.types.is_string(field.type):
        return [None, *_TEXTS.values()]
    return [None, *_LISTS.get(field.name, ())]


def _written(name: str, data: bytes) -> Change:
    return lambda dataset: (dataset / name).write_bytes(data) and None


def _files() -> Iterator[tuple[str, Change]]:
    for table in ("documents", "points", "actions"):
        for name, make in _MADE.items():
            yield f"{table} is {name}", lambda dataset, table=table, make=make: _replaced(part(dataset, table), make)
        for name in ("part-000001.parquet", "part-x.parquet", "part-*.parquet"):
            yield (
                f"{table} has {name} too",
                lambda dataset, table=table, name=name: (
                    shutil.copy(part(dataset, table), dataset / table / name) and None
                ),
            )
        yield f"{table} without a folder", lambda dataset, table=table: shutil.rmtree(dataset / table)
        yield f"{table} cut", lambda dataset, table=table: os.truncate(part(dataset, table), 500)
        yield f"{table} grown", lambda dataset, table=table: os.truncate(part(dataset, table), 1 << 40)
    for name, make in _MADE.items():
        yield f"the description is {name}", lambda dataset, make=make: _replaced(dataset / "dataset.json", make)
    for count in (3, 300):
        yield f"{count} parts of each", lambda dataset, count=count: _multiplied(dataset, count)


_MADE: dict[str, Change] = {
    "missing": lambda path: None,
    "a pipe": os.mkfifo,
    "a device": lambda path: path.symlink_to("/dev/zero"),
    "a link out": lambda path: path.symlink_to("/etc/passwd"),
    "a link to itself": lambda path: path.symlink_to(path.name),
    "a folder": lambda path: path.mkdir(),
    "empty": lambda path: path.touch(),
    "text": lambda path: path.write_text("document,point\na,1\n") and None,
}


def _replaced(path: Path, make: Change) -> None:
    path.unlink()
    make(path)


def _multiplied(dataset: Path, count: int) -> None:
    for table in TABLES:
        for number in range(1, count):
            shutil.copy(part(dataset, table), dataset / table / f"part-{number:06}.parquet")


def _pointed(place: str) -> Change:
    def change(dataset: Path) -> None:
        path = str(dataset.parent / place) if place == "secret" else place
        _rewritten("documents", _column("path", lambda table: pa.array([path] * len(table))))(dataset)

    return change


def _leaked(folder: Path, _ended: Sequence[Ended]) -> str:
    """Say whether what was written tells the checksum of a file that the dataset does not hold."""
    files = {str(path): path.read_bytes() for path in folder.iterdir() if path.is_file() and path.name != "secret"}
    for path in [path for path in files if zipfile.is_zipfile(path)]:
        with zipfile.ZipFile(path) as archive:
            files |= {name: archive.read(name) for name in archive.namelist()}
    told = hashlib.sha256(SECRET).hexdigest().encode()
    return "the checksum of a file of the reader's" if any(told in data for data in files.values()) else ""


def _damaged(seed: int) -> Change:
    def change(dataset: Path) -> None:
        draw = random.Random(seed)
        path = part(dataset, draw.choice(TABLES))
        data = bytearray(path.read_bytes())
        for _ in range(draw.choice((1, 3, 10))):
            at = (
                draw.randrange(len(data))
                if draw.random() < 0.5
                else len(data) - draw.randrange(1, min(1_500, len(data)))
            )
            data[at] = draw.randrange(256)
        path.write_bytes(data)

    return change
