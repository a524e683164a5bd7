"""The spaCy components `cnd_actors`, `cnd_themes`, `cnd_positions`, `cnd_actions`: the program's own rows on any Doc.

They read the Doc's text as the program reads a file: cut it into points (those of `doc.spans["points"]`, where somebody
marked them), give each a subject, let the pipeline's own parser read it, and call `analyse_point`. Each marks a group
of `doc.spans` and keeps its rows, with offsets into the Doc's text, under `doc._.cnd_actions` and its like.

Spans are labelled by role, theme, stance and strength (`tables.SPANS`) and linked (`kb_id_`) to the actor: a country's
code. `span._.role`, `.strength`, `.stance` and `.source` say what their row says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields
from functools import partial
from pathlib import Path
from typing import Any

import srsly
from spacy.language import Language
from spacy.tokens import Doc, Span

from cnd_tools.extracting import PointAnalysis
from cnd_tools.extracting.documents import DocumentReader
from cnd_tools.extracting.marked import marked
from cnd_tools.extracting.parsable import parsable
from cnd_tools.lexicon import Lexicon, codebook_files, codebooks, load
from cnd_tools.lexicon.loading import contents, load_contents
from cnd_tools.parsing.names import read_as_names
from cnd_tools.parsing.stand_ins import read_docs
from cnd_tools.reading import document
from cnd_tools.records import Action, Actor, Position, Segmented, Theme
from cnd_tools.segmenting import segment
from cnd_tools.tables import SPANS

Row = Actor | Theme | Position | Action
RECORDS: Mapping[str, Callable[..., Row]] = {
    "actors": Actor,
    "themes": Theme,
    "positions": Position,
    "actions": Action,
}
SAID = ("role", "strength", "stance", "source")
KEPT = "cnd_rows"
"""Under this key of `doc.user_data` rows are kept as plain lists, which any format holds, with what made them."""
_LEXICON = "lexicons.json"
# What a parser needs beside itself, by what it leaves on a Doc.
_NEEDED = {"TAG": "tagger", "DEP": "parser", "LEMMA": "lemmatizer"}


class Extractor:
    """One of the components. A pipeline's extractors read a Doc once: the first keeps the rows of all."""

    def __init__(self, nlp: Language, name: str, table: str, lexicons: Sequence[str] = ()) -> None:
        """Make the component.

        Args:
            nlp: the pipeline it is for; what stands in it before the component parses the points. Its tokenizer is told
                which words are names, as that of the program is.
            name: its name there.
            table: "actors", "themes", "positions" or "actions".
            lexicons: paths of lexicon files to put over the built-in ones, or "sdg" for that codebook. A path that is
                not there is an error when the first Doc comes, not before: a saved pipeline has their contents and
                needs no paths.
        """
        self._nlp, self._name, self._table = read_as_names(nlp), name, table
        self._paths = tuple(lexicons)
        self._contents: list[tuple[str, str]] | None = None
        self._lexicon: Lexicon | None = None

    def __call__(self, doc: Doc) -> Doc:
        """Mark what is found as spans and keep its rows under the Doc's extension.

        Raises:
            ValueError: positions and actions are asked of a Doc that is not tagged, parsed and lemmatized.
            UsageError, RefusedInput: a lexicon is not there or wrong, or a point is too long.
        """
        parsed = not _missing(doc)
        if not parsed and self._table in ("positions", "actions"):
            raise ValueError(
                f"{self._name} needs a {', a '.join(_NEEDED.values())} before it; the Doc was not read by: "
                f"{', '.join(_missing(doc))}. Add what is missing to the pipeline, or load one that has it"
            )
        lexicon = self.lexicon
        segmented = _segmented(doc)
        made_by = [lexicon.version, parsed, [[point.point, point.start, point.end] for point in segmented.points]]
        kept = doc.user_data.get(KEPT)
        if kept is None or kept["made_by"] != made_by:
            found = list(self._read(segmented, lexicon, parsed=parsed))
            rows = {table: [_values(row) for one in found for row in getattr(one, table)] for table in RECORDS}
            kept = doc.user_data[KEPT] = {"made_by": made_by, **rows}
        doc.spans[self._table] = list(_spans(doc, self._table))
        return doc

    @property
    def lexicon(self) -> Lexicon:
        """The words it goes by."""
        if self._lexicon is None:
            kept = self._contents
            self._lexicon = load_contents(kept) if kept else load(extra=self._files())
        return self._lexicon

    def _files(self) -> list[Path]:
        """Return its lexicon files, codebooks by their names first."""
        books = [path for path in self._paths if path in codebooks()]
        own = [Path(path) for path in self._paths if path not in books]
        return [file for book in books for file in codebook_files(book)] + own

    def _read(self, segmented: Segmented, lexicon: Lexicon, *, parsed: bool) -> Iterator[PointAnalysis]:
        parse = self._parse if parsed else None
        reader = DocumentReader(segmented, model=self._nlp, lexicon=lexicon, parse=parse)
        points = list(parsable(segmented))
        frames = [reader.frame(point) for point in points] if parsed else []
        texts = [framed.text for framed in frames] or [point.text for point in points]
        docs = read_docs(self._nlp, texts, batch=self._nlp.batch_size, disable=self._not_before())
        for at, doc in enumerate(docs):
            yield reader.read(points[at], frames[at], doc) if parsed else reader.name(points[at], doc)

    def _parse(self, text: str) -> Doc:
        """Return one text as those of points are read."""
        return next(read_docs(self._nlp, [text], batch=1, disable=self._not_before()))

    def _not_before(self) -> list[str]:
        """What is not asked of the points: this component and all after it, and others of ours before it."""
        names = self._nlp.pipe_names
        after = names[names.index(self._name) :] if self._name in names else []
        return [name for name in names if name in after or self._nlp.get_pipe_meta(name).factory.startswith("cnd_")]

    def to_bytes(self, *, exclude: Sequence[str] = ()) -> bytes:
        """Return the contents of its own lexicons."""
        return bytes(srsly.msgpack_dumps(self._own()))

    def from_bytes(self, data: bytes, *, exclude: Sequence[str] = ()) -> Extractor:
        """Take the contents of lexicons instead of their paths."""
        return self._take(srsly.msgpack_loads(data))

    def to_disk(self, path: str | Path, *, exclude: Sequence[str] = ()) -> None:
        """Write the contents of its own lexicons into a folder."""
        Path(path).mkdir(parents=True, exist_ok=True)
        srsly.write_json(Path(path) / _LEXICON, self._own())

    def from_disk(self, path: str | Path, *, exclude: Sequence[str] = ()) -> Extractor:
        """Take the contents of lexicons from a folder instead of their paths."""
        return self._take(srsly.read_json(Path(path) / _LEXICON))

    def _own(self) -> list[tuple[str, str]]:
        if self._contents is None:
            self._contents = contents([Path(path) for path in self._paths])
        return self._contents

    def _take(self, found: Any) -> Extractor:
        self._contents, self._lexicon = [(str(name), str(text)) for name, text in found], None
        return self


def _missing(doc: Doc) -> list[str]:
    """What did not read a Doc; nothing where it has no words."""
    if all(token.is_space for token in doc):
        return []
    return [pipe for layer, pipe in _NEEDED.items() if not doc.has_annotation(layer)]


def _segmented(doc: Doc) -> Segmented:
    """A Doc's points: those `cnd_points` found, those somebody marked, or else those the program finds."""
    known: Segmented | None = doc._.cnd_points if Doc.has_extension("cnd_points") else None
    if known is not None:
        return known
    return marked(doc) if doc.spans.get("points") else segment(document(doc.text, name="doc"))


def _spans(doc: Doc, table: str) -> Iterator[Span]:
    label, link = SPANS[table]
    for number, row in enumerate(_rows(doc, table)):
        about = {"label": getattr(row, label), "kb_id": getattr(row, link) or "", "span_id": f"{table}:{number}"}
        span = doc.char_span(row.start, row.end, alignment_mode="expand", **about)
        if span is not None:
            yield span


def _values(row: Row) -> list[Any]:
    return [getattr(row, field.name) for field in fields(row)]


def _rows(doc: Doc, table: str) -> tuple[Row, ...]:
    return tuple(RECORDS[table](*row) for row in doc.user_data.get(KEPT, {}).get(table, ()))


def _said(span: Span, what: str) -> str | None:
    """What the row of a span says, None where it says nothing or the span is not ours."""
    table, _, number = span.id_.partition(":")
    rows = span.doc.user_data.get(KEPT, {}).get(table, ()) if table in RECORDS and number.isdigit() else ()
    return getattr(RECORDS[table](*rows[int(number)]), what, None) if rows and int(number) < len(rows) else None


def _extend() -> None:
    """Register what a Doc and a span say; done when the module is imported, so that kept Docs say it too."""
    for table in RECORDS:
        Doc.set_extension(f"cnd_{table}", getter=partial(_rows, table=table), force=True)
    for what in SAID:
        if not Span.has_extension(what):
            Span.set_extension(what, getter=partial(_said, what=what))


_extend()
_PARSED = ["token.tag", "token.dep", "token.lemma"]


@Language.factory("cnd_actors", assigns=["doc.spans", "doc._.cnd_actors"], default_config={"lexicons": []})
def make_actors(nlp: Language, name: str, lexicons: Sequence[str]) -> Extractor:
    """Return the component `cnd_actors`; without a tagger, a parser and a lemmatizer before it all are mentions."""
    return Extractor(nlp, name, "actors", lexicons)


@Language.factory("cnd_themes", assigns=["doc.spans", "doc._.cnd_themes"], default_config={"lexicons": []})
def make_themes(nlp: Language, name: str, lexicons: Sequence[str]) -> Extractor:
    """Return the component `cnd_themes`; best after a lemmatizer."""
    return Extractor(nlp, name, "themes", lexicons)


@Language.factory(
    "cnd_positions", requires=_PARSED, assigns=["doc.spans", "doc._.cnd_positions"], default_config={"lexicons": []}
)
def make_positions(nlp: Language, name: str, lexicons: Sequence[str]) -> Extractor:
    """Return the component `cnd_positions` for a pipeline with a tagger, a parser and a lemmatizer before it."""
    return Extractor(nlp, name, "positions", lexicons)


@Language.factory(
    "cnd_actions", requires=_PARSED, assigns=["doc.spans", "doc._.cnd_actions"], default_config={"lexicons": []}
)
def make_actions(nlp: Language, name: str, lexicons: Sequence[str]) -> Extractor:
    """Return the component `cnd_actions` for a pipeline with a tagger, a parser and a lemmatizer before it."""
    return Extractor(nlp, name, "actions", lexicons)
