"""`cnd actions`: the clause as printed, whom it is addressed to, and how strongly it asks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TextIO

from rich.text import Text

from cnd_tools.comparing.analysed import coded, rows_of
from cnd_tools.comparing.proposing import NOTHING, Asked
from cnd_tools.comparing.scales import STRENGTHS, steps
from cnd_tools.records import Action, Analysis
from cnd_tools.views.safe import visible
from cnd_tools.views.screens.lines import NONE, Screen, bar, both_ends, column, counted, fitted

LINES = 2  # of a clause
HEADS = ("", "strength", "addressee: clause as printed")
MEANT = (
    f"{NONE}: no addressee named. Strength: {' > '.join(STRENGTHS)}. (2×): two demands in one clause. "
    "(not): it is not to be done."
)


def show(analyses: Sequence[Analysis], out: TextIO, asked: Asked = NOTHING) -> None:
    """Print the demands and recommendations of texts in their order; several that one clause makes are one line."""
    screen = Screen(out, asked)
    screen.tables(analyses, _actions, MEANT)
    first = next((one for one in analyses if one.actions), None)
    if first:
        named = next((row for row in first.actions if row.agent), first.actions[0])
        screen.next(screen.command("show", first, named.point, "--why"), screen.command("actions", first, "--csv"))
    elif analyses:
        screen.next(screen.command("segment", analyses[0]))


def _actions(one: Analysis, screen: Screen) -> None:
    rows = rows_of(one, one.actions)
    names = {row.actor: visible(row.name) for row in reversed(one.actors)}
    lines = [_line(its, names) for its in _clauses(rows)]
    points = column("", [line[0] for line in lines], 14)
    strengths = column(HEADS[1], [line[1] for line in lines], 24)
    widths = points, strengths, screen.width - points - strengths - 5
    if lines:
        screen.text(Text(_laid(HEADS, widths), style="bold"))
    for point, strength, clause in lines:
        for number, part in enumerate(both_ends(clause, widths[2], LINES)):
            screen.line(_laid(("", "", part) if number else (point, strength, part), widths))
    screen.line()
    screen.words(_summed(one, rows))


def _clauses(rows: Sequence[Action]) -> Iterator[list[Action]]:
    """Yield together what one clause asks of one addressee: "to eliminate …, to set out … and to explore …"."""
    for _, its in groupby(rows, key=lambda row: (row.point, row.agent, row.strength, row.polarity, row.start)):
        yield list(its)


def _line(its: Sequence[Action], names: dict[str, str]) -> tuple[str, str, str]:
    row = max(its, key=lambda one: len(one.text))
    addressee = names.get(row.agent, visible(row.agent)) if row.agent else NONE
    many = f"({len(its)}×) " if len(its) > 1 else ""
    refused = "(not) " if row.polarity == "-" else ""
    return (
        visible(row.point),
        f"{bar(row.strength)} {visible(row.strength)}",
        f"{addressee}: {many}{refused}{visible(row.text)}",
    )


def _laid(cells: Sequence[str], widths: Sequence[int]) -> str:
    return " " + "  ".join(fitted(cell, width) for cell, width in zip(cells, widths, strict=True)).rstrip()


def _summed(one: Analysis, rows: Sequence[Action]) -> str:
    """Return how many demands there are, in how many paragraphs, and how many of these say of whom."""
    asking = {row.point for row in rows}
    naming = {row.point for row in rows if row.agent}
    found = Counter(row.strength for row in rows)
    listed = ", ".join(f"{found[step]} {visible(step)}" for step in steps(STRENGTHS, found) if found[step])
    asked = f"{len(asking)} of {counted(len(coded(one)), 'paragraph')}"
    if not rows:
        return f"no demand or recommendation in {counted(len(coded(one)), 'paragraph')}"
    demands = "1 demand or recommendation" if len(rows) == 1 else f"{len(rows)} demands and recommendations"
    return f"{demands} ({listed}) in {asked}; {len(naming)} of these name an addressee"
