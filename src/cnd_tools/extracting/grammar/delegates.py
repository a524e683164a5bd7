"""Whose delegates a noun names: "the representative of Norway", "Norway's delegate"."""

from __future__ import annotations

from functools import lru_cache

from spacy.tokens import Token

from cnd_tools.extracting.grammar.clauses import child, coordinated, neighbour
from cnd_tools.extracting.rulebook import rule
from cnd_tools.lexicon import Lexicon

_NAMED_BEFORE = ("poss", "compound", "nmod", "amod")  # where stands for whom somebody speaks: "Norway's delegate"


@lru_cache(maxsize=8)
def _nouns(lexicon: Lexicon, form: str) -> frozenset[str]:
    return frozenset(one for entry in lexicon["noun"] if entry.get("form") == form for one in entry.patterns)


@rule("source.for_a_government")
def for_a_government(head: Token, lexicon: Lexicon) -> bool:
    """Return whether a member speaks for a Government in a body of three sides: "the Government member of Brazil".

    Args:
        head: the noun, "member".
        lexicon: the words for members and for the side they sit on.
    """
    if head.lemma_.lower() not in _nouns(lexicon, "seat") or neighbour(head).lower_ != "of":
        return False
    return neighbour(head, -1).lower_ in _nouns(lexicon, "side")


def spoken_for(head: Token, lexicon: Lexicon) -> list[Token]:
    """Return what somebody who speaks for others speaks for: "the representative of Norway", "Norway's delegate".

    Args:
        head: the noun for whoever speaks.
        lexicon: the words for a side and a seat, which stand for nobody: "the Government member of Brazil".
    """
    nobody = _nouns(lexicon, "side") | _nouns(lexicon, "seat")
    preps = (one for one in head.rights if one.dep_ == "prep" and one.lower_ in ("of", "for", "from"))
    things = (child(prep, "pobj") for prep in preps)
    before = [one for one in head.lefts if one.dep_ in _NAMED_BEFORE and one.lower_ not in nobody]
    return [*before, *(one for thing in things if thing is not None for one in coordinated(thing))]


@rule("source.made_up_of")
def made_up_of(members: Token) -> list[Token]:
    """Return of what members are named: "the States members", "The members of the Security Council condemned".

    Args:
        members: the noun for them; where it is counted, as in "some members of the Board", they are not the body.
    """
    before = [one for one in members.lefts if one.i == members.i - 1 and one.dep_ != "det" and one.tag_ != "JJ"]
    counted = any(one.dep_ not in ("punct", "prep") and one.lower_ != "the" for one in members.lefts)
    preps = (one for one in members.rights if one.dep_ == "prep" and one.lower_ == "of")
    things = [child(prep, "pobj") for prep in preps] if members.tag_ in ("NNS", "NNPS") and not counted else []
    return [*before, *(one for one in things if one is not None)]
