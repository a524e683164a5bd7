"""A dataset back to tables and analyses, by DuckDB, which reads only the columns and rows that are asked for."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from cnd_tools.dataset import checking
from cnd_tools.dataset.conditions import Filter
from cnd_tools.dataset.conditions import read as read_condition
from cnd_tools.dataset.schema import ABOUT, ABOUT_DOCUMENT, DOCUMENTS, INNARDS, TABLES, columns, require
from cnd_tools.errors import RefusedInput, UsageError, short
from cnd_tools.records import FOUND, Analysis, Document, Masthead, Notice, Piece, Point
from cnd_tools.tables import Table
from cnd_tools.typed import Mismatch, hold_rows

_RECORDS: dict[str, Any] = dict(FOUND)
MOST_LIKE = 5_000  # different words in a column, up to which the one most like another is looked for
MOST_MEMORY = "1GB"  # of DuckDB: the texts of some hundred thousand pages, and what is sorted
_FILES = "read_parquet(?, filename = true, file_row_number = true)"
_COUNTED = ("sentences", "words")  # of a point; worked out from its text, so no field of it


def is_dataset(path: Path) -> bool:
    """Return whether a folder is a dataset, finished or not."""
    return (path / ABOUT).is_file()


class Dataset:
    """A finished dataset of this machine.

    Args:
        path: its folder.
        where: a condition its rows are to meet; None for all of them.

    Raises:
        RefusedInput: it is unfinished, or not one we can read.
        UsageError: no such column, or DuckDB is not installed.
    """

    def __init__(self, path: Path, *, where: str | None = None) -> None:
        if any(mark in str(path.resolve()) for mark in "*?["):
            raise UsageError(f"{path}: *, ? and [ in a dataset's path stand for other names; rename the folder")
        self._parts = checking.hold_files(path, checking.hold_about(path))
        self._checked = dict[str, int]()  # tables whose columns were looked at, with their rows
        self.path = path
        self._where = where
        self._filters = {table: read_condition(where, table=table) for table in TABLES} if where else {}
        self._duckdb = require("duckdb")
        self._connection = self._duckdb.connect(":memory:")
        # What is in a file, and what a condition says, may reach nothing but the dataset.
        folder = str(path.resolve()).replace("'", "''")
        self._connection.execute(f"SET allowed_directories = ['{folder}']")
        self._connection.execute(f"SET memory_limit = '{MOST_MEMORY}'")
        self._connection.execute("SET temp_directory = ''")  # what does not fit is refused, not put on the disk
        self._connection.execute("SET enable_external_access = false")
        self._connection.execute("SET lock_configuration = true")

    def table(self, name: str) -> Table:
        """Return one table, its rows in order of the documents and of the text.

        Raises:
            RefusedInput: a file of the dataset is damaged or missing.
        """
        rows = self._rows(name, columns(name), self._filters.get(name), "*")
        with self._refusing(name):
            checking.hold_values(columns(name), rows)
        return Table(name, columns(name), tuple(rows))

    def unknown(self, name: str) -> Iterator[str]:
        """Yield, for each word that the condition on a table asks for and no row has, what may have been meant."""
        kept = self._filters.get(name)
        for table, column, word in kept.equal if kept else ():
            sql = f'SELECT DISTINCT "{column}" FROM {_FILES} WHERE "{column}" IS NOT NULL LIMIT {MOST_LIKE + 1}'
            there = sorted(row[0] for row in self._executed(sql, [self._pattern(table, "*")]))
            if word not in there and len(there) <= MOST_LIKE:
                near = get_close_matches(word.lower(), there, n=1)
                hint = f"; did you mean {near[0]}?" if near else ""
                yield f"{self.path}: no {column} is {word!r}{hint}"

    def analyses(self, *, rows: bool = True) -> Iterator[Analysis]:
        """Yield the documents with what was found in them, part by part; of the points those that meet the condition.

        Args:
            rows: False for points alone.

        Raises:
            RefusedInput: a file of the dataset is damaged or missing.
        """
        seen, points = set[str](), 0
        for part in self._parts:
            for one in self._part(part, rows=rows):
                name = one.document.name
                if name in seen:
                    raise checking.refused(self.path / DOCUMENTS / part, f"the document {short(name)!r} is there twice")
                seen.add(name)
                points += len(one.points)
                if points > checking.MOST_ROWS:
                    raise self._too_large("points")
                yield one

    def _part(self, part: str, *, rows: bool) -> Iterator[Analysis]:
        kept = self._filters.get("points")
        wanted = None if kept is None else set(self._rows("points", ("document", "point"), kept, part))
        found = {name: self._grouped(name, part) for name in ("points", *(_RECORDS if rows else ()))}
        names = set[str]()
        for row in self._rows(DOCUMENTS, ABOUT_DOCUMENT + INNARDS, None, part):
            with self._refusing(DOCUMENTS, part):
                about = dict(zip(ABOUT_DOCUMENT + INNARDS, row, strict=True))
                checking.hold_document(about)
                names.add(about["document"])
                whole = _analysis(about, {name: rows.get(about["document"], []) for name, rows in found.items()})
                checking.hold_analysis(whole)
            narrowed = whole if wanted is None else _narrowed(whole, wanted)
            if narrowed.points or wanted is None:
                yield narrowed
        stray = next((name for rows in found.values() for name in rows if name not in names), None)
        if stray is not None:
            raise checking.refused(self.path / DOCUMENTS / part, f"other tables have rows of {short(stray)!r}")

    def _grouped(self, table: str, part: str) -> dict[str, list[tuple[Any, ...]]]:
        rows = self._rows(table, columns(table), None, part)
        with self._refusing(table, part):
            checking.hold_values(columns(table), rows)
            if table in _RECORDS:
                hold_rows(_RECORDS[table], rows)
        return _grouped(rows)

    @contextmanager
    def _refusing(self, table: str, part: str = "") -> Iterator[None]:
        """Say of what is not as it should be in which file that is."""
        try:
            yield
        except Mismatch as error:
            raise checking.refused(self.path / table / part, error) from None

    def _too_large(self, table: str) -> RefusedInput:
        most = f"more than {checking.MOST_ROWS} rows of {table} are too many for memory"
        return RefusedInput(f"{short(str(self.path))}: {most}; narrow it with --where, or read it with DuckDB")

    def _hold_columns(self, table: str) -> int:
        """Return how many rows a table has, its columns held to be what they should."""
        if table not in self._checked:
            places = [self.path / table / part for part in self._parts]
            self._checked[table] = sum(checking.hold_columns(place, table) for place in places)
        return self._checked[table]

    def _rows(self, table: str, wanted: Sequence[str], kept: Filter | None, part: str) -> list[tuple[Any, ...]]:
        listed = ", ".join(f'"{column}"' for column in wanted)
        sql = f"SELECT {listed} FROM {_FILES}"
        values: list[Any] = [self._pattern(table, part)]
        if self._hold_columns(table) > checking.MOST_ROWS and not kept and part == "*":
            raise self._too_large(table)
        if kept:
            for mark in set(_marks(kept.sql)) - {"?"}:
                self._hold_columns(mark.strip("{}"))
            sql += f" WHERE {kept.sql.format_map(dict.fromkeys(TABLES, _FILES))}"
            values += self._bound(kept, part)
        found = self._executed(f"{sql} ORDER BY filename, file_row_number LIMIT {checking.MOST_ROWS + 1}", values)
        if len(found) > checking.MOST_ROWS:
            raise self._too_large(table)
        return found

    def _executed(self, sql: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
        try:
            return list(self._connection.execute(sql, values).fetchall())
        except (self._duckdb.Error, UnicodeDecodeError, ValueError, MemoryError) as error:
            message = short(str(error).partition("\n")[0])
            raise RefusedInput(
                f"{short(str(self.path))}: cannot be read as a dataset ({message}); make it anew"
            ) from None

    def _bound(self, kept: Filter, part: str) -> list[Any]:
        """The parameters in order: before the values of a comparison with another table stand that table's files."""
        values = iter(kept.values)
        return [next(values) if mark == "?" else self._pattern(mark.strip("{}"), part) for mark in _marks(kept.sql)]

    def _pattern(self, table: str, part: str) -> str:
        return str(self.path.resolve() / table / ("part-*.parquet" if part == "*" else part))


def _marks(sql: str) -> list[str]:
    return re.findall(r"\?|\{\w+\}", sql)


def _grouped(rows: Sequence[tuple[Any, ...]]) -> dict[str, list[tuple[Any, ...]]]:
    found: dict[str, list[tuple[Any, ...]]] = {}
    for row in rows:
        found.setdefault(row[0], []).append(row)
    return found


def _point(row: Sequence[Any], flat: Sequence[int]) -> Point:
    values = {name: value for name, value in zip(columns("points"), row, strict=True) if name not in _COUNTED}
    numbers = iter(flat)
    return Point(**values, pieces=tuple(map(Piece, numbers, numbers, numbers)))


def _analysis(about: dict[str, Any], rows: Mapping[str, list[tuple[Any, ...]]]) -> Analysis:
    """Return a document with its rows by table.

    Raises:
        Mismatch: it has not pieces for each of its points.
    """
    name = about["document"]
    if len(about["pieces"]) != len(rows["points"]):
        raise Mismatch(f"{short(name)!r} has {len(rows['points'])} points, and pieces of {len(about['pieces'])}")
    for flat in about["pieces"]:
        checking.hold_pairs(flat, 3, "pieces")
    numbers = iter(about["masthead"])
    said = [about[field] for field in ABOUT_DOCUMENT[1:7]]
    head = Masthead(*(*said, tuple(zip(numbers, numbers, strict=True))))
    document = Document(name, about["text"], about["path"], head, tuple(about["pages"]), told=True)
    points = tuple(_point(row, flat) for row, flat in zip(rows["points"], about["pieces"], strict=True))
    records = {table: tuple(kind(*row) for row in rows.get(table, ())) for table, kind in _RECORDS.items()}
    ledger = {share["kind"]: share["characters"] for share in about["ledger"]}
    notices = tuple(Notice(name, **notice) for notice in about["notices"])
    return Analysis(document, points, **records, ledger=ledger, notices=notices)


def _narrowed(whole: Analysis, wanted: Collection[tuple[Any, ...]]) -> Analysis:
    """Return of an analysis the points that are wanted, with their rows."""
    name = whole.document.name
    points = tuple(point for point in whole.points if (name, point.point) in wanted)
    ids = {point.point for point in points}
    rows: dict[str, Any] = {
        table: tuple(row for row in getattr(whole, table) if row.point in ids) for table in _RECORDS
    }
    return replace(whole, points=points, **rows)
