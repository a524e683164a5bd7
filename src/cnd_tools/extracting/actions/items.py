"""What an item asks by its chapeau: the verb it begins with, or the verbal noun it is."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from cnd_tools.extracting.actions.asked_in_items import asked_of
from cnd_tools.extracting.actions.goals import reached
from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import FINITE, VERBS, neighbour, own_subject
from cnd_tools.extracting.matches import Cue, CueKind
from cnd_tools.extracting.rulebook import rule


@rule("cue.inherited")
def inherited(context: PointContext) -> Iterator[Cue]:
    """Yield what the chapeau asks: the item's verb, or the verbal noun it is ("Calls for: (a) The withdrawal of …")."""
    chapeau = context.chapeau
    if chapeau is None or not chapeau.cue or context.opening is not None:
        return
    if not len(context.doc):
        return  # "(a)" alone, over "(i)": a label with nothing of its own
    asked = asked_of(context)
    if asked is not None:
        yield Cue(-1, -1, chapeau.cue, chapeau.strength, asked[0], "chapeau", CueKind.CHAPEAU, asked[1])
        return
    head = _item_verb(context) if context.prefix else _fronted(context.doc)
    if head is None and not (context.prefix or chapeau.deeds):
        head = _item_noun(context.doc)
    head = head or reached(context, chapeau.cue)
    if head is None:
        return
    negative = chapeau.polarity == "-"
    own = own_subject(head)
    agents = None if own is not None and own.i >= context.prefix and head.dep_ == "ccomp" else chapeau.agents
    yield Cue(-1, -1, chapeau.cue, chapeau.strength, head, "chapeau", CueKind.CHAPEAU, agents, negative=negative)


def _item_verb(context: PointContext) -> Token | None:
    if context.prefix >= len(context.doc):
        return None
    first = context.doc[context.prefix]
    if first.lower_ == "that":  # "(a) That priority be given to clinics"
        asked = first.head if first.dep_ == "mark" else next((one for one in first.sent if one.dep_ == "ccomp"), None)
        return asked if asked is not None and asked.tag_ in VERBS else None
    framed = _past_adverbial(context) if context.prefix == _FRONTED else None
    if framed is not None:
        return framed  # "They should, where appropriate, adopt"
    if first.tag_ == "VBG" and first.dep_ not in ("amod", "compound"):
        return first  # wherever a long item hangs it
    if context.prefix == 1 and first.tag_ == "VBZ":
        return first  # "recommends that Chile: 1. Revises its laws"
    adverb = first.dep_ == "ROOT" and first.tag_ == "RB" and first.lower_ in context.words.verbs
    return first if adverb else _begun(first) or _past_opening(first)  # "They should forward the plan"


def _past_adverbial(context: PointContext) -> Token | None:
    """The verb of "They should, where appropriate, adopt": by the parse or, where it was read as a noun, its place."""
    doc, head = context.doc, context.doc[1].head
    if head.tag_ == "VB" and head.i >= context.prefix:
        return head
    after = (one for one in doc[context.prefix + 1 : context.prefix + _FARTHEST] if neighbour(one, -1).text == ",")
    return next((one for one in after if one.tag_ in ("VB", "NN") and one.lower_ in context.words.verbs), None)


def _begun(first: Token) -> Token | None:
    """The verb that an item begins with, among its first words."""
    doc = first.doc
    aside = first.tag_ in ("IN", "WRB") and first.dep_ == "mark"  # "while recognizing progress, to go on with reforms"
    for token in doc[first.i : first.i + 6] if not aside else ():
        if token.tag_ in ("VB", "VBP", "VBG") and token.dep_ in ("xcomp", "ROOT", "ccomp", "advcl", "conj"):
            return token
    return None


def _past_opening(first: Token) -> Token | None:
    """The verb past the adjunct that an item opens with: "In its reports, include figures"."""
    if first.tag_ not in ("IN", "RB", "VBG", "WRB"):
        return None
    root = first.sent.root
    if root.i > first.i and root.tag_ in ("VB", "VBP"):
        return root
    after = (token for token in first.doc[first.i : first.sent.end] if neighbour(token, -1).text == ",")
    verbs = (token.head if token.tag_ == "TO" else token for token in after)
    return next((one for one in verbs if one.tag_ == "VB" and one.i > first.i), None)


@rule("cue.fronted_item")
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


_FARTHEST = 25  # tokens at most of an adverbial
_FRONTED = 3  # tokens of the prefix "They should,"
