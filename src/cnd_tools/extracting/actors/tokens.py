"""A text cut as the lexicons' patterns are cut, with the way back to its tokens."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from cnd_tools.lexicon.patterns import PIECE, keys

# "FCCC/SBI/2006/L.25": a document's symbol names nobody.
_SYMBOL = re.compile(r"\b[A-Z]+(?:/[A-Z]+){0,8}(?:/[A-Z]*[.\d][A-Z.\d]*)(?:/[A-Z.\d]+)*")
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
    pieces = Pieces([], [], [], [])
    opening: list[tuple[int, str]] = []
    opens = True
    texts = [token.text for token in doc]
    symbols = _symbols(doc) if any("/" in text for text in texts) else ()
    for token, text in zip(doc, texts, strict=True):
        at = token.i
        if symbols and token.idx in symbols:
            _add(pieces, text, (), at, False)
            continue
        # Nearly all tokens are one plain word: no need to search them.
        for piece in (text,) if text.isalnum() else PIECE.findall(text):
            if opens:
                opening.append((len(pieces.texts), token.tag_))
            _add(pieces, piece, keys(piece, token.lemma_ if piece is text else ""), at, piece[0].isupper())
            opens = piece in _ENDS
    for at, tag in opening:
        pieces.capitals[at] &= tag not in _NO_NAME and (tag in _NAME or any(pieces.capitals[at + 1 : at + 2]))
    return pieces


def _add(pieces: Pieces, text: str, keys_: tuple[str, ...], token: int, capital: bool) -> None:
    pieces.texts.append(text)
    pieces.keys.append(keys_)
    pieces.tokens.append(token)
    pieces.capitals.append(capital)


def _symbols(doc: Doc | Span) -> set[int]:
    """Return the offsets in the Doc that lie in a document's symbol."""
    start = doc.start_char if isinstance(doc, Span) else 0
    return {start + at for found in _SYMBOL.finditer(doc.text) for at in range(*found.span())}


def cut_text(text: str) -> Pieces:
    """Return the pieces of a text nobody has tokenized; `tokens` are then the pieces' own numbers."""
    texts = PIECE.findall(text)
    return Pieces(texts, [keys(piece) for piece in texts], list(range(len(texts))), [t[0].isupper() for t in texts])
