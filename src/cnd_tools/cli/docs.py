"""`cnd docs`: which texts there are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from cnd_tools.cli.options import Analysing, Printing, Reading, Texts, with_options

if TYPE_CHECKING:
    from cnd_tools.records import Segmented

COLUMNS = ("document", "symbol", "body", "session", "date", "agenda_item", "title", "points", "words", "path")


def add_to(app: typer.Typer) -> None:
    """Give the program its command."""
    app.command()(docs)


@with_options(reading=Reading, analysing=Analysing, printing=Printing)
def docs(texts: Texts = None, *, reading: Reading, analysing: Analysing, printing: Printing) -> None:
    """List the texts: title page, date, paragraphs and words.

    Example: cnd docs
    """
    from cnd_tools.cli import printing as out
    from cnd_tools.cli.choosing import check_use
    from cnd_tools.cli.texts import segmented
    from cnd_tools.tables import Table, is_paragraph

    out.check(printing)
    check_use("docs", reading, analysing)
    found = list(segmented(texts, reading, analysing))
    if out.on_screen(printing):
        _show(found, texts, reading, analysing)
        return
    rows = []
    for text in found:
        head = text.document.masthead
        points = [point for point in text.points if is_paragraph(point)]
        fields = (head.symbol, head.body, head.session, head.date, head.agenda_item, head.title)
        words = sum(point.words for point in points)
        rows.append((text.document.name, *fields, len(points), words, text.document.path))
    out.emit([Table("documents", COLUMNS, tuple(rows))], printing, quiet=reading.quiet)


def _show(found: Sequence[Segmented], texts: list[str] | None, reading: Reading, analysing: Analysing) -> None:
    from cnd_tools.cli.asking import asked
    from cnd_tools.records import Analysis
    from cnd_tools.views.paging import paged
    from cnd_tools.views.screens import docs as screen

    analyses = [Analysis(one.document, one.points) for one in found]
    said = asked(texts, reading, analysing, of=analyses)
    paged(lambda out: screen.show(analyses, out, said))
