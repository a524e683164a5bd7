"""`cnd related`: which recital carries which demand."""

from __future__ import annotations

from typing import Annotated

import typer

from cnd_tools.cli.options import Analysing, Choosing, Printing, Texts, with_options


def add_to(app: typer.Typer) -> None:
    """Give the program its command."""
    app.command()(related)


@with_options(reading=Choosing, analysing=Analysing, printing=Printing)
def related(
    texts: Texts = None,
    *,
    most: Annotated[
        int, typer.Option("--most", min=1, help="Recitals shown of a demand at most, the most alike first.")
    ] = 3,
    reading: Choosing,
    analysing: Analysing,
    printing: Printing,
) -> None:
    """Show which recital of a text carries which demand, by their words and by what both cite.

    Example: cnd related 2009 --csv
    """
    from cnd_tools.cli import printing as out
    from cnd_tools.cli.texts import analysed
    from cnd_tools.comparing.related import related as made

    out.check(printing)
    analyses = analysed(texts, reading, analysing)
    out.emit_rows("related", made(analyses, most=most), printing, analyses, (texts, reading, analysing))
