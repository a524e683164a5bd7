"""Positions said in passing: of whom a clause tells, "Nauru, who cautioned", whose a noun is, "Malta’s offer to"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from cnd_tools.extracting.attributions.sources import after, before, holders
from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import auxiliary, child, first_of, neighbour, own_subject
from cnd_tools.extracting.grammar.word_classes import Word
from cnd_tools.extracting.matches import BODIES, NOBODY, Attribution, How, Source
from cnd_tools.extracting.rulebook import rule

_NO_PERSONS = BODIES | {"country"}  # types of actor of whom a clause says "which"


@rule("source.relative")
def said_of(verb: Token, context: PointContext) -> Iterator[Source]:
    """Yield of whom a clause after a comma is told: "thanked Ghana, who underscored the role of ports".

    Args:
        verb: the clause's verb.
        context: the point.
    """
    clause = first_of(verb)
    pronoun = child(clause, "nsubj") if clause is verb or own_subject(verb) is None else None
    if pronoun is None or pronoun.lower_ not in ("who", "that", "which"):
        return
    apart = neighbour(pronoun, -1).text == ","
    told = clause.tag_ == "VBD" or auxiliary(clause, "VBD") is not None  # "of the Office, which shows" is of something
    body = told and any(one.type in _NO_PERSONS for one in context.of(clause.head))  # "by Norway, which also asked"
    if (apart and (pronoun.lower_ == "who" or (pronoun.lower_ == "which" and body))) or _among(clause.head):
        yield from holders(clause.head, context)


@rule("source.among_those")
def _among(noun: Token) -> bool:
    """Whether it is said that somebody is one of those who hold it: "Fiji was among several delegations that asked"."""
    being = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "among" else noun.head
    return being.lemma_ == "be" and (noun.dep_ == "attr" or being != noun.head)


def in_relative(verb: Token, context: PointContext) -> list[Source] | None:
    """Return who holds what a relative clause says, none where others must tell; None of "the reforms it envisioned".

    Args:
        verb: its verb.
        context: the point.
    """
    found = list(said_of(verb, context))
    own = own_subject(verb) if verb.dep_ == "relcl" else None
    told = _by_which(verb) or _which_they(verb) or _which_said(verb, context)
    if not found and own is not None and told and auxiliary(verb, "MD") is None:
        found = list(before(verb, own, context))
    return None if not found and own is not None and own.lower_ == "it" else found


@rule("source.by_which")
def _by_which(verb: Token) -> bool:
    """Whether a clause tells in what somebody said so: "the declaration, by which Member States expressed concern"."""
    return any(one.lower_ == "which" and one.dep_ == "pobj" for prep in verb.lefts for one in prep.children)


@rule("source.which_they")
def _which_they(verb: Token) -> bool:
    """Whether a clause after a comma tells what somebody said of a thing: "the proposal, which Mali supported"."""
    thing = child(verb, "dobj")
    return thing is not None and thing.lower_ == "which" and neighbour(thing, -1).text == ","


@rule("source.which_they_said")
def _which_said(verb: Token, context: PointContext) -> bool:
    """Whether a clause after a comma says something of a thing: "a target, which he said should drive prices"."""
    clause = child(verb, "ccomp")
    thing = child(clause, "nsubj", "nsubjpass") if clause is not None and clause.i > verb.i else None
    apart = thing is not None and thing.lower_ == "which" and thing.i < verb.i and neighbour(thing, -1).text == ","
    return apart and context.words.find(verb, "verb", "say") is not None


@rule("attribution.of_a_noun")
def put_forward(noun: Token, context: PointContext) -> Iterator[Attribution]:
    """Yield what a noun of saying puts forward with whose it is: "Malta’s offer to host", "a proposal by Chad to add".

    Args:
        noun: the noun.
        context: the point.
    """
    word = context.words.find(noun, "noun", "saying")
    felt = word is not None and word.field("verb").startswith("express ")  # a readiness or concern is not put forward
    if word is None or felt or not _says_what(noun, context) or any(one.dep_ == "expl" for one in noun.head.lefts):
        return
    if noun.dep_ == "attr" and any(one.lower_ == "it" for one in noun.head.lefts):
        return  # "it was the understanding of Chile that", told of by its verb
    whose = [one for one in _whose(noun, context) if one.mention is not None and one.mention.root in context.at]
    end = max([noun.i + 1, *(holder.end for holder in whose)])
    for holder in whose:
        base = Attribution(noun, word.field("verb"), word.field("stance"), NOBODY, end, "noun")
        yield base.by(holder, How.OF_A_NOUN)


def _says_what(noun: Token, context: PointContext) -> bool:
    """Whether what is put forward follows: an infinitive, a clause, or what is called for."""
    asks = context.words.find(noun, "strength", "ask") is not None
    wants = asks and any(one.dep_ == "prep" and one.lower_ == "for" for one in noun.rights)
    theirs = any(one.dep_ == "poss" for one in noun.lefts) or neighbour(noun).lower_ in ("by", "from")
    if wants and theirs and noun.dep_ != "pobj":
        return True  # "the Secretary-General’s call for a review"; "upon requests by States for aid" says nothing
    whose = next(
        (one for one in noun.rights if one.dep_ in ("prep", "agent") and one.lower_ in ("by", "of", "from")), None
    )
    if asks and whose is not None and neighbour(whose.right_edge).tag_ == "TO":
        return True  # "the request of the Board to extend it", where it hangs by another verb
    if neighbour(noun).lower_ == "that" and neighbour(noun).tag_ == "IN":
        return True  # "Malta’s proposal that", also where the clause hangs by the verb before it
    for one in noun.rights:
        clause = one.dep_ in ("acl", "ccomp", "relcl")
        if clause and (auxiliary(one, "TO") or any(two.lower_ == "that" and two.dep_ == "mark" for two in one.lefts)):
            return True
    return False


def _whose(noun: Token, context: PointContext) -> Iterator[Source]:
    for one in noun.children:
        if one.dep_ == "poss" or (one.dep_ == "compound" and one.i in context.at):
            yield from holders(one, context)
        elif one.dep_ in ("prep", "agent") and one.lower_ in ("by", "of", "from"):
            yield from after(one, context)


@rule("attribution.need_voiced")
def need_voiced(token: Token, context: PointContext) -> Word | None:
    """Return a verb of voicing in the passive whose subject is a need: "the need for an audit was voiced"."""
    noun = child(token, "nsubjpass")
    needs = noun is not None and context.words.find(noun, "strength", "noun") is not None
    return context.words.find(token, "verb", "voice") if needs else None
