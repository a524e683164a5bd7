"""The segmenter as a spaCy component: `nlp.add_pipe("cnd_points")` gives `doc.spans["points"]`."""

from __future__ import annotations

from functools import partial
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from cnd_tools.records import Document, Segmented
from cnd_tools.segmenting.plain import plain, record
from cnd_tools.segmenting.segmentation import segment

KEY = "points"
KEPT = {"cnd_points": Segmented, "cnd_document": Document}
"""What a Doc says beside its spans: kept in `doc.user_data` as plain lists, which every format of spaCy's can hold."""


@Language.factory("cnd_points", default_config={"spans_key": KEY}, assigns=["doc.spans"])
def make_points(nlp: Language, name: str, spans_key: str) -> Points:
    """Return the component.

    Args:
        nlp: the pipeline it is for.
        name: its name there.
        spans_key: under which of `doc.spans` the points are put.
    """
    return Points(spans_key)


class Points:
    """Segments the text of a Doc.

    Each point that has words becomes a span: `label_` is its kind, `id_` its citation. The Segmented itself, with the
    points of no words, the ledger and the notices, is `doc._.cnd_points`. Set `doc._.cnd_document` before to have the
    masthead, pages and marks of a document taken into account; its text must be the Doc's.
    """

    def __init__(self, spans_key: str = KEY) -> None:
        self.spans_key = spans_key

    def __call__(self, doc: Doc) -> Doc:
        """Add the points of a Doc to it.

        Raises:
            ValueError: `doc._.cnd_document` is of another text.
        """
        document: Document = doc._.cnd_document or Document(name="doc", text=doc.text)
        if document.text != doc.text:
            raise ValueError("doc._.cnd_document has another text than the Doc; make the Doc from its text")
        done = segment(document)
        doc._.cnd_points = done
        doc.spans[self.spans_key] = SpanGroup(doc, name=self.spans_key, spans=_spans(doc, done))
        return doc

    def to_disk(self, path: Any, *, exclude: Any = ()) -> None:
        """Write nothing: the component has no state."""

    def from_disk(self, path: Any, *, exclude: Any = ()) -> Points:
        """Read nothing."""
        return self


def _kept(doc: Doc, name: str) -> Any:
    return record(KEPT[name], doc.user_data.get(name))


def _keep(doc: Doc, value: Any, name: str) -> None:
    doc.user_data[name] = plain(value)


for _name in KEPT:  # when the module is imported, so that Docs that were kept say it too
    Doc.set_extension(_name, getter=partial(_kept, name=_name), setter=partial(_keep, name=_name), force=True)


def _spans(doc: Doc, done: Segmented) -> list[Span]:
    """Return a span a point, as wide as the tokens that its text touches."""
    spans = (
        doc.char_span(point.start, point.end, label=point.kind, span_id=point.point, alignment_mode="expand")
        for point in done.points
        if point.end > point.start
    )
    return [span for span in spans if span is not None]
