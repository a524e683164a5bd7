"""`cnd show`: a text with its labels."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated

import typer

from cnd_tools.cli.options import Analysing, Choosing, Printing, known_names, with_options
from cnd_tools.errors import UsageError

if TYPE_CHECKING:
    from cnd_tools.records import Point


def add_to(app: typer.Typer) -> None:
    """Give the program its command."""
    app.command()(show)


@with_options(reading=Choosing, analysing=Analysing)
def show(
    text: Annotated[
        str, typer.Argument(metavar="DOC", help="A name, a file, or -.", autocompletion=known_names, show_default=False)
    ],
    points: Annotated[
        list[str] | None,
        typer.Argument(metavar="POINT...", help="Which points, as 4(c); 4 is 4 and all under it.", show_default=False),
    ] = None,
    why: Annotated[bool, typer.Option("--why", help="Per label, the words and the rule that made it.")] = False,
    rules: Annotated[bool, typer.Option("--rules", help="Then every rule that found something, and what.")] = False,
    *,
    reading: Choosing,
    analysing: Analysing,
) -> None:
    """Show a text with its labels, actors and actions in colour.

    Example: cnd show 2011 "4(c)" --why
    """
    from cnd_tools.cli import printing
    from cnd_tools.cli.rules import fired
    from cnd_tools.cli.texts import analysed
    from cnd_tools.records import Segmented
    from cnd_tools.tables import CODED
    from cnd_tools.views import marked

    for analysis in analysed([text], reading, analysing):
        shown = _asked(analysis.points, points, text) if points else [p for p in analysis.points if p.kind in CODED]
        marked.show(analysis, shown, sys.stdout, why=why)
        if rules:
            whole = Segmented(analysis.document, analysis.points)
            printing.emit([fired(whole, analysing, {point.point for point in shown})], Printing())


def _asked(points: Sequence[Point], wanted: Sequence[str], text: str) -> list[Point]:
    """Return the points asked for, headings and notes as well, and what hangs under them.

    Raises:
        UsageError: one is not there.
    """
    parents = {point.point: point.parent for point in points}

    def under(point: str | None, asked: str) -> bool:
        return point is not None and (point == asked or under(parents[point], asked))

    asked = ["".join(one.split()) for one in wanted]  # "4 (c)" as it is often written
    for one in asked:
        if one not in parents:
            near = get_close_matches(one, parents, n=1)
            hint = f"did you mean {near[0]}? " if near else ""
            raise UsageError(f"{text} has no point {one}; {hint}cnd segment {shlex.quote(text)} --all lists them")
    return [point for point in points if any(under(point.point, one) for one in asked)]
