"""Lists inside a sentence: "States should: (a) review laws; (b) train judges", "Both must: ratify …; comply …"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from cnd_tools.extracting.clauses import VERBS, neighbour
from cnd_tools.extracting.vocabulary import Vocabulary

_LABEL = 4  # letters at most: "(viii)"


def listed(cue: Token, words: Vocabulary) -> list[Token]:
    """Return the verbs a list begins its items with, where a modal or "to" stands before its colon; else none.

    Small models take the bare verb after "(b)" for a noun; where it stands says that it is a verb.

    Args:
        cue: "should", "to".
        words: the word classes, of which the English verbs are used.
    """
    doc = cue.doc
    if cue.i + 2 >= len(doc) or neighbour(cue).text != ":":
        return []
    verbs = [verb for at in _starts(neighbour(cue)) if (verb := _verb(doc[at], words)) is not None]
    return verbs if len(verbs) > 1 else []


def _starts(colon: Token) -> Iterator[int]:
    """The first token of each item: after its label, or after the colon and the semicolons where none has a label."""
    doc = colon.doc
    labelled = doc[colon.i + 1].text == "("
    if not labelled:
        yield colon.i + 1
    for token in doc[colon.i + 1 : len(doc) - 1]:
        if token.text == ".":
            return
        label = token.text == ")" and doc[token.i - 2].text == "(" and len(doc[token.i - 1]) <= _LABEL
        if label if labelled else token.text == ";":
            yield token.i + 1


def _verb(first: Token, words: Vocabulary) -> Token | None:
    doc, at = first.doc, first.i
    while at < len(doc) - 1 and doc[at].tag_ in ("CC", "RB"):
        at += 1
    verb = doc[at]
    if verb.dep_ in ("aux", "auxpass") and verb.head.i > verb.i:
        return verb.head
    return verb if verb.tag_ in VERBS or verb.lower_ in words.verbs else None
