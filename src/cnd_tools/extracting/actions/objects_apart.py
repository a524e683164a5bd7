"""Objects that do not stand where a parser looks for them: past a proviso, after "to", or with a verb in their name."""

from __future__ import annotations

from spacy.tokens import Span, Token

from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import (
    FINITE,
    NOUNS,
    auxiliary,
    child,
    neighbour,
    noun_phrase,
    own_subject,
)
from cnd_tools.extracting.rulebook import rule

_NEAR = 15  # tokens at most from a verb to the proviso before its object
_PHRASE = NOUNS | {"DT", "PDT", "JJ", "JJR", "VBN", "VBG", "PRP$", "HYPH", "CC", "POS"}
_ASIDE = 25  # tokens at most between the commas of an aside
_BEGINS = frozenset(("DT", "PDT", "JJ", "JJR", "NN", "NNS", "NNP", "PRP$", "VBN"))


@rule("object.past_proviso")
def past_proviso(verb: Token, context: PointContext) -> Span | None:
    """Return the object past a proviso: "include in their reports, if applicable, information on trade".

    Args:
        verb: a verb without an object beside it.
        context: the point.
    """
    doc = verb.doc
    for at in range(verb.i + 2, min(verb.i + _NEAR, len(doc) - 1)):
        if doc[at].tag_ in FINITE or doc[at].text in (".", ";", ":"):
            return None
        word = context.words.marker(doc[at], "proviso") if doc[at - 1].text == "," else None
        after = at + len(word.words) if word is not None else len(doc)
        if after + 1 < len(doc) and doc[after].text == "," and doc[after + 1].tag_ in _BEGINS:
            thing = _noun_from(doc[after + 1])
            phrase = noun_phrase(thing)
            return doc[max(phrase.start, after + 1) : phrase.end] if thing.tag_ in NOUNS else None
    return None


def _noun_from(first: Token) -> Token:
    while first.tag_ not in NOUNS and first.head.i > first.i:
        first = first.head
    while first.dep_ == "compound" and first.head.i > first.i:
        first = first.head
    return first


@rule("object.named_by_clause")
def named_by_clause(clause: Token, context: PointContext) -> Span | None:
    """Return a principle whose name is a clause: "the polluter pays principle", read as what the polluter pays.

    Args:
        clause: the verb of the clause that a verb governs.
        context: the point.
    """
    thing, own = child(clause, "dobj"), own_subject(clause)
    if own is None or thing is None or context.words.find(thing, "noun", "maxim") is None:
        return None
    bare = own.i == clause.i - 1 and neighbour(clause) == thing
    return clause.doc[own.i : thing.i + 1] if bare else None


@rule("object.of_phrase_to")
def of_phrase_to(verb: Token, noun: Token) -> Span | None:
    """Return what stands after the "to" of a verb's phrase: "put an immediate end to the siege".

    Args:
        verb: the verb.
        noun: the noun of its phrase, "end".
    """
    after = (one for head in (noun, verb) for one in head.rights if one.lower_ == "to" and one.i > noun.i)
    thing = next((found for one in after if (found := child(one, "pobj")) is not None), None)
    return noun_phrase(thing) if thing is not None else None


@rule("object.past_aside")
def past_aside(verb: Token) -> Span | None:
    """Return the object after an aside that stands straight after the verb: "Supporting, inter alia, new initiatives".

    Args:
        verb: the verb, or the last word of the phrase that does for one, "take into account, inter alia, the".
    """
    doc = verb.doc
    if neighbour(verb).text != ",":
        return None
    close = next((one.i for one in doc[verb.i + 2 : verb.i + _ASIDE] if one.text == ","), len(doc))
    end = close + 1
    while end < len(doc) and doc[end].tag_ in _PHRASE:
        end += 1
    while end > close + 1 and doc[end - 1].tag_ not in NOUNS:
        end -= 1
    before = doc[verb.i + 2 : close]
    listed = any(one.tag_ in ("VB", "VBP") or (one.head == verb and one.dep_ == "conj") for one in before)
    if end <= close + 1 or listed or doc[close + 1].tag_ == "CC":
        return None  # "to adopt, implement, and review plans"
    phrase = noun_phrase(doc[end - 1])
    return doc[max(phrase.start, close + 1) : max(phrase.end, end)]


@rule("object.past_and")
def past_and(verb: Token) -> Token | None:
    """Return the object shared with a verb past an aside after "or": "to keep or, where necessary, increase funding".

    Args:
        verb: the first of the two, without an object beside it.
    """
    doc, comma = verb.doc, neighbour(verb, 2)
    if neighbour(verb).tag_ != "CC" or comma.text != ",":
        return None
    close = next((one for one in doc[comma.i + 1 : comma.i + _ASIDE] if one.text == ","), comma)
    other = neighbour(close)
    return child(other, "dobj") if close is not comma and other.tag_ in (verb.tag_, "VB", "VBP") else None


@rule("object.no_purpose")
def of_purpose(clause: Token) -> bool:
    """Return whether an infinitive after a comma only says what for: "protecting and restoring dunes, to save them".

    Args:
        clause: the verb that a parser hung by another as its complement.
    """
    return auxiliary(clause, "TO") is not None and neighbour(clause.left_edge, -1).text == ","
