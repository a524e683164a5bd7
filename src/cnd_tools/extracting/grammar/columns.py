"""One attribute of all tokens of a Doc at once, by the numbers of its strings.

A token looks each of its strings up when it is asked; for words that are rare, that is most of what asking costs.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from itertools import islice

from spacy.strings import get_string_id
from spacy.tokens import Doc, Token

_KNOWN_BY: list[int | str] = ["LEMMA", "LOWER", "TAG"]
_MOST_KNOWN = 100_000  # words; far above those of a language in use, below what would fill memory


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


class Sieve:
    """Lets those tokens through at which something may be found.

    What is asked of a token is to hang on its lemma, its small letters and its tag alone: it is asked once for each,
    as texts have the same words over and over.
    """

    def __init__(self, may: Callable[[Token], bool]) -> None:
        self._may = may
        self._known: dict[tuple[int, int, int], bool] = {}

    def of(self, doc: Doc, start: int = 0, end: int | None = None) -> Iterator[Token]:
        """Yield the tokens of a Doc from `start` up to `end` that may be it, in order of the text."""
        words = zip(*doc.to_array(_KNOWN_BY).T.tolist(), strict=True) if len(doc) else ()
        if len(self._known) > _MOST_KNOWN:
            self._known.clear()
        for at, word in enumerate(islice(words, start, end), start):
            may = self._known.get(word)
            if may is None:
                may = self._known[word] = self._may(doc[at])
            if may:
                yield doc[at]
