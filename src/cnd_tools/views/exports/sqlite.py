"""A SQLite database (.db): tables with keys, a full-text index on the points, and views for first questions.

Search it with `SELECT * FROM points WHERE id IN (SELECT rowid FROM points_fts WHERE points_fts MATCH 'precursor')`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from cnd_tools.tables import Table
from cnd_tools.views.exports.content import ExportContent

SCHEMA = Path(__file__).with_name("sqlite.sql")


def write_sqlite(content: ExportContent, path: Path) -> None:
    """Write everything as a SQLite database into an empty file.

    Raises:
        OSError: it could not be written.
    """
    try:
        with closing(sqlite3.connect(path)) as database:
            # The file takes its place only when it is whole, so there is nothing a journal could save.
            database.execute("PRAGMA journal_mode = OFF")
            database.execute("PRAGMA foreign_keys = ON")
            database.executescript(SCHEMA.read_text("utf-8"))
            with database:
                _fill(database, content)
            database.execute("ANALYZE")
            database.commit()
    except sqlite3.OperationalError as error:
        raise OSError(str(error)) from error


def _fill(database: sqlite3.Connection, content: ExportContent) -> None:
    documents = content.documents()
    texts = [(analysis.document.name, analysis.document.text) for analysis in content.analyses]
    _insert(database, documents.name, (*documents.columns, "name", "source"), _joined(documents.rows, texts))
    points, *others = content.tables()
    ids = {(row[0], row[1]): number for number, row in enumerate(points.rows, 1)}
    parent = points.columns.index("parent")
    rows = ((ids[row[0], row[1]], ids.get((row[0], row[parent])), *row) for row in points.rows)
    _insert(database, points.name, ("id", "parent_id", *points.columns), rows)
    database.execute("INSERT INTO points_fts(points_fts) VALUES ('rebuild')")
    for table in others:
        found = ((ids[row[0], row[1]], *row) for row in table.rows)
        _insert(database, table.name, ("point_id", *table.columns), found)
    for table in (content.codebook, content.variables, content.settings()):
        _insert(database, table.name, table.columns, table.rows)
    for table in content.comparison:
        _add(database, table)


def _add(database: sqlite3.Connection, table: Table) -> None:
    """Make a table of a comparison, whose columns are named after the documents, and fill it."""
    quoted = [column.replace('"', '""') for column in table.columns]
    listed = ", ".join(f'"{column}"' for column in quoted)
    database.execute(f'CREATE TABLE "compared_{table.name}" ({listed})')
    _insert(database, f"compared_{table.name}", quoted, table.rows)


def _joined(rows: Iterable[tuple[Any, ...]], more: Iterable[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    return (row + rest for row, rest in zip(rows, more, strict=True))


def _insert(database: sqlite3.Connection, table: str, columns: Iterable[str], rows: Iterable[tuple[Any, ...]]) -> None:
    """Insert rows; names of tables and columns are our own, values are only ever parameters."""
    names = ", ".join(f'"{column}"' for column in columns)
    marks = names.count(",") * "?, " + "?"
    database.executemany(
        f'INSERT INTO "{table}" ({names}) VALUES ({marks})', (tuple(map(_storable, row)) for row in rows)
    )


def _storable(value: Any) -> Any:
    """Return text with a question mark for each lone surrogate, which UTF-8 has no bytes for."""
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) and not value.isascii() else value
