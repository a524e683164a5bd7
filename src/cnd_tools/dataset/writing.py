"""Analyses to a part of a dataset: one Parquet file a table, the same bytes for the same analyses."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from operator import attrgetter
from pathlib import Path
from typing import Any, NamedTuple

from cnd_tools import starting
from cnd_tools.dataset.places import Place
from cnd_tools.dataset.schema import ABOUT, DOCUMENTS, FORMAT, TABLES, arrow, columns, require
from cnd_tools.records import Analysis
from cnd_tools.tables import Table, is_paragraph
from cnd_tools.typed import hold, parsed

SUMMARY = b"cnd_part"


class Failure(NamedTuple):
    """A text that could not be analysed, and why."""

    path: str
    message: str


class Summary(NamedTuple):
    """What a part holds."""

    documents: int
    words: int
    failed: tuple[Failure, ...]


class PartWriter:
    """Gathers analyses and writes them as one part."""

    def __init__(self) -> None:
        self._rows: dict[str, list[tuple[Any, ...]]] = {table: [] for table in TABLES}
        self._words = 0

    def add(self, analysis: Analysis) -> None:
        """Take one document's analysis."""
        row = document_row(analysis)
        self._words += row[columns(DOCUMENTS).index("words")]
        self._rows[DOCUMENTS].append(row)
        for table in TABLES[1:]:
            values = attrgetter(*columns(table))
            self._rows[table].extend(values(record) for record in getattr(analysis, table))

    def write(self, place: Place, number: int, failed: Sequence[Failure]) -> Summary:
        """Write what was gathered; the documents come last, so that a part with documents is whole.

        Raises:
            OutputFailed: it could not be written; the part is then not there.
        """
        summary = Summary(len(self._rows[DOCUMENTS]), self._words, tuple(failed))
        for table in reversed(TABLES):
            about = {SUMMARY: json.dumps(summary).encode()} if table == DOCUMENTS else None
            place.write(f"{table}/{part_name(number)}", _parquet(table, self._rows[table], about))
        return summary


def write_dataset(analyses: Iterable[Analysis], folder: Path, *, made_with: Mapping[str, str]) -> None:
    """Write analyses as a finished dataset of one part into an empty folder.

    Args:
        analyses: documents of different names, in the order they are to have.
        folder: where to.
        made_with: names and versions of programs, models and lexicons.

    Raises:
        OutputFailed: it could not be written.
    """
    writer = PartWriter()
    for analysis in analyses:
        writer.add(analysis)
    place = Place(str(folder))
    whole = writer.write(place, 0, [])
    about = {"format": FORMAT, "complete": True, "parts": 1, "made_with": made_with}
    place.write(ABOUT, json_bytes({**about, "documents": whole.documents, "words": whole.words, "failed": []}))


def json_bytes(value: object) -> bytes:
    """Return `dataset.json` as it is written."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "backslashreplace")


def part_name(number: int) -> str:
    """Return the file name of a part, the same in every table's folder."""
    return f"part-{number:06}.parquet"


def read_summary(data: bytes) -> Summary | None:
    """Return what a part's documents file says of the part; None where it is no such file."""
    try:
        schema = require("pyarrow.parquet").read_schema(io.BytesIO(data))
        documents, words, failed = parsed(schema.metadata[SUMMARY])
        hold([documents, words], [int])
        hold(failed, [[str]])
        return Summary(documents, words, tuple(Failure(*one) for one in failed))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def document_row(analysis: Analysis) -> tuple[Any, ...]:
    """Return an analysis's row of `documents`."""
    document = analysis.document
    head = document.masthead
    points = [point for point in analysis.points if is_paragraph(point)]
    return (
        *(document.name, head.symbol, head.body, head.session, head.date, head.agenda_item, head.title),
        *(len(points), sum(point.words for point in points), document.path),
        *(len(document.text), _writable(document.text), list(document.pages), _flat(head.spans)),
        [{"kind": kind, "characters": count} for kind, count in analysis.ledger.items()],
        [{"line": one.line, "code": one.code, "text": _writable(one.text)} for one in analysis.notices],
        [_flat(point.pieces) for point in analysis.points],
    )


def write_table(table: Table, path: Path) -> None:
    """Write one table as a Parquet file, which pandas, R, DuckDB and Polars open by its name.

    Args:
        table: any table; a column is of numbers where all that is in it are numbers, otherwise of text.
        path: the file.

    Raises:
        UsageError: pyarrow is not installed.
    """
    pa = require("pyarrow")
    by_column = list(zip(*table.rows, strict=True)) or [()] * len(table.columns)
    arrays = [pa.array(*_typed(values)) for values in by_column]
    require("pyarrow.parquet").write_table(pa.table(arrays, names=list(table.columns)), path, compression="zstd")


def _typed(values: Sequence[Any]) -> tuple[list[Any], str]:
    """Return a column's values and the Arrow type that holds them."""
    kinds = {type(value) for value in values if value is not None}
    if kinds == {bool}:
        return list(values), "bool"
    if kinds == {int}:
        return list(values), "int64"
    if kinds and kinds <= {int, float}:
        return list(values), "double"
    return [None if value is None else _writable(str(value)) for value in values], "string"


class _NoPandas:
    """A finder of modules that lets nobody import pandas."""

    @staticmethod
    def find_spec(name: str, path: object = None, target: object = None) -> None:
        if name == "pandas":
            raise ImportError(name)


@cache
def _arrow() -> Any:
    """Return pyarrow, which in a process of ours has looked for pandas once and found none.

    It looks when it is first given a list, as that might be one of pandas': 32 MiB at least and a quarter of a second
    of each process that only writes. In another's process it is left as it is, for it does not look twice.
    """
    pa = require("pyarrow")
    if not starting.own:
        return pa
    sys.meta_path.insert(0, _NoPandas)
    try:
        pa.array([])
    finally:
        sys.meta_path.remove(_NoPandas)
    return pa


def _parquet(table: str, rows: Iterable[tuple[Any, ...]], about: Mapping[bytes, bytes] | None) -> bytes:
    pa = _arrow()
    schema = arrow(table).with_metadata(about)
    by_column = list(zip(*rows, strict=True)) or [()] * len(schema)
    arrays = [
        pa.array([_writable(value) for value in values] if field.type == pa.string() else values, field.type)
        for values, field in zip(by_column, schema, strict=True)
    ]
    out = io.BytesIO()
    require("pyarrow.parquet").write_table(pa.Table.from_arrays(arrays, schema=schema), out, compression="zstd")
    return out.getvalue()


def _writable(value: Any) -> Any:
    """Return text as Parquet can hold it: UTF-8 has no lone surrogates, which UTF-16 texts may contain."""
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) and not _is_utf8(value) else value


def _is_utf8(text: str) -> bool:
    if text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _flat(pairs: Iterable[Iterable[int]]) -> list[int]:
    return [number for pair in pairs for number in pair]
