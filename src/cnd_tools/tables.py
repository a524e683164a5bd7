"""Rows to tables: the one list of columns, and the two shapes a table is handed on in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

    from cnd_tools.records import Analysis, Point

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

WHOLE = frozenset({"level", "page", "line", "start", "end", "sentences", "words", "hits", "points", "characters"})
"""Columns of whole numbers; all others are text, in these tables and in datasets."""

# How a row is marked where words are marked, in spaCy's spans and what is made of them: the columns that say the span's
# label and to whom it is linked.
SPANS: Mapping[str, tuple[str, str]] = {
    "actors": ("role", "actor"),
    "themes": ("theme", "pillar"),
    "positions": ("stance", "source"),
    "actions": ("strength", "agent"),
}

BESIDES = {"heading": "headings", "masthead": "title page", "note": "notes"}  # kinds of point that are not paragraphs
# Kinds of point that are coded for actors, themes, positions and actions.
CODED = frozenset({"preambular", "numbered", "lettered", "roman", "bulleted", "unnumbered"})

# "The General Assembly,": who speaks, no paragraph of its own; every resolution has it, so it is nobody's counterpart.
_ENACTING = re.compile(r"The\s[A-Z][^.;:]{2,160},")


def is_paragraph(point: Point) -> bool:
    """Return whether a point is a paragraph: what is counted everywhere, and what shares are shares of.

    A heading, a note or the title page says nothing to be coded. A chapeau counts: it can be cited, and what it states
    ("Calls upon Member States:") is coded like any other; the line that names who adopts a resolution does not.
    """
    enacts = point.opening is None and point.label is None and _ENACTING.fullmatch(point.text) is not None
    return point.kind in CODED and not enacts


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

        frame = pd.DataFrame.from_records(list(self.rows), columns=list(self.columns)).convert_dtypes()
        # A column in which all is missing, as the pages of many Word documents, has no type of its own.
        missing = [name for name in self.columns if name in WHOLE and frame[name].isna().all()]
        return frame.astype(dict.fromkeys(missing, "Int64"))

    def _repr_html_(self) -> str:
        """Return the table as a notebook shows it; pandas escapes what is in it."""
        return str(self.frame().to_html(max_rows=60, notebook=True))


def table(name: str, records: Iterable[object]) -> Table:
    """Return the records of one kind as the table `name` of `COLUMNS`."""
    columns = COLUMNS[name]
    values = attrgetter(*columns)
    return Table(name, columns, tuple(values(record) for record in records))


def paragraphs(points: Sequence[Point]) -> str:
    """Return how many paragraphs there are, which are what is counted everywhere, and how many points besides.

    >>> paragraphs([])
    '0 paragraphs'
    """
    kinds = Counter("paragraph" if is_paragraph(point) else point.kind for point in points)
    besides = [said for kind, said in BESIDES.items() if kinds[kind]]
    aside = f" (+{len(points) - kinds['paragraph']} {', '.join(besides)})" if besides else ""
    return f"{kinds['paragraph']} paragraph{'s' * (kinds['paragraph'] != 1)}{aside}"


class Frames:
    """An analysis as DataFrames, one a table of `COLUMNS`, each made when it is first asked for.

    `records` is the analysis itself, for those who want plain records.
    """

    def __init__(self, records: Analysis) -> None:
        self.records = records
        self._made: dict[str, pd.DataFrame] = {}

    def __repr__(self) -> str:
        """Return how many paragraphs there are, and how many rows each other table has."""
        rows = ", ".join(f"{name} {len(getattr(self.records, name))}" for name in COLUMNS if name != "points")
        return f"<{self.records.document.name}: {paragraphs(self.records.points)}; rows: {rows}>"

    def _frame(self, name: str) -> pd.DataFrame:
        if name not in self._made:
            self._made[name] = table(name, getattr(self.records, name)).frame()
        return self._made[name]

    @property
    def points(self) -> pd.DataFrame:
        """The document's paragraphs, and with them its headings, notes and title page."""
        return self._frame("points")

    @property
    def actors(self) -> pd.DataFrame:
        """Who says, acts, is asked to act, is helped or is named."""
        return self._frame("actors")

    @property
    def themes(self) -> pd.DataFrame:
        """What each point speaks of."""
        return self._frame("themes")

    @property
    def positions(self) -> pd.DataFrame:
        """Who is said to hold what."""
        return self._frame("positions")

    @property
    def actions(self) -> pd.DataFrame:
        """Who should do what, and how strongly."""
        return self._frame("actions")
