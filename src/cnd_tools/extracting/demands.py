"""Deontic cues: what in a sentence says that something is to be done, how strongly, and by which words.

Each finder yields demands: a cue and the verb or noun it governs. What that comes to is `deeds`' business.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from cnd_tools.extracting.clauses import FINITE, VERBS, neighbour
from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.demand import Demand
from cnd_tools.extracting.directives import directive, invited
from cnd_tools.extracting.held import Held
from cnd_tools.extracting.modals import modal, semi
from cnd_tools.extracting.needs import lack, need, predicate, rank


def find_demands(held: Sequence[Held], context: PointContext) -> Iterator[Demand]:
    """Yield the demands of a parsed Doc; where two cues govern one verb, the nearer comes first."""
    ends = _ends(held, context.doc)
    for one in _found(held, ends, context):
        yield replace(one, until=next((end for end in ends if end > one.start), 0))


def _ends(held: Sequence[Held], doc: Doc) -> list[int]:
    """Where what a resolution's paragraph asks for ends: at its next opening in the form of the first, or with it."""
    openings = [one.verb for one in held if one.rule.startswith("opening")]
    ends = [verb.i for verb in openings if (verb.tag_ == "VBG") == (openings[0].tag_ == "VBG")]
    return [*ends, len(doc)] if openings else []


def _found(held: Sequence[Held], ends: Sequence[int], context: PointContext) -> Iterator[Demand]:
    later: list[Demand] = []
    for token in context.doc[context.prefix :]:
        tag = token.tag_
        if tag == "MD":
            yield from modal(token, context)
        elif tag in VERBS:
            yield from semi(token, context)
            yield from invited(token, context) if tag == "VBN" else ()
            later.extend(lack(token, context))
        elif tag in ("JJ", "NN"):
            later.extend(predicate(token, context))
            if tag == "NN" or token.dep_ in ("dobj", "pobj"):  # "the imperative of", read as an adjective
                later.extend(need(token, context))
        elif tag == "NNS":
            later.extend(rank(token, context))
    yield from later
    for position in held:
        yield from directive(position, context, until=next((end for end in ends if end > position.verb.i), 0))
    yield from _inherited(context)


def _inherited(context: PointContext) -> Iterator[Demand]:
    """What the chapeau asks: the item's verb, or the verbal noun it is ("Calls for: (a) The withdrawal of …")."""
    chapeau = context.chapeau
    if chapeau is None or not chapeau.cue or context.opening is not None:
        return
    head = _item_verb(context) if context.prefix else _fronted(context.doc) or _item_noun(context.doc)
    if head is not None:
        negative = chapeau.polarity == "-"
        yield Demand(-1, -1, chapeau.cue, chapeau.strength, head, "chapeau", chapeau.agents, negative=negative)


def _item_verb(context: PointContext) -> Token | None:
    for token in context.doc[context.prefix : context.prefix + 6]:
        if token.tag_ in ("VB", "VBP", "VBG") and token.dep_ in ("xcomp", "ROOT", "ccomp", "advcl", "conj"):
            return token
    return None


def _fronted(doc: Doc) -> Token | None:
    """The infinitive of an item that an adverbial opens: "In accordance with their law, to explore"."""
    for token in doc[1:25] if doc[0].tag_ in ("IN", "RB", "VBG", "WRB") else ():
        if token.tag_ in FINITE:
            return None
        begins = token.tag_ == "TO" and token.head.tag_ == "VB" and token.head.i > token.i
        if begins and neighbour(token, -1).text == ",":
            return token.head
    return None


def _item_noun(doc: Doc) -> Token | None:
    root = next(doc.sents).root
    return root if root.tag_ in ("NN", "NNS") and not any(one.dep_ in ("nsubj", "aux") for one in root.lefts) else None
