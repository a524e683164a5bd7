"""What else a directive asks: "asked for aid and for advice", "urged that fees be cut; ports be dredged"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from cnd_tools.extracting.actions.nominal_predicates import is_purpose
from cnd_tools.extracting.actions.slots import noun_from
from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import FARTHEST, VERBS, auxiliary, child, neighbour, own_subject, repeated
from cnd_tools.extracting.grammar.lists_in_line import item_starts
from cnd_tools.extracting.grammar.word_classes import Word
from cnd_tools.extracting.matches import ActorRef
from cnd_tools.extracting.rulebook import rule

_BESIDE = 3  # tokens after a directive among which its "that" stands


def asked_besides(cue: Token, word: Word, end: int, context: PointContext) -> Iterator[Token]:
    """Yield the verbs and nouns that a directive asks for besides the first.

    Args:
        cue: the word that asks.
        word: its entry.
        end: where what it asks for ends at the latest.
        context: the point.
    """
    yield from _repeated(cue, word, end, context)
    yield from _repeated_that(cue, end)
    yield from _listed(cue)
    yield from _items(cue, word, context)


def preposition_for(cue: Token, word: Word) -> Token | None:
    """Return the "for" of what is called for, or None."""
    last = cue.doc[cue.i + len(word.words) - 1]
    heads = (cue, cue.head) if cue.dep_ == "nsubjpass" else (cue,)  # "calls were made for"
    preps = (last, neighbour(last), *(one for head in heads for one in head.rights if one.dep_ == "prep"))
    return next((one for one in preps if one.lower_ == "for"), None)


@rule("cue.repeated_for")
def _repeated(cue: Token, word: Word, end: int, context: PointContext) -> Iterator[Token]:
    """What else is asked for: "asked for a guard to be posted and for the gate to be shut"."""
    prep = preposition_for(cue, word)
    for one in repeated(prep, end) if prep is not None else ():
        thing = child(one, "pobj", "pcomp")
        if one.dep_ == "mark":
            yield one.head
        elif thing is not None:
            verbs = (two for two in thing.rights if two.dep_ in ("acl", "relcl") and auxiliary(two, "TO"))
            yield next((two for two in verbs if not is_purpose(two, thing, context)), thing)


@rule("cue.repeated_that")
def _repeated_that(cue: Token, end: int) -> Iterator[Token]:
    """What else is asked in a clause: "requested recording its support and that the item be kept open"."""
    that = any(one.lower_ == "that" for one in cue.doc[cue.i + 1 : cue.i + _BESIDE])
    for token in cue.doc[cue.i + 2 : min(end, cue.i + FARTHEST)] if cue.tag_ in VERBS else ():
        if token.lower_ == "that" and token.dep_ == "mark" and neighbour(token, -1).tag_ in ("CC", ","):
            verb = token.head
            own = own_subject(verb)
            one = verb.tag_ == "VBP" and own is not None and own.tag_ in ("NN", "NNP", "PRP") and own.lower_ != "they"
            one = one or (that and verb.tag_ == "VBP" and verb.head.head == cue)  # "recommended that … and that they"
            bare = verb.tag_ == "VB" or one or any(one.tag_ == "VB" for one in verb.lefts if one.dep_ == "auxpass")
            if bare and own_subject(verb) is not None and not auxiliary(verb, "MD"):
                yield verb


@rule("cue.listed_subjunctives")
def _listed(cue: Token) -> Iterator[Token]:
    """What else is asked in a list within a sentence: "recommended that: aid be given; rules be kept; and …"."""
    rest = cue.doc[cue.i + 1 : cue.i + FARTHEST] if cue.tag_ in VERBS else ()
    if not any(one.lower_ == "that" for one in rest[:_BESIDE]):
        return
    for token in rest:
        if token.text == ".":
            return
        be = auxiliary(token, "VB")
        own = own_subject(token)
        if token.tag_ != "VBN" or be is None or own is None or auxiliary(token, "MD") or auxiliary(token, "TO"):
            continue
        before = neighbour(own.left_edge, -1)
        if before.text == ";" or (before.tag_ == "CC" and neighbour(before, -1).text == ";"):
            yield token


@rule("cue.items_asked")
def _items(cue: Token, word: Word, context: PointContext) -> Iterator[Token]:
    """What a directive asks in a list after its colon: "recommended: building roads; and better maps"."""
    colon = neighbour(cue, len(word.words))
    if colon.text != ":" or colon.i + 1 >= len(cue.doc):
        return
    for at in item_starts(colon):
        first = cue.doc[at]
        if first.tag_ == "CC" and at + 1 < len(cue.doc):
            first = neighbour(first)
        head = first.head if first.tag_ == "TO" else noun_from(first)
        acts = next((one for one in head.rights if one.dep_ in ("acl", "relcl") and auxiliary(one, "TO")), None)
        if acts is not None and neighbour(acts, -2) == head and context.all_of(head):
            yield acts  # "called for: parties to raise their pledges; and"
        elif head.tag_ in ("VBG", "VB", "NN", "NNS"):
            yield head


@rule("cue.gapped_addressee")
def gapped(head: Token, end: int, context: PointContext) -> Iterator[tuple[Token, tuple[ActorRef, ...]]]:
    """Yield others who are asked by the same verb: "invites States to read it, and the Board to update it"."""
    doc, ends = head.doc, {m.end: m for here in context.at.values() for m in here}
    for to in doc[head.i + 1 : min(end, head.i + FARTHEST)]:
        mention = ends.get(to.i)
        if to.tag_ != "TO" or mention is None or to.head.tag_ != "VB" or to.head.i < to.i:
            continue
        at = mention.start - 1
        while doc[at].tag_ in ("DT", "PDT", "JJ"):
            at -= 1
        before = at - 1 if doc[at - 1].text == "," else at
        governing = next((token for token in reversed(doc[head.i : at]) if token.tag_ == "VB"), head)
        helped = context.words.find(governing, "verb", "enable", "direct") is not None
        if doc[at].tag_ == "CC" and before not in ends and not helped:
            yield to.head, (ActorRef(mention.actor, doc[mention.start : mention.end].text, mention),)
