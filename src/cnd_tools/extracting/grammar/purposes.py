"""Series of purposes: a verb that goes on with what something is for is not asked for by itself."""

from __future__ import annotations

from spacy.tokens import Token

from cnd_tools.extracting.grammar.clauses import ARTICLES, FARTHEST, FINITE, auxiliary, neighbour
from cnd_tools.extracting.grammar.verb_series import before_adverbs
from cnd_tools.extracting.grammar.word_classes import WordClasses
from cnd_tools.extracting.rulebook import rule

_BARE = ("VB", "VBP")
_THING = ARTICLES | {"JJ", "JJR", "NN", "NNS", "NNP", "NNPS", "VBN", "VBG", "CD"}
_MODIFIES = ("compound", "nmod", "amod")


@rule("coordination.purpose_series")
def of_purpose(verb: Token, head: Token, words: WordClasses) -> bool:
    """Return whether a verb is in a series of purposes: "adopt laws to train pilots, mend lamps, and open ports".

    Such a series is one purpose, though a parser hangs its last verb by the first of all.

    Args:
        verb: a verb that a parser coordinates with the head.
        head: the verb that is asked for.
        words: the word classes, of which the English verbs are used.
    """
    if verb is head or verb.tag_ not in _BARE or auxiliary(verb, "TO") is not None:
        return False
    before = before_adverbs(verb, head)
    middle = before.text == "," and _closed(verb, words)
    for token in reversed(head.doc[max(head.i + 1, verb.i - FARTHEST) : verb.i]) if middle or _joins(before) else ():
        if token.tag_ in FINITE and not (token.tag_ == "VBP" and _goes_on(token, words)):
            return False
        middle = middle or _goes_on(token, words)
        if token.text == ";" or (token.tag_ == "TO" and (token.i == head.i + 1 or not middle)):
            return False
        if token.tag_ == "TO" and neighbour(token).tag_ == "VB":
            return neighbour(token, -1).text != "," and neighbour(token, -1).tag_ not in ("CC", "RB", "VB", "VBP")
    return False


def _joins(before: Token) -> bool:
    return before.tag_ == "CC" and before.lower_ == "and"


def _goes_on(token: Token, words: WordClasses) -> bool:
    """Whether a bare verb stands after a comma with what it acts on, whatever a tagger takes it for."""
    if neighbour(token, -1).text != "," or not words.is_verb(token.lower_) or neighbour(token).tag_ not in _THING:
        return False
    return token.tag_ in _BARE or (token.tag_ == "NN" and token.dep_ in _MODIFIES and neighbour(token).tag_ == "NNS")


def _closed(verb: Token, words: WordClasses) -> bool:
    """Whether "and" with another bare verb closes the series that a verb after a comma stands in."""
    for token in verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + FARTHEST)]:
        if token.tag_ in FINITE or token.text in (";", ":") or token.tag_ == "TO":
            return False
        if _joins(token):
            after = neighbour(token)
            return after.tag_ in _BARE and words.is_verb(after.lower_)
    return False
