"""Peoples beside their States: "the Italian and Hungarian minorities", "the people of French Polynesia"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cnd_tools.extracting.coordination import heads, joints
from cnd_tools.extracting.pieces import Pieces
from cnd_tools.lexicon import Lexicon
from cnd_tools.lexicon.trie import Match


def adjectives(pieces: Pieces, known: Sequence[Match[str | None]], lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield the stretches that are such adjectives, those coordinated with one that stands before its noun too.

    Args:
        pieces: the text.
        known: what the lexicon found, each with the type of actor.
        lexicon: whose words for peoples, and whose coordinators, to go by.
    """
    countries = {match.end: match.start for match in known if match.value == "country"}
    ending = {joint.end: joint.start for joint in joints(pieces, lexicon)}
    for people in heads(lexicon, "people").matches(pieces.keys):
        end = people.start
        while end in countries:
            yield countries[end], end
            end = ending.get(countries[end], -1)


def populations(pieces: Pieces, known: Sequence[Match[str | None]], lexicon: Lexicon) -> Iterator[tuple[int, int, str]]:
    """Yield where the people of a country is named, and under which name; the country keeps its own words.

    Args:
        pieces: the text.
        known: what the lexicon found, each with the type of actor.
        lexicon: whose words for the people of a country to go by.
    """
    countries = {match.start: match.end for match in known if match.value == "country"}
    for people in heads(lexicon, "population").matches(pieces.keys):
        after = people.end + 1
        if pieces.texts[people.end : after] == ["of"]:
            after += pieces.texts[after : after + 1] == ["the"]
            if after in countries:
                yield people.start, people.end, " ".join(pieces.texts[people.start : countries[after]])
