"""Modals that only make polite what is held: "would prefer to wait", "We would urge States to act", "can accept it"."""

from __future__ import annotations

import re

from spacy.tokens import Token

from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import auxiliary, child, first_of, negated, neighbour, own_subject
from cnd_tools.extracting.rulebook import rule
from cnd_tools.lexicon.openings import alternatives, words

_ORGAN = re.compile(alternatives(words()["masthead"]["organs"]), re.IGNORECASE)
_OF_FIRST = frozenset(("i", "we"))
_OF_THIRD = frozenset(("he", "she"))
_THEIRS = frozenset(("his", "her", "its", "their"))


@rule("attribution.courtesy")
def courteous(verb: Token, context: PointContext) -> bool:
    """Return whether a verb with a modal is said in saying so, and neither only possible nor to be done.

    Args:
        verb: a verb, with whatever it governs.
        context: the point.
    """
    modal = auxiliary(verb, "MD")
    past = any(one.lower_ == "have" and one.dep_ == "aux" for one in verb.lefts)  # "would have welcomed the visit"
    if modal is None or past or context.legal:
        return False
    if _is_mine(verb):
        return _performs(verb, modal, context) or _agrees(verb, modal, context)
    if first_of(verb).dep_ != "ROOT":
        return _would_ask(verb, modal, context)
    wishes = context.words.marker(modal, "conditional") and context.words.find(verb, "verb", "wishful")
    yields = context.words.find(verb, "verb", "yielding") is not None and _takes_a_text(verb, context)
    return bool(wishes) or yields or _of_draft(verb, modal, context) or _would_ask(verb, modal, context)


@rule("attribution.by_leave")
def by_leave(verb: Token, context: PointContext) -> Token | None:
    """Return who says something by asking leave to: the "me" of "Let me stress that", of "allow me to thank the Chair".

    Args:
        verb: what is said.
        context: the point.
    """
    asks = verb.head if verb.dep_ in ("ccomp", "xcomp") and verb.tag_ in ("VB", "VBP") else None
    if asks is None or asks.tag_ != "VB" or child(asks, "aux") is not None:
        return None
    told = child(asks, "nsubj")
    if told is not None and told.i < asks.i and neighbour(told).text != ":":  # "Norway: Allow me to thank"
        return None
    return neighbour(asks) if context.words.marker(asks, "permitting") is not None else None


def _performs(verb: Token, modal: Token, context: PointContext) -> bool:
    """Whether one who speaks says it by these words: "We would urge States to act", "I must stress that"."""
    if context.words.marker(modal, "conditional") and context.words.find(verb, "verb", "wishful"):
        return True
    says = context.words.find(verb, "verb", "say", "direct") is not None
    return says and context.words.marker(modal, "performing") is not None and not negated(verb, context.words)


@rule("attribution.would_direct")
def _of_draft(verb: Token, modal: Token, context: PointContext) -> bool:
    """Whether a verb tells what a body says by the draft before it: "the Council would demand that all stop"."""
    holder = own_subject(first_of(verb))
    organ = _organ_before(holder) if holder is not None and holder.lower_ == "it" else holder
    if organ is None or _ORGAN.fullmatch(organ.text) is None or not context.words.marker(modal, "conditional"):
        return False
    supposed = any(context.words.marker(one, "condition") for one in verb.sent)
    directs = context.words.find(verb, "verb", "direct") is not None and not negated(verb, context.words)
    return directs and not supposed


def _organ_before(it: Token) -> Token | None:
    """The subject of the sentence before, of which "it" goes on: "The Committee welcomes it. It would encourage"."""
    begun = it.sent.start
    above = it.doc[begun - 1].sent.root if it.i == begun and begun else None
    return own_subject(above) if above is not None else None


@rule("attribution.would_ask")
def _would_ask(verb: Token, modal: Token, context: PointContext) -> bool:
    """Whether another is told to ask somebody by these words: "Norway would urge States to act".

    What is not the main clause is so only of "his delegation": elsewhere "would" may tell of what was still to come.
    """
    directs = context.words.find(verb, "verb", "direct") is not None and not negated(verb, context.words)
    whom, deed = child(verb, "dobj"), child(verb, "xcomp", "ccomp")
    if not directs or whom is None or deed is None or not context.words.marker(modal, "conditional"):
        return False
    holder, first = own_subject(first_of(verb)), first_of(verb)
    if holder is None or auxiliary(deed, "TO") is None or not (context.all_of(whom) or whom.tag_ == "PRP"):
        return False
    whose = child(holder, "poss")
    told = first.dep_ == "ccomp" and whose is not None and whose.lower_ in _THEIRS
    speaks = told or (first.dep_ == "ROOT" and bool(holder.lower_ in _OF_THIRD or context.all_of(holder)))
    return speaks and not any(context.words.marker(one, "condition") for one in verb.sent if one.i < verb.i)


def _agrees(verb: Token, modal: Token, context: PointContext) -> bool:
    """Whether one who speaks agrees in saying that he can: "We can support this proposal"."""
    yields = context.words.find(verb, "verb", "yielding") is not None and child(verb, "dobj", "prep") is not None
    can = context.words.marker(modal, "able") is not None and not negated(verb, context.words)
    return yields and (can or _takes_a_text(verb, context))


def _takes_a_text(verb: Token, context: PointContext) -> bool:
    """Whether what a verb governs was put forward in the meeting: "accept the amendment", "agree to the text"."""
    preps = (child(one, "pobj") for one in verb.rights if one.dep_ == "prep" and one.lower_ in ("to", "with"))
    things = (child(verb, "dobj"), *preps)
    return any(one is not None and context.words.find(one, "noun", "paper", "act") is not None for one in things)


def _is_mine(verb: Token) -> bool:
    """Whether a verb is of who speaks: of "I" and "we", and of "my delegation"."""
    holder = own_subject(first_of(verb))
    whose = child(holder, "poss") if holder is not None else None
    mine = whose is not None and whose.lower_ in ("my", "our")
    return mine or (holder is not None and holder.lower_ in _OF_FIRST)
