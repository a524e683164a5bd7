"""`cnd terms`: phrases that no theme covers, and how to make a theme of them."""

from __future__ import annotations

from typing import TextIO

from cnd_tools.comparing.proposing import NOTHING, Asked
from cnd_tools.tables import Table
from cnd_tools.views import terminal
from cnd_tools.views.screens.lines import Screen

HEADS = {"count": "times", "points": "paragraphs"}
MEANT = (
    "How often each phrase stands, in how many paragraphs, and where first. None of its words belongs to a theme or an "
    "actor; a file of your own words can make it one (docs/guides/themes.md)."
)


def show(found: Table, least: int, out: TextIO, asked: Asked = NOTHING) -> None:
    """Print the phrases of `cnd_tools.comparing.uncovered`, each with its first place.

    Args:
        found: its table.
        least: how often a phrase had to stand.
        out: a terminal.
        asked: what the user typed.
    """
    screen = Screen(out, asked)
    if not found.rows:
        screen.line(f"no phrase stands {least} times or more that no theme or actor covers")
        if least > 1:
            screen.next(asked.all("terms", more=["--least", str(least - 1)]))
        return
    shown = found.select(terminal.SHOWN[found.name][screen.width >= terminal.WIDE].split())
    heads = tuple(HEADS.get(column, column.replace("_", " ")) for column in shown.columns)
    terminal.show([Table("phrases", heads, shown.rows)], out)
    screen.words(MEANT)
    screen.next(asked.all("find", str(found.rows[0][0])), asked.lexicon("list", "theme"))
