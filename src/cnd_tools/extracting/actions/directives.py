"""Directives: what a verb or noun that asks governs, and whom it asks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from cnd_tools.extracting.actions.nominal_predicates import is_purpose
from cnd_tools.extracting.actions.put_to import only_told, put_to
from cnd_tools.extracting.context import SINGLE, PointContext, many
from cnd_tools.extracting.grammar.clauses import (
    FARTHEST,
    NOUNS,
    VERBS,
    auxiliary,
    child,
    neighbour,
    own_subject,
    passive,
    repeated,
    subject,
)
from cnd_tools.extracting.grammar.nominal_series import nominal_series
from cnd_tools.extracting.grammar.verb_series import infinitive_beside
from cnd_tools.extracting.grammar.word_classes import Word
from cnd_tools.extracting.matches import ActorRef, Attribution, Cue, CueKind, How, cue_at
from cnd_tools.extracting.rulebook import rule

_NEAR = 9  # tokens at most from a misread directive to whom it asks


@rule("cue.directive")
def directive(attribution: Attribution, context: PointContext, *, until: int = 0) -> Iterator[Cue]:
    """Yield what a position asks for, where it is a directive: "urges X to …", "there was a call for …".

    Args:
        attribution: the position.
        context: the point.
        until: where the paragraph goes on with another opening, see `Cue.until`.
    """
    cue, word = _cue(attribution, context)
    if word is None:
        return
    for head, agents in _asked(cue, word, attribution, until, context):
        yield cue_at(cue, word, head, CueKind.DIRECTIVE, word.lemma, agents=agents)
        preposition = _for(cue, word)
        for one in nominal_series(preposition, head, context.words) if preposition and _called_for(head) else ():
            yield cue_at(cue, word, one, CueKind.DIRECTIVE, word.lemma, agents=())
        for verb, others in _gapped(head, until or cue.sent.end, context):
            yield cue_at(cue, word, verb, CueKind.DIRECTIVE, word.lemma, agents=others)
    last = until or cue.sent.end
    for head in (*_repeated(cue, word, last, context), *_repeated_that(cue, last)):
        agents = None if own_subject(head) is not None else ()
        yield cue_at(cue, word, head, CueKind.DIRECTIVE, word.lemma, agents=agents)


def _for(cue: Token, word: Word) -> Token | None:
    """The "for" of what is called for."""
    last = cue.doc[cue.i + len(word.words) - 1]
    preps = (last, neighbour(last), *(one for one in cue.rights if one.dep_ == "prep"))
    return next((one for one in preps if one.lower_ == "for"), None)


def _called_for(head: Token) -> bool:
    """Whether what is asked is what "for" governs, a noun or a gerund, and not an infinitive."""
    return head.dep_ in ("pobj", "pcomp") and head.tag_ in ("NN", "NNS", "VBG") and head.head.lower_ == "for"


@rule("cue.passed_on")
def passed_on(cue: Cue, verb: Token, context: PointContext) -> Iterator[Cue]:
    """Yield what an item asks somebody else to do: "recommends: (a) To invite donors to fund clinics".

    Args:
        cue: what the item inherits; whoever is asked already is to ask others.
        verb: one of the verbs the item begins with.
        context: the point.
    """
    asks = cue.kind is CueKind.CHAPEAU and not cue.agents and verb.tag_ in ("VB", "VBP", "VBG")
    word = context.words.find(verb, "verb", "direct") if asks else None
    addressee = addressee_of(verb, word) if word is not None and not word.field("self") else None
    if word is None or addressee is None or passive(verb):
        return
    parties = context.parties(addressee)
    asked = infinitive_beside(context.doc[max((m.end for m in context.all_of(addressee)), default=0) - 1])
    if parties and asked is not None:
        said = {"text": verb.text, "strength": word.field("strength"), "kind": CueKind.DIRECTIVE}
        yield replace(cue, head=asked, agents=parties, **said)  # type: ignore[arg-type]


@rule("cue.repeated_for")
def _repeated(cue: Token, word: Word, end: int, context: PointContext) -> Iterator[Token]:
    """What else is asked for: "asked for a guard to be posted and for the gate to be shut"."""
    prep = _for(cue, word)
    for one in repeated(prep, end) if prep is not None else ():
        thing = child(one, "pobj", "pcomp")
        if one.dep_ == "mark":
            yield one.head
        elif thing is not None:
            verbs = (two for two in thing.rights if two.dep_ in ("acl", "relcl") and auxiliary(two, "TO"))
            yield next((two for two in verbs if not is_purpose(two, thing, context)), thing)


@rule("cue.repeated_that")
def _repeated_that(cue: Token, end: int) -> Iterator[Token]:
    """What else is asked in a clause: "requested recording its support and that the item be kept open"."""
    for token in cue.doc[cue.i + 2 : min(end, cue.i + FARTHEST)] if cue.tag_ in VERBS else ():
        if token.lower_ == "that" and token.dep_ == "mark" and neighbour(token, -1).tag_ == "CC":
            verb = token.head
            own = own_subject(verb)
            one = verb.tag_ == "VBP" and own is not None and own.tag_ in ("NN", "NNP", "PRP") and own.lower_ != "they"
            bare = verb.tag_ == "VB" or one or any(one.tag_ == "VB" for one in verb.lefts if one.dep_ == "auxpass")
            if bare and own_subject(verb) is not None and not auxiliary(verb, "MD"):
                yield verb


def _cue(attribution: Attribution, context: PointContext) -> tuple[Token, Word | None]:
    """The word that asks, with its entry: the position's verb or noun, or the noun of "made a request for"."""
    cue = attribution.verb
    held = context.speaker is not None and attribution.how is How.ACTIVE  # "We …; urge", read as a noun
    kind, form = ("verb", "direct") if cue.tag_ in VERBS or held else ("strength", "ask")
    word = context.words.find(cue, kind, form)
    if word is not None and (word.entry.kind != "verb" or word.lemma == attribution.lemma):
        return cue, word
    nouns = (one for one in cue.children if one.dep_ in ("dobj", "nsubjpass"))
    return next(((one, found) for one in nouns if (found := context.words.find(one, "strength", "ask"))), (cue, None))


@rule("cue.gapped_addressee")
def _gapped(head: Token, end: int, context: PointContext) -> Iterator[tuple[Token, tuple[ActorRef, ...]]]:
    """Others who are asked by the same verb: "invites States to consult the list, and the Secretariat to update it"."""
    doc, ends = head.doc, {m.end: m for here in context.at.values() for m in here}
    for to in doc[head.i + 1 : min(end, head.i + FARTHEST)]:
        mention = ends.get(to.i)
        if to.tag_ != "TO" or mention is None or to.head.tag_ != "VB" or to.head.i < to.i:
            continue
        at = mention.start - 1
        while doc[at].tag_ in ("DT", "PDT", "JJ"):
            at -= 1
        before = at - 1 if doc[at - 1].text == "," else at
        governing = next((token for token in reversed(doc[head.i : at]) if token.tag_ == "VB"), head)
        helped = context.words.find(governing, "verb", "enable", "direct") is not None
        if doc[at].tag_ == "CC" and before not in ends and not helped:
            yield to.head, (ActorRef(mention.actor, doc[mention.start : mention.end].text, mention),)


def _asked(
    cue: Token, word: Word, attribution: Attribution, until: int, context: PointContext
) -> Iterator[tuple[Token, tuple[ActorRef, ...] | None]]:
    """What is asked, with who is to do it: the verb asked for, one far from whom it is asked of, or a noun."""
    addressee = addressee_of(cue, word) or _misread(cue, word, context)
    holder = attribution.source.mention
    if addressee is not None and holder is not None and addressee.i == holder.root:
        addressee = None  # "the request from Latvia to develop a profile": whoever asks is not asked
    parties = _addressed(addressee, context) if addressee is not None else ()
    verb = _asked_verb(cue, addressee, context)
    if verb is not None and addressee is not None and _wanted_for(addressee, verb, word, context):
        verb = None
    if verb is not None:
        if not parties and (addressee is None or context.words.find(addressee, "noun", "light")):
            itself = verb.tag_ == "VB" and cue.tag_ in VERBS and word.words[-1] != "for"
            itself = itself and (addressee is None or not _called_for(addressee))
            parties = _self(attribution) if itself else ()
        yield verb, _bound(verb, word, attribution) or _doers(verb, parties, context)
    elif addressee is None:
        return
    elif context.all_of(addressee):
        far = _far(addressee, attribution, until, cue, context)
        if far is not None:
            yield far, parties
    elif (passed := put_to(cue, addressee, context)) is not None:
        yield passed
    elif not parties and addressee.tag_ not in ("CD", "PRP") and not only_told(cue, addressee, context):
        # "notes recommendations 14.2": a number is no action
        infinitives = (one for one in addressee.rights if one.dep_ in ("acl", "relcl") and auxiliary(one, "TO"))
        infinitive = next((one for one in infinitives if not _wanted_for(addressee, one, word, context)), None)
        itself = infinitive is not None and not passive(infinitive) and word.words[-1] != "for"
        doers = _self(attribution) if itself else ()
        yield infinitive or addressee, doers


def _wanted_for(thing: Token, infinitive: Token, word: Word, context: PointContext) -> bool:
    """Whether an infinitive only says what a thing called for is for: "called for funding to address problems"."""
    things = thing.dep_ == "dobj" and word.field("stance") == "support"  # one advocates things, and asks people
    wanted = thing.dep_ == "nsubjpass" and word.words[-1] == "for"  # "a forum to address debt is called for"
    called = (_called_for(thing) or things or wanted) and thing.tag_ in NOUNS and infinitive.i > thing.i
    return called and auxiliary(infinitive, "TO") is not None and is_purpose(infinitive, thing, context)


def _misread(cue: Token, word: Word, context: PointContext) -> Token | None:
    """Whom a directive asks that was read as part of a noun: "We welcome X; urge developed countries to pay"."""
    if cue.tag_ in VERBS or word.entry.kind != "verb" or word.field("self"):
        return None
    return next((one for one in cue.doc[cue.i + 1 : cue.i + _NEAR] if one.i in context.at), None)


def _bound(verb: Token, word: Word, attribution: Attribution) -> tuple[ActorRef, ...]:
    """Who resolves that something will be done, where nobody else is said to do it: "resolve that it will be paid"."""
    alone = word.field("self") and verb.dep_ == "ccomp" and passive(verb) and child(verb, "agent") is None
    return _self(attribution) if alone else ()


def _doers(verb: Token, asked: tuple[ActorRef, ...], context: PointContext) -> tuple[ActorRef, ...] | None:
    """Who is to do what is asked for: those asked, or the verb's own subject, to which None leaves it."""
    own = own_subject(verb)
    if own is None:
        return asked
    return context.parties(own) if auxiliary(verb, "TO") and not passive(verb) else None


def _addressed(addressee: Token, context: PointContext) -> tuple[ActorRef, ...]:
    """Whom a directive asks: those the noun names, or those the pronoun stands for."""
    return (_named_before(addressee, context) if addressee.tag_ == "PRP" else ()) or context.parties(addressee)


@rule("agent.named_before")
def _named_before(pronoun: Token, context: PointContext) -> tuple[ActorRef, ...]:
    """Whoever was named last and agrees in number: "thanks the Chair and the donors, and encourages them to stay"."""
    plural = many(pronoun) or pronoun.lower_ == "them"
    for token in reversed(pronoun.doc[max(pronoun.i - FARTHEST, 0) : pronoun.i]):
        named = context.of(token)
        if named and (named[0].type not in SINGLE and many(token)) == plural:
            return context.parties(token)
    return ()


@rule("cue.far_infinitive")
def far_infinitive(noun: Token, end: int) -> Token | None:
    """Return the first infinitive after a noun, past what describes it: "States that have not done so to adopt"."""
    beginnings = (token for token in noun.doc[noun.i + 1 : min(end, noun.i + FARTHEST)] if token.tag_ == "TO")
    found = [to for to in beginnings if to.head.tag_ == "VB" and to.head.i > to.i]
    found = [to for to in found if not _stands_in(to.head)] or found
    if noun.i + 1 < end and neighbour(noun).text == ",":  # an aside: "the Chair, in due course, to"
        found = [to for to in found if neighbour(to, -1).text == ","] or found
    return found[0].head if found else None


def _far(addressee: Token, attribution: Attribution, until: int, cue: Token, context: PointContext) -> Token | None:
    """The infinitive a parser did not find; two directives may share one: "urges A and encourages B to adopt"."""
    doc = cue.doc
    if not until:
        end = _next_opening(attribution, cue)
        other = end < len(doc) and doc[end].lemma_ != cue.lemma_ and context.words.find(doc[end], "verb", "direct")
        return far_infinitive(addressee, end) or (far_infinitive(addressee, cue.sent.end) if other else None)
    beside = until < len(doc) and doc[until - 1].tag_ == "CC"
    shared = beside and (doc[until - 2].text != "," or cue.lemma_ != doc[until].lemma_)
    return far_infinitive(addressee, until) or (far_infinitive(addressee, len(doc)) if shared else None)


def _next_opening(attribution: Attribution, cue: Token) -> int:
    """Where the directive's own words end: at the next finite verb that shares its subject, else with the sentence."""
    finite = (one for one in cue.sent if one.i > attribution.end and one.tag_ == cue.tag_ == "VBZ")
    beside = (one.i for one in finite if own_subject(one) is None and neighbour(one, -1).tag_ in ("CC", "RB"))
    return next(beside, cue.sent.end)


def _self(attribution: Attribution) -> tuple[ActorRef, ...]:
    """Whoever asks, for what it is to do itself; nobody where nobody is named."""
    holder = attribution.source
    return (ActorRef(holder.actor, holder.text or None, holder.mention),) if holder.actor else ()


def addressee_of(cue: Token, word: Word) -> Token | None:
    """The noun after a directive, or before its passive: whom it asks, or what it asks for.

    "In" only says where or how: "the requests in paragraph 12", "calls in particular upon States".
    """
    if word.field("self"):
        return None  # "decides to": whoever decides is to do it
    if cue.tag_ in VERBS and passive(cue):
        return subject(cue)
    if cue.tag_ == "VBN" and cue.dep_ == "acomp":  # "Governments were encouraged to", taken for an adjective
        return subject(cue.head)
    last = cue.doc[cue.i + len(word.words) - 1]
    heads = (cue, last, cue.head) if cue.dep_ == "nsubjpass" else (cue, last)  # "calls were made for"
    for head in heads:
        for one in head.rights:
            if one.dep_ in ("dobj", "pobj", "iobj", "dative"):
                return one
            beside = one.lower_ == "with" and neighbour(one, -1).text == ","  # "requested, with Mali, to delete"
            if one.dep_ == "prep" and one.lower_ != "in" and not beside and one.i - head.i <= 3:
                for two in one.children:
                    if two.dep_ in ("pobj", "pcomp"):
                        return two
    return None


def _asked_verb(cue: Token, addressee: Token | None, context: PointContext) -> Token | None:
    """The verb of what is asked: an infinitive, a gerund, or that of a clause."""
    if addressee is not None and addressee.tag_ in VERBS:
        return addressee
    beside = infinitive_beside(cue) if cue.tag_ not in VERBS and addressee is None else None
    if beside is not None:
        return beside  # "reiterates its call to make use"
    heads = [cue, *(one for one in cue.rights if one.dep_ == "prep" and one.i == cue.i + 1)]
    for head in heads:
        for one in head.rights:
            again = (
                one.dep_ == "conj" and addressee is not None and own_subject(one) is not None
            )  # "… and for A to act"
            if one.tag_ in VERBS and one.i > cue.i and not (again or _stands_in(one)) and _complement(one, context):
                return one
    if addressee is not None and cue.tag_ in VERBS:
        for one in addressee.rights:
            if one.dep_ in ("acl", "relcl") and one.tag_ == "VB" and auxiliary(one, "TO") and not _stands_in(one):
                return one
    somebody = addressee is not None and context.all_of(addressee)
    return (
        None if somebody else next((one for one in cue.rights if _stands_in(one) and _complement(one, context)), None)
    )


@rule("cue.do_so")
def _stands_in(verb: Token) -> bool:
    """Whether a verb stands for what is asked: "encourages States in a position to do so to contribute"."""
    return verb.lemma_ == "do" and neighbour(verb).lower_ == "so"


def _complement(verb: Token, context: PointContext) -> bool:
    """Whether a verb says what is asked for: an infinitive, a gerund, or a clause that is no question."""
    if verb.dep_ not in ("xcomp", "ccomp", "advcl", "acl", "pcomp", "conj"):
        return False
    gerund = verb.tag_ == "VBG" and verb.dep_ in ("xcomp", "pcomp")
    clause = verb.dep_ == "ccomp" and own_subject(verb) is not None and not _states(verb)
    asking = verb.left_edge.tag_ in ("WRB", "WP", "WDT") or any(
        context.words.marker(one, "question") for one in verb.lefts
    )
    return gerund or bool(auxiliary(verb, "TO")) or (clause and not asking)


def _states(verb: Token) -> bool:
    """Whether a clause says what is so, not what is to be: "reminded members that the list was closed"."""
    finite = verb.tag_ in ("VBZ", "VBD") or any(
        one.tag_ in ("VBZ", "VBD", "VBP") and one.lower_ != "be" for one in verb.lefts if one.dep_ in ("aux", "auxpass")
    )
    return finite and not (verb.lemma_ == "be" and neighbour(verb).tag_ == "TO")
