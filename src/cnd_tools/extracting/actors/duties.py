"""Who is to act, takes part or only fares well, where the sentence's verb does not say it: by clauses and nouns."""

from __future__ import annotations

from spacy.tokens import Token

from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import NOUNS, auxiliary, child, passive, tokens
from cnd_tools.extracting.matches import Mention
from cnd_tools.extracting.rulebook import rule

_WHO = ("WP", "WDT")


@rule("role.bound_by_relative")
def bound_by_relative(mention: Mention, context: PointContext) -> bool:
    """Whether a relative clause says what somebody is to do: "deposited with the Director, who shall inform all".

    Args:
        mention: somebody who is named; of "the Director of the Bank, who" it is the Director.
        context: the point.
    """
    doc, end = context.doc, mention.end
    if _of_another(mention, context):
        return False
    whole = _whose(mention, context)
    end = whole.end if whole is not None else end
    token = next((one for one in tokens(doc, end, end + 2) if one.text != ","), None)
    if token is None or token.tag_ not in _WHO or token.dep_ != "nsubj":
        return False
    bound = any(one.tag_ == "MD" and one.lower_ != "may" for one in token.head.lefts)
    return bound and not (passive(token.head) or context.words.find(token.head, "verb", "stative", "undergo"))


def _whose(mention: Mention, context: PointContext) -> Mention | None:
    """Whom "of" names straight after somebody: the Bank of "the Director of the Bank"."""
    after = [*tokens(context.doc, mention.end, mention.end + 3)]
    if len(after) < 3 or after[0].lower_ != "of":
        return None
    first = after[2] if after[1].lower_ == "the" else after[1]
    return next((one for one in context.of(first) if mention.end < one.start <= first.i), None)


def _of_another(mention: Mention, context: PointContext) -> bool:
    """Whether somebody stands after the "of" of somebody else: the Bank of "the Director of the Bank"."""
    if not mention.start or context.doc[mention.start - 1].lower_ not in ("of", "the"):
        return False
    before = [one for one in tokens(context.doc, mention.start - 3, mention.start) if one.lower_ != "the"]
    return len(before) > 1 and before[-1].lower_ == "of" and bool(context.of(before[-2]))


@rule("role.brought_about")
def brought_about(noun: Token, context: PointContext) -> bool:
    """Whether it is somebody else's to see to it that people take part: "ensure the participation of farmers".

    Args:
        noun: the noun of taking part.
        context: the point.
    """
    while noun.dep_ == "conj" and noun.head.i < noun.i:
        noun = noun.head
    if noun.dep_ == "pobj" and noun.head.lower_ == "for" and noun.head.head.tag_ in NOUNS:
        return True  # "a fund for the participation of farmers"
    if noun.dep_ not in ("dobj", "nsubjpass"):
        return False
    return context.words.find(noun.head, "verb", "better", "give", "help", "enable", "direct") is not None


@rule("recipient.enjoyed")
def enjoyed(by: Token, context: PointContext) -> bool:
    """Whether who stands after "by" only has what helps: "the full enjoyment of human rights by all women".

    Args:
        by: the preposition.
        context: the point.
    """
    noun = by.head
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    return any(context.words.find(one, "noun", "enjoyed") is not None for one in (noun, above))


def spoken_of(noun: Token) -> bool:
    """Return whether somebody's part is only what a text is about: "general comment 7, on the participation of".

    Args:
        noun: the noun of taking part.
    """
    return noun.dep_ == "pobj" and noun.head.lower_ in ("on", "about")


@rule("role.for_to")
def is_to_act(prep: Token, context: PointContext) -> bool:
    """Whether whom "for" names is to do what follows: "a motivation for States to address the problem".

    Args:
        prep: the preposition.
        context: the point.
    """
    whom = child(prep, "pobj")
    for one in (*prep.head.rights, *(whom.rights if whom is not None else ())):
        if one.i > prep.i and one.dep_ in ("acl", "relcl", "xcomp", "advcl") and auxiliary(one, "TO"):
            return not (passive(one) or context.words.find(one, "verb", "stative", "undergo"))
    return False


@rule("role.told_to_act")
def told_to_act(noun: Token, context: PointContext) -> bool:
    """Whether a relative clause says what somebody does or did: "commended the States that had opened their ports".

    Args:
        noun: the noun of whoever it is.
        context: the point.
    """
    for one in (two for head in (noun, *noun.conjuncts) for two in head.rights if two.dep_ == "relcl"):
        who = child(one, "nsubj")
        if who is not None and (who.tag_ in _WHO or who.lower_ == "that"):
            return not (passive(one) or context.words.find(one, "verb", "stative", "undergo"))
    return False
