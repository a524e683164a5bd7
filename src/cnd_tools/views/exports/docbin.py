"""Analyses as spaCy Docs, one a point, for who goes on in spaCy, reads CoNLL-U or looks at it with displaCy."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span

from cnd_tools.records import Action, Actor, Analysis, Citation, Point, Position, Theme
from cnd_tools.tables import CODED, SPANS

Row = Actor | Theme | Position | Action | Citation
TABLES = tuple(SPANS)
ORIGIN = "cnd_tools"  # under which of `doc.user_data` it stands where the words come from


def docs(analyses: Iterable[Analysis], *, model: Language) -> Iterator[Doc]:
    """Yield a Doc for each coded point, its rows as spans.

    Each table is a group of `doc.spans`: actors labelled by role and linked (`kb_id_`) to the actor, themes by theme
    and pillar, positions by stance and holder, actions by strength and agent,
    citations by type and what is cited. `doc.user_data["cnd_tools"]` says which
    document and point it is, and under "pieces" how its text lies in the source: (text, source, length) each.

    Args:
        analyses: documents that were analysed.
        model: what to make Docs with; a blank pipeline gives tokens alone.
    """
    parts = ((point.text, (point, rows)) for analysis in analyses for point, rows in _points(analysis))
    for doc, (point, rows) in model.pipe(parts, as_tuples=True):
        for name in TABLES:
            doc.spans[name] = [_span(doc, point, row, *SPANS[name]) for row in rows[name]]
        pieces = [list(piece) for piece in point.pieces]
        doc.user_data[ORIGIN] = {"document": point.document, "point": point.point, "pieces": pieces}
        yield doc


def _points(analysis: Analysis) -> Iterator[tuple[Point, Mapping[str, Sequence[Row]]]]:
    rows: dict[str, dict[str, list[Row]]] = {name: defaultdict(list) for name in TABLES}
    for name in TABLES:
        for row in getattr(analysis, name):
            rows[name][row.point].append(row)
    for point in analysis.points:
        if point.kind in CODED:
            yield point, {name: rows[name][point.point] for name in TABLES}


def _span(doc: Doc, point: Point, row: Row, label: str, link: str) -> Span:
    """Return a row's words as tokens, every token that the words touch."""
    start, end = point.find(row.start, row.end)
    span = doc.char_span(start, end, label=getattr(row, label), kb_id=getattr(row, link) or "", alignment_mode="expand")
    if span is None:
        raise ValueError(f"{point.document} {point.point}: no tokens at {start}:{end}")
    return span


def binary(made: Iterable[Doc]) -> bytes:
    """Return Docs as a DocBin, what spaCy's own programs read and train on (`.spacy`)."""
    return bytes(DocBin(docs=made, store_user_data=True).to_bytes())
