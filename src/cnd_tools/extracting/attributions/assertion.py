"""Whether a verb of holding says that something is held: its complement, its mood, and what stands above it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from cnd_tools.extracting.attributions.holding_subjects import in_position
from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import (
    FINITE,
    auxiliary,
    child,
    first_of,
    negated,
    neighbour,
    own_subject,
    passive,
    subtree,
)
from cnd_tools.extracting.matches import OPPOSITE, Attribution
from cnd_tools.extracting.rulebook import rule
from cnd_tools.lexicon.openings import alternatives, words

_WOULD = frozenset(("would", "'d", "’d"))
_PERFORMING = _WOULD | {"must"}
_OF_FIRST = frozenset(("i", "we"))
_ORGAN = re.compile(alternatives(words()["masthead"]["organs"]), re.IGNORECASE)


@rule("attribution.claim")
def claims(token: Token) -> bool:
    """Whether a clause, or a thing said to be so, follows or stands before: "considered that", "saw X as"."""
    holder = child(token, "nsubj")
    before = holder is not None and neighbour(holder.left_edge, -1).text in (",", "”", "''")
    if before and any(one.dep_ == "ccomp" for one in token.lefts):
        return True  # "Time was short, he concluded."
    return any(_complements(one, token) for one in token.rights)


def _complements(one: Token, verb: Token) -> bool:
    """Whether what hangs behind a verb is a clause that it claims, or says as what it is held."""
    gerund = child(one, "pcomp") if one.lower_ == "by" else None
    if gerund is not None and child(gerund, "dobj", "ccomp", "prep") is not None and child(verb, "dobj") is None:
        return True  # "concluded by calling for"; not "concluded its session by electing a chair"
    if one.dep_ == "ccomp" or (one.dep_ == "prep" and one.lower_ == "as"):
        return True
    after = neighbour(one)
    if one.dep_ == "dobj" and after.lower_ == "that" and after.tag_ == "IN":
        return True  # "assured delegations that", hung by whom it was told
    if one.dep_ == "xcomp" and one.lemma_ == "be" and (passive(verb) or child(verb, "dobj") is not None):
        return True  # "was held to be", "considered aid to be vital"
    if one.dep_ == "dobj" and any(two.lemma_ == "be" for three in one.conjuncts for two in three.rights):
        return True  # "considered aid and opening ports to be vital"
    # "was seen by some as a burden"
    return one.dep_ == "agent" and any(two.lower_ == "as" and two.dep_ == "prep" for two in subtree(one))


@rule("attribution.rating")
def rated(token: Token) -> bool:
    """Whether it is said what something is held to be: "deemed it necessary", "was termed a priority"."""
    things = [one for one in token.rights if one.dep_ == "dobj"]
    if len(things) > 1 and things[-1].tag_ in ("NN", "NNS"):
        return True  # "deemed the plan a sound basis"
    what = child(token, "oprd")
    return what is not None and (what.tag_ in ("JJ", "VBN") or (what.tag_ == "NN" and passive(token)))


def asserted(token: Token, base: Attribution, context: PointContext) -> bool:
    """Whether the text says that it is held, not that it could, should or is to be."""
    if auxiliary(token, "MD") is not None:
        if performs(token, context) or _can_support(token, base, context):
            return True
        # "could not support the text" is opposed to it; in a treaty "may not deny a licence" forbids
        refused = base.stance in OPPOSITE and negated(token, context.words)
        return not context.legal and (refused or _politely(token, context))
    if _supposed(token, context) or _ordered(token, context) or _asked_for(token, context):
        return False
    if token.tag_ in ("VBD", "VBP", "VBZ", "VBN"):
        return True
    if auxiliary(token, "TO") is not None:
        return _in_infinitive(token, base, context)
    return any(one.tag_ in FINITE for one in auxiliaries(token))


def _in_infinitive(token: Token, base: Attribution, context: PointContext) -> bool:
    """Whether an infinitive is held: "wished to thank", "was unable to accept"; not "is to begin to report"."""
    if in_position(token, context.words) is not None:
        return True
    if context.words.find(token, "verb", "behold"):
        return False  # "wished to see the list published" is wish
    if _unable(token):
        agrees = base.rule != "verb" or base.source.extent == "consensus"  # "unable to reach agreement"
        return base.stance in OPPOSITE and not agrees
    to_be = token.head.dep_ == "acomp" and (auxiliary(token.head.head, "TO") or auxiliary(token.head.head, "MD"))
    able = token.head.tag_ == "JJ" and not to_be and not context.words.marker(token.head, "incapable")
    wishes = _politely(token.head, context)  # "would like to thank the Chair"
    light = able or wishes or context.words.find(token.head, "verb", "light") is not None
    return token.dep_ == "xcomp" and light and (wishes or not _to_be_done(token.head))


@rule("attribution.politely")
def _politely(verb: Token, context: PointContext) -> bool:
    """Whether a modal only makes polite what is held: "would prefer to wait", "could accept the amendment"."""
    modal = auxiliary(verb, "MD")
    if modal is None or first_of(verb).dep_ != "ROOT":
        return False
    if context.words.marker(modal, "conditional") and context.words.find(verb, "verb", "wishful"):
        return True
    if context.words.find(verb, "verb", "yielding") is None:
        return False
    preps = (child(one, "pobj") for one in verb.rights if one.dep_ == "prep" and one.lower_ in ("to", "with"))
    things = (child(verb, "dobj"), *preps)
    return any(one is not None and context.words.find(one, "noun", "paper", "act") is not None for one in things)


def _unable(verb: Token) -> bool:
    """Whether somebody could not: "was unable to accept the text"."""
    return verb.dep_ == "xcomp" and verb.head.tag_ == "JJ" and verb.head.lower_ == "unable"


def _to_be_done(verb: Token) -> bool:
    """Whether a light verb is itself only to be done: "must continue to advocate", "is to begin to report"."""
    return auxiliary(verb, "TO") is not None or auxiliary(verb, "MD") is not None


@rule("attribution.performed")
def performs(token: Token, context: PointContext) -> bool:
    """Return whether one says it in saying so: "We would urge States to act", "I must stress that costs have grown".

    Args:
        token: a verb.
        context: the point.
    """
    modal = auxiliary(token, "MD")
    if modal is None or modal.lower_ not in _PERFORMING or context.words.find(token, "verb", "say", "direct") is None:
        return False
    mine = _is_mine(token, context) or _of_draft(token, modal, context)
    return mine and not negated(token, context.words)


@rule("attribution.would_direct")
def _of_draft(verb: Token, modal: Token, context: PointContext) -> bool:
    """Whether a verb tells what a body says by the draft before it: "the Council would demand that all stop"."""
    first = first_of(verb)
    holder = own_subject(first)
    if modal.lower_ not in _WOULD or holder is None or first.dep_ != "ROOT" or _ORGAN.fullmatch(holder.text) is None:
        return False
    supposed = any(context.words.marker(one, "condition") for one in verb.sent)
    return context.words.find(verb, "verb", "direct") is not None and not supposed


def _can_support(token: Token, base: Attribution, context: PointContext) -> bool:
    """Whether one who speaks supports something in saying that he can: "We can support this proposal"."""
    modal = auxiliary(token, "MD")
    can = modal is not None and modal.lower_ == "can" and child(token, "dobj", "prep") is not None
    return can and base.stance == "support" and _is_mine(token, context) and not negated(token, context.words)


def _is_mine(verb: Token, context: PointContext) -> bool:
    """Whether a verb is of who speaks: of "I" and "we", and of "my delegation"."""
    holder = own_subject(first_of(verb))
    if holder is None or context.legal:
        return False
    whose = child(holder, "poss")
    return holder.lower_ in _OF_FIRST or (whose is not None and whose.lower_ in ("my", "our"))


@rule("attribution.supposed")
def _supposed(token: Token, context: PointContext) -> bool:
    """Whether a clause only supposes or asks that it is held: "where the Parties agree", "if they wished to vote".

    "When Chad proposed a text" says that it did.
    """
    first = first_of(token)
    below = first.dep_ in ("advcl", "ccomp")
    if token is not first and token.tag_ in FINITE and first.tag_ == "VB":
        below = False  # "asked if the fund could grow, and noted": it goes on with "asked"
    if below and any(context.words.marker(one, form) for one in first.lefts for form in ("question", "pending")):
        return True  # "asked whether Norway supported the text", "before Norway had expressed its views"
    present = first.tag_ in ("VBP", "VBZ") and below
    return present and any(context.words.marker(one, "condition") for one in first.lefts)


@rule("attribution.asked_for")
def _asked_for(token: Token, context: PointContext) -> bool:
    """Whether a clause in the subjunctive asks that it be held: "recommended that the Assembly approve the post"."""
    first = first_of(token)
    verb = first.head if first.dep_ == "ccomp" and token.tag_ in ("VB", "VBP") else None
    asks = verb is not None and verb.tag_ in ("VBD", "VBN", "VBG") and child(first, "mark") is not None
    return asks and (
        context.words.find(first.head, "verb", "direct") is not None
        or context.words.find(first.head, "strength", "put") is not None
    )


@rule("attribution.ordered")
def _ordered(token: Token, context: PointContext) -> bool:
    """Whether a verb goes on with what somebody is to do: "shall review its rules and align them with ours"."""
    first = first_of(token)
    modal = auxiliary(first, "MD") if first is not token and token.tag_ in ("VB", "VBP") else None
    word = context.words.find(modal, "strength", "modal") if modal is not None else None
    asks = word is not None and word.field("strength") in ("obligation", "recommendation")
    return asks and own_subject(token) is None and child(token, "aux") is None  # "… and did not accept it"


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
    being = in_position(verb, context.words) or verb  # "was not in a position to support the text"
    return OPPOSITE.get(stance, stance) if negated(being, context.words) or _unable(verb) else stance
