"""Nouns of which a cue asks nothing: virtues, names, and things that are only said to be vital to something."""

from __future__ import annotations

from spacy.tokens import Token

from cnd_tools.extracting.actions.goals import reached
from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import VERBS, child
from cnd_tools.extracting.grammar.word_classes import Word
from cnd_tools.extracting.matches import Cue, CueKind
from cnd_tools.extracting.rulebook import rule


def asks_nothing(cue: Cue, noun: Token, made_of: str | None, *, named: bool, context: PointContext) -> bool:
    """Return whether a noun is not something to be done: the importance of a thing, a virtue, a name.

    Args:
        cue: what would ask for it.
        noun: the noun.
        made_of: the verb in it, or None.
        named: whether it is a proper name.
        context: the point.
    """
    if cue.kind is CueKind.CHAPEAU and reached(context, cue.text) is not None:
        return False  # "Targets for 2031: (a) Fewer than 200 deaths"
    asks = cue.kind is CueKind.DIRECTIVE or _way(noun, context) or (made_of and not _virtue(cue, noun, context))
    if cue.strength == "recommendation" and not asks:
        return True  # the importance of a thing asks for nothing
    if made_of:
        return False
    done = _way(noun, context) or context.words.find(noun, "noun", "light")  # "joint efforts are vital to peace"
    if cue.kind is CueKind.PREDICATE and not done and _for_something(noun.doc[cue.start]):
        return True
    if named and cue.kind is CueKind.NOUN:
        return True  # "an imperative of the 2030 Agenda" is the Agenda's
    thing = named or context.words.find(noun, "noun", "virtue") is not None
    # "solidarity is essential", "a strong Programme is vital"
    listed = cue.kind is CueKind.CHAPEAU and cue.strength != "necessity"  # "stressed the need for: (a) Better data"
    return listed or (cue.kind in (CueKind.PREDICATE, CueKind.LACK) and thing)


@rule("action.way_of_acting")
def _way(noun: Token, context: PointContext) -> bool:
    """Whether a noun names a way of acting that is to be taken: "an integrated approach", not "the approach"."""
    known = any(one.dep_ in ("det", "poss") and one.lower_ not in ("a", "an") for one in noun.lefts)
    return context.words.find(noun, "noun", "way") is not None and not known


def of_importance(cue: Cue) -> bool:
    """Return whether a cue only says that something is important, which asks less than a need."""
    return cue.kind is CueKind.NOUN and cue.strength == "recommendation"


@rule("action.vital_to")
def _for_something(adjective: Token) -> bool:
    """Whether an adjective says for what a thing is needed, which describes it: "harbours are vital to trade"."""
    preps = (one for one in adjective.rights if one.dep_ == "prep" and one.lower_ in ("to", "for"))
    return child(adjective, "xcomp") is not None or any(child(one, "pobj", "pcomp") is not None for one in preps)


@rule("action.virtue")
def _virtue(cue: Cue, noun: Token, context: PointContext) -> bool:
    """Whether a noun names a virtue or a state, whose importance asks for nothing: "trust", "access to medicines"."""
    return of_importance(cue) and context.words.find(noun, "noun", "virtue") is not None


@rule("cue.had_resolved")
def had_resolved(verb: Token, word: Word) -> bool:
    """Whether what somebody was to do is only told of the time before: "it had decided to hold a debate".

    Args:
        verb: a directive.
        word: its entry.
    """
    return bool(word.field("self")) and any(one.lower_ == "had" and one.dep_ == "aux" for one in verb.lefts)


@rule("cue.retold_requests")
def retold(noun: Token, verb: Token, context: PointContext) -> bool:
    """Whether a verb only says what became of what others had asked for: "had supported recommendations on fees".

    Args:
        noun: what they asked for.
        verb: the verb that governs it.
        context: the point.
    """
    return noun.tag_ == "NNS" and verb.tag_ in VERBS and context.words.find(verb, "verb", "utter", "voice") is None
