"""Positions that no verb reports: "According to the Director, …", "in the view of several speakers"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from cnd_tools.extracting.attributions.sources import after, holders
from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import VERBS, neighbour
from cnd_tools.extracting.matches import NOBODY, Attribution, How
from cnd_tools.extracting.rulebook import rule

_HIGHEST = 6  # steps at most from a phrase to the verb of its clause


@rule("attribution.according_to")
def according(token: Token, context: PointContext) -> Iterator[Attribution]:
    """Yield who is cited: "according to the Executive Director, rates had fallen"; not "according to the report"."""
    to = neighbour(token)
    if token.lower_ == "according" and to.lower_ == "to":
        base = Attribution(token, "according to", "report", NOBODY, to.i + 1, "according")
        yield from (base.by(holder, How.PHRASED) for holder in after(to, context) if holder.mention is not None)


@rule("attribution.in_the_view_of")
def in_the_view_of(noun: Token, context: PointContext) -> Iterator[Attribution]:
    """Yield whose view it is said to be: "in the opinion of several speakers, ports should share data"."""
    word = context.words.find(noun, "noun", "saying")
    said = word is not None and word.field("verb") == "express view"
    if not said or noun.dep_ != "pobj" or noun.head.lower_ != "in":
        return
    of = next((one for one in noun.rights if one.lower_ == "of"), None)
    whose = (one for one in noun.lefts if one.dep_ == "poss" and one.tag_ != "PRP$")  # "in the Union’s view"
    held = after(of, context) if of is not None else (two for one in whose for two in holders(one, context))
    for holder in held:
        if holder.mention is not None:
            base = Attribution(noun, noun.lemma_.lower(), "report", NOBODY, noun.i + 1, "view")
            yield base.by(holder, How.PHRASED)


def inside_of(attribution: Attribution) -> Token | None:
    """Return the verb of the clause that a phrase or an inserted clause cites, or None: "aid, they said, was needed".

    Args:
        attribution: a position.
    """
    verb = attribution.verb
    alone = all(one.is_punct for one in verb.rights)
    if verb.dep_ == "parataxis" and alone:
        return verb.head
    if attribution.how is not How.PHRASED:
        return None
    for _ in range(_HIGHEST):
        verb = verb.head
        if verb.tag_ in VERBS:
            return verb
    return None
