"""A text cut as the lexicons' patterns are cut, with the way back to its tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise
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

# A piece as printed, what it may be called, and whether it has a capital.
_Piece = tuple[str, tuple[str, ...], bool]


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
    words = map(tuple, table.to_array([ORTH, LEMMA]).tolist()) if len(doc) else ()
    pieces: list[_Piece] = []
    tokens: list[int] = []
    for at, word in enumerate(words, first):
        if symbols and whole[at].idx in symbols:
            own: Sequence[_Piece] = ((whole[at].text, (), False),)
        else:
            own = _known.get(word) or _remembered(word, whole.vocab.strings)
        pieces += own
        tokens += (at,) * len(own)
    texts, names = [text for text, _, _ in pieces], [called for _, called, _ in pieces]
    capitals = [capital for _, _, capital in pieces]
    for at in _opening(texts, names):
        tag = whole[tokens[at]].tag_
        capitals[at] &= tag not in _NO_NAME and (tag in _NAME or any(capitals[at + 1 : at + 2]))
    return Pieces(texts, names, tokens, capitals)


def _opening(texts: Sequence[str], names: Sequence[tuple[str, ...]]) -> Iterator[int]:
    """Yield the pieces that begin a sentence or what is quoted; those of symbols, which have no names, begin none."""
    words = [at for at, called in enumerate(names) if called]
    yield from words[:1]
    yield from (at for before, at in pairwise(words) if texts[before] in _ENDS)


# The pieces of words by the numbers of the word and its lemma, each with its keys and whether it has a capital.
_known: dict[tuple[int, int], tuple[_Piece, ...]] = {}
_MOST_KNOWN = 1 << 16


def _remembered(word: tuple[int, int], strings: StringStore) -> tuple[_Piece, ...]:
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
