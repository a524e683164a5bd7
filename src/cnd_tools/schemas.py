"""The tables as JSON Schema (draft 2020-12), for scripts and assistants that are to know what they get."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cnd_tools import records
from cnd_tools.dataset.schema import ABOUT_DOCUMENT, DOCUMENTS
from cnd_tools.errors import UsageError
from cnd_tools.lexicon import classes
from cnd_tools.lexicon.codebook import codes_of, column
from cnd_tools.lexicon.parsing import HEAD
from cnd_tools.lexicon.schema import COMMON, KINDS, Kind
from cnd_tools.tables import COLUMNS, WHOLE
from cnd_tools.typed import nullable

DIALECT = "https://json-schema.org/draft/2020-12/schema"
TABLES = (DOCUMENTS, *COLUMNS)
LEXICON = "lexicon"
_RECORDS: Mapping[str, type] = {
    "points": records.Point,
    "actors": records.Actor,
    "themes": records.Theme,
    "positions": records.Position,
    "actions": records.Action,
}
# Columns of a fixed list. What an actor is may be more than the codebook explains, as a person.
_FIXED: Mapping[str, frozenset[str]] = {
    "strength": frozenset(classes.STRENGTHS),
    "extent": frozenset(classes.EXTENTS),
    "stance": frozenset(classes.STANCES),
    "type": frozenset(classes.TYPES),
}
_TYPES: Mapping[type, Mapping[str, Any]] = {
    str: {"type": "string", "minLength": 1},
    list: {"type": "array", "items": {"type": "string"}, "minItems": 1},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
}
_CODES = ("kind", "role", "polarity")
_ABOUT = {
    "symbol": "Symbol on the title page.",
    "body": "Body whose text it is.",
    "session": "Session, as printed.",
    "date": "Date, as printed.",
    "agenda_item": "Agenda item.",
    "title": "Title.",
    "points": "Number of paragraphs, without headings, notes and title page.",
    "words": "Number of words in them.",
    "path": "File it was read from; empty for standard input.",
}


def schema(table: str | None = None) -> dict[str, Any]:
    """Return the schema of a table as `--json` prints it, a list of rows; of all tables by name where None.

    "lexicon" gives that of a lexicon file, by which an editor of TOML completes keys and marks what is mistyped.

    Raises:
        UsageError: there is no such table.
    """
    if table == LEXICON:
        return {"$schema": DIALECT, "title": LEXICON, **lexicon_file()}
    if table is not None and table not in TABLES:
        raise UsageError(f"there is no table {table!r}; there are {', '.join([*TABLES, LEXICON])}")
    if table is not None:
        return {"$schema": DIALECT, "title": table, **rows(table)}
    return {
        "$schema": DIALECT,
        "title": "cnd-tools",
        "type": "object",
        "properties": {one: rows(one) for one in TABLES},
    }


def rows(table: str) -> dict[str, Any]:
    """Return the schema of a table's rows: every column is there, and no other."""
    names = ABOUT_DOCUMENT if table == DOCUMENTS else COLUMNS[table]
    items = {
        "type": "object",
        "properties": {name: _column(table, name) for name in names},
        "required": list(names),
        "additionalProperties": False,
    }
    return {"type": "array", "items": items}


def lexicon_file() -> dict[str, Any]:
    """Return the schema of a lexicon file; what `[defaults]` may give is not asked of each entry."""
    texts = {key: {"type": "string"} for key in ("id", "label", "source")}
    head = {"type": "object", "properties": texts, "required": ["id"], "additionalProperties": False}
    kinds = {name: {"type": "array", "items": _entry(kind)} for name, kind in KINDS.items()}
    properties = {HEAD: head, "defaults": {"type": "object"}, **kinds}
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _entry(kind: Kind) -> dict[str, Any]:
    types = {**COMMON, **kind.optional, **kind.required}
    properties = {key: dict(_TYPES[given]) for key, given in types.items()}
    for key, values in kind.closed.items():
        properties[key]["enum"] = sorted(values)
    return {"type": "object", "properties": properties, "required": ["id", "patterns"], "additionalProperties": False}


def _column(table: str, name: str) -> dict[str, Any]:
    if table == DOCUMENTS:
        about, missing = _ABOUT.get(name) or column(table, name), name not in {"document", "points", "words"}
    else:
        about, missing = column(table, name), name in nullable(_RECORDS[table])
    kind = "integer" if name in WHOLE else "string"
    said: dict[str, Any] = {"description": about, "type": [kind, "null"] if missing else kind}
    values = _FIXED.get(name) or (codes_of(name) if name in _CODES else frozenset())
    if values:
        said["enum"] = [*sorted(values), *([None] if missing else [])]
    return said
