"""Texts for an assistant, by the Model Context Protocol: documents, paragraphs, rows and comparisons, to be read alone.

The server knows the texts it was started with and opens no other file. Every answer has document and point of what it
says, so that an assistant can cite, and a reader look it up. Errors say what would have been right.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

from cnd_tools import __version__
from cnd_tools.errors import UsageError, pip_install
from cnd_tools.records import Analysis
from cnd_tools.tables import CODED, COLUMNS, Table, table

MOST = 200  # rows of an answer where none is asked for, and
MOST_AT_ALL = 1_000  # at the most: an assistant reads them all
ABOUT = (
    "Meeting outcomes, cut into numbered paragraphs and coded by rules: who is said to hold what, who should do what, "
    "on which theme, how strongly. Cite document and point with everything you say, and quote the paragraph's own "
    "words. A figure is one of paragraphs; fewer than five prove nothing. Rules can misread a sentence: read the "
    "paragraph before you rely on a row."
)


class Texts:
    """The texts of a server, analysed when they are first asked for.

    Args:
        analyse: gives the analyses, in order.
    """

    def __init__(self, analyse: Callable[[], Sequence[Analysis]]) -> None:
        self._analyse = analyse
        self._found: dict[str, Analysis] | None = None

    @property
    def all(self) -> dict[str, Analysis]:
        """The analyses by name."""
        if self._found is None:
            self._found = {one.document.name: one for one in self._analyse()}
        return self._found

    def documents(self) -> list[dict[str, Any]]:
        """List the documents: name, title page, number of paragraphs and of words."""
        listed = []
        for name, one in self.all.items():
            head, points = one.document.masthead, [point for point in one.points if point.kind in CODED]
            about = {"symbol": head.symbol, "body": head.body, "session": head.session, "date": head.date}
            sizes = {"paragraphs": len(points), "words": sum(point.words for point in points)}
            listed.append({"document": name, "title": head.title, **about, **sizes})
        return listed

    def paragraphs(
        self, document: str, point: str | None = None, after: str | None = None, most: int = MOST
    ) -> list[dict[str, Any]]:
        """Read a document's paragraphs in order, each with its number, headings, notes and title page among them.

        Args:
            document: its name.
            point: one paragraph's number, as 4 or 4(a); those under it come with it.
            after: only those after this number, to read on.
            most: how many at most.
        """
        points = list(self._of(document).points)
        names = [one.point for one in points]
        for wanted in (point, after):
            if wanted is not None and wanted not in names:
                raise UsageError(f"{document} has no paragraph {wanted}; there are {', '.join(names[:20])} …")
        if after is not None:
            points = points[names.index(after) + 1 :]
        if point is not None:
            points = [one for one in points if one.point == point or one.point.startswith(f"{point}(")]
        kept = ("document", "point", "label", "kind", "parent", "section", "page", "text")
        return _dicts(table("points", points[: _bound(most)]).select(kept))

    def rows(
        self,
        rows: str,
        *,
        document: str | None = None,
        point: str | None = None,
        theme: str | None = None,
        actor: str | None = None,
        strength: str | None = None,
        most: int = MOST,
    ) -> list[dict[str, Any]]:
        """List rows: actors, themes, positions (who is said to hold what) or actions (who should do what).

        Args:
            rows: which table.
            document: of this document alone.
            point: of this paragraph alone.
            theme: of paragraphs with this theme.
            actor: of paragraphs with this actor.
            strength: actions of this strength alone: obligation, necessity, recommendation, encouragement, possibility.
            most: how many at most.
        """
        if rows not in COLUMNS:
            raise UsageError(f"there is no table {rows}; there are {', '.join(COLUMNS)}")
        texts = [self._of(document)] if document is not None else list(self.all.values())
        found: list[Any] = []
        for one in texts:
            points = {other.point for other in one.points if point in {None, other.point}}
            if theme is not None:
                points &= {other.point for other in one.themes if other.theme == theme}
            if actor is not None:
                points &= {other.point for other in one.actors if other.actor == actor}
            found += [
                row
                for row in getattr(one, rows)
                if row.point in points and strength in {None, getattr(row, "strength", None)}
            ]
        return _dicts(table(rows, found[: _bound(most)]))

    def compare(self, first: str, second: str, by: str | None = None, most: int = MOST) -> dict[str, Any]:
        """Say what changed between two documents: a page of words, or one view as rows, each with its paragraphs.

        Args:
            first: the earlier document.
            second: the later one.
            by: speakers, themes, actors, strength, extent, points, terms or overview; the page of words where none.
            most: how many rows at most.
        """
        from cnd_tools.comparing import compare
        from cnd_tools.comparing.page import page
        from cnd_tools.views.page import lines

        sides = [self._of(first), self._of(second)]
        if by is None:
            return {"page": "\n".join(lines(page(sides[0], sides[1])))}
        (view,) = compare(sides, by=by)
        return {view.name: _dicts(Table(view.name, view.columns, view.rows[: _bound(most)]))}

    def schema(self, rows: str | None = None) -> dict[str, Any]:
        """Explain a table's columns and the values they may have, as JSON Schema; all tables where none is named."""
        from cnd_tools.schemas import schema

        return schema(rows)

    def _of(self, name: str) -> Analysis:
        if name not in self.all:
            raise UsageError(f"there is no document {name}; there are {', '.join(self.all)}")
        return self.all[name]


def server(texts: Texts) -> Any:
    """Return the server (an SDK's FastMCP) with its five tools.

    Raises:
        UsageError: the SDK is not installed.
    """
    try:
        fast = import_module("mcp.server.fastmcp")
        types = import_module("mcp.types")
    except ImportError:
        raise UsageError(f"mcp is needed and is not installed: {pip_install('cnd-tools[mcp]')}") from None
    made = fast.FastMCP("cnd-tools", instructions=f"{ABOUT} (cnd-tools {__version__})", log_level="ERROR")
    reading = types.ToolAnnotations(readOnlyHint=True, destructiveHint=False, idempotentHint=True, openWorldHint=False)
    for tool in (texts.documents, texts.paragraphs, texts.rows, texts.compare, texts.schema):
        made.add_tool(tool, annotations=reading)
    return made


def _bound(most: int) -> int:
    return min(max(most, 0), MOST_AT_ALL)


def _dicts(found: Table) -> list[dict[str, Any]]:
    return [dict(zip(found.columns, row, strict=True)) for row in found.rows]
