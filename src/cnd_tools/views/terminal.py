"""Tables on a terminal: what a reader needs at the width there is; in a pipe, everything and nothing cut."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TextIO

from rich import box
from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from cnd_tools.tables import Table
from cnd_tools.views.folding import fold
from cnd_tools.views.safe import visible

WIDE = 140  # columns of terminal from which on the longer list below is shown

# What is shown of each table in a terminal, narrow and wide; the rest is for machines.
SHOWN: Mapping[str, tuple[str, str]] = {
    "documents": (
        "document symbol session date points words",
        "document symbol body session date agenda_item title points words",
    ),
    "changes": (
        "point_a point_b similarity change theme matched diff",
        "point_a point_b similarity change theme matched detail text_a text_b diff",
    ),
    "uncovered_terms": (
        "term count points example",
        "term count points documents example_document example_point example",
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
        "document point source agent cue strength aim object recipient condition",
    ),
}
WHOLE = frozenset({"document", "point", "term", "match", "point_a", "point_b", "strength", "role"})  # never wrapped
RIGHT = frozenset({"left"})  # the words before a match end where it begins


def console(out: TextIO) -> Console:
    """Return a rich console that takes text as text: no markup, no emoji, no highlighting of its own."""
    return Console(file=out, markup=False, emoji=False, highlight=False, soft_wrap=False)


def show(tables: Sequence[Table], out: TextIO, *, columns: bool = False, most: int | None = None) -> None:
    """Print tables to `out`.

    Args:
        tables: what to print, in order.
        out: a terminal, where columns are chosen and wrapped to its width, or anything else, where none are.
        columns: the tables' columns were chosen by the user, so all of them are shown.
        most: rows of a table shown on a terminal; how many were left out is said.
    """
    screen = console(out)
    for number, table in enumerate(tables):
        if number:
            screen.print()
        if len(tables) > 1:
            screen.print(Text(table.name.replace("_", " "), style="bold"))
        if not screen.is_terminal:
            _print_plain(table, out)
        elif not table.rows:
            screen.print(Text(f"no {table.name}", style="dim"))
        else:
            shown = Table(table.name, table.columns, table.rows[:most])
            screen.print(_grid(shown if columns else _narrowed(fold(shown), screen.width)))
            if len(shown.rows) < len(table.rows):
                screen.print(Text(f" … and {len(table.rows) - len(shown.rows)} more", style="dim"))


def _narrowed(table: Table, width: int) -> Table:
    """Return the columns a reader needs at this width: not the empty ones, nor a document that is always the same."""
    if table.name not in SHOWN:
        return table
    table = _negated(table)
    held = {column: set(values) for column, *values in zip(table.columns, *table.rows, strict=True)}
    wanted = [column for column in SHOWN[table.name][width >= WIDE].split() if held.get(column, {None}) != {None}]
    if "document" in wanted and len(table.rows) > 1 and len(held["document"]) == 1:
        wanted.remove("document")
    return table.select(wanted)


def _negated(table: Table) -> Table:
    """Return actions with the polarity where a reader cannot miss it: "not be politicized"."""
    if not {"polarity", "aim"} <= set(table.columns):
        return table
    polarity, aim = table.columns.index("polarity"), table.columns.index("aim")
    rows = ((*row[:aim], f"not {row[aim]}", *row[aim + 1 :]) if row[polarity] == "-" else row for row in table.rows)
    return Table(table.name, table.columns, tuple(rows))


def _grid(table: Table) -> Grid:
    grid = Grid(box=box.SIMPLE_HEAD, pad_edge=False, collapse_padding=True, header_style="bold", title_justify="left")
    for place, column in enumerate(table.columns):
        values = [row[place] for row in table.rows]
        numbers = all(isinstance(value, int | float | None) for value in values)
        grid.add_column(
            Text(visible(column)),
            justify="right" if column in RIGHT or (column not in WHOLE and (numbers or _counted(values))) else "left",
            overflow="fold",
            no_wrap=column in WHOLE or _counted(values),
        )
    for row in table.rows:
        grid.add_row(*(Text(cell(value)) for value in row))
    return grid


def _counted(values: Sequence[object]) -> bool:
    """Tell whether a column is numbers with something said of them: "9 (56%)", "+25 (2 to 43)"."""
    return all(value is None or (isinstance(value, str) and value[:1] in "+-0123456789") for value in values)


def _print_plain(table: Table, out: TextIO) -> None:
    """Print a table aligned by spaces, as wide as it needs."""
    cells = [[visible(column) for column in table.columns], *([cell(value) for value in row] for row in table.rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for line in cells:
        out.write("  ".join(value.ljust(width) for value, width in zip(line, widths, strict=True)).rstrip() + "\n")


def cell(value: Any) -> str:
    """Return how a value is shown: nothing for what is missing, text made visible, fractions to three places.

    What is less than that is shown by its first figure: a p of .0002 is not 0.
    """
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{round(value, 3):g}" if abs(value) > 0.0005 else f"{value:.1g}"
    return visible(str(value))
