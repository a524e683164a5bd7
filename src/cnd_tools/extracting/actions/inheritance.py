"""What a point inherits: what its chapeau asks, "Urges the Secretary-General: (a) To submit …", and who adopts it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Token

from cnd_tools.extracting.actions.directives import addressee_of
from cnd_tools.extracting.actors.gazetteer import own_id
from cnd_tools.extracting.actors.mentions import find_mentions
from cnd_tools.extracting.attributions.deeds import speaker
from cnd_tools.extracting.context import Chapeau, PointContext
from cnd_tools.extracting.grammar.clauses import VERBS, subject, subject_before
from cnd_tools.extracting.grammar.word_classes import Word, WordClasses
from cnd_tools.extracting.matches import ActorRef, Attribution, Mention
from cnd_tools.extracting.rulebook import rule
from cnd_tools.lexicon import Lexicon
from cnd_tools.lexicon.openings import alternatives, words
from cnd_tools.records import Segmented


def asked_by(attributions: Sequence[Attribution], context: PointContext) -> Chapeau:
    """Return what the items under a point inherit from it.

    A point that asks nothing hands on what it inherited itself: "(a) To take measures: (i) To …".

    Args:
        attributions: the point's positions.
        context: the point.
    """
    doc = context.doc
    source = context.body.actor if context.body and context.opening else None
    for token in reversed(doc[-4:]) if len(doc) and doc[-1].is_punct else ():
        modal = context.words.find(token, "strength", "modal")
        if modal:
            agents = context.parties(subject(token.head) or subject(token) or subject_before(token))
            return Chapeau(token.text, modal.field("strength"), agents, source)
    for one in reversed(attributions):
        word = context.words.find(one.verb, "verb", "direct") if one.verb.tag_ in VERBS else None
        if word is not None:
            cue, agents = doc[one.verb.i : one.end].text, _asked(one, word, context)
            return Chapeau(cue, word.field("strength"), agents, source or one.source.actor)
    body = speaker(context)
    return context.chapeau or _listed(context) or Chapeau(speaker=body, source=body.actor if body else None)


@rule("chapeau.asked")
def _asked(attribution: Attribution, word: Word, context: PointContext) -> tuple[ActorRef, ...]:
    """Whom a directive asks; what a body decides and asks of nobody, it is to do itself."""
    addressee = addressee_of(attribution.verb, word)
    if addressee is not None:
        return context.parties(addressee)
    decides = context.opening and word.field("strength") == "obligation"
    return (context.body,) if context.body and decides else ()


def bare_items(text: str, words: WordClasses) -> bool:
    """Whether a chapeau's items begin with a bare verb: it ends in a modal, or announces recommendations.

    Args:
        text: clean text of the chapeau.
        words: the lexicon as the extractors use it.
    """
    stem = text.lower().rstrip()
    if not stem.endswith(":"):
        return False
    spoken = stem[:-1].split() or [""]
    asks = words.table("strength", "ask")
    return spoken[-1] in words.table("strength", "modal") or any(
        word[:-1] in asks for word in spoken if word.endswith("s")
    )


@rule("chapeau.recommendations")
def _listed(context: PointContext) -> Chapeau | None:
    """What a list of recommendations asks, of whom it was put to: "have been examined by Slovenia:"."""
    doc = context.doc
    if not len(doc) or doc[-1].text != ":":
        return None
    for token in doc:
        word = context.words.find(token, "strength", "ask") if token.tag_ == "NNS" else None
        if word is not None:
            return Chapeau(token.text, word.field("strength"), _reviewed(token, context), signed=True)
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
_FORMULA = re.compile(r"(?i:the)\s([^.;:]{3,180}),")
_ORDINAL = re.compile(r"[\w-]+(?:st|nd|rd|th)\s")
_ORGAN = re.compile(rf"\b(?:{alternatives(words()['masthead']['organs'])})\b", re.IGNORECASE)
_ASIDE = frozenset({"masthead", "note"})
_ALONE = frozenset({"unnumbered", "heading", "preambular"})


def adopting_bodies(segmented: Segmented, *, model: Language, lexicon: Lexicon) -> dict[str, ActorRef]:
    """Return for each point, by its citation, the body that adopts the resolution or decision it stands in.

    Every enacting formula begins one; what stands above the first is its body's too. Without a formula it is the
    masthead's body, and nobody adopts a document in which no paragraph opens as those of resolutions do.

    Args:
        segmented: the document and its points.
        model: a pipeline, of which only the tokenizer is used.
        lexicon: whose actors to go by; a body that is not among them is one under its own name.
    """
    if not any(point.opening for point in segmented.points):
        return {}
    adopts: dict[str, ActorRef] = {}
    for point, name in _formulas(segmented):
        mention = _named(name, model, lexicon)
        if mention is not None:
            adopts[point] = ActorRef(mention.actor, None, mention)
    if not adopts:
        mention = _named(segmented.document.masthead.body or "", model, lexicon)
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
            formula = _FORMULA.fullmatch(" ".join(point.text.translate(_SIGNS).split()))
            if formula is not None:
                yield point.point, formula[1]


def _named(name: str, model: Language, lexicon: Lexicon) -> Mention | None:
    """Return whom a name names: the known body that it is, or a body under this name, or who stands in it."""
    doc = model.make_doc(name)
    mentions = find_mentions(doc, lexicon=lexicon)
    ordinal = _ORDINAL.match(name)
    starts = {0, ordinal.end() if ordinal else 0}
    for one in mentions:
        if doc[one.start].idx in starts and (one.end == len(doc) or doc[one.end].text == ","):
            return one
    own = name.partition(",")[0]
    organ = _ORGAN.search(own)
    if organ is not None:
        return Mention(0, len(doc), len(doc) - 1, own_id(own), own, "organization", f"name:{organ[0]}")
    return next(iter(mentions), None)
