"""Peoples beside their States: "the Italian and Hungarian minorities", "the people of French Polynesia"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cnd_tools.extracting.coordination import joints
from cnd_tools.extracting.pieces import Pieces
from cnd_tools.lexicon.trie import Match


def adjectives(known: Sequence[Match[str | None]], heads: Sequence[Match[str]]) -> Iterator[tuple[int, int]]:
    """Yield the stretches that are such adjectives, those coordinated with one that stands before its noun too.

    Args:
        known: what the lexicon found in a text, each with the type of actor.
        heads: its head words, among them those for peoples, and its coordinators.
    """
    countries = {match.end: match.start for match in known if match.value == "country"}
    ending = {joint.end: joint.start for joint in joints(heads)}
    for people in (head for head in heads if head.value == "people"):
        end = people.start
        while end in countries:
            yield countries[end], end
            end = ending.get(countries[end], -1)


def populations(
    pieces: Pieces, known: Sequence[Match[str | None]], heads: Sequence[Match[str]]
) -> Iterator[tuple[int, int, str]]:
    """Yield where the people of a country is named, and under which name; the country keeps its own words.

    Args:
        pieces: the text.
        known: what the lexicon found, each with the type of actor.
        heads: its head words, among them those for the people of a country.
    """
    countries = {match.start: match.end for match in known if match.value == "country"}
    for people in (head for head in heads if head.value == "population"):
        after = people.end + 1
        if pieces.texts[people.end : after] == ["of"]:
            after += pieces.texts[after : after + 1] == ["the"]
            if after in countries:
                yield people.start, people.end, " ".join(pieces.texts[people.start : countries[after]])
