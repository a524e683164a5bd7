"""Paragraphs of one document that belong together: which recital carries which demand, by the likeness of their words.

A resolution says in its preamble why it asks what it asks, and never which recital is for which paragraph. The likeness
is that of comparing two texts (`likeness.cosines`); what both cite is told beside it, and counts on its own: a recital
that recalls resolution 77/98 belongs to the paragraph that asks for its implementation, however few words they share.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from cnd_tools.comparing.analysed import OPERATIVE, coded
from cnd_tools.comparing.citations import of_points
from cnd_tools.comparing.likeness import MOST_CELLS, cosines, weights
from cnd_tools.comparing.subjects import Bag
from cnd_tools.comparing.wording import is_stop, stem, terms_of, words
from cnd_tools.errors import UsageError
from cnd_tools.records import Analysis, Point
from cnd_tools.tables import Table

COLUMNS = ("document", "point", "related", "similarity", "matched", "cited", "text", "related_text")
LEAST = 0.08  # cosine from which on a recital is told: on the one text read for it half of what is told is right
LEAST_CITING = 0.05  # where both cite one thing
# What is added, for the order alone, where all that the recital cites is cited by the demand too, of a part that part:
# a recital that recalls one resolution belongs to what is asked of it, one that lists ten to nothing in particular.
TIED = 0.1
COMMON = 0.25  # of the points, that may cite a thing which ties two of them
BEST = 3  # recitals told of a demand
MOST_WORDS = 5


def related(analyses: Sequence[Analysis], *, most: int = BEST) -> Table:
    """Return for each demand the recitals it is most like; in a text without a preamble, for each paragraph others.

    Args:
        analyses: one document or more; each is looked at by itself.
        most: how many are told of each at most, the most alike first; what both cite lifts a recital, see `TIED`.

    Columns: `document`; `point`, the demand; `related`, the recital; `similarity`, the cosine of their words, 0 to 1;
    `matched`, the words that tell most; `cited`, what both cite; `text`, `related_text`.

    Raises:
        UsageError: a document has too many points to be likened to each other.
    """
    return Table("related", COLUMNS, tuple(row for one in analyses for row in _rows(one, most)))


def _rows(analysis: Analysis, most: int) -> Iterator[tuple[Any, ...]]:
    points = coded(analysis)
    recitals = [point for point in points if point.kind == "preambular"]
    demands = [point for point in points if point.kind in OPERATIVE]
    if not recitals or not demands:
        recitals = demands = list(points)
    if len(recitals) * len(demands) > MOST_CELLS:
        raise UsageError(
            f"{analysis.document.name}: {len(recitals)} and {len(demands)} paragraphs are too many to be put side by "
            "side; --section or --theme takes a part of them"
        )
    bags = [terms_of(point.text) for point in demands], [terms_of(point.text) for point in recitals]
    telling, cites = weights([*bags[0], *bags[1]]), _telling(of_points(analysis), len(points))
    found = cosines(*bags)
    for at, demand in enumerate(demands):
        for place, likeness in _best(found[at], demand, recitals, cites, most):
            recital = recitals[place]
            both = [thing for thing in cites.get(demand.point, {}) if thing in cites.get(recital.point, {})]
            matched = _matched(bags[0][at] & bags[1][place], recital, telling)
            yield (
                *(analysis.document.name, demand.point, recital.point, round(likeness, 3), matched),
                *("; ".join(both) or None, demand.text, recital.text),
            )


def _telling(cites: dict[str, dict[str, None]], points: int) -> dict[str, dict[str, None]]:
    """Return what points cite but for what a quarter of them do: the treaty a text is about ties nothing."""
    times = Counter(thing for things in cites.values() for thing in things)
    return {
        point: {thing: None for thing in things if times[thing] <= max(points * COMMON, 2)}
        for point, things in cites.items()
    }


def _best(
    row: Any, demand: Point, recitals: Sequence[Point], cites: dict[str, dict[str, None]], most: int
) -> list[tuple[int, float]]:
    """Return the places of the recitals that are told of a demand, with their likeness, the most alike first."""
    mine = cites.get(demand.point, {}).keys()
    theirs = [cites.get(recital.point, {}) for recital in recitals]
    tied = [TIED * len(mine & things.keys()) / max(len(things), 1) for things in theirs]
    told = [
        (place, float(row[place]))
        for place, recital in enumerate(recitals)
        if recital.point != demand.point and row[place] >= (LEAST_CITING if tied[place] else LEAST)
    ]
    return sorted(told, key=lambda one: (-one[1] - tied[one[0]], one[0]))[:most]


def _matched(shared: Bag, recital: Point, telling: dict[str, float]) -> str | None:
    """Say what two paragraphs have in common: the words that tell most, as the recital has them."""
    printed = {stem(word.text): word.text for word in words(recital.text) if word.key and not is_stop(word.key)}
    told = sorted(shared.keys() & printed.keys(), key=lambda one: (-telling[one] * shared[one], one))
    return ", ".join(printed[one] for one in told[:MOST_WORDS]) or None
