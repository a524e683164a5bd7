"""Commitments of speakers: "reaffirmed its commitment to sharing data", "pledged to double its contribution"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import auxiliary, child, coordinated
from cnd_tools.extracting.matches import ActorRef, Attribution, Cue, CueKind, cue_at
from cnd_tools.extracting.rulebook import rule


@rule("cue.pledge")
def pledged(attribution: Attribution, context: PointContext) -> Iterator[Cue]:
    """Yield what a speaker is bound to by his own word; a commitment to a thing ("to the conventions") is none.

    In a resolution a commitment that is only reaffirmed binds nobody (annotation guidelines).

    Args:
        attribution: a position.
        context: the point.
    """
    holder = attribution.source
    if context.opening is not None or not holder.actor:
        return
    who = ActorRef(holder.actor, holder.text or None, holder.mention)
    for token in _binding(attribution.verb):
        word = context.words.find(token, "strength", "pledge")
        others = _of_others(token, holder.actor, context)
        for verb in _to_do(token):
            if word is None or others:
                break
            yield cue_at(token, word, verb, CueKind.PLEDGE, agents=(who,))


def _binding(verb: Token) -> Iterator[Token]:
    """The words that may bind: the verb itself, or a noun it governs."""
    yield verb
    for noun in verb.rights:
        if noun.dep_ == "dobj" and not _nobodys(noun):
            yield from coordinated(noun)


def _nobodys(noun: Token) -> bool:
    """Whether it is not said whose commitments are told of: "recalled commitments to fund the plan"."""
    return noun.tag_ == "NNS" and not any(one.dep_ == "poss" for one in noun.lefts)


def _of_others(noun: Token, holder: str, context: PointContext) -> bool:
    """Whether a commitment is somebody else's: "Peru welcomed Chad's intention to host the meeting"."""
    owners = [one for one in noun.lefts if one.dep_ == "poss" and one.tag_ in ("NNP", "NNPS")]
    preps = (one for one in noun.rights if one.dep_ in ("prep", "agent") and one.lower_ in ("by", "of", "from"))
    owners += [one for prep in preps for one in prep.children if one.dep_ == "pobj"]  # "the commitment by Chad to pay"
    return any(holder not in {party.actor for party in context.parties(one)} for one in owners)


def _to_do(token: Token) -> Iterator[Token]:
    """The infinitive or the gerund that says to what: "to end", "to sharing", "themselves to sharing"."""
    for one in token.rights:
        if one.dep_ in ("xcomp", "acl", "relcl", "advcl") and one.tag_ == "VB" and auxiliary(one, "TO"):
            yield one
            return
        for prep in coordinated(one) if one.dep_ == "prep" and one.lower_ == "to" else ():
            gerund = child(prep, "pcomp")
            if gerund is not None and gerund.tag_ == "VBG":
                yield gerund
