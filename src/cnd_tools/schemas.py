"""The tables as JSON Schema (draft 2020-12), for scripts and assistants that are to know what they get."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args, get_type_hints

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
# Columns of a fixed list. What an actor is may be more than the codebook explains, as a person.
_FIXED: Mapping[str, frozenset[str]] = {
    "actions.strength": frozenset(classes.STRENGTHS),
    "positions.extent": frozenset(classes.EXTENTS),
    "positions.stance": frozenset(classes.STANCES),
    "actors.type": frozenset(classes.TYPES),
}
_TYPES: Mapping[type, Mapping[str, Any]] = {
    str: {"type": "string", "minLength": 1},
    list: {"type": "array", "items": {"type": "string"}, "minItems": 1},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
}
_CODES = ("points.kind", "actors.role", "actions.polarity")
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
        about, missing = column(table, name), _may_be_missing(table, name)
    kind = "integer" if name in WHOLE else "string"
    said: dict[str, Any] = {"description": about, "type": [kind, "null"] if missing else kind}
    full = f"{table}.{name}"
    values = _FIXED.get(full) or (codes_of(name) if full in _CODES else frozenset())
    if values:
        said["enum"] = [*sorted(values), *([None] if missing else [])]
    return said


def _may_be_missing(table: str, name: str) -> bool:
    """Return whether a column may be null, by the type of the record's field, or of what it works out."""
    record = getattr(records, table.removesuffix("s").capitalize())  # a row of "actors" is an Actor
    worked_out = getattr(record, name, None)
    if isinstance(worked_out, property):
        return type(None) in get_args(get_type_hints(worked_out.fget)["return"])
    return name in nullable(record)
