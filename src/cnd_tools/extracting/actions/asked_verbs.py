"""The verb of what a directive asks: "urges States to act", "calls for ending hunger", "requests that it be paid"."""

from __future__ import annotations

from spacy.tokens import Token

from cnd_tools.extracting.actions.charges import charged_with
from cnd_tools.extracting.actions.nominal_predicates import may_act
from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import NOUNS, VERBS, auxiliary, child, neighbour, own_subject, passive
from cnd_tools.extracting.grammar.repairs import does_so, far_infinitive, of_name
from cnd_tools.extracting.grammar.verb_series import infinitive_beside
from cnd_tools.extracting.rulebook import rule


def asked_verb(cue: Token, addressee: Token | None, context: PointContext) -> Token | None:
    """Return the verb of what is asked; past an aside the nearest: "States, based on it, to act, to avoid losses".

    Args:
        cue: the word that asks.
        addressee: whom it asks, or what for.
        context: the point.
    """
    verb = _verb_of(cue, addressee, context)
    if verb is not None and addressee is not None and verb.tag_ == "VBG" and neighbour(addressee).i == verb.i:
        told = (one for one in verb.rights if one.tag_ == "VB" and auxiliary(one, "TO"))
        verb = next(told, verb)  # "urges banks lending there to report"
    if verb is None or addressee is None or neighbour(addressee).text != ",":
        return verb
    return far_infinitive(addressee, verb.i) or verb


def _verb_of(cue: Token, addressee: Token | None, context: PointContext) -> Token | None:
    """The verb of what is asked: an infinitive, a gerund, or that of a clause."""
    if addressee is not None and addressee.tag_ in VERBS:
        return addressee
    beside = infinitive_beside(cue) if cue.tag_ not in VERBS and addressee is None else None
    if beside is not None:
        return beside  # "reiterates its call to make use"
    charged = charged_with(cue, context)
    if charged is not None:
        return charged
    made = cue.head if cue.dep_ == "nsubjpass" and cue.tag_ in NOUNS else None  # "a request was made that"
    preps = (one for head in (cue, made) if head is not None for one in head.rights if one.dep_ == "prep")
    heads = [cue, *(one for one in preps if neighbour(one, -1) in (cue, made)), *([made] if made is not None else [])]
    for head in heads:
        for one in head.rights:
            again = (
                one.dep_ == "conj" and addressee is not None and own_subject(one) is not None
            )  # "… and for A to act"
            if one.tag_ in VERBS and one.i > cue.i and not (again or does_so(one)) and _complement(one, context):
                return one
    if addressee is not None and cue.tag_ in VERBS:
        for one in addressee.rights:
            to_do = one.dep_ in ("acl", "relcl") and one.tag_ == "VB" and auxiliary(one, "TO")
            if to_do and not (does_so(one) or numbered_part(one, context)):
                return one
    somebody = addressee is not None and context.all_of(addressee)
    return None if somebody else next((one for one in cue.rights if does_so(one) and _complement(one, context)), None)


@rule("cue.asked_through")
def asked_through(verb: Token, context: PointContext) -> Token | None:
    """Return what those are to do who should be asked to: "banks should be encouraged to lend" gives "lend"."""
    inner, asked = child(verb, "xcomp"), child(verb, "nsubjpass")
    if inner is None or asked is None or not passive(verb) or auxiliary(inner, "TO") is None:
        return None
    directs = context.words.find(verb, "verb", "direct") or context.words.find(verb, "strength", "passive")
    lets = context.words.find(verb, "verb", "enable") is not None  # "might be authorized to search"
    return inner if directs is not None and not lets and may_act(asked, context) else None


@rule("cue.numbered_part")
def numbered_part(verb: Token, context: PointContext) -> bool:
    """Return whether an infinitive is the part of a text that it looks like: "an amendment to paragraph 26"."""
    noun = verb.lemma_.lower() in context.words.nouns and neighbour(verb, -1).lower_ == "to"
    return noun and neighbour(verb).tag_ == "CD" and child(verb, "dobj") in (None, neighbour(verb))


def _complement(verb: Token, context: PointContext) -> bool:
    """Whether a verb says what is asked for: an infinitive, a gerund, or a clause that is no question."""
    if _subjunctive(verb):
        return True
    if of_name(verb) or verb.dep_ not in ("xcomp", "ccomp", "advcl", "acl", "pcomp", "conj"):
        return False
    if _unmarked(verb):
        return True
    gerund = verb.tag_ == "VBG" and verb.dep_ in ("xcomp", "pcomp")
    duty = (
        context.words.find(verb, "strength", "semi") is not None and neighbour(verb).tag_ == "TO"
    )  # "that they have to"
    clause = verb.dep_ == "ccomp" and own_subject(verb) is not None and not (_states(verb) or duty)
    asking = verb.left_edge.tag_ in ("WRB", "WP", "WDT") or any(
        context.words.marker(one, "question") for one in verb.lefts
    )
    return gerund or bool(auxiliary(verb, "TO")) or (clause and not asking)


@rule("cue.that_be_done")
def _subjunctive(verb: Token) -> bool:
    """Whether a clause after a noun says what is to be done: "reiterates the call that the guilty be punished"."""
    mark, be = child(verb, "mark"), child(verb, "auxpass")
    hung = verb.dep_ in ("relcl", "acl") and mark is not None and mark.lower_ == "that"
    return hung and be is not None and be.lower_ == "be" and not any(one.dep_ == "aux" for one in verb.lefts)


@rule("cue.unmarked_subjunctive")
def _unmarked(verb: Token) -> bool:
    """Whether a bare verb straight after whom it asks says what is asked: "urged the Board adopt a plan"."""
    whom = child(verb.head, "dobj") if verb.tag_ == "VB" and verb.dep_ in ("ccomp", "xcomp") else None
    return whom is not None and whom.right_edge.i == verb.i - 1 and not any(verb.lefts)


def _states(verb: Token) -> bool:
    """Whether a clause says what is so, not what is to be: "reminded members that the list was closed"."""
    finite = verb.tag_ in ("VBZ", "VBD") or any(
        one.tag_ in ("VBZ", "VBD", "VBP") and one.lower_ != "be" for one in verb.lefts if one.dep_ in ("aux", "auxpass")
    )
    return finite and not (verb.lemma_ == "be" and neighbour(verb).tag_ == "TO")
