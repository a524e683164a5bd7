"""`cnd report`: everything about some texts on one page."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cnd_tools.cli.options import Analysing, Choosing, Texts, with_options
from cnd_tools.cli.provenance import made_with, source
from cnd_tools.errors import UsageError, pip_install

if TYPE_CHECKING:
    from cnd_tools.records import Analysis
    from cnd_tools.views.report import ReportContent

ANALYSING = Analysing()  # as without options
DRAWN_WITH = ("spacy", "scipy", "altair", "vl-convert-python")  # packages whose versions a report names
VIEWS = ("speakers", "themes", "actors", "strength", "extent")  # tables of a comparison that a report has
LIBRARIES = ("altair", "vl_convert", "jinja2")  # what the extra `report` brings


def add_to(app: typer.Typer) -> None:
    """Give the program its command."""
    app.command()(report)


@with_options(reading=Choosing, analysing=Analysing)
def report(
    texts: Texts = None,
    *,
    output: Annotated[Path, typer.Option("--output", "-o", help="The file to write.", metavar="FILE.html")],
    no_text: Annotated[bool, typer.Option("--no-text", help="Figures only, without the words of the texts.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace FILE if it is there.")] = False,
    reading: Choosing,
    analysing: Analysing,
) -> None:
    """Write a web page with charts, changes and the labelled texts; it works offline and can be mailed.

    Example: cnd report 2009 2011 -o report.html
    """
    need_libraries()
    if output.suffix.lower() not in {".html", ".htm"}:
        raise UsageError(f"{output}: a report is a web page; end its name in .html")
    from cnd_tools.cli.printing import tell_written
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
    tell_written(output, analyses, reading)


def need_libraries() -> None:
    """Say, before any work is done, what is missing to draw with.

    Raises:
        UsageError: the extra `report` is not installed.
    """
    from importlib.util import find_spec

    for library in LIBRARIES:
        if find_spec(library) is None:
            raise UsageError(f"{library} is needed to draw and is not installed: {pip_install('cnd-tools[report]')}")


def content(analyses: Sequence[Analysis], analysing: Analysing = ANALYSING, *, with_text: bool = True) -> ReportContent:
    """Return what a report of these documents shows: their comparison, if there are two or more, and where from."""
    from cnd_tools.comparing import compare
    from cnd_tools.comparing.analysed import names
    from cnd_tools.comparing.overview import overview
    from cnd_tools.comparing.page import page
    from cnd_tools.comparing.relations import changes_between
    from cnd_tools.comparing.scales import STRENGTHS, steps
    from cnd_tools.tracking import cited, due, reports
    from cnd_tools.views.report import ReportContent

    many = len(analyses) > 1
    if many:
        names(analyses)
    return ReportContent(
        analyses=analyses,
        sizes=overview(analyses),
        scale=steps(STRENGTHS, (action.strength for analysis in analyses for action in analysis.actions)),
        compared={by: compare(analyses, by=by) for by in VIEWS} if many else {},
        pages=[page(*pair) for pair in pairwise(analyses)],
        changes=[changes_between(*pair) for pair in pairwise(analyses)],
        sources=[source(analysis.document) for analysis in analyses],
        made_with=list(made_with(analysing, DRAWN_WITH)),
        tracked=[table for table in (due(analyses), reports(analyses), cited(analyses)) if table.rows],
        with_text=with_text,
    )
