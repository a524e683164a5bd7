"""Nouns that share what the last of them governs: "ratification of, accession to and respect for the treaty"."""

from __future__ import annotations

from spacy.tokens import Token

from cnd_tools.extracting.grammar.clauses import NOUNS, neighbour
from cnd_tools.extracting.rulebook import rule

_MOST = 8  # nouns of such a series
_BEFORE = frozenset(("DT", "PRP$", "JJ", "JJR", "RB", "VBN"))
_PREPOSITIONS = frozenset(("IN", "TO"))


@rule("coordination.one_complement")
def of_one_thing(noun: Token) -> list[Token]:
    """Return the nouns after one whose preposition a comma or "and" parts from what it governs; empty if none does.

    The complement stands once, with the last (right node raising, Quirk et al. 1985, 13.96); a parser takes the next
    noun for what the first preposition governs.

    Args:
        noun: the first of them.
    """
    found: list[Token] = []
    here: Token | None = noun
    while here is not None and len(found) < _MOST:
        here = _next(here)
        found.extend([here] if here is not None else [])
    return found if found and neighbour(found[-1]).tag_ in _PREPOSITIONS else []


def _next(noun: Token) -> Token | None:
    """The noun past a preposition and what joins: "accession" in "ratification of, accession to"."""
    doc, at = noun.doc, noun.i + 2
    last = len(doc) - 1
    if neighbour(noun).tag_ not in _PREPOSITIONS or at >= last or not _joint(doc[at]):
        return None
    while at < last and (_joint(doc[at]) or doc[at].tag_ in _BEFORE):
        at += 1
    return doc[at] if doc[at].tag_ in NOUNS and neighbour(doc[at]).tag_ in _PREPOSITIONS else None


def _joint(token: Token) -> bool:
    return token.text == "," or token.lower_ in ("and", "or")
