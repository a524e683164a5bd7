"""What is put to somebody to do with a thing, who is only told, and what a recommendation is only about."""

from __future__ import annotations

from spacy.tokens import Token

from cnd_tools.extracting.actions.nominal_predicates import may_act
from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import NOUNS, child, passive
from cnd_tools.extracting.grammar.nominalization import verb_of
from cnd_tools.extracting.matches import ActorRef
from cnd_tools.extracting.rulebook import rule


def tells_only(cue: Token, thing: Token, context: PointContext) -> bool:
    """Return whether what stands after a word that asks is not asked for, but told to somebody or spoken of.

    Args:
        cue: the word that asks.
        thing: the noun after it.
        context: the point.
    """
    return _only_told(cue, thing, context) or _only_about(cue, thing)


@rule("cue.only_told")
def _only_told(cue: Token, addressee: Token, context: PointContext) -> bool:
    """Whether those whom a passive asks are told what is so: "members were reminded that fees were due"."""
    told = passive(cue) and child(cue, "ccomp") is not None
    return told and (may_act(addressee, context) or context.words.find(addressee, "noun", "member") is not None)


@rule("cue.recommendation_on")
def _only_about(cue: Token, thing: Token) -> bool:
    """Whether what follows a noun only says what it is about: "endorsed a recommendation on livelihoods"."""
    return cue.tag_ in NOUNS and thing.dep_ == "pobj" and thing.head.lower_ == "on" and thing.head.head == cue


@rule("cue.put_to")
def put_to(cue: Token, thing: Token, context: PointContext) -> tuple[Token, tuple[ActorRef, ...]] | None:
    """Return what somebody is to do with what is put to them: "recommended it to the Council for approval"."""
    preps = [one for head in (cue, thing) for one in head.rights if one.dep_ in ("prep", "dative")]
    to = next((one for one in preps if one.lower_ == "to"), None)
    whom = context.parties(child(to, "pobj")) if to is not None else ()
    nouns = (child(one, "pobj") for one in preps if one.lower_ == "for" and to is not None and one.i > to.i)
    noun = next((one for one in nouns if one not in (None, thing) and verb_of(one, context.words)), None)
    return (noun, whom) if noun is not None and whom and not context.all_of(thing) else None
