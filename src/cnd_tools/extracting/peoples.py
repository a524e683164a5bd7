"""Adjectives that name a people or its tongue, and not the State: "the Italian and Hungarian minorities"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from cnd_tools.extracting.coordination import joints
from cnd_tools.extracting.pieces import Pieces
from cnd_tools.lexicon import Lexicon
from cnd_tools.lexicon.trie import Match, Trie


@lru_cache(maxsize=4)
def _peoples(lexicon: Lexicon) -> Trie[bool]:
    trie: Trie[bool] = Trie()
    for entry in lexicon["head"]:
        if entry.get("role") == "people":
            for pattern in entry.patterns:
                trie.add(pattern, True)
    return trie


def adjectives(pieces: Pieces, known: Sequence[Match[str | None]], lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield the stretches that are such adjectives, those coordinated with one that stands before its noun too.

    Args:
        pieces: the text.
        known: what the lexicon found, each with the type of actor.
        lexicon: whose words for peoples, and whose coordinators, to go by.
    """
    countries = {match.end: match.start for match in known if match.value == "country"}
    ending = {joint.end: joint.start for joint in joints(pieces, lexicon)}
    for people in _peoples(lexicon).matches(pieces.keys):
        end = people.start
        while end in countries:
            yield countries[end], end
            end = ending.get(countries[end], -1)
