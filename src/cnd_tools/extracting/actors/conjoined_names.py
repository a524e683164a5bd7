"""Coordinated names that share a word, "producing, transit and destination countries"; and peoples beside their States.

Nothing is listed for this: a part belongs where it would be a pattern of the lexicon with the shared word put to it.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from cnd_tools.extracting.actors.tokens import Pieces
from cnd_tools.extracting.rulebook import rule
from cnd_tools.lexicon.trie import Match, Trie

T = TypeVar("T")

LONGEST_PART = 3  # pieces: "law enforcement and justice sectors", "least developed and other countries"


class Part(NamedTuple, Generic[T]):
    """Pieces `start` to `end` mean `value` together with the shared noun, which is piece `shared`."""

    start: int
    end: int
    shared: int
    value: T


def joints(heads: Sequence[Match[str]], *more: str) -> list[Match[str]]:
    """Return, of the head words of a text, its coordinators: "and", ",", "as well as"; and those of `more` roles."""
    return [head for head in heads if head.value == "coordinator" or head.value in more]


def parts(
    pieces: Pieces,
    named: Sequence[tuple[int, int]],
    trie: Trie[T],
    joined: Sequence[Match[str]],
    links: Container[int] | None = None,
) -> Iterator[Part[T]]:
    """Yield the parts that are coordinated with what was found, before it or after it.

    Args:
        pieces: the text.
        named: pieces from and to, of each that was found.
        trie: whose patterns the parts must complete.
        joined: the text's coordinators (`joints`).
        links: where its prepositions stand: what is shared after one has the part itself for its head; None where no
            more than one word is shared.
    """
    ending = {joint.end: joint.start for joint in reversed(joined)}
    starting = {joint.start: joint.end for joint in joined}
    for start, end in named:
        if end - start > 1 and start in ending:
            yield from _before(pieces, trie, ending, slice(start, end), links)
        if end - start > 2 and end in starting:
            yield from _after(pieces, trie, starting, start, end)


def _before(
    pieces: Pieces, trie: Trie[T], ending: dict[int, int], named: slice, links: Container[int] | None
) -> Iterator[Part[T]]:
    """Parts to the left, which share one of the words after the first, "public and private sector players", or all."""
    at = named.start
    while at in ending:
        stop = ending[at]
        for begin in range(max(stop - LONGEST_PART, 0), stop):
            part = _sharing(pieces, trie, slice(begin, stop), named, links)
            if part is not None:
                yield part
                at = begin
                break
        else:
            return


def _sharing(pieces: Pieces, trie: Trie[T], own: slice, named: slice, links: Container[int] | None) -> Part[T] | None:
    """The part that some pieces are, if they complete a pattern with one word of a name, or all after its first."""
    after = range(named.start + 1, named.stop)
    whole = after if links is not None else ()
    for shared in (*(slice(at, at + 1) for at in reversed(after)), *(slice(at, named.stop) for at in whole)):
        for value in trie.whole([*pieces.keys[own], *pieces.keys[shared]]):
            if value is not None:
                head = own.stop if links is not None and shared.start in links else named.stop
                return Part(own.start, own.stop, head - 1, value)
    return None


def _after(pieces: Pieces, trie: Trie[T], starting: dict[int, int], start: int, end: int) -> Iterator[Part[T]]:
    """Parts to the right, which share all but the last word: "countries of origin, transit and destination"."""
    at = end
    while at in starting:
        begin = starting[at]
        for stop in range(begin + 1, min(begin + LONGEST_PART, len(pieces.keys)) + 1):
            values = [v for v in trie.whole(pieces.keys[start : end - 1] + pieces.keys[begin:stop]) if v is not None]
            if values:
                yield Part(begin, stop, start, values[0])
                at = stop
                break
        else:
            return


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


@rule("actor.people_of")
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
