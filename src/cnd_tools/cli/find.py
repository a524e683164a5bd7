"""`cnd find`: where words stand, with the words around them."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from cnd_tools.cli.options import Analysing, Choosing, Printing, Texts, with_options
from cnd_tools.errors import UsageError

CONTEXT = 50  # characters on each side


class Order(StrEnum):
    """What a concordance is sorted by."""

    TEXT = "text"
    LEFT = "left"
    MATCH = "match"
    RIGHT = "right"


def add_to(app: typer.Typer) -> None:
    """Give the program its command."""
    app.command()(find)


@with_options(reading=Choosing, analysing=Analysing, printing=Printing)
def find(
    pattern: Annotated[
        str, typer.Argument(metavar="PATTERN", help="Words to find; * stands for any letters, as in traffic*.")
    ],
    texts: Texts = None,
    *,
    lemma: Annotated[
        bool, typer.Option("--lemma", help="Match dictionary forms: need finds needs and needed.")
    ] = False,
    regex: Annotated[bool, typer.Option("--regex", help="PATTERN is a regular expression.")] = False,
    sort: Annotated[Order, typer.Option(help="Order of the lines.")] = Order.TEXT,
    width: Annotated[
        int | None,
        typer.Option(
            help="Characters of context on each side: 50, or as many as fit a line of the terminal.",
            min=0,
            show_default=False,
        ),
    ] = None,
    reading: Choosing,
    analysing: Analysing,
    printing: Printing,
) -> None:
    """Find words, each place with the words around it (a concordance).

    Example: cnd find "traffic*" 2009 --sort right
    """
    from cnd_tools import finding
    from cnd_tools.cli import printing as out
    from cnd_tools.cli.choosing import needs_rows
    from cnd_tools.cli.texts import analysed, segmented
    from cnd_tools.records import Analysis

    out.check(printing)
    if lemma and regex:
        raise UsageError("--lemma and --regex are two ways to read PATTERN; choose one")
    if needs_rows(reading):
        analyses = analysed(texts, reading, analysing)
    else:
        analyses = [Analysis(text.document, text.points) for text in segmented(texts, reading)]
    if lemma:
        from cnd_tools.cli.texts import opened

        spans = finding.by_lemma(pattern, opened(reading).lemmas(analyses, model=analysing.model))
    else:
        spans = finding.by_regex(pattern) if regex else finding.by_word(pattern)
    if not out.on_screen(printing):
        found = finding.concordance(analyses, spans, width=CONTEXT if width is None else width)
        out.emit([finding.ordered(found, sort.value)], printing, quiet=reading.quiet)
        return
    from cnd_tools.cli.asking import asked
    from cnd_tools.views.paging import paged
    from cnd_tools.views.screens import find as screen

    found = finding.concordance(analyses, spans, width=CONTEXT if width is None else width)
    if width is None:
        found = finding.concordance(analyses, spans, width=screen.room(found, sys.stdout))
    said = asked(texts, reading, analysing, of=analyses)
    near = () if found.rows or lemma or regex else finding.near(pattern, analyses)
    paged(lambda stream: screen.show(finding.ordered(found, sort.value), analyses, pattern, near, stream, asked=said))
