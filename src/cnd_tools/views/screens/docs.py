"""`cnd docs`: which texts there are, and how to say what a title page does not."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from rich.text import Text

from cnd_tools.comparing.analysed import coded
from cnd_tools.comparing.proposing import NOTHING, Asked
from cnd_tools.records import ABOUT, Analysis, Masthead
from cnd_tools.views.safe import visible
from cnd_tools.views.screens.lines import NONE, Screen, column, fitted

HEADS = ("document", "date", "paragraphs", "words", "title page")
LONGEST = 24
NEEDED = ("title", "date")


def show(analyses: Sequence[Analysis], out: TextIO, asked: Asked = NOTHING) -> None:
    """Print a line each text: its name, date and size, and what its title page says."""
    screen = Screen(out, asked)
    rows = [_row(one) for one in analyses]
    heads = [*zip(*rows, strict=True)] if rows else []
    widths = [column(head, values, LONGEST) for head, values in zip(HEADS[:-1], heads[:-1], strict=True)]
    widths.append(screen.width - sum(widths) - 2 * len(widths) - 1)
    for row in (HEADS, *rows):
        cells = [
            fitted(cell, width) if place in {0, 1, 4} else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        screen.text(Text(" " + "  ".join(cells).rstrip(), style="bold" if row is HEADS else ""))
    screen.line()
    for one in [one for one in analyses if _missing(one.document.masthead) and not one.document.told][:3]:
        screen.legend(_remedy(one))
    if len(analyses) > 1:
        known = any(one.document.told for one in analyses)
        pair = asked if known else asked.over(one.document for one in analyses[:2])
        screen.next(pair.all("compare"), screen.command("segment", analyses[0]))
    elif analyses:
        screen.next(screen.command("segment", analyses[0]), screen.command("themes", analyses[0]))


def _row(one: Analysis) -> tuple[str, ...]:
    head = one.document.masthead
    what = [visible(part) for part in (head.symbol, head.body, head.session, head.title) if part]
    points = coded(one)
    words = sum(point.words for point in points)
    date = visible(head.date or NONE)
    return visible(one.document.name), date, f"{len(points):,}", f"{words:,}", ", ".join(what) or NONE


def _missing(head: Masthead) -> list[str]:
    return [name for name in NEEDED if getattr(head, name) is None]


def _remedy(one: Analysis) -> str:
    """Say how to give what a title page does not."""
    missing = _missing(one.document.masthead)
    path = Path(one.document.path) if one.document.path else None
    lines = " and ".join(f"“{field}: …”" for field in missing)
    where = (
        f"Write {lines} into {visible(str(path.with_suffix(ABOUT)))}"
        if path
        else f"Write {lines} into a file beside it"
    )
    has_no = f"{visible(one.document.name)} has no {' and no '.join(missing)}"
    return f"{has_no}. {where}, or between two lines of --- above the text."
