"""Names and the words that say what one is of, "Commission", "Convention", "Minister", and what links its parts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from cnd_tools.extracting.actors.tokens import Pieces
from cnd_tools.lexicon import Lexicon
from cnd_tools.lexicon.trie import Match, Trie


@dataclass(frozen=True, slots=True)
class Name:
    """A name in pieces `start` to `end`.

    Attributes:
        start: first piece.
        end: one past the last.
        role: organization or organizations, mission, officer, instrument, person, or initials for what is spelt out.
        head: the word that says so.
    """

    start: int
    end: int
    role: str
    head: str


@lru_cache(maxsize=4)
def _heads(lexicon: Lexicon) -> Trie[str]:
    trie: Trie[str] = Trie()
    for entry in lexicon["head"]:
        for pattern in entry.patterns:
            trie.add(pattern, entry.get("role"))
    return trie


def head_words(pieces: Pieces, lexicon: Lexicon) -> list[Match[str]]:
    """Return a lexicon's head words, links and coordinators in a text, each with its role: all in one walk."""
    return list(_heads(lexicon).matches(pieces.keys))
