"""Commitments: by which words those who speak bind themselves, and to what (annotation guidelines, "actions").

"We commit ourselves to strengthening X", "are determined to end poverty", "reaffirm our commitment to implementing it",
"we will support them": obligations, with whoever speaks as agent. A commitment to a thing binds to no deed.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from cnd_tools.extracting.actions.slots import noun_from
from cnd_tools.extracting.attributions.first_person import we_of
from cnd_tools.extracting.attributions.holding_subjects import holding_subject
from cnd_tools.extracting.attributions.openings import stands_after
from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import (
    FARTHEST,
    FINITE,
    NOUNS,
    VERBS,
    asserted,
    auxiliary,
    child,
    coordinated,
    first_of,
    negated,
    neighbour,
    own_subject,
    passive,
    subject,
)
from cnd_tools.extracting.grammar.coordination import listed, listed_after_to
from cnd_tools.extracting.grammar.nominalization import verb_of
from cnd_tools.extracting.grammar.repairs import does_so, verb_after_to
from cnd_tools.extracting.grammar.verb_series import infinitive_beside
from cnd_tools.extracting.matches import ActorRef, Attribution, Cue, CueKind, How, cue_at
from cnd_tools.extracting.rulebook import rule

_VOICING = ("say", "voice", "utter", "claim", "open")
_TO = ("to", "towards", "toward")
_NEAR = 6  # tokens at most from a thing to the "and" after it
_CLIMB = 12  # words at most from a commitment up to the verb that voices it


@rule("cue.commitment")
def commitment(attribution: Attribution, context: PointContext) -> Iterator[Cue]:
    """Yield what a position binds its holder to: "pledges to reduce", "is determined to end", "commit to promoting".

    Args:
        attribution: the position.
        context: the point.
    """
    verb = attribution.verb
    word = context.words.find(verb, "strength", "bind")
    binding = context.speaker is not None or context.legal or attribution.how is How.OPENING  # "Agrees to fund it"
    if word is None and binding and verb.tag_ != "MD":
        word = context.words.find(verb, "strength", "will")
    if word is None or context.words.marker(verb, "finding") or (passive(verb) and attribution.how is How.PASSIVE):
        return
    agents = _holders(attribution, context)
    for head in _bound(verb, context):
        own = own_subject(head) if head.dep_ == "ccomp" else None
        others = context.parties(own) if own is not None and not passive(head) else ()
        yield cue_at(verb, word, head, CueKind.COMMITMENT, word.lemma, agents=others or agents)


@rule("cue.commitment_noun")
def pledge(noun: Token, context: PointContext) -> Iterator[Cue]:
    """Yield what a noun of commitment binds to: "reaffirm our will and commitment to implement the treaty"."""
    word = context.words.find(noun, "strength", "pledge")
    if word is None:
        return
    first = first_of(noun)
    verb = first.head
    said = _is_to(noun, context) or _united_in(noun, context)
    if said is not None:
        agents = context.parties(_owner(noun, first, context))
        yield cue_at(noun, word, said, CueKind.COMMITMENT, word.lemma, agents=agents)
        return
    if first.dep_ not in ("dobj", "nsubjpass") or not context.words.find(verb, "verb", *_VOICING):
        ours = context.speaker is not None  # in a resolution what is reaffirmed so binds nobody
        first, verb = noun, (_voicing(noun, context) if ours else None) or noun
    if not (_owned(noun, first) or _of_us(noun, context)) or not context.words.find(verb, "verb", *_VOICING):
        return
    agents = context.parties(_owner(noun, first, context) or holding_subject(verb))
    body = context.body if context.opening is not None else None
    for head in _bound(noun, context):
        yield cue_at(noun, word, head, CueKind.COMMITMENT, word.lemma, agents=agents or ((body,) if body else ()))


@rule("cue.our_commitment_is")
def _is_to(noun: Token, context: PointContext) -> Token | None:
    """What those who say "we" say their commitment is: "Our commitment is to end hunger"."""
    ours = context.speaker is not None and any(one.lower_ == "our" for one in noun.lefts)
    if not ours or noun.dep_ != "nsubj" or noun.head.lemma_ != "be":
        return None
    after = (one for one in noun.head.rights if one.dep_ in ("xcomp", "ccomp", "attr", "advcl"))
    return next((one for one in after if one.tag_ == "VB" and auxiliary(one, "TO")), None)


@rule("cue.united_in")
def _united_in(noun: Token, context: PointContext) -> Token | None:
    """What "we" are of one mind to do: "We stand united in our resolve to end the epidemic"."""
    ours = context.speaker is not None and any(one.lower_ == "our" for one in noun.lefts)
    if not ours or noun.dep_ != "pobj" or noun.head.lower_ != "in":
        return None
    above = noun.head.head
    bearer = subject(above.head if above.dep_ in ("acomp", "oprd") else above)
    return next(_bound(noun, context), None) if bearer is not None and bearer.lower_ == "we" else None


@rule("cue.we_will")
def will(token: Token, context: PointContext) -> Iterator[Cue]:
    """Yield what those who make a declaration say they will do: "We will support the work of the fund"."""
    word = context.words.find(token, "strength", "will") if context.speaker is not None else None
    head = token.head
    if word is None or token.tag_ != "MD":
        return
    we = we_of(token, context)
    if we is not None and we.i == token.i - 1:  # "We will: (a) fund schools; (b) train teachers"
        for one in listed(token, context.words):
            yield cue_at(token, word, one, CueKind.COMMITMENT, word.lemma, agents=context.parties(we))
    if token.dep_ != "aux" or head.tag_ not in VERBS or _tells_of_a_thing(token):
        return
    beside = stands_after(token, context).tag_ == "CC" and head.lemma_ != "be"
    goes_on = own_subject(head) is None and beside  # "… and will support"
    if own_subject(head) is None and stands_after(token, context).tag_ in NOUNS:
        return  # "We reaffirm that aid and the care of girls will help", its subject taken for an object
    bearer = we_of(token, context) if goes_on else subject(head)
    if bearer is None or bearer.lower_ != "we" or not (goes_on or asserted(head, context.words)):
        return
    if head.lemma_ == "be" or does_so(head):  # "we will be bold", "we will do so", "peace will be at risk": no deed
        return
    perfect = any(one.lower_ == "have" and one.dep_ == "aux" for one in head.lefts)
    if perfect or (first_of(head).dep_ == "ccomp" and negated(head, context.words)):
        return  # "we recognize that we will not reach the goals" foresees
    agents, denied = context.parties(bearer), negated(token, context.words)
    for one in _bound_by_will(head, context):
        yield cue_at(token, word, one, CueKind.COMMITMENT, word.lemma, agents=agents, negative=denied)


@rule("cue.will_commit")
def _bound_by_will(head: Token, context: PointContext) -> list[Token]:
    """What those bind themselves to who say they will commit: "we will commit to cutting fees and open the ports"."""
    bare = child(head, "dobj") is None and context.words.find(head, "strength", "bind") is not None
    deeds = list(_bound(head, context)) if bare else []  # not "undertake every effort to"
    beside = (one for one in coordinated(head) if one is not head and own_subject(one) is None) if deeds else ()
    return [*deeds, *beside] or [head]


def _tells_of_a_thing(modal: Token) -> bool:
    """Whether "and will" goes on with the clause about a thing before it: "the good that ports do, and will do, us"."""
    before = neighbour(modal, -2)
    before = neighbour(modal, -3) if before.text == "," else before
    verbs = (modal.head, *(one for one in modal.head.rights if one.dep_ == "xcomp"))
    return before.dep_ == "relcl" and not any(child(verb, "dobj") for verb in verbs)


@rule("cue.far_commitment")
def _voicing(noun: Token, context: PointContext) -> Token | None:
    """The verb that voices a commitment joined to what stands far from it: "note the role of X in Y and our pledge"."""
    edge = noun.left_edge
    before = neighbour(edge, -1)  # "and our", ", as well as our"
    joined = noun.dep_ == "conj" and edge.tag_ == "PRP$" and (before.dep_ == "cc" or before.text == ",")
    above = noun.head
    for _ in range(_CLIMB if joined else 0):
        if context.words.find(above, "verb", *_VOICING):
            return above
        above = above.head
    return None


def _holders(attribution: Attribution, context: PointContext) -> tuple[ActorRef, ...]:
    """Those who hold a position: all of its subject, or the one that was found."""
    holder = attribution.source
    if attribution.how is How.ACTIVE:
        verb = attribution.verb if attribution.verb.tag_ in VERBS else attribution.verb.head
        found = context.parties(holding_subject(verb, context))
        if any(one.actor == holder.actor for one in found):
            return found
    return (ActorRef(holder.actor, holder.text or None, holder.mention),) if holder.actor else ()


def _owned(noun: Token, first: Token) -> bool:
    """Whether it is somebody's own: "our determination and commitment"; not "the commitment of Chad to report"."""
    return any(one.tag_ == "PRP$" for head in (noun, first) for one in head.lefts)


@rule("cue.the_commitment")
def _of_us(noun: Token, context: PointContext) -> bool:
    """Whether those who say "we" mean their own: "We reaffirm the commitment to leave no one behind"."""
    own = noun.dep_ == "dobj" and any(one.lower_ == "the" for one in noun.lefts)
    bearer = holding_subject(noun.head) if own and context.speaker is not None else None
    told = any(one.dep_ in ("relcl", "acl") and not auxiliary(one, "TO") for one in noun.rights)
    others = any(
        one.dep_ == "agent" or (one.dep_ == "prep" and one.lower_ in ("of", "by", "from")) for one in noun.rights
    )
    return bearer is not None and bearer.lower_ == "we" and not (told or others)


def _owner(noun: Token, first: Token, context: PointContext) -> Token | None:
    """The "our" of a commitment, where it is known who "we" are."""
    return next(
        (one for head in (noun, first) for one in head.lefts if one.tag_ == "PRP$" and one.i in context.at), None
    )


def _bound(head: Token, context: PointContext) -> Iterator[Token]:
    """What somebody is bound to: an infinitive, a gerund or a verbal noun after "to", a clause after "that"."""
    items = listed_after_to(head, head.sent.end, context.words)
    if items:
        yield from items  # "commit to (i) funding schools; (ii) training teachers"
        return
    stated = head.tag_ not in ("VBN", "JJ")  # "pledged that it was ready" binds to nothing
    for one in _after(head, context):
        foreseen = auxiliary(one, "MD") or not stated  # "pledge that no one will be left behind"
        mark = child(one, "mark") if one.dep_ in ("acl", "relcl") else None
        clause = one.dep_ == "ccomp" or (
            mark is not None and mark.lower_ == "that"
        )  # "our resolve that all will be free"
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
            elif thing is not None and _deed(thing, context):
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
        told = "relcl" in (
            to.dep_,
            to.head.dep_ if to.dep_ in ("aux", "auxpass") else "",
        )  # "to a law that is fair"
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


_ASIDE = 25  # tokens at most from what binds to the end of an aside
