"""`cnd find`: the places, a line each, how many in how many texts; and of nothing found, what there is instead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TextIO

from cnd_tools.comparing.analysed import coded
from cnd_tools.comparing.proposing import NOTHING, Asked
from cnd_tools.records import Analysis
from cnd_tools.tables import Table
from cnd_tools.views import terminal
from cnd_tools.views.safe import visible
from cnd_tools.views.screens.lines import Screen, counted

MOST = 50  # characters of context on each side
MOST_NAMED = 3  # texts
LEAST = 15  # of them where a line has no more room


def room(found: Table, out: TextIO) -> int:
    """Return how many characters of context a line of the terminal has room for on each side of a match."""
    return max(LEAST, min(MOST, terminal.room_beside(found, {"left", "right"}, terminal.console(out).width) // 2))


def show(
    found: Table,
    analyses: Sequence[Analysis],
    pattern: str,
    near: Sequence[tuple[str, int]],
    out: TextIO,
    *,
    asked: Asked = NOTHING,
) -> None:
    """Print a concordance.

    Args:
        found: the places.
        analyses: the texts, with the paragraphs that were searched.
        pattern: what was asked for.
        near: where nothing was found, what is like it and how often that stands in the texts.
        out: a terminal.
        asked: what the user typed.
    """
    screen = Screen(out, asked)
    if not found.rows:
        screen.words(f"{visible(pattern)}: found nowhere in {_searched(analyses, asked)}")
        if near:
            screen.words("There are: " + ", ".join(f"{word} ({count}×)" for word, count in near))
            screen.next(asked.all("find", near[0][0]))
        elif asked.choosing:
            screen.next(replace(asked, choosing=()).all("find", pattern))
        elif "*" in pattern:
            screen.next(asked.all("terms"))
        else:
            screen.next(asked.all("find", f"{pattern}*"), asked.all("find", pattern, more=["--lemma"]))
        return
    terminal.show([found], out)
    names = [row[found.columns.index("document")] for row in found.rows]
    having = list(dict.fromkeys(map(visible, names)))
    which = f": {', '.join(having)}" if len(analyses) > 1 and len(having) <= MOST_NAMED else ""
    screen.words(f"{counted(len(names), 'place')} in {len(having)} of {counted(len(analyses), 'text')}{which}")
    if asked.choosing:
        screen.words(f"Searched: {_searched(analyses, asked)}")
    first = next(one for one in analyses if one.document.name == names[0])
    screen.next(screen.command("show", first, found.rows[0][found.columns.index("point")]))


def _searched(analyses: Sequence[Analysis], asked: Asked) -> str:
    """Return where it was looked for: in all of some texts, or in the paragraphs that were chosen."""
    texts = counted(len(analyses), "text")
    if not asked.choosing:
        return texts
    return f"{counted(sum(len(coded(one)) for one in analyses), 'paragraph')} of {texts} ({visible(asked.chosen())})"
