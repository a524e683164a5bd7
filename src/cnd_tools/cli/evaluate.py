"""`cnd evaluate`: how far the tables agree with a reader's own annotation, or two readers with each other."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cnd_tools.cli.options import Analysing, Printing, Reading, known_names, with_options
from cnd_tools.errors import UsageError, short

if TYPE_CHECKING:
    from cnd_tools.evaluation.annotation_tools import Task
    from cnd_tools.evaluation.references import Given
    from cnd_tools.records import Analysis
    from cnd_tools.tables import Table

MOST_TOLD = 100  # labels that mean nothing
MOST_NAMED = 5  # points that are not there


def add_to(app: typer.Typer) -> None:
    """Give the program its command."""
    app.command()(evaluate)


@with_options(reading=Reading, analysing=Analysing, printing=Printing)
def evaluate(
    reference: Annotated[
        Path,
        typer.Argument(
            metavar="REFERENCE",
            help="A reader's labels: one JSON object a paragraph, one a line; a coding sheet that was filled in (.csv, "
            ".xlsx); or what Prodigy, Label Studio, doccano or INCEpTION export. With --template, "
            "the text to make a sheet of.",
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
    *,
    differences: Annotated[
        bool, typer.Option("--differences", help="Instead, what is missing and what is extra, paragraph by paragraph.")
    ] = False,
    all_points: Annotated[
        bool,
        typer.Option(
            "--all-points", help="Compare paragraphs that were not labelled too, as if the reader had found nothing."
        ),
    ] = False,
    second: Annotated[
        Path | None,
        typer.Option(
            help="Another reader's labels of the same text: how far the two agree (F1, Cohen's κ, Krippendorff's α).",
            metavar="FILE",
        ),
    ] = None,
    template: Annotated[
        bool,
        typer.Option("--template", help="Make a coding sheet of a text, to fill in; -o sheet.xlsx for Excel."),
    ] = False,
    reading: Reading,
    analysing: Analysing,
    printing: Printing,
) -> None:
    """Compare our tables with a reader's labels, in the paragraphs that were labelled: precision, recall and F1.

    Example: cnd evaluate my-reading.jsonl 2009
    """
    from cnd_tools.cli import printing as out

    if template:
        _sheet(str(reference), reading, analysing, printing)
        return
    out.check(printing)
    files = [reference] if second is None else [reference, second]
    given = [_labels(path, analysing) for path in files]
    made = [one for one in given if not isinstance(one, list)]
    if second is None or len(made) < 2:
        analysis = _analysis(text, given, reference, reading, analysing)
        made = [_placed(one, analysis, reading, analysing) if isinstance(one, list) else one for one in given]
    found = _agreement(made) if second else _scored(made[0], analysis, reading, all_points=all_points)
    out.emit([found[differences]], printing, quiet=reading.quiet)


def _labels(path: Path, analysing: Analysing) -> Given | list[Task]:
    """Return what a file holds: labels of points, or another tool's tasks, which are yet to be found in the text."""
    from cnd_tools.evaluation.annotation_tools import read_tasks
    from cnd_tools.evaluation.references import LARGEST, Given, read_reference
    from cnd_tools.evaluation.scoring import FIELDS
    from cnd_tools.evaluation.sheets import read_sheet
    from cnd_tools.inputs import read_file
    from cnd_tools.lexicon import load

    data = read_file(path, most=LARGEST, what="a reference")
    sheet = read_sheet(path, data, load(extra=analysing.lexicon or ()))
    if sheet is not None:
        return sheet
    tasks = read_tasks(path, data)
    return tasks if tasks is not None else Given(read_reference(path, data), tuple(FIELDS))


def _analysis(
    text: str | None, given: Sequence[Given | list[Task]], reference: Path, reading: Reading, analysing: Analysing
) -> Analysis:
    """Return the analysis of the document that was named, or that the labels name."""
    from cnd_tools.cli.texts import analysed

    named = (point["doc"] for one in given if not isinstance(one, list) for point in one.points if "doc" in point)
    name = text or next(named, None)
    if name is None:
        said = short(str(reference))
        raise UsageError(f"{said}: names no document; say which: cnd evaluate {said} DOC")
    analyses = analysed([name], reading, analysing)
    if len(analyses) != 1:
        raise UsageError(f"{name}: {len(analyses)} texts; a reference annotates one")
    return analyses[0]


def _placed(tasks: list[Task], analysis: Analysis, reading: Reading, analysing: Analysing) -> Given:
    """Return another tool's tasks as labels of points; labels that mean nothing are named."""
    from cnd_tools.evaluation.references import Given
    from cnd_tools.evaluation.tasks import reference
    from cnd_tools.lexicon import load
    from cnd_tools.views.safe import visible

    made = reference(tasks, analysis, load(extra=analysing.lexicon or ()))
    for label, count in islice(made.unknown.items(), 0 if reading.quiet else MOST_TOLD):
        print(visible(f"warning: the label {short(label)!r} means nothing here; {count} left out"), file=sys.stderr)
    if len(made.unknown) > MOST_TOLD and not reading.quiet:
        print(f"warning: {len(made.unknown) - MOST_TOLD} more labels mean nothing here", file=sys.stderr)
    return Given(made.points, made.tables)


def _scored(given: Given, analysis: Analysis, reading: Reading, *, all_points: bool) -> tuple[Table, Table]:
    """Return the measures and the differences, and say of how many paragraphs they are."""
    from cnd_tools.evaluation.references import coverage, covering
    from cnd_tools.evaluation.scoring import evaluate as score
    from cnd_tools.views.safe import visible

    extent = coverage(analysis, given.points)
    name = short(analysis.document.name)
    if extent.lost and not reading.quiet:
        some = ", ".join(short(point) for point in extent.lost[:MOST_NAMED])
        more = " …" if len(extent.lost) > MOST_NAMED else ""
        said = f"warning: {len(extent.lost)} labelled paragraphs are not in {name}: {some}{more}"
        print(visible(said), file=sys.stderr)
    if extent.labelled < extent.paragraphs and not all_points and not reading.quiet:
        counts = f"{extent.labelled} of {extent.paragraphs} paragraphs"
        print(
            visible(f"note: {counts} of {name} are labelled and compared; --all-points compares all"), file=sys.stderr
        )
    return score(given.points, covering(analysis, given.points, others=all_points), tables=given.tables)


def _agreement(given: Sequence[Given]) -> tuple[Table, Table]:
    """Return how far two readers agree in what both labelled, and where they do not."""
    from cnd_tools.evaluation.agreement import agreement

    first, second = given
    if not {point["point"] for point in first.points} & {point["point"] for point in second.points}:
        raise UsageError("the two have labelled no paragraph in common; agreement is of paragraphs that both have read")
    return agreement(first.points, second.points, [table for table in first.tables if table in second.tables])


def _sheet(name: str, reading: Reading, analysing: Analysing, printing: Printing) -> None:
    """Write a coding sheet of a text."""
    from cnd_tools.cli import printing as out
    from cnd_tools.cli.export import need
    from cnd_tools.cli.texts import segmented
    from cnd_tools.comparing.citing import typed
    from cnd_tools.comparing.proposing import quoted
    from cnd_tools.evaluation.sheets import codes, sheet
    from cnd_tools.lexicon import load
    from cnd_tools.views.export import taking_place_of

    workbook = printing.output is not None and printing.output.suffix.lower() == ".xlsx"
    if workbook:
        need("xlsxwriter", "xlsx")
    else:
        out.check(printing)
    texts = list(segmented([name], reading))
    if len(texts) != 1:
        raise UsageError(f"{name}: {len(texts)} texts; a coding sheet is of one")
    made = sheet(texts[0])
    back = f"cnd evaluate {quoted(str(printing.output))} {quoted(typed(texts[0].document))}"
    told = f"{len(made.rows)} paragraphs to code; filled in, it goes back: {back}"
    if workbook and printing.output is not None:
        from cnd_tools.views.exports.workbook import write_tables

        with taking_place_of(printing.output, force=printing.force) as path:
            write_tables([made, codes(load(extra=analysing.lexicon or ()))], path)
        if not reading.quiet:
            out.say_written(printing.output, told)
    else:
        out.emit([made], printing, quiet=reading.quiet, told=told)
