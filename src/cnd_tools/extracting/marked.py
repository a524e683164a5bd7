"""Points that somebody marked in a Doc by hand, as the segmenter would give them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span

from cnd_tools.records import Document, Piece, Point, Segmented
from cnd_tools.segmenting.openings import opening
from cnd_tools.tables import CODED

_ITEMS = frozenset({"lettered", "roman", "bulleted"})
_WORD = re.compile(r"\S+")


def marked(doc: Doc) -> Segmented:
    """Return the points of `doc.spans["points"]`: kinds are the spans' labels, citations their ids.

    A span of no kind we know is a paragraph; an item hangs under the last point before it that ends in a colon.
    """
    return Segmented(Document("doc", doc.text), tuple(_points(doc)))


def _points(doc: Doc) -> Iterator[Point]:
    chapeau: str | None = None
    for number, span in enumerate(doc.spans["points"], 1):
        kind = span.label_ if span.label_ in CODED else "unnumbered"
        pieces, text = _clean(span)
        name = span.id_ or f"p{number}"
        parent = chapeau if kind in _ITEMS else None
        start, end = span.start_char, span.end_char
        level = 2 if parent else 1
        yield Point("doc", name, None, kind, level, parent, None, 1, 1, start, end, opening(text), text, pieces)
        if text.endswith(":"):
            chapeau = name


def _clean(span: Span) -> tuple[tuple[Piece, ...], str]:
    """A span's words with one space between, and where each stands in the Doc's text."""
    pieces, words, length = [], [], 0
    for word in _WORD.finditer(span.text):
        pieces.append(Piece(length, span.start_char + word.start(), len(word[0])))
        words.append(word[0])
        length += len(word[0]) + 1
    return tuple(pieces), " ".join(words)
