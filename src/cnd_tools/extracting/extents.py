"""How many are said to hold a position (annotation guidelines, "extent")."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from cnd_tools.extracting.clauses import NOUNS
from cnd_tools.extracting.context import SINGLE, PointContext, many


def extent(head: Token, kind: str, context: PointContext) -> str:
    """Return how many are said to hold it, by the words before the noun and by the noun itself.

    Args:
        head: the noun or pronoun.
        kind: the actor's type.
        context: the point.
    """
    if head.tag_ == "PRP":
        return "unqualified" if head.lower_ in ("they", "we") else "one"
    found = [word.entry.id for token in _quantifiers(head, context) if (word := context.words.find(token, "extent"))]
    for name in sorted(found, key="one".__eq__):  # "a number of": what says more than the article comes first
        if name != "one" or not many(head):
            return name
    if context.words.find(head, "noun", "body"):
        return "consensus"
    return "one" if kind in SINGLE or not many(head) else "unqualified"


def _quantifiers(head: Token, context: PointContext) -> Iterator[Token]:
    """The words that may say how many: those before the noun, or the quantity it is of, "a number of delegations"."""
    start, end = head.left_edge.i, head.i
    start = max([start, *(token.i + 1 for token in context.doc[start:end] if token.is_punct and token.text != "-")])
    prep = head.head
    if context.counted(head) is not None:
        end += 1
    elif head.dep_ == "pobj" and prep.lower_ == "of" and prep.head.tag_ in (*NOUNS, "JJ", "JJS", "DT"):
        start = prep.head.left_edge.i
    # "Group of 77" is no group of them
    return (token for token in context.doc[start:end] if not context.named_one(token))
