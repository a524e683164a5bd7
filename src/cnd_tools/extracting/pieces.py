"""A Doc cut as the lexicons' patterns are cut, with the way back to its tokens."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Span

from cnd_tools.lexicon.patterns import PIECE, keys


@dataclass(frozen=True, slots=True)
class Pieces:
    """Three lists of one length.

    Attributes:
        texts: the pieces as printed.
        keys: what each may be called in a pattern (`cnd_tools.lexicon.patterns.keys`).
        tokens: the index in the Doc of the token each is of; "d'Ivoire" is two pieces of one token.
    """

    texts: list[str]
    keys: list[tuple[str, ...]]
    tokens: list[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the tokens, from the first up to and not including the last, that pieces `start` to `end` lie in."""
        return self.tokens[start], self.tokens[end - 1] + 1


def cut(doc: Doc | Span) -> Pieces:
    """Return the pieces of a Doc or of a stretch of it; with lemmas where the Doc has them."""
    texts: list[str] = []
    found: list[tuple[str, ...]] = []
    tokens: list[int] = []
    for token in doc:
        text = token.text
        # Nearly all tokens are one plain word: no need to search them.
        if text.isalnum():
            texts.append(text)
            found.append(keys(text, token.lemma_))
            tokens.append(token.i)
        else:
            for piece in PIECE.findall(text):
                texts.append(piece)
                found.append(keys(piece))
                tokens.append(token.i)
    return Pieces(texts, found, tokens)
