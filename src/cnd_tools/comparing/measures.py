"""What is counted in texts that are compared: paragraphs that speak of a theme, name an addressee, and so on.

The paragraph is the unit. Clauses of one sentence are not independent of each other ("States should create, equip and
fund …" is one decision, not three), so they are counted beside and never tested.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from cnd_tools.comparing import significance, trends
from cnd_tools.comparing.analysed import coded, rows_of
from cnd_tools.comparing.scales import EXTENTS, STRENGTHS, steps
from cnd_tools.records import Action, Actor, Analysis, Position, Theme

Row = TypeVar("Row", Actor, Theme, Position, Action)
Key = tuple[str | None, ...]

LEAST = 5  # paragraphs in both texts together; with fewer only the counts are given
REPORTS = "report what somebody said"
NAMED = "name a speaker"
ASKS = "make a demand or recommendation"
SAYS_WHO = "name an addressee"


@dataclass(frozen=True)
class Measure:
    """One thing counted in each of some documents.

    Attributes:
        key: what it is, as a table's first columns say it.
        title: the same, for people.
        points: the paragraphs that have it, by document, in reading order.
        totals: of how many paragraphs, by document.
        clauses: how many rows there are in these paragraphs, by document; None where a row is a paragraph.
    """

    key: Key
    title: str
    points: tuple[tuple[str, ...], ...]
    totals: tuple[int, ...]
    clauses: tuple[int, ...] | None = None

    @property
    def counts(self) -> tuple[int, ...]:
        """How many paragraphs have it, by document."""
        return tuple(map(len, self.points))

    @property
    def is_few(self) -> bool:
        """Whether there are too few for a share or a test."""
        return sum(self.counts) < LEAST

    @cached_property
    def p(self) -> float | None:
        """Fisher's exact p for two documents, that of a trend for more.

        None where no outcome could be significant, or there are too few.
        """
        if len(self.points) > 2:
            return None if self.is_few else trends.tested(self.counts, self.totals)
        if len(self.points) < 2 or self.is_few or not all(self.totals):
            return None
        (a, b), totals = self.counts, self.totals
        if significance.least(a + b, *totals) > significance.ALPHA:
            return None
        return significance.exact(a, totals[0], b, totals[1])

    @property
    def gain(self) -> float:
        """How much larger the share is in the last document than in the first."""
        shares = [len(found) / total if total else 0.0 for found, total in zip(self.points, self.totals, strict=True)]
        return shares[-1] - shares[0]


def themes(analyses: Sequence[Analysis]) -> list[Measure]:
    """Return the paragraphs that speak of each theme, of all; the key is theme and title."""
    rows = [rows_of(a, a.themes) for a in analyses]
    titles = {row.theme: row.title for document in reversed(rows) for row in reversed(document)}
    keyed = [[(row.theme, row.point) for row in document] for document in rows]
    return [
        Measure((theme, titles[theme]), titles[theme], points, _wholes(analyses))
        for theme, points, _ in _gathered(keyed, analyses)
    ]


def actors(analyses: Sequence[Analysis]) -> list[Measure]:
    """Return the paragraphs in which each actor has each role, of all; the key is actor, name and role."""
    rows = [rows_of(a, a.actors) for a in analyses]
    titles = {row.actor: row.name for document in reversed(rows) for row in reversed(document)}
    keyed = [[((row.actor, row.role), row.point) for row in document] for document in rows]
    return [
        Measure((actor, titles[actor], role), f"{titles[actor]}, {role}", points, _wholes(analyses))
        for (actor, role), points, _ in _gathered(keyed, analyses)
    ]


def speakers(analyses: Sequence[Analysis]) -> list[Measure]:
    """Return the paragraphs that report what somebody said, those that name who, and those of each who is named.

    The first are a share of all paragraphs, the others of those that report. Key: speaker (an actor's id, or empty)
    and title.
    """
    rows = [rows_of(a, a.positions) for a in analyses]
    names = {row.actor: row.name for a in reversed(analyses) for row in reversed(a.actors)}
    reporting = _one(rows, analyses, lambda row: True)
    found = [
        Measure((None, REPORTS), REPORTS, reporting, _wholes(analyses), tuple(map(len, rows))),
        Measure((None, NAMED), NAMED, _one(rows, analyses, lambda row: row.source is not None), _counts(reporting)),
    ]
    keyed = [[(row.source, row.point) for row in document if row.source] for document in rows]
    for source, points, clauses in _gathered(keyed, analyses):
        title = names.get(source, source.replace("_", " "))
        found.append(Measure((source, f"speaker: {title}"), title, points, _counts(reporting), clauses))
    return found


def demands(analyses: Sequence[Analysis]) -> list[Measure]:
    """Return the paragraphs that ask for something, of all, and of these those that say who is to act, and each who."""
    rows = [rows_of(a, a.actions) for a in analyses]
    names = {row.actor: row.name for a in reversed(analyses) for row in reversed(a.actors)}
    asking = _one(rows, analyses, lambda row: True)
    found = [
        Measure((None, ASKS), ASKS, asking, _wholes(analyses), tuple(map(len, rows))),
        Measure((None, SAYS_WHO), SAYS_WHO, _one(rows, analyses, lambda row: row.agent is not None), _counts(asking)),
    ]
    keyed = [[(row.agent, row.point) for row in document if row.agent] for document in rows]
    for agent, points, clauses in _gathered(keyed, analyses):
        title = names.get(agent, agent.replace("_", " "))
        found.append(Measure((agent, f"addressee: {title}"), title, points, _counts(asking), clauses))
    return found


def strengths(analyses: Sequence[Analysis]) -> list[Measure]:
    """Return the paragraphs that ask for something with each strength, of those that ask, strongest first."""
    rows = [rows_of(a, a.actions) for a in analyses]
    asking = _counts(_one(rows, analyses, lambda row: True))
    keyed = [[(row.strength, row.point) for row in document] for document in rows]
    return _stepped(STRENGTHS, keyed, analyses, asking)


def extents(analyses: Sequence[Analysis]) -> list[Measure]:
    """Return the paragraphs that report a position of each extent, of those that report, widest first."""
    rows = [rows_of(a, a.positions) for a in analyses]
    reporting = _counts(_one(rows, analyses, lambda row: True))
    keyed = [[(row.extent, row.point) for row in document] for document in rows]
    return _stepped(EXTENTS, keyed, analyses, reporting)


def _stepped(
    scale: Sequence[str],
    keyed: Sequence[Sequence[tuple[str, str]]],
    analyses: Sequence[Analysis],
    totals: tuple[int, ...],
) -> list[Measure]:
    seen = {key for document in keyed for key, _ in document}
    found = {key: (points, clauses) for key, points, clauses in _gathered(keyed, analyses)}
    nothing = tuple(() for _ in analyses), tuple(0 for _ in analyses)
    return [
        Measure((step,), step, points, totals, clauses)
        for step in steps(scale, seen)
        for points, clauses in [found.get(step, nothing)]
    ]


Keyed = TypeVar("Keyed", bound=Hashable)


def _gathered(
    keyed: Sequence[Iterable[tuple[Keyed, str]]], analyses: Sequence[Analysis]
) -> Iterable[tuple[Keyed, tuple[tuple[str, ...], ...], tuple[int, ...]]]:
    """Yield each key with its points by document, in reading order, and its rows by document; keys in their order."""
    order = [_order(analysis) for analysis in analyses]
    places: list[defaultdict[Keyed, set[str]]] = [defaultdict(set) for _ in analyses]
    rows: list[Counter[Keyed]] = [Counter() for _ in analyses]
    for document, found in enumerate(keyed):
        for key, point in found:
            places[document][key].add(point)
            rows[document][key] += 1
    for key in sorted(set().union(*places), key=str):
        points = tuple(tuple(sorted(one[key], key=at.__getitem__)) for one, at in zip(places, order, strict=True))
        yield key, points, tuple(counted[key] for counted in rows)


def _one(
    rows: Sequence[Sequence[Row]], analyses: Sequence[Analysis], holds: Callable[[Row], bool]
) -> tuple[tuple[str, ...], ...]:
    """Return the points, by document, of which some row is so."""
    keyed = [[(True, row.point) for row in document if holds(row)] for document in rows]
    return next((points for _, points, _ in _gathered(keyed, analyses)), tuple(() for _ in analyses))


def _order(analysis: Analysis) -> Mapping[str, int]:
    return {point.point: place for place, point in enumerate(coded(analysis))}


def _wholes(analyses: Sequence[Analysis]) -> tuple[int, ...]:
    return tuple(len(coded(analysis)) for analysis in analyses)


def _counts(points: Sequence[Sequence[str]]) -> tuple[int, ...]:
    return tuple(map(len, points))
