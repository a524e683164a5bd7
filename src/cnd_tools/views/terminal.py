"""Tables on a terminal: what a reader needs at the width there is; in a pipe, everything and nothing cut."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TextIO

from rich import box
from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from cnd_tools.tables import Table
from cnd_tools.views.safe import visible

WIDE = 140  # columns of terminal from which on the longer list below is shown

# What is shown of each table in a terminal, narrow and wide; the rest is for machines.
SHOWN: Mapping[str, tuple[str, str]] = {
    "documents": (
        "document symbol session date points words",
        "document symbol body session date agenda_item title points words",
    ),
    "concordance": ("document point left match right", "document point left match right"),
    "points": ("document point text", "document point kind section line words text"),
    "actors": ("document point actor role text", "document point actor name type role text rule"),
    "themes": ("document point theme evidence", "document point theme title pillar hits evidence"),
    "positions": (
        "document point source verb extent message",
        "document point source verb stance extent message rule",
    ),
    "actions": (
        "document point agent strength aim object",
        "document point source agent cue strength polarity aim object recipient condition",
    ),
}
RIGHT = frozenset({"left"})  # the words before a match end where it begins


def console(out: TextIO) -> Console:
    """Return a rich console that takes text as text: no markup, no emoji, no highlighting of its own."""
    return Console(file=out, markup=False, emoji=False, highlight=False, soft_wrap=False)


def show(tables: Iterable[Table], out: TextIO, *, columns: bool = False) -> None:
    """Print tables to `out`.

    Args:
        tables: what to print, in order.
        out: a terminal, where columns are chosen and wrapped to its width, or anything else, where none are.
        columns: the tables' columns were chosen by the user, so all of them are shown.
    """
    screen = console(out)
    for number, table in enumerate(tables):
        if number:
            screen.print()
        if not screen.is_terminal:
            _print_plain(table, out)
        elif not table.rows:
            screen.print(Text(f"no {table.name}", style="dim"))
        else:
            screen.print(_grid(table if columns else _narrowed(table, screen.width)))


def _narrowed(table: Table, width: int) -> Table:
    """Return the columns a reader needs at this width: not the empty ones, nor a document that is always the same."""
    if table.name not in SHOWN:
        return table
    held = {column: set(values) for column, *values in zip(table.columns, *table.rows, strict=True)}
    wanted = [column for column in SHOWN[table.name][width >= WIDE].split() if held[column] != {None}]
    if len(table.rows) > 1 and len(held["document"]) == 1:
        wanted.remove("document")
    return table.select(wanted)


def _grid(table: Table) -> Grid:
    grid = Grid(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold", title_justify="left")
    for place, column in enumerate(table.columns):
        numbers = all(isinstance(row[place], int | float | None) for row in table.rows)
        grid.add_column(
            Text(visible(column)),
            justify="right" if numbers or column in RIGHT else "left",
            overflow="fold",
            no_wrap=column in {"document", "point", "match"},
            ratio=3 if column in {"text", "message"} else None,
        )
    for row in table.rows:
        grid.add_row(*(Text(cell(value)) for value in row))
    return grid


def _print_plain(table: Table, out: TextIO) -> None:
    """Print a table aligned by spaces, as wide as it needs."""
    cells = [[visible(column) for column in table.columns], *([cell(value) for value in row] for row in table.rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for line in cells:
        out.write("  ".join(value.ljust(width) for value, width in zip(line, widths, strict=True)).rstrip() + "\n")


def cell(value: Any) -> str:
    """Return how a value is shown: nothing for what is missing, fractions to three places, text made visible."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.3f}"
    return visible(str(value))
