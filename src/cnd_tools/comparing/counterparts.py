"""Which points of one document are which of another: the best counterpart from either side, and none among strangers.

Any pairing of one to one loses what drafters do most: two paragraphs become one, or one becomes two. So a point may
have several counterparts. Measured on 22 couples of texts read by hand (457 counterparts): one to one stops at F1 .94,
this reaches .978 on successive texts.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from cnd_tools.comparing.figures import MONTHS
from cnd_tools.comparing.likeness import MOST_CELLS, Bag, Side, likeness, side
from cnd_tools.comparing.relatedness import are_related, background
from cnd_tools.comparing.subjects import on_one_subject
from cnd_tools.comparing.wording import stem, stems
from cnd_tools.errors import UsageError
from cnd_tools.records import Analysis

MUTUAL = 0.16  # what a pair must be worth where each is the other's best
ONE_SIDED = 0.26  # where it is the best of one of them only: a merge, or a split
# Where the texts are not on one subject; and where they are, for a pair that shares nothing but formulas of drafting:
# "Takes note of the report of the Secretary-General" is everywhere.
STRANGERS = 0.34
OF_ITSELF = 0.5  # from here on, whatever other counterparts they have: a paragraph that stands in a text twice
RESIDUE = 0.05  # of what another such pair shares, to be in none of the counterparts they have already
# Of paragraphs anywhere, that have a stem: from here on it is a word of drafting ("resolution", "report", "agenda").
COMMON = 0.02
LITTLE = 0.15  # of the points with a counterpart; with less, two related texts have little in common


@dataclass(frozen=True, slots=True)
class Pair:
    """Two points that are counterparts, by place among the points that can be coded.

    Attributes:
        first: place in the first document.
        second: place in the second.
        score: what they were paired by, above 0.
        cosine: of their words, 0 to 1.
        merged: several points of the first have this one of the second.
        split: several of the second have this one of the first.
        perhaps: found by what was coded in both, where the texts have little in common; their words do not say so.
    """

    first: int
    second: int
    score: float
    cosine: float
    merged: bool = False
    split: bool = False
    perhaps: bool = False


@dataclass(frozen=True, slots=True)
class Counterparts:
    """Two documents' points and who is whose counterpart.

    Attributes:
        first: the first document's points.
        second: the second's.
        pairs: in order of the first document, then of the second.
        related: whether the texts are on one subject.
    """

    first: Side
    second: Side
    pairs: tuple[Pair, ...]
    related: bool

    @property
    def shared(self) -> float:
        """Return the share of both documents' points that have a counterpart by their words; 0 where there are none."""
        whole = len(self.first.points) + len(self.second.points)
        pairs = [pair for pair in self.pairs if not pair.perhaps]
        found = len({pair.first for pair in pairs}) + len({pair.second for pair in pairs})
        return found / whole if whole else 0.0

    @property
    def little_in_common(self) -> bool:
        """Return whether the texts are to be read as two texts, not as two versions of one."""
        return not self.related or self.shared < LITTLE


def counterparts(first: Analysis, second: Analysis) -> Counterparts:
    """Return who is whose counterpart.

    Raises:
        UsageError: the documents have too many points to be likened to each other.
    """
    ours, theirs = side(first), side(second)
    if len(ours.points) * len(theirs.points) > MOST_CELLS:
        raise UsageError(
            f"{len(ours.points)} and {len(theirs.points)} paragraphs are too many to be put side by side; "
            "--section or --theme compares a part of them"
        )
    related = are_related(ours.bags, theirs.bags)
    if not ours.points or not theirs.points:
        return Counterparts(ours, theirs, (), related)
    found = Counterparts(ours, theirs, _by_words(ours, theirs, related=related), related)
    return replace(found, pairs=_with_subjects(found, first, second)) if related and found.little_in_common else found


def _by_words(first: Side, second: Side, *, related: bool) -> tuple[Pair, ...]:
    found = _best(first, second, related=related)
    times = Counter(a for a, _ in found), Counter(b for _, b in found)
    return tuple(
        Pair(a, b, score, cosine, merged=times[1][b] > 1, split=times[0][a] > 1)
        for (a, b), (score, cosine) in sorted(found.items())
    )


def _with_subjects(found: Counterparts, first: Analysis, second: Analysis) -> tuple[Pair, ...]:
    """Return the pairs, and among them those of points that are perhaps on the same subject."""
    taken = {pair.first for pair in found.pairs}, {pair.second for pair in found.pairs}
    alike = on_one_subject(first, second, (found.first, found.second), taken)
    more = (Pair(*place, score, cosine, perhaps=True) for place, (score, cosine) in alike.items())
    return tuple(sorted([*found.pairs, *more], key=lambda pair: (pair.first, pair.second)))


def _best(first: Side, second: Side, *, related: bool) -> dict[tuple[int, int], tuple[float, float]]:
    """Return the pairs of places, with their score and cosine, that are worth what they must be worth."""
    alike = likeness(first, second)
    score, of_first, of_second = alike.score, alike.score.argmax(axis=1), alike.score.argmax(axis=0)
    wanted = {(a, int(b)) for a, b in enumerate(of_first)} | {(int(a), b) for b, a in enumerate(of_second)}
    both = {(a, b) for a, b in wanted if of_first[a] == b and of_second[b] == a}
    least, sure = MUTUAL if related else STRANGERS, STRANGERS if related else 1.0
    mutual = {(a, b) for a, b in both if score[a, b] >= least and (score[a, b] >= sure or _tells(first, a, second, b))}
    taken = {a: second.bags[b] for a, b in mutual}, {b: first.bags[a] for a, b in mutual}
    others = {
        (a, b)
        for a, b in wanted - both
        if related
        and score[a, b] >= ONE_SIDED
        and (score[a, b] >= OF_ITSELF or _adds(first.bags[a] & second.bags[b], taken[0].get(a), taken[1].get(b)))
    }
    return {pair: (float(score[pair]), float(alike.cosine[pair])) for pair in mutual | others}


def _adds(shared: Bag, *taken: Bag | None) -> bool:
    """Return whether two points share what the counterparts they have already do not: else nothing was split or merged.

    Two paragraphs that name one committee by its thirty words are alike for that alone (A/RES/77/148, p2 and 5).
    """
    return all(bag is None or sum((shared - bag).values()) > RESIDUE * sum(shared.values()) for bag in taken)


def _tells(first: Side, a: int, second: Side, b: int) -> bool:
    """Return whether two points share more than formulas: a stem that few paragraphs elsewhere have, but no opening.

    Nor a month: two lists of resolutions with their dates are alike for nothing else (A/RES/78/214 and 78/62, p3).
    """
    paragraphs, holding = background()
    opening = {stem for side, at in ((first, a), (second, b)) for stem in stems(side.points[at].opening or "")}
    shared = (first.bags[a] & second.bags[b]).keys() - opening - set(map(stem, MONTHS))
    return any(" " not in term and holding.get(term, 0) < COMMON * paragraphs for term in shared)
