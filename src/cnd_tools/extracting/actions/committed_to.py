"""What a commitment binds to: "our commitment to peace and ending hunger; to build roads"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from cnd_tools.extracting.actions.slots import noun_from
from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import (
    FARTHEST,
    FINITE,
    NOUNS,
    VERBS,
    auxiliary,
    child,
    coordinated,
    neighbour,
)
from cnd_tools.extracting.grammar.lists_in_line import listed_after_to
from cnd_tools.extracting.grammar.nominalization import verb_of
from cnd_tools.extracting.grammar.repairs import verb_after_to
from cnd_tools.extracting.grammar.verb_series import infinitive_beside
from cnd_tools.extracting.rulebook import rule

_TO = ("to", "towards", "toward")
_NEAR = 6  # tokens at most from a thing to the "and" after it
_ASIDE = 25  # tokens at most from what binds to the end of an aside


def committed_to(head: Token, context: PointContext) -> Iterator[Token]:
    """Yield what somebody is bound to: an infinitive, a gerund or a verbal noun after "to", a clause after "that".

    Args:
        head: the verb or noun that binds.
        context: the point.
    """
    items = listed_after_to(head, head.sent.end, context.words)
    if items:
        yield from items  # "commit to (i) funding schools; (ii) training teachers"
        return
    stated = head.tag_ not in ("VBN", "JJ")  # "pledged that it was ready" binds to nothing
    for one in _after(head, context):
        foreseen = auxiliary(one, "MD") or not stated  # "pledge that no one will be left behind"
        mark = child(one, "mark") if one.dep_ in ("acl", "relcl") else None
        that = mark is not None and mark.lower_ == "that"  # "our resolve that all will be free"
        clause = one.dep_ == "ccomp" or that
        bound = auxiliary(one, "TO") or (clause and foreseen)
        if one.tag_ in VERBS and one.i > head.i and bound:
            yield one
            return
        for prep in coordinated(one) if one.dep_ == "prep" and one.lower_ in _TO else ():
            thing = child(prep, "pcomp", "pobj")
            steps = _steps_for(thing, context) if thing is not None else None
            doing = _read_as_adjectives(prep, thing) if thing is not None else []
            if steps is not None or doing:
                yield from doing or [thing for thing in (steps,) if thing is not None]
            elif thing is not None and thing.i not in context.titles and _deed(thing, context):
                yield thing
                yield from (one for one in coordinated(thing) if one is not thing and _beside(one, thing, context))
        if one.dep_ == "prep" and one.lower_ in _TO:
            yield from _gerund_beside(one, context)
            yield from _past_including(one)
            yield from _besides_things(one, context)
            return
    stray = verb_after_to(head) or _past_aside(head)
    if stray is not None:
        yield stray


@rule("cue.commitment_besides")
def _besides_things(first: Token, context: PointContext) -> Iterator[Token]:
    """What somebody is bound to do besides: "our commitment to peace; to ending hunger; to build roads".

    After a deed only deeds in -ing go on: "to mending lamps, to training pilots as well as to saving fuel".
    """
    doc, begun = first.doc, child(first, "pobj", "pcomp")
    deed = begun is not None and begun.dep_ == "pcomp"
    for to in doc[first.i + 2 : first.i + FARTHEST] if begun is not None else ():
        other = context.words.find(to, "strength", "noun") or context.words.find(to, "verb", "say", "direct")
        before = neighbour(to, -1)
        # "and recognize the need, in time, to act"; a clause in a deed ends nothing: "a world in which all live, to"
        verb_of_it = to.head if to.dep_ in ("aux", "auxpass") else to
        told = "relcl" in (to.dep_, verb_of_it.dep_)  # "to a law that is fair"
        states = to.tag_ in FINITE and (before.tag_ in ("CC", "PRP") if deed else not told)
        if states or to.text in (".", ":") or (other is not None and not deed and to.tag_ in ("VB", "NN")):
            return
        parted = before.text in (",", ";") or before.tag_ == "CC" or before.dep_ == "cc"
        verb = next((one for one in doc[to.i + 1 : to.i + 4] if one.tag_ != "RB"), to)
        doing = verb.tag_ == "VBG" and verb.dep_ == "pcomp"
        doing = doing or (verb.lower_.endswith("ing") and verb.tag_ == "NN" and neighbour(verb).tag_ in NOUNS)
        if to.lower_ == "to" and parted and (doing or (verb.tag_ == "VB" and not deed)):
            yield verb
        elif to.lower_ == "to" and parted and to.tag_ == "IN" and not doing:
            noun = noun_from(neighbour(to))
            if noun.tag_ in ("NN", "NNS") and noun.dep_ in ("pobj", "conj") and _deed(noun, context):
                yield noun  # "to keeping peace, as well as to the settlement of disputes"


@rule("cue.commitment_past_including")
def _past_including(to: Token) -> Iterator[Token]:
    """A deed hung by "including" before it: "to mending lamps, including old ones, and buying boats"."""
    for gerund in to.doc[to.i + 3 : min(to.sent.end, to.i + FARTHEST)]:
        hung = gerund.tag_ == "VBG" and gerund.dep_ == "conj" and gerund.head.lower_ == "including"
        if hung and neighbour(gerund, -1).tag_ == "CC" and neighbour(gerund, -2).text == ",":
            yield gerund
            return


@rule("cue.commitment_to_two_gerunds")
def _read_as_adjectives(to: Token, thing: Token) -> list[Token]:
    """Two gerunds read as what a noun is like: "commit to increasing and front-loading funds"."""
    first = neighbour(to)
    both = first.tag_ == "VBG" and first.dep_ == "amod" and first.head == thing and thing.left_edge == first
    found = [one for one in coordinated(first) if one.tag_ == "VBG"] if both else []
    return found if len(found) > 1 else []


@rule("cue.commitment_and_gerund")
def _gerund_beside(to: Token, context: PointContext) -> Iterator[Token]:
    """What somebody is bound to do beside a thing, with no other "to": "our commitment to peace and ending hunger"."""
    thing = child(to, "pobj")
    for conjunction in to.doc[thing.i + 1 : thing.i + _NEAR] if thing is not None and thing.tag_ in NOUNS else ():
        if conjunction.tag_ in (*VERBS, "MD", "TO", "IN") or conjunction.text in (",", ";", ":"):
            return
        gerund = neighbour(conjunction)
        doing = gerund.tag_ == "VBG" and (gerund.dep_ == "conj" or child(gerund, "dobj") is not None)
        if conjunction.tag_ == "CC" and doing and gerund.lower_ not in context.words.adjectives:
            yield gerund
            return


def _after(head: Token, context: PointContext) -> list[Token]:
    """What hangs after a word that binds, on it or on the "ourselves" after it."""
    own = next((one for one in head.rights if context.words.marker(one, "reflexive")), None)
    return sorted([*head.rights, *(own.rights if own is not None else ())])


@rule("cue.commitment_to_efforts")
def _steps_for(thing: Token, context: PointContext) -> Token | None:
    """What efforts are for that somebody is bound to, or to double: "commit to redouble efforts to end hunger"."""
    if context.words.find(thing, "noun", "light") is not None:
        return infinitive_beside(thing)
    if context.words.find(thing, "strength", "goal") is None:
        return None
    after = (*thing.rights, *thing.head.head.rights)  # "commit to targets for 2031 to halve losses"
    return next((one for one in after if one.i > thing.i and one.tag_ == "VB" and auxiliary(one, "TO")), None)


def _deed(thing: Token, context: PointContext) -> bool:
    """Whether what stands after "to" is something to do: "promoting trade", "the full implementation of the plan"."""
    if thing.tag_ == "VBG" or (thing.dep_ == "pcomp" and child(thing, "dobj") is not None):
        return True  # "to funding schools", read as a noun
    if thing.tag_ == "NN" and thing.lower_.endswith("ing") and neighbour(thing).text == ",":
        return verb_of(thing, context.words) is not None  # "to launching, in 2027, a process"
    whole = any(one.dep_ == "prep" and one.lower_ == "of" for one in thing.rights)
    return thing.tag_ in NOUNS and whole and verb_of(thing, context.words) is not None


def _beside(noun: Token, first: Token, context: PointContext) -> bool:
    """Whether a noun is a deed with the same "of": "the prevention and treatment of burns"."""
    of = next((one for one in first.rights if one.lower_ == "of"), first)
    same = first.i < noun.i < of.i or (noun.i < of.head.i + 1 and of.head == noun)
    return noun.tag_ in NOUNS and same and verb_of(noun, context.words) is not None


@rule("cue.past_aside")
def _past_aside(head: Token) -> Token | None:
    """The infinitive past an aside: "We commit, considering the needs of each country, to support farmers"."""
    doc = head.doc
    for to in doc[head.i + 2 : head.i + _ASIDE] if neighbour(head).text == "," else ():
        if to.tag_ in FINITE or to.text in (";", "."):
            return None
        if to.tag_ == "TO" and neighbour(to, -1).text == "," and to.head.tag_ == "VB" and to.head.i > to.i:
            return to.head
    return None
