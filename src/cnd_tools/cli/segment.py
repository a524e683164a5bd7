"""`cnd segment`: the paragraphs of a text."""

from __future__ import annotations

from typing import Annotated

import typer

from cnd_tools.cli.options import Analysing, Choosing, Printing, Texts, with_options

LEDGER = ("document", "kind", "characters", "share")


def add_to(app: typer.Typer) -> None:
    """Give the program its command."""
    app.command()(segment)


@with_options(reading=Choosing, analysing=Analysing, printing=Printing)
def segment(
    texts: Texts = None,
    everything: Annotated[bool, typer.Option("--all", help="Title page and notes as well.")] = False,
    ledger: Annotated[
        bool, typer.Option("--ledger", help="Instead, how many characters of the source are in which kind of line.")
    ] = False,
    *,
    reading: Choosing,
    analysing: Analysing,
    printing: Printing,
) -> None:
    """Show the paragraphs of a text under its headings: is it divided as a reader would divide it?

    Example: cnd segment file.txt
    """
    from cnd_tools.cli import printing as out
    from cnd_tools.cli.choosing import check_use, chooses
    from cnd_tools.cli.texts import segmented
    from cnd_tools.records import Analysis
    from cnd_tools.tables import Table, table

    out.check(printing)
    check_use("segment", reading, analysing)
    results = list(segmented(texts, reading, analysing))
    if ledger:
        rows = tuple(
            (result.document.name, kind, count, count / max(len(result.document.text), 1))
            for result in results
            for kind, count in result.ledger.items()
        )
        made = Table("ledger", LEDGER, rows)
    elif out.on_screen(printing):
        from cnd_tools.cli.asking import asked
        from cnd_tools.views.paging import paged
        from cnd_tools.views.screens import segment as screen

        ledgers = not chooses(reading)
        analyses = [Analysis(one.document, one.points, ledger=one.ledger if ledgers else {}) for one in results]
        said = asked(texts, reading, analysing, of=analyses)
        paged(lambda stream: screen.show(analyses, stream, said, everything=everything))
        return
    else:
        aside = frozenset() if everything else frozenset({"masthead", "note"})
        made = table("points", (point for result in results for point in result.points if point.kind not in aside))
    out.emit([made], printing, quiet=reading.quiet)
