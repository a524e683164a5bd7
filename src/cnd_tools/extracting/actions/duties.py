"""Whose duty something is: "it is the duty of States to publish", "there is an obligation on carriers to report"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from cnd_tools.extracting.actions.ranks import is_deed
from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import auxiliary, child, coordinated, negated, subject
from cnd_tools.extracting.grammar.word_classes import Word
from cnd_tools.extracting.matches import ActorRef, Cue, CueKind, cue_at
from cnd_tools.extracting.rulebook import rule

_WHOSE = frozenset(("of", "on", "upon", "for"))
_WITH = frozenset(("with", "on", "upon", "to"))
_IMPERSONAL = frozenset(("it", "there"))


@rule("cue.duty")
def duty(noun: Token, context: PointContext) -> Iterator[Cue]:
    """Yield what is said to be somebody's duty.

    Args:
        noun: "duty", "responsibility".
        context: the point.
    """
    word = context.words.find(noun, "strength", "duty")
    if word is not None:
        yield from _lying_with(noun, word, context)
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "under" else noun.head
    bearer = child(above, "expl") or subject(above)
    if word is None or bearer is None or above.lemma_ not in ("be", "remain"):
        return
    under = above != noun.head
    impersonal = noun.dep_ == "attr" and bearer.lower_ in _IMPERSONAL
    denied = negated(above, context.words) or any(one.lower_ == "no" for one in noun.lefts)
    deed = _to_do(noun, above)
    if deed is not None and not denied and (under or impersonal):
        agents = context.parties(bearer) if under else _whose(noun, above, context)
        yield cue_at(noun, word, deed, CueKind.NOUN, "duty", agents=agents)


@rule("cue.duty_lies_with")
def _lying_with(noun: Token, word: Word, context: PointContext) -> Iterator[Cue]:
    """Yield the deeds that it lies with somebody to do: "the responsibility for mending it rests with owners"."""
    verb = noun.head
    if noun.dep_ != "nsubj" or not context.words.find(verb, "verb", "lie") or negated(verb, context.words):
        return
    preps = [one for one in verb.rights if one.dep_ == "prep" and one.lower_ in _WITH]
    agents = tuple(party for one in preps for party in context.parties(child(one, "pobj")))
    first = next((thing for one in noun.rights if one.lower_ == "for" and (thing := child(one, "pobj", "pcomp"))), None)
    for deed in coordinated(first) if first is not None and preps else ():
        if is_deed(deed, context):
            yield cue_at(noun, word, deed, CueKind.NOUN, "duty", agents=agents)


def _to_do(noun: Token, verb: Token) -> Token | None:
    """The infinitive of a duty, wherever a parser hangs it."""
    things = (two for one in noun.rights if one.dep_ == "prep" for two in one.rights)
    after = (one for head in (noun, verb, *things) for one in head.rights if one.i > noun.i)
    return next((one for one in after if one.tag_ in ("VB", "VBN") and auxiliary(one, "TO")), None)


def _whose(noun: Token, verb: Token, context: PointContext) -> tuple[ActorRef, ...]:
    """Whose duty it is: "our", or whom "of", "on", "on the part of" names."""
    own = child(noun, "poss")
    if own is not None:
        return context.parties(own)
    for prep in (*noun.rights, *verb.rights):
        whom = child(prep, "pobj") if prep.dep_ == "prep" and prep.lower_ in _WHOSE else None
        part = child(whom, "prep") if whom is not None and whom.lower_ == "part" else None
        whom = child(part, "pobj") if part is not None else whom
        if whom is not None and (named := context.parties(whom)):
            return named
    return ()
