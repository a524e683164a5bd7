"""What an export is made of: the analyses, and what one must know to use them elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cnd_tools.records import Analysis
from cnd_tools.tables import COLUMNS, Table, table
from cnd_tools.views.sources import Source

DOCUMENTS = ("document", "symbol", "body", "session", "date", "agenda_item", "title", "file", "sha256", "bytes")


@dataclass(frozen=True, slots=True)
class ExportContent:
    """Everything an export may hold.

    Attributes:
        analyses: the documents in the user's order.
        sources: the files they were read from, in the same order.
        codebook: what the codes mean: `variable`, `code`, `label`, `group`, `definition`.
        variables: what the columns say: `table`, `column`, `definition`.
        made_with: names and versions of programs, models and lexicons.
        comparison: the tables of a comparison; none of one document.
    """

    analyses: Sequence[Analysis]
    sources: Sequence[Source]
    codebook: Table
    variables: Table
    made_with: Sequence[tuple[str, str]]
    comparison: Sequence[Table] = ()

    def documents(self) -> Table:
        """Return a row each document: its masthead, its file, and what tells whether another file is the same."""
        rows = []
        for analysis, source in zip(self.analyses, self.sources, strict=True):
            head = analysis.document.masthead
            masthead = (head.symbol, head.body, head.session, head.date, head.agenda_item, head.title)
            rows.append((analysis.document.name, *masthead, source.file, source.sha256, source.size))
        return Table("documents", DOCUMENTS, tuple(rows))

    def tables(self) -> Iterator[Table]:
        """Yield the tables of `COLUMNS`, each over all documents."""
        for name in COLUMNS:
            yield table(name, (row for analysis in self.analyses for row in getattr(analysis, name)))

    def settings(self) -> Table:
        """Return what the data were made with and from: `setting` and `value`."""
        made_from = (
            (f"{what} of {one.document}", value)
            for one in self.sources
            for what, value in (("file", one.file), ("sha256", one.sha256), ("bytes", one.size))
        )
        return Table("settings", ("setting", "value"), (*self.made_with, *made_from))
