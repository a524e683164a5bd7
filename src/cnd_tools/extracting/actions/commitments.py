"""Commitments: by which words those who speak bind themselves, and to what (annotation guidelines, "actions").

"We commit ourselves to strengthening X", "are determined to end poverty", "reaffirm our commitment to implementing it",
"we will support them": obligations, with whoever speaks as agent. A commitment to a thing binds to no deed.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from cnd_tools.extracting.actions.committed_to import committed_to
from cnd_tools.extracting.attributions.first_person import we_of
from cnd_tools.extracting.attributions.holding_subjects import holding_subject
from cnd_tools.extracting.attributions.openings import stands_after
from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import (
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
from cnd_tools.extracting.grammar.lists_in_line import listed
from cnd_tools.extracting.grammar.repairs import does_so
from cnd_tools.extracting.matches import ActorRef, Attribution, Cue, CueKind, How, cue_at
from cnd_tools.extracting.rulebook import rule

_VOICING = ("say", "voice", "utter", "claim", "open")
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
    for head in committed_to(verb, context):
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
    if _shown(verb):
        return
    agents = context.parties(_owner(noun, first, context) or holding_subject(verb))
    body = context.body if context.opening is not None else None
    for head in committed_to(noun, context):
        yield cue_at(noun, word, head, CueKind.COMMITMENT, word.lemma, agents=agents or ((body,) if body else ()))


@rule("cue.shown_commitment")
def _shown(verb: Token) -> bool:
    """Whether a clause only tells what shows a commitment: "had ratified it, which showed its commitment to peace"."""
    bearer = own_subject(verb) if verb.tag_ in VERBS else None
    return bearer is not None and bearer.tag_ == "WDT" and bearer.lower_ == "which"


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
    return next(committed_to(noun, context), None) if bearer is not None and bearer.lower_ == "we" else None


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
    deeds = list(committed_to(head, context)) if bare else []  # not "undertake every effort to"
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
