"""Rows to tables: the one list of columns, and the two shapes a table is handed on in."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

from cnd_tools.errors import UsageError

if TYPE_CHECKING:
    import pandas as pd

    from cnd_tools.records import Action, Actor, Analysis, Citation, Point, Position, Theme

Row = TypeVar("Row", "Actor", "Theme", "Position", "Action", "Citation")

# The contract for scripts, tests and scorers: names and order do not change without a major version.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    name: tuple(columns.split())
    for name, columns in {
        "points": "document point label kind level parent section page line start end opening sentences words text",
        "actors": "document point actor name type role text start end rule",
        "themes": "document point theme title pillar hits evidence start end",
        "positions": "document point source source_text verb verb_text stance extent message start end rule",
        "actions": "document point agent agent_text cue strength aim lemma object recipient condition polarity source"
        " text start end rule agents deadline quantity",
        "citations": "document point cited type text start end",
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
    "citations": ("type", "cited"),
}

BESIDES = {"heading": "headings", "masthead": "title page", "note": "notes"}  # kinds of point that are not paragraphs
# Kinds of point that are coded for actors, themes, positions and actions.
CODED = frozenset({"preambular", "numbered", "lettered", "roman", "bulleted", "unnumbered"})

# "The General Assembly,": who speaks, no paragraph of its own; every resolution has it, so it is nobody's counterpart.
_ENACTING = re.compile(r"(?:The|THE)\s[A-Z](?:[^.;:]|\.(?=\w)){2,300},")


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

    def frame(self, *, index: bool = False) -> pd.DataFrame:
        """Return the table as a DataFrame.

        Args:
            index: with `document` and `point` as its index, where the table has them.

        Returns:
            Whole numbers stay whole, and what is missing is `pandas.NA` in every column. Strengths and extents are
            ordered categories, the weakest first, so that `actions["strength"] >= "recommendation"` asks for all that
            are as strong or stronger.
        """
        import pandas as pd

        frame = pd.DataFrame.from_records(list(self.rows), columns=list(self.columns)).convert_dtypes()
        kinds: dict[str, Any] = {}
        for name in self.columns:
            scale, there = _scale(name), set(frame[name].dropna())
            # A dataset of somebody else's may know other steps; of what is only missing, the table says what it is.
            if scale and there <= set(scale) and (there or self.name in COLUMNS):
                kinds[name] = pd.CategoricalDtype(list(scale), ordered=True)
            elif not there:  # as the pages of many Word documents: the column has no type of its own
                kinds[name] = "Int64" if _is_whole(name) else "string"
        frame = frame.astype(kinds)
        keys = [name for name in ("document", "point") if name in self.columns]
        return frame.set_index(keys) if index and keys else frame

    def _repr_html_(self) -> str:
        """Return the table as a notebook shows it; pandas escapes what is in it."""
        return str(self.frame().to_html(max_rows=60, notebook=True))


def _scale(column: str) -> tuple[str, ...]:
    """Return the steps of an ordered column, the weakest first; none of another."""
    from cnd_tools.lexicon.classes import EXTENTS, STRENGTHS

    return {"strength": STRENGTHS, "extent": EXTENTS}.get(column, ())[::-1]


def _is_whole(column: str) -> bool:
    return column in WHOLE or column.startswith(("clauses_", "points_", "of_", "count_"))


def table(name: str, records: Iterable[object]) -> Table:
    """Return the records of one kind as the table `name` of `COLUMNS`."""
    columns = COLUMNS[name]
    values = attrgetter(*columns)
    return Table(name, columns, tuple(values(record) for record in records))


def by_point(rows: Iterable[Row]) -> Mapping[str, list[Row]]:
    """Return rows of one document by the points they stand in; a point without any has none."""
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row.point].append(row)
    return found


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
    """Analyses of one text or more as DataFrames, one a table of `COLUMNS`, each made when it is first asked for.

    `texts` are the analyses themselves, for those who want plain records; `records` is the one of one text.
    """

    def __init__(self, *texts: Analysis) -> None:
        self.texts = texts
        self._made: dict[str, pd.DataFrame] = {}

    @property
    def records(self) -> Analysis:
        """The analysis of the one text.

        Raises:
            UsageError: there are several, or none.
        """
        if len(self.texts) != 1:
            raise UsageError(f"there are {len(self.texts)} texts here; .texts has the records of each")
        return self.texts[0]

    def __repr__(self) -> str:
        """Return how many paragraphs there are, and how many rows each other table has."""
        name = self.texts[0].document.name if len(self.texts) == 1 else f"{len(self.texts)} texts"
        others = [other for other in COLUMNS if other != "points"]
        rows = ", ".join(f"{other} {sum(len(getattr(one, other)) for one in self.texts)}" for other in others)
        return f"<{name}: {self.paragraphs()}; rows: {rows}>"

    def paragraphs(self) -> str:
        """Return how many paragraphs there are, and what else: "16 paragraphs (+16 headings, title page, notes)"."""
        return paragraphs([point for one in self.texts for point in one.points])

    def frame(self, name: str, *, index: bool = False) -> pd.DataFrame:
        """Return the table of this name; with `index`, one that has `document` and `point` as its index.

        Raises:
            KeyError: there is no such table.
        """
        if name not in self._made:
            self._made[name] = self._table(name).frame()
        made = self._made[name]
        return made.set_index(["document", "point"]) if index else made

    def _table(self, name: str) -> Table:
        if name not in COLUMNS:
            raise KeyError(name)
        return table(name, (row for one in self.texts for row in getattr(one, name)))

    @property
    def points(self) -> pd.DataFrame:
        """The paragraphs, and with them its headings, notes and title page."""
        return self.frame("points")

    @property
    def actors(self) -> pd.DataFrame:
        """Who says, acts, is asked to act, is helped or is named."""
        return self.frame("actors")

    @property
    def themes(self) -> pd.DataFrame:
        """What each point speaks of."""
        return self.frame("themes")

    @property
    def positions(self) -> pd.DataFrame:
        """Who is said to hold what."""
        return self.frame("positions")

    @property
    def actions(self) -> pd.DataFrame:
        """Who should do what, and how strongly."""
        return self.frame("actions")

    @property
    def citations(self) -> pd.DataFrame:
        """Which resolutions, documents, treaties, goals and other paragraphs each point cites."""
        return self.frame("citations")
