"""What of a Doc to look at: its points, where somebody marked them, or all of it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span


def regions(doc: Doc) -> Iterator[Doc | Span]:
    """Yield the spans of `doc.spans["points"]`, or the Doc itself where there are none."""
    points = doc.spans.get("points")
    if points:
        yield from points
    else:
        yield doc
