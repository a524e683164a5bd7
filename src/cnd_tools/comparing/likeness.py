"""How alike two points are, by their words: the cosine of their weighted terms, turned a little by place and opening.

Each point is a bag of stems and of every two neighbours; frequencies are damped (1 + ln f), and a term tells the more
the fewer of both texts' points have it (ln((N + 1) / (df + 1/2)); Salton, G. and Buckley, C. (1988), "Term-weighting
approaches in automatic text retrieval", Information Processing & Management 24:513-523). Two things beside the words
decide between near equals, as formulas that stand in a text twice: where the points stand in their texts, and whether
they open with the same verb. Sentence embeddings were measured on 22 couples of texts and did not help; the codes of
points (themes, actors, actions) help where texts are no versions of one another (`neighbours`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING, Any

from cnd_tools.comparing.analysed import coded
from cnd_tools.comparing.naming import spelt_out
from cnd_tools.comparing.openings import Opening, opening_of
from cnd_tools.comparing.subjects import Bag, codes
from cnd_tools.comparing.wording import terms_of
from cnd_tools.records import Analysis, Point

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

APART = 0.4  # what is taken off for points at opposite ends of their texts
SAME_OPENING = 0.1  # what is added for the same opening verb
# Cells of the two texts' points that are likened: 5,000 by 5,000. More would fill memory, and is no comparison to read.
MOST_CELLS = 25_000_000


@dataclass(frozen=True, slots=True)
class Side:
    """One document's points as likeness sees them.

    Attributes:
        points: those that can be coded.
        texts: what they say, short names spelt out.
        bags: the terms of that.
        openings: how they open.
        codes: what was coded in them.
    """

    points: tuple[Point, ...]
    texts: tuple[str, ...]
    bags: tuple[Bag, ...]
    openings: tuple[Opening | None, ...]
    codes: tuple[Bag, ...]


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two documents' points against each other: a row each point of the first, a column each of the second.

    Attributes:
        cosine: of their words alone, 0 to 1.
        score: the same, turned by place and opening: what counterparts are chosen by.
    """

    cosine: npt.NDArray[np.float64]
    score: npt.NDArray[np.float64]


def side(analysis: Analysis, short: Mapping[str, str] | None = None) -> Side:
    """Return the points that can be coded, with what they are likened by.

    Args:
        analysis: the document.
        short: short names with what they stand for, see `naming.short_names`.
    """
    points = coded(analysis)
    texts = tuple(spelt_out(point.text, short or {}) for point in points)
    return Side(points, texts, tuple(map(terms_of, texts)), tuple(map(opening_of, points)), codes(analysis))


def weights(bags: Iterable[Bag]) -> dict[str, float]:
    """Return how much each term tells, by how few of the bags have it."""
    bags = list(bags)
    holding = Counter(term for bag in bags for term in bag)
    return {term: log((len(bags) + 1) / (count + 0.5)) for term, count in holding.items()}


def likeness(first: Side, second: Side) -> Likeness:
    """Return how alike every two points of two documents are."""
    cosine = cosines(first.bags, second.bags)
    return Likeness(cosine, cosine * turns(first, second))


def turns(first: Side, second: Side) -> npt.NDArray[np.float64]:
    """Return what every two points' likeness is multiplied by: less far apart in their texts, more with one verb."""
    import numpy as np

    apart = np.abs(_places(len(first.points))[:, None] - _places(len(second.points))[None, :])
    verbs = [np.asarray([one.verb if one else "" for one in each.openings], dtype=object) for each in (first, second)]
    same = (verbs[0][:, None] == verbs[1][None, :]) & (verbs[0] != "")[:, None]
    turned: npt.NDArray[np.float64] = 1 - APART * apart + SAME_OPENING * same
    return turned


def cosines(first: Sequence[Bag], second: Sequence[Bag], phrases: float = 1.0) -> npt.NDArray[np.float64]:
    """Return the cosine of every two bags, a row each of the first, their terms weighted by `weights`.

    Args:
        first: bags of one text.
        second: bags of the other.
        phrases: what the weight of two neighbours is multiplied by.
    """
    import numpy as np

    ours, theirs = _units(first, second, phrases)
    found: npt.NDArray[np.float64] = np.minimum((ours @ theirs.T).toarray(), 1.0)
    return found


def overlaps(first: Sequence[frozenset[str]], second: Sequence[frozenset[str]]) -> npt.NDArray[np.float64]:
    """Return how much of the larger of every two sets is in both, 0 to 1, a row each of the first."""
    import numpy as np
    from scipy.sparse import csr_array

    column = {word: place for place, word in enumerate(sorted(frozenset().union(*first, *second)))}
    rows = []
    for sets in (first, second):
        ends = np.cumsum([0, *map(len, sets)])
        columns = [column[word] for words in sets for word in sorted(words)]
        rows.append(csr_array((np.ones(len(columns)), columns, ends), shape=(len(sets), len(column))))
    sizes = [np.array([max(len(words), 1) for words in sets]) for sets in (first, second)]
    shared: npt.NDArray[np.float64] = (rows[0] @ rows[1].T).toarray() / np.maximum.outer(*sizes)
    return shared


def _places(count: int) -> npt.NDArray[np.float64]:
    """Return where each of so many points stands in its text, 0 for the first to 1 for the last."""
    import numpy as np

    return np.arange(count) / max(count - 1, 1)


def _units(first: Sequence[Bag], second: Sequence[Bag], phrases: float) -> tuple[Any, Any]:
    """Return both documents' bags as sparse rows of length 1 (or 0, where a bag is empty) over their common terms."""
    from scipy.sparse import csr_array

    telling = weights([*first, *second])
    if phrases != 1.0:
        telling = {term: weight * phrases if " " in term else weight for term, weight in telling.items()}
    column = {term: place for place, term in enumerate(sorted(telling))}
    made = []
    for bags in (first, second):
        values, columns, ends = [], [], [0]
        for bag in bags:
            row = {term: (1 + log(count)) * telling[term] for term, count in bag.items()}
            length = sum(value * value for value in row.values()) ** 0.5 or 1.0
            values += [value / length for value in row.values()]
            columns += [column[term] for term in row]
            ends.append(len(values))
        made.append(csr_array((values, columns, ends), shape=(len(bags), len(column))))
    return made[0], made[1]
