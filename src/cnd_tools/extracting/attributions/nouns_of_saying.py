"""Nouns of saying and what reports them: "there was recognition that", "expressed concern", "were of the view that"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from cnd_tools.extracting.attributions.sources import holding_subject
from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import child
from cnd_tools.extracting.matches import NOBODY, Attribution
from cnd_tools.extracting.rulebook import rule


@rule("attribution.existential")
def existential(noun: Token, context: PointContext) -> Iterator[Attribution]:
    """Yield the position a noun reports that nobody is named for: "there was recognition that"."""
    word = context.words.find(noun, "noun", "saying")
    if word is None or noun.dep_ not in ("attr", "dobj", "nsubj", "pobj"):
        return
    head = noun.head
    for _ in range(3):
        if any(one.dep_ == "expl" or one.tag_ == "EX" for one in head.lefts):
            holder = replace(NOBODY, extent=word.field("extent") or "unstated")
            verb = word.field("verb")
            lemma = f"express {noun.lemma_.lower()}" if verb.startswith("express ") else verb
            yield Attribution(noun, lemma, word.field("stance"), holder, noun.i + 1, "there is")
            return
        if head.dep_ != "xcomp":
            return
        head = head.head


@rule("attribution.voiced_noun")
def voiced_noun(token: Token, context: PointContext) -> tuple[Token, str, str] | None:
    """Return the noun of saying that a verb of voicing governs, with the lemma and stance of both, or None."""
    if context.words.find(token, "verb", "utter", "be", "voice") is None:
        return None
    weak = context.words.find(token, "verb", "utter")
    if context.words.find(token, "verb", "be"):
        return _of_a_view(token, context)
    if not weak and not context.words.find(token, "verb", "voice"):
        return None
    for one in token.children:
        if one.dep_ in ("dobj", "nsubjpass"):
            for noun in (one, *(two for two in one.rights if two.dep_ == "conj")):
                word = context.words.find(noun, "noun", "saying")
                if word:
                    lemma = word.field("verb") if weak else f"{token.lemma_.lower()} {noun.lemma_.lower()}"
                    return noun, lemma, word.field("stance")
    return None


@rule("attribution.of_a_view")
def _of_a_view(being: Token, context: PointContext) -> tuple[Token, str, str] | None:
    """The noun of saying that somebody is "of" or "in": "were of the view that", "was in agreement with"."""
    stances = {"of": ("report",), "in": ("support", "oppose")}  # what is "of concern" nobody is said to hold
    for prep in being.rights:
        noun = child(prep, "pobj") if prep.dep_ == "prep" and prep.lower_ in stances else None
        word = (
            context.words.find(noun, "noun", "saying")
            if noun is not None and holding_subject(being) is not None
            else None
        )
        if word is not None and noun is not None and word.field("stance") in stances[prep.lower_]:
            between = being.doc[prep.i : noun.i + 1].text.lower()
            return noun, f"{being.lemma_.lower()} {between}", word.field("stance")
    return None


def feeling(token: Token, stance: str, context: PointContext) -> str:
    """Return the stance of what something is said with ("noted with concern"), or the verb's own."""
    for one in token.rights:
        if one.dep_ == "prep" and one.lower_ == "with":
            for two in one.children:
                word = context.words.find(two, "noun", "saying") if two.dep_ == "pobj" else None
                if word:
                    return word.field("stance")
    return stance
