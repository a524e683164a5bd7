"""What the charts show, counted: the same tables for one document, two or more."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import TypeVar

from cnd_tools.comparing import intervals
from cnd_tools.comparing.shares import percent
from cnd_tools.records import Action, Actor, Analysis, Theme
from cnd_tools.tables import Table, is_paragraph

Row = TypeVar("Row", Actor, Theme, Action)


def themes(analyses: Sequence[Analysis]) -> Table:
    """Return the points that carry each theme: a row each document and theme that any document has.

    Columns: `document`, `theme`, `title`, `pillar`, `points`, and `percent` of the document's points with its 95 %
    interval from `low` to `high` (Wilson; None of none).
    """
    known = {row.theme: (row.title, row.pillar) for a in reversed(analyses) for row in reversed(coded(a, a.themes))}
    rows = []
    for analysis in analyses:
        counts = Counter(theme for theme, _ in {(row.theme, row.point) for row in coded(analysis, analysis.themes)})
        whole = sum(map(is_paragraph, analysis.points))
        rows += [
            (analysis.document.name, theme, *known[theme], counts[theme], *_share(counts[theme], whole))
            for theme in sorted(known)
        ]
    return Table("themes", ("document", "theme", "title", "pillar", "points", "percent", "low", "high"), tuple(rows))


def actors(analyses: Sequence[Analysis]) -> Table:
    """Return the points that name an actor, in whatever role, and carry a theme: a row each that any point has.

    Columns: `document`, `actor`, `name`, `theme`, `title`, `points`.
    """
    names = {row.actor: row.name for a in reversed(analyses) for row in reversed(a.actors)}
    titles = {row.theme: row.title for a in reversed(analyses) for row in reversed(a.themes)}
    rows = []
    for analysis in analyses:
        carried: defaultdict[str, set[str]] = defaultdict(set)
        for theme in coded(analysis, analysis.themes):
            carried[theme.point].add(theme.theme)
        named = {(row.actor, row.point) for row in coded(analysis, analysis.actors)}
        counts = Counter((actor, theme) for actor, point in named for theme in carried[point])
        rows += [
            (analysis.document.name, actor, names[actor], theme, titles[theme], points)
            for (actor, theme), points in sorted(counts.items())
        ]
    return Table("actors_by_theme", ("document", "actor", "name", "theme", "title", "points"), tuple(rows))


def strength(analyses: Sequence[Analysis], scale: Sequence[str]) -> Table:
    """Return the paragraphs that ask for something, each by the strongest thing it asks for, in the order of `scale`.

    Clauses of one sentence are one demand: "should create, equip and fund" counts once. Columns: `document`,
    `strength`, `points`, and `percent` of the document's paragraphs that ask for something (None of none).
    """
    rows = []
    place = {step: at for at, step in enumerate(scale)}
    for analysis in analyses:
        strongest: dict[str, str] = {}
        for row in sorted(coded(analysis, analysis.actions), key=lambda row: place[row.strength]):
            strongest.setdefault(row.point, row.strength)
        counts = Counter(strongest.values())
        whole = counts.total()
        rows += [(analysis.document.name, step, counts[step], percent(counts[step], whole)) for step in scale]
    return Table("strength", ("document", "strength", "points", "percent"), tuple(rows))


def most(counts: Table, column: str, wanted: int) -> list[str]:
    """Return the values of a column of `actors` that stand in most points, most first."""
    value, points = counts.columns.index(column), counts.columns.index("points")
    sums: Counter[str] = Counter()
    for row in counts.rows:
        sums[row[value]] += row[points]
    return sorted(sums, key=lambda name: (-sums[name], name))[:wanted]


def coded(analysis: Analysis, rows: Iterable[Row]) -> list[Row]:
    """Return those of an analysis's rows that stand in a paragraph."""
    known = {point.point for point in analysis.points if is_paragraph(point)}
    return [row for row in rows if row.point in known]


def _share(count: int, whole: int) -> tuple[float | None, float | None, float | None]:
    """Return a share in per cent, and the ends of its interval."""
    if not whole:
        return None, None, None
    low, high = intervals.wilson(count, whole)
    return percent(count, whole), round(100 * low, 2), round(100 * high, 2)
