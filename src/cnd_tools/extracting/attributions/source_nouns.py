"""What a noun says of those who hold a position: who they are where the lexicon has them not, and how many."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from cnd_tools.extracting.actors.gazetteer import own_id
from cnd_tools.extracting.actors.unlisted import PEOPLE, unlisted_party
from cnd_tools.extracting.context import SINGLE, PointContext, many, spoken_for
from cnd_tools.extracting.grammar.clauses import NOUNS, neighbour
from cnd_tools.extracting.matches import Mention
from cnd_tools.extracting.rulebook import rule


@rule("source.unlisted")
def unlisted(head: Token, context: PointContext) -> Mention | None:
    """Return a holder the lexicon does not know: a name, or a noun that the lexicon says can hold a position."""
    at = (head.i, head.i + 1, head.i)
    kind = context.words.find(head, "head")
    text = kind is not None and kind.field("role") == "instrument"
    if (text or head.tag_ == "NN") and _body(head, context):
        return Mention(*at, own_id(head.lower_), head.text.capitalize(), "meeting", "holder:body")
    if text:
        return None  # "the Universal Declaration recognizes": a text holds nothing
    if head.tag_ in ("NNP", "NNPS"):
        full = _full_name(head)
        if head.text.istitle() and head.left_edge.i == head.i:
            return Mention(*at, f"person:{own_id(full.text)}", head.text, "person", "holder:name")
        name = own_id(full.text)
        return Mention(full.start, head.i + 1, head.i, name, full.text, "organization", "holder:name") if name else None
    if context.words.find(head, "noun", "holder") or _seated(head, context):
        name = head.lower_ if head.tag_ == "NNS" else f"{head.lemma_}s"
        return Mention(*at, name, name.capitalize(), "meeting", "holder:noun")
    return unlisted_party(head, context.words)


@rule("source.the_body")
def _body(head: Token, context: PointContext) -> bool:
    """Whether a noun is an organ that the text goes on about: "the conference decided"; not "a meeting of experts"."""
    the = any(one.lower_ == "the" for one in head.lefts) and head.dep_ in ("nsubj", "nsubjpass", "pobj")
    alone = not any(one.dep_ in ("compound", "amod", "nmod", "prep") for one in head.children)
    acts = head.head.lemma_ != "be"  # "the meeting was open to all"
    return the and alone and acts and context.words.find(head, "noun", "body") is not None


def _seated(head: Token, context: PointContext) -> bool:
    """Whether a noun names those who have a seat, in no other words: "some members", not "crew members"."""
    plain = not any(one.dep_ in ("compound", "nmod") for one in head.lefts)
    return (
        plain and context.words.find(head, "noun", "seat") is not None and unlisted_party(head, context.words) is None
    )


def _full_name(head: Token) -> Span:
    """The whole of a name of three words or more, "Penal Reform International"; else its head alone."""
    start = head.i
    while start > head.left_edge.i and head.doc[start - 1].dep_ == "compound" and head.doc[start - 1].tag_ == "NNP":
        start -= 1
    return head.doc[start if head.i - start > 1 else head.i : head.i + 1]


@rule("source.spoken_for")
def body_spoken_for(head: Token, context: PointContext) -> Mention | None:
    """Return the body without a name of its own that somebody speaks for: "the representative of a farmers’ union".

    Args:
        head: the noun for whoever speaks.
        context: the point.
    """
    if not context.words.find(head, "noun", "holder"):
        return None
    for one in spoken_for(head):
        kind = context.words.find(one, "head")
        start = one.left_edge.i
        while context.doc[start].tag_ in ("DT", "CD", "PRP$"):
            start += 1
        if kind is not None and kind.field("role") == "organization" and start < one.i:
            words = context.doc[start : one.i + 1]
            return Mention(start, one.i + 1, one.i, own_id(words.text), words.text, "organization", "holder:body")
        people = unlisted_party(one, context.words) if one.i not in context.at else None
        if people is not None:  # "a representative of the cannery workers"
            return people
    return None


def extent(head: Token, kind: str, context: PointContext) -> str:
    """Return how many are said to hold it, by the words before the noun and by the noun itself.

    Args:
        head: the noun or pronoun.
        kind: the actor's type.
        context: the point.
    """
    if head.lower_ == "we" and context.speaker is not None:
        return "consensus"  # a declaration is that of all who make it
    if head.tag_ == "PRP":
        return "unqualified" if head.lower_ in ("they", "we") else "one"
    found = [word.entry.id for token in _quantifiers(head, context) if (word := context.words.find(token, "extent"))]
    for name in sorted(found, key="one".__eq__):  # "a number of": what says more than the article comes first
        if name != "one" or not many(head):
            return name
    before = neighbour(head, -1)  # "the Working Party"
    person = context.words.find(head, "noun", "person", "holder") if not many(head) else None
    if person is not None and person.entry.id in (PEOPLE, "holder"):
        return "one"  # "the Committee Chairman"
    if context.words.find(head, "noun", "body") or (not many(head) and context.words.find(before, "noun", "body")):
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
