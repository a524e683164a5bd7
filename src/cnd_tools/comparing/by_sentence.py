"""Which sentence of one text is which of another: where a paragraph of several was split, or took in part of another.

A declaration says in one paragraph why people are trafficked, that schools should warn of it, and which day is the
World Day against it; the next one has two paragraphs of that. As wholes the first and the second of them are little
alike, and each has a likelier counterpart: only their sentences tell (A/RES/72/1, 3, and A/RES/76/7, 8 and 9).
"""

from __future__ import annotations

import re

from cnd_tools.comparing.likeness import Side, cosines
from cnd_tools.comparing.subjects import Bag
from cnd_tools.comparing.wording import terms_of

ALIKE = 0.25  # cosine of two sentences from which on they are one in versions of one text, each the other's best
TAKEN_OVER = 0.4  # where texts are none, so that only a sentence that was taken over tells
LEAST = 5  # different terms of a sentence that can be told from others
_END = re.compile(r"(?<=[.;])\s+(?=[A-Z“])")

Places = tuple[int, int]


def pairs_by_sentence(first: Side, second: Side, least: float = ALIKE) -> set[Places]:
    """Return the places of paragraphs, one of several sentences, that have a sentence which is the other's.

    Args:
        first: the points of one text.
        second: those of another.
        least: how alike two sentences must be.
    """
    ours, theirs = _sentences(first), _sentences(second)
    several = [{place for place, count in _counts(one).items() if count > 1} for one in (ours, theirs)]
    if not any(several) or not ours or not theirs:
        return set()
    alike = cosines([bag for _, bag in ours], [bag for _, bag in theirs])
    back = alike.argmax(axis=0)
    found = ((row, int(best)) for row, best in enumerate(alike.argmax(axis=1)) if back[best] == row)
    places = ((ours[row][0], theirs[best][0]) for row, best in found if alike[row, best] >= least)
    return {(a, b) for a, b in places if a in several[0] or b in several[1]}


def _sentences(side: Side) -> list[tuple[int, Bag]]:
    """Return the terms of each sentence that has enough of them, with the place of its paragraph."""
    parts = ((place, terms_of(part)) for place, text in enumerate(side.texts) for part in _END.split(text))
    return [(place, bag) for place, bag in parts if len(bag) >= LEAST]


def _counts(sentences: list[tuple[int, Bag]]) -> dict[int, int]:
    counts: dict[int, int] = {}
    for place, _ in sentences:
        counts[place] = counts.get(place, 0) + 1
    return counts
