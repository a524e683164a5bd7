"""What is asked of all tokens of a Doc, found once: an attribute by the numbers of its strings, and sentences.

A token looks each of its strings up when it is asked; for words that are rare, that is most of what asking costs. And
spaCy goes back and forth over the text for the sentence of each token anew.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from functools import cached_property

from spacy.strings import get_string_id
from spacy.tokens import Doc, Span, Token

_KNOWN_BY = ("LEMMA", "LOWER", "TAG")
_MOST_KNOWN = 100_000  # words; far above those of a language in use, below what would fill memory


def numbers(texts: Iterable[str]) -> frozenset[int]:
    """Return the numbers of some strings; they are the same in every vocabulary."""
    return frozenset(map(get_string_id, texts))


class _Columns:
    """What was asked of one Doc, which nothing changes once it is asked."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self._of: dict[str, list[int]] = {}

    def of(self, attribute: str) -> list[int]:
        """Return one attribute of all tokens."""
        if attribute not in self._of:
            self._of[attribute] = self.doc.to_array(attribute).tolist() if len(self.doc) else []
        return self._of[attribute]

    @cached_property
    def words(self) -> list[tuple[int, int, int]]:
        """Lemma, small letters and tag of all tokens."""
        return list(zip(*map(self.of, _KNOWN_BY), strict=True))

    @cached_property
    def text(self) -> str:
        """The whole text."""
        return self.doc.text

    @cached_property
    def sentences(self) -> list[Span]:
        """The sentence of each token."""
        return [sentence for sentence in self.doc.sents for _ in range(len(sentence))]


# The Docs that were asked last: a chapeau is read alone and with its first item, before and after a parse is mended.
_last: tuple[_Columns, ...] = ()
_MOST = 3  # Docs kept beside the one that is asked


def _columns(doc: Doc) -> _Columns:
    global _last  # noqa: PLW0603 - one assignment of a whole tuple, which threads cannot see half done
    last = _last
    for one in last:
        if one.doc is doc:
            return one
    made = _Columns(doc)
    _last = (made, *last[:_MOST])
    return made


def look_at(doc: Doc) -> None:
    """Take up a Doc, whatever it was before, and let its tokens give their sentences from here till `let_go`."""
    global _last  # noqa: PLW0603
    _last = (_Columns(doc), *[one for one in _last if one.doc is not doc][:_MOST])
    doc.user_token_hooks["sent"] = lambda token: _columns(token.doc).sentences[token.i]


def let_go(doc: Doc) -> None:
    """Forget a Doc, and let its tokens give their sentences as spaCy does: whoever has it may change it."""
    global _last  # noqa: PLW0603
    _last = tuple(one for one in _last if one.doc is not doc)
    doc.user_token_hooks.pop("sent", None)


def text_of(doc: Doc) -> str:
    """Return the text of a Doc, which spaCy puts together anew, token by token, each time it is asked."""
    return _columns(doc).text


def tokens_with(
    doc: Doc, attribute: str, wanted: Container[int], start: int = 0, end: int | None = None
) -> Iterator[Token]:
    """Yield the tokens that have one of some values, in order of the text.

    Args:
        doc: the Doc.
        attribute: "TAG", "LEMMA", "LOWER" or another that is a string.
        wanted: the values (`numbers`).
        start: the first token that is looked at.
        end: one past the last; None for the end of the Doc.
    """
    values = _columns(doc).of(attribute)[start:end]
    return (doc[start + at] for at, value in enumerate(values) if value in wanted)


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
        words = _columns(doc).words[start:end]
        if len(self._known) > _MOST_KNOWN:
            self._known = {}
        known = self._known
        for at, word in enumerate(words, start):
            if word not in known:
                known[word] = self._may(doc[at])
        return (doc[at] for at, word in enumerate(words, start) if known[word])
