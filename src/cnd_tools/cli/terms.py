"""`cnd terms`: what the lexicon does not cover."""

from __future__ import annotations

from typing import Annotated

import typer

from cnd_tools.cli.options import Analysing, Choosing, Printing, Texts, with_options


def add_to(app: typer.Typer) -> None:
    """Give the program its command."""
    app.command()(terms)


@with_options(reading=Choosing, analysing=Analysing, printing=Printing)
def terms(
    texts: Texts = None,
    least: Annotated[int, typer.Option(help="Least number of occurrences.", min=1)] = 3,
    *,
    reading: Choosing,
    analysing: Analysing,
    printing: Printing,
) -> None:
    """List frequent phrases that no theme covers, with an example of each: candidates for themes of your own.

    Example: cnd terms 2009 2011 --least 2
    """
    from cnd_tools.cli import printing as out
    from cnd_tools.cli.texts import analysed
    from cnd_tools.comparing.uncovered import uncovered

    out.check(printing)
    analyses = analysed(texts, reading, analysing)
    found = uncovered(analyses, least=least)
    if not out.on_screen(printing):
        out.emit([found], printing, quiet=reading.quiet)
        return
    from cnd_tools.cli.asking import asked
    from cnd_tools.views.paging import paged
    from cnd_tools.views.screens import terms as screen

    said = asked(texts, reading, analysing, of=analyses)
    paged(lambda stream: screen.show(found, least, stream, said))
