"""How alike two points are of two texts on one subject that are not versions of one another.

A ministerial declaration and a resolution say the same in other words, and every paragraph of either has the words of
the subject. Three things tell them apart, beside what tells versions of one text (`likeness`):

- what was coded in a point (themes, actors, what is asked for, how it opens) are terms of its bag like its words;
- two words that are neighbours weigh less, for no phrases are taken over;
- telling words count whatever the length of the paragraphs, which a cosine divides by: "overdose" ties a recital of
  twenty words to a paragraph of two hundred. A word tells the more, the fewer paragraphs of either text have it, and
  the rarer it is elsewhere ("in accordance with", "Member States" and "as appropriate" tell nothing).

A recital and a demand are a little less alike. And what a pair is worth goes by how much it stands out: two paragraphs
of seventy that are more alike than either is anything else are one subject at a likeness that, among five that are all
as alike, says nothing (`standing_out`). How well that does on couples nobody fitted it to stands in
docs/method/comparing.md: of 61 counterparts that a reader wrote down 38 are found, by words and codes apart it was 23.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import log
from typing import TYPE_CHECKING, Any

from cnd_tools.comparing.likeness import Side, cosines, turns
from cnd_tools.comparing.naming import names_in
from cnd_tools.comparing.relatedness import background
from cnd_tools.comparing.subjects import THEME, Bag

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

PHRASES = 0.6  # of the weight of two neighbours in versions of one text
RARE = 3  # power to which it is raised how rare a word is elsewhere
LEAST, MOST = 0.02, 2.0  # of telling words in common, that make a difference
DAMPED = 0.2  # power to which they are raised
OTHER_PART = 0.9  # what a recital's and a demand's likeness is multiplied by, in two texts that have both
OWN = 0.25  # of the points of a text, that may have a theme which tells what a point is on

NAMED = 3  # points of a text that may have a name which ties two of them
# Of paragraphs anywhere, that have a stem: from here on it is a word of drafting ("resolution", "report", "agenda").
COMMON = 0.02

NEXT_BEST = 0.5  # power to which it is raised how much a pair stands out on either side
AT_ALL = 0.05  # of likeness, added to both: ten times next to nothing is nothing


def alike_on_one_subject(first: Side, second: Side) -> npt.NDArray[np.float64]:
    """Return how alike every two points of two documents are, a row each of the first, a column each of the second."""
    ours, theirs = (
        [words + codes for words, codes in zip(one.bags, one.codes, strict=True)] for one in (first, second)
    )
    telling = _telling(first.bags, second.bags).clip(LEAST, MOST) ** DAMPED
    turned = turns(first, second) * _same_part(first, second)
    alike: npt.NDArray[np.float64] = cosines(ours, theirs, PHRASES) * turned * telling
    return alike


def standing_out(alike: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return what every two points are worth as a pair: how alike they are, more where either's next is less alike."""
    worth: npt.NDArray[np.float64] = alike * (_to_the_next(alike) * _to_the_next(alike.T).T) ** NEXT_BEST
    return worth


def _to_the_next(alike: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return by how many times each is more alike than the best other one of its column."""
    import numpy as np

    following, best = np.partition(np.vstack([alike, np.zeros_like(alike[:1])]), -2, axis=0)[-2:]
    times: npt.NDArray[np.float64] = (alike + AT_ALL) / (np.where(alike >= best, following, best) + AT_ALL)
    return times


def _same_part(first: Side, second: Side) -> npt.NDArray[np.float64]:
    import numpy as np

    ours, theirs = (np.array([point.kind == "preambular" for point in each.points]) for each in (first, second))
    same: npt.NDArray[np.float64] = np.where(ours[:, None] == theirs[None, :], 1.0, OTHER_PART)
    return same if ours.any() and theirs.any() else np.ones_like(same)


def share_a_theme(first: Side, a: int, second: Side, b: int) -> bool:
    """Return whether two points share a theme that few other points of their documents have."""
    shared = first.codes[a].keys() & second.codes[b].keys()
    return any(
        all(sum(code in bag for bag in each.codes) <= OWN * len(each.codes) + 1 for each in (first, second))
        for code in shared
        if code.startswith(THEME)
    )


def share_a_name(first: Side, second: Side) -> set[tuple[int, int]]:
    """Return the places of points that share a name of several words which hardly any other of their documents have."""
    ours, theirs = _naming(first), _naming(second)
    return {(a, b) for name in ours.keys() & theirs.keys() for a in ours[name] for b in theirs[name]}


def _naming(side: Side) -> dict[str, set[int]]:
    """Return the names that few points of a document have, each with the places of those.

    Nor two common words alone: "Executive Director", "Member States", "General Assembly" are in any text.
    """
    paragraphs, holding = background()
    found: defaultdict[str, set[int]] = defaultdict(set)
    for place, (text, point) in enumerate(zip(side.texts, side.points, strict=True)):
        past = len(point.opening or "")  # "Recalling General Assembly resolution …" names no Recalling General
        for name in names_in(text[past:]):
            stems = name.split()
            if len(stems) > 2 or any(holding.get(stem, 0) < COMMON * paragraphs for stem in stems):
                found[name].add(place)
    return {name: places for name, places in found.items() if len(places) <= NAMED}


def _telling(first: Sequence[Bag], second: Sequence[Bag]) -> npt.NDArray[np.float64]:
    """Return how many telling words every two points share: each counts 1 where no other point has it, or less."""
    ours, theirs = (Counter(term for bag in bags for term in bag if " " not in term) for bags in (first, second))
    column = {term: place for place, term in enumerate(sorted(ours.keys() & theirs.keys()))}
    shared: npt.NDArray[np.float64] = (_rows(first, ours, column) @ _rows(second, theirs, column).T).toarray()
    return shared


def _rows(bags: Sequence[Bag], counts: Mapping[str, int], column: Mapping[str, int]) -> Any:
    """Return a text's bags as sparse rows, whose products are the telling words they share."""
    from scipy.sparse import csr_array

    values, columns, ends = [], [], [0]
    for bag in bags:
        known = [term for term in bag if term in column]  # in the order of the text, so that sums come out the same
        values += [(_rarity(term) ** RARE / counts[term]) ** 0.5 for term in known]
        columns += [column[term] for term in known]
        ends.append(len(values))
    return csr_array((values, columns, ends), shape=(len(bags), len(column)))


def _rarity(term: str) -> float:
    """Return how rare a stem is elsewhere: 1 for one that the table of the commonest does not have, towards 0."""
    paragraphs, holding = background()
    return log((paragraphs + 1) / (holding.get(term, 0) + 0.5)) / log(2 * (paragraphs + 1))
