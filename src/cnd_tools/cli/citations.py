"""`cnd citations`: what the paragraphs of texts cite, as a table, as a graph or as a picture."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cnd_tools.cli.options import Analysing, Choosing, Printing, Texts, with_options
from cnd_tools.errors import UsageError

ENDINGS = (".graphml", ".svg")


def add_to(app: typer.Typer) -> None:
    """Give the program its command."""
    app.command()(citations)


@with_options(reading=Choosing, analysing=Analysing, printing=Printing)
def citations(
    texts: Texts = None,
    *,
    graph: Annotated[
        Path | None,
        typer.Option(
            help="Write who cites what as a graph: .graphml for Gephi, R and their like, .svg for a picture.",
            metavar="FILE.graphml|svg",
        ),
    ] = None,
    reading: Choosing,
    analysing: Analysing,
    printing: Printing,
) -> None:
    """Show which resolutions, documents, treaties and goals each paragraph cites, and which other paragraphs.

    Example: cnd citations 2009 --csv
    """
    from cnd_tools.cli import printing as out
    from cnd_tools.cli.texts import found, table_of

    out.check(printing)
    if graph is None:
        its = found("citations", texts, reading, analysing)
        analyses = its if isinstance(its, list) else []
        out.emit_rows("citations", table_of("citations", its), printing, analyses, (texts, reading, analysing))
    else:
        _graph(texts, graph, reading, analysing, printing)


def _graph(texts: list[str] | None, path: Path, reading: Choosing, analysing: Analysing, printing: Printing) -> None:
    """Write the graph; the table is then not printed, unless `-o` asks for it as well.

    Raises:
        UsageError: an ending that is none of a graph's, or a file that is there.
    """
    from cnd_tools.cli import printing as out
    from cnd_tools.cli.texts import analysed
    from cnd_tools.tables import table
    from cnd_tools.views import citation_graph
    from cnd_tools.views.export import check_place, replacing

    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise UsageError(f"{path}: a graph is {' or '.join(ENDINGS)}; end its name so")
    check_place(path, force=printing.force)
    found = analysed(texts, reading, analysing)
    made = citation_graph.graph(found)
    write = citation_graph.write_graphml if ending == ".graphml" else citation_graph.write_svg
    with replacing(path, force=printing.force) as file:
        write(made, file)
    out.tell_written(path, found, reading)
    if printing.output is not None:
        rows = (row for one in found for row in one.citations)
        out.emit([table("citations", rows)], printing, quiet=reading.quiet)
