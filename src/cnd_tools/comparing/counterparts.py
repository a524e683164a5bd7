"""Which points of one document are which of another: the best counterpart from either side, and none among strangers.

Any pairing of one to one loses what drafters do most: two paragraphs become one, or one becomes two. So a point may
have several counterparts. Measured on 22 couples of texts read by hand (457 counterparts): one to one stops at F1 .94,
this reaches .978 on successive texts.

Close versions of one text are told by their words. Two texts on one subject that are not (`neighbours`) say the same in
other words, and are also told by what was coded in them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cnd_tools.comparing.analysed import OPERATIVE
from cnd_tools.comparing.by_sentence import TAKEN_OVER, pairs_by_sentence
from cnd_tools.comparing.figures import MONTHS
from cnd_tools.comparing.likeness import MOST_CELLS, Likeness, Side, likeness, overlaps, side
from cnd_tools.comparing.naming import short_names
from cnd_tools.comparing.neighbours import (
    COMMON,
    alike_on_one_subject,
    share_a_name,
    share_a_theme,
    standing_out,
)
from cnd_tools.comparing.relatedness import are_related, background
from cnd_tools.comparing.subjects import Bag
from cnd_tools.comparing.wording import plain_words, stem, stems
from cnd_tools.errors import UsageError
from cnd_tools.records import Analysis

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Scores = npt.NDArray[np.float64]

MUTUAL = 0.16  # what a pair must be worth where each is the other's best
ONE_SIDED = 0.26  # where it is the best of one of them only: a merge, or a split
# Where the texts are not on one subject; and where they are, for a pair that shares nothing but formulas of drafting:
# "Takes note of the report of the Secretary-General" is everywhere.
STRANGERS = 0.34
OF_ITSELF = 0.5  # from here on, whatever other counterparts they have: a paragraph that stands in a text twice
RESIDUE = 0.05  # of what another such pair shares, to be in none of the counterparts they have already
VERSIONS = 1 / 3  # of the shorter text's points, that must come back by their words where texts are versions of one
CLOSE = 0.6  # of them: where so many do, the rest was taken out and put in, and words alone tell what is which
FEW = 0.05  # of them: where fewer come back, the texts say the same in other words, and less is enough for a pair
# What a pair must be worth (`standing_out`) in texts that are no close versions: each the other's best, best of one.
NEIGHBOURS = (0.11, 0.14)
# Times that, where they share nothing that tells what they are on: "Requests the Executive Director to:" in both.
UNTOLD = 2.5
IN_OTHER_WORDS = 0.08  # where few come back, each the other's best
LITTLE = 0.2  # of the shorter text's points with a counterpart; with less, related texts have little in common

SAME_WORDS = 0.8  # of the longer of two demands, past the verb they open with, to be the same demand

Places = tuple[int, int]


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
        perhaps: found by what was coded in both as well; their words alone do not say so.
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
        versions: whether one is a version of the other: a third of the shorter one's points come back by their words.
    """

    first: Side
    second: Side
    pairs: tuple[Pair, ...]
    related: bool
    versions: bool = False

    @property
    def shared(self) -> float:
        """Return the share of the shorter document's points that have a counterpart by their words; 0 of no points."""
        pairs = [pair for pair in self.pairs if not pair.perhaps]
        ours = len({pair.first for pair in pairs}), len(self.first.points)
        theirs = len({pair.second for pair in pairs}), len(self.second.points)
        found, whole = min(ours, theirs, key=lambda side: side[1])
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
    short = short_names(first.points), short_names(second.points)
    ours, theirs = side(first, short[1] | short[0]), side(second, short[0] | short[1])
    if len(ours.points) * len(theirs.points) > MOST_CELLS:
        raise UsageError(
            f"{len(ours.points)} and {len(theirs.points)} paragraphs are too many to be put side by side; "
            "--section or --theme compares a part of them"
        )
    related = are_related(ours.bags, theirs.bags)
    if not ours.points or not theirs.points:
        return Counterparts(ours, theirs, (), related)
    alike = likeness(ours, theirs)
    back = _coming_back(alike.score) if related else 0.0
    if back >= CLOSE or not related or not (_is_coded(first) and _is_coded(second)):
        score, places = alike.score, _by_words(ours, theirs, alike.score, related=related)
    else:
        score = alike_on_one_subject(ours, theirs)
        places = _by_subject(ours, theirs, score, back)
    if related:
        places |= _other_verb(ours, theirs, places)
    said = _by_sentence(ours, theirs, places, versions=back >= VERSIONS) if related else set()
    pairs = tuple(_pairs(places | said, said, score, alike))
    return Counterparts(ours, theirs, pairs, related, back >= VERSIONS)


def _is_coded(analysis: Analysis) -> bool:
    """Return whether anything was looked for in a text; what is only segmented has its words alone."""
    return bool(analysis.themes or analysis.actors or analysis.actions)


def _pairs(places: set[Places], said: set[Places], score: Scores, by_words: Likeness) -> Iterator[Pair]:
    times = Counter(a for a, _ in places), Counter(b for _, b in places)
    for a, b in sorted(places):
        alike, words = float(score[a, b]), float(by_words.cosine[a, b])
        doubtful = bool(by_words.score[a, b] < MUTUAL) and (a, b) not in said
        yield Pair(a, b, alike, words, merged=times[1][b] > 1, split=times[0][a] > 1, perhaps=doubtful)


def _coming_back(score: Scores) -> float:
    """Return the share of the shorter document's points that clearly come back, by their words."""
    found = sum(bool(score[place] >= STRANGERS) for place in _best(score)[0])
    fewest: int = min(score.shape)
    return found / fewest


def _best(score: Scores) -> tuple[set[Places], set[Places]]:
    """Return the places of points that are each other's best, and of those that are the best of one alone."""
    of_first, of_second = score.argmax(axis=1), score.argmax(axis=0)
    ours = {(a, int(b)) for a, b in enumerate(of_first)}
    theirs = {(int(a), b) for b, a in enumerate(of_second)}
    return ours & theirs, ours ^ theirs


def _by_words(first: Side, second: Side, score: Scores, *, related: bool) -> set[Places]:
    """Return the pairs of versions of one text; of strangers, what is the same all the same."""
    least, sure = (MUTUAL, STRANGERS) if related else (STRANGERS, 1.0)

    def tells(place: Places) -> bool:
        return score[place] >= sure or _tells(first, place[0], second, place[1])

    found = {place for place in _best(score)[0] if score[place] >= least and tells(place)}
    return found | _merges(first, second, score, found, lambda place: related and score[place] >= ONE_SIDED)


def _by_subject(first: Side, second: Side, score: Scores, back: float) -> set[Places]:
    """Return the pairs of two texts on one subject, so many of which come back by their words."""
    worth = standing_out(score)
    mutual, one_sided = NEIGHBOURS
    least = IN_OTHER_WORDS if back < FEW else mutual
    named = share_a_name(first, second)

    def enough(place: Places, least: float) -> bool:
        return worth[place] >= least and (
            worth[place] >= UNTOLD * least
            or _tells(first, place[0], second, place[1])
            or place in named
            or share_a_theme(first, place[0], second, place[1])
        )

    found = {place for place in _best(score)[0] if enough(place, least)}
    return found | _merges(first, second, score, found, lambda place: enough(place, one_sided))


def _merges(
    first: Side, second: Side, score: Scores, found: set[Places], enough: Callable[[Places], bool]
) -> set[Places]:
    """Return the pairs of points that are the best of one alone, and share what the pairs found do not."""
    taken = {a: second.bags[b] for a, b in found}, {b: first.bags[a] for a, b in found}
    return {
        (a, b)
        for a, b in _best(score)[1]
        if enough((a, b))
        and (score[a, b] >= OF_ITSELF or _adds(first.bags[a] & second.bags[b], taken[0].get(a), taken[1].get(b)))
    }


def _other_verb(first: Side, second: Side, places: set[Places]) -> set[Places]:
    """Return the pairs of demands without a counterpart that say the same but for the verb they open with.

    In a short one that verb is most of what tells it: "Invites the Council to act", "Requests the Council to act".
    """
    ours, theirs = _demands(first, {a for a, _ in places}), _demands(second, {b for _, b in places})
    if not ours or not theirs:
        return set()
    share = overlaps(list(ours.values()), list(theirs.values()))
    found = {place for place in _best(share)[0] if share[place] >= SAME_WORDS}
    places_of = list(ours), list(theirs)
    return {(places_of[0][a], places_of[1][b]) for a, b in found}


def _by_sentence(first: Side, second: Side, places: set[Places], *, versions: bool) -> set[Places]:
    """Return the pairs of paragraphs that share a sentence; in no versions only of one that has no other."""
    if versions:
        return pairs_by_sentence(first, second)
    ours, theirs = {a for a, _ in places}, {b for _, b in places}
    shared = pairs_by_sentence(first, second, TAKEN_OVER)
    return {(a, b) for a, b in shared if a not in ours or b not in theirs}


def _demands(side: Side, known: set[int]) -> dict[int, frozenset[str]]:
    """Return the words past the verb of the operative points that open with one, and are not known."""
    return {
        place: frozenset(plain_words(point.text[len(point.opening) :]))
        for place, point in enumerate(side.points)
        if place not in known and point.opening and point.kind in OPERATIVE and point.text.startswith(point.opening)
    }


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
