"""What a point inherits: what its chapeau asks, "Urges the Secretary-General: (a) To submit …", and who adopts it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Token

from cnd_tools.extracting.actions.addressed import addressed
from cnd_tools.extracting.actions.chapeaux import announces, done_by
from cnd_tools.extracting.actions.directives import addressee_of, directs_items
from cnd_tools.extracting.actors.gazetteer import Known, own_id
from cnd_tools.extracting.actors.mentions import find_mentions
from cnd_tools.extracting.actors.unlisted import asked_party
from cnd_tools.extracting.attributions.deeds import speaker
from cnd_tools.extracting.context import Chapeau, PointContext
from cnd_tools.extracting.grammar.clauses import NOUNS, VERBS, auxiliary, child, neighbour, subject
from cnd_tools.extracting.grammar.repairs import subject_before
from cnd_tools.extracting.grammar.word_classes import Word
from cnd_tools.extracting.matches import ActionMatch, ActorRef, Attribution, CueKind, Mention
from cnd_tools.extracting.rulebook import rule
from cnd_tools.lexicon import Lexicon
from cnd_tools.lexicon.openings import alternatives, words
from cnd_tools.records import Segmented


def asked_by(attributions: Sequence[Attribution], actions: Sequence[ActionMatch], context: PointContext) -> Chapeau:
    """Return what the items under a point inherit from it.

    A point that asks nothing hands on what it inherited itself: "(a) To take measures: (i) To …".

    Args:
        attributions: the point's positions.
        actions: its actions; where it ends in a colon, the last goes on in the items.
        context: the point.
    """
    source = context.body.actor if context.body and context.opening else None
    held = attributions[-1].source.actor if attributions else None
    ending = _ending(context, source or held)
    if ending is not None and not _lists_examples(context):
        return ending
    opened = bool(len(context.doc)) and (context.doc[-1].text == ":" or announces(context.place.text))
    for one in reversed(attributions):
        word = context.words.find(one.verb, "verb", "direct") if one.verb.tag_ in VERBS | {"NN"} else None
        word = word or (context.words.find(one.verb, "strength", "bind") if opened else None)
        if word is not None:
            cue, agents = context.doc[one.verb.i : one.end].text, _asked(one, word, context)
            deeds = _asks_itself(actions, context)
            return Chapeau(cue, word.field("strength"), agents, source or one.source.actor, deeds=deeds)
    directing = _directing(context, source)
    if directing is not None:
        return directing
    body = speaker(context)
    spoken = Chapeau(speaker=body, source=body.actor if body else None)
    if _lists_examples(context):
        return spoken
    inherited = context.chapeau
    above = inherited if inherited is not None and inherited.cue else _listed(context)
    if above is None and opened:
        above = _asking(context) or _going_on(actions)
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

    "Decides that each Party shall include the following elements: (a) A description of its circumstances".
    """
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
        modal = context.words.find(token, "strength", "modal")
        will = context.words.find(token, "strength", "will") if context.speaker is not None else None
        if modal or will:
            said = _before(token), subject(token.head), subject(token), subject_before(token)
            agents = next((named for one in said if one is not None and (named := context.parties(one))), ())
            return Chapeau(token.text, (modal or will).field("strength"), agents, source)  # type: ignore[union-attr]
    if doc[-1].text != ":" or neighbour(doc[-1], -1).lower_ != "to":
        return None
    for token in reversed(doc[max(len(doc) - _CLOSE, context.prefix) :]):
        for form in ("predicate", "noun", "semi"):
            word = context.words.find(token, "strength", form)
            if word is not None and not _whatever(token):
                agents = context.parties(subject(token)) if form == "semi" else ()
                return Chapeau(token.text, word.field("strength"), agents, source)
    return None


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
_CLOSE = 6  # tokens at most from what asks to the colon: "it is therefore necessary to:"


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
        bound = context.words.find(token, "strength", "bind") if context.speaker is not None else None
        if bound is not None and token.tag_ in VERBS:  # "We have today therefore pledged to do whatever is needed to:"
            agents = context.parties(subject(token) or subject(token.head))
            return Chapeau(token.text, bound.field("strength"), agents, agents[0].actor if agents else None)
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
def _going_on(actions: Sequence[ActionMatch]) -> Chapeau | None:
    """What goes on in the items: "States should reduce poverty, inter alia, by: (a) Promoting rural credit"."""
    last = max(actions, key=lambda one: one.token.i, default=None)
    if last is None:
        return None
    polarity = "-" if last.negative else "+"
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
    for one in verb.rights:
        word = context.words.find(one, "verb", "direct") if one.dep_ == "xcomp" and auxiliary(one, "TO") else None
        if word is not None and not word.field("self"):
            return addressee_of(one, word)
    return None


def _named_so(addressee: Token) -> tuple[ActorRef, ...]:
    """Whom a directive asks who is in no list."""
    asked = asked_party(addressee)
    return (ActorRef(asked.actor, asked.name, asked),) if asked else ()


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


# Signs of emphasis and quotation, and the brackets that negotiators put around words which are not agreed.
_SIGNS = str.maketrans("", "", "[]*_“”")
_FORMULA = re.compile(r"(?i:the)\s((?:[^.;:]|\.(?=\w)){3,300}),")
_ORDINAL = re.compile(r"[\w-]+(?:st|nd|rd|th)\s")
_ORGAN = re.compile(rf"\b(?:{alternatives(words()['masthead']['organs'])})\b", re.IGNORECASE)
_ASIDE = frozenset({"masthead", "note"})
_ALONE = frozenset({"unnumbered", "heading", "preambular"})


def adopting_bodies(
    segmented: Segmented, *, model: Language, lexicon: Lexicon, short_names: Mapping[str, Known] | None = None
) -> dict[str, ActorRef]:
    """Return for each point, by its citation, the body that adopts the resolution or decision it stands in.

    Every enacting formula begins one; what stands above the first is its body's too. Without a formula it is the
    masthead's body, and nobody adopts a document in which no paragraph opens as those of resolutions do.

    Args:
        segmented: the document and its points.
        model: a pipeline, of which only the tokenizer is used.
        lexicon: whose actors to go by; a body that is not among them is one under its own name.
        short_names: whom the document means by its short names: "Assembly" is not always the General Assembly.
    """
    short_names = short_names or {}
    if not any(point.opening for point in segmented.points):
        return {}
    adopts: dict[str, ActorRef] = {}
    for point, name in _formulas(segmented):
        mention = _named(name, model, lexicon, short_names)
        if mention is not None:
            adopts[point] = ActorRef(mention.actor, None, mention)
    if not adopts:
        mention = _named(segmented.document.masthead.body or "", model, lexicon, short_names)
        return {point.point: ActorRef(mention.actor, None, mention) for point in segmented.points} if mention else {}
    bodies = {}
    body = next(iter(adopts.values()))
    for one in segmented.points:
        body = bodies[one.point] = adopts.get(one.point, body)
    return bodies


def _formulas(segmented: Segmented) -> Iterator[tuple[str, str]]:
    """Yield the citation of each enacting formula and the name in it: a paragraph that another opens straight after."""
    said = [point for point in segmented.points if point.kind not in _ASIDE]
    for point, after in pairwise(said):
        if point.opening is None and point.kind in _ALONE and (after.kind == "preambular" or after.opening):
            named = " ".join(point.text.translate(_SIGNS).split())
            alone = point.kind == "heading" and after.opening is not None  # its comma left out
            formula = _FORMULA.fullmatch(f"{named.rstrip(',')}," if alone else named)
            if formula is not None:
                yield point.point, formula[1]


def _named(name: str, model: Language, lexicon: Lexicon, short_names: Mapping[str, Known]) -> Mention | None:
    """Return whom a name names: the known body that it is, or a body under this name, or who stands in it."""
    doc = model.make_doc(name)
    mentions = find_mentions(doc, lexicon=lexicon, short_names=short_names)
    ordinal = _ORDINAL.match(name)
    starts = {0, ordinal.end() if ordinal else 0}
    for one in mentions:
        if doc[one.start].idx in starts and (one.end == len(doc) or doc[one.end].text == ","):
            return one
    own = re.split(r"[,(]", name, maxsplit=1)[0].rstrip()  # "the World Conference (Dubai, 2014)"
    organ = _ORGAN.search(own)
    if organ is not None:
        return Mention(0, len(doc), len(doc) - 1, own_id(own), own, "organization", f"name:{organ[0]}")
    return next(iter(mentions), None)
