"""`cnd report`: everything about some texts on one page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cnd_tools.cli.options import Analysing, Choosing, Texts, with_options
from cnd_tools.cli.provenance import made_with, source
from cnd_tools.errors import UsageError

if TYPE_CHECKING:
    from cnd_tools.records import Analysis
    from cnd_tools.tables import Table
    from cnd_tools.views.report import Change, ReportContent

ANALYSING = Analysing()  # as without options
DRAWN_WITH = ("spacy", "scipy", "altair", "vl-convert-python")  # packages whose versions a report names
LIBRARIES = ("altair", "vl_convert", "jinja2")  # what the extra `report` brings


def add_to(app: typer.Typer) -> None:
    """Give the program its command."""
    app.command()(report)


@with_options(reading=Choosing, analysing=Analysing)
def report(
    texts: Texts = None,
    *,
    output: Annotated[Path, typer.Option("--output", "-o", help="The file to write.", metavar="FILE.html")],
    no_text: Annotated[
        bool, typer.Option("--no-text", help="Figures alone, without the words of the texts, for sharing.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace FILE if it is there.")] = False,
    reading: Choosing,
    analysing: Analysing,
) -> None:
    """Write a page with charts, changes and the texts with their labels; it needs no network and can be mailed.

    Example: cnd report 2009 2011 -o report.html
    """
    need_libraries()
    if output.suffix.lower() not in {".html", ".htm"}:
        raise UsageError(f"{output}: a report is a web page; end its name in .html")
    from cnd_tools.cli.texts import analysed, opened
    from cnd_tools.store.forms import PAGES
    from cnd_tools.views.export import check_place, replacing

    check_place(output, force=force)
    analyses = analysed(texts, reading, analysing)

    def made() -> str:
        from cnd_tools.views.report import render  # what draws takes longer to import than a page remembered to write

        return render(content(analyses, analysing, with_text=not no_text))

    told = [*(source(one.document) for one in analyses), *made_with(analysing, DRAWN_WITH)]
    page = opened(reading).derived(PAGES, analyses, ["report", str(no_text), *map(repr, told)], made)
    with replacing(output, force=force) as out:
        out.write(page)


def need_libraries() -> None:
    """Say, before any work is done, what is missing to draw with.

    Raises:
        UsageError: the extra `report` is not installed.
    """
    from importlib.util import find_spec

    for library in LIBRARIES:
        if find_spec(library) is None:
            raise UsageError(
                f"{library} is needed to draw and is not installed: python -m pip install 'cnd-tools[report]'"
            )


def content(analyses: Sequence[Analysis], analysing: Analysing = ANALYSING, *, with_text: bool = True) -> ReportContent:
    """Return what a report of these documents shows: their comparison, if there are two or more, and where from."""
    from cnd_tools.comparing import compare
    from cnd_tools.comparing.scales import STRENGTHS, steps
    from cnd_tools.views.report import ReportContent

    many = len(analyses) > 1
    return ReportContent(
        analyses=analyses,
        sizes=sizes(analyses),
        scale=steps(STRENGTHS, (action.strength for analysis in analyses for action in analysis.actions)),
        compared={by: compare(analyses, by=by) for by in ("theme", "actor", "strength")} if many else {},
        changes=list(_changes(analyses)) if many else (),
        sources=[source(analysis.document) for analysis in analyses],
        made_with=list(made_with(analysing, DRAWN_WITH)),
        with_text=with_text,
    )


def sizes(analyses: Sequence[Analysis]) -> Table:
    """Return `comparing.overview`, which is of two documents or more, also of one."""
    from cnd_tools.comparing.overview import MEASURES
    from cnd_tools.comparing.shares import percent
    from cnd_tools.tables import Table

    rows = []
    for measure, (count, whole) in MEASURES.items():
        cells: list[Any] = [measure, whole]
        for analysis in analyses:
            found = count(analysis)
            cells += [found, percent(found, MEASURES[whole][0](analysis)) if whole else None]
        rows.append(tuple(cells))
    heads = [f"{what}_{analysis.document.name}" for analysis in analyses for what in ("count", "percent")]
    return Table("overview", ("measure", "of", *heads), tuple(rows))


def _changes(analyses: Sequence[Analysis]) -> Iterator[Change]:
    from cnd_tools.comparing import compare
    from cnd_tools.comparing.diffing import runs
    from cnd_tools.views.report import Change

    (table,) = compare(analyses, by="points")
    for cells in table.rows:
        row = dict(zip(table.columns, cells, strict=True))
        yield Change(
            documents=(row["document_a"], row["document_b"]),
            points=(row["point_a"], row["point_b"]),
            change=row["change"],
            similarity=row["similarity"],
            themes=tuple(row["theme"].split("; ")) if row["theme"] else (),
            detail=row["detail"],
            runs=tuple((run.kind, run.text) for run in runs(row["text_a"] or "", row["text_b"] or "")),
        )
