"""`cnd mcp`: the texts for an assistant, over standard input and output."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from cnd_tools.cli.options import Analysing, Choosing, Texts, with_options

if TYPE_CHECKING:
    from cnd_tools.records import Analysis


def add_to(app: typer.Typer) -> None:
    """Give the program its command."""
    app.command()(mcp)


@with_options(reading=Choosing, analysing=Analysing)
def mcp(texts: Texts = None, *, reading: Choosing, analysing: Analysing) -> None:
    """Let an assistant read texts, their rows and comparisons, by the Model Context Protocol; it can change nothing.

    An assistant's program starts it, and ends it. It knows the texts named here and opens no other file.

    Example: cnd mcp 2009 2011
    """
    from cnd_tools.cli.texts import analysed
    from cnd_tools.serving import Texts as Served
    from cnd_tools.serving import server

    def analyse() -> Sequence[Analysis]:
        return analysed(texts, reading, analysing)

    served = server(Served(analyse))
    from anyio import BrokenResourceError, ClosedResourceError

    try:
        served.run("stdio")
    except* (BrokenResourceError, ClosedResourceError):
        pass  # the client went away with answers still to come
