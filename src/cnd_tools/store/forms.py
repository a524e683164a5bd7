"""Records as bytes and back: compressed JSON arrays in the order of the records' fields, without the document's name.

The name is the user's and may differ the next time; what is kept is the same whatever a text is called.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from operator import attrgetter
from typing import Any, Generic, NamedTuple, TypeVar

from cnd_tools.records import FOUND, Analysis, Document, Mark, Masthead, Notice, Piece, Point, Segmented
from cnd_tools.tables import Table
from cnd_tools.typed import hold, hold_rows, parsed

MOST = 256 << 20  # bytes of a value unpacked, in memory at once
LEVEL = 1  # of compression: the fastest, as the values are small
_SEGMENTED = {
    "text": str,
    "masthead": list,
    "pages": [int],
    "marks": [list],
    "points": [list],
    "ledger": dict,
    "notices": [list],
}
_TABLES: dict[str, Any] = dict(FOUND)
Made = TypeVar("Made")


def pack_segmented(one: Segmented) -> bytes:
    """Return a segmented document without its name and path."""
    document = one.document
    return _pack(
        {
            "text": document.text,
            "masthead": _values(Masthead)(document.masthead),
            "pages": document.pages,
            "marks": document.marks,
            "rows": document.rows,
            "points": [[*_point(point), _flat(point.pieces)] for point in one.points],
            "ledger": dict(one.ledger),
            "notices": _arrays(Notice, one.notices),
        }
    )


def unpack_segmented(data: bytes, *, name: str, path: str | None) -> Segmented:
    """Return what `pack_segmented` was given, under this name and path.

    Raises:
        ValueError: the bytes are not its.
    """

    def made(kept: dict[str, Any]) -> Segmented:
        hold(kept, _SEGMENTED)
        *said, spans = kept["masthead"]
        hold_rows(Point, [values[:-1] for values in kept["points"]], leave=("document", "pieces"))
        hold_rows(Mark, kept["marks"])
        masthead = Masthead(*(*said, tuple((start, end) for start, end in spans)))
        marks = tuple(Mark(*mark) for mark in kept["marks"])
        rows = tuple((offset, line) for offset, line in kept["rows"])
        document = Document(name, kept["text"], path, masthead, tuple(kept["pages"]), marks, rows)
        points = tuple(Point(*(name, *values, _pieces(flat))) for *values, flat in kept["points"])
        return Segmented(document, points, kept["ledger"], _records(Notice, kept["notices"], name))

    return _unpack(data, made)


def pack_rows(analysis: Analysis) -> bytes:
    """Return the rows of an analysis, table by table."""
    return _pack({table: _arrays(kind, getattr(analysis, table)) for table, kind in _TABLES.items()})


def unpack_rows(data: bytes, segmented: Segmented) -> Analysis:
    """Return the analysis of a segmented document whose rows these are.

    Raises:
        ValueError: the bytes are not those of `pack_rows`.
    """

    def made(kept: dict[str, Any]) -> Analysis:
        name = segmented.document.name
        rows = {table: _records(kind, kept[table], name) for table, kind in _TABLES.items()}
        return Analysis(
            segmented.document, segmented.points, **rows, ledger=segmented.ledger, notices=segmented.notices
        )

    return _unpack(data, made)


def pack_lemmas(lemmas: dict[str, list[tuple[str, int, int]]]) -> bytes:
    """Return a document's lemmas by point, each with its start and end."""
    return _pack(lemmas)


def unpack_lemmas(data: bytes | None) -> dict[str, list[tuple[str, int, int]]] | None:
    """Return what `pack_lemmas` was given; None where there is nothing, or nothing of its."""

    def made(kept: dict[str, Any]) -> dict[str, list[tuple[str, int, int]]]:
        return {point: [(lemma, start, end) for lemma, start, end in words] for point, words in kept.items()}

    try:
        return None if data is None else _unpack(data, made)
    except ValueError:
        return None


def _pack(value: object) -> bytes:
    return zlib.compress(json.dumps(value, separators=(",", ":")).encode("ascii"), LEVEL)


def _unpack(data: bytes, made: Callable[[Any], Made]) -> Made:
    try:
        unpacking = zlib.decompressobj()
        unpacked = unpacking.decompress(data, MOST)
        if unpacking.unconsumed_tail:
            raise ValueError(f"more than {MOST} bytes")
        return made(parsed(unpacked))
    except (zlib.error, AttributeError, KeyError, TypeError, ValueError) as error:
        raise ValueError(f"not a kept record: {error}") from error


def _values(kind: type, leave: Sequence[str] = ()) -> Callable[[object], Sequence[Any]]:
    return attrgetter(*(field.name for field in fields(kind) if field.name not in leave))


_point = _values(Point, leave=("document", "pieces"))


def _arrays(kind: type, records: Iterable[object]) -> list[Sequence[Any]]:
    values = _values(kind, leave=("document",))
    return [values(record) for record in records]


def _records(kind: Callable[..., Made], arrays: Iterable[Sequence[Any]], name: str) -> tuple[Made, ...]:
    rows = list(arrays)
    hold_rows(kind, rows, leave=("document",))
    return tuple(kind(name, *values) for values in rows)


def _flat(pieces: Iterable[Piece]) -> list[int]:
    return [number for piece in pieces for number in piece]


def _pieces(flat: Sequence[int]) -> tuple[Piece, ...]:
    hold(flat, [int])
    numbers = iter(flat)
    return tuple(map(Piece, numbers, numbers, numbers))


class Form(NamedTuple, Generic[Made]):
    """How a kind of value is kept: what it is called there, and its way to bytes and back.

    Attributes:
        kind: what `cnd store info` calls it.
        pack: returns its bytes.
        unpack: returns what `pack` was given; raises ValueError for other bytes.
    """

    kind: str
    pack: Callable[[Made], bytes]
    unpack: Callable[[bytes], Made]


def _tables(kept: list[Any]) -> Sequence[Table]:
    return [Table(name, tuple(columns), tuple(map(tuple, rows))) for name, columns, rows in kept]


def _arrays_of(tables: Sequence[Table]) -> bytes:
    return _pack([[table.name, table.columns, table.rows] for table in tables])


TABLES: Form[Sequence[Table]] = Form("tables", _arrays_of, lambda data: _unpack(data, _tables))
PAGES: Form[str] = Form("pages", _pack, lambda data: _unpack(data, str))
