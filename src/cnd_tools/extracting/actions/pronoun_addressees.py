"""Whom a directive asks by a pronoun: "thanks the Office and invites it to report"."""

from __future__ import annotations

from spacy.tokens import Token

from cnd_tools.extracting.context import SINGLE, PointContext
from cnd_tools.extracting.grammar.clauses import FARTHEST, VERBS, child
from cnd_tools.extracting.grammar.number import many
from cnd_tools.extracting.matches import ActorRef
from cnd_tools.extracting.rulebook import rule

_PLACES = frozenset(("in", "within", "at"))
_CLIMB = 8  # words at most from a name up to the one it stands within


@rule("agent.named_before")
def named_before(pronoun: Token, context: PointContext) -> tuple[ActorRef, ...]:
    """Return whoever was named last and agrees in number: "thanks Chad and the donors, and encourages them to stay".

    Args:
        pronoun: the pronoun after a directive.
        context: the point.
    """
    plural = many(pronoun) or pronoun.lower_ == "them"
    for token in reversed(pronoun.doc[max(pronoun.i - FARTHEST, 0) : pronoun.i]):
        named = context.of(token) if token.dep_ != "poss" else ()  # "helping countries’ offices, called upon them"
        if named and not plural and _within(token, context):
            continue  # "thanks the Group on Ports in the United Nations system, and invites it to"
        if named and (named[0].type not in SINGLE and many(token)) == plural:
            return context.parties(token)
    return ()


def _within(noun: Token, context: PointContext) -> bool:
    """Whether somebody named only says where or of whom another is that was named just before: "the Office in Asia"."""
    here = noun
    for _ in range(_CLIMB):
        if here.dep_ not in ("pobj", "prep", "compound", "nmod", "amod"):
            return False
        place = here.dep_ == "prep" and here.lower_ in _PLACES
        here = here.head
        thing = child(here, "dobj") if place and here.tag_ in VERBS else None
        if thing is not None:  # "thanked the Office in Asia", its place hung by the verb
            return thing.i < noun.i and bool(context.at.get(thing.i))
        if here.dep_ != "prep" and here.i < noun.i and context.at.get(here.i):
            return True
    return False
