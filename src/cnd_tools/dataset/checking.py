"""Whether a dataset is what `cnd analyse` writes: anybody may have made the folder, or changed what is in it.

Its files are held to lie in it and to belong together before one is opened, the columns to their types before a row is
read, and what is in a document to agree with its text: a row leads back to its words, or the dataset is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from cnd_tools.dataset.schema import ABOUT, ABOUT_DOCUMENT, DOCUMENTS, FORMAT, TABLES, arrow, require
from cnd_tools.errors import RefusedInput, short
from cnd_tools.inputs import inside, read_file
from cnd_tools.records import FOUND, Analysis, Document, Masthead, Point
from cnd_tools.typed import Mismatch, hold, nullable, parsed

LARGEST_ABOUT = 32_000_000  # bytes of dataset.json, which tells of every text that could not be read
MOST_ROWS = 1_000_000  # of a table in memory at once: ten thousand texts, a gigabyte
DEEPEST = 1_000  # levels of points
_PART = re.compile(r"part-\d{6,12}\.parquet")
_TAKEN = {"filename", "file_row_number"}  # columns that DuckDB adds
_ABOUT = {"format": int, "complete": bool, "parts?": int}
NULLABLE = frozenset[str]().union(*map(nullable, (Document, Masthead, Point, *FOUND.values())))
"""Columns in which there may be nothing."""
_CODES = ("kind", "role", "stance", "extent", "strength", "polarity")  # columns with a fixed list of values


def refused(path: Path, why: object) -> RefusedInput:
    """Return the error that says what is wrong with a dataset."""
    return RefusedInput(f"{short(str(path))}: not a dataset as cnd analyse writes it: {why}; make it anew")


def hold_about(folder: Path) -> int | None:
    """Hold `dataset.json` to be that of a finished dataset, and return how many parts it has, where it says.

    Raises:
        RefusedInput: it is another's, or unfinished.
    """
    path = folder / ABOUT
    try:
        about = parsed(read_file(inside(path, folder.resolve(), what="the dataset"), most=LARGEST_ABOUT, what="it"))
        if isinstance(about, dict) and isinstance(about.get("format"), int) and about["format"] != FORMAT:
            number = short(about["format"], most=20)
            raise RefusedInput(f"{short(str(folder))}: a dataset of format {number}, and this program reads {FORMAT}")
        hold(about, _ABOUT)
    except (Mismatch, OSError) as error:
        raise RefusedInput(f"{short(str(path))}: cannot be read ({error}); make the dataset anew") from None
    if not about["complete"]:
        again = "run the same cnd analyse again, and it goes on"
        raise RefusedInput(f"{short(str(folder))}: an unfinished dataset; {again}")
    parts: int | None = about.get("parts")
    return parts


def hold_files(folder: Path, parts: int | None) -> list[str]:
    """Hold the tables to have the same parts, each a file of the dataset, and return the names of these, in order.

    Args:
        folder: of the dataset.
        parts: how many there are to be, if that is known.

    Raises:
        RefusedInput: a part is missing, too much, or elsewhere.
    """
    root = folder.resolve()
    names: dict[str, list[str]] = {}
    for table in TABLES:
        place = folder / table
        if place.is_symlink() and not place.resolve().is_relative_to(root):
            raise RefusedInput(
                f"{short(str(place))}: a link that leads out of the dataset; put the folder itself there"
            )
        names[table] = sorted(path.name for path in place.glob("part-*.parquet"))
        for name in names[table]:
            if not _PART.fullmatch(name):
                raise refused(place / name, "a part has a number for a name")
            inside(place / name, root, what="the dataset")
    for table in TABLES:
        other = set(names[table]) ^ set(names[DOCUMENTS])
        if other:
            raise refused(folder / table / min(other), f"a part that not all of {', '.join(TABLES)} have")
    if parts is not None and len(names[DOCUMENTS]) != parts:
        raise refused(folder / DOCUMENTS, f"it has {len(names[DOCUMENTS])} parts, and {ABOUT} says {short(parts)}")
    return names[DOCUMENTS]


def hold_columns(path: Path, table: str) -> int:
    """Hold a part's columns to be there with their types, and return how many rows it has.

    Other programs may have rewritten it: their kinds of whole number and text are taken, and columns of their own.

    Raises:
        RefusedInput: a column is missing, or of another type.
    """
    pa = require("pyarrow")
    try:
        file = require("pyarrow.parquet").ParquetFile(path)
        there, rows = file.schema_arrow, int(file.metadata.num_rows)
    except (OSError, ValueError, MemoryError, pa.ArrowException) as error:
        raise refused(path, short(str(error).partition("\n")[0])) from None
    for field in arrow(table):
        found = there.get_all_field_indices(field.name)
        if len(found) != 1:
            raise refused(path, f"it has {len(found)} columns {field.name}")
        if not _alike(pa.types, field.type, there.field(found[0]).type):
            raise refused(path, f"{field.name} must be {field.type}, not {short(str(there.field(found[0]).type))}")
    if {name.lower() for name in there.names} & _TAKEN:
        raise refused(path, f"a column is called {' or '.join(sorted(_TAKEN))}")
    return rows


def _alike(types: Any, wanted: Any, found: Any) -> bool:
    if types.is_null(found):
        return True  # a column of nothing at all; where there must be something, the rows are refused
    if types.is_integer(wanted):
        return bool(types.is_integer(found))
    if types.is_string(wanted):
        inner = found.value_type if types.is_dictionary(found) else found
        return bool(types.is_string(inner) or types.is_large_string(inner) or types.is_string_view(inner))
    if types.is_list(wanted):
        return bool(types.is_list(found) or types.is_large_list(found)) and _alike(
            types, wanted.value_type, found.value_type
        )
    return bool(types.is_struct(found)) and all(
        found.get_field_index(inner.name) >= 0 and _alike(types, inner.type, found.field(inner.name).type)
        for inner in wanted
    )


def hold_values(names: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Hold rows of a table to have something in each column that must have, and of fixed lists of codes one of these.

    Raises:
        Mismatch: they have not.
    """
    codes = _codes()
    for name, column in zip(names, zip(*rows, strict=True), strict=False):
        if name not in NULLABLE and None in column:
            raise Mismatch(f"{name} is missing in row {column.index(None) + 1}")
        if name in codes and not codes[name].issuperset(column):
            wrong = next(value for value in column if value not in codes[name])
            known = ", ".join(sorted(codes[name]))
            raise Mismatch(f"{name} must be one of {known}, not {short(str(wrong), most=40)!r}")


@cache
def _codes() -> Mapping[str, frozenset[str]]:
    from cnd_tools.lexicon.codebook import codes_of

    return {name: codes_of(name) for name in _CODES}


def hold_pairs(flat: Sequence[Any] | None, by: int, what: str) -> None:
    """Hold numbers to be whole, none of them missing, and to come `by` at a time.

    Raises:
        Mismatch: they do not.
    """
    if flat is None or not {int}.issuperset(map(type, flat)) or len(flat) % by:
        raise Mismatch(f"{what} must be whole numbers, {by} at a time")


def hold_document(about: Mapping[str, Any]) -> None:
    """Hold a row of `documents` to agree with itself.

    Raises:
        Mismatch: it does not.
    """
    text, pages, head = about["text"], about["pages"], about["masthead"]
    hold_values([*ABOUT_DOCUMENT, "text"], [[about[name] for name in (*ABOUT_DOCUMENT, "text")]])
    hold_pairs(pages, 1, "pages")
    hold_pairs(head, 2, "masthead")
    if pages:  # none where nobody knows where they begin
        _hold_order([0, *pages[1:], len(text)] if pages[0] == 0 else [1, 0], "pages")
    _hold_order([0, *head, len(text)], "masthead")
    hold(about["ledger"], [{"kind": str, "characters": int}], "ledger")
    hold(about["notices"], [{"line": int, "code": str, "text": str}], "notices")
    counts = [share["characters"] for share in about["ledger"]]
    if min(counts, default=0) < 0 or sum(counts) != len(text) or about["characters"] != len(text):
        raise Mismatch(f"the ledger must account for the {len(text)} characters of the text")
    if not isinstance(about["pieces"], list):
        raise Mismatch("pieces are missing")


def hold_analysis(one: Analysis) -> None:
    """Hold points and rows to lie in the document's text, and rows to be of its points.

    Raises:
        Mismatch: they do not; the row is named.
    """
    text, pages = one.document.text, len(one.document.pages)
    known = set[str]()
    for point in one.points:
        at = f"point {short(point.point, most=40)!r}"
        if point.point in known or not point.point:
            raise Mismatch(f"{at} is there twice, or has no name")
        if point.parent is not None and point.parent not in known:
            raise Mismatch(f"{at} hangs under {short(point.parent, most=40)!r}, which does not stand before it")
        # A page may be unknown (Word), and the file may have more lines than its text has characters (HTML).
        paged = point.page is None or 1 <= point.page <= pages
        if not (paged and 0 <= point.level <= DEEPEST and point.line >= 1):
            raise Mismatch(f"{at} has a page, level or line that cannot be")
        _hold_stretch(point.start, point.end, text, at)
        _hold_pieces(point, text, at)
        known.add(point.point)
    for table in TABLES[2:]:
        for row in getattr(one, table):
            at = f"{table}: a row of point {short(row.point, most=40)!r}"
            if row.point not in known:
                raise Mismatch(f"{at}, which the document does not have")
            _hold_stretch(row.start, row.end, text, at)
            if getattr(row, "hits", 1) not in range(len(text) + 1):
                raise Mismatch(f"{at} has hits that cannot be")


def _hold_pieces(point: Point, text: str, at: str) -> None:
    """Hold the pieces of a point to be words that it and the source have alike, in the order of both."""
    shown = source = 0
    for piece in point.pieces:
        ends = piece.text + piece.length, piece.source + piece.length
        if piece.length < 1 or piece.text < shown or piece.source < source:
            raise Mismatch(f"{at}: its pieces are out of order")
        if ends[0] > len(point.text) or point.text[piece.text : ends[0]] != text[piece.source : ends[1]]:
            raise Mismatch(f"{at}: its pieces are not words of the source")
        shown, source = ends
    if point.text and not point.pieces:
        raise Mismatch(f"{at}: its text has no pieces")


def _hold_stretch(start: int, end: int, text: str, at: str) -> None:
    if not 0 <= start <= end <= len(text):
        raise Mismatch(f"{at} is at {short(start)}:{short(end)}, and the text has {len(text)} characters")


def _hold_order(numbers: Iterable[int], what: str) -> None:
    if any(one > other for one, other in pairwise(numbers)):
        raise Mismatch(f"{what} must be places in the text, in order")
