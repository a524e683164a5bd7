"""Rows to tables: the one list of columns, and the two shapes a table is handed on in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

# The contract for scripts, tests and scorers: names and order do not change without a major version.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    name: tuple(columns.split())
    for name, columns in {
        "points": "document point label kind level parent section page line start end opening sentences words text",
        "actors": "document point actor name type role text start end rule",
        "themes": "document point theme title pillar hits evidence start end",
        "positions": "document point source source_text verb verb_text stance extent message start end rule",
        "actions": "document point agent agent_text cue strength aim lemma object recipient condition polarity source"
        " text start end rule",
    }.items()
}


@dataclass(frozen=True, slots=True)
class Table:
    """A named table of plain values (str, int, float, bool or None), one tuple a row."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]

    def select(self, columns: Iterable[str]) -> Table:
        """Return the same rows with these columns, in this order.

        Raises:
            KeyError: a column the table does not have.
        """
        wanted = tuple(columns)
        missing = [column for column in wanted if column not in self.columns]
        if missing:
            raise KeyError(missing[0])
        places = [self.columns.index(column) for column in wanted]
        return Table(self.name, wanted, tuple(tuple(row[place] for place in places) for row in self.rows))

    def frame(self) -> pd.DataFrame:
        """Return the table as a DataFrame; whole numbers stay whole and what is missing is missing."""
        import pandas as pd

        return pd.DataFrame.from_records(list(self.rows), columns=list(self.columns)).convert_dtypes()


def table(name: str, records: Iterable[object]) -> Table:
    """Return the records of one kind as the table `name` of `COLUMNS`."""
    columns = COLUMNS[name]
    values = attrgetter(*columns)
    return Table(name, columns, tuple(values(record) for record in records))
