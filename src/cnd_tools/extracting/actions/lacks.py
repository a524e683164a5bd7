"""Cues of what is lacking: "need assistance", "partnerships are needed", "more funding was required to clear mines"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from cnd_tools.extracting.actions.nominal_predicates import may_act
from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import (
    asserted,
    auxiliary,
    child,
    first_of,
    negated,
    neighbour,
    own_subject,
    passive,
    subject,
    subtree,
)
from cnd_tools.extracting.grammar.nominalization import verb_of
from cnd_tools.extracting.grammar.repairs import noun_past_adjectives
from cnd_tools.extracting.grammar.word_classes import Word
from cnd_tools.extracting.matches import Cue, CueKind, cue_at
from cnd_tools.extracting.rulebook import rule


@rule("cue.lack")
def lack(token: Token, context: PointContext) -> Iterator[Cue]:
    """Yield what is lacking: "need assistance", "partnerships are needed", "required cooperation"."""
    obliged, lacking = context.words.find(token, "strength", "passive"), context.words.find(token, "strength", "lack")
    if (obliged or lacking) is None or token.dep_ in ("amod", "compound"):
        return
    modal = auxiliary(token, "MD") or _modal_above(token)
    if modal is not None and not _would(modal, context):
        return
    if token.dep_ == "conj" and auxiliary(token.head, "MD") and own_subject(token) is None:
        return  # "must ratify the treaty and be bound by it"
    if token.tag_ == "VBN" and obliged and passive(token):
        noun = _cleft(token) or subject(token)
        said = noun is not None and noun.lower_ != "it" and noun.tag_ != "WP"
        if noun is not None and said and token.dep_ not in ("relcl", "acl", "advcl") and _lone(token, obliged, context):
            infinitive = _purpose(token)
            if infinitive is not None and context.words.find(noun, "noun", "light"):
                yield cue_at(token, obliged, infinitive, CueKind.PURPOSE, agents=())
            else:
                yield cue_at(token, obliged, noun, CueKind.NEEDED, agents=(), negative=negated(token, context.words))
        return
    if auxiliary(token, "TO") and token.dep_ in ("advcl", "acl", "relcl"):
        return  # "amended to require permits" says what for
    thing = _gerund(token, lacking) or _noun(token)
    if not lacking or thing is None or _told(token, thing, context):
        return
    bearer = subject(token)
    if (asserted(token, context.words) or _besides(token, context)) and not passive(token):
        yield cue_at(
            token,
            lacking,
            thing,
            CueKind.LACK,
            agents=(),
            bearer=bearer if bearer is not None and bearer.tag_ != "DT" else None,
            negative=negated(token, context.words),
        )


def _noun(verb: Token) -> Token | None:
    """The noun that says what is lacking."""
    thing = child(verb, "dobj") or noun_past_adjectives(verb)
    verbal = (
        thing is not None and thing.tag_ == "VBG" and child(thing, "dobj") is None
    )  # "requires further strengthening"
    return thing if thing is not None and (verbal or thing.tag_.startswith("N")) else None


def _modal_above(verb: Token) -> Token | None:
    """The modal of the verb that carries another: "some may continue to need support"."""
    return auxiliary(verb.head, "MD") if verb.dep_ == "xcomp" else None


@rule("cue.lacking_deed")
def _gerund(verb: Token, lacking: Word | None) -> Token | None:
    """What is required where a gerund says it: "reform requires cutting fees"; what "needs mending" is mended."""
    obliges = lacking is not None and lacking.field("strength") == "obligation"
    gerund = child(verb, "xcomp") if obliges else None
    straight = gerund is not None and gerund.tag_ == "VBG" and gerund.i == verb.i + 1
    return gerund if straight else None


def _told(verb: Token, thing: Token, context: PointContext) -> bool:
    """Whether somebody is required not to act, and is not what is required: "requires States parties not to act"."""
    forgoes = any(one.dep_ == "xcomp" and negated(one, context.words) for one in verb.rights)
    return forgoes and bool(context.all_of(thing))


@rule("cue.lack_added")
def _besides(verb: Token, context: PointContext) -> bool:
    """Whether a clause that only adds to what was said says what is lacking: "piracy, which requires vigilance"."""
    clause = first_of(verb)
    which = clause.left_edge.lower_ == "which" and neighbour(clause.left_edge, -1).text == ","
    states = verb.tag_ in ("VBZ", "VBP")  # what was lacking is told
    theirs = verb.tag_ == "VBP" and context.all_of(clause.head)  # "aid to coastal States, which need help"
    return clause.dep_ == "relcl" and which and states and not theirs


@rule("cue.cleft")
def _cleft(verb: Token) -> Token | None:
    """What a sentence says is needed: "what was required was the will to act"."""
    noun = child(verb.head, "attr") if verb.dep_ == "csubj" and verb.left_edge.tag_ == "WP" else None
    return noun if noun is not None and noun.i > verb.i else None


def _would(modal: Token, context: PointContext) -> bool:
    """Whether a modal says what would be needed, and does not ask: "they would require support"."""
    bearer = subject(modal.head)
    thing = child(modal.head, "dobj")
    if context.words.find(modal, "strength", "will") is not None:  # "this will require the adoption of a plan"
        whole = thing is not None and any(one.lower_ == "of" for one in thing.rights)
        return whole and thing is not None and verb_of(thing, context.words) is not None
    return context.words.marker(modal, "conditional") is not None and bearer is not None and bearer.i < modal.i


def _purpose(verb: Token) -> Token | None:
    """The infinitive of purpose after a verb: "to clarify", "in order to clarify"."""
    for one in subtree(verb):
        if one.i > verb.i and one.dep_ in ("advcl", "xcomp", "acl") and auxiliary(one, "TO"):
            return one if one.head == verb or one.head.lower_ == "order" else None
    return None


def _lone(token: Token, obliged: Word, context: PointContext) -> bool:
    """Whether a passive asks by itself, not for what an infinitive says: "is required", not "is required to report".

    What "is needed to" do something is needed, and the infinitive says for what.
    """
    needed = obliged.field("strength") == "necessity" or required_for(token, context)
    return needed or not any(one.dep_ == "xcomp" for one in token.rights)


@rule("cue.required_for")
def required_for(verb: Token, context: PointContext) -> bool:
    """Whether a thing is required and an infinitive says for what: "more funding was required to clear the mines".

    Args:
        verb: "required", passive.
        context: the point.
    """
    noun = subject(verb)
    if noun is None or noun.tag_ not in ("NN", "NNS") or any(one.dep_ in ("det", "poss") for one in noun.lefts):
        return False
    if context.words.find(noun, "noun", "light") or may_act(noun, context):
        return False
    means = context.words.find(noun, "noun", "help", "way") is not None
    return means or verb_of(noun, context.words) is not None
