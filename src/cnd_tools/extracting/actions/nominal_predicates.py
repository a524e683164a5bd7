"""What is to be done where a noun says it: "a need for the harmonization of laws", "steps to end piracy"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span, Token

from cnd_tools.extracting.actions.asking_nothing import asks_nothing, of_importance
from cnd_tools.extracting.actions.carried_nouns import carried_gerund, carried_purpose
from cnd_tools.extracting.actions.objects_apart import past_aside
from cnd_tools.extracting.actions.one_complement import of_one_thing
from cnd_tools.extracting.actions.slots import action_of, after_asides, compound, governed, resolved
from cnd_tools.extracting.attributions.reporting_verbs import reporting_verb
from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import (
    ARTICLES,
    FARTHEST,
    NOUNS,
    auxiliary,
    child,
    coordinated,
    first_of,
    negated,
    neighbour,
    noun_phrase,
    own_subject,
    passive,
    subject,
    subtree,
)
from cnd_tools.extracting.grammar.nominalization import (
    not_to_be,
    noun_lemma,
    verb_lemma,
    verb_of,
    verb_under_prefix,
    whole,
)
from cnd_tools.extracting.grammar.verb_series import with_series
from cnd_tools.extracting.matches import ActionMatch, ActorRef, Cue, CueKind
from cnd_tools.extracting.rulebook import rule

_RAISED = frozenset(("VBN", "JJR", "RBR"))  # tags of "increased", "greater", "more" before a noun
_POINTING = frozenset(("DT", "IN", "WDT", "WP", "PRP"))


def nominal_actions(cue: Cue, noun: Token, context: PointContext) -> Iterator[ActionMatch]:
    """Yield what is to be done where a noun says it: the verb in it, that of its infinitive, or itself."""
    noun = whole(context.counted(noun) or noun)  # "a number of reforms": the reforms
    if noun.tag_ in _POINTING or not noun.text[0].isalnum() or (not_to_be(noun) and of_importance(cue)):
        return  # "recommends that the Board:", "called for this"; "the importance of non-intervention", a principle
    named = noun.tag_ in ("NNP", "NNPS") and noun.text[0].isupper() and not noun.is_sent_start
    made_of = verb_of(noun, context.words) if not named else None  # "the importance of the Declaration on Harbours"
    infinitive = _demanded(noun, context)
    if infinitive is not None and cue.kind is not CueKind.NEEDED and not is_purpose(infinitive, noun, context):
        if may_act(noun, context):  # "a need for States to act"
            cue, noun = replace(cue, agents=context.parties(noun)), infinitive
        for one in with_series(infinitive, context.words, cue.until):
            yield action_of(cue, one, (noun, one), context)
        return
    gerunds = _light_gerunds(noun, context) if made_of is None else []
    if not gerunds and (first := _aimed(cue, noun, context)) is not None:
        gerunds = list(coordinated(first))
    if gerunds:
        cue = replace(cue, agents=cue.agents or ())
        yield from (action_of(cue, one, (noun, one), context) for one in gerunds)
        return
    if asks_nothing(cue, noun, made_of, named=named, context=context):
        return
    yield _nominal(cue, noun, made_of, context)
    for one in (*(_sharing(noun) if made_of else ()), *_beside_adjective(noun)):
        other = one.lemma_ if one.tag_ == "VBG" else verb_of(one, context.words)
        if other:
            yield _nominal(cue, one, other, context)
    yield from _attached(cue, noun, context)


def _demanded(noun: Token, context: PointContext) -> Token | None:
    """The infinitive that a noun carries; a passive one where it is the noun that undergoes it."""
    infinitive = _infinitive(noun)
    if infinitive is None or not passive(infinitive):
        return infinitive
    carries = context.words.find(infinitive, "verb", "carry") is not None
    carried = carried_purpose(infinitive, noun) if carries else None
    whose = governed(noun, "of") if verb_of(noun, context.words) else None
    if whose is not None and whose.end == infinitive.left_edge.i:
        return carried  # "the training of crews to be posted there" tells of the crews
    return carried or (infinitive if _undergoes(noun, infinitive) else None)


def _light_gerunds(noun: Token, context: PointContext) -> list[Token]:
    """What a noun that says little is for: "efforts towards improving roads"; not ", linking them", which says how."""
    first = carried_gerund(noun, context) if context.words.find(noun, "noun", "light") else None
    if first is None:
        return []
    beside = [one for one in coordinated(first) if one.tag_ == first.tag_]
    last = max((n for n, one in enumerate(beside) if neighbour(one, -1).tag_ == "CC"), default=0)
    return beside[: last + 1]


def _aimed(cue: Cue, noun: Token, context: PointContext) -> Token | None:
    """The gerund that says what steps are for: "encourage efforts aimed at reducing waste"."""
    steps = cue.kind in (CueKind.DIRECTIVE, CueKind.NOUN) and context.words.find(noun, "noun", "light")
    return carried_gerund(noun, context) if steps else None


def _undergoes(noun: Token, infinitive: Token) -> bool:
    """Whether a passive infinitive says what is to be done to a noun: "codes to be agreed", not "aid, to be paid"."""
    other = any(one.lower_ == "for" and neighbour(one, -1).tag_ == "CC" for one in noun.doc[noun.i : infinitive.i])
    return not other and neighbour(infinitive.left_edge, -1).text != "," and neighbour(noun).text != ","


@rule("action.purpose")
def is_purpose(infinitive: Token, noun: Token, context: PointContext) -> bool:
    """Whether an infinitive only says what a demanded thing is for: "sustainable funding to address problems".

    A noun that carries what is done ("measures to"), names who is to do it, or undergoes it, has it for its demand.

    Args:
        infinitive: the verb after the noun.
        noun: what is demanded.
        context: the point.
    """
    carries = context.words.find(noun, "noun", "light") is not None
    if carries or passive(infinitive) or own_subject(infinitive) not in (None, noun):
        return False
    known = any(one.dep_ in ("det", "poss") and one.lower_ not in ("a", "an") for one in noun.lefts)
    goes_on = context.words.find(infinitive, "verb", "stative", "light") is not None
    clause = noun.head.lower_ != "of" and verb_of(noun, context.words) is None
    if clause and (known or goes_on):  # "the need for this trend to continue", "for aid to be free"
        return False
    return not may_act(noun, context)


@rule("agent.may_act")
def may_act(noun: Token, context: PointContext) -> bool:
    """Whether a noun names people or bodies, by the actors we know or by its form: "guards", "trawler owners".

    Args:
        noun: the noun.
        context: the point.
    """
    if context.all_of(noun) or noun.tag_ in ("NNP", "NNPS", "PRP"):
        return True
    kind = context.words.find(noun, "head")
    role = kind.field("role") if kind is not None else ""
    body = role == "organization" and any(one.lower_ == "the" for one in noun.lefts)  # "a fund to support" is wanted
    return (
        body
        or role == "officer"
        or context.words.find(noun, "noun", "holder") is not None
        or noun.lower_.endswith(tuple(context.words.table("marker", "people")))
    )


@rule("action.attached_passive")
def _attached(cue: Cue, noun: Token, context: PointContext) -> Iterator[ActionMatch]:
    """What is part of what is needed: "cooperation, to be promoted by …"."""
    for one in subtree(noun):
        be = auxiliary(one, "VB") if one.tag_ == "VBN" and one.dep_ in ("relcl", "acl", "advcl") else None
        own = one.head == noun and verb_of(noun, context.words) is None  # "the training of crews to be posted"
        if be is not None and auxiliary(one, "TO") and (own or neighbour(one.left_edge, -1).text == ","):
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
def whiles(noun: Token, context: PointContext) -> Iterator[Token]:
    """Yield what is needed at the same time as what a noun says: "an approach, while respecting …".

    Not what somebody says at the same time: "stressed the need for data, while welcoming the report".
    """
    above = list(noun.ancestors)[:3]
    for one in (*noun.rights, *(two for head in above for two in head.rights)):
        gerund = one.dep_ == "advcl" and one.tag_ == "VBG" and any(two.lower_ == "while" for two in one.lefts)
        # "while acknowledging the benefits" asks for nothing
        holds = gerund and context.words.find(one, "verb", "say", "heed") is not None
        carries = holds and context.words.find(one, "verb", "carry") is not None  # but "while maintaining respect"
        if gerund and (carries or not holds) and reporting_verb(one, context) is None:
            yield one


def _infinitive(noun: Token) -> Token | None:
    """The infinitive a noun carries, by the parse or by standing next to it."""
    for one in noun.rights:
        if one.dep_ in ("acl", "relcl", "advcl") and one.tag_ in ("VB", "VBN") and auxiliary(one, "TO"):
            return one
    after = noun.doc[noun_phrase(noun).end - 1]  # "indicators of progress to be added"
    if neighbour(after).tag_ == "TO":
        verb = neighbour(after).head
        carried = (
            verb.tag_ in (("VB", "VBN") if after == noun else ("VBN",))
            and verb.i > noun.i
            and own_subject(verb) != noun
        )
        return verb if carried else None  # not "considered instruments to be necessary"
    return None


@rule("action.nominal")
def _nominal(cue: Cue, noun: Token, made_of: str | None, context: PointContext) -> ActionMatch:
    thing: Span | None
    own = governed(noun, "of") if cue.bearer is not None and made_of and not _of_doer(noun, context) else None
    if own is not None and not context.all_of(own.root):
        thing = own  # "fair trade requires the removal of barriers"
    elif cue.bearer is not None and cue.bearer.tag_ != "WDT" and cue.bearer.lower_ != "we":
        thing = resolved(cue.bearer, context)
    elif made_of:
        shared = of_one_thing(noun)
        thing = governed(shared[-1] if shared else noun) or next(
            (what for one in _sharing(noun) if (what := governed(one))), None
        )
        thing = thing or _of_both(noun) or after_asides(noun) or compound(noun)
        thing = thing or (past_aside(noun) if noun.lower_.endswith("ing") else None)  # "launching, in 2027, a process"
    else:
        thing = noun_phrase(noun)
    first = noun.left_edge.i if noun.left_edge.i >= context.prefix else noun.i
    start = min(noun.i, max(first, cue.end))
    aim = noun.doc[start : noun.i + 1].text
    agents = cue.agents or ()
    doers = _doers(noun, context)
    if doers:
        agents = doers
        thing = None if _governs_doer(noun, context) else thing
    elif context.words.find(noun, "noun", "joining"):
        thing = None  # "the participation of fishers": they do it, whether or not we know them
    shunned = not_to_be(noun)
    made_of = made_of or (verb_under_prefix(noun, context.words) if shunned else None)
    lemma = made_of or noun_lemma(noun, context.words)
    negative = (cue.negative or negated(noun, context.words)) != shunned
    return ActionMatch(cue, noun, lemma, aim, agents, thing, negative)


@rule("object.of_both")
def _of_both(noun: Token) -> Span | None:
    """What the "of" of the noun before it governs too: "the mobilization and development of human resources"."""
    first = first_of(noun)
    what = governed(first, "of") if first is not noun and neighbour(noun).lower_ == "of" else None
    return what if what is not None and what.start > noun.i else None


@rule("action.shared_need")
def _sharing(noun: Token) -> Iterator[Token]:
    """Nouns that share a need: "cooperation and support", "respect for, and the preservation of, the unity"."""
    if beside := of_one_thing(noun):
        yield from beside
        return
    whole = governed(noun) is not None  # "the posting of officers and the establishment of teams"
    for one in coordinated(noun):
        same = one.left_edge.tag_ in ARTICLES and governed(one) is not None if whole else True
        same = same or one.left_edge.tag_ in _RAISED  # "urge support for crews and increased investment in ports"
        if one is not noun and one.tag_ in NOUNS and same:
            yield one
    if noun.lower_.endswith("ing"):
        yield from _beside_compound(noun)
    dangling = next((one for one in noun.rights if one.dep_ == "prep" and child(one, "pobj", "pcomp") is None), None)
    if dangling is not None:
        for one in noun.doc[dangling.i + 1 : dangling.i + 6]:
            if one.tag_ in ("NN", "NNS") and child(one, "prep") is not None:
                yield one
                return


@rule("repair.noun_beside_adjective")
def _beside_adjective(noun: Token) -> Iterator[Token]:
    """A noun that the parse coordinates with an adjective of the next: "capacity-building and technical assistance"."""
    for one in noun.lefts:
        hyphened = one.tag_ == "VBG" and neighbour(one, -1).text == "-"  # "awareness-raising"
        joins = one.dep_ in ("nmod", "compound", "amod") and (one.tag_ in ("NN", "NNS") or hyphened)
        if joins and any(two.dep_ == "cc" and neighbour(two).tag_ == "JJ" for two in one.rights):
            yield one


@rule("action.beside_compound")
def _beside_compound(noun: Token) -> Iterator[Token]:
    """The noun joined to a compound, read as part of it: "technical assistance and capacity building"."""
    for one in noun.lefts:
        joined = child(one, "conj") if one.dep_ in ("nmod", "compound") and one.tag_ in ("NN", "NNS") else None
        if joined is not None and joined.i == noun.i - 1 and neighbour(joined, -1).dep_ == "cc":
            yield one


def _governs_doer(noun: Token, context: PointContext) -> bool:
    """Whether "of" names who does it: "the withdrawal of Israel"; not "the ratification of the treaty by Chad"."""
    return context.words.find(noun, "noun", "own", "joining") is not None


def _of_doer(noun: Token, context: PointContext) -> bool:
    """Whether the "of" of a noun may name who does it or gives it: "the support of donors"."""
    return _governs_doer(noun, context) or context.words.find(noun, "noun", "given", "help") is not None


@rule("agent.of_noun")
def _doers(noun: Token, context: PointContext) -> tuple[ActorRef, ...]:
    """Who does what a noun says: "the withdrawal of Israel", "action by States", "support from donors"."""
    if context.words.find(noun, "noun", "enjoyed"):
        return ()  # "the enjoyment of rights by women"
    marks = {"of"} if _governs_doer(noun, context) else set()
    marks |= {"from"} if context.words.find(noun, "noun", "given") else set()
    shared = of_one_thing(noun)  # "the participation of and consultation with fishers"
    last = tuple(shared[-1].rights) if shared and "of" in marks else ()
    beside = neighbour(noun)  # "co-operation among banks", hung by what governs it
    if beside.tag_ == "IN" and context.words.marker(beside, "doing") and beside.head != noun:
        last = (*last, beside)
    for one in (*noun.rights, *last):
        if one in last and child(one, "pobj") is not None and one.i > beside.i:
            found = context.parties(child(one, "pobj"))
            if found:
                return found
        if one.dep_ in ("prep", "agent") and (context.words.marker(one, "doing") or one.lower_ in marks):
            found = context.parties(child(one, "pobj"))
            if found:
                return found
    return _by_far(noun, context) if verb_of(noun, context.words) else ()


@rule("agent.by_far")
def _by_far(noun: Token, context: PointContext) -> tuple[ActorRef, ...]:
    """Who does what a noun says, named after all it governs: "the review of the rules by States"."""
    for one in subtree(noun):
        if one.i > noun.i and one.lower_ == "by" and one.head.tag_ in NOUNS and neighbour(one, -1).text != ",":
            return context.parties(child(one, "pobj"))
    return ()
