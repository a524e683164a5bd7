"""Several texts as one side of a comparison: "2009,2010" against "2011,2012", or all texts of one body."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from cnd_tools.errors import UsageError
from cnd_tools.records import FOUND, Analysis, Document, Masthead

COLUMNS = ("document", "symbol", "body", "session", "date", "year", "agenda_item", "title")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def together(name: str, analyses: Sequence[Analysis]) -> Analysis:
    """Return several texts as one, under a name; each paragraph is cited with its text before it, "2009:4(c)"."""
    if len(analyses) == 1:
        return replace(_renamed(analyses[0], name, ""), document=replace(analyses[0].document, name=name))
    parts = [_renamed(one, name, f"{one.document.name}:") for one in analyses]
    bodies = {one.document.masthead.body for one in analyses}
    head = Masthead(body=bodies.pop() if len(bodies) == 1 else None, title=f"{len(analyses)} texts")
    rows: dict[str, Any] = {
        table: tuple(row for part in parts for row in getattr(part, table)) for table in ("points", *FOUND)
    }
    return Analysis(Document(name, "", masthead=head), **rows)


def _renamed(one: Analysis, name: str, before: str) -> Analysis:
    def placed(row: Any) -> Any:
        more = {"parent": f"{before}{row.parent}" if row.parent else None} if hasattr(row, "parent") else {}
        return replace(row, document=name, point=f"{before}{row.point}", **more)

    rows: dict[str, Any] = {table: tuple(map(placed, getattr(one, table))) for table in ("points", *FOUND)}
    return replace(one, **rows)


def by_column(analyses: Sequence[Analysis], column: str) -> list[Analysis]:
    """Return the texts put together by what their title pages say, in the order in which each is first met.

    Raises:
        UsageError: no title page has such a column.
    """
    if column not in COLUMNS:
        raise UsageError(f"--group-by: no column {column!r}; there are: {', '.join(COLUMNS)}")
    groups: dict[str, list[Analysis]] = {}
    for one in analyses:
        groups.setdefault(_said(one.document, column) or f"no {column}", []).append(one)
    return [together(name, found) for name, found in groups.items()]


def _said(document: Document, column: str) -> str | None:
    if column == "document":
        return document.name
    if column == "year":
        year = _YEAR.search(document.masthead.date or "")
        return year[0] if year else None
    said: Mapping[str, str | None] = {name: getattr(document.masthead, name) for name in Masthead.__slots__[:6]}
    return said[column]
