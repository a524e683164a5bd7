"""What an item inherits: "Urges the Secretary-General: (a) To submit …" asks the Secretary-General to submit."""

from __future__ import annotations

from collections.abc import Sequence

from cnd_tools.extracting.clauses import VERBS, child, subject
from cnd_tools.extracting.context import Chapeau, Party, PointContext
from cnd_tools.extracting.directives import addressee_of
from cnd_tools.extracting.held import Held
from cnd_tools.extracting.vocabulary import Vocabulary, Word


def asked_by(held: Sequence[Held], context: PointContext) -> Chapeau:
    """Return what the items under a point inherit from it.

    A point that asks nothing hands on what it inherited itself: "(a) To take measures: (i) To …".

    Args:
        held: the point's positions.
        context: the point.
    """
    doc = context.doc
    source = context.body.actor if context.body and context.opening else None
    for token in reversed(doc[-4:]) if len(doc) and doc[-1].is_punct else ():
        modal = context.words.find(token, "strength", "modal")
        if modal:
            agents = context.parties(subject(token.head) or subject(token))
            return Chapeau(token.text, modal.field("strength"), agents, source)
    for one in reversed(held):
        word = context.words.find(one.verb, "verb", "direct") if one.verb.tag_ in VERBS else None
        if word is not None:
            cue, agents = doc[one.verb.i : one.end].text, _asked(one, word, context)
            return Chapeau(cue, word.field("strength"), agents, source or one.holder.actor)
    return context.chapeau or _listed(context) or Chapeau()


def _asked(held: Held, word: Word, context: PointContext) -> tuple[Party, ...]:
    """Whom a directive asks; what a body decides and asks of nobody, it is to do itself."""
    addressee = addressee_of(held.verb, word)
    if addressee is not None:
        return context.parties(addressee)
    decides = context.opening and word.field("strength") == "obligation"
    return (context.body,) if context.body and decides else ()


def bare_items(text: str, words: Vocabulary) -> bool:
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


def _listed(context: PointContext) -> Chapeau | None:
    """What a list of recommendations asks, of whom it was put to: "have been examined by Slovenia:"."""
    doc = context.doc
    if not len(doc) or doc[-1].text != ":":
        return None
    for token in doc:
        word = context.words.find(token, "strength", "ask") if token.tag_ == "NNS" else None
        if word is not None:
            by = next((one for one in token.sent if one.dep_ == "agent"), None)
            asked = context.parties(child(by, "pobj")) if by is not None else ()
            return Chapeau(token.text, word.field("strength"), asked, signed=True)
    return None
