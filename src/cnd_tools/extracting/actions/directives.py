"""Directives: what a verb or noun that asks governs, and whom it asks."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from cnd_tools.extracting.actions.asked_verbs import asked_through, asked_verb, numbered_part
from cnd_tools.extracting.actions.asking_nothing import had_resolved, retold
from cnd_tools.extracting.actions.directive_series import asked_besides, gapped, preposition_for
from cnd_tools.extracting.actions.nominal_predicates import is_purpose, may_act
from cnd_tools.extracting.actions.pronoun_addressees import named_before
from cnd_tools.extracting.actions.put_to import put_to, tells_only
from cnd_tools.extracting.actors.unlisted import asked_bodies, asked_members, asked_party
from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import (
    NOUNS,
    VERBS,
    auxiliary,
    child,
    coordinated,
    neighbour,
    own_subject,
    passive,
    subject,
)
from cnd_tools.extracting.grammar.lists_in_line import listed_after_of, listed_after_to
from cnd_tools.extracting.grammar.nominal_series import nominal_series
from cnd_tools.extracting.grammar.nominalization import verb_of
from cnd_tools.extracting.grammar.repairs import far_infinitive, read_as_adjective, verb_past_to
from cnd_tools.extracting.grammar.word_classes import Word
from cnd_tools.extracting.matches import ActorRef, Attribution, Cue, CueKind, How, cue_at
from cnd_tools.extracting.rulebook import rule

# A number or a name is no action: "notes recommendations 14.2", "asks the Tokyo Group".
_NO_DEED = frozenset(("CD", "PRP", "NNP", "NNPS"))
_FIRST = 4  # tokens at most up to the verb of an item: "To also strongly urge"
_NEAR = 9  # tokens at most from a misread directive to whom it asks


def _for_object(head: Token, cue: Token) -> bool:
    """Whether a directive has a thing for object: "recommended a review of laws, the training of judges"."""
    return head.dep_ == "dobj" and head.head == cue and head.tag_ in ("NN", "NNS")


@rule("cue.directive")
def directive(attribution: Attribution, context: PointContext, *, until: int = 0) -> Iterator[Cue]:
    """Yield what a position asks for, where it is a directive: "urges X to …", "there was a call for …".

    Args:
        attribution: the position.
        context: the point.
        until: where the paragraph goes on with another opening, see `Cue.until`.
    """
    cue, word = _cue(attribution, context)
    if word is None or had_resolved(cue, word):
        return
    in_line = listed_after_to(cue, until or cue.sent.end, context.words)
    in_line = in_line if not _purposes(in_line, cue, word, context) else []
    parted = verb_past_to(cue, until or cue.sent.end) if not in_line else None
    in_line = in_line or ([parted] if parted is not None else [])
    if in_line:  # "calls on all parties to (a) stop fire and (b) let aid in"
        whom = addressee_of(cue, word)
        asked = _addressed(whom, context) if whom is not None else ()
        asked = asked or (_self(attribution) if word.words[-1] != "for" else ())  # "called for the meeting to: …"
        yield from (cue_at(cue, word, one, CueKind.DIRECTIVE, word.lemma, agents=asked) for one in in_line)
        return
    alone = len(word.words) == 1 and cue.tag_ in VERBS and neighbour(cue).tag_ not in ("IN", "TO", "DT")
    things = listed_after_of(cue, until or len(cue.doc), straight=alone)
    if things:  # "calls for (i) fair laws; (ii) more aid"
        yield from (cue_at(cue, word, one, CueKind.DIRECTIVE, word.lemma, agents=()) for one in things)
        return
    only_asks = neighbour(cue).lower_ == "about" and len(word.words) == 1  # "asked about its plans to open ports"
    for head, agents in _asked(cue, word, attribution, until, context) if not only_asks else ():
        through = asked_through(head, context)  # "recommended that banks be encouraged to lend"
        doers = agents if through is None else context.parties(subject(head))
        yield cue_at(cue, word, through or head, CueKind.DIRECTIVE, word.lemma, agents=doers)
        governing = preposition_for(cue, word) if _called_for(head) else cue if _for_object(head, cue) else None
        for one in nominal_series(governing, head, context.words) if governing is not None else ():
            yield cue_at(cue, word, one, CueKind.DIRECTIVE, word.lemma, agents=())
        for verb, others in gapped(head, until or cue.sent.end, context):
            yield cue_at(cue, word, verb, CueKind.DIRECTIVE, word.lemma, agents=others)
    last = until or cue.sent.end
    for head in asked_besides(cue, word, last, context):
        agents = None if own_subject(head) is not None else ()
        yield cue_at(cue, word, head, CueKind.DIRECTIVE, word.lemma, agents=agents)


@rule("cue.listed_purposes")
def _purposes(listed: list[Token], cue: Token, word: Word, context: PointContext) -> bool:
    """Whether a list only says what a thing called for is for: "called for methods to: set dates; and weigh costs"."""
    if not listed or word.words[-1] != "for" or neighbour(listed[0], -1).text != ":":
        return False
    prep = preposition_for(cue, word)
    whom = child(prep, "pobj") if prep is not None else None
    body = whom is not None and context.words.find(whom, "noun", "body", "gathering") is not None
    return not body and not (whom is not None and _addressed(whom, context))


def _called_for(head: Token) -> bool:
    """Whether what is asked is what "for" governs, a noun or a gerund, and not an infinitive."""
    return head.dep_ in ("pobj", "pcomp") and head.tag_ in ("NN", "NNS", "VBG") and head.head.lower_ == "for"


def _cue(attribution: Attribution, context: PointContext) -> tuple[Token, Word | None]:
    """The word that asks, with its entry: the position's verb or noun, or the noun of "made a request for"."""
    cue = attribution.verb
    held = context.speaker is not None and attribution.how is How.ACTIVE  # "We …; urge", read as a noun
    kind, form = ("verb", "direct") if cue.tag_ in VERBS or held else ("strength", "ask")
    word = context.words.find(cue, kind, form)
    if word is not None and (word.entry.kind != "verb" or word.lemma == attribution.lemma):
        return cue, word
    nouns = (one for one in cue.children if one.dep_ in ("dobj", "nsubjpass") and not retold(one, cue, context))
    return next(((one, found) for one in nouns if (found := context.words.find(one, "strength", "ask"))), (cue, None))


def _asked(
    cue: Token, word: Word, attribution: Attribution, until: int, context: PointContext
) -> Iterator[tuple[Token, tuple[ActorRef, ...] | None]]:
    """What is asked, with who is to do it: the verb asked for, one far from whom it is asked of, or a noun."""
    addressee = addressee_of(cue, word) or _misread(cue, word, context)
    holder = attribution.source.mention
    if addressee is not None and holder is not None and addressee.i == holder.root:
        addressee = None  # "the request from Latvia to develop a profile": whoever asks is not asked
    parties = _addressed(addressee, context) if addressee is not None else ()
    verb = asked_verb(cue, addressee, context)
    if verb is not None and addressee is not None and _wanted_for(addressee, verb, word, context):
        verb = None
    if verb is not None:
        # "asked to speak", "requested support to enlarge its work"; "encouraged efforts to end it" asks others
        steps = context.words.find(addressee, "noun", "light") if addressee is not None else None
        if not parties and (addressee is None or (steps and context.words.find(cue, "verb", "enlist"))):
            itself = verb.tag_ == "VB" and cue.tag_ in VERBS and word.words[-1] != "for"
            itself = itself and (addressee is None or not _called_for(addressee))
            parties = _self(attribution) if itself else ()
        parties = parties or _named_so(addressee, verb, context)
        yield verb, _bound(verb, word, attribution) or _doers(verb, parties, context)
    elif addressee is None:
        yield from ((far, _self(attribution)) for far in _past_aside(cue, word, until))
    elif context.all_of(addressee) or _told_by_deed(addressee, context):
        far = _far(addressee, attribution, until, cue, context)
        if far is not None:
            yield far, parties
    elif (passed := put_to(cue, addressee, context)) is not None:
        yield passed
    elif not parties and addressee.tag_ not in _NO_DEED and not tells_only(cue, addressee, context):
        yield from _thing_asked(cue, word, addressee, attribution, context)


@rule("cue.described_addressee")
def _told_by_deed(addressee: Token, context: PointContext) -> bool:
    """Whether whom no list has is told by what they do: "urges those who fish to report", "bodies working on it to"."""
    if addressee.lower_ == "those":
        return child(addressee, "relcl") is not None
    told = any(one.dep_ == "acl" and one.tag_ in ("VBG", "VBN") for one in addressee.rights)
    return told and (context.words.find(addressee, "head") is not None or may_act(addressee, context))


@rule("cue.told_past_aside")
def _thing_told(addressee: Token, end: int, context: PointContext) -> Token | None:
    """What things in the plural are asked to do, past an aside: "encourages funds, including the Blue Fund, to pay"."""
    deed = verb_of(addressee, context.words) is not None or context.words.find(addressee, "noun", "light", "way")
    if addressee.tag_ != "NNS" or deed or neighbour(addressee).text != ",":
        return None
    verb = far_infinitive(addressee, end)
    to = auxiliary(verb, "TO") if verb is not None else None
    return verb if to is not None and neighbour(to, -1).text == "," else None


def _past_aside(cue: Token, word: Word, until: int) -> Iterator[Token]:
    """Yield what whoever decides is to do, past an aside with an infinitive: "decides, to assist it, to extend"."""
    last = neighbour(cue) if neighbour(cue).tag_ == "RB" else cue
    aside = word.field("self") and neighbour(last).text == ","
    verb = far_infinitive(last, until or cue.sent.end) if aside else None
    to = auxiliary(verb, "TO") if verb is not None else None
    if verb is not None and to is not None and neighbour(to, -1).text == ",":
        yield verb


def _thing_asked(
    cue: Token, word: Word, thing: Token, attribution: Attribution, context: PointContext
) -> Iterator[tuple[Token, tuple[ActorRef, ...]]]:
    """What is asked where a thing stands after a directive: the infinitive it carries, or the thing itself."""
    far = _thing_told(thing, cue.sent.end, context)
    if far is not None:
        yield far, _named_so(thing, far, context)
        return
    infinitives = (one for one in thing.rights if one.dep_ in ("acl", "relcl") and auxiliary(one, "TO"))
    infinitives = (one for one in infinitives if not numbered_part(one, context))
    infinitive = next((one for one in infinitives if not _wanted_for(thing, one, word, context)), None)
    if infinitive is None and _named_only(cue, word, thing, context):
        return
    itself = infinitive is not None and not passive(infinitive) and word.words[-1] != "for"
    yield infinitive or thing, _self(attribution) if itself else ()


def _named_only(cue: Token, word: Word, thing: Token, context: PointContext) -> bool:
    """Whether what stands after a directive is not asked for: "asked a question", "called rights a cornerstone"."""
    alone = cue.tag_ in VERBS and len(word.words) == 1 and not _called_for(thing)
    return alone and context.words.find(cue, "verb", "address") is not None


def _wanted_for(thing: Token, infinitive: Token, word: Word, context: PointContext) -> bool:
    """Whether an infinitive only says what a thing called for is for: "called for funding to address problems"."""
    deed = verb_of(thing, context.words) is not None and not context.words.find(thing, "noun", "light")
    deed = deed and not any(_asked_too(one, context) for one in coordinated(thing))
    # one advocates things, and asks people; "encouraged cooperation to end piracy" is cooperate
    things = thing.dep_ == "dobj" and (deed or word.field("stance") == "support")
    wanted = thing.dep_ == "nsubjpass" and word.words[-1] == "for"  # "a forum to address debt is called for"
    called = (_called_for(thing) or things or wanted) and thing.tag_ in NOUNS and infinitive.i > thing.i
    return called and auxiliary(infinitive, "TO") is not None and is_purpose(infinitive, thing, context)


def _asked_too(noun: Token, context: PointContext) -> bool:
    """Whether a noun beside one that looks like a deed names who is asked: "law enforcement and other agencies"."""
    return may_act(noun, context) or (noun.tag_ == "NNS" and context.words.find(noun, "head") is not None)


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


def _named_so(addressee: Token | None, verb: Token, context: PointContext) -> tuple[ActorRef, ...]:
    """Whom a name that no list has names, where an infinitive says what is asked: "invites the Governing Body to"."""
    told = addressee if addressee is not None and auxiliary(verb, "TO") else None
    words = context.words
    mention = asked_party(told) or asked_members(told, words) or asked_bodies(told, words) if told is not None else None
    if mention is None or mention.root in context.titles:
        return ()
    return (ActorRef(mention.actor, mention.name, mention),)


def _addressed(addressee: Token, context: PointContext) -> tuple[ActorRef, ...]:
    """Whom a directive asks: those the noun names, or those the pronoun stands for."""
    return (named_before(addressee, context) if addressee.tag_ == "PRP" else ()) or context.parties(addressee)


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
    if read_as_adjective(cue):
        return subject(cue.head)
    last = cue.doc[cue.i + len(word.words) - 1]
    heads = (cue, last, cue.head) if cue.dep_ == "nsubjpass" else (cue, last)  # "calls were made for"
    found = (thing for head in heads for one in head.rights if (thing := _object(one, head)) is not None)
    thing = next(found, None)
    if thing is not None and thing.dep_ == "dative" and thing.tag_ in NOUNS and neighbour(thing).dep_ == "dobj":
        return neighbour(thing)  # "asked States parties to", read as two
    return thing


def directs_items(context: PointContext) -> Token | None:
    """Return the infinitive of a directive whose addressee is to do what the items below say, None if it is none."""
    doc = context.doc
    if context.opening is not None or context.chapeau is None or len(doc) < 3 or doc[-1].text != ":":
        return None
    for token in doc[context.prefix : context.prefix + _FIRST]:
        word = context.words.find(token, "verb", "direct") if token.tag_ in ("VB", "VBP") else None
        if word is not None and addressee_of(token, word) is not None:
            last = neighbour(doc[-1], -1)
            return token if last.lower_ == "to" or last.tag_ in NOUNS else None
    return None


def _object(one: Token, cue: Token) -> Token | None:
    """What a word after a directive is, or governs: its object, or that of its preposition."""
    initials = one.dep_ == "advmod" and one.i == cue.i + 1 and one.is_upper and len(one) > 1
    if one.dep_ == "dative" and one.lower_ == "to":  # "an appeal was made to donors to"
        return child(one, "pobj")
    if one.dep_ in ("dobj", "pobj", "iobj", "dative") or initials:  # "invites IMO to", read as an adverb
        return one
    beside = one.lower_ == "with" and neighbour(one, -1).text == ","  # "requested, with Mali, to delete"
    near = one.dep_ == "prep" and one.lower_ != "in" and not beside and one.i - cue.i <= 3
    return child(one, "pobj", "pcomp") if near else _described(one, cue)


@rule("cue.described_noun")
def _described(participle: Token, cue: Token) -> Token | None:
    """The noun after a participle that was read as a verb of its own: "We encourage intensified coordination"."""
    beside = participle.i == cue.i + 1 and participle.tag_ in ("VBN", "VBD") and participle.dep_ in ("xcomp", "ccomp")
    noun = child(participle, "dobj") if beside else None
    return noun if noun is not None and noun.tag_ in NOUNS else None
