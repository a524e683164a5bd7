"""The subject that holds what a verb says."""

from __future__ import annotations

from spacy.tokens import Token

from cnd_tools.extracting.clauses import auxiliary, child, neighbour
from cnd_tools.extracting.context import PointContext


def holding_subject(verb: Token, context: PointContext | None = None) -> Token | None:
    """Return the subject that holds what a verb says: its own, or that of a verb above it coordinated with it.

    A subject that can hold nothing ends the search where it is the verb's own, and is passed over where it is not: in
    "X replied that this is a role for banks, and noted …" a model may coordinate "noted" with "is".
    """
    if neighbour(verb, -1).tag_ == "''" and (speaker := child(verb, "dobj")) is not None:
        return speaker  # “We have to vote,” quipped one delegate
    own = True
    for _ in range(6):
        found = None if _bare_beside(verb) else child(verb, "nsubj", "nsubjpass")
        undergone = found is not None and not own and found.dep_ == "nsubjpass" and verb.dep_ in ("ccomp", "acl")
        if found is not None and not undergone and (own or context is None or context.can_hold(found)):
            return found if found.tag_ != "EX" else None
        if verb.dep_ not in ("conj", "xcomp", "acomp") and (own or verb.dep_ not in ("ccomp", "acl")):
            return None
        own = False
        verb = verb.head
    return None


def _bare_beside(verb: Token) -> bool:
    """Whether a finite verb cannot be coordinated with this one: "noted that X should be the judge and outlined"."""
    being = child(verb, "auxpass")
    bare = verb.tag_ == "VB" or (being is not None and being.tag_ == "VB" and auxiliary(verb, "MD") is None)
    return bare and any(one.dep_ == "conj" and one.tag_ in ("VBD", "VBZ") for one in verb.rights)
