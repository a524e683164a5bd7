"""The segmenter for spaCy's users: `spacy.blank("en").add_pipe("cnd_points")` gives `doc.spans["points"]`."""

from __future__ import annotations

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc, Span

from cnd_tools.reading import document
from cnd_tools.records import Point
from cnd_tools.segmenting import segment

if not Doc.has_extension("cnd_points"):
    Doc.set_extension("cnd_points", default=())


@Language.factory("cnd_points", assigns=["doc.spans"])
def make_points(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Return the component that sets `doc.spans["points"]` and `doc._.cnd_points`; it needs nothing but the text.

    A span's label is the point's kind and its id the point's citation, "4(c)"; the records with all the rest are in
    `doc._.cnd_points`, in the same order.
    """
    return _points


def _points(doc: Doc) -> Doc:
    pairs = [(point, _span(doc, point)) for point in segment(document(doc.text, name=name_of(doc))).points]
    doc._.cnd_points = tuple(point for point, span in pairs if span is not None)
    doc.spans["points"] = [span for _, span in pairs if span is not None]
    return doc


def _span(doc: Doc, point: Point) -> Span | None:
    """Return the tokens of a point; a token of which a part is a note mark or a label is the point's too."""
    return doc.char_span(point.start, point.end, label=point.kind, span_id=point.point, alignment_mode="expand")


def name_of(doc: Doc) -> str:
    """Return what rows call a Doc: its `user_data["name"]`, or "doc"."""
    return str(doc.user_data.get("name", "doc"))
