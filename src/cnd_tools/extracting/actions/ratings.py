"""Cues of what is held: "was seen as a priority", "was considered a key element", "support was expressed for"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import (
    VERBS,
    auxiliary,
    child,
    first_of,
    neighbour,
    own_subject,
    passive,
    subject,
)
from cnd_tools.extracting.grammar.nominal_series import nominal_series
from cnd_tools.extracting.grammar.nominalization import verb_of
from cnd_tools.extracting.matches import Attribution, Cue, CueKind, cue_at
from cnd_tools.extracting.rulebook import rule


@rule("cue.rated_as")
def rated_as(token: Token, context: PointContext) -> Token | None:
    """Return the passive verb that says what something is held to be: "was seen as a priority", "was termed key".

    Args:
        token: the noun or adjective that it is held to be.
        context: the point.
    """
    if token.dep_ == "oprd" and passive(token.head):
        return token.head
    by_as = token.head.lower_ == "as" and token.head.dep_ == "prep"
    verb = token.head.head if by_as else None
    said = context.words.find(verb, "verb", "say", "claim", "rate") if verb is not None else None
    return verb if verb is not None and said is not None and passive(verb) else None


@rule("cue.rated_element")
def rated_element(noun: Token, context: PointContext) -> Iterator[Cue]:
    """Yield what is held to be a part that may not be missing: "the use of radar was seen as a key element of safety".

    Plain description asks for nothing ("radar is a key element"; annotation guidelines, "key pillar").
    """
    verb = rated_as(noun, context) if context.words.find(noun, "noun", "element") else None
    held = own_subject(verb) if verb is not None else None
    if verb is None or held is None or auxiliary(verb, "MD"):
        return
    for one in noun.lefts:
        word = context.words.find(one, "strength", "predicate") if one.dep_ in ("amod", "compound") else None
        if word is not None and _deed(held, context):
            yield cue_at(one, word, held, CueKind.PREDICATE, "element", agents=())
            return


def _deed(thing: Token, context: PointContext) -> bool:
    """Whether a noun or gerund says something to do or to put in place."""
    made = verb_of(thing, context.words) is not None and not context.words.find(thing, "noun", "virtue", "saying")
    return thing.tag_ == "VBG" or made or context.words.find(thing, "noun", "way") is not None


@rule("cue.support")
def supported(attribution: Attribution, context: PointContext) -> Iterator[Cue]:
    """Yield what support is expressed for: "for the use of drones", "for organizing a workshop"; not "for the Office".

    Args:
        attribution: a position whose verb voices a noun, or that is one.
        context: the point.
    """
    verb = attribution.verb
    nouns = (verb, *(one for one in verb.children if one.dep_ in ("dobj", "nsubjpass")))
    noun = next((one for one in nouns if context.words.find(one, "strength", "backing")), None)
    word = context.words.find(noun, "strength", "backing") if noun is not None else None
    preps = (one for head in (noun, verb) if head is not None for one in head.rights if one.lower_ == "for")
    prep = next(preps, None)
    thing = child(prep, "pobj", "pcomp") if prep is not None else None
    if noun is None or word is None or prep is None or thing is None:
        return
    for one in (thing, *nominal_series(prep, thing, context.words)):
        if one.tag_ == "VBG" or (_deed(one, context) and _of_a_thing(one, context)):
            yield cue_at(noun, word, one, CueKind.IDEA, agents=())


def _of_a_thing(noun: Token, context: PointContext) -> bool:
    """Whether what is done is done to a thing, not by somebody: "the use of radar", not "the work of the Office"."""
    of = next((one for one in noun.rights if one.lower_ == "of"), None)
    whose = child(of, "pobj") if of is not None else None
    owned = any(one.dep_ == "poss" for one in noun.lefts)
    theirs = context.words.find(noun, "noun", "own", "part", "joining", "zero", "virtue") is not None
    return whose is not None and not owned and not (theirs and context.all_of(whose))


@rule("cue.added_clause")
def added_duty(verb: Token, context: PointContext) -> bool:
    """Whether a clause of a treaty adds a duty to its noun: "shall adopt a report, which shall be published".

    Elsewhere relative clauses are no actions of their own (annotation guidelines), and one that restricts its noun only
    says which is meant (Quirk et al. 1985, 17.22), but for "the member who shall preside".

    Args:
        verb: the verb of the clause.
        context: the point.
    """
    bearer, clause = subject(verb), first_of(verb)
    who = bearer is not None and bearer.tag_ in ("WDT", "WP") and bearer.lower_ != "that"
    if bearer is None or not (who and context.legal) or verb.lemma_ == "be" or clause.dep_ != "relcl":
        return False
    return neighbour(clause.left_edge, -1).text == "," or bearer.lower_ == "who"


@rule("cue.relative_clause")
def demanded_of_noun(verb: Token, context: PointContext) -> bool:
    """Whether a relative clause says what is to be done to its noun: "gaps that should be closed".

    In a resolution it only says which ("Recalling the resolutions that should be read").

    Args:
        verb: the verb of the clause, or the one its infinitive hangs by ("obstacles that had to be removed").
        context: the point.
    """
    infinitive = child(verb, "xcomp")
    undergone = passive(verb) or (infinitive is not None and passive(infinitive))
    bearer = subject(verb)
    if verb.dep_ != "relcl" or not undergone or bearer is None or bearer.tag_ != "WDT":
        return False
    return context.opening is None and verb.sent.root.tag_ != "VBG"


@rule("cue.how_vital")
def how_vital(adjective: Token, verb: Token, context: PointContext) -> Token | None:
    """Return what somebody emphasizes how vital it is to do: "stressed how important it was to protect the coast".

    Args:
        adjective: "important".
        verb: "was".
        context: the point.
    """
    how = any(one.lower_ == "how" for one in adjective.lefts) and any(one.lower_ == "it" for one in verb.lefts)
    said = context.words.find(verb.head, "verb", "say") if how and verb.dep_ == "ccomp" else None
    if said is None or said.entry.id != "emphasize":
        return None  # "asked how important it was to meet"
    clauses = (one for one in verb.rights if one.dep_ in ("xcomp", "ccomp", "advcl") and one.tag_ in VERBS)
    return next((one for one in clauses if auxiliary(one, "TO") or child(one, "mark") is not None), None)
