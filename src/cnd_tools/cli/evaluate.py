"""`cnd evaluate`: how far the tables agree with a reader's own annotation."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cnd_tools.cli.options import Analysing, Printing, Reading, known_names, with_options


def add_to(app: typer.Typer) -> None:
    """Give the program its command."""
    app.command()(evaluate)


@with_options(reading=Reading, analysing=Analysing, printing=Printing)
def evaluate(
    reference: Annotated[Path, typer.Argument(help="A reference annotation, one JSON object a point, one a line.")],
    text: Annotated[
        str | None,
        typer.Argument(
            metavar="DOC",
            help="The text it annotates; by default the one that its first line names.",
            show_default=False,
            autocompletion=known_names,
        ),
    ] = None,
    differences: Annotated[
        bool, typer.Option("--differences", help="Instead, what is missing and what is extra, point by point.")
    ] = False,
    *,
    reading: Reading,
    analysing: Analysing,
    printing: Printing,
) -> None:
    """Compare our tables with a reader's annotation: precision, recall and F1 of each.

    Example: cnd evaluate my-reading.jsonl 2009
    """
    from cnd_tools import evaluating
    from cnd_tools.cli import printing as out
    from cnd_tools.cli.texts import analysed
    from cnd_tools.errors import UsageError

    out.check(printing)
    points = evaluating.read_reference(reference)
    name = text or next((str(point["doc"]) for point in points if "doc" in point), None)
    if name is None:
        raise UsageError(f"{reference}: names no document; say which: cnd evaluate {reference} DOC")
    analyses = analysed([name], reading, analysing)
    if len(analyses) != 1:
        raise UsageError(f"{name}: {len(analyses)} texts; a reference annotates one")
    measures, lines = evaluating.evaluate(points, analyses[0])
    out.emit([lines if differences else measures], printing, quiet=reading.quiet)
