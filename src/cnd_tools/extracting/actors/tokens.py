"""A text cut as the lexicons' patterns are cut, with the way back to its tokens."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass
from typing import Any

from spacy.attrs import LEMMA, ORTH  # type: ignore[import-not-found]
from spacy.strings import StringStore
from spacy.tokens import Doc, Span

from cnd_tools.lexicon.patterns import PIECE, keys

# "FCCC/SBI/2006/L.25": a document's symbol names nobody; "HIV/AIDS." at the end of a sentence is none.
_SYMBOL = re.compile(r"\b[A-Z]+(?:/[A-Z]+){0,8}(?:/[A-Z]*(?:\d|\.[A-Z\d])[A-Z.\d]*)(?:/[A-Z.\d]+)*")
_ENDS = frozenset('.!?:;“"')
_NAME = frozenset({"NNP", "NNPS"})
# Tags (Penn Treebank) of words that have a capital at the start of a sentence for no other reason.
_NO_NAME = frozenset(
    {"CC", "DT", "EX", "IN", "MD", "PDT", "PRP", "PRP$", "RB", "TO"}
    | {"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WRB"}
)


@dataclass(frozen=True, slots=True)
class Pieces:
    """A text in pieces: four lists of one length.

    Attributes:
        texts: the pieces as printed.
        keys: what each may be called in a pattern (`cnd_tools.lexicon.patterns.keys`).
        tokens: the index in the Doc of the token each is of; "d'Ivoire" is two pieces of one token.
        capitals: whether it is written as part of a name is: with a capital, which at the start of a sentence counts
            only where the tagger says so or another capital follows, and never for a verb, an article or the like.
    """

    texts: list[str]
    keys: list[tuple[str, ...]]
    tokens: list[int]
    capitals: list[bool]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the tokens, from the first up to and not including the last, that pieces `start` to `end` lie in."""
        return self.tokens[start], self.tokens[end - 1] + 1

    def joined(self, at: int) -> bool:
        """Whether piece `at` hangs on the one before it, by a hyphen or an apostrophe: "Ruiz-Ortega", "O'Brien"."""
        return self.tokens[at] - self.tokens[at - 1] != 1


def cut(doc: Doc | Span) -> Pieces:
    """Return the pieces of a Doc or of a stretch of it; with lemmas where the Doc has them."""
    pieces = _cut(doc, frozenset())
    symbols = _symbols(doc) if "/" in pieces.texts else frozenset[int]()
    return _cut(doc, symbols) if symbols else pieces


def _cut(doc: Doc | Span, symbols: Set[int]) -> Pieces:
    """Return the pieces of a Doc; `symbols` are the characters in it that are of a document's symbol."""
    whole, first = (doc.doc, doc.start) if isinstance(doc, Span) else (doc, 0)
    table: Any = doc  # spaCy's types do not know that a Span has columns too
    texts, names, tokens, capitals = list[str](), list[tuple[str, ...]](), list[int](), list[bool]()
    opening: list[tuple[int, str]] = []
    opens = True
    words = map(tuple, table.to_array([ORTH, LEMMA]).tolist()) if len(doc) else ()
    for at, word in enumerate(words, first):
        if symbols and whole[at].idx in symbols:
            texts.append(whole[at].text)
            names.append(())
            tokens.append(at)
            capitals.append(False)
            continue
        for piece, called, capital in _known.get(word) or _remembered(word, whole.vocab.strings):
            if opens:
                opening.append((len(texts), whole[at].tag_))
            texts.append(piece)
            names.append(called)
            tokens.append(at)
            capitals.append(capital)
            opens = piece in _ENDS
    for at, tag in opening:
        capitals[at] &= tag not in _NO_NAME and (tag in _NAME or any(capitals[at + 1 : at + 2]))
    return Pieces(texts, names, tokens, capitals)


# The pieces of words by the numbers of the word and its lemma, each with its keys and whether it has a capital.
_known: dict[tuple[int, int], tuple[tuple[str, tuple[str, ...], bool], ...]] = {}
_MOST_KNOWN = 1 << 16


def _remembered(word: tuple[int, int], strings: StringStore) -> tuple[tuple[str, tuple[str, ...], bool], ...]:
    if len(_known) >= _MOST_KNOWN:
        _known.clear()
    text, lemma = (strings[number] for number in word)
    found = [(text, lemma)] if text.isalnum() else [(piece, "") for piece in PIECE.findall(text)]
    return _known.setdefault(word, tuple((piece, keys(piece, base), piece[0].isupper()) for piece, base in found))


def _symbols(doc: Doc | Span) -> frozenset[int]:
    """Return the offsets in the Doc that lie in a document's symbol."""
    start = doc.start_char if isinstance(doc, Span) else 0
    return frozenset(start + at for found in _SYMBOL.finditer(doc.text) for at in range(*found.span()))


def cut_text(text: str) -> Pieces:
    """Return the pieces of a text nobody has tokenized; `tokens` are then the pieces' own numbers."""
    texts = PIECE.findall(text)
    return Pieces(texts, [keys(piece) for piece in texts], list(range(len(texts))), [t[0].isupper() for t in texts])
