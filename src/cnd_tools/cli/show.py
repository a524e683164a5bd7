"""`cnd show`: a text with its labels."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from cnd_tools.cli.options import Analysing, Reading, known_names, with_options


def add_to(app: typer.Typer) -> None:
    """Give the program its command."""
    app.command()(show)


@with_options(reading=Reading, analysing=Analysing)
def show(
    text: Annotated[
        str, typer.Argument(metavar="DOC", help="A name, a file, or -.", autocompletion=known_names, show_default=False)
    ],
    points: Annotated[
        list[str] | None,
        typer.Argument(metavar="POINT", help="Which points, as 4(c); 4 is 4 and all under it.", show_default=False),
    ] = None,
    why: Annotated[bool, typer.Option("--why", help="Per label, the words and the rule that made it.")] = False,
    *,
    reading: Reading,
    analysing: Analysing,
) -> None:
    """Show a text with its labels, actors and actions in colour.

    Example: cnd show 2011 "4(c)" --why
    """
    from cnd_tools.cli.texts import analysed
    from cnd_tools.tables import CODED
    from cnd_tools.views import marked

    for analysis in analysed([text], reading, analysing):
        shown = [point for point in analysis.points if point.kind in CODED]
        if points:
            shown = [point for point in shown if any(_belongs(point.point, wanted) for wanted in points)]
            _check(points, [point.point for point in shown], analysis.document.name)
        marked.show(analysis, shown, sys.stdout, why=why)


def _belongs(point: str, wanted: str) -> bool:
    return point == wanted or (point.startswith(wanted) and point[len(wanted)] in "([")


def _check(wanted: list[str], found: list[str], document: str) -> None:
    from cnd_tools.errors import UsageError

    for one in wanted:
        if not any(_belongs(point, one) for point in found):
            raise UsageError(f"{document} has no point {one}; cnd segment {document} lists them")
