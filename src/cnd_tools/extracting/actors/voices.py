"""Who is cited in passing as having asked or said something, and so is a source (guidelines, role `source`)."""

from __future__ import annotations

from spacy.tokens import Token

from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import FINITE, NOUNS, auxiliary, child, neighbour
from cnd_tools.extracting.rulebook import rule

_VOICING = ("say", "voice", "utter")


def is_cited(first: Token, context: PointContext) -> bool:
    """Whether a clause or a noun says in passing what somebody asks or holds.

    Args:
        first: the noun that bears the function of the phrase the actor stands in.
        context: the point.
    """
    if first.dep_ == "poss":
        return _asks(first.head, context)
    if first.dep_ == "nsubj":
        return _recalled(first.head, context) or _claimed(first.head, context)
    if first.dep_ != "pobj":
        return False
    prep = first.head
    return _asked(prep, context) or _voiced(prep, context) or _put_forward(prep, context)


@rule("role.asked_by")
def _asked(prep: Token, context: PointContext) -> bool:
    """Whether it is said in passing who asks for something: "as called for by the Secretary-General"."""
    verb = prep.head
    as_ = any(one.lower_ == "as" and one.dep_ in ("mark", "prep", "advmod") for one in verb.lefts)  # "as described by"
    forms = ("direct", *_VOICING) if as_ else ("direct",)
    return prep.lower_ == "by" and verb.tag_ == "VBN" and context.words.find(verb, "verb", *forms) is not None


@rule("role.recalled")
def _recalled(verb: Token, context: PointContext) -> bool:
    """Whether a relative clause tells what somebody asked or held: "resolution 60/2, in which the Assembly asked"."""
    told = verb.tag_ in ("VBD", "VBN") and auxiliary(verb, "MD") is None  # a parser may take it for the main verb
    by_which = any(one.dep_ == "prep" and any(two.tag_ == "WDT" for two in one.rights) for one in verb.lefts)
    return told and by_which and context.words.find(verb, "verb", "direct", "say") is not None


@rule("role.claimed")
def _claimed(verb: Token, context: PointContext) -> bool:
    """Whether a relative clause says what somebody holds of a thing: "a fund, which Peru claimed was necessary"."""
    if verb.dep_ != "relcl" or verb.tag_ not in FINITE or not context.words.find(verb, "verb", "say", "claim"):
        return False
    held = child(verb, "ccomp")
    of_it = held is not None and all(
        one.tag_ == "WDT" for one in held.lefts if one.dep_ in ("nsubj", "nsubjpass", "mark")
    )
    loose = any(one.tag_ == "WDT" and one.dep_ == "nsubj" for one in verb.lefts)  # of the verb that follows
    return of_it or (loose and neighbour(verb).tag_ in FINITE)


def binds_itself(first: Token) -> bool:
    """Return whether who holds something is to do it: "by which the leaders resolved to restore reefs".

    Args:
        first: the noun that bears the function of the phrase the actor stands in.
    """
    done = child(first.head, "xcomp") if first.dep_ == "nsubj" else None
    return done is not None and auxiliary(done, "TO") is not None and child(first.head, "dobj") is None


@rule("role.voiced_by")
def _voiced(prep: Token, context: PointContext) -> bool:
    """Whether what is said is told of with whose it is: "the concerns raised by farmers", "views expressed by"."""
    verb = prep.head
    if prep.lower_ != "by" or verb.tag_ != "VBN" or verb.dep_ != "acl":
        return False
    return _is_said(verb.head, context) and context.words.find(verb, "verb", *_VOICING) is not None


@rule("role.put_forward")
def _put_forward(prep: Token, context: PointContext) -> bool:
    """Whether a noun of saying stands with whose it is: "requests from Peru", "a proposal by the Fund"."""
    if prep.head.tag_ not in NOUNS:
        return False
    return (prep.lower_ in ("by", "from") and _is_said(prep.head, context)) or (
        prep.lower_ == "of" and _asks(prep.head, context)
    )


def _asks(noun: Token, context: PointContext) -> bool:
    """Whether whose a noun is asks for something: "at the request of Peru", "the Fund’s appeal"; not "its views"."""
    word = context.words.find(noun, "noun", "saying")
    one = noun.tag_ == "NN"  # "on the recommendation of the Bureau", not "the recommendations of the Panel"
    return one and word is not None and word.field("verb") in context.words.table("verb", "direct")


def _is_said(noun: Token, context: PointContext) -> bool:
    """Whether a noun is of what somebody holds, and of nothing they give or do: not "support", "commitments"."""
    word = context.words.find(noun, "noun", "saying")
    return word is not None and word.field("stance") != "support"
