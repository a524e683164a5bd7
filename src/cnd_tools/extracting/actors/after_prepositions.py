"""Whether who stands after a preposition is helped, reached or addressed: "aid to", "a code for", "thanks to"."""

from __future__ import annotations

from spacy.tokens import Token

from cnd_tools.extracting.actors.duties import brought_about, is_to_act, told_to_act
from cnd_tools.extracting.actors.theirs import is_theirs
from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import (
    FARTHEST,
    NOUNS,
    VERBS,
    child,
    neighbour,
    passive,
    subject,
)
from cnd_tools.extracting.grammar.nominalization import verb_of
from cnd_tools.extracting.rulebook import rule


def is_reached(prep: Token, context: PointContext) -> bool:
    """Whether what a preposition governs is helped or reached: "aid to", "a code for", "the rehabilitation of"."""
    helped = prep.head
    if helped.tag_ in ("NNP", "NNPS"):
        return False
    if prep.lower_ in ("to", "for"):
        return _given_or_meant(prep, context)
    if prep.lower_ == "of" and neighbour(prep, -1).lower_ == "including" and _goes_on(prep, context):
        return True
    if prep.lower_ == "with":
        return context.words.find(helped, "verb", "share") is not None  # "deposited with the Director"
    if prep.lower_ == "of" and context.words.find(helped, "noun", "taking"):
        return brought_about(helped, context)  # "encourage the participation of farmers"
    return prep.lower_ == "of" and (is_theirs(helped, context) or _brought_to(helped, context))


def _given_or_meant(prep: Token, context: PointContext) -> bool:
    """Whether something is given "to" whom a phrase names, or is "for" them."""
    helped, beside = prep.head, neighbour(prep, -1)
    if prep.lower_ == "for" and context.words.find(helped, "noun", "opening") and is_to_act(prep, context):
        return False  # "an opportunity for States to take stock"
    given = subject(helped) if helped.tag_ in VERBS and passive(helped) else None  # "alternatives were found for"
    helping = [one for one in (helped, beside, given) if one is not None and not _reaches(prep, one, context)]
    helping += [*_come_to(helped, context), *_gives(helped)] if prep.lower_ == "for" else []
    if any(context.words.find(one, "noun", "help") or context.words.find(one, "verb", "help") for one in helping):
        return not _own_support(helped, context)
    if prep.lower_ == "for":
        fares = context.words.find(helped, "noun", "lot") and child(helped, "amod", "compound") is not None
        return bool(fares) or context.words.marker(beside, "focus") is not None or _goes_on(prep, context)
    said = _said_to(helped, context) and not thanked_for(prep, context)
    return bool(said or _given(helped, context) or _giving(helped, context) or _goes_on(prep, context))


@rule("recipient.brought_to")
def _brought_to(noun: Token, context: PointContext) -> bool:
    """Whether something comes to whom a phrase names: "to the attention of the Board", "for the benefit of women"."""
    after = noun.dep_ == "pobj" and noun.head.lower_ in ("to", "for", "at", "in")
    return after and context.words.find(noun, "noun", "notice") is not None


def _come_to(noun: Token, context: PointContext) -> list[Token]:
    """The "access" to what a noun names: "access to vaccines for poor countries"."""
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "to" else noun
    return [above] if context.words.find(above, "noun", "reaching") is not None else []


def _gives(verb: Token) -> list[Token]:
    """What a verb has for object, whose "for" a parser hung on the verb: "ensure access to food for the poor"."""
    thing = child(verb, "dobj") if verb.tag_ in VERBS and not passive(verb) else None
    return [thing] if thing is not None else []


def _reaches(prep: Token, noun: Token, context: PointContext) -> bool:
    """Whether what follows is only come to: "access to schools"."""
    return prep.lower_ == "to" and context.words.find(noun, "noun", "reaching") is not None


@rule("recipient.own_support")
def _own_support(noun: Token, context: PointContext) -> bool:
    """Whether it is only said that one stands by somebody: "expressed its support for the Office"."""
    own = noun.dep_ == "dobj" and any(one.tag_ == "PRP$" for one in noun.lefts)
    return own and context.words.find(noun.head, "verb", "say", "voice") is not None


@rule("recipient.given_to")
def _given(helped: Token, context: PointContext) -> bool:
    """Whether something is given, also where a parser hangs whom to on a noun: "transmit the text to Governments"."""
    if helped.lower_ == "according":
        return False
    for _ in range(6):
        if helped.tag_ in VERBS:
            return context.words.find(helped, "verb", "give") is not None and not _only_names(helped, context)
        if helped.dep_ not in ("dobj", "pobj", "prep", "conj"):
            return False
        helped = helped.head
    return False


@rule("recipient.giving")
def _giving(noun: Token, context: PointContext) -> bool:
    """Whether a noun is of giving: "the return of land to farmers", wherever a parser hangs the "to"."""
    whole = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    gives = context.words.table("verb", "give")
    nouns = (one for one in (noun, whole) if one.tag_ in NOUNS)
    return any((verb_of(one, context.words) or one.lemma_) in gives for one in nouns)


def _only_names(verb: Token, context: PointContext) -> bool:
    """Whether a verb of giving gives nothing and only names: "referred to the Fund", not "referred it to the Fund"."""
    gives = child(verb, "dobj") is not None or passive(verb)
    return not gives and context.words.find(verb, "verb", "naming") is not None


def _goes_on(prep: Token, context: PointContext) -> bool:
    """Whether a preposition after "and" or "including" goes on with an earlier one: "for growers and for those who"."""
    before = neighbour(prep, -1)
    well = before.lower_ == "as" and neighbour(before, -1).lower_ == "well"  # "as well as to the Fund"
    if before.tag_ != "CC" and not well and prep.head.lower_ != "including":
        return False
    earlier = (
        one
        for one in reversed(prep.doc[max(prep.sent.start, prep.i - FARTHEST) : prep.i])
        if one.dep_ == "prep" and one.lower_ == prep.lower_
    )
    found = next(earlier, None)
    return found is not None and is_reached(found, context)


@rule("recipient.said_to")
def _said_to(noun: Token, context: PointContext) -> bool:
    """Whether something is said to somebody: "expressed its gratitude to", "appreciation was expressed to"."""
    thanks = child(noun, "nsubj") if noun.tag_ in VERBS else None
    said = context.words.find(thanks, "noun", "saying") if thanks is not None else None
    if said is not None and said.field("stance") == "support":
        return True  # "thanks went to", "appreciation is due to"
    for verb in (noun, noun.head):
        if context.words.find(verb, "verb", "voice", "utter"):
            return any(
                one.dep_ in ("dobj", "nsubjpass") and context.words.find(one, "noun", "saying") for one in verb.children
            )
    return False


@rule("role.thanked_for")
def thanked_for(prep: Token, context: PointContext) -> bool:
    """Whether it is said what somebody is thanked for, who did it: "its appreciation to the Group for supporting".

    Or is told of them: "to the organizations that have provided assistance".
    """
    if prep.lower_ != "to" or not _said_to(prep.head, context):
        return False
    near = (prep.head, prep.head.head, *prep.rights)
    whom = child(prep, "pobj")
    if whom is not None and told_to_act(whom, context):
        return True  # "its appreciation to those Governments that have taken in refugees"
    return any(one.lower_ == "for" and child(one, "pcomp", "pobj") is not None for head in near for one in head.rights)
