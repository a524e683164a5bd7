"""`cnd find`: where words stand, with the words around them."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from cnd_tools.cli.options import Analysing, Format, Printing, Reading, Texts, with_options
from cnd_tools.errors import UsageError

if TYPE_CHECKING:
    from cnd_tools.records import Analysis
    from cnd_tools.tables import Table


CONTEXT = 50  # characters on each side
NARROWEST = 15  # of them on a terminal, where a line has no more room


class Order(StrEnum):
    """What a concordance is sorted by."""

    TEXT = "text"
    LEFT = "left"
    MATCH = "match"
    RIGHT = "right"


def add_to(app: typer.Typer) -> None:
    """Give the program its command."""
    app.command()(find)


@with_options(reading=Reading, analysing=Analysing, printing=Printing)
def find(
    pattern: Annotated[
        str, typer.Argument(metavar="PATTERN", help="Words to find; * stands for any letters, as in traffic*.")
    ],
    texts: Texts = None,
    *,
    lemma: Annotated[bool, typer.Option("--lemma", help="By dictionary form: need finds needs and needed.")] = False,
    regex: Annotated[bool, typer.Option("--regex", help="PATTERN is a regular expression.")] = False,
    theme: Annotated[str | None, typer.Option(help="Only in points with this theme.")] = None,
    actor: Annotated[str | None, typer.Option(help="Only in points with this actor.")] = None,
    strength: Annotated[str | None, typer.Option(help="Only in points with an action of this strength.")] = None,
    sort: Annotated[Order, typer.Option(help="Order of the lines.")] = Order.TEXT,
    width: Annotated[
        int | None,
        typer.Option(
            help="Characters of context on each side: 50, or on a terminal as many as a line has room for.",
            min=0,
            show_default=False,
        ),
    ] = None,
    reading: Reading,
    analysing: Analysing,
    printing: Printing,
) -> None:
    """Find words, each place with the words around it (a concordance).

    Example: cnd find "traffic*" 2009 --sort right
    """
    from cnd_tools import finding
    from cnd_tools.cli import printing as out
    from cnd_tools.cli.texts import analysed, segmented
    from cnd_tools.records import Analysis

    form = out.check(printing)
    if lemma and regex:
        raise UsageError("--lemma and --regex are two ways to read PATTERN; choose one")
    if theme or actor or strength:
        analyses = analysed(texts, reading, analysing)
    else:
        analyses = [Analysis(text.document, text.points) for text in segmented(texts, reading)]
    if lemma:
        from cnd_tools.cli.texts import opened

        spans = finding.by_lemma(pattern, opened(reading).lemmas(analyses, model=analysing.model))
    else:
        spans = finding.by_regex(pattern) if regex else finding.by_word(pattern)
    look = partial(finding.concordance, analyses, spans, theme=theme, actor=actor, strength=strength)
    found = look(width=CONTEXT if width is None else width)
    if width is None and form is Format.TABLE and printing.output is None and sys.stdout.isatty():
        found = look(width=_room(found))
    if not found.rows:
        _check({"theme": theme, "actor": actor, "strength": strength}, analyses, analysing)
    out.emit([finding.ordered(found, sort.value)], printing, quiet=reading.quiet)


def _room(found: Table) -> int:
    """Return how many characters of context a line of the terminal has room for on each side of a match."""
    from cnd_tools.views.terminal import console, room_beside

    return max(NARROWEST, min(CONTEXT, room_beside(found, {"left", "right"}, console(sys.stdout).width) // 2))


def _check(asked: Mapping[str, str | None], analyses: Sequence[Analysis], analysing: Analysing) -> None:
    """See that what was asked for could have been found: that texts or lexicon know such an id.

    Raises:
        UsageError: they do not.
    """
    from cnd_tools.lexicon import load

    tables = {"theme": "themes", "actor": "actors", "strength": "actions"}
    for kind, wanted in asked.items():
        known = {getattr(row, kind) for analysis in analyses for row in getattr(analysis, tables[kind])}
        if wanted is None or wanted in known:
            continue
        known |= {entry.id for entry in load(extra=analysing.lexicon or ()) if entry.kind == kind}
        if wanted not in known:
            near = get_close_matches(wanted, known, n=1)
            hint = f"did you mean {near[0]}?" if near else f"cnd lexicon list {kind} shows them all"
            raise UsageError(f"--{kind}: no {kind} has the id {wanted!r}; {hint}")
