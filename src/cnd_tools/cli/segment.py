"""`cnd segment`: the points of a text."""

from __future__ import annotations

from typing import Annotated

import typer

from cnd_tools.cli.options import Choosing, Printing, Texts, with_options

LEDGER = ("document", "kind", "characters", "share")


def add_to(app: typer.Typer) -> None:
    """Give the program its command."""
    app.command()(segment)


@with_options(reading=Choosing, printing=Printing)
def segment(
    texts: Texts = None,
    everything: Annotated[bool, typer.Option("--all", help="Masthead and notes as well.")] = False,
    ledger: Annotated[
        bool, typer.Option("--ledger", help="Instead, how many characters of the source went to which kind of line.")
    ] = False,
    *,
    reading: Choosing,
    printing: Printing,
) -> None:
    """Show the numbered and lettered points of a text, and its headings.

    Example: cnd segment file.txt
    """
    from cnd_tools.cli import printing as out
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
    else:
        aside = frozenset() if everything else frozenset({"masthead", "note"})
        made = table("points", (point for result in results for point in result.points if point.kind not in aside))
    out.emit([made], printing, quiet=reading.quiet)
