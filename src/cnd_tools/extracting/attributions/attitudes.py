"""Adjectives of attitude: "was concerned about"; and those that bind who says "we": "are determined to"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from cnd_tools.extracting.attributions.assertion import unless_negated
from cnd_tools.extracting.attributions.holding_subjects import holding_subject
from cnd_tools.extracting.attributions.sources import before
from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import VERBS, auxiliary
from cnd_tools.extracting.grammar.word_classes import Word
from cnd_tools.extracting.matches import NOBODY, Attribution, How
from cnd_tools.extracting.rulebook import rule


def bound_by(attitude: Word, context: PointContext) -> str | None:
    """Return the verb of an adjective that binds those who say "we", or None: "determined" is determine."""
    binding, form = context.words.table("strength", "bind"), attitude.lemma
    if context.speaker is None or form not in binding:
        return None
    return next((lemma for lemma in (form[:-1], form[:-2], form[:-3]) if lemma in binding), "resolve")


def felt(verb: Token, adjective: Token, word: Word, context: PointContext) -> Attribution:
    """Return what an adjective of attitude reports, whoever holds it.

    Args:
        verb: "remain", or the participle itself.
        adjective: "concerned", "alarmed".
        word: its entry.
        context: the point.
    """
    lemma = bound_by(word, context) or f"{'be' if verb == adjective else verb.lemma_} {word.lemma}"
    return Attribution(adjective, lemma, word.field("stance"), NOBODY, adjective.i + 1, "attitude")


def as_printed(token: Token, context: PointContext) -> Word | None:
    """Return the attitude of a word as printed, for models that take "concerned" for a participle."""
    return context.words.printed(token, "verb", "attitude")


@rule("attribution.adjective")
def adjectival(token: Token, context: PointContext) -> Iterator[Attribution]:
    """Yield the positions an adjective reports: "was concerned about", "remained opposed to"."""
    word = attitude_of(token, context)
    if word is None or token.dep_ in ("amod", "relcl", "acl", "advmod"):
        return
    verb = token if token.tag_ in VERBS else token.head
    if token.tag_ not in VERBS and not (token.dep_ in ("acomp", "oprd") and context.words.find(verb, "verb", "be")):
        return
    said = any(context.words.find(one, "verb", "say") for one in token.children if one.dep_ == "xcomp")
    if said and bound_by(word, context) is None and not context.words.marker(token, "incapable"):
        return  # "was pleased to note": what follows says it; who "remain determined to support" it are bound
    subject = holding_subject(verb)
    asked = verb.dep_ == "xcomp" and context.words.find(verb.head, "verb", "direct") is not None
    if subject is None or auxiliary(verb, "MD") or asked:  # "called on the Bank to remain committed"
        return
    if verb.dep_ == "advcl" and any(context.words.marker(one, "condition") for one in verb.lefts):
        return  # "where States were unwilling to pay"
    base = felt(verb, token, word, context)
    stance = unless_negated(base.stance, verb, context)
    for holder in before(verb, subject, context):
        yield replace(base, stance=stance).by(holder, How.ACTIVE)


def attitude_of(token: Token, context: PointContext) -> Word | None:
    """Return an adjective of attitude by its lemma or, for models that take "concerned" for a participle, its form."""
    if token.tag_ == "JJ":
        return context.words.find(token, "verb", "attitude")
    being = (*token.lefts, token.head) if token.dep_ == "acomp" else tuple(token.lefts)
    if token.tag_ in ("VBN", "VBD") and any(context.words.find(one, "verb", "be") for one in being):
        return as_printed(token, context)
    return None
