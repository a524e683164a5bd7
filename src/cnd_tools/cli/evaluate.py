"""`cnd evaluate`: how far the tables agree with a reader's own annotation."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cnd_tools.cli.options import Analysing, Printing, Reading, known_names, with_options

if TYPE_CHECKING:
    from cnd_tools.evaluation.annotation_tools import Task
    from cnd_tools.records import Analysis
    from cnd_tools.tables import Table

MOST_TOLD = 100  # labels that mean nothing


def add_to(app: typer.Typer) -> None:
    """Give the program its command."""
    app.command()(evaluate)


@with_options(reading=Reading, analysing=Analysing, printing=Printing)
def evaluate(
    reference: Annotated[
        Path,
        typer.Argument(
            metavar="REFERENCE",
            help="A reference annotation, one JSON object a point, one a line; or what Prodigy, Label Studio, doccano "
            "or INCEpTION export.",
        ),
    ],
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
    from cnd_tools.cli import printing as out
    from cnd_tools.cli.texts import analysed
    from cnd_tools.errors import UsageError, short
    from cnd_tools.evaluation import references, scoring
    from cnd_tools.evaluation.annotation_tools import read_tasks
    from cnd_tools.inputs import read_file

    out.check(printing)
    data = read_file(reference, most=references.LARGEST, what="a reference")
    tasks = read_tasks(reference, data)
    points = references.read_reference(reference, data) if tasks is None else []
    name = text or next((point["doc"] for point in points if "doc" in point), None)
    if name is None:
        said = short(str(reference))
        raise UsageError(f"{said}: names no document; say which: cnd evaluate {said} DOC")
    analyses = analysed([name], reading, analysing)
    if len(analyses) != 1:
        raise UsageError(f"{name}: {len(analyses)} texts; a reference annotates one")
    if tasks is None:
        measures, lines = scoring.evaluate(points, analyses[0])
    else:
        measures, lines = _with_tasks(tasks, analyses[0], reading, analysing)
    out.emit([lines if differences else measures], printing, quiet=reading.quiet)


def _with_tasks(
    tasks: Sequence[Task], analysis: Analysis, reading: Reading, analysing: Analysing
) -> tuple[Table, Table]:
    """Compare with another tool's annotation, in what it was made of: its points, and the tables it has labels of."""
    from cnd_tools.errors import short
    from cnd_tools.evaluation import scoring
    from cnd_tools.evaluation.references import covering
    from cnd_tools.evaluation.tasks import reference
    from cnd_tools.lexicon import load
    from cnd_tools.views.safe import visible

    made = reference(tasks, analysis, load(extra=analysing.lexicon or ()))
    for label, count in islice(made.unknown.items(), 0 if reading.quiet else MOST_TOLD):
        print(visible(f"warning: the label {short(label)!r} means nothing here; {count} left out"), file=sys.stderr)
    if len(made.unknown) > MOST_TOLD and not reading.quiet:
        print(f"warning: {len(made.unknown) - MOST_TOLD} more labels mean nothing here", file=sys.stderr)
    return scoring.evaluate(made.points, covering(analysis, made.points), tables=made.tables)
