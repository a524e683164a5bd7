"""Tables on a terminal: what a reader needs at the width there is; in a pipe, everything and nothing cut."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TextIO

from rich import box
from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from cnd_tools.tables import Table
from cnd_tools.views.fitting import GAP, Claim, broken, fitted, groups
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
        "document point source agent cue strength aim object recipient condition deadline quantity",
    ),
    "citations": ("document point type cited text", "document point type cited text"),
    "due": (
        "document point agent aim object deadline quantity",
        "document point agent strength aim object deadline date quantity comparison amount unit",
    ),
    "kinds": ("document point agent aim object kind", "document point agent aim lemma object step kind"),
    "related": (
        "document point related similarity matched cited",
        "document point related similarity matched cited text",
    ),
    "norms": ("document point kind holder cue text", "document point kind holder cue aim text"),
    "reports": ("document point who to about when", "document point who to about when date strength"),
}
# What is said of an empty table.
NONE = {
    "concordance": "found nowhere",
    "uncovered_terms": "no phrases",
    "kinds": "no actions",
    "related": "no paragraphs that are alike",
    "norms": "nothing is allowed, granted, forbidden or defined",
    "due": "nothing with a deadline or an amount",
    "reports": "no reports are asked for",
    "changes": "no such paragraphs",
    "speaker_shares": "nothing to compare: no positions and no demands",
    "theme_shares": "nothing to compare: no themes",
    "actor_shares": "nothing to compare: no actors",
    "strength_shares": "nothing to compare: no demands or recommendations",
    "extent_shares": "nothing to compare: no positions",
    "cited": "nothing is cited",
}
WHOLE = frozenset(
    {"document", "point", "term", "match", "point_a", "point_b", "strength", "role", "q"}
)  # never wrapped
LONGEST = 24  # characters of a number and what is said of it, as "+25.00 (2.00 to 43.00)"
SPARE = frozenset({"spark"})  # its blocks say again what the shares beside them say
COLOURED = frozenset({"256", "truecolor"})  # terminals, as rich calls them
RIGHT = frozenset({"left"})  # the words before a match end where it begins


def console(out: TextIO) -> Console:
    """Return a rich console that takes text as text: no markup, no emoji, no highlighting of its own."""
    return Console(file=out, markup=False, emoji=False, highlight=False, soft_wrap=False)


def shows_colours(screen: Console) -> bool:
    """Return whether a terminal shows the colours it is told: one of sixteen may show any of them as it likes."""
    return screen.color_system in COLOURED and not screen.no_color


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
            screen.print(Text(NONE.get(table.name) or f"no {table.name.replace('_', ' ')}", style="italic"))
        else:
            shown = Table(table.name, table.columns, table.rows[:most])
            if not columns:
                shown = _narrowed(fold(shown), screen.width)
            for grid in _grids(shown, screen.width, spare=frozenset() if columns else SPARE):
                screen.print(grid)
            if len(shown.rows) < len(table.rows):
                screen.print(Text(f" … and {len(table.rows) - len(shown.rows)} more", style="italic"))


def room_beside(table: Table, columns: Container[str], width: int) -> int:
    """Return how many cells of a terminal's line are left for some columns of a table, once all others stand whole."""
    shown = _narrowed(table, width)
    others = [
        _Column.of(*one).claim.all for one in zip(shown.columns, _columns(shown), strict=True) if one[0] not in columns
    ]
    return width - sum(others) - GAP * len(shown.columns)


def _narrowed(table: Table, width: int) -> Table:
    """Return the columns a reader needs at this width: not the empty ones, nor a document that is always the same."""
    table = _negated(table)
    held = {column: set(values) - {None, ""} for column, values in zip(table.columns, _columns(table), strict=True)}
    known = SHOWN[table.name][width >= WIDE].split() if table.name in SHOWN else table.columns
    wanted = [column for column in known if held.get(column)]
    if table.name in SHOWN and "document" in wanted and len(table.rows) > 1 and len(held["document"]) == 1:
        wanted.remove("document")
    return table.select(wanted)


def _negated(table: Table) -> Table:
    """Return actions with the polarity where a reader cannot miss it: "not be politicized"."""
    if not {"polarity", "aim"} <= set(table.columns):
        return table
    polarity, aim = table.columns.index("polarity"), table.columns.index("aim")
    rows = ((*row[:aim], f"not {row[aim]}", *row[aim + 1 :]) if row[polarity] == "-" else row for row in table.rows)
    return Table(table.name, table.columns, tuple(rows))


class _Column(NamedTuple):
    head: str
    cells: list[str]
    right: bool
    numbers: bool
    claim: Claim

    @classmethod
    def of(cls, name: str, values: Sequence[Any]) -> _Column:
        head, shown = visible(name), cells(values)
        numbers = name not in WHOLE and _numbers(values)
        claim = Claim.of(head, shown, kept=name in WHOLE, numbers=numbers)
        return cls(head, shown, numbers or name in RIGHT, numbers, claim)


def _grids(table: Table, width: int, *, spare: Container[str]) -> Iterator[Grid]:
    """Yield a table as it fits a terminal: in one, or without what is spare, or in several."""
    columns = [_Column.of(*column) for column in zip(table.columns, _columns(table), strict=True)]
    if sum(column.claim.parts + GAP for column in columns) > width:
        columns = [column for column in columns if column.head not in spare]
    keys = next((place for place, column in enumerate(columns) if column.numbers), 1)
    for places in groups([column.claim for column in columns], keys, width):
        yield _grid([columns[place] for place in places], width)


def _grid(columns: Sequence[_Column], width: int) -> Grid:
    grid = Grid(box=box.SIMPLE_HEAD, pad_edge=False, collapse_padding=True, header_style="bold")
    rooms = fitted([column.claim for column in columns], width)
    for column, room in zip(columns, rooms, strict=True):
        grid.add_column(Text(broken(column.head, room)), justify="right" if column.right else "left", width=room)
    for row in zip(*(column.cells for column in columns), strict=True):
        grid.add_row(*(Text(broken(text, room)) for text, room in zip(row, rooms, strict=True)))
    return grid


def _numbers(values: Sequence[object]) -> bool:
    """Tell whether a column is numbers, with something short said of them or not: 9, "9 (56%)", "+25 (2 to 43)"."""
    return all(value is None or isinstance(value, int | float) or _counted(value) for value in values)


def _counted(value: object) -> bool:
    return isinstance(value, str) and len(value) <= LONGEST and value[:1] in "+-0123456789"


def _print_plain(table: Table, out: TextIO) -> None:
    """Print a table aligned by spaces, as wide as it needs."""
    columns = [[visible(head), *cells(values)] for head, values in zip(table.columns, _columns(table), strict=True)]
    widths = [max(map(len, column)) for column in columns]
    for line in zip(*columns, strict=True):
        out.write("  ".join(value.ljust(width) for value, width in zip(line, widths, strict=True)).rstrip() + "\n")


def _columns(table: Table) -> list[tuple[Any, ...]]:
    return list(zip(*table.rows, strict=True)) if table.rows else [()] * len(table.columns)


def cells(values: Sequence[Any]) -> list[str]:
    """Return how a column is shown: each value as `cell` does, fractions with the same number of places."""
    fractions = [value for value in values if isinstance(value, float) and not _tiny(value)]
    places = max(map(_places, fractions), default=0)
    return [cell(value, places) for value in values]


def cell(value: Any, places: int | None = None) -> str:
    """Return how a value is shown: nothing for what is missing, text made visible, fractions to three places or fewer.

    What is less than that is shown by its first figure: a p of .0002 is not 0.
    """
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.1g}" if _tiny(value) else f"{value:.{_places(value) if places is None else places}f}"
    return visible(str(value))


def _tiny(value: float) -> bool:
    return 0 < abs(value) <= 0.0005


def _places(value: float) -> int:
    return len(f"{value:.3f}".rstrip("0").partition(".")[2])
