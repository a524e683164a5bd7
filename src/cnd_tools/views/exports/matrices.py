"""Who meets which theme, and which themes meet: points counted, as matrices a spreadsheet can colour."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

from cnd_tools.records import Analysis
from cnd_tools.tables import Table
from cnd_tools.views import counts

Cells = dict[tuple[Any, ...], Counter[str]]


def actors_by_themes(analyses: Sequence[Analysis]) -> Table:
    """Return in how many points an actor, in whatever role, meets a theme: a row each document and actor.

    Columns: `document`, `actor`, `name`, then the title of every theme.
    """
    cells: Cells = defaultdict(Counter)
    for document, actor, name, _, title, points in counts.actors(analyses).rows:
        cells[document, actor, name][title] += points
    return _matrix("actors by theme", ("document", "actor", "name"), cells)


def themes_by_themes(analyses: Sequence[Analysis]) -> Table:
    """Return in how many points two themes stand together; on the diagonal, in how many the theme stands at all.

    Columns: `document`, `theme`, `title`, then the title of every theme.
    """
    cells: Cells = defaultdict(Counter)
    for analysis in analyses:
        carried: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for row in counts.coded(analysis, analysis.themes):
            carried[row.point][row.theme] = row.title
        for themes in carried.values():
            for theme, title in themes.items():
                cells[analysis.document.name, theme, title].update(themes.values())
    return _matrix("themes by theme", ("document", "theme", "title"), cells)


def _matrix(name: str, heads: tuple[str, ...], cells: Cells) -> Table:
    """Return counts as a table; documents stay in their order, the rows of each stand in order of their names."""
    titles = sorted({title for found in cells.values() for title in found})
    places = {document: place for place, document in enumerate(dict.fromkeys(key[0] for key in cells))}
    rows = sorted(cells, key=lambda key: (places[key[0]], key[2], key[1]))
    return Table(name, (*heads, *titles), tuple((*key, *(cells[key][title] for title in titles)) for key in rows))
