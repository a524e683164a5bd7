"""Those who are named one after another, whatever a parser makes of so long a list: "by Fiji, the Comoros and Niue"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import coordinated, neighbour
from cnd_tools.extracting.matches import Attribution, How, Source
from cnd_tools.extracting.rulebook import rule

_FEWEST = 3  # names at least: two are read well
_FAR = 60  # tokens at most from a verb to "including"
_PLURAL = frozenset(("unqualified", "many", "several", "some"))
_SPEAKERS = frozenset(("country", "groups", "organization"))  # types of actor


@rule("source.enumerated")
def enumerated(first: Token, context: PointContext) -> list[Token]:
    """Return the heads of names that only commas and "and" part, where the parser lost some; else none.

    Args:
        first: the head of the first.
        context: the point.
    """
    heads, joined = _names(first.left_edge.i, context)
    lost = len(heads) >= _FEWEST and joined and len(heads) > sum(1 for _ in coordinated(first))
    return heads if lost and heads[0] == first else []


def _names(at: int, context: PointContext) -> tuple[list[Token], bool]:
    """The heads of names from a token on, and whether an "and" stands before the last of them."""
    doc, heads, joined = context.doc, list[Token](), False
    while at < len(doc) and not joined:
        while doc[at].text == "," and heads and at + 1 < len(doc):
            at += 1
        joined = bool(heads) and doc[at].lower_ == "and"
        at += joined
        at += at < len(doc) and doc[at].lower_ == "the"
        here = [one for one in context.mentions if one.start == at]
        if here:
            longest = max(here, key=lambda one: one.end)
            heads.append(doc[longest.root])
            at = longest.end
        elif at < len(doc) and doc[at].tag_ == "NNP":
            while at + 1 < len(doc) and doc[at + 1].tag_ == "NNP":
                at += 1
            heads.append(doc[at])
            at += 1
        else:
            return heads, False
        if at >= len(doc) or (doc[at].text != "," and doc[at].lower_ != "and"):
            break
    return heads, joined


@rule("source.including_later")
def named_later(held: Attribution, context: PointContext) -> Iterator[Attribution]:
    """Yield the same of those whom a sentence names at its end: "Many supported the report, including PERU and FIJI".

    Args:
        held: a position of several.
        context: the point.
    """
    verb, source = held.verb, held.source
    some = source.extent in _PLURAL and (source.mention is None or source.mention.type in ("meeting", "states"))
    if not some or held.how is not How.ACTIVE or verb.dep_ != "ROOT" or source.start > verb.i:
        return
    for token in verb.doc[held.end : min(verb.sent.end, verb.i + _FAR)]:
        before = neighbour(token, -1)
        if token.lower_ == "including" and before.text == ",":
            heads, joined = _names(token.i + 1, context)
            whom = [one for head in heads for one in context.of(head)[:1] if one.type in _SPEAKERS]
            thing = neighbour(before, -1)  # not "the needs of States, including Peru and Fiji"
            counted = source.extent != "unqualified" and len(heads) >= _FEWEST and thing.tag_ == "NN"
            sure = counted or all(head.is_upper for head in heads)  # as bulletins print whoever speaks
            if joined and sure and len(whom) == len(heads) and not context.all_of(thing) and thing.dep_ != "nsubj":
                for one in whom:
                    at = Source(one.actor, context.doc[one.start : one.end].text, one.start, one.end, "one", "", one)
                    yield replace(held, source=at)
            return
