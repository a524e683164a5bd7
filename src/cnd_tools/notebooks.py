"""What `cnd_tools.analyse` returns: an analysis as DataFrames, which shows itself in a notebook and draws charts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from cnd_tools.errors import UsageError, pip_install
from cnd_tools.records import Analysis
from cnd_tools.tables import COLUMNS, Frames, Table, paragraphs, table

FIRST = 10  # rows of each table that a notebook shows
STYLE = "text-align:left;vertical-align:top;padding:2px 8px"


class Analysed(Frames):
    """An analysis as DataFrames: `points`, `actors`, `themes`, `positions`, `actions`; `plot` draws it."""

    @property
    def plot(self) -> Plot:
        """Charts of this analysis, `plot.themes()`, `plot.actors()` and `plot.strength()`."""
        return Plot(self.records)

    def _repr_html_(self) -> str:
        """Return the document's title page and the first rows of each table, folded, for a notebook."""
        return "".join(_page(self.records))


@dataclass(frozen=True, slots=True)
class Plot:
    """Charts of one analysis, those of `cnd plot`.

    Each raises UsageError where the extra `report` is not installed, or there is nothing to draw.
    """

    records: Analysis

    def themes(self) -> Picture:
        """Draw the share of the points that carry each theme."""
        return self._drawn("themes")

    def actors(self) -> Picture:
        """Draw in how many points each actor meets each theme."""
        return self._drawn("actors")

    def strength(self) -> Picture:
        """Draw how strongly things are asked for."""
        return self._drawn("strength")

    def _drawn(self, what: str) -> Picture:
        from cnd_tools.comparing.scales import STRENGTHS, steps
        from cnd_tools.views import counts

        if what == "strength":
            data = counts.strength([self.records], steps(STRENGTHS, (row.strength for row in self.records.actions)))
        else:
            data = {"themes": counts.themes, "actors": counts.actors}[what]([self.records])
        if not any(row[-1] for row in data.rows):
            raise UsageError(f"{self.records.document.name}: no {what} found, so there is nothing to draw")
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


def _page(records: Analysis) -> Iterator[str]:
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
