"""Columns and types of a dataset's tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cnd_tools.corpus import DATASET as ABOUT
from cnd_tools.errors import UsageError, pip_install
from cnd_tools.tables import COLUMNS, WHOLE

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["ABOUT", "DOCUMENTS", "FORMAT", "TABLES", "WHOLE", "arrow", "columns", "require"]

FORMAT = 1  # to be raised when an older program could no longer read what we write
DOCUMENTS = "documents"
TABLES = (DOCUMENTS, *COLUMNS)

ABOUT_DOCUMENT = ("document", "symbol", "body", "session", "date", "agenda_item", "title", "points", "words", "path")
# What more an analysis is made of: the source text, and where in it everything stands.
INNARDS = ("characters", "text", "pages", "masthead", "ledger", "notices", "pieces")


def columns(table: str) -> tuple[str, ...]:
    """Return the columns of a table that can be shown and asked for."""
    return ABOUT_DOCUMENT if table == DOCUMENTS else COLUMNS[table]


def arrow(table: str) -> pa.Schema:
    """Return a table's Arrow schema.

    Raises:
        UsageError: pyarrow is not installed.
    """
    pa = require("pyarrow")
    fields = [(name, pa.int64() if name in WHOLE else pa.string()) for name in columns(table)]
    if table == DOCUMENTS:
        offsets = pa.list_(pa.int64())
        notice = pa.struct([("line", pa.int64()), ("code", pa.string()), ("text", pa.string())])
        share = pa.struct([("kind", pa.string()), ("characters", pa.int64())])
        inner = [pa.int64(), pa.string(), offsets, offsets, pa.list_(share), pa.list_(notice), pa.list_(offsets)]
        fields += zip(INNARDS, inner, strict=True)
    return pa.schema(fields)


def require(module: str):  # type: ignore[no-untyped-def]  # a module, whichever
    """Import what the extra `parquet` brings.

    Raises:
        UsageError: it is not installed.
    """
    from importlib import import_module

    try:
        return import_module(module)
    except ImportError:
        name = module.partition(".")[0]
        raise UsageError(
            f"{name} is needed for datasets and is not installed: {pip_install('cnd-tools[parquet]')}"
        ) from None
