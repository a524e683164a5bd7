"""Tables as files other programs read: exact, every column, also when there are no rows."""

from __future__ import annotations

import csv
import json
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from cnd_tools.errors import OutputFailed, UsageError
from cnd_tools.tables import Table
from cnd_tools.views.safe import defuse, is_formula, visible

Writer = Callable[[Iterable[Table], TextIO], None]


def write_csv(tables: Iterable[Table], out: TextIO, *, delimiter: str = ",", raw: bool = False) -> int:
    """Write tables as CSV (RFC 4180, but lines end in LF), a blank line between two.

    Returns:
        How many cells had an apostrophe put before them because a spreadsheet would have run them; 0 with `raw`.
    """
    defused = 0
    for number, table in enumerate(tables):
        if number:
            out.write("\n")
        writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
        writer.writerow(table.columns)
        defused += 0 if raw else sum(is_formula(value) for row in table.rows for value in row)
        writer.writerows(table.rows if raw else (map(defuse, row) for row in table.rows))
    return defused


def write_json(tables: Iterable[Table], out: TextIO) -> None:
    """Write one JSON array of objects; several tables as one object of arrays by table name."""
    named = {table.name: [_record(table, row) for row in table.rows] for table in tables}
    json.dump(next(iter(named.values())) if len(named) == 1 else named, out, ensure_ascii=False, indent=1)
    out.write("\n")


def write_jsonl(tables: Iterable[Table], out: TextIO) -> None:
    """Write a JSON object a line; where there are several tables, each object says which under "table"."""
    tables = list(tables)
    for table in tables:
        about = {"table": table.name} if len(tables) > 1 else {}
        for row in table.rows:
            out.write(json.dumps(about | _record(table, row), ensure_ascii=False) + "\n")


def write_markdown(tables: Iterable[Table], out: TextIO) -> None:
    """Write Markdown tables (GitHub's), each under its name where there are several."""
    tables = list(tables)
    for number, table in enumerate(tables):
        if len(tables) > 1:
            out.write(("\n" if number else "") + f"## {table.name}\n\n")
        out.write("| " + " | ".join(table.columns) + " |\n")
        out.write("|" + "---|" * len(table.columns) + "\n")
        for row in table.rows:
            out.write("| " + " | ".join(map(_markdown_cell, row)) + " |\n")


def _record(table: Table, row: tuple[Any, ...]) -> dict[str, Any]:
    return dict(zip(table.columns, row, strict=True))


def _markdown_cell(value: object) -> str:
    """Return the value so that Markdown shows it as it is: nothing in it is a table border, a tag or emphasis."""
    if value is None:
        return ""
    text = visible(" ".join(str(value).split()))
    for mark in "\\|`*_[]<>":
        text = text.replace(mark, "\\" + mark)
    return text


@contextmanager
def replacing(path: Path, *, force: bool = False) -> Iterator[TextIO]:
    """Open a text file beside `path` and move it there when the block ends well; otherwise nothing has changed.

    Raises:
        UsageError: `path` exists and `force` is false, or it is no file.
        OutputFailed: it cannot be written.
    """
    # Whatever is in a text can be written: lone surrogates, which UTF-8 has no bytes for, as escapes.
    with (
        taking_place_of(path, force=force) as beside,
        open(beside, "w", encoding="utf-8", errors="backslashreplace", newline="") as out,
    ):
        yield out


@contextmanager
def taking_place_of(path: Path, *, force: bool = False) -> Iterator[Path]:
    """Make an empty file beside `path` for others to write, and move it there when the block ends well.

    A link stays a link: the file it leads to is replaced.

    Raises:
        UsageError: `path` exists and `force` is false, or it is no file.
        OutputFailed: it cannot be written.
    """
    check_place(path, force=force)
    place = Path(os.path.realpath(path))
    try:
        # Cut, since with what is added the name must not be longer than a file system allows.
        handle, beside = tempfile.mkstemp(prefix=f".{place.name[:40]}.", suffix=".part", dir=place.parent)
        os.close(handle)
    except OSError as error:
        raise OutputFailed(f"{path} cannot be written: {error.strerror}; choose another place with -o") from error
    try:
        yield Path(beside)
        _sync(beside)
        check_place(path, force=force)  # again, since another process may have made it meanwhile
        _take_place(beside, place)
    except OSError as error:
        raise OutputFailed(
            f"{path} was not written: {error.strerror or error}; the old file, if any, is whole"
        ) from error
    finally:
        Path(beside).unlink(missing_ok=True)


def check_place(path: Path, *, force: bool = False) -> None:
    """Refuse what is no place for a file, and one that is taken.

    Raises:
        UsageError: `path` exists and `force` is false, or it is no file.
        OutputFailed: nobody can say what is there, as of a name too long.
    """
    try:
        if path.is_dir():
            raise UsageError(f"{path} is a folder; name a file in it")
        if path.exists() and not path.is_file():
            raise UsageError(f"{path} is a device or a pipe, which a file would replace; without -o, use > {path}")
        if path.exists() and not force:
            raise UsageError(f"{path} is there already; --force replaces it")
    except (OSError, ValueError) as error:
        what = getattr(error, "strerror", None) or error
        raise OutputFailed(f"{path} cannot be written: {what}; choose another place with -o") from error


def _sync(beside: str) -> None:
    """Have the file on the disk before its name is, so that a power cut leaves the old one or the new one."""
    with open(beside, "rb+") as file:
        os.fsync(file.fileno())


def _take_place(beside: str, path: Path) -> None:
    """Move a finished file to its place with the rights the old one had, or those any new file would get."""
    umask = os.umask(0)
    os.umask(umask)
    os.chmod(beside, path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~umask)
    os.replace(beside, path)
