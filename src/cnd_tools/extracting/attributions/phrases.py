"""Positions that no verb reports: "According to the Director, …", "in the view of several speakers"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from cnd_tools.extracting.attributions.sources import after, holders
from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import FINITE, VERBS, child, neighbour
from cnd_tools.extracting.grammar.number import many
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


@rule("attribution.at_the_suggestion_of")
def at_the_suggestion_of(noun: Token, context: PointContext) -> Iterator[Attribution]:
    """Yield who suggested what was then done: "at the suggestion of the Chair, the Board deferred the item"."""
    word = context.words.find(noun, "noun", "prompting")
    of = next((one for one in noun.rights if one.lower_ in ("of", "by")), None)
    if word is None or of is None or noun.dep_ != "pobj" or noun.head.lower_ not in ("at", "on", "upon"):
        return
    above = noun.head.head
    spoke = above.i < noun.i and context.words.find(above, "verb", "say", "direct", "claim") is not None
    if any(one.lower_ == "the" for one in noun.lefts) and above.tag_ in VERBS and not spoke:  # "spoke on the proposal"
        base = Attribution(noun, word.field("verb"), "report", NOBODY, noun.i + 1, "prompting")
        yield from (base.by(holder, How.PHRASED) for holder in after(of, context) if holder.mention is not None)


@rule("source.by_far")
def by_far(passive_verb: Token, context: PointContext) -> Token | None:
    """Return the "by" of a passive that other words part from it: "was stressed in the morning by many speakers"."""
    for one in passive_verb.doc[passive_verb.i + 1 : passive_verb.sent.end]:
        if (one.tag_ in FINITE and one.dep_ != "relcl") or one.text in (";", ":"):
            return None
        noun = child(one, "pobj") if one.lower_ == "by" else None
        if noun is not None:
            whose = context.words.find(one.head, "noun", "saying", "paper", "act", "gathering") and one.head != noun
            before = neighbour(one, -1)
            noun = context.counted(noun) or noun
            met = bool(context.words.find(noun, "noun", "holder")) or any(
                each.type == "meeting" for each in context.of(noun)
            )
            loose = one.head.dep_ != "acl" and before.tag_ not in VERBS and (not whose or before != one.head)
            return one if met and many(noun) and loose else None
    return None


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
