"""Coding sheets: a row a paragraph, to fill in with a spreadsheet, that come back as a reference annotation.

Columns that a coder fills in: `read` (anything at all: this paragraph was read, and what is empty is not there),
`themes` (ids or titles), `actors` ("UNODC: agent"), `positions` ("express concern | many | Governments": verb, extent,
source) and `actions` ("share | recommendation | member_states | experience | -": verb, strength, agent, object,
polarity). Several in a cell have a semicolon or a line break between them; parts at the end may be left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from cnd_tools.errors import RefusedInput, short
from cnd_tools.evaluation.cells import read_cells
from cnd_tools.evaluation.references import Given, Row, distinct
from cnd_tools.evaluation.tasks import Labels
from cnd_tools.lexicon import Lexicon
from cnd_tools.lexicon.classes import EXTENTS, STRENGTHS
from cnd_tools.lexicon.codebook import codebook
from cnd_tools.records import Segmented
from cnd_tools.tables import CODED, Table

CODES = ("themes", "actors", "positions", "actions")
COLUMNS = ("point", "text", "read", *CODES, "document", "start", "end")


def sheet(text: Segmented) -> Table:
    """Return a sheet to fill in: each paragraph of a document with its words, its codes empty."""
    rows = (
        (point.point, point.text, *[None] * (1 + len(CODES)), point.document, point.start, point.end)
        for point in text.points
        if point.kind in CODED and point.text
    )
    return Table("sheet", COLUMNS, tuple(rows))


def codes(lexicon: Lexicon) -> Table:
    """Return what may stand in a sheet's cells: themes, roles, strengths and extents with their meaning."""
    wanted = {"theme": "themes", "role": "actors", "extent": "positions", "strength": "actions", "polarity": "actions"}
    rows = [
        (wanted[code.variable], code.variable, code.code, code.label, code.definition)
        for code in codebook(lexicon, actors=())
        if code.variable in wanted
    ]
    return Table("codes", ("column", "what", "code", "label", "definition"), tuple(rows))


def read_sheet(path: Path, data: bytes, lexicon: Lexicon) -> Given | None:
    """Return a filled-in sheet as a reference; None where the file is none.

    Args:
        path: its name.
        data: what is in it: CSV with any of the usual separators, or an Excel workbook, whose first sheet is read.
        lexicon: the words by which themes and actors are known.

    Raises:
        RefusedInput: a cell that cannot be understood, or a sheet that is not filled in; file, row and column are
            named.
    """
    cells = read_cells(path, data)
    if cells is None:
        return None
    head = [name.strip().lower() for name in cells[0]] if cells else []
    if not {"point", "read"} <= set(head):
        raise RefusedInput(
            f"{short(str(path))}: no coding sheet: there are no columns point and read; "
            "make one with cnd evaluate --template DOC -o sheet.csv"
        )
    filled = _Filled(Labels(lexicon))
    points: list[Row] = []
    places = []
    for number, values in enumerate(cells[1:], 2):
        row = dict(zip(head, (value.strip() for value in values), strict=False))
        place = f"{short(str(path))}, row {number}"
        if row.get("read") and row.get("point"):
            places.append(place)
            points.append(filled.point(row, place))
        elif any(row.get(column) for column in CODES):
            raise RefusedInput(f"{place}: codes, and nothing under read; write x there, or clear the row's codes")
    distinct(points, places)
    tables = tuple(table for table in CODES if any(point[FIELDS[table]] for point in points))
    _check_filled(short(str(path)), points, tables)
    return Given(points, tables)


def _check_filled(name: str, points: Sequence[Row], tables: Sequence[str]) -> None:
    """Refuse a sheet as it was handed out.

    Raises:
        RefusedInput: nothing is marked as read, or no paragraph has a code.
    """
    if not points:
        raise RefusedInput(
            f"{name}: not filled in yet: nothing stands under read; write x there beside each paragraph you have "
            f"read, and its codes under {', '.join(CODES)}"
        )
    if not tables:
        raise RefusedInput(
            f"{name}: no paragraph that is marked as read has a code; a column that is empty throughout is not "
            f"compared, so fill in one of {', '.join(CODES)}"
        )


FIELDS = {"themes": "themes", "actors": "actors", "positions": "attributions", "actions": "actions"}


class _Filled:
    """What the cells of a sheet say."""

    def __init__(self, labels: Labels) -> None:
        self._labels = labels

    def point(self, row: Mapping[str, str], place: str) -> Row:
        """Return a row as a point of a reference."""
        made: dict[str, Any] = {"point": row["point"]}
        if row.get("document"):
            made["doc"] = row["document"]
        if row.get("start") and row.get("end"):
            made |= {name: _number(row[name], f"{place}, {name}") for name in ("start", "end")}
        readers: dict[str, Callable[[Sequence[str], str], Any]] = {
            "themes": self._theme,
            "actors": self._actor,
            "positions": self._position,
            "actions": self._action,
        }
        for column, reader in readers.items():
            where = f"{place}, {column}"
            made[FIELDS[column]] = [reader(parts, where) for parts in _items(row.get(column, ""), column)]
        return made

    def _theme(self, parts: Sequence[str], place: str) -> str:
        theme = self._labels.theme(parts[0])
        if theme is None:
            raise RefusedInput(f"{place}: {short(parts[0])!r} is no theme; cnd lexicon list theme lists them")
        return theme

    def _actor(self, parts: Sequence[str], place: str) -> Row:
        role = parts[1].lower() if len(parts) > 1 else ""
        if role not in self._labels.roles:
            known = ", ".join(sorted(self._labels.roles))
            raise RefusedInput(f"{place}: {short(parts[0])!r} has no role; write {short(parts[0])}: and one of {known}")
        return {"id": self._labels.actor(parts[0]), "role": role}

    def _position(self, parts: Sequence[str], place: str) -> Row:
        verb, extent, source = _padded(parts, 3)
        if not verb:
            raise RefusedInput(f"{place}: a position without its verb; write verb | extent | source")
        extent = _one_of(EXTENTS, extent or "unstated", place)
        return {"source": self._labels.actor(source) if source else None, "verb": verb.lower(), "extent": extent}

    def _action(self, parts: Sequence[str], place: str) -> Row:
        verb, strength, agent, thing, polarity = _padded(parts, 5)
        if not verb or not strength:
            raise RefusedInput(f"{place}: an action without verb or strength; write verb | strength | agent | object")
        return {
            "lemma": verb.lower(),
            "strength": _one_of(STRENGTHS, strength, place),
            "agent": self._labels.actor(agent) if agent else None,
            "object": thing or None,
            "polarity": _one_of(("+", "-"), (polarity or "+").replace("−", "-"), place),
        }


def _items(cell: str, column: str) -> Iterator[list[str]]:
    """Yield the parts of each item of a cell."""
    between = ":" if column == "actors" else "|"
    for item in cell.replace("\n", ";").split(";"):
        if item.strip():
            # Of an actor the last colon: "person:farouk: source".
            parts = item.rsplit(between, 1) if column == "actors" else item.split(between)
            yield [part.strip() for part in parts]


def _padded(parts: Sequence[str], size: int) -> list[str]:
    return [*parts, *[""] * size][:size]


def _one_of(known: Sequence[str], value: str, place: str) -> str:
    if value.lower() not in known:
        raise RefusedInput(f"{place}: {short(value)!r} is none of {', '.join(known)}")
    return value.lower()


def _number(value: str, place: str) -> int:
    whole = value.removesuffix(".0")  # as a spreadsheet may save it
    if not (whole.isascii() and whole.isdigit() and len(whole) < 12):
        raise RefusedInput(f"{place}: {short(value)!r} is no place in a text; leave this column as it was")
    return int(whole)
