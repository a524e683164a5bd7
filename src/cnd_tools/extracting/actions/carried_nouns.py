"""Verbs whose noun says what is to be done: "consider accession", "undertake an assessment of needs"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span, Token

from cnd_tools.extracting.actions.slots import action_of, field_of, governed
from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import auxiliary, child, coordinated, neighbour, noun_phrase, passive, subject
from cnd_tools.extracting.grammar.nominalization import verb_of
from cnd_tools.extracting.grammar.verb_series import infinitive_beside
from cnd_tools.extracting.matches import ActionMatch, Cue
from cnd_tools.extracting.rulebook import rule

_NEAR = 12  # tokens at most from a verb to the end of what it carries


@rule("action.weighed_noun")
def weighed_noun(verb: Token, context: PointContext) -> Token | None:
    """Return the verbal noun that a light verb only weighs: "consider the establishment, where needed, of a fund"."""
    thing = child(verb, "dobj")
    if thing is None or verb_of(thing, context.words) in (None, thing.lower_):
        return None
    return thing if governed(thing, "of", "to") is not None or _parted_of(thing) else None


def _parted_of(noun: Token) -> bool:
    """Whether an aside parts a noun from its "of": "the establishment, where needed, of"."""
    doc, at = noun.doc, noun.i + 1
    if at >= len(doc) or doc[at].text != ",":
        return False
    end = next((one.i for one in doc[at + 1 : at + _NEAR] if one.text == ","), len(doc) - 1)
    return end + 1 < len(doc) and doc[end + 1].lower_ == "of"


@rule("action.considered_noun")
def begins_softly(verb: Token, context: PointContext) -> bool:
    """Whether "consider" only begins softly: "consider the possibility of acceding", and to a peer "accession".

    Elsewhere a body that considers reports or a request does that and no more.
    """
    thing = child(verb, "dobj") if context.words.find(verb, "verb", "ponder") else None
    if thing is None or context.words.find(thing, "noun", "light"):
        return False
    return context.signed_from >= 0 or context.words.find(thing, "noun", "chance") is not None


def conducted(cue: Cue, first: Token, verb: Token, thing: Token, context: PointContext) -> Iterator[ActionMatch]:
    """Yield what a verb does that only conducts what its noun says: "undertake an assessment of needs"."""
    own = child(verb, "dobj") is not None if not passive(verb) else _made(verb, context)
    # "continue its work": work that is somebody's is not the action, what is done with it is
    somebodys = context.words.find(thing, "noun", "light") and any(
        one.dep_ == "poss" or one.lower_ == "of" for one in thing.children
    )
    conducts = context.words.find(verb, "verb", "conduct") is not None or begins_softly(verb, context)
    carries = own and not somebodys and conducts
    made_of = verb_of(thing, context.words) if carries else None
    if made_of and (thing.text[0].islower() or thing.is_sent_start) and not context.words.find(thing, "noun", "saying"):
        last = thing if thing.i > verb.i else verb
        action = action_of(cue, verb, (near(first, verb, last), last), context)
        yield replace(action, lemma=made_of, object=governed(thing) or _left_behind(verb) or field_of(verb))
        for gerund in _gerunds(verb):
            yield action_of(cue, gerund, (verb, gerund), context)


@rule("object.left_behind")
def _left_behind(verb: Token) -> Span | None:
    """What a noun is of that went before its verb in the passive: "greater use should be made of the wells"."""
    prep = neighbour(verb)
    of = passive(verb) and prep.lower_ == "of" and prep.head == verb
    what = child(prep, "pobj", "pcomp") if of else None
    return noun_phrase(what) if what is not None else None


def near(first: Token, verb: Token, last: Token) -> Token:
    """Return the verb that the words of an aim begin with: "continue" of "continue to take steps", if near."""
    return first if last.i - first.i < _NEAR else verb


def _made(verb: Token, context: PointContext) -> bool:
    """Whether a passive carries its subject: "assessments must be made"; not "operations be carried out"."""
    return context.words.find(verb, "verb", "make") is not None and child(verb, "oprd") is None


def carried_noun(verb: Token) -> Token | None:
    """Return the object of a verb or, where it has none, of one beside it: "redouble and sustain efforts"."""
    return next((thing for one in coordinated(verb) if (thing := child(one, "dobj")) is not None), None)


def _gerunds(verb: Token) -> Iterator[Token]:
    """What work is done in doing: "work needs to be done … in developing an approach"."""
    for prep in verb.rights:
        for one in coordinated(prep) if prep.dep_ == "prep" else ():
            gerund = child(one, "pcomp")
            if gerund is not None and gerund.tag_ == "VBG":
                yield gerund


@rule("action.steps_for_deed")
def deed_of_steps(steps: Token, context: PointContext) -> Token | None:
    """Return the verbal noun that steps are for: "take steps for the early opening of the port".

    Args:
        steps: "steps", "measures", which say little themselves.
        context: the point.
    """
    if any(one.dep_ in ("det", "poss") and one.lower_ not in ("a", "an") for one in steps.lefts):
        return None  # "accelerate the process for the drafting of a law": a process that is known
    for prep in (*steps.rights, neighbour(steps)):
        deed = child(prep, "pobj") if prep.dep_ == "prep" and prep.lower_ in ("for", "towards", "toward") else None
        if deed is not None and verb_of(deed, context.words) and governed(deed, "of") is not None:
            return deed
    return None


@rule("action.heeded_deed")
def heeded_deeds(verb: Token, context: PointContext) -> list[Token]:
    """Return what attention is to be given to doing: "give attention to cutting fees", "emphasis be put on it".

    Args:
        verb: "give", "place", active or passive.
        context: the point.
    """
    thing = subject(verb) if passive(verb) else child(verb, "dobj")
    if thing is None or context.words.find(thing, "noun", "focusing") is None:
        return []
    preps = (one for head in (verb, thing) for one in head.rights if one.dep_ == "prep" and one.lower_ in ("to", "on"))
    gerund = next((one for prep in preps if (one := child(prep, "pcomp")) is not None and one.tag_ == "VBG"), None)
    return [one for one in coordinated(gerund) if one.tag_ == "VBG"] if gerund is not None else []


def owned(cue: Cue, verb: Token, context: PointContext) -> Cue:
    """Return the cue with whoever takes the steps: the subject, or in the passive who stands after "by"."""
    if cue.agents is not None:
        return cue
    if not passive(verb):
        return replace(cue, agents=context.parties(subject(verb)))
    by = child(verb, "agent")  # "efforts should be made by all fishers to report catches"
    doers = context.parties(child(by, "pobj")) if by is not None else ()
    return replace(cue, agents=doers) if doers else cue


@rule("action.carried_gerund")
def carried_gerund(noun: Token, context: PointContext) -> Token | None:
    """Return the gerund that says what a light noun is for: "efforts at combating crime", "steps aimed at ending"."""
    aimed = child(noun, "acl")
    for head in (noun, aimed) if aimed is not None and aimed.tag_ in ("VBN", "VBG") else (noun,):
        for prep in head.rights:
            gerund = child(prep, "pcomp") if context.words.marker(prep, "towards") else None
            if gerund is not None and gerund.tag_ == "VBG":
                return gerund
    beside = neighbour(noun)  # "take action towards ending hunger", hung by the verb
    gerund = child(beside, "pcomp") if context.words.marker(beside, "towards") else None
    return gerund if gerund is not None and gerund.tag_ == "VBG" else None


@rule("action.carried_purpose")
def carried_purpose(verb: Token, thing: Token) -> Token | None:
    """Return the infinitive that a verb with a light noun carries: "take steps to eliminate"."""
    beside = infinitive_beside(thing) if thing.i > verb.i else None
    if beside is not None and beside.lemma_ == "be":
        return None  # "scale up action to be in step with the burden" says what it is to be like
    if beside is not None:
        return beside
    described = (one for one in thing.rights if one.dep_ == "acl" and one.tag_ == "VBN")  # "measures needed to"
    for head in (verb, thing, *described):
        for one in head.rights:
            infinitive = one.dep_ in ("acl", "xcomp", "relcl", "advcl") and one.tag_ == "VB" and auxiliary(one, "TO")
            if infinitive and not any(two.lower_ in ("order", "so") for two in one.lefts):
                return one
    return None
