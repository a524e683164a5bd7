"""`cnd find`: the places, a line each, how many in how many texts; and of nothing found, what there is instead."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from cnd_tools.records import Analysis
from cnd_tools.tables import Table
from cnd_tools.views import terminal
from cnd_tools.views.safe import visible
from cnd_tools.views.screens.lines import Screen, command, counted

MOST = 50  # characters of context on each side
MOST_NAMED = 3  # texts
LEAST = 15  # of them where a line has no more room


def room(found: Table, out: TextIO) -> int:
    """Return how many characters of context a line of the terminal has room for on each side of a match."""
    return max(LEAST, min(MOST, terminal.room_beside(found, {"left", "right"}, terminal.console(out).width) // 2))


def show(
    found: Table, analyses: Sequence[Analysis], pattern: str, near: Sequence[tuple[str, int]], out: TextIO
) -> None:
    """Print a concordance.

    Args:
        found: the places.
        analyses: the texts that were searched.
        pattern: what was asked for.
        near: where nothing was found, what is like it and how often that stands in the texts.
        out: a terminal.
    """
    screen = Screen(out)
    if not found.rows:
        screen.words(f"{visible(pattern)}: found nowhere in {counted(len(analyses), 'text')}")
        if near:
            screen.words("There are: " + ", ".join(f"{word} ({count}×)" for word, count in near))
            screen.next(f'cnd find "{near[0][0]}"')
        else:
            screen.next('cnd find "word*"', "cnd find word --lemma")
        return
    terminal.show([found], out)
    names = [row[found.columns.index("document")] for row in found.rows]
    having = list(dict.fromkeys(map(visible, names)))
    which = f": {', '.join(having)}" if len(analyses) > 1 and len(having) <= MOST_NAMED else ""
    screen.line(f"{counted(len(names), 'place')} in {len(having)} of {counted(len(analyses), 'text')}{which}")
    first = next(one for one in analyses if one.document.name == names[0])
    screen.next(command("show", first, visible(found.rows[0][found.columns.index("point")])))
