"""What a point inherits: what its chapeau asks, "Urges the Secretary-General: (a) To submit …"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from cnd_tools.extracting.actions.addressed import addressed
from cnd_tools.extracting.actions.asked_together import asked_together
from cnd_tools.extracting.actions.chapeaux import announces, done_by
from cnd_tools.extracting.actions.directives import addressee_of, directs_items
from cnd_tools.extracting.actions.goals import goals_listed
from cnd_tools.extracting.actions.needed_items import needed_items
from cnd_tools.extracting.actors.unlisted import asked_party
from cnd_tools.extracting.attributions.deeds import decided_by, speaker
from cnd_tools.extracting.context import Chapeau, PointContext
from cnd_tools.extracting.grammar.clauses import NOUNS, VERBS, auxiliary, child, neighbour, passive, subject
from cnd_tools.extracting.grammar.repairs import subject_before
from cnd_tools.extracting.grammar.word_classes import Word
from cnd_tools.extracting.matches import ActionMatch, ActorRef, Attribution, CueKind
from cnd_tools.extracting.rulebook import rule
from cnd_tools.lexicon.openings import words


def asked_by(attributions: Sequence[Attribution], actions: Sequence[ActionMatch], context: PointContext) -> Chapeau:
    """Return what the items under a point inherit from it.

    A point that asks nothing hands on what it inherited itself: "(a) To take measures: (i) To …".

    Args:
        attributions: the point's positions.
        actions: its actions; where it ends in a colon, the last goes on in the items.
        context: the point.
    """
    found, body = _asked_by(attributions, actions, context), decided_by(attributions, context)
    return found if body is None else replace(found, speaker=body, source=body.actor)


def _asked_by(attributions: Sequence[Attribution], actions: Sequence[ActionMatch], context: PointContext) -> Chapeau:
    """What the items under a point inherit from what it asks, or from what stands above it."""
    source = context.body.actor if context.body and context.opening else None
    held = attributions[-1].source.actor if attributions else None
    ending = _ending(context, source or held) or needed_items(context, source or held)
    if ending is not None and not _lists_examples(context):
        return ending
    opened = bool(len(context.doc)) and (context.doc[-1].text == ":" or announces(context.place.text))
    for place, one in reversed(tuple(enumerate(attributions))):
        word = context.words.find(one.verb, "verb", "direct") if one.verb.tag_ in VERBS | {"NN"} else None
        word = word or (context.words.find(one.verb, "strength", "bind") if opened else None)
        if word is not None:
            cue, agents = context.doc[one.verb.i : one.end].text, _asked(one, word, context)
            deeds = _asks_itself(actions, context)
            asked = Chapeau(cue, word.field("strength"), agents, source or one.source.actor, deeds=deeds)
            both = asked_together(asked, attributions[place - 1], one, context) if opened and place else None
            return both or asked
    directing = _directing(context, source) or _pledged(attributions, source, context)
    directing = directing or _declared(attributions, context) or _ours(context, source)
    directing = directing or goals_listed(context, source)
    if directing is not None:
        return directing
    body = speaker(context)
    spoken = Chapeau(speaker=body, source=body.actor if body else None)
    if _lists_examples(context):
        return spoken
    inherited = context.chapeau
    above = inherited if inherited is not None and inherited.cue else _listed(context)
    if above is None and opened:
        above = _asking(context) or _going_on(actions, context) or _announced(attributions, source)
    return above or (inherited if inherited is not None and inherited.speaker else spoken)


@rule("chapeau.examples")
def _lists_examples(context: PointContext) -> bool:
    """Whether a chapeau ends in "such as:", so that its items are examples of what it names, and no demands."""
    doc = context.doc
    if len(doc) < context.prefix + _FEWEST or doc[-1].text != ":":
        return False
    word = context.words.marker(doc[-3], "example")
    return word is not None and len(word.words) == 2  # "including:" goes on with what is asked


@rule("chapeau.asks_itself")
def _asks_itself(actions: Sequence[ActionMatch], context: PointContext) -> bool:
    """Whether a chapeau asks by a modal before its colon, so that nouns under it only belong to its object.

    "Decides that each Party shall include the following elements: (a) A description of its circumstances". So too where
    a participle ends it: "to undertake work relating to, inter alia: (a) Research".
    """
    last = next((one for one in reversed(context.doc[-_CLOSE:]) if one.tag_ in ("IN", "TO")), context.doc[-1])
    if context.doc[-1].text == ":" and last.tag_ == "IN" and last.head.dep_ == "acl" and last.head.tag_ == "VBG":
        return any(one.token.i < last.i for one in actions)
    asks = (one for one in actions if one.cue.kind is CueKind.MODAL and one.token.sent.end == len(context.doc))
    return context.doc[-1].text == ":" and any(one.object is not None for one in asks)


@rule("chapeau.ending")
def _ending(context: PointContext, source: str | None) -> Chapeau | None:
    """What a chapeau asks by its last words: "Member States should:", "It is necessary to:", "We will:"."""
    doc = context.doc
    if len(doc) <= context.prefix or not doc[-1].is_punct:
        return None
    near = 7 if neighbour(doc[-1], -1).lower_ in ("following", "follows") else 4  # "should be the following:"
    for token in reversed(doc[max(len(doc) - near, context.prefix) :]):
        if (asked := _by_modal(token, context, source)) is not None:
            return asked
    lists = announces(context.place.text)  # "we will draw from the following actions:"
    if doc[-1].text != ":" or not (neighbour(doc[-1], -1).lower_ == "to" or lists):
        return None
    for token in reversed(doc[max(len(doc) - _CLOSE, context.prefix) :]) if not lists else ():
        for form in ("predicate", "noun", "semi"):
            word = context.words.find(token, "strength", form)
            if word is not None and not _whatever(token):
                agents = context.parties(subject(token)) if form == "semi" else ()
                return Chapeau(token.text, word.field("strength"), agents, source)
    last = doc[max(len(doc) - _TRIED, context.prefix) : -2]  # "will work together to:"
    tried = (one for one in last if lists or context.words.find(one.head, "verb", "toil", "light"))
    return next((asked for one in tried if (asked := _by_modal(one, context, source)) is not None), None)


def _by_modal(token: Token, context: PointContext, source: str | None) -> Chapeau | None:
    """What a modal at the end of a chapeau asks, and of whom: "Member States should:", "We will:", "we intend to:"."""
    word = context.words.find(token, "strength", "modal")
    if word is None and context.speaker is not None:
        ours = (by := subject(token)) is not None and by.lower_ == "we"
        word = context.words.find(token, "strength", "will", *(("aiming",) if ours else ()))
    if word is None:
        return None
    said = _before(token), subject(token.head), subject(token), subject_before(token)
    agents = next((named for one in said if one is not None and (named := context.parties(one))), ())
    polarity = "-" if _forbids(neighbour(context.doc[-1], -1), context) else "+"
    strength = "obligation" if word.field("form") == "aiming" else word.field("strength")  # as of "we intend to sign"
    return Chapeau(token.text, strength, agents, source, polarity)


@rule("chapeau.declares_to")
def _declared(attributions: Sequence[Attribution], context: PointContext) -> Chapeau | None:
    """What those who say "we" declare or agree to do, in the items: "Do hereby declare to: 1. Strengthen …"."""
    doc = context.doc
    if context.speaker is None or not attributions or doc[-1].text != ":":
        return None
    last = attributions[-1]
    holder, ours = last.source, last.source.start >= 0 and doc[last.source.start].lower_ == "we"
    near = doc[-2].lower_ == "to" and last.verb.i >= len(doc) - _CLOSE
    agreed = announces(context.place.text) and context.words.find(last.verb, "strength", "will") is not None
    if not ours or not (near or agreed):  # "We agree on the following actions:"
        return None
    agents = (ActorRef(holder.actor, None, holder.mention),) if holder.actor else ()
    return Chapeau(last.verb.text, "obligation", agents, holder.actor)


@rule("chapeau.our_priorities")
def _ours(context: PointContext, source: str | None) -> Chapeau | None:
    """What those who say "we" call their commitment or priority, in the items: "Our priorities are: (a) Ending …"."""
    doc = context.doc
    if context.speaker is None or len(doc) < _FEWEST or doc[-1].text != ":":
        return None
    being = doc[-3] if doc[-2].lower_ == "to" else doc[-2]
    noun = child(being, "nsubj") if being.lemma_ == "be" else None
    our = child(noun, "poss") if noun is not None else None
    word = context.words.find(noun, "strength", "pledge", "rank") if noun is not None else None
    if noun is None or word is None or our is None or our.lower_ != "our":
        return None
    agents = context.parties(our) if word.field("form") == "pledge" else ()
    return Chapeau(noun.text, word.field("strength"), agents, source or next((one.actor for one in agents), None))


@rule("chapeau.pledged")
def _pledged(attributions: Sequence[Attribution], source: str | None, context: PointContext) -> Chapeau | None:
    """What a chapeau binds its holder to by a noun: "We reiterate our resolve, inter alia, to:"."""
    doc, holder = context.doc, attributions[-1].source if attributions else None
    if holder is None or holder.actor is None or doc[-1].text != ":" or neighbour(doc[-1], -1).lower_ != "to":
        return None
    ours = (one for one in doc[attributions[-1].verb.i + 1 :] if any(two.tag_ == "PRP$" for two in one.lefts))
    noun = next((one for one in ours if context.words.find(one, "strength", "pledge")), None)
    agents = (ActorRef(holder.actor, None, holder.mention),)
    return Chapeau(noun.text, "obligation", agents, source or holder.actor) if noun is not None else None


def _forbids(verb: Token, context: PointContext) -> bool:
    """Whether a verb says of the items under it that they are not to be done: "It shall be prohibited:"."""
    return context.words.find(verb, "strength", "forbid") is not None and passive(verb)


@rule("chapeau.directing")
def _directing(context: PointContext, source: str | None) -> Chapeau | None:
    """What an item that is a directive asks in its own items: "Decides: (a) To request the secretariat to: (i) …"."""
    verb = directs_items(context)
    if verb is None:
        return None
    word = context.words.find(verb, "verb", "direct")
    addressee = addressee_of(verb, word) if word is not None else None
    if word is None or addressee is None:
        return None
    above = context.chapeau.source if context.chapeau is not None else None
    cue = verb.doc[verb.i : verb.i + len(word.words)].text
    return Chapeau(cue, word.field("strength"), context.parties(addressee) or _named_so(addressee), source or above)


def _whatever(token: Token) -> bool:
    """Whether a clause only says that all is to be done: "pledge to do whatever is necessary to:"."""
    return any(one.tag_ in ("WP", "WDT") for one in (neighbour(token, -1), neighbour(token, -2)))


_FEWEST = 4  # tokens of a chapeau
_TRIED = 12  # tokens at most from a modal to the colon: "will work together and with others to:"
_CLOSE = 6  # tokens at most from what asks to the colon: "it is therefore necessary to:"
_FOLLOWING = frozenset(words()["plan"]["follows"].split())


def _before(token: Token) -> Token | None:
    """The noun before a modal that no verb follows, at the head of its phrase: "keepers of lamps should:"."""
    beside = neighbour(token, -1)
    for _ in range(_CLOSE):
        above = beside.head if beside.dep_ == "conj" else beside.head.head if beside.dep_ == "pobj" else beside
        if above.tag_ not in NOUNS or above.i >= beside.i:
            break
        beside = above
    return beside if beside.tag_ in NOUNS or beside.tag_ == "PRP" else None


@rule("chapeau.asking")
def _asking(context: PointContext) -> Chapeau | None:
    """What a chapeau asks whose asker nobody knows: "The Declaration recommends that States:"."""
    doc = context.doc
    if done_by(context.place.text):
        agents = tuple(ActorRef(one.actor, context.printed(one), one) for one in context.mentions)
        return Chapeau(doc[0].text, "recommendation", tuple({one.actor: one for one in agents}.values()))
    for token in reversed(doc[context.prefix :]):
        word = context.words.find(token, "verb", "direct") if token.tag_ in ("VBZ", "VBP", "VBD") else None
        if word is not None:
            addressee = addressee_of(token, word) or neighbour(doc[-1], -1)
            agents = context.parties(addressee) if addressee != token else ()
            return Chapeau(doc[token.i : token.i + len(word.words)].text, word.field("strength"), agents, None)
        speaks = context.speaker is not None or context.legal  # "The Parties undertake:"
        bound = context.words.find(token, "strength", "bind") if speaks else None
        if bound is not None and token.tag_ in VERBS:  # "We have today therefore pledged to do whatever is needed to:"
            agents = context.parties(subject(token) or subject(token.head))
            return Chapeau(token.text, bound.field("strength"), agents, agents[0].actor if agents else None)
        put = context.words.find(token, "strength", "put") if token.tag_ in ("VBZ", "VBP", "VBD") else None
        steps = child(token, "dobj") if put is not None and doc[-2].lower_ == "to" else None
        if put is not None and steps is not None and context.words.find(steps, "noun", "light"):
            return Chapeau(token.text, put.field("strength"), (), None)  # "The report proposes measures to:"
        taken = token.lower_ in _TAKEN and auxiliary(token, "TO") is not None
        if taken:  # "Actions to be taken by Governments:"
            by = child(token, "agent")
            return Chapeau(
                doc[token.i - 2 : token.i + 1].text,
                "recommendation",
                context.parties(child(by, "pobj")) if by is not None else (),
            )
    return None


_TAKEN = frozenset(words()["plan"]["taken"].split())


@rule("chapeau.going_on")
def _going_on(actions: Sequence[ActionMatch], context: PointContext) -> Chapeau | None:
    """What goes on in the items: "States should reduce poverty, inter alia, by: (a) Promoting rural credit".

    "It shall be prohibited: (a) To take nests" goes on with what is not to be done.
    """
    last = max(actions, key=lambda one: one.token.i, default=None)
    if last is None:
        return None
    polarity = "-" if last.negative or _forbids(last.token, context) else "+"
    return Chapeau(last.cue.text, last.cue.strength, last.agents, last.source, polarity, deeds=True)


@rule("chapeau.asked")
def _asked(attribution: Attribution, word: Word, context: PointContext) -> tuple[ActorRef, ...]:
    """Whom a directive asks; what a body decides and asks of nobody, or binds itself to, it is to do itself."""
    binds = word.entry.kind == "strength"
    addressee = None if binds else _in_turn(attribution.verb, context) or addressee_of(attribution.verb, word)
    if addressee is not None and addressee.tag_ not in ("DT", "IN", "WDT"):  # "recommends that the Board:"
        return context.parties(addressee) or (_named_so(addressee) if context.doc[-1].text == ":" else ())
    if context.doc[-1].text == ":" and neighbour(context.doc[-1], -1).tag_ in NOUNS and not binds:
        named = context.parties(neighbour(context.doc[-1], -1))  # "recommends that States:"
        if named:
            return named
    if binds or (word.field("self") and attribution.source.mention):
        holder = attribution.source
        return (ActorRef(holder.actor, None, holder.mention),) if holder.actor else ()
    decides = context.opening and word.field("strength") == "obligation"
    return (context.body,) if context.body and decides else ()


@rule("chapeau.in_turn")
def _in_turn(verb: Token, context: PointContext) -> Token | None:
    """Whom those who are asked are to ask: "invites the Board to request the Director to consider measures to:"."""
    if context.doc[-1].text != ":":
        return None
    for one in (*verb.rights, *(two for thing in verb.rights if thing.dep_ == "dobj" for two in thing.rights)):
        told = one.dep_ in ("xcomp", "advcl", "ccomp", "acl", "relcl") and auxiliary(one, "TO") is not None
        word = context.words.find(one, "verb", "direct") if told else None
        if word is not None and not word.field("self"):
            return addressee_of(one, word)
    return None


def _named_so(addressee: Token) -> tuple[ActorRef, ...]:
    """Whom a directive asks who is in no list."""
    asked = asked_party(addressee)
    return (ActorRef(asked.actor, asked.name, asked),) if asked else ()


@rule("chapeau.announced")
def _announced(attributions: Sequence[Attribution], source: str | None) -> Chapeau | None:
    """What is asked where a body holds that actions follow: "Supports the following key actions: (a) Adopt laws"."""
    last = attributions[-1] if attributions else None
    if last is None or last.verb.tag_ not in ("VBZ", "VBP"):
        return None  # "The Board took the following measures:"
    doc = last.verb.doc
    at = next((one.i for one in doc[last.verb.i + 1 : last.verb.i + _CLOSE] if one.lower_ == "following"), len(doc))
    noun = next((one for one in doc[at + 1 : at + _CLOSE] if one.lower_ in _FOLLOWING), None)
    if noun is None:
        return None
    strength = "encouragement" if last.stance == "support" else "recommendation"
    return Chapeau(noun.text, strength, (), source or last.source.actor)


@rule("chapeau.recommendations")
def _listed(context: PointContext) -> Chapeau | None:
    """What a list of recommendations asks, of whom it was put to: "have been examined by Slovenia:"."""
    doc = context.doc
    if not len(doc) or doc[-1].text != ":":
        return None
    for token in doc:
        word = context.words.find(token, "strength", "ask") if token.tag_ == "NNS" else None
        if word is not None:
            agents = addressed(context.place.text, context.lexicon) or _reviewed(token, context)
            return Chapeau(token.text, word.field("strength"), agents, signed=True)
    return None


def _reviewed(token: Token, context: PointContext) -> tuple[ActorRef, ...]:
    """Who is to carry recommendations out: the one State their chapeau names, or the one the document reviews.

    "Examined by the States under review" names nobody: each was put to one of them, and the text does not say which.
    """
    named = {
        one.actor: one for one in context.mentions if one.type == "country" and context.doc[one.root].sent == token.sent
    }
    if len(named) == 1:
        return tuple(ActorRef(one.actor, context.doc[one.start : one.end].text, one) for one in named.values())
    return (context.reviewed,) if context.reviewed is not None else ()
