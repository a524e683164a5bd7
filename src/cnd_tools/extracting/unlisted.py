"""Holders the lexicon does not know: names, bodies without a name, and nouns that can hold a position."""

from __future__ import annotations

from spacy.tokens import Span, Token

from cnd_tools.extracting.context import PointContext, spoken_for
from cnd_tools.extracting.mention import Mention
from cnd_tools.extracting.naming import own_id


def unlisted(head: Token, context: PointContext) -> Mention | None:
    """Return a holder the lexicon does not know: a name, or a noun that the lexicon says can hold a position."""
    at = (head.i, head.i + 1, head.i)
    kind = context.words.find(head, "head")
    if kind is not None and kind.field("role") == "instrument":
        return None  # "the Universal Declaration recognizes": a text holds nothing
    if head.tag_ in ("NNP", "NNPS"):
        full = _full_name(head)
        if head.text.istitle() and head.left_edge.i == head.i:
            return Mention(*at, f"person:{own_id(full.text)}", head.text, "person", "holder:name")
        name = own_id(full.text)
        return Mention(full.start, head.i + 1, head.i, name, full.text, "organization", "holder:name") if name else None
    if context.words.find(head, "noun", "holder"):
        name = head.lower_ if head.tag_ == "NNS" else f"{head.lemma_}s"
        return Mention(*at, name, name.capitalize(), "meeting", "holder:noun")
    return None


def _full_name(head: Token) -> Span:
    """The whole of a name of three words or more, "Penal Reform International"; else its head alone."""
    start = head.i
    while start > head.left_edge.i and head.doc[start - 1].dep_ == "compound" and head.doc[start - 1].tag_ == "NNP":
        start -= 1
    return head.doc[start if head.i - start > 1 else head.i : head.i + 1]


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
    return None
