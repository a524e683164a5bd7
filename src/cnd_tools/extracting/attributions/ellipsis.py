"""Who holds the same, in clauses that leave out what: "Peru opposed the text, as did Chile", "Nor did Togo"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from cnd_tools.extracting.attributions.sources import named
from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import FINITE, neighbour
from cnd_tools.extracting.grammar.columns import numbers, tokens_with
from cnd_tools.extracting.matches import Source
from cnd_tools.extracting.rulebook import rule

_STANDING_IN = numbers(("do", "have", "be"))  # verbs that stand for the one before


@rule("source.did_too")
def did_too(verb: Token, context: PointContext) -> Iterator[Source]:
    """Yield those who hold the same as who held what a verb says: "supported it, as did Chile. So did Peru".

    Args:
        verb: the reporting verb, of which somebody is the subject.
        context: the point.
    """
    end = verb.sent.end if verb.dep_ == "ROOT" else len(verb.doc)
    for one in tokens_with(verb.doc, "LEMMA", _STANDING_IN, verb.i + 1):
        speaker = stood_for(one, context) if one.head == verb or end <= one.i < end + 2 else None
        if speaker is not None:
            yield from named(speaker, context)


def stood_for(verb: Token, context: PointContext) -> Token | None:
    """Return the subject of a verb that stands for the one before it, "as did Chile", or None.

    Args:
        verb: the verb.
        context: the point.
    """
    if verb.lemma not in _STANDING_IN or verb.tag_ not in FINITE or verb.dep_ in ("aux", "auxpass"):
        return None
    if context.words.marker(neighbour(verb, -1), "likewise") is None:
        return None
    return next((one for one in verb.rights if one.dep_ in ("nsubj", "dobj", "attr")), None)
