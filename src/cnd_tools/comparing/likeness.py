"""How alike two points are: by their words, their themes, what they ask for, and who is in them.

Each side is a bag of weighted terms a point; two points' likeness on a side is the cosine of their bags, with
frequencies damped (1 + ln f) and rare terms heavier (ln((N + 1) / (df + 1/2)); Salton, G. and Buckley, C. (1988),
"Term-weighting approaches in automatic text retrieval", Information Processing & Management 24:513-523), N being the
points of both documents. On the side of words it is the cosine of the whole points or, if that is more, its mean with
that of the two passages most alike, because what one paragraph says among other things is often a point of its own
elsewhere (2009: 7 opens with the private partnerships that are all of 2011: 6(i)). The likeness is the weighted mean of
the sides that either point has; it is never less than that of the whole points' words, for coding can bring unlike
words together but not part like ones.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING, Any

from cnd_tools.comparing.analysed import coded
from cnd_tools.comparing.wording import passages, stems
from cnd_tools.records import Analysis, Point

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

Bag = Counter[str]

# What is said weighs more than all its coding together; of that, what a point is about tells most, then what it asks
# for; who is in it tells least, for the points of one text share their actors.
WEIGHTS: Mapping[str, float] = {"words": 0.6, "themes": 0.25, "actions": 0.1, "actors": 0.05}
# Below this likeness of words, coding alone makes no pair: so are 88 % of 220,106 pairs from unrelated resolutions.
LEAST_WORDS = 0.1
# Rows of the first document that are compared at once: bounds the memory, not the result.
ROWS = 256


@dataclass(frozen=True, slots=True)
class Side:
    """One document's points as likeness sees them: the points, their bags by side, and the bags of their passages."""

    points: tuple[Point, ...]
    bags: Mapping[str, Sequence[Bag]]
    passages: Sequence[Sequence[Bag]]


def side(analysis: Analysis) -> Side:
    """Return the bags of the points that can be coded."""
    points = coded(analysis)
    found: dict[str, defaultdict[str, Bag]] = {name: defaultdict(Counter) for name in WEIGHTS}
    for theme in analysis.themes:
        found["themes"][theme.point][theme.theme] = theme.hits
    for actor in analysis.actors:
        found["actors"][actor.point][actor.actor] += 1
    for action in analysis.actions:
        found["actions"][action.point].update(set(stems(f"{action.lemma} {action.object or ''}")))
    parts = [[Counter(passage) for passage in passages(point.text)] for point in points]
    bags = {name: [found[name][point.point] for point in points] for name in WEIGHTS}
    bags["words"] = [sum(part, Counter()) for part in parts]
    return Side(points, bags, parts)


def weights(bags: Iterable[Bag]) -> dict[str, float]:
    """Return how much each term tells, by how few of the bags have it."""
    bags = list(bags)
    holding = Counter(term for bag in bags for term in bag)
    return {term: log((len(bags) + 1) / (count + 0.5)) for term, count in holding.items()}


def alike(first: Side, second: Side, threshold: float) -> Iterator[tuple[int, int, float]]:
    """Yield the places of every two points whose likeness is `threshold` or more, with it (0 to 1), in order."""
    import numpy as np

    unit = {name: _units(first.bags[name], second.bags[name]) for name in WEIGHTS}
    spoken = _units(
        [bag for point in first.passages for bag in point], [bag for point in second.passages for bag in point]
    )
    starts = [np.cumsum([0, *map(len, each.passages)]) for each in (first, second)]
    for low in range(0, len(first.points), ROWS):
        high = min(low + ROWS, len(first.points))
        cosines = {name: (ours[low:high] @ theirs.T).toarray() for name, (ours, theirs) in unit.items()}
        best = (spoken[0][starts[0][low] : starts[0][high]] @ spoken[1].T).toarray()
        best = np.maximum.reduceat(best, starts[0][low:high] - starts[0][low], axis=0)
        best = np.maximum.reduceat(best, starts[1][:-1], axis=1)
        whole = cosines["words"]
        words = cosines["words"] = np.maximum(whole, (whole + best) / 2)
        score, weight = np.zeros_like(whole), np.zeros_like(whole)
        for name, (ours, theirs) in unit.items():
            score += WEIGHTS[name] * cosines[name]
            weight += WEIGHTS[name] * (_filled(ours[low:high])[:, None] | _filled(theirs)[None, :])
        score = np.maximum(score / np.maximum(weight, WEIGHTS["words"]), whole)
        score = np.where(words >= LEAST_WORDS, score, 0)
        for row, column in np.argwhere(score >= threshold):
            yield int(low + row), int(column), float(min(score[row, column], 1.0))


def _units(first: Sequence[Bag], second: Sequence[Bag]) -> tuple[Any, Any]:
    """Return both documents' bags as sparse rows of length 1 (or 0, where a bag is empty) over their common terms."""
    from scipy.sparse import csr_array

    telling = weights([*first, *second])
    column = {term: place for place, term in enumerate(sorted(telling))}
    made = []
    for bags in (first, second):
        values, columns, ends = [], [], [0]
        for bag in bags:
            row = {term: (1 + log(count)) * telling[term] for term, count in bag.items()}
            length = sum(value * value for value in row.values()) ** 0.5
            values += [value / length for value in row.values()]
            columns += [column[term] for term in row]
            ends.append(len(values))
        made.append(csr_array((values, columns, ends), shape=(len(bags), len(column))))
    return made[0], made[1]


def _filled(rows: Any) -> npt.NDArray[np.bool_]:
    import numpy as np

    return np.asarray(np.diff(rows.indptr) > 0)
