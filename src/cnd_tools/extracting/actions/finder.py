"""Actions: what is to be done, by whom and how strongly (annotation guidelines, "actions")."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from spacy.tokens import Span, Token

from cnd_tools.extracting.actions.cues import find_cues
from cnd_tools.extracting.actions.directives import directs_items
from cnd_tools.extracting.actions.predicates import actions_of
from cnd_tools.extracting.attributions.phrases import inside_of
from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import NOUNS, child, neighbour, noun_phrase, passive
from cnd_tools.extracting.grammar.columns import numbers, tokens_with
from cnd_tools.extracting.grammar.word_classes import Word, WordClasses
from cnd_tools.extracting.matches import ActionMatch, Attribution, CueKind, How, Mention
from cnd_tools.extracting.promised import with_promises
from cnd_tools.extracting.rulebook import rule
from cnd_tools.promises.words import words

_LONGEST = 20  # tokens at most of a proviso
_PROVISOS = 8  # around a verb that are looked at, beside the first after what asks, which may be of all
_NEAR = 60  # tokens at most between a verb and its proviso
_UPON = frozenset(("on", "upon"))


def find_actions(attributions: Sequence[Attribution], context: PointContext) -> list[ActionMatch]:
    """Return the actions of a parsed Doc in order of the text, one for each verb.

    Args:
        attributions: its positions; directives among them are actions too.
        context: the point.
    """
    found: dict[tuple[int, object], ActionMatch] = {}
    provisos = _provisos(context)
    by_verb: dict[int, Attribution] = {}
    for one in attributions:
        by_verb.setdefault(one.verb.i, one)
    for one in attributions:
        inside = inside_of(one)  # "fleets, many speakers said, should be reduced"
        if inside is not None:
            by_verb.setdefault(inside.i, one)
    for cue in find_cues(attributions, context):
        for action in actions_of(cue, context):
            if _said(action, by_verb):
                continue
            first = found.setdefault((action.token.i, None), action)
            if first is action:
                found[action.token.i, None] = _completed(action, by_verb, provisos, context)
            elif _shares(action, first):
                found.setdefault((action.token.i, action.cue.start), _completed(action, by_verb, provisos, context))
    actions = sorted(found.values(), key=lambda one: (one.token.i, one.cue.start))
    return with_promises([one for one in actions if not _introduces(one, context)], context)


@rule("action.said_not_done")
def _said(action: ActionMatch, by_verb: Mapping[int, Attribution]) -> bool:
    """Whether what seems to be done too is what somebody went on to say: "should be cut, and pointed to the costs"."""
    position = by_verb.get(action.token.i)
    if position is None or position.how is not How.ACTIVE or action.token.dep_ != "conj":
        return False
    directs = (
        position.verb == action.token and action.token.tag_ in ("VB", "VBP") and neighbour(action.token).lower_ in _UPON
    )
    return directs or (action.token.tag_ in ("VBN", "VBD") and action.cue.kind is CueKind.MODAL)


@rule("action.introduces")
def _introduces(action: ActionMatch, context: PointContext) -> bool:
    """Whether an action only announces the items under it: "recommend the following measures:"."""
    doc, thing = context.doc, action.object
    if doc[-1].text != ":" or action.token.sent.end != len(doc):
        return False
    forbids = action.token == doc[-2] and context.words.find(doc[-2], "strength", "forbid") and passive(doc[-2])
    if forbids or directs_items(context) == action.token or action.token.tag_ in ("IN", "WDT", "DT"):
        return True  # "recommends that:"
    if doc[-2].lower_ == "to" and context.words.find(action.token, "verb", "toil", "light"):
        return True  # "We will work together to:"
    if doc[-2].lower_ == "following" and (action.token.lemma_ == "be" or action.token == doc[-2]):
        return True  # "The core elements should be the following:"
    noun = action.token if action.token.tag_ in NOUNS else thing.root if thing is not None else None
    noun = noun or child(action.token, "dobj")  # "undertaking the following actions:" is to act
    reports = action.token.lemma_ in words()["reporting"]["verbs"]  # "to report on the following issues:"
    if reports or noun is None or context.words.find(noun, "noun", "light", "way", "topic") is None:
        return False
    last = noun.i >= len(doc) - 2
    return last or any(one.lower_ == "following" for one in noun.lefts)


@rule("action.shared_by_two")
def _shares(action: ActionMatch, first: ActionMatch) -> bool:
    """Whether another is asked to do the same by a directive of its own: "call upon A, and invite B, to pay"."""
    directives = action.cue.kind is CueKind.DIRECTIVE and first.cue.kind is CueKind.DIRECTIVE
    if not directives or not action.agents or action.cue.start == first.cue.start:
        return False
    return bool(first.agents) and {one.actor for one in action.agents}.isdisjoint(one.actor for one in first.agents)


def _completed(
    action: ActionMatch, by_verb: Mapping[int, Attribution], provisos: Sequence[Span], context: PointContext
) -> ActionMatch:
    """The action with what stands around it."""
    if action.cue.object is not None:
        action = replace(action, object=noun_phrase(action.cue.object))
    start, end = _clause(action, context)
    return replace(
        action,
        source=_source(action, by_verb, context),
        recipient=_recipient(action, context),
        condition=_condition(action, provisos, context),
        start=start,
        end=end,
    )


def _source(action: ActionMatch, by_verb: Mapping[int, Attribution], context: PointContext) -> str | None:
    """The holder of the nearest position that governs the action, else of its sentence's opening.

    Whoever holds a need holds all of it: of "noting that Peru saw a need to: act; build", "build" may hang by "noting".
    """
    if context.signed_from >= 0:
        return next((one.actor for one in context.signatories), None)
    chapeau = context.chapeau if context.chapeau and context.chapeau.cue else None
    if context.opening is not None or chapeau is not None:
        if chapeau is not None and (chapeau.source or chapeau.signed):
            return chapeau.source
        return context.body.actor if context.body is not None else None
    cue = action.cue.start
    here = context.doc[cue] if action.cue.kind is CueKind.NOUN and cue >= context.prefix else action.token
    for _ in range(40):
        if here.i in by_verb:
            return by_verb[here.i].source.actor
        if here.head == here:
            break
        here = here.head
    governing = by_verb.get(cue)
    return governing.source.actor if governing else None


def _clause(action: ActionMatch, context: PointContext) -> tuple[int, int]:
    token = action.token
    start, end = token.i, token.i + 1
    if action.cue.start >= context.prefix:
        start = min(start, action.cue.start)
        end = max(end, action.cue.end)
    if action.object is not None and token.sent.start <= action.object.start < token.sent.end:
        start, end = min(start, action.object.start), max(end, action.object.end)
    for one in token.children:
        if one.dep_ not in ("conj", "cc", "punct", "relcl"):
            start, end = min(start, one.left_edge.i), max(end, one.right_edge.i + 1)
    return max(start, context.prefix), end


@rule("recipient.after_preposition")
def _recipient(action: ActionMatch, context: PointContext) -> Mention | None:
    """An actor after "to" or "for": "provide assistance to African States"."""
    heads = [action.token]
    if action.object is not None:
        heads.append(action.object.root)
    for head in heads:
        for prep in head.rights:
            if prep.dep_ in ("prep", "dative") and prep.lower_ in ("to", "for"):
                thing = child(prep, "pobj")
                found = context.all_of(thing) if thing is not None else ()
                if found:
                    return found[0]
            elif prep.dep_ == "dative":
                found = context.all_of(prep)
                if found:
                    return found[0]
    return None


@rule("condition.clause_or_proviso")
def _condition(action: ActionMatch, provisos: Sequence[Span], context: PointContext) -> Span | None:
    """The clause or phrase under which it is to be done: "if …", "where appropriate", "upon request"."""
    doc, verb = action.token.doc, action.token
    for one in verb.children:
        if one.dep_ == "advcl" and any(context.words.marker(two, "condition") for two in one.lefts):
            set_phrase = context.words.marker(one.left_edge, "proviso")  # "if applicable, information on its rules"
            end = one.left_edge.i + len(set_phrase.words) if set_phrase is not None else one.right_edge.i + 1
            return doc[one.left_edge.i : end]
    first, near = (
        bisect_left(provisos, at, key=lambda one: one.start)
        for at in (max(action.cue.start, verb.sent.start), verb.i - _NEAR)
    )
    looked_at = (*provisos[first : min(first + 1, near)], *provisos[max(first, near) :][:_PROVISOS])
    own = (one for one in looked_at if one.start < verb.right_edge.i)
    return next((one for one in own if _of_verb(one, verb, action.cue.end)), None)


def _of_verb(proviso: Span, verb: Token, begun: int) -> bool:
    """Whether a proviso is this verb's, of several that one cue governs: "to help, upon request, and to report".

    It is the one's it stands after; before the first it is all theirs, straight after "and" the next one's.
    """
    doc = verb.doc
    before = doc[max(begun, 0, proviso.start - _NEAR) : proviso.start]
    closing = before[-2:] if len(before) and before[-1].text == "," else before[-1:]
    leads = any(one.tag_ == "CC" for one in closing)  # "and, upon request, to report"
    if proviso.start > verb.i:
        beside, until = verb.i + 1, min(proviso.start, verb.i + _NEAR)
        while beside < until and doc[beside].tag_ in ("CC", ",", "RB", "VB"):
            beside += 1  # "to review and align their terms, as appropriate" is of both
        return not leads and not _bare_verb(doc[beside:until])
    if leads:
        return not _bare_verb(doc[max(proviso.end, verb.i - _NEAR) : verb.i])
    return not _bare_verb(before)


def _bare_verb(words: Span) -> bool:
    return any(one.tag_ == "VB" and not one.dep_.startswith("aux") for one in words)


def _provisos(context: PointContext) -> list[Span]:
    """The provisos of a point, in order: one cue may govern hundreds of verbs, and each asks for the nearest."""
    begin = tokens_with(context.doc, "LOWER", _begins_proviso(context.words))
    found = ((one, context.words.marker(one, "proviso")) for one in begin)
    return [_proviso(token, len(word.words)) for token, word in found if word is not None and _apart(token, word)]


@lru_cache(maxsize=4)
def _begins_proviso(words: WordClasses) -> frozenset[int]:
    return numbers(words.table("marker", "proviso"))


def _apart(token: Token, word: Word) -> bool:
    """Whether a proviso stands by itself: ", subject to the rules", not "should be made subject to conditions"."""
    governs = word.words[-1] == "to"
    return not governs or token.is_sent_start or neighbour(token, -1).text == ","


def _proviso(token: Token, words: int) -> Span:
    """A proviso with what its preposition governs: "subject to the availability of funds"."""
    doc, end = token.doc, token.i + words
    while doc[end - 1].lower_ == "to" or (end > token.i + words and end < len(doc) and not doc[end].is_punct):
        if end - token.i > _LONGEST or end >= len(doc):
            break
        end += 1
    return doc[token.i : end]
