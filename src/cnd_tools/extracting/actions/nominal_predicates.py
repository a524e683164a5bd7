"""What is to be done where a noun says it: "a need for the harmonization of laws", "steps to end piracy"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from cnd_tools.extracting.actions.slots import action_of, after_asides, compound, governed, resolved
from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import (
    ARTICLES,
    FARTHEST,
    NOUNS,
    auxiliary,
    child,
    coordinated,
    negated,
    neighbour,
    noun_phrase,
    own_subject,
    passive,
    subject,
    subtree,
)
from cnd_tools.extracting.grammar.coordination import infinitive_beside, with_series
from cnd_tools.extracting.grammar.nominalization import verb_lemma, verb_of
from cnd_tools.extracting.matches import ActionMatch, ActorRef, Cue, CueKind
from cnd_tools.extracting.rulebook import rule


def nominal_actions(cue: Cue, noun: Token, context: PointContext) -> Iterator[ActionMatch]:
    """Yield what is to be done where a noun says it: the verb in it, that of its infinitive, or itself."""
    named = noun.tag_ in ("NNP", "NNPS") and noun.text[0].isupper() and not noun.is_sent_start
    made_of = verb_of(noun, context.words) if not named else None  # "the importance of the Declaration on Harbours"
    infinitive = _infinitive(noun)
    if infinitive is not None and passive(infinitive):
        infinitive = carried_purpose(infinitive, noun) if context.words.find(infinitive, "verb", "carry") else None
    if (
        infinitive is not None
        and cue.kind is not CueKind.NEEDED
        and (context.words.find(noun, "noun", "light") or not made_of)
    ):
        for one in with_series(infinitive, context.words, cue.until):
            yield action_of(cue, one, (noun, one), context)
        return
    if cue.strength == "recommendation" and not (made_of or cue.kind is CueKind.DIRECTIVE or _way(noun, context)):
        return  # the importance of a thing asks for nothing
    if cue.kind is CueKind.CHAPEAU and not made_of:
        return
    yield _nominal(cue, noun, made_of, context)
    for one in _sharing(noun) if made_of else ():
        other = verb_of(one, context.words)
        if other:
            yield _nominal(cue, one, other, context)
    yield from _attached(cue, noun, context)


@rule("action.way_of_acting")
def _way(noun: Token, context: PointContext) -> bool:
    """Whether a noun names a way of acting that is to be taken: "an integrated approach", not "the approach"."""
    known = any(one.dep_ in ("det", "poss") and one.lower_ not in ("a", "an") for one in noun.lefts)
    return context.words.find(noun, "noun", "way") is not None and not known


@rule("action.attached_passive")
def _attached(cue: Cue, noun: Token, context: PointContext) -> Iterator[ActionMatch]:
    """What is part of what is needed: "cooperation, to be promoted by …"."""
    for one in subtree(noun):
        be = auxiliary(one, "VB") if one.tag_ == "VBN" and one.dep_ in ("relcl", "acl", "advcl") else None
        if be is not None and auxiliary(one, "TO"):
            aim = f"{be.text} {one.text}"
            yield ActionMatch(cue, one, verb_lemma(one, context.words), aim, (), noun_phrase(noun), cue.negative)


@rule("action.besides")
def besides(cue: Cue, verb: Token, context: PointContext) -> Iterator[ActionMatch]:
    """Yield what is part of what is needed: "with the active participation of women" (annotation guidelines)."""
    doc, end = verb.doc, min(cue.until or verb.sent.end, verb.i + FARTHEST)
    for token in doc[verb.i + 1 : end - 3]:
        if token.lower_ != "with" or neighbour(token).tag_ != "DT":
            continue
        noun = next((one for one in doc[token.i + 2 : min(token.i + 6, end)] if one.tag_ in ("NN", "NNS")), None)
        word = context.words.find(noun, "noun", "beside", "joining") if noun is not None else None
        whose = governed(noun) if noun is not None and word is not None else None
        if noun is None or word is None or whose is None:
            continue
        does = word.field("form") == "joining"
        asked = cue.agents if cue.agents is not None else () if passive(verb) else context.parties(subject(verb))
        agents = context.parties(whose.root) if does else asked
        aim = doc[token.i + 2 : noun.i + 1].text
        yield ActionMatch(cue, noun, word.field("verb"), aim, agents, None if does else whose, cue.negative)


@rule("action.while_gerund")
def whiles(noun: Token) -> Iterator[Token]:
    """Yield what is needed at the same time as what a noun says: "an approach, while respecting …"."""
    above = list(noun.ancestors)[:3]
    for one in (*noun.rights, *(two for head in above for two in head.rights)):
        if one.dep_ == "advcl" and one.tag_ == "VBG" and any(two.lower_ == "while" for two in one.lefts):
            yield one


def _infinitive(noun: Token) -> Token | None:
    """The infinitive a noun carries, by the parse or by standing next to it."""
    for one in noun.rights:
        if one.dep_ in ("acl", "relcl", "advcl") and one.tag_ in ("VB", "VBN") and auxiliary(one, "TO"):
            return one
    if neighbour(noun).tag_ == "TO":
        verb = neighbour(noun).head
        carried = verb.tag_ in ("VB", "VBN") and verb.i > noun.i and own_subject(verb) != noun
        return verb if carried else None  # not "considered instruments to be necessary"
    return None


@rule("action.nominal")
def _nominal(cue: Cue, noun: Token, made_of: str | None, context: PointContext) -> ActionMatch:
    thing: Span | None
    if cue.bearer is not None and cue.bearer.tag_ != "WDT" and cue.bearer.lower_ != "we":
        thing = resolved(cue.bearer, context)
    elif made_of:
        thing = governed(noun) or next((what for one in _sharing(noun) if (what := governed(one))), None)
        thing = thing or after_asides(noun) or compound(noun)
    else:
        thing = noun_phrase(noun)
    start = min(noun.i, max(noun.left_edge.i, cue.end))
    aim = noun.doc[start : noun.i + 1].text
    agents = cue.agents or ()
    doers = _doers(noun, context)
    if doers:
        agents = doers
        thing = None if _governs_doer(noun, context) else thing
    lemma = made_of or noun.lemma_.lower()
    return ActionMatch(cue, noun, lemma, aim, agents, thing, cue.negative or negated(noun, context.words))


@rule("action.shared_need")
def _sharing(noun: Token) -> Iterator[Token]:
    """Nouns that share a need: "cooperation and support", "respect for, and the preservation of, the unity"."""
    whole = governed(noun) is not None  # "the posting of officers and the establishment of teams"
    for one in coordinated(noun):
        same = one.left_edge.tag_ in ARTICLES and governed(one) is not None if whole else True
        if one is not noun and one.tag_ in NOUNS and same:
            yield one
    dangling = next((one for one in noun.rights if one.dep_ == "prep" and child(one, "pobj", "pcomp") is None), None)
    if dangling is not None:
        for one in noun.doc[dangling.i + 1 : dangling.i + 6]:
            if one.tag_ in ("NN", "NNS") and child(one, "prep") is not None:
                yield one
                return


def _governs_doer(noun: Token, context: PointContext) -> bool:
    """Whether "of" names who does it: "the withdrawal of Israel"; not "the ratification of the treaty by Chad"."""
    return context.words.find(noun, "noun", "own", "joining") is not None


@rule("agent.of_noun")
def _doers(noun: Token, context: PointContext) -> tuple[ActorRef, ...]:
    """Who does what a noun says: "the withdrawal of Israel", "the accession of Chad", "action by States"."""
    own = _governs_doer(noun, context)
    for one in noun.rights:
        if one.dep_ in ("prep", "agent") and (context.words.marker(one, "doing") or (own and one.lower_ == "of")):
            found = context.parties(child(one, "pobj"))
            if found:
                return found
    return ()


@rule("action.carried_purpose")
def carried_purpose(verb: Token, thing: Token) -> Token | None:
    """Return the infinitive that a verb with a light noun carries: "take steps to eliminate"."""
    beside = infinitive_beside(thing) if thing.i > verb.i else None
    if beside is not None:
        return beside
    for head in (verb, thing):
        for one in head.rights:
            infinitive = one.dep_ in ("acl", "xcomp", "relcl", "advcl") and one.tag_ == "VB" and auxiliary(one, "TO")
            if infinitive and not any(two.lower_ == "order" for two in one.lefts):
                return one
    return None
