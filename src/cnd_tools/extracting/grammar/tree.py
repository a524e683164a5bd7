"""The tree of a parse: labels and tags by kind, and the steps from a word to those beside and below it.

Labels are those of the ClearNLP scheme that spaCy's English models use, tags those of the Penn Treebank.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from spacy.tokens import Doc, Token

SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "csubjpass"))
VERBS = frozenset(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"))
FINITE = frozenset(("VBD", "VBP", "VBZ", "MD"))
ARTICLES = frozenset(("DT", "PDT", "PRP$"))
NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS", "CD"))
# Rules that would look over a sentence for each of its words look no farther than so many tokens, nor climb more steps:
# the longest real sentence seen has 601 and the deepest 57, and what is longer takes no more than its length in time.
FARTHEST = 1_000
DEEPEST = 300
WIDEST = 200  # words that hang by one, of which a rule looks at no more; no real one has half as many


def neighbour(token: Token, places: int = 1) -> Token:
    """Return the token so many places on, or the token itself where the text has none there.

    What stands beside a word is asked of every word, those at the edges of a text too.
    """
    at = token.i + places
    return token.doc[at] if 0 <= at < len(token.doc) else token


def tokens(doc: Doc, start: int, end: int) -> Iterator[Token]:
    """Yield tokens `start` up to `end`, as far as the text has them; for a slice spaCy would make a Span first."""
    return map(doc.__getitem__, range(max(start, 0), min(end, len(doc))))


def characters(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Return where tokens `start` up to `end` begin and end in the Doc's text."""
    last = doc[end - 1]
    return doc[start].idx, last.idx + len(last)


def child(token: Token, *deps: str) -> Token | None:
    """Return the first dependent with one of these labels, or None."""
    for one in islice(token.children, WIDEST):
        if one.dep_ in deps:
            return one
    return None


def own_subject(verb: Token) -> Token | None:
    """Return the verb's own subject, not one it shares with another verb."""
    for one in verb.lefts:
        if one.dep_ in SUBJECTS and not label_at(one):
            return one
    taken = (two for one in verb.lefts if one.dep_ == "auxpass" for two in one.lefts if two.dep_ in SUBJECTS)
    return next(taken, None)  # "issues should be regularly addressed", the subject hung by "be"


def label_at(token: Token) -> bool:
    """Return whether a token is the letter of a label, which parsers take for a subject: "to: (i) publish it"."""
    at, doc = token.i, token.doc
    return 0 < at < len(doc) - 1 and doc[at - 1].text == "(" and doc[at + 1].text == ")"


def subtree(head: Token) -> list[Token]:
    """Return the token and what hangs by it, in order of the text; spaCy's own goes as deep in calls as the parse."""
    found = [head]
    for one in found:
        found.extend(one.children)
        if len(found) > FARTHEST:
            break
    return sorted(found)


def first_of(verb: Token) -> Token:
    """Return the first of those a token is coordinated with, or the token itself where it is the first."""
    for _ in range(DEEPEST):
        if verb.dep_ != "conj":
            break
        verb = verb.head
    return verb


def coordinated(head: Token, most: int = FARTHEST) -> Iterator[Token]:
    """Yield the token and what is coordinated with it, in order of the text; `most` or a few more are looked at."""
    found = [head]
    for one in found:
        if len(found) > most:
            break
        found.extend(two for two in one.rights if two.dep_ == "conj")
    yield from sorted(found)
