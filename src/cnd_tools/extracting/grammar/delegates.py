"""Whose delegates a noun names: "the representative of Norway", "Norway's delegate"."""

from __future__ import annotations

from spacy.tokens import Token

from cnd_tools.extracting.grammar.clauses import child, coordinated
from cnd_tools.extracting.rulebook import rule

_NAMED_BEFORE = ("poss", "compound", "nmod", "amod")  # where stands for whom somebody speaks: "Norway's delegate"


def spoken_for(head: Token) -> list[Token]:
    """Return what somebody who speaks for others speaks for: "the representative of Norway", "Norway's delegate"."""
    preps = (one for one in head.rights if one.dep_ == "prep" and one.lower_ in ("of", "for", "from"))
    things = (child(prep, "pobj") for prep in preps)
    before = [one for one in head.lefts if one.dep_ in _NAMED_BEFORE and one.lower_ != "member"]
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
