"""Others who are named between a holder and a verb, and hold something of their own."""

from __future__ import annotations

from spacy.tokens import Token

from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import FINITE, neighbour
from cnd_tools.extracting.rulebook import rule

_FAR = 60  # tokens at most from a verb back to those put before it


@rule("source.put_between")
def put_between(verb: Token, context: PointContext) -> Token | None:
    """Return the conjunction after which others are put before a second verb, or None: "… and, with Chad, opposed".

    Args:
        verb: the second verb.
        context: the point.
    """
    doc, first = verb.doc, max(verb.sent.start, verb.i - _FAR)
    end = next((at for at in range(verb.i - 1, first, -1) if doc[at].tag_ not in ("RB", "MD")), first)
    if doc[end].text != ",":
        return None
    for at in range(end - 1, first, -1):
        if doc[at].tag_ in FINITE:
            return None
        if doc[at].text == "," and doc[at - 1].tag_ == "CC":
            joins = context.words.find(doc[at + 1], "verb", "ally") or context.words.marker(doc[at + 1], "joining")
            return doc[at - 1] if joins and any(one in context.at for one in range(at + 1, end)) else None
    return None


@rule("source.new_clause")
def new_clause(verb: Token, context: PointContext) -> bool:
    """Return whether somebody is named after ", and" for a verb that the parser hung by one before.

    "Peru noted the plan, and Chad, for the Group, opposed it": only commas and those who join stand between.

    Args:
        verb: the second verb.
        context: the point.
    """
    doc, first = verb.doc, max(verb.sent.start, verb.i - _FAR)
    end = next((at for at in range(verb.i - 1, first, -1) if doc[at].tag_ not in ("RB", "MD")), first)
    if verb.dep_ != "conj" or doc[end].text != ",":
        return False
    for at in range(end - 1, first, -1):
        if doc[at].tag_ in FINITE:
            return False
        if doc[at].tag_ == "CC" and doc[at - 1].text == ",":
            start = at + 1 + (doc[at + 1].tag_ == "DT")
            ends = [one.end for one in context.mentions if one.start == start]
            return bool(ends) and doc[max(ends)].text == "," and max(ends) < end
    return False


@rule("source.list_before")
def listed_before(start: int, first: int, context: PointContext) -> Token | None:
    """Return where a list of holders begins whose last alone was read as subject: "On fees, Chad, Mali, and Peru said".

    Args:
        start: the first word of the subject.
        first: the first word of the sentence.
        context: the point.
    """
    doc, begins = context.doc, start
    if start - 2 <= first or doc[start - 1].lower_ != "and" or doc[start - 2].text != ",":
        return None
    end = start - 2  # the comma after the name before
    while end > first and doc[end].text == ",":
        named = [one for one in context.mentions if one.end == end and not one.pronoun and one.start >= first]
        if not named:
            break
        begin = min(one.start for one in named)
        begin -= doc[begin - 1].tag_ == "DT" and begin > first
        if begin > first and doc[begin - 1].text != ",":
            break  # "In Chad, Mali, and Peru said": not who stands after a preposition
        begins, end = begin, begin - 1
    return doc[begins] if begins < start else None


@rule("source.in_front_with")
def all_with(opening: Token, end: int, context: PointContext) -> bool:
    """Return whether nobody but others is named after "with" in front: "With Chad and Mali, Peru opposed the text".

    Args:
        opening: the first word of the sentence.
        end: where the holder's own name begins.
        context: the point.
    """
    doc = opening.doc
    if opening.lower_ != "with" or doc[end - 1].text != ",":
        return False
    named = {at for one in context.mentions if opening.i < one.start < end for at in range(one.start, one.end)}
    others = [one for one in doc[opening.i + 1 : end - 1] if one.i not in named]
    short = [one for one in others if neighbour(one, -1).text == "(" and neighbour(one).text == ")"]
    signs = (",", "(", ")", "for")  # "With Chad, for the Group of States (GS), and Mali"
    return bool(named) and all(one.tag_ in ("DT", "CC") or one.lower_ in signs or one in short for one in others)


@rule("source.with_others_saying")
def past_those_who(joining: Token, end: int, context: PointContext) -> int | None:
    """Return where to go on after those who do something of their own, or None: "Norway, with Japan opposing, urged".

    Args:
        joining: the word that may join them to a holder.
        end: one past the last token that may name a holder.
        context: the point.
    """
    stop = next((one.i for one in joining.doc[joining.i : end] if one.text == ","), end)
    ends = {one.end for one in context.mentions if joining.i < one.start}
    acts = any(one.tag_ == "VBG" and one.i in ends for one in joining.doc[joining.i + 1 : stop])
    return stop if acts and joining.lower_ == "with" else None


@rule("source.joined_by_others")
def others_unnamed(token: Token, context: PointContext) -> bool:
    """Return whether those who join are others whom nobody names: "One delegate, supported by several others, said".

    At the end of a list of names, "Peru and others", they are left out, as readers leave them.

    Args:
        token: a word after "supported by".
        context: the point.
    """
    alone = token.tag_ in ("DT", "NNS", "JJ") and token.dep_ == "pobj"
    return alone and context.words.find(token, "extent") is not None and context.counted(token) is None
