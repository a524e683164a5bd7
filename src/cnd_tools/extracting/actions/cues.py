"""Deontic cues: what in a sentence says that something is to be done, how strongly, and by which words.

Each finder yields cues with the verb or noun they govern; what that comes to is said by `predicates`. Modals stand
here; needs and directives have files of their own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from spacy.tokens import Token

from cnd_tools.extracting.actions.asked_verbs import asked_through
from cnd_tools.extracting.actions.attitudes import backed, dissuaded
from cnd_tools.extracting.actions.commitments import commitment, pledge, will
from cnd_tools.extracting.actions.directives import directive
from cnd_tools.extracting.actions.duties import duty
from cnd_tools.extracting.actions.items import inherited
from cnd_tools.extracting.actions.lacks import lack, required_for
from cnd_tools.extracting.actions.minutes import minutes
from cnd_tools.extracting.actions.needs import need, predicate
from cnd_tools.extracting.actions.permissions import forbidden, forbidden_deed, forbids, gives_right, is_to, permits
from cnd_tools.extracting.actions.pledges import pledged
from cnd_tools.extracting.actions.ranks import prioritized, rank
from cnd_tools.extracting.actions.ratings import added_duty, demanded_of_noun, rated_element, supported
from cnd_tools.extracting.actions.targets import aimed, goal_is, is_to_reach, will_reach
from cnd_tools.extracting.attributions.assertion import claims, rated
from cnd_tools.extracting.attributions.courtesy import courteous
from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import (
    VERBS,
    asserted,
    auxiliary,
    child,
    first_of,
    negated,
    neighbour,
    own_subject,
    passive,
    subject,
)
from cnd_tools.extracting.grammar.columns import Sieve
from cnd_tools.extracting.grammar.lists_in_line import listed
from cnd_tools.extracting.grammar.repairs import subject_before, verb_past_aside, verb_past_to
from cnd_tools.extracting.grammar.word_classes import Word, WordClasses
from cnd_tools.extracting.matches import Attribution, Cue, CueKind, How, cue_at
from cnd_tools.extracting.path_rules import path_rules
from cnd_tools.extracting.rulebook import rule

# Classes of words that ask in one of the rules of a verb, and of a noun or adjective: most words are in none.
_VERBAL = ("semi", "passive", "lack")
_NOMINAL = ("predicate", "clausal", "proposal", "noun", "rank", "idea", "pledge", "duty")
_MOST_MODALS = 8  # of one verb; "States should, should, should, …" asks each for all that hangs on it


def find_cues(attributions: Sequence[Attribution], context: PointContext) -> Iterator[Cue]:
    """Yield the cues of a parsed Doc; where two of them govern one verb, the nearer comes first."""
    ends = _ends(attributions, context)
    for one in _found(attributions, ends, context):
        yield replace(one, until=next((end for end in ends if end > one.start), 0))


def _ends(attributions: Sequence[Attribution], context: PointContext) -> list[int]:
    """Where what is asked for ends: at the next opening in the form of the first, or with the paragraph.

    What "we" hold ends where the next thing does that they hold, and with the sentence.
    """
    doc = context.doc
    if openings := [one.verb for one in attributions if one.how is How.OPENING]:
        return [*(verb.i for verb in openings if (verb.tag_ == "VBG") == (openings[0].tag_ == "VBG")), len(doc)]
    ours = {one.verb.i for one in attributions if one.source.start >= 0 and doc[one.source.start].lower_ == "we"}
    if context.speaker is None or not ours:
        return []
    return sorted(ours.union(one.end for one in doc.sents if one[-1].text != ";"))


def _found(attributions: Sequence[Attribution], ends: Sequence[int], context: PointContext) -> Iterator[Cue]:
    later, aims = list[Cue](), list[Cue]()
    modals = Counter[int]()
    by_path = path_rules(context.lexicon, context.words).cues(context)
    yield from by_path["first"]
    for token in _asking(context.words).of(context.doc, context.prefix):
        tag = token.tag_
        if tag == "MD":
            modals[token.head.i] += 1
            yield from modal(token, context) if modals[token.head.i] <= _MOST_MODALS else ()
            yield from will(token, context)
            aims.extend(will_reach(token, context))
        elif tag in VERBS:
            if context.words.find(token, "strength", *_VERBAL) is not None:
                yield from semi(token, context)
                later.extend(lack(token, context))
            yield from forbidden(token, context)
            yield from is_to(token, context)
            aims.extend(is_to_reach(token, context) if token.lemma_ == "be" else aimed(token, context))
        elif tag == "NNS":
            later.extend(rank(token, context))
            yield from semi(token, context) if _read_as_noun(token, context) else ()
            aims.extend(goal_is(token, context))
        else:
            later.extend(_by_noun(token, context))
            aims.extend(goal_is(token, context) if tag == "NN" else ())
    yield from by_path["modal"]
    yield from later
    yield from by_path["need"]
    yield from minutes(context)
    yield from _by_position(attributions, ends, context)
    yield from by_path["directive"]
    yield from inherited(context)
    yield from by_path["last"]
    yield from aims


@lru_cache(maxsize=4)
def _asking(words: WordClasses) -> Sieve:
    """Return what lets words through at which one of the rules of `_found` may find something."""

    def may(token: Token) -> bool:
        tag = token.tag_
        if tag in VERBS:
            return token.lemma_ == "be" or words.begins(token, "strength", *_VERBAL, "forbid", "aiming", "bind")
        if tag in ("NN", "JJ"):
            return words.begins(token, "strength", *_NOMINAL, "goal", "scheme") or words.begins(
                token, "noun", "element"
            )
        return tag == "MD" or (tag == "NNS" and words.begins(token, "strength", "rank", "semi", "goal", "scheme"))

    return Sieve(may)


def _by_noun(token: Token, context: PointContext) -> Iterator[Cue]:
    """What a noun or an adjective asks."""
    noun = token.tag_ == "NN"
    asks = context.words.find(token, "strength", *_NOMINAL) is not None
    yield from predicate(token, context) if asks else ()
    if asks and (noun or token.dep_ in ("dobj", "pobj")):  # "the imperative of", read as an adjective
        yield from need(token, context)
    if noun and context.words.find(token, "noun", "element") is not None:
        yield from rated_element(token, context)
    yield from pledge(token, context) if asks and noun else ()
    yield from duty(token, context) if asks and noun else ()


def _by_position(attributions: Sequence[Attribution], ends: Sequence[int], context: PointContext) -> Iterator[Cue]:
    """What somebody asks, or binds himself to, by what he holds."""
    for position in attributions:
        yield from supported(position, context)
        yield from pledged(position, context)
        yield from directive(position, context, until=next((end for end in ends if end > position.verb.i), 0))
        yield from dissuaded(position, context)
        yield from backed(position, context)
        yield from commitment(position, context)


@rule("cue.modal")
def modal(token: Token, context: PointContext) -> Iterator[Cue]:
    """Yield what an auxiliary asks: "should be ratified", "ought to be returned", "must: (a) sign; (b) pay"."""
    word = context.words.find(token, "strength", "modal")
    if word is None or _as_decided(token):
        return
    inner = child(token, "xcomp")
    # "property ought to be returned"
    if inner is not None and auxiliary(inner, "TO") and asserted(token, context.words):
        yield cue_at(token, word, inner, CueKind.MODAL, negative=negated(token, context.words))
        return
    head = token.head if token.head.dep_ != "auxpass" else token.head.head  # "should be regularly addressed"
    if token.dep_ not in ("aux", "ROOT", "auxpass") and neighbour(token).text not in (",", "("):
        return
    items = listed(token, context.words)
    if items and (head.i >= token.i or neighbour(token).text == "("):
        yield _of_list(token, word, head if head.i > token.i else items[0], context)
        return
    past = verb_past_aside(token) if head is token or head.tag_ not in VERBS else None
    head = past or head
    first = prioritized(head, context)
    if first is not None:
        yield cue_at(token, word, first, CueKind.RANK, agents=(), negative=negated(head, context.words))
        return
    adds = word.field("strength") != "possibility" and added_duty(head, context)
    # "States should, where possible, adopt laws": "where" is of the aside
    said = adds or asserted(token if past is not None and token.dep_ == "ROOT" else head, context.words)
    said = said or (word.field("proposes") == "" and demanded_of_noun(head, context))
    said = said and not courteous(head, context)
    if said and head.tag_ in VERBS and not _was_not(head) and (strength := _strength(token, word, head, context)):
        yield _of_modal(token, word, head, strength, context, adds=adds)


def _of_list(token: Token, word: Word, first: Token, context: PointContext) -> Cue:
    """What a modal asks over a list: "States must: (a) sign; (b) pay", "no ship shall: (a) fish; (b) take nests"."""
    bearer = subject_before(token)
    beside = (neighbour(token, -1), neighbour(token), *(bearer.lefts if bearer is not None else ()))
    denied = any(one.lower_ in ("not", "no", "neither") or context.words.marker(one, "never") for one in beside)
    return cue_at(token, word, first, CueKind.MODAL, agents=context.parties(bearer), negative=denied)


@rule("cue.as_decided")
def _as_decided(modal: Token) -> bool:
    """Whether a modal only says that somebody settles how: "at such dates as shall be determined by the Board"."""
    return neighbour(modal, -1).lower_ == "as" and passive(modal.head)


def _was_not(verb: Token) -> bool:
    """Whether a modal only regrets: "States should have signed", which they did not."""
    return any(one.lower_ == "have" and one.dep_ == "aux" for one in verb.lefts)


@rule("agent.past_colon")
def _past_colon(modal: Token, verb: Token) -> bool:
    """Whether a colon parts whoever speaks from who is to act: "Peru (for 16 States): the Board should mend lamps"."""
    bearers = [one for one in verb.lefts if one.dep_ in ("nsubj", "nsubjpass")]
    between = verb.doc[bearers[0].i : bearers[-1].i] if len(bearers) > 1 and bearers[-1].i < modal.i else ()
    return any(one.text.endswith(":") for one in between)


def _of_modal(token: Token, word: Word, head: Token, strength: str, context: PointContext, *, adds: bool) -> Cue:
    """What a modal asks, with who is to do it where the parse would not tell.

    Args:
        token: the modal.
        word: its entry.
        head: the verb it governs.
        strength: how strongly it asks.
        context: the point.
        adds: whether it adds a duty to what was said: "…, who shall report".
    """
    # "States should, where appropriate, adopt": told by its place
    parted = token.dep_ == "ROOT" or head != token.head or own_subject(head) is None or _past_colon(token, head)
    parted = parted and not passive(head) and head.lemma_ != "be"
    parted = parted and context.words.find(head, "verb", "undergo", "stay") is None
    deed = forbidden_deed(head, context)
    asked = deed or asked_through(head, context)
    agents = context.parties(subject_before(token)) if parted or asked is not None else None
    if adds and not passive(head):
        agents = context.parties(first_of(head).head)
    denied = any(c.dep_ == "neg" for c in token.children) or context.words.marker(neighbour(token, -1), "never")
    cue = cue_at(token, word, asked or head, CueKind.MODAL, agents=agents, negative=bool(denied))
    if asked is not None:
        negative = cue.negative or negated(head, context.words)
        cue = replace(cue, negative=negative != (deed is not None))
    if strength != cue.strength:  # forbidden
        words = token.doc[token.i : token.i + 2].text if neighbour(token).lower_ == "not" else token.text
        cue = replace(cue, text=words, strength=strength, negative=True)
    return cue


def _strength(token: Token, modal: Word, head: Token, context: PointContext) -> str:
    """How strongly a modal asks; "" where it asks for nothing: a right, a capability."""
    strength = modal.field("strength")
    if strength == "obligation":
        return "" if gives_right(modal, head, context) else strength
    if strength != "possibility" or permits(modal, head, context) or _proposed(modal, head, context):
        return strength
    return "obligation" if forbids(token, modal, head, context) else ""


@rule("cue.semi_modal")
def semi(token: Token, context: PointContext) -> Iterator[Cue]:
    """Cues that take an infinitive: "has to be strengthened", "need to be identified", "is required to report"."""
    taking = context.words.find(token, "strength", "semi")
    undergone = token.tag_ in ("VBN", "VBD") and passive(token)
    obliged = context.words.find(token, "strength", "passive") if undergone else None
    if not (taking or obliged) or (obliged and auxiliary(token, "MD")):
        return
    done = token.tag_ == "VBN" and taking and child(token, "aux") is not None  # "had had to close ports": they did
    if done or not (asserted(token, context.words) or demanded_of_noun(token, context)):
        return
    if _free(token, taking or obliged, context):
        return
    for one in token.rights:
        if one.tag_ in VERBS and one.dep_ in ("xcomp", "ccomp", "advcl") and auxiliary(one, "TO"):
            if taking and not obliged and child(token, "dobj") is None and one.i - token.i <= 6:
                yield cue_at(token, taking, one, CueKind.SEMI, negative=negated(token, context.words))
            elif obliged and obliged.entry.get("strength") == "obligation" and one.dep_ != "advcl":
                if required_for(token, context):
                    return
                yield cue_at(token, obliged, one, CueKind.PASSIVE, negative=negated(token, context.words))
            return
    far = verb_past_to(token, token.sent.end) if taking and not obliged else None
    if taking and far is not None:
        agents = context.parties(subject(token))
        yield cue_at(token, taking, far, CueKind.SEMI, agents=agents, negative=negated(token, context.words))


@rule("repair.needs_as_noun")
def _read_as_noun(noun: Token, context: PointContext) -> bool:
    """Whether a verb that takes an infinitive was read as a noun: "more needs to be done"."""
    stated = noun.dep_ in ("ROOT", "ccomp", "conj") and context.words.find(noun, "strength", "semi") is not None
    return stated and neighbour(noun).tag_ == "TO" and neighbour(noun, -1).tag_ == "JJR"


@rule("cue.free_not_to")
def _free(verb: Token, word: Word | None, context: PointContext) -> bool:
    """Whether nobody has to, which forbids nothing: "are not required to report"; or did yet: "have yet to report"."""
    obliges = word is not None and word.field("strength") == "obligation"
    if obliges and neighbour(verb).tag_ == "DT" and not any(own_subject(one) for one in verb.rights):
        return child(verb, "dobj") is None  # "has the right freely to take part", an adverb to the parser
    if obliges and context.words.marker(neighbour(verb), "undone") is not None:
        return True
    return obliges and negated(verb, context.words) and subject(verb) is not None


def _proposed(modal: Word, head: Token, context: PointContext) -> bool:
    """Whether a modal of possibility proposes to act: "could be established", "Governments could introduce".

    Capability, risk and description are no actions (annotation guidelines).
    """
    if negated(head, context.words) or _outcome(head, context):
        return False
    if context.words.find(head, "verb", "light") and head.lemma_ == "wish":
        return True
    if modal.field("proposes") == "leave" and not _put_forward(head, context):
        return passive(head) and context.words.find(head, "verb", "enable") is not None
    if modal.field("proposes") in ("", "permission"):
        return False
    if passive(head):
        judged = context.words.find(head, "verb", "say", "claim", "rate") is not None
        return not (judged and (claims(head) or rated(head)))  # "could be described as a success"
    bearer = subject(head)
    bears = bearer is not None and any(m.type not in ("adverse", "region") for m in context.all_of(bearer))
    return bears and head.lemma_ != "be"


def _outcome(verb: Token, context: PointContext) -> bool:
    """Whether a clause only says what comes of another: "so that farmers could sell", "sooner than it could"."""
    verb = first_of(verb)
    return verb.dep_ in ("advcl", "ccomp") and any(context.words.marker(one, "outcome") for one in verb.lefts)


@rule("cue.put_forward")
def _put_forward(verb: Token, context: PointContext) -> bool:
    """Whether a clause says what is suggested to be done: "it was suggested that importers might notify the Board"."""
    verb = first_of(verb)
    mark = child(verb, "mark")
    puts = mark is not None and mark.lower_ == "that" and context.words.find(verb.head, "strength", "put") is not None
    return puts and context.words.find(verb, "verb", "stative") is None
