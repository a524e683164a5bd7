"""Which themes and actors the points of each document carry, how strongly things are asked for, who is said to ask."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from cnd_tools.comparing.analysed import coded, names, rows_of
from cnd_tools.comparing.scales import EXTENTS, STRENGTHS, steps
from cnd_tools.comparing.shares import Key, share_table
from cnd_tools.records import Analysis
from cnd_tools.tables import Table


def themes(analyses: Sequence[Analysis]) -> Table:
    """Return the points that carry each theme, by document; the columns are those of `shares`."""
    rows = [rows_of(a, a.themes) for a in analyses]
    titles = {row.theme: row.title for document in reversed(rows) for row in reversed(document)}
    found = [{((row.theme, titles[row.theme]), row.point) for row in document} for document in rows]
    return _points_carrying("theme_shares", ("theme", "title"), found, analyses)


def actors(analyses: Sequence[Analysis]) -> Table:
    """Return the points in which each actor has each role, by document; the columns are those of `shares`."""
    rows = [rows_of(a, a.actors) for a in analyses]
    titles = {row.actor: row.name for document in reversed(rows) for row in reversed(document)}
    found = [{((row.actor, titles[row.actor], row.role), row.point) for row in document} for document in rows]
    return _points_carrying("actor_shares", ("actor", "name", "role"), found, analyses)


def strengths(analyses: Sequence[Analysis]) -> Table:
    """Return the actions of each strength, strongest first, by document; the columns are those of `shares`."""
    found = [[row.strength for row in rows_of(a, a.actions)] for a in analyses]
    return _steps("strength", STRENGTHS, found, names(analyses), "actions")


def extents(analyses: Sequence[Analysis]) -> Table:
    """Return the positions of each extent, widest first and unstated last, by document; columns as in `shares`."""
    found = [[row.extent for row in rows_of(a, a.positions)] for a in analyses]
    return _steps("extent", EXTENTS, found, names(analyses), "positions")


def _points_carrying(
    name: str, keys: Sequence[str], found: Sequence[Iterable[tuple[Key, str]]], analyses: Sequence[Analysis]
) -> Table:
    """Count points by what they carry; `found` pairs, for each document, a key with the id of each of its points."""
    carried = [Counter(key for key, _ in document) for document in found]
    counts = {key: [document[key] for document in carried] for key in sorted(set().union(*carried))}
    totals = [len(coded(analysis)) for analysis in analyses]
    return share_table(name, keys, counts, totals, documents=names(analyses), unit="points")


def _steps(
    name: str, scale: Sequence[str], found: Sequence[Sequence[str]], documents: Sequence[str], unit: str
) -> Table:
    """Count rows by the step of a scale they stand on; the table is called after the scale."""
    seen = steps(scale, (step for document in found for step in document))
    counts: dict[Key, list[int]] = {(step,): [document.count(step) for document in found] for step in seen}
    totals = [len(document) for document in found]
    return share_table(f"{name}_shares", (name,), counts, totals, documents=documents, unit=unit, ordered=True)
