"""A dataset back to tables and analyses, by DuckDB, which reads only the columns and rows that are asked for."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from cnd_tools.dataset.conditions import Filter
from cnd_tools.dataset.conditions import read as read_condition
from cnd_tools.dataset.schema import ABOUT, ABOUT_DOCUMENT, DOCUMENTS, FORMAT, INNARDS, TABLES, columns, require
from cnd_tools.errors import RefusedInput, UsageError
from cnd_tools.records import (
    Action,
    Actor,
    Analysis,
    Document,
    Masthead,
    Notice,
    Piece,
    Point,
    Position,
    Theme,
)
from cnd_tools.tables import Table

_RECORDS: dict[str, Any] = {"actors": Actor, "themes": Theme, "positions": Position, "actions": Action}
MOST_LIKE = 5_000  # different words in a column, up to which the one most like another is looked for
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
        _check(path)
        self.path = path
        self._where = where
        self._filters = {table: read_condition(where, table=table) for table in TABLES} if where else {}
        self._duckdb = require("duckdb")
        self._connection = self._duckdb.connect(":memory:")
        # What is in a file, and what a condition says, may reach nothing but the dataset.
        folder = str(path.resolve()).replace("'", "''")
        self._connection.execute(f"SET allowed_directories = ['{folder}']")
        self._connection.execute("SET enable_external_access = false")
        self._connection.execute("SET lock_configuration = true")

    def table(self, name: str) -> Table:
        """Return one table, its rows in order of the documents and of the text.

        Raises:
            RefusedInput: a file of the dataset is damaged or missing.
        """
        return Table(name, columns(name), tuple(self._rows(name, columns(name), self._filters.get(name), "*")))

    def unknown(self, name: str) -> Iterator[str]:
        """Yield, for each word that the condition on a table asks for and no row has, what may have been meant."""
        kept = self._filters.get(name)
        for table, column, word in kept.equal if kept else ():
            sql = f'SELECT DISTINCT "{column}" FROM {_files(table)} WHERE "{column}" IS NOT NULL LIMIT {MOST_LIKE + 1}'
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
        for part in sorted(path.name for path in (self.path / DOCUMENTS).glob("part-*.parquet")):
            yield from self._part(part, rows=rows)

    def _part(self, part: str, *, rows: bool) -> Iterator[Analysis]:
        kept = self._filters.get("points")
        points = _grouped(self._rows("points", columns("points"), None, part))
        wanted = None if kept is None else set(self._rows("points", ("document", "point"), kept, part))
        found = {name: _grouped(self._rows(name, columns(name), None, part)) if rows else {} for name in _RECORDS}
        for row in self._rows(DOCUMENTS, ABOUT_DOCUMENT + INNARDS, None, part):
            about = dict(zip(ABOUT_DOCUMENT + INNARDS, row, strict=True))
            name = about["document"]
            mine = list(zip(points.get(name, ()), about["pieces"], strict=True))
            if wanted is not None:
                mine = [(point, flat) for point, flat in mine if (name, point[1]) in wanted]
                if not mine:
                    continue
            ids = {point[1] for point, _ in mine}
            records = {
                table: tuple(kind(*row) for row in found[table].get(name, ()) if row[1] in ids)
                for table, kind in _RECORDS.items()
            }
            yield _analysis(about, [_point(point, flat) for point, flat in mine], records)

    def _rows(self, table: str, wanted: Sequence[str], kept: Filter | None, part: str) -> list[tuple[Any, ...]]:
        listed = ", ".join(f'"{column}"' for column in wanted)
        sql = f"SELECT {listed} FROM {_files(table)}"
        values: list[Any] = [self._pattern(table, part)]
        if kept:
            sql += f" WHERE {kept.sql.format_map({other: _files(other) for other in TABLES})}"
            values += self._bound(kept, part)
        return self._executed(f"{sql} ORDER BY filename, file_row_number", values)

    def _executed(self, sql: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
        try:
            return list(self._connection.execute(sql, values).fetchall())
        except self._duckdb.Error as error:
            message = str(error).splitlines()[0]
            raise RefusedInput(f"{self.path}: cannot be read as a dataset ({message}); make it anew") from None

    def _bound(self, kept: Filter, part: str) -> list[Any]:
        """The parameters in order: before the values of a comparison with another table stand that table's files."""
        values = iter(kept.values)
        return [next(values) if mark == "?" else self._pattern(mark.strip("{}"), part) for mark in _marks(kept.sql)]

    def _pattern(self, table: str, part: str) -> str:
        return str(self.path.resolve() / table / ("part-*.parquet" if part == "*" else part))


def _files(table: str) -> str:
    return "read_parquet(?, filename = true, file_row_number = true)"


def _marks(sql: str) -> list[str]:
    return re.findall(r"\?|\{\w+\}", sql)


def _check(path: Path) -> None:
    if any(mark in str(path.resolve()) for mark in "*?["):
        raise UsageError(f"{path}: *, ? and [ in a dataset's path stand for other names; rename the folder")
    try:
        about = json.loads((path / ABOUT).read_bytes())
        if about["format"] != FORMAT:
            raise RefusedInput(f"{path}: a dataset of format {about['format']}, and this program reads {FORMAT}")
        if not about["complete"]:
            raise RefusedInput(f"{path}: an unfinished dataset; run the same cnd analyse again, and it goes on")
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise RefusedInput(f"{path / ABOUT}: cannot be read ({error}); make the dataset anew") from None


def _grouped(rows: Sequence[tuple[Any, ...]]) -> dict[str, list[tuple[Any, ...]]]:
    found: dict[str, list[tuple[Any, ...]]] = {}
    for row in rows:
        found.setdefault(row[0], []).append(row)
    return found


def _point(row: Sequence[Any], flat: Sequence[int]) -> Point:
    values = {name: value for name, value in zip(columns("points"), row, strict=True) if name not in _COUNTED}
    numbers = iter(flat)
    return Point(**values, pieces=tuple(map(Piece, numbers, numbers, numbers)))


def _analysis(about: dict[str, Any], points: Sequence[Point], records: dict[str, Any]) -> Analysis:
    name = about["document"]
    numbers = iter(about["masthead"])
    said = [about[field] for field in ABOUT_DOCUMENT[1:7]]
    head = Masthead(*(*said, tuple(zip(numbers, numbers, strict=True))))
    document = Document(name, about["text"], about["path"], head, tuple(about["pages"]))
    ledger = {share["kind"]: share["characters"] for share in about["ledger"]}
    notices = tuple(Notice(name, **notice) for notice in about["notices"])
    return Analysis(document, tuple(points), **records, ledger=ledger, notices=notices)
