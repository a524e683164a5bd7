"""One attribute of all tokens of a Doc at once, by the numbers of its strings.

A token looks each of its strings up when it is asked; for words that are rare, that is most of what asking costs.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from spacy.strings import get_string_id
from spacy.tokens import Doc, Token


def numbers(texts: Iterable[str]) -> frozenset[int]:
    """Return the numbers of some strings; they are the same in every vocabulary."""
    return frozenset(map(get_string_id, texts))


def tokens_with(doc: Doc, attribute: str, wanted: Container[int], start: int = 0) -> Iterator[Token]:
    """Yield the tokens that have one of some values, in order of the text.

    Args:
        doc: the Doc.
        attribute: "TAG", "LEMMA", "LOWER" or another that is a string.
        wanted: the values (`numbers`).
        start: the first token that is looked at.
    """
    values: list[int] = doc.to_array(attribute).tolist() if len(doc) else []
    return (doc[at] for at, value in enumerate(values) if value in wanted and at >= start)
