"""Adjectives of attitude, and those that bind who says "we": "are determined to" is determine."""

from __future__ import annotations

from spacy.tokens import Token

from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.word_classes import Word
from cnd_tools.extracting.matches import NOBODY, Attribution


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
    return next(iter(context.words.table("verb", "attitude").get(token.lower_, ())), None)
