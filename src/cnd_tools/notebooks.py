"""What `cnd_tools.analyse` and `compare` return: DataFrames and tables that show themselves in a notebook and draw."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, overload

from cnd_tools.errors import UsageError, pip_install
from cnd_tools.records import Analysis
from cnd_tools.tables import COLUMNS, Frames, Table, paragraphs, table

if TYPE_CHECKING:
    import pandas as pd

FIRST = 10  # rows of each table that a notebook shows
STYLE = "text-align:left;vertical-align:top;padding:2px 8px"


class Analysed(Frames):
    """One text or more as DataFrames: `points`, `actors`, `themes`, `positions`, `actions`, `citations`; `plot` draws.

    `for one in analysed` gives each text alone.
    """

    def __len__(self) -> int:
        return len(self.texts)

    def __iter__(self) -> Iterator[Analysed]:
        return map(Analysed, self.texts)

    @property
    def plot(self) -> Plot:
        """Charts of these texts, `plot.themes()`, `plot.actors()` and `plot.strength()`."""
        return Plot(self.texts)

    def _repr_html_(self) -> str:
        """Return each text's title page and the first rows of each table, folded, for a notebook."""
        return "".join(part for one in self for part in _page(one))


class Compared(Sequence[Table]):
    """What `cnd_tools.compare` returns: tables, in the order in which one wants to see them.

    It shows itself: two texts as a page of words, one view as its table. `frame()` is the DataFrame of a view,
    `compared["theme_shares"]` the table of that name; `plot` draws the texts.

    Attributes:
        tables: the tables.
        texts: the analyses that were compared.
    """

    def __init__(self, tables: Sequence[Table], texts: Sequence[Analysis], *, one_view: bool) -> None:
        self.tables, self.texts = tuple(tables), tuple(texts)
        self._in_words = not one_view and len(self.texts) > 1

    def __len__(self) -> int:
        return len(self.tables)

    @overload
    def __getitem__(self, wanted: int | str) -> Table: ...
    @overload
    def __getitem__(self, wanted: slice) -> Sequence[Table]: ...
    def __getitem__(self, wanted: int | str | slice) -> Table | Sequence[Table]:
        if not isinstance(wanted, str):
            return self.tables[wanted]
        return next((table for table in self.tables if table.name == wanted), None) or _no_table(wanted, self.tables)

    @property
    def plot(self) -> Plot:
        """Charts of the texts beside one another, `plot.themes()`, `plot.actors()` and `plot.strength()`."""
        return Plot(self.texts)

    def frame(self) -> pd.DataFrame:
        """Return the table of the one view that was asked for as a DataFrame.

        Raises:
            UsageError: no view was asked for, so there are several tables.
        """
        if len(self.tables) != 1:
            raise UsageError(f"a comparison is several tables: {self._names()}; ask for one with by=, or by its name")
        return self.tables[0].frame()

    def _names(self) -> str:
        return ", ".join(table.name for table in self.tables)

    def __repr__(self) -> str:
        """Return the page of words, or what the tables are called."""
        if self._in_words:
            return "\n".join(self._words())
        return f"<{', '.join(one.document.name for one in self.texts)}: {self._names()}>"

    def _repr_html_(self) -> str:
        """Return the page of words and the tables, folded, for a notebook."""
        words = f"<pre>{escape(chr(10).join(self._words()))}</pre>" if self._in_words else ""
        opened = " open" * (len(self.tables) == 1)
        shown = (
            f"<details{opened}><summary>{escape(table.name)}</summary>{table._repr_html_()}</details>"
            for table in self.tables
        )
        return words + "".join(shown)

    def _words(self) -> list[str]:
        from cnd_tools.comparing.course import in_words
        from cnd_tools.views.page import lines

        return lines(in_words(self.texts))


def _no_table(wanted: str, tables: Sequence[Table]) -> NoReturn:
    raise KeyError(f"{wanted}; there are: {', '.join(table.name for table in tables)}")


@dataclass(frozen=True, slots=True)
class Plot:
    """Charts of texts, those of `cnd plot`.

    Each raises UsageError where the extra `report` is not installed, or there is nothing to draw.
    """

    texts: Sequence[Analysis]

    def themes(self) -> Picture:
        """Draw the share of the paragraphs that carry each theme."""
        return self._drawn("themes")

    def actors(self) -> Picture:
        """Draw in how many paragraphs each actor meets each theme."""
        return self._drawn("actors")

    def strength(self) -> Picture:
        """Draw how strongly things are asked for."""
        return self._drawn("strength")

    def _drawn(self, what: str) -> Picture:
        from cnd_tools.comparing.scales import STRENGTHS, steps
        from cnd_tools.views import counts

        if what == "strength":
            seen = (row.strength for one in self.texts for row in one.actions)
            data = counts.strength(self.texts, steps(STRENGTHS, seen))
        else:
            data = {"themes": counts.themes, "actors": counts.actors}[what](self.texts)
        if not any(row[-1] for row in data.rows):
            names = ", ".join(one.document.name for one in self.texts)
            raise UsageError(f"{names}: no {what} found, so there is nothing to draw")
        return Picture(_chart(what)(data))


def _chart(what: str) -> Callable[[Table], Any]:
    try:
        from cnd_tools.views import charts
    except ImportError as error:
        name = error.name or "altair"
        raise UsageError(
            f"{name} is needed to draw and is not installed: {pip_install('cnd-tools[report]')}"
        ) from error
    return {"themes": charts.themes, "actors": charts.actors, "strength": charts.strength}[what]


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart; `chart` is Altair's own, for those who want to change it. It shows as SVG, which needs no network."""

    chart: Any

    def _repr_svg_(self) -> str:
        from cnd_tools.views import charts

        return charts.svg(self.chart)

    def save(self, path: str | Path, *, force: bool = False) -> None:
        """Write the picture as .svg or .png.

        Raises:
            UsageError: another ending, or a file is there and `force` is false.
            OutputFailed: it cannot be written.
        """
        from cnd_tools.views import charts
        from cnd_tools.views.export import taking_place_of

        ending = Path(path).suffix.lower()
        if ending not in {".png", ".svg"}:
            raise UsageError(f"{path}: a picture is .png or .svg; end its name so")
        picture = charts.png(self.chart) if ending == ".png" else charts.svg(self.chart).encode()
        with taking_place_of(Path(path), force=force) as place:
            place.write_bytes(picture)


def _page(one: Analysed) -> Iterator[str]:
    records = one.records
    head = records.document.masthead
    yield f"<div><strong>{_said(records.document.name)}</strong>"
    about = [one for one in (head.symbol, head.body, head.session, head.date) if one]
    yield f" <span>{_said(', '.join(about))}</span>" if about else ""
    yield f"<div>{_said(head.title)}</div>" if head.title else ""
    for name in COLUMNS:
        rows = getattr(records, name)
        said = paragraphs(records.points) if name == "points" else f"{name}: {len(rows)} row{'s' * (len(rows) != 1)}"
        yield f"<details><summary>{said}</summary>"
        yield from _rows(table(name, rows[:FIRST])) if rows else ()
        yield f"<div>… and {len(rows) - FIRST} more: <code>.{name}</code></div>" if len(rows) > FIRST else ""
        yield "</details>"
    yield "</div>"


def _rows(shown: Table) -> Iterator[str]:
    """Yield a table as HTML, with the columns that a reader needs; words are only ever words."""
    from cnd_tools.views.terminal import SHOWN, cell

    wanted = [column for column in SHOWN[shown.name][1].split() if column != "document"]
    chosen = shown.select(wanted)
    heads = "".join(f'<th style="{STYLE}">{escape(column)}</th>' for column in chosen.columns)
    yield f"<table><thead><tr>{heads}</tr></thead><tbody>"
    for row in chosen.rows:
        yield "<tr>" + "".join(f'<td style="{STYLE}">{escape(cell(value))}</td>' for value in row) + "</tr>"
    yield "</tbody></table>"


def _said(text: str) -> str:
    from cnd_tools.views.safe import visible

    return escape(visible(text))
