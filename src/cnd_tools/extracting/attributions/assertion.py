"""Whether a verb of holding says that something is held: its complement, its mood, and what stands above it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import (
    FINITE,
    auxiliary,
    child,
    first_of,
    negated,
    neighbour,
    passive,
    subtree,
)
from cnd_tools.extracting.matches import OPPOSITE, Attribution
from cnd_tools.extracting.rulebook import rule


@rule("attribution.claim")
def claims(token: Token) -> bool:
    """Whether a clause, or a thing said to be so, follows or stands before: "considered that", "saw X as"."""
    holder = child(token, "nsubj")
    before = holder is not None and neighbour(holder.left_edge, -1).text in (",", "”", "''")
    if before and any(one.dep_ == "ccomp" for one in token.lefts):
        return True  # "Time was short, he concluded."
    for one in token.rights:
        if one.lower_ == "by" and child(one, "pcomp") is not None:
            return True  # "concluded by calling for"
        if one.dep_ == "ccomp" or (one.dep_ == "prep" and one.lower_ == "as"):
            return True
        if one.dep_ == "xcomp" and one.lemma_ == "be" and passive(token):  # "was held to be"
            return True
        if one.dep_ == "agent" and any(two.lower_ == "as" and two.dep_ == "prep" for two in subtree(one)):
            return True  # "was seen by some as a burden"
    return False


@rule("attribution.rating")
def rated(token: Token) -> bool:
    """Whether it is said what something is held to be: "deemed it necessary", "was termed a priority"."""
    what = child(token, "oprd")
    return what is not None and (what.tag_ in ("JJ", "VBN") or (what.tag_ == "NN" and passive(token)))


def asserted(token: Token, base: Attribution, context: PointContext) -> bool:
    """Whether the text says that it is held, not that it could, should or is to be."""
    if auxiliary(token, "MD") is not None:
        # "could not support the text" is opposed to it; in a treaty "may not deny a licence" forbids
        return not context.legal and base.stance in OPPOSITE and negated(token, context.words)
    if _supposed(token, context):
        return False
    if token.tag_ in ("VBD", "VBP", "VBZ", "VBN"):
        return True
    if auxiliary(token, "TO") is not None:
        to_be = token.head.dep_ == "acomp" and (auxiliary(token.head.head, "TO") or auxiliary(token.head.head, "MD"))
        able = token.head.tag_ == "JJ" and not to_be and not context.words.marker(token.head, "incapable")
        light = able or context.words.find(token.head, "verb", "light") is not None
        return token.dep_ == "xcomp" and light and auxiliary(token.head, "TO") is None
    return any(one.tag_ in FINITE for one in auxiliaries(token))


@rule("attribution.supposed")
def _supposed(token: Token, context: PointContext) -> bool:
    """Whether a clause only supposes that it is held: "where the Parties agree"; not "when Chad proposed a text"."""
    first = first_of(token)
    present = first.tag_ in ("VBP", "VBZ") and first.dep_ in ("advcl", "ccomp")
    return present and any(context.words.marker(one, "condition") for one in first.lefts)


def auxiliaries(token: Token) -> Iterator[Token]:
    """The auxiliaries of a verb or, where it has none, of the one it is coordinated with."""
    for _ in range(4):
        found = [one for one in token.lefts if one.dep_ in ("aux", "auxpass")]
        yield from found
        if found or token.dep_ != "conj":
            return
        token = token.head


def unless_negated(stance: str, verb: Token, context: PointContext) -> str:
    """Return the stance of a verb, or the opposite one where the verb is negated."""
    return OPPOSITE.get(stance, stance) if negated(verb, context.words) else stance
