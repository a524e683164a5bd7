"""`cnd segment`: the paragraphs of a text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from cnd_tools.cli.options import Choosing, Printing, Texts, with_options

if TYPE_CHECKING:
    from cnd_tools.records import Segmented

LEDGER = ("document", "kind", "characters", "share")


def add_to(app: typer.Typer) -> None:
    """Give the program its command."""
    app.command()(segment)


@with_options(reading=Choosing, printing=Printing)
def segment(
    texts: Texts = None,
    everything: Annotated[bool, typer.Option("--all", help="Title page and notes as well.")] = False,
    ledger: Annotated[
        bool, typer.Option("--ledger", help="Instead, how many characters of the source are in which kind of line.")
    ] = False,
    *,
    reading: Choosing,
    printing: Printing,
) -> None:
    """Show the paragraphs of a text under its headings: is it divided as a reader would divide it?

    Example: cnd segment file.txt
    """
    from cnd_tools.cli import printing as out
    from cnd_tools.cli.choosing import chooses
    from cnd_tools.cli.texts import segmented
    from cnd_tools.tables import Table, table

    out.check(printing)
    results = list(segmented(texts, reading))
    if ledger:
        rows = tuple(
            (result.document.name, kind, count, count / max(len(result.document.text), 1))
            for result in results
            for kind, count in result.ledger.items()
        )
        made = Table("ledger", LEDGER, rows)
    elif out.on_screen(printing):
        _show(results, everything=everything, whole=not chooses(reading))
        return
    else:
        aside = frozenset() if everything else frozenset({"masthead", "note"})
        made = table("points", (point for result in results for point in result.points if point.kind not in aside))
    out.emit([made], printing, quiet=reading.quiet)


def _show(results: Sequence[Segmented], *, everything: bool, whole: bool) -> None:
    from cnd_tools.records import Analysis
    from cnd_tools.views.paging import paged
    from cnd_tools.views.screens import segment as screen

    analyses = [Analysis(one.document, one.points, ledger=one.ledger if whole else {}) for one in results]
    paged(lambda out: screen.show(analyses, out, everything=everything))
