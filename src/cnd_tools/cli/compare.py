"""`cnd compare`: what changed between texts."""

from __future__ import annotations

from typing import Annotated

import typer

from cnd_tools.cli.options import Analysing, Printing, Reading, either_form, known_names, with_options
from cnd_tools.errors import UsageError

AT_A_GLANCE = 12  # rows of each table


def add_to(app: typer.Typer) -> None:
    """Give the program its command."""
    app.command()(compare)


@with_options(reading=Reading, analysing=Analysing, printing=Printing)
def compare(
    texts: Annotated[
        list[str],
        typer.Argument(
            metavar="DOC...",
            help="Two texts or more, in the order to compare them: names, files, folders, globs.",
            show_default=False,
            autocompletion=known_names,
        ),
    ],
    by: Annotated[
        str | None,
        typer.Option(
            help="All of one view: overview, themes, actors, strength, extent, points or terms; singular or plural.",
            metavar="VIEW",
        ),
    ] = None,
    diff: Annotated[
        bool, typer.Option("--diff", help="With --by points: the texts as one, [-taken out-] and {+put in+}.")
    ] = False,
    *,
    reading: Reading,
    analysing: Analysing,
    printing: Printing,
) -> None:
    """Put texts side by side: themes, actors and strength of actions, with counts and shares.

    Example: cnd compare 2009 2011
    """
    from cnd_tools.cli import printing as out
    from cnd_tools.cli.texts import analysed, opened
    from cnd_tools.comparing import BY, check
    from cnd_tools.comparing import compare as tables_of
    from cnd_tools.store.forms import TABLES

    out.check(printing)
    by = by and either_form(by, BY)
    check(by, diff=diff)
    analyses = analysed(texts, reading, analysing)
    if len(analyses) < 2:
        raise UsageError(f"{' '.join(texts)}: one text alone; name two or more to compare")
    # At a glance, the largest differences; --by shows them all.
    how = ("compare", by, "diff" if diff else None)
    found = opened(reading).derived(TABLES, analyses, how, lambda: tables_of(analyses, by=by, diff=diff))
    out.emit(found, printing, quiet=reading.quiet, most=None if by else AT_A_GLANCE)
