"""Positions said in passing: of whom a clause tells, "Nauru, who cautioned", whose a noun is, "Malta’s offer to"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from cnd_tools.extracting.attributions.sources import after, holders
from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import auxiliary, child, first_of, neighbour, own_subject
from cnd_tools.extracting.grammar.word_classes import Word
from cnd_tools.extracting.matches import NOBODY, Attribution, How, Source
from cnd_tools.extracting.rulebook import rule


@rule("source.relative")
def said_of(verb: Token, context: PointContext) -> Iterator[Source]:
    """Yield of whom a clause after a comma is told: "thanked Ghana, who underscored the role of ports".

    Args:
        verb: the clause's verb.
        context: the point.
    """
    clause = first_of(verb)
    pronoun = child(clause, "nsubj") if clause is verb or own_subject(verb) is None else None
    if pronoun is not None and pronoun.lower_ == "who" and neighbour(pronoun, -1).text == ",":
        yield from holders(clause.head, context)


@rule("attribution.of_a_noun")
def put_forward(noun: Token, context: PointContext) -> Iterator[Attribution]:
    """Yield what a noun of saying puts forward with whose it is: "Malta’s offer to host", "a proposal by Chad to add".

    Args:
        noun: the noun.
        context: the point.
    """
    word = context.words.find(noun, "noun", "saying")
    felt = word is not None and word.field("verb").startswith("express ")  # a readiness or concern is not put forward
    if word is None or felt or not _says_what(noun) or any(one.dep_ == "expl" for one in noun.head.lefts):
        return
    whose = [one for one in _whose(noun, context) if one.mention is not None and one.mention.root in context.at]
    end = max([noun.i + 1, *(holder.end for holder in whose)])
    for holder in whose:
        base = Attribution(noun, word.field("verb"), word.field("stance"), NOBODY, end, "noun")
        yield base.by(holder, How.OF_A_NOUN)


def _says_what(noun: Token) -> bool:
    """Whether what is put forward follows: an infinitive or a clause."""
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
